//! Long lists that grow in pieces: what they hold stays where it is in memory.

use bytemuck::Pod;
use serde::{Deserialize, Serialize};

use super::flat::{self, See};

/// A piece of what is long.
pub(super) trait Piece {
    /// How many entries it has.
    fn len(&self) -> usize;
}

/// All pieces of what is long: full but for the last, until those of another come behind.
#[derive(Serialize, Deserialize)]
pub(super) struct Pieces<P> {
    pub(super) all: Vec<P>,
    /// Before this entry all pieces are full.
    even: usize,
}

impl<P> Default for Pieces<P> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            even: usize::MAX,
        }
    }
}

impl<P: Piece> Pieces<P> {
    /// Entries of a full piece.
    pub(super) const FULL: usize = 1 << 14;

    pub(super) fn len(&self) -> usize {
        self.all.iter().map(Piece::len).sum()
    }

    /// Goes on with the pieces of others.
    pub(super) fn append(&mut self, others: impl IntoIterator<Item = P>) {
        self.even = self.even.min(self.len());
        self.all.extend(others);
    }

    /// The same with other pieces, each as long as it was.
    pub(super) fn map<Q>(self, other: impl Fn(P) -> Q) -> Pieces<Q> {
        Pieces {
            all: self.all.into_iter().map(other).collect(),
            even: self.even,
        }
    }

    /// The piece of an entry, and the entry's place there.
    #[inline]
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        if at < self.even {
            (at / Self::FULL, at % Self::FULL)
        } else {
            self.uneven_place(at)
        }
    }

    #[cold]
    fn uneven_place(&self, mut at: usize) -> (usize, usize) {
        for (piece, it) in self.all.iter().enumerate() {
            match at.checked_sub(it.len()) {
                None => return (piece, at),
                Some(further) => at = further,
            }
        }
        (self.all.len(), 0)
    }
}

/// A list that grows without moving what it holds, so that a long one is never in memory twice.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
pub(super) struct List<T>(Pieces<Entries<T>>);

/// A piece of a list.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
struct Entries<T>(#[serde(with = "flat")] Vec<T>);

impl<T> Piece for Entries<T> {
    fn len(&self) -> usize {
        self.0.len()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Pieces::default())
    }
}

impl<T> List<T> {
    const PIECE: usize = Pieces::<Entries<T>>::FULL;

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>)
    where
        T: Pod,
    {
        for it in &mut self.0.all {
            flat::show(&mut it.0, see);
        }
    }

    /// Goes on with another list.
    pub(super) fn append(&mut self, others: Self) {
        self.0.append(others.0.all);
    }

    #[inline]
    pub(super) fn push(&mut self, it: T) {
        match self.0.all.last_mut() {
            Some(Entries(piece)) if piece.len() < Self::PIECE => piece.push(it),
            // A short list stays small.
            Some(_) => {
                let mut piece = Vec::with_capacity(Self::PIECE);
                piece.push(it);
                self.0.all.push(Entries(piece));
            }
            None => self.0.all.push(Entries(vec![it])),
        }
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&T> {
        let (piece, at) = self.0.place(at);
        self.0.all.get(piece)?.0.get(at)
    }

    #[inline]
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        let (piece, at) = self.0.place(at);
        self.0.all.get_mut(piece)?.0.get_mut(at)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.all.iter().flat_map(|it| &it.0)
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.all.iter_mut().flat_map(|it| &mut it.0)
    }

    /// All in turn; the memory of those that came is free for others.
    pub(super) fn into_iter(self) -> impl Iterator<Item = T> {
        self.0.all.into_iter().flat_map(|it| it.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_any_length_one_behind_the_other_are_one_list() {
        let full = Pieces::<Entries<u32>>::FULL;
        for lengths in [
            [0, 0, 0, 3],
            [5, 0, 7, 0],
            [full - 1, 1, full, 9],
            [full, full + 1, 2 * full, 1],
            [3, 3 * full + 2, full - 3, 2],
        ] {
            let (mut list, mut right) = (List::default(), Vec::new());
            for len in lengths {
                let mut later = List::default();
                for _ in 0..len {
                    let next = u32::try_from(right.len()).unwrap();
                    later.push(next);
                    right.push(next);
                }
                list.append(later);
                // Things come behind those of the other list too.
                let next = u32::try_from(right.len()).unwrap();
                list.push(next);
                right.push(next);
            }
            assert_eq!(list.len(), right.len(), "{lengths:?}");
            assert!(list.iter().eq(&right), "{lengths:?}");
            for (at, it) in right.iter().enumerate() {
                assert_eq!(list.get(at), Some(it), "{lengths:?} {at}");
            }
            assert_eq!(list.get(right.len()), None);
            for it in list.iter_mut().chain(&mut right) {
                *it += 1;
            }
            *list.get_mut(right.len() - 1).unwrap() = 7;
            *right.last_mut().unwrap() = 7;
            assert!(list.into_iter().eq(right), "{lengths:?}");
        }
    }
}
