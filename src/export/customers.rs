//! Every customer with its tier, the reason for it, and who looks after it.

use super::Facts;
use super::csv::{self, Cell};
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::day;
use crate::domain::money::Money;
use crate::i18n::{explain, templates, words};
use crate::t;

/// Columns that only some files fill: written where at least one customer has something.
struct Optional {
    title: &'static str,
    get: fn(&Customer) -> Option<&String>,
}

/// The table as CSV: one row for every customer, tier by tier, those that stand apart last.
#[must_use]
pub fn bytes(facts: &Facts<'_>) -> Vec<u8> {
    csv::bytes(facts.lang, &rows(facts))
}

/// The table with its header.
#[must_use]
pub fn rows(facts: &Facts<'_>) -> Vec<Vec<Cell>> {
    let Some(base) = facts.base else {
        return Vec::new();
    };
    let optional = optional(facts, base);
    let tiers = facts.plan.tiers();
    let mut out = vec![header(facts, base, &optional)];
    for tier in 0..tiers {
        for at in facts.sorting.members(facts.ranking, tier) {
            out.extend(row(facts, base, &optional, at, Some(tier)));
        }
    }
    let apart =
        (0..base.customers.len()).filter(|at| facts.sorting.tier_of(facts.ranking, *at).is_none());
    for at in apart {
        out.extend(row(facts, base, &optional, at, None));
    }
    out
}

fn optional(facts: &Facts<'_>, base: &CustomerBase) -> Vec<Optional> {
    let lang = facts.lang;
    let column = |title, get| Optional { title, get };
    let all = [
        column(t!(lang, export_business_id), |it: &Customer| {
            it.business_id.as_ref()
        }),
        column(t!(lang, export_group), |it: &Customer| it.group.as_ref()),
        column(t!(lang, export_industry), |it: &Customer| {
            it.industry.as_ref()
        }),
        column(t!(lang, export_size), |it: &Customer| it.size.as_ref()),
        column(t!(lang, export_region), |it: &Customer| it.region.as_ref()),
        column(t!(lang, export_potential), |it: &Customer| {
            it.potential.as_ref()
        }),
    ];
    all.into_iter()
        .filter(|column| base.customers.iter().any(|it| (column.get)(it).is_some()))
        .collect()
}

/// The file tells customers apart by something else than their names.
fn has_ids(base: &CustomerBase) -> bool {
    base.customers.iter().any(|it| it.key != it.name)
}

fn header(facts: &Facts<'_>, base: &CustomerBase, optional: &[Optional]) -> Vec<Cell> {
    let lang = facts.lang;
    let mut titles = vec![t!(lang, export_customer)];
    if has_ids(base) {
        titles.push(t!(lang, export_id));
    }
    titles.extend([
        t!(lang, export_tier_number),
        t!(lang, export_tier),
        t!(lang, export_revenue),
        t!(lang, export_share),
    ]);
    if base.has_margin() {
        titles.push(t!(lang, export_margin));
    }
    if base.has_previous() {
        titles.push(t!(lang, export_previous));
    }
    titles.extend([
        t!(lang, export_why),
        t!(lang, export_by_hand),
        t!(lang, export_review),
        t!(lang, export_owner),
        t!(lang, export_channel),
        t!(lang, export_answer),
        t!(lang, export_contacts),
        t!(lang, export_hours),
    ]);
    titles.extend(optional.iter().map(|it| it.title));
    titles.into_iter().map(Cell::text).collect()
}

fn row(
    facts: &Facts<'_>,
    base: &CustomerBase,
    optional: &[Optional],
    at: usize,
    tier: Option<usize>,
) -> Option<Vec<Cell>> {
    let lang = facts.lang;
    let customer = base.customers.get(at)?;
    let mut cells = vec![Cell::text(&customer.name)];
    if has_ids(base) {
        cells.push(Cell::text(&customer.key));
    }
    cells.push(Cell::Number(
        tier.map(|it| (it + 1).to_string()).unwrap_or_default(),
    ));
    cells.push(Cell::text(
        tier.map(|it| facts.tier_name(it)).unwrap_or_default(),
    ));
    cells.push(Cell::money(lang, customer.revenue));
    let share = customer.revenue.share_of(facts.ranking.total()) * 100.0;
    let is_ranked = facts.ranking.rank_of(at).is_some();
    cells.push(if is_ranked {
        Cell::decimal(lang, &format!("{share:.2}"))
    } else {
        Cell::text("")
    });
    let optional_money =
        |it: Option<Money>| it.map_or_else(|| Cell::text(""), |it| Cell::money(lang, it));
    if base.has_margin() {
        cells.push(optional_money(customer.margin));
    }
    if base.has_previous() {
        cells.push(optional_money(customer.previous));
    }
    let why = facts
        .sorting
        .why(facts.ranking, facts.plan, at, facts.exceptions);
    let by_rule = facts.sorting.tier_by_rule(facts.ranking, at);
    cells.push(Cell::text(explain::why(
        lang,
        facts.plan,
        facts.currency,
        by_rule,
        &why,
    )));
    let exception = facts
        .exceptions
        .get(&at)
        .filter(|_| facts.sorting.is_by_hand(at));
    cells.push(Cell::text(
        exception.map(|it| it.reason.clone()).unwrap_or_default(),
    ));
    cells.push(Cell::text(
        exception
            .and_then(|it| it.review)
            .map(day::text)
            .unwrap_or_default(),
    ));
    cells.extend(care_cells(facts, at, tier));
    cells.extend(
        optional
            .iter()
            .map(|it| Cell::text((it.get)(customer).cloned().unwrap_or_default())),
    );
    Some(cells)
}

/// Owner, service, response promise, contacts and hours a year.
fn care_cells(facts: &Facts<'_>, at: usize, tier: Option<usize>) -> [Cell; 5] {
    let lang = facts.lang;
    let model = tier.and_then(|it| facts.care.get(it));
    let owner = facts.owner_of(at);
    let channel = model.and_then(|it| it.channel);
    let answer = model.and_then(|it| it.response_hours);
    let contacts = model.map(|it| {
        it.contacts
            .iter()
            .map(|it| u64::from(it.times))
            .sum::<u64>()
    });
    let minutes = model.map_or(0, crate::domain::care::CareModel::minutes_a_year);
    // Tenths of an hour in whole numbers, as on the page.
    let tenths = minutes.saturating_add(3) / 6;
    [
        Cell::text(owner),
        Cell::text(channel.map_or("", |it| words::channel(lang, it))),
        Cell::text(
            answer
                .map(|it| templates::within(lang, it))
                .unwrap_or_default(),
        ),
        Cell::Number(
            contacts
                .filter(|it| *it > 0)
                .map(|it| it.to_string())
                .unwrap_or_default(),
        ),
        if minutes == 0 {
            Cell::text("")
        } else {
            Cell::decimal(lang, &format!("{}.{}", tenths / 10, tenths % 10))
        },
    ]
}
