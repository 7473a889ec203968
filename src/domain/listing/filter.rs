//! What a list is narrowed to: filters that hold together, and a search.

use std::collections::BTreeMap;

use jiff_core::civil::Date;

use crate::domain::customer::Customer;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::rules::Trait;
use crate::domain::tiers::{Exception, Sorting};

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Only {
    /// Customers near a limit: see [`Sorting::near_limits`].
    NearLimit,
    /// Customers moved by hand.
    ByHand,
    /// Customers moved by hand whose review day has come.
    Due,
    /// Customers in no tier.
    Apart,
    /// One tier, exceptions counted where they were moved to.
    Tier(usize),
    /// The file says this word of them, capitals or not.
    Is(Trait, String),
}

impl Only {
    /// Filters of one subject widen each other (this tier or that one), others narrow.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Is(one, _), Self::Is(two, _)) => one == two,
            (Self::Tier(_) | Self::Apart, Self::Tier(_) | Self::Apart) => true,
            _ => self == other,
        }
    }

    /// What it lets through depends on the tiers.
    #[must_use]
    pub const fn follows_tiers(&self) -> bool {
        !matches!(self, Self::Is(..))
    }
}

/// What filters look at.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The customers.
    pub customers: &'a [Customer],
    /// By value.
    pub ranking: &'a Ranking,
    /// In tiers.
    pub sorting: &'a Sorting,
    /// Exceptions by customer index.
    pub exceptions: &'a BTreeMap<usize, Exception>,
    /// The day that it is.
    pub today: Date,
}

impl View<'_> {
    /// The customer was moved by hand, stands there still, and its review day has come.
    #[must_use]
    pub fn is_due(&self, customer: usize) -> bool {
        let review = self.exceptions.get(&customer).and_then(|it| it.review);
        self.sorting.is_by_hand(customer) && review.is_some_and(|it| it <= self.today)
    }
}

/// The customers of `order` that all filters let through and whose folded text holds `needle`.
#[must_use]
pub fn select(
    order: &[usize],
    filters: &[Only],
    needle: &str,
    texts: &[String],
    view: View<'_>,
) -> Vec<usize> {
    let mut subjects: Vec<Vec<&Only>> = Vec::new();
    for it in filters {
        let own = subjects
            .iter_mut()
            .find(|all| all.first().is_some_and(|first| first.is_like(it)));
        match own {
            Some(all) => all.push(it),
            None => subjects.push(vec![it]),
        }
    }
    let near = filters.contains(&Only::NearLimit);
    let is_near = near.then(|| view.sorting.near(view.ranking));
    let holds = |filter: &Only, customer: usize| match filter {
        Only::NearLimit => is_near.as_ref().is_some_and(|it| it(customer)),
        Only::ByHand => view.sorting.is_by_hand(customer),
        Only::Due => view.is_due(customer),
        Only::Apart => view.sorting.tier_of(view.ranking, customer).is_none(),
        Only::Tier(tier) => view.sorting.tier_of(view.ranking, customer) == Some(*tier),
        Only::Is(what, word) => {
            let said = view.customers.get(customer).and_then(|it| what.of(it));
            said.is_some_and(|it| is_same(it, word))
        }
    };
    let is_found = |customer: usize| {
        needle.is_empty() || texts.get(customer).is_some_and(|it| it.contains(needle))
    };
    order
        .iter()
        .copied()
        .filter(|customer| {
            let any = |all: &Vec<&Only>| all.iter().any(|it| holds(it, *customer));
            subjects.iter().all(any) && is_found(*customer)
        })
        .collect()
}

/// The same word, capitals or not.
fn is_same(one: &str, other: &str) -> bool {
    let small = char::to_lowercase;
    one == other
        || one
            .chars()
            .flat_map(small)
            .eq(other.chars().flat_map(small))
}

/// The words that customers have of a trait, as they are written first, and how many have each; the
/// most frequent first.
#[must_use]
pub fn words(customers: &[Customer], what: Trait) -> Vec<(String, usize)> {
    let mut found: BTreeMap<String, (usize, &str, usize)> = BTreeMap::new();
    for (at, customer) in customers.iter().enumerate() {
        if let Some(word) = what.of(customer) {
            found.entry(word.to_lowercase()).or_insert((at, word, 0)).2 += 1;
        }
    }
    let mut words: Vec<_> = found.into_values().collect();
    words.sort_by_key(|(at, _, n)| (std::cmp::Reverse(*n), *at));
    words
        .into_iter()
        .map(|(_, word, n)| (word.to_owned(), n))
        .collect()
}
