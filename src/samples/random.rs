//! Choices that look random and are the same everywhere.

use crate::domain::random;

/// A row of choices from a seed.
pub(super) struct Random(random::Random);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(random::Random::new(seed))
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low) + 1;
        low.saturating_add_unsigned(self.0.next() % span)
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, times: i64) -> bool {
        self.between(1, 100) <= times
    }

    /// One of a list.
    pub(super) fn one_of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let count = u64::try_from(list.len()).unwrap_or(1).max(1);
        usize::try_from(self.0.next() % count)
            .ok()
            .and_then(|it| list.get(it))
            .copied()
            .unwrap_or_default()
    }
}
