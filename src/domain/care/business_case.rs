//! Does care pay: hours times cost plus extras against margin, tier by tier.

use super::{CareModel, Person};
use crate::domain::customer::Customer;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::Sorting;

/// What one tier's care costs and leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierCase {
    /// Customers in it.
    pub customers: usize,
    /// Their revenue.
    pub revenue: Money,
    /// Their margin, where it is known or estimated.
    pub margin: Option<Money>,
    /// Minutes of care a year.
    pub minutes: u64,
    /// Cost of those minutes.
    pub hours_cost: Money,
    /// Cost of extras.
    pub extras: Money,
}

impl TierCase {
    /// The case of one tier.
    #[must_use]
    pub fn of(
        model: &CareModel,
        people: &[Person],
        customers: usize,
        revenue: Money,
        margin: Option<Money>,
    ) -> Self {
        let count = i128::try_from(customers).unwrap_or(i128::MAX);
        let minutes = model.minutes_of(customers);
        let rate = hour_cost(model, people);
        Self {
            customers,
            revenue,
            margin,
            minutes,
            hours_cost: rate.times_ratio(i128::from(minutes), 60),
            extras: model.extras_a_year().times_ratio(count, 1),
        }
    }

    /// Hours and extras together.
    #[must_use]
    pub fn cost(&self) -> Money {
        self.hours_cost + self.extras
    }

    /// Margin less the cost of care; `None` without margin.
    #[must_use]
    pub fn left(&self) -> Option<Money> {
        self.margin.map(|it| it - self.cost())
    }
}

/// The margin of one tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierMargin {
    /// The file's margins, and an estimate for customers without one; `None` where neither is known
    /// of anybody in the tier.
    pub margin: Option<Money>,
    /// Customers without a margin in the file.
    pub unknown: usize,
    /// Customers whose margin in the file is negative.
    pub losing: usize,
}

/// The margin of every tier, customers where they stand by rule and by hand.
///
/// `percent` of revenue stands for the margin of customers the file gives none for. Without it they
/// are counted in [`TierMargin::unknown`] and add nothing.
#[must_use]
pub fn margins(
    customers: &[Customer],
    ranking: &Ranking,
    sorting: &Sorting,
    percent: Option<u32>,
) -> Vec<TierMargin> {
    let of_tier = |tier: usize| {
        let mut held = TierMargin::default();
        for at in sorting.members(ranking, tier) {
            let Some(customer) = customers.get(at) else {
                continue;
            };
            let estimate =
                percent.map(|it| customer.revenue.times_ratio(i128::from(it.min(100)), 100));
            held.unknown += usize::from(customer.margin.is_none());
            held.losing += usize::from(customer.margin.is_some_and(Money::is_negative));
            if let Some(margin) = customer.margin.or(estimate) {
                held.margin = Some(held.margin.unwrap_or_default() + margin);
            }
        }
        if held.unknown == 0 {
            // Nobody is unknown: of an empty tier the margin is known, and it is nothing.
            held.margin = held.margin.or(Some(Money::ZERO));
        }
        held
    };
    (0..sorting.tiers().len()).map(of_tier).collect()
}

/// What an hour costs for a tier: the mean of its owners weighted by the minutes they have; of all
/// people where the tier has no owner; nothing where there are no people.
#[must_use]
pub fn hour_cost(model: &CareModel, people: &[Person]) -> Money {
    let owners: Vec<&Person> = people
        .iter()
        .filter(|it| model.owners.contains(&it.id))
        .collect();
    let who = if owners.is_empty() {
        people.iter().collect()
    } else {
        owners
    };
    let minutes: i128 = who.iter().map(|it| i128::from(it.minutes_a_year())).sum();
    if minutes == 0 {
        let count = i128::try_from(who.len()).unwrap_or(1);
        return who
            .iter()
            .map(|it| it.cost_an_hour)
            .sum::<Money>()
            .times_ratio(1, count);
    }
    let weighted: Money = who
        .iter()
        .map(|it| {
            it.cost_an_hour
                .times_ratio(i128::from(it.minutes_a_year()), 1)
        })
        .sum();
    weighted.times_ratio(1, minutes)
}

#[cfg(test)]
mod tests;
