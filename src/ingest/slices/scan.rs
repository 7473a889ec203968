//! Rows without riddles: cells that are plain or well quoted. Anything else is left to
//! [`super::super::split`], and where both split a row they agree.

use crate::ingest::split::{Quoted, RowEnd, Signs, Span};

/// Splits the row that starts at `start`; `None` where it is not plain, or may go on behind `bytes`.
#[inline]
pub(super) fn quick(
    bytes: &[u8],
    start: usize,
    signs: Signs,
    spans: &mut Vec<Span>,
) -> Option<RowEnd> {
    let (delimiter, quote) = (signs.delimiter, signs.quote?);
    let ends = |it: &u8| *it == delimiter || *it == b'\n' || *it == b'\r';
    spans.clear();
    let (mut at, mut breaks) = (start, 0);
    loop {
        let first = *bytes.get(at)?;
        let mut span = Span {
            start: at,
            end: at,
            quoted: Quoted::No,
        };
        if first == quote {
            let (close, is_mixed, inside) = close_of(bytes, at, quote)?;
            at = close + 1;
            if !bytes.get(at).is_some_and(ends) {
                return None;
            }
            breaks += inside;
            (span.start, span.end, span.quoted) = if is_mixed {
                (span.start, at, Quoted::Mixed)
            } else {
                (span.start + 1, close, Quoted::Plain)
            };
        } else {
            // Spaces before a quote.
            if first == b' ' && delimiter != b' ' {
                let mut rest = bytes.get(at..)?.iter();
                if rest.find(|it| **it != b' ') == Some(&quote) {
                    return None;
                }
            }
            at += bytes.get(at..)?.iter().position(ends)?;
            span.end = at;
        }
        spans.push(span);
        let end = *bytes.get(at)?;
        at += 1;
        if end == delimiter {
            continue;
        }
        if end == b'\r' && *bytes.get(at)? == b'\n' {
            at += 1;
        }
        return Some(RowEnd {
            next: at,
            breaks: breaks + 1,
            unclosed: None,
        });
    }
}

/// Where the quote that opens at `open` closes, whether others stand between, and the line breaks there.
fn close_of(bytes: &[u8], open: usize, quote: u8) -> Option<(usize, bool, u32)> {
    let (mut is_mixed, mut breaks, mut after_cr) = (false, 0, false);
    let mut at = open + 1;
    loop {
        let it = *bytes.get(at)?;
        if it == quote {
            if *bytes.get(at + 1)? != quote {
                return Some((at, is_mixed, breaks));
            }
            is_mixed = true;
            at += 1;
        } else if it == b'\r' || (it == b'\n' && !after_cr) {
            breaks += 1;
        }
        after_cr = it == b'\r';
        at += 1;
    }
}
