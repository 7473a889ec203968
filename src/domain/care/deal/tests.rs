//! Dealing: what was decided stands, everybody has one owner, and the loads are level.
use proptest::prelude::*;

use super::*;
use crate::domain::care::{Contact, ContactKind};
use crate::domain::money::{Currency, Money};
use crate::domain::tiers::TierPlan;

fn person(id: u32, name: &str, hours: u32, region: &str) -> Person {
    Person {
        weeks: 1,
        hours_a_week: hours,
        for_customers: 100,
        administration: 0,
        region: region.to_owned(),
        ..Person::usual(id, name.to_owned(), &Currency::new("EUR"))
    }
}

fn tier(owners: &[u32], minutes: u32) -> CareModel {
    CareModel {
        owners: owners.to_vec(),
        contacts: vec![Contact {
            kind: ContactKind::Call,
            times: 1,
            minutes,
            preparation: 0,
        }],
        ..CareModel::default()
    }
}

fn customer(value: i64, owner: &str, region: &str) -> Customer {
    Customer {
        revenue: Money::from_units(value),
        owner: (!owner.is_empty()).then(|| owner.to_owned()),
        region: (!region.is_empty()).then(|| region.to_owned()),
        ..Customer::default()
    }
}

#[track_caller]
fn deal(
    customers: &[Customer],
    models: &[CareModel],
    people: &[Person],
    rule: Rule,
    hand: &[(usize, u32)],
) -> (Deal, usize) {
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let sorting = Sorting::new(&ranking, &TierPlan::usual(models.len()), &BTreeMap::new());
    let in_tiers = (0..models.len())
        .map(|it| sorting.members(&ranking, it).len())
        .sum();
    let deal = Deal::of(Table {
        customers,
        ranking: &ranking,
        sorting: &sorting,
        models,
        people,
        rule,
        hand: &hand.iter().copied().collect(),
    });
    (deal, in_tiers)
}

fn who(deal: &Deal) -> Vec<Option<usize>> {
    deal.owners.iter().map(|it| it.map(|it| it.0)).collect()
}

#[test]
fn by_load_the_one_with_twice_the_hours_gets_twice_the_customers() {
    let people = [person(1, "Aino", 20, ""), person(2, "Mikko", 10, "")];
    let customers = vec![customer(10, "", ""); 6];
    let (deal, _) = deal(
        &customers,
        &[tier(&[1, 2], 60), tier(&[1, 2], 60)],
        &people,
        Rule::Load,
        &[],
    );
    assert_eq!(deal.counts(), [4, 2]);
    assert_eq!(
        deal.loads.iter().map(|it| it.needs).collect::<Vec<_>>(),
        [240, 120]
    );
}

#[test]
fn a_tier_that_one_person_owns_is_dealt_before_one_that_two_can_take() {
    let people = [person(1, "Aino", 10, ""), person(2, "Mikko", 10, "")];
    // Two of Aino's or Mikko's, then four that only Mikko takes: an hour each.
    let customers: Vec<Customer> = [45, 35, 5, 5, 5, 5].map(|it| customer(it, "", "")).to_vec();
    let models = [tier(&[1, 2], 60), tier(&[2], 60)];
    let (deal, _) = deal(&customers, &models, &people, Rule::Load, &[]);
    assert_eq!(deal.counts(), [2, 4]);
}

#[test]
fn hand_goes_before_file_and_file_before_the_rule() {
    let people = [person(1, "Aino", 10, ""), person(2, "Mikko", 10, "")];
    let customers = [
        customer(30, "MIKKO ", ""),
        customer(20, "Mikko", ""),
        customer(10, "Somebody Else", ""),
    ];
    let models = [tier(&[1], 60), tier(&[1], 60)];
    let (deal, _) = deal(&customers, &models, &people, Rule::Load, &[(1, 1)]);
    assert_eq!(
        deal.owners,
        [
            Some((1, How::File)),
            Some((0, How::Hand)),
            Some((0, How::Load))
        ]
    );
    assert_eq!(deal.strangers, 1);
}

#[test]
fn each_stranger_of_the_file_is_named_once() {
    let customers = ["Ewa", "AINO", " ewa ", "", "Olli"].map(|it| customer(1, it, ""));
    let found = strangers(&customers, &[person(1, "Aino", 1, "")]);
    assert_eq!(found, ["Ewa", "Olli"]);
}

#[test]
fn by_region_a_customer_goes_to_whom_takes_it_and_far_ones_by_load() {
    let people = [
        person(1, "Aino", 10, "Uusimaa, Häme"),
        person(2, "Mikko", 10, "Lappi"),
        person(3, "Ewa", 10, "Lappi"),
    ];
    let customers = [
        customer(40, "", "lappi"),
        customer(30, "", "LAPPI"),
        customer(20, "", "häme"),
        customer(10, "", "Åland"),
    ];
    let models = [tier(&[1, 2, 3], 60), tier(&[1, 2, 3], 60)];
    let (deal, _) = deal(&customers, &models, &people, Rule::Region, &[]);
    assert_eq!(who(&deal), [Some(1), Some(2), Some(0), Some(0)]);
    assert_eq!(deal.far, 1);
    assert_eq!(deal.owners[3].map(|it| it.1), Some(How::Load));
}

#[test]
fn an_owner_given_by_hand_who_has_left_leaves_the_rule() {
    let people = [person(1, "Aino", 10, "")];
    let (deal, _) = deal(
        &[customer(1, "", "")],
        &[tier(&[1], 60), tier(&[], 0)],
        &people,
        Rule::Load,
        &[(0, 9)],
    );
    assert_eq!(deal.owners, [Some((0, How::Load))]);
}

#[test]
fn who_has_no_time_at_all_comes_last() {
    let people = [person(1, "", 0, ""), person(2, "", 1, "")];
    let customers = vec![customer(10, "", ""); 3];
    let (deal, _) = deal(
        &customers,
        &[tier(&[1, 2], 600), tier(&[1, 2], 600)],
        &people,
        Rule::Load,
        &[],
    );
    assert_eq!(deal.counts(), [0, 3]);
}

#[test]
fn starts_of_new_customers_are_shared_by_the_owners() {
    let people = [person(1, "", 10, ""), person(2, "", 10, "")];
    let starts = CareModel {
        onboarding_minutes: 50,
        new_a_year: 4,
        ..tier(&[1, 2], 0)
    };
    let (deal, _) = deal(&[], &[starts, tier(&[], 0)], &people, Rule::Load, &[]);
    assert_eq!(
        deal.loads.iter().map(|it| it.needs).collect::<Vec<_>>(),
        [100, 100]
    );
}

proptest! {
    #[test]
    fn everybody_in_a_tier_has_exactly_one_owner_and_no_minute_is_lost(
        values in prop::collection::vec((-5_i64..1_000, 0_usize..4, 0_usize..3), 0..60),
        owners in prop::collection::vec(prop::collection::vec(1_u32..4, 0..3), 2..5),
        hours in prop::collection::vec(0_u32..40, 3),
        hand in prop::collection::vec((0_usize..60, 1_u32..5), 0..8),
        by_region in any::<bool>(), new in 0_u32..9,
    ) {
        let names = ["", "Aino", "Mikko", "Else"];
        let regions = ["", "Lappi", "Häme"];
        let customers: Vec<Customer> =
            values.iter().map(|it| customer(it.0, names[it.1], regions[it.2])).collect();
        let people: Vec<Person> = (1..).zip(&hours).zip(["Aino", "Mikko", "Ewa"]).zip(["Lappi", "", "Häme"])
            .map(|(((id, hours), name), region)| person(id, name, *hours, region)).collect();
        let models: Vec<CareModel> = owners.iter().map(|it| CareModel {
            onboarding_minutes: 7, new_a_year: new, ..tier(it, 45)
        }).collect();
        let rule = if by_region { Rule::Region } else { Rule::Load };
        let hand: Vec<_> = hand.into_iter().filter(|it| it.0 < customers.len()).collect();
        let (deal, in_tiers) = deal(&customers, &models, &people, rule, &hand);
        let owned = deal.owners.iter().flatten().count();
        prop_assert_eq!(deal.counts().iter().sum::<usize>(), owned);
        prop_assert!(owned <= in_tiers);
        if owners.iter().all(|it| !it.is_empty()) {
            prop_assert_eq!(owned, in_tiers);
            prop_assert_eq!(deal.unowned, 0);
        }
        let placed: u64 = deal.loads.iter().map(|it| it.needs).sum();
        let starts: u64 = models.iter().map(CareModel::starts_a_year).sum();
        let needed = u64::try_from(in_tiers).unwrap() * 45 + starts;
        prop_assert_eq!(placed + deal.unowned, needed);
    }
}
