//! Texts in order, each with a number: those who have the same stand side by side.

use std::collections::BinaryHeap;

/// In order: by a heap, which is slower than the sort of slices and a fifth of its code. Every visitor
/// loads this.
pub(super) fn sorted<T: Ord>(them: Vec<T>) -> Vec<T> {
    BinaryHeap::from(them).into_sorted_vec()
}

/// In the order of their texts.
#[inline(never)]
pub(super) fn in_order(texts: Vec<(String, usize)>) -> Vec<(String, usize)> {
    sorted(texts)
}

/// The numbers of those that have one text, together.
#[inline(never)]
pub(super) fn groups(texts: Vec<(String, usize)>) -> Vec<Vec<usize>> {
    let texts = in_order(texts);
    let same = texts.chunk_by(|a, b| a.0 == b.0);
    same.map(|it| it.iter().map(|it| it.1).collect()).collect()
}
