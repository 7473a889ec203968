//! Customers that cost more than they bring, and what each of three ways out comes to: a higher price,
//! cheaper service, letting go.

use crate::domain::care::business_case::hour_cost;
use crate::domain::care::{CareModel, Person};
use crate::domain::customer::Customer;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::Sorting;

/// One customer that costs more than it brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unprofitable {
    /// The customer.
    pub customer: usize,
    /// Its tier; `None` for one apart.
    pub tier: Option<usize>,
    /// Its revenue.
    pub revenue: Money,
    /// Its margin in the file.
    pub margin: Money,
    /// Minutes of care a year that its tier is promised, and what these and the extras cost.
    pub care: (u64, Money),
    /// What an hour of care costs.
    hour: Money,
}

impl Unprofitable {
    /// Margin less care: below zero.
    #[must_use]
    pub fn left(&self) -> Money {
        self.margin - self.care.1
    }

    /// What lacks to breaking even.
    #[must_use]
    pub fn lacking(&self) -> Money {
        -self.left()
    }

    /// By what part prices would have to rise, if it bought as much as before; `None` without revenue.
    #[must_use]
    pub fn price_rise(&self) -> Option<f64> {
        let has_revenue = self.revenue.is_positive();
        has_revenue.then(|| self.lacking().share_of(self.revenue))
    }

    /// By what part of its costs, care included, these would have to fall; `None` without costs.
    #[must_use]
    pub fn cost_cut(&self) -> Option<f64> {
        let costs = self.revenue - self.left();
        costs.is_positive().then(|| self.lacking().share_of(costs))
    }

    /// Minutes of care a year that would have to go, where fewer of them are enough.
    #[must_use]
    pub fn minutes_to_cut(&self) -> Option<u64> {
        if !self.hour.is_positive() {
            return None;
        }
        let (lacking, hour) = (
            self.lacking().ten_thousandths(),
            self.hour.ten_thousandths(),
        );
        // Up to a whole minute: a part of one less would not be enough.
        let minutes = lacking.saturating_mul(60).saturating_add(hour - 1) / hour;
        u64::try_from(minutes).ok().filter(|it| *it <= self.care.0)
    }
}

/// Customers that cost more than they bring, the costliest first.
///
/// Margin is the file's. What a tier's care costs is taken off where care is planned and has a price:
/// `models` and `people` may be empty.
#[must_use]
pub fn unprofitable(
    customers: &[Customer],
    ranking: &Ranking,
    sorting: &Sorting,
    models: &[CareModel],
    people: &[Person],
) -> Vec<Unprofitable> {
    let care = |model: &CareModel| {
        let (hour, minutes) = (hour_cost(model, people), model.minutes_a_year());
        let cost = hour.times_ratio(i128::from(minutes), 60) + model.extras_a_year();
        (hour, minutes, cost)
    };
    let care: Vec<(Money, u64, Money)> = models.iter().map(care).collect();
    let at_loss = |(at, customer): (usize, &Customer)| {
        let tier = sorting.tier_of(ranking, at);
        let care = tier.and_then(|it| care.get(it)).copied();
        let (hour, minutes, cost) = care.unwrap_or_default();
        let found = Unprofitable {
            customer: at,
            tier,
            revenue: customer.revenue,
            margin: customer.margin?,
            care: (minutes, cost),
            hour,
        };
        found.left().is_negative().then_some(found)
    };
    let mut found: Vec<Unprofitable> = customers.iter().enumerate().filter_map(at_loss).collect();
    found.sort_by_key(|it| (it.left(), it.customer));
    found
}

#[cfg(test)]
mod tests;
