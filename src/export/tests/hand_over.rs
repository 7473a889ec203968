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
