//! The page's program in two: the front, which the first paint waits for, and the walk, fetched after
//! it. `wasm_split_cli_support` cuts where `src/ui/front.rs` says; here the pieces get one script.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::{Outcome, read, read_text, root};

/// The name of the script that links the pieces, as the front imports it.
const LINK: &str = "./__wasm_split.js";
/// How that script gets the walk, and how ours does: every request is `boot.js`'s.
const FETCHES: [(&str, &str); 2] = [
    (
        r#"fetch(new URL("./split_walk.wasm", import.meta.url))"#,
        "rusettiWalk()",
    ),
    (
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await src, imports)",
    ),
];

/// The pieces of a compiled page.
pub(crate) struct Pieces {
    /// What wasm-bindgen goes on with.
    pub(crate) front: PathBuf,
    /// What the front fetches.
    pub(crate) walk: PathBuf,
    /// The script that links them.
    link: String,
}

/// Cuts a compiled page; the pieces are files in a folder of the build.
pub(crate) fn split(compiled: &Path, is_dev: bool) -> Outcome<Pieces> {
    let folder = root().join(format!(
        "target/xtask/split{}",
        if is_dev { "-dev" } else { "" }
    ));
    let input = read(compiled)?;
    let front = folder.join("app.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &front;
    options.main_module = "./app.js";
    transform(options).map_err(|why| format!("{}: {why:#}", compiled.display()))?;
    Ok(Pieces {
        walk: folder.join("split_walk.wasm"),
        link: read_text(&folder.join(LINK))?,
        front,
    })
}

impl Pieces {
    /// One script of wasm-bindgen's and the linking one, which import each other.
    pub(crate) fn join(&self, bound: &str) -> Outcome<String> {
        join(bound, &self.link)
    }
}

fn join(bound: &str, link: &str) -> Outcome<String> {
    let wrong = |what: &str| {
        format!("wasm_split_cli_support or wasm-bindgen writes otherwise than expected: {what}")
    };
    let from = format!(" from \"{LINK}\"");
    let import = bound
        .lines()
        .find(|it| it.trim_end_matches(';').ends_with(&from))
        .ok_or_else(|| wrong("nothing imports the linking script"))?;
    let name = import
        .strip_prefix("import * as ")
        .and_then(|it| it.split_whitespace().next())
        .ok_or_else(|| wrong(import))?;
    let mut tail: String = link
        .lines()
        .filter(|it| !it.starts_with("import "))
        .flat_map(|it| [it, "\n"])
        .collect();
    let loaders: Vec<String> = tail
        .lines()
        .filter_map(|it| it.strip_prefix("export const ")?.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    for (theirs, ours) in FETCHES {
        if tail.matches(theirs).count() != 1 {
            return Err(wrong(theirs));
        }
        tail = tail.replace(theirs, ours);
    }
    tail = tail.replace("export const ", "const ");
    Ok(format!(
        "{}\n{tail}const {name} = {{ {} }};\n",
        bound.replacen(import, "", 1),
        loaders.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::join;

    const BOUND: &str = "import * as import1 from \"./__wasm_split.js\"\nuse(import1);\n";
    const LINK: &str = "import { initSync } from \"./app.js\";\nexport const __wasm_split_load_walk = wrap(() => {\n    const src = fetch(new URL(\"./split_walk.wasm\", import.meta.url));\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n});\n";

    #[test]
    fn two_scripts_that_import_each_other_become_one_that_fetches_nothing() {
        assert_eq!(
            join(BOUND, LINK).as_deref(),
            Ok(
                "\nuse(import1);\n\nconst __wasm_split_load_walk = wrap(() => {\n    const src = rusettiWalk();\n    return async (imports) => (WebAssembly.instantiate(await src, imports));\n});\nconst import1 = { __wasm_split_load_walk };\n"
            )
        );
    }

    #[test]
    fn a_script_that_fetches_otherwise_stops_the_build() {
        assert!(join(BOUND, &LINK.replace("fetch(", "get(")).is_err());
        assert!(join("use(import1);", LINK).is_err());
    }
}
