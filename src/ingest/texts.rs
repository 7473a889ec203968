//! Many texts in few pieces of memory: a million names are some hundred allocations, not a million.

use std::ops::Range;
use std::vec;

use serde::{Deserialize, Serialize};

use super::flat::{self, See};
use super::list::{Piece, Pieces};

/// Texts by number, as their bytes in UTF-8.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Texts {
    /// As many as most files have customers: a row finds them in one step.
    first: Block,
    more: Pieces<Block>,
    len: usize,
}

/// Texts of the first block.
const FIRST: usize = 1 << 16;

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
    /// One with room for texts as long as those of another.
    fn like(other: &Self) -> Self {
        let full = Pieces::<Self>::FULL;
        let bytes = other.bytes.len() / other.len().max(1) * full;
        Self {
            bytes: Vec::with_capacity(bytes + bytes / 8),
            ends: Vec::with_capacity(full),
        }
    }

    fn push(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len());
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
        self.len += 1;
        // None are behind those of the first block before it is full, or others came.
        if self.len <= FIRST && self.more.all.is_empty() {
            return self.first.push(text);
        }
        match self.more.all.last_mut() {
            Some(block) if block.len() < Pieces::<Block>::FULL => block.push(text),
            _ => {
                let mut block = Block::like(&self.first);
                block.push(text);
                self.more.all.push(block);
            }
        }
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>) {
        for it in self.more.all.iter_mut().chain([&mut self.first]) {
            flat::show(&mut it.bytes, see);
            flat::show(&mut it.ends, see);
        }
    }

    /// Goes on with others.
    pub(super) fn append(&mut self, others: Self) {
        self.len += others.len;
        let first = [others.first].into_iter();
        self.more.append(first.chain(others.more.all));
    }

    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &[u8] {
        match at.checked_sub(self.first.ends.len()) {
            None => self.first.get(at),
            Some(at) => self.get_more(at),
        }
    }

    #[inline(never)]
    fn get_more(&self, at: usize) -> &[u8] {
        let (block, at) = self.more.place(at);
        let block = self.more.all.get(block);
        block.map(|it| it.get(at)).unwrap_or_default()
    }

    /// All in turn, known to be text.
    pub(super) fn in_turn(self) -> InTurn {
        InTurn {
            now: self.first.checked(),
            at: 0,
            more: self.more.all.into_iter(),
        }
    }

    /// All by number, known to be text.
    pub(super) fn by_number(self) -> ByNumber {
        ByNumber {
            first: self.first.checked(),
            more: self.more.map(Block::checked),
        }
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
    now: Checked,
    /// The next of those.
    at: usize,
    more: vec::IntoIter<Block>,
}

impl InTurn {
    /// The next; empty after the last.
    #[inline]
    pub(super) fn next(&mut self) -> &str {
        while self.at >= self.now.len() {
            let Some(block) = self.more.next() else {
                return "";
            };
            (self.now, self.at) = (block.checked(), 0);
        }
        self.at += 1;
        self.now.get(self.at - 1).unwrap_or_default()
    }
}

/// Texts by number.
pub(super) struct ByNumber {
    first: Checked,
    more: Pieces<Checked>,
}

impl ByNumber {
    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &str {
        let text = match at.checked_sub(self.first.len()) {
            None => self.first.get(at),
            Some(at) => {
                let (block, at) = self.more.place(at);
                self.more.all.get(block).and_then(|it| it.get(at))
            }
        };
        text.unwrap_or_default()
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
    fn texts_beyond_the_first_block_are_found() {
        let text = |at: usize| at.to_string();
        let len = FIRST + 2 * Pieces::<Block>::FULL + 1;
        let texts = || {
            let mut texts = Texts::default();
            for it in 0..len {
                texts.push(text(it).as_bytes());
            }
            texts
        };
        assert_eq!(texts().get(len), b"");
        assert!(all(texts).into_iter().eq((0..len).map(text)));
    }

    #[test]
    fn texts_of_any_number_follow_one_another_and_more_come_behind() {
        let full = Pieces::<Block>::FULL;
        let lengths = [0, 2, 0, full + 3, FIRST + full + 1, 1];
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
