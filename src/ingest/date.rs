//! How dates are written, and which days they are.
//!
//! As with numbers, a cell is looked at without knowing its column: `01/02/2025` is two days until
//! the column's other cells decide.

use jiff_core::civil::{Date, date};

use super::fold::fold;
use super::reading::DateOrder;

/// A cell that is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// With the day first.
    day: Option<Date>,
    /// With the month first.
    month: Option<Date>,
    /// The same in any order: the year stands first, or the month is a word.
    fixed: Option<Date>,
    /// The year stands first.
    pub(super) year_first: bool,
    /// A bare number (`20250131`, a workbook's 45688): a date only where the column says so.
    pub(super) bare: bool,
}

/// What a cell says of its column's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing.
    Nothing,
    /// Only the day first explains it.
    Day,
    /// Only the month first does.
    Month,
    /// Both do, with different days.
    Either,
}

impl Look {
    /// What this cell says.
    pub(super) fn says(&self) -> Says {
        match (self.fixed, self.day, self.month) {
            (Some(_), _, _) | (None, None, None) => Says::Nothing,
            (None, Some(a), Some(b)) if a == b => Says::Nothing,
            (None, Some(_), Some(_)) => Says::Either,
            (None, Some(_), None) => Says::Day,
            (None, None, Some(_)) => Says::Month,
        }
    }

    /// The day under an order.
    pub(super) fn value(&self, order: DateOrder) -> Option<Date> {
        self.fixed.or(match order {
            DateOrder::DayFirst => self.day,
            DateOrder::MonthFirst => self.month,
            DateOrder::YearFirst => self.day.or(self.month),
        })
    }
}

/// Month names (en, fi, sv, pl, de) without their endings, folded.
const MONTHS: [(&str, i16); 12] = [
    ("januar tammi stycz", 1),
    ("februar helmi luty lute", 2),
    ("march maalis mars mrz marz marze marc mrt", 3),
    ("april huhti kwie", 4),
    ("may maj mai touko", 5),
    ("june juni kesa czerw", 6),
    ("july juli heina lipi lipc", 7),
    ("august elokuu sierp", 8),
    ("septem syys wrze", 9),
    ("octob oktob loka pazdzier", 10),
    ("novem marras listop", 11),
    ("decem dezem joulu grud", 12),
];

/// The same in other languages, whose short forms are words elsewhere: `Out`, `Set`.
const MORE: [(&str, i16); 13] = [
    ("cervenc cervenec", 7),
    (
        "gennai enero janeir janvier jaanuar leden ledna yanvar ianuar",
        1,
    ),
    ("febbrai febrer fevere fevrier veebruar unor fevral", 2),
    ("marzo maart marts brezen brezna martie", 3),
    ("abril avril aprel duben dubna", 4),
    ("maggio mayo maio mei maya majus kveten kvetna", 5),
    ("giugno junho juin juuni iyun iunie cerven cervna", 6),
    ("luglio julho juillet juuli iyul iulie", 7),
    ("agosto aout augustus auguszt avgust srpen srpna", 8),
    ("settem septiem setiem setem szeptem sentyabr zari", 9),
    (
        "ottobr outubr octubr oktoob oktyabr octombr rijen rijna",
        10,
    ),
    ("noviem noyabr noiem", 11),
    ("dicem diciem desem detsem dekabr prosin", 12),
];

/// The month that a word names: its stem with an ending, or the beginning of it.
pub(super) fn month_of(word: &str) -> Option<i16> {
    let word = fold(word);
    let more = || month_among(&MORE, &word).filter(|_| word.len() >= 5);
    month_among(&MONTHS, &word).or_else(more)
}

fn month_among(months: &[(&str, i16)], word: &str) -> Option<i16> {
    let fits = |stem: &str| {
        let ending = if stem.len() > 3 { 5 } else { 1 };
        stem.starts_with(word) || (word.starts_with(stem) && word.len() <= stem.len() + ending)
    };
    months
        .iter()
        .find(|(stems, _)| word.len() >= 3 && stems.split(' ').any(fits))
        .map(|it| it.1)
}

/// The date in a cell; `None` if it holds anything else.
pub(super) fn look(cell: &str) -> Option<Look> {
    let cell = cell.trim();
    if cell.len() < 5 || cell.len() > 40 || !cell.bytes().any(|it| it.is_ascii_digit()) {
        return None;
    }
    if cell.bytes().all(|it| it.is_ascii_digit()) {
        return bare(cell);
    }
    let cell = without_time(without_weekday(cell));
    let separator = cell.chars().find(|it| !it.is_ascii_digit())?;
    if matches!(separator, '.' | '/' | '-') && !cell.chars().any(char::is_alphabetic) {
        return figures(cell, separator);
    }
    words(cell)
}

/// Cuts `2025-01-31T12:00:00Z`, `31.1.2025 klo 12:30` after the day.
fn without_time(cell: &str) -> &str {
    let day = |it: &str| {
        it.bytes()
            .all(|it| it.is_ascii_digit() || b".-/".contains(&it))
    };
    match cell.split_once(['T', ' ']) {
        Some((head, rest))
            if head.len() >= 6 && (rest.contains(':') || rest.starts_with("klo ")) =>
        {
            // `31.1.25, 12:30`
            let head = head.trim_end_matches(',');
            if day(head) { head } else { cell }
        }
        _ => cell,
    }
}

/// Short names of days, folded: en and de, fi, sv, da and no, nl, pl, fr, es, it and pt, cs and sk, et, lv
/// and lt, hu.
const WEEKDAYS: &str = "\
    mon tue wed thu fri sat sun mo di mi do fr sa so ma ti ke to pe la su man tis ons tor tors fre lor son \
    tir wo vr za zo pn pon wt wto sr sro cz czw pt pia sob nd nie ndz lun mar mer jeu ven sam dim mie jue vie \
    dom gio seg ter qua qui sex po ut st ct ne pi e k n r l p ot tr ce pk se sv an kt h sze cs szo v";

/// `3.2.2026` of `ti 3.2.2026`, `Di., 03.02.2026`; not of `FV 3/2/2026`.
fn without_weekday(cell: &str) -> &str {
    let is_day = |it: &str| it.bytes().take(6).filter(|it| b"./-".contains(it)).count() == 2;
    let is_weekday = |it: &str| {
        let folded = fold(it);
        let is_long = || {
            ["day", "dag", "tag", "tai"]
                .iter()
                .any(|end| folded.ends_with(end))
        };
        WEEKDAYS.split(' ').any(|it| it == folded) || is_long()
    };
    match cell.split_once(' ') {
        Some((head, rest)) if is_day(rest) && is_weekday(head) => rest,
        _ => cell,
    }
}

/// Three numbers with a separator between them.
fn figures(cell: &str, separator: char) -> Option<Look> {
    let mut parts = cell.split(separator).map(str::trim);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    // German and Finnish may write a point after the year too.
    if !matches!((parts.next(), parts.next()), (None | Some(""), None)) {
        return None;
    }
    let number = |it: &str| -> Option<i16> {
        (it.len() <= 4 && it.bytes().all(|it| it.is_ascii_digit()))
            .then(|| it.parse().ok())
            .flatten()
    };
    if a.len() == 4 {
        let fixed = day_of(number(a)?, number(b)?, number(c)?)?;
        return Some(Look {
            day: None,
            month: None,
            fixed: Some(fixed),
            year_first: true,
            bare: false,
        });
    }
    if a.len() > 2 || b.len() > 2 || !matches!(c.len(), 2 | 4) {
        return None;
    }
    let year = full_year(number(c)?, c.len());
    let (a, b) = (number(a)?, number(b)?);
    let (day, month) = (day_of(year, b, a), day_of(year, a, b));
    // With points the day always stands first.
    let month = month.filter(|_| separator != '.');
    (day.is_some() || month.is_some()).then_some(Look {
        day,
        month,
        fixed: None,
        year_first: false,
        bare: false,
    })
}

/// `13. tammikuuta 2025`, `Jan 13, 2025`, `13-Jan-25`.
fn words(cell: &str) -> Option<Look> {
    let mut numbers = [None; 2];
    let mut month = None;
    // `Jan 13, 2025 4:05:07 PM EET`: the time and what follows it say nothing of the day.
    let time = cell
        .find(':')
        .and_then(|at| cell.split_at_checked(at)?.0.rfind(' '));
    let day = time.and_then(|at| cell.split_at_checked(at));
    let words = day
        .map_or(cell, |it| it.0)
        .split(|it: char| it.is_whitespace() || ".,-/".contains(it))
        .filter(|it| !it.is_empty());
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    // Most cells with words end here.
    if words.clone().filter(|it| is_number(it)).count() != numbers.len() {
        return None;
    }
    for word in words {
        if is_number(word) {
            let slot = numbers.iter_mut().find(|it| it.is_none())?;
            *slot = Some((word.parse::<i16>().ok()?, word.len()));
        } else if word.len() <= 2 {
            // `3 de mayo de 2026`, `3 lutego 2026 r.`
        } else if month.is_none() {
            // A weekday may stand before it.
            month = month_of(word).or_else(|| month_among(&MORE, &fold(word)));
        } else {
            return None;
        }
    }
    let [Some((a, _)), Some((b, b_len))] = numbers else {
        return None;
    };
    let fixed = if a > 31 {
        day_of(a, month?, b)
    } else {
        day_of(full_year(b, b_len), month?, a)
    }?;
    Some(Look {
        day: None,
        month: None,
        fixed: Some(fixed),
        year_first: false,
        bare: false,
    })
}

/// `20250131`, or the day number of a workbook.
fn bare(cell: &str) -> Option<Look> {
    let number: i32 = cell.parse().ok()?;
    let fixed = match cell.len() {
        8 => {
            let part = |it: i32| i16::try_from(it).ok();
            day_of(
                part(number / 10_000)?,
                part(number / 100 % 100)?,
                part(number % 100)?,
            )
            .filter(|it| (1950..2100).contains(&it.year()))
        }
        5 => serial(number),
        _ => None,
    }?;
    Some(Look {
        day: None,
        month: None,
        fixed: Some(fixed),
        year_first: cell.len() == 8,
        bare: true,
    })
}

/// The day with a workbook's number; from 1 March 1900 on its count is right.
fn serial(number: i32) -> Option<Date> {
    (20_000..80_000).contains(&number).then_some(())?;
    date(1899, 12, 30).checked_add(number).ok()
}

fn day_of(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Two figures: 69 and below are of this century.
fn full_year(year: i16, len: usize) -> i16 {
    match (len, year) {
        (2, ..=69) => 2000 + year,
        (2, _) => 1900 + year,
        _ => year,
    }
}

#[cfg(test)]
mod tests;
