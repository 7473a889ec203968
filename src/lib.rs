//! Rusetti: which customers to look after, and how.
//!
//! The modules stand in reading order, rules first, page last. A module imports only its own name or
//! a row further up in this list; `tests/it/layers.rs` checks it, and features let the compiler
//! prove that the upper half knows no page.

pub mod domain;

pub mod ingest;
pub mod chart;
pub mod store;
pub mod samples;

pub mod i18n;
pub mod worker;

pub mod export;
#[cfg(feature = "browser")]
pub mod browser;

#[cfg(feature = "ui")]
pub mod ui;
