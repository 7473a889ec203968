//! The only code that touches web APIs.

pub mod files;
pub mod location;
pub mod page;
pub mod reader;
pub mod start_page;
