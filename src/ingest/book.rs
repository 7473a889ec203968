//! A workbook as a reading tells it: its kind, its sheets and the one that was read.

use serde::{Deserialize, Serialize};

use super::reading::Decided;

/// A workbook and the sheet of it that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// Of which kind.
    pub format: BookFormat,
    /// Its sheets, in its order.
    pub sheets: Vec<SheetInfo>,
    /// The one that was read, by its place among them.
    pub sheet: Decided<usize>,
}

/// A kind of workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookFormat {
    /// Excel since 2007, also with macros.
    Xlsx,
    /// The same as binary records.
    Xlsb,
    /// Excel before 2007.
    Xls,
    /// `LibreOffice` and other programs.
    Ods,
    /// A web page with tables, which many programs save under the name of a workbook.
    Html,
    /// Excel 2003 in XML.
    Xml,
}

/// A sheet of a workbook, as a menu shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetInfo {
    /// Its name.
    pub name: String,
    /// Rows that hold anything.
    pub rows: u32,
    /// The workbook does not show it.
    pub is_hidden: bool,
}
