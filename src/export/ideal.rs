//! The ideal customer as plain text for somebody who sells lists of companies. No customer is named in it.

use crate::domain::profiles::ideal::{Held, Part};
use crate::domain::profiles::{Attribute, Code, FEWEST, Ideal, Scheme};
use crate::i18n::{Lang, profiles};
use crate::t;

/// The text, a line for each attribute; `None` where the file has no industry, size or region.
#[must_use]
pub fn text(lang: Lang, ideal: &Ideal) -> Option<String> {
    if ideal.parts.is_empty() {
        return None;
    }
    let mut lines = vec![t!(lang, profiles_ideal_head).to_owned()];
    for part in &ideal.parts {
        lines.push(t!(
            lang,
            profiles_ideal_line,
            what = name(lang, part.attribute),
            all = values(lang, part)
        ));
        if !part.codes.is_empty() {
            lines.push(t!(
                lang,
                profiles_ideal_codes,
                all = codes(lang, &part.codes)
            ));
        }
    }
    let foot = t!(
        lang,
        profiles_ideal_foot,
        n = ideal.customers,
        of = ideal.of
    );
    lines.push(if ideal.customers < FEWEST {
        format!("{foot} {}", t!(lang, profiles_ideal_few))
    } else {
        foot
    });
    Some(lines.join("\n"))
}

/// An attribute at the beginning of a line.
fn name(lang: Lang, attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Industry => t!(lang, export_industry),
        Attribute::Size => t!(lang, export_size),
        Attribute::Region => t!(lang, export_region),
        Attribute::Product => t!(lang, profiles_white_col_product),
    }
}

fn values(lang: Lang, part: &Part) -> String {
    let value = |it: &Held| match it.lift {
        None => t!(
            lang,
            profiles_ideal_value,
            name = &it.name,
            n = it.customers,
            of = part.known
        ),
        Some(lift) => t!(
            lang,
            profiles_ideal_value_more,
            name = &it.name,
            n = it.customers,
            of = part.known,
            times = profiles::times(lang, lift)
        ),
    };
    if part.values.is_empty() {
        return t!(lang, profiles_ideal_none).to_owned();
    }
    part.values.iter().map(value).collect::<Vec<_>>().join(", ")
}

/// Codes scheme by scheme, the national ones with the class of NACE that any provider knows.
fn codes(lang: Lang, codes: &[Code]) -> String {
    let mut all = Vec::new();
    for scheme in Scheme::ALL {
        let of = || codes.iter().filter(move |it| it.scheme == scheme);
        let own: Vec<&str> = of().map(|it| it.code.as_str()).collect();
        let mut nace: Vec<&str> = of().map(|it| it.nace.as_str()).collect();
        nace.dedup();
        if own.is_empty() {
            continue;
        }
        let own = own.join(", ");
        all.push(if scheme == Scheme::Nace {
            format!("{} {own}", scheme.name())
        } else {
            t!(
                lang,
                profiles_ideal_nace,
                scheme = scheme.name(),
                codes = own,
                nace = nace.join(", ")
            )
        });
    }
    all.join("; ")
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::customer::{Customer, CustomerBase};
    use crate::domain::profiles::Traits;

    #[track_caller]
    fn check(lang: Lang, rows: &[(&str, &str)], best: usize, expected: Expect) {
        let word = |it: &str| (!it.is_empty()).then(|| it.to_owned());
        let customer = |(industry, region): &(&str, &str)| Customer {
            name: "Never Named Oy".to_owned(),
            industry: word(industry),
            region: word(region),
            ..Customer::default()
        };
        let base = CustomerBase {
            customers: rows.iter().map(customer).collect(),
            ..CustomerBase::default()
        };
        let tiers: Vec<Option<usize>> = (0..rows.len())
            .map(|it| Some(usize::from(it >= best)))
            .collect();
        let ideal = Ideal::of(&Traits::all(&base), &tiers, 1);
        expected.assert_eq(&text(lang, &ideal).unwrap_or_default());
    }

    #[test]
    fn the_text_names_codes_and_counts_and_no_customer() {
        let mut rows = vec![("F 43.21.Z", "Śląskie"); 6];
        rows.extend([("43210", "Śląskie"), ("43210", "Śląskie"), ("Handel", "")]);
        rows.extend([("Handel", "Śląskie"); 20]);
        check(
            Lang::Pl,
            &rows,
            9,
            expect![[r#"
                Profil idealnego klienta
                Branża: F 43.21.Z (6 z 9; 3,2 raza tak często jak wśród wszystkich naszych klientów), 43210 (2 z 9)
                Kody branż: TOL 43210 (NACE 43.21); PKD 43.21.Z (NACE 43.21)
                Region: Śląskie (8 z 8)
                Na podstawie 9 klientów, wszystkich jest 29."#]],
        );
    }

    #[test]
    fn a_few_customers_are_said_to_be_an_example_and_none_have_no_text() {
        check(Lang::Fi, &[], 0, expect![[""]]);
        check(Lang::Fi, &[("", "")], 1, expect![[""]]);
        check(
            Lang::Fi,
            &[("Kauppa", ""), ("Metalli", "")],
            1,
            expect![[r#"
                Ihanneasiakkaan profiili
                Toimiala: ei yhtään kahdelle asiakkaalle yhteistä arvoa
                Perustuu 1 asiakkaaseen, asiakkaita on kaikkiaan 2. Näin pieni joukko on esimerkki, ei profiili."#]],
        );
    }
}
