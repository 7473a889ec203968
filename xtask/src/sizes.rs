//! The size gate: what a visitor waits for, in brotli bytes.

use crate::{Outcome, bundle, compress, files, read};

/// What a visit waits for, in brotli bytes: the files by how their names begin, and the most they may
/// be. Lower a limit with a saving; raise it only with a reason.
const GATES: [(&str, &[&str], usize); 3] = [
    // Until the start page takes a file.
    ("first load", &["index.html", "assets/"], 220 * 1024),
    // Behind the first paint: what reads the file, two ways alike, the quick one and the one that sees
    // all, and built to be fast before small; and what counts beside the page (4 KB of this are JavaScript); ...
    ("reader", &["assets/reader-"], 340 * 1024),
    // ... and the five steps, with the profiles and a table of customers that keys move in.
    ("walk", &["assets/walk-"], 832 * 1024),
];

/// Prints every file and complains of a sum above its limit.
pub(crate) fn check() -> Outcome {
    let dist = bundle::dist(false);
    let mut sums = [0; GATES.len()];
    println!("{:>9} {:>9}  file", "bytes", "brotli");
    for path in files(&dist) {
        let name = path
            .strip_prefix(&dist)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        // The last gate that knows the name: the first has whatever no other has.
        let gate = GATES
            .iter()
            .rposition(|(_, begins, _)| begins.iter().any(|it| name.starts_with(it)));
        let Some(sum) = gate.and_then(|it| sums.get_mut(it)) else {
            continue;
        };
        if compress::is_packable(&name) {
            let size = read(&path)?.len();
            let packed = read(&dist.join(format!("{name}.br")))?.len();
            println!("{size:>9} {packed:>9}  {name}");
            *sum += packed;
        }
    }
    let mut wrong = Vec::new();
    for ((what, _, most), sum) in GATES.iter().zip(sums) {
        println!("{what}: {sum} of {most} bytes of brotli");
        // Nothing measured would pass any limit.
        if sum == 0 || sum > *most {
            wrong.push(*what);
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "Too large, or not there at all, in dist/: {}.",
            wrong.join(", ")
        ))
    }
}
