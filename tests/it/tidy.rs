//! The house rules that no lint knows.

use std::fs;
use std::path::{Path, PathBuf};

use crate::layers::files;

/// Lines a file of code may have; longer ones hold more than one thing.
const MAX_LINES: usize = 450;

fn code() -> Vec<PathBuf> {
    let mut all = vec![PathBuf::from("build.rs")];
    for (under, ends) in [
        ("src", ".rs"),
        ("xtask", ".rs"),
        ("tests", ".rs"),
        ("style", ".css"),
        ("locales", ".toml"),
    ] {
        all.extend(files(under, ends));
    }
    all
}

#[track_caller]
fn none(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

fn lines(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    (1..).zip(text.lines().map(str::to_owned)).collect()
}

#[test]
fn every_file_opens_with_a_line_on_what_it_is_for() {
    let wrong: Vec<String> = code()
        .iter()
        .filter(|path| {
            let text = fs::read_to_string(path).unwrap();
            let start = match path.extension().unwrap().to_str().unwrap() {
                "css" => "/* ",
                "toml" => "# ",
                // A build script and the files it shares are no module of the library.
                _ => "//",
            };
            let first = text.lines().next().unwrap_or_default();
            !first.starts_with(start) || first.len() < 12
        })
        .map(|it| it.display().to_string())
        .collect();
    none(&wrong, "no line on what the file is for");
}

#[test]
fn no_file_of_code_is_long() {
    let wrong: Vec<String> = code()
        .iter()
        .filter(|it| it.extension().is_some_and(|it| it == "rs"))
        .filter(|it| lines(it).len() > MAX_LINES)
        .map(|it| format!("{}: {} lines", it.display(), lines(it).len()))
        .collect();
    none(&wrong, "more than one thing in a file");
}

#[test]
fn every_task_left_in_code_has_an_owner() {
    let mut wrong = Vec::new();
    for path in code().iter().filter(|it| !it.ends_with("tidy.rs")) {
        for (at, line) in lines(path) {
            for word in ["TODO", "FIXME", "XXX"] {
                let owned = line.contains(&format!("{word}("));
                if line.contains(word) && !owned {
                    wrong.push(format!("{}:{at}", path.display()));
                }
            }
        }
    }
    none(&wrong, "write TODO(who): what");
}

/// A colour written out: `#a1b2c3`, `rgb(…)`, `oklch(…)`.
fn raw_colour(line: &str) -> bool {
    let functions = [
        "rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(",
    ];
    let hex = line.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = rest
            .chars()
            .nth(digits)
            .is_none_or(|it| !it.is_alphanumeric() && it != '-' && it != '_');
        matches!(digits, 3 | 4 | 6 | 8) && ends
    });
    hex || functions.iter().any(|it| line.contains(it))
}

#[test]
fn colours_are_named_in_tokens_only() {
    let mut wrong = Vec::new();
    for path in files("style", ".css") {
        if path.ends_with("tokens.css") {
            continue;
        }
        for (at, line) in lines(&path) {
            if raw_colour(&line) {
                wrong.push(format!("{}:{at}: {}", path.display(), line.trim()));
            }
        }
    }
    none(&wrong, "a raw colour outside style/tokens.css");
    assert!(raw_colour("color: #fff;") && raw_colour("rgb(1 2 3)") && !raw_colour("#main { }"));
}

#[test]
fn no_static_style_attribute_that_the_page_would_refuse() {
    let mut wrong = Vec::new();
    for path in files("src/ui", ".rs") {
        for (at, line) in lines(&path) {
            let code = line.trim_start();
            if !code.starts_with("//")
                && (code.contains(" style=\"") || code.starts_with("style=\""))
            {
                wrong.push(format!("{}:{at}: {code}", path.display()));
            }
        }
    }
    none(
        &wrong,
        "style-src 'self' blocks style attributes: a class, or style:name=move || …",
    );
}
