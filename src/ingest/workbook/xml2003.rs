//! The XML that Excel 2003 wrote, and that some programs still write under the name of an XLS.

use super::grid::{Filler, Merge};
use super::value::Looks;
use super::xml::{Tag, Token, Xml};
use super::{Sheet, Trouble, Workbook};
use crate::ingest::book::BookFormat;

/// Opens the one part there is.
pub(super) fn open(text: &str) -> Result<Workbook, Trouble> {
    let mut xml = Xml::new(text);
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut filler = Filler::default();
    let (mut next_row, mut row) = (0_u32, 0_u32);
    // Where the cell is, and where the next one would be.
    let (mut column, mut next_column) = (0_u32, 0_u32);
    let close = |filler: &mut Filler, sheets: &mut Vec<Sheet>| {
        if let Some(last) = sheets.last_mut() {
            last.grid = std::mem::take(filler).finish();
        }
    };
    while let Some(token) = xml.next() {
        let Token::Open(tag) = token else { continue };
        // Places count from 1 and are written only where some before are left out.
        let index = tag.number("ss:Index").and_then(|it| it.checked_sub(1));
        match tag.name() {
            "Worksheet" => {
                close(&mut filler, &mut sheets);
                (next_row, row) = (0, 0);
                sheets.push(Sheet {
                    name: tag.get("ss:Name").unwrap_or_default(),
                    is_hidden: false,
                    grid: super::Grid::default(),
                });
            }
            "Visible" if xml.words(&[]).contains("Hidden") => {
                if let Some(last) = sheets.last_mut() {
                    last.is_hidden = true;
                }
            }
            "Row" => {
                row = index.unwrap_or(next_row);
                next_row = row
                    .saturating_add(1)
                    .saturating_add(tag.number("ss:Span").unwrap_or(0));
                next_column = 0;
                if tag.is_on("ss:Hidden") {
                    filler.hide_row(row);
                }
            }
            "Cell" => {
                column = index.unwrap_or(next_column);
                let across = tag.number("ss:MergeAcross").unwrap_or(0);
                let down = tag.number("ss:MergeDown").unwrap_or(0);
                if across > 0 || down > 0 {
                    filler.merges.push(Merge {
                        rows: (row, row.saturating_add(down)),
                        columns: (column, column.saturating_add(across)),
                    });
                }
                next_column = column.saturating_add(across).saturating_add(1);
            }
            "Data" => data(&tag, &mut xml, (row, column), &mut filler),
            // A note is none of the cell's words.
            "Comment" => {
                xml.words(&[]);
            }
            _ => {}
        }
    }
    close(&mut filler, &mut sheets);
    if sheets.is_empty() || xml.is_broken {
        return Err(Trouble::Broken);
    }
    Ok(Workbook {
        format: BookFormat::Xml,
        sheets,
    })
}

fn data(tag: &Tag<'_>, xml: &mut Xml<'_>, (row, column): (u32, u32), filler: &mut Filler) {
    let words = xml.words(&[]);
    let kind = tag.get("ss:Type").unwrap_or_default();
    match (kind.as_str(), words.trim().parse::<f64>()) {
        ("Number", Ok(number)) if number.is_finite() => {
            filler.number(row, column, number, Looks::Number);
        }
        ("Boolean", _) => filler.truth(row, column, words.trim() == "1"),
        ("Error", _) => filler.error(row, column, words.trim()),
        ("DateTime", _) => {
            let day = words.trim().split('.').next().unwrap_or_default();
            let day = day.replacen("T00:00:00", "", 1).replacen('T', " ", 1);
            // A time of no day is one of the day before all others.
            let day = day.strip_prefix("1899-12-31 ").unwrap_or(&day);
            filler.words(row, column, day);
        }
        _ => filler.words(row, column, &words),
    }
}
