//! The sums of one customer after another, of what its rows brought in each part of a file.

use std::hint::black_box;
use std::ops::Range;

use super::entry::Entry;
use super::{Grouped, index};
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::ingest::lookup::Differing;

/// Which sums a customer keeps.
#[derive(Clone, Copy)]
pub(in crate::ingest) struct Wanted {
    pub(in crate::ingest) months: bool,
    pub(in crate::ingest) products: bool,
}

/// The sums of one customer after another.
pub(in crate::ingest) struct Sums {
    groups: Vec<Grouped>,
    /// The first month.
    first: Month,
    wanted: Wanted,
    customer: usize,
    customers: usize,
    months: Sheet,
    products: Sheet,
    orders: Differing,
}

/// Customers whose things are looked for together.
const TOGETHER: usize = 16;

impl Sums {
    pub(super) fn new(groups: Vec<Grouped>, customers: usize, wanted: Wanted) -> Self {
        let first = groups.iter().filter_map(Grouped::first).min();
        Self {
            groups,
            first: first.unwrap_or_default(),
            wanted,
            customer: 0,
            customers,
            months: Sheet::default(),
            products: Sheet::default(),
            orders: Differing::default(),
        }
    }

    /// The next customer's by month and by product, in the memory of one before; in how many orders.
    pub(in crate::ingest) fn next(
        &mut self,
        months: &mut Vec<(Month, Money)>,
        products: &mut Vec<(u32, Money)>,
    ) -> u32 {
        if self.groups.is_empty() {
            months.clear();
            products.clear();
            return 0;
        }
        let customer = self.customer;
        if customer.is_multiple_of(TOGETHER) {
            for group in &self.groups {
                group.expect(customer..self.customers.min(customer + TOGETHER));
            }
        }
        self.customer += 1;
        for group in &self.groups {
            let Some(own) = group.number(customer) else {
                continue;
            };
            let from = group.entries.start(own);
            let since = months_between(self.first, group.base.unwrap_or(self.first));
            for (place, it) in (from..).zip(group.entries.of_one(own)) {
                let (amount, month, product) = if *it == Entry::ODD {
                    let Some(it) = group.odd.get(&place) else {
                        continue;
                    };
                    let month = it.month.map(|it| months_between(self.first, it));
                    (it.amount, month, it.product)
                } else {
                    let month = it.month().map(|it| it + since);
                    (it.amount(), month, it.product())
                };
                if let Some(month) = month.filter(|_| self.wanted.months) {
                    self.months.add(month, amount);
                }
                if let Some(product) = product.filter(|_| self.wanted.products) {
                    self.products.add(group.product(product), amount);
                }
            }
        }
        let first = self.first;
        self.months
            .take(months, |it| first.plus(i32::try_from(it).unwrap_or(0)));
        self.products.take(products, |it| it);
        let groups = self.groups.iter();
        let orders = groups.filter_map(|it| Some(it.orders.of_one(it.number(customer)?)));
        let most = orders.clone().map(<[u64]>::len).sum();
        self.orders.count(most, orders.flatten())
    }
}

impl Grouped {
    /// Looks at what is asked for next: so many looks at once wait for memory as long as one.
    fn expect(&self, customers: Range<usize>) {
        for own in customers.filter_map(|it| self.number(it)) {
            let entries = self.entries.of_one(own);
            let ends = (entries.first().copied(), entries.last().copied());
            black_box((ends, self.orders.of_one(own).first().copied()));
        }
    }
}

/// How many months the second is after the first.
fn months_between(first: Month, second: Month) -> u32 {
    u32::try_from(second.index() - first.index()).unwrap_or_default()
}

/// Sums by a number, of few numbers at a time.
#[derive(Default)]
struct Sheet {
    sums: Vec<Money>,
    /// A bit for each number that something was added to.
    bits: Vec<u64>,
    /// Where those bits stand.
    places: Vec<u32>,
}

impl Sheet {
    #[inline]
    fn add(&mut self, number: u32, amount: Money) {
        let (at, place) = (index(number), number / u64::BITS);
        if at >= self.sums.len() {
            self.sums.resize(at + 1, Money::ZERO);
            self.bits.resize(index(place) + 1, 0);
        }
        if let (Some(sum), Some(bits)) = (self.sums.get_mut(at), self.bits.get_mut(index(place))) {
            *sum += amount;
            if *bits == 0 {
                self.places.push(place);
            }
            *bits |= 1 << (number % u64::BITS);
        }
    }

    /// All sums by rising number; the sheet is empty then.
    fn take<K>(&mut self, to: &mut Vec<(K, Money)>, key: impl Fn(u32) -> K) {
        to.clear();
        self.places.sort_unstable();
        for place in self.places.drain(..) {
            let bits = self.bits.get_mut(index(place));
            let mut bits = bits.map(std::mem::take).unwrap_or_default();
            while bits != 0 {
                let number = place * u64::BITS + bits.trailing_zeros();
                bits &= bits - 1;
                let sum = self.sums.get_mut(index(number));
                to.push((key(number), sum.map(std::mem::take).unwrap_or_default()));
            }
        }
    }
}
