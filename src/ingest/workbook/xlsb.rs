//! XLSB: the parts of an XLSX as binary records.

use super::bytes::{Bytes, wide_text};
use super::grid::{Filler, Merge};
use super::value::{Looks, error_words};
use super::xlsx::{Listed, Shared, looks};

/// The records of a part: number and content.
struct Records<'b>(Bytes<'b>);

impl<'b> Iterator for Records<'b> {
    type Item = (u16, Bytes<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        let low = u16::from(self.0.u8()?);
        let id = if low & 0x80 == 0 {
            low
        } else {
            (low & 0x7f) | (u16::from(self.0.u8()?) & 0x7f) << 7
        };
        let mut len = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = usize::from(self.0.u8()?);
            len |= (byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let left = self.0.0.len();
        self.0.take(len.min(left)).map(|it| (id, Bytes(it)))
    }
}

fn records(bytes: &[u8]) -> Records<'_> {
    Records(Bytes(bytes))
}

/// Text with its length before it.
fn text(at: &mut Bytes<'_>) -> Option<String> {
    let units = at.place()?;
    at.take(units.checked_mul(2)?).map(wide_text)
}

/// The sheets, and whether days are counted from 1904.
pub(super) fn sheets(bytes: &[u8]) -> (Vec<Listed>, bool) {
    let mut listed = Vec::new();
    let mut is_1904 = false;
    for (id, mut at) in records(bytes) {
        match id {
            153 => is_1904 = at.u32().is_some_and(|it| it & 1 != 0),
            156 => listed.extend(sheet(&mut at)),
            _ => {}
        }
    }
    (listed, is_1904)
}

fn sheet(at: &mut Bytes<'_>) -> Option<Listed> {
    let state = at.u32()?;
    at.skip(4)?;
    let relation = text(at)?;
    Some(Listed {
        name: text(at)?,
        is_hidden: state != 0,
        relation,
    })
}

pub(super) fn strings(bytes: &[u8]) -> Vec<String> {
    records(bytes)
        .filter(|it| it.0 == 19)
        .map(|(_, mut at)| at.skip(1).and_then(|()| text(&mut at)).unwrap_or_default())
        .collect()
}

pub(super) fn styles(bytes: &[u8], is_1904: bool) -> Vec<Looks> {
    let mut own = Vec::new();
    let mut found = Vec::new();
    let mut is_cells = false;
    for (id, mut at) in records(bytes) {
        match id {
            44 => {
                if let (Some(id), Some(code)) = (at.u16(), text(&mut at)) {
                    own.push((u32::from(id), Looks::of_format(&code, is_1904)));
                }
            }
            617 => is_cells = true,
            618 => is_cells = false,
            47 if is_cells => {
                let format = at.skip(2).and_then(|()| at.u16()).unwrap_or(0);
                found.push(looks(u32::from(format), &own, is_1904));
            }
            _ => {}
        }
    }
    found
}

pub(super) fn cells(bytes: &[u8], shared: &Shared, filler: &mut Filler) {
    let (mut row, mut column) = (0, 0);
    for (id, mut at) in records(bytes) {
        match id {
            0 => {
                row = at.u32().unwrap_or(row);
                let flags = at.skip(7).and_then(|()| at.u8()).unwrap_or(0);
                if flags & 0x10 != 0 {
                    filler.hide_row(row);
                }
            }
            1..=11 => {
                column = at.u32().unwrap_or(column);
                // A cell that is cut short is no cell.
                let _ = cell(id, (row, column), &mut at, shared, filler);
            }
            // The short form stands right of the cell before it.
            12..=18 => {
                column = column.saturating_add(1);
                let _ = cell(id - 11, (row, column), &mut at, shared, filler);
            }
            60 => {
                if let (Some(first), Some(last)) = (at.u32(), at.u32())
                    && at
                        .skip(8)
                        .and_then(|()| at.u16())
                        .is_some_and(|it| it & 1 != 0)
                {
                    filler.hide_columns(first, last);
                }
            }
            176 => {
                if let (Some(top), Some(bottom), Some(left), Some(right)) =
                    (at.u32(), at.u32(), at.u32(), at.u32())
                {
                    filler.merges.push(Merge {
                        rows: (top, bottom.max(top)),
                        columns: (left, right.max(left)),
                    });
                }
            }
            _ => {}
        }
    }
}

fn cell(
    id: u16,
    (row, column): (u32, u32),
    at: &mut Bytes<'_>,
    shared: &Shared,
    filler: &mut Filler,
) -> Option<()> {
    let style = at.place()? & 0x00ff_ffff;
    let looks = shared.styles.get(style).copied().unwrap_or_default();
    match id {
        1 => {}
        2 => filler.number(row, column, at.packed_number()?, looks),
        3 | 11 => filler.error(row, column, error_words(at.u8()?)),
        4 | 10 => filler.truth(row, column, at.u8()? != 0),
        5 | 9 => filler.number(row, column, at.f64()?, looks),
        6 | 8 => filler.words(row, column, &text(at)?),
        _ => filler.shared(row, column, &shared.strings, at.place()?),
    }
    Some(())
}
