//! What short cells are, remembered: a day that stands on many rows is understood once.

use super::lookup::{few, mix};

/// Cells of so many bytes are remembered with what they are.
const SHORT: usize = 16;
/// As a number of two words.
type Cell = (u64, u64);

/// How many of them: as many as so many bits tell apart. Three years of days seldom meet there.
const BITS: u32 = 12;

/// What short cells are, remembered: a day that stands on many rows is understood once.
pub(super) struct Memo<T>(Vec<Option<(u8, Cell, T)>>);

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
        let number = match cell.split_first_chunk() {
            Some((first, rest)) if cell.len() <= SHORT => (u64::from_le_bytes(*first), few(rest)),
            Some(_) => return None,
            None => (few(cell), 0),
        };
        let mixed = mix(number.0 ^ number.1.rotate_left(29));
        let at = usize::try_from(mixed >> (u64::BITS - BITS)).ok()?;
        let slot = self.0.get_mut(at)?;
        if !matches!(slot, Some((a, b, _)) if *a == len && *b == number) {
            *slot = Some((len, number, look()?));
        }
        slot.as_ref().map(|it| &it.2)
    }
}
