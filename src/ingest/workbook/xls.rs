//! XLS of Excel 5 to 2003: a stream of records (BIFF5 and BIFF8).

use super::bytes::{Bytes, wide_text};
use super::cfb::Cfb;
use super::grid::{Filler, Merge};
use super::value::{Looks, error_words};
use super::xlsx::{Shared, looks};
use super::{Sheet, Trouble, Workbook, in_code_page};
use crate::ingest::book::BookFormat;

/// The records that are read.
mod record {
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const EOF: u16 = 0x000a;
    pub(super) const BOUNDSHEET: u16 = 0x0085;
    pub(super) const CODEPAGE: u16 = 0x0042;
    pub(super) const CONTINUE: u16 = 0x003c;
    pub(super) const DATEMODE: u16 = 0x0022;
    pub(super) const FILEPASS: u16 = 0x002f;
    pub(super) const FORMAT: u16 = 0x041e;
    pub(super) const SST: u16 = 0x00fc;
    pub(super) const XF: u16 = 0x00e0;
    pub(super) const BOOLERR: u16 = 0x0205;
    pub(super) const COLINFO: u16 = 0x007d;
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const LABELSST: u16 = 0x00fd;
    pub(super) const MERGED: u16 = 0x00e5;
    pub(super) const MULRK: u16 = 0x00bd;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const RK: u16 = 0x027e;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const RSTRING: u16 = 0x00d6;
    pub(super) const STRING: u16 = 0x0207;
}

/// A record: what it is, its content and what continues it.
pub(super) struct Record<'b> {
    pub(super) id: u16,
    parts: Vec<&'b [u8]>,
}

impl<'b> Record<'b> {
    pub(super) fn first(&self) -> Bytes<'b> {
        Bytes(self.parts.first().copied().unwrap_or_default())
    }
}

/// The records from a place on.
pub(super) struct Records<'b>(pub(super) Bytes<'b>);

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Self::Item> {
        let one = |at: &mut Bytes<'b>| {
            let (id, len) = (at.u16()?, at.u16()?);
            Some((id, at.take(usize::from(len))?))
        };
        let (id, content) = one(&mut self.0)?;
        let mut parts = vec![content];
        loop {
            let mut ahead = self.0;
            match one(&mut ahead) {
                Some((record::CONTINUE, more)) => {
                    parts.push(more);
                    self.0 = ahead;
                }
                _ => return Some(Record { id, parts }),
            }
        }
    }
}

/// What the first stream of records says of all sheets.
struct Globals {
    is_wide: bool,
    code_page: u16,
    shared: Shared,
    sheets: Vec<Listed>,
}

struct Listed {
    name: String,
    is_hidden: bool,
    start: usize,
}

/// Opens the workbook's stream.
pub(super) fn open(file: &Cfb<'_>) -> Result<Workbook, Trouble> {
    // A file for both 95 and 97 has both; the newer one is whole.
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    read(&stream.ok_or(Trouble::Other)?)
}

/// Reads the stream: all sheets, one after another.
pub(super) fn read(stream: &[u8]) -> Result<Workbook, Trouble> {
    let globals = globals(stream)?;
    let mut sheets = Vec::new();
    for it in &globals.sheets {
        let mut filler = Filler::default();
        cells(
            Bytes::at(stream, it.start).ok_or(Trouble::Broken)?,
            &globals,
            &mut filler,
        );
        sheets.push(Sheet {
            name: it.name.clone(),
            is_hidden: it.is_hidden,
            grid: filler.finish(),
        });
    }
    if sheets.is_empty() {
        return Err(Trouble::Broken);
    }
    Ok(Workbook {
        format: BookFormat::Xls,
        sheets,
    })
}

fn globals(stream: &[u8]) -> Result<Globals, Trouble> {
    let mut globals = Globals {
        is_wide: true,
        code_page: 1252,
        shared: Shared::default(),
        sheets: Vec::new(),
    };
    let (mut formats, mut own, mut is_1904) = (Vec::new(), Vec::new(), false);
    for it in Records(Bytes(stream)) {
        let mut at = it.first();
        match it.id {
            record::BOF => globals.is_wide = at.u16() != Some(0x0500),
            record::EOF => break,
            record::FILEPASS => return Err(Trouble::Locked),
            record::CODEPAGE => globals.code_page = at.u16().unwrap_or(1252),
            record::DATEMODE => is_1904 = at.u16() == Some(1),
            record::FORMAT => {
                let id = at.u16().unwrap_or(0);
                let size = if globals.is_wide {
                    Size::Long
                } else {
                    Size::Short
                };
                if let Some(code) = globals.text(&mut at, size) {
                    own.push((u32::from(id), code));
                }
            }
            record::XF => formats.push(at.skip(2).and_then(|()| at.u16()).unwrap_or(0)),
            record::SST => globals.shared.strings = strings(&it.parts),
            record::BOUNDSHEET => globals.sheets.extend(globals.listed(&mut at)),
            _ => {}
        }
    }
    let own: Vec<(u32, Looks)> = own
        .into_iter()
        .map(|(id, code): (u32, String)| (id, Looks::of_format(&code, is_1904)))
        .collect();
    globals.shared.styles = formats
        .into_iter()
        .map(|it| looks(u32::from(it), &own, is_1904))
        .collect();
    Ok(globals)
}

/// How a text says its length.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// In one byte.
    Short,
    /// In two.
    Long,
}

impl Globals {
    fn listed(&self, at: &mut Bytes<'_>) -> Option<Listed> {
        let (start, state, kind) = (at.place()?, at.u8()?, at.u8()?);
        // Charts and macros have no cells.
        (kind == 0).then_some(())?;
        Some(Listed {
            name: self.text(at, Size::Short)?,
            is_hidden: state & 3 != 0,
            start,
        })
    }

    /// A text that no other record continues.
    fn text(&self, at: &mut Bytes<'_>, size: Size) -> Option<String> {
        let count = match size {
            Size::Short => usize::from(at.u8()?),
            Size::Long => usize::from(at.u16()?),
        };
        if !self.is_wide {
            return at.take(count).map(|it| in_code_page(it, self.code_page));
        }
        if at.u8()? & 1 == 0 {
            at.take(count).map(narrow_text)
        } else {
            at.take(count * 2).map(wide_text)
        }
    }
}

/// Text of one byte a unit: the first 256 characters of Unicode.
fn narrow_text(bytes: &[u8]) -> String {
    bytes.iter().map(|it| char::from(*it)).collect()
}

/// The shared strings. One may go on in the next part, which then says anew how wide it is.
fn strings(parts: &[&[u8]]) -> Vec<String> {
    let mut at = Parts {
        at: Bytes(parts.first().copied().unwrap_or_default()),
        rest: parts.get(1..).unwrap_or_default(),
    };
    let mut found = Vec::new();
    let count = at.at.skip(4).and_then(|()| at.at.place()).unwrap_or(0);
    while found.len() < count {
        let Some(string) = at.string() else { break };
        found.push(string);
    }
    found
}

struct Parts<'p, 'b> {
    at: Bytes<'b>,
    rest: &'p [&'b [u8]],
}

impl Parts<'_, '_> {
    fn next_part(&mut self) -> Option<()> {
        let (next, rest) = self.rest.split_first()?;
        (self.at, self.rest) = (Bytes(next), rest);
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        if self.at.0.is_empty() {
            self.next_part()?;
        }
        let (mut count, flags) = (usize::from(self.at.u16()?), self.at.u8()?);
        let runs = if flags & 8 == 0 {
            0
        } else {
            usize::from(self.at.u16()?)
        };
        let aids = if flags & 4 == 0 { 0 } else { self.at.place()? };
        let mut is_wide = flags & 1 != 0;
        let mut out = String::new();
        loop {
            let unit = if is_wide { 2 } else { 1 };
            let here = count.min(self.at.0.len() / unit);
            let bytes = self.at.take(here * unit)?;
            out.push_str(&if is_wide {
                wide_text(bytes)
            } else {
                narrow_text(bytes)
            });
            count -= here;
            if count == 0 {
                break;
            }
            self.next_part()?;
            is_wide = self.at.u8()? & 1 != 0;
        }
        // What follows may go on in the next part too.
        let mut left = runs.saturating_mul(4).saturating_add(aids);
        while left > self.at.0.len() {
            left -= self.at.0.len();
            if self.next_part().is_none() {
                return Some(out);
            }
        }
        self.at.skip(left)?;
        Some(out)
    }
}

/// The cells of the sheet that starts here.
fn cells(start: Bytes<'_>, globals: &Globals, filler: &mut Filler) {
    let mut depth = 0_u32;
    // A formula whose text comes in a record of its own.
    let mut awaited = None;
    for it in Records(start) {
        match it.id {
            record::BOF => depth += 1,
            record::EOF => match depth.checked_sub(1) {
                Some(less @ 1..) => depth = less,
                _ => break,
            },
            // A chart inside the sheet.
            _ if depth > 1 => {}
            record::STRING => {
                if let Some((row, column)) = awaited.take()
                    && let Some(words) = long_text(&it, globals)
                {
                    filler.words(row, column, &words);
                }
            }
            _ => {
                // A record that is cut short is none.
                let _ = cell(&it, globals, filler, &mut awaited);
            }
        }
    }
}

/// A text that other records may continue.
fn long_text(it: &Record<'_>, globals: &Globals) -> Option<String> {
    if it.parts.len() == 1 || !globals.is_wide {
        return globals.text(&mut it.first(), Size::Long);
    }
    let mut at = Parts {
        at: it.first(),
        rest: it.parts.get(1..).unwrap_or_default(),
    };
    at.string()
}

fn cell(
    it: &Record<'_>,
    globals: &Globals,
    filler: &mut Filler,
    awaited: &mut Option<(u32, u32)>,
) -> Option<()> {
    let mut at = it.first();
    if !matches!(
        it.id,
        record::ROW
            | record::COLINFO
            | record::MERGED
            | record::NUMBER
            | record::RK
            | record::MULRK
            | record::FORMULA
            | record::LABEL
            | record::RSTRING
            | record::LABELSST
            | record::BOOLERR
    ) {
        return None;
    }
    let (row, column) = (at.u16()?, at.u16()?);
    match it.id {
        record::ROW => {
            at.skip(8)?;
            if at.u32()? & 0x20 != 0 {
                filler.hide_row(u32::from(row));
            }
            return Some(());
        }
        record::COLINFO => {
            at.skip(4)?;
            if at.u16()? & 1 != 0 {
                filler.hide_columns(u32::from(row), u32::from(column));
            }
            return Some(());
        }
        record::MERGED => return merges(it.first(), filler),
        _ => {}
    }
    let (row, column) = (u32::from(row), u32::from(column));
    let style = |it: u16| {
        globals
            .shared
            .styles
            .get(usize::from(it))
            .copied()
            .unwrap_or_default()
    };
    if it.id == record::MULRK {
        // Style and number for each column; the last column stands at the end.
        let mut column = column;
        while at.0.len() >= 6 {
            let looks = style(at.u16()?);
            filler.number(row, column, at.packed_number()?, looks);
            column = column.saturating_add(1);
        }
        return Some(());
    }
    let looks = style(at.u16()?);
    match it.id {
        record::NUMBER => filler.number(row, column, at.f64()?, looks),
        record::RK => filler.number(row, column, at.packed_number()?, looks),
        record::LABEL | record::RSTRING => {
            filler.words(row, column, &globals.text(&mut at, Size::Long)?);
        }
        record::LABELSST => {
            filler.shared(row, column, &globals.shared.strings, at.place()?);
        }
        record::BOOLERR => {
            let (value, is_error) = (at.u8()?, at.u8()?);
            truth_or_error(filler, (row, column), value, is_error != 0);
        }
        _ => {
            let awaits = result(filler, (row, column), at.u64()?, looks);
            *awaited = awaits.or(*awaited);
        }
    }
    Some(())
}

pub(super) fn truth_or_error(
    filler: &mut Filler,
    (row, column): (u32, u32),
    value: u8,
    is_error: bool,
) {
    if is_error {
        filler.error(row, column, error_words(value));
    } else {
        filler.truth(row, column, value != 0);
    }
}

/// What a formula gave; its place, if the text comes in a record of its own.
pub(super) fn result(
    filler: &mut Filler,
    place: (u32, u32),
    bits: u64,
    looks: Looks,
) -> Option<(u32, u32)> {
    // Not a number: which kind of result stands in the lowest byte, its value in the third.
    if bits >> 48 != 0xffff {
        filler.number(place.0, place.1, f64::from_bits(bits), looks);
        return None;
    }
    let [kind, _, value, ..] = bits.to_le_bytes();
    match kind {
        0 => return Some(place),
        1 | 2 => truth_or_error(filler, place, value, kind == 2),
        _ => {}
    }
    None
}

fn merges(mut at: Bytes<'_>, filler: &mut Filler) -> Option<()> {
    for _ in 0..at.u16()? {
        let (top, bottom, left, right) = (at.u16()?, at.u16()?, at.u16()?, at.u16()?);
        filler.merges.push(Merge {
            rows: (u32::from(top), u32::from(bottom.max(top))),
            columns: (u32::from(left), u32::from(right.max(left))),
        });
    }
    Some(())
}
