//! The only code that touches web APIs.

pub mod clipboard;
pub mod clock;
pub mod counting;
pub mod crash;
pub mod customers;
pub mod files;
pub mod grid;
pub mod helpers;
pub mod keys;
pub mod location;
pub mod locks;
pub mod page;
pub mod picture;
pub mod print;
pub mod pointer;
pub mod reader;
pub mod reveal;
pub mod size;
pub mod slices;
pub mod start_page;
pub mod timer;
pub mod storage;
pub mod tab;
