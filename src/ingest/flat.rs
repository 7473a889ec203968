//! Lists as bytes: what travels between workers is copied as it stands, not spelled out number by number. Both ends are the
//! same program.

use std::fmt::{self, Formatter};
use std::marker::PhantomData;

use bytemuck::Pod;
use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

/// For `#[serde(with = "flat")]`.
pub(super) fn serialize<T: Pod, S: Serializer>(all: &[T], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(bytemuck::cast_slice(all))
}

/// For `#[serde(with = "flat")]`.
pub(super) fn deserialize<'a, T: Pod, D: Deserializer<'a>>(from: D) -> Result<Vec<T>, D::Error> {
    // Lent for the moment: bytes that come piece by piece stand nowhere as a whole.
    from.deserialize_byte_buf(Flat(PhantomData))
}

/// Makes a list of its bytes.
struct Flat<T>(PhantomData<T>);

impl<T: Pod> Visitor<'_> for Flat<T> {
    type Value = Vec<T>;

    fn expecting(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str("the bytes of a list")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<T>, E> {
        if bytes.len().is_multiple_of(size_of::<T>()) {
            Ok(bytemuck::pod_collect_to_vec(bytes))
        } else {
            Err(E::custom("cut short"))
        }
    }
}
