//! Rows to a reading: header, columns, what is used and what is set aside, customers.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::assign;
use super::describe::{count, describe, doubts};
use super::dialect::Dialect;
use super::fate::{Amount, Fate};
use super::issue::IssueKind;
use super::issues::Issues;
use super::page::Encoding;
use super::plan::{Plan, judge};
use super::progress::Progress;
use super::reading::{AsideReason, By, Decided, Decimal, Header, ReadOptions, Reading};
use super::rows::{Rows, row_issues};
use super::table::Table;
use super::{MAX_COLUMNS, RowFate, RowSeen, header, number, stacked};
use crate::domain::money::Currency;

/// What the steps before found.
pub(super) struct Found<'t> {
    pub(super) encoding: Decided<Encoding>,
    pub(super) dialect: Dialect,
    /// The decimal sign that the clipboard tells.
    pub(super) decimal: Option<Decimal>,
    pub(super) table: &'t Table<'t>,
}

type Cells<'t> = Vec<Cow<'t, str>>;

/// Makes the reading; `None` if stopped.
pub(super) fn understand(
    found: &Found<'_>,
    options: &ReadOptions,
    mut issues: Issues,
    progress: &mut Progress<'_>,
    listener: &mut dyn FnMut(RowSeen<'_>),
) -> Option<Reading> {
    let table = found.table;
    let top = usize::from(found.dialect.sep_line);
    let area = match options.header {
        None => stacked::main_table(table, top),
        Some(_) => top..table.rows.len(),
    };
    let width = header::usual_width(table, area.clone(), usize::MAX);
    let within = width.min(MAX_COLUMNS);
    let (header, header_row) = header_of(table, area.clone(), within, options.header);
    let mut cells: Cells<'_> = Vec::new();
    let mut first_row = area.start;
    if let Some(row) = header_row {
        table.cells(row, usize::MAX, &mut cells);
        first_row = row + 1;
        let mut below = Vec::new();
        table.cells(first_row, usize::MAX, &mut below);
        if header.by == By::Reader && header::join_years(&mut cells, &below) {
            first_row += 1;
        } else if header.by == By::Reader && row > area.start {
            table.cells(row - 1, usize::MAX, &mut below);
            header::join_years_above(&mut cells, &below);
        }
    }
    while cells.last().is_some_and(|it| it.trim().is_empty()) {
        cells.pop();
    }
    let found_width = width.max(cells.len());
    let width = found_width.min(MAX_COLUMNS);
    if found_width > width {
        issues.add(
            None,
            IssueKind::TooManyColumns {
                found: found_width,
                used: width,
            },
        );
    }
    let wanted = if header_row.is_some() {
        cells.len()
    } else {
        width
    };
    let mut names: Vec<String> = cells
        .iter()
        .map(|it| number::shown(it.trim()).to_owned())
        .collect();
    names.resize(width, String::new());

    let counts = count(table, first_row..area.end, &names, progress)?;
    let given = assign(&names, &counts, &options.columns);
    let columns = describe(
        names,
        &counts,
        &given,
        options,
        (found.dialect.delimiter.is, found.decimal, table),
    );
    let plan = Plan::new(&columns, &counts);
    doubts(&columns, &mut issues);

    let rows_of_table = (area.start, first_row..area.end);
    let judge = judge(table, header_row, rows_of_table, &columns, &counts, &plan);
    progress.part(1.0)?;
    let mut rows = Rows::default();
    for row in 0..table.rows.len() {
        progress.step(row, table.rows.len())?;
        let Some(at) = table.rows.get(row) else {
            continue;
        };
        table.cells(row, usize::MAX, &mut cells);
        if Some(row) == header_row {
            listener((at.line, RowFate::Header, &cells));
            continue;
        }
        let (mut fate, mut amount) = if row < top {
            (Fate::Aside(AsideReason::Preamble), Amount::Missing)
        } else {
            judge.judge(row, &cells)
        };
        if fate == Fate::Use && plan.is_outside(options, &cells) {
            fate = Fate::Aside(AsideReason::OutsidePeriod);
        }
        if fate != Fate::Aside(AsideReason::Blank) && options.taken_back.contains(&at.line) {
            fate = Fate::Use;
            amount = plan.amount.of(&cells);
        }
        let (reason, told) = match fate {
            Fate::Use => (None, RowFate::Used),
            Fate::Aside(reason) => (Some(reason), RowFate::Aside(reason)),
        };
        listener((at.line, told, &cells));
        rows.take(&plan, &columns, at.line, reason, amount, &cells);
        row_issues(&plan, at.line, reason, &cells, wanted, &mut issues);
    }
    let codes = judge.currencies.codes;
    let currency = codes.first().map(|it| Currency::new(it));
    if codes.len() > 1 {
        issues.add(None, IssueKind::MixedCurrencies { codes });
    }
    Some(rows.finish(
        found,
        options.shape,
        (header, columns),
        &plan,
        currency,
        issues,
    ))
}

/// The header as the reading tells it, and its row.
fn header_of(
    table: &Table<'_>,
    area: Range<usize>,
    width: usize,
    choice: Option<Header>,
) -> (Decided<Header>, Option<usize>) {
    let line_of = |row: usize| table.rows.get(row).map_or(1, |it| it.line);
    match choice {
        Some(Header::None) => (
            Decided {
                is: Header::None,
                by: By::Hand,
            },
            None,
        ),
        Some(Header::Line(line)) => {
            // The row that the line is part of.
            let row = table
                .rows
                .partition_point(|it| it.line <= line)
                .saturating_sub(1);
            (
                Decided {
                    is: Header::Line(line),
                    by: By::Hand,
                },
                Some(row),
            )
        }
        None => {
            let row = header::find(table, area, width);
            let is = row.map_or(Header::None, |it| Header::Line(line_of(it)));
            (Decided { is, by: By::Reader }, row)
        }
    }
}
