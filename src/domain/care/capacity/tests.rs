//! Hours against hours: hand-computed cases, and what must add up whatever the plan.
use proptest::prelude::*;

use super::*;
use crate::domain::care::{Contact, ContactKind};
use crate::domain::money::Money;

fn person(id: u32, hours: u32) -> Person {
    Person {
        id,
        name: String::new(),
        weeks: 1,
        hours_a_week: hours,
        for_customers: 100,
        administration: 0,
        cost_an_hour: Money::ZERO,
        region: String::new(),
        holiday_month: None,
    }
}

fn tier(owners: &[u32], contacts: &[(u32, u32, u32)], incoming: u32) -> CareModel {
    CareModel {
        owners: owners.to_vec(),
        contacts: contacts
            .iter()
            .map(|&(times, minutes, preparation)| Contact {
                kind: ContactKind::Visit,
                times,
                minutes,
                preparation,
            })
            .collect(),
        incoming_minutes: incoming,
        ..CareModel::default()
    }
}

#[test]
fn somebody_is_short_though_all_together_have_time() {
    // Ten hours and forty; both tiers are the first one's, the other owns nothing.
    let people = [person(1, 10), person(2, 40)];
    let load = |minutes: u32| Capacity::of(&[tier(&[1], &[(1, minutes, 0)], 0)], &[1], &people);
    for (minutes, short) in [
        (10 * 60, vec![]),
        // Less than half an hour too much is none in whole hours.
        (10 * 60 + 29, vec![]),
        (17 * 60, vec![(0, 7)]),
    ] {
        let load = load(minutes);
        assert_eq!(load.over(), None);
        assert_eq!(load.short(), short, "{minutes}");
    }
}

#[test]
fn a_tier_just_begun_lacks_what_changes_something_and_one_nearly_done_all_that_is_open() {
    use crate::domain::care::Question::{Contacts, Goals, Needs, Owner, Service};
    let begun = CareModel {
        aim: "Keep them.".to_owned(),
        ..CareModel::default()
    };
    assert_eq!(begun.lacks(), [Owner, Service, Contacts]);
    let nearly = CareModel {
        not_done: "We do not visit.".to_owned(),
        no_extras: true,
        channel: Some(crate::domain::care::Channel::Team),
        response_hours: Some(8),
        // Words without how we know are no answer.
        needs: "Quick answers.".to_owned(),
        ..tier(&[1], &[(1, 30, 0)], 0)
    };
    let nearly = CareModel {
        aim: begun.aim,
        ..nearly
    };
    assert_eq!(nearly.lacks(), [Needs, Goals]);
}

#[test]
fn a_person_has_weeks_times_hours_times_both_shares() {
    for (weeks, hours, share, administration, minutes) in [
        // 44 x 37 x 60 = 97 680; a third of it less a tenth.
        (44, 37, 33, 10, 29_010),
        (46, 40, 100, 0, 110_400),
        (46, 40, 0, 0, 0),
        (46, 40, 100, 100, 0),
        (0, 40, 50, 10, 0),
        // More than all of it is all of it.
        (99, 500, 200, 0, 53 * 168 * 60),
    ] {
        let person = Person {
            weeks,
            hours_a_week: hours,
            for_customers: share,
            administration,
            ..person(1, 0)
        };
        assert_eq!(person.minutes_a_year(), minutes, "{person:?}");
    }
}

#[test]
fn a_tier_takes_its_customers_times_contacts_with_preparation_and_answering() {
    // The plan on the first screen of Care: 27 customers, 2 x 90, 4 x 20, 1 x 90, 180 answering:
    // 530 minutes each, 14 310 together, 238.5 hours.
    let core = tier(&[], &[(2, 90, 0), (4, 20, 0), (1, 90, 0)], 180);
    let capacity = Capacity::of(std::slice::from_ref(&core), &[27], &[person(1, 100)]);
    assert_eq!(core.minutes_a_year(), 530);
    assert_eq!(capacity.needs(), 14_310);
    assert_eq!(capacity.unowned, 14_310);
    assert_eq!(capacity.over(), Some(14_310 - 6_000));
    assert_eq!(capacity.hours_over(), 239 - 100);
    let with_preparation = tier(&[], &[(2, 90, 30)], 0);
    assert_eq!(with_preparation.minutes_a_year(), 240);
}

#[test]
fn exactly_enough_is_enough_and_a_minute_more_is_less_than_an_hour() {
    for (incoming, over, hours) in [(6_000, None, 0), (6_001, Some(1), 0), (6_060, Some(60), 1)] {
        let capacity = Capacity::of(&[tier(&[1], &[], incoming)], &[1], &[person(1, 100)]);
        assert_eq!((capacity.over(), capacity.hours_over()), (over, hours));
    }
}

#[test]
fn owners_share_a_tier_by_the_hours_they_have() {
    let people = [person(1, 30), person(2, 10), person(3, 5)];
    let capacity = Capacity::of(&[tier(&[1, 2], &[], 1_000)], &[1], &people);
    let needs: Vec<u64> = capacity.people.iter().map(|it| it.needs).collect();
    assert_eq!(needs, [750, 250, 0]);
    assert_eq!(capacity.unowned, 0);
}

#[test]
fn owners_without_hours_share_evenly_and_the_odd_minute_goes_to_the_first() {
    let people = [person(1, 0), person(2, 0)];
    let capacity = Capacity::of(&[tier(&[2, 1], &[], 101)], &[1], &people);
    let needs: Vec<u64> = capacity.people.iter().map(|it| it.needs).collect();
    assert_eq!(needs, [51, 50]);
    assert!(capacity.people.iter().all(|it| it.is_over()));
}

#[test]
fn an_owner_who_has_left_owns_nothing() {
    let capacity = Capacity::of(&[tier(&[9], &[], 60)], &[2], &[person(1, 1)]);
    assert_eq!(capacity.unowned, 120);
}

proptest! {
    #[test]
    fn every_minute_has_one_place(
        tiers in prop::collection::vec((prop::collection::vec(1_u32..5, 0..4), 0_u32..900, 0_usize..200), 1..5),
        hours in prop::collection::vec(0_u32..60, 0..4),
    ) {
        let models: Vec<CareModel> = tiers.iter().map(|it| tier(&it.0, &[(1, it.1, 0)], 7)).collect();
        let counts: Vec<usize> = tiers.iter().map(|it| it.2).collect();
        let people: Vec<Person> = (1..).zip(&hours).map(|(id, it)| person(id, *it)).collect();
        let capacity = Capacity::of(&models, &counts, &people);
        let placed: u64 = capacity.people.iter().map(|it| it.needs).sum();
        prop_assert_eq!(placed + capacity.unowned, capacity.needs());
    }
}
