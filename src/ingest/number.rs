//! How amounts are written, and what they are exactly.
//!
//! A cell is looked at without knowing its column: it may read one way with a decimal comma and
//! another with a decimal point. The column decides from all its cells (`content.rs`).

use super::reading::Decimal;
use crate::domain::money::{Money, PLACES};

/// A cell that is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Its value if the decimal sign is a comma.
    comma: Option<Money>,
    /// Its value if the decimal sign is a point.
    point: Option<Money>,
    /// The currency beside it, by ISO code.
    pub(super) currency: Option<&'static str>,
    /// Written with a percent sign; the value is the ratio.
    pub(super) percent: bool,
    /// Written with a sign between whole units and parts, or with a currency: an amount rather than
    /// a code.
    pub(super) amount_like: bool,
    /// Starts with a zero that a number would not have (`00100`).
    pub(super) code_like: bool,
}

/// What a cell says of its column's decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// Neither comma nor point: nothing.
    Plain,
    /// Only a decimal comma explains it.
    Comma,
    /// Only a decimal point explains it.
    Point,
    /// Both do, with different values.
    Either,
}

impl Look {
    /// What this cell says.
    pub(super) fn notation(&self) -> Notation {
        match (self.comma, self.point) {
            (Some(a), Some(b)) if a == b => Notation::Plain,
            (Some(_), Some(_)) => Notation::Either,
            (Some(_), None) => Notation::Comma,
            (None, _) => Notation::Point,
        }
    }

    /// Its value under a decimal sign.
    pub(super) fn value(&self, decimal: Decimal) -> Option<Money> {
        match decimal {
            Decimal::Comma => self.comma,
            Decimal::Point => self.point,
        }
    }
}

/// Stands before a number that a workbook holds as a number, so that its point is no riddle, and again
/// before its currency or percent sign. Unicode keeps this character for a program's own use.
pub(super) const OWN: char = '\u{fdd0}';

/// A cell as people read it: without the mark of a workbook's own number.
#[must_use]
pub fn shown(cell: &str) -> &str {
    match cell.strip_prefix(OWN) {
        Some(marked) => marked.split(OWN).next().unwrap_or_default(),
        None => cell,
    }
}

/// Signs and words that may stand before or after an amount, the longer of two alike first. `kr` is of
/// four countries, and others are of two.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"), ("euroa", "EUR"), ("euros", "EUR"), ("euro", "EUR"), ("Euro", "EUR"), ("eur", "EUR"), ("zł", "PLN"), ("zl", "PLN"), ("kr.", ""), ("kr", ""),
    ("US$", "USD"), ("R$", "BRL"), ("CA$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("A$", "AUD"), ("C$", "CAD"), ("$", "USD"), ("£", "GBP"),
    ("SFr.", "CHF"), ("Fr.", "CHF"), ("Kč", "CZK"), ("Ft", "HUF"), ("lei", "RON"), ("лв.", "BGN"), ("лв", "BGN"), ("din.", "RSD"), ("kn", "HRK"),
    ("₺", "TRY"), ("TL", "TRY"), ("₽", "RUB"), ("руб.", "RUB"), ("руб", "RUB"), ("₴", "UAH"), ("грн", "UAH"), ("₸", "KZT"), ("₹", "INR"),
    ("Rs.", "INR"), ("Rs", ""), ("RM ", "MYR"), ("₫", "VND"), ("₪", "ILS"), ("₩", "KRW"), ("฿", "THB"), ("₱", "PHP"), ("₾", "GEL"), ("¥", ""), ("￥", ""),
];

/// Codes that may stand there, three letters each.
const CODES: &str = "\
    EURPLNSEKNOKDKKUSDGBPCHFCZKHUFRONBGNISKRSDTRYRUBUAHKZTINRBRL\
    JPYCNYKRWVNDILSAUDCADNZDMXNZARMDLMKDBAMHRKLVLEEKGELBYNHKD\
    SGDTWDTHBMYRPHPAEDSAREGPMADTNDNGNKESPKRLKRARSCLPCOPPENXOF";

/// What may stand beside an amount, with the code of the currency, if there is one.
fn currencies() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let code = |it: &'static str| (!it.is_empty()).then_some(it);
    let signs = SIGNS.iter().map(move |it| (it.0, code(it.1)));
    let codes = (0..CODES.len() / 3).filter_map(|at| CODES.get(at * 3..at * 3 + 3));
    signs.chain(codes.map(|it| (it, Some(it))))
}

/// The ISO code of a currency sign, code or word that stands alone.
pub(super) fn currency_of(text: &str) -> Option<&'static str> {
    let text = text.trim();
    currencies()
        .find(|(mark, _)| mark.eq_ignore_ascii_case(text))
        .and_then(|it| it.1)
}

/// Sides of an account after an amount: a credit lowers what a customer owes.
const SIDES: [(&str, bool); 8] = [
    ("CR", true),
    ("Cr", true),
    ("DR", false),
    ("Dr", false),
    (" Ma", true),
    (" MA", true),
    (" Wn", false),
    (" WN", false),
];

/// Signs that stand for thousands or millions of a currency, and the power of ten.
const POWERS: [(&str, &str, i32); 14] = [
    ("t€", "€", 3),
    ("k€", "€", 3),
    ("K€", "€", 3),
    ("T€", "€", 3),
    ("keur", "€", 3),
    ("KEUR", "€", 3),
    ("kEUR", "€", 3),
    ("TEUR", "€", 3),
    ("tkr", "kr", 3),
    ("tys. zł", "zł", 3),
    ("M€", "€", 6),
    ("MEUR", "€", 6),
    ("mln zł", "zł", 6),
    ("milj. €", "€", 6),
];

/// More digits than this are not an amount of money.
const MAX_DIGITS: u32 = 30;

/// What programs write where there is no number.
pub(super) fn is_void(cell: &str) -> bool {
    const SIGNS: [&str; 9] = [
        "-", "\u{2013}", "\u{2014}", "\u{2212}", ".", "..", "...", "…", ":",
    ];
    SIGNS.contains(&cell)
}

/// The number in a cell; `None` if it holds anything else.
pub(super) fn look(cell: &str) -> Option<Look> {
    let cell = cell.trim_matches(is_space);
    if let Some(marked) = cell.strip_prefix(OWN) {
        return look_own(marked);
    }
    if let Some(look) = look_plain(cell.as_bytes()) {
        return Some(look);
    }
    // Longer words than a currency has: most cells of a text column end here.
    if cell.bytes().filter(u8::is_ascii_alphabetic).count() > 5 {
        return None;
    }
    // Workbooks mark a number kept as text with an apostrophe.
    let mut rest = cell.strip_prefix('\'').unwrap_or(cell);
    if !rest.bytes().any(|it| it.is_ascii_digit()) {
        return None;
    }
    if let Some(whole) = without_dash(rest) {
        return look(&whole);
    }
    let mut negative = false;
    let mut signed = false;
    let mut percent = false;
    let mut currency = None;
    let mut marked = false;
    let mut power = 0;
    let digit = |it: char| it.is_ascii_digit();
    let is_bare = |it: &str| it.starts_with(digit) && it.ends_with(digit);
    while !is_bare(rest) {
        let before = rest;
        if let Some(inner) = rest.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
            if std::mem::replace(&mut signed, true) {
                return None;
            }
            negative = true;
            rest = inner;
        }
        for minus in ['-', '\u{2212}', '\u{2013}', '\u{2011}', '+'] {
            if let Some(inner) = rest
                .strip_prefix(minus)
                .or_else(|| rest.strip_suffix(minus))
            {
                if std::mem::replace(&mut signed, true) {
                    return None;
                }
                negative = minus != '+';
                rest = inner;
            }
        }
        if let Some(inner) = rest.strip_suffix('%')
            && !percent
        {
            percent = true;
            rest = inner;
        }
        // Of ledgers: a credit lowers what a customer owes.
        for (mark, is_minus) in SIDES {
            if rest.ends_with(digit) {
                break;
            }
            if let Some(inner) = rest.strip_suffix(mark) {
                if std::mem::replace(&mut signed, true) {
                    return None;
                }
                negative = is_minus;
                rest = inner;
            }
        }
        if !marked
            && !rest.ends_with(digit)
            && let Some((inner, sign, more)) = POWERS.iter().find_map(|(mark, sign, power)| {
                rest.strip_suffix(mark).map(|it| (it, *sign, *power))
            })
        {
            currency = currency_of(sign);
            marked = true;
            power = more;
            rest = inner;
        }
        if !marked && !is_bare(rest) {
            // `12,50 e`; `e1250` is a code, and `2e` is the second.
            let euros = [("e", Some("EUR"))].into_iter();
            let euros = euros.filter(|_| rest.starts_with(digit) && rest.contains([',', ' ']));
            // A mark begins or ends as the cell does: nearly all of them do not.
            let ends = (rest.bytes().next(), rest.bytes().last());
            let may = |it: &str| it.bytes().next() == ends.0 || it.bytes().last() == ends.1;
            for (mark, code) in currencies().chain(euros).filter(|it| may(it.0)) {
                if let Some(inner) = rest.strip_suffix(mark).or_else(|| rest.strip_prefix(mark)) {
                    currency = code;
                    marked = true;
                    rest = inner;
                    break;
                }
            }
        }
        rest = rest.trim_matches(is_space);
        if rest == before {
            break;
        }
    }
    let shift = if percent { 2 } else { 0 } - power;
    let (body, exponent) = split_exponent(rest)?;
    let read = |decimal: u8| value(body, decimal, exponent - shift, negative);
    let has_sign = body.bytes().any(|it| it == b',' || it == b'.');
    let (comma, point) = if has_sign {
        (read(b','), read(b'.'))
    } else {
        let only = read(b'.');
        (only, only)
    };
    (comma.is_some() || point.is_some()).then(|| Look {
        comma,
        point,
        currency,
        percent,
        amount_like: has_sign || marked,
        code_like: body.len() > 1 && body.starts_with('0') && !has_sign,
    })
}

/// `1.250,00` of `1.250,-`: a dash stands for no hundredths.
fn without_dash(cell: &str) -> Option<String> {
    let (whole, rest) = cell.rsplit_once(['-', '\u{2013}', '\u{2014}'])?;
    let whole = whole.trim_end_matches('-');
    let digit = |it: char| it.is_ascii_digit();
    let is_it = whole.strip_suffix([',', '.'])?.ends_with(digit) && !rest.starts_with(digit);
    (is_it && cell.len() <= 40).then(|| format!("{whole}00{rest}"))
}

/// A workbook's own number: exact under either sign.
fn look_own(marked: &str) -> Option<Look> {
    let (digits, mark) = marked.split_once(OWN).unwrap_or((marked, ""));
    let negative = digits.starts_with('-');
    // Far more places than money has; what follows is what a float leaves of zero.
    let places = digits.find('.').map_or(digits.len(), |it| it + 16);
    let digits = digits.get(..places).unwrap_or(digits);
    let own = value(digits.trim_start_matches('-'), b'.', 0, negative)?;
    Some(Look {
        comma: Some(own),
        point: Some(own),
        currency: currency_of(mark),
        percent: mark == "%",
        amount_like: true,
        code_like: false,
    })
}

/// The commonest form, without groups and marks: `-1234,56`. Anything else is left to [`look`].
fn look_plain(cell: &[u8]) -> Option<Look> {
    let (negative, body) = match cell.split_first() {
        Some((b'-', body)) => (true, body),
        _ => (false, cell),
    };
    if body.len() > 16 {
        return None;
    }
    let mut digits: i64 = 0;
    let mut sign = None;
    for (at, it) in body.iter().enumerate() {
        match it {
            b'0'..=b'9' => digits = digits * 10 + i64::from(it - b'0'),
            b',' | b'.' if sign.is_none() => sign = Some((at, *it)),
            _ => return None,
        }
    }
    let places = sign.map_or(0, |(at, _)| body.len() - at - 1);
    let whole = body.len() - places - usize::from(sign.is_some());
    let scale = [10_000, 1_000, 100, 10, 1].get(places).copied()?;
    if whole == 0 || (places == 0 && sign.is_some()) {
        return None;
    }
    let digits = if negative { -digits } else { digits };
    let money = |factor: i128| Some(Money::from_ten_thousandths(i128::from(digits) * factor));
    let zero_first = body.first() == Some(&b'0');
    let value = money(scale);
    // Three figures after it may be a group of thousands.
    let grouped = money(10_000).filter(|_| places == 3 && whole <= 3 && !zero_first);
    let (comma, point) = match sign {
        None => (value, value),
        Some((_, b',')) => (value, grouped),
        Some(_) => (grouped, value),
    };
    Some(Look {
        comma,
        point,
        currency: None,
        percent: false,
        amount_like: sign.is_some(),
        code_like: zero_first && whole > 1 && sign.is_none(),
    })
}

/// Spaces that stand around numbers.
fn is_space(it: char) -> bool {
    it.is_whitespace() || it == '\u{feff}'
}

/// `1.2E+6` as `1.2` and 6.
fn split_exponent(text: &str) -> Option<(&str, i32)> {
    let Some((body, power)) = text.split_once(['e', 'E']) else {
        return Some((text, 0));
    };
    let power: i32 = power.parse().ok()?;
    (-40..=20).contains(&power).then_some((body, power))
}

/// The value of digits with separators under a decimal sign; `None` if they do not fit it.
fn value(body: &str, decimal: u8, exponent: i32, negative: bool) -> Option<Money> {
    let (whole, part) = match body.rsplit_once(char::from(decimal)) {
        Some((whole, part)) => (whole, part),
        None => (body, ""),
    };
    if !part.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let mut digits: i128 = 0;
    let mut count = 0_u32;
    let mut push = |digit: u8| {
        digits = digits * 10 + i128::from(digit - b'0');
        count += 1;
        (count <= MAX_DIGITS).then_some(())
    };
    let mut separator = None;
    let mut group = 0_u32;
    let mut groups = 0_u32;
    let mut indian = false;
    for it in whole.chars() {
        if let Some(digit) = u8::try_from(it).ok().filter(u8::is_ascii_digit) {
            push(digit)?;
            group += 1;
            continue;
        }
        let known = match it {
            '.' | ',' | '\'' | '\u{2019}' | '\u{b4}' | '`' => it,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => ' ',
            _ => return None,
        };
        if known == char::from(decimal) || separator.is_some_and(|it| it != known) {
            return None;
        }
        separator = Some(known);
        // The first group is one to three digits, the others three; two only in Indian lakhs.
        let fits = match (groups, group) {
            (0, 1..=3) => !whole.starts_with('0'),
            (1.., 3) => !indian,
            (1.., 2) if known == ',' => {
                let first = groups == 1;
                let was = std::mem::replace(&mut indian, true);
                first || was
            }
            _ => false,
        };
        if !fits {
            return None;
        }
        groups += 1;
        group = 0;
    }
    if separator.is_some() && group != 3 {
        return None;
    }
    for digit in part.bytes() {
        push(digit)?;
    }
    if count == 0 {
        return None;
    }
    let scale = i32::try_from(part.len()).ok()? - exponent;
    let amount = rescale(digits, scale)?;
    Some(Money::from_ten_thousandths(if negative {
        -amount
    } else {
        amount
    }))
}

/// `digits` with `scale` decimal places, in ten-thousandths, rounded half away from zero.
fn rescale(digits: i128, scale: i32) -> Option<i128> {
    let places = i32::try_from(PLACES).ok()?;
    let power = |it: i32| {
        u32::try_from(it)
            .ok()
            .and_then(|it| 10_i128.checked_pow(it))
    };
    if scale <= places {
        return digits.checked_mul(power(places - scale)?);
    }
    let Some(divisor) = power(scale - places) else {
        return Some(0);
    };
    let half = divisor / 2;
    Some((digits + half) / divisor)
}

#[cfg(test)]
mod tests;
