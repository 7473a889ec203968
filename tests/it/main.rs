//! Everything that is tested from outside, as one binary.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod compare;
mod care_plans;
mod dragged;
mod fuzz;
mod ingest_files;
mod languages;
mod layers;
mod profiles;
mod samples;
mod saved_versions;
mod seen;
mod sorted;
mod tidy;
