//! Who owns whom: every customer dealt to one of its tier's owners.
//!
//! What somebody decided stands first: an owner given by hand, then the one the file names. The rest
//! are dealt largest first, each to whom it leaves the least loaded, tiers with the fewest owners before
//! those that more people can take.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::capacity::{Capacity, PersonLoad, share_out};
use super::{CareModel, Person};
use crate::domain::customer::Customer;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::Sorting;

/// How customers are dealt to the owners of their tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// To whom it leaves the least loaded.
    #[default]
    Load,
    /// To an owner of the customer's region, by load among several; by load where there is none.
    Region,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 2] = [Self::Load, Self::Region];
}

/// Why a customer has its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Given by hand.
    Hand,
    /// The file names this person.
    File,
    /// The owner takes the customer's region.
    Region,
    /// By load.
    Load,
}

/// Every customer's owner, and what it comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deal {
    /// By customer: the place of the owner among the people, and why; `None` where nobody owns the
    /// tier, or the customer has none.
    pub owners: Vec<Option<(usize, How)>>,
    /// What each person has and is asked for.
    pub loads: Vec<PersonLoad>,
    /// Minutes nobody owns.
    pub unowned: u64,
    /// Customers whose owner in the file is none of the people.
    pub strangers: usize,
    /// Customers whose region none of their tier's owners takes; by the rule of regions only.
    pub far: usize,
}

/// What dealing reads.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The customers.
    pub customers: &'a [Customer],
    /// By value.
    pub ranking: &'a Ranking,
    /// In tiers.
    pub sorting: &'a Sorting,
    /// One care model for each tier.
    pub models: &'a [CareModel],
    /// The people.
    pub people: &'a [Person],
    /// The rule.
    pub rule: Rule,
    /// Ids of owners given by hand, by customer.
    pub hand: &'a BTreeMap<usize, u32>,
}

impl Deal {
    /// Deals everybody.
    #[must_use]
    pub fn of(table: Table<'_>) -> Self {
        let people = table.people;
        let mut deal = Self {
            owners: vec![None; table.customers.len()],
            loads: people.iter().map(PersonLoad::of).collect(),
            ..Self::default()
        };
        let names: Vec<String> = people.iter().map(|it| folded(&it.name)).collect();
        let mut open: Vec<(usize, usize, u64)> = Vec::new();
        for (tier, model) in table.models.iter().enumerate() {
            let minutes = model.minutes_a_year();
            for at in table.sorting.members(table.ranking, tier) {
                let Some(customer) = table.customers.get(at) else {
                    continue;
                };
                let hand = table.hand.get(&at);
                let by_hand = hand.and_then(|id| people.iter().position(|it| it.id == *id));
                let in_file = customer.owner.as_deref().map(folded).unwrap_or_default();
                let by_file = (!in_file.is_empty())
                    .then(|| names.iter().position(|it| *it == in_file))
                    .flatten();
                deal.strangers += usize::from(!in_file.is_empty() && by_file.is_none());
                match (by_hand, by_file) {
                    (Some(owner), _) => deal.give(at, owner, How::Hand, minutes),
                    (None, Some(owner)) => deal.give(at, owner, How::File, minutes),
                    (None, None) => open.push((tier, at, minutes)),
                }
            }
        }
        let owners: Vec<Vec<usize>> = table.models.iter().map(|it| places(it, people)).collect();
        for (model, owners) in table.models.iter().zip(&owners) {
            let starts = model.starts_a_year();
            if owners.is_empty() {
                deal.unowned = deal.unowned.saturating_add(starts);
            } else {
                share_out(starts, owners, &mut deal.loads);
            }
        }
        // Tiers with the fewest owners first: those that more people can take fill what is left.
        open.sort_by_key(|(tier, ..)| owners.get(*tier).map_or(0, Vec::len));
        for (tier, at, minutes) in open {
            let owners = owners.get(tier).map(Vec::as_slice).unwrap_or_default();
            let region = table.customers.get(at).and_then(|it| it.region.as_deref());
            deal.choose(&table, (at, minutes), owners, region.unwrap_or_default());
        }
        deal
    }

    fn choose(
        &mut self,
        table: &Table<'_>,
        (at, minutes): (usize, u64),
        owners: &[usize],
        region: &str,
    ) {
        let near: Vec<usize> = if table.rule == Rule::Region {
            let takes = |it: &usize| table.people.get(*it).is_some_and(|it| it.takes(region));
            owners.iter().copied().filter(takes).collect()
        } else {
            Vec::new()
        };
        let is_far = table.rule == Rule::Region && near.is_empty() && !owners.is_empty();
        self.far += usize::from(is_far);
        let (from, how) = if near.is_empty() {
            (owners, How::Load)
        } else {
            (near.as_slice(), How::Region)
        };
        match self.least_loaded(from, minutes) {
            Some(owner) => self.give(at, owner, how, minutes),
            None => self.unowned = self.unowned.saturating_add(minutes),
        }
    }

    /// Who is least loaded with so many minutes more; among equals the first.
    fn least_loaded(&self, from: &[usize], minutes: u64) -> Option<usize> {
        let load = |at: usize| self.loads.get(at).copied().unwrap_or_default();
        from.iter().copied().min_by(|a, b| {
            let (a, b) = (load(*a), load(*b));
            let with = |it: PersonLoad| u128::from(it.needs.saturating_add(minutes.max(1)));
            // Who has no time at all comes after everybody who has some.
            (a.has == 0).cmp(&(b.has == 0)).then_with(|| {
                let (x, y) = (u128::from(a.has.max(1)), u128::from(b.has.max(1)));
                (with(a) * y).cmp(&(with(b) * x))
            })
        })
    }

    fn give(&mut self, at: usize, owner: usize, how: How, minutes: u64) {
        if let Some(slot) = self.owners.get_mut(at) {
            *slot = Some((owner, how));
        }
        if let Some(load) = self.loads.get_mut(owner) {
            load.needs = load.needs.saturating_add(minutes);
        }
    }

    /// The same capacity with the loads that dealing gives each person.
    #[must_use]
    pub fn capacity(&self, mut capacity: Capacity) -> Capacity {
        capacity.people.clone_from(&self.loads);
        capacity.unowned = self.unowned;
        capacity
    }

    /// Customers of each person.
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.loads.len()];
        for (owner, _) in self.owners.iter().flatten() {
            if let Some(count) = counts.get_mut(*owner) {
                *count += 1;
            }
        }
        counts
    }
}

/// Owners whom customers name and who are none of the people, in order of first appearance.
#[must_use]
pub fn strangers(customers: &[Customer], people: &[Person]) -> Vec<String> {
    let mut known: Vec<String> = people.iter().map(|it| folded(&it.name)).collect();
    let mut out = Vec::new();
    for name in customers.iter().filter_map(|it| it.owner.as_deref()) {
        let name = name.trim();
        let as_known = folded(name);
        if !name.is_empty() && !known.contains(&as_known) {
            known.push(as_known);
            out.push(name.to_owned());
        }
    }
    out
}

fn places(model: &CareModel, people: &[Person]) -> Vec<usize> {
    let owns = |it: &Person| model.owners.contains(&it.id);
    (0..people.len())
        .filter(|at| people.get(*at).is_some_and(owns))
        .collect()
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests;
