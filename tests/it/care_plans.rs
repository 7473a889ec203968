//! Hours and money of sixty plans that two other programs computed: see `tests/independent/care.py`.

use std::fs;

use rusetti::domain::care::business_case::TierCase;
use rusetti::domain::care::capacity::Capacity;
use rusetti::domain::care::{CareModel, Contact, ContactKind, Extra, Person};
use rusetti::domain::money::{Currency, Money};
use serde_json::Value;

fn number(it: &Value, key: &str) -> u32 {
    u32::try_from(it[key].as_u64().unwrap()).unwrap()
}

fn cents(it: &Value) -> Money {
    Money::from_ten_thousandths(i128::from(it.as_i64().unwrap()) * 100)
}

fn person(it: &Value) -> Person {
    Person {
        weeks: number(it, "weeks"),
        hours_a_week: number(it, "hoursAWeek"),
        for_customers: number(it, "forCustomers"),
        administration: number(it, "administration"),
        cost_an_hour: cents(&it["costCents"]),
        ..Person::usual(number(it, "id"), String::new(), &Currency::new("EUR"))
    }
}

fn model(it: &Value) -> CareModel {
    let list = |key: &str| it[key].as_array().unwrap().clone();
    let contact = |it: &Value| {
        let part = |at: usize| u32::try_from(it[at].as_u64().unwrap()).unwrap();
        Contact {
            kind: ContactKind::Call,
            times: part(0),
            minutes: part(1),
            preparation: part(2),
        }
    };
    let owner = |it: &Value| u32::try_from(it.as_u64().unwrap()).unwrap();
    let extra = |it: &Value| Extra {
        what: String::new(),
        cost: cents(it),
    };
    CareModel {
        owners: list("owners").iter().map(owner).collect(),
        contacts: list("contacts").iter().map(contact).collect(),
        incoming_minutes: number(it, "incoming"),
        onboarding_minutes: number(it, "onboardingMinutes"),
        new_a_year: number(it, "newAYear"),
        extras: list("extrasCents").iter().map(extra).collect(),
        ..CareModel::default()
    }
}

#[test]
fn sixty_plans_agree_with_pandas_and_with_a_workbook() {
    let text = fs::read_to_string("tests/data/care/plans.json").unwrap();
    let plans: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(plans.len(), 60);
    for (at, plan) in plans.iter().enumerate() {
        let people: Vec<Person> = plan["people"]
            .as_array()
            .unwrap()
            .iter()
            .map(person)
            .collect();
        let tiers = plan["tiers"].as_array().unwrap();
        let models: Vec<CareModel> = tiers.iter().map(model).collect();
        let counts: Vec<usize> = tiers
            .iter()
            .map(|it| usize::try_from(number(it, "customers")).unwrap())
            .collect();
        let capacity = Capacity::of(&models, &counts, &people);
        let expected = &plan["expected"];
        assert_eq!(
            capacity.has(),
            expected["has"].as_u64().unwrap(),
            "plan {at}"
        );
        for (place, (model, tier)) in models.iter().zip(tiers).enumerate() {
            let margin = Some(cents(&tier["marginCents"]));
            let case = TierCase::of(model, &people, counts[place], Money::ZERO, margin);
            let wanted = &expected["tiers"][place];
            assert_eq!(
                case.minutes,
                wanted["minutes"].as_u64().unwrap(),
                "plan {at}"
            );
            assert_eq!(capacity.tiers[place], case.minutes, "plan {at}");
            // An hour's cost is kept to a ten-thousandth: half of one for each hour may be missing.
            let hours = case.minutes.div_ceil(60);
            let least = 0.01 + f64::from(u32::try_from(hours).unwrap()) * 0.005;
            for (mine, key) in [
                (case.hours_cost, "hoursCost"),
                (case.extras, "extras"),
                (case.left().unwrap(), "left"),
            ] {
                let apart = (mine.to_f64() * 100.0 - wanted[key].as_f64().unwrap()).abs();
                assert!(apart <= least, "plan {at}, tier {place}, {key}: {apart}");
            }
        }
    }
}
