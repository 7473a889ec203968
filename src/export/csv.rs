//! A table as the bytes of a CSV file that spreadsheets open without asking, and that runs nothing.

use crate::domain::money::Money;
use crate::i18n::Lang;

/// What tells spreadsheets that the bytes are UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words from the user or the file: guarded, so that no spreadsheet takes them for a formula.
    Text(String),
    /// A number of ours, with the decimal sign of the language: never guarded.
    Number(String),
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn text(it: impl Into<String>) -> Self {
        Self::Text(it.into())
    }

    /// An exact amount.
    #[must_use]
    pub fn money(lang: Lang, amount: Money) -> Self {
        Self::decimal(lang, &amount.to_decimal())
    }

    /// A number written with a point.
    #[must_use]
    pub fn decimal(lang: Lang, text: &str) -> Self {
        Self::Number(text.replace('.', &lang.decimal_sign().to_string()))
    }

    fn write(&self) -> String {
        match self {
            Self::Text(it) => guarded(it),
            Self::Number(it) => it.clone(),
        }
    }
}

/// The text with an apostrophe before it where a spreadsheet would take it for a formula: it starts
/// with `=`, `@`, a tab or a return, or with a sign that no number follows to the end.
#[must_use]
pub fn guarded(text: &str) -> String {
    let mut letters = text.chars();
    let is_formula = match letters.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !is_number(letters.as_str()),
        _ => false,
    };
    if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Digits with the signs that stand between them in a number or a telephone number, nothing else:
/// `-2+3` has more than one sign and is a formula.
fn is_number(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit())
        && text
            .chars()
            .all(|it| it.is_ascii_digit() || matches!(it, ' ' | '\u{a0}' | '\u{202f}' | '.' | ','))
}

/// Rows as bytes: UTF-8 with a byte order mark, the delimiter of the language, CR LF.
#[must_use]
pub fn bytes(lang: Lang, rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = BOM.to_vec();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(lang.csv_delimiter()).unwrap_or(b';'))
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory has no way to fail.
        let _ = writer.write_record(row.iter().map(Cell::write));
    }
    if let Ok(written) = writer.into_inner() {
        out.extend(written);
    }
    out
}
