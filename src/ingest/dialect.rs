//! What separates cells, what stands around them, and what takes a sign's meaning away.
//!
//! Each candidate is tried on the first rows. What tells: rows of one width, and cells that do not
//! look torn apart (`5;2`) or stuck together. Rarer signs are tried only where the usual ones fail.

use super::fit::Fit;
use super::reading::{By, DELIMITERS, Decided, Layout};
use super::split::Signs;

/// Bytes looked at.
const SAMPLE_BYTES: usize = 128 * 1024;

/// How rows are split.
#[derive(Clone, Debug)]
pub(super) struct Dialect {
    /// The delimiter as it is told.
    pub(super) delimiter: Decided<char>,
    pub(super) signs: Signs,
    /// The first line says it (`sep=;`).
    pub(super) sep_line: bool,
    /// How well it fits, of a thousand.
    pub(super) score: usize,
    /// What the file has in place of signs, where it has none.
    pub(super) layout: Layout,
}

/// A score that leaves no doubt.
pub(super) const CLEAR: usize = 450;

/// Delimiters that few programs write, likeliest first.
const RARE: [char; 13] = [
    ':', '~', '^', '\u{1f}', '\u{1e}', '\u{1}', '#', '&', '*', '?', '!', '$', ' ',
];

/// Finds the dialect of a text.
pub(super) fn sniff(text: &str, choice: Option<char>) -> Dialect {
    let said = sep_line(text);
    let head = sample(text);
    let (signs, fit) = match choice.or(said) {
        Some(delimiter) => best_signs(head, delimiter),
        None => likeliest(head),
    };
    let by = |hand: bool| if hand { By::Hand } else { By::Reader };
    Dialect {
        delimiter: Decided {
            is: choice.unwrap_or_else(|| char::from(signs.delimiter)),
            by: by(choice.is_some()),
        },
        signs,
        sep_line: said.is_some(),
        score: fit.score,
        layout: Layout::Delimited,
    }
}

/// The dialect of a text that was rewritten with plain signs; `told` and `layout` are what the file has.
pub(super) fn rewritten(text: &str, delimiter: u8, told: char, layout: Layout) -> Dialect {
    let signs = Signs {
        delimiter,
        quote: Some(b'"'),
        escape: None,
    };
    Dialect {
        delimiter: Decided {
            is: told,
            by: By::Reader,
        },
        signs,
        sep_line: false,
        score: Fit::of(sample(text), signs).score,
        layout,
    }
}

/// The delimiter as the byte that rows are split by.
fn byte_of(delimiter: char) -> u8 {
    u8::try_from(delimiter)
        .ok()
        .filter(u8::is_ascii)
        .unwrap_or(b';')
}

/// Excel's own first line: `sep=;`, perhaps in quotes.
fn sep_line(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let (key, rest) = line.split_at_checked(4)?;
    if !key.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let mut rest = rest.chars();
    match (rest.next(), rest.next()) {
        (Some(it), None) if it.is_ascii() && !it.is_alphanumeric() => Some(it),
        // Trimmed away above.
        (None, None) => Some('\t'),
        _ => None,
    }
}

/// The first part of a text, cut at a line end.
pub(super) fn sample(text: &str) -> &str {
    let Some(head) = text.as_bytes().get(..SAMPLE_BYTES) else {
        return text;
    };
    let end = head
        .iter()
        .rposition(|it| *it == b'\n' || *it == b'\r')
        .map_or(text.len(), |it| it + 1);
    text.get(..end).unwrap_or(text)
}

/// The signs that explain the text best.
fn likeliest(text: &str) -> (Signs, Fit) {
    let of = |delimiters: &[char]| -> Option<(Signs, Fit)> {
        delimiters
            .iter()
            .map(|it| best_signs(text, *it))
            .filter(|(_, fit)| fit.is_table())
            // The first of equals.
            .reduce(|best, it| if it.1.score > best.1.score { it } else { best })
    };
    let usual = of(&DELIMITERS);
    let is_clear = usual.as_ref().is_some_and(|it| it.1.score >= CLEAR);
    let lines = text.lines().filter(|it| !it.trim().is_empty()).count();
    // A sign that lines begin with makes remarks of them.
    let remarks = |it: char| text.lines().filter(|line| line.starts_with(it)).count() * 2;
    let often = |it: char| text.matches(it).count() * 5 >= lines * 4 && remarks(it) < lines;
    let rare: Vec<char> = RARE
        .into_iter()
        .filter(|it| !is_clear && often(*it))
        .collect();
    let rare = of(&rare).filter(|(_, fit)| {
        fit.is_plain_table()
            && usual
                .as_ref()
                .is_none_or(|it| fit.score > it.1.score * 3 / 2)
    });
    rare.or(usual).unwrap_or_else(|| best_signs(text, ','))
}

/// The signs around cells that go with a delimiter, and how well they fit.
fn best_signs(text: &str, delimiter: char) -> (Signs, Fit) {
    let delimiter = byte_of(delimiter);
    let bytes = text.as_bytes();
    // Most files have neither single quotes nor backslashes: one look saves many.
    let has = |it: u8| bytes.contains(&it);
    let is_single = || {
        let (opening, closing) = around(bytes, b'\'', delimiter);
        let (a, b) = around(bytes, b'"', delimiter);
        // What often opens and does not close marks digits as text: `'27103000`.
        opening.min(closing) > 3 * a.min(b) && opening < 2 * closing
    };
    let quote = if has(b'\'') && is_single() {
        b'\''
    } else {
        b'"'
    };
    let plain = Signs {
        delimiter,
        quote: Some(quote),
        escape: None,
    };
    let escaped = Signs {
        escape: Some(b'\\'),
        ..plain
    };
    if !has(b'\\') {
        return (plain, Fit::of(text, plain));
    }
    // `\"x`: a quote that neither opens, closes nor is doubled.
    let amid = |it: &[u8]| matches!(it, [b'\\', a, b] if *a == quote && *b != quote && *b != delimiter && *b != b'\n' && *b != b'\r');
    if bytes.windows(3).any(amid) {
        return (escaped, Fit::of(text, escaped));
    }
    let fit = Fit::of(text, plain);
    if bytes.windows(2).any(|it| it == [b'\\', delimiter]) {
        let other = Fit::of(text, escaped);
        if other.score > fit.score {
            return (escaped, other);
        }
    }
    (plain, fit)
}

/// How many of these quotes open a cell, and how many close one.
fn around(bytes: &[u8], quote: u8, delimiter: u8) -> (usize, usize) {
    let is_end = |it: &u8| *it == delimiter || *it == b'\n' || *it == b'\r';
    let opens = |it: &&[u8]| matches!(it, [a, b] if is_end(a) && *b == quote);
    let closes = |it: &&[u8]| matches!(it, [a, b] if *a == quote && is_end(b));
    let first = usize::from(bytes.first() == Some(&quote));
    let last = usize::from(bytes.last() == Some(&quote));
    let opening = bytes.windows(2).filter(opens).count() + first;
    let closing = bytes.windows(2).filter(closes).count() + last;
    (opening, closing)
}

#[cfg(test)]
mod tests;
