//! Names for searching and for putting in order: what a language counts as a letter of its own.

use super::Lang;
use crate::domain::letters::base;

/// A name as search sees it: small letters without diacritics, so that `zolta` finds `Żółta`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars().flat_map(char::to_lowercase) {
        match base(it) {
            Some(letters) => out.push_str(letters),
            None => out.push(it),
        }
    }
    out
}

/// What puts names in the order of a language's alphabet when compared: `ä` after `z` in Finnish,
/// `ł` after `l` in Polish, foreign letters with their base.
#[must_use]
pub fn sort_key(lang: Lang, text: &str) -> Vec<u32> {
    let mut key = Vec::with_capacity(text.len());
    for it in text.chars().flat_map(char::to_lowercase) {
        if let Some(own) = own_letter(lang, it) {
            key.push(own);
        } else if let Some(letters) = base(it) {
            key.extend(letters.chars().map(place));
        } else {
            key.push(place(it));
        }
    }
    key
}

/// The place of a letter without diacritics, with room behind it for letters of their own.
fn place(it: char) -> u32 {
    u32::from(it) * 4
}

/// Letters that an alphabet has beside a to z.
fn own_letter(lang: Lang, it: char) -> Option<u32> {
    let after = |base: char, step: u32| Some(place(base) + step);
    match (lang, it) {
        (Lang::Pl, 'ą') => after('a', 1),
        (Lang::Pl, 'ć') => after('c', 1),
        (Lang::Pl, 'ę') => after('e', 1),
        (Lang::Pl, 'ł') => after('l', 1),
        (Lang::Pl, 'ń') => after('n', 1),
        (Lang::Pl, 'ó') => after('o', 1),
        (Lang::Pl, 'ś') => after('s', 1),
        (Lang::Fi, 'å') | (Lang::Pl, 'ź') => after('z', 1),
        (Lang::Fi, 'ä' | 'æ') | (Lang::Pl, 'ż') => after('z', 2),
        (Lang::Fi, 'ö' | 'ø') => after('z', 3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_finds_names_however_they_are_typed() {
        for (name, typed) in [
            ("Żółta Łódź", "zolta lodz"),
            ("Ylämylly Oy", "YLAMYLLY"),
            ("Åkerlund", "akerlund"),
            ("Müller & Söhne", "müller"),
            ("Straße", "strasse"),
            ("客户", "客"),
        ] {
            assert!(fold(name).contains(&fold(typed)), "{typed} in {name}");
        }
    }

    #[test]
    fn each_language_has_its_own_alphabet() {
        for (lang, ordered) in [
            (Lang::Fi, ["Aalto", "Zorro", "Åkerlund", "Äijälä", "Öljy"]),
            (Lang::Pl, ["Adam", "Ącki", "Lis", "Łoś", "Żak"]),
            (Lang::En, ["Adam", "Äijälä", "Łoś", "Lyon", "Zorro"]),
        ] {
            let mut names = ordered;
            names.reverse();
            names.sort_by_key(|it| sort_key(lang, it));
            assert_eq!(names, ordered, "{lang:?}");
        }
    }
}
