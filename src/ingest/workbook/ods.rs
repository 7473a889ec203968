//! ODS: one XML part in a ZIP, where a cell or a row may stand for many.

use super::grid::{Filler, MAX_COLUMN, Merge};
use super::value::Looks;
use super::xml::{Tag, Token, Xml};
use super::zip::Zip;
use super::{Sheet, Trouble, Workbook};
use crate::ingest::book::BookFormat;
use crate::ingest::number::currency_of;

/// Repeats of cells that hold something, all of a workbook together: four columns filled to a sheet's end.
const MAX_REPEATS: u32 = 1 << 22;

/// Opens the part with the cells.
pub(super) fn open(zip: &Zip<'_>) -> Result<Workbook, Trouble> {
    if let Ok(manifest) = zip.text("META-INF/manifest.xml")
        && manifest.contains("encryption-data")
    {
        return Err(Trouble::Locked);
    }
    of_text(&zip.text("content.xml")?)
}

/// The sheets of the part.
pub(super) fn of_text(text: &str) -> Result<Workbook, Trouble> {
    let mut xml = Xml::new(text);
    let mut hidden_styles: Vec<String> = Vec::new();
    let mut style = String::new();
    let mut sheets = Vec::new();
    let mut room = MAX_REPEATS;
    while let Some(token) = xml.next() {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "style" => style = tag.get("style:name").unwrap_or_default(),
            "table-properties" if tag.get("table:display").as_deref() == Some("false") => {
                hidden_styles.push(style.clone());
            }
            "table" => {
                let name = tag.get("table:name").unwrap_or_default();
                let is_hidden = tag
                    .get("table:style-name")
                    .is_some_and(|it| hidden_styles.contains(&it));
                let mut table = Reader::with(room);
                table.read(&mut xml);
                room = table.room;
                sheets.push(Sheet {
                    name,
                    is_hidden,
                    grid: table.filler.finish(),
                });
            }
            _ => {}
        }
    }
    if xml.is_broken {
        return Err(Trouble::Broken);
    }
    // A letter has none.
    if sheets.is_empty() {
        return Err(Trouble::Other);
    }
    Ok(Workbook {
        format: BookFormat::Ods,
        sheets,
    })
}

/// A sheet while it is read.
#[derive(Default)]
struct Reader {
    filler: Filler,
    row: u32,
    column: u32,
    /// Columns as they are declared.
    declared: u32,
    /// Cells that may still repeat another.
    room: u32,
}

impl Reader {
    fn with(room: u32) -> Self {
        Self {
            room,
            ..Self::default()
        }
    }

    fn read(&mut self, xml: &mut Xml<'_>) {
        let mut depth = 0_u32;
        while let Some(token) = xml.next() {
            match token {
                Token::Open(tag) => match tag.name() {
                    "table-column" => {
                        let count = tag.number("table:number-columns-repeated").unwrap_or(1);
                        let next = self.declared.saturating_add(count.max(1));
                        if is_hidden(&tag) {
                            self.filler
                                .hide_columns(self.declared, next.saturating_sub(1));
                        }
                        self.declared = next;
                        depth += 1;
                    }
                    "table-row" => {
                        let count = tag.number("table:number-rows-repeated").unwrap_or(1).max(1);
                        let is_hidden = is_hidden(&tag);
                        self.row(xml, count, is_hidden);
                    }
                    // A table inside a shape, notes and the source of the sheet are none of its cells.
                    "shapes" | "table-source" | "forms" => {
                        xml.words(&[]);
                    }
                    _ => depth += 1,
                },
                Token::Close => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return,
                },
                Token::Text(_) => {}
            }
        }
    }

    fn row(&mut self, xml: &mut Xml<'_>, count: u32, is_hidden: bool) {
        self.column = 0;
        let mut holds = false;
        let mut depth = 0_u32;
        while let Some(token) = xml.next() {
            match token {
                Token::Open(tag) if matches!(tag.name(), "table-cell" | "covered-table-cell") => {
                    holds |= self.cell(xml, &tag, count);
                }
                Token::Open(_) => depth += 1,
                Token::Close => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => break,
                },
                Token::Text(_) => {}
            }
        }
        if is_hidden && holds {
            for row in 0..count.min(MAX_REPEATS) {
                self.filler.hide_row(self.row.saturating_add(row));
            }
        }
        self.row = self.row.saturating_add(count);
    }

    /// A cell and its repeats to the right and below; whether it holds anything.
    fn cell(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>, rows: u32) -> bool {
        let columns = tag
            .number("table:number-columns-repeated")
            .unwrap_or(1)
            .max(1);
        let kind = tag.get("office:value-type").unwrap_or_default();
        let is_error = tag.get("calcext:value-type").as_deref() == Some("error");
        let number = tag
            .get("office:value")
            .and_then(|it| it.parse::<f64>().ok());
        let words = paragraphs(xml);
        let is_covered = tag.name() == "covered-table-cell";
        let holds = !is_covered && (!words.is_empty() || !kind.is_empty());
        if holds {
            let (top, left) = (self.row, self.column);
            let before = self.filler.len();
            self.put(top, left, tag, (&kind, number), &words, is_error);
            let has_it = self.filler.len() > before;
            let columns = columns.min(MAX_COLUMN);
            // The first of all is there.
            let repeats = if has_it {
                columns.saturating_mul(rows) - 1
            } else {
                0
            };
            if let Some(room) = self.room.checked_sub(repeats) {
                self.room = room;
                for at in 1..=repeats {
                    let (down, right) = (at / columns, at % columns);
                    self.filler
                        .again(top.saturating_add(down), left.saturating_add(right));
                }
            } else {
                self.filler.full();
            }
            if tag.get("table:formula").is_some() && kind.is_empty() && words.is_empty() {
                self.filler.formula_without_value();
            }
            let spanned = |name: &str| tag.number(name).unwrap_or(1).max(1) - 1;
            let (down, right) = (
                spanned("table:number-rows-spanned"),
                spanned("table:number-columns-spanned"),
            );
            if down > 0 || right > 0 {
                self.filler.merges.push(Merge {
                    rows: (self.row, self.row.saturating_add(down)),
                    columns: (self.column, self.column.saturating_add(right)),
                });
            }
        }
        self.column = self.column.saturating_add(columns);
        holds
    }

    fn put(
        &mut self,
        row: u32,
        column: u32,
        tag: &Tag<'_>,
        (kind, number): (&str, Option<f64>),
        words: &str,
        is_error: bool,
    ) {
        let looks = match kind {
            "float" => Looks::Number,
            "percentage" => Looks::Percent,
            "currency" => tag
                .get("office:currency")
                .and_then(|it| currency_of(&it))
                .map_or(Looks::Number, Looks::Money),
            _ => Looks::Span,
        };
        let of = |name: &str| tag.get(name).unwrap_or_default();
        match (kind, number) {
            _ if is_error || (kind == "string" && words.starts_with("Err:")) => {
                self.filler.error(row, column, words);
            }
            ("float" | "percentage" | "currency", Some(number)) => {
                self.filler.number(row, column, number, looks);
            }
            ("boolean", _) => self
                .filler
                .truth(row, column, of("office:boolean-value") == "true"),
            ("date", _) => {
                let day = of("office:date-value");
                let day = day.replacen("T00:00:00", "", 1).replacen('T', " ", 1);
                self.filler.words(row, column, &day);
            }
            ("time", _) => self
                .filler
                .words(row, column, &clock(&of("office:time-value"))),
            ("string", _) => {
                let own = tag.get("office:string-value");
                self.filler
                    .words(row, column, own.as_deref().unwrap_or(words));
            }
            _ => self.filler.words(row, column, words),
        }
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    matches!(
        tag.get("table:visibility").as_deref(),
        Some("collapse" | "filter")
    )
}

/// `PT13H45M00S` as `13:45:00`.
fn clock(span: &str) -> String {
    let parts: Vec<&str> = span
        .trim_start_matches("PT")
        .split(|it: char| !it.is_ascii_digit() && it != '.')
        .filter(|it| !it.is_empty())
        .collect();
    match parts.as_slice() {
        [hours, minutes, seconds] => {
            let seconds = seconds.split('.').next().unwrap_or_default();
            format!("{hours:0>2}:{minutes:0>2}:{seconds:0>2}")
        }
        _ => span.to_owned(),
    }
}

/// The paragraphs of a cell, up to its end: a line each; notes left out.
fn paragraphs(xml: &mut Xml<'_>) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    let mut count = 0_u32;
    let mut inside = None;
    while let Some(token) = xml.next() {
        match token {
            Token::Open(tag) => match tag.name() {
                "annotation" => {
                    xml.words(&[]);
                }
                name => {
                    depth += 1;
                    match name {
                        "p" | "h" if inside.is_none() => {
                            inside = Some(depth);
                            if count > 0 {
                                out.push('\n');
                            }
                            count += 1;
                        }
                        "s" => {
                            let spaces = tag.number("text:c").unwrap_or(1).min(1_000);
                            out.extend((0..spaces).map(|_| ' '));
                        }
                        "tab" => out.push('\t'),
                        "line-break" => out.push('\n'),
                        _ => {}
                    }
                }
            },
            Token::Close => {
                if inside == Some(depth) {
                    inside = None;
                }
                match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => break,
                }
            }
            Token::Text(text) if inside.is_some() => out.push_str(&text),
            Token::Text(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{MAX_REPEATS, of_text};

    /// Cells of each row, or none where the workbook holds more than fits.
    fn cells(rows: &str) -> Option<Vec<usize>> {
        let sheet = format!("<table table:name=\"1\">{rows}</table>");
        let book = of_text(&format!("<spreadsheet>{sheet}{sheet}</spreadsheet>")).ok()?;
        let grid = &book.sheets.last()?.grid;
        let filled = |row| grid.cells(row).filter(|it| !it.is_empty()).count();
        (!grid.is_full).then(|| (0..grid.row_widths().count()).map(filled).collect())
    }

    fn row(times: u32, cells: &str) -> String {
        format!("<table-row table:number-rows-repeated=\"{times}\">{cells}</table-row>")
    }

    const CELL: &str = "<table-cell office:value-type=\"string\"><p>x</p></table-cell>";

    #[test]
    fn a_row_that_repeats_repeats_each_of_its_cells_or_the_workbook_is_refused() {
        let two = format!("{CELL}{CELL}");
        assert_eq!(cells(&row(3, &two)), Some(vec![2, 2, 2]));
        let wide = CELL.replace(' ', " table:number-columns-repeated=\"3\" ");
        assert_eq!(cells(&row(2, &wide)), Some(vec![3, 3]));
        let to_the_end = cells(&row(MAX_REPEATS / 4, &two)).unwrap();
        assert_eq!(to_the_end.len(), usize::try_from(MAX_REPEATS / 4).unwrap());
        assert!(to_the_end.iter().all(|it| *it == 2));
        // Two sheets of it are more than fits.
        assert_eq!(cells(&row(MAX_REPEATS / 2, &two)), None);
        assert_eq!(cells(&row(u32::MAX, CELL)), None);
        // Nothing that repeats to the end is nothing.
        let end = row(
            u32::MAX,
            "<table-cell table:number-columns-repeated=\"16384\"/>",
        );
        assert_eq!(cells(&format!("{}{end}", row(1, CELL))), Some(vec![1]));
    }
}
