//! Any cells of amounts: each row is used or set aside, and the money adds up.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../holds.rs"]
mod holds;

fuzz_target!(|text: &str| holds::column("Amount", text));
