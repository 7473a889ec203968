//! Letters without their diacritics: one table for searching, comparing and recognising words.

/// A small letter with a diacritic as letters without; `None` for all others.
#[must_use]
pub const fn base(it: char) -> Option<&'static str> {
    Some(match it {
        'à'..='å' | 'ą' | 'ă' | 'ā' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ę' | 'ě' | 'ē' | 'ė' => "e",
        'ģ' => "g",
        'ì'..='ï' | 'ī' | 'į' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ĺ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò'..='ö' | 'ø' | 'ő' | 'ō' => "o",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ů' | 'ű' | 'ū' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'ß' => "ss",
        _ => return None,
    })
}
