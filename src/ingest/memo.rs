//! What short cells are, remembered: a day that stands on many rows is understood once.

use super::lookup::mix;

/// Cells of so many bytes are remembered with what they are.
const SHORT: usize = 16;
/// How many of them: as many as so many bits tell apart. Three years of days seldom meet there.
const BITS: u32 = 12;

/// What short cells are, remembered: a day that stands on many rows is understood once.
pub(super) struct Memo<T>(Vec<Option<(u8, [u8; SHORT], T)>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        let mut all = Vec::new();
        all.resize_with(1 << BITS, || None);
        Self(all)
    }
}

impl<T> Memo<T> {
    /// What a cell is, which `look` finds out; `None` where it is long, or where `look` says so.
    #[inline]
    pub(super) fn of(&mut self, cell: &[u8], look: impl FnOnce() -> Option<T>) -> Option<&T> {
        let len = u8::try_from(cell.len()).ok()?;
        let mut bytes = [0; SHORT];
        bytes.get_mut(..cell.len())?.copy_from_slice(cell);
        let number = u128::from_le_bytes(bytes);
        let at = usize::try_from(
            mix(low(number) ^ low(number >> 64).rotate_left(29)) >> (u64::BITS - BITS),
        )
        .ok()?;
        let slot = self.0.get_mut(at)?;
        if !matches!(slot, Some((a, b, _)) if *a == len && *b == bytes) {
            *slot = Some((len, bytes, look()?));
        }
        slot.as_ref().map(|it| &it.2)
    }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "half of a number is wanted"
)]
const fn low(number: u128) -> u64 {
    number as u64
}
