//! Sorting customers into tiers: the plan, who is where, and why.
//!
//! To add a method: a variant of [`Method`] and what the compiler then asks for; its rule beside
//! [`breaks`].

pub mod cuts;
pub mod amounts;
pub mod breaks;
pub mod plan;
pub mod kind;
pub mod exception;
pub mod sorting;

pub use amounts::{AmountLimits, LimitError};
pub use cuts::{CutError, TierCuts};
pub use exception::{Exception, ExceptionRate};
pub use kind::MethodKind;
pub use plan::{Method, Rule, TierCount, TierPlan};
pub use sorting::{Sorting, TierSum, Why};

/// The fewest and the most tiers a plan may have.
pub const TIERS: std::ops::RangeInclusive<usize> = 2..=5;

/// Above this share of exceptions the rule, not the customers, may be wrong (basis points).
pub const EXCEPTION_LIMIT: u16 = 1_000;
