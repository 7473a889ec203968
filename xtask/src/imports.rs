//! What the WebAssembly modules import, against a list that is read in review.
//!
//! A module can only call what it imports, so a list without anything that sends is evidence (not
//! proof: `Reflect.get` could reach more) that it sends nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::{Outcome, bundle, files, read, read_text, root};

/// Parts of names that could send or lead away; never allowed, listed or not. An address is left by
/// `href`, so the page sets it as an attribute only, on links that the user or a download clicks.
const SENDING: [&str; 14] = [
    "fetch",
    "xmlhttprequest",
    "websocket",
    "beacon",
    "eventsource",
    "rtcpeer",
    "sethref",
    "setlocation",
    "locationassign",
    "locationreplace",
    "importscripts",
    "serviceworker",
    "webtransport",
    "submit",
];

/// What the tools' own start-up says: wasm-bindgen would fetch the module, were it not handed over, and
/// the walk's link calls what gets it, which is `boot.js`'s, its fetcher.
const START_UP: [&str; 5] = [
    "function makeLoad(fetcher, deps)",
    "const instantiate = fetcher();",
    "module_or_path = fetch(module_or_path);",
    "failed to fetch Wasm: ${module.status} ${module.statusText} fetching",
    "document.currentScript.src",
];

/// The module that the walk imports the front as.
const FRONT: &str = "__wasm_split";

/// The programs with a script, by the names of their files.
const PROGRAMS: [&str; 2] = ["app", "reader"];

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

/// `app document`, `reader new FileReaderSync`, …: the names in the module, and what its JavaScript
/// makes, which the names do not say.
fn found() -> Outcome<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for path in files(&bundle::dist(false).join("assets")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let program = name.split('-').next().unwrap_or_default();
        if name.ends_with(".wasm") {
            let imports = imports(&read(&path)?)
                .ok_or_else(|| format!("{}: not WebAssembly as expected", path.display()))?;
            // What the walk has from the front can do no more than the front.
            let own = imports.iter().filter(|(module, _)| module != FRONT);
            all.extend(own.map(|(_, it)| format!("{program} {}", plain(it))));
        } else if name.ends_with(".js") && PROGRAMS.contains(&program) {
            let script = read_text(&path)?;
            all.extend(made(&script).map(|it| format!("{program} new {it}")));
            all.extend(sent(&script).map(|it| format!("{program} {it}")));
        }
    }
    if all.is_empty() {
        return Err("There is no WebAssembly in dist/assets/.".to_owned());
    }
    Ok(all)
}

/// What a script makes with `new`.
fn made(script: &str) -> impl Iterator<Item = &str> {
    script.split("new ").skip(1).filter_map(|it| {
        let end = it.find(|it: char| !it.is_ascii_alphanumeric() && it != '.')?;
        let (name, rest) = it.split_at_checked(end)?;
        (rest.starts_with('(') && !name.is_empty()).then_some(name)
    })
}

/// Words of a script that could send, its known start-up apart.
fn sent(script: &str) -> impl Iterator<Item = &'static str> {
    let mut rest = script.to_owned();
    for known in START_UP {
        rest = rest.replace(known, "");
    }
    let folded = rest.to_ascii_lowercase().replace('_', "");
    SENDING.into_iter().filter(move |it| folded.contains(it))
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
    let (_, name) = line.split_once(' ').unwrap_or(("", line));
    let folded = name.to_ascii_lowercase().replace(['_', ' '], "");
    SENDING.iter().any(|it| folded.contains(it))
}

/// The import section of a module, as modules and names; `None` when it is none.
fn imports(wasm: &[u8]) -> Option<Vec<(String, String)>> {
    let mut at = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    while !at.is_empty() {
        let (id, size) = (byte(&mut at)?, number(&mut at)?);
        let mut section = take(&mut at, size)?;
        if id != 2 {
            continue;
        }
        let mut names = Vec::new();
        for _ in 0..number(&mut section)? {
            names.push((text(&mut section)?, text(&mut section)?));
            match byte(&mut section)? {
                // A function: its type.
                0 => {
                    number(&mut section)?;
                }
                // A table: its type, and limits as of a memory.
                1 => {
                    byte(&mut section)?;
                    limits(&mut section)?;
                }
                2 => limits(&mut section)?,
                // A global: its type and whether it changes.
                3 => {
                    take(&mut section, 2)?;
                }
                _ => return None,
            }
        }
        return Some(names);
    }
    Some(Vec::new())
}

fn limits(at: &mut &[u8]) -> Option<()> {
    let has_end = byte(at)? & 1 == 1;
    number(at)?;
    if has_end {
        number(at)?;
    }
    Some(())
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
    use super::{imports, made, plain, sends, sent};

    #[test]
    fn the_import_section_is_read() {
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0b\x01\x03wbg\x03abc\0\0";
        assert_eq!(
            imports(wasm),
            Some(vec![("wbg".to_owned(), "abc".to_owned())])
        );
        assert_eq!(imports(b"<!doctype html>"), None);
    }

    #[test]
    fn what_sends_is_seen_in_any_spelling() {
        for name in [
            "__wbg_fetch_e6e8e0a221783759",
            "__wbg_sendBeacon_e6e8e0a221783759",
            "__wbg_set_location_e6e8e0a221783759",
            "__wbg_set_href_e6e8e0a221783759",
        ] {
            assert!(sends(&format!("app {}", plain(name))), "{name}");
        }
        assert!(!sends("app document"));
        // The name of a constructor is only `new`: its script says of what.
        let script = "const ret = new WebSocket(a);\nmodule_or_path = fetch(module_or_path);";
        assert_eq!(made(script).collect::<Vec<_>>(), ["WebSocket"]);
        assert_eq!(sent(script).collect::<Vec<_>>(), ["websocket"]);
    }
}
