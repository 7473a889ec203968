//! Why a customer is in its tier: facts, which `i18n` puts into a sentence.

use std::collections::BTreeMap;

use super::rfm::Scores;
use super::score::Points;
use super::{Classes, Exception, Grounds, Method, Potential, Rule, Sorting, TierCuts, TierPlan};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// Why a customer is in its tier: facts; the words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Moved by hand; the rule would say `by_rule`.
    ByHand {
        /// The tier by the rule; `None` for a customer without positive value.
        by_rule: Option<usize>,
        /// The user's reason.
        exception: Exception,
    },
    /// The most valuable customer of all.
    Largest,
    /// The share before it (or, under the inclusive rule, up to it) and the limit its tier ends at,
    /// in basis points; 10 000 for the last tier.
    Share {
        /// Basis points of the total before (or up to) this customer.
        share: u16,
        /// Where its tier ends.
        limit: u16,
    },
    /// The share of customers before it and the limit its tier ends at, in basis points.
    Customers {
        /// Basis points of all ranked customers before this one.
        share: u16,
        /// Where its tier ends.
        limit: u16,
    },
    /// Its value against limits in money, given or found.
    Amount {
        /// What it brings.
        value: Money,
        /// The least a customer of its tier brings; `None` in the last tier.
        least: Option<Money>,
        /// The least a customer of the tier above brings; `None` in the first.
        above: Option<Money>,
    },
    /// Same value as a customer of this tier, and equal values stay together.
    Equal {
        /// Where its tier ends, in basis points.
        limit: u16,
    },
    /// Zero or negative value: not ranked.
    Apart,
    /// Its scores, and the days since its last row.
    Rfm {
        /// The three.
        scores: Scores,
        /// Whole days; `None` without a date.
        days: Option<i64>,
        /// Orders.
        orders: u32,
    },
    /// Its box: class of value (0 is most) of so many, and potential.
    Box {
        /// Class of value.
        value: usize,
        /// Classes of value.
        of: usize,
        /// Potential.
        potential: Potential,
    },
    /// Its points, and where its tier begins.
    Score {
        /// The score.
        points: Points,
        /// The least points of its tier; `None` in the last.
        least: Option<u8>,
    },
    /// The rule that caught it, from 0; `None` for the last rule, which catches all.
    Rule(Option<usize>),
}

impl Sorting {
    /// Why a customer is where it is.
    #[must_use]
    pub fn why(
        &self,
        ranking: &Ranking,
        plan: &TierPlan,
        customer: usize,
        exceptions: &BTreeMap<usize, Exception>,
    ) -> Why {
        if let (true, Some(exception)) = (self.is_by_hand(customer), exceptions.get(&customer)) {
            let by_rule = self.tier_by_rule(ranking, customer);
            return Why::ByHand {
                by_rule,
                exception: exception.clone(),
            };
        }
        if let Some(classes) = self.classes() {
            return why_classed(classes, plan, customer);
        }
        let Some(rank) = ranking.rank_of(customer) else {
            return Why::Apart;
        };
        let tier = self.tier_of_rank(rank);
        let (cuts, rule) = match &plan.method {
            Method::Share { cuts, rule } => (cuts, *rule),
            Method::Customers { cuts } => return self.why_customers(ranking, cuts, rank),
            Method::Amounts { limits } => {
                let limit = |at: Option<usize>| limits.as_slice().get(at?).copied();
                return Why::Amount {
                    value: ranking.value_of(customer),
                    least: limit(Some(tier)),
                    above: limit(tier.checked_sub(1)),
                };
            }
            _ => {
                let least = |end: Option<&usize>| {
                    let last = end?.checked_sub(1)?;
                    ranking.values().get(last).copied()
                };
                let is_last = self.ends().get(tier) == Some(&ranking.len());
                return Why::Amount {
                    value: ranking.value_of(customer),
                    least: least(self.ends().get(tier)).filter(|_| !is_last),
                    above: least(tier.checked_sub(1).and_then(|it| self.ends().get(it))),
                };
            }
        };
        let limit = cuts.as_slice().get(tier).copied().unwrap_or(10_000);
        if rank == 0 && rule == Rule::Exclusive {
            return Why::Largest;
        }
        let counted = match rule {
            Rule::Exclusive => rank,
            Rule::Inclusive => rank + 1,
        };
        let share = basis_points(ranking.sum_of_top(counted), ranking.total());
        if share > limit || (share == limit && rule == Rule::Exclusive && limit < 10_000) {
            return Why::Equal { limit };
        }
        Why::Share { share, limit }
    }

    fn why_customers(&self, ranking: &Ranking, cuts: &TierCuts, rank: usize) -> Why {
        let limit = (cuts.as_slice().get(self.tier_of_rank(rank)).copied()).unwrap_or(10_000);
        let share = u16::try_from(rank * 10_000 / ranking.len().max(1)).unwrap_or(10_000);
        if rank >= ranking.end_of_share(limit) {
            return Why::Equal { limit };
        }
        Why::Customers { share, limit }
    }
}

/// Why a customer is in its class.
fn why_classed(classes: &Classes, plan: &TierPlan, customer: usize) -> Why {
    match classes.grounds() {
        Grounds::Rfm(rfm) => match rfm.of(customer) {
            Some(scores) => Why::Rfm {
                scores,
                days: rfm.days(customer),
                orders: rfm.orders(customer),
            },
            None => Why::Apart,
        },
        Grounds::Matrix(boxes) => match boxes.get(customer) {
            Some((value, potential)) => Why::Box {
                value: *value,
                of: match &plan.method {
                    Method::Matrix { matrix } => matrix.size(),
                    _ => 0,
                },
                potential: *potential,
            },
            None => Why::Apart,
        },
        Grounds::Score(sheet) => Why::Score {
            points: sheet.total(customer),
            least: match (&plan.method, classes.tier_of(customer)) {
                (Method::Score { score }, Some(tier)) => score.limits().get(tier).copied(),
                _ => None,
            },
        },
        Grounds::Rules(sheet) => Why::Rule(sheet.first(customer)),
    }
}

/// `part` of `whole` in basis points, rounded down.
fn basis_points(part: Money, whole: Money) -> u16 {
    let whole = whole.ten_thousandths().max(1);
    u16::try_from(part.ten_thousandths() * 10_000 / whole).unwrap_or(10_000)
}
