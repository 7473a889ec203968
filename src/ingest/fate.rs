//! Which rows are used and which are set aside, and why.
//!
//! A totals row is known by its label, place and shape, never by its amount alone: real files print
//! totals that differ from the sum of their rows, put them first, or give them no label.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::composed::Composed;
use super::currency::Currencies;
use super::date;
use super::labels::{
    Strength, has_legal_form, is_balance, is_closing, is_stars, label_strength, may_be_labelled,
};
use super::number;
use super::reading::{AsideReason, Decimal};
use super::role::Role;
use crate::domain::money::Money;

/// What the amount of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Nothing stands there.
    Missing,
    /// A number.
    Read(Money),
    /// Something that is not a number.
    Bad,
}

impl Amount {
    pub(super) fn money(self) -> Money {
        match self {
            Self::Read(it) => it,
            Self::Missing | Self::Bad => Money::ZERO,
        }
    }
}

/// Where a row's amount comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AmountFrom {
    /// No column has it.
    Nowhere,
    /// One column.
    Column(usize, Decimal),
    /// Quantity times unit price.
    Product((usize, Decimal), (usize, Decimal)),
    /// Several cells in another way.
    Composed(Composed),
}

impl AmountFrom {
    /// The amount of a row.
    pub(super) fn of(&self, cells: &[Cow<'_, str>]) -> Amount {
        match self {
            Self::Composed(it) => it.of(cells),
            _ => self.from(|column, decimal| amount(cells, column, decimal)),
        }
    }

    /// The columns that an amount is made of.
    pub(super) fn columns(&self) -> Vec<usize> {
        match self {
            Self::Nowhere => Vec::new(),
            Self::Column(column, _) => vec![*column],
            Self::Product(a, b) => vec![a.0, b.0],
            Self::Composed(it) => it.columns(),
        }
    }

    /// The amount of a row whose columns `amount` reads.
    pub(super) fn from(&self, amount: impl Fn(usize, Decimal) -> Amount) -> Amount {
        match *self {
            Self::Column(column, decimal) => amount(column, decimal),
            // The cells of a composed one tell more than their amounts.
            Self::Nowhere | Self::Composed(_) => Amount::Missing,
            Self::Product(a, b) => match (amount(a.0, a.1), amount(b.0, b.1)) {
                (Amount::Read(a), Amount::Read(b)) => Amount::Read(
                    a.times_ratio(b.ten_thousandths(), Money::from_units(1).ten_thousandths()),
                ),
                (Amount::Missing, _) | (_, Amount::Missing) => Amount::Missing,
                _ => Amount::Bad,
            },
        }
    }
}

/// The amount in the cell of a column.
pub(super) fn amount(cells: &[Cow<'_, str>], column: usize, decimal: Decimal) -> Amount {
    cells
        .get(column)
        .map_or(Amount::Missing, |it| amount_of(it, decimal))
}

/// The amount in a cell. A lone dash, or points, is how many programs print nothing.
pub(super) fn amount_of(cell: &str, decimal: Decimal) -> Amount {
    let cell = cell.trim();
    if cell.is_empty() || number::is_void(cell) {
        return Amount::Missing;
    }
    match number::look(cell) {
        Some(look) if !look.percent => look.value(decimal).map_or(Amount::Bad, Amount::Read),
        _ => Amount::Bad,
    }
}

/// What a spreadsheet writes where a formula failed, in any language: `#N/A`, `#ARVO!`, `#NAZWA?`.
pub(super) fn is_error(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix('#') else {
        return false;
    };
    let ends = rest.ends_with(['!', '?']) || rest.ends_with("/A") || rest.ends_with("/D");
    let is_shouted = |it: char| it.is_uppercase() || it.is_ascii_digit() || "/!?_ ".contains(it);
    ends && rest.chars().all(is_shouted)
}

/// A cell without the space around it; empty where the row is too short.
pub(super) fn text<'c>(cells: &'c [Cow<'_, str>], column: usize) -> &'c str {
    cells.get(column).map_or("", |it| number::shown(it.trim()))
}

/// All that is known of the table when rows are judged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judge {
    pub(super) has_header: bool,
    pub(super) header: Vec<String>,
    pub(super) roles: Vec<Role>,
    /// Columns that are filled on nearly every row and hold words or dates.
    pub(super) steady_words: Vec<usize>,
    /// Cells filled on a usual row.
    pub(super) usual_filled: usize,
    pub(super) amount: AmountFrom,
    /// Columns of any kind of amount.
    pub(super) money: Vec<(usize, Decimal)>,
    pub(super) name: Option<usize>,
    pub(super) person: Vec<usize>,
    pub(super) id: Option<usize>,
    pub(super) currencies: Currencies,
    /// The last row with an amount is a total: what follows are notes.
    pub(super) total_is_last: bool,
}

/// Which part of the file a row is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Part {
    /// Before the table.
    Before,
    /// In the table, above its rows: titles and the header.
    Above,
    /// Among its rows.
    Within,
    /// After the table.
    After,
}

/// How many rows further a page's title looks for the header.
pub(super) const AHEAD: usize = 4;

/// What stands around a row.
pub(super) trait Around {
    fn part(&self) -> Part;
    /// Below the last row with an amount.
    fn is_below(&self) -> bool;
    /// The last row with an amount, or below it.
    fn is_last(&self) -> bool;
    /// The first row with an amount, or above it.
    fn is_first(&self) -> bool;
    /// The row above or below is blank, as around sums of parts.
    fn is_beside_blank(&self) -> bool;
    /// The next row that is not blank is the header again: this one is a page's title.
    fn header_follows(&self, judge: &Judge) -> bool;
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Use,
    Aside(AsideReason),
}

impl Judge {
    /// What becomes of a row, and its amount.
    pub(super) fn judge(&self, at: &impl Around, cells: &[Cow<'_, str>]) -> (Fate, Amount) {
        let aside = |reason| (Fate::Aside(reason), Amount::Missing);
        let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
        if filled == 0 {
            return aside(AsideReason::Blank);
        }
        let part = at.part();
        if part == Part::Before {
            return aside(AsideReason::OtherTable);
        }
        if part == Part::Above || is_rule(cells) {
            return aside(AsideReason::Preamble);
        }
        if part == Part::After {
            return aside(AsideReason::OtherTable);
        }
        if matches!(cells, [it] if it.trim() == END_OF_FILE) {
            return aside(AsideReason::Footer);
        }
        if self.is_header(cells) {
            return aside(AsideReason::RepeatedHeader);
        }
        let amount = self.amount.of(cells);
        let own = [self.name, self.id].into_iter().flatten();
        let has_customer = own
            .chain(self.person.iter().copied())
            .any(|it| !is_nameless(text(cells, it)));
        if self.is_total(at, cells, amount, has_customer) {
            // What an account held is no sum of its rows, and no revenue.
            return match (is_balance(cells), at.is_first()) {
                (true, true) => aside(AsideReason::Preamble),
                (true, false) => aside(AsideReason::Footer),
                (false, _) => (Fate::Aside(AsideReason::Total), amount),
            };
        }
        if amount == Amount::Missing && is_balance(cells) {
            return aside(if at.is_first() {
                AsideReason::Preamble
            } else {
                AsideReason::Footer
            });
        }
        let below = at.is_below() && self.amount != AmountFrom::Nowhere;
        let no_money = !matches!(amount, Amount::Read(_))
            && self
                .money
                .iter()
                .all(|it| !matches!(self::amount(cells, it.0, it.1), Amount::Read(_)));
        // A customer whose amount cannot be read is none.
        let is_customer = has_customer && amount == Amount::Bad;
        // Where no row has an amount, only a much shorter one is known for a title.
        let has_money = self.amount != AmountFrom::Nowhere || !self.money.is_empty();
        let is_short = has_money || filled * 3 <= cells.len() * 2;
        let may_be_title = !is_customer && is_short && may_be_title(filled, cells.len());
        let is_title = may_be_title && at.header_follows(self);
        if no_money && (self.is_note(cells, filled, below) || is_title) {
            if below {
                return aside(AsideReason::Footer);
            }
            return aside(AsideReason::Preamble);
        }
        // As full as the rows above, it is one of them.
        let is_short = filled < 3 || filled * 2 <= self.usual_filled;
        // A day of its own has a row, a note has none.
        let has_day = || {
            let day = self.roles.iter().position(|it| *it == Role::Date);
            filled > 2 && day.is_some_and(|it| date::look(text(cells, it)).is_some())
        };
        let may_be_footer = below && is_short && self.usual_filled > 0 && !has_day();
        if amount == Amount::Bad && !has_customer && may_be_footer {
            return aside(AsideReason::Footer);
        }
        if amount == Amount::Bad {
            return (Fate::Aside(AsideReason::BadAmount), amount);
        }
        if !has_customer {
            if amount == Amount::Missing && may_be_footer {
                return aside(AsideReason::Footer);
            }
            return (Fate::Aside(AsideReason::NoCustomer), amount);
        }
        if self.currencies.is_other(cells) {
            return (Fate::Aside(AsideReason::OtherCurrency), amount);
        }
        (Fate::Use, amount)
    }

    /// The header once more.
    pub(super) fn is_header(&self, cells: &[Cow<'_, str>]) -> bool {
        self.has_header
            && self
                .header
                .iter()
                .map(String::as_str)
                .eq(cells.iter().map(|it| it.trim()).take(self.header.len()))
            && cells.len() >= self.header.len()
    }

    /// A line of words where rows hold figures: a heading or a note.
    fn is_note(&self, cells: &[Cow<'_, str>], filled: usize, below: bool) -> bool {
        let width = self.roles.len();
        let is_words = |it: &Cow<'_, str>| it.chars().any(char::is_alphabetic);
        if is_comment(cells, filled) {
            return true;
        }
        if !cells.iter().any(is_words) {
            return false;
        }
        if (cells.len() == 1 && width > 1) || (below && cells.len() < width.min(3)) {
            return true;
        }
        if below && (self.total_is_last || (filled == 1 && is_closing(cells))) {
            return true;
        }
        let has = |it: Option<usize>| it.is_some_and(|it| !text(cells, it).is_empty());
        // `Alfa Oy;;`: who is on the list, of whom nothing else is known.
        let is_company = |it: usize| cells.len() >= width && has_legal_form(text(cells, it));
        let whole = (has(self.id) && has(self.name)) || self.name.is_some_and(is_company);
        // A heading stands in the first column; elsewhere, where nothing is money, it may be a row, and
        // so it is where a short name stands before all the other cells, or an address.
        let is_heading = || {
            let has_money = self.amount != AmountFrom::Nowhere || !self.money.is_empty();
            let first = text(cells, 0);
            let is_row =
                cells.len() >= width && may_be_only(first) && self.steady_words.contains(&0);
            filled == 1 && (has_money || !(first.is_empty() || is_row))
        };
        filled * 3 <= self.usual_filled && (below || is_heading()) && !whole
    }

    /// A sum of other rows: by label, shape and place.
    fn is_total(
        &self,
        at: &impl Around,
        cells: &[Cow<'_, str>],
        amount: Amount,
        has_customer: bool,
    ) -> bool {
        let is_number = |it: &Cow<'_, str>| number::look(it.trim()).is_some();
        // A total has a label at most; most rows end here.
        let words = |it: &&usize| !is_void(text(cells, **it));
        if self.steady_words.iter().filter(words).nth(1).is_some() {
            return false;
        }
        let has_money = matches!(amount, Amount::Read(_))
            || self
                .money
                .iter()
                .any(|it| matches!(self::amount(cells, it.0, it.1), Amount::Read(_)))
            // The sum of another column than the one that counts.
            || (amount == Amount::Missing && may_be_labelled(cells) && cells.iter().any(is_number));
        if !has_money {
            return false;
        }
        let label = cells
            .iter()
            .enumerate()
            .take(6)
            .map(|(at, it)| (at, it.trim()))
            .find(|(_, it)| {
                is_stars(it) || (it.chars().any(char::is_alphabetic) && number::look(it).is_none())
            });
        let others_empty = |but: Option<usize>| {
            self.steady_words
                .iter()
                .filter(|it| Some(**it) != but)
                .all(|it| is_void(text(cells, *it)))
        };
        let others = |but: Option<usize>| self.steady_words.iter().any(|it| Some(*it) != but);
        // The only row with an amount sums up nothing.
        let is_end = at.is_last() != at.is_first();
        let edge = is_end || at.is_beside_blank();
        if let Some((column, it)) = label {
            others_empty(Some(column))
                && match label_strength(it) {
                    Strength::None => false,
                    Strength::Weak => edge || !has_customer || at.header_follows(self),
                    Strength::Whole => {
                        // A sum leaves out what its rows say of themselves.
                        let is_sparse = || {
                            let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
                            filled * 4 <= self.usual_filled * 3
                        };
                        others(Some(column)) || edge || at.header_follows(self) || is_sparse()
                    }
                }
        } else {
            // No label at all: only at the very edge, and only where words would stand.
            let is_steady = |it: usize| self.steady_words.contains(&it);
            let is_nameless = !has_customer || self.name.is_some_and(is_steady);
            is_nameless && !self.steady_words.is_empty() && others_empty(None) && is_end
        }
    }
}

/// A title leaves cells empty; a row as full as the table is data, even above a page's header.
pub(super) fn may_be_title(filled: usize, cells: usize) -> bool {
    filled < cells.max(2)
}

/// What programs of DOS write last.
const END_OF_FILE: &str = "\u{1a}";

/// A line drawn between rows with dashes.
fn is_rule(cells: &[Cow<'_, str>]) -> bool {
    let mut signs = cells
        .iter()
        .flat_map(|it| it.bytes())
        .filter(|it| !it.is_ascii_whitespace());
    let count = signs.clone().count();
    // A few stars mark a sum, but not where nothing else stands on the line.
    let is_line = count > 8 || cells.len() == 1;
    let is_sign = |it| matches!(it, b'-' | b'=' | b'_' | b'+' | b':') || (it == b'*' && is_line);
    count > 2 && signs.all(is_sign)
}

/// `# Weekend only`, `## Denormals ##`, `#@DK`, a bare `#`: a program's remark; `#1001` is a number.
fn is_comment(cells: &[Cow<'_, str>], filled: usize) -> bool {
    let rest = cells.first().and_then(|it| it.trim().strip_prefix('#'));
    rest.is_some_and(|it| {
        it.starts_with([' ', '#', '@', '!', '=']) || (it.is_empty() && filled == 1)
    })
}

/// A name, of which a list may know nothing else: no title, and no note.
fn may_be_only(cell: &str) -> bool {
    let is_note =
        cell.contains([':', '*', '(']) || cell.ends_with('.') || cell.chars().count() > 40;
    let words = cell.split_whitespace().count();
    cell.contains('@') || (words > 1 && !is_note && cell.chars().all(|it| !it.is_numeric()))
}

/// Nothing, or the dashes that programs write for nothing.
fn is_void(cell: &str) -> bool {
    cell.bytes().all(|it| it == b'-')
}

/// What a pivot table calls rows without a name.
const NAMELESS: [&str; 5] = ["(blank)", "(tyhjä)", "(puste)", "(tom)", "(Leer)"];

/// The cell is no customer's name, whatever stands in it.
fn is_nameless(cell: &str) -> bool {
    cell.is_empty() || is_error(cell) || NAMELESS.iter().any(|it| it.eq_ignore_ascii_case(cell))
}
