//! Long lists that travel between workers: a message says how many things each has, and their bytes are
//! copied as they stand, beside it. Both ends are the same program.

use bytemuck::Pod;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Sees the bytes of one list after another: who sends takes them, who receives fills them in.
pub(super) type See<'s> = &'s mut dyn FnMut(&mut [u8]);

/// Shows a list.
pub(super) fn show<T: Pod>(all: &mut [T], see: See<'_>) {
    see(bytemuck::cast_slice_mut(all));
}

/// For `#[serde(with = "flat")]`: how many there are.
pub(super) fn serialize<T: Pod, S: Serializer>(all: &[T], to: S) -> Result<S::Ok, S::Error> {
    all.len().serialize(to)
}

/// For `#[serde(with = "flat")]`: room for as many.
pub(super) fn deserialize<'a, T: Pod, D: Deserializer<'a>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(vec![T::zeroed(); usize::deserialize(from)?])
}
