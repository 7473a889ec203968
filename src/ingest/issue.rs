//! What is doubtful or wrong in a file: facts with line numbers; the words are in `i18n`.

use serde::{Deserialize, Serialize};

use crate::domain::money::Money;

/// Something to tell the user about the file: facts; the words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// The line it is about, as an editor counts it; `None` for the whole file.
    pub line: Option<u32>,
    /// What.
    pub kind: IssueKind,
}

/// Kinds of issues, worst first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum IssueKind {
    /// The file has no bytes, or nothing but blank lines.
    EmptyFile,
    /// The file is not a table of text.
    NotATable {
        /// What it seems to be.
        seems: FileKind,
    },
    /// There is a header but no row under it.
    HeaderOnly,
    /// No column holds names or ids of customers.
    NoCustomerColumn,
    /// No column holds amounts.
    NoAmountColumn,
    /// No customer has a positive amount.
    NothingPositive,
    /// Two columns may be the amount, and nothing tells which.
    TwoAmounts {
        /// The one that was taken, from 0.
        column: usize,
        /// The other.
        other: usize,
    },
    /// No name of a column tells the customer, and the cells of two columns may.
    TwoCustomers {
        /// The one that was taken, from 0.
        column: usize,
        /// The other.
        other: usize,
    },
    /// Each column of amounts is a customer.
    NamedAcross,
    /// Rows without a name took that of the customer above them.
    NamedAbove {
        /// Rows.
        rows: u32,
    },
    /// The name of a column says that its amounts are in thousands, millions or hundredths; they were
    /// counted in the currency.
    OtherUnit {
        /// The column, from 0.
        column: usize,
    },
    /// The file has more columns than are looked at.
    TooManyColumns {
        /// Columns in the file.
        found: usize,
        /// Columns looked at.
        used: usize,
    },
    /// A quote opens on this line and never closes; quotes were read as plain characters.
    UnclosedQuote,
    /// The sheet that was read is hidden in its workbook.
    HiddenSheet {
        /// The sheet.
        name: String,
    },
    /// Rows and columns that the workbook does not show were read like the others.
    HiddenCells {
        /// Rows.
        rows: u32,
        /// Columns.
        columns: u32,
    },
    /// Formulas whose result the workbook does not hold.
    FormulasWithoutValue {
        /// How many.
        count: u32,
    },
    /// A cell holds an error of the workbook's.
    ErrorCell {
        /// The cell as the workbook names it: `B7`.
        cell: String,
        /// The error.
        found: String,
    },
    /// Bytes that are not valid in the encoding were replaced.
    BadBytes {
        /// How many characters.
        count: usize,
    },
    /// Every cell of a number column can be read two ways.
    AmbiguousDecimal {
        /// The column, from 0.
        column: usize,
        /// A cell that shows it.
        example: String,
    },
    /// Every cell of a date column can be read two ways.
    AmbiguousDate {
        /// The column, from 0.
        column: usize,
        /// A cell that shows it.
        example: String,
    },
    /// A row has fewer or more cells than the header.
    RaggedRow {
        /// Cells on the row.
        cells: usize,
        /// Cells in the header.
        wanted: usize,
    },
    /// A comma that nobody put quotes around had torn a cell in two; it was put together.
    JoinedCell {
        /// The cell.
        found: String,
    },
    /// A cell that should be an amount is not one; the row is set aside.
    BadAmount {
        /// What stands there.
        found: String,
    },
    /// A margin, a cost, an earlier amount, a date or a number of orders cannot be read; the row counts
    /// without it.
    BadValue {
        /// The column, from 0.
        column: usize,
        /// What stands there.
        found: String,
    },
    /// A totals row differs from the sum of the rows used.
    TotalDiffers {
        /// What the file says.
        says: Money,
        /// What the rows sum to.
        sum: Money,
    },
    /// Amounts in more than one currency were found.
    MixedCurrencies {
        /// Their codes.
        codes: Vec<String>,
    },
}

impl IssueKind {
    /// Nothing can be shown until this is mended.
    #[must_use]
    pub const fn is_fatal(&self) -> bool {
        matches!(
            self,
            Self::EmptyFile
                | Self::NotATable { .. }
                | Self::HeaderOnly
                | Self::NoCustomerColumn
                | Self::NoAmountColumn
                | Self::NothingPositive
        )
    }

    /// A doubt that asks the user for a decision.
    #[must_use]
    pub const fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::TwoAmounts { .. }
                | Self::TwoCustomers { .. }
                | Self::AmbiguousDecimal { .. }
                | Self::AmbiguousDate { .. }
        )
    }
}

/// What a file that is not a table of text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A workbook that needs a password.
    LockedWorkbook,
    /// A workbook that is damaged or of a kind we do not know.
    BrokenWorkbook,
    /// A workbook that unpacks to more than fits.
    HugeWorkbook,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A ZIP or another archive.
    Archive,
    /// Some other bytes that are not text.
    Binary,
}
