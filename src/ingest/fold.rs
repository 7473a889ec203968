//! Words without case, diacritics and punctuation, so that `Asiakkaan nimi:` meets `asiakkaan nimi`.

use crate::domain::letters;

/// Small ASCII letters and digits with single spaces between words; `CustomerId` is two words, a
/// percent sign is a word.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for it in text.chars() {
        let camel = it.is_uppercase() && before.is_lowercase();
        if (camel || !(it.is_alphanumeric() || it == '%')) && !out.ends_with(' ') {
            out.push(' ');
        }
        before = it;
        for it in it.to_lowercase() {
            match it {
                'a'..='z' | '0'..='9' => out.push(it),
                '%' => out.push_str(" percent "),
                it => out.push_str(letters::base(it).or_else(|| latin(it)).unwrap_or_default()),
            }
        }
    }
    let mut words = String::with_capacity(out.len());
    for word in out.split_ascii_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// A small Cyrillic letter as it is written in Latin ones: `Контрагент` meets `kontragent`.
const fn latin(it: char) -> Option<&'static str> {
    Some(match it {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'і' | 'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_diacritics_and_punctuation_go_words_stay() {
        for (text, folded) in [
            ("Asiakkaan nimi:", "asiakkaan nimi"),
            ("CustomerId", "customer id"),
            ("customer_id", "customer id"),
            ("WARTOŚĆ NETTO [zł]", "wartosc netto zl"),
            ("Yhteensä", "yhteensa"),
            ("Kate-%", "kate percent"),
            ("Müller & Söhne", "muller sohne"),
            ("Y-tunnus", "y tunnus"),
            ("", ""),
            ("Сумма без НДС", "summa bez nds"),
            ("客户", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
