//! Many texts in one piece of memory: a million names are two allocations, not a million.

use serde::{Deserialize, Serialize};

use super::flat::{self, See};

/// Texts by number, as their bytes in UTF-8.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Texts {
    #[serde(with = "flat")]
    bytes: Vec<u8>,
    #[serde(with = "flat")]
    ends: Vec<usize>,
}

impl Texts {
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn push(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len());
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>) {
        flat::show(&mut self.bytes, see);
        flat::show(&mut self.ends, see);
    }

    /// Adds others.
    pub(super) fn append(&mut self, others: &Self) {
        let before = self.bytes.len();
        self.bytes.reserve_exact(others.bytes.len());
        self.bytes.extend_from_slice(&others.bytes);
        self.ends.reserve_exact(others.ends.len());
        self.ends.extend(others.ends.iter().map(|it| it + before));
    }

    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &[u8] {
        self.bytes.get(range(&self.ends, at)).unwrap_or_default()
    }

    /// All of them, known to be text.
    pub(super) fn checked(self) -> Checked {
        let Self { bytes, ends } = self;
        // Copying what was validated sixteen bytes at a time is faster than validating in place.
        if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
            let text = text.to_owned();
            return Checked { text, ends };
        }
        // Never: what comes here was text.
        let mut checked = Checked::default();
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
}

impl Checked {
    /// Empty where there is none with this number.
    pub(super) fn get(&self, at: usize) -> &str {
        self.text.get(range(&self.ends, at)).unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|it| self.get(it))
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
