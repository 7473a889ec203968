//! Rows that are not plain, until it is known what stands below them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::ingest::fate::{Around, Judge, Part};

/// A row that the judge must see.
#[derive(Serialize, Deserialize)]
pub(super) struct Odd {
    pub(super) line: u32,
    pub(super) cells: Vec<Cow<'static, str>>,
    pub(super) around: Seen,
    /// It stands above everything, as `sep=;` does.
    pub(super) is_top: bool,
    pub(super) has_amount: bool,
}

/// What stands around it, as far as it was seen.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are what `Around` is asked"
)]
pub(super) struct Seen {
    pub(super) part: Part,
    pub(super) is_below: bool,
    pub(super) is_last: bool,
    pub(super) is_first: bool,
    pub(super) is_beside_blank: bool,
    pub(super) header_follows: bool,
}

impl Around for Seen {
    fn part(&self) -> Part {
        self.part
    }

    fn is_below(&self) -> bool {
        self.is_below
    }

    fn is_last(&self) -> bool {
        self.is_last
    }

    fn is_first(&self) -> bool {
        self.is_first
    }

    fn is_beside_blank(&self) -> bool {
        self.is_beside_blank
    }

    fn header_follows(&self, _judge: &Judge) -> bool {
        self.header_follows
    }
}
