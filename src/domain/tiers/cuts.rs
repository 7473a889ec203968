//! The limits between tiers of a share method.

use serde::{Deserialize, Serialize};

/// Where one tier ends and the next begins, in basis points of the whole.
///
/// Invariant: one to four cuts, strictly rising, each inside `1..10_000`. So three cuts always make
/// four tiers, and no caller checks again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u16>", into = "Vec<u16>")]
pub struct TierCuts(Vec<u16>);

/// What is wrong with a list of cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutError {
    /// Fewer than one or more than four cuts.
    Count(usize),
    /// The cut at this index is not between 0 and 100 %.
    OutOfRange(usize),
    /// The cut at this index is not above the one before it.
    NotRising(usize),
}

impl std::fmt::Display for CutError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count(n) => write!(f, "{n} cuts; one to four make two to five tiers"),
            Self::OutOfRange(at) => write!(f, "cut {at} is not between 0 and 100 %"),
            Self::NotRising(at) => write!(f, "cut {at} is not above the one before it"),
        }
    }
}

impl std::error::Error for CutError {}

impl TierCuts {
    /// Cuts in basis points.
    ///
    /// # Errors
    /// The first cut that breaks the invariant, by index.
    pub fn new(cuts: Vec<u16>) -> Result<Self, CutError> {
        if !(1..=4).contains(&cuts.len()) {
            return Err(CutError::Count(cuts.len()));
        }
        if let Some(at) = cuts.iter().position(|it| !(1..10_000).contains(it)) {
            return Err(CutError::OutOfRange(at));
        }
        if let Some(at) = cuts.windows(2).position(|it| it.first() >= it.last()) {
            return Err(CutError::NotRising(at + 1));
        }
        Ok(Self(cuts))
    }

    /// The usual cuts for so many tiers; a number outside two to five is moved inside.
    #[must_use]
    pub fn usual(tiers: usize) -> Self {
        Self(match tiers {
            0..=2 => vec![8_000],
            3 => vec![8_000, 9_500],
            4 => vec![6_000, 8_500, 9_700],
            _ => vec![5_000, 7_000, 8_500, 9_500],
        })
    }

    /// The usual shares of customers for so many tiers: the best fifth, the next three tenths, the rest.
    #[must_use]
    pub fn usual_of_customers(tiers: usize) -> Self {
        Self(match tiers {
            0..=2 => vec![2_000],
            3 => vec![2_000, 5_000],
            4 => vec![1_000, 3_000, 6_000],
            _ => vec![2_000, 4_000, 6_000, 8_000],
        })
    }

    /// In basis points, rising.
    #[must_use]
    pub fn as_slice(&self) -> &[u16] {
        &self.0
    }

    /// How many tiers these cuts make.
    #[must_use]
    pub fn tiers(&self) -> usize {
        self.0.len() + 1
    }

    /// The cut at `at` moved to `basis_points`: neighbours stop it, nothing crosses.
    #[must_use]
    pub fn moved(&self, at: usize, basis_points: u16) -> Self {
        let low = at
            .checked_sub(1)
            .and_then(|it| self.0.get(it))
            .map_or(1, |it| it + 1);
        let high = self.0.get(at + 1).map_or(9_999, |it| it - 1);
        let mut cuts = self.0.clone();
        if let Some(cut) = cuts.get_mut(at) {
            *cut = basis_points.max(low).min(high);
        }
        Self(cuts)
    }
}

impl TryFrom<Vec<u16>> for TierCuts {
    type Error = CutError;
    fn try_from(cuts: Vec<u16>) -> Result<Self, CutError> {
        Self::new(cuts)
    }
}

impl From<TierCuts> for Vec<u16> {
    fn from(cuts: TierCuts) -> Self {
        cuts.0
    }
}
