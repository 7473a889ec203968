//! A calendar month, as a number that sorts, counts and travels cheaply.

use jiff_core::civil::Date;
use serde::{Deserialize, Serialize};

/// A month of a year, counted from January of year 0.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Month(i32);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(i32::from(day.year()) * 12 + i32::from(day.month()) - 1)
    }

    /// Its number, which [`Self::at`] makes a month again.
    #[must_use]
    pub const fn index(self) -> i32 {
        self.0
    }

    /// The month with this number.
    #[must_use]
    pub const fn at(index: i32) -> Self {
        Self(index)
    }

    /// The year it is in.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// Its number in the year, 1 to 12.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// So many months later, or earlier.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months this one is after `other`.
    #[must_use]
    pub const fn since(self, other: Self) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

#[cfg(test)]
mod tests {
    use jiff_core::civil::date;

    use super::*;

    #[test]
    fn a_month_knows_its_year_and_number_across_new_year() {
        let december = Month::of(date(2024, 12, 31));
        assert_eq!((december.year(), december.number()), (2024, 12));
        let next = december.plus(1);
        assert_eq!((next.year(), next.number()), (2025, 1));
        assert_eq!(next.plus(-13), Month::of(date(2023, 12, 1)));
        assert_eq!(next.since(december), 1);
    }
}
