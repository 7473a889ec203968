//! Lists as bytes: what travels between workers is copied piece by piece, not spelled out number by number.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// What takes the same few bytes each time.
pub(super) trait Flat: Copy {
    fn put(self, to: &mut Vec<u8>);
    /// Takes one from the front; `None` where the bytes end.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Flat for $number {
            #[inline]
            fn put(self, to: &mut Vec<u8>) {
                to.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn take(from: &mut &[u8]) -> Option<Self> {
                let (first, rest) = from.split_first_chunk()?;
                *from = rest;
                Some(Self::from_le_bytes(*first))
            }
        }
    )*};
}

numbers!(u8, u32, i32, u64, i64);

/// Where texts end: workers address 32 bits.
impl Flat for usize {
    #[inline]
    fn put(self, to: &mut Vec<u8>) {
        u32::try_from(self).unwrap_or(u32::MAX).put(to);
    }

    #[inline]
    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(u32::take(from)?).ok()
    }
}

/// A struct, field by field.
macro_rules! fields {
    ($it:ty: $($field:ident),*) => {
        impl $crate::ingest::flat::Flat for $it {
            fn put(self, to: &mut Vec<u8>) {
                $($crate::ingest::flat::Flat::put(self.$field, to);)*
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Some(Self {
                    $($field: $crate::ingest::flat::Flat::take(from)?,)*
                })
            }
        }
    };
}
pub(super) use fields;

#[inline(never)]
pub(super) fn bytes<T: Flat>(all: &[T]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size_of_val(all));
    for it in all {
        it.put(&mut bytes);
    }
    bytes
}

#[inline(never)]
pub(super) fn list<T: Flat>(mut bytes: &[u8]) -> Option<Vec<T>> {
    let mut all = Vec::with_capacity(bytes.len() / size_of::<T>());
    while !bytes.is_empty() {
        all.push(T::take(&mut bytes)?);
    }
    Some(all)
}

/// For `#[serde(with = "flat")]`.
pub(super) fn serialize<T: Flat, S: Serializer>(all: &[T], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(&bytes(all))
}

/// For `#[serde(with = "flat")]`.
pub(super) fn deserialize<'a, T: Flat, D: Deserializer<'a>>(from: D) -> Result<Vec<T>, D::Error> {
    list(<&[u8]>::deserialize(from)?).ok_or_else(|| Error::custom("cut short"))
}
