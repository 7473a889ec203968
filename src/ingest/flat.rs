//! Lists as bytes: what travels between workers is copied as it stands, not spelled out number by number. Both ends are the
//! same program.

use bytemuck::Pod;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// A list from the bytes of one; `None` where they are cut short.
pub(super) fn list<T: Pod>(bytes: &[u8]) -> Option<Vec<T>> {
    let are_whole = bytes.len().is_multiple_of(size_of::<T>());
    are_whole.then(|| bytemuck::pod_collect_to_vec(bytes))
}

/// For `#[serde(with = "flat")]`.
pub(super) fn serialize<T: Pod, S: Serializer>(all: &[T], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(bytemuck::cast_slice(all))
}

/// For `#[serde(with = "flat")]`.
pub(super) fn deserialize<'a, T: Pod, D: Deserializer<'a>>(from: D) -> Result<Vec<T>, D::Error> {
    list(<&[u8]>::deserialize(from)?).ok_or_else(|| Error::custom("cut short"))
}
