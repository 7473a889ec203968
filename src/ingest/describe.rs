//! Columns as they are told: what their cells hold, by which conventions, and what is doubtful.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::Given;
use super::content::Counts;
use super::issue::IssueKind;
use super::issues::Issues;
use super::memo::Memo;
use super::progress::Progress;
use super::reading::{By, Column, Content, DateOrder, Decimal, ReadOptions, RoleReason};
use super::role::Role;
use super::table::Table;

/// Looks at every cell below the header.
pub(super) fn count(
    table: &Table<'_>,
    rows: Range<usize>,
    names: &[String],
    progress: &mut Progress<'_>,
) -> Option<Vec<Counts>> {
    progress.part(0.6)?;
    let mut counts = vec![Counts::default(); names.len()];
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut memo = Memo::default();
    for row in rows {
        progress.step(row, table.rows.len())?;
        table.cells(row, names.len(), &mut cells);
        // The header again, on each page.
        if cells
            .iter()
            .map(|it| it.trim())
            .eq(names.iter().map(String::as_str))
        {
            continue;
        }
        let line = table.rows.get(row).map_or(0, |it| it.line);
        for (count, cell) in counts.iter_mut().zip(&cells) {
            count.add_with(line, cell, &mut memo);
        }
    }
    Some(counts)
}

/// What each column is, with the conventions of its cells.
pub(super) fn describe(
    names: Vec<String>,
    counts: &[Counts],
    given: &[Given],
    options: &ReadOptions,
    (delimiter, said, table): (char, Option<Decimal>, &Table<'_>),
) -> Vec<Column> {
    let proposal = proposed_decimal(counts, delimiter, table);
    let order = counts
        .iter()
        .filter(|it| it.date_percent() >= 80)
        .find_map(Counts::proven_order)
        .unwrap_or(DateOrder::DayFirst);
    let column = |(index, name): (usize, String)| {
        let count = counts.get(index).cloned().unwrap_or_default();
        let given = given.get(index)?;
        let hand = options.columns.iter().find(|it| it.index == index);
        let (content, doubt) = content_of(
            given.role.is,
            &count,
            hand.and_then(|it| it.decimal),
            hand.and_then(|it| it.date_order),
            (proposal, order, said),
        );
        Some(Column {
            name,
            role: given.role,
            confidence: given.confidence,
            reason: given.reason,
            content,
            doubt,
        })
    };
    names.into_iter().enumerate().filter_map(column).collect()
}

/// The decimal sign most columns prove; else the one that goes with the delimiter and the letters.
fn proposed_decimal(counts: &[Counts], delimiter: char, table: &Table<'_>) -> Decimal {
    let proven = |sign: Decimal| {
        counts
            .iter()
            .filter(|it| it.number_percent() >= 80 && it.proven_decimal() == Some(sign))
            .count()
    };
    let (comma, point) = (proven(Decimal::Comma), proven(Decimal::Point));
    if comma != point {
        return if comma > point {
            Decimal::Comma
        } else {
            Decimal::Point
        };
    }
    // `4.500 €`: a sign after the figure is not written by those who write a decimal point.
    let is_european =
        |(_, it): &(u32, String)| it.contains('.') && it.ends_with(['€', 'ł', 'č', 'r']);
    let mut doubts = counts.iter().filter_map(|it| it.decimal_doubt());
    match delimiter {
        _ if doubts.any(|it| it.iter().all(is_european)) => Decimal::Comma,
        ',' => Decimal::Point,
        ';' => Decimal::Comma,
        // A sheet's own numbers have a point, and nothing to ask.
        _ if table.is_sheet() && counts.iter().all(|it| it.decimal_doubt().is_none()) => {
            Decimal::Point
        }
        _ if table.has_european_letters() => Decimal::Comma,
        _ => Decimal::Point,
    }
}

fn content_of(
    role: Role,
    count: &Counts,
    decimal: Option<Decimal>,
    order: Option<DateOrder>,
    (proposal, order_proposal, said): (Decimal, DateOrder, Option<Decimal>),
) -> (Content, Vec<(u32, String)>) {
    if count.filled == 0 {
        return (Content::Empty, Vec::new());
    }
    let names = matches!(
        role,
        Role::Name | Role::Id | Role::BusinessId | Role::Order | Role::Group | Role::Owner
    );
    let is_date = match role {
        _ if names => false,
        Role::Date => count.any_date_percent() >= 50 || order.is_some(),
        _ => count.date_percent() >= 80 && !role.is_money(),
    };
    if is_date {
        let doubt = count.date_doubt().cloned().unwrap_or_default();
        let content = Content::Date {
            order: order.or(count.proven_order()).unwrap_or(order_proposal),
            ambiguous: !doubt.is_empty() && order.is_none(),
        };
        return (content, doubt);
    }
    let codes = names || (count.code_like * 5 > count.numbers && !role.is_money());
    let numbers = count.number_percent();
    if !codes && (numbers >= 80 || (role.is_money() && numbers > 0) || decimal.is_some()) {
        let doubt = count.decimal_doubt().filter(|_| said.is_none());
        let doubt = doubt.cloned().unwrap_or_default();
        let content = Content::Number {
            decimal: decimal
                .or(count.proven_decimal())
                .or(said)
                .unwrap_or(proposal),
            ambiguous: !doubt.is_empty() && decimal.is_none(),
        };
        return (content, doubt);
    }
    (Content::Text, Vec::new())
}

/// Doubts that ask the user, for columns that count.
pub(super) fn doubts(columns: &[Column], issues: &mut Issues) {
    for (column, it) in columns.iter().enumerate() {
        if let (RoleReason::AsWellAs(other), By::Reader) = (it.reason, it.role.by) {
            let kind = match it.role.is {
                Role::Name => IssueKind::TwoCustomers { column, other },
                _ => IssueKind::TwoAmounts { column, other },
            };
            issues.add(None, kind);
        }
        let Some((line, example)) = it.doubt.first().cloned() else {
            continue;
        };
        match it.content {
            Content::Number {
                ambiguous: true, ..
            } if it.role.is.is_money() || it.role.is == Role::Quantity => {
                issues.add(Some(line), IssueKind::AmbiguousDecimal { column, example });
            }
            Content::Date {
                ambiguous: true, ..
            } if it.role.is == Role::Date => {
                issues.add(Some(line), IssueKind::AmbiguousDate { column, example });
            }
            _ => {}
        }
    }
}
