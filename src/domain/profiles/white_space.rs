//! White space: what each tier buys, and who lacks what most of their peers buy.

use std::collections::BTreeMap;

use super::traits::bought;
use super::{Attribute, FEWEST, Traits};
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;

/// A product and who buys it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its place in [`CustomerBase::products`].
    pub product: usize,
    /// How many customers of each tier buy it.
    pub buyers: Vec<usize>,
    /// What the customers of all tiers pay for it.
    pub sum: Money,
}

/// A product that at least half of a group buys: the rest of the group are its candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    product: usize,
    /// Place of the group.
    group: usize,
    buyers: usize,
    /// The median of what its buyers pay.
    potential: Money,
}

/// Customers of one tier and industry.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    tier: usize,
    /// Of whom a product is known, in the order of the file.
    members: Vec<usize>,
}

/// Somebody who could buy what others like them buy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The customer.
    pub customer: usize,
    /// Its tier.
    pub tier: usize,
    /// The product by place.
    pub product: usize,
    /// How many of its peers buy it.
    pub buyers: usize,
    /// The other customers of its tier and industry.
    pub peers: usize,
    /// The median of what those who buy it pay.
    pub potential: Money,
}

/// What is bought by whom, and by whom it could be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhiteSpace {
    /// Products that a customer of some tier buys, the one that brings most first.
    pub products: Vec<Product>,
    /// Customers of each tier of whom a product is known.
    pub customers: Vec<usize>,
    /// Customers of all tiers of whom no product is known.
    pub without_product: usize,
    /// Those with a known product of whom no industry is.
    pub without_industry: usize,
    groups: Vec<Group>,
    /// Most potential first. They stand for the candidates, which may be a hundred times as many.
    offers: Vec<Offer>,
}

impl WhiteSpace {
    /// Counts what `tiers` many tiers buy; `tier_of` are [`super::apart::tiers_of`] the customers.
    ///
    /// What is counted grows with what is bought, never with customers times products.
    #[must_use]
    pub fn of(base: &CustomerBase, tier_of: &[Option<usize>], tiers: usize) -> Self {
        let mut found = Self {
            customers: vec![0; tiers],
            ..Self::default()
        };
        let industries = Traits::of(base, Attribute::Industry);
        let mut products: Vec<Product> = (0..base.products.len())
            .map(|product| Product {
                product,
                buyers: vec![0; tiers],
                sum: Money::ZERO,
            })
            .collect();
        let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (at, (customer, tier)) in base.customers.iter().zip(tier_of).enumerate() {
            let Some(tier) = *tier else { continue };
            let mut is_known = false;
            for (product, sum) in bought(customer) {
                is_known = true;
                if let Some(it) = products.get_mut(product) {
                    it.sum += sum;
                    count_one(&mut it.buyers, tier);
                }
            }
            if !is_known {
                found.without_product += 1;
                continue;
            }
            count_one(&mut found.customers, tier);
            match industries.of_customer(at) {
                [industry] => groups.entry((tier, *industry)).or_default().push(at),
                _ => found.without_industry += 1,
            }
        }
        products.retain(|it| it.buyers.iter().any(|it| *it > 0));
        products.sort_by_key(|it| std::cmp::Reverse(it.sum));
        found.products = products;
        let group = |((tier, _), members)| Group { tier, members };
        found.groups = groups.into_iter().map(group).collect();
        let mut buyers = vec![0; base.products.len()];
        for group in 0..found.groups.len() {
            found.find_offers(&base.customers, group, &mut buyers);
        }
        let key = |it: &Offer| (std::cmp::Reverse(it.potential), it.product, it.group);
        found.offers.sort_by_key(key);
        found
    }

    /// `buyers` has a zero for each product, before and after: groups are many.
    fn find_offers(&mut self, customers: &[Customer], at: usize, buyers: &mut [usize]) {
        let Some(group) = self.groups.get(at) else {
            return;
        };
        // A member's peers are the others.
        let peers = group.members.len().saturating_sub(1);
        if peers < FEWEST {
            return;
        }
        let baskets = || {
            let members = group.members.iter().filter_map(|it| customers.get(*it));
            members.flat_map(bought)
        };
        for (product, _) in baskets() {
            count_one(buyers, product);
        }
        // Who lacks a product has only others among its buyers.
        let is_usual = |n: usize| n * 2 >= peers && n <= peers;
        let mut paid: BTreeMap<usize, Vec<Money>> = BTreeMap::new();
        for (product, sum) in baskets() {
            if buyers.get(product).is_some_and(|it| is_usual(*it)) {
                paid.entry(product).or_default().push(sum);
            }
        }
        for (product, _) in baskets() {
            if let Some(count) = buyers.get_mut(product) {
                *count = 0;
            }
        }
        for (product, mut sums) in paid {
            sums.sort_unstable();
            self.offers.push(Offer {
                product,
                group: at,
                buyers: sums.len(),
                potential: median(&sums),
            });
        }
    }

    /// The share of a tier's customers that buy a product; `None` where nobody's products are known.
    #[must_use]
    pub fn share(&self, product: &Product, tier: usize) -> Option<f64> {
        let of = self.customers.get(tier).copied().filter(|it| *it > 0)?;
        let buyers = product.buyers.get(tier).copied().unwrap_or_default();
        Some(crate::domain::float(buyers) / crate::domain::float(of))
    }

    /// Everybody who lacks what at least half of their peers buy, most potential first.
    pub fn candidates<'a>(
        &'a self,
        customers: &'a [Customer],
    ) -> impl Iterator<Item = Candidate> + 'a {
        self.offers.iter().flat_map(move |offer| {
            let group = self.groups.get(offer.group);
            let members = group.map(|it| it.members.as_slice()).unwrap_or_default();
            let lacks = move |at: &usize| {
                let customer = customers.get(*at);
                customer.is_some_and(|it| !buys(it, offer.product))
            };
            members
                .iter()
                .copied()
                .filter(lacks)
                .map(move |customer| Candidate {
                    customer,
                    tier: group.map_or(0, |it| it.tier),
                    product: offer.product,
                    buyers: offer.buyers,
                    peers: members.len() - 1,
                    potential: offer.potential,
                })
        })
    }

    /// How many candidates there are, and their potential together.
    #[must_use]
    pub fn total(&self) -> (usize, Money) {
        let lacking = |it: &Offer| {
            let members = self.groups.get(it.group).map_or(0, |it| it.members.len());
            members - it.buyers
        };
        self.offers.iter().fold((0, Money::ZERO), |(n, sum), it| {
            let count = lacking(it);
            let times = i128::try_from(count).unwrap_or(i128::MAX);
            (n + count, sum + it.potential.times_ratio(times, 1))
        })
    }

    /// Some customer has enough peers of its tier and industry.
    #[must_use]
    pub fn has_peers(&self) -> bool {
        self.groups.iter().any(|it| it.members.len() > FEWEST)
    }
}

fn count_one(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

fn buys(customer: &Customer, product: usize) -> bool {
    let place = |it: &(u32, Money)| usize::try_from(it.0).unwrap_or(usize::MAX);
    let at = customer.products.binary_search_by_key(&product, place);
    let found = at.ok().and_then(|it| customer.products.get(it));
    found.is_some_and(|it| it.1.is_positive())
}

/// The middle of rising amounts; of an even number the mean of the two in the middle, exact to the
/// ten-thousandth.
fn median(sorted: &[Money]) -> Money {
    let at = |it: usize| sorted.get(it).copied().unwrap_or_default();
    let middle = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) {
        (at(middle.saturating_sub(1)) + at(middle)).times_ratio(1, 2)
    } else {
        at(middle)
    }
}

#[cfg(test)]
mod tests;
