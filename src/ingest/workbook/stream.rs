//! XLS without its container: the one sheet of Excel 2 to 4, which scripts still write since it is so
//! short, and a workbook of Excel 5 whose stream stands alone.

use super::bytes::Bytes;
use super::grid::Filler;
use super::value::Looks;
use super::xls::{self, Records};
use super::{Sheet, Trouble, Workbook, in_code_page};
use crate::ingest::book::BookFormat;

/// What the stream says before its cells.
struct Told {
    /// Cells of Excel 2 name their format themselves.
    is_first: bool,
    code_page: u16,
    is_1904: bool,
    formats: Vec<Looks>,
    styles: Vec<Looks>,
    /// A formula whose text comes next.
    awaited: Option<(u32, u32)>,
}

/// Opens the stream; `None` for any other bytes.
pub(super) fn open(bytes: &[u8]) -> Option<Result<Workbook, Trouble>> {
    let mut at = Bytes(bytes);
    let (id, len, _version, kind) = (at.u16()?, at.u16()?, at.u16()?, at.u16()?);
    let is_stream = matches!(id, 0x0009 | 0x0209 | 0x0409 | 0x0809) && (4..=16).contains(&len);
    is_stream.then_some(())?;
    // A list of sheets.
    if kind == 5 {
        return Some(xls::read(bytes));
    }
    let mut told = Told {
        is_first: id == 0x0009,
        code_page: 1252,
        is_1904: false,
        formats: Vec::new(),
        styles: Vec::new(),
        awaited: None,
    };
    let mut filler = Filler::default();
    for it in Records(Bytes(bytes)) {
        match it.id {
            0x000a => break,
            0x002f => return Some(Err(Trouble::Locked)),
            // A record that is cut short is none.
            id => {
                let _ = told.record(id, it.first(), &mut filler);
            }
        }
    }
    let sheets = vec![Sheet {
        name: "1".to_owned(),
        is_hidden: false,
        grid: filler.finish(),
    }];
    Some(Ok(Workbook {
        format: BookFormat::Xls,
        sheets,
    }))
}

impl Told {
    fn record(&mut self, id: u16, mut at: Bytes<'_>, filler: &mut Filler) -> Option<()> {
        match id {
            0x0042 => self.code_page = at.u16()?,
            0x0022 => self.is_1904 = at.u16()? == 1,
            0x001e | 0x041e => {
                at.skip(if id == 0x001e { 0 } else { 2 })?;
                let code = self.text(&mut at, true)?;
                self.formats.push(Looks::of_format(&code, self.is_1904));
            }
            0x0243 | 0x0443 => {
                at.skip(1)?;
                let format = usize::from(at.u8()?);
                self.styles
                    .push(self.formats.get(format).copied().unwrap_or_default());
            }
            0x0007 | 0x0207 => {
                let words = self.text(&mut at, id == 0x0007)?;
                let (row, column) = self.awaited.take()?;
                filler.words(row, column, &words);
            }
            0x0002..=0x0006 | 0x0203..=0x0206 | 0x0406 | 0x027e => self.cell(id, at, filler)?,
            _ => {}
        }
        Some(())
    }

    fn cell(&mut self, id: u16, mut at: Bytes<'_>, filler: &mut Filler) -> Option<()> {
        let (row, column) = (u32::from(at.u16()?), u32::from(at.u16()?));
        let style = usize::from(at.u16()?);
        let looks = if self.is_first {
            at.skip(1)?;
            self.formats.get(style >> 8 & 0x3f)
        } else {
            self.styles.get(style)
        };
        let looks = looks.copied().unwrap_or_default();
        match id {
            0x0002 => filler.number(row, column, f64::from(at.u16()?), looks),
            0x0003 | 0x0203 => filler.number(row, column, at.f64()?, looks),
            0x0004 | 0x0204 => {
                let words = self.text(&mut at, id == 0x0004)?;
                filler.words(row, column, &words);
            }
            0x0005 | 0x0205 => {
                let (value, is_error) = (at.u8()?, at.u8()?);
                xls::truth_or_error(filler, (row, column), value, is_error != 0);
            }
            0x027e => filler.number(row, column, at.packed_number()?, looks),
            _ => self.awaited = xls::result(filler, (row, column), at.u64()?, looks),
        }
        Some(())
    }

    /// A text with its length before it, in one byte or in two.
    fn text(&self, at: &mut Bytes<'_>, is_short: bool) -> Option<String> {
        let len = if is_short {
            usize::from(at.u8()?)
        } else {
            usize::from(at.u16()?)
        };
        at.take(len).map(|it| in_code_page(it, self.code_page))
    }
}
