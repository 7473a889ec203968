//! What is summed over the rows of one customer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::ingest::ledger::Brought;

/// What is summed over the rows of a customer; apart from its words, so that many fit in a cache.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Tally {
    pub(super) revenue: Money,
    pub(super) margin: Money,
    pub(super) previous: Money,
    /// Orders as rows count them.
    pub(super) told: Money,
    pub(super) has_margin: bool,
    pub(super) has_previous: bool,
    pub(super) has_told: bool,
    /// Bits of the columns of words that have given none yet.
    pub(super) wordless: u8,
    pub(super) rows: u32,
    /// Line of its first row.
    pub(super) line: u32,
    /// Days as [`packed`].
    pub(super) first: Option<i32>,
    pub(super) last: Option<i32>,
    /// The order of its last row, where it had one: lines of one order often stand together.
    pub(super) order: Option<u64>,
    /// The number plus one of what its first row sold; 0 for nothing.
    pub(super) product: u32,
}

impl Tally {
    /// What the only row brought, while there is no other: the ledger has it from the second row on.
    pub(super) fn only(&self) -> Option<Brought> {
        (self.rows == 1).then(|| Brought {
            amount: self.revenue,
            month: self.first.and_then(unpacked).map(Month::of),
            product: self.product.checked_sub(1),
        })
    }

    /// Adds the sums of later rows of the same customer.
    pub(super) fn join(&mut self, later: &Self) {
        if self.rows == 0 {
            self.product = later.product;
        }
        self.revenue += later.revenue;
        self.margin += later.margin;
        self.previous += later.previous;
        self.told += later.told;
        self.has_margin |= later.has_margin;
        self.has_previous |= later.has_previous;
        self.has_told |= later.has_told;
        self.rows += later.rows;
        self.first = self.first.into_iter().chain(later.first).min();
        self.last = self.last.max(later.last);
        self.order = later.order.or(self.order);
    }
}

/// A day as a number that sorts as days do.
pub(super) fn packed(day: Date) -> i32 {
    i32::from(day.year()) * 512 + i32::from(day.month()) * 32 + i32::from(day.day())
}

pub(super) fn unpacked(day: i32) -> Option<Date> {
    let part = |it: i32| i8::try_from(it).ok();
    let year = i16::try_from(day.div_euclid(512)).ok()?;
    Date::new(
        year,
        part(day.rem_euclid(512) / 32)?,
        part(day.rem_euclid(32))?,
    )
    .ok()
}
