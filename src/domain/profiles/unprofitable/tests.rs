//! Three ways out of a loss, each by hand.
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

/// Two hours at 60 and 30 of extras for everybody: 150.
fn care() -> (CareModel, Person) {
    let model = CareModel {
        contacts: vec![Contact {
            kind: ContactKind::Visit,
            times: 1,
            minutes: 120,
            preparation: 0,
        }],
        extras: vec![Extra {
            what: String::new(),
            cost: Money::from_units(30),
        }],
        ..CareModel::default()
    };
    let mut aino = Person::usual(1, String::new(), &Currency::new("EUR"));
    aino.cost_an_hour = Money::from_units(60);
    (model, aino)
}

fn found(customers: &[Customer], with_care: bool) -> Vec<Unprofitable> {
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let sorting = Sorting::new(&ranking, &TierPlan::usual(2), &BTreeMap::new());
    let (model, person) = care();
    let (models, people) = if with_care {
        (vec![model.clone(), model], vec![person])
    } else {
        (Vec::new(), Vec::new())
    };
    unprofitable(customers, &ranking, &sorting, &models, &people)
}

#[test]
fn without_care_the_margin_of_the_file_decides_and_the_costliest_comes_first() {
    let customers = [
        customer(800, Some(-80)),
        customer(400, Some(-100)),
        customer(300, Some(0)),
        customer(200, Some(1)),
        customer(100, None),
        customer(0, Some(-5)),
        customer(50, Some(-80)),
    ];
    let it = found(&customers, false);
    let order: Vec<usize> = it.iter().map(|it| it.customer).collect();
    assert_eq!(order, [1, 0, 6, 5], "equal losses stand as in the file");
    let rises: Vec<Option<f64>> = it.iter().map(Unprofitable::price_rise).collect();
    assert_eq!(rises, [Some(0.25), Some(0.1), Some(1.6), None]);
    let cuts: Vec<Option<f64>> = it.iter().map(Unprofitable::cost_cut).collect();
    assert_eq!(
        cuts,
        [Some(0.2), Some(80.0 / 880.0), Some(80.0 / 130.0), Some(1.0)]
    );
    assert!(
        it.iter()
            .all(|it| it.care == (0, Money::ZERO) && it.minutes_to_cut().is_none())
    );
    assert_eq!(it[3].tier, None);
}

#[test]
fn what_care_costs_is_taken_off_and_hours_are_cut_to_a_whole_minute_more() {
    let customers = [
        customer(8_000, Some(1_000)),
        customer(500, Some(129)),
        customer(400, Some(-5)),
        customer(300, Some(30)),
        customer(200, Some(29)),
    ];
    let it = found(&customers, true);
    let left: Vec<(usize, i128)> = it
        .iter()
        .map(|it| (it.customer, it.left().cents()))
        .collect();
    assert_eq!(
        left,
        [(2, -15_500), (4, -12_100), (3, -12_000), (1, -2_100)]
    );
    let minutes: Vec<Option<u64>> = it.iter().map(Unprofitable::minutes_to_cut).collect();
    assert_eq!(
        minutes,
        [None, None, Some(120), Some(21)],
        "extras stay when care goes"
    );
}

#[test]
fn a_part_of_a_minute_is_a_minute() {
    let mut one = found(&[customer(500, Some(129))], true)[0];
    one.margin += Money::from_ten_thousandths(1);
    assert_eq!(one.minutes_to_cut(), Some(21));
    one.margin += Money::from_ten_thousandths(9_999);
    assert_eq!(one.minutes_to_cut(), Some(20));
}

#[test]
fn nobody_and_nobody_at_a_loss_are_an_empty_list() {
    assert!(found(&[], true).is_empty());
    assert!(found(&[customer(9, None)], true).is_empty());
    assert!(found(&[customer(900, Some(150))], true).is_empty());
}
