//! Names of columns over more than one line: joined, and lines of units below them.

use std::borrow::Cow;
use std::ops::Range;

use super::super::table::Table;
use super::super::{date, number};
use super::{is_day, is_year};

/// Names over two lines, `Myynti;;Kate;` over `;2024;2025;2024;2025`, `;Stichtag;Stichtag` over days, or
/// over `;haettu;saatu;` with figures in the row `next` to it: joined into `cells`, and true; false and
/// nothing changed where the line below is no such line.
pub(in crate::ingest) fn join_below(
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
            (is_indented && (are_days() || (are_under(cells, below, next) && is_told())))
                || are_parts(cells, below, next)
                || is_same(cells, below)
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
        // A name may be written on both lines.
        if !year.trim().is_empty() && year.trim() != over {
            *cell = Cow::Owned(format!("{over} {}", year.trim()));
        }
    }
    true
}

/// The first two names go down over both lines, and words stand below the others, or nothing.
fn is_same(cells: &[Cow<'_, str>], below: &[Cow<'_, str>]) -> bool {
    let pairs = || cells.iter().zip(below).map(|(a, b)| (a.trim(), b.trim()));
    let is_value = |it: &str| number::look(it).is_some() || date::look(it).is_some();
    let same = pairs().take_while(|(a, b)| !a.is_empty() && a == b).count();
    same > 1 && pairs().any(|(a, b)| a != b) && !below.iter().any(|it| is_value(it.trim()))
}

/// A name stands over more than one column.
fn repeats(cells: &[Cow<'_, str>]) -> bool {
    let pairs = cells.iter().zip(cells.iter().skip(1));
    pairs
        .filter(|(a, b)| !a.trim().is_empty() && a.trim() == b.trim())
        .count()
        > 1
}

/// Words below names that repeat, over a row with figures: parts of what stands above them, as the first
/// cell says too, where it is the same on both lines or empty on one.
fn are_parts(cells: &[Cow<'_, str>], below: &[Cow<'_, str>], next: &[Cow<'_, str>]) -> bool {
    let is_figure = |it: &Cow<'_, str>| number::look(it.trim()).is_some();
    let first = |row: &[Cow<'_, str>]| row.first().map_or(String::new(), |it| it.trim().to_owned());
    let (own, over) = (first(below), first(cells));
    below.len() == cells.len()
        && repeats(cells)
        && (own.is_empty() || over.is_empty() || own == over)
        && !first(next).is_empty()
        && !below.iter().any(is_figure)
        && next.iter().any(is_figure)
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
pub(in crate::ingest) fn are_units(names: &[Cow<'_, str>], below: &[Cow<'_, str>]) -> bool {
    let filled = || {
        let pairs = below.iter().enumerate().map(|(at, it)| (at, it.trim()));
        pairs.filter(|it| !it.1.is_empty())
    };
    let is_named = |at: usize| names.get(at).is_some_and(|it| !it.trim().is_empty());
    let first = below.first().is_some_and(|it| it.trim().is_empty());
    // `#-;kV;kA` or `#kVA;%;W`: a remark on the columns, whatever it says.
    let has_unit = || filled().skip(1).any(|it| is_unit(it.1));
    let is_remark = |it: &str| {
        it.strip_prefix('#')
            .is_some_and(|it| !it.starts_with(char::is_alphanumeric) || has_unit())
    };
    if below.first().is_some_and(|it| is_remark(it.trim())) {
        return filled().all(|it| number::look(it.1).is_none());
    }
    filled().next().is_some()
        && filled().all(|(at, it)| (is_named(at) || filled().count() > 4) && is_unit(it))
        // Every row has words where the first cell is empty; a code may stand alone.
        && (first || filled().count() > 2)
}

/// Nothing but `1;2;3` below names, over words or days: the columns are numbered, as offices do.
pub(in crate::ingest) fn are_numbered(below: &[Cow<'_, str>], next: &[Cow<'_, str>]) -> bool {
    let counts = |(at, it): (usize, &Cow<'_, str>)| {
        let inner = it.trim().trim_matches(['(', ')', '.']);
        inner.parse() == Ok(at + 1)
    };
    let is_words = |it: &Cow<'_, str>| !it.trim().is_empty() && number::look(it.trim()).is_none();
    // Of many columns a row of figures counts so by chance alone, unless all rows count.
    let figures = || next.iter().map(|it| it.trim().parse::<usize>());
    let count = || {
        figures()
            .zip(figures().skip(1))
            .all(|(a, b)| a.is_ok_and(|a| b == Ok(a + 1)))
    };
    below.len() > 2
        && below.iter().enumerate().all(counts)
        && (next.iter().any(is_words) || (below.len() > 5 && !count()))
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
    // What stands between brackets may be a translation of the name.
    let is_word = !inner.bytes().any(|it| it.is_ascii_digit());
    if inner.len() + 2 == cell.len() && (inner.len() < 8 || is_word) {
        return true;
    }
    let unit = inner.trim_start_matches(|it: char| it.is_ascii_digit() || it == ' ');
    let kind = inner.split('(').next().unwrap_or_default();
    UNITS.contains(&unit) || TYPES.contains(&kind)
}

/// Years over names that repeat, `;;2024;;2025;` over `Asiakas;Kunta;Myynti;Kate;Myynti;Kate`: joined
/// into `cells`. A year holds until the next one.
pub(in crate::ingest) fn join_years_above(cells: &mut [Cow<'_, str>], above: &[Cow<'_, str>]) {
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

/// How many lines tell of a series, `Einheit;% p.a.` and `Stand vom;02.01.2024`, before its rows begin, all
/// of which are of a time.
pub(in crate::ingest) fn series_head(table: &Table<'_>, rows: Range<usize>) -> usize {
    /// Lines of a head at most, and rows below it that are looked at.
    const LINES: usize = 12;
    const BELOW: usize = 300;
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut is_figure: Vec<bool> = Vec::new();
    let mut times = 0;
    for row in rows.take(LINES + BELOW) {
        table.cells(row, 2, &mut cells);
        let (first, second) = (
            cells.first().map_or("", |it| it.trim()),
            cells.get(1).map_or("", |it| it.trim()),
        );
        if is_time(first) && (number::look(second).is_some() || times > 0) {
            times += 1;
        } else if times > 0 && second.is_empty() {
            break;
        } else if times > 0 || is_figure.len() > LINES || is_time(first) {
            return 0;
        } else {
            is_figure.push(number::look(second).is_some());
        }
    }
    let words = is_figure.iter().filter(|it| !**it).count();
    if times > 2 && words > 1 && words * 2 > is_figure.len() {
        is_figure.len()
    } else {
        0
    }
}

/// `2023`, `2023-01`, `1989 Q1`, `2023K1`, `31.12.2023`.
fn is_time(cell: &str) -> bool {
    let year = cell.get(..4).and_then(|it| it.parse::<u16>().ok());
    // Five figures are a code of an area, more than six a number.
    let is_code = cell.bytes().all(|it| it.is_ascii_digit()) && !matches!(cell.len(), 4 | 6);
    date::look(cell).is_some()
        || (cell.len() < 11 && !is_code && year.is_some_and(|it| (1500..2200).contains(&it)))
}
