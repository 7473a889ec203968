//! Rows to customers: rows with the same key are summed.
//!
//! The key is the id where the file has one, else the name, without the space around it. Names that
//! differ in case or punctuation stay apart: merging them is the user's decision.

mod finish;
mod join;
mod tally;

pub use finish::Queue;

use std::borrow::Cow;

use jiff_core::civil::Date;
use serde::{Deserialize, Serialize};

use super::date;
use super::fate::{Amount, amount, text};
use super::flat::{self, See};
use super::ledger::{Brought, Ledger};
use super::lookup::{Lookup, hash, is_same};
use super::reading::{DateOrder, Decimal};
use super::role::Role;
use super::texts::Texts;
use crate::domain::day::packed;
use crate::domain::money::Money;
use crate::domain::month::Month;
use tally::{Sum, Tallies, Tally};

/// Rows whose customers are looked for together.
pub(super) const AT_ONCE: usize = 32;

/// Where a customer's facts stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Places {
    pub(super) name: Option<usize>,
    /// Where the name stands instead: first and last name, or who is on the other side of a payment.
    pub(super) person: Vec<usize>,
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
        self.name.is_some() || !self.person.is_empty() || self.id.is_some()
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

    /// The name on a row; what stands instead where there is none.
    pub(super) fn name<'c>(&self, cells: &'c [Cow<'_, str>]) -> Cow<'c, str> {
        let name = self.name.map_or("", |it| text(cells, it));
        if !name.is_empty() {
            return Cow::Borrowed(name);
        }
        let parts = self.person.iter().map(|it| text(cells, *it));
        let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
        match parts.as_slice() {
            [one] => Cow::Borrowed(one),
            parts => Cow::Owned(parts.join(" ")),
        }
    }
}

/// Customers while rows come in.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Customers {
    /// What tells customers apart, and what they are called where that is not the same.
    keys: Texts,
    names: Texts,
    tallies: Tallies,
    #[serde(skip)]
    numbers: Lookup,
    /// Rows often stand together: the customer of the row before.
    last: usize,
    /// What columns of words said, as in [`Places::words`].
    words: Vec<Words>,
    ledger: Ledger,
    products: Products,
}

/// What one column says of customers.
#[derive(Default, Serialize, Deserialize)]
struct Words {
    said: Texts,
    /// The number in `said` plus one, for each customer; 0 for those of whom it says nothing yet.
    #[serde(with = "flat")]
    of: Vec<u32>,
    /// Where words said lately stand, by their hashes: few industries, many customers.
    #[serde(skip)]
    lately: Vec<usize>,
}

impl Words {
    /// Words that are remembered.
    const LATELY: usize = 1 << 8;

    /// The number plus one of words in `said`, where they come to if they were not said lately.
    fn number(&mut self, word: &[u8]) -> u32 {
        self.lately.resize(Self::LATELY, usize::MAX);
        let place = usize::try_from(hash(word) >> 56).unwrap_or_default();
        let known = self.lately.get(place).copied().unwrap_or(usize::MAX);
        let number = if known < self.said.len() && is_same(self.said.get(known), word) {
            known
        } else {
            self.said.push(word);
            self.said.len() - 1
        };
        if let Some(it) = self.lately.get_mut(place) {
            *it = number;
        }
        u32::try_from(number).map_or(0, |it| it.saturating_add(1))
    }

    /// What is said of a customer.
    fn say(&mut self, of: usize, number: u32) {
        if self.of.len() <= of {
            self.of.resize(of + 1, 0);
        }
        if let Some(it) = self.of.get_mut(of) {
            *it = number;
        }
    }
}

/// Names of what is sold, each once.
#[derive(Default, Serialize, Deserialize)]
struct Products {
    names: Texts,
    #[serde(skip)]
    numbers: Lookup,
    /// Rows that name one.
    rows: usize,
}

impl Products {
    fn find(&mut self, name: &[u8]) -> Option<u32> {
        let names = &self.names;
        let found = self
            .numbers
            .find_or_add(hash(name), |at| is_same(names.get(at), name));
        if found.is_err() {
            self.names.push(name);
        }
        u32::try_from(found.unwrap_or_else(|it| it)).ok()
    }

    /// Nearly every row has words of its own: descriptions, which say nothing of who lacks what.
    const fn are_descriptions(&self) -> bool {
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
    /// The bits of all columns of words: seven at most, for size and headcount are not both there.
    fn wordless(places: &Places) -> u8 {
        (1_u8 << places.words.len().min(7)) - 1
    }

    /// Shows its long lists to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>) {
        for it in [&mut self.keys, &mut self.names, &mut self.products.names] {
            it.lists(see);
        }
        for it in &mut self.words {
            it.said.lists(see);
            flat::show(&mut it.of, see);
        }
        self.tallies.all.lists(see);
        self.ledger.lists(see);
    }

    /// Puts what rows brought together by customer.
    pub(super) fn group(&mut self) {
        self.ledger.group(self.keys.len());
    }

    /// How many customers there are.
    pub(super) const fn len(&self) -> usize {
        self.keys.len()
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
            let key = own.as_bytes();
            self.find(places, line, (key, hash(key)), || Cow::Borrowed(&[]))
        } else {
            let key = key.as_bytes();
            self.find(places, line, (key, hash(key)), || {
                Cow::Borrowed(name.as_bytes())
            })
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
            Cow::Borrowed(text(cells, column).as_bytes())
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
        let name = name.as_bytes();
        let at = self.find(places, line, (name, hash(name)), || Cow::Borrowed(name));
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
        self.products.rows += 1;
        self.products.find(name)
    }

    /// Adds a row to the sums of a customer.
    #[inline]
    pub(super) fn sum(&mut self, at: usize, added: &Added) {
        let Tallies { all, beyond } = &mut self.tallies;
        let Some(tally) = all.get_mut(at) else {
            return;
        };
        // Of a list of customers nothing goes into the ledger.
        if tally.rows == 0 {
            tally.product = added.product.map_or(0, |it| it.saturating_add(1));
        } else {
            if let Some(only) = beyond.only(tally, at) {
                self.ledger.add(at, only);
            }
            let brought = Brought {
                amount: added.revenue,
                month: added.day.map(Month::of),
                product: added.product,
            };
            self.ledger.add(at, brought);
        }
        tally.rows += 1;
        if let Some(day) = added.day.map(packed) {
            tally.days(day, day);
        }
        if let Some(order) = added.order
            && (tally.order != order || order == 0)
        {
            tally.order = order;
            self.ledger.order(at, order);
        }
        tally.add(Sum::Revenue, added.revenue, at, beyond);
        for (which, told) in [
            (Sum::Margin, added.margin),
            (Sum::Previous, added.previous),
            (Sum::Told, added.orders),
        ] {
            if let Some(it) = told {
                tally.add(which, it, at, beyond);
            }
        }
    }

    /// Fills the words that a customer has not got yet; `word` gives those of a column, or nothing.
    #[inline]
    pub(super) fn words<'w>(
        &mut self,
        at: usize,
        places: &Places,
        word: impl Fn(usize) -> Cow<'w, [u8]>,
    ) {
        let Some(tally) = self.tallies.all.get_mut(at) else {
            return;
        };
        if tally.wordless == 0 {
            return;
        }
        if self.words.len() < places.words.len() {
            self.words.resize_with(places.words.len(), Words::default);
        }
        for (bit, (words, (_, column))) in self.words.iter_mut().zip(&places.words).enumerate() {
            if tally.wordless & (1 << bit) != 0 {
                let word = word(*column);
                if !word.is_empty() {
                    tally.wordless &= !(1 << bit);
                    let number = words.number(&word);
                    words.say(at, number);
                }
            }
        }
    }

    /// Looks at what the rows of customers with these hashes will look at. Each such look at a million
    /// customers is a wait for memory, unless many wait at once.
    #[inline]
    pub(super) fn expect(&self, hashes: &[u64]) {
        let mut likely = [0; AT_ONCE];
        for (number, hash) in likely.iter_mut().zip(hashes) {
            *number = self.numbers.likely(*hash);
        }
        let mut seen = 0;
        for number in &likely {
            seen ^= self.keys.get(*number).first().copied().unwrap_or_default();
            seen ^= self.tallies.all.get(*number).map_or(0, |it| it.wordless);
        }
        std::hint::black_box(seen);
    }

    /// The customer with this key and its [`hash`], made on its first row; `name` is what else it is
    /// called, or nothing.
    #[inline]
    pub(super) fn find<'n>(
        &mut self,
        places: &Places,
        line: u32,
        (key, hash): (&[u8], u64),
        name: impl FnOnce() -> Cow<'n, [u8]>,
    ) -> usize {
        let keys = &self.keys;
        if self.last < keys.len() && is_same(keys.get(self.last), key) {
            return self.last;
        }
        self.last = match self
            .numbers
            .find_or_add(hash, |at| is_same(keys.get(at), key))
        {
            Ok(at) => at,
            Err(at) => {
                self.keys.push(key);
                self.names.push(&name());
                let tally = Tally::new(line, Self::wordless(places));
                self.tallies.all.push(tally);
                at
            }
        };
        self.last
    }
}

/// Roles whose words a customer keeps.
pub(super) const KEPT: [Role; 8] = [
    Role::Group,
    Role::BusinessId,
    Role::Owner,
    Role::Industry,
    Role::Size,
    Role::Headcount,
    Role::Region,
    Role::Potential,
];

#[cfg(test)]
mod tests;
