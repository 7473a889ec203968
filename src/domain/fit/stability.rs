//! How stable tiers are: in how many of many possible next periods each customer keeps its tier.

use serde::{Deserialize, Serialize};

use super::draw::{Draw, Limit};
use super::verdict::TRIED;
use crate::domain::float;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Method, Rule, TierCuts};

/// Possible next periods that are drawn.
pub const DRAWS: u16 = 1_000;
/// A customer that keeps its tier in fewer percent of the draws is borderline.
pub const BORDERLINE_PERCENT: u16 = 80;
/// The same draws for the same file, always.
const SEED: u64 = 2_025;

/// A simulation in the making: `step` it until it is done.
#[derive(Clone, Debug)]
pub struct Simulation {
    draw: Draw,
    done: u16,
    plans: Vec<Plan>,
}

/// One way of sorting that is tried.
#[derive(Clone, Debug)]
struct Plan {
    limits: Vec<Limit>,
    /// Where tiers end today, by rank.
    ends: Vec<usize>,
    /// By rank, the draws in which the customer kept its tier.
    kept: Vec<u16>,
}

/// What came of the draws for one way of sorting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stability {
    /// By rank, in how many of [`DRAWS`] the customer keeps its tier.
    kept: Vec<u16>,
    /// The mean share of draws in which a customer keeps its tier.
    pub mean: f64,
    /// Customers that keep it in fewer than [`BORDERLINE_PERCENT`] percent of the draws.
    pub borderline: usize,
}

impl Stability {
    /// The share of draws in which the customer at a rank keeps its tier.
    #[must_use]
    pub fn of_rank(&self, rank: usize) -> Option<f64> {
        let kept = self.kept.get(rank)?;
        Some(f64::from(*kept) / f64::from(DRAWS))
    }

    /// Customers that were sorted.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.kept.len()
    }
}

impl Simulation {
    /// Tries the usual limits of as many tiers as [`TRIED`] says.
    #[must_use]
    pub fn of_tried(ranking: &Ranking, spread: f64) -> Self {
        let methods = TRIED.map(|tiers| Method::Share {
            cuts: TierCuts::usual(tiers),
            rule: Rule::Exclusive,
        });
        Self::new(ranking, &methods, spread)
    }

    /// Tries several ways of sorting on the same draws, with values that vary by `spread`.
    #[must_use]
    pub fn new(ranking: &Ranking, methods: &[Method], spread: f64) -> Self {
        let values = ranking.values().iter().map(|it| it.to_f64()).collect();
        let plan = |method: &Method| {
            let ends = method.ends(ranking);
            Plan {
                limits: limits(method, ranking, &ends),
                ends,
                kept: vec![0; ranking.len()],
            }
        };
        Self {
            draw: Draw::new(values, spread, SEED),
            done: 0,
            plans: methods.iter().map(plan).collect(),
        }
    }

    /// Draws so many times more; `true` once all [`DRAWS`] are done.
    pub fn step(&mut self, draws: u16) -> bool {
        for _ in 0..draws.min(DRAWS - self.done) {
            self.draw.next();
            for plan in &mut self.plans {
                plan.count(&self.draw);
            }
            self.done += 1;
        }
        self.done == DRAWS
    }

    /// How far it is, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        f64::from(self.done) / f64::from(DRAWS)
    }

    /// What came of it, one for each way of sorting.
    #[must_use]
    pub fn finish(self) -> Vec<Stability> {
        self.plans.into_iter().map(Plan::finish).collect()
    }
}

impl Plan {
    fn count(&mut self, draw: &Draw) {
        let values = draw.values_at(&self.limits);
        let drawn = draw.drawn();
        let mut above = f64::INFINITY;
        let mut start = 0;
        // Tiers are runs of ranks today: each has one lower and one upper value.
        for (tier, end) in self.ends.iter().enumerate() {
            let least = values.get(tier).copied().unwrap_or_default();
            let run = start..*end;
            let kept = self.kept.get_mut(run.clone()).unwrap_or_default();
            for (kept, value) in kept.iter_mut().zip(drawn.get(run).unwrap_or_default()) {
                *kept += u16::from(*value >= least && *value < above);
            }
            above = above.min(least);
            start = *end;
        }
    }

    fn finish(self) -> Stability {
        let least = DRAWS / 100 * BORDERLINE_PERCENT;
        let sum: u64 = self.kept.iter().map(|it| u64::from(*it)).sum();
        let of = float(self.kept.len().max(1)) * f64::from(DRAWS);
        Stability {
            mean: float(usize::try_from(sum).unwrap_or(usize::MAX)) / of,
            borderline: self.kept.iter().filter(|it| **it < least).count(),
            kept: self.kept,
        }
    }
}

/// Where tiers end in every draw. Methods that look for breaks in the values keep the limits in money
/// that they find today, in the middle between two customers.
fn limits(method: &Method, ranking: &Ranking, ends: &[usize]) -> Vec<Limit> {
    let ratio = |it: &u16| f64::from(*it) / 10_000.0;
    match method {
        Method::Share { cuts, rule } => {
            let limit = |it| Limit::Share(ratio(it), *rule);
            cuts.as_slice().iter().map(limit).collect()
        }
        Method::Customers { cuts } => {
            let limit = |it: &u16| Limit::Rank(ranking.end_of_share(*it));
            cuts.as_slice().iter().map(limit).collect()
        }
        Method::Amounts { limits } => {
            let fixed = limits.as_slice().iter().map(|it| it.to_f64());
            fixed.map(Limit::Fixed).collect()
        }
        _ => {
            let value = |at: usize| ranking.values().get(at).map_or(0.0, |it| it.to_f64());
            let middle = |end: &usize| match end.checked_sub(1) {
                Some(last) => f64::midpoint(value(last), value(*end)),
                None => f64::INFINITY,
            };
            let inner = ends.len().saturating_sub(1);
            ends.iter()
                .take(inner)
                .map(middle)
                .map(Limit::Fixed)
                .collect()
        }
    }
}

#[cfg(test)]
mod tests;
