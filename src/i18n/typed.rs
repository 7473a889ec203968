//! What people type into a field: whole numbers and amounts, in any of the usual notations.

use super::Lang;
use crate::domain::money::{Money, PLACES};

/// A whole number; spaces around and inside it are let pass.
#[must_use]
pub fn whole(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

/// A percentage such as `60`, `60,5` or `60.5 %` in basis points; `None` for anything else.
///
/// Both decimal signs are read whatever the language: nobody types thousands here.
#[must_use]
pub fn basis_points(text: &str) -> Option<u16> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let hundredths: u16 = format!("{part:0<2}").parse().ok()?;
    whole
        .parse::<u16>()
        .ok()?
        .checked_mul(100)?
        .checked_add(hundredths)
        .filter(|it| *it <= 10_000)
}

/// An amount of zero or more: `45`, `45,50`, `45.50`, `1 200`, with or without a currency sign.
///
/// One sign with one or two digits after it is a decimal sign; with three it would be read two ways,
/// so it is refused.
#[must_use]
pub fn amount(text: &str) -> Option<Money> {
    let kept: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && !"€$£".contains(*it))
        .collect();
    let kept = kept.strip_suffix("zł").unwrap_or(&kept);
    let (whole, part) = kept.split_once([',', '.']).unwrap_or((kept, ""));
    let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(part) || part.len() > 2 {
        return None;
    }
    if whole.len() > 12 {
        return None;
    }
    let places = usize::try_from(PLACES).ok()?;
    let digits = format!("{whole}{part:0<places$}");
    digits.parse().ok().map(Money::from_ten_thousandths)
}

/// A number of any measure in ten-thousandths, below zero too: `1 200,50`, `−5 %`.
#[must_use]
pub fn measured(text: &str) -> Option<i64> {
    let plain = text.trim().trim_end_matches('%').trim();
    let (is_negative, plain) = match plain.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, plain),
    };
    let number = i64::try_from(amount(plain)?.ten_thousandths()).ok()?;
    Some(if is_negative { -number } else { number })
}

/// An amount as it stands in a field: no grouping, no sign of currency, decimals only where needed.
#[must_use]
pub fn amount_text(lang: Lang, amount: Money) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{}{part:02}", lang.decimal_sign())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_decimal_signs_and_the_percent_sign_are_read() {
        for (text, wanted) in [
            ("60", Some(6_000)),
            (" 60,5 ", Some(6_050)),
            ("60.25%", Some(6_025)),
            ("60\u{a0}%", Some(6_000)),
            ("0,5", Some(50)),
            ("100", Some(10_000)),
            ("60,", Some(6_000)),
            ("100,01", None),
            ("60,123", None),
            ("-5", None),
            ("1e2", None),
            ("sixty", None),
            ("99999999", None),
            (",5", None),
            ("", None),
        ] {
            assert_eq!(basis_points(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn an_amount_is_read_in_every_notation_and_never_guessed() {
        for (text, cents) in [
            ("45", Some(4_500)),
            ("45,5", Some(4_550)),
            ("45.50", Some(4_550)),
            (" 1 200 € ", Some(120_000)),
            ("1\u{a0}200,05zł", Some(120_005)),
            ("1.200", None),
            ("-5", None),
            ("", None),
            (",5", None),
            ("4 h", None),
            ("9999999999999", None),
        ] {
            assert_eq!(amount(text).map(Money::cents), cents, "{text:?}");
        }
    }

    #[test]
    fn a_whole_number_is_digits_and_nothing_else() {
        for (text, number) in [
            ("44", Some(44)),
            (" 1 200 ", Some(1_200)),
            ("4.5", None),
            ("-1", None),
            ("", None),
            ("99999999999", None),
            ("٣", None),
        ] {
            assert_eq!(whole(text), number, "{text:?}");
        }
    }

    #[test]
    fn what_a_field_shows_is_read_back_as_the_same_amount() {
        for cents in [0, 1, 4_500, 4_505, 120_050] {
            let amount_of = Money::from_ten_thousandths(cents * 100);
            for lang in Lang::ALL {
                assert_eq!(amount(&amount_text(lang, amount_of)), Some(amount_of));
            }
        }
    }
}
