//! Numbers, money, percent, hours and dates as each language writes them (CLDR 46).

use jiff_core::civil::Date;

use super::Lang;
use crate::domain::money::{Currency, Money};
use crate::t;

/// No-break space.
const NBSP: char = '\u{a0}';
/// The minus sign of typography.
const MINUS: char = '\u{2212}';

impl Lang {
    /// Between whole units and decimals.
    #[must_use]
    pub const fn decimal_sign(self) -> char {
        match self {
            Self::En => '.',
            Self::Fi | Self::Pl => ',',
        }
    }

    /// Between groups of three digits.
    const fn group_sign(self) -> char {
        match self {
            Self::En => ',',
            Self::Fi | Self::Pl => NBSP,
        }
    }

    /// Digits from which a number is grouped.
    const fn grouped_from(self) -> usize {
        match self {
            Self::En | Self::Fi => 4,
            Self::Pl => 5,
        }
    }

    /// The delimiter that spreadsheets of this language expect in a CSV file.
    #[must_use]
    pub const fn csv_delimiter(self) -> char {
        match self {
            Self::En => ',',
            Self::Fi | Self::Pl => ';',
        }
    }

    /// The currency of a file that names none.
    #[must_use]
    pub fn usual_currency(self) -> Currency {
        Currency::new(match self {
            Self::En | Self::Fi => "EUR",
            Self::Pl => "PLN",
        })
    }
}

/// A whole number: `1 234`.
#[must_use]
pub fn count(lang: Lang, n: u64) -> String {
    group(lang, &n.to_string())
}

/// A count of anything that fits in memory.
#[must_use]
pub fn size(lang: Lang, n: usize) -> String {
    group(lang, &n.to_string())
}

/// A plain ratio as percent with so many decimals: `0.1234` and 1 give `12,3 %`.
#[must_use]
pub fn percent(lang: Lang, ratio: f64, decimals: usize) -> String {
    let text = number(lang, ratio * 100.0, decimals);
    match lang {
        Lang::En | Lang::Pl => format!("{text}%"),
        Lang::Fi => format!("{text}{NBSP}%"),
    }
}

/// A part of a whole as percent with so many decimals; one more where all or nothing would be said of what
/// is neither: `99.94%`, `<0.1%`.
#[must_use]
pub fn share(lang: Lang, ratio: f64, decimals: usize) -> String {
    // What is hidden by rounding at each end.
    let least = if decimals == 0 { 0.005 } else { 0.000_5 };
    let is_part = ratio > 0.0 && ratio < 1.0;
    if !is_part || (ratio > least && ratio < 1.0 - least) {
        percent(lang, ratio, decimals)
    } else if ratio < 0.000_5 {
        format!("<{NBSP}{}", percent(lang, 0.001, 1))
    } else {
        percent(lang, ratio.min(0.999), 1)
    }
}

/// A floating point number with so many decimals.
#[must_use]
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{:.decimals$}", value.abs());
    let is_zero = text.bytes().all(|it| it == b'0' || it == b'.');
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 && !is_zero {
        out.push(MINUS);
    }
    out.push_str(&group(lang, whole));
    if !part.is_empty() {
        out.push(lang.decimal_sign());
        out.push_str(part);
    }
    out
}

/// Money to the cent: `1 234,56 €`.
#[must_use]
pub fn money(lang: Lang, amount: Money, currency: &Currency) -> String {
    let cents = amount.cents();
    let whole = (cents.unsigned_abs() / 100).to_string();
    let digits = format!(
        "{}{}{:02}",
        group(lang, &whole),
        lang.decimal_sign(),
        cents.unsigned_abs() % 100
    );
    with_currency(lang, cents < 0, &digits, currency)
}

/// Money in whole units: `1 235 €`.
#[must_use]
pub fn money_whole(lang: Lang, amount: Money, currency: &Currency) -> String {
    let units = amount.units();
    with_currency(
        lang,
        units < 0,
        &group(lang, &units.unsigned_abs().to_string()),
        currency,
    )
}

/// The sign people know a currency by; its code where there is none.
#[must_use]
pub fn currency_sign(currency: &Currency) -> &str {
    match currency.0.as_str() {
        "EUR" => "€",
        "PLN" => "zł",
        "USD" => "$",
        "GBP" => "£",
        code => code,
    }
}

fn with_currency(lang: Lang, is_negative: bool, digits: &str, currency: &Currency) -> String {
    let minus = if is_negative {
        MINUS.to_string()
    } else {
        String::new()
    };
    let sign = currency_sign(currency);
    match lang {
        Lang::En if matches!(sign, "€" | "$" | "£") => format!("{minus}{sign}{digits}"),
        Lang::En | Lang::Fi | Lang::Pl => format!("{minus}{digits}{NBSP}{sign}"),
    }
}

/// A whole number of hours from minutes, rounded to the nearest: `253 h`.
#[must_use]
pub fn hours(lang: Lang, minutes: u64) -> String {
    let hours = minutes.saturating_add(30) / 60;
    t!(lang, common_hours, n = count(lang, hours))
}

/// Hours with one decimal from minutes: `1,3 h`.
#[must_use]
pub fn hours_fine(lang: Lang, minutes: u64) -> String {
    let tenths = minutes.saturating_add(3) / 6;
    let text = format!(
        "{}{}{}",
        count(lang, tenths / 10),
        lang.decimal_sign(),
        tenths % 10
    );
    t!(lang, common_hours, n = text)
}

/// A day: `1 Jul 2016`, `1.7.2016`, `1 lip 2016`.
#[must_use]
pub fn date(lang: Lang, day: Date) -> String {
    let (d, m, y) = (day.day(), day.month(), day.year());
    match lang {
        Lang::En | Lang::Pl => {
            let month = usize::try_from(m).unwrap_or(1).saturating_sub(1);
            format!("{d}{NBSP}{}{NBSP}{y}", month_short(lang, month))
        }
        Lang::Fi => format!("{d}.{m}.{y}"),
    }
}

/// The short name of a month, January is 0.
#[must_use]
pub fn month_short(lang: Lang, month: usize) -> &'static str {
    t!(lang, common_months_short)
        .split(' ')
        .nth(month)
        .unwrap_or_default()
}

/// The full name of a month by itself, January is 0.
#[must_use]
pub fn month_name(lang: Lang, month: usize) -> &'static str {
    t!(lang, common_months)
        .split(' ')
        .nth(month)
        .unwrap_or_default()
}

/// Digits in groups of three.
fn group(lang: Lang, digits: &str) -> String {
    if digits.len() < lang.grouped_from() {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(lang.group_sign());
        }
        out.push(digit);
    }
    out
}
