//! Numbers that look random and are the same everywhere: `SplitMix64` (Steele, Lea, Flood 2014).

/// A row of numbers from a seed.
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low) + 1;
        low.saturating_add_unsigned(self.next() % span)
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, times: i64) -> bool {
        self.between(1, 100) <= times
    }

    /// One of a list.
    pub(super) fn one_of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let count = u64::try_from(list.len()).unwrap_or(1).max(1);
        usize::try_from(self.next() % count)
            .ok()
            .and_then(|it| list.get(it))
            .copied()
            .unwrap_or_default()
    }
}
