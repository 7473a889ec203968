//! What lays a text out as a table: signs between cells, columns of spaces, or JSON.

use std::borrow::Cow;

use super::dialect::{self, CLEAR, Dialect};
use super::reading::Layout;
use super::{fixed, json};

/// The text, rewritten where nothing separates its cells, and how it is split.
pub(super) fn find(text: Cow<'_, str>, delimiter: Option<char>) -> (Cow<'_, str>, Dialect) {
    if delimiter.is_none()
        && let Some(table) = json::as_table(&text)
    {
        let dialect = dialect::rewritten(&table, b',', ',', Layout::Json);
        return (Cow::Owned(table), dialect);
    }
    let dialect = dialect::sniff(&text, delimiter);
    let is_clear = dialect.score >= CLEAR && dialect.delimiter.is != ' ';
    if delimiter.is_none()
        && !is_clear
        && let Some(table) = fixed::with_tabs(&text)
    {
        let columns = dialect::rewritten(&table, b'\t', ' ', Layout::Fixed);
        if columns.score > dialect.score.max(CLEAR) {
            return (Cow::Owned(table), columns);
        }
    }
    if delimiter.is_none()
        && !is_clear
        && let Some(inner) = unwrapped(&text)
    {
        let inside = dialect::sniff(&inner, None);
        if inside.score >= CLEAR {
            return (Cow::Owned(inner), inside);
        }
    }
    (text, dialect)
}

/// Lines that a program put between quotes once more, `"A Oy;10,50"`, without them.
fn unwrapped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let inner = trimmed.strip_prefix('"')?.strip_suffix('"')?;
            out.push_str(&inner.replace("\"\"", "\""));
        }
        out.push('\n');
    }
    Some(out)
}
