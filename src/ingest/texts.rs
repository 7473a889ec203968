//! Many texts in one piece of memory: a million names are two allocations, not a million.
//! Those of a part of a file that was read elsewhere stay in their own.

use std::{mem, vec};

use serde::{Deserialize, Serialize};

use super::flat::{self, See};

/// Texts by number, as their bytes in UTF-8.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Texts {
    #[serde(with = "flat")]
    bytes: Vec<u8>,
    #[serde(with = "flat")]
    ends: Vec<usize>,
    /// Those behind these.
    later: Vec<Self>,
}

impl Texts {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.ends.len() + self.later.iter().map(Self::len).sum::<usize>()
    }

    pub(super) fn push(&mut self, text: &[u8]) {
        if let Some(last) = self.later.last_mut() {
            return last.push(text);
        }
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len());
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>) {
        flat::show(&mut self.bytes, see);
        flat::show(&mut self.ends, see);
        self.later.iter_mut().for_each(|it| it.lists(see));
    }

    /// Adds others.
    pub(super) fn append(&mut self, others: Self) {
        self.later.push(others);
    }

    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &[u8] {
        match at.checked_sub(self.ends.len()) {
            None => self.bytes.get(range(&self.ends, at)).unwrap_or_default(),
            Some(at) => self.get_later(at),
        }
    }

    #[cold]
    fn get_later(&self, mut at: usize) -> &[u8] {
        for it in &self.later {
            match at.checked_sub(it.len()) {
                None => return it.get(at),
                Some(further) => at = further,
            }
        }
        &[]
    }

    /// All of them, known to be text.
    pub(super) fn checked(self) -> Checked {
        let Self { bytes, ends, later } = self;
        // Copying what was validated sixteen bytes at a time is faster than validating in place.
        let first = match simdutf8::basic::from_utf8(&bytes) {
            Ok(text) => Piece {
                text: text.to_owned(),
                ends,
            },
            Err(_) => lossy(&bytes, &ends),
        };
        drop(bytes);
        let later = later.into_iter().flat_map(|it| it.checked().0);
        Checked([first].into_iter().chain(later).collect())
    }
}

/// Never wanted: what comes here was text.
#[cold]
fn lossy(bytes: &[u8], ends: &[usize]) -> Piece {
    let mut all = Piece::default();
    for at in 0..ends.len() {
        let text = bytes.get(range(ends, at)).unwrap_or_default();
        all.text.push_str(&String::from_utf8_lossy(text));
        all.ends.push(all.text.len());
    }
    all
}

/// Texts that no more come to.
pub(super) struct Checked(Vec<Piece>);

/// Those that stand together.
#[derive(Default)]
struct Piece {
    text: String,
    ends: Vec<usize>,
}

impl Checked {
    /// Empty where there is none with this number.
    pub(super) fn get(&self, mut at: usize) -> &str {
        for Piece { text, ends } in &self.0 {
            match at.checked_sub(ends.len()) {
                None => return text.get(range(ends, at)).unwrap_or_default(),
                Some(further) => at = further,
            }
        }
        ""
    }

    /// All in turn.
    pub(super) fn in_turn(self) -> InTurn {
        InTurn {
            pieces: self.0.into_iter(),
            text: String::new(),
            ends: Vec::new().into_iter(),
            end: 0,
        }
    }
}

/// Texts in turn; the memory of those that came is free for others.
pub(super) struct InTurn {
    pieces: vec::IntoIter<Piece>,
    text: String,
    ends: vec::IntoIter<usize>,
    end: usize,
}

impl InTurn {
    /// The next; empty after the last.
    #[inline]
    pub(super) fn next(&mut self) -> &str {
        loop {
            if let Some(end) = self.ends.next() {
                let start = mem::replace(&mut self.end, end);
                return self.text.get(start..end).unwrap_or_default();
            }
            let Some(Piece { text, ends }) = self.pieces.next() else {
                return "";
            };
            (self.text, self.ends, self.end) = (text, ends.into_iter(), 0);
        }
    }
}

#[inline]
fn range(ends: &[usize], at: usize) -> std::ops::Range<usize> {
    let end = |at: usize| ends.get(at).copied().unwrap_or_default();
    at.checked_sub(1).map_or(0, end)..end(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All in turn, and by number.
    fn all(texts: Texts) -> Vec<String> {
        let len = texts.len();
        let checked = texts.checked();
        assert_eq!(checked.get(len), "");
        let by_number: Vec<String> = (0..len).map(|it| checked.get(it).to_owned()).collect();
        let mut in_turn = checked.in_turn();
        let all: Vec<String> = (0..len).map(|_| in_turn.next().to_owned()).collect();
        assert_eq!(in_turn.next(), "");
        assert_eq!(all, by_number);
        all
    }

    #[test]
    fn what_is_no_text_costs_the_others_nothing() {
        let mut texts = Texts::default();
        for it in [b"A".as_slice(), b"\xff\xc3", "Ł".as_bytes(), b""] {
            texts.push(it);
        }
        assert_eq!(all(texts), ["A", "\u{fffd}\u{fffd}", "Ł", ""]);
    }

    #[test]
    fn texts_of_parts_follow_one_another_and_more_come_behind() {
        let of = |all: &[&str]| {
            let mut texts = Texts::default();
            for it in all {
                texts.push(it.as_bytes());
            }
            texts
        };
        let mut texts = of(&[]);
        texts.append(of(&["Ä", ""]));
        texts.append(of(&[]));
        let mut later = of(&["b"]);
        later.append(of(&["c"]));
        texts.append(later);
        texts.push(b"d");
        let right = ["Ä", "", "b", "c", "d"];
        for (at, it) in right.iter().chain(&[""]).enumerate() {
            assert_eq!(texts.get(at), it.as_bytes(), "{at}");
        }
        assert_eq!(all(texts), right);
    }
}
