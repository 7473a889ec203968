//! Cells as bytes: what they hold is told without making a text of them, where it can be.

use std::borrow::Cow;

use jiff_core::civil::Date;

use super::head::Head;
use crate::ingest::content::{Kind, Seen};
use crate::ingest::encoding;
use crate::ingest::fate::{self, Amount};
use crate::ingest::letters::Letters;
use crate::ingest::memo::Memo;
use crate::ingest::number;
use crate::ingest::page::Encoding;
use crate::ingest::reading::{By, DateOrder, Decided, Decimal};
use crate::ingest::short::{Gap, Short};
use crate::ingest::split::{Quoted, Signs, Span};

/// What a cell is.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) kind: Option<Kind>,
    /// The day, where the cell is no number, in the order of the column of days.
    pub(super) day: Option<Date>,
    pub(super) seen: Seen,
}

/// How bytes become cells.
pub(super) struct Cells {
    encoding: Decided<Encoding>,
    signs: Signs,
    pub(super) gap: Gap,
    /// A cell that begins with this byte is not blank and has nothing to trim there.
    solid: [bool; 256],
    memo: Memo<Known>,
    order: DateOrder,
    pub(super) letters: Letters,
}

impl Cells {
    /// `None` for encodings whose rows bytes do not show.
    pub(super) fn new(head: &Head) -> Option<Self> {
        let encoding = head.encoding;
        let page = encoding.is;
        let (gap, solid): (Gap, fn(u8, Encoding) -> bool) = match page {
            Encoding::Utf16Le | Encoding::Utf16Be => return None,
            Encoding::Utf8 => (Gap::Two, |it, _| {
                // What begins a space that is not ASCII, or a workbook's mark, begins with these.
                it >= 0xc3 && !matches!(it, 0xe1..=0xe3 | 0xef)
            }),
            page => {
                let mut upper = (128..=u8::MAX).zip(encoding::upper_half(page));
                let gap = upper.find(|it| *it.1 == '\u{a0}');
                (gap.map_or(Gap::None, |it| Gap::One(it.0)), |it, page| {
                    let at = usize::from(it).checked_sub(128);
                    let it = at.and_then(|it| encoding::upper_half(page).get(it));
                    it.is_some_and(|it| !it.is_whitespace())
                })
            }
        };
        let mut table = [false; 256];
        for (byte, slot) in (0..=u8::MAX).zip(&mut table) {
            *slot = byte.is_ascii_graphic() || (byte >= 128 && solid(byte, page));
        }
        Some(Self {
            encoding,
            signs: head.dialect.signs,
            order: (head.guess.plan.places.date).map_or(DateOrder::DayFirst, |it| it.1),
            gap,
            solid: table,
            memo: Memo::default(),
            letters: Letters::new(&head.bytes),
        })
    }

    /// Bytes as text. What is not valid is nothing here: [`Self::watch`] sees it.
    pub(super) fn decode<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        decode(bytes, self.encoding.is)
    }

    /// Text as bytes; `None` where the encoding lacks a letter.
    pub(super) fn encode(&self, text: &str) -> Option<Vec<u8>> {
        if self.encoding.is == Encoding::Utf8 {
            return Some(text.as_bytes().to_vec());
        }
        let upper = encoding::upper_half(self.encoding.is);
        let byte = |it: char| {
            let found = || (128..=u8::MAX).zip(upper).find(|(_, other)| **other == it);
            u8::try_from(it)
                .ok()
                .filter(u8::is_ascii)
                .or_else(|| Some(found()?.0))
        };
        text.chars().map(byte).collect()
    }

    /// How many bytes more the cell has in UTF-8, if it is a number.
    pub(super) fn wider(&self, raw: &[u8]) -> usize {
        match self.gap {
            Gap::One(_) => raw.iter().filter(|it| !it.is_ascii()).count(),
            Gap::Two | Gap::None => 0,
        }
    }

    /// The text of a cell, as a table would give it.
    pub(super) fn text<'b>(&self, bytes: &'b [u8], span: Span) -> Cow<'b, str> {
        let raw = bytes.get(span.start..span.end).unwrap_or_default();
        let text = self.decode(raw);
        if span.quoted != Quoted::Mixed {
            return text;
        }
        let whole = Span {
            start: 0,
            end: text.len(),
            ..span
        };
        Cow::Owned(self.signs.text_of(&text, whole).into_owned())
    }

    /// The text of a cell as rules see it: trimmed, without a workbook's mark.
    pub(super) fn shown(&self, bytes: &[u8], span: Span) -> String {
        number::shown(self.text(bytes, span).trim()).to_owned()
    }

    /// The same as bytes in UTF-8; most cells are that as they stand.
    #[inline]
    pub(super) fn shown_bytes<'b>(&self, bytes: &'b [u8], span: Span) -> Cow<'b, [u8]> {
        match self.plain(bytes, span) {
            Some(plain) => Cow::Borrowed(plain),
            None => Cow::Owned(self.shown(bytes, span).into_bytes()),
        }
    }

    /// The cell holds something that is no space.
    #[inline]
    pub(super) fn is_filled(&self, bytes: &[u8], span: Span) -> bool {
        match bytes.get(span.start) {
            _ if span.start == span.end => false,
            Some(first) if self.is_solid(*first) => true,
            _ => !self.text(bytes, span).trim().is_empty(),
        }
    }

    #[inline]
    pub(super) fn is_solid(&self, byte: u8) -> bool {
        self.solid.get(usize::from(byte)) == Some(&true)
    }

    /// The bytes of a cell that are its trimmed text in UTF-8 too; `None` where they are not.
    #[inline]
    pub(super) fn plain<'b>(&self, bytes: &'b [u8], span: Span) -> Option<&'b [u8]> {
        let raw = bytes.get(span.start..span.end)?;
        let (first, last) = (raw.first()?, raw.last()?);
        let is_plain = span.quoted != Quoted::Mixed
            && self.is_solid(*first)
            && last.is_ascii_graphic()
            && (self.encoding.is == Encoding::Utf8 || raw.is_ascii());
        is_plain.then_some(raw)
    }

    /// What a cell is; `None` where it is long, or has space around it.
    #[inline]
    pub(super) fn known(&mut self, raw: &[u8]) -> Option<&Known> {
        let (page, order) = (self.encoding.is, self.order);
        self.memo.of(raw, || {
            let text = decode(raw, page);
            let seen = (text.trim().len() == text.len()).then(|| Seen::of(&text))?;
            let date = seen.date.filter(|_| seen.number.is_none());
            Some(Known {
                kind: Kind::of(&seen),
                day: date.and_then(|it| it.value(order)),
                seen,
            })
        })
    }

    /// The amount in a cell.
    #[inline]
    pub(super) fn amount(&self, bytes: &[u8], span: Span, decimal: Decimal) -> Amount {
        let raw = bytes.get(span.start..span.end).unwrap_or_default();
        if raw.is_empty() {
            return Amount::Missing;
        }
        match Short::read(raw, self.gap) {
            Some(it) if span.quoted != Quoted::Mixed => {
                it.value(decimal).map_or(Amount::Bad, Amount::Read)
            }
            _ => fate::amount_of(&self.text(bytes, span), decimal),
        }
    }

    /// Looks at bytes that were read, up to a line end: `None` where another encoding, or a mend, is
    /// called for.
    pub(super) fn watch(&mut self, bytes: &[u8]) -> Option<()> {
        if self.encoding.is == Encoding::Utf8 {
            return simdutf8::basic::from_utf8(bytes).is_ok().then_some(());
        }
        self.letters.add(bytes);
        Some(())
    }

    /// All bytes were seen: they are in the encoding that was taken for theirs.
    pub(super) fn is_right(&self) -> bool {
        let page = self.encoding.is;
        page == Encoding::Utf8
            || (!self.letters.has_unknown(page)
                && (self.encoding.by == By::Hand
                    || (self.letters.are_single() && self.letters.page() == page)))
    }
}

fn decode(bytes: &[u8], page: Encoding) -> Cow<'_, str> {
    if page == Encoding::Utf8 || bytes.is_ascii() {
        Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or_default())
    } else {
        encoding::decode(bytes, Some(page)).text
    }
}
