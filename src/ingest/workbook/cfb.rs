//! The streams of a compound file, which is how programs saved before 2007.

use super::bytes::{Bytes, wide_text};

const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Sector numbers from here on mean something else.
const LAST_SECTOR: u32 = 0xffff_fffa;

/// A compound file.
pub(super) struct Cfb<'b> {
    bytes: &'b [u8],
    sector: usize,
    small_sector: usize,
    /// What follows each sector.
    fat: Vec<u32>,
    small_fat: Vec<u32>,
    /// Holds the streams that are shorter than this.
    small: Vec<u8>,
    small_below: usize,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'b> Cfb<'b> {
    /// Reads the directory; `None` for anything else, and for what is cut off before it.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        bytes.starts_with(&MAGIC).then_some(())?;
        let mut at = Bytes::at(bytes, 26)?;
        let (version, _order, shift, small_shift) = (at.u16()?, at.u16()?, at.u16()?, at.u16()?);
        (matches!(shift, 7..=16) && matches!(small_shift, 4..=10)).then_some(())?;
        at.skip(14)?;
        let directory = at.u32()?;
        at.skip(4)?;
        let small_below = at.place()?;
        let (small_fat, _) = (at.u32()?, at.u32()?);
        let (mut more, _) = (at.u32()?, at.u32()?);
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            small_sector: 1 << small_shift,
            fat: Vec::new(),
            small_fat: Vec::new(),
            small: Vec::new(),
            small_below,
            entries: Vec::new(),
        };
        // The table of sectors is listed in the header, and further on in a chain of sectors.
        let mut tables: Vec<u32> = (0..109).map_while(|_| at.u32()).collect();
        let whole = bytes.len() / file.sector + 1;
        while more < LAST_SECTOR && tables.len() <= whole {
            let mut at = Bytes(file.sector_at(more)?);
            let listed = file.sector / 4 - 1;
            tables.extend((0..listed).map_while(|_| at.u32()));
            more = at.u32()?;
        }
        for table in tables
            .into_iter()
            .filter(|it| *it < LAST_SECTOR)
            .take(whole)
        {
            let mut at = Bytes(file.sector_at(table).unwrap_or_default());
            while let Some(next) = at.u32() {
                file.fat.push(next);
            }
        }
        let list = file.chain(directory, usize::MAX);
        for entry in list.chunks_exact(128) {
            file.entries.extend(entry_of(entry, version));
        }
        let mut at = file.chain(small_fat, usize::MAX);
        at.truncate(at.len() / 4 * 4);
        let mut at = Bytes(&at);
        while let Some(next) = at.u32() {
            file.small_fat.push(next);
        }
        let root = file.entries.first()?;
        file.small = file.chain(root.start, root.size);
        Some(file)
    }

    fn sector_at(&self, number: u32) -> Option<&'b [u8]> {
        let from = usize::try_from(number)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let to = from.checked_add(self.sector)?.min(self.bytes.len());
        // What begins at the end of the file would never end.
        self.bytes.get(from..to).filter(|it| !it.is_empty())
    }

    /// The sectors from `start` on, joined.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut next = start;
        // A chain that bites its tail is longer than the file.
        while next < LAST_SECTOR && out.len() < size && out.len() <= self.bytes.len() {
            let Some(sector) = self.sector_at(next) else {
                break;
            };
            out.extend_from_slice(sector);
            let at = usize::try_from(next).unwrap_or(usize::MAX);
            next = self.fat.get(at).copied().unwrap_or(LAST_SECTOR);
        }
        out.truncate(size);
        out
    }

    fn small_chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut next = start;
        while next < LAST_SECTOR && out.len() < size && out.len() <= self.small.len() {
            let at = usize::try_from(next).unwrap_or(usize::MAX);
            let from = at.saturating_mul(self.small_sector);
            let to = from.saturating_add(self.small_sector).min(self.small.len());
            let sector = self.small.get(from..to).unwrap_or_default();
            if sector.is_empty() {
                break;
            }
            out.extend_from_slice(sector);
            next = self.small_fat.get(at).copied().unwrap_or(LAST_SECTOR);
        }
        out.truncate(size);
        out
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// A stream by its name, in any folder; some programs write it in capitals.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self
            .entries
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(name))?;
        Some(if entry.size < self.small_below {
            self.small_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        })
    }
}

fn entry_of(bytes: &[u8], version: u16) -> Option<Entry> {
    let name = wide_text(bytes.get(..64)?);
    let mut at = Bytes::at(bytes, 116)?;
    let (start, low, high) = (at.u32()?, at.u32()?, at.u32()?);
    // Version 3 leaves rubbish in the upper half.
    let high = if version == 3 {
        0
    } else {
        u64::from(high) << 32
    };
    Some(Entry {
        name: name.split('\0').next().unwrap_or_default().to_owned(),
        start,
        size: usize::try_from(high | u64::from(low)).ok()?,
    })
}
