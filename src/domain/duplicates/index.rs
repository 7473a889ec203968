//! Texts in order, each with a number: those who have the same stand side by side.

/// In the order of their texts.
// One copy: sorting is most of what the search weighs.
#[inline(never)]
pub(super) fn in_order(mut texts: Vec<(String, usize)>) -> Vec<(String, usize)> {
    texts.sort_unstable();
    texts
}

/// The numbers of those that have one text, together.
#[inline(never)]
pub(super) fn groups(texts: Vec<(String, usize)>) -> Vec<Vec<usize>> {
    let texts = in_order(texts);
    let same = texts.chunk_by(|a, b| a.0 == b.0);
    same.map(|it| it.iter().map(|it| it.1).collect()).collect()
}
