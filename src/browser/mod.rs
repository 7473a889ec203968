//! The only code that touches web APIs.

pub mod location;
pub mod page;
