//! How much a customer's value varies from one period to the next.

use serde::{Deserialize, Serialize};

use crate::domain::money::Money;

/// Assumed where the file does not tell.
pub const USUAL: f64 = 0.25;
/// Fewer customers of both periods tell nothing.
const LEAST_CUSTOMERS: usize = 10;

/// The standard deviation of the logarithm of next period's value by this period's, and where it is from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Chosen by the user.
    Chosen(f64),
    /// From so many customers with positive value in both periods.
    Found(f64, usize),
    /// [`USUAL`]: the file does not tell.
    Assumed,
}

impl Spread {
    /// The number itself.
    #[must_use]
    pub const fn get(self) -> f64 {
        match self {
            Self::Chosen(it) | Self::Found(it, _) => it,
            Self::Assumed => USUAL,
        }
    }
}

/// A spread chosen by hand, in whole percent: 5 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Percent(u32);

impl Percent {
    /// The least and the most.
    pub const RANGE: (u32, u32) = (5, 100);

    /// So many percent; `None` outside the range.
    #[must_use]
    pub fn new(percent: u32) -> Option<Self> {
        (Self::RANGE.0..=Self::RANGE.1)
            .contains(&percent)
            .then_some(Self(percent))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Percent {
    type Error = String;
    fn try_from(percent: u32) -> Result<Self, String> {
        Self::new(percent).ok_or_else(|| format!("{percent} %; a spread is 5 to 100 %"))
    }
}

impl From<Percent> for u32 {
    fn from(it: Percent) -> Self {
        it.0
    }
}

/// The spread of these customers before and now: 1.4826 times the median absolute deviation of the log
/// ratios of those active in both periods, so that a few wild ones do not decide it.
#[must_use]
pub fn spread(pairs: impl IntoIterator<Item = (Money, Money)>) -> Spread {
    let mut ratios: Vec<f64> = pairs
        .into_iter()
        .filter(|(before, now)| before.is_positive() && now.is_positive())
        .map(|(before, now)| now.share_of(before).ln())
        .collect();
    let customers = ratios.len();
    if customers < LEAST_CUSTOMERS {
        return Spread::Assumed;
    }
    let middle = median(&mut ratios);
    for ratio in &mut ratios {
        *ratio = (*ratio - middle).abs();
    }
    Spread::Found(1.4826 * median(&mut ratios), customers)
}

/// The middle value, or the mean of the two in the middle.
fn median(values: &mut [f64]) -> f64 {
    let (half, is_even) = (values.len() / 2, values.len().is_multiple_of(2));
    let (below, middle, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    let middle = *middle;
    if is_even {
        let lower = below.iter().copied().max_by(f64::total_cmp);
        f64::midpoint(lower.unwrap_or(middle), middle)
    } else {
        middle
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(amounts: &[(i64, i64)]) -> Vec<(Money, Money)> {
        let money = |(a, b): &(i64, i64)| (Money::from_units(*a), Money::from_units(*b));
        amounts.iter().map(money).collect()
    }

    /// The figures are those of tests/independent/fit.py (`scipy.stats.median_abs_deviation`).
    #[test]
    fn the_spread_is_robust_and_that_of_another_program() {
        let odd = [
            (100, 110),
            (200, 180),
            (300, 300),
            (50, 75),
            (80, 60),
            (900, 990),
            (10, 12),
            (40, 30),
            (70, 77),
            (60, 1),
            (500, 480),
            (0, 10),
            (5, -5),
        ];
        let Spread::Found(found, customers) = spread(pairs(&odd)) else {
            panic!("eleven customers tell it")
        };
        assert_eq!(customers, 11);
        assert!((found - 0.156_207_5).abs() < 1e-6, "{found}");
        let Spread::Found(found, 10) = spread(pairs(&odd[..10])) else {
            panic!("ten customers tell it")
        };
        assert!((found - 0.213_258_7).abs() < 1e-6, "{found}");
    }

    #[test]
    fn few_customers_of_both_periods_tell_nothing_and_equal_ones_tell_zero() {
        assert_eq!(spread(pairs(&[(1, 2); 9])), Spread::Assumed);
        assert_eq!(spread(pairs(&[(0, 2); 90])), Spread::Assumed);
        assert_eq!(spread(pairs(&[(1, 2); 10])), Spread::Found(0.0, 10));
    }
}
