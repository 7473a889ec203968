//! Bytes to text: by byte order mark, by validity, then by the letters a language uses.
//!
//! A file is decoded once; UTF-8 is borrowed as it is.

use std::borrow::Cow;

use super::codepage;
use super::letters::guess_page;
use super::page::Encoding;
use super::reading::{By, Decided};

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
        page => code_page(bytes, upper_half(page)),
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

/// What the bytes from 128 on mean.
pub(super) const fn upper_half(page: Encoding) -> &'static [char; 128] {
    match page {
        Encoding::Windows1250 => &codepage::WINDOWS_1250,
        Encoding::Iso8859_2 => &codepage::ISO_8859_2,
        Encoding::Iso8859_15 => &codepage::ISO_8859_15,
        Encoding::Ibm850 => &codepage::IBM850,
        Encoding::Ibm852 => &codepage::IBM852,
        Encoding::Macintosh => &codepage::MACINTOSH,
        Encoding::Windows1257 => &codepage::WINDOWS_1257,
        Encoding::Windows1251 => &codepage::WINDOWS_1251,
        Encoding::Windows1254 => &codepage::WINDOWS_1254,
        Encoding::Windows1253 => &codepage::WINDOWS_1253,
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Windows1252 => {
            &codepage::WINDOWS_1252
        }
    }
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
