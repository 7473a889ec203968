//! Turns `locales/<language>/*.toml` into one Rust type per message, so that a missing key, a missing
//! language or a wrong placeholder stops the build; and tells the linker what the page needs.

#[path = "src/i18n/message.rs"]
mod message;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use message::Part;

/// Folders in `locales/`, in the order of `i18n::Lang`.
const LANGS: [&str; 3] = ["en", "fi", "pl"];

/// The plural categories whole numbers have in each language.
const CATEGORIES: [&[&str]; 3] = [
    &["one", "other"],
    &["one", "other"],
    &["one", "few", "many"],
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/i18n/message.rs");
    println!("cargo::rerun-if-changed=locales");
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|it| it == "wasm") {
        // What the page's program is cut in two by: see `src/ui/front.rs`.
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    let mut errors = Vec::new();
    let texts: Vec<BTreeMap<String, String>> =
        LANGS.iter().map(|lang| load(lang, &mut errors)).collect();
    let keys: BTreeSet<&String> = texts.iter().flat_map(BTreeMap::keys).collect();
    let mut code = String::new();
    for key in keys {
        let mut of_lang = Vec::new();
        for (lang, texts) in LANGS.iter().zip(&texts) {
            match texts.get(key) {
                Some(text) => of_lang.push(text.as_str()),
                None => errors.push(format!("locales/{lang}: no text for `{key}`")),
            }
        }
        if of_lang.len() == LANGS.len() {
            generate(key, &of_lang, &mut code, &mut errors);
        }
    }
    if !errors.is_empty() {
        for error in &errors {
            println!("cargo::error={error}");
        }
        return;
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    if let Err(why) = fs::write(Path::new(&out).join("messages.rs"), code) {
        println!("cargo::error=messages.rs: {why}");
    }
}

/// All texts of a language by `file_key`.
fn load(lang: &str, errors: &mut Vec<String>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let folder = Path::new("locales").join(lang);
    let Ok(files) = fs::read_dir(&folder) else {
        errors.push(format!("{}: no such folder", folder.display()));
        return texts;
    };
    let mut paths: Vec<_> = files.flatten().map(|it| it.path()).collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|it| it.extension().is_some_and(|it| it == "toml"))
    {
        let area = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match fs::read_to_string(path)
            .map_err(|it| it.to_string())
            .and_then(|it| {
                toml::from_str::<BTreeMap<String, String>>(&it).map_err(|it| it.to_string())
            }) {
            Ok(table) => texts.extend(
                table
                    .into_iter()
                    // Headings of exported columns are matched by other programs: they stay plain.
                    .map(|(key, text)| {
                        let is_prose = lang == "pl" && area != "export";
                        let text = if is_prose { tie(&text) } else { text };
                        (format!("{area}_{key}"), text)
                    }),
            ),
            Err(why) => errors.push(format!("{}: {why}", path.display())),
        }
    }
    texts
}

/// Polish typography: a word of one letter does not end a line, so a hard space follows it.
fn tie(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(' ') {
        let before = piece.trim_end_matches(' ');
        let word = before.rsplit(|it: char| !it.is_alphanumeric()).next();
        let is_tied = matches!(
            word,
            Some("a" | "i" | "o" | "u" | "w" | "z" | "A" | "I" | "O" | "U" | "W" | "Z")
        );
        out.push_str(if is_tied { before } else { piece });
        if is_tied && piece.ends_with(' ') {
            out.push('\u{a0}');
        }
    }
    out
}

fn generate(key: &str, of_lang: &[&str], code: &mut String, errors: &mut Vec<String>) {
    let mut wanted: Option<BTreeSet<String>> = None;
    for (at, text) in of_lang.iter().enumerate() {
        let lang = LANGS[at];
        let parts = match message::parse(text) {
            Ok(parts) => parts,
            Err(why) => {
                errors.push(format!("locales/{lang}: `{key}`: {why}"));
                return;
            }
        };
        let mut names = BTreeSet::new();
        collect(&parts, CATEGORIES[at], &mut names, &mut |why| {
            errors.push(format!("locales/{lang}: `{key}`: {why}"));
        });
        match &wanted {
            None => wanted = Some(names),
            Some(first) if *first != names => errors.push(format!(
                "locales/{lang}: `{key}`: placeholders {names:?}, in {}: {first:?}",
                LANGS[0]
            )),
            Some(_) => {}
        }
    }
    let names = wanted.unwrap_or_default();
    let doc = of_lang[0].replace('\n', " ");
    let texts = of_lang
        .iter()
        .map(|it| format!("{it:?}"))
        .collect::<Vec<_>>()
        .join(", ");
    if names.is_empty() {
        let _ = writeln!(
            code,
            "#[doc = {doc:?}]\npub struct {key};\nimpl {key} {{\n    /// In a language.\n    #[must_use]\n    pub fn render(self, lang: Lang) -> &'static str {{ pick(lang, [{texts}]) }}\n}}",
        );
    } else {
        let fields = names
            .iter()
            .map(|it| format!("pub {it}: Arg<'a>"))
            .collect::<Vec<_>>()
            .join(", ");
        let args = names
            .iter()
            .map(|it| format!("({it:?}, &self.{it})"))
            .collect::<Vec<_>>()
            .join(", ");
        let _ = writeln!(
            code,
            "#[doc = {doc:?}]\n#[expect(missing_docs, reason = \"fields are the placeholders of the text\")]\npub struct {key}<'a> {{ {fields} }}\nimpl {key}<'_> {{\n    /// In a language.\n    #[must_use]\n    pub fn render(self, lang: Lang) -> String {{ fill(lang, pick(lang, [{texts}]), &[{args}]) }}\n}}",
        );
    }
}

/// Placeholder names of a message; complains of missing or unknown plural categories.
fn collect(
    parts: &[Part<'_>],
    categories: &[&str],
    names: &mut BTreeSet<String>,
    complain: &mut dyn FnMut(String),
) {
    for part in parts {
        match part {
            Part::Text(_) | Part::Number => {}
            Part::Place(name) => {
                names.insert((*name).to_owned());
            }
            Part::Plural(name, arms) => {
                names.insert((*name).to_owned());
                for wanted in categories {
                    if !arms.iter().any(|(it, _)| it == wanted) {
                        complain(format!("plural of `{name}` lacks `{wanted}`"));
                    }
                }
                for (category, inner) in arms {
                    if !category.starts_with('=') && !categories.contains(category) {
                        complain(format!(
                            "plural of `{name}` has `{category}`, which this language lacks"
                        ));
                    }
                    collect(inner, categories, names, complain);
                }
            }
        }
    }
}
