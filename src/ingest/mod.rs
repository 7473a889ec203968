//! Bytes of a customer file to customers.
//!
//! Reading never fails: it gives what it could read and a list of issues; every row of the file is
//! either used or set aside, and so is its money. Never here: the page, a human language, today's
//! date.

pub mod reading;

pub use reading::*;

/// Reads a file.
///
/// `progress` is told how far the work is, from 0 to 1, and may stop it by returning `false`; then
/// the answer is `None`.
#[must_use]
pub fn read(
    _bytes: &[u8],
    _options: &ReadOptions,
    _progress: &mut dyn FnMut(f64) -> bool,
) -> Option<Reading> {
    None
}
