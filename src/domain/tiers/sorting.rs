//! Who is in which tier, by the rule and by hand, what each tier holds, and why.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Exception, ExceptionRate, Method, Rule, TierCuts, TierPlan};
use crate::domain::customer::{Customer, by_index};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// Customers in tiers: made from a ranking in a few binary searches, so a limit can be dragged over
/// any number of customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorting {
    /// For each tier the rank at which it ends; the last is all ranked customers.
    ends: Vec<usize>,
    /// Customers (by index) that stand elsewhere than the rule says, and where.
    by_hand: BTreeMap<usize, usize>,
    tiers: Vec<TierSum>,
    /// Customers in no tier, and their value: zero or negative, and not moved into one by hand.
    apart: (usize, Money),
}

/// What one tier holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TierSum {
    /// Customers in it, exceptions counted where they were moved to.
    pub customers: usize,
    /// Their value.
    pub value: Money,
    /// Customers and value by the rule alone.
    pub by_rule: (usize, Money),
    /// Exceptions away from this tier.
    pub exceptions: ExceptionRate,
}

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
}

impl Sorting {
    /// Sorts a ranking by a plan. `exceptions` are by customer index.
    #[must_use]
    pub fn new(
        ranking: &Ranking,
        plan: &TierPlan,
        exceptions: &BTreeMap<usize, Exception>,
    ) -> Self {
        let ends = plan.method.ends(ranking);
        let mut tiers = Vec::with_capacity(ends.len());
        let mut start = 0;
        for end in &ends {
            let held = (
                end - start,
                ranking.sum_of_top(*end) - ranking.sum_of_top(start),
            );
            tiers.push(TierSum {
                customers: held.0,
                value: held.1,
                by_rule: held,
                exceptions: ExceptionRate {
                    moved: 0,
                    of: held.0,
                },
            });
            start = *end;
        }
        let mut sorting = Self {
            ends,
            by_hand: BTreeMap::new(),
            tiers,
            apart: (ranking.apart().len(), ranking.apart_total()),
        };
        for (customer, exception) in exceptions {
            sorting.move_by_hand(ranking, *customer, exception.tier);
        }
        sorting
    }

    fn move_by_hand(&mut self, ranking: &Ranking, customer: usize, to: usize) {
        let from = self.tier_by_rule(ranking, customer);
        if to >= self.tiers.len() || from == Some(to) {
            return;
        }
        let value = ranking.value_of(customer);
        self.by_hand.insert(customer, to);
        if let Some(tier) = from.and_then(|it| self.tiers.get_mut(it)) {
            tier.customers -= 1;
            tier.value = tier.value - value;
            tier.exceptions.moved += 1;
        } else {
            self.apart.0 = self.apart.0.saturating_sub(1);
            self.apart.1 = self.apart.1 - value;
        }
        if let Some(tier) = self.tiers.get_mut(to) {
            tier.customers += 1;
            tier.value += value;
        }
    }

    /// The tier of a rank by the rule alone.
    fn tier_of_rank(&self, rank: usize) -> usize {
        self.ends.partition_point(|end| *end <= rank)
    }

    /// The tier of a customer, exceptions first; `None` for one that stands apart.
    #[must_use]
    pub fn tier_of(&self, ranking: &Ranking, customer: usize) -> Option<usize> {
        self.by_hand
            .get(&customer)
            .copied()
            .or_else(|| self.tier_by_rule(ranking, customer))
    }

    /// The tier the rule alone gives; `None` for a customer that stands apart.
    #[must_use]
    pub fn tier_by_rule(&self, ranking: &Ranking, customer: usize) -> Option<usize> {
        ranking.rank_of(customer).map(|it| self.tier_of_rank(it))
    }

    /// The customer stands elsewhere than the rule says.
    #[must_use]
    pub fn is_by_hand(&self, customer: usize) -> bool {
        self.by_hand.contains_key(&customer)
    }

    /// Customers that stand elsewhere than the rule says, by index, with their tier.
    #[must_use]
    pub fn by_hand(&self) -> &BTreeMap<usize, usize> {
        &self.by_hand
    }

    /// What each tier holds, best first.
    #[must_use]
    pub fn tiers(&self) -> &[TierSum] {
        &self.tiers
    }

    /// Customers in no tier and their value, zero or negative. With the tiers they are the whole file.
    #[must_use]
    pub fn apart(&self) -> (usize, Money) {
        self.apart
    }

    /// What another amount (margin) sums to in each tier. `running` is [`Ranking::running_sums`] of
    /// the same amount: the cost is that of the exceptions, not of the customers.
    #[must_use]
    pub fn sums(
        &self,
        ranking: &Ranking,
        running: &[Money],
        amount_of: impl Fn(usize) -> Money,
    ) -> Vec<Money> {
        let up_to = |end: usize| running.get(end).copied().unwrap_or_default();
        let mut start = 0;
        let mut sums: Vec<Money> = Vec::with_capacity(self.ends.len());
        for end in &self.ends {
            sums.push(up_to(*end) - up_to(start));
            start = *end;
        }
        for (customer, to) in &self.by_hand {
            let amount = amount_of(*customer);
            let from = self.tier_by_rule(ranking, *customer);
            if let Some(sum) = from.and_then(|it| sums.get_mut(it)) {
                *sum = *sum - amount;
            }
            if let Some(sum) = sums.get_mut(*to) {
                *sum += amount;
            }
        }
        sums
    }

    /// Ranks near a limit, as rising ranges that do not touch: customers that would change tier by the
    /// rule if their own value were a tenth more or a tenth less and all others stayed.
    #[must_use]
    pub fn near_limits(&self, ranking: &Ranking) -> Vec<Range<usize>> {
        let values = ranking.values();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for end in &self.ends {
            let (Some(above), Some(below)) = (
                end.checked_sub(1).and_then(|it| values.get(it)),
                values.get(*end),
            ) else {
                continue;
            };
            // Both are binary searches: values fall with rank.
            let tenths = |it: &Money, n| it.times_ratio(n, 10);
            let from = values.partition_point(|it| tenths(it, 9) > *below);
            let to = values.partition_point(|it| tenths(it, 11) >= *above);
            match ranges.last_mut() {
                Some(last) if from <= last.end => last.end = last.end.max(to),
                _ => ranges.push(from..to),
            }
        }
        ranges
    }

    /// The rank at which each tier ends by the rule.
    #[must_use]
    pub fn ends(&self) -> &[usize] {
        &self.ends
    }

    /// Exceptions among all ranked customers.
    #[must_use]
    pub fn exceptions(&self) -> ExceptionRate {
        ExceptionRate {
            moved: self.by_hand.len(),
            of: self.ends.last().copied().unwrap_or_default(),
        }
    }

    /// Customers of a tier by index: by rank, then those moved in from apart.
    #[must_use]
    pub fn members(&self, ranking: &Ranking, tier: usize) -> Vec<usize> {
        let start = tier
            .checked_sub(1)
            .and_then(|it| self.ends.get(it))
            .copied()
            .unwrap_or_default();
        let end = self.ends.get(tier).copied().unwrap_or_default();
        // By rank in whole runs: those that were moved away are few and stand between the runs.
        let mut away: Vec<usize> = self
            .by_hand
            .keys()
            .filter_map(|it| ranking.rank_of(*it))
            .filter(|rank| (start..end).contains(rank))
            .collect();
        away.sort_unstable();
        let mut members = Vec::with_capacity(end - start);
        let mut from = start;
        for gone in away.into_iter().chain([end]) {
            members.extend_from_slice(ranking.order().get(from..gone).unwrap_or_default());
            from = gone + 1;
        }
        let moved_in = self.by_hand.iter().filter(|(_, to)| **to == tier);
        let mut moved_in: Vec<usize> = moved_in.map(|(at, _)| *at).collect();
        if !moved_in.is_empty() {
            members.append(&mut moved_in);
            // Runs that are in order already are merged, not sorted.
            members.sort_by_key(|it| ranking.rank_of(*it).unwrap_or(usize::MAX));
        }
        members
    }

    /// Money more that would lift a customer to the tier above by the rule, the others unchanged;
    /// `None` at the top and for those that stand apart.
    ///
    /// Approximate in one point only: it takes the customer's place in the order from the value of
    /// the last customer of the tier above, so equal values are enough.
    #[must_use]
    pub fn to_next(&self, ranking: &Ranking, customer: usize) -> Option<Money> {
        let rank = ranking.rank_of(customer)?;
        let above = self.tier_of_rank(rank).checked_sub(1)?;
        let last_above = self.ends.get(above)?.checked_sub(1)?;
        let values = ranking.values();
        Some(*values.get(last_above)? - *values.get(rank)?)
    }

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
            Method::Natural { .. } | Method::HeadTail { .. } | Method::Computed => {
                let least = |end: Option<&usize>| {
                    let last = end?.checked_sub(1)?;
                    ranking.values().get(last).copied()
                };
                let is_last = self.ends.get(tier) == Some(&ranking.len());
                return Why::Amount {
                    value: ranking.value_of(customer),
                    least: least(self.ends.get(tier)).filter(|_| !is_last),
                    above: least(tier.checked_sub(1).and_then(|it| self.ends.get(it))),
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

/// `part` of `whole` in basis points, rounded down.
fn basis_points(part: Money, whole: Money) -> u16 {
    let whole = whole.ten_thousandths().max(1);
    u16::try_from(part.ten_thousandths() * 10_000 / whole).unwrap_or(10_000)
}

/// Exceptions of a saved model, which knows customers by mark, as exceptions by customer index.
#[must_use]
pub fn exceptions_by_index(
    customers: &[Customer],
    by_mark: &BTreeMap<String, Exception>,
) -> BTreeMap<usize, Exception> {
    by_index(customers, by_mark)
}

#[cfg(test)]
mod tests;
