//! Stretched plans: they fit, they never grow, and they leave alone what fits already.
use proptest::prelude::*;

use super::*;
use crate::domain::care::{Contact, ContactKind};
use crate::domain::money::Money;

fn people(hours: u32) -> [Person; 1] {
    [Person {
        id: 1,
        name: String::new(),
        weeks: 1,
        hours_a_week: hours,
        for_customers: 100,
        administration: 0,
        cost_an_hour: Money::ZERO,
        region: String::new(),
        holiday_month: None,
    }]
}

fn tier(incoming: u32, times: &[u32]) -> CareModel {
    CareModel {
        incoming_minutes: incoming,
        contacts: times
            .iter()
            .map(|&times| Contact {
                kind: ContactKind::Call,
                times,
                minutes: 60,
                preparation: 0,
            })
            .collect(),
        ..CareModel::default()
    }
}

#[test]
fn a_quarter_too_much_makes_every_interval_a_quarter_longer() {
    // 125 hours promised, 100 there: 5 and 10 times become 4 and 8.
    let stretch = Stretch::to_fit(&[tier(0, &[5, 10]), tier(0, &[5])], &[5, 10], &people(100));
    let stretch = stretch.expect("it can be stretched");
    assert_eq!(stretch.percent, 25);
    assert_eq!(stretch.saved, 25 * 60);
    let times: Vec<u32> = stretch
        .models
        .iter()
        .flat_map(|it| it.contacts.iter().map(|it| it.times))
        .collect();
    assert_eq!(times, [4, 8, 4]);
}

#[test]
fn what_fits_is_left_alone_and_what_cannot_fit_is_not_promised_to() {
    assert_eq!(Stretch::to_fit(&[tier(0, &[5])], &[20], &people(100)), None);
    // Answering alone takes more than there is.
    assert_eq!(
        Stretch::to_fit(&[tier(700, &[5])], &[10], &people(100)),
        None
    );
    // Once a year is the least there is.
    assert_eq!(
        Stretch::to_fit(&[tier(0, &[4])], &[120], &people(100)),
        None
    );
    assert_eq!(Stretch::to_fit(&[], &[], &[]), None);
}

proptest! {
    #[test]
    fn a_stretched_plan_fits_and_keeps_every_promise_at_least_once(
        times in prop::collection::vec(prop::collection::vec(0_u32..24, 0..4), 1..4),
        hours in 1_u32..160,
    ) {
        let models: Vec<CareModel> = times.iter().map(|it| tier(0, it)).collect();
        let counts = vec![3; models.len()];
        if let Some(stretch) = Stretch::to_fit(&models, &counts, &people(hours)) {
            let before = Capacity::of(&models, &counts, &people(hours));
            let after = Capacity::of(&stretch.models, &counts, &people(hours));
            prop_assert_eq!(after.over(), None);
            prop_assert_eq!(before.needs() - after.needs(), stretch.saved);
            let old = models.iter().flat_map(|it| &it.contacts);
            let new = stretch.models.iter().flat_map(|it| &it.contacts);
            for (old, new) in old.zip(new) {
                prop_assert!(new.times <= old.times);
                prop_assert_eq!(new.times == 0, old.times == 0);
            }
        }
    }
}
