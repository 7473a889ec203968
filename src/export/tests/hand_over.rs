//! What is handed over beside the Markdown: the HTML file, the files for a CRM, the meeting-led book.
use super::*;
use crate::domain::care::meetings::{Level, Means, Meeting, MeetingKind};

#[test]
fn the_handbook_as_a_file_holds_every_part_and_no_markup_from_names() {
    let case = case();
    let text = html::handbook(Lang::Pl, &Handbook::of(&case.facts(Lang::Pl), true));
    assert!(text.starts_with("<!doctype html>\n<html lang=\"pl\">"));
    for part in 0..4 {
        assert!(
            text.contains(&format!("<a href=\"#part-{part}\">")),
            "{part}"
        );
        assert!(
            text.contains(&format!("<section id=\"part-{part}\">")),
            "{part}"
        );
    }
    assert!(text.contains("asiakkaat &lt;2026&gt;.csv"));
    assert!(
        !text.contains("<script") && !text.contains("<link") && !text.contains(" src="),
        "nothing is fetched"
    );
}

#[test]
fn a_crm_gets_one_row_for_each_customer_of_a_tier_under_names_it_knows() {
    let case = case();
    let facts = case.facts(Lang::Fi);
    let text = |it| String::from_utf8(crm::bytes(&facts, it)).expect("UTF-8");
    let hubspot = text(crm::Crm::HubSpot);
    assert!(hubspot.contains("Company name,Business ID,Customer tier,"));
    assert!(hubspot.contains("Vuoksenranta; Pesuaine Oy"));
    // Four customers stand in tiers; the two without a value do not.
    assert_eq!(hubspot.lines().count(), 5);
    assert!(text(crm::Crm::Pipedrive).contains("Organization - Name,"));
    assert!(text(crm::Crm::Generic).contains("Asiakas;Y-tunnus;Luokka;Hoitomalli;"));
    assert!(!hubspot.contains(",=HYPERLINK"), "no formula");
}

#[test]
fn where_meetings_lead_the_handbook_holds_means_targets_and_agendas() {
    let mut case = case();
    case.meetings = Meetings {
        means: vec![Means {
            id: 1,
            name: "Visit".into(),
            times: 2,
            minutes: 150,
            cost: Money::from_units(40),
        }],
        targets: BTreeMap::from([(
            "mark".to_owned(),
            Target {
                goal: Level::Partner,
                means: vec![1],
                owner: Some(1),
                note: "Call in January".into(),
                ..Target::default()
            },
        )]),
        meetings: vec![Meeting {
            kind: MeetingKind::Check,
            purpose: "What comes next.".into(),
            agenda: "Targets\nDecisions".into(),
            people: vec![1, 2],
            times: 6,
            minutes: 90,
            preparation: 30,
        }],
    };
    case.targets = case
        .meetings
        .targets
        .values()
        .cloned()
        .map(|it| (3, it))
        .collect();
    let facts = Facts {
        way: Way::Meetings,
        ..case.facts(Lang::En)
    };
    let named = markdown::handbook(&Handbook::of(&facts, true));
    for part in [
        "| Visit | 2 a year | 150 min | 1 |",
        "| Buys now and then | Plans are made together | Visit | Aino | Call in January |",
        "Check meeting. What comes next. Agenda: Targets; Decisions.",
        "26 h promised",
        "Means cost €80 a year",
    ] {
        assert!(named.contains(part), "{part}: {named}");
    }
    let book = Handbook::of(&facts, false);
    assert_eq!(
        (book.tiers.len(), book.sections.len(), book.pages()),
        (0, 2, 4)
    );
}

#[test]
fn gaps_are_a_row_each_and_no_product_is_taken_for_a_formula() {
    // Seven like each other: one lacks what the six others buy for 10 to 60.
    let customer = |at: u32| Customer {
        key: format!("{at}"),
        name: format!("-{at}+1"),
        revenue: Money::from_units(100),
        industry: Some("F 43.21.Z".into()),
        products: (0..=u32::from(at > 0))
            .map(|it| (it, Money::from_units(1 + i64::from(it * at * 10))))
            .collect(),
        ..Customer::default()
    };
    let mut case = Case::new((0..7).map(customer).collect(), BTreeMap::new());
    case.base.products = vec!["Glue".into(), "=SUM(A1)".into()];
    let tiers = vec![Some(0); 7];
    let white = crate::domain::profiles::WhiteSpace::of(&case.base, &tiers, 3);
    let bytes = white_space::bytes(&case.facts(Lang::Fi), &white);
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].ends_with("Asiakas;Asiakasnumero;Luokka;Toimiala;Vastuuhenkilö;Tuote;Vertaisista ostaa;Vertaisia;Mahdollisuus"), "{}", lines[0]);
    assert_eq!(lines[1], "'-0+1;0;Avain;F 43.21.Z;Aino;'=SUM(A1);6;6;36");
}
