//! A weighted score: each measure gives points from 0 to 100, each counts by its weight.

use serde::{Deserialize, Serialize};

use super::TierCount;
use super::measure::Measure;

/// Billionths of a point: fine enough that equal customers have equal scores, whole so that they
/// compare exactly.
pub type Points = i64;

/// One point.
pub const POINT: Points = 1_000_000_000;

/// How a measure becomes points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// By percentile rank: the share of customers that are worse, half of equal ones counted.
    Rank,
    /// By stated limits, the highest first: the points of the first that the measure reaches, else none.
    Steps(Vec<Step>),
}

/// Points from a limit on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Ten-thousandths of the measure's unit. For days, at most so many.
    pub limit: i64,
    /// From 0 to 100.
    pub points: u8,
}

/// One measure of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// What is measured.
    pub measure: Measure,
    /// How much it counts, in percent.
    pub percent: u8,
    /// How it becomes points.
    pub scale: Scale,
}

impl Weight {
    /// A measure by rank.
    #[must_use]
    pub const fn of(measure: Measure, percent: u8) -> Self {
        Self {
            measure,
            percent,
            scale: Scale::Rank,
        }
    }
}

/// Weights and the points at which tiers begin.
///
/// Invariant: one to six different measures, weights of 1 to 100 that sum to 100, points of steps up
/// to 100; one to four limits, falling, from 1 to 99.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct Score {
    weights: Vec<Weight>,
    limits: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    weights: Vec<Weight>,
    limits: Vec<u8>,
}

/// What is wrong with a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreError {
    /// No measure, or one measure twice.
    Measures,
    /// The weights sum to this, not to 100; or one of them is zero.
    Weights(u32),
    /// A step gives more than 100 points.
    Steps,
    /// Limits are not one to four, falling, from 1 to 99.
    Limits,
}

impl std::fmt::Display for ScoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Measures => write!(f, "a score takes each measure once"),
            Self::Weights(sum) => write!(f, "weights sum to {sum}, not to 100"),
            Self::Steps => write!(f, "a step gives at most 100 points"),
            Self::Limits => write!(f, "limits are one to four falling points from 1 to 99"),
        }
    }
}

impl std::error::Error for ScoreError {}

impl Score {
    /// A score.
    ///
    /// # Errors
    /// The first part of the invariant that does not hold.
    pub fn new(weights: Vec<Weight>, limits: Vec<u8>) -> Result<Self, ScoreError> {
        let is_twice = |at: usize, it: &Weight| {
            weights
                .iter()
                .take(at)
                .any(|other| other.measure == it.measure)
        };
        if weights.is_empty() || weights.iter().enumerate().any(|(at, it)| is_twice(at, it)) {
            return Err(ScoreError::Measures);
        }
        let sum: u32 = weights.iter().map(|it| u32::from(it.percent)).sum();
        if sum != 100 || weights.iter().any(|it| it.percent == 0) {
            return Err(ScoreError::Weights(sum));
        }
        let is_over = |it: &Weight| match &it.scale {
            Scale::Rank => false,
            Scale::Steps(steps) => steps.iter().any(|it| it.points > 100),
        };
        if weights.iter().any(is_over) {
            return Err(ScoreError::Steps);
        }
        let is_falling = limits.windows(2).all(|it| it.first() > it.last());
        let is_inside = limits.iter().all(|it| (1..100).contains(it));
        if !(1..=4).contains(&limits.len()) || !is_falling || !is_inside {
            return Err(ScoreError::Limits);
        }
        Ok(Self { weights, limits })
    }

    /// The usual score for so many tiers: revenue and what else the file knows, at even limits.
    #[must_use]
    pub fn usual(tiers: usize, is_known: impl Fn(Measure) -> bool) -> Self {
        let mut others: Vec<Measure> = Measure::ALL
            .into_iter()
            .filter(|it| *it != Measure::Revenue && is_known(*it))
            .collect();
        others.truncate(3);
        let share: u8 = match others.len() {
            0 => 0,
            1 => 40,
            2 => 30,
            _ => 20,
        };
        let rest = others
            .iter()
            .fold(100_u8, |rest, _| rest.saturating_sub(share));
        let mut weights = vec![Weight::of(Measure::Revenue, rest)];
        weights.extend(others.into_iter().map(|it| Weight::of(it, share)));
        Self {
            weights,
            limits: usual_limits(tiers),
        }
    }

    /// The score in which this measure, if it counts, becomes points in another way.
    ///
    /// # Errors
    /// A step gives more than 100 points.
    pub fn with_scale(&self, measure: Measure, scale: Scale) -> Result<Self, ScoreError> {
        let mut weights = self.weights.clone();
        if let Some(weight) = weights.iter_mut().find(|it| it.measure == measure) {
            weight.scale = scale;
        }
        Self::new(weights, self.limits.clone())
    }

    /// With so many tiers: one that goes away joins the last that stays; new ones begin so low that
    /// next to nobody is in them.
    #[must_use]
    pub fn with_tiers(&self, tiers: TierCount) -> Self {
        let wanted = tiers.get() - 1;
        let mut limits = self.limits.clone();
        limits.resize(wanted, 0);
        // From the last on, each at least a point above the one below it.
        let mut least = 1;
        for limit in limits.iter_mut().rev() {
            *limit = least.max(*limit);
            least = *limit + 1;
        }
        Self {
            limits,
            ..self.clone()
        }
    }

    /// What is measured, and how much it counts.
    #[must_use]
    pub fn weights(&self) -> &[Weight] {
        &self.weights
    }

    /// The points from which each tier but the last begins, falling.
    #[must_use]
    pub fn limits(&self) -> &[u8] {
        &self.limits
    }

    /// The tier of a score.
    #[must_use]
    pub fn tier_of(&self, points: Points) -> usize {
        let is_in = |limit: &u8| points >= Points::from(*limit) * POINT;
        self.limits
            .iter()
            .position(is_in)
            .unwrap_or(self.limits.len())
    }
}

fn usual_limits(tiers: usize) -> Vec<u8> {
    match tiers {
        0..=2 => vec![60],
        3 => vec![70, 45],
        4 => vec![75, 55, 35],
        _ => vec![80, 65, 50, 30],
    }
}

impl TryFrom<Saved> for Score {
    type Error = ScoreError;
    fn try_from(it: Saved) -> Result<Self, ScoreError> {
        Self::new(it.weights, it.limits)
    }
}

impl From<Score> for Saved {
    fn from(it: Score) -> Self {
        Self {
            weights: it.weights,
            limits: it.limits,
        }
    }
}

/// Everybody's score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreSheet {
    /// By customer index.
    totals: Vec<Points>,
    /// The points of each measure before its weight, by customer index; `None` where it is not known
    /// and the middle stands for it.
    parts: Vec<Vec<Option<Points>>>,
    /// For each measure, how many customers took the middle because nothing is known.
    pub missing: Vec<usize>,
}

impl ScoreSheet {
    /// The scores of customers, whose measures `of` gives by customer index.
    #[must_use]
    pub fn new(n: usize, score: &Score, of: impl Fn(Measure, usize) -> Option<i128>) -> Self {
        let mut totals = vec![0; n];
        let mut parts = Vec::new();
        let mut missing = Vec::new();
        for weight in &score.weights {
            let better = |it: i128| {
                if weight.measure.is_less_better() {
                    -it
                } else {
                    it
                }
            };
            let values: Vec<Option<i128>> = (0..n)
                .map(|at| of(weight.measure, at).map(better))
                .collect();
            let part: Vec<Option<Points>> = match &weight.scale {
                Scale::Rank => ranks(&values),
                Scale::Steps(steps) => {
                    let less = weight.measure.is_less_better();
                    values
                        .iter()
                        .map(|it| it.map(|it| step(steps, it, less)))
                        .collect()
                }
            };
            for (total, part) in totals.iter_mut().zip(&part) {
                *total += part.unwrap_or(50 * POINT) * Points::from(weight.percent) / 100;
            }
            missing.push(part.iter().filter(|it| it.is_none()).count());
            parts.push(part);
        }
        Self {
            totals,
            parts,
            missing,
        }
    }

    /// The score of a customer.
    #[must_use]
    pub fn total(&self, customer: usize) -> Points {
        self.totals.get(customer).copied().unwrap_or_default()
    }

    /// The points that a measure (by its place in the score) gives a customer before its weight.
    #[must_use]
    pub fn part(&self, measure: usize, customer: usize) -> Option<Points> {
        self.parts.get(measure)?.get(customer).copied().flatten()
    }
}

/// The percentile rank of each known value in points: worse ones and half of the equal ones, itself
/// counted, of all known.
fn ranks(values: &[Option<i128>]) -> Vec<Option<Points>> {
    let mut sorted: Vec<i128> = values.iter().copied().flatten().collect();
    sorted.sort_unstable();
    let rank = |it: i128| {
        let worse = sorted.partition_point(|other| *other < it);
        let up_to = sorted.partition_point(|other| *other <= it);
        let (twice, n) = (count(worse + up_to), count(sorted.len()).max(1));
        // Half up; a hundred points of billionths times any count stays far below the limit.
        let hundred = i128::from(100 * POINT);
        Points::try_from((twice * hundred + n) / (2 * n)).unwrap_or_default()
    };
    values.iter().map(|it| it.map(rank)).collect()
}

fn count(n: usize) -> i128 {
    i128::try_from(n).unwrap_or(i128::MAX)
}

/// The points of the first step that a value reaches. `value` is turned where less is better.
fn step(steps: &[Step], value: i128, is_less_better: bool) -> Points {
    let limit = |it: &Step| {
        let limit = i128::from(it.limit);
        if is_less_better { -limit } else { limit }
    };
    steps
        .iter()
        .find(|it| value >= limit(it))
        .map_or(0, |it| Points::from(it.points) * POINT)
}

#[cfg(test)]
mod tests;
