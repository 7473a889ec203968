//! How much of the business hangs on how few customers.
//!
//! Definitions and sources: `docs/definitions.md`, "Concentration".

use std::collections::BTreeMap;

use crate::domain::amount::Amount;
use crate::domain::customer::Customer;
use crate::domain::float;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// A single customer of this share or more is flagged, in basis points (IFRS 8 par. 34,
/// ASC 280-10-50-42).
pub const DEPENDENCE_LIMIT: u16 = 1_000;

/// The figures of one ranking. Shares are plain ratios.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Customers with a positive value.
    pub customers: usize,
    /// Their sum.
    pub total: Money,
    /// Share of the largest, of the five and of the ten largest.
    pub top: [f64; 3],
    /// Share of the largest 10 % and 20 % of customers (rounded up to whole customers).
    pub top_percent: [f64; 2],
    /// The smallest number of customers that bring 80 %.
    pub customers_for_80: usize,
    /// Gini coefficient as defined, uncorrected; `None` for fewer than one customer.
    pub gini: Option<f64>,
    /// Gini times n/(n-1) [Deltas 2003]; `None` for fewer than two customers.
    pub gini_corrected: Option<f64>,
    /// Sum of squared shares.
    pub hhi: f64,
    /// 1/HHI: how many customers of equal size would be as concentrated.
    pub effective: f64,
}

/// The sizes that [`Concentration::top`] reports.
pub const TOPS: [usize; 3] = [1, 5, 10];

impl Concentration {
    /// The figures of a ranking.
    #[must_use]
    pub fn of(ranking: &Ranking) -> Self {
        let n = ranking.len();
        let total = ranking.total();
        let shares = || ranking.values().iter().map(|it| it.share_of(total));
        let hhi: f64 = shares().map(|it| it * it).sum();
        // Ranks run from the largest, so the ascending rank of the value at `at` is n - at.
        let weighted: f64 = shares()
            .enumerate()
            .map(|(at, share)| float(n - at) * share)
            .sum();
        let gini = (n > 0).then(|| 2.0 * weighted / float(n) - float(n + 1) / float(n));
        Self {
            customers: n,
            total,
            top: TOPS.map(|k| ranking.share_of_top(k)),
            top_percent: [10, 20].map(|percent| ranking.share_of_top((n * percent).div_ceil(100))),
            customers_for_80: ranking.customers_for(8_000),
            gini,
            gini_corrected: gini
                .filter(|_| n > 1)
                .map(|it| it * float(n) / float(n - 1)),
            hhi,
            effective: if hhi > 0.0 { 1.0 / hhi } else { 0.0 },
        }
    }
}

/// Companies under common control, counted as one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The group, in the file's words.
    pub name: String,
    /// Customers in it.
    pub companies: usize,
    /// What they bring together.
    pub value: Money,
}

/// Customers with what they bring, companies of one group as one: by its name, in order of the first.
#[must_use]
pub fn grouped(customers: &[Customer], amount: Amount) -> Vec<(&str, Money)> {
    let mut all: Vec<(&str, Money)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for customer in customers {
        let value = amount.of(customer).unwrap_or_default();
        let group = customer.group.as_deref().map_or("", str::trim);
        let known = places.get(group).filter(|_| !group.is_empty());
        if let Some(one) = known.and_then(|it| all.get_mut(*it)) {
            one.1 += value;
        } else if group.is_empty() {
            all.push((&customer.name, value));
        } else {
            places.insert(group, all.len());
            all.push((group, value));
        }
    }
    all
}

/// The most valuable group of two companies or more; ties go to the first by name.
#[must_use]
pub fn largest_group(customers: &[Customer]) -> Option<Group> {
    let mut groups: BTreeMap<&str, (usize, Money)> = BTreeMap::new();
    for customer in customers {
        let name = customer.group.as_deref().map_or("", str::trim);
        if !name.is_empty() {
            let group = groups.entry(name).or_default();
            group.0 += 1;
            group.1 += customer.revenue;
        }
    }
    let together = groups
        .into_iter()
        .filter(|(_, (companies, value))| *companies > 1 && value.is_positive());
    together
        .rev()
        .max_by_key(|(_, (_, value))| *value)
        .map(|(name, (companies, value))| Group {
            name: name.to_owned(),
            companies,
            value,
        })
}

#[cfg(test)]
mod tests;
