//! The only code that touches web APIs.

pub mod files;
pub mod location;
pub mod page;
pub mod pointer;
pub mod reader;
pub mod size;
pub mod start_page;
pub mod timer;
