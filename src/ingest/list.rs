//! Long lists that grow in pieces.

use bytemuck::Pod;
use serde::{Deserialize, Serialize};

use super::flat::{self, See};

/// A list that grows without moving what it holds, so that a long one is never in memory twice.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
pub(super) struct List<T>(Vec<Piece<T>>);

/// A piece of a list.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
struct Piece<T>(#[serde(with = "flat")] Vec<T>);

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
        full + self.0.last().map_or(0, |it| it.0.len())
    }

    /// Shows all to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>)
    where
        T: Pod,
    {
        for it in &mut self.0 {
            flat::show(&mut it.0, see);
        }
    }

    #[inline]
    pub(super) fn push(&mut self, it: T) {
        match self.0.last_mut() {
            Some(Piece(piece)) if piece.len() < Self::PIECE => piece.push(it),
            // A short list stays small.
            Some(_) => {
                let mut piece = Vec::with_capacity(Self::PIECE);
                piece.push(it);
                self.0.push(Piece(piece));
            }
            None => self.0.push(Piece(vec![it])),
        }
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at / Self::PIECE)?.0.get(at % Self::PIECE)
    }

    #[inline]
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        let piece = self.0.get_mut(at / Self::PIECE)?;
        piece.0.get_mut(at % Self::PIECE)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.iter().flat_map(|it| &it.0)
    }

    /// All in turn; the memory of those that came is free for others.
    pub(super) fn into_iter(self) -> impl Iterator<Item = T> {
        self.0.into_iter().flat_map(|it| it.0)
    }
}
