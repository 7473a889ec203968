//! A file that comes in slices: each row is read once, from its bytes, as it comes.
//!
//! The head of the file decides what its columns mean, by the code that reads whole files. Rows are
//! read under that decision, while all is counted that it rests on; a row that is not plain goes to
//! the same judge as ever. At the end the decision is made once more, from all rows. If it is the
//! same, the reading stands; if not, the file is read once more under the new one. What cannot be
//! told from slices is left to [`super::read_rows`], which has the whole file: both give the same,
//! which a property test holds.

mod batch;
mod blocks;
mod cells;
mod head;
mod lane;
mod odd;
mod road;
mod scan;

use std::ops::Range;

use head::Head;
use road::Road;
use serde::{Deserialize, Serialize};

use super::reading::ReadOptions;
use super::rows::Finished;

/// A file while its slices come.
pub struct Slices {
    road: Road,
    /// What came and is not read yet, the beginning of a row, and room for more behind it.
    room: Vec<u8>,
    /// How much of that came.
    held: usize,
    /// Where in the file that begins.
    at: u64,
    /// Rows that begin here or further on are not read.
    until: u64,
    /// How often the file was read.
    rounds: u32,
}

/// What one of several readers gave of a file.
#[derive(Serialize, Deserialize)]
pub struct Part {
    begin: u64,
    end: u64,
    rows: road::part::Part,
}

impl Part {
    /// Gives it piece by piece: first a message that has of each long list its length alone, then the lists as
    /// they stand, each to be copied once.
    pub fn send(mut self, piece: &mut dyn FnMut(&[u8])) -> Option<()> {
        piece(&postcard::to_extend(&self, Vec::new()).ok()?);
        self.rows.lists(&mut |list| piece(list));
        Some(())
    }

    /// What was sent, from its message; `fill` writes one list after another, and says whether it was as long.
    pub fn receive(message: &[u8], fill: &mut dyn FnMut(&mut [u8]) -> bool) -> Option<Self> {
        let mut part: Self = postcard::from_bytes(message).ok()?;
        let mut are_right = true;
        part.rows.lists(&mut |list| are_right &= fill(list));
        are_right.then_some(part)
    }
}

/// What comes after the last slice.
pub enum End {
    /// The reading.
    Read(Box<Finished>),
    /// All rows together say something else than the first did: the file must come once more.
    Again(Box<Slices>),
    /// Only the whole file tells.
    Whole,
}

/// How often the columns may turn out to be something else.
const MAX_ROUNDS: u32 = 3;

/// The longest row, in bytes; a longer one is a quote that never closes.
const MAX_ROW: usize = 4 << 20;

impl Slices {
    /// How many bytes of a file [`Self::new`] wants to see.
    pub const HEAD: u32 = 1 << 20;

    /// A file that begins with `head`, or is no more than that; `None` where only the whole file tells.
    #[inline(never)]
    #[must_use]
    pub fn new(head: &[u8], is_whole: bool, options: &ReadOptions) -> Option<Self> {
        let road = Road::new(Head::new(head, is_whole, options)?)?;
        Some(Self {
            road,
            room: Vec::new(),
            held: 0,
            at: 0,
            until: u64::MAX,
            rounds: 1,
        })
    }

    /// Several readers may each read a part of a file: hand choices by line need lines from the start.
    #[must_use]
    pub const fn may_be_parted(options: &ReadOptions) -> bool {
        options.taken_back.is_empty()
    }

    /// The rows that begin in a range of bytes of a file with this head, beside another reader that reads
    /// those before it.
    ///
    /// `bytes` stand in the file from [`Self::BEFORE`] bytes before the range. `None` where it is not clear
    /// where a row begins.
    #[inline(never)]
    #[must_use]
    pub fn part(
        (head, is_whole): (&[u8], bool),
        options: &ReadOptions,
        range: Range<u64>,
        bytes: &[u8],
    ) -> Option<Self> {
        let road = Road::later(Head::new(head, is_whole, options)?)?;
        let before = usize::try_from(Self::BEFORE).ok()?;
        let begin = road.beginning(bytes, before)?;
        Some(Self {
            road,
            room: Vec::new(),
            held: 0,
            at: range.start + u64::try_from(begin - before).ok()?,
            until: range.end,
            rounds: 1,
        })
    }

    /// How many bytes before its range a part wants to see.
    pub const BEFORE: u64 = 3;

    /// How many bytes it wants to see from there: some rows, however wide.
    pub const AROUND: u32 = 128 << 10;

    /// Where in the file the next bytes are wanted from.
    #[must_use]
    pub fn wants(&self) -> u64 {
        self.at + u64::try_from(self.held).unwrap_or_default()
    }

    /// Only rows that begin before this place are read from now on.
    pub const fn stop_at(&mut self, until: u64) {
        self.until = until;
    }

    /// All rows that are to be read were.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.at >= self.until
    }

    /// The next `len` bytes of the file, from where the last ended, which `fill` writes; `None` where only
    /// the whole file tells.
    pub fn add(&mut self, len: usize, fill: impl FnOnce(&mut [u8])) -> Option<()> {
        let end = self.held + len;
        if self.room.len() < end {
            self.room.resize(end, 0);
        }
        fill(self.room.get_mut(self.held..end)?);
        self.held = end;
        self.run(false)?;
        (self.held < MAX_ROW || self.is_done()).then_some(())
    }

    fn run(&mut self, is_last: bool) -> Option<()> {
        let until = self.until.saturating_sub(self.at);
        let until = usize::try_from(until).unwrap_or(usize::MAX);
        let came = self.room.get(..self.held)?;
        let read = self.road.run(came, until, is_last)?;
        self.room.copy_within(read..self.held, 0);
        self.held -= read;
        self.at += u64::try_from(read).ok()?;
        Some(())
    }

    /// What a part gave; `ends` where no bytes follow those that came.
    #[inline(never)]
    #[must_use]
    pub fn finish_part(mut self, begin: u64, ends: bool) -> Option<Part> {
        if ends {
            self.run(true)?;
        }
        Some(Part {
            begin,
            end: self.at,
            rows: self.road.into_part(),
        })
    }

    /// Does what need not wait for the other parts.
    pub fn group(&mut self) {
        self.road.group();
    }

    /// Goes on with a part that another reader read, where it begins where this one ended; `false` where
    /// it is to be read once more. `None` where the file is to be read once more.
    #[inline(never)]
    pub fn join(&mut self, part: Part) -> Option<bool> {
        if part.begin != self.at {
            return Some(false);
        }
        self.road.join(part.rows)?;
        self.held = 0;
        self.at = part.end;
        Some(true)
    }

    /// All bytes came.
    #[inline(never)]
    #[must_use]
    pub fn end(mut self) -> End {
        if self.run(true).is_none() {
            return End::Whole;
        }
        match self.road.end() {
            Some(Ok(reading)) => End::Read(Box::new(reading)),
            Some(Err(road)) if self.rounds < MAX_ROUNDS => End::Again(Box::new(Self {
                road: *road,
                room: Vec::new(),
                held: 0,
                at: 0,
                until: u64::MAX,
                rounds: self.rounds + 1,
            })),
            _ => End::Whole,
        }
    }
}

/// What came of bytes that are all there.
pub(super) enum Outcome {
    Read(Box<Finished>),
    Stopped,
    /// Only the whole file tells.
    Whole,
}

/// Reads bytes that are all there.
pub(super) fn read(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Outcome {
    run(bytes, options, progress).unwrap_or(Outcome::Whole)
}

fn run(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Option<Outcome> {
    /// Between two words with the caller.
    const STEP: usize = 128 << 10;
    let head = usize::try_from(Slices::HEAD).unwrap_or(usize::MAX);
    let head = bytes.get(..head).unwrap_or(bytes);
    let mut slices = Slices::new(head, head.len() == bytes.len(), options)?;
    loop {
        let mut at = 0;
        for step in bytes.chunks(STEP) {
            if !progress(share(at, bytes.len())) {
                return Some(Outcome::Stopped);
            }
            at += step.len();
            slices.add(step.len(), |it| it.copy_from_slice(step))?;
        }
        match slices.end() {
            End::Read(reading) => return Some(Outcome::Read(reading)),
            End::Again(again) => slices = *again,
            End::Whole => return None,
        }
    }
}

#[expect(
    clippy::as_conversions,
    reason = "a share of work is floating point by definition"
)]
fn share(done: usize, whole: usize) -> f64 {
    done as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests;
