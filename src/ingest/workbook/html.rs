//! Tables of a web page: what many programs save under the name of a workbook, and what stands beside
//! the plain text of a copied table.
//!
//! Tags are often left open and attributes bare, so a cell ends where the next one starts.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Sheet;
use super::grid::{Filler, MAX_COLUMN, Merge};
use super::value::Looks;
use crate::ingest::number::look;

/// How far from the start a page says that it is one.
const HEAD: usize = 4 * 1024;

/// Names of characters that stand in such files.
const NAMES: [(&str, &str); 28] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("euro", "€"),
    ("pound", "£"),
    ("sect", "§"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("minus", "\u{2212}"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("aring", "å"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("Aring", "Å"),
    ("szlig", "ß"),
    ("oacute", "ó"),
    ("Oacute", "Ó"),
    ("eacute", "é"),
    ("oslash", "ø"),
    ("aelig", "æ"),
    ("egrave", "è"),
    ("ccedil", "ç"),
];

/// The bytes are a web page with a table.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    if !bytes.starts_with(b"<") {
        return false;
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let has = |word: &[u8]| head.windows(word.len()).any(|it| it == word);
    has(b"<table") || ((has(b"<html") || has(b"<!doctype html")) && has_table(bytes))
}

fn has_table(bytes: &[u8]) -> bool {
    bytes
        .windows(6)
        .any(|it| it.eq_ignore_ascii_case(b"<table"))
}

/// The tables of a page, one inside another apart.
pub(in crate::ingest) fn tables(text: &str) -> Vec<Sheet> {
    // Office writes conditions that no parser of XML takes.
    let text = text.replace("<![if", "<x").replace("<![endif]", "</x");
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open: Vec<Open> = Vec::new();
    let mut done = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let name = tag.name().into_inner().to_ascii_lowercase();
                if name == "table" {
                    open.push(Open::default());
                } else if let Some(table) = open.last_mut() {
                    table.start(&name, &tag);
                }
            }
            Ok(Event::End(tag)) => {
                let name = tag.name().into_inner().to_ascii_lowercase();
                if name == "table" {
                    done.extend(open.pop().map(Open::finish));
                } else if let Some(table) = open.last_mut() {
                    table.end(&name);
                }
            }
            Ok(Event::Text(text)) => say(&mut open, &text.into_inner()),
            Ok(Event::CData(text)) => say(&mut open, &text.into_inner()),
            Ok(Event::GeneralRef(it)) => {
                if let Ok(Some(found)) = it.resolve_char_ref() {
                    say(&mut open, found.encode_utf8(&mut [0; 4]));
                } else {
                    let name = it.borrow().into_inner();
                    let found = NAMES.iter().find(|it| it.0 == name);
                    say(&mut open, found.map_or("", |it| it.1));
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    // A page that is cut off keeps what it has.
    while let Some(table) = open.pop() {
        done.push(table.finish());
    }
    let name = |(at, grid): (usize, super::Grid)| Sheet {
        name: (at + 1).to_string(),
        is_hidden: false,
        grid,
    };
    done.into_iter().enumerate().map(name).collect()
}

fn say(open: &mut [Open], text: &str) {
    if let Some(cell) = open.last_mut().and_then(|it| it.cell.as_mut()) {
        cell.say(text);
    }
}

/// A table while it is read.
#[derive(Default)]
struct Open {
    filler: Filler,
    /// The row, from 1 once there is one.
    rows: u32,
    column: u32,
    cell: Option<Cell>,
    /// Columns that a cell further up reaches down into, and until which row.
    reached: Vec<(u32, u32)>,
}

struct Cell {
    text: String,
    /// The number behind the text, where the program wrote it.
    number: Option<f64>,
    columns: u32,
    rows: u32,
}

impl Cell {
    /// Runs of space are one space, as a page shows them.
    fn say(&mut self, text: &str) {
        let is_space = |it: char| matches!(it, ' ' | '\n' | '\r' | '\t');
        for it in text.chars() {
            if !is_space(it) {
                self.text.push(it);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn break_line(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

impl Open {
    fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "tr" => {
                self.end_cell();
                self.rows = self.rows.saturating_add(1);
                self.column = 0;
            }
            "td" | "th" => {
                self.end_cell();
                self.rows = self.rows.max(1);
                let span = |of: &str| {
                    attribute(tag, of)
                        .and_then(|it| it.parse().ok())
                        .unwrap_or(1)
                };
                self.cell = Some(Cell {
                    text: String::new(),
                    number: attribute(tag, "x:num").and_then(|it| it.parse().ok()),
                    columns: span("colspan").clamp(1, 1_000),
                    rows: span("rowspan").clamp(1, 10_000),
                });
            }
            "br" | "p" | "div" | "li" => {
                if let Some(cell) = &mut self.cell {
                    cell.break_line();
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "td" | "th" | "tr") {
            self.end_cell();
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        let row = self.rows.saturating_sub(1);
        if self.column >= MAX_COLUMN {
            // Told, and no longer laid out.
            self.filler.words(row, self.column, cell.text.trim());
            self.column = self.column.saturating_add(1);
            return;
        }
        let is_taken = |column: u32| self.reached.iter().any(|it| it.0 == column && it.1 >= row);
        while is_taken(self.column) {
            self.column = self.column.saturating_add(1);
        }
        let column = self.column;
        // Behind a day stands its count of days.
        let is_amount =
            |it: &f64| it.is_finite() && (cell.text.is_empty() || look(&cell.text).is_some());
        match cell.number.filter(is_amount) {
            Some(number) => self.filler.number(row, column, number, Looks::Number),
            None => self.filler.words(row, column, cell.text.trim()),
        }
        let (right, bottom) = (column + cell.columns - 1, row.saturating_add(cell.rows - 1));
        if cell.columns > 1 || cell.rows > 1 {
            self.filler.merges.push(Merge {
                rows: (row, bottom),
                columns: (column, right),
            });
        }
        self.reached.retain(|it| it.1 > row);
        if bottom > row {
            self.reached.extend((column..=right).map(|it| (it, bottom)));
        }
        self.column = right.saturating_add(1);
    }

    fn finish(mut self) -> super::Grid {
        self.end_cell();
        self.filler.finish()
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.html_attributes()
        .with_checks(false)
        .flatten()
        .find(|it| it.key.into_inner().eq_ignore_ascii_case(name))
        .map(|it| it.value.trim().to_owned())
}
