//! What rows bring to their customers, kept as it comes and summed at the end: by month, by product, and
//! in how many orders. A row costs one entry at the end of a list; no memory is asked for. Who reads a part
//! of a file groups its entries, so that this is done by several at the same time.

mod entry;
mod sums;

use std::collections::BTreeMap;

use bytemuck::Pod;
use serde::{Deserialize, Serialize};

use super::flat::{self, See};
use super::list::List;
use crate::domain::money::Money;
use crate::domain::month::Month;
use entry::Entry;
pub(super) use sums::{Sums, Wanted};

/// What one row brings to its customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Brought {
    pub(super) amount: Money,
    pub(super) month: Option<Month>,
    pub(super) product: Option<u32>,
}

/// What rows brought: those since the last grouping in file order, those before put together by customer.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Ledger {
    #[serde(skip)]
    entries: List<(Entry, u32)>,
    /// Orders by their hashes, and whose they are.
    #[serde(skip)]
    orders: List<(u64, u32)>,
    /// What no entry holds, by the place of the entry that stands for it.
    #[serde(skip)]
    odd: BTreeMap<usize, Brought>,
    /// The month that months are counted from.
    #[serde(skip)]
    base: Option<Month>,
    grouped: Vec<Grouped>,
}

/// What the rows of one part brought, customer by customer: summing them one customer after another goes
/// through memory from one end to the other.
#[derive(Serialize, Deserialize)]
struct Grouped {
    /// The number that each customer has here, plus one; 0 for none. Empty where it is the same number.
    #[serde(with = "flat")]
    numbers: Vec<u32>,
    /// The number that each product has in all; empty where it is the same number.
    #[serde(with = "flat")]
    products: Vec<u32>,
    entries: Groups<Entry>,
    orders: Groups<u64>,
    odd: BTreeMap<usize, Brought>,
    /// None where no entry has a month.
    base: Option<Month>,
}

impl Ledger {
    #[inline]
    pub(super) fn add(&mut self, customer: usize, it: Brought) {
        if it.month.is_none() && it.product.is_none() {
            return;
        }
        if self.base.is_none() {
            self.base = it.month.map(entry::base);
        }
        let entry = Entry::new(&it, self.base.unwrap_or_default()).unwrap_or_else(|| {
            self.odd.insert(self.entries.len(), it);
            Entry::ODD
        });
        self.entries.push((entry, small_number(customer)));
    }

    /// The customer has an order; saying so more than once does no harm.
    #[inline]
    pub(super) fn order(&mut self, customer: usize, hash: u64) {
        self.orders.push((hash, small_number(customer)));
    }

    /// Shows what was put together to who sends or fills it.
    pub(super) fn lists(&mut self, see: See<'_>) {
        for it in &mut self.grouped {
            flat::show(&mut it.numbers, see);
            flat::show(&mut it.products, see);
            it.entries.lists(see);
            it.orders.lists(see);
        }
    }

    /// Puts what came together by customer, of whom there are so many.
    pub(super) fn group(&mut self, customers: usize) {
        if self.entries.len() == 0 && self.orders.len() == 0 {
            return;
        }
        let came = std::mem::take(&mut self.odd);
        let mut odd = BTreeMap::new();
        let entries = std::mem::take(&mut self.entries);
        let entries = Groups::of(entries, customers, |entry, from, to| {
            if *entry == Entry::ODD {
                odd.extend(came.get(&from).map(|it| (to, *it)));
            }
        });
        let orders = Groups::of(std::mem::take(&mut self.orders), customers, |_, _, _| {});
        self.grouped.push(Grouped {
            numbers: Vec::new(),
            products: Vec::new(),
            entries,
            orders,
            odd,
            base: self.base.take(),
        });
    }

    /// Goes on with what later rows brought, whose customers and products have these numbers here.
    pub(super) fn join(&mut self, mut later: Self, customers: &[usize], products: &[u32]) {
        later.group(customers.len());
        let most = customers.iter().max().map_or(0, |it| it + 1);
        for mut group in later.grouped {
            let mut numbers = vec![0; most];
            for (theirs, here) in customers.iter().enumerate() {
                if let (Some(number), Some(own)) = (numbers.get_mut(*here), group.number(theirs)) {
                    *number = small_number(own).saturating_add(1);
                }
            }
            group.numbers = numbers;
            if group.products.is_empty() {
                group.products = products.to_vec();
            } else {
                let here = |it: &u32| products.get(index(*it)).copied().unwrap_or(*it);
                group.products = group.products.iter().map(here).collect();
            }
            self.grouped.push(group);
        }
    }

    /// The sums of so many customers; by month and by product only where that is wanted.
    pub(super) fn sums(mut self, customers: usize, wanted: Wanted) -> Sums {
        if !wanted.months && !wanted.products {
            self.entries = List::default();
            for it in &mut self.grouped {
                it.entries = Groups::default();
            }
        }
        self.group(customers);
        Sums::new(self.grouped, customers, wanted)
    }
}

impl Grouped {
    /// The number that a customer has here, where it is here.
    fn number(&self, customer: usize) -> Option<usize> {
        if self.numbers.is_empty() {
            return Some(customer);
        }
        let number = self.numbers.get(customer)?.checked_sub(1)?;
        Some(index(number))
    }

    /// The number that a product has in all.
    #[inline]
    fn product(&self, product: u32) -> u32 {
        let here = self.products.get(index(product));
        here.copied().unwrap_or(product)
    }

    /// The first month of all.
    fn first(&self) -> Option<Month> {
        let odd = self.odd.values().filter_map(|it| it.month);
        odd.chain(self.base).min()
    }
}

/// Things put together by customer, each customer's in file order.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Pod", deserialize = "T: Pod"))]
struct Groups<T> {
    /// Where each customer's end.
    #[serde(with = "flat")]
    ends: Vec<u32>,
    #[serde(with = "flat")]
    all: Vec<T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self {
            ends: Vec::new(),
            all: Vec::new(),
        }
    }
}

impl<T: Copy + Default> Groups<T> {
    /// Things with whose they are; `moved` sees each, from which place to which it comes.
    fn of(
        things: List<(T, u32)>,
        customers: usize,
        mut moved: impl FnMut(&T, usize, usize),
    ) -> Self {
        let mut ends = vec![0_u32; customers];
        for (_, owner) in things.iter() {
            if let Some(it) = ends.get_mut(index(*owner)) {
                *it += 1;
            }
        }
        // Where each begins; filling moves it to where it ends.
        let mut start = 0;
        for it in &mut ends {
            start += std::mem::replace(it, start);
        }
        let mut all = vec![T::default(); index(start)];
        for (from, (it, owner)) in things.into_iter().enumerate() {
            if let Some(end) = ends.get_mut(index(owner))
                && let Some(slot) = all.get_mut(index(*end))
            {
                moved(&it, from, index(*end));
                *slot = it;
                *end += 1;
            }
        }
        Self { ends, all }
    }
}

impl<T: Pod> Groups<T> {
    fn lists(&mut self, see: See<'_>) {
        flat::show(&mut self.ends, see);
        flat::show(&mut self.all, see);
    }
}

impl<T> Groups<T> {
    /// Where one customer's begin.
    #[inline]
    fn start(&self, customer: usize) -> usize {
        let before = customer.checked_sub(1).and_then(|it| self.ends.get(it));
        before.copied().map_or(0, index)
    }

    /// One customer's.
    #[inline]
    fn of_one(&self, customer: usize) -> &[T] {
        let places = self.start(customer)..self.start(customer + 1);
        self.all.get(places).unwrap_or_default()
    }
}

/// Lines are counted in 32 bits, so nothing here is more.
fn small_number(it: usize) -> u32 {
    u32::try_from(it).unwrap_or(u32::MAX)
}

fn index(it: u32) -> usize {
    usize::try_from(it).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Own = (Vec<(Month, Money)>, Vec<(u32, Money)>, u32);

    /// Months, products and orders of each customer.
    fn all(ledger: Ledger, customers: usize) -> Vec<Own> {
        let (months, products) = (true, true);
        let mut sums = ledger.sums(customers, Wanted { months, products });
        let (mut months, mut products) = <(Vec<_>, Vec<_>)>::default();
        let own = (0..customers).map(|_| {
            let orders = sums.next(&mut months, &mut products);
            (months.clone(), products.clone(), orders)
        });
        own.collect()
    }

    /// Rows of many customers, some without a day or a product, some with amounts beyond 64 bits.
    fn rows() -> impl Iterator<Item = (usize, Brought)> {
        (0..40_000_u32).map(|at| {
            let mixed = at.wrapping_mul(2_654_435_761) >> 7;
            let units = i64::from(mixed % 9_000) - 3_000;
            let amount = match mixed % 1_000 {
                7 => Money::from_ten_thousandths(i128::from(i64::MAX) * 5 + i128::from(at)),
                8 => Money::from_ten_thousandths(i64::MIN.into()),
                _ => Money::from_units(units),
            };
            // Some are further away than an entry reaches.
            let far = if mixed % 300 == 5 { 700 } else { 0 };
            let month = Month::default().plus(i32::try_from(mixed % 12).unwrap() - far);
            let brought = Brought {
                amount,
                month: (mixed % 17 != 0).then_some(month),
                product: (mixed % 5 != 0).then_some(mixed % 31),
            };
            (index(mixed % 97), brought)
        })
    }

    #[test]
    fn entries_in_any_order_sum_as_trees_do() {
        let mut ledger = Ledger::default();
        let mut months = vec![BTreeMap::<Month, Money>::new(); 97];
        let mut products = vec![BTreeMap::<u32, Money>::new(); 97];
        for (customer, it) in rows() {
            ledger.add(customer, it);
            if let Some(month) = it.month {
                *months[customer].entry(month).or_default() += it.amount;
            }
            if let Some(product) = it.product {
                *products[customer].entry(product).or_default() += it.amount;
            }
        }
        let trees = months.into_iter().zip(products);
        for (sums, (months, products)) in all(ledger, 97).into_iter().zip(trees) {
            assert_eq!(sums.0, months.into_iter().collect::<Vec<_>>());
            assert_eq!(sums.1, products.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_order_said_twice_is_one_and_two_customers_may_have_it() {
        let mut ledger = Ledger::default();
        for (customer, order) in [(0, 7), (1, 7), (0, 8), (0, 7), (1, 7)] {
            ledger.order(customer, order);
        }
        let orders: Vec<u32> = all(ledger, 3).into_iter().map(|it| it.2).collect();
        assert_eq!(orders, [2, 1, 0]);
    }

    #[test]
    fn parts_joined_under_other_numbers_sum_as_one() {
        let (mut one, mut first, mut second) = <(Ledger, Ledger, Ledger)>::default();
        // The second half numbers customers and products from the other end.
        let customers: Vec<usize> = (0..97).rev().collect();
        let products: Vec<u32> = (0..31).rev().collect();
        for (at, (customer, it)) in rows().enumerate() {
            let order = u64::from(it.product.unwrap_or(99));
            one.add(customer, it);
            one.order(customer, order);
            if at < 15_000 {
                first.add(customer, it);
                first.order(customer, order);
            } else {
                let product = it.product.map(|it| 30 - it);
                second.add(96 - customer, Brought { product, ..it });
                second.order(96 - customer, order);
            }
        }
        first.join(second, &customers, &products);
        assert_eq!(all(one, 97), all(first, 97));
    }
}
