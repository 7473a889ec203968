//! What a number in a workbook is by its format: an amount, a share, a day, a time.

use std::fmt::Write as _;

use jiff_core::civil::date;

use crate::domain::day;
use crate::ingest::number::{OWN, currency_of};

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Looks {
    /// A number.
    #[default]
    Number,
    /// A share: 0.25 is shown as 25 %.
    Percent,
    /// An amount of a currency.
    Money(&'static str),
    /// A day, perhaps with a time; whether days are counted from 1904.
    Day(bool),
    /// A time of the day, with the day where it has one; whether days are counted from 1904.
    Clock(bool),
    /// A span of time.
    Span,
}

/// From 1900-01-00 to 1904-01-01.
const DAYS_TO_1904: f64 = 1462.0;
/// So many days with the format of a time of the day are hours that were added up; more are a day.
const DAYS_OF_HOURS: f64 = 10_000.0;
/// The day after the last that workbooks know.
const LAST_DAY: f64 = 2_958_466.0;

impl Looks {
    /// By a format's number, where the format is one of those that every workbook has.
    pub(super) fn built_in(id: u16, is_1904: bool) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Self::Day(is_1904),
            18..=21 | 32 | 33 | 45 | 47 | 55 | 56 => Self::Clock(is_1904),
            46 => Self::Span,
            _ => Self::Number,
        }
    }

    /// By what a format is written as: `dd.mm.yyyy`, `# ##0.00 "zł"`.
    pub(super) fn of_format(format: &str, is_1904: bool) -> Self {
        let mut letters = String::new();
        let mut words = String::new();
        let mut is_span = false;
        let mut chars = format.chars();
        while let Some(it) = chars.next() {
            match it {
                // The first part is for positive numbers.
                ';' => break,
                '"' => words.extend(chars.by_ref().take_while(|it| *it != '"')),
                '\\' => words.extend(chars.next()),
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|it| *it != ']').collect();
                    if let Some(sign) = inside.strip_prefix('$') {
                        words.push(' ');
                        words.push_str(sign.split('-').next().unwrap_or_default());
                        words.push(' ');
                    } else {
                        is_span |=
                            !inside.is_empty() && inside.chars().all(|it| "hmsHMS".contains(it));
                    }
                }
                other => letters.push(other.to_ascii_lowercase()),
            }
        }
        if is_span {
            return Self::Span;
        }
        if letters.trim() == "general" || letters.trim() == "@" {
            return Self::Number;
        }
        let has = |of: &str| letters.contains(|it: char| of.contains(it));
        if has("dy") || (has("m") && !has("hs0#")) {
            return Self::Day(is_1904);
        }
        if has("hs") {
            return Self::Clock(is_1904);
        }
        if letters.contains('%') {
            return Self::Percent;
        }
        let signs = letters.chars().filter(|it| "€$£".contains(*it));
        words.extend(signs.flat_map(|it| [' ', it]));
        words
            .split(|it: char| it.is_whitespace() || it == '/')
            .find_map(currency_of)
            .map_or(Self::Number, Self::Money)
    }

    /// A number as this shows it. A number that has parts is marked as the workbook's own, so that
    /// no reader takes its point for a separator of thousands.
    pub(super) fn write(self, value: f64, out: &mut String) {
        // The shortest decimal that is this float; a negative zero is zero.
        let value = if value == 0.0 { 0.0 } else { value };
        let done = match self {
            Self::Day(is_1904) => write_day(value, is_1904, out),
            Self::Clock(is_1904) if value >= DAYS_OF_HOURS => write_day(value, is_1904, out),
            Self::Clock(_) | Self::Span => write_time(value, out),
            Self::Number | Self::Percent | Self::Money(_) => None,
        };
        if done.is_some() {
            return;
        }
        let mark = match self {
            Self::Percent => "%",
            Self::Money(code) => code,
            _ => "",
        };
        if !mark.is_empty() || value.fract() != 0.0 {
            out.push(OWN);
        }
        let _ = write!(out, "{value}");
        if !mark.is_empty() {
            out.push(OWN);
            out.push_str(mark);
        }
    }
}

/// `2025-01-31`, with the time where it has one.
fn write_day(value: f64, is_1904: bool, out: &mut String) -> Option<()> {
    let value = if is_1904 { value + DAYS_TO_1904 } else { value };
    (0.0..LAST_DAY).contains(&value).then_some(())?;
    if value < 1.0 {
        return write_time(value, out);
    }
    let seconds = whole(value * 86_400.0)?;
    let (mut days, rest) = (seconds / 86_400, seconds % 86_400);
    // The calendar of 1900 has a 29 February that never was.
    if days < 60 {
        days += 1;
    }
    let day = date(1899, 12, 30)
        .checked_add(i32::try_from(days).ok()?)
        .ok()?;
    out.push_str(&day::text(day));
    if rest > 0 {
        out.push(' ');
        write_clock(rest, out);
    }
    Some(())
}

fn write_time(value: f64, out: &mut String) -> Option<()> {
    (0.0..LAST_DAY).contains(&value).then_some(())?;
    write_clock(whole(value * 86_400.0)?, out);
    Some(())
}

fn write_clock(seconds: i64, out: &mut String) {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let _ = write!(out, "{:02}:{:02}:{seconds:02}", minutes / 60, minutes % 60);
}

/// The nearest whole number.
fn whole(value: f64) -> Option<i64> {
    format!("{value:.0}").parse().ok()
}

/// The words of an error, by its number in XLS and XLSB.
pub(super) const fn error_words(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
