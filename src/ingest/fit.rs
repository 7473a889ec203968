//! How well signs explain a text: rows of one width, cells that are whole.

use super::split::Signs;
use super::table::Table;
use super::{date, number};

/// Rows looked at.
const SAMPLE_ROWS: usize = 300;
/// Rows of one cell above and below a table that speak neither for nor against it.
const TITLES: usize = 12;

/// How signs fare.
#[derive(Default)]
pub(super) struct Fit {
    /// The usual number of cells of rows that have more than one.
    width: usize,
    /// Of a thousand; more is better.
    pub(super) score: usize,
    /// Rows of one cell above the table.
    above: usize,
}

impl Fit {
    pub(super) fn of(text: &str, signs: Signs) -> Self {
        // Half of the rows may be blank.
        let table = Table::head(text, signs, SAMPLE_ROWS * 2);
        table.map_or_else(Self::default, |it| Self::of_table(&it, signs))
    }

    fn of_table(table: &Table<'_>, signs: Signs) -> Self {
        let mut widths = Vec::new();
        let mut whole = Whole::default();
        let mut head_values = None;
        for (row, at) in table.rows.iter().enumerate() {
            if widths.len() >= SAMPLE_ROWS {
                break;
            }
            if at.bare || table.is_comment(row) {
                continue;
            }
            widths.push(usize::try_from(at.cells).unwrap_or(usize::MAX));
            if at.cells == 1 {
                table.plain_cells(row, &mut |cell| whole.line(cell));
            } else {
                let is_head = head_values.is_none();
                let mut values = false;
                table.plain_cells(row, &mut |cell| {
                    values |=
                        is_head && (number::look(cell).is_some() || date::look(cell).is_some());
                    whole.add(cell, signs.delimiter);
                });
                head_values.get_or_insert(values);
            }
        }
        let (width, steady) = usual(&widths);
        if width < 2 {
            return Self::default();
        }
        let is_single = |it: &&usize| **it == 1;
        let above = widths.iter().take_while(is_single).count();
        let below = widths.iter().rev().take_while(is_single).count();
        let titles = (above.min(TITLES) + below.min(TITLES)).min(widths.len() / 2);
        let body = widths.len() - titles;
        let split = widths.iter().filter(|it| **it > 1).count();
        // A row with another number of cells is half a row of the table.
        let agree = (steady * 2 + (split - steady)) * 500 / body.max(1);
        // One row alone agrees with nothing.
        let agree = if steady < 2 && widths.len() > 1 {
            agree / 4
        } else {
            agree
        };
        let head = widths.iter().find(|it| **it > 1);
        let head = match head {
            // Names of columns would be split as the rows are.
            Some(_) if above > 0 && head_values == Some(true) => 60,
            Some(it) if *it == width => 100,
            _ => 75,
        };
        let whole = whole.percent();
        let score = agree * whole / 100 * whole / 100 * head / 100 * width / (width + 1);
        Self {
            width,
            score,
            above,
        }
    }

    /// Enough for a sign that has other uses: `12:30` under `time` is one column.
    pub(super) const fn is_plain_table(&self) -> bool {
        self.score >= 500 && (self.width > 2 || self.above == 0)
    }

    /// Enough to be a table at all.
    pub(super) const fn is_table(&self) -> bool {
        self.width > 1 && self.score >= 60
    }
}

/// The commonest number of cells above one, and on how many rows.
fn usual(widths: &[usize]) -> (usize, usize) {
    let mut sorted: Vec<usize> = widths.iter().copied().filter(|it| *it > 1).collect();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a == b)
        .max_by_key(|it| (it.len(), it.first().copied()))
        .map_or((1, 0), |it| (it.first().copied().unwrap_or(1), it.len()))
}

/// Cells without quotes around them, and how many of them look torn apart or stuck together.
#[derive(Default)]
struct Whole {
    cells: usize,
    torn: usize,
}

impl Whole {
    fn add(&mut self, cell: &str, delimiter: u8) {
        self.cells += 1;
        let cell = cell.trim();
        if cell.bytes().all(|it| it.is_ascii_alphanumeric()) {
            return;
        }
        self.torn += usize::from(is_torn(cell, delimiter));
    }

    /// A line of one cell: each sign that other dialects separate with parts two of its cells.
    fn line(&mut self, line: &str) {
        let signs = line.bytes().filter(|it| matches!(it, b';' | b'\t' | b'|'));
        let count = signs.count();
        if count > 1 {
            self.cells += count;
            self.torn += count;
        }
    }

    /// Whole cells, of a hundred; with a few cells, half a torn one more.
    fn percent(&self) -> usize {
        let cells = self.cells.max(1);
        (cells - self.torn) * 100 / cells
    }
}

/// It holds what other dialects separate with, or one half of a pair of quotes.
fn is_torn(cell: &str, delimiter: u8) -> bool {
    if number::look(cell).is_some() || date::look(cell).is_some() {
        return false;
    }
    let bytes = cell.as_bytes();
    let opens = bytes.first() == Some(&b'"');
    let closes = bytes.last() == Some(&b'"') && !is_inches(cell);
    if opens != closes || (opens && bytes.len() == 1) {
        return true;
    }
    // The end of one cell and the beginning of the next.
    let meet = |it: &[u8]| matches!(it, [a @ (b'"' | b'\''), b, c] if a == c && b.is_ascii_punctuation() && b != a);
    if bytes.windows(3).any(meet) {
        return true;
    }
    // A comma amid words is one sign of a sentence; without a space after it, of another dialect.
    let stuck = |it: &[u8]| matches!(it, [b',', b] if *b != b' ');
    bytes
        .iter()
        .any(|it| *it != delimiter && matches!(it, b';' | b'\t' | b'|'))
        || bytes.windows(2).any(stuck)
        // Signs that few programs write, and nobody twice.
        || [b'~', b'^', b'*'].iter().any(|sign| {
            *sign != delimiter && bytes.iter().filter(|it| *it == sign).nth(1).is_some()
        })
        // Columns that spaces line up.
        || cell.contains("  ")
        || matches!(bytes.last(), Some(b','))
}

/// `3"` at the end of a size.
fn is_inches(cell: &str) -> bool {
    let before = cell.bytes().rev().nth(1);
    before.is_some_and(|it| it.is_ascii_digit())
}
