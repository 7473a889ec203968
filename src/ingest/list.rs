//! Long lists that grow in pieces.

use serde::{Deserialize, Serialize};

/// A list that grows without moving what it holds, so that a long one is never in memory twice.
#[derive(Serialize, Deserialize)]
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
