//! Working days against a table that another program made: see `tests/independent/holidays.py`.
use std::fmt::Write as _;

use expect_test::expect_file;
use jiff_core::civil::date;

use super::*;

#[test]
fn forty_years_of_two_countries_agree_with_another_program() {
    let mut table = String::new();
    for country in Country::ALL {
        for year in 2020..=2060 {
            let days = working_days(Some(country), year).map(|it| it.to_string());
            let _ = writeln!(table, "{country:?} {year} {}", days.join(" "));
        }
    }
    expect_file!["../../../../tests/data/care/working-days.txt"].assert_eq(&table);
}

#[test]
fn easter_is_where_it_is_even_at_its_earliest_and_latest() {
    for (year, day) in [
        (1818, date(1818, 3, 22)),
        (1943, date(1943, 4, 25)),
        (2000, date(2000, 4, 23)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        // The two exceptions of the tables of Gauss.
        (1954, date(1954, 4, 18)),
        (1981, date(1981, 4, 19)),
    ] {
        assert_eq!(easter(year), Some(day));
    }
}

#[test]
fn without_a_country_every_weekday_is_worked() {
    assert_eq!(working_days(None, 2026).iter().sum::<u32>(), 261);
    // 2026 in Finland: nine holidays on weekdays.
    assert_eq!(
        working_days(Some(Country::Finland), 2026)
            .iter()
            .sum::<u32>(),
        252
    );
}
