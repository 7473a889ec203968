//! Where the column names are: the fullest row of words above the first row of data.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::is_known_name;
use super::table::Table;
use super::{date, number};

/// Rows looked at from the top.
const LOOKED_AT: usize = 60;
/// Rows between a pair, `NIP | 5260250274`, and the header below it.
const LOOKED_AHEAD: usize = 12;

/// What one row looks like.
struct Looks {
    row: usize,
    filled: usize,
    /// The first two cells are filled, and no other.
    is_pair: bool,
    /// The first cell is empty.
    is_indented: bool,
    /// Numbers and dates that no column would be called.
    values: usize,
    known: usize,
}

/// The usual number of cells of a row.
pub(super) fn usual_width(table: &Table<'_>, rows: Range<usize>, limit: usize) -> usize {
    let mut widths: Vec<usize> = rows
        .filter_map(|row| {
            table
                .rows
                .get(row)
                .filter(|it| !it.bare && !table.is_comment(row))
        })
        .take(1_000)
        .filter_map(|it| usize::try_from(it.cells).ok())
        .collect();
    // Remarks may be more lines than the table has.
    let table = widths
        .chunk_by(|a, b| a == b)
        .filter(|it| it.len() > 2 && it.len() * 4 >= widths.len())
        .filter_map(|it| it.first().copied().filter(|it| *it > 1))
        .max();
    widths.sort_unstable();
    widths
        .chunk_by(|a, b| a == b)
        .max_by_key(|run| (run.len(), run.first().copied()))
        .and_then(|it| it.first().copied())
        .filter(|it| *it > 1)
        .or(table)
        .unwrap_or(1)
        .min(limit)
}

/// The row of the header, if the table at `rows` has one.
pub(super) fn find(table: &Table<'_>, rows: Range<usize>, width: usize) -> Option<usize> {
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut before: Vec<Looks> = Vec::new();
    let usual = usual_filled(table, rows.clone(), width);
    for row in rows.take(LOOKED_AT) {
        table.cells(row, width.max(1) + 8, &mut cells);
        let looks = look(row, &cells);
        // A remark is no row of data; the last one may be the names.
        let is_remark =
            || looks.values > 0 || looks.filled < 2 || (width > 1 && looks.filled > width + 1);
        if looks.filled == 0 || is_key(&cells) || (table.is_comment(row) && is_remark()) {
            continue;
        }
        // Data: a value amid as many cells as rows usually fill; above it, `Period: | 2025`.
        if looks.values > 0 && looks.filled * 2 > usual {
            let is_pair = looks.filled <= 2 && usual > 2;
            let ahead = if is_pair { LOOKED_AHEAD } else { 1 };
            if (before.is_empty() || is_pair)
                && (1..=ahead).any(|it| names_follow(table, row + it, width, usual, 3))
            {
                continue;
            }
            // One row, and nothing, and then names: the row tells of the account.
            let is_blank = |it: usize| table.rows.get(it).is_some_and(|it| it.bare);
            let is_first = before.iter().all(|it| it.filled < 2);
            if is_first && is_blank(row + 1) && names_follow(table, row + 2, width, usual, 2) {
                continue;
            }
            break;
        }
        before.push(looks);
    }
    let last = before.last().map(|it| it.row);
    let fullest = before.last().map_or(0, |it| it.filled);
    // A line below a fuller one that begins with a name is its second; a pair above more
    // names tells of the table: `Source: | Eurostat`.
    let is_other = |it: &&Looks| {
        let is_first = |above: &Looks| {
            above.row + 1 == it.row && above.filled > it.filled && !above.is_indented
        };
        (it.is_indented && before.iter().any(is_first))
            || (it.is_pair && fullest > 2 && fullest >= width.min(4))
    };
    let is_header = |it: &&Looks| {
        // The first name is often left out: `| Jan - Dec`.
        let is_whole = it.filled > 1 || width == 1 || (it.is_indented && width == 2);
        it.values == 0 && it.filled * 2 >= width.min(4) && is_whole
    };
    // Below several rows as full as itself, a row is one of them unless it is full of known names.
    let is_amid = |it: &&Looks| {
        let is_above = |above: &&Looks| above.row < it.row && above.filled >= it.filled;
        it.known < 3 && before.iter().filter(is_above).nth(3).is_some()
    };
    before
        .iter()
        .filter(|it| is_header(it) && !is_amid(it) && !is_other(it))
        .max_by_key(|it| {
            let next_to_data = usize::from(Some(it.row) == last && it.known > 0);
            let marked = usize::from(is_marked(table, it));
            (
                it.filled * 10 + it.known * 25 + next_to_data * 8 + marked * 60,
                std::cmp::Reverse(it.row),
            )
        })
        .map(|it| it.row)
        .or_else(|| last.filter(|it| stands_over(table, *it)))
}

/// Behind `# `, as full as the row below: `# Konto;Nimi;Summa;Pvm`.
fn is_marked(table: &Table<'_>, looks: &Looks) -> bool {
    let mut below: Vec<Cow<'_, str>> = Vec::new();
    table.cells(looks.row + 1, super::MAX_COLUMNS, &mut below);
    let filled = below.iter().filter(|it| !it.trim().is_empty()).count();
    looks.filled > 3
        && filled <= looks.filled
        && table.is_comment(looks.row)
        && !table.is_comment(looks.row + 1)
}

/// `;;Jahr`, or `;;2024`: the first cells of a row are empty, and the others stand over numbers.
fn stands_over(table: &Table<'_>, row: usize) -> bool {
    let (mut cells, mut below) = (Vec::new(), Vec::new());
    table.cells(row, super::MAX_COLUMNS, &mut cells);
    table.cells(row + 1, super::MAX_COLUMNS, &mut below);
    let pairs = || cells.iter().map(|it| it.trim()).zip(&below);
    let mut names = pairs().filter(|it| !it.0.is_empty());
    cells.len() > 2
        && cells.len() == below.len()
        && pairs().next().is_some_and(|it| it.0.is_empty())
        && names.clone().next().is_some()
        && names.all(|it| number::look(it.1.trim()).is_some())
}

/// The row is full of known names: what stands above it is a program's own, as `"EXTF";700;21` is, or
/// tells of the table in pairs.
fn names_follow(table: &Table<'_>, row: usize, width: usize, usual: usize, known: usize) -> bool {
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    if row >= table.rows.len() {
        return false;
    }
    table.cells(row, width.max(1) + 8, &mut cells);
    let looks = look(row, &cells);
    table.cells(row.saturating_sub(1), width.max(1) + 8, &mut cells);
    let above = look(row, &cells);
    // Or it is a whole row that is more than twice as full as the one above, `Site;2;64.1`, or fuller
    // than a pair.
    let twice = (above.filled * 2).max(2);
    let least = if above.is_pair { 2 } else { twice };
    let is_longer = looks.filled > least && looks.filled >= width;
    looks.values == 0 && (looks.known >= known || is_longer) && looks.filled * 2 > usual
}

/// How many cells rows usually fill.
fn usual_filled(table: &Table<'_>, rows: Range<usize>, width: usize) -> usize {
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut filled: Vec<usize> = rows
        .take(5 * LOOKED_AT)
        .filter(|row| !table.is_comment(*row))
        .map(|row| {
            table.cells(row, width.max(1) + 8, &mut cells);
            cells.iter().filter(|it| !it.trim().is_empty()).count()
        })
        .filter(|it| *it > 0)
        .collect();
    filled.sort_unstable();
    // Titles above and gaps within fill fewer.
    filled.get(filled.len() * 3 / 4).copied().unwrap_or(1)
}

/// `Period: | 1.1.2025 | 31.12.2025` above a table.
fn is_key(cells: &[Cow<'_, str>]) -> bool {
    let first = cells.iter().map(|it| it.trim()).find(|it| !it.is_empty());
    first.is_some_and(|it| it.ends_with(':'))
}

fn look(row: usize, cells: &[Cow<'_, str>]) -> Looks {
    let mut looks = Looks {
        row,
        filled: 0,
        is_pair: false,
        is_indented: cells.first().is_some_and(|it| it.trim().is_empty()),
        values: 0,
        known: 0,
    };
    // One month may be the day of a row; several are names of columns.
    let months: BTreeSet<_> = cells.iter().filter_map(|it| month(it.trim())).collect();
    let are_names = months.len() > 2;
    // Years in a row are names however long ago they were.
    let years: Vec<u16> = cells
        .iter()
        .filter_map(|it| it.trim().parse().ok())
        .collect();
    let are_years = years.len() > 2
        && years.iter().all(|it| (1900..2100).contains(it))
        && (years.is_sorted_by(|a, b| a < b) || years.is_sorted_by(|a, b| a > b));
    // And so are days, where all but the first cell are some; below empty cells they may repeat.
    let lead = cells.iter().take_while(|it| it.trim().is_empty()).count();
    let mut others = cells.iter().skip(lead.max(1)).map(|it| it.trim());
    let days: BTreeSet<_> = others.clone().collect();
    let room = if lead == 0 { 3 } else { lead + 1 };
    let are_days =
        cells.len() > room && (lead > 0 || days.len() + 1 == cells.len()) && others.all(is_day);
    for cell in cells.iter().map(|it| it.trim()).filter(|it| !it.is_empty()) {
        looks.filled += 1;
        let is_name = (are_names && month(cell).is_some())
            || (are_years && cell.bytes().all(|it| it.is_ascii_digit()))
            || (are_days && date::look(cell).is_some())
            || is_multiple(cell);
        if is_name || is_year(cell) {
            continue;
        }
        if number::look(cell).is_some() || date::look(cell).is_some() || is_address(cell) {
            looks.values += 1;
        } else if is_known_name(cell) {
            looks.known += 1;
        }
    }
    let second = cells.get(1).is_some_and(|it| !it.trim().is_empty());
    looks.is_pair = looks.filled == 2 && second && !looks.is_indented;
    looks
}

/// Names over two lines, `Myynti;;Kate;` over `;2024;2025;2024;2025`, `;Stichtag;Stichtag` over days, or
/// over `;haettu;saatu;` with figures in the row `next` to it: joined into `cells`, and true; false and
/// nothing changed where the line below is no such line.
pub(super) fn join_below(
    cells: &mut Vec<Cow<'_, str>>,
    below: &[Cow<'_, str>],
    next: &[Cow<'_, str>],
) -> bool {
    let filled = |it: &&Cow<'_, str>| !it.trim().is_empty();
    let gap = |(at, it): (usize, &Cow<'_, str>)| {
        filled(&it) && cells.get(at).is_none_or(|it| it.trim().is_empty())
    };
    let is_indented = below.first().is_some_and(|it| it.trim().is_empty());
    let has_gap = || below.iter().enumerate().any(gap);
    let are_years = || below.iter().filter(filled).all(|it| is_year(it.trim()));
    let are_days = || {
        cells.first().is_none_or(|it| it.trim().is_empty())
            && below.iter().filter(filled).all(|it| is_day(it.trim()))
    };
    let is_line = below.iter().filter(filled).count() > 1
        && if are_years() {
            is_indented || has_gap()
        } else {
            // Units alone tell columns apart that are called alike.
            let is_told = || has_gap() || repeats(cells) || !are_units(cells, below);
            is_indented && (are_days() || (are_under(cells, below, next) && is_told()))
        };
    if !is_line {
        return false;
    }
    cells.resize(cells.len().max(below.len()), Cow::Borrowed(""));
    let mut over = String::new();
    for (cell, year) in cells.iter_mut().zip(below) {
        if !cell.trim().is_empty() {
            cell.trim().clone_into(&mut over);
        }
        if !year.trim().is_empty() {
            *cell = Cow::Owned(format!("{over} {}", year.trim()));
        }
    }
    true
}

/// A name stands over more than one column.
fn repeats(cells: &[Cow<'_, str>]) -> bool {
    let pairs = cells.iter().zip(cells.iter().skip(1));
    pairs
        .filter(|(a, b)| !a.trim().is_empty() && a.trim() == b.trim())
        .count()
        > 1
}

/// Words with no figure among them, over a row that is filled from its first cell on and has figures
/// under most of them.
fn are_under(cells: &[Cow<'_, str>], below: &[Cow<'_, str>], next: &[Cow<'_, str>]) -> bool {
    let is_figure = |it: &Cow<'_, str>| number::look(it.trim()).is_some();
    let is_value = |it: &Cow<'_, str>| is_figure(it) || date::look(it.trim()).is_some();
    let pairs = || below.iter().zip(next).filter(|it| !it.0.trim().is_empty());
    let over = pairs().filter(|it| is_figure(it.1) || it.1.trim().is_empty());
    below.len() == cells.len()
        && !below.iter().any(is_value)
        && next.first().is_some_and(|it| !it.trim().is_empty())
        && pairs().any(|it| is_figure(it.1))
        && over.count() == pairs().count()
}

/// Nothing but units, `;€;%;kpl`, or types, `int;text;date`, below names: no row of the table.
pub(super) fn are_units(names: &[Cow<'_, str>], below: &[Cow<'_, str>]) -> bool {
    let filled = || {
        let pairs = below.iter().enumerate().map(|(at, it)| (at, it.trim()));
        pairs.filter(|it| !it.1.is_empty())
    };
    let is_named = |at: usize| names.get(at).is_some_and(|it| !it.trim().is_empty());
    let first = below.first().is_some_and(|it| it.trim().is_empty());
    filled().next().is_some()
        && filled().all(|(at, it)| is_named(at) && is_unit(it))
        // Every row has words where the first cell is empty; a code may stand alone.
        && (first || filled().count() > 2)
}

/// Nothing but `1;2;3` below names, over words or days: the columns are numbered, as offices do.
pub(super) fn are_numbered(below: &[Cow<'_, str>], next: &[Cow<'_, str>]) -> bool {
    let counts = |(at, it): (usize, &Cow<'_, str>)| {
        let inner = it.trim().trim_matches(['(', ')', '.']);
        inner.parse() == Ok(at + 1)
    };
    let is_words = |it: &Cow<'_, str>| !it.trim().is_empty() && number::look(it.trim()).is_none();
    below.len() > 2 && below.iter().enumerate().all(counts) && next.iter().any(is_words)
}

/// `€`, `[kpl]`, `1000 EUR`, `VARCHAR(50)`.
fn is_unit(cell: &str) -> bool {
    #[rustfmt::skip]
    const TYPES: [&str; 20] = [
        "int", "integer", "bigint", "long", "string", "str", "text", "varchar", "char", "date",
        "datetime", "timestamp", "decimal", "numeric", "number", "float", "double", "bool",
        "boolean", "uuid",
    ];
    const UNITS: [&str; 36] = [
        "%", "€", "$", "£", "zł", "kr", "kč", "ft", "eur", "pln", "sek", "nok", "dkk", "usd",
        "gbp", "chf", "czk", "huf", "teur", "tpln", "keur", "k€", "t€", "kpl", "szt", "szt.", "st",
        "stk", "pcs", "no.", "h", "kg", "t", "m", "m2", "km",
    ];
    let inner = cell
        .trim_matches(['[', ']', '(', ')'])
        .trim()
        .to_lowercase();
    if inner.len() + 2 == cell.len() && inner.len() < 8 {
        return true;
    }
    let unit = inner.trim_start_matches(|it: char| it.is_ascii_digit() || it == ' ');
    let kind = inner.split('(').next().unwrap_or_default();
    UNITS.contains(&unit) || TYPES.contains(&kind)
}

/// Years over names that repeat, `;;2024;;2025;` over `Asiakas;Kunta;Myynti;Kate;Myynti;Kate`: joined
/// into `cells`. A year holds until the next one.
pub(super) fn join_years_above(cells: &mut [Cow<'_, str>], above: &[Cow<'_, str>]) {
    let filled = || above.iter().filter(|it| !it.trim().is_empty());
    if filled().count() < 2 {
        return;
    }
    // A name that goes down over both lines stands on the upper one.
    for (cell, over) in cells.iter_mut().zip(above) {
        if cell.trim().is_empty() && !is_year(over.trim()) {
            *cell = Cow::Owned(over.trim().to_owned());
        }
    }
    let years = filled().filter(|it| is_year(it.trim())).count();
    let is_other = |(at, it): (usize, &Cow<'_, str>)| {
        let is_name = cells.get(at).is_some_and(|cell| cell.trim() == it.trim());
        !it.trim().is_empty() && !is_year(it.trim()) && !is_name
    };
    if years < 2 || above.iter().enumerate().any(is_other) {
        return;
    }
    let names: Vec<String> = cells.iter().map(|it| it.trim().to_owned()).collect();
    let repeats =
        |name: &String| !name.is_empty() && names.iter().filter(|it| *it == name).count() > 1;
    let mut year = "";
    for (at, cell) in cells.iter_mut().enumerate() {
        if let Some(it) = above
            .get(at)
            .map(|it| it.trim())
            .filter(|it| !it.is_empty())
        {
            year = it;
        }
        if let Some(name) = names.get(at).filter(|it| !year.is_empty() && repeats(it)) {
            *cell = Cow::Owned(format!("{name} {year}"));
        }
    }
}

/// The year and the month of `2025-01` or `1/2025`.
pub(super) fn month(cell: &str) -> Option<(&str, u8)> {
    let (a, b) = cell.split_once(['-', '.', '/'])?;
    let (year, month) = if is_year(a) { (a, b) } else { (b, a) };
    let month = month.parse().ok().filter(|it| (1..=12).contains(it))?;
    is_year(year).then_some((year, month))
}

/// `1 000 euroa`: what the figures below are counted in.
fn is_multiple(cell: &str) -> bool {
    let is_figure = |it: char| it.is_ascii_digit() || it.is_whitespace() || matches!(it, '.' | ',');
    let unit = cell.trim_start_matches(is_figure);
    let figures = cell.strip_suffix(unit).unwrap_or_default();
    let digits = figures.bytes().filter(u8::is_ascii_digit);
    let zeros = digits.clone().filter(|it| *it == b'0').count();
    cell.starts_with('1')
        && matches!(zeros, 3 | 6)
        && digits.count() == zeros + 1
        && !unit.is_empty()
        && unit
            .chars()
            .all(|it| it.is_alphabetic() || matches!(it, '€' | '$' | '£'))
}

fn is_day(cell: &str) -> bool {
    number::look(cell).is_none() && date::look(cell).is_some()
}

/// `a.smith@example.org`: no column is called so.
fn is_address(cell: &str) -> bool {
    cell.contains("://") || cell.split_once('@').is_some_and(|it| it.1.contains('.'))
}

/// A year may name a column.
fn is_year(cell: &str) -> bool {
    cell.len() == 4
        && cell
            .parse::<u16>()
            .is_ok_and(|it| (1990..2100).contains(&it))
}
