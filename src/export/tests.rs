//! Exports as golden files in three languages, and what must hold of any table.
use std::collections::BTreeMap;

use expect_test::expect_file;
use jiff_core::civil::date;
use proptest::prelude::*;

use super::csv::{Cell, bytes, guarded};
use super::handbook::Handbook;
use super::*;
use crate::domain::care::deal::Table;
use crate::domain::care::meetings::Target;
use crate::domain::care::{
    CareModel, Channel, Contact, ContactKind, Deal, DealRule, Evidence, Extra, Goal, GoalKind,
    Meetings, Person, Sureness, Way,
};
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::{Currency, Money};
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Exception, Sorting, TierPlan};
use crate::i18n::Lang;

mod hand_over;

/// Everything that [`Facts`] borrows.
struct Case {
    plan: TierPlan,
    care: Vec<CareModel>,
    people: Vec<Person>,
    base: CustomerBase,
    exceptions: BTreeMap<usize, Exception>,
    ranking: Ranking,
    sorting: Sorting,
    currency: Currency,
    deal: Deal,
    meetings: Meetings,
    targets: BTreeMap<usize, Target>,
}

impl Case {
    fn new(customers: Vec<Customer>, exceptions: BTreeMap<usize, Exception>) -> Self {
        let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
        let plan = TierPlan::usual(3);
        let ranking = Ranking::new(&values);
        let sorting = Sorting::new(&ranking, &plan, &exceptions);
        let deal = Deal::of(Table {
            customers: &customers,
            ranking: &ranking,
            sorting: &sorting,
            models: &care(),
            people: &people(),
            rule: DealRule::Load,
            hand: &BTreeMap::new(),
        });
        Self {
            plan,
            care: care(),
            people: people(),
            deal,
            meetings: Meetings::default(),
            targets: BTreeMap::new(),
            base: CustomerBase {
                customers,
                ..CustomerBase::default()
            },
            exceptions,
            ranking,
            sorting,
            currency: Currency::new("EUR"),
        }
    }

    fn facts(&self, lang: Lang) -> Facts<'_> {
        Facts {
            lang,
            today: date(2026, 11, 22),
            currency: &self.currency,
            plan: &self.plan,
            care: &self.care,
            people: &self.people,
            source: "asiakkaat <2026>.csv",
            base: Some(&self.base),
            ranking: &self.ranking,
            sorting: &self.sorting,
            exceptions: &self.exceptions,
            margin_percent: Some(20),
            deal: &self.deal,
            way: Way::Tiers,
            meetings: &self.meetings,
            targets: &self.targets,
            room: [1_000; 12],
        }
    }
}

fn people() -> Vec<Person> {
    let named = |id, name: &str, cost| Person {
        cost_an_hour: Money::from_units(cost),
        ..Person::usual(id, name.to_owned(), &Currency::new("EUR"))
    };
    vec![named(1, "Aino", 58), named(2, " ", 40)]
}

fn care() -> Vec<CareModel> {
    let contact = |kind, times, minutes, preparation| Contact {
        kind,
        times,
        minutes,
        preparation,
    };
    let key = CareModel {
        aim: "Stay their first choice.".into(),
        needs: "Deliveries on the *promised* day.".into(),
        evidence: vec![Evidence::Interviews, Evidence::Data],
        sureness: Some(Sureness::Known),
        owners: vec![1, 2],
        channel: Some(Channel::NamedPerson),
        response_hours: Some(8),
        escalation: "Aino decides the same day.".into(),
        topics: "Plans for next year".into(),
        grace_weeks: Some(4),
        onboarding: "A meeting in the first week.".into(),
        onboarding_minutes: 120,
        new_a_year: 2,
        leaving: "Aino calls first.".into(),
        contacts: vec![
            contact(ContactKind::Visit, 2, 120, 30),
            contact(ContactKind::Call, 5, 20, 0),
            contact(ContactKind::Review, 1, 90, 0),
            contact(ContactKind::Event, 0, 90, 0),
        ],
        incoming_minutes: 90,
        extras: vec![Extra {
            what: "Prices | agreed for a year".into(),
            cost: Money::from_units(420),
        }],
        no_extras: false,
        not_done: "We do not send general offers.".into(),
        goals: vec![
            Goal {
                kind: GoalKind::Retention,
                percent: 97,
            },
            Goal {
                kind: GoalKind::Growth,
                percent: 5,
            },
        ],
        ..CareModel::default()
    };
    let guessed = CareModel {
        needs: "Quick answers.".into(),
        evidence: vec![Evidence::Guess],
        sureness: Some(Sureness::Unsure),
        response_hours: Some(72),
        no_extras: true,
        ..CareModel::default()
    };
    vec![key, guessed, CareModel::default()]
}

fn case() -> Case {
    let customer = |key: &str, name: &str, revenue: i128, margin: Option<i128>| Customer {
        key: key.into(),
        name: name.into(),
        revenue: Money::from_ten_thousandths(revenue),
        margin: margin.map(Money::from_ten_thousandths),
        ..Customer::default()
    };
    let customers = vec![
        Customer {
            owner: Some("Mikko".into()),
            industry: Some("-5 % alennus".into()),
            ..customer(
                "1001",
                "Vuoksenranta; Pesuaine Oy",
                8_000_000_000,
                Some(1_234_567),
            )
        },
        customer(
            "1002",
            "=HYPERLINK(\"http://x\")",
            1_000_000_500,
            Some(-250_000),
        ),
        customer("1003", "+358 40 123 456", 500_000_000, None),
        customer("1004", "Żółta \"Łódź\" sp. z o.o.", 499_999_999, Some(0)),
        customer("1005", "-2+3+cmd|' /C calc'!A0", -10_000_000, None),
        customer("1006", "@Ääni", 0, None),
    ];
    let exceptions = BTreeMap::from([(
        2,
        Exception {
            tier: 0,
            reason: "Framework agreement from January".into(),
            review: Some(date(2027, 3, 31)),
        },
    )]);
    Case::new(customers, exceptions)
}

#[test]
fn customers_in_three_languages() {
    let case = case();
    for (lang, file) in [
        (
            Lang::En,
            expect_file!["../../tests/data/export/customers.en.csv"],
        ),
        (
            Lang::Fi,
            expect_file!["../../tests/data/export/customers.fi.csv"],
        ),
        (
            Lang::Pl,
            expect_file!["../../tests/data/export/customers.pl.csv"],
        ),
    ] {
        let bytes = customers::bytes(&case.facts(lang));
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(
            text.starts_with('\u{feff}'),
            "a byte order mark for spreadsheets"
        );
        // Golden files hold line feeds, so that a diff of them can be read.
        file.assert_eq(&text.replace("\r\n", "\n"));
    }
}

#[test]
fn the_handbook_in_three_languages() {
    let case = case();
    for (lang, file) in [
        (
            Lang::En,
            expect_file!["../../tests/data/export/handbook.en.md"],
        ),
        (
            Lang::Fi,
            expect_file!["../../tests/data/export/handbook.fi.md"],
        ),
        (
            Lang::Pl,
            expect_file!["../../tests/data/export/handbook.pl.md"],
        ),
    ] {
        let book = Handbook::of(&case.facts(lang), true);
        file.assert_eq(&markdown::handbook(&book));
    }
}

#[test]
fn a_handbook_without_names_names_nobody() {
    let case = case();
    let book = Handbook::of(&case.facts(Lang::En), false);
    let text = markdown::handbook(&book);
    for customer in &case.base.customers {
        assert!(!text.contains(&customer.name), "{}", customer.name);
    }
    assert!(!text.contains("Confidential"));
}

#[test]
fn a_handbook_without_customers_counts_nobody_and_still_holds_the_promises() {
    let case = case();
    let empty = (Ranking::default(), BTreeMap::new());
    let sorting = Sorting::new(&empty.0, &case.plan, &empty.1);
    let facts = Facts {
        base: None,
        source: "",
        ranking: &empty.0,
        sorting: &sorting,
        exceptions: &empty.1,
        ..case.facts(Lang::En)
    };
    let book = Handbook::of(&facts, true);
    let text = markdown::handbook(&book);
    assert!(text.contains("Stay their first choice."));
    assert!(
        !text.contains("0 customers") && !text.contains("Confidential"),
        "{text}"
    );
    assert_eq!(customers::rows(&facts), Vec::<Vec<Cell>>::new());
}

#[test]
fn only_what_a_spreadsheet_would_run_gets_an_apostrophe() {
    for (text, is_guarded) in [
        ("=1+1", true),
        ("@SUM(A1)", true),
        ("\tx", true),
        ("\r=x", true),
        ("+cmd", true),
        ("-cmd|' /C calc'!A0", true),
        // A number that goes on as a formula is a formula.
        ("-2+3+cmd|' /C calc'!A0", true),
        ("+1-1", true),
        ("-", true),
        ("-5", false),
        ("-1 234,50", false),
        ("+358 40 123 456", false),
        ("Oy =", false),
        ("", false),
        ("'=1", false),
    ] {
        let wanted = if is_guarded {
            format!("'{text}")
        } else {
            text.to_owned()
        };
        assert_eq!(guarded(text), wanted, "{text:?}");
    }
}

#[test]
fn every_customer_of_the_file_has_one_row_and_the_money_adds_up() {
    let case = case();
    let rows = customers::rows(&case.facts(Lang::En));
    assert_eq!(rows.len(), case.base.customers.len() + 1);
    let wide: Vec<usize> = rows.iter().map(Vec::len).collect();
    assert!(wide.iter().all(|it| Some(it) == wide.first()), "{wide:?}");
    let at = rows
        .first()
        .and_then(|it| it.iter().position(|it| *it == Cell::text("Revenue")))
        .expect("a column of revenue");
    let cents = |it: &Cell| match it {
        Cell::Number(it) => ten_thousandths(it),
        Cell::Text(_) => 0,
    };
    let sum: i128 = rows
        .iter()
        .skip(1)
        .filter_map(|it| it.get(at))
        .map(cents)
        .sum();
    let wanted: i128 = case
        .base
        .customers
        .iter()
        .map(|it| it.revenue.ten_thousandths())
        .sum();
    assert_eq!(sum, wanted);
}

/// The rows of CSV bytes, as a spreadsheet of the language reads them.
fn read_back(lang: Lang, bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .expect("a byte order mark");
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(lang.csv_delimiter()).expect("one byte"))
        .from_reader(text)
        .records()
        .map(|it| it.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_as_the_same_table(
        rows in prop::collection::vec(prop::collection::vec("[a-zäł€ =+@\\-\t\r\n\",;'0-9]{0,12}", 2..5), 1..6)
    ) {
        for lang in Lang::ALL {
            let cells: Vec<Vec<Cell>> = rows.iter().map(|it| it.iter().map(Cell::text).collect()).collect();
            let back = read_back(lang, &bytes(lang, &cells));
            let wanted: Vec<Vec<String>> = rows.iter().map(|it| it.iter().map(|it| guarded(it)).collect()).collect();
            prop_assert_eq!(&back, &wanted);
            for cell in back.iter().flatten() {
                let runs = cell.starts_with(['=', '@', '\t', '\r']);
                prop_assert!(!runs, "{:?}", cell);
            }
        }
    }
}

/// An English decimal as ten-thousandths.
fn ten_thousandths(text: &str) -> i128 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<4}").parse().expect("a decimal")
}
