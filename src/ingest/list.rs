//! Long lists that grow in pieces.

use bytemuck::Pod;
use serde::{Deserialize, Serialize};

use super::flat::{self, See};

/// A list that grows without moving what it holds, so that a long one is never in memory twice.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
pub(super) struct List<T> {
    pieces: Vec<Piece<T>>,
    /// Before this entry all pieces are full; behind it stand those of other lists.
    even: usize,
}

/// A piece of a list.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
struct Piece<T>(#[serde(with = "flat")] Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            even: usize::MAX,
        }
    }
}

impl<T> List<T> {
    /// Entries of a piece.
    const PIECE: usize = 1 << 14;

    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(|it| it.0.len()).sum()
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>)
    where
        T: Pod,
    {
        for it in &mut self.pieces {
            flat::show(&mut it.0, see);
        }
    }

    /// Goes on with another list, whose pieces stay where they are in memory.
    pub(super) fn append(&mut self, others: Self) {
        self.even = self.even.min(self.len());
        self.pieces.extend(others.pieces);
    }

    #[inline]
    pub(super) fn push(&mut self, it: T) {
        match self.pieces.last_mut() {
            Some(Piece(piece)) if piece.len() < Self::PIECE => piece.push(it),
            // A short list stays small.
            Some(_) => {
                let mut piece = Vec::with_capacity(Self::PIECE);
                piece.push(it);
                self.pieces.push(Piece(piece));
            }
            None => self.pieces.push(Piece(vec![it])),
        }
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&T> {
        let (piece, at) = self.place(at);
        self.pieces.get(piece)?.0.get(at)
    }

    #[inline]
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        let (piece, at) = self.place(at);
        self.pieces.get_mut(piece)?.0.get_mut(at)
    }

    /// The piece of an entry, and its place there.
    #[inline]
    fn place(&self, at: usize) -> (usize, usize) {
        if at < self.even {
            (at / Self::PIECE, at % Self::PIECE)
        } else {
            self.uneven_place(at)
        }
    }

    #[cold]
    fn uneven_place(&self, at: usize) -> (usize, usize) {
        let mut begin = 0;
        for (piece, it) in self.pieces.iter().enumerate() {
            match at - begin {
                at if at < it.0.len() => return (piece, at),
                _ => begin += it.0.len(),
            }
        }
        (self.pieces.len(), 0)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.pieces.iter().flat_map(|it| &it.0)
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.pieces.iter_mut().flat_map(|it| &mut it.0)
    }

    /// All in turn; the memory of those that came is free for others.
    pub(super) fn into_iter(self) -> impl Iterator<Item = T> {
        self.pieces.into_iter().flat_map(|it| it.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_any_length_one_behind_the_other_are_one_list() {
        let piece = List::<u32>::PIECE;
        for lengths in [
            [0, 0, 0, 3],
            [5, 0, 7, 0],
            [piece - 1, 1, piece, 9],
            [piece, piece + 1, 2 * piece, 1],
            [3, 3 * piece + 2, piece - 3, 2],
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
