//! Customers when all rows are there.

use super::tally::unpacked;
use super::{Customers, Places};
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;
use crate::ingest::ledger::Wanted;
use crate::ingest::reading::Shape;
use crate::ingest::role::Role;

impl Customers {
    /// All customers in order of first appearance.
    pub(in crate::ingest) fn finish(self, shape: Shape, places: &Places) -> CustomerBase {
        // What is not wanted any more goes as it is done with: customers need its place.
        drop(self.numbers);
        let mut customers = Vec::with_capacity(self.keys.len());
        let are_descriptions = self.products.are_descriptions();
        let wanted = Wanted {
            // The date on a row for a whole customer is not when its revenue came.
            months: shape == Shape::Transactions,
            products: !are_descriptions,
        };
        let sums = self.ledger.sums(self.keys.len(), wanted);
        for (at, (tally, mut sums)) in self.tallies.into_iter().zip(sums).enumerate() {
            if let Some(only) = tally.only() {
                let month = only.month.filter(|_| wanted.months);
                sums.months.extend(month.map(|it| (it, only.amount)));
                let product = only.product.filter(|_| wanted.products);
                sums.products.extend(product.map(|it| (it, only.amount)));
            }
            let key = self.keys.text(at);
            let name = self.names.text(at);
            let told = tally.has_told.then(|| whole(tally.told)).flatten();
            customers.push(Customer {
                name: if name.is_empty() { key.clone() } else { name },
                key,
                revenue: tally.revenue,
                margin: tally.has_margin.then_some(tally.margin),
                previous: tally.has_previous.then_some(tally.previous),
                first: tally.first.and_then(unpacked),
                last: tally.last.and_then(unpacked),
                orders: told.unwrap_or(if sums.orders == 0 {
                    tally.rows
                } else {
                    sums.orders
                }),
                rows: tally.rows,
                line: tally.line,
                history: sums.months,
                products: sums.products,
                ..Customer::default()
            });
        }
        drop((self.keys, self.names));
        for (words, (role, _)) in self.words.into_iter().zip(&places.words) {
            for (word, at) in words.of.into_iter().enumerate() {
                if let Some(slot) = customers.get_mut(at).and_then(|it| slot(it, *role)) {
                    let said = words.said.text(word);
                    *slot = Some(match role {
                        Role::Headcount => size_class(&said).map_or(said, str::to_owned),
                        _ => said,
                    });
                }
            }
        }
        let products = if are_descriptions {
            0
        } else {
            self.products.names.len()
        };
        CustomerBase {
            customers,
            products: (0..products)
                .map(|it| self.products.names.text(it))
                .collect(),
            currency: None,
        }
    }
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
