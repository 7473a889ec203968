//! What the head of a file decides, and what that rests on.

use std::borrow::Cow;

use crate::ingest::content::Counts;
use crate::ingest::currency::{Codes, Currencies};
use crate::ingest::describe::count;
use crate::ingest::dialect::{CLEAR, Dialect, sniff};
use crate::ingest::elsewhere::Elsewhere;
use crate::ingest::fate::Judge;
use crate::ingest::header::usual_width;
use crate::ingest::layout::is_rewritten;
use crate::ingest::page::Encoding;
use crate::ingest::paste::CLIPBOARD_PAGE;
use crate::ingest::plan::{Plan, judge};
use crate::ingest::progress::Progress;
use crate::ingest::reading::{Column, Header, ReadOptions};
use crate::ingest::table::Table;
use crate::ingest::understand::{Found, Heading};
use crate::ingest::{MAX_COLUMNS, encoding, sniff as kinds, stacked, workbook};

/// Rows of the head that decide.
const ROWS: usize = 2_500;
/// Bytes that are tried first; wide rows need more.
const BYTES: usize = 256 * 1024;

/// What the head of a file decided for good.
pub(super) struct Head {
    /// The first rows.
    pub(super) text: String,
    pub(super) bytes: Vec<u8>,
    /// Bytes of a mark before the text.
    pub(super) mark: usize,
    pub(super) encoding: crate::ingest::reading::Decided<Encoding>,
    pub(super) dialect: Dialect,
    pub(super) heading: Heading,
    pub(super) options: ReadOptions,
    pub(super) guess: Guess,
    /// What the cells of the first rows are.
    pub(super) counts: Vec<Counts>,
}

/// What the columns mean, as far as rows depend on it.
pub(super) struct Guess {
    pub(super) columns: Vec<Column>,
    pub(super) plan: Plan,
    pub(super) judge: Judge,
}

impl Guess {
    /// Rows would be judged the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let contents = |it: &Self| -> Vec<_> {
            let contents = it.columns.iter().map(|it| (it.role.is, it.content));
            contents.collect()
        };
        self.plan == other.plan && self.judge == other.judge && contents(self) == contents(other)
    }
}

impl Head {
    /// `None` where the whole file must be seen.
    pub(super) fn new(head: &[u8], is_whole: bool, options: &ReadOptions) -> Option<Self> {
        let is_text = !head.starts_with(CLIPBOARD_PAGE.encode_utf8(&mut [0; 4]).as_bytes())
            && kinds::by_magic(head).is_none()
            && workbook::open(head).is_none();
        if !is_text || options.sheet.is_some() {
            return None;
        }
        let first = Self::of(head, BYTES, is_whole, options);
        first.or_else(|| Self::of(head, head.len(), is_whole, options))
    }

    fn of(head: &[u8], most: usize, is_whole: bool, options: &ReadOptions) -> Option<Self> {
        let cut = head
            .get(..most)
            .filter(|it| it.len() < head.len() || !is_whole);
        let bytes = match cut {
            None => head,
            Some(cut) => cut.get(..=cut.iter().rposition(|it| *it == b'\n' || *it == b'\r')?)?,
        };
        if options.encoding.is_none() && kinds::is_binary(head) {
            return None;
        }
        let decoded = encoding::decode(bytes, options.encoding);
        let text = decoded.text;
        let has_mark = decoded.encoding.is == Encoding::Utf8 && bytes.starts_with(b"\xef\xbb\xbf");
        // JSON is rewritten, as are columns of spaces below.
        if decoded.bad > 0 || text.trim_start().starts_with(['[', '{']) || text.trim().is_empty() {
            return None;
        }
        let dialect = sniff(&text, options.delimiter);
        let is_clear = dialect.score >= CLEAR && dialect.delimiter.is != ' ';
        if dialect.signs.escape.is_some()
            || (options.delimiter.is_none() && !is_clear)
            || is_rewritten(&text, &dialect, options.delimiter)
        {
            return None;
        }
        let table = Table::head(&text, dialect.signs, ROWS)?;
        let is_all = cut.is_none();
        if !table.unclosed.is_empty() || (table.rows.len() < ROWS && !is_all) {
            return None;
        }
        let heading = Heading::find(&table, &dialect, options);
        let rows = heading.first_row..heading.area.end;
        let is_wide =
            heading.width > MAX_COLUMNS || usual_width(&table, rows.clone(), usize::MAX) < 2;
        let is_one = heading.area == (heading.top..table.rows.len())
            && (options.header.is_some() || stacked::is_one(&table, heading.top));
        let is_below = matches!(options.header, Some(Header::Line(line)) if table.rows.last().is_some_and(|it| it.line <= line));
        if is_wide || !is_one || is_below || rows.is_empty() {
            return None;
        }
        let mut go = |_: f64| true;
        let counts = count(
            &table,
            rows.clone(),
            &heading.names,
            &mut Progress::new(&mut go),
        )?;
        let filled = table
            .rows
            .get(rows.clone())?
            .iter()
            .filter(|it| !it.bare)
            .count();
        let found = Found {
            encoding: decoded.encoding,
            dialect,
            decimal: None,
            table: &table,
        };
        let columns = heading.columns(&found, &counts, options);
        if is_elsewhere(&table, &heading, &columns, &counts) {
            return None;
        }
        let places = Currencies::places(&columns, &counts);
        let mut codes = Codes::default();
        if places.are_on_rows() {
            let mut cells: Vec<Cow<'_, str>> = Vec::new();
            for row in rows {
                table.cells(row, columns.len(), &mut cells);
                if let Some(code) = places.code(&cells) {
                    codes.add(&code);
                }
            }
        }
        let currencies = places.with(codes, &columns, &counts);
        let dialect = found.dialect;
        let guess = Guess::new(columns, &counts, &heading, (filled, currencies));
        Some(Self {
            bytes: bytes.to_vec(),
            mark: if has_mark { 3 } else { 0 },
            encoding: decoded.encoding,
            dialect,
            heading,
            options: options.clone(),
            guess,
            text: text.into_owned(),
            counts,
        })
    }

    /// The columns, from what all their cells hold, and the rest of the decision.
    pub(super) fn decide(&self, counts: &[Counts], filled: usize, codes: Codes) -> Option<Guess> {
        let table = Table::head(&self.text, self.dialect.signs, ROWS)?;
        let found = self.found(&table);
        let columns = self.heading.columns(&found, counts, &self.options);
        if is_elsewhere(&table, &self.heading, &columns, counts) {
            return None;
        }
        let currencies = Currencies::places(&columns, counts).with(codes, &columns, counts);
        Some(Guess::new(
            columns,
            counts,
            &self.heading,
            (filled, currencies),
        ))
    }

    pub(super) fn found<'t>(&self, table: &'t Table<'t>) -> Found<'t> {
        Found {
            encoding: self.encoding,
            dialect: self.dialect.clone(),
            decimal: None,
            table,
        }
    }
}

/// Rows do not name their customers themselves.
fn is_elsewhere(
    table: &Table<'_>,
    heading: &Heading,
    columns: &[Column],
    counts: &[Counts],
) -> bool {
    let rows = heading.first_row..table.rows.len();
    Elsewhere::find(table, rows, columns, (counts, &Plan::new(columns, counts))).is_some()
}

impl Guess {
    fn new(
        columns: Vec<Column>,
        counts: &[Counts],
        heading: &Heading,
        known: (usize, Currencies),
    ) -> Self {
        let plan = Plan::new(&columns, counts);
        let judge = judge(heading.header_row.is_some(), &columns, counts, &plan, known);
        Self {
            columns,
            plan,
            judge,
        }
    }
}
