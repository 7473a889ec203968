//! One customer, as the rules see it: who, how much, and what else the file told.

use std::collections::BTreeMap;

use jiff_core::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::day;
use crate::domain::money::{Currency, Money};
use crate::domain::month::Month;

/// A customer with everything the file said of it, summed over its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// What tells this customer from others in the file: its id if there is one, else its name.
    pub key: String,
    /// The name to show; the key where the file has no names.
    pub name: String,
    /// Net revenue of the period, credit notes and returns included.
    pub revenue: Money,
    /// Margin of the period, where the file has margin or cost.
    pub margin: Option<Money>,
    /// Revenue of the period before, where the file has it.
    pub previous: Option<Money>,
    /// Companies under common control carry the same group.
    pub group: Option<String>,
    /// Y-tunnus, NIP or another business id, as the file writes it.
    pub business_id: Option<String>,
    /// The person who looks after the customer today.
    pub owner: Option<String>,
    /// Industry, in the file's words.
    pub industry: Option<String>,
    /// Size class, in the file's words.
    pub size: Option<String>,
    /// Region, in the file's words.
    pub region: Option<String>,
    /// Growth potential, in the file's words (`1` to `3`, `high`).
    pub potential: Option<String>,
    /// First date on this customer's rows.
    #[serde(with = "day::optional")]
    pub first: Option<Date>,
    /// Last date on this customer's rows.
    #[serde(with = "day::optional")]
    pub last: Option<Date>,
    /// Distinct orders or invoices; rows where the file numbers neither.
    pub orders: u32,
    /// Rows of the file summed into this customer.
    pub rows: u32,
    /// Line of its first row, as an editor counts it, from 1.
    pub line: u32,
    /// Revenue of each month that has rows, rising, where rows are dated transactions. Rows without a
    /// date are in the revenue and not here.
    #[serde(default)]
    pub history: Vec<(Month, Money)>,
    /// What was bought, by place in [`CustomerBase::products`], rising, and for how much. Rows without
    /// a product are in the revenue and not here.
    #[serde(default)]
    pub products: Vec<(u32, Money)>,
}

/// Sixteen hexadecimal digits for each customer, which stand for it in a saved model.
///
/// A model remembers hand-made decisions about customers without holding their names: the same key
/// always gives the same mark, in capitals or not, so that it is known again in next year's file. Only
/// keys of one file that differ in nothing but capitals have marks that tell them apart.
#[must_use]
pub fn marks(customers: &[Customer]) -> Vec<String> {
    let folded = |it: &Customer| mark_of(&it.key.to_lowercase());
    let mut marks: Vec<String> = customers.iter().map(folded).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in &marks {
        *uses.entry(mark).or_default() += 1;
    }
    let shared: Vec<bool> = marks
        .iter()
        .map(|it| uses.get(it.as_str()).is_some_and(|n| *n > 1))
        .collect();
    for ((mark, customer), is_shared) in marks.iter_mut().zip(customers).zip(shared) {
        if is_shared {
            *mark = mark_of(&customer.key);
        }
    }
    marks
}

/// What a saved model knows by mark, by customer index.
#[must_use]
pub fn by_index<T: Clone>(
    customers: &[Customer],
    by_mark: &BTreeMap<String, T>,
) -> BTreeMap<usize, T> {
    if by_mark.is_empty() {
        return BTreeMap::new();
    }
    let found = |(at, mark): (usize, String)| Some((at, by_mark.get(&mark)?.clone()));
    marks(customers)
        .into_iter()
        .enumerate()
        .filter_map(found)
        .collect()
}

/// The mark of a key (FNV-1a, 64 bits).
fn mark_of(key: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in key.trim().bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// The customers of one file, and what their amounts are in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerBase {
    /// In order of first appearance in the file.
    pub customers: Vec<Customer>,
    /// What the file's amounts are in, where it says so.
    pub currency: Option<Currency>,
    /// Names of what is sold, in order of first appearance; empty where the file does not say.
    #[serde(default)]
    pub products: Vec<String>,
}

impl CustomerBase {
    /// At least one customer has a margin.
    #[must_use]
    pub fn has_margin(&self) -> bool {
        self.customers.iter().any(|it| it.margin.is_some())
    }

    /// At least one customer has a value for the period before.
    #[must_use]
    pub fn has_previous(&self) -> bool {
        self.customers.iter().any(|it| it.previous.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &[&str]) -> Vec<String> {
        let named = |key: &&str| Customer {
            key: (*key).to_owned(),
            ..Customer::default()
        };
        marks(&keys.iter().map(named).collect::<Vec<_>>())
    }

    #[test]
    fn capitals_do_not_make_another_customer_of_next_years_row() {
        assert_eq!(check(&["Żabka Oy"]), check(&[" ŻABKA OY "]));
    }

    #[test]
    fn keys_of_one_file_that_differ_in_capitals_have_marks_of_their_own() {
        let both = check(&["ab1", "AB1", "ab2"]);
        assert_ne!(both.first(), both.get(1));
        assert_eq!(both.get(2), check(&["AB2"]).first());
    }
}
