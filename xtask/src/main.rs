//! `cargo xtask serve | test | build`: the project's one entry point.
fn main() {}
