//! Which column gives what, and what is known of the table when rows are judged.

use super::MAX_COLUMNS;
use super::content::Counts;
use super::customers::{KEPT, Places};
use super::fate::{Amount, AmountFrom, Fate, Judge};
use super::reading::{AsideReason, Column, Content, Decimal, Role};
use super::table::Table;

/// Which column gives what.
pub(super) struct Plan {
    pub(super) places: Places,
    pub(super) amount: AmountFrom,
    pub(super) money: Vec<(usize, Decimal)>,
}

impl Plan {
    pub(super) fn new(columns: &[Column]) -> Self {
        let at = |role: Role| columns.iter().position(|it| it.role.is == role);
        let decimal = |column: usize| match columns.get(column).map(|it| it.content) {
            Some(Content::Number { decimal, .. }) => decimal,
            _ => Decimal::Point,
        };
        let money = |role: Role| at(role).map(|it| (it, decimal(it)));
        let amount = match (
            money(Role::Revenue),
            money(Role::Quantity),
            money(Role::UnitPrice),
        ) {
            (Some((column, sign)), _, _) => AmountFrom::Column(column, sign),
            (None, Some(quantity), Some(price)) => AmountFrom::Product(quantity, price),
            _ => AmountFrom::Nowhere,
        };
        let date = at(Role::Date).and_then(|it| match columns.get(it)?.content {
            Content::Date { order, .. } => Some((it, order)),
            _ => None,
        });
        Self {
            places: Places {
                name: at(Role::Name),
                id: at(Role::Id),
                margin: money(Role::Margin),
                cost: money(Role::Cost),
                previous: money(Role::Previous),
                date,
                order: at(Role::Order),
                words: KEPT
                    .iter()
                    .filter_map(|role| at(*role).map(|it| (*role, it)))
                    .collect(),
            },
            amount,
            money: [
                Role::Revenue,
                Role::Margin,
                Role::Cost,
                Role::Previous,
                Role::UnitPrice,
            ]
            .iter()
            .filter_map(|it| money(*it))
            .collect(),
        }
    }
}

pub(super) fn judge<'t>(
    table: &'t Table<'t>,
    header_row: Option<usize>,
    first_row: usize,
    columns: &[Column],
    counts: &[Counts],
    plan: &Plan,
) -> Judge<'t> {
    let rows = table
        .rows
        .iter()
        .skip(first_row)
        .filter(|it| !it.bare)
        .count();
    let filled = |percent: usize| {
        move |it: &&Counts| {
            // One row may be a total.
            (usize::try_from(it.filled).unwrap_or(0) + 1) * 100 >= rows * percent
        }
    };
    let steady_words = columns
        .iter()
        .zip(counts)
        .enumerate()
        .filter(|(at, (column, count))| {
            filled(80)(count)
                && !matches!(column.content, Content::Number { .. })
                && column.role.is != Role::Quantity
                && !plan.money.iter().any(|it| it.0 == *at)
        })
        .map(|it| it.0)
        .collect();
    let amount_at = |row: usize| {
        let mut cells = Vec::new();
        table.cells(row, MAX_COLUMNS, &mut cells);
        matches!(plan.amount.of(&cells), Amount::Read(_))
    };
    let all = first_row..table.rows.len();
    let mut judge = Judge {
        table,
        header_row,
        first_row,
        header: columns.iter().map(|it| it.name.clone()).collect(),
        roles: columns.iter().map(|it| it.role.is).collect(),
        steady_words,
        usual_filled: counts.iter().filter(filled(50)).count(),
        amount: plan.amount,
        money: plan.money.clone(),
        last_amount: all
            .clone()
            .rev()
            .find(|it| amount_at(*it))
            .unwrap_or(first_row),
        first_amount: all.clone().find(|it| amount_at(*it)).unwrap_or(first_row),
        name: plan.places.name,
        id: plan.places.id,
        total_is_last: false,
    };
    let mut cells = Vec::new();
    table.cells(judge.last_amount, MAX_COLUMNS, &mut cells);
    let (fate, _) = judge.judge(judge.last_amount, &cells);
    judge.total_is_last = fate == Fate::Aside(AsideReason::Total);
    judge
}
