//! Which rows are used and which are set aside, and why.
//!
//! A totals row is known by its label, place and shape, never by its amount alone: real files print
//! totals that differ from the sum of their rows, put them first, or give them no label.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::currency::Currencies;
use super::date;
use super::labels::{
    Strength, has_legal_form, is_balance, is_closing, is_labelled, is_stars, label_strength,
    may_be_labelled,
};
use super::number;
use super::reading::{AsideReason, Decimal};
use super::role::Role;

mod amounts;

pub(super) use amounts::{Amount, AmountFrom, amount, amount_of};

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
        if !matches!(amount, Amount::Read(_)) && is_balance(cells) {
            return aside(if at.is_first() {
                AsideReason::Preamble
            } else {
                AsideReason::Footer
            });
        }
        let below = at.is_below()
            && self.amount != AmountFrom::Nowhere
            && (self.total_is_last || !self.is_alike(at, cells, filled));
        let no_money = !matches!(amount, Amount::Read(_))
            && self
                .money
                .iter()
                .all(|it| !matches!(self::amount(cells, it.0, it.1), Amount::Read(_)));
        // A customer whose amount cannot be read is none.
        let is_customer = has_customer && amount == Amount::Bad;
        // Only a much shorter row is known for a title, or beside a blank one where rows have amounts.
        let has_money = self.amount != AmountFrom::Nowhere || !self.money.is_empty();
        let is_short = filled * 3 <= cells.len() * 2 || (has_money && at.is_beside_blank());
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
        // `Tulostettu;3.1.2026;;` below a blank line.
        let is_half = filled < 3 && filled * 2 <= self.roles.len();
        let is_pair = is_half && no_money && at.is_beside_blank();
        if !has_customer || (is_pair && may_be_footer) {
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

    /// As wide as the table, and filled as its rows are: no note, though it has no amount.
    fn is_alike(&self, at: &impl Around, cells: &[Cow<'_, str>], filled: usize) -> bool {
        let has_word = |it: &usize| !is_void(text(cells, *it));
        let is_figure = |it: &Cow<'_, str>| number::look(it.trim()).is_some();
        let steady = self.steady_words.iter();
        let is_steady = || steady.clone().count() > 1 && steady.clone().all(has_word);
        let is_close = !at.is_beside_blank();
        // The last row may be cut.
        let is_wide = cells.len() >= self.roles.len();
        if filled > 2 {
            let is_cut = || is_close && !is_closing(cells);
            return (is_wide && is_close) || (is_steady() && (is_wide || is_cut()));
        }
        if !is_wide || filled < 2 {
            return is_wide && is_close && self.is_timed(cells);
        }
        // Of two cells the first is a number of its own, or the other one is far from it.
        let first = text(cells, 0);
        let is_number = !first.is_empty() && first.bytes().all(|it| it.is_ascii_digit());
        let is_key = (self.id == Some(0) && first.bytes().any(|it| it.is_ascii_digit()))
            || (is_number && self.steady_words.contains(&1) && has_word(&1));
        let has_name = self.steady_words.contains(&0) && has_word(&0);
        let is_nil = || text(cells, 1).eq_ignore_ascii_case("nil return");
        let is_far = || cells.iter().skip(2).any(is_figure);
        is_close && (is_key || (has_name && !first.ends_with(':') && (is_far() || is_nil())))
    }

    /// A time in the first cell, as on every row.
    fn is_timed(&self, cells: &[Cow<'_, str>]) -> bool {
        self.roles.first() == Some(&Role::Date)
            && self.steady_words.contains(&0)
            && date::look(text(cells, 0)).is_some()
    }

    /// A line of words where rows hold figures: a heading or a note.
    fn is_note(&self, cells: &[Cow<'_, str>], filled: usize, below: bool) -> bool {
        let width = self.roles.len();
        let is_words = |it: &Cow<'_, str>| it.chars().any(char::is_alphabetic);
        // `;2002=100` below the names, where rows have more cells.
        let is_between = filled == 1 && cells.len() == 2 && width > 3 && text(cells, 0).is_empty();
        if is_between || is_comment(cells, filled) {
            return true;
        }
        // A day alone stands above the rows of that day.
        let is_day = || {
            filled == 1
                && cells
                    .first()
                    .is_some_and(|it| date::look(it.trim()).is_some())
        };
        if !cells.iter().any(is_words) && !is_day() {
            return false;
        }
        // `Sporządził: A. Nowak;;Zatwierdził: J. Lis;`
        let is_told = |it: &&Cow<'_, str>| {
            let name = it.split_once([':', '：']).map_or("", |it| it.0);
            !name.is_empty() && name.chars().all(|it| it.is_alphabetic() || it == ' ')
        };
        let told = cells.iter().filter(is_told).count();
        if told > 1 && told == filled && filled * 2 <= self.usual_filled {
            return true;
        }
        if (cells.len() == 1 && width > 1) || (below && cells.len() < width.min(3)) {
            return true;
        }
        let may_close = filled == 1 || cells.len() < width;
        if below && (self.total_is_last || (may_close && is_closing(cells))) {
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
            filled == 1 && !self.is_timed(cells) && (has_money || !(first.is_empty() || is_row))
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
        let is_edge = at.is_last() || at.is_first();
        // A total has a label at most; most rows end here.
        let words = |it: &&usize| !is_void(text(cells, **it));
        let is_day = |it: usize| self.roles.get(it) == Some(&Role::Date);
        let is_label_alone = || {
            let words = self.steady_words.iter().filter(words);
            is_labelled(cells) && words.filter(|it| !is_day(**it)).nth(1).is_none()
        };
        // What an account held, or all rows together, may be dated, and so fill all the cells of a row.
        let is_held = is_edge
            && self.roles.contains(&Role::Date)
            && (is_balance(cells) || (at.is_last() && is_label_alone()));
        if !is_held && self.steady_words.iter().filter(words).nth(1).is_some() {
            return false;
        }
        let has_money = matches!(amount, Amount::Read(_))
            || self
                .money
                .iter()
                .any(|it| matches!(self::amount(cells, it.0, it.1), Amount::Read(_)))
            // The sum of another column than the one that counts.
            || (amount == Amount::Missing && may_be_labelled(cells) && cells.iter().any(is_number));
        if is_held || !has_money {
            return has_money;
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

/// Nothing, the dashes that programs write for nothing, or how many a sum counts: `2 muuttoa`.
fn is_void(cell: &str) -> bool {
    match cell.bytes().next() {
        None => true,
        Some(b'0'..=b'9') => cell.split_once(' ').is_some_and(|(count, of)| {
            count.bytes().all(|it| it.is_ascii_digit()) && of.chars().all(char::is_lowercase)
        }),
        _ => cell.bytes().all(|it| it == b'-'),
    }
}

/// What a pivot table calls rows without a name.
const NAMELESS: [&str; 5] = ["(blank)", "(tyhjä)", "(puste)", "(tom)", "(Leer)"];

/// The cell is no customer's name, whatever stands in it.
fn is_nameless(cell: &str) -> bool {
    cell.is_empty() || is_error(cell) || NAMELESS.iter().any(|it| it.eq_ignore_ascii_case(cell))
}
