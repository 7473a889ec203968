//! The tags and words of an XML part, without namespaces.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// What comes next.
pub(super) enum Token<'x> {
    /// A tag opens; an empty one closes at once.
    Open(Tag<'x>),
    /// A tag closes.
    Close,
    /// Words.
    Text(Cow<'x, str>),
}

/// An opening tag.
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// An attribute by its whole name, or by its name without a prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|it| {
                let key = it.key.into_inner();
                key == name || local(key) == name
            })
            .and_then(|it| {
                it.normalized_value(XmlVersion::Implicit1_0)
                    .ok()
                    .map(Cow::into_owned)
            })
    }

    /// A number in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// A switch: `1` or `true`.
    pub(super) fn is_on(&self, name: &str) -> bool {
        matches!(self.get(name).as_deref(), Some("1" | "true" | "on"))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |it| it.1)
}

/// A part while it is read.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    /// The part ended amid a tag, or is no XML.
    pub(super) is_broken: bool,
}

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            is_broken: false,
        }
    }

    /// The next tag or words; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Token<'x>> {
        loop {
            return Some(match self.reader.read_event() {
                Ok(Event::Start(it)) => Token::Open(Tag(it)),
                Ok(Event::End(_)) => Token::Close,
                Ok(Event::Text(it)) => Token::Text(it.into_inner()),
                Ok(Event::CData(it)) => Token::Text(it.into_inner()),
                Ok(Event::GeneralRef(it)) => Token::Text(Cow::Owned(resolved(&it))),
                Ok(Event::Eof) => return None,
                Err(_) => {
                    self.is_broken = true;
                    return None;
                }
                Ok(_) => continue,
            });
        }
    }

    /// The words inside the tag that just opened, up to its end; `skip` names tags whose words do
    /// not count.
    pub(super) fn words(&mut self, skip: &[&str]) -> String {
        let mut out = String::new();
        let mut depth = 0_u32;
        let mut silent = None;
        while let Some(token) = self.next() {
            match token {
                Token::Open(tag) => {
                    depth += 1;
                    if silent.is_none() && skip.contains(&tag.name()) {
                        silent = Some(depth);
                    }
                }
                Token::Close => {
                    if silent == Some(depth) {
                        silent = None;
                    }
                    match depth.checked_sub(1) {
                        Some(less) => depth = less,
                        None => break,
                    }
                }
                Token::Text(text) if silent.is_none() => out.push_str(&text),
                Token::Text(_) => {}
            }
        }
        out
    }
}

fn resolved(it: &quick_xml::events::BytesRef<'_>) -> String {
    match it.resolve_char_ref() {
        Ok(Some(found)) => found.to_string(),
        _ => match &*it.borrow().into_inner() {
            "amp" => "&".to_owned(),
            "lt" => "<".to_owned(),
            "gt" => ">".to_owned(),
            "quot" => "\"".to_owned(),
            "apos" => "'".to_owned(),
            other => format!("&{other};"),
        },
    }
}
