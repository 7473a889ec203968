//! Sorting customers into tiers: the plan, who is where, and why.
//!
//! Methods that cut the order of value know their limits ([`Method::ends`]); methods that look at more
//! put each customer into a tier ([`Classes`]). To add one: a variant of [`Method`] and what the compiler
//! then asks for; its rule in a file beside these.

pub mod cuts;
pub mod amounts;
pub mod breaks;
pub mod potential;
pub mod measure;
pub mod rfm;
pub mod segments;
pub mod matrix;
pub mod score;
pub mod steps;
pub mod rules;
pub mod plan;
pub mod kind;
pub mod exception;
pub mod classes;
pub mod sorting;
pub mod why;
pub mod compare;

pub use amounts::{AmountLimits, LimitError};
pub use classes::{Classes, Grounds, Known};
pub use cuts::{CutError, TierCuts};
pub use exception::{Exception, ExceptionRate};
pub use kind::MethodKind;
pub use matrix::Matrix;
pub use measure::Measure;
pub use plan::{Method, Rule, TierCount, TierPlan};
pub use potential::{Basis, Level, Potential};
pub use rfm::Segment;
pub use rules::RuleList;
pub use score::Score;
pub use segments::SegmentTiers;
pub use sorting::{Gap, Sorting, TierSum};
pub use why::Why;

/// The fewest and the most tiers a plan may have.
pub const TIERS: std::ops::RangeInclusive<usize> = 2..=5;

/// Above this share of exceptions the rule, not the customers, may be wrong (basis points).
pub const EXCEPTION_LIMIT: u16 = 1_000;
