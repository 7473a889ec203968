//! Sample companies: files as programs export them, made by rules with a fixed seed.
//!
//! Every company, person and business id is made up. The files are the same on every machine; copies
//! stand in `samples/`, and a test holds them against the generator byte for byte.

mod random;
mod words;
mod text;
mod packaging;
mod accounting;
mod chamber;

use serde::{Deserialize, Serialize};

use words::Words;

/// A sample company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sample {
    /// A packaging wholesaler: 140 customers, two years of sales and margin, half of revenue from six.
    Packaging,
    /// An accounting office: 38 customers, an invoice a month with the services on it, industry and margin.
    Accounting,
    /// A chamber of commerce: 612 members, fees and contacts held.
    Chamber,
}

/// A file as it would come from the user's disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleFile {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Sample {
    /// In the order the start page shows them.
    pub const ALL: [Self; 3] = [Self::Packaging, Self::Accounting, Self::Chamber];

    /// The word that stands for it in an address or a file name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Packaging => "packaging",
            Self::Accounting => "accounting",
            Self::Chamber => "chamber",
        }
    }

    /// The sample that a word stands for.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }
}

/// The languages that samples are written in; any other gives the last.
pub const LANGS: [&str; 3] = ["fi", "pl", "en"];

/// The file of a sample in a language (`fi`, `pl`, else English).
#[must_use]
pub fn file(sample: Sample, lang: &str) -> SampleFile {
    let words = Words::of(lang);
    match sample {
        Sample::Packaging => packaging::file(&words),
        Sample::Accounting => accounting::file(&words),
        Sample::Chamber => chamber::file(&words),
    }
}
