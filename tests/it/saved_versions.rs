//! Every version ever saved opens; what is broken or newer says so and is never mistaken for empty.
//!
//! `tests/data/saved/v1`, `v2`, … hold one file of each kind as that version wrote it. They never
//! change: a new version adds a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};
use jiff_core::civil::date;
use proptest::prelude::*;
use rusetti::domain::care::meetings::{Level, Means, Meeting, MeetingKind, Target};
use rusetti::domain::care::{
    CareModel, Channel, Contact, ContactKind, Country, DealRule, Evidence, Extra, Goal, GoalKind,
    Meetings, Person, Question, Sureness, Trade, Way,
};
use rusetti::domain::customer::{Customer, CustomerBase};
use rusetti::domain::duplicates::Verdicts;
use rusetti::domain::fit::spread::Percent;
use rusetti::domain::groups::Groups;
use rusetti::domain::money::{Currency, Money};
use rusetti::domain::month::Month;
use rusetti::domain::tiers::{Exception, Level as Potential, TierPlan};
use rusetti::i18n::{Lang, saved};
use rusetti::store::document::Model;
use rusetti::store::envelope::latest;
use rusetti::store::file::{open_customers, seal_customers};
use rusetti::store::{Content, OpenError, open_any, seal_model, seal_project};

fn text(path: &str) -> String {
    fs::read_to_string(Path::new("tests/data/saved").join(path)).unwrap()
}

#[test]
fn each_version_has_a_model_a_project_and_customers_that_open() {
    for v in 1..=latest() {
        let model = open_any(&text(&format!("v{v}/model.json"))).unwrap();
        assert_eq!(model.content.model().people.len(), 2, "v{v}");
        assert_eq!(model.content.model().exceptions.len(), 2, "v{v}");
        // Pairs that are one customer came with version 2.
        let head = match v {
            1 => "0123456789abcdef",
            _ => "00c0ffee00c0ffee",
        };
        let said = &model.content.model().alike;
        assert_eq!(said.head("0123456789abcdef"), head, "v{v}");
        let project = open_any(&text(&format!("v{v}/project.json"))).unwrap();
        let Content::Project(project) = project.content else {
            panic!("v{v}: no project")
        };
        assert_eq!(project.base.customers.len(), 2, "v{v}");
        let customers = open_customers(&text(&format!("v{v}/customers.json"))).unwrap();
        assert_eq!(customers.source, "asiakkaat-2025.csv", "v{v}");
    }
}

#[test]
fn what_the_newest_version_writes_is_its_fixture_letter_by_letter() {
    // A change of what is saved raises the version: a step in `store::envelope`, and the old fixture
    // stays. Only before the first release may the fixture follow the model.
    let v = latest();
    let stored = text(&format!("v{v}/model.json"));
    let opened = open_any(&stored).unwrap();
    let again = seal_model(opened.content.model(), 17, &opened.saved_at);
    assert_eq!(again, stored.trim_end());
}

#[track_caller]
fn check(path: &str, expected: Expect) {
    let why = match open_any(&text(path)) {
        Ok(opened) => format!("opened: {opened:?}\n"),
        Err(why) => Lang::ALL
            .map(|lang| saved::open_error(lang, &why))
            .join("\n"),
    };
    expected.assert_eq(&why);
}

#[test]
fn a_newer_file_names_the_version_it_needs() {
    check(
        "newer/model.json",
        expect![[r#"
            Tiedosto on tallennettu uudemmalla Rusetilla (7.0.0). Avaa sivun uusin versio ja yritä uudelleen.
            Ten plik zapisano w nowszej wersji Rusetti (7.0.0). Otwórz najnowszą wersję strony i spróbuj ponownie.
            This file was saved by a newer Rusetti (7.0.0). Open the newest version of this page, then try again."#]],
    );
}

#[test]
fn a_file_cut_short_is_not_an_empty_model() {
    check(
        "broken/cut-short.json",
        expect![[r#"
        Tämä ei ole Rusetin tiedosto, tai se on jäänyt kesken. Valitse .json-tiedosto, jonka olet tallentanut täällä.
        To nie jest plik Rusetti albo jest niepełny. Wybierz plik .json zapisany na tej stronie.
        This is not a Rusetti file, or it is cut short. Choose the .json file you saved here."#]],
    );
}

#[test]
fn limits_that_cross_are_damage() {
    check(
        "broken/limits-cross.json",
        expect![[r#"
            Tiedosto on Rusetista, mutta sen sisältö on vioittunut. Kokeile aiempaa varmuuskopiota.
            To plik Rusetti, ale jego zawartość jest uszkodzona. Spróbuj z wcześniejszą kopią zapasową.
            This file is from Rusetti, but its content is damaged. Try an earlier backup."#]],
    );
}

#[test]
fn nothing_else_is_taken_for_a_file_of_ours() {
    for name in [
        "another-program",
        "version-zero",
        "a-customer-file",
        "empty",
    ] {
        assert_eq!(
            open_any(&text(&format!("broken/{name}.json"))),
            Err(OpenError::Unreadable),
            "{name}"
        );
    }
}

#[test]
fn customers_alone_are_no_project() {
    assert!(matches!(
        open_any(&text("v1/customers.json")),
        Err(OpenError::WrongKind(_))
    ));
}

#[test]
fn a_byte_order_mark_before_the_file_does_no_harm() {
    assert!(open_any(&format!("\u{feff}{}", text("v1/model.json"))).is_ok());
}

#[test]
fn what_points_at_nothing_is_left_out() {
    let mut model = Model {
        people: vec![
            Person::usual(1, "Aino".to_owned(), &Currency::new("EUR")),
            Person::usual(1, "Aino again".to_owned(), &Currency::new("EUR")),
        ],
        care: vec![CareModel::default(); 9],
        ..Model::default()
    };
    model.plan.names.clear();
    model.care_mut(0).owners = vec![1, 7];
    model.exceptions.insert(
        "00c0ffee00c0ffee".to_owned(),
        Exception {
            tier: 8,
            reason: "gone".to_owned(),
            review: None,
        },
    );
    let opened = open_any(&seal_model(&model, 1, "t")).unwrap();
    let opened = opened.content.model();
    assert_eq!((opened.plan.names.len(), opened.care.len()), (3, 3));
    assert_eq!(opened.people.len(), 1);
    assert_eq!(opened.care_of_tiers().first().unwrap().owners, [1]);
    assert!(opened.exceptions.is_empty());
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        any::<String>(),
        "[ąęłöä\"\\\\\u{0}-\u{1f}]{0,12}"
    ]
}

fn money() -> impl Strategy<Value = Money> {
    any::<i64>().prop_map(|it| Money::from_ten_thousandths(it.into()))
}

prop_compose! {
    fn care()(
        aim in words(), needs in words(), not_done in words(), what in words(), cost in money(),
        owners in Just(vec![1_u32]), hours in any::<Option<u32>>(), minutes in any::<u32>(),
        no_extras in any::<bool>(), pick in 0_usize..3, kind in 0_usize..7, times in 0_u32..400,
    ) -> CareModel {
        CareModel {
            evidence: Evidence::ALL[..pick].to_vec(),
            sureness: Some(Sureness::ALL[pick]),
            channel: Some(Channel::ALL[pick]),
            response_hours: hours,
            contacts: vec![Contact { kind: ContactKind::ALL[kind], times, minutes, preparation: 5 }],
            incoming_minutes: minutes,
            goals: vec![Goal { kind: GoalKind::ALL[pick], percent: times }],
            escalation: aim.clone(), opening: needs.clone(), topics: not_done.clone(),
            grace_weeks: hours, onboarding: what.clone(), onboarding_minutes: minutes, new_a_year: times,
            growth: aim.clone(), leaving: needs.clone(),
            aim, needs, not_done, owners, no_extras,
            extras: vec![Extra { what, cost }],
            suggested: Question::ALL[..pick].to_vec(),
        }
    }
}

prop_compose! {
    fn model()(
        name in words(), tiers in 2_usize..6, cut in any::<u16>(), tier_name in words(),
        reasons in prop::collection::btree_map("[0-9a-f]{16}", (0_usize..2, words()), 0..5),
        care in prop::collection::vec(care(), 0..2), person in words(), cost in money(),
        margin_percent in any::<Option<u32>>(), has_currency in any::<bool>(),
    ) -> Model {
        let mut plan = TierPlan::usual(tiers);
        plan.move_cut(0, cut);
        plan.names[1] = tier_name;
        let exceptions: BTreeMap<String, Exception> = reasons
            .into_iter()
            .map(|(mark, (tier, reason))| {
                let review = (tier == 0).then(|| date(2027, 2, 28));
                (mark, Exception { tier, reason, review })
            })
            .collect();
        let mut aino = Person::usual(1, person, &Currency::new("EUR"));
        aino.cost_an_hour = cost;
        let currency = has_currency.then(|| Currency::new("PLN"));
        let potentials = [("00c0ffee00c0ffee".to_owned(), Potential::High)].into();
        let mut alike = Verdicts::default();
        let mut groups = Groups::default();
        let marks: Vec<&String> = exceptions.keys().collect();
        for pair in marks.windows(2) {
            match pair {
                [a, b] if a.ends_with('0') => alike.join(b, a),
                [a, b] if a.ends_with('1') => groups.put(b, a),
                [a, b] => alike.keep_apart(b, a),
                _ => groups.take_out("ff"),
            }
        }
        aino.holiday_month = Some(7);
        let owned = exceptions.keys().map(|it| (it.clone(), 1)).collect();
        let means = Means { id: 1, name: name.clone(), times: 2, minutes: 150, cost };
        let target = Target { goal: Level::Partner, means: vec![1], owner: Some(1), ..Target::default() };
        let targets = exceptions.keys().map(|it| (it.clone(), target.clone())).collect();
        let meeting = Meeting {
            kind: MeetingKind::Case, purpose: name.clone(), agenda: name.clone(), people: vec![1],
            times: 12, minutes: 45, preparation: 15,
        };
        Model {
            name, currency, plan, exceptions, alike, groups, care, people: vec![aino], margin_percent, owned, potentials,
            spread: Percent::new(40),
            trade: Some(Trade::ALL[tiers]),
            country: Some(Country::Poland),
            deal: DealRule::Region,
            way: Way::Meetings,
            meetings: Meetings { means: vec![means], targets, meetings: vec![meeting] },
        }
    }
}

prop_compose! {
    fn base()(
        rows in prop::collection::vec((words(), words(), money(), any::<u32>()), 0..20),
    ) -> CustomerBase {
        let customers = rows
            .into_iter()
            .map(|(key, name, revenue, line)| Customer {
                margin: (line % 2 == 0).then_some(revenue),
                last: (line % 3 == 0).then(|| date(2026, 11, 22)),
                region: Some(key.clone()),
                history: vec![(Month::default().plus(24_300), revenue)],
                products: vec![(0, revenue)],
                key, name, revenue, line,
                ..Customer::default()
            })
            .collect();
        CustomerBase { customers, currency: None, products: vec!["Ompelu".to_owned()] }
    }
}

proptest! {
    #[test]
    fn a_model_is_the_same_after_saving_and_opening(model in model(), rev in any::<u64>()) {
        let opened = open_any(&seal_model(&model, rev, "2026-11-22T00:00:00Z")).unwrap();
        prop_assert_eq!(opened.content, Content::Model(Box::new(model)));
    }

    #[test]
    fn a_project_is_the_same_to_the_last_cent(model in model(), source in words(), base in base()) {
        let opened = open_any(&seal_project(&model, &source, &base, "t")).unwrap();
        let Content::Project(project) = opened.content else { panic!("no project") };
        prop_assert_eq!(&project.base, &base);
        prop_assert_eq!((&project.model, &project.source), (&model, &source));
        let kept = open_customers(&seal_customers(&source, &base, "t")).unwrap();
        prop_assert_eq!(kept.base, base);
    }

    #[test]
    fn opening_anything_never_panics(text in any::<String>(), cut in 0_usize..2_000) {
        prop_assert!(open_any(&text).is_err());
        let whole = fs::read_to_string("tests/data/saved/v1/project.json").unwrap();
        let part: String = whole.chars().take(cut).collect();
        if part.trim_end().len() < whole.trim_end().len() {
            prop_assert_eq!(open_any(&part), Err(OpenError::Unreadable));
        }
    }
}
