//! Bytes of a customer file to customers.
//!
//! Reading never fails: it gives what it could read and a list of issues; every row of the file is
//! either used or set aside, and so is its money. Never here: the page, a human language, today's
//! date.
//!
//! The files stand in the order in which bytes pass them. To add a notation for amounts: `number.rs`
//! and a folder in `tests/data/ingest/`. To add a column name: `words.rs`.

pub mod reading;
pub mod role;
pub mod page;
pub mod issue;
pub mod book;
mod choices;
mod remembered;
mod progress;
mod issues;
mod sniff;
mod codepage;
mod letters;
mod encoding;
mod taste;
mod fit;
mod dialect;
mod json;
mod fixed;
mod flat;
mod layout;
mod split;
mod torn;
mod table;
mod fold;
mod lookup;
mod number;
mod short;
mod date;
mod memo;
mod content;
mod words;
mod evidence;
mod columns;
mod header;
mod describe;
mod currency;
mod stacked;
mod composed;
mod labels;
mod fate;
mod elsewhere;
mod plan;
mod unit;
mod texts;
mod list;
mod ledger;
mod customers;
mod rows;
mod understand;
mod slices;
mod workbook;
mod paste;

pub use book::*;
pub use customers::Queue;
pub use issue::*;
pub use number::shown;
pub use page::*;
pub use paste::{CLIPBOARD_PAGE, typed};
pub use reading::*;
pub use remembered::{Remembered, changed_columns, columns_key};
pub use role::*;
pub use rows::Finished;
pub use slices::{End, Part, Slices};
pub use taste::tasted;

use std::borrow::Cow;

use issues::Issues;
use progress::Progress;
use table::Table;

/// Columns looked at; more than a person could map.
pub const MAX_COLUMNS: usize = 500;

/// A row of the file as it is passed to a listener: its line, what became of it, its cells.
pub type RowSeen<'r> = (u32, RowFate, &'r [Cow<'r, str>]);

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// It names the columns.
    Header,
    /// It is used.
    Used,
    /// It is set aside.
    Aside(AsideReason),
}

/// Reads a file.
///
/// `progress` is told how far the work is, from 0 to 1, and may stop it by returning `false`; then
/// the answer is `None`.
#[must_use]
pub fn read(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(f64) -> bool,
) -> Option<Reading> {
    // A way that leads nowhere does not take back what was told.
    let mut most = 0.0_f64;
    let mut told = |it: f64| {
        most = most.max(it);
        progress(most)
    };
    match slices::read(bytes, options, &mut told) {
        slices::Outcome::Read(finished) => Some(finished.whole()),
        slices::Outcome::Stopped => None,
        slices::Outcome::Whole => read_rows(bytes, options, &mut told, &mut |_| {}),
    }
}

/// Reads a file and shows each row to `listener` in file order.
#[must_use]
pub fn read_rows(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(f64) -> bool,
    listener: &mut dyn FnMut(RowSeen<'_>),
) -> Option<Reading> {
    let mut progress = Progress::new(progress);
    let mut issues = Issues::default();
    progress.part(0.1)?;
    let (bytes, page) = paste::split(bytes);
    if let Some(opened) = workbook::open(bytes) {
        return match opened {
            Ok(book) => workbook::read(&book, options, issues, &mut progress, listener),
            Err(seems) => {
                issues.add(None, IssueKind::NotATable { seems });
                Some(nothing(options, issues))
            }
        };
    }
    let seems = sniff::by_magic(bytes).or_else(|| {
        let text = options.encoding.is_some()
            || bytes.starts_with(b"\xff\xfe")
            || bytes.starts_with(b"\xfe\xff")
            || encoding::guess_wide(bytes).is_some();
        (!text && sniff::is_binary(bytes)).then_some(FileKind::Binary)
    });
    if let Some(seems) = seems {
        issues.add(None, IssueKind::NotATable { seems });
        return Some(nothing(options, issues));
    }
    let decoded = encoding::decode(bytes, options.encoding);
    if decoded.bad > 0 {
        issues.add(None, IssueKind::BadBytes { count: decoded.bad });
    }
    if decoded.text.trim().is_empty() {
        issues.add(None, IssueKind::EmptyFile);
        return Some(nothing(options, issues));
    }
    let (text, dialect, joined) = layout::find(decoded.text, options.delimiter);
    for (line, found) in joined {
        issues.add(Some(line), IssueKind::JoinedCell { found });
    }
    progress.part(0.3)?;
    let table = Table::new(&text, dialect.signs, &mut progress)?;
    let mended = page.and_then(|it| paste::mended(it, &table));
    let table = mended.as_ref().map_or(table, Table::of_grid);
    for line in &table.unclosed {
        issues.add(Some(*line), IssueKind::UnclosedQuote);
    }
    let found = understand::Found {
        encoding: decoded.encoding,
        dialect,
        decimal: page.and_then(paste::decimal_of),
        table: &table,
    };
    understand::understand(&found, options, issues, &mut progress, listener)
}

/// A reading of a file that holds nothing to read.
fn nothing(options: &ReadOptions, issues: Issues) -> Reading {
    let by = |hand: bool| if hand { By::Hand } else { By::Reader };
    Reading {
        encoding: Decided {
            is: options.encoding.unwrap_or(Encoding::Utf8),
            by: by(options.encoding.is_some()),
        },
        layout: Layout::default(),
        delimiter: Decided {
            is: options.delimiter.unwrap_or(';'),
            by: by(options.delimiter.is_some()),
        },
        quote: '"',
        escape: None,
        header: Decided {
            is: options.header.unwrap_or(Header::None),
            by: by(options.header.is_some()),
        },
        shape: Decided {
            is: options.shape.unwrap_or(Shape::Customers),
            by: by(options.shape.is_some()),
        },
        book: None,
        columns: Vec::new(),
        preview: Vec::new(),
        set_aside: Vec::new(),
        account: Account::default(),
        issues: issues.finish(),
        base: crate::domain::customer::CustomerBase::default(),
    }
}

#[cfg(test)]
mod tests;
