//! Cells that a comma tore in two, as nobody put quotes around them: `Alfa Ltd,1,234.50` under two names, or
//! `Alfa, Inc.,10.50`.
//!
//! Put together only where joining makes as many cells as the header has in one way alone, and each cell is
//! what the others in its column are.

use super::number;
use super::split::{Quoted, Signs, Span, split};
use super::table::Table;
use super::{columns, date};

/// Rows that decide.
const LOOKED_AT: usize = 2_500;
/// Commas too many on a row.
const MAX_MORE: usize = 6;
/// Columns of a table whose rows are put together.
const MAX_COLUMNS: usize = 256;

/// What the cells of a column are, on rows with as many cells as the header.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Figures,
    Days,
    Words,
}

/// Columns under a header, one for each of its cells.
pub(super) struct Torn {
    columns: Vec<Holds>,
    /// The figures of this column are torn at the decimal sign, on each row.
    at: Option<usize>,
    header: usize,
    signs: Signs,
}

/// Where cells that belong together begin and end.
type Way = Vec<(usize, usize)>;

impl Torn {
    /// Rows of this text have such cells; `sample` is its first part.
    pub(super) fn find(sample: &str, signs: Signs) -> Option<Self> {
        if signs.delimiter != b',' || signs.quote.is_none() {
            return None;
        }
        let table = Table::head(sample, signs, LOOKED_AT)?;
        let mut widths = table.rows.iter().map(|it| it.cells).filter(|it| *it > 1);
        let width = widths.next()?;
        // Of most files no row has more cells than its header: the cells themselves are not looked at.
        widths.find(|it| *it > width)?;
        let mut rows = Vec::new();
        let mut cells = Vec::new();
        for row in 0..table.rows.len() {
            table.cells(row, usize::MAX, &mut cells);
            if cells.len() > 1 {
                rows.push((row, cells.clone()));
            }
        }
        let (header, names) = rows.first()?;
        let is_name = |it: &str| !it.is_empty() && kind(it) == Holds::Words;
        let rows = rows.get(1..).filter(|it| !it.is_empty())?;
        if !(2..=MAX_COLUMNS).contains(&names.len()) || !names.iter().all(|it| is_name(it.trim())) {
            return None;
        }
        let whole = |width: usize| rows.iter().filter(move |it| it.1.len() == width);
        let more = rows.iter().filter(|it| it.1.len() > names.len()).count();
        let column = |at: usize| {
            let mut counts = [0_usize; 3];
            for (_, cells) in whole(names.len()) {
                let cell = cells.get(at).map_or("", |it| it.trim());
                let slot = match kind(cell) {
                    _ if cell.is_empty() => continue,
                    Holds::Figures => &mut counts[0],
                    Holds::Days => &mut counts[1],
                    Holds::Words => &mut counts[2],
                };
                *slot += 1;
            }
            let [figures, days, words] = counts;
            match figures + days + words {
                all if figures * 5 > all * 4 => Holds::Figures,
                all if days * 5 > all * 4 => Holds::Days,
                _ => Holds::Words,
            }
        };
        let mut torn = Self {
            columns: (0..names.len()).map(column).collect(),
            at: None,
            header: *header,
            signs,
        };
        if more > 2 && whole(names.len() + 1).count() == rows.len() {
            let is_cut = |at: &usize| {
                let parts = |it: &Vec<_>| it.get(*at..at + 2).is_some_and(is_decimal);
                rows.iter().all(|it| parts(&it.1))
            };
            let mut cuts = (0..names.len()).filter(is_cut);
            let is_known = |at: &usize| names.get(*at).is_some_and(|it| columns::is_known_name(it));
            torn.at = cuts
                .next()
                .filter(|it| cuts.next().is_none() && is_known(it));
            return torn.at.is_some().then_some(torn);
        }
        if more == 0 || whole(names.len()).count() < more {
            return None;
        }
        let mut spans = Vec::new();
        let mut is_mended = |row: usize| {
            split(sample.as_bytes(), table.start(row), signs, &mut spans);
            torn.way(sample, &spans).is_some()
        };
        let mended = rows.iter().filter(|it| is_mended(it.0)).count();
        (mended * 2 > more).then_some(torn)
    }

    /// The text with quotes around those cells, and the cells with their lines.
    pub(super) fn mended(&self, text: &str) -> Option<(String, Vec<(u32, String)>)> {
        let table = Table::head(text, self.signs, usize::MAX)?;
        let mut out = String::with_capacity(text.len() + 64);
        let mut joined = Vec::new();
        let mut spans = Vec::new();
        let mut at = 0;
        for (row, place) in table.rows.iter().enumerate().skip(self.header + 1) {
            let cells = usize::try_from(place.cells).unwrap_or_default();
            if cells <= self.columns.len() {
                continue;
            }
            split(text.as_bytes(), table.start(row), self.signs, &mut spans);
            for (from, to) in self.way(text, &spans).into_iter().flatten() {
                let cell = text.get(from..to)?;
                out.push_str(text.get(at..from)?);
                out.push('"');
                out.push_str(cell);
                out.push('"');
                joined.push((place.line, cell.trim().to_owned()));
                at = to;
            }
        }
        out.push_str(text.get(at..)?);
        Some((out, joined))
    }

    /// The one way to put a row's cells together: commas amid words have a space after them, or else any may be one.
    fn way(&self, text: &str, spans: &[Span]) -> Option<Way> {
        let more = spans.len().checked_sub(self.columns.len())?;
        if more == 0 || more > MAX_MORE {
            return None;
        }
        if let Some(at) = self.at {
            let parts = spans.get(at..at + 2).filter(|_| more == 1)?;
            let cells: Vec<&str> = parts.iter().map(|it| raw(text, it)).collect();
            let ends = (parts.first()?.start, parts.last()?.end);
            return is_decimal(&cells).then(|| vec![ends]);
        }
        let spaced = |it: &str| it.starts_with(' ');
        self.one_way(text, spans, more, &spaced)
            .or_else(|| self.one_way(text, spans, more, &|it| !it.trim().is_empty()))
    }

    /// The one way where a cell that `goes_on` may be the rest of the words before it.
    fn one_way(
        &self,
        text: &str,
        spans: &[Span],
        more: usize,
        goes_on: &dyn Fn(&str) -> bool,
    ) -> Option<Way> {
        // How many ways lead on from a column when so many more cells were used before it; two are as good as many.
        let columns = self.columns.len();
        let mut ways = vec![[0_u8; MAX_MORE + 1]; columns + 1];
        *ways.last_mut()?.get_mut(more)? = 1;
        let goes = |ways: &[[u8; MAX_MORE + 1]], column: usize, used: usize, count: usize| {
            let from = column + used;
            let on = ways.get(column + 1)?.get(used + count)?;
            let parts = spans.get(from..=from + count)?;
            (*on > 0 && self.is_one(text, parts, column, goes_on)).then_some((*on, parts))
        };
        for column in (0..columns).rev() {
            for used in 0..=more {
                let counts = 0..=more - used;
                let all = counts.filter_map(|it| goes(&ways, column, used, it));
                let all: u8 = all.map(|it| it.0).sum();
                *ways.get_mut(column)?.get_mut(used)? = all.min(2);
            }
        }
        if ways.first()?.first() != Some(&1) {
            return None;
        }
        let mut way = Way::new();
        let mut used = 0;
        for column in 0..columns {
            let mut counts = 0..=more - used;
            let (count, parts) =
                counts.find_map(|it| Some((it, goes(&ways, column, used, it)?.1)))?;
            if count > 0 {
                way.push((parts.first()?.start, parts.last()?.end));
            }
            used += count;
        }
        Some(way)
    }

    /// These cells are one of this column.
    fn is_one(
        &self,
        text: &str,
        parts: &[Span],
        column: usize,
        goes_on: &dyn Fn(&str) -> bool,
    ) -> bool {
        let Some(holds) = self.columns.get(column) else {
            return false;
        };
        if let [cell] = parts {
            let cell = raw(text, cell).trim();
            return *holds == Holds::Words || cell.is_empty() || kind(cell) == *holds;
        }
        let mut cells = parts.iter().map(|it| raw(text, it));
        let is_one = match holds {
            Holds::Figures => is_grouped(&cells.collect::<Vec<_>>()),
            Holds::Words => cells.skip(1).all(goes_on),
            Holds::Days => cells.next().is_none(),
        };
        is_one && parts.iter().all(|it| it.quoted == Quoted::No)
    }
}

fn raw<'t>(text: &'t str, span: &Span) -> &'t str {
    text.get(span.start..span.end).unwrap_or_default()
}

fn kind(cell: &str) -> Holds {
    let cell = cell.trim();
    if number::look(cell).is_some() {
        Holds::Figures
    } else if date::look(cell).is_some() {
        Holds::Days
    } else {
        Holds::Words
    }
}

fn are_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// `10` and `50`, which were `10,50`.
fn is_decimal(parts: &[impl AsRef<str>]) -> bool {
    let [whole, cents] = parts else {
        return false;
    };
    let whole = whole.as_ref().trim();
    let cents = cents.as_ref();
    are_figures(whole.strip_prefix('-').unwrap_or(whole)) && cents.len() == 2 && are_figures(cents)
}

/// `£1`, `234`, `567.50`: groups of thousands, and the cents behind the last.
fn is_grouped(parts: &[&str]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let lead = first
        .trim_start_matches(|it: char| !it.is_ascii_digit())
        .trim_end();
    let (group, cents) = last.trim_end().split_at_checked(3).unwrap_or((last, ""));
    let between = parts.get(1..parts.len() - 1).unwrap_or_default();
    are_figures(lead)
        && lead.len() < 4
        && !lead.starts_with('0')
        && between.iter().all(|it| it.len() == 3 && are_figures(it))
        && group.len() == 3
        && are_figures(group)
        && !cents.starts_with(|it: char| it.is_ascii_digit())
        && number::look(parts.join(",").trim()).is_some()
}
