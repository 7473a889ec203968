//! The ideal customer: what the customers of the best tiers have in common, as a list provider can pick
//! companies by it. It holds values and counts, never a customer.

use super::apart::{Apart, Verdict};
use super::{Attribute, Code, Traits};

/// The most values named of one attribute.
const NAMED: usize = 5;
/// Values are named until they hold this part of the customers, in percent.
const ENOUGH: usize = 80;
/// A value of one customer alone says nothing, and might say who it is.
const SHARED: usize = 2;

/// What the best customers are like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ideal {
    /// Customers it rests on.
    pub customers: usize,
    /// Of so many in all tiers.
    pub of: usize,
    /// Industry, size and region, as far as they are known: what a list of companies can be picked by.
    pub parts: Vec<Part>,
}

/// One attribute of the best customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which.
    pub attribute: Attribute,
    /// Customers of whom it is known.
    pub known: usize,
    /// The values that most of them have, the most common first; empty where no two share one.
    pub values: Vec<Held>,
    /// Codes of industries among the values, each once.
    pub codes: Vec<Code>,
}

/// A value of the best customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The value in the file's words.
    pub name: String,
    /// How many of the best customers have it.
    pub customers: usize,
    /// How many times as common it is as among all, where that is beyond chance.
    pub lift: Option<f64>,
}

impl Ideal {
    /// The profile of the first `best` tiers.
    #[must_use]
    pub fn of(traits: &[Traits], tiers: &[Option<usize>], best: usize) -> Self {
        // The best tiers as one: those above are compared with all.
        let joined: Vec<Option<usize>> = tiers
            .iter()
            .map(|it| it.map(|tier| usize::from(tier >= best)))
            .collect();
        let apart = Apart::of(traits, &joined, 0);
        let words = traits
            .iter()
            .filter(|it| it.attribute != Attribute::Product);
        let parts = words.map(|it| part(it, &joined, &apart));
        Self {
            customers: joined.iter().filter(|it| **it == Some(0)).count(),
            of: joined.iter().flatten().count(),
            parts: parts.collect(),
        }
    }
}

fn part(traits: &Traits, joined: &[Option<usize>], apart: &Apart) -> Part {
    let mut counts = vec![0_usize; traits.values.len()];
    let mut known = 0;
    for (at, tier) in joined.iter().enumerate() {
        let held = traits.of_customer(at);
        if *tier != Some(0) || held.is_empty() {
            continue;
        }
        known += 1;
        for value in held {
            if let Some(count) = counts.get_mut(*value) {
                *count += 1;
            }
        }
    }
    let mut order: Vec<(usize, usize)> = counts.into_iter().enumerate().collect();
    order.retain(|it| it.1 >= SHARED);
    order.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
    let mut values = Vec::new();
    let mut covered = 0;
    for (value, customers) in order.into_iter().take(NAMED) {
        if covered * 100 >= known * ENOUGH {
            break;
        }
        covered += customers;
        let is_this = |it: &&super::Comparison| {
            (it.attribute, it.value, it.verdict()) == (traits.attribute, value, Verdict::More)
        };
        values.push(Held {
            name: traits.name(value).to_owned(),
            customers,
            lift: apart
                .comparisons
                .iter()
                .find(is_this)
                .map(super::Comparison::lift),
        });
    }
    let mut codes: Vec<Code> = Vec::new();
    if traits.attribute == Attribute::Industry {
        let found = values.iter().filter_map(|it| Code::find(&it.name));
        for code in found {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    Part {
        attribute: traits.attribute,
        known,
        values,
        codes,
    }
}

#[cfg(test)]
mod tests;
