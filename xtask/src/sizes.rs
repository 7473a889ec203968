//! The size gate: what a visitor waits for, in brotli bytes.

use crate::{Outcome, bundle, compress, files, read};

/// Everything before the page is usable, in brotli bytes: the goal.
const GOAL: usize = 220 * 1024;

/// What it may not pass today. Lower it with every saving, never raise it.
const FIRST_LOAD: usize = 505 * 1024;

/// The reader, which is fetched later.
const READER: usize = 200 * 1024;

/// Prints every file and complains of a total above its limit.
pub(crate) fn check() -> Outcome {
    let dist = bundle::dist(false);
    let (mut first, mut reader) = (0, 0);
    println!("{:>9} {:>9}  file", "bytes", "brotli");
    for path in files(&dist) {
        let name = path
            .strip_prefix(&dist)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let is_first = name == "index.html" || name.starts_with("assets/");
        if !is_first || !compress::is_packable(&name) {
            continue;
        }
        let size = read(&path)?.len();
        let packed = read(&dist.join(format!("{name}.br")))?.len();
        println!("{size:>9} {packed:>9}  {name}");
        if name.starts_with("assets/reader-") {
            reader += packed;
        } else {
            first += packed;
        }
    }
    println!(
        "first load {first} of {FIRST_LOAD} (goal {GOAL}), reader {reader} of {READER} bytes of brotli"
    );
    // Nothing measured would pass any limit.
    if first == 0 || reader == 0 {
        return Err("There is nothing to measure: no build in dist/.".to_owned());
    }
    if first > FIRST_LOAD || reader > READER {
        return Err("The build is too large: see the table above.".to_owned());
    }
    Ok(())
}
