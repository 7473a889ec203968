//! What rows bring to their customers, kept as it comes and summed at the end: by month, by product, and
//! in how many orders. A row costs one entry at the end of a list; no memory is asked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::flat;
use super::list::List;
use crate::domain::money::Money;
use crate::domain::month::Month;

/// What one row brings to its customer.
#[derive(Clone, Copy)]
pub(super) struct Brought {
    pub(super) amount: Money,
    pub(super) month: Option<Month>,
    pub(super) product: Option<u32>,
}

/// The same as it is kept.
#[derive(Clone, Copy)]
struct Entry {
    /// In ten-thousandths; [`LARGE`] where it is kept apart.
    amount: i64,
    customer: u32,
    /// The number of a product plus one; 0 for none.
    product: u32,
    /// [`NEVER`] for none.
    month: i32,
}

flat::fields!(Entry: amount, customer, product, month);

/// Stands for no month.
const NEVER: i32 = i32::MIN;

/// An order of a customer, by its hash.
#[derive(Clone, Copy)]
struct Order {
    hash: u64,
    customer: u32,
}

flat::fields!(Order: hash, customer);

/// Stands for an amount beyond 64 bits.
const LARGE: i64 = i64::MIN;

/// What all rows brought, in file order.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Ledger {
    entries: List<Entry>,
    orders: List<Order>,
    /// Amounts beyond 64 bits, by the place of their entry.
    large: BTreeMap<usize, Money>,
}

/// A customer's sums.
pub(super) struct Sums {
    pub(super) months: Vec<(Month, Money)>,
    pub(super) products: Vec<(u32, Money)>,
    pub(super) orders: u32,
}

/// Which sums a customer keeps.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) months: bool,
    pub(super) products: bool,
}

impl Ledger {
    #[inline]
    pub(super) fn add(&mut self, customer: usize, it: Brought) {
        if it.month.is_none() && it.product.is_none() {
            return;
        }
        let small = i64::try_from(it.amount.ten_thousandths()).unwrap_or(LARGE);
        if small == LARGE {
            self.large.insert(self.entries.len(), it.amount);
        }
        self.entries.push(Entry {
            amount: small,
            customer: small_number(customer),
            product: it.product.map_or(0, |it| it.saturating_add(1)),
            month: it.month.map_or(NEVER, Month::index),
        });
    }

    /// About so many bytes it takes to send it.
    pub(super) fn weight(&self) -> usize {
        self.entries.weight() + self.orders.weight()
    }

    /// The customer has an order; saying so more than once does no harm.
    #[inline]
    pub(super) fn order(&mut self, customer: usize, hash: u64) {
        let customer = small_number(customer);
        self.orders.push(Order { hash, customer });
    }

    /// Goes on with what later rows brought, whose customers and products have these numbers here.
    pub(super) fn join(&mut self, later: Self, customers: &[usize], products: &[u32]) {
        let offset = self.entries.len();
        let number = |it: u32| customers.get(index(it)).copied().map_or(it, small_number);
        for mut it in later.entries.into_iter() {
            it.customer = number(it.customer);
            if let Some(product) = it.product.checked_sub(1) {
                let here = products.get(index(product)).copied().unwrap_or(product);
                it.product = here.saturating_add(1);
            }
            self.entries.push(it);
        }
        for mut it in later.orders.into_iter() {
            it.customer = number(it.customer);
            self.orders.push(it);
        }
        let large = later.large.into_iter();
        self.large.extend(large.map(|it| (it.0 + offset, it.1)));
    }

    /// The sums of each customer in turn; by month and by product only where that is wanted.
    pub(super) fn sums(mut self, customers: usize, wanted: Wanted) -> impl Iterator<Item = Sums> {
        if !wanted.months && !wanted.products {
            self.entries = List::default();
        }
        let entries = Groups::of(self.entries.iter().map(|it| it.customer), customers);
        let orders = Groups::of(self.orders.iter().map(|it| it.customer), customers);
        let (mut months, mut products, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
        (0..customers).map(move |customer| {
            months.clear();
            products.clear();
            hashes.clear();
            for place in entries.of_one(customer) {
                let Some(it) = self.entries.get(index(*place)) else {
                    continue;
                };
                let amount = match it.amount {
                    LARGE => self.large.get(&index(*place)).copied().unwrap_or_default(),
                    small => Money::from_ten_thousandths(small.into()),
                };
                if wanted.months && it.month != NEVER {
                    months.push((Month::at(it.month), amount));
                }
                if let Some(product) = it.product.checked_sub(1).filter(|_| wanted.products) {
                    products.push((product, amount));
                }
            }
            let orders = orders.of_one(customer).iter();
            hashes.extend(
                orders
                    .filter_map(|it| self.orders.get(index(*it)))
                    .map(|it| it.hash),
            );
            hashes.sort_unstable();
            hashes.dedup();
            Sums {
                months: settled(&mut months),
                products: settled(&mut products),
                orders: small_number(hashes.len()),
            }
        })
    }
}

/// One entry for each key, rising.
fn settled<K: Ord + Copy>(all: &mut Vec<(K, Money)>) -> Vec<(K, Money)> {
    all.sort_by_key(|it| it.0);
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    all.as_slice().to_vec()
}

/// Places of entries, customer by customer, each customer's in file order.
struct Groups {
    /// Where each customer's places end.
    ends: Vec<u32>,
    places: Vec<u32>,
}

impl Groups {
    fn of(owners: impl Iterator<Item = u32> + Clone, customers: usize) -> Self {
        let mut ends = vec![0_u32; customers];
        let mut count = 0;
        for owner in owners.clone() {
            if let Some(it) = ends.get_mut(index(owner)) {
                *it += 1;
                count += 1;
            }
        }
        // Where each begins; filling moves it to where it ends.
        let mut start = 0;
        for it in &mut ends {
            start += std::mem::replace(it, start);
        }
        let mut places = vec![0; count];
        for (place, owner) in (0..).zip(owners) {
            if let Some(end) = ends.get_mut(index(owner))
                && let Some(it) = places.get_mut(index(*end))
            {
                *it = place;
                *end += 1;
            }
        }
        Self { ends, places }
    }

    fn of_one(&self, customer: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).copied().map_or(0, index);
        let start = customer.checked_sub(1).map_or(0, end);
        self.places.get(start..end(customer)).unwrap_or_default()
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

    const ALL: Wanted = Wanted {
        months: true,
        products: true,
    };

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
            let month = Month::default().plus(i32::try_from(mixed % 12).unwrap());
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
        for (at, sums) in ledger.sums(97, ALL).enumerate() {
            assert_eq!(
                sums.months,
                months[at].clone().into_iter().collect::<Vec<_>>()
            );
            assert_eq!(
                sums.products,
                products[at].clone().into_iter().collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn an_order_said_twice_is_one_and_two_customers_may_have_it() {
        let mut ledger = Ledger::default();
        for (customer, order) in [(0, 7), (1, 7), (0, 8), (0, 7), (1, 7)] {
            ledger.order(customer, order);
        }
        let orders: Vec<u32> = ledger.sums(3, ALL).map(|it| it.orders).collect();
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
        for (one, joined) in one.sums(97, ALL).zip(first.sums(97, ALL)) {
            assert_eq!(one.months, joined.months);
            assert_eq!(one.products, joined.products);
            assert_eq!(one.orders, joined.orders);
        }
    }
}
