//! Any cells of dates: a customer's first day is not after its last, and its months add up.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../holds.rs"]
mod holds;

fuzz_target!(|text: &str| holds::column("Date", text));
