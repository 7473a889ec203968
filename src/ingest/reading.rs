//! What a reading is: how the file was read, what it gave, what was set aside and what is doubtful.

use jiff_core::civil::Date;
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::issue::Issue;
use super::page::Encoding;
use super::role::Role;
use crate::domain::customer::CustomerBase;
use crate::domain::day;
use crate::domain::money::{Currency, Money};

/// What the user decided by hand; `None` leaves it to the reader. A hand choice is never overruled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
    /// How bytes become text.
    pub encoding: Option<Encoding>,
    /// What separates cells.
    pub delimiter: Option<char>,
    /// Which line holds the header.
    pub header: Option<Header>,
    /// One row is a customer, or a transaction.
    pub shape: Option<Shape>,
    /// What the column at this index means, and how it is written.
    pub columns: Vec<ColumnChoice>,
    /// Only rows dated on this day or later are used.
    #[serde(with = "day::optional")]
    pub since: Option<Date>,
    /// Only rows dated on this day or earlier are used.
    #[serde(with = "day::optional")]
    pub until: Option<Date>,
    /// Lines that the user took back from the rows set aside.
    pub taken_back: Vec<u32>,
}

/// A hand choice for one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// The column, from 0.
    pub index: usize,
    /// What it means.
    pub role: Option<Role>,
    /// Its decimal sign.
    pub decimal: Option<Decimal>,
    /// Its order of day and month.
    pub date_order: Option<DateOrder>,
}

/// The separators that a menu offers, in its order.
pub const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// Where the column names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Header {
    /// In this record of the file, counted from 1 with blank lines left out of nothing: the line an
    /// editor shows.
    Line(u32),
    /// Nowhere: every row is data.
    None,
}

/// What one row of the file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// One customer.
    Customers,
    /// One invoice, order or line of one, summed per customer.
    Transactions,
}

/// The sign between whole units and cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decimal {
    /// `1 234,50`
    Comma,
    /// `1,234.50`
    Point,
}

/// Which part of a date written in figures stands where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// 31.1.2025
    DayFirst,
    /// 1/31/2025
    MonthFirst,
    /// 2025-01-31
    YearFirst,
}

/// What lays a text out as a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layout {
    /// A sign between cells.
    #[default]
    Delimited,
    /// The same sign twice between cells: `::`.
    Doubled,
    /// Columns of spaces, as printouts have them.
    Fixed,
    /// Objects of JSON, one for each row.
    Json,
}

/// Who decided something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// The reader, from the file.
    Reader,
    /// The user, by hand.
    Hand,
}

/// A decision and who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided<T> {
    /// What was decided.
    pub is: T,
    /// By whom.
    pub by: By,
}

/// What is in the cells of a column, most of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// No cell holds anything.
    Empty,
    /// Words.
    Text,
    /// Numbers written with this sign.
    Number {
        /// The sign, decided from all cells.
        decimal: Decimal,
        /// Every cell can be read either way (`1.234`).
        ambiguous: bool,
    },
    /// Dates written in this order.
    Date {
        /// The order, decided from all cells.
        order: DateOrder,
        /// Every cell can be read either way (`01/02/2025`).
        ambiguous: bool,
    },
}

/// One column as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its name in the header, trimmed; empty where the file has none.
    pub name: String,
    /// What it means.
    pub role: Decided<Role>,
    /// How sure the reader is of the role, 0 to 1.
    pub confidence: f64,
    /// Why that role.
    pub reason: RoleReason,
    /// What its cells hold.
    pub content: Content,
    /// Lines and cells that show an ambiguity, where there is one, up to three; they stay when the user
    /// has decided, so that the decision can be changed.
    pub doubt: Vec<(u32, String)>,
}

/// Why a column was given its role: facts; the words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoleReason {
    /// Its name says so.
    ByName,
    /// Its cells look like it.
    ByContent,
    /// It fits, and so does the other column, from 0.
    AsWellAs(usize),
    /// Nothing else was left for a role that is needed.
    Leftover,
    /// Nothing speaks for a role.
    Unknown,
    /// The user said so.
    ByHand,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Its line, as an editor counts it, from 1.
    pub line: u32,
    /// The cells exactly as the file has them, with what was understood of each.
    pub cells: Vec<PreviewCell>,
}

/// A cell of the preview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewCell {
    /// Exactly as the file has it.
    pub raw: String,
    /// What it was understood as.
    pub value: CellValue,
}

/// What a cell was understood as, by the content and role of its column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CellValue {
    /// Nothing.
    Empty,
    /// Words.
    Text,
    /// An amount or another exact number.
    Number(Money),
    /// A day.
    Date(#[serde(with = "day::required")] Date),
    /// Not what its column holds.
    Misfit,
}

/// A row that is not used, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// Its line, as an editor counts it, from 1.
    pub line: u32,
    /// Why.
    pub reason: AsideReason,
    /// The cells as the file has them.
    pub cells: Vec<String>,
    /// The revenue it stands for, zero where it has none.
    pub money: Money,
}

/// Why a row is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AsideReason {
    /// A title or note above the table.
    Preamble,
    /// No cell holds anything.
    Blank,
    /// The header once more.
    RepeatedHeader,
    /// A sum of other rows.
    Total,
    /// No customer on it.
    NoCustomer,
    /// Its amount cannot be read.
    BadAmount,
    /// A note below the table.
    Footer,
    /// Part of another table in the file.
    OtherTable,
    /// Its amount is in another currency than those used.
    OtherCurrency,
    /// Its date is outside the period, or cannot be read.
    OutsidePeriod,
}

/// Rows and money of the file: read = used + set aside, both to the last row and cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Rows in the file, header left out.
    pub rows_read: u32,
    /// Rows used.
    pub rows_used: u32,
    /// Rows set aside.
    pub rows_aside: u32,
    /// Revenue in all rows.
    pub money_read: Money,
    /// Revenue in the rows used.
    pub money_used: Money,
    /// Revenue in the rows set aside.
    pub money_aside: Money,
}

/// Everything one reading gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The workbook, where it is one; then encoding and delimiter mean nothing.
    pub book: Option<Book>,
    /// How bytes became text.
    pub encoding: Decided<Encoding>,
    /// What lays the text out.
    pub layout: Layout,
    /// What separates cells.
    pub delimiter: Decided<char>,
    /// What stands around cells that hold a delimiter.
    pub quote: char,
    /// What takes the meaning of the next sign away, where the file writes it.
    pub escape: Option<char>,
    /// The line of the header, or none.
    pub header: Decided<Header>,
    /// What one row stands for.
    pub shape: Decided<Shape>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The first rows used.
    pub preview: Vec<PreviewRow>,
    /// Rows not used, in file order, the first [`MAX_LISTED`] of them; the account counts all.
    pub set_aside: Vec<SetAside>,
    /// Rows and money that add up.
    pub account: Account,
    /// What to tell the user, in file order within a kind; the first [`MAX_LISTED`].
    pub issues: Vec<Issue>,
    /// The customers, in order of first appearance.
    pub base: CustomerBase,
}

impl Reading {
    /// The worst issue that stops the walk, if there is one.
    #[must_use]
    pub fn fatal(&self) -> Option<&Issue> {
        self.issues.iter().find(|it| it.kind.is_fatal())
    }

    /// The column with a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|it| it.role.is == role)
    }

    /// The column with a role, and another that fits as well.
    #[must_use]
    pub fn rivals(&self, role: Role) -> Option<(usize, usize)> {
        let columns = self.columns.iter().enumerate();
        let columns = columns.filter(|it| it.1.role.is == role);
        let mut rivals = columns.filter_map(|(at, it)| match it.reason {
            RoleReason::AsWellAs(other) => Some((at, other)),
            _ => None,
        });
        rivals.next()
    }

    /// The currency the file's amounts are in, where it says so.
    #[must_use]
    pub fn currency(&self) -> Option<&Currency> {
        self.base.currency.as_ref()
    }
}

/// Rows in the preview.
pub const MAX_PREVIEW: usize = 100;
/// Set-aside rows and issues listed one by one; more are counted only.
pub const MAX_LISTED: usize = 1_000;
