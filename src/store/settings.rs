//! What the user set for the page itself: language, colours, size of everything.
//!
//! Small and lenient: a value nobody knows is as good as none. `theme.js` reads the same text before
//! the first paint.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Light or dark, where the user overruled the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// As `data-theme` of the document.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Larger than usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// For a projector.
    Big,
}

/// Settings; `None` means what browser and system ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The language's tag: `fi`.
    pub lang: Option<String>,
    /// Colours.
    pub theme: Option<Theme>,
    /// Size.
    pub size: Option<Size>,
}

impl Settings {
    /// Reads what was stored, each value by itself: one bad value does not lose the others.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let Ok(mut value) = serde_json::from_str::<Value>(text) else {
            return Self::default();
        };
        let mut take = |key: &str| value.get_mut(key).map(Value::take).unwrap_or_default();
        Self {
            lang: serde_json::from_value(take("lang")).unwrap_or_default(),
            theme: serde_json::from_value(take("theme")).unwrap_or_default(),
            size: serde_json::from_value(take("size")).unwrap_or_default(),
        }
    }

    /// As the text that is stored.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_value_does_not_lose_the_others() {
        let set = Settings::parse(r#"{"lang":"pl","theme":"mauve","size":"big","more":1}"#);
        assert_eq!(set.lang.as_deref(), Some("pl"));
        assert_eq!((set.theme, set.size), (None, Some(Size::Big)));
        assert_eq!(Settings::parse(&set.to_text()), set);
        for text in ["", "null", "[1]", "{", "\u{0}"] {
            assert_eq!(Settings::parse(text), Settings::default(), "{text:?}");
        }
    }
}
