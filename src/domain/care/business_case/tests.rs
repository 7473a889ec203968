//! Does care pay: money to the cent against hand-computed cases.
use std::collections::BTreeMap;

use super::*;
use crate::domain::care::{Contact, ContactKind, Extra};
use crate::domain::tiers::{Exception, TierPlan};

fn person(id: u32, hours: u32, cost: i64) -> Person {
    Person {
        id,
        name: String::new(),
        weeks: 1,
        hours_a_week: hours,
        for_customers: 100,
        administration: 0,
        cost_an_hour: Money::from_units(cost),
        region: String::new(),
        holiday_month: None,
    }
}

fn cents(it: Money) -> i128 {
    it.cents()
}

#[test]
fn a_tier_costs_its_hours_and_its_extras_and_leaves_the_rest() {
    // 27 customers at 530 minutes and 58 an hour: 14 310 minutes, 13 833.00. Extras 90 each: 2 430.
    let model = CareModel {
        contacts: vec![Contact {
            kind: ContactKind::Visit,
            times: 1,
            minutes: 300,
            preparation: 50,
        }],
        incoming_minutes: 180,
        extras: vec![
            Extra {
                what: "a".into(),
                cost: Money::from_units(80),
            },
            Extra {
                what: String::new(),
                cost: Money::from_units(10),
            },
        ],
        ..CareModel::default()
    };
    let people = [person(1, 10, 58)];
    let margin = Some(Money::from_units(124_710));
    let case = TierCase::of(&model, &people, 27, Money::from_units(620_000), margin);
    assert_eq!(case.minutes, 14_310);
    assert_eq!(cents(case.hours_cost), 1_383_300);
    assert_eq!(cents(case.extras), 243_000);
    assert_eq!(
        case.left().map(cents),
        Some(12_471_000 - 1_383_300 - 243_000)
    );
    let decided = CareModel {
        no_extras: true,
        ..model
    };
    assert_eq!(
        TierCase::of(&decided, &people, 27, Money::ZERO, None).extras,
        Money::ZERO
    );
}

#[test]
fn without_a_margin_what_is_left_is_not_told() {
    let case = TierCase::of(&CareModel::default(), &[], 3, Money::from_units(9), None);
    assert_eq!((case.left(), cents(case.cost())), (None, 0));
}

#[test]
fn an_hour_costs_the_mean_of_the_owners_by_their_hours() {
    let people = [person(1, 30, 40), person(2, 10, 80), person(3, 10, 100)];
    let owned = |ids: &[u32]| CareModel {
        owners: ids.to_vec(),
        ..CareModel::default()
    };
    for (owners, wanted) in [
        (&[1, 2][..], 5_000),
        (&[2][..], 8_000),
        // Nobody owns it, or someone who left: everybody's mean, (1200 + 800 + 1000) / 50.
        (&[][..], 6_000),
        (&[9][..], 6_000),
    ] {
        assert_eq!(
            cents(hour_cost(&owned(owners), &people)),
            wanted,
            "{owners:?}"
        );
    }
    assert_eq!(hour_cost(&owned(&[]), &[]), Money::ZERO);
    // Owners without hours cost their plain mean.
    let idle = [person(1, 0, 40), person(2, 0, 60)];
    assert_eq!(cents(hour_cost(&owned(&[1, 2]), &idle)), 5_000);
}

fn customer(key: &str, revenue: i64, margin: Option<i64>) -> Customer {
    Customer {
        key: key.into(),
        name: key.into(),
        revenue: Money::from_units(revenue),
        margin: margin.map(Money::from_units),
        ..Customer::default()
    }
}

fn margins_of(
    customers: &[Customer],
    moved: &[(usize, usize)],
    percent: Option<u32>,
) -> Vec<TierMargin> {
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let exceptions: BTreeMap<usize, Exception> = moved
        .iter()
        .map(|&(at, tier)| {
            let exception = Exception {
                tier,
                reason: "x".into(),
                review: None,
            };
            (at, exception)
        })
        .collect();
    let sorting = Sorting::new(&ranking, &TierPlan::usual(2), &exceptions);
    margins(customers, &ranking, &sorting, percent)
}

#[test]
fn the_margin_of_a_tier_follows_customers_moved_by_hand() {
    let customers = [
        customer("a", 800, Some(200)),
        customer("b", 150, Some(-30)),
        customer("c", 50, Some(5)),
    ];
    let plain = margins_of(&customers, &[], None);
    let sums: Vec<_> = plain
        .iter()
        .map(|it| (it.margin.map(cents), it.losing))
        .collect();
    assert_eq!(sums, [(Some(20_000), 0), (Some(-2_500), 1)]);
    let moved = margins_of(&customers, &[(1, 0)], None);
    let sums: Vec<_> = moved
        .iter()
        .map(|it| (it.margin.map(cents), it.losing))
        .collect();
    assert_eq!(sums, [(Some(17_000), 1), (Some(500), 0)]);
}

#[test]
fn a_percentage_stands_only_for_margins_the_file_lacks() {
    let customers = [
        customer("a", 800, Some(200)),
        customer("b", 150, None),
        customer("c", 50, None),
    ];
    let unknown = margins_of(&customers, &[], None);
    let known: Vec<_> = unknown
        .iter()
        .map(|it| (it.margin.map(cents), it.unknown))
        .collect();
    assert_eq!(known, [(Some(20_000), 0), (None, 2)]);
    let estimated = margins_of(&customers, &[], Some(30));
    let known: Vec<_> = estimated
        .iter()
        .map(|it| (it.margin.map(cents), it.unknown))
        .collect();
    assert_eq!(known, [(Some(20_000), 0), (Some(6_000), 2)]);
    // Of a tier with nobody in it the margin is known: it is nothing.
    let moved = margins_of(&customers, &[(1, 0), (2, 0)], None);
    assert_eq!(moved.last().map(|it| it.margin), Some(Some(Money::ZERO)));
}
