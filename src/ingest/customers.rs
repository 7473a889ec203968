//! Rows to customers: rows with the same key are summed.
//!
//! The key is the id where the file has one, else the name, without the space around it. Names that
//! differ in case or punctuation stay apart: merging them is the user's decision.

use std::borrow::Cow;

use jiff::civil::Date;

use super::date;
use super::fate::{Amount, amount, text};
use super::lookup::{Lookup, hash, mix};
use super::reading::{DateOrder, Decimal, Shape};
use super::role::Role;
use super::sums::Sums;
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;
use crate::domain::month::Month;

/// Where a customer's facts stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Places {
    pub(super) name: Option<usize>,
    /// First and last name, where the name is in two columns.
    pub(super) person: Option<(usize, usize)>,
    pub(super) id: Option<usize>,
    pub(super) margin: Option<(usize, Decimal)>,
    pub(super) cost: Option<(usize, Decimal)>,
    pub(super) previous: Option<(usize, Decimal)>,
    pub(super) orders: Option<(usize, Decimal)>,
    pub(super) date: Option<(usize, DateOrder)>,
    pub(super) order: Option<usize>,
    pub(super) product: Option<usize>,
    /// Columns of words, by role.
    pub(super) words: Vec<(Role, usize)>,
}

impl Places {
    /// Any column says whose a row is.
    pub(super) const fn has_customer(&self) -> bool {
        self.name.is_some() || self.person.is_some() || self.id.is_some()
    }

    /// Columns of numbers beside the amount.
    pub(super) fn values(&self) -> impl Iterator<Item = (usize, Decimal)> {
        [self.margin, self.cost, self.previous, self.orders]
            .into_iter()
            .flatten()
    }

    /// The margin of a row: as it stands, or what the cost leaves of the value.
    pub(super) fn margin(
        &self,
        value: Money,
        read: impl Fn(Option<(usize, Decimal)>) -> Option<Money>,
    ) -> Option<Money> {
        match self.margin {
            Some(_) => read(self.margin),
            None => read(self.cost).map(|it| value - it),
        }
    }

    /// The name on a row; a person's where there is no other.
    pub(super) fn name<'c>(&self, cells: &'c [Cow<'_, str>]) -> Cow<'c, str> {
        let name = self.name.map_or("", |it| text(cells, it));
        match self.person {
            Some((first, last)) if name.is_empty() => {
                match (text(cells, first), text(cells, last)) {
                    ("", last) => Cow::Borrowed(last),
                    (first, "") => Cow::Borrowed(first),
                    (first, last) => Cow::Owned(format!("{first} {last}")),
                }
            }
            _ => Cow::Borrowed(name),
        }
    }
}

/// What is summed over the rows of a customer; apart from its words, so that many fit in a cache.
#[derive(Clone, Debug, Default)]
struct Tally {
    revenue: Money,
    margin: Option<Money>,
    previous: Option<Money>,
    /// Orders as rows count them.
    told: Option<Money>,
    first: Option<Date>,
    last: Option<Date>,
    rows: u32,
    orders: u32,
    /// Bits of the columns of words that have given none yet.
    wordless: u8,
    /// The order of its last row: lines of one order often stand together.
    order: u64,
}

/// Customers while rows come in.
#[derive(Default)]
pub(super) struct Customers {
    all: Vec<Customer>,
    tallies: Vec<Tally>,
    keys: Lookup,
    /// Customer and order in one number, to count different orders.
    orders: Lookup,
    seen_orders: Vec<u64>,
    /// Rows often stand together: the customer of the row before.
    last: usize,
    /// Customer by customer, as in `all`.
    histories: Vec<Sums<Month>>,
    baskets: Vec<Sums<u32>>,
    products: Products,
}

/// Names of what is sold, each once.
#[derive(Default)]
struct Products {
    names: Vec<String>,
    numbers: Lookup,
    /// Rows that name one.
    rows: usize,
}

impl Products {
    fn find(&mut self, name: &[u8]) -> Option<u32> {
        self.rows += 1;
        let names = &self.names;
        let is_it = |at: usize| names.get(at).is_some_and(|it| it.as_bytes() == name);
        let at = self.numbers.find_or_add(hash(name), is_it);
        if at.is_err() {
            self.names.push(String::from_utf8_lossy(name).into_owned());
        }
        u32::try_from(at.unwrap_or_else(|it| it)).ok()
    }

    /// Nearly every row has words of its own: descriptions, which say nothing of who lacks what.
    fn are_descriptions(&self) -> bool {
        self.names.len() > 1_000 && self.names.len() * 2 > self.rows
    }
}

/// What one row adds to its customer.
#[derive(Default)]
pub(super) struct Added {
    pub(super) revenue: Money,
    pub(super) margin: Option<Money>,
    pub(super) previous: Option<Money>,
    /// How many orders it stands for, where it says so.
    pub(super) orders: Option<Money>,
    pub(super) day: Option<Date>,
    /// The [`hash`] of its order, where it has one.
    pub(super) order: Option<u64>,
    pub(super) product: Option<u32>,
}

impl Customers {
    /// How many customers there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Adds a row that is used.
    pub(super) fn add(&mut self, places: &Places, line: u32, cells: &[Cow<'_, str>], value: Money) {
        let cell = |at: Option<usize>| at.map_or("", |it| text(cells, it));
        let name = places.name(cells);
        let (id, name) = (cell(places.id), name.as_ref());
        let key = if id.is_empty() { name } else { id };
        let at = if key.is_empty() {
            // Taken back by hand: it stands for itself.
            let first = cells.iter().map(|it| it.trim()).find(|it| !it.is_empty());
            let own = first.map_or_else(|| format!("#{line}"), str::to_owned);
            self.find(places, line, own.as_bytes(), || own.clone())
        } else {
            let shown = if name.is_empty() { key } else { name };
            self.find(places, line, key.as_bytes(), || shown.to_owned())
        };
        let read = |place: Option<(usize, Decimal)>| match place.map(|it| amount(cells, it.0, it.1))
        {
            Some(Amount::Read(it)) => Some(it),
            _ => None,
        };
        let order = cell(places.order);
        let day = |(column, order): (usize, DateOrder)| {
            date::look(text(cells, column)).and_then(|it| it.value(order))
        };
        let added = Added {
            revenue: value,
            margin: places.margin(value, read),
            previous: read(places.previous),
            orders: read(places.orders),
            day: places.date.and_then(day),
            order: (!order.is_empty()).then(|| hash(order.as_bytes())),
            product: self.product(cell(places.product).as_bytes()),
        };
        self.sum(at, &added);
        self.words(at, places, |column| {
            let word = text(cells, column);
            (!word.is_empty()).then(|| word.to_owned())
        });
    }

    /// Adds what a customer bought on a day.
    pub(super) fn add_named(
        &mut self,
        places: &Places,
        line: u32,
        name: &str,
        (day, revenue): (Option<Date>, Money),
    ) {
        let at = self.find(places, line, name.as_bytes(), || name.to_owned());
        self.sum(
            at,
            &Added {
                revenue,
                day,
                ..Added::default()
            },
        );
    }

    /// The number of a product, where a row names one.
    pub(super) fn product(&mut self, name: &[u8]) -> Option<u32> {
        if name.is_empty() {
            return None;
        }
        self.products.find(name)
    }

    /// Adds a row to the sums of a customer.
    pub(super) fn sum(&mut self, at: usize, added: &Added) {
        let Some(sums) = self.tallies.get_mut(at) else {
            return;
        };
        sums.rows += 1;
        sums.revenue += added.revenue;
        add(&mut sums.margin, added.margin);
        add(&mut sums.previous, added.previous);
        add(&mut sums.told, added.orders);
        if let Some(day) = added.day {
            sums.first = Some(sums.first.map_or(day, |it| it.min(day)));
            sums.last = sums.last.max(Some(day));
            if let Some(history) = self.histories.get_mut(at) {
                history.add(Month::of(day), added.revenue);
            }
        }
        if let Some(product) = added.product
            && let Some(basket) = self.baskets.get_mut(at)
        {
            basket.add(product, added.revenue);
        }
        if let Some(order) = added.order
            && (sums.orders == 0 || sums.order != order)
        {
            sums.order = order;
            let number = u64::try_from(at).unwrap_or_default();
            let pair = mix(order ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let seen = &self.seen_orders;
            let is_new = self
                .orders
                .find_or_add(pair, |it| seen.get(it) == Some(&pair));
            if is_new.is_err() {
                self.seen_orders.push(pair);
                sums.orders += 1;
            }
        }
    }

    /// Fills the words that a customer has not got yet; `word` gives those of a column.
    pub(super) fn words(
        &mut self,
        at: usize,
        places: &Places,
        word: impl Fn(usize) -> Option<String>,
    ) {
        let (Some(sums), Some(customer)) = (self.tallies.get_mut(at), self.all.get_mut(at)) else {
            return;
        };
        if sums.wordless == 0 {
            return;
        }
        for (bit, (role, column)) in places.words.iter().enumerate() {
            if sums.wordless & (1 << bit) == 0 {
                continue;
            }
            if let Some(slot) = slot(customer, *role)
                && let Some(word) = word(*column)
            {
                *slot = Some(word);
                sums.wordless &= !(1 << bit);
            }
        }
    }

    /// The customer with this key, made on its first row.
    pub(super) fn find(
        &mut self,
        places: &Places,
        line: u32,
        key: &[u8],
        name: impl FnOnce() -> String,
    ) -> usize {
        let all = &self.all;
        let is_it = |at: usize| all.get(at).is_some_and(|it| it.key.as_bytes() == key);
        if is_it(self.last) {
            return self.last;
        }
        self.last = match self.keys.find_or_add(hash(key), is_it) {
            Ok(at) => at,
            Err(at) => {
                self.histories.push(Sums::default());
                self.baskets.push(Sums::default());
                self.all.push(Customer {
                    key: String::from_utf8_lossy(key).into_owned(),
                    name: name(),
                    line,
                    ..Customer::default()
                });
                self.tallies.push(Tally {
                    // At most as many as there are roles kept.
                    wordless: u8::MAX
                        .checked_shr(
                            8_u32.saturating_sub(u32::try_from(places.words.len()).unwrap_or(8)),
                        )
                        .unwrap_or(0),
                    ..Tally::default()
                });
                at
            }
        };
        self.last
    }

    /// All customers in order of first appearance.
    pub(super) fn finish(mut self, shape: Shape) -> CustomerBase {
        for (customer, sums) in self.all.iter_mut().zip(&self.tallies) {
            customer.revenue = sums.revenue;
            customer.margin = sums.margin;
            customer.previous = sums.previous;
            customer.first = sums.first;
            customer.last = sums.last;
            customer.rows = sums.rows;
            let counted = if sums.orders == 0 {
                sums.rows
            } else {
                sums.orders
            };
            customer.orders = sums.told.and_then(whole).unwrap_or(counted);
        }
        // The date on a row for a whole customer is not when its revenue came.
        if shape == Shape::Transactions {
            for (customer, sums) in self.all.iter_mut().zip(self.histories) {
                customer.history = sums.finish();
            }
        }
        let mut products = Vec::new();
        if !self.products.are_descriptions() {
            products = self.products.names;
            for (customer, sums) in self.all.iter_mut().zip(self.baskets) {
                customer.products = sums.finish();
            }
        }
        CustomerBase {
            customers: self.all,
            products,
            currency: None,
        }
    }
}

fn add(sum: &mut Option<Money>, part: Option<Money>) {
    if let Some(part) = part {
        *sum = Some(sum.unwrap_or_default() + part);
    }
}

/// A number of orders, rounded; `None` for one below zero.
fn whole(it: Money) -> Option<u32> {
    u32::try_from(it.cents() / 100).ok()
}

/// Roles whose words a customer keeps.
pub(super) const KEPT: [Role; 7] = [
    Role::Group,
    Role::BusinessId,
    Role::Owner,
    Role::Industry,
    Role::Size,
    Role::Region,
    Role::Potential,
];

fn slot(customer: &mut Customer, role: Role) -> Option<&mut Option<String>> {
    match role {
        Role::Group => Some(&mut customer.group),
        Role::BusinessId => Some(&mut customer.business_id),
        Role::Owner => Some(&mut customer.owner),
        Role::Industry => Some(&mut customer.industry),
        Role::Size => Some(&mut customer.size),
        Role::Region => Some(&mut customer.region),
        Role::Potential => Some(&mut customer.potential),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
