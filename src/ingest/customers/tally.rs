//! What is summed over the rows of one customer.

use std::collections::BTreeMap;

use bytemuck::{Pod, Zeroable};
use serde::{Deserialize, Serialize};

use crate::domain::day::unpacked;
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::ingest::ledger::Brought;
use crate::ingest::list::List;

/// What is summed over the rows of a customer; apart from its words, in a line of the cache of its own.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C, align(64))]
pub(super) struct Tally {
    /// In ten-thousandths, as far as 64 bits hold them: [`Tallies`] has the rest.
    revenue: i64,
    margin: i64,
    previous: i64,
    told: i64,
    /// The order of its last row, where it had one: lines of one order often stand together.
    pub(super) order: u64,
    pub(super) rows: u32,
    /// Line of its first row.
    pub(super) line: u32,
    /// Days as numbers; [`Self::NEVER`] for none.
    pub(super) first: i32,
    pub(super) last: i32,
    /// The number plus one of what its first row sold; 0 for nothing.
    pub(super) product: u32,
    /// Bits of the columns of words that have given none yet.
    pub(super) wordless: u8,
    /// Bits of the sums that rows have told.
    has: u8,
    /// Bytes have no gaps when they travel.
    rest: [u8; 2],
}

/// What is summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    Revenue,
    Margin,
    Previous,
    /// Orders as rows count them.
    Told,
}

impl Sum {
    pub(super) const ALL: [Self; 4] = [Self::Revenue, Self::Margin, Self::Previous, Self::Told];

    const fn index(self) -> u8 {
        match self {
            Self::Revenue => 0,
            Self::Margin => 1,
            Self::Previous => 2,
            Self::Told => 3,
        }
    }

    const fn bit(self) -> u8 {
        1 << self.index()
    }
}

impl Tally {
    const NEVER: i32 = i32::MIN;

    pub(super) const fn new(line: u32, wordless: u8) -> Self {
        Self {
            revenue: 0,
            margin: 0,
            previous: 0,
            told: 0,
            order: 0,
            rows: 0,
            line,
            first: Self::NEVER,
            last: Self::NEVER,
            product: 0,
            wordless,
            has: 0,
            rest: [0; 2],
        }
    }

    #[inline]
    const fn sum(&self, which: Sum) -> i64 {
        match which {
            Sum::Revenue => self.revenue,
            Sum::Margin => self.margin,
            Sum::Previous => self.previous,
            Sum::Told => self.told,
        }
    }

    #[inline]
    const fn sum_mut(&mut self, which: Sum) -> &mut i64 {
        match which {
            Sum::Revenue => &mut self.revenue,
            Sum::Margin => &mut self.margin,
            Sum::Previous => &mut self.previous,
            Sum::Told => &mut self.told,
        }
    }

    /// Adds to a sum of this tally, which is the customer's `at`.
    #[inline]
    pub(super) fn add(&mut self, which: Sum, money: Money, at: usize, beyond: &mut Beyond) {
        self.has |= which.bit();
        let sum = self.sum_mut(which);
        let small = i64::try_from(money.ten_thousandths()).ok();
        match small.and_then(|it| sum.checked_add(it)) {
            Some(it) => *sum = it,
            None => beyond.add(at, which, money),
        }
    }

    /// The days of more rows.
    #[inline]
    pub(super) fn days(&mut self, first: i32, last: i32) {
        if self.first == Self::NEVER || (first != Self::NEVER && first < self.first) {
            self.first = first;
        }
        self.last = self.last.max(last);
    }
}

/// The tallies of all customers.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Tallies {
    pub(super) all: List<Tally>,
    pub(super) beyond: Beyond,
}

/// What came to sums when 64 bits did not hold it, by [`place`].
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Beyond(BTreeMap<usize, Money>);

/// The place of a customer's sum among all.
fn place(at: usize, which: Sum) -> usize {
    at * Sum::ALL.len() + usize::from(which.index())
}

impl Tallies {
    /// A sum of a customer, where its rows told any.
    pub(super) fn get(&self, at: usize, which: Sum) -> Option<Money> {
        self.beyond.get(self.all.get(at)?, at, which)
    }

    /// What the only row brought, while there is no other: the ledger has it from the second row on.
    pub(super) fn only(&self, at: usize) -> Option<Brought> {
        self.beyond.only(self.all.get(at)?, at)
    }

    /// Adds the sums of later rows of the same customer, which is another there.
    pub(super) fn join(&mut self, at: usize, later: &Self, theirs: &Tally, there: usize) {
        if let Some(mine) = self.all.get_mut(at) {
            for which in Sum::ALL {
                if let Some(it) = later.beyond.get(theirs, there, which) {
                    mine.add(which, it, at, &mut self.beyond);
                }
            }
            if mine.rows == 0 {
                mine.product = theirs.product;
            }
            mine.rows += theirs.rows;
            mine.days(theirs.first, theirs.last);
            if theirs.order != 0 {
                mine.order = theirs.order;
            }
        }
    }

    /// Goes on with those of other customers.
    pub(super) fn append(&mut self, mut later: Self, change: impl Fn(&mut Tally)) {
        let before = place(self.all.len(), Sum::Revenue);
        let beyond = later.beyond.0.into_iter();
        self.beyond
            .0
            .extend(beyond.map(|(at, it)| (at + before, it)));
        later.all.iter_mut().for_each(change);
        self.all.append(later.all);
    }

    /// All in turn, and what they have beyond.
    pub(super) fn into_parts(self) -> (impl Iterator<Item = Tally>, Beyond) {
        (self.all.into_iter(), self.beyond)
    }
}

impl Beyond {
    #[cold]
    fn add(&mut self, at: usize, which: Sum, money: Money) {
        let before = self.rest(at, which);
        self.0.insert(place(at, which), before + money);
    }

    #[cold]
    fn rest(&self, at: usize, which: Sum) -> Money {
        let rest = self.0.get(&place(at, which)).copied();
        rest.unwrap_or_default()
    }

    /// A sum of this tally, which is the customer's `at`.
    #[inline]
    pub(super) fn get(&self, tally: &Tally, at: usize, which: Sum) -> Option<Money> {
        let mut sum = Money::from_ten_thousandths(tally.sum(which).into());
        if !self.0.is_empty() {
            sum += self.rest(at, which);
        }
        (tally.has & which.bit() != 0).then_some(sum)
    }

    pub(super) fn only(&self, tally: &Tally, at: usize) -> Option<Brought> {
        (tally.rows == 1).then(|| Brought {
            amount: self.get(tally, at, Sum::Revenue).unwrap_or_default(),
            month: unpacked(tally.first).map(Month::of),
            product: tally.product.checked_sub(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_beyond_64_bits_are_exact_and_come_back() {
        let large = [
            i128::from(i64::MAX),
            i128::MAX / 8,
            i128::from(i64::MIN),
            7,
            -9,
        ];
        let mut tallies = Tallies::default();
        tallies.all.push(Tally::new(2, 0));
        let mut whole = 0;
        for it in large.into_iter().chain(large) {
            let Tallies { all, beyond } = &mut tallies;
            let tally = all.get_mut(0).unwrap();
            tally.add(Sum::Margin, Money::from_ten_thousandths(it), 0, beyond);
            whole += it;
            let sum = tallies.get(0, Sum::Margin).map(Money::ten_thousandths);
            assert_eq!(sum, Some(whole));
        }
        assert_eq!(tallies.get(0, Sum::Revenue), None);
        let sent = postcard::to_allocvec(&tallies).unwrap();
        let mut came: Tallies = postcard::from_bytes(&sent).unwrap();
        let mut lists = Vec::new();
        tallies.all.lists(&mut |it| lists.push(it.to_vec()));
        came.all
            .lists(&mut |it| it.copy_from_slice(&lists.remove(0)));
        assert_eq!(came.get(0, Sum::Margin), tallies.get(0, Sum::Margin));
    }

    #[test]
    fn a_row_without_a_day_leaves_the_days_of_others() {
        let mut tally = Tally::new(1, 0);
        let (never, day) = (Tally::NEVER, 2025 * 512 + 32 + 1);
        for it in [never, day + 3, never, day] {
            tally.days(it, it);
        }
        assert_eq!((tally.first, tally.last), (day, day + 3));
        assert_eq!(unpacked(never), None);
    }
}
