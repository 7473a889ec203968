//! The envelope around everything saved, and the steps that lift old versions to the newest.
//!
//! The same envelope stands in local storage, in files and (later) in links. Append only: a shipped
//! step never changes, and each version ever shipped has a fixture in `tests/data/saved/`.
//! To change what is saved: a function in `STEPS`, a fixture of the version before it. Nothing else.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// What is inside an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A [`super::document::Model`].
    Model,
    /// A [`super::document::Project`].
    Project,
    /// A [`super::document::Customers`].
    Customers,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Model, Self::Project, Self::Customers];

    /// What the envelope says: `rusetti.model`.
    #[must_use]
    pub const fn format(self) -> &'static str {
        match self {
            Self::Model => "rusetti.model",
            Self::Project => "rusetti.project",
            Self::Customers => "rusetti.customers",
        }
    }
}

/// Lifts the data of an envelope by one version.
type Step = fn(Value) -> Value;

/// Step `i` lifts version `i + 1` to `i + 2`.
const STEPS: &[Step] = &[v1_has_no_typed_potential_and_no_rules];

/// New fields have defaults: nothing to change, but a page of version 1 would drop them.
const fn v1_has_no_typed_potential_and_no_rules(data: Value) -> Value {
    data
}

/// The version this build writes: one more than there are steps.
#[must_use]
pub fn latest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or_default() + 1
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

/// A saved thing with everything needed to open it again. Its content stays text until asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// What is inside, in the words of [`Kind::format`].
    #[serde(rename = "fmt")]
    pub format: String,
    /// Version of the content.
    pub v: u32,
    /// Rises by one with every save: two tabs compare it before they write.
    pub rev: u64,
    /// When, as an ISO 8601 instant; for people to read.
    pub saved_at: String,
    /// The application's version that wrote it.
    pub app: String,
    data: Box<RawValue>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sealed<'a, T> {
    fmt: &'static str,
    v: u32,
    rev: u64,
    saved_at: &'a str,
    app: &'static str,
    data: &'a T,
}

/// Content in an envelope, as the text that is stored.
#[must_use]
pub fn seal<T: Serialize>(kind: Kind, content: &T, rev: u64, saved_at: &str) -> String {
    // Plain structs with text keys always become JSON; were it to fail, the empty text would be
    // caught by the reading back that follows each write.
    serde_json::to_string(&Sealed {
        fmt: kind.format(),
        v: latest(),
        rev,
        saved_at,
        app: env!("CARGO_PKG_VERSION"),
        data: content,
    })
    .unwrap_or_default()
}

impl Envelope {
    /// Reads an envelope of ours, whatever is inside.
    ///
    /// # Errors
    /// [`OpenError::Unreadable`].
    pub fn parse(text: &str) -> Result<Self, OpenError> {
        // Some editors put a byte order mark before what they save.
        serde_json::from_str::<Self>(text.trim_start_matches('\u{feff}'))
            .ok()
            .filter(|it| it.format.starts_with("rusetti.") && it.v > 0)
            .ok_or(OpenError::Unreadable)
    }

    /// What is inside; `None` for a kind this build does not know.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| it.format() == self.format)
    }

    /// A newer build wrote it.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.v > latest()
    }

    /// The content, lifted to the newest version.
    ///
    /// # Errors
    /// Each of [`OpenError`].
    pub fn open<T: DeserializeOwned>(&self, kind: Kind) -> Result<T, OpenError> {
        if self.is_newer() {
            return Err(OpenError::Newer {
                v: self.v,
                app: self.app.clone(),
            });
        }
        match self.kind() {
            Some(it) if it == kind => {}
            Some(other) => return Err(OpenError::WrongKind(other)),
            None => return Err(OpenError::Unreadable),
        }
        if self.v == latest() {
            // Straight from the text: a hundred thousand customers need no tree in between.
            return serde_json::from_str(self.data.get())
                .ok()
                .ok_or(OpenError::Damaged);
        }
        serde_json::from_str(self.data.get())
            .ok()
            .and_then(|it| climb(STEPS, it, self.v))
            .and_then(|it| serde_json::from_value(it).ok())
            .ok_or(OpenError::Damaged)
    }

    /// The content of a newer version as far as this build understands it: to look at, not to save.
    #[must_use]
    pub fn peek<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.data.get()).ok()
    }
}

/// Data of version `v` after all the steps that follow it.
fn climb(steps: &[Step], data: Value, v: u32) -> Option<Value> {
    let done = usize::try_from(v).ok()?.checked_sub(1)?;
    let rest = steps.get(done..)?;
    Some(rest.iter().fold(data, |data, step| step(data)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_old_version_takes_only_the_steps_it_has_not_taken() {
        let steps: &[Step] = &[
            |it| json!([it, "to 2"]),
            |it| json!([it, "to 3"]),
            |it| json!([it, "to 4"]),
        ];
        assert_eq!(
            climb(steps, json!("v2"), 2),
            Some(json!([["v2", "to 3"], "to 4"]))
        );
        assert_eq!(climb(steps, json!("v4"), 4), Some(json!("v4")));
        assert_eq!(climb(steps, json!("v5"), 5), None);
        assert_eq!(climb(steps, json!("v0"), 0), None);
    }
}
