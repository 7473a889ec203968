//! Rows to customers: rows with the same key are summed.
//!
//! The key is the id where the file has one, else the name, without the space around it. Names that
//! differ in case or punctuation stay apart: merging them is the user's decision.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::date;
use super::fate::{Amount, amount, text};
use super::reading::{DateOrder, Decimal, Shape};
use super::role::Role;
use super::sums::Sums;
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;
use crate::domain::month::Month;

/// Where a customer's facts stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) name: Option<usize>,
    /// First and last name, where the name is in two columns.
    pub(super) person: Option<(usize, usize)>,
    pub(super) id: Option<usize>,
    pub(super) margin: Option<(usize, Decimal)>,
    pub(super) cost: Option<(usize, Decimal)>,
    pub(super) previous: Option<(usize, Decimal)>,
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

/// Customers while rows come in.
#[derive(Default)]
pub(super) struct Customers {
    all: Vec<Customer>,
    by_key: BTreeMap<String, usize>,
    /// Customer and order, to count different orders.
    orders: Vec<(usize, u64)>,
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
    by_name: BTreeMap<String, u32>,
    /// Rows that name one.
    rows: usize,
}

impl Products {
    fn find(&mut self, name: &str) -> Option<u32> {
        self.rows += 1;
        if let Some(at) = self.by_name.get(name) {
            return Some(*at);
        }
        let at = u32::try_from(self.names.len()).ok()?;
        self.by_name.insert(name.to_owned(), at);
        self.names.push(name.to_owned());
        Some(at)
    }

    /// Nearly every row has words of its own: descriptions, which say nothing of who lacks what.
    fn are_descriptions(&self) -> bool {
        self.names.len() > 1_000 && self.names.len() * 2 > self.rows
    }
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
            self.find(&own, &own, line)
        } else {
            self.find(key, if name.is_empty() { key } else { name }, line)
        };
        self.last = at;
        let order = cell(places.order);
        if !order.is_empty() {
            self.orders.push((at, hash(order)));
        }
        let Some(customer) = self.all.get_mut(at) else {
            return;
        };
        customer.rows += 1;
        customer.revenue += value;
        let read = |place: Option<(usize, Decimal)>| match place.map(|it| amount(cells, it.0, it.1))
        {
            Some(Amount::Read(it)) => Some(it),
            _ => None,
        };
        let margin = match read(places.margin) {
            Some(it) => Some(it),
            None if places.margin.is_none() => read(places.cost).map(|it| value - it),
            None => None,
        };
        add(&mut customer.margin, margin);
        add(&mut customer.previous, read(places.previous));
        if let Some((column, order)) = places.date
            && let Some(day) = date::look(text(cells, column)).and_then(|it| it.value(order))
        {
            customer.first = Some(customer.first.map_or(day, |it| it.min(day)));
            customer.last = customer.last.max(Some(day));
            if let Some(sums) = self.histories.get_mut(at) {
                sums.add(Month::of(day), value);
            }
        }
        let product = cell(places.product);
        if !product.is_empty()
            && let Some(product) = self.products.find(product)
            && let Some(sums) = self.baskets.get_mut(at)
        {
            sums.add(product, value);
        }
        for (role, column) in &places.words {
            let word = text(cells, *column);
            if let Some(slot) = slot(customer, *role)
                && slot.is_none()
                && !word.is_empty()
            {
                *slot = Some(word.to_owned());
            }
        }
    }

    fn find(&mut self, key: &str, name: &str, line: u32) -> usize {
        if self.all.get(self.last).is_some_and(|it| it.key == key) {
            return self.last;
        }
        if let Some(at) = self.by_key.get(key) {
            return *at;
        }
        let at = self.all.len();
        self.by_key.insert(key.to_owned(), at);
        self.histories.push(Sums::default());
        self.baskets.push(Sums::default());
        self.all.push(Customer {
            key: key.to_owned(),
            name: name.to_owned(),
            line,
            ..Customer::default()
        });
        at
    }

    /// All customers in order of first appearance.
    pub(super) fn finish(mut self, shape: Shape) -> CustomerBase {
        self.orders.sort_unstable();
        self.orders.dedup();
        for (at, _) in &self.orders {
            if let Some(customer) = self.all.get_mut(*at) {
                customer.orders += 1;
            }
        }
        for customer in &mut self.all {
            if customer.orders == 0 {
                customer.orders = customer.rows;
            }
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

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests;
