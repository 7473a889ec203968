//! Customers that may be one and the same: found, offered in pairs, joined only where the user says so.

mod names;
mod near;
pub mod search;
pub mod verdicts;
pub mod joining;

pub use joining::joined;
pub use names::has_legal_form;
pub use search::{Search, find};
pub use verdicts::{Verdict, Verdicts};

/// Why two customers may be one; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same business id, with valid check digits.
    BusinessId,
    /// The same name but for case, diacritics, punctuation and legal form.
    Name,
    /// The same words in another order.
    WordOrder,
    /// Names that differ by this many letters.
    Slip(u8),
}

/// Two customers that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one that the other would be joined to, by index: the more valuable.
    pub into: usize,
    /// The other, by index.
    pub part: usize,
    /// Why.
    pub likeness: Likeness,
}
