//! Does sorting into tiers fit this customer base? How stable tiers are, how far methods agree, and what
//! follows from both. Definitions: `docs/definitions.md`, "Does sorting fit?".

pub mod spread;
pub mod draw;
pub mod stability;
pub mod agreement;
pub mod verdict;

pub use agreement::{Agreement, agreement};
pub use spread::{Spread, spread};
pub use stability::{DRAWS, Simulation, Stability};
pub use verdict::{Findings, Opinion, Verdict, Way};
