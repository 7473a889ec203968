//! Roads that begin amid a file: another reader goes them at the same time, and what they gave is joined to
//! what came before, in file order, as if one had gone all the way.

use serde::{Deserialize, Serialize};

use super::{MAX_WAITING, Road};
use crate::ingest::content::Counts;
use crate::ingest::currency::Codes;
use crate::ingest::flat::See;
use crate::ingest::issues::Issues;
use crate::ingest::letters::Letters;
use crate::ingest::rows::Rows;
use crate::ingest::slices::blocks::Blocks;
use crate::ingest::slices::head::Head;
use crate::ingest::slices::odd::Odd;
use crate::ingest::slices::scan::{Marks, quick};

/// Line ends that are tried as the one that a row begins after.
const TRIED: usize = 50;
/// Rows that must be as wide as the head's there.
const ALIKE: usize = 3;

/// What the rows of a part gave; lines are counted from its first row.
#[derive(Serialize, Deserialize)]
pub(in crate::ingest::slices) struct Part {
    line: u32,
    counts: Vec<Counts>,
    filled_rows: usize,
    codes: Codes,
    rows: Rows,
    issues: Issues,
    waiting: Vec<Odd>,
    has_settled: bool,
    after_bare: bool,
    blocks: Blocks,
    letters: Letters,
}

impl Part {
    /// Shows its long lists to who sends or fills them.
    pub(in crate::ingest::slices) fn lists(&mut self, see: See<'_>) {
        self.rows.lists(see);
    }
}

impl Road {
    /// A road that begins amid the file: rows with amounts stand above it, and none that is bare right
    /// above.
    pub(in crate::ingest::slices) fn later(head: Head) -> Option<Self> {
        let mut road = Self::new(head)?;
        road.row = road.head.heading.first_row.max(1);
        road.counts = road.head.counts.iter().map(Counts::later).collect();
        road.has_amount = true;
        road.is_later = true;
        road.blocks = Blocks::later();
        Some(road)
    }

    /// Where a row seems to begin among bytes from anywhere; `None` where that is not clear. A guess:
    /// it stands where the row before ends there.
    pub(in crate::ingest::slices) fn beginning(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let signs = self.head.dialect.signs;
        let mut marks = Marks::default();
        marks.look(bytes, signs);
        let mut spans = Vec::new();
        let width = self.head.heading.names.len();
        let is_end = |it: Option<&u8>| matches!(it, Some(b'\n' | b'\r'));
        let ends =
            (1..bytes.len()).filter(|it| is_end(bytes.get(*it)) && !is_end(bytes.get(it - 1)));
        let begins = ends.map(|at| {
            let is_pair = bytes.get(at..at + 2) == Some(b"\r\n");
            at + if is_pair { 2 } else { 1 }
        });
        begins.filter(|it| *it >= from).take(TRIED).find(|begin| {
            let mut at = *begin;
            (0..ALIKE).all(|_| {
                spans.clear();
                let end = quick(bytes, &marks, at, signs, &mut spans);
                at = end.map_or(at, |it| it.next);
                spans.len() == width && at > *begin
            })
        })
    }

    pub(in crate::ingest::slices) fn into_part(mut self) -> Part {
        self.counts.iter_mut().for_each(Counts::settle);
        self.group();
        Part {
            line: self.line,
            counts: self.counts,
            filled_rows: self.filled_rows,
            codes: self.codes,
            rows: self.rows,
            issues: self.issues,
            waiting: self.waiting,
            has_settled: self.has_settled,
            after_bare: self.after_bare,
            blocks: self.blocks,
            letters: self.cells.letters,
        }
    }

    /// Groups what rows brought: where several readers do so at the same time, the end takes less.
    pub(in crate::ingest::slices) fn group(&mut self) {
        self.rows.group();
    }

    /// Goes on with a part that begins where this road ends; `None` where rows there were judged by
    /// what does not hold.
    pub(in crate::ingest::slices) fn join(&mut self, part: Part) -> Option<()> {
        let lines = self.line.checked_sub(1)?;
        if !self.has_amount || self.after_bare || !self.rows.is_previewed() {
            return None;
        }
        for (count, more) in self.counts.iter_mut().zip(&part.counts) {
            count.settle();
            count.join(more, lines)?;
        }
        self.blocks.join(part.blocks)?;
        if part.has_settled {
            self.settle(self.waiting.len());
            self.has_settled = true;
        }
        self.waiting.extend(part.waiting.into_iter().map(|it| Odd {
            line: it.line.saturating_add(lines),
            ..it
        }));
        self.line = part.line.checked_add(lines)?;
        self.filled_rows += part.filled_rows;
        self.codes.join(part.codes);
        self.rows.join(part.rows, &self.head.guess.plan, lines);
        self.issues.join(part.issues, lines);
        self.after_bare = part.after_bare;
        self.cells.letters.join(&part.letters);
        (self.waiting.len() <= MAX_WAITING).then_some(())
    }
}
