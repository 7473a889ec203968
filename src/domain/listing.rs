//! Which customers a list shows, and in which order.
//!
//! Each column is put in order once, when its data changes ([`Places`]). After that a list by any
//! columns is a few passes that count and never compare, and a filter is one pass, so a list may be
//! made anew whenever somebody asks for another.

pub mod column;
pub mod order;
pub mod filter;
pub mod chosen;

pub use chosen::Chosen;
pub use column::{Column, Facts};
pub use filter::{Only, View, select, words};
pub use order::{Key, Order, Places, ordered};

use super::ranking::Ranking;

/// Everybody, most valuable first; those that stand apart follow, least negative first.
#[must_use]
pub fn by_value(ranking: &Ranking) -> Vec<usize> {
    let mut apart = ranking.apart().to_vec();
    apart.sort_by_cached_key(|it| std::cmp::Reverse(ranking.value_of(*it)));
    ranking.order().iter().copied().chain(apart).collect()
}

#[cfg(test)]
mod tests;
