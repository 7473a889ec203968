//! What the two WebAssembly modules import, against a list that is read in review.
//!
//! A module can only call what it imports, so a list without anything that sends is evidence (not
//! proof: `Reflect.get` could reach more) that it sends nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::{Outcome, bundle, files, read, read_text, root};

/// Parts of names that could send or lead away; never allowed, listed or not.
const SENDING: [&str; 14] = [
    "fetch",
    "xmlhttprequest",
    "websocket",
    "beacon",
    "eventsource",
    "rtcpeer",
    "sethref",
    "location_assign",
    "locationreplace",
    "importscripts",
    "serviceworker",
    "webtransport",
    "submit",
    "setsrc",
];

/// The one exception: a download's address is a blob's, set on a link that is clicked at once.
const DOWNLOAD: &str = "set_href";

fn list() -> PathBuf {
    root().join("docs/imports.txt")
}

/// Compares the build with the list.
pub(crate) fn check() -> Outcome {
    let found = found()?;
    let text = read_text(&list())?;
    let listed: BTreeSet<&str> = text
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
        .collect();
    let mut wrong: Vec<String> = found
        .iter()
        .filter(|it| sends(it))
        .map(|it| format!("{it}: could send"))
        .collect();
    wrong.extend(
        found
            .iter()
            .filter(|it| !listed.contains(it.as_str()))
            .map(|it| format!("{it}: not in docs/imports.txt")),
    );
    if !wrong.is_empty() {
        return Err(format!(
            "The WebAssembly imports more than was agreed:\n  {}\nIf that is right, `cargo xtask imports --write` notes it, for review.",
            wrong.join("\n  ")
        ));
    }
    println!("{} imports, all known, none that sends", found.len());
    Ok(())
}

/// Notes what the build imports.
pub(crate) fn write() -> Outcome {
    let mut text = String::from(
        "# What the page (app) and the reader import from the browser: all that they can call.\n# Kept by `cargo xtask imports --write`; `cargo xtask test` compares.\n",
    );
    for name in found()? {
        text.push_str(&name);
        text.push('\n');
    }
    crate::write(&list(), text.as_bytes())
}

/// `app document`, `reader postMessage`, …
fn found() -> Outcome<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for path in files(&bundle::dist(false).join("assets")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some(program) = name
            .strip_suffix(".wasm")
            .and_then(|it| it.split('-').next())
        {
            let imports = imports(&read(&path)?)
                .ok_or_else(|| format!("{}: not WebAssembly as expected", path.display()))?;
            all.extend(imports.iter().map(|it| format!("{program} {}", plain(it))));
        }
    }
    if all.is_empty() {
        return Err("There is no WebAssembly in dist/assets/.".to_owned());
    }
    Ok(all)
}

/// Without wasm-bindgen's prefix and the hash, which changes from build to build.
fn plain(name: &str) -> String {
    let name = name.strip_prefix("__wbg_").unwrap_or(name);
    match name.rsplit_once('_') {
        Some((stem, hash)) if hash.len() == 16 && hash.bytes().all(|it| it.is_ascii_hexdigit()) => {
            stem.to_owned()
        }
        _ => name.to_owned(),
    }
}

fn sends(line: &str) -> bool {
    let name = line.split(' ').nth(1).unwrap_or(line);
    let folded = name.to_ascii_lowercase();
    let bare = folded.replace('_', "");
    name != DOWNLOAD
        && SENDING
            .iter()
            .any(|it| folded.contains(it) || bare.contains(it))
}

/// The names in the import section of a module; `None` when it is none.
fn imports(wasm: &[u8]) -> Option<Vec<String>> {
    let mut at = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    while !at.is_empty() {
        let (id, size) = (byte(&mut at)?, number(&mut at)?);
        let mut section = take(&mut at, size)?;
        if id != 2 {
            continue;
        }
        let mut names = Vec::new();
        for _ in 0..number(&mut section)? {
            text(&mut section)?;
            names.push(text(&mut section)?);
            match byte(&mut section)? {
                // A function: its type.
                0 => {
                    number(&mut section)?;
                }
                // A memory: its limits.
                2 => {
                    let has_end = byte(&mut section)? & 1 == 1;
                    number(&mut section)?;
                    if has_end {
                        number(&mut section)?;
                    }
                }
                _ => return None,
            }
        }
        return Some(names);
    }
    Some(Vec::new())
}

fn byte(at: &mut &[u8]) -> Option<u8> {
    take(at, 1)?.first().copied()
}

fn take<'a>(at: &mut &'a [u8], size: usize) -> Option<&'a [u8]> {
    let (head, rest) = at.split_at_checked(size)?;
    *at = rest;
    Some(head)
}

fn text(at: &mut &[u8]) -> Option<String> {
    let size = number(at)?;
    String::from_utf8(take(at, size)?.to_vec()).ok()
}

/// An unsigned LEB128 number.
fn number(at: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let it = byte(at)?;
        value |= usize::from(it & 0x7f) << shift;
        if it & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{imports, plain, sends};

    #[test]
    fn the_import_section_is_read() {
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0b\x01\x03wbg\x03abc\0\0";
        assert_eq!(imports(wasm), Some(vec!["abc".to_owned()]));
        assert_eq!(imports(b"<!doctype html>"), None);
    }

    #[test]
    fn what_sends_is_seen_in_any_spelling() {
        for name in [
            "__wbg_fetch_e6e8e0a221783759",
            "__wbg_new_WebSocket_e6e8e0a221783759",
            "__wbg_sendBeacon_e6e8e0a221783759",
            "__wbg_set_location_href_e6e8e0a221783759",
        ] {
            assert!(sends(&format!("app {}", plain(name))), "{name}");
        }
        for name in [
            "__wbg_set_href_e6e8e0a221783759",
            "__wbg_document_e6e8e0a221783759",
        ] {
            assert!(!sends(&format!("app {}", plain(name))), "{name}");
        }
    }
}
