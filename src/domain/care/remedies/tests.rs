//! Remedies: they fit, they take as little as they can, and where they cannot help there are none.
use super::*;
use crate::domain::care::Contact;
use crate::domain::money::Money;

fn person(hours: u32, for_customers: u32) -> Person {
    Person {
        id: 1,
        name: String::new(),
        weeks: 1,
        hours_a_week: hours,
        for_customers,
        administration: 0,
        cost_an_hour: Money::ZERO,
        region: String::new(),
        holiday_month: None,
    }
}

fn tier(kind: ContactKind, times: u32, minutes: u32) -> CareModel {
    CareModel {
        contacts: vec![Contact {
            kind,
            times,
            minutes,
            preparation: 0,
        }],
        ..CareModel::default()
    }
}

fn equal_customers(n: usize) -> Ranking {
    Ranking::new(&vec![Money::from_units(100); n])
}

#[test]
fn visits_of_the_first_tier_stay_where_the_last_suffices() {
    let models = [
        tier(ContactKind::Visit, 1, 105),
        tier(ContactKind::Visit, 1, 105),
    ];
    // 2 x 105 minutes promised, 180 there: an hour saved in the last tier is enough.
    let it = ByVideo::to_fit(&models, &[1, 1], &[person(3, 100)]).expect("a remedy");
    assert_eq!(
        (it.tiers.as_slice(), it.saved, it.fits),
        ([1].as_slice(), 60, true)
    );
    assert_eq!(it.models.first(), models.first());
}

#[test]
fn what_video_saves_is_told_even_where_it_does_not_suffice() {
    let models = [tier(ContactKind::Visit, 1, 105)];
    let it = ByVideo::to_fit(&models, &[4], &[person(1, 100)]).expect("a remedy");
    assert_eq!((it.saved, it.fits), (240, false));
    let calls = [tier(ContactKind::Call, 4, 105)];
    assert_eq!(ByVideo::to_fit(&calls, &[4], &[person(1, 100)]), None);
}

#[test]
fn a_narrower_tier_moves_no_more_customers_than_it_takes() {
    let ranking = equal_customers(10);
    let plan = TierPlan::usual(2);
    let models = [
        tier(ContactKind::Call, 1, 60),
        tier(ContactKind::Call, 1, 30),
    ];
    let none = BTreeMap::new();
    let before = Sorting::new(&ranking, &plan, &none);
    let first = before.tiers().first().map_or(0, |it| it.customers);
    let promised = first * 60 + (10 - first) * 30;
    assert_eq!(
        promised % 60,
        0,
        "the hours below are one less than promised"
    );
    let hours = u32::try_from(promised / 60 - 1).expect("small");
    let it = Narrower::to_fit(&models, &[person(hours, 100)], &ranking, &plan, &none);
    // Equal customers part only all together: nobody would be left.
    assert_eq!(it, None);
    let values: Vec<Money> = (1..=10).map(|it| Money::from_units(it * 10)).collect();
    let ranking = Ranking::new(&values);
    let counts: Vec<usize> = Sorting::new(&ranking, &plan, &none)
        .tiers()
        .iter()
        .map(|it| it.customers)
        .collect();
    let needs = Capacity::of(&models, &counts, &[]).needs();
    let hours = u32::try_from((needs - 60) / 60).expect("small");
    let it =
        Narrower::to_fit(&models, &[person(hours, 100)], &ranking, &plan, &none).expect("a remedy");
    let missing = needs - u64::from(hours) * 60;
    assert!(it.saved >= missing, "{it:?} for {missing}");
    assert!(it.customers.0 - it.customers.1 <= 3, "{it:?} for {missing}");
    assert_eq!(it.limit % 100, 0);
}

#[test]
fn a_tier_that_is_promised_nothing_takes_nobody_in() {
    let ranking = equal_customers(4);
    let models = [tier(ContactKind::Call, 1, 60), CareModel::default()];
    let plan = TierPlan::usual(2);
    let it = Narrower::to_fit(
        &models,
        &[person(1, 100)],
        &ranking,
        &plan,
        &BTreeMap::new(),
    );
    assert_eq!(it, None);
}

#[test]
fn the_time_is_asked_of_whom_it_lacks_and_of_nobody_who_has_none_left() {
    let mut second = person(10, 20);
    second.id = 2;
    let people = [person(10, 100), second];
    let mut model = tier(ContactKind::Call, 1, 60);
    model.owners = vec![1, 2];
    // 14 hours promised, 12 there.
    let load = |people: &[Person]| Capacity::of(std::slice::from_ref(&model), &[14], people);
    let it = MoreTime::to_fit(&people, load).expect("a remedy");
    let raise = Raise {
        person: 1,
        percent: (20, 40),
        more: 120,
    };
    assert_eq!(it.raises, [raise]);
    let nobody = [person(1, 100)];
    let calls = [tier(ContactKind::Call, 1, 60)];
    let load = |people: &[Person]| Capacity::of(&calls, &[9], people);
    assert_eq!(MoreTime::to_fit(&nobody, load), None);
}

/// Two people of ten hours, half of it for customers, who own a tier of calls each.
fn two_owners() -> ([Person; 2], [CareModel; 2]) {
    let mut second = person(10, 50);
    second.id = 2;
    let mut tiers = [
        tier(ContactKind::Call, 1, 60),
        tier(ContactKind::Call, 1, 60),
    ];
    for (tier, id) in tiers.iter_mut().zip([1, 2]) {
        tier.owners = vec![id];
    }
    ([person(10, 50), second], tiers)
}

#[test]
fn the_time_goes_to_whoever_is_over_though_another_could_give_it_cheaper() {
    let (people, models) = two_owners();
    // The first is asked for 7 of 5 hours, the second for 6 of 5.
    let it = MoreTime::to_fit(&people, |it| Capacity::of(&models, &[7, 6], it)).expect("a remedy");
    let raised: Vec<_> = it.raises.iter().map(|it| (it.person, it.percent)).collect();
    assert_eq!(raised, [(0, (50, 70)), (1, (50, 60))]);
    assert_eq!(it.more(), 180);
    // All together have enough, and still one is over: hours for that one.
    let it = MoreTime::to_fit(&people, |it| Capacity::of(&models, &[7, 1], it)).expect("a remedy");
    let raised: Vec<_> = it.raises.iter().map(|it| (it.person, it.percent)).collect();
    assert_eq!(raised, [(0, (50, 70))]);
}

#[test]
fn who_has_time_takes_a_part_of_the_tier_whose_owner_has_none() {
    let (people, models) = two_owners();
    let with = |counts: [usize; 2]| {
        Shared::to_fit(&models, &people, |it| Capacity::of(it, &counts, &people))
    };
    assert_eq!(with([7, 1]), Some(Shared { tier: 0, person: 1 }));
    assert_eq!(with([5, 5]), None, "everybody has the time");
    assert_eq!(with([7, 6]), None, "nobody has");
}
