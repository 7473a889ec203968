//! `style/` to one small stylesheet: `layers.css` first; `@layer` makes the order of the rest free.

use std::path::Path;

use crate::{Outcome, files, read_text};

/// All styles, joined and packed.
pub(crate) fn bundle(folder: &Path) -> Outcome<String> {
    let first = folder.join("layers.css");
    let mut css = read_text(&first)?;
    for path in files(folder) {
        if path != first && path.extension().is_some_and(|it| it == "css") {
            css.push_str(&read_text(&path)?);
        }
    }
    Ok(minify(&css))
}

/// Takes out comments and the space that has no meaning; strings stay as they are.
fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(it) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("/*") {
            rest = after.split_once("*/").map_or("", |(_, it)| it);
            // A comment parts words.
            push_space(&mut out);
        } else if it == '"' || it == '\'' {
            let end = string_end(rest, it);
            let (text, after) = rest.split_at(end);
            out.push_str(text);
            rest = after;
        } else {
            rest = rest.get(it.len_utf8()..).unwrap_or("");
            if it.is_whitespace() {
                push_space(&mut out);
            } else {
                // Around these, space has no meaning. Not `:`, `+`, `-`, `(`: they mean more than one thing.
                if matches!(it, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                    out.pop();
                }
                if it == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(it);
            }
        }
    }
    out
}

fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
        out.push(' ');
    }
}

/// Where the string that `text` begins with ends.
fn string_end(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, it) in text.char_indices().skip(1) {
        if is_escaped {
            is_escaped = false;
        } else if it == '\\' {
            is_escaped = true;
        } else if it == quote {
            return at + it.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn what_has_meaning_stays() {
        for (css, packed) in [
            ("a { b: c; }\n", "a{b: c}"),
            ("a /* x */ b{}", "a b{}"),
            (
                "a::before { content: \"  /* no */ } \"; }",
                "a::before{content: \"  /* no */ } \"}",
            ),
            ("a { width: calc(1px + 2px); }", "a{width: calc(1px + 2px)}"),
            ("a :hover, b > c {}", "a :hover,b > c{}"),
            (
                "@media (min-width: 1px) { a { b: 'it\\'s' } }",
                "@media (min-width: 1px){a{b: 'it\\'s'}}",
            ),
        ] {
            assert_eq!(minify(css).trim(), packed);
        }
    }
}
