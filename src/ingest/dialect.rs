//! What separates cells.
//!
//! Each candidate is tried on the first rows. Semicolon, tab and bar seldom stand in names and
//! numbers, so one that gives steady rows wins over a comma, which does: `Virtanen, Matti;1,50`.

use super::progress::Progress;
use super::reading::{By, DELIMITERS, Decided};
use super::table::Table;

/// Rows looked at.
const SAMPLE_ROWS: usize = 300;
/// Bytes looked at.
const SAMPLE_BYTES: usize = 128 * 1024;

/// The delimiter, and whether the first line says it (`sep=;`).
pub(super) struct Dialect {
    pub(super) delimiter: Decided<char>,
    pub(super) sep_line: bool,
}

/// Finds the delimiter of a text.
pub(super) fn sniff(text: &str, choice: Option<char>) -> Dialect {
    let said = sep_line(text);
    let delimiter = match choice {
        Some(is) => Decided { is, by: By::Hand },
        None => Decided {
            is: said.unwrap_or_else(|| likeliest(sample(text))),
            by: By::Reader,
        },
    };
    Dialect {
        delimiter,
        sep_line: said.is_some(),
    }
}

/// The delimiter as the byte that rows are split by.
pub(super) fn byte_of(delimiter: char) -> u8 {
    u8::try_from(delimiter)
        .ok()
        .filter(u8::is_ascii)
        .unwrap_or(b';')
}

/// Excel's own first line: `sep=;`, perhaps in quotes.
fn sep_line(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let mut rest = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?
        .chars();
    match (rest.next(), rest.next()) {
        (Some(it), None) if it.is_ascii() && !it.is_alphanumeric() => Some(it),
        // Trimmed away above.
        (None, None) => Some('\t'),
        _ => None,
    }
}

/// The first part of a text, cut at a line end.
fn sample(text: &str) -> &str {
    let Some(head) = text.as_bytes().get(..SAMPLE_BYTES) else {
        return text;
    };
    let end = head
        .iter()
        .rposition(|it| *it == b'\n' || *it == b'\r')
        .map_or(text.len(), |it| it + 1);
    text.get(..end).unwrap_or(text)
}

/// How a candidate fares.
struct Fit {
    /// The usual number of cells.
    width: u32,
    /// Rows with that number.
    steady: usize,
    /// Rows that are not blank.
    rows: usize,
    /// Rows with the delimiter, the first among them.
    split: usize,
    /// The first row with the usual number is among the first rows with any delimiter.
    head_fits: bool,
}

impl Fit {
    fn of(text: &str, delimiter: char) -> Self {
        let mut go = |_: f64| true;
        let mut quiet = Progress::new(&mut go);
        let widths: Vec<u32> = Table::new(text, byte_of(delimiter), &mut quiet)
            .map(|it| {
                it.rows
                    .iter()
                    .filter(|it| !it.bare)
                    .take(SAMPLE_ROWS)
                    .map(|it| it.cells)
                    .collect()
            })
            .unwrap_or_default();
        let mut sorted: Vec<u32> = widths.iter().copied().filter(|it| *it > 1).collect();
        sorted.sort_unstable();
        let (mut width, mut steady) = (1, 0);
        for run in sorted.chunk_by(|a, b| a == b) {
            if run.len() >= steady {
                steady = run.len();
                width = run.first().copied().unwrap_or(1);
            }
        }
        let head = widths.iter().find(|it| **it > 1);
        Self {
            width,
            steady,
            rows: widths.len(),
            split: match widths.first() {
                Some(2..) => sorted.len(),
                _ => 0,
            },
            head_fits: head == Some(&width),
        }
    }

    /// Enough rows agree to call it a table: titles above and notes below have no delimiter.
    fn is_steady(&self, part: usize) -> bool {
        let ragged = self.split * 100 >= self.rows * 80;
        self.width > 1 && (self.steady * 100 >= self.rows * part || (part >= 50 && ragged))
    }

    /// More is better: rows that agree, then columns.
    fn score(&self) -> (usize, u32) {
        (
            self.steady * 20 / self.rows.max(1) * usize::from(self.width > 1),
            self.width,
        )
    }
}

fn likeliest(text: &str) -> char {
    let fits = DELIMITERS.map(|it| (it, Fit::of(text, it)));
    let comma = fits.iter().find(|it| it.0 == ',').map(|it| &it.1);
    let best = fits
        .iter()
        .filter(|(it, fit)| *it != ',' && fit.is_steady(50))
        .max_by_key(|(_, fit)| fit.score());
    let Some((best, fit)) = best else {
        return match comma {
            Some(comma) if comma.is_steady(30) => ',',
            _ => fits
                .iter()
                .max_by_key(|(_, fit)| fit.score())
                .filter(|(_, fit)| fit.width > 1)
                .map_or(',', |it| it.0),
        };
    };
    // A comma wins only where its rows are at least as steady, its header too, and wider.
    match comma {
        Some(comma)
            if comma.head_fits
                && comma.width > fit.width
                && comma.steady >= fit.steady
                && (!fit.head_fits || comma.steady == comma.rows) =>
        {
            // `Nimi;Myynti` over `Oy;1,50`: the header has fewer commas than the rows.
            ','
        }
        _ => *best,
    }
}

#[cfg(test)]
mod tests;
