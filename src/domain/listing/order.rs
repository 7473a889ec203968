//! Customers by several columns: "by tier, then by revenue".

use super::Column;

/// The place of each customer by one column, rising: equal customers have equal places, and customers
/// of whom nothing is known have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// By customer index.
    of: Vec<Option<usize>>,
    /// How many different places there are.
    count: usize,
}

impl Places {
    /// The places of `n` customers by what `key` gives of each.
    #[must_use]
    pub fn new<K: Ord>(n: usize, key: impl Fn(usize) -> Option<K>) -> Self {
        let mut known: Vec<(K, usize)> =
            (0..n).filter_map(|at| key(at).map(|it| (it, at))).collect();
        known.sort_unstable();
        let mut of = vec![None; n];
        let mut count = 0;
        let mut last: Option<&K> = None;
        for (key, at) in &known {
            if last != Some(key) {
                count += 1;
                last = Some(key);
            }
            if let Some(slot) = of.get_mut(*at) {
                *slot = Some(count - 1);
            }
        }
        Self { of, count }
    }

    /// The place of a customer, from 0.
    #[must_use]
    pub fn of(&self, customer: usize) -> Option<usize> {
        self.of.get(customer).copied().flatten()
    }

    /// `order` by these places; equal customers stay as they were, unknown ones go to the end whichever
    /// way the others stand. It counts and does not compare.
    fn pass(&self, order: &[usize], is_descending: bool) -> Vec<usize> {
        let slot = |customer: usize| match self.of(customer) {
            Some(place) if is_descending => self.count - 1 - place,
            Some(place) => place,
            None => self.count,
        };
        let mut starts = vec![0_usize; self.count + 2];
        for customer in order {
            if let Some(next) = starts.get_mut(slot(*customer) + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut sorted = vec![0; order.len()];
        for customer in order {
            if let Some(start) = starts.get_mut(slot(*customer)) {
                if let Some(it) = sorted.get_mut(*start) {
                    *it = *customer;
                }
                *start += 1;
            }
        }
        sorted
    }
}

/// One column that a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The column.
    pub column: Column,
    /// From the largest, the latest or the last of the alphabet.
    pub is_descending: bool,
}

impl Key {
    /// The column as it is usually read: figures from the largest.
    #[must_use]
    pub const fn usual(column: Column) -> Self {
        Self {
            column,
            is_descending: column.starts_descending(),
        }
    }

    const fn is_turned(self) -> bool {
        self.is_descending != self.column.starts_descending()
    }

    const fn turned(self) -> Self {
        Self {
            is_descending: !self.is_descending,
            ..self
        }
    }
}

/// The columns that a list is sorted by, the first of them first.
///
/// Invariant: at least one, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order(Vec<Key>);

impl Default for Order {
    fn default() -> Self {
        Self(vec![Key::usual(Column::Rank)])
    }
}

impl Order {
    /// The columns.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// The place of a column among them, from 0, and its key.
    #[must_use]
    pub fn key(&self, column: Column) -> Option<(usize, Key)> {
        let place = self.0.iter().position(|it| it.column == column)?;
        Some((place, self.0.get(place).copied()?))
    }

    /// By this column alone; by it already, it is turned around.
    #[must_use]
    pub fn by(&self, column: Column) -> Self {
        match self.0.as_slice() {
            [only] if only.column == column => Self(vec![only.turned()]),
            _ => Self(vec![Key::usual(column)]),
        }
    }

    /// Then by this column: added at the end; there already, it is turned around, then left out.
    #[must_use]
    pub fn then(&self, column: Column) -> Self {
        let mut keys = self.0.clone();
        match self.key(column) {
            None => keys.push(Key::usual(column)),
            Some((_, key)) if key.is_turned() && keys.len() > 1 => {
                keys.retain(|it| it.column != column);
            }
            Some((place, key)) => {
                if let Some(it) = keys.get_mut(place) {
                    *it = key.turned();
                }
            }
        }
        Self(keys)
    }

    /// Tiers decide about it, so that it follows a moved limit.
    #[must_use]
    pub fn follows_tiers(&self) -> bool {
        self.0.iter().any(|it| it.column.follows_tiers())
    }
}

/// `base` by the columns of an order, whose places `places` gives: what is equal in all of them stays
/// as it was in `base`.
#[must_use]
pub fn ordered<P: AsRef<Places>>(
    base: &[usize],
    order: &Order,
    places: impl Fn(Column) -> P,
) -> Vec<usize> {
    // From the last column to the first, each keeping what those after it made.
    let mut list = base.to_vec();
    for key in order.keys().iter().rev() {
        list = places(key.column).as_ref().pass(&list, key.is_descending);
    }
    list
}
