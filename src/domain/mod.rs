//! The rules: customers and a model in, figures out.
//!
//! Never here: the page, a file, a language, today's date (it is an argument).
//! Every definition has its source in `docs/definitions.md`.

pub mod money;
pub mod day;
pub mod month;
pub mod letters;
pub mod business_id;
pub mod customer;
pub mod ranking;
pub mod duplicates;
pub mod groups;
pub mod concentration;
pub mod amount;
pub mod whale;
pub mod change;
pub mod tiers;
pub mod random;
pub mod fit;
pub mod migration;
pub mod periods;
pub mod profiles;
pub mod listing;
pub mod care;

/// A count as a number of statistics.
#[expect(
    clippy::as_conversions,
    reason = "counts of customers are far below 2^53"
)]
pub(crate) fn float(n: usize) -> f64 {
    n as f64
}
