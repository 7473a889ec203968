//! Text to rows and cells: quotes, line ends, line numbers.
//!
//! Where rows start is found once; cells are split again whenever a row is looked at, so a file of a
//! million rows needs no store of cells, and a plain cell is a slice of the text. Quoting follows RFC
//! 4180 with two mends: text after a closing quote belongs to the cell, and a quote that never
//! closes (or closes on a later line amid text) is a plain character, so a stray quote cannot
//! swallow the rows below it.

use std::borrow::Cow;

use super::progress::Progress;

/// Where a row starts and how many cells it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowAt {
    start: usize,
    /// Its line, as an editor counts it, from 1.
    pub(super) line: u32,
    pub(super) cells: u32,
    /// Nothing at all stands on the line.
    pub(super) bare: bool,
}

/// The rows of a text.
pub(super) struct Table<'t> {
    text: &'t str,
    delimiter: u8,
    pub(super) rows: Vec<RowAt>,
    /// Lines on which a quote opens that never closes.
    pub(super) unclosed: Vec<u32>,
}

/// A cell as it stands in the text.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: usize,
    end: usize,
    quoted: Quoted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quoted {
    /// No quotes around it.
    No,
    /// Quotes around it, none inside: the span is what stands between them.
    Plain,
    /// Quotes inside too, or text after the closing quote: the span starts at the opening quote.
    Mixed,
}

/// How a row ended.
struct RowEnd {
    next: usize,
    breaks: u32,
    /// Line breaks from the start of the row to a quote that never closes.
    unclosed: Option<u32>,
}

impl<'t> Table<'t> {
    /// Finds the rows; `None` if stopped.
    pub(super) fn new(text: &'t str, delimiter: u8, progress: &mut Progress<'_>) -> Option<Self> {
        let mut table = Self {
            text,
            delimiter,
            rows: Vec::new(),
            unclosed: Vec::new(),
        };
        let bytes = text.as_bytes();
        let (mut at, mut line) = (0, 1_u32);
        let mut spans = Vec::new();
        while at < bytes.len() {
            let end = split(bytes, at, delimiter, &mut spans);
            table.rows.push(RowAt {
                start: at,
                line,
                cells: u32::try_from(spans.len()).unwrap_or(u32::MAX),
                bare: matches!(spans.as_slice(), [only] if only.start == only.end && only.quoted == Quoted::No),
            });
            if let Some(breaks) = end.unclosed {
                table.unclosed.push(line.saturating_add(breaks));
            }
            at = end.next;
            line = line.saturating_add(end.breaks);
            progress.step(at, bytes.len())?;
        }
        Some(table)
    }

    /// The cells of a row, into `cells`; at most `limit` of them.
    pub(super) fn cells(&self, row: usize, limit: usize, cells: &mut Vec<Cow<'t, str>>) {
        cells.clear();
        let Some(row) = self.rows.get(row) else {
            return;
        };
        let mut spans = SPANS.take();
        split(self.text.as_bytes(), row.start, self.delimiter, &mut spans);
        cells.extend(spans.iter().take(limit).map(|it| self.text_of(*it)));
        SPANS.set(spans);
    }

    /// The first part of the text has letters that English does not write.
    pub(super) fn has_european_letters(&self) -> bool {
        self.text
            .chars()
            .take(8_192)
            .any(|it| it.is_alphabetic() && !it.is_ascii())
    }

    fn text_of(&self, span: Span) -> Cow<'t, str> {
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        if span.quoted != Quoted::Mixed {
            return Cow::Borrowed(text);
        }
        // From the opening quote: doubled quotes are one, the closing one is none, the rest stays.
        let mut out = String::with_capacity(text.len());
        let mut inside = true;
        let mut chars = text.chars().skip(1).peekable();
        while let Some(it) = chars.next() {
            if it != '"' || !inside {
                out.push(it);
            } else if chars.peek() == Some(&'"') {
                out.push('"');
                chars.next();
            } else {
                inside = false;
            }
        }
        Cow::Owned(out)
    }
}

thread_local! {
    /// Room for spans, used again for each row.
    static SPANS: std::cell::Cell<Vec<Span>> = const { std::cell::Cell::new(Vec::new()) };
}

/// Splits the row that starts at `start`.
fn split(bytes: &[u8], start: usize, delimiter: u8, spans: &mut Vec<Span>) -> RowEnd {
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
        if bytes.get(at) == Some(&b'"') {
            if let Some(close) = close_of(bytes, at, delimiter) {
                breaks += close.breaks;
                from = close.end;
                span.quoted = close.quoted;
                if close.quoted == Quoted::Plain {
                    span.start = at + 1;
                }
            } else if unclosed.is_none() {
                unclosed = Some(breaks);
            }
        }
        at = end_of_plain(bytes, from, delimiter);
        span.end = if span.quoted == Quoted::Plain {
            from - 1
        } else {
            at
        };
        spans.push(span);
        match bytes.get(at) {
            Some(it) if *it == delimiter => at += 1,
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

/// The first delimiter or line end at or after `from`.
fn end_of_plain(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter()
        .position(|it| *it == delimiter || *it == b'\n' || *it == b'\r')
        .map_or(bytes.len(), |it| from + it)
}

struct Close {
    /// Just after the closing quote.
    end: usize,
    quoted: Quoted,
    breaks: u32,
}

/// Where the quote that opens at `open` closes; `None` if it does not.
fn close_of(bytes: &[u8], open: usize, delimiter: u8) -> Option<Close> {
    let mut at = open + 1;
    let mut doubled = false;
    loop {
        let found = bytes.get(at..)?.iter().position(|it| *it == b'"')?;
        at += found + 1;
        if bytes.get(at) == Some(&b'"') {
            doubled = true;
            at += 1;
        } else {
            break;
        }
    }
    let breaks = line_breaks(bytes.get(open..at).unwrap_or_default());
    let clean = bytes
        .get(at)
        .is_none_or(|it| *it == delimiter || *it == b'\n' || *it == b'\r');
    if !clean && breaks > 0 {
        return None;
    }
    Some(Close {
        end: at,
        quoted: if clean && !doubled {
            Quoted::Plain
        } else {
            Quoted::Mixed
        },
        breaks,
    })
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

#[cfg(test)]
mod tests;
