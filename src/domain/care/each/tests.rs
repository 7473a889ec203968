//! Customer by customer, against hand-computed cases.
use std::collections::BTreeMap;

use super::*;
use crate::domain::care::{Contact, ContactKind, Extra};
use crate::domain::money::Currency;
use crate::domain::tiers::TierPlan;

fn customer(revenue: i64, margin: Option<i64>) -> Customer {
    Customer {
        revenue: Money::from_units(revenue),
        margin: margin.map(Money::from_units),
        ..Customer::default()
    }
}

/// Key: two hours at 60 and 30 of extras, 150 each. Standard: a quarter of an hour, 15 each.
fn each(customers: &[Customer], percent: Option<u32>) -> Each {
    let tier = |minutes, extra| CareModel {
        contacts: vec![Contact {
            kind: ContactKind::Visit,
            times: 1,
            minutes,
            preparation: 0,
        }],
        extras: vec![Extra {
            what: String::new(),
            cost: Money::from_units(extra),
        }],
        ..CareModel::default()
    };
    let mut aino = Person::usual(1, String::new(), &Currency::new("EUR"));
    aino.cost_an_hour = Money::from_units(60);
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let sorting = Sorting::new(&ranking, &TierPlan::usual(2), &BTreeMap::new());
    let models = [tier(120, 30), tier(15, 0)];
    Each::of(customers, &ranking, &sorting, (&models, &[aino]), percent)
}

#[test]
fn care_that_takes_more_than_the_margin_is_told_from_a_margin_that_was_lost_before() {
    let customers = [
        customer(8_000, Some(1_000)),
        customer(500, Some(10)),
        customer(400, Some(-5)),
        customer(300, None),
        customer(200, Some(15)),
    ];
    let it = each(&customers, None);
    let left: Vec<(usize, i128)> = it
        .cases
        .iter()
        .map(|it| (it.at, it.left().cents()))
        .collect();
    assert_eq!(left, [(0, 85_000), (4, 0), (1, -500), (2, -2_000)]);
    let over: Vec<usize> = it.over_cared().iter().map(|it| it.at).collect();
    assert_eq!(
        over,
        [1],
        "nothing left is not a loss, and a loss before care is another matter"
    );
    let (all, count, peak) = it.peak();
    assert_eq!((all.cents(), count, peak.cents()), (82_500, 1, 85_000));
    let cents = |it: Vec<Money>| it.into_iter().map(Money::cents).collect::<Vec<_>>();
    assert_eq!(cents(it.after()), [85_000, 85_000, 84_500, 82_500]);
    assert_eq!(cents(it.before()), [100_000, 101_500, 102_500, 102_000]);
}

#[test]
fn a_percentage_stands_for_a_margin_that_is_missing_only() {
    let it = each(&[customer(1_000, None), customer(100, Some(7))], Some(30));
    let margins: Vec<i128> = it.cases.iter().map(|it| it.margin.cents()).collect();
    assert_eq!(margins, [30_000, 700]);
}
