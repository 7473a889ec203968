//! A table of hashes: which of the things seen so far is this one. Faster than an ordered map where a
//! million rows ask, and never walked through, so its order reaches nothing.

/// A thing's hash and its number plus one; nothing where that is zero.
#[derive(Clone, Copy, Default)]
struct Slot {
    hash: u32,
    number: u32,
}

/// Finds numbers by hashes.
#[derive(Default)]
pub(super) struct Lookup {
    slots: Vec<Slot>,
    count: u32,
}

impl Lookup {
    /// The number of the thing with this hash for which `is_it` holds; where there is none it is added
    /// and its number comes as an error. Numbers count up from 0.
    #[inline]
    pub(super) fn find_or_add(
        &mut self,
        hash: u64,
        is_it: impl Fn(usize) -> bool,
    ) -> Result<usize, usize> {
        if usize::try_from(self.count).unwrap_or(usize::MAX) * 2 >= self.slots.len() {
            self.grow(1);
        }
        let hash = low(hash);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = index(hash) & mask;
        loop {
            let Some(slot) = self.slots.get_mut(at) else {
                return Ok(0);
            };
            if slot.number == 0 {
                self.count += 1;
                *slot = Slot {
                    hash,
                    number: self.count,
                };
                return Err(index(self.count - 1));
            }
            let number = index(slot.number - 1);
            if slot.hash == hash && is_it(number) {
                return Ok(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// The number that a thing with this hash probably has: a look at one place.
    #[inline]
    pub(super) fn likely(&self, hash: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let slot = self.slots.get(index(low(hash)) & mask);
        slot.map_or(0, |it| index(it.number.saturating_sub(1)))
    }

    /// Makes room for so many more at once.
    pub(super) fn reserve(&mut self, more: usize) {
        if (index(self.count) + more) * 2 >= self.slots.len() {
            self.grow(more);
        }
    }

    fn grow(&mut self, more: usize) {
        let len = ((index(self.count) + more) * 2 + 1).next_power_of_two();
        let len = len.max(1 << 10);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); len]);
        for slot in old.into_iter().filter(|it| it.number > 0) {
            let mut at = index(slot.hash) & (len - 1);
            while self.slots.get(at).is_some_and(|it| it.number > 0) {
                at = (at + 1) & (len - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }
}

/// Tells how many of some hashes differ, in the memory of the telling before.
#[derive(Default)]
pub(super) struct Differing {
    /// Nought is an empty place.
    slots: Vec<u64>,
}

impl Differing {
    /// How many differ among so many hashes at most.
    #[inline]
    pub(super) fn count<'h>(&mut self, most: usize, hashes: impl Iterator<Item = &'h u64>) -> u32 {
        let len = (most * 2).next_power_of_two();
        self.slots.clear();
        self.slots.resize(len, 0);
        let (mut found, mut has_nought) = (0, 0);
        for hash in hashes {
            if *hash == 0 {
                has_nought = 1;
                continue;
            }
            let mut at = index(low(*hash)) & (len - 1);
            while let Some(slot) = self.slots.get_mut(at).filter(|it| **it != *hash) {
                if *slot == 0 {
                    *slot = *hash;
                    found += 1;
                    break;
                }
                at = (at + 1) & (len - 1);
            }
        }
        found + has_nought
    }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "half of a spread hash is one"
)]
const fn low(hash: u64) -> u32 {
    hash as u32
}

fn index(it: u32) -> usize {
    usize::try_from(it).unwrap_or(usize::MAX)
}

/// A hash of bytes, eight at a time.
#[inline(never)]
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0x51_7c_c1_b7_27_22_0a_95;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = add(hash, u64::from_le_bytes(*word));
    }
    let len = u64::try_from(bytes.len()).unwrap_or_default();
    // At most seven bytes are left.
    mix(add(hash, few(rest) ^ (len << 56)))
}

/// At most eight bytes as a number, without a loop: pieces of them that overlap say the same there.
#[inline]
pub(super) fn few(bytes: &[u8]) -> u64 {
    let behind = |piece: usize| bytes.len().saturating_sub(piece) * 8;
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk()) {
        let last = u64::from(u32::from_le_bytes(*last));
        u64::from(u32::from_le_bytes(*first)) | (last << behind(4))
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<2>(), bytes.last_chunk()) {
        let last = u64::from(u16::from_le_bytes(*last));
        u64::from(u16::from_le_bytes(*first)) | (last << behind(2))
    } else {
        bytes.first().copied().map_or(0, u64::from)
    }
}

/// The same bytes; most that are asked for are few, and the ones at hand.
#[inline(never)]
pub(super) fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let mut words = a.iter().zip(b);
    words.all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
        && few(a_rest) == few(b_rest)
}

const fn add(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Spreads the bits of a number: each bit of it reaches all, low and high. One product is not enough, as
/// it carries upwards only.
#[inline]
pub(super) const fn mix(it: u64) -> u64 {
    let it = (it ^ (it >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let it = (it ^ (it >> 29)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    it ^ (it >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_of_one_hash_stay_apart_and_growing_loses_none() {
        let things: Vec<u32> = (0..5_000).collect();
        let mut lookup = Lookup::default();
        for round in 0..2 {
            for thing in &things {
                // A hundred things share each hash.
                let found =
                    lookup.find_or_add(u64::from(thing % 50), |it| things.get(it) == Some(thing));
                let number = index(*thing);
                assert_eq!(found, if round == 0 { Err(number) } else { Ok(number) });
            }
        }
    }

    #[test]
    fn ids_that_differ_in_figures_only_do_not_crowd() {
        let ids: [fn(u32) -> String; 5] = [
            |it| format!("C{}", 1_000_000 + it),
            |it| format!("C{}", 100_000 + it),
            |it| format!("{it}"),
            |it| format!("PL{}", 1_000_000_000 + u64::from(it) * 97),
            |it| format!("{}-{}", 1_000_000 + it, it % 10),
        ];
        for id in ids {
            for shift in [0, 32] {
                // As many places as ids: by chance 63 of 100 have any, and none has many.
                let mut places = vec![0_u32; 1 << 16];
                for it in 0..1 << 16 {
                    places[index(low(hash(id(it).as_bytes()) >> shift)) % (1 << 16)] += 1;
                }
                let filled = places.iter().filter(|it| **it > 0).count();
                assert!(filled * 100 > places.len() * 62, "{} {filled}", id(7));
                assert!(places.iter().all(|it| *it < 12), "{}", id(7));
            }
        }
    }

    #[test]
    fn hashes_that_crowd_repeat_or_are_nought_are_counted_once_each() {
        let mut differing = Differing::default();
        let cases: [(&[u64], u32); 6] = [
            (&[], 0),
            (&[0], 1),
            (&[0, 0, 7, 0], 2),
            (&[7, 7, 7], 1),
            // One place for all.
            (&[1 << 40, 2 << 40, 3 << 40, 1 << 40, u64::MAX], 4),
            (&[u64::MAX, u64::MAX - 1, 1, 0], 4),
        ];
        for (hashes, expected) in cases {
            let found = differing.count(hashes.len(), hashes.iter());
            assert_eq!(found, expected, "{hashes:?}");
        }
    }

    #[test]
    fn few_bytes_are_a_number_and_the_same_ones_are_told() {
        let bytes: Vec<u8> = (1..=40).collect();
        for len in 0..=8 {
            let mut padded = [0; 8];
            padded[..len].copy_from_slice(&bytes[..len]);
            assert_eq!(few(&bytes[..len]), u64::from_le_bytes(padded), "{len}");
        }
        for len in 0..=40 {
            let one = &bytes[..len];
            let copy = one.to_vec();
            assert!(is_same(one, &copy));
            assert!(!is_same(one, &bytes[..len.saturating_sub(1)]) || len == 0);
            for at in 0..len {
                let mut other = one.to_vec();
                other[at] ^= 128;
                assert!(!is_same(one, &other), "{len} {at}");
            }
        }
    }

    #[test]
    fn a_hash_tells_lengths_and_last_bytes_apart() {
        let texts: [&[u8]; 6] = [b"", b"a", b"\0a", b"12345678", b"123456780", b"12345678\0"];
        let mut hashes: Vec<u64> = texts.iter().map(|it| hash(it)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), texts.len());
    }
}
