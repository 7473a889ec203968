//! A file's text and bytes: cells, amounts and dates as a program in that country writes them.

use super::words::{Money, Words};

/// How text becomes bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Marked,
    /// Windows, western Europe: for Finnish and English.
    Western,
    /// Windows, central Europe: for Polish.
    Central,
}

/// A file while it is written.
pub(super) struct Sheet {
    text: String,
    delimiter: char,
}

impl Sheet {
    pub(super) const fn new(delimiter: char) -> Self {
        Self {
            text: String::new(),
            delimiter,
        }
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str("\r\n");
    }

    /// A row; cells with a delimiter or a quote are put in quotes.
    pub(super) fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (at, cell) in cells.iter().map(AsRef::as_ref).enumerate() {
            if at > 0 {
                self.text.push(self.delimiter);
            }
            if cell.contains(self.delimiter) || cell.contains('"') {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str("\r\n");
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self, coding: Coding) -> Vec<u8> {
        match coding {
            Coding::Utf8 => self.text.as_bytes().to_vec(),
            Coding::Utf8Marked => [b"\xef\xbb\xbf", self.text.as_bytes()].concat(),
            Coding::Western => self.text.chars().map(western).collect(),
            Coding::Central => self.text.chars().map(central).collect(),
        }
    }
}

/// Windows-1252, of which only Latin-1 and the dash are written here.
fn western(it: char) -> u8 {
    match it {
        '–' => 0x96,
        _ => u8::try_from(it).unwrap_or(b'?'),
    }
}

/// Windows-1250, of which only Polish letters, the dash and the hard space are written here.
fn central(it: char) -> u8 {
    match it {
        'ą' => 0xb9,
        'ć' => 0xe6,
        'ę' => 0xea,
        'ł' => 0xb3,
        'ń' => 0xf1,
        'ó' => 0xf3,
        'ś' => 0x9c,
        'ź' => 0x9f,
        'ż' => 0xbf,
        'Ć' => 0xc6,
        'Ł' => 0xa3,
        'Ó' => 0xd3,
        'Ś' => 0x8c,
        'Ź' => 0x8f,
        'Ż' => 0xaf,
        '–' => 0x96,
        '\u{a0}' => 0xa0,
        _ => u8::try_from(it).ok().filter(u8::is_ascii).unwrap_or(b'?'),
    }
}

/// An amount in cents, written as the country does.
pub(super) fn amount(words: &Words, cents: i64) -> String {
    let Money {
        thousands, decimal, ..
    } = words.money;
    let sign = if cents < 0 { "-" } else { "" };
    let whole = (cents.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{decimal}{:02}", cents.unsigned_abs() % 100)
}

/// `part` of a thousand of an amount in cents, rounded half away from zero.
pub(super) const fn per_mille(cents: i64, part: i64) -> i64 {
    let product = cents * part;
    (product + 500 * product.signum()) / 1_000
}

/// A day, written as the country does.
pub(super) fn day(words: &Words, year: i64, month: i64, day: i64) -> String {
    match words.lang {
        "fi" => format!("{day}.{month}.{year}"),
        "pl" => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{day:02}/{month:02}/{year}"),
    }
}
