//! Which customers a list shows: filtered and searched in an order made beforehand.
//!
//! Orders are made when data changes; a list is one pass over them, so it may be made anew while a
//! limit is dragged.

use super::ranking::Ranking;
use super::tiers::Sorting;

/// What a list of customers is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Everybody, those that stand apart included.
    #[default]
    All,
    /// Customers near a limit: see [`Sorting::near_limits`].
    NearLimit,
    /// Customers moved by hand.
    ByHand,
    /// One tier, exceptions counted where they were moved to.
    Tier(usize),
    /// Customers in no tier.
    Apart,
}

/// Everybody, most valuable first; those that stand apart follow, least negative first.
#[must_use]
pub fn by_value(ranking: &Ranking) -> Vec<usize> {
    let mut apart = ranking.apart().to_vec();
    apart.sort_by_cached_key(|it| std::cmp::Reverse(ranking.value_of(*it)));
    ranking.order().iter().copied().chain(apart).collect()
}

/// Everybody by tier, best tier first and most valuable first in each.
#[must_use]
pub fn by_tier(ranking: &Ranking, sorting: &Sorting) -> Vec<usize> {
    let mut customers = Vec::with_capacity(ranking.len() + ranking.apart().len());
    for tier in 0..sorting.tiers().len() {
        customers.extend(sorting.members(ranking, tier));
    }
    let in_no_tier = |it: &usize| sorting.tier_of(ranking, *it).is_none();
    let mut apart: Vec<usize> = ranking.apart().iter().copied().filter(in_no_tier).collect();
    apart.sort_by_cached_key(|it| std::cmp::Reverse(ranking.value_of(*it)));
    customers.extend(apart);
    customers
}

/// The customers of `order` that a filter lets through and whose folded name holds `needle`.
#[must_use]
pub fn select(
    order: &[usize],
    show: Show,
    needle: &str,
    folded_names: &[String],
    ranking: &Ranking,
    sorting: &Sorting,
) -> Vec<usize> {
    let is_near = (show == Show::NearLimit).then(|| sorting.near(ranking));
    let is_shown = |customer: usize| match show {
        Show::All => true,
        Show::NearLimit => is_near.as_ref().is_some_and(|it| it(customer)),
        Show::ByHand => sorting.is_by_hand(customer),
        Show::Tier(tier) => sorting.tier_of(ranking, customer) == Some(tier),
        Show::Apart => sorting.tier_of(ranking, customer).is_none(),
    };
    let is_found = |customer: usize| {
        needle.is_empty()
            || folded_names
                .get(customer)
                .is_some_and(|it| it.contains(needle))
    };
    order
        .iter()
        .copied()
        .filter(|it| is_shown(*it) && is_found(*it))
        .collect()
}

#[cfg(test)]
mod tests;
