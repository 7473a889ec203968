//! Customers moved by hand: an exception stands above every method.

use jiff_core::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::day;

/// One customer moved by hand, with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The tier it is moved to, from 0.
    pub tier: usize,
    /// Why, in the user's words; never empty.
    pub reason: String,
    /// When to look at it again.
    #[serde(with = "day::optional", default)]
    pub review: Option<Date>,
}

/// Exceptions among the customers that the rule put in one tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExceptionRate {
    /// Moved away from the tier that the rule gave.
    pub moved: usize,
    /// All customers that the rule gave this tier.
    pub of: usize,
}

impl ExceptionRate {
    /// As a plain ratio; of nobody, zero.
    #[must_use]
    #[expect(
        clippy::as_conversions,
        reason = "counts of customers are far below 2^53"
    )]
    pub fn share(self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            self.moved as f64 / self.of as f64
        }
    }

    /// Above the limit at which the rule, not the customer, may be wrong.
    #[must_use]
    pub fn is_high(self) -> bool {
        self.moved * 10_000 > self.of * usize::from(super::EXCEPTION_LIMIT)
    }
}
