//! The encodings that are read, and the names programs know them by.

use serde::{Deserialize, Serialize};

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows, western Europe.
    Windows1252,
    /// Windows, central Europe.
    Windows1250,
    /// Central Europe, other systems.
    Iso8859_2,
    /// Western Europe with the euro sign, other systems.
    Iso8859_15,
    /// DOS, western Europe.
    Ibm850,
    /// DOS, central Europe.
    Ibm852,
    /// Old Macs, western Europe.
    Macintosh,
    /// Windows, Baltic countries.
    Windows1257,
    /// Windows, Cyrillic.
    Windows1251,
    /// Windows, Turkish.
    Windows1254,
    /// Windows, Greek.
    Windows1253,
}

impl Encoding {
    /// In the order a menu shows them.
    pub const ALL: [Self; 14] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Windows1250,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Iso8859_2,
        Self::Iso8859_15,
        Self::Ibm850,
        Self::Ibm852,
        Self::Macintosh,
        Self::Windows1257,
        Self::Windows1251,
        Self::Windows1254,
        Self::Windows1253,
    ];

    /// The name programs know it by.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Windows1250 => "windows-1250",
            Self::Iso8859_2 => "iso-8859-2",
            Self::Iso8859_15 => "iso-8859-15",
            Self::Ibm850 => "ibm850",
            Self::Ibm852 => "ibm852",
            Self::Macintosh => "macintosh",
            Self::Windows1257 => "windows-1257",
            Self::Windows1251 => "windows-1251",
            Self::Windows1254 => "windows-1254",
            Self::Windows1253 => "windows-1253",
        }
    }
}
