//! Which two periods a file lets us compare, and what each customer brought in both.

use jiff_core::civil::Date;

use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;
use crate::domain::month::Month;

/// Days at the end of a month in which a file may end and the month still counts as whole.
const NEARLY: i8 = 4;

/// What tells two periods apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A column of the period before.
    Column,
    /// The last twelve whole months of the file against the twelve before.
    Rolling,
    /// The last calendar year of the file against the year before.
    Years,
}

/// Months from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: Month,
    /// The last.
    pub to: Month,
}

impl Span {
    fn of_year(year: i32) -> Self {
        // Months are counted from year 0.
        let from = Month::default().plus(year * 12);
        Self {
            from,
            to: from.plus(11),
        }
    }

    /// What a customer brought in it.
    #[must_use]
    pub fn sum(self, customer: &Customer) -> Money {
        let inside = |it: &&(Month, Money)| self.from <= it.0 && it.0 <= self.to;
        customer.history.iter().filter(inside).map(|it| it.1).sum()
    }
}

/// Two periods and what every customer brought in each.
#[derive(Clone, Debug, PartialEq)]
pub struct Periods {
    /// What tells them apart.
    pub basis: Basis,
    /// The months of both, where dates tell them apart.
    pub spans: Option<[Span; 2]>,
    /// The file begins on this day, inside the earlier period: it is partial.
    pub begins: Option<Date>,
    /// The file ends on this day, inside the later period: it is partial.
    pub ends: Option<Date>,
    /// Before and now, customer by customer.
    pub pairs: Vec<(Money, Money)>,
}

/// The days of a file that has dated rows: first and last, and its last whole month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The last month that is whole, or nearly.
    pub end: Month,
}

impl Dates {
    /// The days of these customers; `None` where rows are no dated transactions.
    #[must_use]
    pub fn of(customers: &[Customer]) -> Option<Self> {
        let dated = || customers.iter().filter(|it| !it.history.is_empty());
        let first = dated().filter_map(|it| it.first).min()?;
        let last = dated().filter_map(|it| it.last).max()?;
        // Monthly sums are often dated on the first of their month.
        let is_monthly = dated().all(|it| {
            let is_first = |day: Option<Date>| day.is_some_and(|it| it.day() == 1);
            is_first(it.first) && is_first(it.last)
        });
        let is_whole = is_monthly || is_nearly_over(last);
        let month = Month::of(last);
        Some(Self {
            first,
            last,
            end: if is_whole { month } else { month.plus(-1) },
        })
    }
}

fn is_nearly_over(day: Date) -> bool {
    day.day() + NEARLY >= day.days_in_month()
}

/// Every basis that this file has, the usual one first.
#[must_use]
pub fn offered(base: &CustomerBase) -> Vec<Basis> {
    let mut all = Vec::new();
    if base.has_previous() {
        all.push(Basis::Column);
    }
    if let Some(dates) = Dates::of(&base.customers) {
        if Month::of(dates.first) <= dates.end.plus(-12) {
            all.push(Basis::Rolling);
        }
        if dates.first.year() < dates.last.year() {
            all.push(Basis::Years);
        }
    }
    all
}

/// The two periods of a basis; `None` where the file lacks it.
#[must_use]
pub fn compare(base: &CustomerBase, basis: Basis) -> Option<Periods> {
    let customers = &base.customers;
    if basis == Basis::Column {
        let pair = |it: &Customer| (it.previous.unwrap_or_default(), it.revenue);
        return base.has_previous().then(|| Periods {
            basis,
            spans: None,
            begins: None,
            ends: None,
            pairs: customers.iter().map(pair).collect(),
        });
    }
    let dates = Dates::of(customers)?;
    let spans = match basis {
        Basis::Years => {
            let year = i32::from(dates.last.year());
            [Span::of_year(year - 1), Span::of_year(year)]
        }
        Basis::Rolling | Basis::Column => {
            let span = |to: Month| Span {
                from: to.plus(-11),
                to,
            };
            [span(dates.end.plus(-12)), span(dates.end)]
        }
    };
    let [before, now] = spans;
    let pair = |it: &Customer| (before.sum(it), now.sum(it));
    Some(Periods {
        basis,
        spans: Some(spans),
        begins: (Month::of(dates.first) > before.from).then_some(dates.first),
        ends: (dates.end < now.to).then_some(dates.last),
        pairs: customers.iter().map(pair).collect(),
    })
}

/// A customer that has been silent for longer than ever before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Which customer.
    pub customer: usize,
    /// The month of its last purchase.
    pub last: Month,
    /// Whole months since.
    pub months: i32,
    /// The longest it took between two purchases before, in months.
    pub longest: i32,
    /// What it brought in the twelve months that ended with its last purchase.
    pub value: Money,
}

/// Fewer months with purchases do not tell what is usual for a customer.
const LEAST_PURCHASES: usize = 3;
/// Shorter than this is no silence.
const LEAST_MONTHS: i32 = 2;
/// Longer than this is a lost customer: nothing in the last twelve months.
const MOST_MONTHS: i32 = 11;

/// Customers whose time since the last purchase is longer than any time between two of their purchases
/// so far, counted in months to the last whole month of the file; the most valuable first.
#[must_use]
pub fn silent(customers: &[Customer], end: Month) -> Vec<Silent> {
    let mut all: Vec<Silent> = customers
        .iter()
        .enumerate()
        .filter_map(|(at, it)| is_silent(at, it, end))
        .collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.value));
    all
}

fn is_silent(customer: usize, it: &Customer, end: Month) -> Option<Silent> {
    let bought: Vec<Month> = (it.history.iter())
        .filter(|it| it.1.is_positive())
        .map(|it| it.0)
        .collect();
    let last = *bought.last().filter(|_| bought.len() >= LEAST_PURCHASES)?;
    let longest = bought
        .iter()
        .skip(1)
        .zip(&bought)
        .map(|(b, a)| b.since(*a))
        .max()?;
    let months = end.since(last);
    let is_silent = months > longest && (LEAST_MONTHS..=MOST_MONTHS).contains(&months);
    is_silent.then(|| Silent {
        customer,
        last,
        months,
        longest,
        value: Span {
            from: last.plus(-11),
            to: last,
        }
        .sum(it),
    })
}

#[cfg(test)]
mod tests;
