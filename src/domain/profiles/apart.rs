//! What sets a tier apart: how common each industry, size, region and product is in it and among all.

use std::cmp::Ordering;

use super::statistics::{Fourfold, holm, wilson};
use super::{Attribute, FEWEST, Traits};
use crate::domain::float;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::Sorting;

/// A difference that would come about by chance less often than this is held for certain.
const CHANCE: f64 = 0.05;

/// The tier of every customer by index; `None` for those apart.
#[must_use]
pub fn tiers_of(ranking: &Ranking, sorting: &Sorting, customers: usize) -> Vec<Option<usize>> {
    let tier = |at| sorting.tier_of(ranking, at);
    (0..customers).map(tier).collect()
}

/// How common one value is in one tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Of what.
    pub attribute: Attribute,
    /// Which value, by its place in [`Traits::values`].
    pub value: usize,
    /// Customers of the tier with the value, of so many whose attribute is known.
    pub tier: (usize, usize),
    /// The same of the customers of all tiers.
    pub all: (usize, usize),
    /// How likely such a difference is by chance; `None` where there are too few to tell.
    pub chance: Option<f64>,
    /// The same beside all comparisons of this tier ([`holm`]).
    pub corrected: Option<f64>,
}

/// What a comparison tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// More common in the tier, beyond chance.
    More,
    /// Less common in the tier, beyond chance.
    Less,
    /// The difference may be chance.
    Open,
    /// The tier or the value has fewer than [`FEWEST`] customers.
    TooFew,
}

impl Comparison {
    /// The share in the tier.
    #[must_use]
    pub fn share(&self) -> f64 {
        share(self.tier)
    }

    /// The share among all.
    #[must_use]
    pub fn share_of_all(&self) -> f64 {
        share(self.all)
    }

    /// How many times as common in the tier as among all.
    #[must_use]
    pub fn lift(&self) -> f64 {
        self.share() / self.share_of_all()
    }

    /// Where the share would lie, 95 % sure, if the tier's customers were drawn from many such ones.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        wilson(self.tier.0, self.tier.1)
    }

    /// What it tells.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.corrected {
            None => Verdict::TooFew,
            Some(it) if it > CHANCE => Verdict::Open,
            Some(_) if self.share() > self.share_of_all() => Verdict::More,
            Some(_) => Verdict::Less,
        }
    }

    fn difference(&self) -> f64 {
        (self.share() - self.share_of_all()).abs()
    }

    /// What matters first: the certain by the size of the difference, what is more common before what
    /// is less; then the open by chance; then those of too few by how many of the tier they are.
    fn order(&self, other: &Self) -> Ordering {
        let wider = || other.difference().total_cmp(&self.difference());
        let verdict = self.verdict();
        let within = match verdict {
            Verdict::More | Verdict::Less => wider(),
            Verdict::Open => {
                let chance = |it: &Self| it.chance.unwrap_or(1.0);
                chance(self).total_cmp(&chance(other)).then_with(wider)
            }
            Verdict::TooFew => other.tier.0.cmp(&self.tier.0),
        };
        let place = |it: &Self| (it.attribute, it.value);
        (verdict.cmp(&other.verdict()))
            .then(within)
            .then(place(self).cmp(&place(other)))
    }
}

fn share((hits, of): (usize, usize)) -> f64 {
    if of == 0 {
        0.0
    } else {
        float(hits) / float(of)
    }
}

/// How common each value is in one tier, what matters first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Apart {
    /// Values that somebody in the tier has, or enough among all. What everybody has sets nobody apart
    /// and is left out; so is everything where everybody is in the tier.
    pub comparisons: Vec<Comparison>,
    /// How many of them were tested at once.
    pub tested: usize,
    /// For each attribute the customers of the tier whose value is not known.
    pub unknown: Vec<(Attribute, usize)>,
}

impl Apart {
    /// Compares one tier with all; `tiers` are [`tiers_of`] the customers.
    #[must_use]
    pub fn of(traits: &[Traits], tiers: &[Option<usize>], tier: usize) -> Self {
        let mut found = Self::default();
        for attribute in traits {
            found.compare(attribute, tiers, tier);
        }
        let chances: Vec<f64> = (found.comparisons.iter())
            .filter_map(|it| it.chance)
            .collect();
        found.tested = chances.len();
        let mut corrected = holm(&chances).into_iter();
        for it in &mut found.comparisons {
            it.corrected = it.chance.and_then(|_| corrected.next());
        }
        found.comparisons.sort_by(Comparison::order);
        found
    }

    fn compare(&mut self, traits: &Traits, tiers: &[Option<usize>], tier: usize) {
        let mut counts = vec![(0_usize, 0_usize); traits.values.len()];
        let (mut in_tier, mut in_all, mut unknown) = (0, 0, 0);
        for (at, its_tier) in tiers.iter().enumerate() {
            let Some(its_tier) = its_tier else { continue };
            let (is_here, held) = (*its_tier == tier, traits.of_customer(at));
            if held.is_empty() {
                unknown += usize::from(is_here);
                continue;
            }
            in_all += 1;
            in_tier += usize::from(is_here);
            for value in held {
                if let Some(count) = counts.get_mut(*value) {
                    count.0 += usize::from(is_here);
                    count.1 += 1;
                }
            }
        }
        self.unknown.push((traits.attribute, unknown));
        if in_tier == 0 || in_tier == in_all {
            return;
        }
        for (value, (here, all)) in counts.into_iter().enumerate() {
            let is_enough = in_tier >= FEWEST && all >= FEWEST;
            if all == in_all || (here == 0 && !is_enough) {
                continue;
            }
            let fourfold = Fourfold {
                both: here,
                part: in_tier,
                value: all,
                all: in_all,
            };
            self.comparisons.push(Comparison {
                attribute: traits.attribute,
                value,
                tier: (here, in_tier),
                all: (all, in_all),
                chance: is_enough.then(|| fourfold.fisher()),
                corrected: None,
            });
        }
    }

    /// What sets the tier apart before all else: the value that is more common beyond chance by the
    /// greatest difference; one that is less common where there is no such.
    #[must_use]
    pub fn first(&self) -> Option<&Comparison> {
        let is_certain = |it: &&Comparison| matches!(it.verdict(), Verdict::More | Verdict::Less);
        self.comparisons.first().filter(is_certain)
    }
}

#[cfg(test)]
mod tests;
