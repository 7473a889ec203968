//! Names as they are compared: without case, diacritics, punctuation, legal form and "and".

use std::sync::LazyLock;

use super::index::in_order;
use crate::domain::letters;

/// A name taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// Its words, in order.
    pub(super) words: Vec<String>,
    /// The same in one word: `Sini-lampi` and `Sinilampi` are the same.
    pub(super) joined: String,
}

/// Words that join two names and may be left out or written as a sign.
const JOINING: [&str; 8] = ["and", "ja", "und", "och", "og", "et", "oraz", "i"];

/// Legal forms as one word, in the spelling that is left of them: `Sp. z o.o.`, `spz oo` and
/// `SP Z O O` are all `spzoo`. The Polish letters before a name say what a sole trader does.
static LEGAL: LazyLock<Vec<(String, usize)>> = LazyLock::new(|| {
    let forms = [
        // Finland
        "oy oyj oyab aboy oyltd ky kb ay tmi toiminimi osk osuuskunta ry rf abp andelslag",
        "osakeyhtio julkinenosakeyhtio kommandiittiyhtio avoinyhtio",
        // Sweden, Denmark, Norway
        "ab hb aktiebolag handelsbolag kommanditbolag ef enskildfirma as asa aps ivs",
        // Poland
        "spzoo zoo spzooo spolkazoo spolkazograniczonaodpowiedzialnoscia sa spolkaakcyjna",
        "sc spolkacywilna spj spjawna spolkajawna spk spkomandytowa spolkakomandytowa",
        "spzooks spzoospk spzoospolkakomandytowa ska psa spp",
        "phu pphu fhu ppuh phup zpuh fh pph ph",
        // Germany, Austria, Switzerland
        "gmbh mbh ag kg ohg ug ughaftungsbeschrankt gbr ek ev eg gmbhcokg se kgaa",
        // English
        "ltd limited plc llp llc inc incorporated corp corporation company co coltd pty",
        // France, Italy, Spain, the Netherlands
        "sas sasu sarl eurl srl spa snc sl bv nv",
        // Czechia, Slovakia, Hungary, the Baltic countries
        "sro spolsro kft zrt nyrt ou mtu sia uab",
    ]
    .iter()
    .flat_map(|it| it.split(' '));
    in_order(forms.map(|it| (it.to_owned(), 0)).collect())
});

/// The most words that a legal form is written in.
const LONGEST_FORM: usize = 6;

impl Plain {
    /// Takes a name apart.
    #[must_use]
    pub(super) fn of(name: &str) -> Self {
        let mut words = words(name);
        if words.len() > 1 {
            words.retain(|it| !JOINING.contains(&it.as_str()));
        }
        let bare = without_forms(&words);
        if !bare.is_empty() {
            words = bare.to_vec();
        }
        Self {
            joined: words.concat(),
            words,
        }
    }

    /// The same words in any order give the same.
    #[must_use]
    pub(super) fn in_any_order(&self) -> String {
        let words = self.words.iter().cloned().zip(0..).collect();
        let words: Vec<String> = in_order(words).into_iter().map(|it| it.0).collect();
        words.join(" ")
    }
}

/// Small letters and digits without diacritics, parted at everything else; an apostrophe and a
/// diacritic that stands by itself part nothing.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for it in name.chars().flat_map(char::to_lowercase) {
        if let Some(base) = letters::base(it) {
            word.push_str(base);
        } else if it.is_alphanumeric() {
            word.push(it);
        } else if !matches!(it, '\'' | '’' | '`' | '´' | '\u{300}'..='\u{36f}') && !word.is_empty()
        {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The name says what form of company it is of.
#[must_use]
pub fn has_legal_form(name: &str) -> bool {
    let words = words(name);
    let bare = without_forms(&words);
    !bare.is_empty() && bare.len() < words.len()
}

/// The words between legal forms at either end.
fn without_forms(words: &[String]) -> &[String] {
    let mut rest = words;
    loop {
        let most = rest.len().min(LONGEST_FORM);
        let is_form = |it: &[String]| {
            let form = it.concat();
            LEGAL.binary_search_by(|it| it.0.cmp(&form)).is_ok()
        };
        // The longest first: `spolka akcyjna` is one form, not a word and a form.
        let end = (1..=most)
            .rev()
            .find(|n| rest.get(rest.len() - n..).is_some_and(is_form));
        let start = (1..=most)
            .rev()
            .find(|n| rest.get(..*n).is_some_and(is_form));
        rest = match (end, start) {
            (Some(n), _) => rest.get(..rest.len() - n).unwrap_or_default(),
            (None, Some(n)) => rest.get(n..).unwrap_or_default(),
            (None, None) => return rest,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(Plain::of(a).joined, Plain::of(b).joined, "{a} = {b}");
    }

    #[test]
    fn spellings_of_one_company_are_one_name() {
        for (a, b) in [
            ("Sinilampi Rauta Oy", "SINILAMPI RAUTA OY"),
            ("Sinilampi Rauta Oy", "Sinilampi-Rauta"),
            ("Sini Lampi", "Sinilampi Oyj"),
            ("Oy Ford Ab", "Ford Oy Ab"),
            ("T:mi Matti Virtanen", "Matti Virtanen Tmi"),
            ("Åkerlund & Rausing Ab", "akerlund och rausing"),
            ("Müller & Söhne GmbH & Co. KG", "MULLER UND SOHNE"),
            ("Kowalski Sp. z o.o.", "KOWALSKI SP Z O O"),
            (
                "Kowalski Sp.zo.o.",
                "Kowalski spółka z ograniczoną odpowiedzialnością",
            ),
            ("PPHU Łąka", "Laka s.c."),
            ("Żabka Polska S.A.", "Zabka Polska SA"),
            ("McDonald’s Oy", "Mcdonalds"),
            ("Novo Nordisk A/S", "NOVO NORDISK AS"),
            ("SIA Rīgas Kuģis", "Rigas kugis, SIA"),
            ("Smith & Sons Ltd.", "Smith and Sons Limited"),
        ] {
            same(a, b);
        }
    }

    #[test]
    fn a_name_that_is_only_a_form_or_a_sign_stays_itself() {
        assert_eq!(Plain::of("AS").joined, "as");
        assert_eq!(Plain::of("Oy Ab").joined, "oyab");
        assert_eq!(Plain::of("& Co").joined, "co");
        assert_eq!(Plain::of("I").joined, "i");
        assert_eq!(Plain::of("---").joined, "");
        assert_eq!(Plain::of("客户有限公司").joined, "客户有限公司");
    }

    #[test]
    fn branches_and_numbers_stay_apart() {
        for (a, b) in [
            ("K-Market Pori", "K-Market Rauma"),
            ("Asunto Oy Koivu 1", "Asunto Oy Koivu 2"),
            ("Virtanen", "Virtanen & Pojat"),
        ] {
            assert_ne!(Plain::of(a).joined, Plain::of(b).joined, "{a} ≠ {b}");
        }
    }
}
