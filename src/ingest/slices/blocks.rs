//! The beginnings of what blank lines part: enough to see whether a file holds another table.

use serde::{Deserialize, Serialize};

use crate::ingest::stacked::{LOOKED_AT, MAX_BLOCKS};

/// The blocks of rows so far.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Blocks {
    pub(super) count: usize,
    /// Rows of the last one.
    rows: usize,
    pub(super) text: Vec<u8>,
}

impl Blocks {
    /// Blocks of a file whose last one before is well under way.
    pub(super) const fn later() -> Self {
        Self {
            count: 0,
            rows: LOOKED_AT,
            text: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, row: &[u8], is_blank: bool) {
        if is_blank {
            self.rows = 0;
            return;
        }
        if self.rows == 0 {
            self.count += 1;
            self.text.push(b'\n');
        }
        self.rows += 1;
        if self.rows <= LOOKED_AT && self.count <= MAX_BLOCKS {
            self.text.extend_from_slice(row);
            if !row.ends_with(b"\n") && !row.ends_with(b"\r") {
                self.text.push(b'\n');
            }
        }
    }

    /// Goes on with later rows; `None` where their first ones would have been looked at.
    pub(super) fn join(&mut self, later: Self) -> Option<()> {
        // A header of the user's own choice: nothing is looked at.
        let is_none = self.count == 0 && later.count == 0;
        if self.rows < LOOKED_AT && !is_none {
            return None;
        }
        self.count += later.count;
        self.rows = later.rows;
        if self.count <= MAX_BLOCKS {
            self.text.extend_from_slice(&later.text);
        }
        Some(())
    }
}
