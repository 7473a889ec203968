//! What is known of a customer as one number each: what scores rank and rules compare.

use jiff_core::civil::Date;
use serde::{Deserialize, Serialize};

use super::potential::Potential;
use super::rfm::days_between;
use crate::domain::customer::Customer;
use crate::domain::money::Money;

/// A number of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Revenue, in money.
    Revenue,
    /// Margin, in money.
    Margin,
    /// Revenue against the period before, in percent.
    Growth,
    /// Orders, or rows where there are none.
    Orders,
    /// Whole days since the last row, to the day after the file's last.
    Days,
    /// Potential, from 1 to 3.
    Potential,
}

/// How a measure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureUnit {
    /// Money.
    Money,
    /// Percent.
    Percent,
    /// A plain number.
    Number,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 6] = [
        Self::Revenue,
        Self::Margin,
        Self::Growth,
        Self::Orders,
        Self::Days,
        Self::Potential,
    ];

    /// The name in forms and saved models.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Margin => "margin",
            Self::Growth => "growth",
            Self::Orders => "orders",
            Self::Days => "days",
            Self::Potential => "potential",
        }
    }

    /// The measure of a name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// How it is written.
    #[must_use]
    pub const fn unit(self) -> MeasureUnit {
        match self {
            Self::Revenue | Self::Margin => MeasureUnit::Money,
            Self::Growth => MeasureUnit::Percent,
            Self::Orders | Self::Days | Self::Potential => MeasureUnit::Number,
        }
    }

    /// Fewer are better.
    #[must_use]
    pub const fn is_less_better(self) -> bool {
        matches!(self, Self::Days)
    }

    /// The measure of one customer in ten-thousandths (of money, of a percent, of one), or `None` where
    /// the file does not say it. `newest` is the file's last day.
    #[must_use]
    pub fn of(
        self,
        customer: &Customer,
        potential: Potential,
        newest: Option<Date>,
    ) -> Option<i128> {
        let whole = |it: i128| it.saturating_mul(10_000);
        match self {
            Self::Revenue => Some(customer.revenue.ten_thousandths()),
            Self::Margin => customer.margin.map(Money::ten_thousandths),
            Self::Growth => {
                let before = customer.previous.filter(|it| it.is_positive())?;
                let more = customer.revenue - before;
                Some(
                    more.times_ratio(1_000_000, before.ten_thousandths())
                        .ten_thousandths(),
                )
            }
            Self::Orders => Some(whole(customer.orders.into())),
            Self::Days => {
                let reference = newest?.tomorrow().ok()?;
                Some(whole(days_between(customer.last?, reference).into()))
            }
            Self::Potential => {
                let is_known = potential.basis != super::potential::Basis::Unknown;
                is_known.then(|| whole(potential.level.number().into()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day;
    use crate::domain::tiers::potential::{Basis, Level};

    #[track_caller]
    fn check(measure: Measure, wanted: Option<i128>) {
        let customer = Customer {
            revenue: Money::from_units(150),
            previous: Some(Money::from_units(120)),
            orders: 3,
            last: day::parse("2025-01-30"),
            ..Customer::default()
        };
        let potential = Potential {
            level: Level::High,
            basis: Basis::Typed,
        };
        let found = measure.of(&customer, potential, day::parse("2025-01-31"));
        assert_eq!(found, wanted.map(|it| it * 10_000), "{measure:?}");
    }

    #[test]
    fn each_measure_is_in_its_own_unit() {
        check(Measure::Revenue, Some(150));
        check(Measure::Margin, None);
        check(Measure::Growth, Some(25));
        check(Measure::Orders, Some(3));
        check(Measure::Days, Some(2));
        check(Measure::Potential, Some(3));
    }

    #[test]
    fn growth_from_nothing_or_less_is_not_known() {
        for previous in [None, Some(0), Some(-5)] {
            let customer = Customer {
                revenue: Money::from_units(10),
                previous: previous.map(Money::from_units),
                ..Customer::default()
            };
            let unknown = Potential {
                level: Level::Middle,
                basis: Basis::Unknown,
            };
            assert_eq!(Measure::Growth.of(&customer, unknown, None), None);
            assert_eq!(Measure::Potential.of(&customer, unknown, None), None);
        }
    }
}
