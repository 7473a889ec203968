//! Which column gives what, and what is known of the table when rows are judged.

use std::borrow::Cow;
use std::ops::Range;

use super::MAX_COLUMNS;
use super::columns::is_customer_name;
use super::columns::together::tells_namesakes_apart;
use super::composed::{Composed, Scale, Sum};
use super::content::Counts;
use super::currency::Currencies;
use super::customers::{KEPT, Places};
use super::date;
use super::fate::{AHEAD, Amount, AmountFrom, Around, Fate, Judge, Part, text};
use super::fold::fold;
use super::labels::is_labelled;
use super::reading::{AsideReason, By, Column, Content, Decimal, ReadOptions, RoleReason};
use super::role::Role;
use super::table::Table;
use super::unit::{self, Unit};
use super::words::{BALANCE, FIRST_NAMES, LAST_NAMES};

/// Which column gives what.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) places: Places,
    pub(super) amount: AmountFrom,
    pub(super) money: Vec<(usize, Decimal)>,
    /// Columns of amounts that are a customer each, where customers stand across the top.
    pub(super) across: Vec<(usize, Decimal)>,
    /// What the name of the amount counts in, and its column.
    pub(super) unit: Option<(usize, Unit)>,
}

impl Plan {
    pub(super) fn new(columns: &[Column], counts: &[Counts]) -> Self {
        let at = |role: Role| columns.iter().position(|it| it.role.is == role);
        let decimal = |column: usize| match columns.get(column).map(|it| it.content) {
            Some(Content::Number { decimal, .. }) => decimal,
            _ => Decimal::Point,
        };
        let money = |role: Role| at(role).map(|it| (it, decimal(it)));
        let count = |it: &Sum| counts.get(it.0);
        let discount = money(Role::Discount)
            .and_then(|it| Some((it, Scale::find(columns.get(it.0)?, count(&it)?)?)));
        // Beside amounts that have signs of their own, sides say nothing new.
        let side = |amount: &Sum| {
            at(Role::Side).filter(|_| count(amount).is_some_and(|it| it.negatives == 0))
        };
        let parts: Vec<Sum> = (columns.iter().enumerate())
            .filter(|(_, it)| it.role.is == Role::Part)
            .map(|(at, _)| (at, decimal(at)))
            .collect();
        let sides = money(Role::Debit).zip(money(Role::Credit));
        let product = money(Role::Quantity).zip(money(Role::UnitPrice));
        let amount = match (money(Role::Revenue), sides, product, discount) {
            (Some(amount), ..) => {
                side(&amount).map_or(AmountFrom::Column(amount.0, amount.1), |side| {
                    AmountFrom::Composed(Composed::Marked {
                        amount,
                        side,
                        is_owed: are_debtors(columns, counts),
                    })
                })
            }
            (_, Some((debit, credit)), ..) => {
                let is_signed = count(&debit).is_some_and(|it| it.negatives > it.positives);
                let positives = |it: &Sum| count(it).map_or(0, |it| it.positives);
                let is_owed = !is_signed
                    && is_ledger(columns, counts, debit.0)
                    && positives(&debit) > positives(&credit);
                let (debit, credit) = if is_owed {
                    (credit, debit)
                } else {
                    (debit, credit)
                };
                AmountFrom::Composed(Composed::Sides {
                    debit,
                    credit,
                    is_signed,
                })
            }
            (_, _, Some((quantity, price)), Some((discount, scale))) => {
                AmountFrom::Composed(Composed::Discounted {
                    quantity,
                    price,
                    discount,
                    scale,
                })
            }
            (_, _, Some((quantity, price)), None) => AmountFrom::Product(quantity, price),
            _ if !parts.is_empty() => AmountFrom::Composed(Composed::Parts(parts.clone())),
            _ => AmountFrom::Nowhere,
        };
        let date = at(Role::Date).and_then(|it| match columns.get(it)?.content {
            Content::Date { order, .. } => Some((it, order)),
            _ => None,
        });
        let person = person(columns).map(Vec::from);
        let person = person.unwrap_or_else(|| Vec::from_iter(other_side(columns, counts)));
        // A half of a person's name, or words that merely might be a name, give way to the whole.
        let is_better = |it: &usize| {
            columns.get(*it).is_some_and(|column| {
                column.role.by == By::Hand
                    || (column.reason != RoleReason::ByContent && !person.contains(it))
            })
        };
        Self {
            places: Places {
                name: at(Role::Name).filter(|it| person.is_empty() || is_better(it)),
                person,
                id: at(Role::Id).or_else(|| {
                    let counted = |role: Role| at(role).and_then(|it| counts.get(it));
                    let (ids, names) = (counted(Role::BusinessId)?, counted(Role::Name)?);
                    tells_namesakes_apart(ids, names).then(|| at(Role::BusinessId))?
                }),
                margin: money(Role::Margin),
                cost: money(Role::Cost),
                previous: money(Role::Previous),
                orders: money(Role::Orders),
                date,
                order: at(Role::Order),
                product: at(Role::Product),
                words: KEPT
                    .iter()
                    // A headcount tells the size where nothing says it.
                    .filter(|it| **it != Role::Headcount || at(Role::Size).is_none())
                    .filter_map(|role| at(*role).map(|it| (*role, it)))
                    .collect(),
            },
            across: Vec::new(),
            unit: (amount.columns().into_iter())
                .find_map(|it| Some((it, unit::told_by(&columns.get(it)?.name)?))),
            amount,
            money: [
                Role::Revenue,
                Role::Margin,
                Role::Cost,
                Role::Previous,
                Role::UnitPrice,
                Role::Debit,
                Role::Credit,
            ]
            .iter()
            .filter_map(|it| money(*it))
            .chain(parts)
            .collect(),
        }
    }
}

impl Plan {
    /// The row's day is outside the days asked for, or cannot be read.
    pub(super) fn is_outside(&self, options: &ReadOptions, cells: &[Cow<'_, str>]) -> bool {
        if options.since.is_none() && options.until.is_none() {
            return false;
        }
        let day = self
            .places
            .date
            .and_then(|(column, order)| date::look(text(cells, column))?.value(order));
        day.is_none_or(|it| {
            options.since.is_some_and(|since| it < since)
                || options.until.is_some_and(|until| it > until)
        })
    }

    /// What hand choices make of a row that was judged: why it is set aside, and its amount.
    pub(super) fn with_choices(
        &self,
        options: &ReadOptions,
        line: u32,
        (mut fate, mut amount): (Fate, Amount),
        cells: &[Cow<'_, str>],
    ) -> (Option<AsideReason>, Amount) {
        if fate == Fate::Use && self.is_outside(options, cells) {
            fate = Fate::Aside(AsideReason::OutsidePeriod);
        }
        // Nothing, and another currency, is never added.
        let can_be_used = fate != Fate::Aside(AsideReason::Blank)
            && fate != Fate::Aside(AsideReason::OtherCurrency);
        if can_be_used && options.taken_back.contains(&line) {
            fate = Fate::Use;
            amount = self.amount.of(cells);
        }
        match fate {
            Fate::Use => (None, amount),
            Fate::Aside(reason) => (Some(reason), amount),
        }
    }
}

/// The name of a column has one of these words.
fn has(it: &Column, words: &[&str]) -> bool {
    let name = fold(&it.name);
    name.split(' ').any(|it| words.contains(&it))
}

/// Debits under this name are of a ledger, where customers owe what they bought: a bank's has a balance,
/// or one account, and no customers.
fn is_ledger(columns: &[Column], counts: &[Counts], debit: usize) -> bool {
    let is_named = |it: &Column| has(it, &["debet", "winien", "wn"]);
    // What banks call it too.
    let is_either = |it: &Column| has(it, &["debit", "soll"]);
    let accounts = ["konto", "account", "tili", "compte", "cuenta", "conto"];
    let has_accounts = || {
        let mut pairs = columns.iter().zip(counts);
        pairs.any(|(it, count)| has(it, &accounts) && count.distinct() > 1)
    };
    let is_balance = |it: &Column| has(it, BALANCE);
    let has_customers = |it: &Column| {
        has(
            it,
            &[
                "asiakas", "customer", "client", "klient", "kund", "kunde", "nabywca",
            ],
        )
    };
    let Some(debit) = columns.get(debit) else {
        return false;
    };
    columns.iter().any(has_customers) && (is_named(debit) || is_either(debit))
        || !columns.iter().any(is_balance)
            && (is_named(debit) || (is_either(debit) && has_accounts()))
}

/// Marks of debit and credit are of the accounts of customers, who are called debtors or whose numbers are
/// longer than those against them: `Konto` and `Gegenkonto` of DATEV.
fn are_debtors(columns: &[Column], counts: &[Counts]) -> bool {
    let is_debtor = |word: &str| ["debit", "debtor"].iter().any(|it| word.starts_with(it));
    let is_name =
        |it: &Column| it.role.is == Role::Name && fold(&it.name).split(' ').any(is_debtor);
    if columns.iter().any(is_name) {
        return true;
    }
    let longest = |word: &str| {
        let is_it = |it: &Column| fold(&it.name).split(' ').next() == Some(word);
        let at = columns.iter().position(is_it)?;
        counts.get(at).map(|it| it.longest)
    };
    let both = longest("konto").zip(longest("gegenkonto"));
    both.is_some_and(|(own, other)| own > other)
}

/// A column that is called so has a half of a person's name.
pub(super) fn is_half(name: &str, half: &[&str]) -> bool {
    // `Billing first name`, `First name (billing)`; `nom` among others is of something else.
    let is_short = |word: &str| word.len() < 6 && word != "imie";
    let is_it = |word: &&str| {
        name == *word || (!is_short(word) && format!(" {name} ").contains(&format!(" {word} ")))
    };
    half.iter().any(is_it)
}

/// The columns of a person's first and last name.
fn person(columns: &[Column]) -> Option<[usize; 2]> {
    let called = |names: &[&str]| {
        columns
            .iter()
            .position(|it| is_half(&fold(&it.name), names) && it.role.is != Role::Unused)
    };
    let (first, last) = (called(FIRST_NAMES)?, called(LAST_NAMES)?);
    // `First and last name` is one column.
    (first != last).then_some([first, last])
}

/// Who was paid, where names are of who pays and each row has one of the two.
fn other_side(columns: &[Column], counts: &[Counts]) -> Option<usize> {
    let name = columns.iter().position(|it| it.role.is == Role::Name)?;
    let is_named = |it: &Column| it.role.is == Role::Other && is_customer_name(&it.name);
    let fullest = counts.iter().map(|it| it.filled).max()?;
    let filled = counts.get(name)?.filled;
    let together = |it: &Counts| it.filled > 0 && filled > 0 && it.filled + filled == fullest;
    let mut pairs = columns.iter().zip(counts);
    pairs.position(|(it, count)| is_named(it) && together(count))
}

/// What the rows are judged by; `filled_rows` of them hold anything.
pub(super) fn judge(
    has_header: bool,
    columns: &[Column],
    counts: &[Counts],
    plan: &Plan,
    (filled_rows, currencies): (usize, Currencies),
) -> Judge {
    let filled = |percent: usize| {
        move |it: &&Counts| {
            // One row may be a total.
            (usize::try_from(it.filled).unwrap_or(0) + 1) * 100 >= filled_rows * percent
        }
    };
    let steady_words = columns
        .iter()
        .zip(counts)
        .enumerate()
        .filter(|(at, (column, count))| {
            filled(80)(count)
                // A sum has one as well.
                && currencies.column != Some(*at)
                && !matches!(column.content, Content::Number { .. })
                && column.role.is != Role::Quantity
                && !plan.money.iter().any(|it| it.0 == *at)
        })
        .map(|it| it.0)
        .collect();
    Judge {
        has_header,
        header: columns.iter().map(|it| it.name.clone()).collect(),
        roles: columns.iter().map(|it| it.role.is).collect(),
        steady_words,
        usual_filled: counts.iter().filter(filled(50)).count(),
        amount: plan.amount.clone(),
        money: plan.money.clone(),
        name: plan.places.name,
        person: plan.places.person.clone(),
        id: plan.places.id,
        currencies,
        total_is_last: false,
    }
}

/// Pairs above the names of a table.
const PAIRS: usize = 12;
/// How many sums may stand below one another at the end of a table.
pub(super) const SUMS_AT_END: usize = 4;

/// The last row with an amount; of a sum and a mean below it, the upper one. `ends` are the last rows
/// with an amount, from below.
pub(super) fn last_of(ends: &[usize], is_labelled: impl Fn(usize) -> bool) -> Option<usize> {
    let sums = ends.iter().take_while(|it| is_labelled(**it)).last();
    sums.or(ends.first()).copied()
}

/// The rows of a table, for judging them one by one.
pub(super) struct InTable<'t> {
    table: &'t Table<'t>,
    /// Where the table begins, its titles and the pairs right above them too.
    start: usize,
    /// The rows below the header that are of the table.
    rows: Range<usize>,
    /// The first and the last row with an amount.
    first_amount: usize,
    last_amount: usize,
}

impl<'t> InTable<'t> {
    pub(super) fn new(table: &'t Table<'t>, start: usize, rows: Range<usize>, plan: &Plan) -> Self {
        let mut cells = Vec::new();
        let mut has_amount = |row: &usize| {
            table.cells(*row, MAX_COLUMNS, &mut cells);
            matches!(plan.amount.of(&cells), Amount::Read(_))
        };
        let first = rows.clone().find(&mut has_amount);
        let ends: Vec<usize> = (rows.clone().rev())
            .filter(&mut has_amount)
            .take(SUMS_AT_END)
            .collect();
        let is_labelled = |row: usize| {
            let mut cells = Vec::new();
            table.cells(row, MAX_COLUMNS, &mut cells);
            is_labelled(&cells)
        };
        // `Period;2025`: what stands in pairs right above the names tells of this table.
        let mut is_pair = |row: &usize| {
            table.cells(*row, MAX_COLUMNS, &mut cells);
            let filled = cells.iter().filter(|it| !it.trim().is_empty()).count();
            (1..=2).contains(&filled)
        };
        let head = table.rows.get(start).filter(|it| it.cells > 2);
        let above = (0..start).rev().filter(|_| head.is_some());
        let above = above.take_while(&mut is_pair).count();
        // As many are a list of their own.
        let above = if above > PAIRS { 0 } else { above };
        Self {
            table,
            start: start - above,
            first_amount: first.unwrap_or(rows.start),
            last_amount: last_of(&ends, is_labelled).unwrap_or(rows.start),
            rows,
        }
    }

    pub(super) const fn row(&self, row: usize) -> Row<'_> {
        Row { of: self, row }
    }

    /// The last row with an amount is a total.
    pub(super) fn total_is_last(&self, judge: &Judge) -> bool {
        let mut cells = Vec::new();
        self.table.cells(self.last_amount, MAX_COLUMNS, &mut cells);
        let (fate, _) = judge.judge(&self.row(self.last_amount), &cells);
        fate == Fate::Aside(AsideReason::Total)
    }
}

/// One row of a table and what stands around it.
pub(super) struct Row<'t> {
    of: &'t InTable<'t>,
    row: usize,
}

impl Around for Row<'_> {
    fn part(&self) -> Part {
        if self.row < self.of.start {
            Part::Before
        } else if self.row < self.of.rows.start {
            Part::Above
        } else if self.row < self.of.rows.end {
            Part::Within
        } else {
            Part::After
        }
    }

    fn is_below(&self) -> bool {
        self.row > self.of.last_amount
    }

    fn is_last(&self) -> bool {
        self.row >= self.of.last_amount
    }

    fn is_first(&self) -> bool {
        self.row <= self.of.first_amount
    }

    fn is_beside_blank(&self) -> bool {
        let bare = |it: usize| self.of.table.rows.get(it).is_some_and(|it| it.bare);
        bare(self.row + 1) || self.row.checked_sub(1).is_some_and(bare)
    }

    fn header_follows(&self, judge: &Judge) -> bool {
        let mut cells = Vec::new();
        (self.row + 1..self.of.rows.end).take(AHEAD).any(|it| {
            self.of.table.cells(it, usize::MAX, &mut cells);
            judge.is_header(&cells)
        })
    }
}
