//! Where the column names are: the fullest row of words above the first row of data.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::is_known_name;
use super::table::Table;
use super::{date, number};

mod lines;

pub(super) use lines::{are_numbered, are_units, join_below, join_years_above, series_head};

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
    /// All stands between brackets, as names do that are said once more.
    is_bracketed: bool,
    /// Numbers and dates that no column would be called.
    values: usize,
    known: usize,
    /// Cells that say the same as the row below, as rows do.
    again: usize,
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
    let mut below: Vec<Cow<'_, str>> = Vec::new();
    let usual = usual_filled(table, rows.clone(), width);
    let mut is_over_data = false;
    for row in rows.take(LOOKED_AT) {
        table.cells(row, width.max(1) + 8, &mut cells);
        table.cells(row + 1, width.max(1) + 8, &mut below);
        let mut looks = look(row, &cells, &below);
        if looks.filled > 1 && looks.values == 0 && goes_on(&cells, &below) {
            looks.values = 1;
        }
        // A remark is no row of data; the last one may be the names.
        let is_counted = |it: &Cow<'_, str>| it.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        let is_remark = || {
            looks.values > 0
                || looks.filled < 2
                || (width > 1 && looks.filled > width + 1)
                || cells.first().is_some_and(is_counted)
        };
        let is_comment = |row: usize| table.is_comment(row);
        if looks.filled == 0
            || is_key(&cells)
            || (is_comment(row) && (is_comment(row + 1) || is_remark()))
        {
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
            if is_first && are_counted(&cells, &below) {
                return Some(row);
            }
            is_over_data = true;
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
        let is_above = |above: &Looks| above.row + 1 == it.row && above.filled >= it.filled;
        (it.is_indented && before.iter().any(is_first))
            || (it.is_bracketed && before.iter().any(is_above))
            || (it.is_pair && fullest > 2 && fullest >= width.min(4))
    };
    let is_header = |it: &&Looks| {
        // The first name is often left out: `| Jan - Dec`.
        let is_whole = it.filled > 1 || width == 1 || (it.is_indented && width == 2);
        it.values == 0 && it.filled * 2 >= width.min(4) && is_whole
    };
    // The first name is often left out.
    let is_left_out = |it: &Looks| it.is_indented && it.filled > 1 && it.filled + 1 == width;
    let filled = |it: &Looks| it.filled + usize::from(is_left_out(it));
    // Below several rows as full as itself, a row is one of them unless it is full of known names;
    // where all rows are words, or it says what the next one says, one such row tells.
    let is_amid = |it: &&Looks| {
        let is_above = |above: &&Looks| above.row < it.row && filled(above) >= filled(it);
        let most = if is_over_data && it.again == 0 { 3 } else { 0 };
        (it.known < 3 || it.again > 0) && before.iter().filter(is_above).nth(most).is_some()
    };
    before
        .iter()
        .filter(|it| is_header(it) && !is_amid(it) && !is_other(it))
        .max_by_key(|it| {
            let next_to_data = usize::from(Some(it.row) == last && it.known > 0);
            let marked = usize::from(is_marked(table, it));
            (
                filled(it) * 10 + it.known * 25 + next_to_data * 8 + marked * 60,
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
    let mut own: Vec<Cow<'_, str>> = Vec::new();
    table.cells(looks.row, 1, &mut own);
    let name = own.first().map(|it| it.trim_start_matches(['#', ' ']));
    looks.filled > 3
        && name.is_some_and(|it| it.starts_with(char::is_alphabetic))
        && filled <= looks.filled
        && table.is_comment(looks.row)
        && !table.is_comment(looks.row + 1)
}

/// The row below goes on with what stands here, so neither is a name: `2019-07` over `2018-04`, or first
/// of all codes that begin alike, `070-SPRINT` over `070-DAY`.
fn goes_on(cells: &[Cow<'_, str>], below: &[Cow<'_, str>]) -> bool {
    const ALIKE: usize = 4;
    let pairs = || cells.iter().zip(below).map(|(a, b)| (a.trim(), b.trim()));
    let are_months = |(a, b): (&str, &str)| month(a).is_some() && month(b).is_some();
    let are_codes = |(a, b): (&str, &str)| {
        let alike = || a.chars().zip(b.chars()).take_while(|it| it.0 == it.1);
        a.contains(char::is_alphabetic)
            && alike().count() >= ALIKE
            && alike().any(|it| it.0.is_ascii_digit())
    };
    (cells.len() > 2 && pairs().any(are_months)) || pairs().next().is_some_and(are_codes)
}

/// Hours, sizes or numbers of columns as their names: `Tunti;0;1;2;3` over figures that do not rise so.
fn are_counted(cells: &[Cow<'_, str>], below: &[Cow<'_, str>]) -> bool {
    let counts = |row: &[Cow<'_, str>]| -> Option<Vec<u32>> {
        let cells = row.iter().skip(1);
        let cells = cells.map(|it| number::shown(it.trim()).parse().ok());
        let counts: Vec<u32> = cells.collect::<Option<_>>()?;
        counts.is_sorted_by(|a, b| a < b).then_some(counts)
    };
    let is_word = |it: &Cow<'_, str>| it.chars().any(char::is_alphabetic);
    let is_figure = |it: &Cow<'_, str>| number::look(it.trim()).is_some();
    let steps = |it: &[u32]| {
        it.iter()
            .zip(it.iter().skip(1))
            .all(|it| it.0.checked_add(1) == Some(*it.1))
    };
    cells.first().is_some_and(is_word)
        && counts(below).is_none()
        && counts(cells).is_some_and(|it| {
            let is_row = it.first().is_some_and(|it| *it < 2) && steps(&it);
            it.len()
                > if is_row || below.first().is_some_and(is_figure) {
                    2
                } else {
                    5
                }
        })
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
    let looks = look(row, &cells, &[]);
    table.cells(row.saturating_sub(1), width.max(1) + 8, &mut cells);
    let above = look(row, &cells, &[]);
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
    let mut filled = cells.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    let is_one = |it: &str| it.ends_with(':');
    // Names of columns may all end so.
    filled.next().is_some_and(is_one)
        && !(filled.next().is_some_and(is_one) && filled.next().is_some())
}

/// What a row looks like above the one `below` it.
fn look(row: usize, cells: &[Cow<'_, str>], below: &[Cow<'_, str>]) -> Looks {
    let mut looks = Looks {
        row,
        filled: 0,
        is_pair: false,
        is_indented: cells.first().is_some_and(|it| it.trim().is_empty()),
        is_bracketed: cells.iter().map(|it| it.trim()).all(is_in_brackets),
        values: 0,
        known: 0,
        again: cells
            .iter()
            .zip(below)
            .filter(|(a, b)| !a.trim().is_empty() && a.trim() == b.trim())
            .count(),
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
        && years.iter().all(|it| (1900..=2100).contains(it))
        && (years.is_sorted_by(|a, b| a < b) || years.is_sorted_by(|a, b| a > b));
    // And so are days, where all but the first cell are some; below empty cells they may repeat.
    let lead = cells.iter().take_while(|it| it.trim().is_empty()).count();
    let mut others = cells.iter().skip(lead.max(1)).map(|it| it.trim());
    let days: BTreeSet<_> = others.clone().collect();
    let room = if lead == 0 { 3 } else { lead + 1 };
    let are_days =
        cells.len() > room && (lead > 0 || days.len() + 1 == cells.len()) && others.all(is_day);
    // A year of long ago is one where another kind of figure stands below it.
    let is_old =
        |it: &str| it.parse().is_ok_and(|it: u16| (1900..=2100).contains(&it)) && it.len() == 4;
    let is_over_figure = |at: usize| {
        let under = below.get(at).map_or("", |it| it.trim());
        number::look(under).is_some() && !is_old(under)
    };
    for (at, cell) in cells.iter().map(|it| it.trim()).enumerate() {
        if cell.is_empty() {
            continue;
        }
        looks.filled += 1;
        let is_name = (are_names && month(cell).is_some())
            || (are_years && cell.bytes().all(|it| it.is_ascii_digit()))
            || (are_days && date::look(cell).is_some())
            || is_multiple(cell);
        if is_name || is_year(cell) || (is_old(cell) && is_over_figure(at)) {
            continue;
        }
        if number::look(cell).is_some() || date::look(cell).is_some() || is_address(cell) {
            looks.values += 1;
        } else if is_known_name(cell) {
            looks.known += 1;
        }
    }
    // More names than values, and figures below them: `Zone depuis 5 juillet 2024` is a name too.
    let is_value = |it: &str| number::look(it).is_some() || date::look(it).is_some();
    let pairs = cells.iter().zip(below).map(|(a, b)| (a.trim(), b.trim()));
    let names: BTreeSet<_> = pairs
        .filter(|(a, b)| looks.values > 0 && !a.is_empty() && !is_value(a) && is_value(b))
        .map(|it| it.0)
        .collect();
    if names.len() > looks.values.max(2) {
        looks.values = 0;
    }
    let second = cells.get(1).is_some_and(|it| !it.trim().is_empty());
    looks.is_pair = looks.filled == 2 && second && !looks.is_indented;
    looks
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

fn is_in_brackets(cell: &str) -> bool {
    cell.is_empty() || (cell.starts_with('(') && cell.ends_with(')'))
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
            .is_ok_and(|it| (1990..=2100).contains(&it))
}
