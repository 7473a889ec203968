//! Bytes to text: by byte order mark, by validity, then by the letters a language uses.
//!
//! A file is decoded once; UTF-8 is borrowed as it is.

use std::borrow::Cow;

use super::codepage::{WINDOWS_1250, WINDOWS_1252};
use super::reading::{By, Decided, Encoding};

/// Text and how it was decoded.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) encoding: Decided<Encoding>,
    /// Characters that were not valid and were replaced by U+FFFD.
    pub(super) bad: usize,
}

/// Decodes with the chosen encoding, or with the likeliest.
pub(super) fn decode(bytes: &[u8], choice: Option<Encoding>) -> Decoded<'_> {
    let encoding = choice.map_or_else(
        || Decided {
            is: guess(bytes),
            by: By::Reader,
        },
        |is| Decided { is, by: By::Hand },
    );
    let (text, bad) = match encoding.is {
        Encoding::Utf8 => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
        Encoding::Utf16Le => utf16(
            bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes),
            u16::from_le_bytes,
        ),
        Encoding::Utf16Be => utf16(
            bytes.strip_prefix(b"\xfe\xff").unwrap_or(bytes),
            u16::from_be_bytes,
        ),
        Encoding::Windows1252 => code_page(bytes, &WINDOWS_1252),
        Encoding::Windows1250 => code_page(bytes, &WINDOWS_1250),
    };
    Decoded {
        text,
        encoding,
        bad,
    }
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), 0);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            bad += 1;
        }
    }
    (Cow::Owned(text), bad)
}

fn utf16<'b>(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'b, str>, usize) {
    let pairs = bytes.chunks_exact(2);
    let mut bad = pairs.remainder().len();
    let units = pairs.filter_map(|it| it.try_into().ok()).map(unit);
    let text = char::decode_utf16(units)
        .map(|it| {
            it.unwrap_or_else(|_| {
                bad += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (Cow::Owned(text), bad)
}

fn code_page<'b>(bytes: &[u8], upper: &[char; 128]) -> (Cow<'b, str>, usize) {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut bad = 0;
    for byte in bytes {
        let found = byte
            .checked_sub(128)
            .map_or(char::from(*byte), |at| char_at(upper, at));
        bad += usize::from(found == char::REPLACEMENT_CHARACTER);
        text.push(found);
    }
    (Cow::Owned(text), bad)
}

fn char_at(upper: &[char; 128], at: u8) -> char {
    upper
        .get(usize::from(at))
        .copied()
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The likeliest encoding.
fn guess(bytes: &[u8]) -> Encoding {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Encoding::Utf8;
    }
    if bytes.starts_with(b"\xff\xfe") {
        return Encoding::Utf16Le;
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Encoding::Utf16Be;
    }
    if let Some(wide) = guess_wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() || mostly_utf8(bytes) {
        return Encoding::Utf8;
    }
    guess_page(bytes)
}

/// UTF-16 without a mark: nearly every second byte is zero in text of Latin letters.
pub(super) fn guess_wide(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let pairs = head.len() / 2;
    if pairs == 0 {
        return None;
    }
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|it| **it == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 7 && even * 10 < pairs {
        Some(Encoding::Utf16Le)
    } else if even * 10 >= pairs * 7 && odd * 10 < pairs {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// UTF-8 with a few broken places: valid sequences far outnumber them.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

/// The letters beyond ASCII that a language writes, as bytes of its code page.
struct Letters {
    page: Encoding,
    bytes: &'static [u8],
}

/// Small and capital letters. Bytes that mean the same in both pages are listed too: they show that
/// a language explains the whole text.
const LETTERS: [Letters; 11] = [
    // Finnish, Swedish, German: äöåüß éà ÄÖÅÜ ÉÀ šž
    Letters { page: Encoding::Windows1252, bytes: b"\xe4\xf6\xe5\xfc\xdf\xe9\xc4\xd6\xc5\xdc\xc9\x9a\x9e\x8a\x8e" },
    // Danish, Norwegian: æøå éö
    Letters { page: Encoding::Windows1252, bytes: b"\xe6\xf8\xe5\xe9\xf6\xe4\xc6\xd8\xc5\xc9" },
    // French: àâçéèêëîïôùûœ
    Letters { page: Encoding::Windows1252, bytes: b"\xe0\xe2\xe7\xe9\xe8\xea\xeb\xee\xef\xf4\xf9\xfb\x9c\xc0\xc2\xc7\xc9\xc8\xca\xcb\xce\xd4\x8c" },
    // Spanish: áéíóúñü
    Letters { page: Encoding::Windows1252, bytes: b"\xe1\xe9\xed\xf3\xfa\xf1\xfc\xc1\xc9\xcd\xd3\xda\xd1" },
    // Portuguese, Italian: áâãàçéêíóôõúèìòù
    Letters { page: Encoding::Windows1252, bytes: b"\xe1\xe2\xe3\xe0\xe7\xe9\xea\xed\xf3\xf4\xf5\xfa\xe8\xec\xf2\xf9\xc1\xc2\xc3\xc0\xc7\xc9\xca\xcd\xd3\xd4\xd5\xda" },
    // Estonian: õäöüšž
    Letters { page: Encoding::Windows1252, bytes: b"\xf5\xe4\xf6\xfc\x9a\x9e\xd5\xc4\xd6\xdc\x8a\x8e" },
    // Icelandic: áðéíóúýþæö
    Letters { page: Encoding::Windows1252, bytes: b"\xe1\xf0\xe9\xed\xf3\xfa\xfd\xfe\xe6\xf6\xc1\xd0\xc9\xcd\xd3\xda\xdd\xde\xc6\xd6" },
    // Polish: ąćęłńóśźż
    Letters { page: Encoding::Windows1250, bytes: b"\xb9\xe6\xea\xb3\xf1\xf3\x9c\x9f\xbf\xa5\xc6\xca\xa3\xd1\xd3\x8c\x8f\xaf" },
    // Czech, Slovak: áčďéěíňóřšťúůýž äľĺŕô
    Letters { page: Encoding::Windows1250, bytes: b"\xe1\xe8\xef\xe9\xec\xed\xf2\xf3\xf8\x9a\x9d\xfa\xf9\xfd\x9e\xe4\xbe\xe5\xe0\xf4\xc1\xc8\xcf\xc9\xcc\xcd\xd2\xd3\xd8\x8a\x8d\xda\xd9\xdd\x8e\xbc" },
    // Hungarian: áéíóöőúüű
    Letters { page: Encoding::Windows1250, bytes: b"\xe1\xe9\xed\xf3\xf6\xf5\xfa\xfc\xfb\xc1\xc9\xcd\xd3\xd6\xd5\xda\xdc\xdb" },
    // Croatian, Slovene: čćđšž
    Letters { page: Encoding::Windows1250, bytes: b"\xe8\xe6\xf0\x9a\x9e\xc8\xc6\xd0\x8a\x8e" },
];

/// Words in ASCII that only central European files hold.
const CENTRAL_WORDS: [&[u8]; 6] = [
    b"z o.o",
    b"Z O.O",
    b"Kontrahent",
    b"Faktur",
    b"s.r.o",
    b"Kft",
];

/// Which Windows code page explains the letters best; the western one when nothing tells them apart.
fn guess_page(bytes: &[u8]) -> Encoding {
    let mut counts = [0_usize; 256];
    for (at, byte) in bytes.iter().enumerate().filter(|(_, it)| **it >= 128) {
        // A pound sign or a superscript stands beside figures, a letter beside letters.
        let letter = |it: Option<&u8>| it.is_some_and(|it| it.is_ascii_alphabetic() || *it >= 128);
        let before = at.checked_sub(1).and_then(|it| bytes.get(it));
        if (letter(before) || letter(bytes.get(at + 1)))
            && let Some(count) = counts.get_mut(usize::from(*byte))
        {
            *count += 1;
        }
    }
    let score = |it: &Letters| -> usize {
        it.bytes
            .iter()
            .filter_map(|byte| counts.get(usize::from(*byte)))
            .sum()
    };
    let best = |page: Encoding| {
        LETTERS
            .iter()
            .filter(|it| it.page == page)
            .map(score)
            .max()
            .unwrap_or_default()
    };
    let head = bytes.get(..64 * 1024).unwrap_or(bytes);
    let central_word = CENTRAL_WORDS
        .iter()
        .any(|word| head.windows(word.len()).any(|it| it == *word));
    let (western, central) = (
        best(Encoding::Windows1252),
        best(Encoding::Windows1250) + usize::from(central_word),
    );
    if central > western {
        Encoding::Windows1250
    } else {
        Encoding::Windows1252
    }
}
