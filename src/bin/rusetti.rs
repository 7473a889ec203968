//! The command line: the same engine without a page.
fn main() {}
