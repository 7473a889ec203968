//! Who is in which tier, by the rule and by hand, what each tier holds, and why.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::score::{POINT, Points};
use super::{Classes, Exception, ExceptionRate, Grounds, Method, TierPlan};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// Customers in tiers: made from a ranking in a few binary searches, so a limit can be dragged over
/// any number of customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorting {
    /// For each tier the rank at which it ends, or the place in the order of the classes; the last is all.
    ends: Vec<usize>,
    /// Where a method puts each customer into a tier by itself.
    classes: Option<Arc<Classes>>,
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

/// What lacks to the tier above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Money.
    Money(Money),
    /// Points of a score.
    Points(Points),
}

impl Sorting {
    /// Sorts a ranking by a plan that cuts the order of value. `exceptions` are by customer index.
    #[must_use]
    pub fn new(
        ranking: &Ranking,
        plan: &TierPlan,
        exceptions: &BTreeMap<usize, Exception>,
    ) -> Self {
        Self::with(ranking, plan, None, exceptions)
    }

    /// Sorts by any plan: `classes` are [`Classes::new`] of its method.
    #[must_use]
    pub fn with(
        ranking: &Ranking,
        plan: &TierPlan,
        classes: Option<&Arc<Classes>>,
        exceptions: &BTreeMap<usize, Exception>,
    ) -> Self {
        let ends = match classes {
            Some(it) => it.ends().to_vec(),
            None => plan.method.ends(ranking),
        };
        Self::of_ends(ranking, ends, classes, exceptions)
    }

    /// Sorts where the ends of the tiers are known already: [`Method::ends`], or those of `classes`.
    #[must_use]
    pub fn of_ends(
        ranking: &Ranking,
        ends: Vec<usize>,
        classes: Option<&Arc<Classes>>,
        exceptions: &BTreeMap<usize, Exception>,
    ) -> Self {
        let mut tiers = Vec::with_capacity(ends.len());
        let mut start = 0;
        for (tier, end) in ends.iter().enumerate() {
            let value = match classes {
                Some(it) => it.values().get(tier).copied().unwrap_or_default(),
                None => ranking.sum_of_top(*end) - ranking.sum_of_top(start),
            };
            let held = (end - start, value);
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
        let apart = match classes {
            Some(_) => (0, Money::ZERO),
            None => (ranking.apart().len(), ranking.apart_total()),
        };
        let mut sorting = Self {
            ends,
            classes: classes.map(Arc::clone),
            by_hand: BTreeMap::new(),
            tiers,
            apart,
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
    pub(super) fn tier_of_rank(&self, rank: usize) -> usize {
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
        match &self.classes {
            Some(it) => it.tier_of(customer),
            None => ranking.rank_of(customer).map(|it| self.tier_of_rank(it)),
        }
    }

    /// What a method that looks at each customer found; `None` for one that cuts the order of value.
    #[must_use]
    pub fn classes(&self) -> Option<&Classes> {
        self.classes.as_deref()
    }

    /// Customers by tier as the rule alone has them, and the place of each; those apart have none.
    fn order<'a>(&'a self, ranking: &'a Ranking) -> &'a [usize] {
        match &self.classes {
            Some(it) => it.order(),
            None => ranking.order(),
        }
    }

    fn place_of(&self, ranking: &Ranking, customer: usize) -> Option<usize> {
        match &self.classes {
            Some(it) => it.place_of(customer),
            None => ranking.rank_of(customer),
        }
    }

    /// What tiers of classes sum to in another amount.
    fn sums_of_classes(
        &self,
        classes: &Classes,
        amount_of: &impl Fn(usize) -> Money,
    ) -> Vec<Money> {
        let mut start = 0;
        let mut sums = Vec::with_capacity(self.ends.len());
        for end in &self.ends {
            let members = classes.order().get(start..*end).unwrap_or_default();
            sums.push(members.iter().map(|it| amount_of(*it)).sum());
            start = *end;
        }
        sums
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
        let mut sums: Vec<Money> = match &self.classes {
            Some(it) => self.sums_of_classes(it, &amount_of),
            None => Vec::with_capacity(self.ends.len()),
        };
        for end in self.ends.iter().skip(sums.len()) {
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

    /// Whether customers are near a limit: see [`Self::near_limits`] and [`Classes::is_near`].
    pub fn near<'a>(&'a self, ranking: &'a Ranking) -> impl Fn(usize) -> bool + 'a {
        let ranges = match &self.classes {
            Some(_) => Vec::new(),
            None => self.near_limits(ranking),
        };
        move |customer| {
            if let Some(classes) = &self.classes {
                return classes.is_near(customer);
            }
            ranking.rank_of(customer).is_some_and(|rank| {
                let at = ranges.partition_point(|it| it.end <= rank);
                ranges.get(at).is_some_and(|it| it.contains(&rank))
            })
        }
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
            .filter_map(|it| self.place_of(ranking, *it))
            .filter(|place| (start..end).contains(place))
            .collect();
        away.sort_unstable();
        let mut members = Vec::with_capacity(end - start);
        let mut from = start;
        for gone in away.into_iter().chain([end]) {
            members.extend_from_slice(self.order(ranking).get(from..gone).unwrap_or_default());
            from = gone + 1;
        }
        let moved_in = self.by_hand.iter().filter(|(_, to)| **to == tier);
        let mut moved_in: Vec<usize> = moved_in.map(|(at, _)| *at).collect();
        if !moved_in.is_empty() {
            members.append(&mut moved_in);
            // Runs that are in order already are merged, not sorted.
            members.sort_by_key(|it| {
                (
                    ranking.rank_of(*it).is_none(),
                    std::cmp::Reverse(ranking.value_of(*it)),
                    ranking.rank_of(*it),
                )
            });
        }
        members
    }

    /// What lacks to the tier above by the rule, the others unchanged: money, or points of a score;
    /// `None` at the top, for those that stand apart, and where neither alone would lift a customer.
    #[must_use]
    pub fn gap(&self, ranking: &Ranking, plan: &TierPlan, customer: usize) -> Option<Gap> {
        let Some(classes) = &self.classes else {
            return self.to_next(ranking, customer).map(Gap::Money);
        };
        let (Grounds::Score(sheet), Method::Score { score }) = (classes.grounds(), &plan.method)
        else {
            return None;
        };
        let above = classes.tier_of(customer)?.checked_sub(1)?;
        let limit = Points::from(*score.limits().get(above)?) * POINT;
        Some(Gap::Points(limit - sheet.total(customer)))
    }

    /// How much more a customer brings than the best of the tier below; `None` in the last tier, for
    /// those that stand apart, and where value alone does not decide.
    #[must_use]
    pub fn to_lower(&self, ranking: &Ranking, customer: usize) -> Option<Money> {
        if self.classes.is_some() {
            return None;
        }
        let rank = ranking.rank_of(customer)?;
        let below = *self.ends.get(self.tier_of_rank(rank))?;
        let values = ranking.values();
        Some(*values.get(rank)? - *values.get(below)?)
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
}

#[cfg(test)]
mod tests;
