//! What lays a text out as a table: signs between cells, columns of spaces, or JSON.

use std::borrow::Cow;

use super::dialect::{self, CLEAR, Dialect};
use super::{fixed, json};

/// The text, rewritten where nothing separates its cells, and how it is split.
pub(super) fn find(text: Cow<'_, str>, delimiter: Option<char>) -> (Cow<'_, str>, Dialect) {
    if delimiter.is_none()
        && let Some(table) = json::as_table(&text)
    {
        let dialect = dialect::rewritten(&table, b',', ',');
        return (Cow::Owned(table), dialect);
    }
    let dialect = dialect::sniff(&text, delimiter);
    let is_clear = dialect.score >= CLEAR && dialect.delimiter.is != ' ';
    if delimiter.is_none()
        && !is_clear
        && let Some(table) = fixed::with_tabs(&text)
    {
        let columns = dialect::rewritten(&table, b'\t', ' ');
        if columns.score > dialect.score.max(CLEAR) {
            return (Cow::Owned(table), columns);
        }
    }
    (text, dialect)
}
