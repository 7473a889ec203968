//! Saved models on a key-value store: one key for each model, one for the index, one for settings.
//!
//! Nothing is overwritten that this build has not read: a newer revision is a conflict, a newer
//! version refuses, an unreadable value moves to quarantine. The browser brings local storage and a
//! lock around each call; tests bring a map.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::Model;
use super::envelope::{Envelope, Kind};
use super::file::seal_model;

/// What all our keys begin with: other pages may share the origin.
pub const PREFIX: &str = "rusetti/";
/// Settings of the page.
pub const SETTINGS: &str = "rusetti/v1/settings";
/// Which model is open, and when each was last saved as a file.
pub const INDEX: &str = "rusetti/v1/index";
/// Set and removed again to tell other tabs that everything is forgotten.
pub const FORGOTTEN: &str = "rusetti/v1/forgotten";
const MODEL: &str = "rusetti/v1/model/";
const QUARANTINE: &str = "rusetti/quarantine/";

/// The key of a model.
#[must_use]
pub fn model_key(id: &str) -> String {
    format!("{MODEL}{id}")
}

/// The id in the key of a model.
#[must_use]
pub fn id_of_key(key: &str) -> Option<&str> {
    key.strip_prefix(MODEL)
}

/// A place for texts by key.
pub trait KeyValue {
    /// The text at a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Sets the text at a key.
    ///
    /// # Errors
    /// See [`WriteError`].
    fn set(&self, key: &str, text: &str) -> Result<(), WriteError>;
    /// Removes a key.
    fn remove(&self, key: &str);
    /// All keys, in any order.
    fn keys(&self) -> Vec<String>;
}

/// Why a text was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The browser gives no more room.
    Full,
    /// The browser refused for another reason, or did not keep what it took.
    Refused,
}

/// Why a model was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another tab changed or removed it since this one read it.
    Conflict,
    /// A newer build wrote it.
    Newer {
        /// That build.
        app: String,
    },
    /// The store did not take it.
    Write(WriteError),
}

/// A model as the list of saved ones shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// The user's name for it; may be empty.
    pub name: String,
    /// When it was saved, as an ISO 8601 instant.
    pub saved_at: String,
    /// Its revision.
    pub rev: u64,
    /// A newer build wrote it.
    pub is_newer: bool,
}

/// What stands at the key of a model.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A model to work on.
    Model {
        /// What the user decided.
        model: Box<Model>,
        /// Its revision.
        rev: u64,
        /// When it was saved.
        saved_at: String,
    },
    /// A newer build wrote it: to look at only.
    Newer {
        /// As far as this build understands it.
        model: Option<Box<Model>>,
        /// That build.
        app: String,
    },
    /// Nobody can read it; it must not be overwritten.
    Unreadable,
    /// Nothing.
    Nothing,
}

/// The last time a model was saved as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// When, as an ISO 8601 instant.
    pub at: String,
    /// The revision it had then.
    pub rev: u64,
}

/// The index: nothing here is needed to find a model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Index {
    /// The model that was open last.
    pub current: Option<String>,
    /// The user chose to keep customers on this device.
    pub keep: bool,
    /// Last backups by model id.
    pub backups: BTreeMap<String, Backup>,
}

/// Writes, reads back and compares.
///
/// # Errors
/// See [`WriteError`].
pub fn put(kv: &impl KeyValue, key: &str, text: &str) -> Result<(), WriteError> {
    kv.set(key, text)?;
    if kv.get(key).as_deref() == Some(text) {
        Ok(())
    } else {
        Err(WriteError::Refused)
    }
}

/// The index; empty where there is none or nobody can read it.
#[must_use]
pub fn index(kv: &impl KeyValue) -> Index {
    kv.get(INDEX)
        .and_then(|it| serde_json::from_str(&it).ok())
        .unwrap_or_default()
}

/// Changes the index.
///
/// # Errors
/// See [`WriteError`].
pub fn edit_index(kv: &impl KeyValue, edit: impl FnOnce(&mut Index)) -> Result<(), WriteError> {
    let before = index(kv);
    let mut after = before.clone();
    edit(&mut after);
    if after == before {
        return Ok(());
    }
    put(
        kv,
        INDEX,
        &serde_json::to_string(&after).unwrap_or_default(),
    )
}

/// Reads a model.
#[must_use]
pub fn find(kv: &impl KeyValue, id: &str) -> Found {
    kv.get(&model_key(id))
        .map_or(Found::Nothing, |it| read(&it))
}

/// Reads the text at the key of a model.
#[must_use]
pub fn read(text: &str) -> Found {
    let Ok(envelope) = Envelope::parse(text) else {
        return Found::Unreadable;
    };
    if envelope.is_newer() {
        return Found::Newer {
            model: envelope.peek::<Model>().map(|it| Box::new(it.mended())),
            app: envelope.app,
        };
    }
    match envelope.open::<Model>(Kind::Model) {
        Ok(model) => Found::Model {
            model: Box::new(model.mended()),
            rev: envelope.rev,
            saved_at: envelope.saved_at,
        },
        Err(_) => Found::Unreadable,
    }
}

/// All saved models that can be opened or at least named, last saved first.
#[must_use]
pub fn list(kv: &impl KeyValue) -> Vec<Entry> {
    let mut entries: Vec<Entry> = kv
        .keys()
        .iter()
        .filter_map(|key| {
            let id = id_of_key(key)?.to_owned();
            let envelope = Envelope::parse(&kv.get(key)?).ok()?;
            let is_newer = envelope.is_newer();
            let name = if is_newer {
                envelope.peek::<Model>().unwrap_or_default().name
            } else {
                envelope.open::<Model>(Kind::Model).ok()?.name
            };
            Some(Entry {
                id,
                name,
                saved_at: envelope.saved_at,
                rev: envelope.rev,
                is_newer,
            })
        })
        .collect();
    entries.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then_with(|| a.id.cmp(&b.id)));
    entries
}

/// Saves a model over revision `base` of itself; 0 for a model never saved. Gives its new revision.
///
/// # Errors
/// See [`SaveError`]; then nothing was changed.
pub fn save(
    kv: &impl KeyValue,
    id: &str,
    model: &Model,
    base: u64,
    now: &str,
) -> Result<u64, SaveError> {
    let stands = match find(kv, id) {
        Found::Model { rev, .. } => rev,
        Found::Newer { app, .. } => return Err(SaveError::Newer { app }),
        // Quarantine is for the moment of opening, when the user can be told.
        Found::Unreadable => return Err(SaveError::Conflict),
        Found::Nothing => 0,
    };
    if stands != base {
        return Err(SaveError::Conflict);
    }
    let rev = base + 1;
    put(kv, &model_key(id), &seal_model(model, rev, now)).map_err(SaveError::Write)?;
    Ok(rev)
}

/// Removes a model.
pub fn remove(kv: &impl KeyValue, id: &str) {
    kv.remove(&model_key(id));
    // A backup date of a model that is gone does no harm where the index cannot be written.
    let _ = edit_index(kv, |it| {
        it.backups.remove(id);
        if it.current.as_deref() == Some(id) {
            it.current = None;
        }
    });
}

/// Moves every model nobody can read to quarantine and gives their texts. Where there is no room for
/// the copy the value stays at its key, which no model is saved to again.
pub fn quarantine(kv: &impl KeyValue, now: &str) -> Vec<String> {
    let mut keys = kv.keys();
    keys.sort();
    let mut texts = Vec::new();
    for key in keys {
        let Some(id) = id_of_key(&key) else { continue };
        let Some(text) = kv.get(&key) else { continue };
        if read(&text) == Found::Unreadable {
            if put(kv, &format!("{QUARANTINE}{now}/{id}"), &text).is_ok() {
                kv.remove(&key);
            }
            texts.push(text);
        }
    }
    texts
}

/// Removes everything of ours.
pub fn forget(kv: &impl KeyValue) {
    for key in kv.keys() {
        if key.starts_with(PREFIX) {
            kv.remove(&key);
        }
    }
}

/// A name for a copy that no saved model has: `Care 2026 (2)`. An empty name stays empty.
#[must_use]
pub fn copy_name(name: &str, entries: &[Entry]) -> String {
    let stem = name.trim();
    if stem.is_empty() {
        return String::new();
    }
    let is_free = |it: &String| entries.iter().all(|entry| entry.name != *it);
    (2..=entries.len() + 2)
        .map(|n| format!("{stem} ({n})"))
        .find(is_free)
        .unwrap_or_default()
}

/// A store that lasts as long as the page: where the browser gives none, and in tests.
#[derive(Debug, Default)]
pub struct Memory(RefCell<BTreeMap<String, String>>);

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().get(key).cloned()
    }
    fn set(&self, key: &str, text: &str) -> Result<(), WriteError> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }
    fn remove(&self, key: &str) {
        self.0.borrow_mut().remove(key);
    }
    fn keys(&self) -> Vec<String> {
        self.0.borrow().keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests;
