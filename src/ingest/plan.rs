//! Which column gives what, and what is known of the table when rows are judged.

use std::borrow::Cow;
use std::ops::Range;

use super::MAX_COLUMNS;
use super::composed::{Composed, Scale, Sum};
use super::content::Counts;
use super::currency::Currencies;
use super::customers::{KEPT, Places};
use super::date;
use super::fate::{Amount, AmountFrom, Fate, Judge, is_labelled, text};
use super::fold::fold;
use super::reading::{AsideReason, By, Column, Content, Decimal, ReadOptions, RoleReason};
use super::role::Role;
use super::table::Table;
use super::words::{FIRST_NAMES, LAST_NAMES};

/// Which column gives what.
pub(super) struct Plan {
    pub(super) places: Places,
    pub(super) amount: AmountFrom,
    pub(super) money: Vec<(usize, Decimal)>,
}

impl Plan {
    pub(super) fn new(columns: &[Column], counts: &[Counts]) -> Self {
        let at = |role: Role| columns.iter().position(|it| it.role.is == role);
        let decimal = |column: usize| match columns.get(column).map(|it| it.content) {
            Some(Content::Number { decimal, .. }) => decimal,
            _ => Decimal::Point,
        };
        let money = |role: Role| at(role).map(|it| (it, decimal(it)));
        let count = |it: &Sum| counts.get(it.0);
        let discount = money(Role::Discount)
            .and_then(|it| Some((it, Scale::find(columns.get(it.0)?, count(&it)?)?)));
        // Beside amounts that have signs of their own, sides say nothing new.
        let side = |amount: &Sum| {
            at(Role::Side).filter(|_| count(amount).is_some_and(|it| it.negatives == 0))
        };
        let sides = money(Role::Debit).zip(money(Role::Credit));
        let product = money(Role::Quantity).zip(money(Role::UnitPrice));
        let amount = match (money(Role::Revenue), sides, product, discount) {
            (Some(amount), ..) => side(&amount)
                .map_or(AmountFrom::Column(amount.0, amount.1), |side| {
                    AmountFrom::Composed(Composed::Marked { amount, side })
                }),
            (_, Some((debit, credit)), ..) => AmountFrom::Composed(Composed::Sides {
                debit,
                credit,
                is_signed: count(&debit).is_some_and(|it| it.negatives > it.positives),
            }),
            (_, _, Some((quantity, price)), Some((discount, scale))) => {
                AmountFrom::Composed(Composed::Discounted {
                    quantity,
                    price,
                    discount,
                    scale,
                })
            }
            (_, _, Some((quantity, price)), None) => AmountFrom::Product(quantity, price),
            _ => AmountFrom::Nowhere,
        };
        let date = at(Role::Date).and_then(|it| match columns.get(it)?.content {
            Content::Date { order, .. } => Some((it, order)),
            _ => None,
        });
        let person = person(columns);
        // A half of a person's name, or words that merely might be a name, give way to the whole.
        let is_better = |it: &usize| {
            columns.get(*it).is_some_and(|column| {
                column.role.by == By::Hand
                    || (column.reason != RoleReason::ByContent
                        && person.is_none_or(|(first, last)| *it != first && *it != last))
            })
        };
        Self {
            places: Places {
                name: at(Role::Name).filter(|it| person.is_none() || is_better(it)),
                person,
                id: at(Role::Id),
                margin: money(Role::Margin),
                cost: money(Role::Cost),
                previous: money(Role::Previous),
                date,
                order: at(Role::Order),
                product: at(Role::Product),
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
                Role::Debit,
                Role::Credit,
            ]
            .iter()
            .filter_map(|it| money(*it))
            .collect(),
        }
    }
}

impl Plan {
    /// The row's day is outside the days asked for, or cannot be read.
    pub(super) fn is_outside(&self, options: &ReadOptions, cells: &[Cow<'_, str>]) -> bool {
        if options.since.is_none() && options.until.is_none() {
            return false;
        }
        let day = self
            .places
            .date
            .and_then(|(column, order)| date::look(text(cells, column))?.value(order));
        day.is_none_or(|it| {
            options.since.is_some_and(|since| it < since)
                || options.until.is_some_and(|until| it > until)
        })
    }
}

/// The columns of a person's first and last name.
fn person(columns: &[Column]) -> Option<(usize, usize)> {
    let called = |names: &[&str]| {
        columns.iter().position(|it| {
            let name = fold(&it.name);
            // `Billing first name`, `First name (billing)`.
            let is_it = |word: &&str| format!(" {name} ").contains(&format!(" {word} "));
            names.iter().any(is_it) && it.role.is != Role::Unused
        })
    };
    let (first, last) = (called(FIRST_NAMES)?, called(LAST_NAMES)?);
    // `First and last name` is one column.
    (first != last).then_some((first, last))
}

/// The last row with an amount; of a sum and a mean below it, the upper one.
fn last_of_rows(
    table: &Table<'_>,
    rows: Range<usize>,
    amount_at: &impl Fn(usize) -> bool,
) -> usize {
    let mut cells = Vec::new();
    let mut last = None;
    for row in rows.clone().rev().filter(|it| amount_at(*it)).take(4) {
        table.cells(row, MAX_COLUMNS, &mut cells);
        let is_labelled = is_labelled(&cells);
        if last.is_none() || is_labelled {
            last = Some(row);
        }
        if !is_labelled {
            break;
        }
    }
    last.unwrap_or(rows.start)
}

pub(super) fn judge<'t>(
    table: &'t Table<'t>,
    header_row: Option<usize>,
    (table_start, rows): (usize, Range<usize>),
    columns: &[Column],
    counts: &[Counts],
    plan: &Plan,
) -> Judge<'t> {
    let filled_rows = table
        .rows
        .get(rows.clone())
        .unwrap_or_default()
        .iter()
        .filter(|it| !it.bare)
        .count();
    let filled = |percent: usize| {
        move |it: &&Counts| {
            // One row may be a total.
            (usize::try_from(it.filled).unwrap_or(0) + 1) * 100 >= filled_rows * percent
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
    let mut judge = Judge {
        table,
        header_row,
        table_start,
        rows: rows.clone(),
        header: columns.iter().map(|it| it.name.clone()).collect(),
        roles: columns.iter().map(|it| it.role.is).collect(),
        steady_words,
        usual_filled: counts.iter().filter(filled(50)).count(),
        amount: plan.amount,
        money: plan.money.clone(),
        last_amount: last_of_rows(table, rows.clone(), &amount_at),
        first_amount: rows.clone().find(|it| amount_at(*it)).unwrap_or(rows.start),
        name: plan.places.name,
        person: plan.places.person,
        id: plan.places.id,
        currencies: Currencies::find(table, rows, columns, counts),
        total_is_last: false,
    };
    let mut cells = Vec::new();
    table.cells(judge.last_amount, MAX_COLUMNS, &mut cells);
    let (fate, _) = judge.judge(judge.last_amount, &cells);
    judge.total_is_last = fate == Fate::Aside(AsideReason::Total);
    judge
}
