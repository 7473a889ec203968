//! Some rows at a time: where they are among bytes, and whose they seem to be. What is known of their
//! customers comes from memory together then, instead of one wait after another.

use std::ops::Range;

use super::cells::Cells;
use super::lane::Lane;
use super::scan::{Marks, quick};
use crate::ingest::customers::AT_ONCE;
use crate::ingest::split::{Signs, Span, split};

/// Rows that stand below one another.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) rows: Vec<Place>,
    /// The cells of all of them.
    spans: Vec<Span>,
    /// Hashes of what tells their customers apart.
    pub(super) hashes: Vec<u64>,
    odd: Vec<Span>,
}

/// Where a row is.
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Line ends in it, with its own.
    pub(super) breaks: u32,
    /// Its cells have no riddles.
    pub(super) is_plain: bool,
    cells: Range<usize>,
    /// As [`Lane::hash`] gave it.
    pub(super) hash: Option<u64>,
}

/// The bytes at hand.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'b> {
    pub(super) all: &'b [u8],
    pub(super) signs: Signs,
    /// Rows begin before this place.
    pub(super) until: usize,
    /// Rows end before this one.
    pub(super) end: usize,
    /// No bytes follow these.
    pub(super) is_last: bool,
}

impl Batch {
    /// Splits the next rows from `at` on, as far as they are whole, and gives where the next begins; `None`
    /// where a quote never closes.
    pub(super) fn split(&mut self, bytes: Bytes<'_>, marks: &Marks, at: usize) -> Option<usize> {
        self.rows.clear();
        self.spans.clear();
        let mut at = at;
        while self.rows.len() < AT_ONCE && at < bytes.until {
            let first = self.spans.len();
            let quick = quick(bytes.all, marks, at, bytes.signs, &mut self.spans);
            let is_plain = quick.is_some();
            let end = quick.unwrap_or_else(|| {
                self.spans.truncate(first);
                let end = split(bytes.all, at, bytes.signs, &mut self.odd);
                self.spans.append(&mut self.odd);
                end
            });
            if bytes.is_last && end.unclosed.is_some() {
                return None;
            }
            if !bytes.is_last && (end.next >= bytes.end || end.unclosed.is_some()) {
                break;
            }
            self.rows.push(Place {
                start: at,
                end: end.next,
                breaks: end.breaks,
                is_plain,
                cells: first..self.spans.len(),
                hash: None,
            });
            at = end.next;
        }
        Some(at)
    }

    /// Looks whose rows they are.
    pub(super) fn look(&mut self, lane: &Lane, cells: &Cells, bytes: &[u8]) {
        self.hashes.clear();
        for row in &mut self.rows {
            let spans = self.spans.get(row.cells.clone()).unwrap_or_default();
            row.hash = lane.hash(cells, bytes, spans);
            self.hashes.extend(row.hash);
        }
    }

    /// The cells of a row.
    #[inline]
    pub(super) fn cells(&self, row: &Place) -> &[Span] {
        self.spans.get(row.cells.clone()).unwrap_or_default()
    }
}
