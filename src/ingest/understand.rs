//! Rows to a reading: header, columns, what is used and what is set aside, customers.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::assign;
use super::content::Counts;
use super::currency::Currencies;
use super::date;
use super::describe::{count, describe, doubts};
use super::dialect::Dialect;
use super::elsewhere::{Carrier, Elsewhere};
use super::evidence::Evidence;
use super::fate::{Amount, Around, Fate, Part};
use super::fold::fold;
use super::issue::IssueKind;
use super::issues::Issues;
use super::page::Encoding;
use super::plan::{InTable, Plan, judge};
use super::progress::Progress;
use super::reading::{
    AsideReason, By, Column, Decided, Decimal, Header, Layout, ReadOptions, Reading,
};
use super::rows::{Rows, row_issues};
use super::table::Table;
use super::{MAX_COLUMNS, RowFate, RowSeen, header, number, stacked};

/// What the steps before found.
pub(super) struct Found<'t> {
    pub(super) encoding: Decided<Encoding>,
    pub(super) dialect: Dialect,
    /// The decimal sign that the clipboard tells.
    pub(super) decimal: Option<Decimal>,
    pub(super) table: &'t Table<'t>,
}

type Cells<'t> = Vec<Cow<'t, str>>;

/// Where the table is, and what its columns are called.
pub(super) struct Heading {
    /// Rows above everything: `sep=;`, or what tells of the table between `---` and `---`.
    pub(super) top: usize,
    /// The rows of the table, its titles too.
    pub(super) area: Range<usize>,
    pub(super) header: Decided<Header>,
    pub(super) header_row: Option<usize>,
    /// The first row below the header.
    pub(super) first_row: usize,
    /// One for each column that is looked at.
    pub(super) names: Vec<String>,
    /// Columns in the file.
    pub(super) width: usize,
    /// Cells that a row should have.
    pub(super) wanted: usize,
}

/// How many rows tell of the table above it, between two lines of three dashes.
fn described(table: &Table<'_>) -> usize {
    let mut cells: Cells<'_> = Vec::new();
    let mut is_rule = |row: usize| {
        table.cells(row, 2, &mut cells);
        matches!(cells.as_slice(), [it] if it.trim() == "---")
    };
    let end = is_rule(0).then(|| (1..table.rows.len().min(200)).find(|it| is_rule(*it)));
    end.flatten().map_or(0, |it| it + 1)
}

impl Heading {
    pub(super) fn find(table: &Table<'_>, dialect: &Dialect, options: &ReadOptions) -> Self {
        let top = usize::from(dialect.sep_line).max(described(table));
        let mut area = match options.header {
            None => stacked::main_table(table, top),
            Some(_) => top..table.rows.len(),
        };
        let found = |area: &Range<usize>| {
            let width = header::usual_width(table, area.clone(), usize::MAX);
            let within = width.min(MAX_COLUMNS);
            let header = header_of(table, area.clone(), within, options.header);
            (width, within, header)
        };
        let (mut width, mut within, mut header) = found(&area);
        if header.1.is_none()
            && options.header.is_none()
            && let Some(below) = stacked::below_remarks(table, top)
        {
            area = below;
            (width, within, header) = found(&area);
        }
        let (header, header_row) = header;
        let mut cells: Cells<'_> = Vec::new();
        let mut first_row = area.start;
        if let Some(row) = header_row {
            table.cells(row, usize::MAX, &mut cells);
            first_row = row + 1;
            let (mut below, mut next) = (Vec::new(), Vec::new());
            // A blank row may stand between names over two lines.
            let is_blank = table.rows.get(first_row).is_some_and(|it| it.blank);
            let second = first_row + usize::from(is_blank);
            let mut at = second;
            table.cells(at, usize::MAX, &mut below);
            table.cells(at + 1, usize::MAX, &mut next);
            // Offices write names over three lines.
            while header.by == By::Reader
                && at < second + 2
                && header::join_below(&mut cells, &below, &next)
            {
                at += 1;
                std::mem::swap(&mut below, &mut next);
                table.cells(at + 1, usize::MAX, &mut next);
            }
            if at > second {
                first_row = at + usize::from(header::are_units(&cells, &below));
            } else if header.by == By::Reader {
                if header::are_units(&cells, &below) || header::are_numbered(&below, &next) {
                    first_row = second + 1 + usize::from(header::are_units(&cells, &next));
                }
                if row > area.start {
                    table.cells(row - 1, usize::MAX, &mut below);
                    header::join_years_above(&mut cells, &below);
                }
            }
        }
        if header_row.is_none() && header.by == By::Reader && is_odd(table, area.clone(), within) {
            first_row += 1;
        }
        if header_row.is_some() && header.by == By::Reader {
            first_row += header::series_head(table, first_row..area.end);
        }
        if header_row.is_some() && is_counted(table, first_row..area.end, &cells) {
            cells.insert(0, Cow::Borrowed(""));
        }
        while cells.last().is_some_and(|it| it.trim().is_empty()) {
            cells.pop();
        }
        let found_width = width.max(cells.len());
        let width = found_width.min(MAX_COLUMNS);
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
        Self {
            top,
            area,
            header,
            header_row,
            first_row,
            names,
            width: found_width,
            wanted,
        }
    }

    /// The columns, from what their cells hold.
    pub(super) fn columns(
        &self,
        found: &Found<'_>,
        counts: &[Counts],
        options: &ReadOptions,
    ) -> Vec<Column> {
        let evidence = Evidence::find(found.table, self.first_row..self.area.end, counts);
        let given = assign(&self.names, (counts, &evidence), &options.columns);
        let how = (found.dialect.delimiter.is, found.decimal, found.table);
        describe(self.names.clone(), counts, &given, options, how)
    }

    /// Says what is wrong with the columns.
    pub(super) fn doubts(&self, columns: &[Column], issues: &mut Issues) {
        if self.width > columns.len() {
            issues.add(
                None,
                IssueKind::TooManyColumns {
                    found: self.width,
                    used: columns.len(),
                },
            );
        }
        doubts(columns, issues);
    }
}

/// Makes the reading; `None` if stopped.
pub(super) fn understand(
    found: &Found<'_>,
    options: &ReadOptions,
    mut issues: Issues,
    progress: &mut Progress<'_>,
    listener: &mut dyn FnMut(RowSeen<'_>),
) -> Option<Reading> {
    let table = found.table;
    let heading = Heading::find(table, &found.dialect, options);
    let table_rows = heading.first_row..heading.area.end;
    let counts = count(table, table_rows.clone(), &heading.names, progress)?;
    let mut columns = heading.columns(found, &counts, options);
    let mut plan = Plan::new(&columns, &counts);
    let elsewhere = Elsewhere::find(table, table_rows.clone(), &columns, (&counts, &plan));
    if let Some(it) = elsewhere {
        it.plan(&mut columns, &mut plan);
    }
    let mut carrier = elsewhere.map(|it| Carrier::new(it, columns.len(), table, heading.first_row));
    heading.doubts(&columns, &mut issues);

    let filled_rows = table.rows.get(table_rows.clone()).unwrap_or_default();
    let filled_rows = filled_rows.iter().filter(|it| !it.bare).count();
    let currencies = Currencies::find(table, table_rows.clone(), &columns, &counts);
    let has_header = heading.header_row.is_some();
    let known = (filled_rows, currencies);
    let mut judge = judge(has_header, &columns, &counts, &plan, known);
    // An object that says little is one all the same, and no note.
    if found.dialect.layout == Layout::Json {
        judge.usual_filled = 0;
    }
    let in_table = InTable::new(table, heading.area.start, table_rows, &plan);
    judge.total_is_last = in_table.total_is_last(&judge);
    progress.part(1.0)?;
    let mut rows = Rows::default();
    let mut cells: Cells<'_> = Vec::new();
    for row in 0..table.rows.len() {
        progress.step(row, table.rows.len())?;
        let Some(at) = table.rows.get(row) else {
            continue;
        };
        table.cells(row, usize::MAX, &mut cells);
        if Some(row) == heading.header_row {
            listener((at.line, RowFate::Header, &cells));
            continue;
        }
        let around = in_table.row(row);
        let named = match &mut carrier {
            Some(it) if around.part() == Part::Within => Some(it.named(&cells, &judge, &plan)),
            _ => None,
        };
        let (seen, known) = named
            .as_ref()
            .map_or((cells.as_slice(), None), |it| (it.0.as_slice(), it.1));
        let judged = if row < heading.top {
            (Fate::Aside(AsideReason::Preamble), Amount::Missing)
        } else if let Some(reason) = known {
            (Fate::Aside(reason), plan.amount.of(seen))
        } else {
            judge.judge(&around, seen)
        };
        let (reason, amount) = plan.with_choices(options, at.line, judged, seen);
        listener((
            at.line,
            reason.map_or(RowFate::Used, RowFate::Aside),
            &cells,
        ));
        rows.take(&plan, &columns, at.line, reason, amount, seen);
        row_issues(&plan, at.line, reason, &cells, heading.wanted, &mut issues);
    }
    if !plan.across.is_empty() {
        issues.add(None, IssueKind::NamedAcross);
    }
    if let Some(rows) = carrier.map(|it| it.rows).filter(|it| *it > 0) {
        issues.add(None, IssueKind::NamedAbove { rows });
    }
    let finished = rows.finish(
        found,
        options.shape,
        (heading.header, columns),
        &plan,
        judge.currencies.codes,
        issues,
    );
    Some(finished.whole())
}

/// The first rows are numbered in a cell that the header leaves out, as R writes them: all have one more
/// than it names.
fn is_counted(table: &Table<'_>, rows: Range<usize>, header: &[Cow<'_, str>]) -> bool {
    let first = fold(header.first().map_or("", |it| it));
    if [
        "", "n", "nr", "nro", "no", "id", "lp", "pos", "row", "index",
    ]
    .contains(&first.as_str())
    {
        return false;
    }
    let mut cells: Cells<'_> = Vec::new();
    let (mut count, mut is_filled) = (0, false);
    for row in rows.take(NEXT) {
        table.cells(row, usize::MAX, &mut cells);
        let number = cells.first().and_then(|it| it.trim().parse::<usize>().ok());
        let is_next = number.is_some_and(|it| it == count || it == count + 1);
        if !is_next || cells.len() != header.len() + 1 {
            return false;
        }
        is_filled |= cells.last().is_some_and(|it| !it.trim().is_empty());
        count += 1;
    }
    count > 1 && is_filled
}

/// Rows that the first one is compared with.
const NEXT: usize = 8;

/// Without a header, the first row is of another kind than those below it: a bank's line on the account.
fn is_odd(table: &Table<'_>, area: Range<usize>, width: usize) -> bool {
    let mut cells: Cells<'_> = Vec::new();
    let mut kinds = |row: usize| -> Vec<Option<u8>> {
        table.cells(row, width, &mut cells);
        cells.iter().map(|it| kind(it.trim())).collect()
    };
    let first = kinds(area.start);
    let next: Vec<_> = (area.start + 1..area.end).take(NEXT).map(kinds).collect();
    let differs = |(at, first): (usize, &Option<u8>)| {
        let mut below = next.iter().filter_map(|it| it.get(at).copied().flatten());
        let steady = below
            .next()
            .filter(|it| below.clone().count() > 0 && below.all(|one| one == *it));
        first.is_some() && steady.is_some() && *first != steady
    };
    next.len() > 1 && first.iter().enumerate().filter(|it| differs(*it)).count() > 1
}

/// A number, a day, words, or mostly figures; nothing for an empty cell.
fn kind(cell: &str) -> Option<u8> {
    let figures = cell.bytes().filter(u8::is_ascii_digit).count();
    match cell {
        "" => None,
        _ if number::look(cell).is_some() => Some(0),
        _ if date::look(cell).is_some() => Some(1),
        _ if figures * 2 > cell.len() => Some(2),
        _ => Some(3),
    }
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
