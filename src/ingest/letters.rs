//! Which code page explains bytes best: the one that makes letters of a language of them, where
//! letters stand.

use serde::{Deserialize, Serialize};

use super::encoding::upper_half;
use super::page::Encoding;

/// Letters beyond ASCII that a language writes often, and those it borrows.
const LANGUAGES: [(&str, &str); 18] = [
    // Finnish, Swedish
    ("äöå", "éüšžàæø"),
    // German
    ("äöüß", "éàô"),
    // Danish, Norwegian
    ("æøå", "éöäüó"),
    // French
    ("éèàçêâîôûëïùœ", ""),
    // Spanish
    ("áéíóúñ", "üçà"),
    // Portuguese, Italian
    ("ãõçáéíóúâêôàèìòù", ""),
    // Estonian
    ("õäöü", "šž"),
    // Icelandic
    ("áðéíóúýþæö", ""),
    // Polish
    ("ąćęłńóśźż", "öüäé"),
    // Czech, Slovak
    ("áčďéěíňóřšťúůýž", "äľĺŕôöü"),
    // Hungarian
    ("áéíóöőúüű", ""),
    // Croatian, Slovene
    ("čćđšž", ""),
    // Romanian
    ("ăâîşţ", ""),
    // Lithuanian
    ("ąčęėįšųūž", ""),
    // Latvian
    ("āčēģīķļņšūž", ""),
    // Turkish; its capital of `i` has no small letter of its own
    ("çğıiöşü", "âîû"),
    // Greek
    ("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ", "ϊϋΐΰ"),
    // Russian, Ukrainian, Bulgarian
    ("абвгдежзийклмнопрстуфхцчшщъыьэюя", "ёіїєґ"),
];

/// The pages, likelier ones first, and how much their letters count: those of old systems need twice
/// the proof.
const PAGES: [(Encoding, i64); 11] = [
    (Encoding::Windows1252, 2),
    (Encoding::Windows1250, 2),
    (Encoding::Iso8859_15, 2),
    (Encoding::Iso8859_2, 2),
    (Encoding::Windows1257, 2),
    (Encoding::Windows1251, 2),
    (Encoding::Windows1254, 2),
    (Encoding::Windows1253, 2),
    (Encoding::Ibm850, 1),
    (Encoding::Ibm852, 1),
    (Encoding::Macintosh, 1),
];

/// Words in ASCII that only central European files hold.
const CENTRAL_WORDS: [&[u8]; 9] = [
    b"z o.o",
    b"Z O.O",
    b"Kontrahent",
    b"Faktur",
    b"s.r.o",
    b"Kft",
    b"CZK",
    b" operace",
    b"Kwota",
];

/// Where Turkish has letters of its own in its page.
const TURKISH: [usize; 6] = [0x50, 0x5d, 0x5e, 0x70, 0x7d, 0x7e];

/// Where a byte stands.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
struct Seen {
    /// After a small letter.
    after_small: i64,
    /// Beside another letter.
    in_word: i64,
    /// Of these, those that a letter follows and none stands before.
    starts: i64,
    /// Of these, those amid letters.
    within: i64,
    /// Of these, those amid consonants of ASCII, amid vowels, and amid capitals.
    amid: [i64; 3],
    /// Beside a letter of ASCII.
    in_latin: i64,
    /// After a byte that most pages have a small letter at.
    after_high: i64,
    /// Beside figures, spaces and signs.
    alone: i64,
}

impl Seen {
    const fn is_any(&self) -> bool {
        self.after_small + self.in_word + self.alone > 0
    }
}

/// The page that explains the bytes best; the western one when nothing tells them apart.
pub(super) fn guess_page(bytes: &[u8]) -> Encoding {
    let mut letters = Letters::new(bytes);
    letters.add(bytes);
    letters.page()
}

/// Where each byte beyond ASCII stands, in bytes that may come part by part.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Letters {
    /// By byte, from 128 on.
    seen: Vec<Seen>,
    central_word: bool,
    /// Pairs of bytes that UTF-8 might write, and lone ones that it never does.
    pairs: usize,
    lone: usize,
}

impl Letters {
    /// Nothing counted yet; `head` begins the file.
    pub(super) fn new(head: &[u8]) -> Self {
        let head = head.get(..64 * 1024).unwrap_or(head);
        Self {
            seen: vec![Seen::default(); 128],
            central_word: CENTRAL_WORDS
                .iter()
                .any(|word| head.windows(word.len()).any(|it| it == *word)),
            pairs: 0,
            lone: 0,
        }
    }

    /// Counts bytes; a part ends after a line end.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        let is_letter =
            |it: Option<&u8>| it.is_some_and(|it| it.is_ascii_alphabetic() || *it >= 128);
        let mut from = 0;
        // Most bytes are ASCII: sixteen at a time.
        for part in bytes.chunks(16) {
            if !part.is_ascii() {
                for (at, byte) in (from..bytes.len()).zip(part) {
                    let Some(slot) = byte
                        .checked_sub(128)
                        .and_then(|it| self.seen.get_mut(usize::from(it)))
                    else {
                        continue;
                    };
                    let before = at.checked_sub(1).and_then(|it| bytes.get(it));
                    let beside = [before, bytes.get(at + 1)];
                    let mut beside = beside.iter().flatten();
                    self.lone += usize::from(beside.clone().all(|it| it.is_ascii()));
                    let is_lead = before.is_some_and(|it| matches!(it, 0xc2..=0xf4));
                    self.pairs += usize::from(is_lead && *byte < 0xc0);
                    slot.in_latin += i64::from(beside.any(|it| it.is_ascii_alphabetic()));
                    slot.after_high += i64::from(before.is_some_and(|it| *it >= 0xe0));
                    let sides = (is_letter(before), is_letter(bytes.get(at + 1)));
                    let rest = bytes.get(at + 1..).unwrap_or_default();
                    if sides == (false, false)
                        || is_sign(bytes.get(..at).unwrap_or_default(), *byte, rest)
                    {
                        slot.alone += 1;
                        continue;
                    }
                    slot.starts += i64::from(sides == (false, true));
                    slot.within += i64::from(sides == (true, true));
                    let ascii = |it: Option<&u8>| it.copied().filter(u8::is_ascii_alphabetic);
                    let pair = ascii(before).zip(ascii(bytes.get(at + 1)));
                    if let Some((a, b)) = pair {
                        let [consonants, vowels, capitals] = &mut slot.amid;
                        *consonants += i64::from(!is_vowel(a) && !is_vowel(b));
                        *vowels += i64::from(is_vowel(a) && is_vowel(b));
                        *capitals += i64::from(a.is_ascii_uppercase() && b.is_ascii_uppercase());
                    }
                    if before.is_some_and(u8::is_ascii_lowercase) {
                        slot.after_small += 1;
                    } else {
                        slot.in_word += 1;
                    }
                }
            }
            from += part.len();
        }
    }

    /// Goes on with the letters of later bytes.
    pub(super) fn join(&mut self, later: &Self) {
        self.pairs += later.pairs;
        self.lone += later.lone;
        for (all, more) in self.seen.iter_mut().zip(&later.seen) {
            all.after_small += more.after_small;
            all.in_word += more.in_word;
            all.starts += more.starts;
            all.within += more.within;
            for (all, more) in all.amid.iter_mut().zip(more.amid) {
                *all += more;
            }
            all.in_latin += more.in_latin;
            all.after_high += more.after_high;
            all.alone += more.alone;
        }
    }

    /// The page that explains the bytes best.
    pub(super) fn page(&self) -> Encoding {
        let mut best = (Encoding::Windows1252, i64::MIN);
        for (page, weight) in PAGES {
            let upper = upper_half(page);
            let languages = LANGUAGES.iter().map(|it| score(&self.seen, upper, *it));
            let mut score = languages.max().unwrap_or_default();
            // A negative score is not mended by counting half.
            score = if score > 0 { score * weight } else { score * 2 };
            score += i64::from(self.central_word && page == Encoding::Windows1250);
            // The six letters alone are Icelandic too, which few write.
            let in_word = |it: &&usize| {
                self.seen
                    .get(**it)
                    .is_some_and(|it| it.in_word + it.after_small > 0)
            };
            let is_turkish = page == Encoding::Windows1254 && TURKISH.iter().any(|it| in_word(&it));
            score += i64::from(is_turkish);
            // In capitals alone, Greek is made of `Α` and Russian of `О`.
            let count = |at: usize| self.seen.get(at).map_or(0, |it| it.in_word);
            let is_greek = page == Encoding::Windows1253 && count(0x41) > count(0x4e);
            score += i64::from(is_greek && score > 0);
            if score > best.1 {
                best = (page, score);
            }
        }
        best.0
    }

    /// Fewer stand in pairs than UTF-8 with broken places would have.
    pub(super) const fn are_single(&self) -> bool {
        self.pairs <= self.lone * 4
    }

    /// A byte stands somewhere that means nothing in this page.
    pub(super) fn has_unknown(&self, page: Encoding) -> bool {
        let mut pairs = self.seen.iter().zip(upper_half(page));
        pairs.any(|(seen, it)| *it == char::REPLACEMENT_CHARACTER && seen.is_any())
    }
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// The pound of `£k` and `£m`, and no `Ł`; the millionth of `µg`, and no `Á`; the dash of
/// `Turku–Helsinki`; the apostrophe of `company’s`, `don’t`, `members’ day`, `l’eau` and `dell’arte`.
fn is_sign(before: &[u8], byte: u8, after: &[u8]) -> bool {
    let is_letter = |it: &u8| it.is_ascii_alphabetic() || *it >= 128;
    let ends = |it: Option<&u8>| !it.is_some_and(is_letter);
    match byte {
        0xa3 | 0xb5 => {
            matches!(after, [b'k' | b'm' | b'g' | b's' | b'l', rest @ ..] if ends(rest.first()))
        }
        0x96 | 0x97 => {
            before.last().is_some_and(u8::is_ascii_lowercase)
                && after.first().is_some_and(u8::is_ascii_uppercase)
        }
        0x92 => {
            let is_short = match after {
                [b's' | b't' | b'd' | b'm', rest @ ..]
                | [b'l', b'l', rest @ ..]
                | [b'r' | b'v', b'e', rest @ ..] => ends(rest.first()),
                _ => ends(after.first()) && before.last() == Some(&b's'),
            };
            let vowel = |it: &u8| *it >= 128 || b"aeiouhyAEIOUHY".contains(it);
            let is_left_out = match before {
                [.., b'q' | b'Q', b'u' | b'U'] | [.., b'l', b'l'] | [.., b'L', b'L'] => true,
                [rest @ .., it] => {
                    b"cdjlmnst".contains(&it.to_ascii_lowercase()) && ends(rest.last())
                }
                [] => false,
            };
            is_short || (is_left_out && after.first().is_some_and(vowel))
        }
        _ => false,
    }
}

fn score(seen: &[Seen], upper: &[char; 128], (common, rare): (&str, &str)) -> i64 {
    let of = |(seen, it): (&Seen, &char)| -> i64 {
        let small = it.to_lowercase().next().unwrap_or(*it);
        let in_word = match small {
            it if common.contains(it) => 4,
            it if rare.contains(it) => 2,
            char::REPLACEMENT_CHARACTER => -6,
            it if it.is_alphabetic() => -2,
            // Marks that stand in words, and after them: dashes, spaces that do not break, `5 m²`.
            '´' | '\u{2013}' | '\u{2014}' | '\u{a0}' | '°' | '²' | '³' => 0,
            _ => -3,
        };
        // Words have no capital after a small letter, nor two alphabets.
        let is_foreign = ('\u{370}'..'\u{500}').contains(it);
        let after_small = if it.is_uppercase() || is_foreign {
            -6
        } else {
            in_word
        };
        let alone = match *it {
            char::REPLACEMENT_CHARACTER => -6,
            // Unicode has it among the letters.
            'µ' => 1,
            it if it.is_alphabetic() => -2,
            '€'
            | '£'
            | '§'
            | '°'
            | '½'
            | '\u{a0}'
            | '\u{2013}'
            | '\u{2014}'
            | '\u{2018}'..='\u{201e}'
            | '²'
            | '³'
            | '×'
            | '±'
            | '•'
            | '·'
            | '…'
            | '«'
            | '»'
            | '©'
            | '®' => 1,
            _ => -1,
        };
        // Quotes before and after words, never amid them; `etc…` and `Alfa®` after them only.
        let ends = seen.after_small + seen.in_word - seen.starts - seen.within;
        let around = match *it {
            '\u{2018}' | '\u{2019}' => Some((2, 2, 0)),
            '\u{201a}'..='\u{201e}' => Some((2, 2, -6)),
            '«' | '»' => Some((4, 4, -6)),
            '…' | '™' | '®' => Some((-3, 2, -6)),
            _ => None,
        };
        if let Some((start, end, within)) = around {
            return seen.starts * start + ends * end + seen.within * within + seen.alone * alone;
        }
        let in_latin = if is_foreign { -6 } else { 0 };
        let after_high = if it.is_uppercase() { -6 } else { 0 };
        // `MÄKI` and `PEÑA` are words, `MŽKI`, `PEĄA` and `MäKI` are none.
        let [consonants, vowels, capitals] = seen.amid;
        let is_small = it.is_lowercase() && !"ßºª".contains(*it);
        let amid = -8
            * match small {
                _ if is_small && capitals > 0 => capitals,
                'ž' | 'š' | 'ź' | 'ś' | 'ż' | 'č' | 'ć' | 'ľ' => consonants,
                'ą' | 'ę' => vowels,
                _ => 0,
            };
        amid + seen.after_small * after_small
            + seen.in_word * in_word
            + seen.in_latin * in_latin
            + seen.after_high * after_high
            + seen.alone * alone
    };
    let pairs = seen.iter().zip(upper);
    pairs.filter(|(seen, _)| seen.is_any()).map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text in a page; letters that the page lacks are left out.
    fn bytes(text: &str, page: Encoding) -> Vec<u8> {
        let upper = upper_half(page);
        let byte = |it: char| {
            let at = || upper.iter().position(|other| *other == it);
            u8::try_from(it)
                .ok()
                .filter(u8::is_ascii)
                .or_else(|| u8::try_from(at()? + 128).ok())
        };
        text.chars().filter_map(byte).collect()
    }

    #[test]
    fn the_letters_of_a_language_tell_the_page() {
        use Encoding::{
            Ibm850, Ibm852, Iso8859_2, Iso8859_15, Macintosh, Windows1250, Windows1251,
            Windows1252, Windows1253, Windows1254, Windows1257,
        };
        for (text, page) in [
            ("Lähteenmäki Tmi;Jyväskylän pesula;Åkerlund Ab", Windows1252),
            ("Lähteenmäki Tmi;Jyväskylän pesula;Åkerlund Ab", Ibm850),
            ("Lähteenmäki Tmi;Jyväskylän pesula;Åkerlund Ab", Macintosh),
            ("Škoda Auto;Älä tule", Windows1252),
            ("ÖSTERGÖTLANDS FÄRG AB", Windows1252),
            ("Lähde Oy;1 234,50 €;5 €", Iso8859_15),
            ("Müller & Söhne;Groß GmbH", Windows1252),
            ("Crème brûlée;Hôtel de l’Étoile", Windows1252),
            ("Żabka;Świeży chleb;Zakład Gąska;źródło", Windows1250),
            ("Żabka;Świeży chleb;Zakład Gąska;źródło", Iso8859_2),
            ("Żabka;Świeży chleb;Zakład Gąska;źródło", Ibm852),
            ("Žižkov;Plzeňský pivovar;Říčany;děti", Windows1250),
            ("Šiaulių bankas;Klaipėdos žuvis;ąžuolas", Windows1257),
            ("Ромашка;Торговый дом", Windows1251),
            ("5 m² à 1½", Windows1252),
            ("Alfa® Value;Beta™", Windows1252),
            ("10 µg/m3;2.5 (µg)", Windows1252),
            ("Şişli Yağ San. A.Ş.;Işık Kırtasiye;İzmir", Windows1254),
            ("Þórður;Sigríður;Vífilsstaðir", Windows1252),
            ("Δήμος Αθηναίων;Ελληνική Εταιρεία;Κρήτη", Windows1253),
            ("Ромашка и Ко;Москва;Тула", Windows1251),
            ("AGROPECUÀRIA DEL SEGRÈ SL;GARCÍA NÚÑEZ, JOSÉ", Windows1252),
            ("the company’s fee;members’ dinner;don’t", Windows1252),
            ("Fonds d’aide;spese dell’ufficio", Windows1252),
            ("the “best” one;‘other’", Windows1252),
            ("die „beste“ Sache", Windows1252),
            ("le «meilleur» prix", Windows1252),
            ("see below…;and more…", Windows1252),
            ("Beta™;Gamma™", Windows1252),
            ("Alfa® Value;(µg/m3)", Windows1252),
            ("Helsinki–Turku;Alfa—Beta", Windows1252),
            ("ΔΗΜΟΣ ΑΘΗΝΑΙΩΝ;ΟΤΕ ΑΕ;ΕΠΩΝΥΜΙΑ", Windows1253),
            ("НАЗВАНИЕ;ООО ПИК;СУММА", Windows1251),
            ("ÄHTÄRIN KYLÄTOIMIKUNTA;YLÖJÄRVEN MÖKKILÄISET", Ibm850),
            ("Työväenyhtiö;Jämsä", Ibm850),
            ("JÄRVENPÄÄ;MÄKI OY;HÄMEENLINNA", Ibm850),
            ("STRÖM;KÖPING;MÜLLER GMBH;BÄCKER", Macintosh),
            ("SPÓŁKA ZŁOTY KŁOS;BYDGOSZCZ ŁĄKOWA;WŁOCŁAWEK", Ibm852),
            ("Av. Sarmiento Nº 3;2ª;ESPAÑA", Windows1252),
        ] {
            assert_eq!(guess_page(&bytes(text, page)), page, "{text}");
        }
    }

    #[test]
    fn a_file_in_no_known_page_is_western() {
        assert_eq!(guess_page(b"\xa3 5, \xa3 6"), Encoding::Windows1252);
    }
}
