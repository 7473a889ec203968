//! Customers when all rows are there.

use super::tally::{Beyond, Sum, Tally};
use super::{Customers, Places};
use crate::domain::customer::Customer;
use crate::domain::day::unpacked;
use crate::domain::money::Money;
use crate::ingest::ledger::{Sums, Wanted};
use crate::ingest::reading::Shape;
use crate::ingest::role::Role;
use crate::ingest::texts::{ByNumber, InTurn};
use crate::ingest::unit::Unit;

/// The customers of a reading in order of first appearance, each made when it is asked for: as sums and
/// letters they take a fifth of the room.
pub struct Queue {
    tallies: Box<dyn Iterator<Item = Tally>>,
    beyond: Beyond,
    sums: Sums,
    keys: InTurn,
    names: InTurn,
    /// What columns of words said: the number plus one of a text for each customer.
    words: Vec<(Role, ByNumber, Vec<u32>)>,
    wanted: Wanted,
    unit: Option<Unit>,
    /// How many were asked for, of how many.
    at: usize,
    len: usize,
}

impl Customers {
    /// All customers, and names of what is sold.
    pub(in crate::ingest) fn finish(
        self,
        shape: Shape,
        places: &Places,
        unit: Option<Unit>,
    ) -> (Queue, Vec<String>) {
        // What is not wanted any more goes as it is done with: customers need its place.
        drop(self.numbers);
        let are_descriptions = self.products.are_descriptions();
        let wanted = Wanted {
            // The date on a row for a whole customer is not when its revenue came.
            months: shape == Shape::Transactions,
            products: !are_descriptions,
        };
        let products = if are_descriptions {
            Vec::new()
        } else {
            let len = self.products.names.len();
            let mut names = self.products.names.in_turn();
            (0..len).map(|_| names.next().to_owned()).collect()
        };
        let len = self.keys.len();
        let (tallies, beyond) = self.tallies.into_parts();
        let words = self.words.into_iter().zip(&places.words);
        let queue = Queue {
            tallies: Box::new(tallies),
            beyond,
            sums: self.ledger.sums(len, wanted),
            keys: self.keys.in_turn(),
            names: self.names.in_turn(),
            words: words
                .map(|(words, (role, _))| (*role, words.said.by_number(), words.of))
                .collect(),
            wanted,
            unit,
            at: 0,
            len,
        };
        (queue, products)
    }

    /// Anybody brought more than nothing.
    pub(in crate::ingest) fn has_positive(&self, unit: Option<Unit>) -> bool {
        (0..self.keys.len()).any(|at| {
            let revenue = self.tallies.get(at, Sum::Revenue).unwrap_or_default();
            unit.map_or(revenue, |it| it.amount(revenue)).is_positive()
        })
    }
}

impl Queue {
    /// Makes the next customer in the place of one that came from here before, or of none; `false` where
    /// all are made.
    #[inline(never)]
    pub fn next_in(&mut self, place: &mut Customer) -> bool {
        let Some(tally) = self.tallies.next() else {
            return false;
        };
        let orders = self.sums.next(&mut place.history, &mut place.products);
        let at = self.at;
        self.at += 1;
        if let Some(only) = self.beyond.only(&tally, at) {
            let month = only.month.filter(|_| self.wanted.months);
            place.history.extend(month.map(|it| (it, only.amount)));
            let product = only.product.filter(|_| self.wanted.products);
            place.products.extend(product.map(|it| (it, only.amount)));
        }
        let (key, name) = (self.keys.next(), self.names.next());
        write(&mut place.key, key);
        write(&mut place.name, if name.is_empty() { key } else { name });
        let sum = |which: Sum| self.beyond.get(&tally, at, which);
        place.revenue = sum(Sum::Revenue).unwrap_or_default();
        place.margin = sum(Sum::Margin);
        place.previous = sum(Sum::Previous);
        place.first = unpacked(tally.first);
        place.last = unpacked(tally.last);
        let counted = if orders == 0 { tally.rows } else { orders };
        place.orders = sum(Sum::Told).and_then(whole).unwrap_or(counted);
        place.rows = tally.rows;
        place.line = tally.line;
        for (role, said, of) in &self.words {
            let number = of.get(at).and_then(|it| it.checked_sub(1));
            let word = number.and_then(|it| Some(said.get(usize::try_from(it).ok()?)));
            let word = word.map(|it| match role {
                Role::Headcount => size_class(it).unwrap_or(it),
                _ => it,
            });
            match (slot(place, *role), word) {
                (Some(Some(slot)), Some(word)) => write(slot, word),
                (Some(slot), word) => *slot = word.map(str::to_owned),
                (None, _) => {}
            }
        }
        if let Some(unit) = self.unit {
            unit.customer(place);
        }
        true
    }
}

impl Iterator for Queue {
    type Item = Customer;

    fn next(&mut self) -> Option<Customer> {
        let mut it = Customer::default();
        self.next_in(&mut it).then_some(it)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.len - self.at.min(self.len);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Queue {}

/// Writes into memory that is there.
fn write(slot: &mut String, text: &str) {
    slot.clear();
    slot.push_str(text);
}

/// A number of orders, rounded; `None` for one below zero.
fn whole(it: Money) -> Option<u32> {
    u32::try_from(it.cents() / 100).ok()
}

fn slot(customer: &mut Customer, role: Role) -> Option<&mut Option<String>> {
    match role {
        Role::Group => Some(&mut customer.group),
        Role::BusinessId => Some(&mut customer.business_id),
        Role::Owner => Some(&mut customer.owner),
        Role::Industry => Some(&mut customer.industry),
        Role::Size | Role::Headcount => Some(&mut customer.size),
        Role::Region => Some(&mut customer.region),
        Role::Potential => Some(&mut customer.potential),
        _ => None,
    }
}

/// Classes of size as lists of companies have them: the most people in each.
const CLASSES: [(u32, &str); 7] = [
    (0, "0"),
    (4, "1–4"),
    (9, "5–9"),
    (19, "10–19"),
    (49, "20–49"),
    (99, "50–99"),
    (249, "100–249"),
];

/// The class of a number of people; `None` for anything but a number, as a class itself.
fn size_class(text: &str) -> Option<&'static str> {
    let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((&text, ""));
    if !(whole.bytes().chain(part.bytes())).all(|it| it.is_ascii_digit()) {
        return None;
    }
    // Three figures after the sign are thousands: nobody counts thousandths of people.
    let people: u32 = match part.len() {
        3 => format!("{whole}{part}").parse().ok()?,
        _ => whole.parse().ok()?,
    };
    let class = CLASSES.iter().find(|(most, _)| people <= *most);
    Some(class.map_or("250+", |it| it.1))
}

#[cfg(test)]
mod tests {
    use super::size_class;

    #[test]
    fn people_are_counted_in_the_classes_of_list_providers() {
        for (text, class) in [
            ("0", Some("0")),
            ("1", Some("1–4")),
            ("4,5", Some("1–4")),
            ("5", Some("5–9")),
            ("19", Some("10–19")),
            ("20.0", Some("20–49")),
            ("249", Some("100–249")),
            ("250", Some("250+")),
            ("1\u{a0}200", Some("250+")),
            ("1.200", Some("250+")),
            ("10–19", None),
            ("noin 20", None),
            ("-3", None),
            ("", None),
        ] {
            assert_eq!(size_class(text), class, "{text}");
        }
    }
}
