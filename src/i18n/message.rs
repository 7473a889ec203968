//! The message syntax: text, `{place}` and `{n, plural, one {# row} other {# rows}}`.
//!
//! A small part of ICU’s `MessageFormat`, so translators' tools know it. Used twice: the build checks
//! every text with it, the page fills texts in. No dependency, because the build script includes it.

/// A piece of a message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// As it stands.
    Text(&'a str),
    /// An argument.
    Place(&'a str),
    /// `#`: the number of the plural around it.
    Number,
    /// One of several messages, chosen by a count: category (`one`, `few`, `=0`) and message.
    Plural(&'a str, Vec<(&'a str, Vec<Part<'a>>)>),
}

/// The parts of a message.
///
/// # Errors
/// What is wrong with the text, for its translator.
pub(crate) fn parse(text: &str) -> Result<Vec<Part<'_>>, String> {
    let (parts, rest) = parse_until_close(text, false)?;
    if rest.is_empty() {
        Ok(parts)
    } else {
        Err("a `}` too many".to_owned())
    }
}

/// Parts up to an unmatched `}` or the end, and what follows.
fn parse_until_close(mut text: &str, in_plural: bool) -> Result<(Vec<Part<'_>>, &str), String> {
    let mut parts = Vec::new();
    loop {
        let special = |it: char| it == '{' || it == '}' || (in_plural && it == '#');
        let at = text.find(special).unwrap_or(text.len());
        let (before, rest) = text.split_at(at);
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        if let Some(rest) = rest.strip_prefix('#') {
            parts.push(Part::Number);
            text = rest;
        } else if let Some(rest) = rest.strip_prefix('{') {
            let (part, rest) = parse_place(rest)?;
            parts.push(part);
            text = rest;
        } else {
            return Ok((parts, rest));
        }
    }
}

/// What stands between `{` and its `}`, and what follows.
fn parse_place(text: &str) -> Result<(Part<'_>, &str), String> {
    let end = text.find(['}', ',']).ok_or("a `{` is never closed")?;
    let (name, rest) = text.split_at(end);
    let name = name.trim();
    if name.is_empty() || !name.chars().all(|it| it.is_ascii_lowercase() || it == '_') {
        return Err(format!("`{name}` is no placeholder name"));
    }
    if let Some(rest) = rest.strip_prefix('}') {
        return Ok((Part::Place(name), rest));
    }
    let rest = rest.trim_start_matches(',').trim_start();
    let mut rest = rest
        .strip_prefix("plural,")
        .ok_or("only `plural` is known after a comma")?
        .trim_start();
    let mut arms = Vec::new();
    while !rest.starts_with('}') {
        let (category, after) = rest.split_once('{').ok_or("a plural is never closed")?;
        let (inner, after) = parse_until_close(after, true)?;
        arms.push((category.trim(), inner));
        rest = after
            .strip_prefix('}')
            .ok_or("a plural arm is never closed")?
            .trim_start();
    }
    Ok((
        Part::Plural(name, arms),
        rest.strip_prefix('}').unwrap_or(rest),
    ))
}
