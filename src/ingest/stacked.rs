//! Several tables under each other in one file: which of them is the one to read.
//!
//! Blank lines part a file into blocks. A block that begins with column names of its own, over cells
//! of another kind or another number of them, is another table; any other block goes on with the
//! table above it, as after a blank line or a page break.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::is_known_name;
use super::table::Table;
use super::{date, number};

/// Blocks looked at; a file with a blank line after every row has one table.
pub(super) const MAX_BLOCKS: usize = 200;
/// Rows of a block looked at.
pub(super) const LOOKED_AT: usize = 30;

/// A table of the file.
struct Part {
    rows: Range<usize>,
    head: Vec<String>,
    /// Rows, and more where names of columns are known.
    size: usize,
}

/// The rows of the main table, with the titles above it.
pub(super) fn main_table(table: &Table<'_>, from: usize) -> Range<usize> {
    let all = from..table.rows.len();
    let parts = parts(table, all.clone());
    // The first of equals.
    let main = parts
        .iter()
        .enumerate()
        .reduce(|best, it| if it.1.size > best.1.size { it } else { best });
    match main {
        _ if parts.len() < 2 => all,
        // Titles above the first table are its own.
        Some((0, it)) => from..it.rows.end,
        Some((at, it)) if at + 1 == parts.len() => it.rows.start..all.end,
        Some((_, it)) => it.rows.clone(),
        None => all,
    }
}

/// The only table of the file, where a few rows that are none stand above it.
pub(super) fn below_remarks(table: &Table<'_>, from: usize) -> Option<Range<usize>> {
    let parts = parts(table, from..table.rows.len());
    let [only] = parts.as_slice() else {
        return None;
    };
    let above = table.rows.get(from..only.rows.start)?;
    let remarks = above.iter().filter(|it| !it.blank).count();
    (remarks > 0 && remarks < only.rows.len()).then_some(only.rows.start..table.rows.len())
}

/// There is one table at most, from a row on.
pub(super) fn is_one(table: &Table<'_>, from: usize) -> bool {
    parts(table, from..table.rows.len()).len() < 2
}

/// The tables of the file; none where blank lines do not part it into a few blocks.
fn parts(table: &Table<'_>, all: Range<usize>) -> Vec<Part> {
    let blocks = blocks(table, all);
    if blocks.len() < 2 || blocks.len() > MAX_BLOCKS {
        return Vec::new();
    }
    let mut parts: Vec<Part> = Vec::new();
    for block in blocks {
        let above = parts.last().map(|it| it.head.len());
        let found = part(table, block.clone(), above);
        if found.as_ref().is_some_and(|it| tell_of(table, &parts, it))
            && let Some(pairs) = parts.first_mut()
        {
            pairs.size = 0;
        }
        match (parts.last_mut(), found) {
            (Some(last), Some(found)) if found.head == last.head => {
                last.rows.end = block.end;
            }
            (last, Some(found)) => {
                if let Some(last) = last {
                    last.rows.end = found.rows.start;
                }
                parts.push(found);
            }
            (Some(last), None) => last.rows.end = block.end,
            (None, None) => parts.extend(words(table, block)),
        }
    }
    parts
}

/// Runs of rows that are not blank; another table may begin without a blank line before it.
fn blocks(table: &Table<'_>, all: Range<usize>) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for row in all {
        if table.rows.get(row).is_none_or(|it| it.blank) {
            continue;
        }
        let is_enough = blocks.len() > MAX_BLOCKS;
        match blocks.last_mut() {
            Some(last) if last.end == row && (row < last.start + 2 || !begins(table, row)) => {
                last.end = row + 1;
            }
            _ if is_enough => break,
            _ => blocks.push(row..row + 1),
        }
    }
    blocks
}

/// Names of columns, for rows of another width than those above; a title may stand over them.
fn begins(table: &Table<'_>, row: usize) -> bool {
    let width = |row: usize| table.rows.get(row).map_or(0, |it| it.cells);
    let head = if width(row) == 1 { row + 1 } else { row };
    let (own, above) = (width(head), width(row - 1));
    if own < 2 || own == above || above != width(row - 2) || own != width(head + 1) {
        return false;
    }
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    table.cells(head, super::MAX_COLUMNS, &mut cells);
    let known = cells.iter().filter(|it| is_known_name(it)).count();
    let is_head = known * 2 >= cells.len() && !cells.iter().any(|it| is_value(it.trim()));
    table.cells(head + 1, super::MAX_COLUMNS, &mut cells);
    is_head && cells.iter().any(|it| is_value(it.trim()))
}

/// The block as a table of its own, if it begins with column names; `above` is the width of the table
/// above it.
fn part(table: &Table<'_>, block: Range<usize>, above: Option<usize>) -> Option<Part> {
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut head: Vec<String> = Vec::new();
    let mut fullest = 1;
    let (mut has_values, mut is_steady, mut below) = (false, true, 0);
    for row in block.clone().take(LOOKED_AT) {
        table.cells(row, super::MAX_COLUMNS, &mut cells);
        let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
        if cells.iter().any(|it| is_value(it.trim())) {
            let is_under_name =
                |(name, it): (&String, &Cow<'_, str>)| !name.is_empty() && is_value(it.trim());
            has_values = head.iter().zip(&cells).any(is_under_name);
            break;
        }
        // Titles fill fewer cells.
        if filled > fullest {
            fullest = filled;
            head = cells.iter().map(|it| it.trim().to_owned()).collect();
            (is_steady, below) = (true, 0);
        } else {
            is_steady &= cells.len() == head.len();
            below += 1;
        }
    }
    // Without values, rows of one width of their own tell.
    let is_steady = is_steady && below > 0 && above.is_some_and(|it| it != head.len());
    // `Period: | 2025` above a table has no names of columns.
    let is_head = !head.is_empty() && !head.iter().any(|it| it.ends_with(':'));
    let known = head.iter().filter(|it| is_known_name(it)).count();
    (is_head && (has_values || is_steady)).then_some(Part {
        size: block.len() * (1 + known),
        rows: block,
        head,
    })
}

/// The only part so far is pairs that tell of the wider one below: `Kunta;Akaa` over `Aika;2024` and
/// `Tulostettu;3.1.2025`, where a table has cells of one kind below each other.
fn tell_of(table: &Table<'_>, parts: &[Part], found: &Part) -> bool {
    let [pairs] = parts else {
        return false;
    };
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut kinds: Vec<(bool, bool)> = Vec::new();
    for row in pairs.rows.clone().take(LOOKED_AT) {
        table.cells(row, 3, &mut cells);
        let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
        if let Some(it) = cells.get(1).map(|it| it.trim()).filter(|_| filled == 2) {
            kinds.push((number::look(it).is_some(), date::look(it).is_some()));
        }
    }
    let mut rows = kinds.iter().skip(1);
    let first = rows.next();
    let names = |it: &Part| it.head.iter().filter(|it| !it.is_empty()).count();
    names(pairs) == 2 && names(found) > 2 && rows.any(|it| Some(it) != first)
}

/// The first block as a table of words: names in its first lines, and more rows as full as they are.
fn words(table: &Table<'_>, block: Range<usize>) -> Option<Part> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    for row in block.clone().take(LOOKED_AT) {
        table.cells(row, super::MAX_COLUMNS, &mut cells);
        rows.push(cells.iter().map(|it| it.trim().to_owned()).collect());
    }
    let filled = |it: &&Vec<String>| it.iter().filter(|it| !it.is_empty()).count();
    let head = rows.iter().take(2).max_by_key(filled)?;
    let alike = rows.iter().filter(|it| filled(it) == filled(&head)).count();
    let most = rows.iter().map(|it| filled(&it)).max()?;
    (filled(&head) > 2 && filled(&head) == most && alike > 2).then(|| Part {
        size: block.len() * (1 + head.iter().filter(|it| is_known_name(it)).count()),
        rows: block,
        head: head.clone(),
    })
}

fn is_value(cell: &str) -> bool {
    number::look(cell).is_some() || date::look(cell).is_some()
}
