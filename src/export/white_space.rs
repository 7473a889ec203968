//! Who could buy what, as a table to work through: every candidate, most potential first.

use super::Facts;
use super::csv::{self, Cell};
use crate::domain::customer::CustomerBase;
use crate::domain::profiles::{Candidate, WhiteSpace};
use crate::t;

/// The table as CSV.
#[must_use]
pub fn bytes(facts: &Facts<'_>, white: &WhiteSpace) -> Vec<u8> {
    csv::bytes(facts.lang, &rows(facts, white))
}

/// The table with its header.
#[must_use]
pub fn rows(facts: &Facts<'_>, white: &WhiteSpace) -> Vec<Vec<Cell>> {
    let Some(base) = facts.base else {
        return Vec::new();
    };
    let lang = facts.lang;
    let header = [
        t!(lang, export_customer),
        t!(lang, export_id),
        t!(lang, export_tier),
        t!(lang, export_industry),
        t!(lang, export_owner),
        t!(lang, profiles_white_col_product),
        t!(lang, profiles_white_csv_buyers),
        t!(lang, profiles_white_csv_peers),
        t!(lang, profiles_white_col_potential),
    ];
    let mut out = vec![header.into_iter().map(Cell::text).collect()];
    out.extend(
        white
            .candidates(&base.customers)
            .filter_map(|it| row(facts, base, &it)),
    );
    out
}

fn row(facts: &Facts<'_>, base: &CustomerBase, it: &Candidate) -> Option<Vec<Cell>> {
    let customer = base.customers.get(it.customer)?;
    Some(vec![
        Cell::text(&customer.name),
        Cell::text(&customer.key),
        Cell::text(facts.tier_name(it.tier)),
        Cell::text(customer.industry.clone().unwrap_or_default()),
        Cell::text(facts.owner_of(it.customer)),
        Cell::text(base.products.get(it.product).cloned().unwrap_or_default()),
        Cell::Number(it.buyers.to_string()),
        Cell::Number(it.peers.to_string()),
        Cell::money(facts.lang, it.potential),
    ])
}
