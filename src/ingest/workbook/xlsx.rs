//! XLSX and XLSM: XML parts in a ZIP.

use super::grid::{Filler, Merge, place_of};
use super::value::Looks;
use super::xml::{Token, Xml};
use super::zip::Zip;
use super::{Sheet, Trouble, Workbook, xlsb};
use crate::ingest::book::BookFormat;

/// Where a sheet is and how it is called.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// The relation that leads to its part.
    pub(super) relation: String,
}

/// What the parts of a workbook share.
#[derive(Default)]
pub(super) struct Shared {
    /// Words that cells refer to.
    pub(super) strings: Vec<String>,
    /// What each style of a cell makes of a number.
    pub(super) styles: Vec<Looks>,
}

/// Opens the parts; `None` where the ZIP holds no such workbook.
pub(super) fn open(zip: &Zip<'_>) -> Option<Result<Workbook, Trouble>> {
    let main = relations(zip, "")
        .into_iter()
        .find(|it| it.kind.ends_with("/officeDocument"))
        .map(|it| it.target)
        .filter(|it| zip.has(it))
        .or_else(|| {
            ["xl/workbook.xml", "xl/workbook.bin"]
                .into_iter()
                .find(|it| zip.has(it))
                .map(str::to_owned)
        })?;
    // A text document is made the same way.
    let is_binary = main.to_lowercase().ends_with(".bin");
    (is_binary || main.to_lowercase().contains("workbook") || zip.has("xl/styles.xml"))
        .then(|| read(zip, &main, is_binary))
}

fn read(zip: &Zip<'_>, main: &str, is_binary: bool) -> Result<Workbook, Trouble> {
    let parts = relations(zip, main);
    let part_of = |kind: &str| {
        parts
            .iter()
            .find(|it| it.kind.ends_with(kind))
            .map(|it| zip.part(&it.target))
            .transpose()
    };
    let (strings, styles) = (part_of("/sharedStrings")?, part_of("/styles")?);
    let book = zip.part(main)?;
    let (listed, shared) = if is_binary {
        let (listed, is_1904) = xlsb::sheets(&book);
        let shared = Shared {
            strings: strings.map(|it| xlsb::strings(&it)).unwrap_or_default(),
            styles: styles
                .map(|it| xlsb::styles(&it, is_1904))
                .unwrap_or_default(),
        };
        (listed, shared)
    } else {
        let (listed, is_1904) = sheets(&text_of(book));
        let shared = Shared {
            strings: strings
                .map(|it| self::strings(&text_of(it)))
                .unwrap_or_default(),
            styles: styles
                .map(|it| self::styles(&text_of(it), is_1904))
                .unwrap_or_default(),
        };
        (listed, shared)
    };
    if listed.is_empty() {
        return Err(Trouble::Broken);
    }
    let mut sheets = Vec::new();
    for it in listed {
        let part = parts.iter().find(|part| part.id == it.relation);
        // A sheet that is a chart or a macro has no cells.
        let Some(part) = part.filter(|it| it.kind.ends_with("/worksheet")) else {
            continue;
        };
        let bytes = zip.part(&part.target)?;
        let mut filler = Filler::default();
        if is_binary {
            xlsb::cells(&bytes, &shared, &mut filler);
        } else {
            cells(&text_of(bytes), &shared, &mut filler)?;
        }
        sheets.push(Sheet {
            name: it.name,
            is_hidden: it.is_hidden,
            grid: filler.finish(),
        });
    }
    let format = if is_binary {
        BookFormat::Xlsb
    } else {
        BookFormat::Xlsx
    };
    Ok(Workbook { format, sheets })
}

fn text_of(bytes: Vec<u8>) -> String {
    // Damaged letters are better than none.
    String::from_utf8(bytes)
        .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned())
}

/// A relation of a part to another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// The relations of a part; of the whole archive for the empty name.
fn relations(zip: &Zip<'_>, of: &str) -> Vec<Relation> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let Ok(bytes) = zip.part(&format!("{folder}{slash}_rels/{file}.rels")) else {
        return Vec::new();
    };
    let text = text_of(bytes);
    let mut xml = Xml::new(&text);
    let mut found = Vec::new();
    while let Some(token) = xml.next() {
        if let Token::Open(tag) = token
            && tag.name() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) =
                (tag.get("Id"), tag.get("Type"), tag.get("Target"))
        {
            found.push(Relation {
                id,
                kind,
                target: resolve(folder, &target),
            });
        }
    }
    found
}

/// A path that starts in a folder, or at the top with a slash.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

fn sheets(text: &str) -> (Vec<Listed>, bool) {
    let mut xml = Xml::new(text);
    let mut listed = Vec::new();
    let mut is_1904 = false;
    while let Some(token) = xml.next() {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "workbookPr" => is_1904 |= tag.is_on("date1904"),
            "sheet" => listed.push(Listed {
                name: tag.get("name").unwrap_or_default(),
                is_hidden: tag
                    .get("state")
                    .is_some_and(|it| it.to_lowercase().ends_with("hidden")),
                relation: tag.get("id").unwrap_or_default(),
            }),
            _ => {}
        }
    }
    (listed, is_1904)
}

fn strings(text: &str) -> Vec<String> {
    let mut xml = Xml::new(text);
    let mut found = Vec::new();
    while let Some(token) = xml.next() {
        if let Token::Open(tag) = token
            && tag.name() == "si"
        {
            found.push(rich_words(&mut xml));
        }
    }
    found
}

/// The words of the element that just opened: runs joined, reading aids left out.
fn rich_words(xml: &mut Xml<'_>) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    while let Some(token) = xml.next() {
        match token {
            Token::Open(tag) => match tag.name() {
                "t" => out.push_str(&xml.words(&[])),
                "rPh" => {
                    xml.words(&[]);
                }
                _ => depth += 1,
            },
            Token::Close => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => break,
            },
            Token::Text(_) => {}
        }
    }
    unescaped(&out)
}

/// `_x000D_` is a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let found = after.split_at_checked(4).and_then(|(hex, left)| {
            let left = left.strip_prefix('_')?;
            let code = u32::from_str_radix(hex, 16).ok()?;
            Some((char::from_u32(code)?, left))
        });
        if let Some((it, left)) = found {
            out.push(it);
            rest = left;
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn styles(text: &str, is_1904: bool) -> Vec<Looks> {
    let mut xml = Xml::new(text);
    let mut own: Vec<(u32, Looks)> = Vec::new();
    let mut found = Vec::new();
    let mut is_cells = false;
    while let Some(token) = xml.next() {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                    own.push((id, Looks::of_format(&code, is_1904)));
                }
            }
            "cellXfs" => is_cells = true,
            "cellStyles" | "dxfs" | "cellStyleXfs" => is_cells = false,
            "xf" if is_cells => {
                found.push(looks(tag.number("numFmtId").unwrap_or(0), &own, is_1904));
            }
            _ => {}
        }
    }
    found
}

/// What a format makes of a number: the workbook's own formats go first.
pub(super) fn looks(id: u32, own: &[(u32, Looks)], is_1904: bool) -> Looks {
    own.iter().find(|it| it.0 == id).map_or_else(
        || u16::try_from(id).map_or(Looks::Number, |it| Looks::built_in(it, is_1904)),
        |it| it.1,
    )
}

/// A cell while it is read.
#[derive(Default)]
struct Open {
    kind: String,
    looks: Looks,
    value: Option<String>,
    words: Option<String>,
    has_formula: bool,
}

fn cells(text: &str, shared: &Shared, filler: &mut Filler) -> Result<(), Trouble> {
    let mut xml = Xml::new(text);
    // Places that are not written follow the one before.
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut next_row = 0_u32;
    while let Some(token) = xml.next() {
        let Token::Open(tag) = token else { continue };
        match tag.name() {
            "row" => {
                row = tag.number("r").map_or(next_row, |it| it.saturating_sub(1));
                next_row = row.saturating_add(1);
                column = 0;
                if tag.is_on("hidden") {
                    filler.hide_row(row);
                }
            }
            "c" => {
                if let Some(place) = tag.get("r").as_deref().and_then(place_of) {
                    (row, column) = place;
                }
                let style = tag.number("s").and_then(|it| usize::try_from(it).ok());
                let mut open = Open {
                    kind: tag.get("t").unwrap_or_default(),
                    looks: style
                        .and_then(|it| shared.styles.get(it))
                        .copied()
                        .unwrap_or_default(),
                    ..Open::default()
                };
                open.read(&mut xml);
                open.put(row, column, shared, filler);
                column = column.saturating_add(1);
            }
            "col" if tag.is_on("hidden") => {
                if let (Some(first), Some(last)) = (tag.number("min"), tag.number("max")) {
                    filler.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                }
            }
            "mergeCell" => {
                if let Some(merge) = tag.get("ref").as_deref().and_then(block) {
                    filler.merges.push(merge);
                }
            }
            _ => {}
        }
    }
    if xml.is_broken {
        return Err(Trouble::Broken);
    }
    Ok(())
}

/// `A1:C2`.
fn block(name: &str) -> Option<Merge> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place_of(from)?, place_of(to)?);
    Some(Merge {
        rows: (top, bottom.max(top)),
        columns: (left, right.max(left)),
    })
}

impl Open {
    /// Up to the cell's end.
    fn read(&mut self, xml: &mut Xml<'_>) {
        let mut depth = 0_u32;
        while let Some(token) = xml.next() {
            match token {
                Token::Open(tag) => match tag.name() {
                    "v" => self.value = Some(xml.words(&[])),
                    "is" => self.words = Some(rich_words(xml)),
                    "f" => {
                        self.has_formula = true;
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

    fn put(&self, row: u32, column: u32, shared: &Shared, filler: &mut Filler) {
        if let Some(words) = &self.words {
            filler.words(row, column, words);
            return;
        }
        let value = self.value.as_deref().unwrap_or_default();
        let trimmed = value.trim();
        if trimmed.is_empty() {
            // A formula may well give an empty text, which is then called text.
            if self.has_formula && self.kind != "str" {
                filler.formula_without_value();
            }
            return;
        }
        match self.kind.as_str() {
            "s" => {
                if let Ok(at) = trimmed.parse() {
                    filler.shared(row, column, &shared.strings, at);
                }
            }
            "b" => filler.truth(row, column, trimmed != "0"),
            "e" => filler.error(row, column, trimmed),
            "str" | "inlineStr" => filler.words(row, column, &unescaped(value)),
            // A day as ISO 8601 writes it.
            "d" => filler.words(
                row,
                column,
                &trimmed.replacen("T00:00:00", "", 1).replacen('T', " ", 1),
            ),
            _ => match trimmed.parse::<f64>() {
                Ok(_) if self.looks == Looks::Number && is_long(trimmed) => {
                    filler.digits(row, column, trimmed);
                }
                Ok(number) if number.is_finite() => {
                    filler.number(row, column, number, self.looks);
                }
                _ => filler.words(row, column, value),
            },
        }
    }
}

/// A whole number of more digits than a float keeps: a reference, not an amount.
fn is_long(text: &str) -> bool {
    text.len() > 15 && text.bytes().all(|it| it.is_ascii_digit())
}
