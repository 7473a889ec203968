//! Limits in money: where one tier ends and the next begins.

use serde::{Deserialize, Serialize};

use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// The least a customer of each tier but the last brings.
///
/// Invariant: one to four limits, falling, above zero. Saved as ten-thousandths: tagged data cannot hold
/// the 128 bits of [`Money`], and no limit needs them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<i64>", into = "Vec<i64>")]
pub struct AmountLimits(Vec<Money>);

/// What is wrong with a list of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitError {
    /// Fewer than one or more than four limits.
    Count(usize),
    /// The limit at this index is zero or less.
    NotPositive(usize),
    /// The limit at this index is not below the one before it.
    NotFalling(usize),
}

impl std::fmt::Display for LimitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count(n) => write!(f, "{n} limits; one to four make two to five tiers"),
            Self::NotPositive(at) => write!(f, "limit {at} is not above zero"),
            Self::NotFalling(at) => write!(f, "limit {at} is not below the one before it"),
        }
    }
}

impl std::error::Error for LimitError {}

impl AmountLimits {
    /// Limits, largest first.
    ///
    /// # Errors
    /// The first limit that breaks the invariant, by index.
    pub fn new(limits: Vec<Money>) -> Result<Self, LimitError> {
        if !(1..=4).contains(&limits.len()) {
            return Err(LimitError::Count(limits.len()));
        }
        if let Some(at) = limits.iter().position(|it| !it.is_positive()) {
            return Err(LimitError::NotPositive(at));
        }
        if let Some(at) = limits.windows(2).position(|it| it.first() <= it.last()) {
            return Err(LimitError::NotFalling(at + 1));
        }
        Ok(Self(limits))
    }

    /// Limits that sort `ranking` as tiers that end at these ranks do, as far as amounts can; made up
    /// where a tier holds nobody.
    #[must_use]
    pub fn of_ends(ranking: &Ranking, ends: &[usize]) -> Self {
        let cent = Money::from_ten_thousandths(100);
        let inner = ends.len().saturating_sub(1).clamp(1, 4);
        let mut limits: Vec<Money> = Vec::with_capacity(inner);
        // From the last up: what is too low is lifted over the one below it.
        for at in (0..inner).rev() {
            let last = ends.get(at).and_then(|it| it.checked_sub(1));
            let value = last.and_then(|it| ranking.values().get(it)).copied();
            let floor = limits.last().copied().unwrap_or_default() + cent;
            limits.push(value.unwrap_or(floor).max(floor));
        }
        limits.reverse();
        Self(limits)
    }

    /// Largest first.
    #[must_use]
    pub fn as_slice(&self) -> &[Money] {
        &self.0
    }

    /// How many tiers these limits make.
    #[must_use]
    pub fn tiers(&self) -> usize {
        self.0.len() + 1
    }

    /// The ranks at which tiers end: a customer at a limit is in the tier above it.
    #[must_use]
    pub fn ends(&self, ranking: &Ranking) -> Vec<usize> {
        let values = ranking.values();
        self.0
            .iter()
            .map(|limit| values.partition_point(|it| it >= limit))
            .collect()
    }

    /// With the limit at `at` set to `amount`.
    ///
    /// # Errors
    /// Why it is none: see [`Self::new`].
    pub fn with(&self, at: usize, amount: Money) -> Result<Self, LimitError> {
        let mut limits = self.0.clone();
        if let Some(limit) = limits.get_mut(at) {
            *limit = amount;
        }
        Self::new(limits)
    }
}

impl TryFrom<Vec<i64>> for AmountLimits {
    type Error = LimitError;
    fn try_from(limits: Vec<i64>) -> Result<Self, LimitError> {
        let money = |it| Money::from_ten_thousandths(i128::from(it));
        Self::new(limits.into_iter().map(money).collect())
    }
}

impl From<AmountLimits> for Vec<i64> {
    fn from(limits: AmountLimits) -> Self {
        let plain = |it: &Money| i64::try_from(it.ten_thousandths()).unwrap_or(i64::MAX);
        limits.0.iter().map(plain).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(units: &[i64]) -> Vec<Money> {
        units.iter().map(|it| Money::from_units(*it)).collect()
    }

    #[test]
    fn a_customer_at_a_limit_is_in_the_tier_above_it() {
        let limits = AmountLimits::new(money(&[100, 10])).expect("they fall");
        let ranking = Ranking::new(&money(&[100, 99, 10, 9]));
        assert_eq!(limits.ends(&ranking), [1, 3]);
    }

    #[test]
    fn limits_that_cannot_be_are_refused() {
        for (limits, why) in [
            (&[][..], LimitError::Count(0)),
            (&[5, 4, 3, 2, 1], LimitError::Count(5)),
            (&[5, 0], LimitError::NotPositive(1)),
            (&[5, 5], LimitError::NotFalling(1)),
        ] {
            assert_eq!(AmountLimits::new(money(limits)), Err(why));
        }
    }

    #[test]
    fn limits_of_tiers_that_hold_nobody_are_made_up_and_still_fall() {
        let ranking = Ranking::new(&money(&[100, 50, 10]));
        for (ends, wanted) in [
            (&[1, 2, 3][..], &[1_000_000, 500_000][..]),
            (&[0, 1, 3], &[1_000_100, 1_000_000]),
            (&[3, 3, 3], &[100_100, 100_000]),
            (&[0, 0, 0], &[200, 100]),
        ] {
            let limits = AmountLimits::of_ends(&ranking, ends);
            let found: Vec<i128> = limits
                .as_slice()
                .iter()
                .map(|it| it.ten_thousandths())
                .collect();
            assert_eq!(found, wanted, "{ends:?}");
            assert!(AmountLimits::new(limits.as_slice().to_vec()).is_ok());
        }
    }
}
