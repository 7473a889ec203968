//! One row of text to cells: what is between quotes, what is escaped, where the row ends.

use std::borrow::Cow;

/// What stands between and around cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) delimiter: u8,
    /// Around cells; `None` where a quote is a plain character.
    pub(super) quote: Option<u8>,
    /// Before a quote, a delimiter or itself it takes away their meaning, as doubling a quote does.
    pub(super) escape: Option<u8>,
}

/// A cell as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quoted: Quoted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoted {
    /// No quotes around it.
    No,
    /// Quotes around it, none inside: the span is what stands between them.
    Plain,
    /// Quotes inside too, or text after the closing quote: the span starts at the opening quote.
    Mixed,
    /// No quotes around it, escapes inside.
    Escaped,
}

/// How a row ended.
pub(super) struct RowEnd {
    pub(super) next: usize,
    pub(super) breaks: u32,
    /// Line breaks from the start of the row to a quote that never closes.
    pub(super) unclosed: Option<u32>,
}

impl Signs {
    /// The text of a cell.
    pub(super) fn text_of(self, text: &str, span: Span) -> Cow<'_, str> {
        let text = text.get(span.start..span.end).unwrap_or_default();
        match span.quoted {
            Quoted::No | Quoted::Plain => Cow::Borrowed(text),
            Quoted::Mixed => Cow::Owned(without_formula(self.unquoted(text))),
            Quoted::Escaped => Cow::Owned(self.unescaped(text)),
        }
    }

    /// From the opening quote: doubled quotes are one, the closing one is none, the rest stays.
    fn unquoted(self, text: &str) -> String {
        let quote = self.quote.map(char::from);
        let mut out = String::with_capacity(text.len());
        let mut inside = true;
        let mut is_within = false;
        let mut at = 1;
        while let Some(it) = text.get(at..).and_then(|it| it.chars().next()) {
            let next = at + it.len_utf8();
            let after = text.get(next..).and_then(|it| it.chars().next());
            at = next;
            if let Some(after) = after.filter(|after| self.is_escape(it, *after)) {
                out.push(after);
                at += after.len_utf8();
            } else if Some(it) != quote || !inside {
                out.push(it);
            } else if after == quote {
                out.push(it);
                at += it.len_utf8();
                if is_within && ends_cell(text.as_bytes(), at, self) {
                    break;
                }
            } else if stays(text.as_bytes(), next, self) {
                out.push(it);
                is_within = !is_within;
            } else {
                inside = false;
                // Spaces between a closing quote and what ends the cell.
                if text
                    .get(next..)
                    .is_some_and(|it| it.trim_end_matches(' ').is_empty())
                {
                    break;
                }
            }
        }
        out
    }

    fn unescaped(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(it) = chars.next() {
            match chars.peek() {
                Some(after) if self.is_escape(it, *after) => {
                    out.push(*after);
                    chars.next();
                }
                _ => out.push(it),
            }
        }
        out
    }

    /// `it` takes the meaning of `after` away.
    fn is_escape(self, it: char, after: char) -> bool {
        self.escape.map(char::from) == Some(it)
            && u8::try_from(after).is_ok_and(|it| self.is_escaped(it))
    }

    /// What an escape may stand before.
    fn is_escaped(self, it: u8) -> bool {
        it == self.delimiter || Some(it) == self.quote || Some(it) == self.escape
    }
}

/// Splits the row that starts at `start`.
pub(super) fn split(bytes: &[u8], start: usize, signs: Signs, spans: &mut Vec<Span>) -> RowEnd {
    spans.clear();
    let mut at = start;
    let mut breaks = 0;
    let mut unclosed = None;
    loop {
        let mut span = Span {
            start: at,
            end: at,
            quoted: Quoted::No,
        };
        let mut from = at;
        let is_formula = signs.quote == Some(b'"') && is_formula(bytes, at);
        let open = if is_formula {
            Some(at + 1)
        } else {
            opening(bytes, at, signs)
        };
        match open.map(|open| (open, close_of(bytes, open, signs))) {
            // More than a text.
            Some((_, close)) if is_formula && !close.as_ref().is_some_and(Close::is_plain) => {}
            Some((open, Some(close))) => {
                breaks += close.breaks;
                from = close.end;
                span.quoted = close.quoted;
                span.start = if close.is_plain() { open + 1 } else { open };
            }
            Some((_, None)) => unclosed = unclosed.or(Some(breaks)),
            None => {}
        }
        at = end_of_plain(bytes, from, signs.delimiter);
        if signs.escape.is_some() {
            at = end_of_escaped(bytes, at, signs);
            if span.quoted == Quoted::No && holds_escape(bytes, span.start, at, signs) {
                span.quoted = Quoted::Escaped;
            }
        }
        span.end = if span.quoted == Quoted::Plain {
            from - 1
        } else {
            at
        };
        spans.push(span);
        match bytes.get(at) {
            Some(it) if *it == signs.delimiter => at += 1,
            None => break,
            Some(it) => {
                at += 1;
                if *it == b'\r' && bytes.get(at) == Some(&b'\n') {
                    at += 1;
                }
                breaks += 1;
                break;
            }
        }
    }
    RowEnd {
        next: at,
        breaks,
        unclosed,
    }
}

/// The cell that starts at `at` is a text by a formula, as Excel is told to keep zeros: `="001"`.
#[inline]
pub(super) fn is_formula(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b'=') && bytes.get(at + 1) == Some(&b'"')
}

/// The text that a formula is: `001` of `="001"`.
fn without_formula(cell: String) -> String {
    let text = cell.strip_prefix("=\"").and_then(|it| it.strip_suffix('"'));
    match text {
        Some(text) if !text.contains('"') => text.to_owned(),
        _ => cell,
    }
}

/// Where the cell that starts at `at` opens a quote, perhaps after spaces.
fn opening(bytes: &[u8], at: usize, signs: Signs) -> Option<usize> {
    let quote = signs.quote?;
    let mut open = at;
    if signs.delimiter != b' ' {
        while bytes.get(open) == Some(&b' ') {
            open += 1;
        }
    }
    (bytes.get(open) == Some(&quote)).then_some(open)
}

/// The first delimiter or line end at or after `from`.
fn end_of_plain(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter()
        .position(|it| *it == delimiter || *it == b'\n' || *it == b'\r')
        .map_or(bytes.len(), |it| from + it)
}

/// The first delimiter or line end at or after `at` that no escape stands before.
fn end_of_escaped(bytes: &[u8], mut at: usize, signs: Signs) -> usize {
    while bytes.get(at) == Some(&signs.delimiter) && is_escaped(bytes, at, signs) {
        at = end_of_plain(bytes, at + 1, signs.delimiter);
    }
    at
}

/// An odd number of escapes stands before it.
fn is_escaped(bytes: &[u8], at: usize, signs: Signs) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let escapes = before
        .iter()
        .rev()
        .take_while(|it| Some(**it) == signs.escape)
        .count();
    escapes % 2 == 1
}

fn holds_escape(bytes: &[u8], start: usize, end: usize, signs: Signs) -> bool {
    let cell = bytes.get(start..end).unwrap_or_default();
    cell.windows(2).any(|it| {
        matches!(it, [escape, next] if Some(*escape) == signs.escape && signs.is_escaped(*next))
    })
}

struct Close {
    /// Just after the closing quote.
    end: usize,
    quoted: Quoted,
    breaks: u32,
}

impl Close {
    fn is_plain(&self) -> bool {
        self.quoted == Quoted::Plain
    }
}

/// Where the quote that opens at `open` closes; `None` if it does not.
fn close_of(bytes: &[u8], open: usize, signs: Signs) -> Option<Close> {
    let quote = signs.quote?;
    let mut at = open + 1;
    let mut mixed = false;
    // Looked at once, however many quotes there are.
    let (mut looked_at, mut has_break) = (open, false);
    // An odd number of quotes that nobody doubled: `"UAB "Alfa""` ends with one more and its own.
    let mut is_within = false;
    loop {
        let found = bytes.get(at..)?.iter().position(|it| *it == quote)?;
        at += found + 1;
        if signs.escape.is_some() && is_escaped(bytes, at - 1, signs) {
            mixed = true;
        } else if bytes.get(at) == Some(&quote) {
            mixed = true;
            at += 1;
            if is_within && ends_cell(bytes, at, signs) {
                break;
            }
        } else if ends_cell(bytes, at, signs) {
            break;
        } else if at >= open + 3 && bytes.get(at - 2) == Some(&signs.delimiter) {
            // The next cell's opening quote.
            return None;
        } else {
            has_break |= line_breaks(bytes.get(looked_at..at)?) > 0;
            looked_at = at;
            if has_break || !stays(bytes, at, signs) {
                break;
            }
            mixed = true;
            is_within = !is_within;
        }
    }
    let breaks = line_breaks(bytes.get(open..at).unwrap_or_default());
    let clean = ends_cell(bytes, at, signs);
    if !clean && breaks > 0 {
        return None;
    }
    let inside = bytes.get(open..at).unwrap_or_default();
    mixed |= inside.iter().any(|it| Some(*it) == signs.escape);
    Some(Close {
        end: at,
        quoted: if clean && !mixed {
            Quoted::Plain
        } else {
            Quoted::Mixed
        },
        breaks,
    })
}

/// Nothing but spaces stands between `at` and what ends a cell.
fn ends_cell(bytes: &[u8], at: usize, signs: Signs) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let after = rest
        .iter()
        .find(|it| **it != b' ' || signs.delimiter == b' ');
    after.is_none_or(|it| *it == signs.delimiter || *it == b'\n' || *it == b'\r')
}

/// The quote that ends just before `at` stands amid text and another follows in the same cell: nobody
/// doubled it. A delimiter between the two is theirs where the other stands amid text as well.
fn stays(bytes: &[u8], at: usize, signs: Signs) -> bool {
    if ends_cell(bytes, at, signs) {
        return false;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let ends = |it: &u8| {
        Some(*it) == signs.quote || *it == signs.delimiter || *it == b'\n' || *it == b'\r'
    };
    let found = rest.iter().position(ends);
    match found.and_then(|it| rest.get(it)) {
        Some(it) if Some(*it) == signs.quote => true,
        Some(it) if *it == signs.delimiter => {
            let line = rest
                .iter()
                .position(|it| Some(*it) == signs.quote || *it == b'\n' || *it == b'\r');
            let Some(other) = line.map(|it| at + it) else {
                return false;
            };
            let before = bytes.get(other - 1).copied();
            bytes.get(other).copied() == signs.quote
                && before != Some(signs.delimiter)
                && before != Some(b' ')
                && bytes.get(other + 1).copied() != signs.quote
                && !ends_cell(bytes, other + 1, signs)
        }
        _ => false,
    }
}

/// Line ends of any kind: LF, CR or both together.
fn line_breaks(bytes: &[u8]) -> u32 {
    let mut breaks = 0;
    let mut after_cr = false;
    for byte in bytes {
        if *byte == b'\r' || (*byte == b'\n' && !after_cr) {
            breaks += 1;
        }
        after_cr = *byte == b'\r';
    }
    breaks
}
