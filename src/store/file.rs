//! Models and projects as files: sealed for the user's disk, opened whatever they hold.

use serde::Serialize;

use super::document::{Customers, Model, Project};
use super::envelope::{Envelope, Kind, OpenError, seal};
use crate::domain::customer::CustomerBase;

/// What a file of ours held.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The content.
    pub content: Content,
    /// When it was saved, as an ISO 8601 instant.
    pub saved_at: String,
    /// The application's version that wrote it.
    pub app: String,
}

/// A model alone, or with its customers.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// What the user decided.
    Model(Box<Model>),
    /// The same with the customers.
    Project(Box<Project>),
}

impl Content {
    /// The model in it.
    #[must_use]
    pub const fn model(&self) -> &Model {
        match self {
            Self::Model(model) => model,
            Self::Project(project) => &project.model,
        }
    }
}

/// A model as the text of a file. `saved_at` is an ISO 8601 instant.
#[must_use]
pub fn seal_model(model: &Model, rev: u64, saved_at: &str) -> String {
    seal(Kind::Model, model, rev, saved_at)
}

/// A model and its customers as the text of a file: it holds customer data.
#[must_use]
pub fn seal_project(model: &Model, source: &str, base: &CustomerBase, saved_at: &str) -> String {
    #[derive(Serialize)]
    struct Borrowed<'a> {
        model: &'a Model,
        source: &'a str,
        base: &'a CustomerBase,
    }
    let project = Borrowed {
        model,
        source,
        base,
    };
    seal(Kind::Project, &project, 1, saved_at)
}

/// Customers alone, as they are kept on this device.
#[must_use]
pub fn seal_customers(source: &str, base: &CustomerBase, saved_at: &str) -> String {
    #[derive(Serialize)]
    struct Borrowed<'a> {
        source: &'a str,
        base: &'a CustomerBase,
    }
    seal(Kind::Customers, &Borrowed { source, base }, 1, saved_at)
}

/// Opens a file that is a model or a project, of any version up to this build's.
///
/// # Errors
/// Each of [`OpenError`].
pub fn open_any(text: &str) -> Result<Opened, OpenError> {
    let envelope = Envelope::parse(text)?;
    let content = match envelope.kind() {
        Some(Kind::Project) => {
            let mut project: Project = envelope.open(Kind::Project)?;
            project.model = project.model.mended();
            Content::Project(Box::new(project))
        }
        _ => Content::Model(Box::new(envelope.open::<Model>(Kind::Model)?.mended())),
    };
    Ok(Opened {
        content,
        saved_at: envelope.saved_at,
        app: envelope.app,
    })
}

/// Opens customers kept on this device.
///
/// # Errors
/// Each of [`OpenError`].
pub fn open_customers(text: &str) -> Result<Customers, OpenError> {
    Envelope::parse(text)?.open(Kind::Customers)
}

/// A name for a file: `rusetti-care-2026-2026-11-22.json`. `day` is `2026-11-22` or an instant that
/// begins so. Letters of every alphabet stay; what a file system may refuse becomes a hyphen.
#[must_use]
pub fn file_name(name: &str, day: &str) -> String {
    let mut stem = String::from("rusetti");
    let mut gap = true;
    for letter in name.trim().chars().take(60) {
        if letter.is_alphanumeric() {
            if gap {
                stem.push('-');
            }
            stem.extend(letter.to_lowercase());
        }
        gap = !letter.is_alphanumeric();
    }
    let day: String = day.chars().take(10).collect();
    format!("{stem}-{day}.json")
}
