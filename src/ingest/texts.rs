//! Many texts in one piece of memory: a million names are two allocations, not a million.

use serde::{Deserialize, Serialize};

/// Texts by number, as their bytes in UTF-8.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Texts {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
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

    /// Empty where there is none with this number.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &[u8] {
        let start = match at.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or_default(),
            None => 0,
        };
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.bytes.get(start..end).unwrap_or_default()
    }

    pub(super) fn text(&self, at: usize) -> String {
        let bytes = self.get(at);
        // What is text is only copied.
        str::from_utf8(bytes).map_or_else(
            |_other| String::from_utf8_lossy(bytes).into_owned(),
            str::to_owned,
        )
    }
}
