//! The parts of a ZIP archive, found by its own directory and unpacked one by one.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::Trouble;
use super::bytes::Bytes;

/// A part that unpacks to more than this is not unpacked: memory would be gone first.
const MAX_PART: usize = if cfg!(target_pointer_width = "64") {
    4 << 30
} else {
    768 << 20
};

/// Where the directory's end may stand: the longest comment comes after it.
const MAX_TAIL: usize = 22 + 65_535;

/// An archive.
pub(super) struct Zip<'b> {
    bytes: &'b [u8],
    parts: Vec<Part>,
}

struct Part {
    /// Lower case, forward slashes, none in front.
    name: String,
    is_locked: bool,
    is_packed: bool,
    is_known: bool,
    packed: usize,
    header: usize,
}

impl<'b> Zip<'b> {
    /// Reads the directory; `None` where there is none.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let (count, start) = directory(bytes)?;
        let mut at = Bytes::at(bytes, start)?;
        let mut parts = Vec::new();
        for _ in 0..count {
            let Some(part) = entry(&mut at) else { break };
            parts.push(part);
        }
        (!parts.is_empty()).then_some(Self { bytes, parts })
    }

    fn find(&self, name: &str) -> Option<&Part> {
        let name = plain(name);
        self.parts.iter().find(|it| it.name == name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of a part.
    pub(super) fn part(&self, name: &str) -> Result<Vec<u8>, Trouble> {
        let part = self.find(name).ok_or(Trouble::Broken)?;
        if part.is_locked {
            return Err(Trouble::Locked);
        }
        let packed = self.packed(part).ok_or(Trouble::Broken)?;
        if !part.is_known {
            return Err(Trouble::Broken);
        }
        if !part.is_packed {
            return Ok(packed.to_vec());
        }
        decompress_to_vec_with_limit(packed, MAX_PART).map_err(|it| match it.status {
            TINFLStatus::HasMoreOutput => Trouble::Huge,
            _ => Trouble::Broken,
        })
    }

    /// A part as text.
    pub(super) fn text(&self, name: &str) -> Result<String, Trouble> {
        let bytes = self.part(name)?;
        // Damaged letters are better than none.
        Ok(String::from_utf8(bytes)
            .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned()))
    }

    fn packed(&self, part: &Part) -> Option<&'b [u8]> {
        let mut at = Bytes::at(self.bytes, part.header)?;
        (at.u32()? == 0x0403_4b50).then_some(())?;
        at.skip(22)?;
        let (name, extra) = (at.u16()?, at.u16()?);
        at.skip(usize::from(name) + usize::from(extra))?;
        at.take(part.packed)
    }
}

/// How many parts the directory lists and where it starts.
fn directory(bytes: &[u8]) -> Option<(u64, usize)> {
    let from = bytes.len().saturating_sub(MAX_TAIL);
    let tail = bytes.get(from..)?;
    let end = from + tail.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let mut at = Bytes::at(bytes, end + 10)?;
    let (count, _size, start) = (at.u16()?, at.u32()?, at.u32()?);
    if count != u16::MAX && start != u32::MAX {
        return Some((u64::from(count), usize::try_from(start).ok()?));
    }
    // Larger archives say it in a record of their own.
    let mut at = Bytes::at(bytes, end.checked_sub(20)?)?;
    (at.u32()? == 0x0706_4b50).then_some(())?;
    at.skip(4)?;
    let mut at = Bytes::at(bytes, usize::try_from(at.u64()?).ok()?)?;
    (at.u32()? == 0x0606_4b50).then_some(())?;
    at.skip(28)?;
    let (count, _size, start) = (at.u64()?, at.u64()?, at.u64()?);
    Some((count, usize::try_from(start).ok()?))
}

/// One entry of the directory.
fn entry(at: &mut Bytes<'_>) -> Option<Part> {
    (at.u32()? == 0x0201_4b50).then_some(())?;
    at.skip(4)?;
    let (flags, method) = (at.u16()?, at.u16()?);
    at.skip(8)?;
    let (packed, size) = (at.u32()?, at.u32()?);
    let (name, extra, comment) = (at.u16()?, at.u16()?, at.u16()?);
    at.skip(8)?;
    let header = at.u32()?;
    let name = at.take(usize::from(name))?;
    let mut extra = Bytes(at.take(usize::from(extra))?);
    at.skip(usize::from(comment))?;
    let (mut packed, mut header) = (u64::from(packed), u64::from(header));
    // Sizes and places that need 64 bits stand in an extra field, in this order.
    while let (Some(id), Some(len)) = (extra.u16(), extra.u16()) {
        let mut field = Bytes(extra.take(usize::from(len))?);
        if id != 1 {
            continue;
        }
        if size == u32::MAX {
            field.u64()?;
        }
        if packed == u64::from(u32::MAX) {
            packed = field.u64()?;
        }
        if header == u64::from(u32::MAX) {
            header = field.u64()?;
        }
    }
    Some(Part {
        name: plain(&String::from_utf8_lossy(name)),
        is_locked: flags & 1 != 0,
        is_packed: method == 8,
        is_known: method == 8 || method == 0,
        packed: usize::try_from(packed).ok()?,
        header: usize::try_from(header).ok()?,
    })
}

fn plain(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}
