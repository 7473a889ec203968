//! Does care pay, customer by customer: who costs more to care for than they bring.

use super::business_case::hour_cost;
use super::{CareModel, Person};
use crate::domain::customer::Customer;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::Sorting;

/// What one customer's care costs and leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CustomerCase {
    /// The customer.
    pub at: usize,
    /// Its tier.
    pub tier: usize,
    /// Its margin, from the file or by percentage.
    pub margin: Money,
    /// Hours at their cost, and extras.
    pub cost: Money,
}

impl CustomerCase {
    /// Margin less the cost of care.
    #[must_use]
    pub fn left(&self) -> Money {
        self.margin - self.cost
    }

    /// There was a margin, and care takes more than it.
    #[must_use]
    pub fn is_over_cared(&self) -> bool {
        !self.margin.is_negative() && self.left().is_negative()
    }
}

/// Every customer whose margin is known, by what is left of it, most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Each {
    /// The cases.
    pub cases: Vec<CustomerCase>,
}

impl Each {
    /// The customers of all tiers; `percent` of revenue stands for a margin the file does not give.
    #[must_use]
    pub fn of(
        customers: &[Customer],
        ranking: &Ranking,
        sorting: &Sorting,
        (models, people): (&[CareModel], &[Person]),
        percent: Option<u32>,
    ) -> Self {
        let mut cases = Vec::new();
        for (tier, model) in models.iter().enumerate() {
            let hours = hour_cost(model, people);
            let minutes = i128::from(model.minutes_a_year());
            let cost = hours.times_ratio(minutes, 60) + model.extras_a_year();
            for at in sorting.members(ranking, tier) {
                let Some(customer) = customers.get(at) else {
                    continue;
                };
                let estimate =
                    percent.map(|it| customer.revenue.times_ratio(i128::from(it.min(100)), 100));
                if let Some(margin) = customer.margin.or(estimate) {
                    cases.push(CustomerCase {
                        at,
                        tier,
                        margin,
                        cost,
                    });
                }
            }
        }
        cases.sort_by_key(|it| (std::cmp::Reverse(it.left()), it.at));
        Self { cases }
    }

    /// What is left of all, and how many customers bring it to its peak with how much.
    #[must_use]
    pub fn peak(&self) -> (Money, usize, Money) {
        let bringing = self.cases.iter().filter(|it| it.left().is_positive());
        let (count, peak) =
            bringing.fold((0, Money::ZERO), |(n, sum), it| (n + 1, sum + it.left()));
        (self.cases.iter().map(CustomerCase::left).sum(), count, peak)
    }

    /// Running sums of what is left, most first.
    #[must_use]
    pub fn after(&self) -> Vec<Money> {
        running(self.cases.iter().map(CustomerCase::left))
    }

    /// Running sums of margin before care, most first.
    #[must_use]
    pub fn before(&self) -> Vec<Money> {
        let mut margins: Vec<Money> = self.cases.iter().map(|it| it.margin).collect();
        margins.sort_unstable_by_key(|it| std::cmp::Reverse(*it));
        running(margins.into_iter())
    }

    /// Those whose care takes more than their margin, worst first.
    #[must_use]
    pub fn over_cared(&self) -> Vec<CustomerCase> {
        let worst = self.cases.iter().rev();
        worst.copied().filter(CustomerCase::is_over_cared).collect()
    }

    /// How many cost more than they bring before any care.
    #[must_use]
    pub fn losing(&self) -> usize {
        let cases = self.cases.iter();
        cases.filter(|it| it.margin.is_negative()).count()
    }
}

fn running(amounts: impl Iterator<Item = Money>) -> Vec<Money> {
    let mut sum = Money::ZERO;
    amounts
        .map(|it| {
            sum += it;
            sum
        })
        .collect()
}

#[cfg(test)]
mod tests;
