//! The months of a person: hand-computed, and whole whatever the holiday.
use proptest::prelude::*;

use super::*;
use crate::domain::care::Country;
use crate::domain::care::holidays::working_days;

fn person(weeks: u32, holiday_month: Option<u8>) -> Person {
    Person {
        weeks,
        hours_a_week: 10,
        for_customers: 100,
        administration: 0,
        holiday_month,
        ..Person::usual(1, String::new(), &Currency::new("EUR"))
    }
}

#[test]
fn a_holiday_month_holds_what_is_left_of_it() {
    // 240 working days, 20 in each month; 45 weeks are 225 of them: 15 days off, all in July.
    let months = person(45, Some(7)).months(&[20; 12]);
    // 27 000 minutes over 225 days: 120 a day, 2 400 a month, 600 in the five days of July.
    assert_eq!(months[6], 600);
    assert!(
        months
            .iter()
            .enumerate()
            .all(|(at, it)| at == 6 || *it == 2_400)
    );
}

#[test]
fn a_holiday_longer_than_its_month_goes_on_elsewhere() {
    let months = person(40, Some(7)).months(&[20; 12]);
    assert_eq!((months[6], months.iter().sum::<u64>()), (0, 24_000));
}

#[test]
fn regions_are_known_however_they_are_written() {
    let mut aino = person(1, None);
    aino.region = "Uusimaa, pirkanmaa ;Łódź".to_owned();
    for (region, takes) in [
        ("UUSIMAA ", true),
        ("Pirkanmaa", true),
        ("łódź", true),
        ("Uusi", false),
        ("", false),
    ] {
        assert_eq!(aino.takes(region), takes, "{region}");
    }
    assert!(!person(1, None).takes(""));
}

proptest! {
    #[test]
    fn the_months_are_the_year(weeks in 0_u32..60, month in 0_u8..14, year in 1990_i16..2100) {
        let days = working_days(Some(Country::Finland), year);
        let person = person(weeks, Some(month));
        prop_assert_eq!(person.months(&days).iter().sum::<u64>(), person.minutes_a_year());
    }
}
