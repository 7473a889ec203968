//! Many texts in few pieces of memory: a million names are some hundred allocations, not a million.

use std::ops::Range;
use std::vec;

use serde::{Deserialize, Serialize};

use super::flat::{self, See};
use super::list::{Piece, Pieces};

/// Texts by number, as their bytes in UTF-8.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Texts {
    blocks: Pieces<Block>,
    len: usize,
}

/// Texts that stand together.
#[derive(Default, Serialize, Deserialize)]
struct Block {
    #[serde(with = "flat")]
    bytes: Vec<u8>,
    #[serde(with = "flat")]
    ends: Vec<usize>,
}

impl Piece for Block {
    fn len(&self) -> usize {
        self.ends.len()
    }
}

impl Block {
    /// One like the last, with room for as many texts; the first grows as it must, for a few texts stay small.
    fn after(last: Option<&Self>) -> Self {
        let Some(last) = last else {
            return Self::default();
        };
        let len = last.bytes.len();
        Self {
            bytes: Vec::with_capacity(len + len / 16),
            ends: Vec::with_capacity(Pieces::<Self>::FULL),
        }
    }

    #[inline]
    fn get(&self, at: usize) -> &[u8] {
        self.bytes.get(range(&self.ends, at)).unwrap_or_default()
    }

    #[inline(never)]
    fn checked(self) -> Checked {
        // Copying what was validated sixteen bytes at a time is faster than validating in place.
        if let Ok(text) = simdutf8::basic::from_utf8(&self.bytes) {
            let text = text.to_owned();
            let ends = self.ends;
            return Checked { text, ends };
        }
        // Never: what comes here was text.
        let mut all = Checked::default();
        for at in 0..self.ends.len() {
            all.text.push_str(&String::from_utf8_lossy(self.get(at)));
            all.ends.push(all.text.len());
        }
        all
    }
}

impl Texts {
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    pub(super) fn push(&mut self, text: &[u8]) {
        if let Some(block) = self.blocks.room(Block::after) {
            block.bytes.extend_from_slice(text);
            block.ends.push(block.bytes.len());
            self.len += 1;
        }
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>) {
        for it in &mut self.blocks.all {
            flat::show(&mut it.bytes, see);
            flat::show(&mut it.ends, see);
        }
    }

    /// Goes on with others.
    pub(super) fn append(&mut self, others: Self) {
        self.blocks.append(others.blocks);
        self.len += others.len;
    }

    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &[u8] {
        let (block, at) = self.blocks.place(at);
        let block = self.blocks.all.get(block);
        block.map(|it| it.get(at)).unwrap_or_default()
    }

    /// All in turn, known to be text.
    pub(super) fn in_turn(self) -> InTurn {
        InTurn {
            blocks: self.blocks.all.into_iter(),
            now: Checked::default(),
            at: 0,
        }
    }

    /// All by number, known to be text.
    pub(super) fn by_number(self) -> ByNumber {
        ByNumber(self.blocks.map(Block::checked))
    }
}

/// Those of a block that are known to be text.
#[derive(Default)]
struct Checked {
    text: String,
    ends: Vec<usize>,
}

impl Piece for Checked {
    fn len(&self) -> usize {
        self.ends.len()
    }
}

impl Checked {
    #[inline]
    fn get(&self, at: usize) -> Option<&str> {
        self.ends.get(at)?;
        self.text.get(range(&self.ends, at))
    }
}

/// Texts in turn; the memory of those that came is free for others.
pub(super) struct InTurn {
    blocks: vec::IntoIter<Block>,
    now: Checked,
    /// The next of those.
    at: usize,
}

impl InTurn {
    /// The next; empty after the last.
    #[inline]
    pub(super) fn next(&mut self) -> &str {
        while self.at >= self.now.len() {
            let Some(block) = self.blocks.next() else {
                return "";
            };
            (self.now, self.at) = (block.checked(), 0);
        }
        self.at += 1;
        self.now.get(self.at - 1).unwrap_or_default()
    }
}

/// Texts by number.
pub(super) struct ByNumber(Pieces<Checked>);

impl ByNumber {
    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &str {
        let (block, at) = self.0.place(at);
        let block = self.0.all.get(block);
        block.and_then(|it| it.get(at)).unwrap_or_default()
    }
}

/// Where a text stands among those that end here.
#[inline]
fn range(ends: &[usize], at: usize) -> Range<usize> {
    let end = |at: usize| ends.get(at).copied().unwrap_or_default();
    at.checked_sub(1).map_or(0, end)..end(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All in turn, which are the same by number.
    fn all(texts: impl Fn() -> Texts) -> Vec<String> {
        let len = texts().len();
        let by_number = texts().by_number();
        assert_eq!(by_number.get(len), "");
        let mut in_turn = texts().in_turn();
        let all: Vec<String> = (0..len).map(|_| in_turn.next().to_owned()).collect();
        assert_eq!(in_turn.next(), "");
        for (at, it) in all.iter().enumerate() {
            assert_eq!(by_number.get(at), it, "{at}");
        }
        all
    }

    #[test]
    fn what_is_no_text_costs_the_others_nothing() {
        let texts = || {
            let mut texts = Texts::default();
            for it in [b"A".as_slice(), b"\xff\xc3", "Ł".as_bytes(), b""] {
                texts.push(it);
            }
            texts
        };
        assert_eq!(all(texts), ["A", "\u{fffd}\u{fffd}", "Ł", ""]);
    }

    #[test]
    fn texts_of_any_number_follow_one_another_and_more_come_behind() {
        let full = Pieces::<Block>::FULL;
        let lengths = [0, 2, 0, full + 3, full, 1];
        let text = |at: usize| "ä".repeat(at % 4) + &at.to_string();
        let texts = || {
            let mut texts = Texts::default();
            for len in lengths {
                let (mut others, start) = (Texts::default(), texts.len());
                for it in 0..len {
                    others.push(text(start + it).as_bytes());
                }
                texts.append(others);
                texts.push(text(texts.len()).as_bytes());
            }
            texts
        };
        let right: Vec<String> = (0..lengths.iter().sum::<usize>() + lengths.len())
            .map(text)
            .collect();
        assert_eq!(all(texts), right);
    }
}
