//! What the user gave, and what is known of how such files are read.

use crate::browser::reader::Source;
use crate::browser::storage;
use crate::ingest::{Column, ReadOptions, Remembered};
use crate::store::habits;
use crate::ui::loaded::Loaded;
use crate::worker::What;

/// What the user gave, what to call it, and the hand choices for it.
#[derive(Clone, Debug)]
pub struct Given {
    /// The file or text; empty for a sample, which the reader makes.
    pub(super) source: Source,
    /// Which of them.
    pub(super) what: What,
    /// File name, or what stands for one.
    pub name: String,
    /// Hand choices.
    pub options: ReadOptions,
    /// What stands for the columns that the reader found by itself; none before its first look.
    pub(super) first_look: Option<FirstLook>,
    /// The choices that were taken over from another file: see [`Given::taken_over`].
    pub(super) from_before: Option<(FromBefore, ReadOptions)>,
}

/// What the reader made of a file by itself.
#[derive(Clone, Debug)]
pub(super) struct FirstLook {
    /// The key of its columns; none where they have no names.
    pub(super) key: Option<String>,
}

/// Where choices come from that the user did not make for this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromBefore {
    /// The same columns were read so last time.
    SameColumns,
    /// The file that this one replaced had some of the columns.
    ReplacedFile,
}

impl Given {
    /// The choices come from another file, and none was changed since.
    #[must_use]
    pub fn taken_over(&self) -> Option<FromBefore> {
        let (from, options) = self.from_before.as_ref()?;
        (*options == self.options).then_some(*from)
    }
}

/// The customers that a file replaced, and what they were read from.
#[derive(Clone, Debug)]
pub struct Replaced {
    pub(super) given: Option<Given>,
    /// The customers.
    pub loaded: Loaded,
}

impl Given {
    /// Remembers how these columns were read, for the next file that has them.
    pub(super) fn remember(&self, columns: &[Column]) {
        let key = self.first_look.as_ref().and_then(|it| it.key.as_ref());
        if let (Some(key), What::Bytes) = (key, &self.what) {
            let choices = Remembered::of(&self.options, columns);
            habits::remember(&storage::place(), key, choices.as_ref());
        }
    }
}
