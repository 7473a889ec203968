//! What the figures and words of the first rows prove of their columns, whatever these are called: an
//! amount, its tax and both together; pieces times price; a balance that runs; names of companies.

use std::borrow::Cow;
use std::ops::Range;

use super::content::Counts;
use super::number;
use super::reading::Decimal;
use super::table::Table;
use crate::domain::duplicates::has_legal_form;
use crate::domain::money::Money;

/// Rows looked at, and columns of numbers among them.
const ROWS: usize = 60;
const COLUMNS: usize = 24;
/// Fewer columns are no parts of a whole.
const PARTS: usize = 4;
/// Fewer rows prove nothing.
const ENOUGH: usize = 3;
/// Figures above this, in ten-thousandths, are no money; sums and products of those below it fit.
const LARGEST: u128 = 10_u128.pow(18);

/// Rates of tax on sales in Europe, in thousandths.
#[rustfmt::skip]
const RATES: [i128; 29] = [
    40, 48, 50, 55, 60, 70, 77, 80, 81, 90, 95, 100, 110, 120, 130, 135, 140, 150, 160, 170,
    180, 190, 200, 210, 220, 230, 240, 250, 255,
];

/// Three columns of which the first two make the third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Three {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) whole: usize,
    /// The second is the first at a rate of tax, on nearly all rows.
    pub(super) is_tax: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Sums: a net amount, tax and gross; or gross, a fee and what is left.
    pub(super) sums: Vec<Three>,
    /// The same, shown by too few rows to be a proof.
    pub(super) few: Vec<Three>,
    /// Amounts and the tax on them.
    pub(super) taxes: Vec<(usize, usize)>,
    /// The sum of the columns before it, and the first of these: a year after its months.
    pub(super) totals: Vec<(usize, usize)>,
    /// Net amounts and the same with tax, where no column has the tax.
    pub(super) with_tax: Vec<(usize, usize)>,
    /// Pieces, price, and what they come to.
    pub(super) products: Vec<Three>,
    /// Amounts, and the balance they make.
    pub(super) balances: Vec<(usize, usize)>,
    /// What is taken from a balance and what is added to it, in two columns.
    pub(super) sides: Option<(usize, usize)>,
    /// Two columns of which each row has one.
    pub(super) either: Vec<(usize, usize)>,
    /// Amounts of lines, and what the lines of an order come to, on each of them.
    pub(super) lines: Vec<(usize, usize)>,
    /// By column.
    pub(super) words: Vec<Words>,
    /// Columns whose numbers are zero or below.
    below_zero: Vec<usize>,
}

/// How the words of a column look, in percent of its cells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words {
    /// With a word for a form of company: `Oy`, `GmbH`.
    pub(super) companies: u32,
    /// A few words without figures, the first with a capital.
    pub(super) plain: u32,
    /// Numbers of accounts.
    pub(super) accounts: u32,
}

type Values = Vec<Option<i128>>;

impl Evidence {
    /// Looks at the first rows below the header.
    pub(super) fn find(table: &Table<'_>, rows: Range<usize>, counts: &[Counts]) -> Self {
        let mut cells: Vec<Cow<'_, str>> = Vec::new();
        let mut lines: Vec<Vec<String>> = Vec::new();
        for row in rows.take(ROWS * 2) {
            table.cells(row, counts.len(), &mut cells);
            let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
            if filled > 1 && lines.len() < ROWS {
                lines.push(cells.iter().map(|it| it.trim().to_owned()).collect());
            }
        }
        let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
        let column = |at: usize| lines.iter().map(|row| cell(row, at)).collect::<Vec<_>>();
        let numbers: Vec<(usize, Values)> = (counts.iter().enumerate())
            .filter(|(_, it)| it.number_percent() >= 60 && it.code_like * 5 < it.numbers)
            .take(COLUMNS)
            .map(|(at, it)| (at, values(&column(at), it)))
            .filter(|(at, it)| {
                counts.get(*at).is_some_and(|it| it.amount_like > 0) || !is_serial(it)
            })
            .collect();
        let mut found = Self {
            words: (0..counts.len()).map(|at| words(&column(at))).collect(),
            ..Self::default()
        };
        let is_below = |it: &&(usize, Values)| it.1.iter().flatten().all(|it| *it <= 0);
        found.below_zero = numbers.iter().filter(is_below).map(|it| it.0).collect();
        found.add_up(&numbers);
        found.multiply(&numbers);
        found.total(&numbers);
        found.run(&numbers);
        found.lines(&numbers);
        found.either = either(&numbers);
        found.sides = sides(&numbers, &found.either);
        found
    }

    /// Nothing in the column is above zero.
    pub(super) fn is_below_zero(&self, column: usize) -> bool {
        self.below_zero.contains(&column)
    }

    /// Each row has one of the two.
    pub(super) fn is_either(&self, a: usize, b: usize) -> bool {
        self.either.contains(&(a, b)) || self.either.contains(&(b, a))
    }

    fn add_up(&mut self, numbers: &[(usize, Values)]) {
        for (first, a) in numbers {
            for (second, b) in numbers.iter().filter(|it| it.0 != *first) {
                for (whole, values) in numbers
                    .iter()
                    .filter(|it| it.0 != *first && it.0 != *second)
                {
                    let rows = shown(a, b, values, |a, b| Some(a + b));
                    // Of two amounts that make a third, the tax is the smaller.
                    let is_order = smaller(b, a) || (first < second && !smaller(a, b));
                    if rows > 0 && is_order {
                        let found = if rows >= ENOUGH {
                            &mut self.sums
                        } else {
                            &mut self.few
                        };
                        found.push(Three {
                            first: *first,
                            second: *second,
                            whole: *whole,
                            is_tax: are_rates(a, b, |_, tax| Some(tax)),
                        });
                    }
                }
                if are_rates(a, b, |_, tax| Some(tax)) {
                    self.taxes.push((*first, *second));
                }
                if are_rates(a, b, |amount, with| with.checked_sub(amount)) {
                    self.with_tax.push((*first, *second));
                }
            }
        }
    }

    fn multiply(&mut self, numbers: &[(usize, Values)]) {
        let scale = Money::from_units(1).ten_thousandths();
        let differs = |it: &Values| it.iter().flatten().any(|it| *it != scale && *it != 0);
        for (at, (first, a)) in numbers.iter().enumerate() {
            for (second, b) in numbers.iter().skip(at + 1) {
                let makes = |it: &&(usize, Values)| {
                    let product = |a: i128, b: i128| a.checked_mul(b)?.checked_div(scale);
                    it.0 != *first
                        && it.0 != *second
                        && differs(a)
                        && differs(b)
                        && holds(a, b, &it.1, product)
                };
                for (whole, _) in numbers.iter().filter(makes) {
                    self.products.push(Three {
                        first: *first,
                        second: *second,
                        whole: *whole,
                        is_tax: false,
                    });
                }
            }
        }
    }

    fn total(&mut self, numbers: &[(usize, Values)]) {
        for (at, (total, whole)) in numbers.iter().enumerate().skip(PARTS) {
            let is_nothing = whole.iter().copied().all(|it| some(it).is_none());
            if is_nothing || self.sums.iter().any(|it| it.whole == *total) {
                continue;
            }
            let mut sums: Values = vec![None; whole.len()];
            for (count, (part, values)) in numbers.iter().take(at).rev().enumerate() {
                for (sum, value) in sums.iter_mut().zip(values) {
                    *sum = Some(sum.unwrap_or_default() + value.unwrap_or_default());
                }
                let zero = vec![Some(1); whole.len()];
                if count + 1 >= PARTS && holds(&sums, &zero, whole, |sum, _| Some(sum)) {
                    self.totals.push((*total, *part));
                    break;
                }
            }
        }
    }

    /// An amount that stands on each line of an order, beside amounts that make it together.
    fn lines(&mut self, numbers: &[(usize, Values)]) {
        for (line, a) in numbers {
            for (whole, b) in numbers.iter().filter(|it| it.0 != *line) {
                let (mut at, mut orders, mut differs) = (0, 0, false);
                while let Some(value) = b.get(at).copied().flatten() {
                    let same = b.iter().skip(at).take_while(|it| **it == Some(value));
                    let count = same.count();
                    let sum: i128 = a.iter().skip(at).take(count).flatten().sum();
                    if !near(sum, value) || (count > 1 && value == 0) {
                        break;
                    }
                    // Lines alike may be pieces at a price: 2 of 50 twice make 100 as well.
                    let mut lines = a.iter().skip(at).take(count);
                    let first = lines.next();
                    let differ = lines.any(|it| Some(it) != first);
                    (at, orders, differs) = (at + count, orders + 1, differs || differ);
                }
                // What is the same on all rows is no order's.
                if at == b.len() && orders > 1 && differs {
                    self.lines.push((*line, *whole));
                }
            }
        }
    }

    fn run(&mut self, numbers: &[(usize, Values)]) {
        for (amount, a) in numbers {
            for (balance, b) in numbers.iter().filter(|it| it.0 != *amount) {
                let steps = |of: usize| {
                    let pairs = b.windows(2).zip(a.windows(2));
                    let hits = pairs.filter(|(balance, amount)| {
                        let step = balance
                            .last()
                            .and_then(|it| *it)
                            .zip(balance.first().and_then(|it| *it));
                        let amount = amount.get(of).and_then(|it| *it);
                        let step = step.map(
                            |(last, first)| {
                                if of == 1 { last - first } else { first - last }
                            },
                        );
                        step.is_some() && step == amount && step != Some(0)
                    });
                    hits.count()
                };
                let enough = (b.len().saturating_sub(1) * 4).div_ceil(5).max(ENOUGH);
                if steps(1) >= enough || steps(0) >= enough {
                    self.balances.push((*amount, *balance));
                }
            }
        }
    }
}

/// The cells as ten thousandths.
fn values(cells: &[String], count: &Counts) -> Values {
    let decimal = count.proven_decimal();
    let is_clear = decimal.is_some() || count.decimal_doubt().is_none();
    let value = |it: &String| {
        let look = number::look(it).filter(|it| is_clear && !it.percent)?;
        let value = look.value(decimal.unwrap_or(Decimal::Comma))?;
        Some(value.ten_thousandths()).filter(|it| it.unsigned_abs() <= LARGEST)
    };
    cells.iter().map(value).collect()
}

/// Each differs, and none by much, as numbers of invoices do: round amounts are soon a rate of tax on them.
fn is_serial(values: &Values) -> bool {
    let (Some(Some(low)), Some(Some(high))) = (values.iter().min(), values.iter().max()) else {
        return false;
    };
    let differs = |at: usize| {
        values
            .iter()
            .skip(at + 1)
            .all(|it| values.get(at) != Some(it))
    };
    *low > 0 && (high - low) * 20 <= *low && (0..values.len()).all(differs)
}

/// What rounding may add or take: two cents, and a little of the whole.
fn near(a: i128, b: i128) -> bool {
    (a - b).abs() <= 200 + b.abs() / 5_000
}

fn some(it: Option<i128>) -> Option<i128> {
    it.filter(|it| *it != 0)
}

/// Columns of which each row has one, but for a few that have none, and of both some.
fn either(numbers: &[(usize, Values)]) -> Vec<(usize, usize)> {
    let is_pair = |a: &Values, b: &Values| {
        let has = |(a, b): (&Option<i128>, &Option<i128>)| (some(*a).is_some(), some(*b).is_some());
        let count = |it: (bool, bool)| a.iter().zip(b).filter(|row| has(*row) == it).count();
        let (first, second) = (count((true, false)), count((false, true)));
        let is_clear = count((true, true)) == 0 && count((false, false)) * 10 <= first + second;
        first > 0 && second > 0 && is_clear
    };
    let after = |at: usize| numbers.iter().skip(at + 1);
    let pairs = |(at, (first, a)): (usize, &(usize, Values))| {
        let others = after(at).filter(|it| is_pair(a, &it.1));
        others.map(|it| (*first, it.0)).collect::<Vec<_>>()
    };
    numbers.iter().enumerate().flat_map(pairs).collect()
}

/// What is taken and what is added, where never both stand on a row and together they make the steps of
/// a balance, from above or from below. What is taken may be written with a minus.
fn sides(numbers: &[(usize, Values)], either: &[(usize, usize)]) -> Option<(usize, usize)> {
    for (taken, a) in numbers {
        let is_other = |of: usize| either.contains(&(*taken, of)) || either.contains(&(of, *taken));
        for (added, b) in numbers.iter().filter(|it| is_other(it.0)) {
            let step = |at: usize| {
                let of = |it: &Values| it.get(at).copied().and_then(some).unwrap_or_default();
                of(b) - of(a).abs()
            };
            for (_, balance) in numbers.iter().filter(|it| it.0 != *taken && it.0 != *added) {
                let held = |at: usize| balance.get(at).copied().flatten();
                // From the row above, or from the one below where the last comes first.
                let runs = |of: usize| {
                    (1..balance.len()).all(|at| {
                        let (own, before) = if of == 1 { (at, at - 1) } else { (at - 1, at) };
                        held(own)
                            .zip(held(before))
                            .is_some_and(|(own_held, it)| own_held - it == step(own))
                    })
                };
                if balance.len() > 2 && (runs(1) || runs(0)) {
                    return Some((*taken, *added));
                }
            }
        }
    }
    None
}

/// The first two make the third on nearly all rows that have it.
fn holds(
    a: &Values,
    b: &Values,
    whole: &Values,
    make: impl Fn(i128, i128) -> Option<i128>,
) -> bool {
    shown(a, b, whole, make) >= ENOUGH
}

/// On how many rows the first two make the third; none where some rows speak against it.
fn shown(
    a: &Values,
    b: &Values,
    whole: &Values,
    make: impl Fn(i128, i128) -> Option<i128>,
) -> usize {
    let (mut hits, mut misses) = (0_usize, 0_usize);
    for ((a, b), whole) in a.iter().zip(b).zip(whole) {
        let (Some(a), Some(whole)) = (*a, *whole) else {
            continue;
        };
        let b = b.unwrap_or_default();
        if a == 0 && b == 0 && whole == 0 {
            continue;
        }
        if make(a, b).is_some_and(|it| near(it, whole)) {
            hits += usize::from(b != 0);
        } else {
            misses += 1;
            if misses > ROWS / 10 {
                return 0;
            }
        }
    }
    if misses * 10 <= hits { hits } else { 0 }
}

/// The second is smaller on nearly all rows.
fn smaller(b: &Values, a: &Values) -> bool {
    let pairs = || a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?)));
    let all = pairs().count();
    let less = pairs().filter(|(a, b)| b.abs() <= a.abs()).count();
    less * 10 >= all * 9
}

/// What the second adds to the first is a rate of tax on nearly all rows.
fn are_rates(a: &Values, b: &Values, tax: impl Fn(i128, i128) -> Option<i128>) -> bool {
    let pairs = a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?)));
    let (mut hits, mut misses) = (0_usize, 0_usize);
    for (amount, with) in pairs.filter(|(a, _)| a.abs() >= 50_000) {
        let Some(tax) = tax(amount, with) else {
            continue;
        };
        if tax == 0 {
            continue;
        }
        let is_rate =
            |rate: &i128| (tax - amount * rate / 1_000).abs() <= 200 + amount.abs() / 2_000;
        if RATES.iter().any(is_rate) {
            hits += 1;
        } else {
            misses += 1;
        }
    }
    hits >= ENOUGH && misses * 9 <= hits
}

/// Two letters, then figures.
fn is_account(word: &str) -> bool {
    let rest = word.trim_start_matches(|it: char| it.is_ascii_uppercase());
    rest.len() + 2 == word.len() && rest.len() >= 12 && rest.bytes().all(|it| it.is_ascii_digit())
}

/// What the cells of a column look like.
fn words(cells: &[String]) -> Words {
    let (mut filled, mut companies, mut plain, mut accounts) = (0_u32, 0_u32, 0_u32, 0_u32);
    for cell in cells.iter().filter(|it| !it.is_empty()) {
        filled += 1;
        // `Kaisa Virta FI2112345600000785`: whose account it is, is who paid.
        let holder = cell.rsplit_once(' ').filter(|it| is_account(it.1));
        let cell = holder.map_or(cell.as_str(), |it| it.0);
        companies += u32::from(has_legal_form(cell) || holder.is_some());
        let is_plain = cell.chars().next().is_some_and(char::is_uppercase)
            && cell.chars().count() <= 60
            && !cell
                .chars()
                .any(|it| it.is_ascii_digit() || "@/:;".contains(it));
        plain += u32::from(is_plain);
        let figures = cell.bytes().filter(u8::is_ascii_digit).count();
        accounts +=
            u32::from(figures >= 10 && cell.chars().filter(|it| it.is_alphabetic()).count() <= 6);
    }
    let percent = |it: u32| it * 100 / filled.max(1);
    Words {
        companies: percent(companies),
        plain: percent(plain),
        accounts: percent(accounts),
    }
}

#[cfg(test)]
mod tests;
