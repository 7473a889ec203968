//! Codes of industries in a file's words: TOL, PKD and NACE, which share their first four figures.
//!
//! All three are the classification of the Union (NACE): two figures name a division, three a group,
//! four a class. Finland adds a fifth figure (TOL), Poland a letter (PKD).

use std::ops::RangeInclusive;

/// Whose classification a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Finland: `43210`.
    Tol,
    /// Poland: `43.21.Z`.
    Pkd,
    /// The Union: `43`, `43.2`, `43.21`.
    Nace,
}

impl Scheme {
    /// Every scheme, the finest first.
    pub const ALL: [Self; 3] = [Self::Tol, Self::Pkd, Self::Nace];

    /// The name by which list providers know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tol => "TOL",
            Self::Pkd => "PKD",
            Self::Nace => "NACE",
        }
    }
}

/// The code of an industry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    /// Whose.
    pub scheme: Scheme,
    /// As its scheme writes it.
    pub code: String,
    /// The division, group or class of NACE that it belongs to.
    pub nace: String,
}

/// Divisions there are, of the second revision and of its update.
const DIVISIONS: [RangeInclusive<u8>; 15] = [
    1..=3,
    5..=9,
    10..=33,
    35..=35,
    36..=39,
    41..=43,
    45..=47,
    49..=53,
    55..=56,
    58..=63,
    64..=66,
    68..=75,
    77..=82,
    84..=88,
    90..=99,
];

impl Code {
    /// The code in a file's words for an industry: alone (`43210`, `43.21.Z`, `F 43.21`), or before or
    /// after its name (`43.21 Electrical installation`). A number that no industry has is no code.
    #[must_use]
    pub fn find(words: &str) -> Option<Self> {
        let is_gap =
            |it: char| it.is_whitespace() || matches!(it, '(' | ')' | ',' | ';' | ':' | '/');
        let mut parts = words
            .split(is_gap)
            .map(|it| it.trim_matches(['.', '-', '–']))
            .filter(|it| !it.is_empty());
        parts.find_map(Self::read)
    }

    fn read(word: &str) -> Option<Self> {
        // The letter of the section may stand before: `F43.21`, `F-43`.
        let bare = match word.strip_prefix(|it: char| it.is_ascii_alphabetic()) {
            Some(rest) => rest.trim_start_matches(['.', '-']),
            None => word,
        };
        let mut figures = String::new();
        let mut letter = None;
        let mut lengths = Vec::new();
        for part in bare.split('.') {
            let mut letters = part.chars();
            match (letters.next(), letters.next()) {
                (Some(it), None) if it.is_ascii_alphabetic() && letter.is_none() => {
                    letter = Some(it.to_ascii_uppercase());
                }
                _ if !part.is_empty()
                    && letter.is_none()
                    && part.bytes().all(|it| it.is_ascii_digit()) =>
                {
                    figures.push_str(part);
                    lengths.push(part.len());
                }
                _ => return None,
            }
        }
        // Two figures, then one or two; or all in one.
        // A short number is more often a count than a code: a point or a section must say so.
        let has_section = bare.len() < word.len();
        let is_form = match lengths.as_slice() {
            [all] => matches!(all, 4 | 5) || (has_section && matches!(all, 2 | 3)),
            [2, rest] => (1..=3).contains(rest),
            [2, 2 | 1, 1] => true,
            _ => false,
        };
        if !is_form || !is_division(&figures) || (letter.is_some() && figures.len() != 4) {
            return None;
        }
        let nace = dotted(figures.get(..4).unwrap_or(&figures));
        let (scheme, code) = match (letter, figures.len()) {
            (Some(letter), _) => (Scheme::Pkd, format!("{nace}.{letter}")),
            (None, 5) => (Scheme::Tol, figures),
            (None, _) => (Scheme::Nace, nace.clone()),
        };
        Some(Self { scheme, code, nace })
    }
}

fn is_division(figures: &str) -> bool {
    let division = figures.get(..2).and_then(|it| it.parse().ok());
    division.is_some_and(|it: u8| DIVISIONS.iter().any(|range| range.contains(&it)))
}

/// `4321` as `43.21`.
fn dotted(figures: &str) -> String {
    match figures.split_at_checked(2) {
        Some((division, rest)) if !rest.is_empty() => format!("{division}.{rest}"),
        _ => figures.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_in_every_way_that_registers_and_exports_write_them() {
        for (words, wanted) in [
            ("43210", "TOL 43210 43.21"),
            ("43.210", "TOL 43210 43.21"),
            ("01110 Viljakasvien viljely", "TOL 01110 01.11"),
            ("Sähköasennus (43210)", "TOL 43210 43.21"),
            ("43.21.Z", "PKD 43.21.Z 43.21"),
            (
                "43.21.z Wykonywanie instalacji elektrycznych",
                "PKD 43.21.Z 43.21",
            ),
            ("F 43.21.Z", "PKD 43.21.Z 43.21"),
            ("F43.21", "NACE 43.21 43.21"),
            ("43.21", "NACE 43.21 43.21"),
            ("4321", "NACE 43.21 43.21"),
            ("43.2", "NACE 43.2 43.2"),
            ("F43", "NACE 43 43"),
            ("C-10: Food", "NACE 10 10"),
        ] {
            let found = Code::find(words).map(|it| {
                let Code { scheme, code, nace } = it;
                format!("{} {code} {nace}", scheme.name())
            });
            assert_eq!(found.as_deref(), Some(wanted), "{words}");
        }
    }

    #[test]
    fn words_and_numbers_that_name_no_industry_hold_no_code() {
        for words in [
            "",
            "Construction",
            "F",
            "IT",
            "43",
            "10 employees",
            "250",
            "04.10",
            "00000",
            "123456",
            "43.21.ZZ",
            "43.Z",
            "4.321",
            "1–9",
            "43,21",
            "B2B",
            "3D printing",
            "24/7",
            "2.0",
        ] {
            assert_eq!(Code::find(words), None, "{words}");
        }
    }
}
