//! Any bytes: there is an answer, and its rows and money add up.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../holds.rs"]
mod holds;

fuzz_target!(|bytes: &[u8]| holds::adds_up(bytes));
