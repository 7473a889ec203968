//! What the cells of a column hold, counted over the whole file: the column decides its decimal sign
//! and its order of day and month from all of them.

use std::collections::BTreeSet;

use super::date::{self, Says};
use super::number::{self, Notation};
use super::reading::{DateOrder, Decimal};
use super::short::Short;
use crate::domain::money::Money;

/// Cells of a column after which a column of words is not looked at any closer.
const ENOUGH: u32 = 2_000;
/// Different cells of a column that are kept.
const FEW: usize = 4;

/// What a trimmed cell is, whatever its column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) number: Option<number::Look>,
    pub(super) date: Option<date::Look>,
    /// No two letters stand beside each other.
    wordless: bool,
}

impl Seen {
    pub(super) fn of(cell: &str) -> Self {
        let number = number::look(cell);
        let is_letter = |it: &u8| it.is_ascii_alphabetic() || *it >= 128;
        let is_word = |it: &[u8]| it.iter().all(is_letter);
        // A number is a date only as a bare one; only those are looked at twice.
        let may_be_date = number.is_none() || matches!(cell.len(), 5 | 8);
        Self {
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

/// Counts over the cells of one column.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    /// Cells that hold anything.
    pub(super) filled: u32,
    /// Cells looked at: all that are filled, unless the column is clearly words.
    pub(super) looked_at: u32,
    pub(super) numbers: u32,
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
    either_example: Option<(u32, String)>,
    pub(super) dates: u32,
    pub(super) bare_dates: u32,
    year_first: u32,
    day: u32,
    month: u32,
    either_date: Option<(u32, String)>,
    pub(super) currencies: Vec<&'static str>,
    /// Longest cell in bytes.
    pub(super) longest: usize,
    /// Cells looked at for how many differ.
    pub(super) sampled: u32,
    different: BTreeSet<u64>,
}

impl Counts {
    /// Counts one cell.
    pub(super) fn add(&mut self, line: u32, cell: &str) {
        let cell = cell.trim();
        if !cell.is_empty() && self.fill() {
            self.look(line, cell, &Seen::of(cell));
        }
    }

    /// Counts a cell that holds something; true if it is to be looked at.
    pub(super) fn fill(&mut self) -> bool {
        self.filled += 1;
        self.looked_at < ENOUGH || (self.numbers + self.dates) * 20 >= self.looked_at
    }

    /// Enough cells were compared with one another.
    pub(super) const fn is_sampled(&self) -> bool {
        self.sampled >= ENOUGH
    }

    /// Counts a trimmed cell that was looked at.
    pub(super) fn look(&mut self, line: u32, cell: &str, seen: &Seen) {
        if self.sampled < ENOUGH {
            self.sampled += 1;
            if self.different.insert(hash(cell)) && !self.are_many {
                self.are_many = cell.len() > 16 || self.few.len() >= FEW;
                if self.are_many {
                    self.few = Vec::new();
                } else {
                    self.few.push(cell.to_owned());
                }
            }
        }
        self.looked_at += 1;
        self.longest = self.longest.max(cell.len());
        self.wordless += u32::from(seen.wordless);
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
                    if self.either_example.is_none() {
                        self.either_example = Some((line, cell.to_owned()));
                    }
                }
            }
            if let Some(code) = look.currency
                && !self.currencies.contains(&code)
            {
                self.currencies.push(code);
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
                    if self.either_date.is_none() {
                        self.either_date = Some((line, cell.to_owned()));
                    }
                }
            }
        }
    }

    /// Counts a number in its commonest form, of so many bytes, where [`Self::look`] would see no date in
    /// it either.
    pub(super) fn look_short(&mut self, short: &Short, len: usize) {
        self.looked_at += 1;
        self.longest = self.longest.max(len);
        self.wordless += 1;
        self.numbers += 1;
        self.negatives += u32::from(short.is_negative());
        self.positives += u32::from(short.is_positive());
        self.above_one += u32::from(short.is_above_one());
        self.code_like += u32::from(short.code_like);
        match short.decimal {
            None => {}
            Some(Decimal::Comma) => {
                self.amount_like += 1;
                self.comma += 1;
            }
            Some(Decimal::Point) => {
                self.amount_like += 1;
                self.point += 1;
            }
        }
    }

    /// All numbers but those of the sample.
    #[cfg(test)]
    pub(super) fn tally(&self) -> [u32; 12] {
        [
            self.looked_at,
            self.wordless,
            self.numbers,
            self.amount_like,
            self.code_like,
            self.comma,
            self.point,
            self.dates + self.percents + self.either,
            self.negatives,
            self.positives,
            self.above_one,
            u32::try_from(self.longest).unwrap_or(u32::MAX),
        ]
    }

    /// How many of the sampled cells differ from one another.
    pub(super) fn distinct(&self) -> u32 {
        u32::try_from(self.different.len()).unwrap_or(u32::MAX)
    }

    /// Share of numbers among filled cells, in percent.
    pub(super) fn number_percent(&self) -> u32 {
        percent(self.numbers, self.looked_at)
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

    /// A cell that reads two ways in a column where nothing decides.
    pub(super) fn decimal_doubt(&self) -> Option<&(u32, String)> {
        self.either_example
            .as_ref()
            .filter(|_| self.proven_decimal().is_none())
    }

    /// The order that the cells prove.
    pub(super) fn proven_order(&self) -> Option<DateOrder> {
        match (self.day, self.month) {
            (0, 0) if self.either_date.is_some() => None,
            (0, 0) if self.year_first > 0 => Some(DateOrder::YearFirst),
            (0, 0) => Some(DateOrder::DayFirst),
            (day, month) if day >= month => Some(DateOrder::DayFirst),
            _ => Some(DateOrder::MonthFirst),
        }
    }

    /// A cell that is two days in a column where nothing decides.
    pub(super) fn date_doubt(&self) -> Option<&(u32, String)> {
        self.either_date
            .as_ref()
            .filter(|_| self.proven_order().is_none())
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
