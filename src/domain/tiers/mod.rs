//! Sorting customers into tiers: the plan, who is where, and why.
//!
//! To add a method: a variant of [`Method`], a file beside this one, an arm in [`Sorting::new`].

pub mod cuts;
pub mod plan;
pub mod exception;
pub mod sorting;

pub use cuts::{CutError, TierCuts};
pub use exception::{Exception, ExceptionRate};
pub use plan::{Method, Rule, TierPlan};
pub use sorting::{Sorting, TierSum, Why};

/// The fewest and the most tiers a plan may have.
pub const TIERS: std::ops::RangeInclusive<usize> = 2..=5;

/// Above this share of exceptions the rule, not the customers, may be wrong (basis points).
pub const EXCEPTION_LIMIT: u16 = 1_000;
