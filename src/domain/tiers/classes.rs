//! Customers put into tiers one by one, by methods that look at more than value.
//!
//! Made when data, method or potential change, never while a limit is dragged: methods that cut the
//! order of value need none of this.

use std::collections::BTreeMap;

use super::matrix::Matrix;
use super::measure::Measure;
use super::potential::{Level, Potential, potentials};
use super::rfm::{Rfm, Scores, WhatIf};
use super::rules::{RuleList, RuleSheet};
use super::score::{POINT, Score, ScoreSheet};
use super::{Method, SegmentTiers};
use crate::domain::customer::Customer;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// Whoever is so few points from a limit is near it.
pub const NEAR_POINTS: i64 = 2;

/// The tier of every customer, and what it was found by.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    tier_of: Vec<usize>,
    /// Customers by tier, the most valuable first in each.
    order: Vec<usize>,
    /// The place of each customer in `order`.
    place_of: Vec<usize>,
    ends: Vec<usize>,
    /// What each tier sums to.
    values: Vec<Money>,
    is_near: Vec<bool>,
    grounds: Grounds,
}

/// What tiers were found by, customer for customer.
#[derive(Clone, Debug, PartialEq)]
pub enum Grounds {
    /// Scores.
    Rfm(Rfm),
    /// The class of value of each, 0 is most, and the potential.
    Matrix(Vec<(usize, Potential)>),
    /// Weighted points.
    Score(ScoreSheet),
    /// Rules.
    Rules(RuleSheet),
}

/// Everything methods may look at.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Customers in file order.
    pub customers: &'a [Customer],
    /// The same by value.
    pub ranking: &'a Ranking,
    /// Potential that the user typed, by customer index.
    pub typed: &'a BTreeMap<usize, Level>,
}

impl Known<'_> {
    /// For how many customers each of [`Measure::ALL`] is known.
    #[must_use]
    pub fn counts(self) -> Vec<usize> {
        let of = measures(self);
        let n = |measure| {
            (0..self.customers.len())
                .filter(|at| of(measure, *at).is_some())
                .count()
        };
        Measure::ALL.map(n).to_vec()
    }

    /// A measure of everybody of whom it is known.
    #[must_use]
    pub fn values(self, measure: Measure) -> Vec<i128> {
        let of = measures(self);
        (0..self.customers.len())
            .filter_map(|at| of(measure, at))
            .collect()
    }
}

impl Classes {
    /// Sorts everybody, also those of zero or less; `None` for a method that cuts the order of value.
    #[must_use]
    pub fn new(method: &Method, known: Known<'_>) -> Option<Self> {
        let (tier_of, is_near, grounds) = match method {
            Method::Rfm { segments } => by_rfm(segments, known),
            Method::Matrix { matrix } => by_matrix(matrix, known),
            Method::Score { score } => by_score(score, known),
            Method::Rules { list } => by_rules(list, known),
            Method::Share { .. }
            | Method::Customers { .. }
            | Method::Amounts { .. }
            | Method::Natural { .. }
            | Method::HeadTail { .. }
            | Method::Computed => return None,
        };
        Some(Self::of(tier_of, method.tiers(), is_near, grounds, known))
    }

    fn of(
        tier_of: Vec<usize>,
        tiers: usize,
        is_near: Vec<bool>,
        grounds: Grounds,
        known: Known<'_>,
    ) -> Self {
        let tier = |at: &usize| tier_of.get(*at).copied().unwrap_or_default();
        let mut order = crate::domain::listing::by_value(known.ranking);
        // Stable: by value within a tier.
        order.sort_by_key(tier);
        let mut place_of = vec![0; order.len()];
        let mut ends = vec![0; tiers];
        let mut values = vec![Money::ZERO; tiers];
        for (place, at) in order.iter().enumerate() {
            if let Some(slot) = place_of.get_mut(*at) {
                *slot = place;
            }
            let tier = tier(at);
            if let (Some(end), Some(value)) = (ends.get_mut(tier), values.get_mut(tier)) {
                *end += 1;
                *value += known.ranking.value_of(*at);
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        Self {
            tier_of,
            order,
            place_of,
            ends,
            values,
            is_near,
            grounds,
        }
    }

    /// The tier of a customer.
    #[must_use]
    pub fn tier_of(&self, customer: usize) -> Option<usize> {
        self.tier_of.get(customer).copied()
    }

    /// Customers by tier, the most valuable first in each.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The place of a customer in [`Self::order`].
    #[must_use]
    pub fn place_of(&self, customer: usize) -> Option<usize> {
        self.place_of.get(customer).copied()
    }

    /// Where each tier ends in [`Self::order`].
    #[must_use]
    pub fn ends(&self) -> &[usize] {
        &self.ends
    }

    /// What each tier sums to by the rule.
    #[must_use]
    pub fn values(&self) -> &[Money] {
        &self.values
    }

    /// The customer would be in another tier if its own value were a tenth more or less; of a score, if
    /// it were [`NEAR_POINTS`] more or less.
    #[must_use]
    pub fn is_near(&self, customer: usize) -> bool {
        self.is_near.get(customer).copied().unwrap_or_default()
    }

    /// What the tiers were found by.
    #[must_use]
    pub const fn grounds(&self) -> &Grounds {
        &self.grounds
    }
}

type Found = (Vec<usize>, Vec<bool>, Grounds);

/// Whether a tenth more or less of its own value would give each customer another tier.
fn near(known: Known<'_>, tier_at: impl Fn(usize, Money) -> usize) -> Vec<bool> {
    let is_near = |(at, it): (usize, &Customer)| {
        let now = tier_at(at, it.revenue);
        let tenths = |n| tier_at(at, it.revenue.times_ratio(n, 10));
        tenths(9) != now || tenths(11) != now
    };
    known.customers.iter().enumerate().map(is_near).collect()
}

fn by_rfm(segments: &SegmentTiers, known: Known<'_>) -> Found {
    let rfm = Rfm::new(known.customers, None);
    let tier = |scores: Scores| segments.tier_of(scores.segment());
    let tiers = (0..known.customers.len())
        .map(|at| rfm.of(at).map_or(0, tier))
        .collect();
    let what_if = WhatIf::new(known.customers);
    let tier_at = |at: usize, value: Money| {
        let (Some(scores), Some(it)) = (rfm.of(at), known.customers.get(at)) else {
            return 0;
        };
        let monetary = what_if.score(it.revenue, value);
        tier(Scores { monetary, ..scores })
    };
    let is_near = near(known, tier_at);
    (tiers, is_near, Grounds::Rfm(rfm))
}

fn by_matrix(matrix: &Matrix, known: Known<'_>) -> Found {
    let least = matrix.least(known.ranking);
    let potentials = potentials(known.customers, known.typed);
    let tier_at = |at: usize, value: Money| {
        let level = potentials.get(at).map(|it| it.level).unwrap_or_default();
        matrix.tier_at(Matrix::class_of(value, &least), matrix.column_of(level))
    };
    let value = |at: usize| known.ranking.value_of(at);
    let tiers = (0..potentials.len())
        .map(|at| tier_at(at, value(at)))
        .collect();
    let is_near = near(known, tier_at);
    let boxes = potentials
        .iter()
        .enumerate()
        .map(|(at, it)| (Matrix::class_of(value(at), &least), *it))
        .collect();
    (tiers, is_near, Grounds::Matrix(boxes))
}

/// Measures of customers by index.
fn measures(known: Known<'_>) -> impl Fn(Measure, usize) -> Option<i128> {
    let potentials = potentials(known.customers, known.typed);
    let newest = known.customers.iter().filter_map(|it| it.last).max();
    move |measure, at| measure.of(known.customers.get(at)?, *potentials.get(at)?, newest)
}

fn by_score(score: &Score, known: Known<'_>) -> Found {
    let sheet = ScoreSheet::new(known.customers.len(), score, measures(known));
    let n = known.customers.len();
    let tiers = (0..n).map(|at| score.tier_of(sheet.total(at))).collect();
    let is_near = (0..n).map(|at| {
        let total = sheet.total(at);
        let reach = NEAR_POINTS * POINT;
        score.tier_of(total + reach) != score.tier_of(total - reach)
    });
    let is_near = is_near.collect();
    (tiers, is_near, Grounds::Score(sheet))
}

fn by_rules(list: &RuleList, known: Known<'_>) -> Found {
    let measure = measures(known);
    let sheet = RuleSheet::new(known.customers, list, &measure);
    let tiers = (0..known.customers.len())
        .map(|at| list.tier_of(sheet.first(at)))
        .collect();
    let tier_at = |at: usize, value: Money| {
        let Some(customer) = known.customers.get(at) else {
            return 0;
        };
        let of = |it: Measure| match it {
            Measure::Revenue => Some(value.ten_thousandths()),
            _ => measure(it, at),
        };
        list.tier_of(list.first(customer, &of))
    };
    let is_near = near(known, tier_at);
    (tiers, is_near, Grounds::Rules(sheet))
}

#[cfg(test)]
mod tests;
