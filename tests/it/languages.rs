//! The texts of three languages: typography, and the terms of the glossary.
//!
//! That every language has every key with the same placeholders is the build's to check.

use std::collections::BTreeMap;
use std::fs;

use toml::Table;

const LANGS: [&str; 3] = ["en", "fi", "pl"];

/// All texts of a language as `area.key`.
fn texts(lang: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for file in fs::read_dir(format!("locales/{lang}")).unwrap() {
        let path = file.unwrap().path();
        let area = path.file_stem().unwrap().to_string_lossy().into_owned();
        let table: Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        for (key, text) in table {
            texts.insert(format!("{area}.{key}"), text.as_str().unwrap().to_owned());
        }
    }
    texts
}

/// Fails with every text that breaks a rule, not only the first.
#[track_caller]
fn check(rule: &str, langs: &[&str], breaks: impl Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    for lang in langs {
        for (key, text) in texts(lang) {
            if breaks(&text) {
                wrong.push(format!("{lang} {key}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

#[test]
fn no_text_is_empty_or_has_stray_spaces() {
    check("empty", &LANGS, |it| it.trim().is_empty());
    check("space at the start, or two", &LANGS, |it| {
        it.starts_with(' ') || it.contains("  ")
    });
    // A text that a figure follows may end in a space after its comma or colon.
    check("space at the end", &LANGS, |it| {
        it.ends_with(' ') && !it.ends_with(", ") && !it.ends_with(": ")
    });
}

#[test]
fn quotes_and_apostrophes_are_the_languages_own() {
    check("straight quote", &LANGS, |it| {
        it.contains('"') || it.contains('\'')
    });
    check("Finnish quotes are ”…”", &["fi"], |it| {
        it.contains(['“', '„', '«', '»'])
    });
    check("Polish quotes are „…”", &["pl"], |it| {
        it.contains(['“', '«', '»']) || it.matches('„').count() != it.matches('”').count()
    });
    check("English quotes are “…”", &["en"], |it| {
        it.contains('„') || it.matches('“').count() != it.matches('”').count()
    });
}

#[test]
fn percent_stands_where_the_language_puts_it() {
    // What stands between a number (or its placeholder) and the percent sign after it.
    let between = |text: &str, wanted: &str| {
        let is_number = |it: char| it.is_ascii_digit() || it == '}' || it == '#';
        text.match_indices('%').any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            before
                .strip_suffix(wanted)
                .is_some_and(|it| it.ends_with(is_number))
        })
    };
    check("a no-break space before % in Finnish", &["fi"], |it| {
        between(it, "") || between(it, " ")
    });
    check(
        "no space before % in Polish and English",
        &["en", "pl"],
        |it| between(it, " ") || between(it, "\u{a0}"),
    );
}

#[test]
fn dashes_dots_and_minus_are_those_of_typography() {
    check("three dots", &LANGS, |it| it.contains("..."));
    check("hyphen as a dash or minus", &LANGS, |it| {
        it.contains(" - ") || it.contains("--")
    });
    check("em dash", &LANGS, |it| it.contains('—'));
}

/// The names of placeholders are not words.
fn without_placeholders(text: &str) -> String {
    text.split('{')
        .map(|it| match it.split_once('}') {
            Some((name, rest)) if name.chars().all(|it| it.is_alphanumeric() || it == '_') => rest,
            _ => it,
        })
        .collect()
}

#[test]
fn words_the_glossary_does_not_want_are_not_used() {
    let has = |text: &str, words: &[&str]| {
        let text = without_placeholders(text);
        let text = text.to_lowercase();
        words.iter().any(|it| text.contains(it))
    };
    // glossary: tier = asiakasluokka (luokka), grupa klientów; never a translated “tier” or “layer”.
    check("Finnish term", &["fi"], |it| {
        has(it, &["tieri", "taso-", "asiakassegmentti"])
    });
    check("Polish term", &["pl"], |it| {
        has(it, &["tier", "poziom klient", "warstw"])
    });
    check("English term", &["en"], |it| {
        has(it, &["utilise", "leverage", "successfully"])
    });
}

#[test]
fn every_language_speaks_for_itself() {
    // A text longer than three words that is the same in two languages was forgotten.
    let english = texts("en");
    for lang in ["fi", "pl"] {
        for (key, text) in texts(lang) {
            let is_long = without_placeholders(&text)
                .split(' ')
                .filter(|it| it.chars().any(char::is_alphabetic))
                .count()
                > 3;
            assert!(
                !(is_long && english.get(&key) == Some(&text)),
                "{lang} {key}: {text}"
            );
        }
    }
}
