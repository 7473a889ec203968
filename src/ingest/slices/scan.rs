//! Rows without riddles: cells that are plain or well quoted. Anything else is left to
//! [`super::super::split`], and where both split a row they agree.

use crate::ingest::split::{Quoted, RowEnd, Signs, Span, is_formula};

/// Where among bytes a delimiter, a quote or a line end stands: a bit for each byte, found for many bytes
/// at once.
#[derive(Default)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// Looks at other bytes.
    pub(super) fn look(&mut self, bytes: &[u8], signs: Signs) {
        let (delimiter, quote) = (signs.delimiter, signs.quote.unwrap_or(signs.delimiter));
        let of = |block: &[u8; 64]| {
            // Without a branch, so that the compiler takes sixteen bytes at once.
            let signs = block.map(|it| {
                u8::from(it == delimiter)
                    | u8::from(it == quote)
                    | u8::from(it == b'\n')
                    | u8::from(it == b'\r')
            });
            let (eights, _) = signs.as_chunks::<8>();
            // Eight bytes of 0 or 1 to eight bits.
            eights.iter().rev().fold(0, |bits, eight| {
                let packed = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080);
                (bits << 8) | (packed >> 56)
            })
        };
        let (blocks, rest) = bytes.as_chunks::<64>();
        self.0.clear();
        self.0.extend(blocks.iter().map(of));
        let mut last = [0; 64];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        // What is behind the end is never asked for: no sign is a zero.
        self.0.push(of(&last));
    }

    /// The first sign at or after `at`.
    #[inline]
    fn next(&self, at: usize) -> Option<usize> {
        let mut word = at / 64;
        let mut bits = self.0.get(word)? & (u64::MAX << (at % 64));
        while bits == 0 {
            word += 1;
            bits = *self.0.get(word)?;
        }
        Some(word * 64 + usize::try_from(bits.trailing_zeros()).ok()?)
    }
}

/// Splits the row that starts at `start`, whose cells come behind those in `spans`; `None` where it is not plain, or may go on behind `bytes`.
#[inline]
pub(super) fn quick(
    bytes: &[u8],
    marks: &Marks,
    start: usize,
    signs: Signs,
    spans: &mut Vec<Span>,
) -> Option<RowEnd> {
    let (delimiter, quote) = (signs.delimiter, signs.quote?);
    let (mut at, mut breaks) = (start, 0);
    loop {
        let first = *bytes.get(at)?;
        let mut span = Span {
            start: at,
            end: at,
            quoted: Quoted::No,
        };
        let end = if first == quote {
            let (close, is_mixed, inside) = close_of(bytes, marks, at, quote)?;
            at = close + 1;
            breaks += inside;
            (span.start, span.end, span.quoted) = if is_mixed {
                (span.start, at, Quoted::Mixed)
            } else {
                (span.start + 1, close, Quoted::Plain)
            };
            let end = *bytes.get(at)?;
            if end != delimiter && end != b'\n' && end != b'\r' {
                return None;
            }
            end
        } else {
            // Spaces before a quote.
            if first == b' ' && delimiter != b' ' {
                let mut rest = bytes.get(at..)?.iter();
                if rest.find(|it| **it != b' ') == Some(&quote) {
                    return None;
                }
            }
            if first == b'=' && is_formula(bytes, at) {
                return None;
            }
            loop {
                at = marks.next(at)?;
                let end = *bytes.get(at)?;
                if end != quote {
                    break end;
                }
                at += 1;
            }
        };
        if span.quoted == Quoted::No {
            span.end = at;
        }
        spans.push(span);
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
fn close_of(bytes: &[u8], marks: &Marks, open: usize, quote: u8) -> Option<(usize, bool, u32)> {
    let (mut is_mixed, mut breaks) = (false, 0);
    let mut at = open + 1;
    loop {
        at = marks.next(at)?;
        let it = *bytes.get(at)?;
        at += 1;
        let follows = bytes.get(at).copied();
        if it == quote {
            if follows? != quote {
                return Some((at - 1, is_mixed, breaks));
            }
            is_mixed = true;
            at += 1;
        } else if it == b'\r' || it == b'\n' {
            breaks += 1;
            if it == b'\r' && follows == Some(b'\n') {
                at += 1;
            }
        }
    }
}
