//! What the user takes away: figures and a model to the bytes of a file.
//!
//! To add an export: a file here that turns [`Facts`] into bytes or text, a golden file for each
//! language in `tests/data/export/`, a line in the list of Follow.

pub mod crm;
pub mod csv;
pub mod customers;
pub mod facts;
pub mod handbook;
pub mod html;
pub mod ideal;
pub mod markdown;
pub mod sql;
pub mod white_space;

pub use facts::Facts;

#[cfg(test)]
mod tests;
