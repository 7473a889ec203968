//! What the cells of a column hold, counted over the whole file: the column decides its decimal sign
//! and its order of day and month from all of them.

mod join;

use serde::{Deserialize, Serialize};

use super::date::{self, Says};
use super::memo::Memo;
use super::number::{self, Notation};
use super::reading::{DateOrder, Decimal};
use super::short::Short;
use crate::domain::money::Money;

/// Cells of a column after which a column of words is not looked at any closer.
const ENOUGH: usize = 2_000;
/// Cells that show a doubt.
const EXAMPLES: usize = 3;
/// Different cells of a column that are kept.
const FEW: usize = 4;

/// What a trimmed cell is, whatever its column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) number: Option<number::Look>,
    pub(super) date: Option<date::Look>,
    /// No two letters stand beside each other.
    wordless: bool,
    void: bool,
}

impl Seen {
    pub(super) fn of(cell: &str) -> Self {
        let number = number::look(cell);
        let is_letter = |it: &u8| it.is_ascii_alphabetic() || *it >= 128;
        let is_word = |it: &[u8]| it.iter().all(is_letter);
        // A number is a date only as a bare one; only those are looked at twice.
        let may_be_date = number.is_none() || matches!(cell.len(), 5 | 8);
        Self {
            void: number::is_void(cell),
            number,
            date: may_be_date.then(|| date::look(cell)).flatten(),
            wordless: number.is_some()
                || !cell.as_bytes().windows(2).any(is_word)
                || is_account(cell.as_bytes()),
        }
    }
}

/// `FI21 1234 5600 0007 85`: two letters, then figures.
fn is_account(cell: &[u8]) -> bool {
    let Some((country, rest)) = cell.split_at_checked(2) else {
        return false;
    };
    (15..=42).contains(&cell.len())
        && country.iter().all(u8::is_ascii_uppercase)
        && rest.iter().all(|it| it.is_ascii_digit() || *it == b' ')
}

/// What a cell is as far as counts go, where there are only so many ways: see [`Counts::look_kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind(u8);

/// Kinds of numbers, of dates, and of other cells: one after another.
const NUMBERS: u8 = 24;
const DATES: u8 = 16;
const KINDS: usize = 42;

impl Kind {
    /// What is neither, or a number in an unusual form, is `None` and looked at in full.
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let wordless = u8::from(seen.wordless);
        match (seen.number, seen.date) {
            (None, Some(date)) if !date.bare => {
                let says = match date.says() {
                    Says::Nothing => 0,
                    Says::Day => 1,
                    Says::Month => 2,
                    Says::Either => 3,
                };
                Some(Self(
                    NUMBERS + says * 4 + u8::from(date.year_first) * 2 + wordless,
                ))
            }
            (None, None) if !seen.void => Some(Self(NUMBERS + DATES + wordless)),
            _ => None,
        }
    }

    /// The kind of a number in its commonest form.
    #[inline]
    pub(super) fn of_short(short: &Short) -> Self {
        let decimal = match short.decimal {
            None => 0,
            Some(Decimal::Comma) => 1,
            Some(Decimal::Point) => 2,
        };
        let size = u8::from(short.is_positive()) + u8::from(short.is_above_one());
        let size = if short.is_negative() { 3 } else { size };
        Self(size + decimal * 4 + u8::from(short.code_like) * 12)
    }
}

/// Counts over the cells of one column.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    /// Cells that hold anything.
    pub(super) filled: u32,
    /// Cells looked at: all that are filled, unless the column is clearly words.
    pub(super) looked_at: u32,
    pub(super) numbers: u32,
    /// Signs for no number.
    voids: u32,
    pub(super) percents: u32,
    pub(super) amount_like: u32,
    pub(super) code_like: u32,
    /// Numbers below and above zero, and those above one.
    pub(super) negatives: u32,
    pub(super) positives: u32,
    pub(super) above_one: u32,
    /// The first different short cells; none once there are more than a few.
    pub(super) few: Vec<String>,
    are_many: bool,
    /// Cells without two letters beside each other.
    pub(super) wordless: u32,
    comma: u32,
    point: u32,
    either: u32,
    /// The first cells that read two ways, with their lines.
    either_example: Vec<(u32, String)>,
    pub(super) dates: u32,
    pub(super) bare_dates: u32,
    year_first: u32,
    day: u32,
    month: u32,
    either_date: Vec<(u32, String)>,
    pub(super) currencies: Vec<String>,
    /// Longest cell in bytes.
    pub(super) longest: usize,
    /// Hashes of the cells looked at for how many differ.
    sample: Vec<u64>,
    /// What was looked at by kind, not yet counted above.
    #[serde(skip)]
    kinds: Kinds,
    /// Numbers and dates twenty times, less all that was looked at: below zero the column is words.
    balance: i64,
    /// What that was at its lowest when a cell came.
    lowest: i64,
    /// How the cells before these were looked at.
    before: Before,
}

/// What is known of the cells before the first that is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Before {
    /// There are none.
    #[default]
    None,
    /// There are some, and the column may be words or not.
    Some,
    /// They were enough to see that the column is words.
    Words,
}

/// How many cells there were of each kind.
#[derive(Clone, Debug)]
struct Kinds([u32; KINDS]);

impl Default for Kinds {
    fn default() -> Self {
        Self([0; KINDS])
    }
}

impl Counts {
    /// Counts one cell.
    pub(super) fn add(&mut self, line: u32, cell: &str) {
        self.add_by(line, cell, Seen::of);
    }

    /// Counts one cell, of which others like it may be remembered.
    pub(super) fn add_with(&mut self, line: u32, cell: &str, memo: &mut Memo<Seen>) {
        self.add_by(line, cell, |it| {
            let known = memo.of(it.as_bytes(), || Some(Seen::of(it))).copied();
            known.unwrap_or_else(|| Seen::of(it))
        });
    }

    fn add_by(&mut self, line: u32, cell: &str, seen: impl FnOnce(&str) -> Seen) {
        let cell = cell.trim();
        if !cell.is_empty() && self.fill() {
            self.sample(cell);
            self.look(line, cell, &seen(cell));
        }
    }

    /// Counts a cell that holds something; true if it is to be looked at.
    pub(super) fn fill(&mut self) -> bool {
        self.filled += 1;
        match self.before {
            Before::None => !self.is_words(),
            Before::Some => {
                self.lowest = self.lowest.min(self.balance);
                true
            }
            Before::Words => false,
        }
    }

    /// Enough cells were looked at, and they are words.
    const fn is_words(&self) -> bool {
        self.is_sampled() && self.balance < 0
    }

    /// Enough cells were compared with one another.
    #[inline]
    pub(super) const fn is_sampled(&self) -> bool {
        self.sample.len() >= ENOUGH
    }

    /// Compares a trimmed cell that is looked at with those before, unless enough were.
    #[inline]
    pub(super) fn sample(&mut self, cell: &str) {
        if !self.is_sampled() {
            self.sample.push(hash(cell));
            self.keep_few(cell);
        }
    }

    /// Counts a trimmed cell that was looked at.
    pub(super) fn look(&mut self, line: u32, cell: &str, seen: &Seen) {
        let found = i64::from(seen.number.is_some()) + i64::from(seen.date.is_some());
        self.balance += found * 20 - 1;
        self.looked_at += 1;
        self.longest = self.longest.max(cell.len());
        self.wordless += u32::from(seen.wordless);
        self.voids += u32::from(seen.void);
        if let Some(look) = seen.number {
            self.numbers += 1;
            self.percents += u32::from(look.percent);
            self.amount_like += u32::from(look.amount_like);
            self.code_like += u32::from(look.code_like);
            let value = look.value(Decimal::Comma).or(look.value(Decimal::Point));
            if let Some(value) = value {
                self.negatives += u32::from(value.is_negative());
                self.positives += u32::from(value.is_positive());
                self.above_one += u32::from(value > Money::from_units(1));
            }
            match look.notation() {
                Notation::Plain => {}
                Notation::Comma => self.comma += 1,
                Notation::Point => self.point += 1,
                Notation::Either => {
                    self.either += 1;
                    if self.either_example.len() < EXAMPLES {
                        self.either_example.push((line, cell.to_owned()));
                    }
                }
            }
            if let Some(code) = look.currency
                && !self.currencies.iter().any(|it| it == code)
            {
                self.currencies.push(code.to_owned());
            }
        }
        if let Some(look) = seen.date {
            self.dates += 1;
            self.bare_dates += u32::from(look.bare);
            self.year_first += u32::from(look.year_first);
            match look.says() {
                Says::Nothing => {}
                Says::Day => self.day += 1,
                Says::Month => self.month += 1,
                Says::Either => {
                    if self.either_date.len() < EXAMPLES {
                        self.either_date.push((line, cell.to_owned()));
                    }
                }
            }
        }
    }

    /// Remembers the first different short cells.
    fn keep_few(&mut self, cell: &str) {
        if self.are_many || self.few.iter().any(|it| it == cell) {
            return;
        }
        self.are_many = cell.len() > 16 || self.few.len() >= FEW;
        if self.are_many {
            self.few = Vec::new();
        } else {
            self.few.push(cell.to_owned());
        }
    }

    /// Counts a cell of so many bytes by its kind; false where [`Self::look`] must see it.
    #[inline]
    pub(super) fn look_kind(&mut self, kind: Kind, len: usize) -> bool {
        let is_new =
            kind.0 >= NUMBERS + 12 && kind.0 < NUMBERS + DATES && self.either_date.len() < EXAMPLES;
        let Some(count) = self
            .kinds
            .0
            .get_mut(usize::from(kind.0))
            .filter(|_| !is_new)
        else {
            return false;
        };
        *count += 1;
        self.balance += if kind.0 < NUMBERS + DATES { 19 } else { -1 };
        self.longest = self.longest.max(len);
        true
    }

    /// Counts what was looked at by kind into everything else, before anything is asked.
    pub(super) fn settle(&mut self) {
        for (kind, count) in (0..).zip(std::mem::take(&mut self.kinds).0) {
            self.looked_at += count;
            if kind < NUMBERS {
                self.wordless += count;
                self.numbers += count;
                match kind % 4 {
                    0 => {}
                    1 => self.positives += count,
                    2 => {
                        self.positives += count;
                        self.above_one += count;
                    }
                    _ => self.negatives += count,
                }
                match kind / 4 % 3 {
                    0 => {}
                    1 => {
                        self.amount_like += count;
                        self.comma += count;
                    }
                    _ => {
                        self.amount_like += count;
                        self.point += count;
                    }
                }
                self.code_like += if kind >= 12 { count } else { 0 };
                continue;
            }
            self.wordless += if kind % 2 == 1 { count } else { 0 };
            let date = kind - NUMBERS;
            if date < DATES {
                self.dates += count;
                self.year_first += if date % 4 >= 2 { count } else { 0 };
                match date / 4 {
                    1 => self.day += count,
                    2 => self.month += count,
                    _ => {}
                }
            }
        }
    }

    /// The cells sampled are the same, in the same order.
    pub(super) fn has_cells_of(&self, other: &Self) -> bool {
        self.sample == other.sample
    }

    /// How many of the sampled cells differ from one another.
    pub(super) fn distinct(&self) -> u32 {
        let mut sample = self.sample.clone();
        sample.sort_unstable();
        sample.dedup();
        u32::try_from(sample.len()).unwrap_or(u32::MAX)
    }

    /// On how many of the sampled rows the commonest cell stands.
    pub(super) fn most(&self) -> u32 {
        let mut sample = self.sample.clone();
        sample.sort_unstable();
        let runs = sample.chunk_by(|a, b| a == b).map(<[u64]>::len);
        u32::try_from(runs.max().unwrap_or_default()).unwrap_or(u32::MAX)
    }

    /// Cells looked at for how many differ.
    pub(super) fn sampled(&self) -> u32 {
        u32::try_from(self.sample.len()).unwrap_or(u32::MAX)
    }

    /// Share of numbers among filled cells, in percent.
    pub(super) fn number_percent(&self) -> u32 {
        percent(self.numbers, self.looked_at - self.voids)
    }

    /// Share of dates among filled cells, in percent, bare numbers left out.
    pub(super) fn date_percent(&self) -> u32 {
        percent(self.dates - self.bare_dates, self.looked_at)
    }

    /// Share of dates with bare numbers (`20250131`) counted, in percent.
    pub(super) fn any_date_percent(&self) -> u32 {
        percent(self.dates, self.looked_at)
    }

    /// The decimal sign that the cells prove; where they do not, `None`.
    pub(super) fn proven_decimal(&self) -> Option<Decimal> {
        match (self.comma, self.point) {
            (0, 0) => None,
            (comma, point) if comma >= point => Some(Decimal::Comma),
            _ => Some(Decimal::Point),
        }
    }

    /// Cells that read two ways in a column where nothing decides.
    pub(super) fn decimal_doubt(&self) -> Option<&Vec<(u32, String)>> {
        let is_doubt = !self.either_example.is_empty() && self.proven_decimal().is_none();
        is_doubt.then_some(&self.either_example)
    }

    /// The order that the cells prove.
    pub(super) fn proven_order(&self) -> Option<DateOrder> {
        match (self.day, self.month) {
            (0, 0) if !self.either_date.is_empty() => None,
            (0, 0) if self.year_first > 0 => Some(DateOrder::YearFirst),
            (0, 0) => Some(DateOrder::DayFirst),
            (day, month) if day >= month => Some(DateOrder::DayFirst),
            _ => Some(DateOrder::MonthFirst),
        }
    }

    /// Cells that are two days each in a column where nothing decides.
    pub(super) fn date_doubt(&self) -> Option<&Vec<(u32, String)>> {
        let is_doubt = !self.either_date.is_empty() && self.proven_order().is_none();
        is_doubt.then_some(&self.either_date)
    }
}

fn percent(part: u32, whole: u32) -> u32 {
    part.saturating_mul(100) / whole.max(1)
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
