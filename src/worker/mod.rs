//! The messages between the page and the reader, and the reader's one function.
//!
//! The reader holds no rules of its own: it calls `ingest` and passes progress on.

use serde::{Deserialize, Serialize};

use crate::ingest::{ReadOptions, Reading, read};
use crate::samples::{self, Sample, SampleFile};

/// What the page asks. The bytes travel beside it, once for each file: the reader keeps them, so a
/// changed option needs no second copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Answers carry this number; the page drops answers to questions it no longer asks.
    pub job: u32,
    /// What to read.
    pub what: What,
    /// Hand choices.
    pub options: ReadOptions,
}

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The bytes that came beside this question or an earlier one.
    Bytes,
    /// A sample company's file in a language (`fi`, `pl`, `en`).
    Sample(Sample, String),
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
        /// The file, where it was a sample: the page offers it for download.
        sample: Option<SampleFile>,
    },
}

impl Answer {
    /// The answer of a job that is done.
    #[must_use]
    pub fn read(job: u32, reading: Reading, sample: Option<SampleFile>) -> Self {
        Self::Read {
            job,
            reading: Box::new(reading),
            sample,
        }
    }
}

/// Answers one question: `say` is called with progress and with the reading.
pub fn serve(ask: &Ask, bytes: &[u8], say: &mut dyn FnMut(&Answer)) {
    let job = ask.job;
    let mut progress = |done: f64| {
        say(&Answer::Progress { job, done });
        true
    };
    let sample = match &ask.what {
        What::Bytes => None,
        What::Sample(sample, lang) => Some(samples::file(*sample, lang)),
    };
    let bytes = sample.as_ref().map_or(bytes, |it| it.bytes.as_slice());
    if let Some(reading) = read(bytes, &ask.options, &mut progress) {
        say(&Answer::read(job, reading, sample));
    }
}

/// How often the rows of a sample are read to warm up.
const WARM_ROWS: usize = 30;

/// Reads samples to no end: browsers compile what runs, as it runs, and so the first file of the user's
/// finds the reader compiled.
pub fn warm_up() {
    for sample in Sample::ALL {
        let bytes = samples::file(sample, "en").bytes;
        let rows = bytes.iter().position(|it| *it == b'\n');
        let rows = rows.and_then(|it| bytes.get(it + 1..)).unwrap_or_default();
        let long = [&bytes, rows.repeat(WARM_ROWS).as_slice()].concat();
        let _ = read(&long, &ReadOptions::default(), &mut |_| true);
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
