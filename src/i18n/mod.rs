//! The words of three languages, and how they write numbers, money and dates.
//!
//! Texts live in `locales/<language>/<area>.toml`; the build makes a type of each and stops when a
//! language lacks one. Use them through [`t!`](crate::t): `t!(lang, see_headline, k = 26, n = 140)`.
//! To add a language: a folder in `locales/`, a variant of [`Lang`], its plural rule and its formats;
//! the compiler names the rest.

mod message;
pub mod format;
pub mod reading;
pub mod saved;
pub mod words;
pub mod amounts;
pub mod typed;
pub mod templates;
pub mod trades;
pub mod methods;
pub mod columns;
pub mod explain;
pub mod profiles;
pub mod collate;

use std::borrow::Cow;

use message::Part;
use serde::{Deserialize, Serialize};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Finnish.
    Fi,
    /// Polish.
    Pl,
}

impl Lang {
    /// In the order the masthead shows them.
    pub const ALL: [Self; 3] = [Self::Fi, Self::Pl, Self::En];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fi => "fi",
            Self::Pl => "pl",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fi => "Suomi",
            Self::Pl => "Polski",
        }
    }

    /// The language of a BCP 47 tag such as `fi-FI`, where it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|it| it.tag().eq_ignore_ascii_case(primary))
    }

    /// The CLDR plural category of a whole number.
    #[must_use]
    pub const fn plural(self, n: u64) -> &'static str {
        match self {
            Self::En | Self::Fi => {
                if n == 1 {
                    "one"
                } else {
                    "other"
                }
            }
            Self::Pl => match (n, n % 10, n % 100) {
                (1, _, _) => "one",
                (_, 2..=4, 0..=11 | 15..=99) => "few",
                _ => "many",
            },
        }
    }
}

/// An argument of a message: a count chooses plurals and is written in the language's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A whole number.
    Count(u64),
    /// Anything else, already in words.
    Text(Cow<'a, str>),
}

impl From<u64> for Arg<'_> {
    fn from(it: u64) -> Self {
        Self::Count(it)
    }
}

impl From<u32> for Arg<'_> {
    fn from(it: u32) -> Self {
        Self::Count(it.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(it: usize) -> Self {
        Self::Count(u64::try_from(it).unwrap_or(u64::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(it: &'a str) -> Self {
        Self::Text(it.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(it: &'a String) -> Self {
        Self::Text(it.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(it: String) -> Self {
        Self::Text(it.into())
    }
}

/// A message in a language: `t!(lang, area_key)`, with placeholders `t!(lang, area_key, n = 3)`.
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:ident) => {
        $crate::i18n::msg::$key.render($lang)
    };
    ($lang:expr, $key:ident, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::msg::$key { $($name: $crate::i18n::Arg::from($value)),+ }.render($lang)
    };
}

/// One type for each message, named `<file>_<key>`, made by the build from `locales/`.
pub mod msg {
    #![expect(
        non_camel_case_types,
        reason = "a message is named as its key in locales/"
    )]
    use super::{Arg, Lang, fill, pick};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

const fn pick(lang: Lang, texts: [&'static str; 3]) -> &'static str {
    let [en, fi, pl] = texts;
    match lang {
        Lang::En => en,
        Lang::Fi => fi,
        Lang::Pl => pl,
    }
}

/// A text with its arguments filled in. The build has checked the text; a fault in it would show as
/// the text itself.
fn fill(lang: Lang, text: &str, args: &[(&str, &Arg<'_>)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    match message::parse(text) {
        Ok(parts) => write_parts(lang, &parts, args, None, &mut out),
        Err(_) => out.push_str(text),
    }
    out
}

fn write_parts(
    lang: Lang,
    parts: &[Part<'_>],
    args: &[(&str, &Arg<'_>)],
    number: Option<u64>,
    out: &mut String,
) {
    let find = |name: &str| args.iter().find(|(it, _)| *it == name).map(|(_, arg)| *arg);
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Number => {
                out.push_str(&number.map(|it| format::count(lang, it)).unwrap_or_default());
            }
            Part::Place(name) => match find(name) {
                Some(Arg::Count(n)) => out.push_str(&format::count(lang, *n)),
                Some(Arg::Text(text)) => out.push_str(text),
                None => {}
            },
            Part::Plural(name, arms) => {
                // A text argument has no number; it takes the last arm, the most general one.
                let n = match find(name) {
                    Some(Arg::Count(n)) => Some(*n),
                    _ => None,
                };
                let exact = |it: &str| {
                    n.is_some_and(|n| it.strip_prefix('=') == Some(n.to_string().as_str()))
                };
                let by_category = |it: &str| n.is_some_and(|n| it == lang.plural(n));
                let arm = arms
                    .iter()
                    .find(|(it, _)| exact(it))
                    .or_else(|| arms.iter().find(|(it, _)| by_category(it)))
                    .or_else(|| arms.last());
                if let Some((_, inner)) = arm {
                    write_parts(lang, inner, args, n, out);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
