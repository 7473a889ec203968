//! Customers whose name does not stand on their rows: on the first of their rows only, as pivot tables
//! have it; on a line of its own above them, as in printed reports; behind a label inside a cell; or
//! across the top, over a column for each of them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::is_customer_name;
use super::content::Counts;
use super::date::{self, month_of};
use super::fate::{Amount, Judge, text};
use super::fold::fold;
use super::labels::{is_labelled, is_sum_of, may_be_labelled};
use super::plan::Plan;
use super::reading::{AsideReason, By, Column, Content, RoleReason};
use super::role::Role;
use super::table::Table;
use super::{MAX_COLUMNS, header, number};

/// Rows that decide.
const LOOKED_AT: usize = 2_000;

type Cells<'c> = Vec<Cow<'c, str>>;

/// Where names stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Elsewhere {
    /// On the first row of a customer only.
    Down,
    /// In this column, on a line of its own above the rows.
    Above(usize),
    /// Behind a label: `Nazwa nadawcy : Kowalski`.
    Labelled,
    /// Across the top: each column is a customer, each row a month.
    Across,
}

/// A column that is called so has a customer on nearly every row: most files end here.
fn names_itself(columns: &[Column], counts: &[Counts]) -> bool {
    let fullest = counts.iter().map(|it| it.filled).max().unwrap_or_default();
    columns.iter().zip(counts).any(|(column, count)| {
        column.role.is == Role::Name
            && column.reason == RoleReason::ByName
            && u64::from(count.filled) * 5 >= u64::from(fullest) * 4
    })
}

/// What a row is made of, before it is judged.
struct Seen<'c> {
    cells: &'c [Cow<'c, str>],
    has_amount: bool,
    /// It says that it is a sum.
    is_sum: bool,
}

impl Elsewhere {
    /// How the rows name their customers, if not on each of them.
    pub(super) fn find(
        table: &Table<'_>,
        rows: Range<usize>,
        columns: &[Column],
        (counts, plan): (&[Counts], &Plan),
    ) -> Option<Self> {
        if names_itself(columns, counts) {
            return None;
        }
        let by_hand = |it: &Column| it.role.is.is_customer() && it.role.by == By::Hand;
        let is_free = !columns.iter().any(by_hand);
        let mut down = Down::default();
        let mut above = Above::default();
        let mut labelled = (0_usize, 0_usize);
        let mut periods = across::Periods::default();
        let mut cells: Cells<'_> = Vec::new();
        if let Some(name) = name_above(table, rows.start) {
            above.start(name);
        }
        for row in rows.take(LOOKED_AT) {
            table.cells(row, MAX_COLUMNS, &mut cells);
            let seen = Seen {
                cells: &cells,
                has_amount: matches!(plan.amount.of(&cells), Amount::Read(_)),
                is_sum: is_labelled(&cells),
            };
            down.look(&seen, plan);
            above.look(&seen, plan);
            periods.look(&seen);
            if seen.has_amount {
                labelled.1 += 1;
                labelled.0 += usize::from(behind_label(&cells).is_some());
            }
        }
        if is_free && across::is_it(columns, &periods) {
            return Some(Self::Across);
        }
        // A column that is called so has the names.
        let named = |it: &Column| it.role.is.is_customer() && it.reason == RoleReason::ByName;
        let is_named = columns.iter().any(named);
        if is_free && !is_named && labelled.0 > 1 && labelled.0 * 2 > labelled.1 {
            return Some(Self::Labelled);
        }
        if is_free && let Some(column) = above.column() {
            return Some(Self::Above(column));
        }
        down.is_it().then_some(Self::Down)
    }

    /// The plan for rows whose name is put in a column of its own, behind the others.
    pub(super) fn plan(self, columns: &mut [Column], plan: &mut Plan) {
        match self {
            Self::Down => return,
            Self::Across => return across::plan(columns, plan),
            Self::Above(_) | Self::Labelled => {}
        }
        plan.places.name = Some(columns.len());
        plan.places.id = None;
        plan.places.person = Vec::new();
        for (at, column) in columns.iter_mut().enumerate() {
            let is_heading = self == Self::Above(at);
            if is_heading && plan.amount.columns().contains(&at) {
                continue;
            }
            // Days below the names are still days.
            column.role.is = match column.content {
                Content::Date { order, .. } if is_heading && plan.places.date.is_none() => {
                    plan.places.date = Some((at, order));
                    Role::Date
                }
                _ if is_heading => Role::Name,
                _ if self == Self::Labelled && column.role.is.is_customer() => Role::Other,
                _ => continue,
            };
            column.reason = RoleReason::ByContent;
        }
    }
}

impl Role {
    /// It says whose a row is.
    const fn is_customer(self) -> bool {
        matches!(self, Self::Name | Self::Id)
    }
}

/// Counts of rows that leave the name of the row above out.
#[derive(Default)]
struct Down {
    names: BTreeSet<String>,
    named: usize,
    nameless: usize,
    /// A row that no name above could have.
    is_other: bool,
}

impl Down {
    fn look(&mut self, row: &Seen<'_>, plan: &Plan) {
        if !row.has_amount || row.is_sum {
            return;
        }
        let name = customer(row.cells, plan);
        if name.is_empty() && may_be_labelled(row.cells) {
            return;
        }
        if !name.is_empty() {
            self.named += 1;
            self.names.insert(name);
        } else if continues(row.cells, plan) && self.named > 0 {
            self.nameless += 1;
        } else if row.cells.iter().any(|it| is_words(it)) {
            self.is_other = true;
        }
    }

    /// Every name comes once, and a good part of the rows have none.
    fn is_it(&self) -> bool {
        let all = self.named + self.nameless;
        !self.is_other
            && self.named > 1
            && self.nameless * 10 >= all * 3
            && (self.named - self.names.len()) * 10 <= self.named
    }
}

/// Counts of lines that name the customer of the rows below.
#[derive(Default)]
struct Above {
    column: Option<usize>,
    now: String,
    headings: usize,
    /// Headings with no row below them.
    idle: usize,
    rows_below: usize,
    /// Rows before the first heading, or with words where names would be.
    is_other: bool,
}

impl Above {
    /// The first name stands above the header.
    fn start(&mut self, (column, name): (usize, String)) {
        self.column = Some(column);
        self.now = name;
        self.headings = 1;
    }

    fn look(&mut self, row: &Seen<'_>, plan: &Plan) {
        if let Some((column, name)) = heading(row.cells, row.has_amount) {
            if self.column.is_some_and(|it| it != column) {
                self.is_other = true;
            }
            self.idle += usize::from(self.headings > 0 && self.rows_below == 0);
            self.column = Some(column);
            self.headings += 1;
            self.rows_below = 0;
            name.clone_into(&mut self.now);
        } else if row.has_amount && !row.is_sum && !is_sum_of(row.cells, &self.now) {
            let place = text(row.cells, self.column.unwrap_or_default());
            let name = plan.places.name.map_or("", |it| text(row.cells, it));
            let id = plan.places.id.map_or("", |it| text(row.cells, it));
            let is_name = |it: &str| is_words(it) && !is_period(it);
            self.is_other |= self.headings == 0
                || is_name(place)
                || is_name(name)
                || (!id.is_empty() && id != place);
            self.rows_below += 1;
        }
    }

    fn column(&self) -> Option<usize> {
        // The last may be what the program writes at the end.
        let headings = self.headings - usize::from(self.rows_below == 0 && self.headings > 0);
        let is_it = !self.is_other && headings > 1 && self.idle * 5 <= headings;
        self.column.filter(|_| is_it)
    }
}

/// Whose the row is, as far as it says.
fn customer(cells: &[Cow<'_, str>], plan: &Plan) -> String {
    let id = plan.places.id.map_or("", |it| text(cells, it));
    if id.is_empty() {
        plan.places.name(cells).into_owned()
    } else {
        id.to_owned()
    }
}

/// A day, a month or a year.
fn is_period(cell: &str) -> bool {
    let folded = fold(cell);
    let is_part = |it: &str| month_of(it).is_some() || it.bytes().all(|it| it.is_ascii_digit());
    date::look(cell).is_some() || (!folded.is_empty() && folded.split(' ').all(is_part))
}

fn is_words(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && number::look(cell.trim()).is_none()
}

/// Nothing stands to the left of the missing name, and something beside the amount to its right.
fn continues(cells: &[Cow<'_, str>], plan: &Plan) -> bool {
    let places = &plan.places;
    let first = [places.name, places.id, places.person.first().copied()];
    let Some(first) = first.into_iter().flatten().min() else {
        return false;
    };
    let is_empty = |it: &Cow<'_, str>| it.trim().is_empty();
    let amounts = plan.amount.columns();
    cells.iter().take(first + 1).all(is_empty)
        && cells.iter().enumerate().skip(first + 1).any(|(at, it)| {
            !amounts.contains(&at)
                && (is_words(it)
                    || header::month(it.trim()).is_some()
                    || date::look(number::shown(it.trim())).is_some())
        })
}

/// A line that holds a name and nothing else, and its column. `Asiakas: | Alfa Oy` names one too.
fn heading<'c>(cells: &'c [Cow<'_, str>], has_amount: bool) -> Option<(usize, &'c str)> {
    if has_amount {
        return None;
    }
    let mut filled = (cells.iter().enumerate())
        .map(|(at, it)| (at, number::shown(it.trim())))
        .filter(|it| !it.1.is_empty());
    let (column, only) = filled.next()?;
    let second = filled.next();
    if filled.next().is_some() {
        return None;
    }
    let label = |it: &str| it.trim_end_matches(':').trim().len();
    match (second, only.split_once(':')) {
        (Some((_, name)), _) if only.ends_with(':') => {
            is_customer_name(only.get(..label(only))?).then_some((column, name))
        }
        (Some(_), _) => None,
        (None, Some((label, name))) if is_customer_name(label) && !name.trim().is_empty() => {
            Some((column, name.trim()))
        }
        (None, _) => {
            let is_name = is_words(only)
                && only.chars().count() <= 80
                && date::look(only).is_none()
                && !is_labelled(cells);
            is_name.then_some((column, only))
        }
    }
}

/// The name that stands, with its label, right above the header of the rows that begin at `start`.
fn name_above(table: &Table<'_>, start: usize) -> Option<(usize, String)> {
    let row = start.checked_sub(2)?;
    let mut cells: Cells<'_> = Vec::new();
    table.cells(row, MAX_COLUMNS, &mut cells);
    let has_label = cells.iter().any(|it| it.contains(':'));
    let (column, name) = heading(&cells, false).filter(|_| has_label)?;
    let is_name = is_customer_name(cells.get(column)?.split(':').next()?);
    is_name.then(|| (column, name.to_owned()))
}

/// The name behind a label that says it is the customer's.
fn behind_label<'c>(cells: &'c [Cow<'_, str>]) -> Option<&'c str> {
    cells.iter().find_map(|it| {
        let (label, name) = it.split_once(':')?;
        let name = name.trim();
        (label.len() <= 40 && !name.is_empty() && is_customer_name(label)).then_some(name)
    })
}

/// Names for rows that have none, row after row.
pub(super) struct Carrier {
    how: Elsewhere,
    width: usize,
    now: Cells<'static>,
    /// Rows that took a name from above.
    pub(super) rows: u32,
}

impl Carrier {
    /// For rows that begin at `start`.
    pub(super) fn new(how: Elsewhere, width: usize, table: &Table<'_>, start: usize) -> Self {
        let first = match how {
            Elsewhere::Above(_) => name_above(table, start),
            _ => None,
        };
        Self {
            how,
            width,
            now: first.map(|it| Cow::Owned(it.1)).into_iter().collect(),
            rows: 0,
        }
    }

    /// The row with its customer's name, and why it is set aside, where that is known already.
    pub(super) fn named<'c>(
        &mut self,
        cells: &[Cow<'c, str>],
        judge: &Judge,
        plan: &Plan,
    ) -> (Cells<'c>, Option<AsideReason>) {
        let mut named = cells.to_vec();
        let has_amount = matches!(plan.amount.of(cells), Amount::Read(_));
        let now = self.now.first().map_or("", |it| it.as_ref()).to_owned();
        let is_sum = |now: &str| is_labelled(cells) || is_sum_of(cells, now);
        match self.how {
            Elsewhere::Across => {}
            Elsewhere::Labelled => {
                let name = behind_label(cells).unwrap_or_default().to_owned();
                self.put(&mut named, name);
            }
            Elsewhere::Above(_) => {
                if judge.is_header(cells) {
                } else if let Some((_, name)) = heading(cells, has_amount) {
                    self.now = vec![Cow::Owned(name.to_owned())];
                    return (named, Some(AsideReason::Preamble));
                } else if has_amount && is_sum(&now) {
                    return (named, Some(AsideReason::Total));
                } else if has_amount && !now.is_empty() {
                    self.rows += 1;
                    self.put(&mut named, now);
                }
            }
            Elsewhere::Down => {
                let places = [plan.places.name, plan.places.id].into_iter().flatten();
                let places = places.chain(plan.places.person.iter().copied());
                if has_amount && is_sum(&now) {
                    let of_now = !now.is_empty() && is_sum_of(cells, &now);
                    return (named, of_now.then_some(AsideReason::Total));
                }
                if !customer(cells, plan).is_empty() {
                    self.now = std::iter::once(plan.places.name(cells).into_owned())
                        .chain(places.map(|it| text(cells, it).to_owned()))
                        .map(Cow::Owned)
                        .collect();
                } else if has_amount && continues(cells, plan) && !self.now.is_empty() {
                    self.rows += 1;
                    for (at, name) in places.zip(self.now.iter().skip(1)) {
                        if let Some(cell) = named.get_mut(at) {
                            cell.clone_from(name);
                        }
                    }
                }
            }
        }
        (named, None)
    }

    /// Puts the name behind the row's own cells.
    fn put(&self, cells: &mut Cells<'_>, name: String) {
        cells.resize(self.width, Cow::Borrowed(""));
        cells.push(Cow::Owned(name));
    }
}

mod across;
