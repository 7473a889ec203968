//! Which way imports point: a module uses itself and rows above it in `src/lib.rs`, never its own
//! row; the page framework stays in `ui`, web APIs in `browser` and the two page programs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Rust files under a folder.
pub(crate) fn files(under: &str, ends: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(under)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ends) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The row of each module: paragraphs of `pub mod` lines in `src/lib.rs`, rules first.
fn rows() -> BTreeMap<String, usize> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let mut rows = BTreeMap::new();
    for (row, paragraph) in text.split("\n\n").enumerate() {
        for line in paragraph.lines() {
            if let Some(name) = line
                .strip_prefix("pub mod ")
                .and_then(|it| it.strip_suffix(';'))
            {
                rows.insert(name.to_owned(), row);
            }
        }
    }
    rows
}

/// The module of the library that a file belongs to.
fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside.components().next().unwrap().as_os_str();
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// What follows each `crate::` outside comments: one name, or several in braces.
fn used(text: &str) -> BTreeSet<String> {
    let code: String = text
        .lines()
        .filter(|it| !it.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let word = |it: &str| -> String {
            it.trim()
                .chars()
                .take_while(|it| it.is_alphanumeric() || *it == '_')
                .collect()
        };
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut item = String::new();
            for it in list.chars() {
                match it {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        names.insert(word(&item));
                        item.clear();
                    }
                    _ if depth == 0 => item.push(it),
                    _ => {}
                }
            }
            names.insert(word(&item));
        } else {
            names.insert(word(rest));
        }
    }
    names.remove("");
    names
}

#[test]
fn a_module_imports_itself_or_rows_above_it_only() {
    let rows = rows();
    assert!(rows.len() >= 10, "{rows:?}");
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let module = module_of(&path);
        let Some(row) = rows.get(&module) else {
            continue;
        };
        for name in used(&fs::read_to_string(&path).unwrap()) {
            // The macro for texts stands at the root and belongs to `i18n`.
            let name = if name == "t" { "i18n".to_owned() } else { name };
            match rows.get(&name) {
                _ if name == module => {}
                Some(other) if other < row => {}
                Some(_) => wrong.push(format!(
                    "{}: `{module}` may not use `{name}`: move what both need down a row",
                    path.display()
                )),
                None => wrong.push(format!("{}: `crate::{name}` is no module", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_framework_and_web_apis_stay_where_they_belong() {
    let allowed = |name: &str| -> &[&str] {
        match name {
            "leptos" => &["src/ui", "src/bin/app.rs"],
            _ => &[
                "src/browser",
                "src/bin/app.rs",
                "src/bin/worker.rs",
                "src/bin/tiers.rs",
            ],
        }
    };
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let text = fs::read_to_string(&path).unwrap();
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for name in [
                "leptos",
                "web_sys",
                "js_sys",
                "wasm_bindgen",
                "gloo_storage",
            ] {
                let uses = line.contains(&format!("{name}::"));
                let reexport = line.contains(&format!("leptos::{name}"));
                if uses && !reexport && !allowed(name).iter().any(|it| path.starts_with(it)) {
                    wrong.push(format!("{}:{}: {name}", path.display(), at + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_in_braces_and_behind_comments_are_seen_rightly() {
    let found = used("use crate::{a::B, c::{D, E}, f};\n// crate::no\nlet x = crate::g::h;");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "c", "f", "g"]);
}
