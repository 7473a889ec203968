//! What is known of customers beside money: industry, size, region, and what they buy.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;
use crate::domain::tiers::rules::Trait;

/// Something of which a customer has a value, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// Industry.
    Industry,
    /// Size class.
    Size,
    /// Region.
    Region,
    /// What it buys: products whose rows add up to more than nothing.
    Product,
}

impl Attribute {
    /// Every attribute, in the order it is asked for.
    pub const ALL: [Self; 4] = [Self::Industry, Self::Size, Self::Region, Self::Product];

    const fn word(self) -> Option<Trait> {
        match self {
            Self::Industry => Some(Trait::Industry),
            Self::Size => Some(Trait::Size),
            Self::Region => Some(Trait::Region),
            Self::Product => None,
        }
    }
}

/// The values of one attribute, and which customers have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traits {
    /// Which attribute.
    pub attribute: Attribute,
    /// The values, as most customers spell them; capitals do not make another.
    pub values: Vec<String>,
    /// For each customer where its values end in `held`; they begin where those before it end.
    ends: Vec<usize>,
    /// Places in `values`, customer by customer, rising.
    held: Vec<usize>,
}

/// One way to write a value.
struct Spelling<'a> {
    text: &'a str,
    /// The place of the value.
    value: usize,
    customers: usize,
}

impl Traits {
    /// Every attribute that some customer has a value of.
    #[must_use]
    pub fn all(base: &CustomerBase) -> Vec<Self> {
        let found = Attribute::ALL.map(|it| Self::of(base, it));
        found.into_iter().filter(|it| !it.held.is_empty()).collect()
    }

    /// One attribute.
    #[must_use]
    pub fn of(base: &CustomerBase, attribute: Attribute) -> Self {
        let mut found = Self {
            attribute,
            values: Vec::new(),
            ends: Vec::with_capacity(base.customers.len()),
            held: Vec::new(),
        };
        match attribute.word() {
            Some(word) => found.read_words(&base.customers, word),
            None => found.read_products(base),
        }
        found
    }

    fn read_words(&mut self, customers: &[Customer], word: Trait) {
        // By spelling first: few of many customers spell a word in a way of their own.
        let mut spelled: BTreeMap<&str, usize> = BTreeMap::new();
        let mut spellings: Vec<Spelling<'_>> = Vec::new();
        let mut folded: BTreeMap<String, usize> = BTreeMap::new();
        for customer in customers {
            if let Some(text) = word.of(customer) {
                let at = *spelled.entry(text).or_insert_with(|| {
                    let next = folded.len();
                    let value = *folded.entry(text.to_lowercase()).or_insert(next);
                    spellings.push(Spelling {
                        text,
                        value,
                        customers: 0,
                    });
                    spellings.len() - 1
                });
                if let Some(spelling) = spellings.get_mut(at) {
                    spelling.customers += 1;
                    self.held.push(spelling.value);
                }
            }
            self.ends.push(self.held.len());
        }
        let mut most = vec![0; folded.len()];
        self.values = vec![String::new(); folded.len()];
        for it in spellings {
            if let (Some(most), Some(value)) =
                (most.get_mut(it.value), self.values.get_mut(it.value))
                && it.customers > *most
            {
                *most = it.customers;
                it.text.clone_into(value);
            }
        }
    }

    fn read_products(&mut self, base: &CustomerBase) {
        self.values.clone_from(&base.products);
        for customer in &base.customers {
            self.held.extend(bought(customer).map(|it| it.0));
            self.ends.push(self.held.len());
        }
    }

    /// The values of a customer, rising; none where the file does not say.
    #[must_use]
    pub fn of_customer(&self, at: usize) -> &[usize] {
        self.held.get(self.range(at)).unwrap_or_default()
    }

    fn range(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// The name of a value.
    #[must_use]
    pub fn name(&self, value: usize) -> &str {
        self.values.get(value).map_or("", String::as_str)
    }
}

/// What a customer buys: products by place whose rows add up to more than nothing, and for how much.
/// What was all sent back is not bought.
pub fn bought(customer: &Customer) -> impl Iterator<Item = (usize, Money)> + '_ {
    let products = customer.products.iter().filter(|it| it.1.is_positive());
    products.filter_map(|(place, sum)| Some((usize::try_from(*place).ok()?, *sum)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_spaces_and_empty_words_make_no_value_of_their_own_and_most_decide_the_spelling() {
        let region = |word: Option<&str>| Customer {
            region: word.map(str::to_owned),
            ..Customer::default()
        };
        let words = [
            Some("UUSIMAA"),
            None,
            Some(" "),
            Some(" Uusimaa"),
            Some("Ruka"),
            Some("Uusimaa"),
            Some("RUKA"),
        ];
        let base = CustomerBase {
            customers: words.into_iter().map(region).collect(),
            ..CustomerBase::default()
        };
        let found = Traits::all(&base);
        let [traits] = found.as_slice() else {
            panic!("regions alone are known")
        };
        assert_eq!(traits.values, ["Uusimaa", "Ruka"]);
        let held: Vec<&[usize]> = (0..8).map(|it| traits.of_customer(it)).collect();
        assert_eq!(held, [&[0][..], &[], &[], &[0], &[1], &[0], &[1], &[]]);
    }

    #[test]
    fn a_product_that_was_sent_back_is_not_bought() {
        let customer = |sums: &[(u32, i64)]| Customer {
            products: sums
                .iter()
                .map(|it| (it.0, Money::from_units(it.1)))
                .collect(),
            ..Customer::default()
        };
        let base = CustomerBase {
            customers: vec![customer(&[(0, 5), (1, 0), (2, -1)]), customer(&[(1, 3)])],
            products: ["Soap", "Wax", "Oil"].map(str::to_owned).to_vec(),
            ..CustomerBase::default()
        };
        let traits = Traits::of(&base, Attribute::Product);
        assert_eq!(
            (traits.of_customer(0), traits.of_customer(1)),
            (&[0][..], &[1][..])
        );
        assert_eq!(traits.name(2), "Oil");
    }
}
