//! The cells of a sheet: one text, and where in it each cell stands.
//!
//! Cells come in any order and may be far apart; only those that hold something are kept.

use super::value::Looks;
use crate::ingest::number::OWN;

/// Rows without a cell between two rows are rows of the sheet too, as an editor's blank lines are;
/// a longer gap counts as one.
const MAX_GAP: u32 = 20;

/// No program makes a sheet that is wider.
pub(super) const MAX_COLUMN: u32 = 16_384;

/// Cells that names may be spread to.
const MAX_SPREAD: usize = 1 << 20;

/// The longest that the texts of all cells may be together.
const MAX_TEXT: usize = 1 << 30;

/// Rows at the top that say how wide the table is.
const TOP_ROWS: usize = 60;

/// A cell.
#[derive(Clone, Copy, Debug)]
struct Spot {
    row: u32,
    column: u32,
    start: u32,
    end: u32,
    is_error: bool,
}

/// A block of merged cells; its value is in the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merge {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// A row with its cells.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// As the sheet counts it, from 1.
    number: u32,
    /// Its cells among all.
    from: usize,
    to: usize,
}

/// The cells of a sheet.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Grid {
    text: String,
    spots: Vec<Spot>,
    rows: Vec<Row>,
    /// Cells of a usual row.
    width: u32,
    /// Rows and columns with cells that the sheet does not show.
    pub(super) hidden_rows: u32,
    pub(super) hidden_columns: u32,
    /// Formulas that were never computed.
    pub(super) without_value: u32,
    /// There are more cells or text than fit.
    pub(super) is_full: bool,
    /// Columns up to the last cell that was left out, where some stand further right than a sheet goes.
    pub(super) beyond: u32,
}

impl Grid {
    /// Rows that hold anything.
    pub(in crate::ingest) fn filled_rows(&self) -> u32 {
        let filled = self.rows.iter().filter(|it| it.from < it.to).count();
        u32::try_from(filled).unwrap_or(u32::MAX)
    }

    /// The number and the width of each row; a row without cells has none.
    pub(in crate::ingest) fn row_widths(&self) -> impl Iterator<Item = (u32, u32)> {
        self.rows.iter().map(|row| {
            let last = self.spots.get(row.from..row.to).and_then(<[Spot]>::last);
            (
                row.number,
                last.map_or(0, |it| self.width.max(it.column.saturating_add(1))),
            )
        })
    }

    /// The cells of a row, empty ones too.
    pub(in crate::ingest) fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        let found = self.rows.get(row);
        let spots = found
            .and_then(|it| self.spots.get(it.from..it.to))
            .unwrap_or_default();
        let width = spots
            .last()
            .map_or(0, |it| self.width.max(it.column.saturating_add(1)));
        let mut next = spots.iter().peekable();
        (0..width).map(move |column| {
            next.next_if(|it| it.column == column)
                .map_or("", |it| self.text_of(it))
        })
    }

    /// Row, column and words of each cell that holds an error.
    pub(super) fn errors(&self) -> impl Iterator<Item = (u32, u32, &str)> {
        self.spots
            .iter()
            .filter(|it| it.is_error)
            .map(|it| (it.row + 1, it.column, self.text_of(it)))
    }

    /// The text of all cells.
    pub(in crate::ingest) fn text(&self) -> &str {
        &self.text
    }

    fn text_of(&self, spot: &Spot) -> &str {
        let range = usize::try_from(spot.start)
            .ok()
            .zip(usize::try_from(spot.end).ok());
        range
            .and_then(|(from, to)| self.text.get(from..to))
            .unwrap_or_default()
    }
}

/// A grid while it is filled.
#[derive(Default)]
pub(super) struct Filler {
    grid: Grid,
    pub(super) merges: Vec<Merge>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<(u32, u32)>,
    /// Where in the text each of the shared strings stands.
    shared: Vec<Option<(u32, u32)>>,
    /// The length of the texts of all cells, a shared one as often as it is shown.
    held: usize,
}

impl Filler {
    /// A cell that shows a string of the workbook's list; a long one that many show is kept once.
    pub(super) fn shared(&mut self, row: u32, column: u32, strings: &[String], at: usize) {
        self.shared.resize(strings.len(), None);
        let (Some(words), Some(known)) = (strings.get(at), self.shared.get(at)) else {
            return;
        };
        if let Some((start, end)) = *known {
            self.place(row, column, (start, end), false);
        } else {
            let before = self.grid.spots.len();
            self.words(row, column, words);
            if let Some(spot) = self.grid.spots.get(before)
                && let Some(known) = self.shared.get_mut(at)
            {
                *known = Some((spot.start, spot.end));
            }
        }
    }

    /// Cells that hold something so far.
    pub(super) const fn len(&self) -> usize {
        self.grid.spots.len()
    }

    /// A cell that repeats the one that came last.
    pub(super) fn again(&mut self, row: u32, column: u32) {
        if let Some(it) = self.grid.spots.last() {
            let (span, is_error) = ((it.start, it.end), it.is_error);
            self.place(row, column, span, is_error);
        }
    }

    /// More repeats than fit.
    pub(super) const fn full(&mut self) {
        self.grid.is_full = true;
    }

    /// A cell of words.
    pub(super) fn words(&mut self, row: u32, column: u32, words: &str) {
        if self.grid.is_full {
            return;
        }
        let start = self.grid.text.len();
        // Workbooks write their own line ends; a mark of ours is none of theirs.
        for part in words.split(['\r', OWN]) {
            self.grid.text.push_str(part);
        }
        self.put(row, column, start, false);
    }

    /// An error.
    pub(super) fn error(&mut self, row: u32, column: u32, words: &str) {
        let start = self.grid.text.len();
        self.grid.text.push_str(words);
        self.put(row, column, start, true);
    }

    /// A number, or what its format makes of it.
    pub(super) fn number(&mut self, row: u32, column: u32, value: f64, looks: Looks) {
        let start = self.grid.text.len();
        looks.write(value, &mut self.grid.text);
        self.put(row, column, start, false);
    }

    /// A whole number of more digits than a float holds, as it is written.
    pub(super) fn digits(&mut self, row: u32, column: u32, digits: &str) {
        let start = self.grid.text.len();
        self.grid.text.push_str(digits);
        self.put(row, column, start, false);
    }

    pub(super) fn truth(&mut self, row: u32, column: u32, is: bool) {
        self.words(row, column, if is { "TRUE" } else { "FALSE" });
    }

    pub(super) fn formula_without_value(&mut self) {
        self.grid.without_value = self.grid.without_value.saturating_add(1);
    }

    pub(super) fn hide_row(&mut self, row: u32) {
        self.hidden_rows.push(row);
    }

    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.push((first, last));
    }

    fn put(&mut self, row: u32, column: u32, start: usize, is_error: bool) {
        let end = self.grid.text.len();
        match (u32::try_from(start), u32::try_from(end)) {
            (Ok(start), Ok(end)) => self.place(row, column, (start, end), is_error),
            _ => self.grid.is_full = true,
        }
    }

    fn place(&mut self, row: u32, column: u32, (start, end): (u32, u32), is_error: bool) {
        let len = usize::try_from(end.saturating_sub(start)).unwrap_or(usize::MAX);
        self.held = self.held.saturating_add(len);
        self.grid.is_full |= self.held > MAX_TEXT;
        if self.grid.is_full {
            return;
        }
        if start < end && column >= MAX_COLUMN {
            self.grid.beyond = self.grid.beyond.max(column.saturating_add(1));
        } else if start < end {
            self.grid.spots.push(Spot {
                row,
                column,
                start,
                end,
                is_error,
            });
        }
    }

    /// The grid: cells in order, merged names spread, rows found.
    pub(super) fn finish(mut self) -> Grid {
        let place = |it: &Spot| (it.row, it.column);
        if !self.grid.spots.is_sorted_by_key(place) {
            self.grid.spots.sort_by_key(place);
        }
        self.grid.spots.dedup_by_key(|it| place(it));
        self.spread();
        self.hidden_rows.sort_unstable();
        let mut hidden_columns: Vec<u32> = Vec::new();
        let grid = &mut self.grid;
        let mut from = 0;
        let mut next = 0;
        for run in grid.spots.chunk_by(|a, b| a.row == b.row) {
            let row = run.first().map_or(0, |it| it.row);
            let gap = match row.saturating_sub(next) {
                it @ ..=MAX_GAP => it,
                _ => 1,
            };
            grid.rows.extend((0..gap).map(|it| Row {
                number: next.saturating_add(it).saturating_add(1),
                from: 0,
                to: 0,
            }));
            grid.rows.push(Row {
                number: row.saturating_add(1),
                from,
                to: from + run.len(),
            });
            from += run.len();
            next = row.saturating_add(1);
            grid.hidden_rows += u32::from(self.hidden_rows.binary_search(&row).is_ok());
            for column in run.iter().map(|it| it.column) {
                let is_hidden = self
                    .hidden_columns
                    .iter()
                    .any(|it| (it.0..=it.1).contains(&column));
                if is_hidden && !hidden_columns.contains(&column) {
                    hidden_columns.push(column);
                }
            }
        }
        grid.hidden_columns = u32::try_from(hidden_columns.len()).unwrap_or(u32::MAX);
        grid.width = usual_width(grid);
        self.grid
    }

    /// Names that are merged downwards stand in each of their rows; a name over several columns
    /// (`Myynti` over `2023` and `2024`) stands before each of the names under it. Amounts are
    /// never spread: they would count twice.
    fn spread(&mut self) {
        let mut more = Vec::new();
        for merge in &self.merges {
            let ((top, bottom), (left, right)) = (merge.rows, merge.columns);
            let Some(first) = self.spot(top, left).copied() else {
                continue;
            };
            let name = self.grid.text_of(&first);
            if more.len() > MAX_SPREAD
                || self.grid.text.len() > MAX_TEXT
                || first.is_error
                || crate::ingest::number::look(name).is_some()
            {
                continue;
            }
            if left == right {
                for row in top.saturating_add(1)..=bottom.min(top.saturating_add(10_000)) {
                    // A row that holds nothing else stays empty.
                    if self.row(row).next().is_some() && self.spot(row, left).is_none() {
                        more.push(Spot { row, ..first });
                    }
                }
            } else if right - left < 100 && top == bottom && !self.is_title(merge) {
                let under: Vec<&Spot> = (left..=right)
                    .filter_map(|column| self.spot(top + 1, column))
                    .collect();
                let are_names = under.iter().all(|it| is_name(self.grid.text_of(it)));
                if under.len() > 1 && are_names {
                    let under: Vec<(u32, String)> = under
                        .iter()
                        .map(|it| (it.column, format!("{name} {}", self.grid.text_of(it))))
                        .collect();
                    for (column, both) in under {
                        let start = self.grid.text.len();
                        self.grid.text.push_str(&both);
                        let found = self
                            .grid
                            .spots
                            .binary_search_by_key(&(top + 1, column), |it| (it.row, it.column));
                        if let Some(spot) = found.ok().and_then(|it| self.grid.spots.get_mut(it))
                            && let (Ok(start), Ok(end)) =
                                (u32::try_from(start), u32::try_from(self.grid.text.len()))
                        {
                            (spot.start, spot.end) = (start, end);
                        }
                    }
                }
            }
        }
        self.grid.spots.extend(more);
        self.grid.spots.sort_by_key(|it| (it.row, it.column));
        self.grid.spots.dedup_by_key(|it| (it.row, it.column));
    }

    /// Alone in its row and as far left as what is under it: it is about the table, and not about
    /// some of its columns.
    fn is_title(&self, merge: &Merge) -> bool {
        let left = merge.columns.0;
        self.row(merge.rows.0).all(|it| it.column == left)
            && self.row(merge.rows.0 + 1).all(|it| it.column >= left)
    }

    /// The cells of a row.
    fn row(&self, row: u32) -> impl Iterator<Item = &Spot> {
        let spots = &self.grid.spots;
        let from = spots.partition_point(|it| it.row < row);
        let found = spots.get(from..).unwrap_or_default();
        found.iter().take_while(move |it| it.row == row)
    }

    fn spot(&self, row: u32, column: u32) -> Option<&Spot> {
        let found = self
            .grid
            .spots
            .binary_search_by_key(&(row, column), |it| (it.row, it.column));
        found.ok().and_then(|it| self.grid.spots.get(it))
    }
}

/// Words, or a year: what a column is called. A day is none.
fn is_name(cell: &str) -> bool {
    let is_year = cell.len() == 4
        && cell
            .parse::<u16>()
            .is_ok_and(|it| (1990..2100).contains(&it));
    let is_day = cell.len() >= 10 && cell.get(4..5) == Some("-") && cell.get(7..8) == Some("-");
    is_year || (!is_day && !cell.trim().is_empty() && crate::ingest::number::look(cell).is_none())
}

/// As wide as the widest row at the top: a row below whose last cells are empty is as wide, and a
/// stray cell further down widens nothing but its own row.
fn usual_width(grid: &Grid) -> u32 {
    let last = |row: &Row| {
        let spots = grid.spots.get(row.from..row.to)?;
        spots.last().map(|it| it.column.saturating_add(1))
    };
    grid.rows
        .iter()
        .filter_map(last)
        .take(TOP_ROWS)
        .max()
        .unwrap_or(0)
}

/// A column as workbooks name it: 0 is A, 26 is AA.
pub(super) fn letters(column: u32) -> String {
    let mut left = column;
    let mut out = Vec::new();
    loop {
        let digit = u8::try_from(left % 26).unwrap_or(0);
        out.push(char::from(b'A' + digit));
        match (left / 26).checked_sub(1) {
            Some(it) => left = it,
            None => break,
        }
    }
    out.iter().rev().collect()
}

/// `B7` as row 6 and column 1, both from 0.
pub(super) fn place_of(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let split = name.find(|it: char| it.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(split)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then_some(())?;
        column = column
            .checked_mul(26)?
            .checked_add(u32::from(letter - b'A') + 1)?;
    }
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
