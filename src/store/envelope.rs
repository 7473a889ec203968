//! The envelope around everything saved, and the steps that lift old versions to the newest.
//!
//! Append only: a shipped step never changes. Each version ever shipped has a fixture in
//! `tests/data/saved/`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is inside an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A [`super::document::Model`].
    #[serde(rename = "rusetti.model")]
    Model,
    /// A [`super::document::Project`].
    #[serde(rename = "rusetti.project")]
    Project,
}

/// Step `i` lifts version `i + 1` to `i + 2`.
const STEPS: &[fn(Value) -> Value] = &[];

/// The version this build writes.
#[must_use]
pub fn latest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or_default() + 1
}

/// A saved thing with everything needed to open it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// What is inside.
    #[serde(rename = "fmt")]
    pub kind: Kind,
    /// Version of the content.
    pub v: u32,
    /// Rises by one with every save: two tabs compare it before they write.
    pub rev: u64,
    /// When, as an ISO 8601 instant; for people to read.
    pub saved_at: String,
    /// The application's version that wrote it.
    pub app: String,
    /// The content.
    pub data: Value,
}

/// Why an envelope cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Not JSON, or not one of our envelopes.
    Unreadable,
    /// An envelope of another kind.
    WrongKind(Kind),
    /// Written by a newer build: it may be looked at, never overwritten.
    Newer {
        /// The version of the content.
        v: u32,
        /// The application that wrote it.
        app: String,
    },
    /// The content does not fit its version.
    Damaged,
}

impl Envelope {
    /// Puts content into an envelope.
    #[must_use]
    pub fn seal<T: Serialize>(kind: Kind, content: &T, rev: u64, saved_at: &str) -> Self {
        Self {
            kind,
            v: latest(),
            rev,
            saved_at: saved_at.to_owned(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            data: serde_json::to_value(content).unwrap_or(Value::Null),
        }
    }

    /// Reads an envelope, whatever is inside.
    ///
    /// # Errors
    /// [`OpenError::Unreadable`].
    pub fn parse(text: &str) -> Result<Self, OpenError> {
        serde_json::from_str(text).ok().ok_or(OpenError::Unreadable)
    }

    /// The content, lifted to the newest version.
    ///
    /// # Errors
    /// All of [`OpenError`] but unreadable.
    pub fn open<T: DeserializeOwned>(self, kind: Kind) -> Result<T, OpenError> {
        if self.kind != kind {
            return Err(OpenError::WrongKind(self.kind));
        }
        if self.v > latest() {
            return Err(OpenError::Newer {
                v: self.v,
                app: self.app,
            });
        }
        let at = usize::try_from(self.v)
            .ok()
            .and_then(|it| it.checked_sub(1))
            .ok_or(OpenError::Damaged)?;
        let steps = STEPS.get(at..).ok_or(OpenError::Damaged)?;
        let data = steps.iter().fold(self.data, |data, step| step(data));
        serde_json::from_value(data).ok().ok_or(OpenError::Damaged)
    }

    /// As the text that is stored.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
