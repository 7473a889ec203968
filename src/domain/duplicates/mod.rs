//! Customers that may be one and the same: found, offered in pairs, joined only where the user says so.

mod index;
mod names;
mod near;
pub mod search;
pub mod verdicts;
pub mod joining;

pub use joining::joined;
pub use names::has_legal_form;
pub use search::{Search, find};
pub use verdicts::{Verdict, Verdicts};

use serde::{Deserialize, Serialize};

use super::customer::Customer;
use super::money::Money;

/// What is looked at of a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face<'c> {
    /// Its name.
    pub name: &'c str,
    /// Its business id, as the file writes it.
    pub business_id: Option<&'c str>,
    /// What it brings: of two, the others are joined to the one that brings more.
    pub revenue: Money,
}

impl<'c> Face<'c> {
    /// That of a customer.
    #[must_use]
    pub fn of(it: &'c Customer) -> Self {
        Self {
            name: &it.name,
            business_id: it.business_id.as_deref(),
            revenue: it.revenue,
        }
    }
}

/// Why two customers may be one; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The one that the other would be joined to, by index: the more valuable.
    pub into: usize,
    /// The other, by index.
    pub part: usize,
    /// Why.
    pub likeness: Likeness,
}
