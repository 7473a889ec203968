//! Who the customers of a tier are: what sets them apart, what the next good one looks like, who lacks
//! what others like them buy, and what can be done where a customer costs more than it brings.

pub mod statistics;
pub mod traits;
pub mod apart;
pub mod codes;
pub mod ideal;
pub mod white_space;
pub mod unprofitable;

pub use apart::{Apart, Comparison, Verdict};
pub use codes::{Code, Scheme};
pub use ideal::Ideal;
pub use traits::{Attribute, Traits};
pub use unprofitable::Unprofitable;
pub use white_space::{Candidate, WhiteSpace};

/// The fewest customers from which anything is told.
pub const FEWEST: usize = 5;
