//! Many texts in one piece of memory: a million names are two allocations, not a million.
//! Those of a part of a file that was read elsewhere stay in their own.

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
        let later = later.into_iter().map(Self::checked).collect();
        // Copying what was validated sixteen bytes at a time is faster than validating in place.
        if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
            let text = text.to_owned();
            return Checked { text, ends, later };
        }
        // Never: what comes here was text.
        let mut checked = Checked {
            later,
            ..Checked::default()
        };
        for at in 0..ends.len() {
            let text = bytes.get(range(&ends, at)).unwrap_or_default();
            checked.text.push_str(&String::from_utf8_lossy(text));
            checked.ends.push(checked.text.len());
        }
        checked
    }
}

/// Texts that no more come to.
#[derive(Default)]
pub(super) struct Checked {
    text: String,
    ends: Vec<usize>,
    later: Vec<Self>,
}

impl Checked {
    fn len(&self) -> usize {
        self.ends.len() + self.later.iter().map(Self::len).sum::<usize>()
    }

    /// Empty where there is none with this number.
    pub(super) fn get(&self, mut at: usize) -> &str {
        if at < self.ends.len() {
            return self.text.get(range(&self.ends, at)).unwrap_or_default();
        }
        at -= self.ends.len();
        for it in &self.later {
            match at.checked_sub(it.len()) {
                None => return it.get(at),
                Some(further) => at = further,
            }
        }
        ""
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|it| self.get(it))
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

    #[test]
    fn what_is_no_text_costs_the_others_nothing() {
        let mut texts = Texts::default();
        for it in [b"A".as_slice(), b"\xff\xc3", "Ł".as_bytes(), b""] {
            texts.push(it);
        }
        let checked = texts.checked();
        let all: Vec<&str> = checked.iter().collect();
        assert_eq!(all, ["A", "\u{fffd}\u{fffd}", "Ł", ""]);
        assert_eq!(checked.get(4), "");
    }
}
