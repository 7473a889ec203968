//! The user's own words under each encoding: the one check that needs no knowledge of encodings.

use std::collections::BTreeSet;

use super::encoding::{decode, guess_wide};
use super::page::Encoding;

/// Words shown under each encoding.
const WORDS: usize = 3;
/// The length of a word worth showing, in bytes.
const LENGTH: std::ops::Range<usize> = 3..48;

/// Words of a file's beginning that hold more than ASCII, read in each encoding that can be told from
/// the others by them. Nothing where every encoding reads the same.
#[must_use]
pub fn tasted(head: &[u8]) -> Vec<(Encoding, Vec<String>)> {
    if let Some(wide) = guess_wide(head) {
        return vec![(wide, words(&decode(head, Some(wide)).text))];
    }
    let parts = head.split(|it| matches!(it, b';' | b',' | b'\t' | b'|' | b'\n' | b'\r' | b'"'));
    let mut seen = BTreeSet::new();
    let telling: Vec<&[u8]> = parts
        .map(<[u8]>::trim_ascii)
        .filter(|it| LENGTH.contains(&it.len()) && !it.is_ascii() && seen.insert(*it))
        .take(WORDS)
        .collect();
    if telling.is_empty() {
        return Vec::new();
    }
    let under = |encoding: Encoding| {
        let words = telling.iter().map(|it| decode(it, Some(encoding)));
        let words = words.map(|it| (it.bad == 0).then(|| it.text.into_owned()));
        Some((encoding, words.collect::<Option<Vec<String>>>()?))
    };
    let one_byte_each = Encoding::ALL
        .into_iter()
        .filter(|it| !matches!(it, Encoding::Utf16Le | Encoding::Utf16Be));
    one_byte_each.filter_map(under).collect()
}

/// The first words of a text.
fn words(text: &str) -> Vec<String> {
    text.split([';', ',', '\t', '|', '\n', '\r', '"'])
        .map(str::trim)
        .filter(|it| it.chars().filter(|it| it.is_alphabetic()).count() >= LENGTH.start)
        .take(WORDS)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(head: &[u8], encoding: Encoding) -> Option<String> {
        let found = tasted(head).into_iter().find(|it| it.0 == encoding);
        found.map(|it| it.1.join("|"))
    }

    #[test]
    fn own_names_tell_the_encodings_apart() {
        let head =
            b"Klient;Kwota\nWi\x9cniewski;1,20\nOy Test;3\n\"\xa3\xf3d\x9f\";4\nWi\x9cniewski;5\n";
        assert_eq!(
            under(head, Encoding::Windows1250).as_deref(),
            Some("Wiśniewski|Łódź")
        );
        assert_eq!(
            under(head, Encoding::Windows1252).as_deref(),
            Some("Wiœniewski|£ódŸ")
        );
        // Not valid there at all.
        assert_eq!(under(head, Encoding::Utf8), None);
        assert_eq!(
            under("Mäkelä;1".as_bytes(), Encoding::Utf8).as_deref(),
            Some("Mäkelä")
        );
    }

    #[test]
    fn plain_letters_read_the_same_everywhere() {
        assert!(tasted(b"Customer;Sales\nAda;5\n").is_empty());
        assert!(tasted(b"").is_empty());
    }

    #[test]
    fn a_wide_file_shows_its_first_words() {
        let bytes: Vec<u8> = "Nimi;Myynti\nMäkelä;1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            under(&bytes, Encoding::Utf16Le).as_deref(),
            Some("Nimi|Myynti|Mäkelä")
        );
    }
}
