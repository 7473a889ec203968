//! What lays a text out as a table: signs between cells, one or two of a kind, columns of spaces, or JSON.

use std::borrow::Cow;

use super::dialect::{self, CLEAR, Dialect, sample};
use super::fit::Fit;
use super::reading::Layout;
use super::split::Signs;
use super::torn::Torn;
use super::{fixed, json};

/// Cells that were put together, and the lines they stand on.
type Joined = Vec<(u32, String)>;

/// The text, rewritten where no single sign separates its cells, and how it is split.
pub(super) fn find(text: Cow<'_, str>, delimiter: Option<char>) -> (Cow<'_, str>, Dialect, Joined) {
    let (text, dialect) = laid_out(text, delimiter);
    if dialect.layout == Layout::Delimited {
        if delimiter.is_none()
            && let Some(signs) = doubled(sample(&text), dialect.signs)
        {
            let sign = char::from(dialect.signs.delimiter);
            let single = char::from(signs.delimiter).to_string();
            let text = text.replace(&format!("{sign}{sign}"), &single);
            let dialect = Dialect {
                signs,
                layout: Layout::Doubled,
                ..dialect
            };
            return (Cow::Owned(text), dialect, Joined::new());
        }
        let torn = Torn::find(sample(&text), dialect.signs);
        if let Some((text, joined)) = torn.and_then(|it| it.mended(&text)) {
            return (Cow::Owned(text), dialect, joined);
        }
    }
    (text, dialect, Joined::new())
}

/// The text is rewritten before it is split: only the whole of it tells how.
pub(super) fn is_rewritten(text: &str, dialect: &Dialect, delimiter: Option<char>) -> bool {
    let head = sample(text);
    (delimiter.is_none() && doubled(head, dialect.signs).is_some())
        || Torn::find(head, dialect.signs).is_some()
}

/// Two signs stand between cells, `Alfa Oy::Turku::10,50`; the one to split by when they are one.
fn doubled(head: &str, signs: Signs) -> Option<Signs> {
    let sign = char::from(signs.delimiter);
    // Between the usual ones a column may be left empty.
    if matches!(sign, ',' | ';' | '\t' | ' ') {
        return None;
    }
    let both = format!("{sign}{sign}");
    let is_blank = |it: &&str| !it.trim().is_empty();
    let mut lines = head.lines().filter(is_blank);
    // A sign alone may stand in a name, never at the end of one cell and the beginning of the next.
    let count = |it: &str| it.matches(&both).count();
    let wanted = lines.next().map(count).filter(|it| *it > 0)?;
    let mut rest = lines.map(|it| (count(it), it.matches(sign).count()));
    let (rows, even, same) = rest.try_fold((0, 0, 0), |(rows, even, same), (pairs, all)| {
        let one = (
            rows + 1,
            even + usize::from(pairs * 2 == all),
            same + usize::from(pairs == wanted),
        );
        (pairs > 0).then_some(one)
    })?;
    if rows == 0 || even * 10 < rows * 7 || same * 10 < rows * 9 {
        return None;
    }
    let single = [b'\t', 0x1f].into_iter();
    let signs = single
        .filter(|it| !head.contains(char::from(*it)))
        .map(|delimiter| Signs { delimiter, ..signs })
        .next()?;
    let text = head.replace(&both, &char::from(signs.delimiter).to_string());
    (Fit::of(&text, signs).score >= CLEAR).then_some(signs)
}

fn laid_out(text: Cow<'_, str>, delimiter: Option<char>) -> (Cow<'_, str>, Dialect) {
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
        // Two spaces and more between cells are no empty ones.
        let other = if dialect.delimiter.is == ' ' {
            0
        } else {
            dialect.score
        };
        // Without names the score is lower.
        if columns.score > other.max(CLEAR - 60) {
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

/// Lines that a program put between quotes once more, `"A Oy;10,50"`, without them; the first, with the
/// names, may stand as it is.
fn unwrapped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        let inner = (|| trimmed.strip_prefix('"')?.strip_suffix('"'))();
        match inner {
            Some(inner) => out.push_str(&inner.replace("\"\"", "\"")),
            None if trimmed.is_empty() => {}
            None if at == 0 => out.push_str(line),
            None => return None,
        }
        out.push('\n');
    }
    Some(out)
}
