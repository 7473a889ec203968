//! Which column is what.

use super::*;

/// Roles of columns from their names and a few cells each.
fn roles(columns: &[(&str, &[&str])]) -> Vec<Role> {
    let names: Vec<String> = columns.iter().map(|it| it.0.to_owned()).collect();
    let counts: Vec<Counts> = columns
        .iter()
        .map(|(_, cells)| {
            let mut counts = Counts::default();
            for (line, cell) in (2..).zip(*cells) {
                counts.add(line, cell);
            }
            counts
        })
        .collect();
    assign(&names, (&counts, &Evidence::default()), &[])
        .iter()
        .map(|it| it.role.is)
        .collect()
}

const NAMES: &[&str] = &["A Oy", "B Oy", "C Oy", "D Oy"];
const AMOUNTS: &[&str] = &["1 200,50", "300,00", "-20,10", "5,00"];
const NUMBERS: &[&str] = &["1001", "1002", "1003", "1004"];
const DATES: &[&str] = &["1.2.2025", "2.2.2025", "3.2.2025", "13.2.2025"];

#[test]
fn names_in_five_languages_are_known() {
    use Role::{Id, Name, Revenue};
    for names in [
        ["Asiakasnro", "Asiakas", "Liikevaihto"],
        ["Kundnr", "Kundnamn", "Omsättning"],
        ["Kod klienta", "Nazwa kontrahenta", "Wartość netto [zł]"],
        ["Customer ID", "Customer name", "Net sales"],
        ["Kunden-Nr.", "Firma", "Umsatz (EUR)"],
        ["JÄSENNUMERO", "JÄSEN", "JÄSENMAKSU"],
    ] {
        let found = roles(&[(names[0], NUMBERS), (names[1], NAMES), (names[2], AMOUNTS)]);
        assert_eq!(found, [Id, Name, Revenue], "{names:?}");
    }
}

#[test]
fn the_later_year_is_the_period_and_the_one_before_is_the_previous() {
    use Role::{Name, Other, Previous, Revenue};
    for names in [
        ["Myynti 2023", "Myynti 2024", "Myynti 2025"],
        ["2023", "2024", "2025"],
    ] {
        let found = roles(&[
            ("Asiakas", NAMES),
            (names[0], AMOUNTS),
            (names[1], AMOUNTS),
            (names[2], AMOUNTS),
        ]);
        assert_eq!(found, [Name, Other, Previous, Revenue], "{names:?}");
    }
}

#[test]
fn the_net_amount_wins_over_tax_and_gross() {
    for (net, tax, gross) in [
        ("Veroton", "ALV", "Yhteensä"),
        ("Wartość netto", "Kwota VAT", "Wartość brutto"),
        ("Net amount", "VAT", "Total"),
        ("Summa ilman ALV", "ALV 25,5 %", "Summa sis. ALV"),
        ("Netto", "MwSt", "Brutto"),
    ] {
        let found = roles(&[
            ("Asiakas", NAMES),
            (gross, AMOUNTS),
            (tax, AMOUNTS),
            (net, AMOUNTS),
        ]);
        assert_eq!(
            found.iter().position(|it| *it == Role::Revenue),
            Some(3),
            "{net}: {found:?}"
        );
    }
}

#[test]
fn compounds_are_what_their_end_says() {
    use Role::{Name, Other, Revenue};
    for (kind, name, amount) in [
        ("Asiakasryhmä", "Yhteisön nimi", "Kokonaismyynti"),
        ("Kundengruppe", "Kundenbezeichnung", "Jahresumsatz"),
        ("Jäsenlaji", "Laskutusnimi", "Nettolaskutus"),
        ("Kundgrupp", "Kundens namn", "Årsomsättning"),
        ("Typ klienta", "Klienci", "Apyvarta be PVM"),
    ] {
        let found = roles(&[
            (kind, &["A", "B", "A", "B"]),
            (name, NAMES),
            (amount, AMOUNTS),
        ]);
        assert_eq!(found, [Other, Name, Revenue], "{name}");
    }
}

#[test]
fn without_a_tax_is_one_word_in_any_language() {
    for (net, gross) in [
        ("Suma be PVM", "Suma su PVM"),
        ("Summa (ei ALV)", "Summa sis. ALV"),
        ("Bedrag ex. btw", "Bedrag in. btw"),
        ("Belopp före moms", "Belopp"),
        ("Сумма без НДС", "Сумма"),
    ] {
        let found = roles(&[("Asiakas", NAMES), (gross, AMOUNTS), (net, AMOUNTS)]);
        assert_eq!(found.last(), Some(&Role::Revenue), "{net}: {found:?}");
    }
}

#[test]
fn a_share_is_no_amount_and_a_phone_is_no_name() {
    let found = roles(&[
        ("Asiakas", NAMES),
        ("Osuus myynnistä %", AMOUNTS),
        ("Myynti", AMOUNTS),
        ("Asiakkaan puhelin", NUMBERS),
    ]);
    assert_eq!(found[1], Role::Other);
    assert_eq!(found[2], Role::Revenue);
    assert_ne!(found[3], Role::Name);
}

#[test]
fn a_running_number_is_no_customer_id_where_names_repeat() {
    let found = roles(&[
        ("Nro", NUMBERS),
        ("Asiakas", &["A Oy", "B Oy", "A Oy", "A Oy"]),
        ("Summa", AMOUNTS),
    ]);
    assert_eq!(found, [Role::Other, Role::Name, Role::Revenue]);
}

#[test]
fn without_known_names_the_cells_decide() {
    let found = roles(&[("", NUMBERS), ("", NAMES), ("", DATES), ("", AMOUNTS)]);
    assert_eq!(found, [Role::Other, Role::Name, Role::Date, Role::Revenue]);
}

#[test]
fn a_hand_choice_takes_its_role_from_the_guess() {
    let names = ["Asiakas".to_owned(), "Yhtiö".to_owned()];
    let mut counts = vec![Counts::default(); 2];
    for count in &mut counts {
        count.add(2, "A Oy");
    }
    let choice = ColumnChoice {
        index: 1,
        role: Some(Role::Name),
        decimal: None,
        date_order: None,
    };
    let given = assign(&names, (&counts, &Evidence::default()), &[choice]);
    assert_eq!(
        given[1].role,
        Decided {
            is: Role::Name,
            by: By::Hand
        }
    );
    assert_ne!(given[0].role.is, Role::Name);
}

#[test]
fn codes_of_industries_with_a_point_are_no_amounts() {
    use Role::{Industry, Name, Revenue};
    for codes in [
        ["43.21", "47.11", "10.71", "62.01"],
        ["43.21.Z", "47.11.Z", "10.71.Z", "62.01.Z"],
        ["43210", "47111", "10710", "62010"],
    ] {
        let found = roles(&[
            ("Asiakas", NAMES),
            ("Toimiala", &codes),
            ("Myynti", AMOUNTS),
        ]);
        assert_eq!(found, [Name, Industry, Revenue], "{codes:?}");
    }
}

#[test]
fn whoever_buys_pays_or_belongs_is_known_by_name() {
    let persons: &[&str] = &["Anna Nowak", "Jan Berg", "Olli Salo", "Eva Lind"];
    let remarks: &[&str] = &["Alfa Oy", "roof", "books", "chairs"];
    for name in [
        "Loppuasiakas",
        "Vuokralainen",
        "Fakturamottagare",
        "Hyresgäst",
        "Najemca",
        "Strona transakcji",
        "Vertragspartner",
        "Leistungsempfänger",
        "Lejer",
        "Oppdragsgiver",
        "Debiteur",
        "Huurder",
        "Libellé tiers",
        "Adhérent",
        "Socio",
        "Cessionario/committente",
        "Nominativo",
        "Sacado",
        "Nome/Razão Social",
        "Jméno a příjmení",
        "Tehingu osapool",
    ] {
        let found = roles(&[("Remark", remarks), (name, persons), ("Amount", AMOUNTS)]);
        assert_eq!(found.get(1), Some(&Role::Name), "{name}: {found:?}");
    }
}

#[test]
fn the_number_of_a_customer_is_told_in_any_language() {
    use Role::{Id, Revenue};
    for name in [
        "As.nro",
        "Debitoren-Nr.",
        "Mitglieds-Nr.",
        "Debitorenkonto",
        "Klantnr.",
        "Relatiecode",
        "N° adhérent",
        "Nº socio",
        "Číslo zákazníka",
        "Kód odběratele",
        "Kundeid",
        "Kliendinumber",
        "Membership No.",
        "Customer account",
    ] {
        let found = roles(&[(name, NUMBERS), ("Summa", AMOUNTS)]);
        assert_eq!(found, [Id, Revenue], "{name}");
    }
    for name in [
        "Kundenauftragsnummer",
        "Customer order no",
        "Kundenreferenz",
    ] {
        let found = roles(&[(name, NUMBERS), ("Asiakas", NAMES), ("Summa", AMOUNTS)]);
        assert_ne!(found.first(), Some(&Id), "{name}");
    }
}

#[test]
fn what_belongs_to_somebody_is_not_its_name() {
    for name in [
        "Maksajan viite",
        "Saajan tilinumero",
        "Payee account",
        "Rachunek kontrahenta",
        "Kundengruppe",
        "Kundenart",
        "Customer city",
        "Merchant Reference",
        "Ticket name",
        "Název účtu",
    ] {
        let found = roles(&[("Asiakas", NUMBERS), (name, NAMES), ("Summa", AMOUNTS)]);
        assert_ne!(found.get(1), Some(&Role::Name), "{name}");
    }
}
