//! What is saved: one versioned document for local storage, files and (later) links.

pub mod document;
pub mod envelope;
