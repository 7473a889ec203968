//! Long lists that grow in pieces.

use bytemuck::Pod;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_bytes::Bytes;

use super::flat;

/// A list that grows without moving what it holds, so that a long one is never in memory twice.
pub(super) struct List<T>(Vec<Vec<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// Entries of a piece.
    const PIECE: usize = 1 << 14;

    pub(super) fn len(&self) -> usize {
        let full = self.0.len().saturating_sub(1) * Self::PIECE;
        full + self.0.last().map_or(0, Vec::len)
    }

    /// About so many bytes it takes to send them.
    pub(super) fn weight(&self) -> usize {
        (self.len() + 1) * size_of::<T>()
    }

    #[inline]
    pub(super) fn push(&mut self, it: T) {
        match self.0.last_mut() {
            Some(piece) if piece.len() < Self::PIECE => piece.push(it),
            // A short list stays small.
            Some(_) => {
                let mut piece = Vec::with_capacity(Self::PIECE);
                piece.push(it);
                self.0.push(piece);
            }
            None => self.0.push(vec![it]),
        }
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at / Self::PIECE)?.get(at % Self::PIECE)
    }

    #[inline]
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.0.get_mut(at / Self::PIECE)?.get_mut(at % Self::PIECE)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.iter().flatten()
    }

    /// All in turn; the memory of those that came is free for others.
    pub(super) fn into_iter(self) -> impl Iterator<Item = T> {
        self.0.into_iter().flatten()
    }
}

impl<T: Pod> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().map(|it| Bytes::new(bytemuck::cast_slice(it))))
    }
}

impl<'a, T: Pod> Deserialize<'a> for List<T> {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        let pieces = Vec::<&[u8]>::deserialize(from)?;
        let pieces: Option<_> = pieces.into_iter().map(flat::list).collect();
        pieces.map(Self).ok_or_else(|| Error::custom("cut short"))
    }
}
