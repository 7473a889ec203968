//! Workbooks to grids of cells: XLSX, XLSM, XLSB, XLS and ODS, known by their content.
//!
//! Only what a table of customers needs is read: values as stored (no formula is ever computed),
//! which numbers are dates, what is hidden and what is merged. Everything after that is the path
//! that text takes. A workbook is somebody else's bytes: each part is bounded, nothing is trusted.

mod bytes;
mod cfb;
mod grid;
mod html;
mod ods;
mod stream;
mod value;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
mod xml2003;
mod zip;

use std::borrow::Cow;

pub(super) use grid::Grid;

use super::book::{Book, BookFormat, SheetInfo};
use super::dialect::Dialect;
use super::encoding;
use super::issue::{FileKind, IssueKind};
use super::issues::Issues;
use super::page::Encoding;
use super::progress::Progress;
use super::reading::{By, Decided, Layout, ReadOptions, Reading};
use super::table::Table;
use super::understand::{Found, understand};
use super::{MAX_COLUMNS, RowSeen, nothing};

/// Rows of a sheet that are looked at when the sheet is chosen.
const SAMPLE_ROWS: usize = 400;

/// How far from the start an XML part says what it is.
const HEAD: usize = 16 * 1024;

/// A workbook as it is stored.
pub(super) struct Workbook {
    format: BookFormat,
    sheets: Vec<Sheet>,
}

/// A sheet that holds anything.
struct Sheet {
    name: String,
    is_hidden: bool,
    grid: Grid,
}

/// Why a workbook gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// A password is needed.
    Locked,
    /// A part is missing or makes no sense.
    Broken,
    /// A part unpacks to more than fits.
    Huge,
    /// Made like a workbook, and something else: a letter, a message, slides.
    Other,
}

impl Trouble {
    const fn kind(self) -> FileKind {
        match self {
            Self::Locked => FileKind::LockedWorkbook,
            Self::Broken => FileKind::BrokenWorkbook,
            Self::Huge => FileKind::HugeWorkbook,
            Self::Other => FileKind::Binary,
        }
    }
}

/// Opens bytes that are a workbook; `None` for anything else.
pub(super) fn open(bytes: &[u8]) -> Option<Result<Workbook, FileKind>> {
    // A page or XML of two bytes a letter is read as what it says.
    if bytes.starts_with(b"\xff\xfe<\0") || bytes.starts_with(b"\xfe\xff\0<") {
        return open(encoding::decode(bytes, None).text.as_bytes());
    }
    let opened = if bytes.starts_with(b"PK") {
        let zip = zip::Zip::open(bytes)?;
        if zip.has("content.xml") {
            ods::open(&zip)
        } else {
            let of_office = zip.has("[Content_Types].xml");
            xlsx::open(&zip).or_else(|| of_office.then_some(Err(Trouble::Other)))?
        }
    } else if let Some(text) = xml_text(bytes) {
        if text.contains("office:spreadsheet>") {
            ods::of_text(&text)
        } else {
            xml2003::open(&text)
        }
    } else if html::is_page(bytes) {
        let page = encoding::decode(bytes, None).text;
        let sheets = html::tables(&page);
        // A page without rows may still be text of another kind.
        if sheets.iter().all(|it| it.grid.filled_rows() < 2) {
            return None;
        }
        Ok(Workbook {
            format: BookFormat::Html,
            sheets,
        })
    } else if let Some(opened) = stream::open(bytes) {
        opened
    } else {
        let file = cfb::Cfb::open(bytes)?;
        // An office program keeps a locked XLSX inside this older kind of file.
        if file.has("EncryptedPackage") {
            Err(Trouble::Locked)
        } else {
            xls::open(&file)
        }
    };
    let fits = |it: &Workbook| !it.sheets.iter().any(|it| it.grid.is_full);
    Some(match opened {
        Ok(book) if fits(&book) => Ok(book),
        Ok(_) => Err(FileKind::HugeWorkbook),
        Err(trouble) => Err(trouble.kind()),
    })
}

/// The text of a workbook that is a single XML part.
fn xml_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    start
        .trim_ascii_start()
        .starts_with(b"<?xml")
        .then_some(())?;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let has = |word: &[u8]| head.windows(word.len()).any(|it| it == word);
    (has(b"urn:schemas-microsoft-com:office:spreadsheet") || has(b"opendocument.spreadsheet"))
        .then(|| encoding::decode(bytes, None).text)
}

/// The tables of a web page.
pub(super) fn page_tables(page: &str) -> Vec<Grid> {
    html::tables(page).into_iter().map(|it| it.grid).collect()
}

/// Reads the sheet with the customers.
pub(super) fn read(
    book: &Workbook,
    options: &ReadOptions,
    mut issues: Issues,
    progress: &mut Progress<'_>,
    listener: &mut dyn FnMut(RowSeen<'_>),
) -> Option<Reading> {
    let by_hand = options
        .sheet
        .as_ref()
        .and_then(|name| book.sheets.iter().position(|it| it.name == *name));
    let chosen = by_hand.or_else(|| likeliest(&book.sheets));
    let told = Book {
        format: book.format,
        sheets: book
            .sheets
            .iter()
            .map(|it| SheetInfo {
                name: it.name.clone(),
                rows: it.grid.filled_rows(),
                is_hidden: it.is_hidden,
            })
            .collect(),
        sheet: Decided {
            is: chosen.unwrap_or_default(),
            by: if by_hand.is_some() {
                By::Hand
            } else {
                By::Reader
            },
        },
    };
    let sheet = chosen
        .and_then(|it| book.sheets.get(it))
        .filter(|it| it.grid.filled_rows() > 0);
    let Some(sheet) = sheet else {
        issues.add(None, IssueKind::EmptyFile);
        let mut reading = nothing(options, issues);
        reading.book = Some(told);
        return Some(reading);
    };
    if sheet.is_hidden && by_hand.is_none() {
        issues.add(
            None,
            IssueKind::HiddenSheet {
                name: sheet.name.clone(),
            },
        );
    }
    tell(sheet, &mut issues);
    let table = Table::of_grid(&sheet.grid);
    let mut reading = understand(&found(&table), options, issues, progress, listener)?;
    // A row that is set aside for the error in its amount has said so.
    let lines: Vec<Option<u32>> = reading
        .issues
        .iter()
        .filter(|it| matches!(&it.kind, IssueKind::BadAmount { found } if found.starts_with('#')))
        .map(|it| it.line)
        .collect();
    reading
        .issues
        .retain(|it| !matches!(it.kind, IssueKind::ErrorCell { .. }) || !lines.contains(&it.line));
    reading.book = Some(told);
    Some(reading)
}

/// What the sheet itself says.
fn tell(sheet: &Sheet, issues: &mut Issues) {
    let (rows, columns) = (sheet.grid.hidden_rows, sheet.grid.hidden_columns);
    if rows > 0 || columns > 0 {
        issues.add(None, IssueKind::HiddenCells { rows, columns });
    }
    let beyond = sheet.grid.beyond;
    if beyond > 0 {
        issues.add(
            None,
            IssueKind::TooManyColumns {
                found: usize::try_from(beyond).unwrap_or(usize::MAX),
                used: MAX_COLUMNS,
            },
        );
    }
    let count = sheet.grid.without_value;
    if count > 0 {
        issues.add(None, IssueKind::FormulasWithoutValue { count });
    }
    for (row, column, found) in sheet.grid.errors() {
        issues.add(
            Some(row),
            IssueKind::ErrorCell {
                cell: format!("{}{row}", grid::letters(column)),
                found: found.to_owned(),
            },
        );
    }
}

fn found<'t>(table: &'t Table<'t>) -> Found<'t> {
    let by = By::Reader;
    Found {
        encoding: Decided {
            is: Encoding::Utf8,
            by,
        },
        dialect: Dialect {
            layout: Layout::default(),
            delimiter: Decided { is: '\t', by },
            signs: Table::SHEET,
            sep_line: false,
            score: 0,
        },
        decimal: None,
        table,
    }
}

/// The sheet with most rows that look like customers; where no sheet has any, the longest. A hidden
/// sheet only where no other will do.
fn likeliest(sheets: &[Sheet]) -> Option<usize> {
    if sheets.len() == 1 {
        return Some(0);
    }
    let rows = |at: &usize| sheets.get(*at).map_or(0, |it| it.grid.filled_rows());
    let is_shown = |it: &usize| sheets.get(*it).is_some_and(|it| !it.is_hidden);
    let best = sheets
        .iter()
        .enumerate()
        .map(|(at, it)| (is_shown(&at), customer_rows(&it.grid), at))
        .filter(|it| it.1 > 0)
        .max_by_key(|it| (it.0, it.1, std::cmp::Reverse(it.2)));
    let longest = |of: &mut dyn Iterator<Item = usize>| {
        of.max_by_key(|it| (rows(it), std::cmp::Reverse(*it)))
    };
    let shown = longest(&mut (0..sheets.len()).filter(is_shown));
    // What is hidden and no longer than a sheet that is shown was not meant to be read.
    best.map(|it| it.2)
        .filter(|at| is_shown(at) || shown.is_none_or(|it| rows(&it) < rows(at)))
        .or(shown)
        .or_else(|| longest(&mut (0..sheets.len())))
}

/// About how many rows of a sheet would be used.
fn customer_rows(grid: &Grid) -> u64 {
    let mut table = Table::of_grid(grid);
    table.rows.truncate(SAMPLE_ROWS);
    let mut go = |_: f64| true;
    let reading = understand(
        &found(&table),
        &ReadOptions::default(),
        Issues::default(),
        &mut Progress::new(&mut go),
        &mut |_| {},
    );
    let Some(reading) = reading.filter(|it| it.fatal().is_none()) else {
        return 0;
    };
    let account = reading.account;
    u64::from(account.rows_used) * u64::from(grid.filled_rows())
        / u64::from(account.rows_read.max(1))
}

/// Text in the code page of an old workbook.
fn in_code_page(bytes: &[u8], page: u16) -> String {
    let encoding = match page {
        1250 => Encoding::Windows1250,
        1251 => Encoding::Windows1251,
        1253 => Encoding::Windows1253,
        1254 => Encoding::Windows1254,
        1257 => Encoding::Windows1257,
        437 | 850 => Encoding::Ibm850,
        852 => Encoding::Ibm852,
        10_000 | 32_768 => Encoding::Macintosh,
        1200 => Encoding::Utf16Le,
        65_001 => Encoding::Utf8,
        _ => Encoding::Windows1252,
    };
    let text: Cow<'_, str> = encoding::decode(bytes, Some(encoding)).text;
    text.into_owned()
}
