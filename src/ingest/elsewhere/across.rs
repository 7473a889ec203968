//! Customers across the top of a table: each column is one of them, each row a month.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Seen, is_period, is_words};
use crate::ingest::columns::is_known_name;
use crate::ingest::composed::Composed;
use crate::ingest::customers::Places;
use crate::ingest::fate::AmountFrom;
use crate::ingest::labels::is_labelled;
use crate::ingest::number;
use crate::ingest::plan::Plan;
use crate::ingest::reading::{Column, Content, RoleReason};
use crate::ingest::role::Role;

/// The plan for columns that are customers: a row's amount is their sum.
pub(super) fn plan(columns: &mut [Column], plan: &mut Plan) {
    let mut parts = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        column.reason = RoleReason::ByContent;
        column.role.is = match column.content {
            Content::Number { decimal, .. } if at > 0 && !is_sum_name(&column.name) => {
                parts.push((at, decimal));
                Role::Part
            }
            Content::Date { order, .. } if at == 0 => {
                plan.places.date = Some((at, order));
                Role::Date
            }
            _ => Role::Other,
        };
    }
    plan.places = Places {
        name: Some(0),
        date: plan.places.date,
        ..Places::default()
    };
    plan.money.clone_from(&parts);
    plan.amount = AmountFrom::Composed(Composed::Parts(parts.clone()));
    plan.across = parts;
}

/// Counts of rows that stand for a month or a day.
#[derive(Default)]
pub(super) struct Periods {
    periods: usize,
    others: usize,
}

impl Periods {
    pub(super) fn look(&mut self, row: &Seen<'_>) {
        let first = number::shown(row.cells.first().map_or("", |it| it.trim()));
        if is_period(first) {
            self.periods += 1;
        } else if !first.is_empty() && !row.is_sum {
            self.others += 1;
        }
    }
}

/// The first column has periods, all others amounts under names that no column is usually given.
pub(super) fn is_it(columns: &[Column], periods: &Periods) -> bool {
    let Some((_, others)) = columns.split_first() else {
        return false;
    };
    let mut names = BTreeSet::new();
    let is_named =
        |it: &Column| is_words(&it.name) && !is_known_name(&it.name) && !is_period(&it.name);
    let is_amount = |it: &Column| {
        matches!(it.content, Content::Number { .. } | Content::Empty)
            && (is_sum_name(&it.name) || (is_named(it) && names.insert(it.name.clone())))
    };
    periods.periods > 1 && periods.others == 0 && others.iter().all(is_amount) && names.len() > 1
}

/// `Yhteensä`: the column is the sum of the others.
fn is_sum_name(name: &str) -> bool {
    is_labelled(&[Cow::Borrowed(name)])
}
