//! The rows of a file as its bytes come: counted, judged, summed.

pub(super) mod part;

use std::borrow::Cow;

use super::batch::{Batch, Bytes, Place};
use super::blocks::Blocks;
use super::cells::Cells;
use super::head::{Guess, Head};
use super::lane::{Lane, Read, Row};
use super::odd::{Odd, Seen};
use super::scan::Marks;
use crate::ingest::content::{self, Counts, Kind};
use crate::ingest::currency::Codes;
use crate::ingest::fate::{AHEAD, Amount, Fate, Part, may_be_title};
use crate::ingest::issues::Issues;
use crate::ingest::labels::is_labelled;
use crate::ingest::plan::{SUMS_AT_END, last_of};
use crate::ingest::reading::AsideReason;
use crate::ingest::rows::{Finished, Rows, row_issues};
use crate::ingest::short::Short;
use crate::ingest::split::{Quoted, Span, split};
use crate::ingest::stacked::{self, MAX_BLOCKS};
use crate::ingest::table::Table;

/// Rows that wait for what stands below them; more of them are a table of another kind.
const MAX_WAITING: usize = 1_000;

/// Bytes at the end of a file whose rows may be what an account held.
const TAIL: usize = 2 << 10;

/// Bytes that are held back below a row: what follows may say what it is.
const MARGIN: usize = 16 << 10;

/// A file while its rows come.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is known or not, whatever the others are"
)]
pub(super) struct Road {
    head: Head,
    cells: Cells,
    lane: Option<Box<Lane>>,
    /// What the first cell of a row must be for the header to come again.
    first_name: Vec<u8>,
    /// The row that comes next, and its line.
    row: usize,
    line: u32,
    counts: Vec<Counts>,
    filled_rows: usize,
    codes: Codes,
    rows: Rows,
    issues: Issues,
    /// Rows of which it is not known yet what stands below them.
    waiting: Vec<Odd>,
    has_amount: bool,
    /// Rows that waited were judged, as others with amounts stand below them.
    has_settled: bool,
    /// The road begins amid the file.
    is_later: bool,
    /// The row before was bare.
    after_bare: bool,
    blocks: Blocks,
    batch: Batch,
    marks: Marks,
    read: Vec<Read>,
}

impl Road {
    pub(super) fn new(head: Head) -> Option<Self> {
        let cells = Cells::new(&head)?;
        Some(Self {
            lane: Lane::new(&head).map(Box::new),
            first_name: cells.encode(head.heading.names.first()?)?,
            cells,
            row: 0,
            line: 1,
            counts: vec![Counts::default(); head.heading.names.len()],
            filled_rows: 0,
            codes: Codes::default(),
            rows: Rows::default(),
            issues: Issues::default(),
            waiting: Vec::new(),
            has_amount: false,
            has_settled: false,
            is_later: false,
            after_bare: false,
            blocks: Blocks::default(),
            batch: Batch::default(),
            marks: Marks::default(),
            read: vec![Read::Not; head.heading.names.len()],
            head,
        })
    }

    /// Reads the whole rows of `bytes` that begin before `until`, which go on where the rows before ended;
    /// how many bytes those are. `None` where only the whole file tells.
    pub(super) fn run(&mut self, bytes: &[u8], until: usize, is_last: bool) -> Option<usize> {
        let start = if self.row == 0 {
            self.head.mark.min(bytes.len())
        } else {
            0
        };
        let mut at = start;
        let mut batch = std::mem::take(&mut self.batch);
        let signs = self.head.dialect.signs;
        let mut marks = std::mem::take(&mut self.marks);
        marks.look(bytes, signs);
        // What follows a row may say what it is.
        let end_of_rows = if is_last {
            bytes.len()
        } else {
            bytes.len().saturating_sub(MARGIN)
        };
        let at_hand = Bytes {
            all: bytes,
            signs,
            until: end_of_rows.min(until),
            end: end_of_rows,
            is_last,
        };
        while at < at_hand.until {
            at = batch.split(at_hand, &marks, at)?;
            if batch.rows.is_empty() {
                break;
            }
            if let Some(lane) = &self.lane {
                batch.look(lane, &self.cells, bytes);
                self.rows.expect(&batch.hashes);
            }
            for row in &batch.rows {
                self.take(at_hand, row, batch.cells(row))?;
                self.row += 1;
                self.line = self.line.checked_add(row.breaks)?;
            }
        }
        (self.batch, self.marks) = (batch, marks);
        if self.row == 0 {
            return Some(0);
        }
        self.cells.watch(bytes.get(start..at)?)?;
        Some(at)
    }

    /// Takes one row.
    fn take(&mut self, at_hand: Bytes<'_>, at: &Place, spans: &[Span]) -> Option<()> {
        let bytes = at_hand.all;
        let is_data = self.row >= self.head.heading.first_row;
        let is_blank = spans.iter().all(|it| it.start == it.end);
        let is_bare = is_blank && matches!(spans, [only] if only.quoted == Quoted::No);
        let lane = self.lane.take();
        let is_tail = at_hand.is_last && at.end + TAIL > bytes.len();
        let may_be_plain = at.is_plain
            && !is_tail
            && is_data
            && !is_blank
            && lane.is_some()
            && (self.is_later || self.rows.is_previewed())
            && !self.may_be_header(bytes, spans);
        if may_be_plain {
            self.count(bytes, spans);
        }
        let is_done = may_be_plain
            && lane
                .as_ref()
                .is_some_and(|it| self.plain(it, bytes, (spans, at.hash)).is_some());
        self.lane = lane;
        if !is_done {
            self.odd(at_hand, at, may_be_plain)?;
        }
        self.filled_rows += usize::from(is_data && !is_bare);
        if self.row >= self.head.heading.top && self.head.options.header.is_none() {
            self.blocks.add(bytes.get(at.start..at.end)?, is_blank);
        }
        self.after_bare = is_bare;
        Some(())
    }

    /// The first cell is what it is in the header, or not clear.
    fn may_be_header(&self, bytes: &[u8], spans: &[Span]) -> bool {
        let Some(span) = spans.first() else {
            return true;
        };
        let raw = bytes.get(span.start..span.end).unwrap_or_default();
        let cell = raw.trim_ascii();
        let is_clear = |it: Option<&u8>| it.is_none_or(u8::is_ascii_graphic);
        if span.quoted != Quoted::Mixed && is_clear(cell.first()) && is_clear(cell.last()) {
            return cell == self.first_name;
        }
        self.cells.text(bytes, *span).trim() == self.head.heading.names.first().map_or("", |it| it)
    }

    /// Counts the cells of a row that has no riddles, and keeps what it reads of them.
    fn count(&mut self, bytes: &[u8], spans: &[Span]) {
        let cells = &mut self.cells;
        let columns = self.counts.iter_mut().zip(&mut self.read).zip(spans);
        for ((count, read), span) in columns {
            *read = Read::Not;
            if !cells.is_filled(bytes, *span) || !count.fill() {
                continue;
            }
            if !count.is_sampled() {
                count.sample(cells.text(bytes, *span).trim());
            }
            if span.quoted != Quoted::Mixed {
                let raw = bytes.get(span.start..span.end).unwrap_or_default();
                if let Some(short) = Short::read(raw, cells.gap) {
                    let len = raw.len() + cells.wider(raw);
                    // Eight figures may be a day, and five too.
                    let is_number = !(short.is_bare && matches!(len, 5 | 8));
                    if is_number && count.look_kind(Kind::of_short(&short), len) {
                        *read = Read::Number(short);
                        continue;
                    }
                }
                if let Some(raw) = cells.plain(bytes, *span)
                    && let Some(known) = cells.known(raw)
                {
                    if known.kind.is_some_and(|it| count.look_kind(it, raw.len())) {
                        *read = Read::Day(known.day);
                        continue;
                    }
                    if let Ok(text) = std::str::from_utf8(raw) {
                        count.look(self.line, text, &known.seen);
                        continue;
                    }
                }
            }
            let text = cells.text(bytes, *span);
            let text = text.trim();
            count.look(self.line, text, &content::Seen::of(text));
        }
    }

    /// Uses a plain row; `None` where it is not one.
    fn plain(
        &mut self,
        lane: &Lane,
        bytes: &[u8],
        (spans, hash): (&[Span], Option<u64>),
    ) -> Option<()> {
        if self.head.options.taken_back.contains(&self.line) {
            return None;
        }
        let row = Row {
            bytes,
            spans,
            read: &self.read,
            hash,
        };
        let revenue = lane.amount(&self.cells, &row)?;
        let day = lane.day(&mut self.cells, &row);
        if !lane.is_asked(day) || !lane.is_clear(&self.cells, &row, day) {
            return None;
        }
        if !self.waiting.is_empty() {
            self.settle(self.waiting.len());
        }
        self.has_settled = true;
        self.has_amount = true;
        if let Some((_, code)) = &lane.currency {
            self.codes.add(code);
        }
        let customers = self.rows.take_plain(revenue);
        let row = Row {
            bytes,
            spans,
            read: &self.read,
            hash,
        };
        lane.add(customers, &self.cells, &row, (self.line, revenue, day));
        Some(())
    }

    /// Keeps a row until it is known what stands below it.
    fn odd(&mut self, at_hand: Bytes<'_>, at: &Place, is_counted: bool) -> Option<()> {
        let bytes = at_hand.all;
        let heading = &self.head.heading;
        if heading.header_row == Some(self.row) {
            return Some(());
        }
        let is_data = self.row >= heading.first_row;
        let cells = self.cells_of(bytes.get(at.start..at.end)?)?;
        let rest = bytes.get(at.end..)?;
        if is_data {
            let trimmed = cells.iter().take(heading.names.len()).map(|it| it.trim());
            if !is_counted && !trimmed.eq(heading.names.iter().map(String::as_str)) {
                for (count, cell) in self.counts.iter_mut().zip(&cells) {
                    count.add(self.line, cell);
                }
            }
            let currencies = &self.head.guess.judge.currencies;
            if currencies.are_on_rows()
                && let Some(code) = currencies.code(&cells)
            {
                self.codes.add(&code);
            }
        }
        let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
        let amount = self.head.guess.plan.amount.of(&cells);
        let has_amount = is_data && matches!(amount, Amount::Read(_));
        let around = Seen {
            part: if is_data { Part::Within } else { Part::Above },
            is_below: false,
            is_last: false,
            is_first: !self.has_amount,
            is_beside_blank: self.after_bare || matches!(rest.first(), Some(b'\n' | b'\r')),
            header_follows: is_data
                && may_be_title(filled, cells.len())
                && self.header_follows(rest, at_hand.is_last)?,
        };
        // Of a sum and a mean below it, the upper one ends the rows.
        if has_amount && !is_labelled(&cells) {
            self.settle(self.waiting.len());
            self.has_settled = true;
        }
        self.has_amount |= has_amount;
        self.waiting.push(Odd {
            line: self.line,
            cells,
            around,
            is_top: self.row < self.head.heading.top,
            has_amount,
        });
        (self.waiting.len() <= MAX_WAITING).then_some(())
    }

    /// The cells of a row; `None` where its bytes are no text.
    fn cells_of(&self, row: &[u8]) -> Option<Vec<Cow<'static, str>>> {
        let text = self.cells.decode(row);
        if text.is_empty() && !row.is_empty() {
            return None;
        }
        let signs = self.head.dialect.signs;
        let mut spans = Vec::new();
        split(text.as_bytes(), 0, signs, &mut spans);
        let owned = |it: &Span| Cow::Owned(signs.text_of(&text, *it).into_owned());
        Some(spans.iter().map(owned).collect())
    }

    /// One of the next rows is the header again; `None` where they are not all there.
    fn header_follows(&self, rest: &[u8], is_last: bool) -> Option<bool> {
        let mut spans = Vec::new();
        let mut at = 0;
        for _ in 0..AHEAD {
            if at >= rest.len() {
                return is_last.then_some(false);
            }
            let end = split(rest, at, self.head.dialect.signs, &mut spans);
            if !is_last && end.next >= rest.len() {
                return None;
            }
            let cells = self.cells_of(rest.get(at..end.next)?)?;
            if self.head.guess.judge.is_header(&cells) {
                return Some(true);
            }
            at = end.next;
        }
        Some(false)
    }

    /// Judges the first `count` of the rows that wait.
    fn settle(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        let guess = &self.head.guess;
        for it in self.waiting.drain(..count) {
            let judged = if it.is_top {
                (Fate::Aside(AsideReason::Preamble), Amount::Missing)
            } else {
                guess.judge.judge(&it.around, &it.cells)
            };
            let (plan, line) = (&guess.plan, it.line);
            let (reason, amount) = plan.with_choices(&self.head.options, line, judged, &it.cells);
            let columns = &guess.columns;
            self.rows
                .take(plan, columns, line, reason, amount, &it.cells);
            let wanted = self.head.heading.wanted;
            row_issues(plan, line, reason, &it.cells, wanted, &mut self.issues);
        }
    }

    /// The reading; or the road to go once more; or `None` where only the whole file tells.
    pub(super) fn end(mut self) -> Option<Result<Finished, Box<Self>>> {
        let ends: Vec<usize> = (self.waiting.iter().enumerate().rev())
            .filter(|(_, it)| it.has_amount)
            .take(SUMS_AT_END)
            .map(|it| it.0)
            .collect();
        let labelled = |at: usize| {
            self.waiting
                .get(at)
                .is_some_and(|it| is_labelled(&it.cells))
        };
        let last = last_of(&ends, labelled);
        if (last.is_none() && !self.has_amount) || !self.cells.is_right() || !self.is_one_table() {
            return None;
        }
        for (at, it) in self.waiting.iter_mut().enumerate() {
            it.around.is_below = last.is_none_or(|last| at > last);
            it.around.is_last = last.is_none_or(|last| at >= last);
        }
        if let Some(it) = last.and_then(|it| self.waiting.get(it)) {
            let (fate, _) = self.head.guess.judge.judge(&it.around, &it.cells);
            self.head.guess.judge.total_is_last = fate == Fate::Aside(AsideReason::Total);
        }
        self.settle(self.waiting.len());
        self.head.guess.judge.total_is_last = false;

        self.counts.iter_mut().for_each(Counts::settle);
        let next = self
            .head
            .decide(&self.counts, self.filled_rows, self.codes)?;
        if !next.is_same(&self.head.guess) {
            let head = Head {
                guess: next,
                ..self.head
            };
            return Some(Err(Box::new(Self::new(head)?)));
        }
        let Guess {
            columns,
            plan,
            judge,
        } = next;
        self.head.heading.doubts(&columns, &mut self.issues);
        let table = Table::head(&self.head.text, self.head.dialect.signs, 1)?;
        Some(Ok(self.rows.finish(
            &self.head.found(&table),
            self.head.options.shape,
            (self.head.heading.header, columns),
            &plan,
            judge.currencies.codes,
            self.issues,
        )))
    }

    /// Blank lines part no other table from this one.
    fn is_one_table(&self) -> bool {
        if !(2..=MAX_BLOCKS).contains(&self.blocks.count) {
            return true;
        }
        let text = self.cells.decode(&self.blocks.text);
        Table::head(&text, self.head.dialect.signs, usize::MAX)
            .is_some_and(|it| it.unclosed.is_empty() && stacked::is_one(&it, 0))
    }
}
