//! The year: nothing is lost or made in spreading, and the months are level.
use proptest::prelude::*;

use super::*;
use crate::domain::care::Contact;
use crate::domain::care::capacity::Capacity;

fn model(incoming: u32, contacts: &[(u32, u32)]) -> CareModel {
    CareModel {
        incoming_minutes: incoming,
        contacts: contacts
            .iter()
            .map(|&(times, minutes)| Contact {
                kind: ContactKind::Call,
                times,
                minutes,
                preparation: 0,
            })
            .collect(),
        ..CareModel::default()
    }
}

const EVEN: [u64; 12] = [1_000; 12];

fn months(calendar: &Calendar) -> Vec<u64> {
    (0..12).map(|it| calendar.minutes_of_all_in(it)).collect()
}

#[test]
fn contacts_that_do_not_divide_by_twelve_do_not_pile_up_in_the_same_months() {
    // Seven visits and seven reviews an hour each: fourteen hours over twelve months.
    let calendar = Calendar::of(&[model(0, &[(1, 60), (1, 60)])], &[7], &EVEN);
    let months = months(&calendar);
    assert_eq!(months.iter().sum::<u64>(), 14 * 60);
    assert!(
        months.iter().all(|it| (60..=120).contains(it)),
        "{months:?}"
    );
}

#[test]
fn four_visits_to_one_customer_do_not_stand_side_by_side() {
    let calendar = Calendar::of(&[model(0, &[(4, 60)])], &[1], &EVEN);
    let held: Vec<usize> = (0..12).filter(|it| calendar.contacts_in(*it) > 0).collect();
    assert_eq!(held.len(), 4);
    assert!(
        held.windows(2)
            .all(|it| it.last() > it.first().map(|it| it + 1).as_ref()),
        "{held:?}"
    );
}

#[test]
fn a_plan_without_contacts_has_a_year_of_answering_only() {
    let calendar = Calendar::of(&[model(60, &[(0, 45)])], &[12], &EVEN);
    assert!(calendar.rows.is_empty());
    assert_eq!(months(&calendar), [60; 12]);
}

#[test]
fn a_holiday_month_holds_less_and_an_empty_one_nothing() {
    let mut room = [1_000; 12];
    room[6] = 250;
    room[11] = 0;
    let calendar = Calendar::of(&[model(0, &[(9, 10)])], &[10], &room);
    // 90 calls over 10 250 minutes: eight in a whole month, two in July, the other eight one by one.
    assert_eq!(calendar.contacts_in(6), 2);
    assert_eq!(calendar.contacts_in(11), 0);
    assert_eq!(months(&calendar).iter().sum::<u64>(), 900);
    assert!((0..6).all(|it| (8..=9).contains(&calendar.contacts_in(it))));
}

proptest! {
    #[test]
    fn whatever_room_there_is_nothing_is_lost(room in prop::array::uniform12(0_u64..9_000), times in 0_u32..60, n in 0_usize..90) {
        let calendar = Calendar::of(&[model(13, &[(times, 20)])], &[n], &room);
        let whole = Capacity::of(&[model(13, &[(times, 20)])], &[n], &[]).needs();
        prop_assert_eq!(months(&calendar).iter().sum::<u64>(), whole);
    }

    #[test]
    fn the_year_takes_what_the_promises_take(
        tiers in prop::collection::vec(
            (0_u32..5_000, prop::collection::vec((0_u32..60, 0_u32..500), 0..4), 0_usize..300),
            1..5,
        )
    ) {
        let models: Vec<CareModel> = tiers.iter().map(|it| model(it.0, &it.1)).collect();
        let counts: Vec<usize> = tiers.iter().map(|it| it.2).collect();
        let calendar = Calendar::of(&models, &counts, &[0; 12]);
        let capacity = Capacity::of(&models, &counts, &[]);
        for (tier, needs) in capacity.tiers.iter().enumerate() {
            let year: u64 = (0..12).map(|it| calendar.minutes_in(it, tier)).sum();
            prop_assert_eq!(year, *needs);
        }
        for row in &calendar.rows {
            let (least, most) = (row.months.iter().min(), row.months.iter().max());
            prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1));
        }
        let longest = calendar.rows.iter().map(|it| it.minutes).max().unwrap_or_default();
        let months = months(&calendar);
        let (least, most) = (months.iter().min(), months.iter().max());
        let apart = most.zip(least).map_or(0, |(most, least)| most - least);
        // One contact and the rounding of answering, which is a minute for each tier.
        prop_assert!(apart <= longest + 5, "{:?}", months);
    }

    #[test]
    fn numbers_of_a_hand_made_file_do_not_break_the_year(times in any::<u32>(), minutes in any::<u32>(), n in any::<usize>()) {
        let models = [model(minutes, &[(times, minutes)]), model(times, &[(minutes, times)])];
        let calendar = Calendar::of(&models, &[n, n], &EVEN);
        prop_assert!(calendar.minutes_of_all_in(11) >= calendar.minutes_in(11, 0));
        let capacity = Capacity::of(&models, &[n, n], &[]);
        prop_assert!(capacity.needs() >= capacity.tiers.first().copied().unwrap_or_default());
    }
}

#[test]
fn everybody_is_in_turn_as_often_as_the_plan_says_and_never_soon_again() {
    // Seven customers, three contacts each: 21 over the year, one or two a month.
    let row = Row {
        tier: 0,
        what: What::Contact(ContactKind::Call),
        months: [2, 2, 2, 1, 2, 2, 1, 2, 2, 2, 1, 2],
        minutes: 30,
    };
    let turns: Vec<(usize, usize)> = (0..12)
        .flat_map(|month| row.turns(month, 7).map(move |it| (it, month)))
        .collect();
    for customer in 0..7 {
        let months: Vec<usize> = turns
            .iter()
            .filter(|it| it.0 == customer)
            .map(|it| it.1)
            .collect();
        assert_eq!(months.len(), 3, "{customer}");
        assert!(
            months
                .windows(2)
                .all(|it| matches!(it, [a, b] if b - a >= 3)),
            "{customer}: {months:?}"
        );
    }
    assert_eq!(row.turns(0, 0).count(), 0, "a tier without customers");
    let letters = Row {
        months: [9; 12],
        ..row
    };
    assert_eq!(
        letters.turns(3, 4).collect::<Vec<_>>(),
        [3, 0, 1, 2],
        "nobody twice"
    );
}
