//! Text to rows: line ends, line numbers.
//!
//! Where rows start is found once; cells are split again whenever a row is looked at, so a file of a
//! million rows needs no store of cells, and a plain cell is a slice of the text. Quoting follows RFC
//! 4180 with four mends: text after a closing quote belongs to the cell; a quote inside that nobody
//! doubled stays (`"say "hi" to"`); a quote that never closes (or closes on a later line amid text) is
//! a plain character, so a stray quote cannot swallow the rows below it; spaces around a quoted cell
//! are left out.

use std::borrow::Cow;

use super::progress::Progress;
use super::split::{Quoted, Signs, Span, split};
use super::workbook::Grid;

/// Lines at the top that may all be remarks.
const HEAD_LINES: usize = 60;

/// Where a row starts and how many cells it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowAt {
    start: usize,
    /// Its line, as an editor counts it, from 1.
    pub(super) line: u32,
    pub(super) cells: u32,
    /// Nothing at all stands on the line.
    pub(super) bare: bool,
    /// Nothing stands in any cell.
    pub(super) blank: bool,
}

/// The rows of a text.
pub(super) struct Table<'t> {
    text: &'t str,
    signs: Signs,
    /// A sheet, whose cells are known already.
    grid: Option<&'t Grid>,
    pub(super) rows: Vec<RowAt>,
    /// Lines on which a quote opens that never closes.
    pub(super) unclosed: Vec<u32>,
}

impl<'t> Table<'t> {
    /// What a sheet would have, if its cells were not known already.
    pub(super) const SHEET: Signs = Signs {
        delimiter: b'\t',
        quote: None,
        escape: None,
    };

    /// Finds the first rows, so many of them.
    pub(super) fn head(text: &'t str, signs: Signs, rows: usize) -> Option<Self> {
        Self::up_to(rows, text, signs, &mut Progress::new(&mut |_| true))
    }

    /// Finds the rows; `None` if stopped.
    pub(super) fn new(text: &'t str, signs: Signs, progress: &mut Progress<'_>) -> Option<Self> {
        Self::up_to(usize::MAX, text, signs, progress)
    }

    fn up_to(
        rows: usize,
        text: &'t str,
        signs: Signs,
        progress: &mut Progress<'_>,
    ) -> Option<Self> {
        let mut table = Self {
            text,
            signs,
            grid: None,
            rows: Vec::new(),
            unclosed: Vec::new(),
        };
        let bytes = text.as_bytes();
        let (mut at, mut line) = (0, 1_u32);
        let mut spans = Vec::new();
        while at < bytes.len() && table.rows.len() < rows {
            let end = split(bytes, at, signs, &mut spans);
            table.rows.push(RowAt {
                start: at,
                line,
                cells: u32::try_from(spans.len()).unwrap_or(u32::MAX),
                blank: spans.iter().all(|it| it.start == it.end),
                bare: matches!(spans.as_slice(), [only] if only.start == only.end && only.quoted == Quoted::No),
            });
            if let Some(breaks) = end.unclosed {
                table.unclosed.push(line.saturating_add(breaks));
            }
            at = end.next;
            line = line.saturating_add(end.breaks);
            progress.step(at, bytes.len())?;
        }
        Some(table)
    }

    /// The rows of a sheet.
    pub(super) fn of_grid(grid: &'t Grid) -> Self {
        let rows = grid.row_widths().map(|(line, cells)| RowAt {
            start: 0,
            line,
            cells,
            bare: cells == 0,
            blank: cells == 0,
        });
        Self {
            text: grid.text(),
            signs: Self::SHEET,
            grid: Some(grid),
            rows: rows.collect(),
            unclosed: Vec::new(),
        }
    }

    /// The cells of a row, into `cells`; at most `limit` of them.
    pub(super) fn cells(&self, row: usize, limit: usize, cells: &mut Vec<Cow<'t, str>>) {
        cells.clear();
        if let Some(grid) = self.grid {
            cells.extend(grid.cells(row).take(limit).map(Cow::Borrowed));
            return;
        }
        let Some(row) = self.rows.get(row) else {
            return;
        };
        let mut spans = SPANS.take();
        split(self.text.as_bytes(), row.start, self.signs, &mut spans);
        cells.extend(
            spans
                .iter()
                .take(limit)
                .map(|it| self.signs.text_of(self.text, *it)),
        );
        SPANS.set(spans);
    }

    /// Where a row starts.
    pub(super) fn start(&self, row: usize) -> usize {
        self.rows.get(row).map_or(self.text.len(), |it| it.start)
    }

    /// Shows each cell of a row that has no quotes around it, or text after the closing one.
    pub(super) fn plain_cells(&self, row: usize, show: &mut dyn FnMut(&str)) {
        let Some(row) = self.rows.get(row) else {
            return;
        };
        let mut spans = SPANS.take();
        split(self.text.as_bytes(), row.start, self.signs, &mut spans);
        for span in &spans {
            let text = self.text.get(span.start..span.end).unwrap_or_default();
            let is_whole = text.trim_end().bytes().last() == self.signs.quote;
            if span.quoted == Quoted::No || (span.quoted == Quoted::Mixed && !is_whole) {
                show(text);
            }
        }
        SPANS.set(spans);
    }

    /// A line that a program left out by a number sign: `# Source`, amid lines that are not, or one of
    /// the first lines, all of which are.
    pub(super) fn is_comment(&self, row: usize) -> bool {
        let rest = |row: usize| {
            let at = self.rows.get(row)?;
            Some(self.text.as_bytes().get(at.start..)?.strip_prefix(b"#"))
        };
        let is_row = |row: usize| matches!(rest(row), Some(None));
        let head = || {
            let mut lines = if row < HEAD_LINES {
                0..HEAD_LINES
            } else {
                0..0
            };
            lines.find(|it| !matches!(rest(*it), Some(Some(_))))
        };
        match rest(row).flatten().filter(|_| !self.is_sheet()) {
            Some([b' ' | b'#' | b'\n' | b'\r', ..]) => true,
            Some(_) => {
                is_row(row + 1) || head().is_some_and(|it| row < it && (it..it + 3).all(is_row))
            }
            None => false,
        }
    }

    /// The rows are those of a sheet.
    pub(super) fn is_sheet(&self) -> bool {
        self.grid.is_some()
    }

    /// The first part of the text has letters that English does not write.
    pub(super) fn has_european_letters(&self) -> bool {
        self.text
            .chars()
            .take(8_192)
            .any(|it| it.is_alphabetic() && !it.is_ascii())
    }
}

thread_local! {
    /// Room for spans, used again for each row.
    static SPANS: std::cell::Cell<Vec<Span>> = const { std::cell::Cell::new(Vec::new()) };
}

#[cfg(test)]
mod tests;
