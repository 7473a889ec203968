//! Rows to a reading: header, columns, what is used and what is set aside, customers.

use std::borrow::Cow;

use super::columns::assign;
use super::describe::{count, describe, doubts};
use super::dialect::Dialect;
use super::fate::{Amount, Fate};
use super::issue::IssueKind;
use super::issues::Issues;
use super::plan::{Plan, judge};
use super::progress::Progress;
use super::reading::{AsideReason, By, Decided, Encoding, Header, ReadOptions, Reading};
use super::rows::{Rows, row_issues};
use super::table::Table;
use super::{MAX_COLUMNS, RowSeen, header, number};

/// What the steps before found.
pub(super) struct Found<'t> {
    pub(super) encoding: Decided<Encoding>,
    pub(super) dialect: Dialect,
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
    let width = header::usual_width(table, usize::MAX);
    let (header, header_row) = header_of(table, top, width.min(MAX_COLUMNS), options.header);
    let mut cells: Cells<'_> = Vec::new();
    let mut first_row = top;
    if let Some(row) = header_row {
        table.cells(row, usize::MAX, &mut cells);
        first_row = row + 1;
        let mut below = Vec::new();
        table.cells(first_row, usize::MAX, &mut below);
        if header.by == By::Reader && header::join_years(&mut cells, &below) {
            first_row += 1;
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

    let counts = count(table, first_row, &names, progress)?;
    let given = assign(&names, &counts, &options.columns);
    let columns = describe(
        names,
        &counts,
        &given,
        options,
        (found.dialect.delimiter.is, table),
    );
    let plan = Plan::new(&columns);
    doubts(&columns, &mut issues);

    let judge = judge(table, header_row, first_row, &columns, &counts, &plan);
    progress.part(1.0)?;
    let mut rows = Rows::default();
    for row in 0..table.rows.len() {
        progress.step(row, table.rows.len())?;
        if Some(row) == header_row {
            continue;
        }
        let Some(at) = table.rows.get(row) else {
            continue;
        };
        table.cells(row, usize::MAX, &mut cells);
        let (mut fate, amount) = if row < top {
            (Fate::Aside(AsideReason::Preamble), Amount::Missing)
        } else {
            judge.judge(row, &cells)
        };
        if fate != Fate::Aside(AsideReason::Blank) && options.taken_back.contains(&at.line) {
            fate = Fate::Use;
        }
        let reason = match fate {
            Fate::Use => None,
            Fate::Aside(reason) => Some(reason),
        };
        listener((at.line, reason, &cells));
        rows.take(&plan, &columns, at.line, reason, amount, &cells);
        row_issues(&plan, at.line, reason, &cells, wanted, &mut issues);
    }
    let currency = rows.currency(&columns, &counts, &mut issues);
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
    top: usize,
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
            let row = header::find(table, top, width);
            let is = row.map_or(Header::None, |it| Header::Line(line_of(it)));
            (Decided { is, by: By::Reader }, row)
        }
    }
}
