//! Working days of Finland and Poland: public holidays, Easter and what moves with it.
//!
//! Days off are those on which offices are closed: in Finland the eves of Midsummer and Christmas are
//! among them. In Poland a holiday on a Saturday is given back as another day off (Labour Code,
//! art. 130 par. 2), so it counts as a day of its month.

use jiff_core::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::day::after;

/// A country whose holidays are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Country {
    /// Finland.
    Finland,
    /// Poland.
    Poland,
}

impl Country {
    /// Every country.
    pub const ALL: [Self; 2] = [Self::Finland, Self::Poland];

    /// Days of a year on which nobody works, in order; Sundays that are holidays among them.
    #[must_use]
    pub fn holidays(self, year: i16) -> Vec<Date> {
        let fixed: &[(i8, i8)] = match self {
            Self::Finland => &[
                (1, 1),
                (1, 6),
                (5, 1),
                (12, 6),
                (12, 24),
                (12, 25),
                (12, 26),
            ],
            Self::Poland => &[
                (1, 1),
                (1, 6),
                (5, 1),
                (5, 3),
                (8, 15),
                (11, 1),
                (11, 11),
                (12, 25),
                (12, 26),
            ],
        };
        // Days after Easter Sunday.
        let moving: &[i32] = match self {
            Self::Finland => &[-2, 0, 1, 39, 49],
            Self::Poland => &[0, 1, 49, 60],
        };
        let fixed = fixed
            .iter()
            .filter_map(|(month, day)| Date::new(year, *month, *day).ok());
        let easter = easter(year);
        let moving = easter
            .into_iter()
            .flat_map(|easter| moving.iter().map(move |it| after(easter, *it)));
        let mut days: Vec<Date> = fixed.chain(moving).collect();
        match self {
            Self::Finland => {
                // Midsummer is the Saturday from 20 June on, with its eve; All Saints from 31 October on.
                let midsummer = saturday_from(year, 6, 20);
                days.extend(midsummer);
                days.extend(midsummer.map(|it| after(it, -1)));
                days.extend(saturday_from(year, 10, 31));
            }
            // A public holiday since 2025.
            Self::Poland if year >= 2025 => days.extend(Date::new(year, 12, 24).ok()),
            Self::Poland => {}
        }
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// Working days in each month of a year; without a country every day from Monday to Friday.
#[must_use]
pub fn working_days(country: Option<Country>, year: i16) -> [u32; 12] {
    let mut months = [0_u32; 12];
    for (slot, month) in months.iter_mut().zip(1_i8..) {
        let Ok(first) = Date::new(year, month, 1) else {
            continue;
        };
        let days = (1..=first.days_in_month()).filter_map(|it| Date::new(year, month, it).ok());
        *slot = days.map(|it| u32::from(is_weekday(it))).sum();
    }
    let Some(country) = country else {
        return months;
    };
    for day in country.holidays(year) {
        let is_given_back = country == Country::Poland && day.weekday() == Weekday::Saturday;
        let month = usize::try_from(day.month() - 1).unwrap_or_default();
        if let Some(slot) = months.get_mut(month)
            && (is_weekday(day) || is_given_back)
        {
            *slot = slot.saturating_sub(1);
        }
    }
    months
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn saturday_from(year: i16, month: i8, day: i8) -> Option<Date> {
    let from = Date::new(year, month, day).ok()?;
    (0..7)
        .map(|it| after(from, it))
        .find(|it| it.weekday() == Weekday::Saturday)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (golden, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    let month = i8::try_from(day / 31).ok()?;
    Date::new(year, month, i8::try_from(day % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests;
