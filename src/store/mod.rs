//! What is saved: one versioned document for local storage, files and (later) links.
//!
//! [`document`] is the content, [`envelope`] what stands around it, [`mod@file`] and [`shelf`] the places.

pub mod document;
pub mod envelope;
pub mod file;
pub mod habits;
pub mod history;
pub mod settings;
pub mod shelf;

pub use envelope::OpenError;
pub use file::{Content, Opened, open_any, seal_model, seal_project};
