//! The messages between the page and the reader, and the reader's one function.
//!
//! The reader holds no rules of its own: it calls `ingest` and passes progress on.

use serde::{Deserialize, Serialize};

use crate::ingest::{ReadOptions, Reading, read};

/// What the page asks. The bytes travel beside it, once for each file: the reader keeps them, so a
/// changed option needs no second copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Answers carry this number; the page drops answers to questions it no longer asks.
    pub job: u32,
    /// Hand choices.
    pub options: ReadOptions,
}

/// What the reader answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// How far the job is, 0 to 1.
    Progress {
        /// The job.
        job: u32,
        /// From 0 to 1.
        done: f64,
    },
    /// The job is done.
    Read {
        /// The job.
        job: u32,
        /// What was read.
        reading: Box<Reading>,
    },
}

/// Answers one question: `say` is called with progress and with the reading.
pub fn serve(ask: &Ask, bytes: &[u8], say: &mut dyn FnMut(&Answer)) {
    let job = ask.job;
    let mut progress = |done: f64| {
        say(&Answer::Progress { job, done });
        true
    };
    if let Some(reading) = read(bytes, &ask.options, &mut progress) {
        say(&Answer::Read {
            job,
            reading: Box::new(reading),
        });
    }
}

/// A message as bytes.
#[must_use]
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Plain structs of this crate always encode; an empty message is dropped by the other side.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Bytes as a message; `None` for anything else.
#[must_use]
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
