//! Any bytes behind the first ones of a workbook: see `customers`, with the parser of each kind.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../holds.rs"]
mod holds;

/// How workbooks begin: packed, of records in a container or bare, of XML, as a page.
const STARTS: [&[u8]; 7] = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x09\x08\x08\0\0\0\x10\0\0\0\0\0",
    b"\x09\0\x04\0\x02\0\x10\0",
    b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook",
    b"<?xml version=\"1.0\"?><office:document",
    b"<html><table",
];

fuzz_target!(|bytes: &[u8]| {
    // What begins as a workbook stays itself; the rest is made to.
    if STARTS.iter().any(|it| bytes.starts_with(it)) {
        return holds::adds_up(bytes);
    }
    if let Some((kind, rest)) = bytes.split_first() {
        let start = STARTS[usize::from(*kind) % STARTS.len()];
        holds::adds_up(&[start, rest].concat());
    }
});
