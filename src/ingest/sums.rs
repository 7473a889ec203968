//! Money by something small (a month, a product): added as rows come, sorted and summed now and then.
//!
//! Rows of one customer often repeat what the row before had, so that a vector beats a tree in memory
//! and time; its length never passes twice the number of different keys and a few.

use crate::domain::money::Money;

/// Sums by key.
#[derive(Clone, Debug)]
pub(super) struct Sums<K> {
    all: Vec<(K, Money)>,
    /// The length at which the next summing pays.
    full: usize,
}

impl<K> Default for Sums<K> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            full: 8,
        }
    }
}

impl<K: Ord + Copy> Sums<K> {
    pub(super) fn add(&mut self, key: K, part: Money) {
        match self.all.last_mut() {
            Some(last) if last.0 == key => last.1 += part,
            _ => {
                if self.all.len() >= self.full {
                    self.settle();
                    self.full = (self.all.len() * 2).max(8);
                }
                self.all.push((key, part));
            }
        }
    }

    /// One entry for each key.
    fn settle(&mut self) {
        self.all.sort_by_key(|it| it.0);
        self.all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
    }

    /// By key, rising.
    pub(super) fn finish(mut self) -> Vec<(K, Money)> {
        self.settle();
        self.all.shrink_to_fit();
        self.all
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn keys_in_any_order_sum_as_a_tree_does() {
        let mut sums = Sums::default();
        let mut tree: BTreeMap<u32, Money> = BTreeMap::new();
        for at in 0..500_u32 {
            let (key, part) = (at * 7919 % 37, Money::from_units(i64::from(at) - 200));
            sums.add(key, part);
            *tree.entry(key).or_default() += part;
            assert!(sums.all.len() <= 2 * 37 + 8);
        }
        assert_eq!(sums.finish(), tree.into_iter().collect::<Vec<_>>());
    }
}
