//! Business ids of the countries that Finnish and Polish companies trade with most: read in any
//! spelling, and trusted only where the check digits are right.

/// Numbers of countries, as digits and a check.
struct Country {
    /// As VAT numbers begin.
    prefix: &'static str,
    /// The number without spaces and signs is right.
    is_valid: fn(&str) -> bool,
}

const COUNTRIES: [Country; 16] = [
    Country::new("FI", is_finnish),
    Country::new("PL", is_polish),
    Country::new("SE", is_swedish),
    Country::new("EE", |it| {
        fits(it, 9) && sum(it, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10)
    }),
    Country::new("LV", is_latvian),
    Country::new("LT", is_lithuanian),
    Country::new("DE", is_german),
    Country::new("DK", |it| {
        fits(it, 8) && sum(it, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
    }),
    Country::new("NO", |it| {
        let it = it.trim_end_matches("MVA");
        fits(it, 9) && sum(it, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
    }),
    Country::new("CZ", is_czech),
    Country::new("SK", |it| fits(it, 10) && number(it).is_multiple_of(11)),
    Country::new("AT", is_austrian),
    Country::new("BE", |it| {
        fits(it, 10) && 97 - number(it) / 100 % 97 == number(it) % 100
    }),
    Country::new("FR", is_french),
    Country::new("IT", |it| fits(it, 11) && luhn(it)),
    Country::new("GB", is_british),
];

impl Country {
    const fn new(prefix: &'static str, is_valid: fn(&str) -> bool) -> Self {
        Self { prefix, is_valid }
    }
}

/// One spelling for all: country and digits (`FI01234567`). `None` for what is no business id of a
/// country known here, or has wrong check digits, or only fills the field (`0000000-0`).
#[must_use]
pub fn canonical(text: &str) -> Option<String> {
    let mut plain: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|it| it.to_ascii_uppercase())
        .collect();
    if plain.len() > 16 {
        return None;
    }
    // Some write what the number is before it.
    for label in ["VAT", "NIP"] {
        if let Some(rest) = plain.strip_prefix(label) {
            plain = rest.to_owned();
        }
    }
    if let Some(found) = COUNTRIES
        .iter()
        .find_map(|it| Some((it, plain.strip_prefix(it.prefix)?)))
    {
        let (country, rest) = found;
        return ((country.is_valid)(rest) && !is_filler(rest)).then(|| own(country.prefix, rest));
    }
    if is_filler(&plain) {
        return None;
    }
    // Without a prefix the shape must tell the country: a hyphen stands where each writes it.
    let text = text.trim();
    let hyphen = text.split_once('-').map(|(a, b)| (a.len(), b.len()));
    match hyphen {
        Some((6 | 7, 1)) if is_finnish(&plain) => Some(own("FI", &plain)),
        Some((6, 4)) if is_swedish(&plain) => Some(own("SE", &plain)),
        _ if is_polish(&plain) => Some(own("PL", &plain)),
        None if plain.len() == 8 && is_finnish(&plain) => Some(own("FI", &plain)),
        _ => None,
    }
}

/// A valid number in its country's own spelling.
fn own(prefix: &str, rest: &str) -> String {
    match prefix {
        // Old Finnish numbers have six digits before the hyphen.
        "FI" => format!("FI{rest:0>8}"),
        "SE" => format!("SE{}", rest.get(..10).unwrap_or(rest)),
        "NO" => format!("NO{}", rest.trim_end_matches("MVA")),
        _ => format!("{prefix}{rest}"),
    }
}

/// One digit over and over: what people type into a field that must be filled.
fn is_filler(text: &str) -> bool {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    let first = digits.next();
    digits.all(|it| Some(it) == first)
}

fn fits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|it| it.is_ascii_digit())
}

fn digits(text: &str) -> impl Iterator<Item = u64> + '_ {
    text.bytes().map(|it| u64::from(it.wrapping_sub(b'0')))
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or_default()
}

/// Digits times weights, as many as there are of both.
fn sum(text: &str, weights: &[u64]) -> u64 {
    digits(text).zip(weights).map(|(a, b)| a * b).sum()
}

fn last(text: &str) -> u64 {
    digits(text).last().unwrap_or_default()
}

/// The sum of the digits, every second one from the right doubled, ends in zero.
fn luhn(text: &str) -> bool {
    let odd = text.len() % 2;
    let doubled = |(at, it): (usize, u64)| match it * 2 {
        twice if at % 2 == odd => twice / 10 + twice % 10,
        _ => it,
    };
    digits(text)
        .enumerate()
        .map(doubled)
        .sum::<u64>()
        .is_multiple_of(10)
}

fn is_finnish(text: &str) -> bool {
    let padded = format!("{text:0>8}");
    // A remainder of 1 has no check digit: no such number is given.
    text.len() >= 7
        && fits(&padded, 8)
        && match sum(&padded, &[7, 9, 10, 5, 8, 4, 2]) % 11 {
            0 => last(text) == 0,
            it => 11 - it == last(text),
        }
}

fn is_polish(text: &str) -> bool {
    fits(text, 10) && sum(text, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == last(text)
}

fn is_swedish(text: &str) -> bool {
    match text.len() {
        10 => fits(text, 10) && luhn(text),
        // As a VAT number it ends in 01.
        12 => fits(text, 12) && text.get(..10).is_some_and(luhn),
        _ => false,
    }
}

fn is_latvian(text: &str) -> bool {
    let rest = sum(text, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11;
    let check = match rest {
        4 => 10,
        0..=3 => 3 - rest,
        _ => 14 - rest,
    };
    fits(text, 11) && check == last(text)
}

fn is_lithuanian(text: &str) -> bool {
    let check = match sum(text, &[1, 2, 3, 4, 5, 6, 7, 8]) % 11 {
        10 => sum(text, &[3, 4, 5, 6, 7, 8, 9, 1]) % 11 % 10,
        it => it,
    };
    fits(text, 9) && check == last(text)
}

/// ISO 7064, MOD 11,10.
fn is_german(text: &str) -> bool {
    let product = digits(text).take(8).fold(10, |product, digit| {
        let sum = match (product + digit) % 10 {
            0 => 10,
            it => it,
        };
        sum * 2 % 11
    });
    fits(text, 9) && (11 - product) % 10 == last(text)
}

fn is_czech(text: &str) -> bool {
    let check = match 11 - sum(text, &[8, 7, 6, 5, 4, 3, 2]) % 11 {
        10 => 0,
        11 => 1,
        it => it,
    };
    fits(text, 8) && check == last(text)
}

fn is_austrian(text: &str) -> bool {
    let Some(text) = text.strip_prefix('U').filter(|it| fits(it, 8)) else {
        return false;
    };
    let sum: u64 = digits(text)
        .take(7)
        .enumerate()
        .map(|(at, it)| {
            if at % 2 == 1 {
                it / 5 + it * 2 % 10
            } else {
                it
            }
        })
        .sum();
    (96 - sum) % 10 == last(text)
}

fn is_french(text: &str) -> bool {
    let (Some(key), Some(siren)) = (text.get(..2), text.get(2..)) else {
        return false;
    };
    fits(key, 2) && fits(siren, 9) && (12 + 3 * (number(siren) % 97)) % 97 == number(key)
}

fn is_british(text: &str) -> bool {
    let rest = (sum(text, &[8, 7, 6, 5, 4, 3, 2]) + number(text) % 100) % 97;
    // Numbers given since 2009 are shifted by 55.
    fits(text, 9) && matches!(rest, 0 | 42)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_number_is_the_same_number() {
        for (text, number) in [
            ("0112038-9", "FI01120389"),
            ("112038-9", "FI01120389"),
            ("FI01120389", "FI01120389"),
            ("FI 0112038-9", "FI01120389"),
            ("01120389", "FI01120389"),
            (" fi01120389 ", "FI01120389"),
            ("526-025-09-95", "PL5260250995"),
            ("526-02-50-995", "PL5260250995"),
            ("PL 526 025 09 95", "PL5260250995"),
            ("NIP: 5260250995", "PL5260250995"),
            ("556056-6258", "SE5560566258"),
            ("SE556056625801", "SE5560566258"),
            ("NO 923 609 016 MVA", "NO923609016"),
            ("EE100594102", "EE100594102"),
            ("LV40003009497", "LV40003009497"),
            ("LT119511515", "LT119511515"),
            ("DE136695976", "DE136695976"),
            ("DK13585628", "DK13585628"),
            ("CZ25123891", "CZ25123891"),
            ("SK2021853504", "SK2021853504"),
            ("ATU13585627", "ATU13585627"),
            ("BE0428759497", "BE0428759497"),
            ("FR83404833048", "FR83404833048"),
            ("IT00743110157", "IT00743110157"),
            ("GB980780684", "GB980780684"),
        ] {
            assert_eq!(canonical(text).as_deref(), Some(number), "{text}");
        }
    }

    #[test]
    fn wrong_check_digits_fillers_and_other_numbers_are_no_ids() {
        for text in [
            "",
            "-",
            "0112038-8",
            "0000000-0",
            "1111111-1",
            "000-000-00-00",
            "5260250996",
            "FI01120388",
            "FI",
            "DE136695977",
            "123456",
            "+358 40 123 4567",
            "1234567890123456789",
            "kauppa",
            "ATU",
            "FR8",
            "客户-1",
        ] {
            assert_eq!(canonical(text), None, "{text}");
        }
    }
}
