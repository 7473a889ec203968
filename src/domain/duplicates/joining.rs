//! Customers that the user says are one, made one: every amount summed to the cent.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Verdicts;
use crate::domain::customer::{Customer, CustomerBase, marks};
use crate::domain::money::Money;

/// The base with customers joined as the user said; `None` where nobody in it is.
///
/// A joined customer stands where the first of its parts stood, and is called as the one that the
/// others were joined to.
#[must_use]
pub fn joined(base: &CustomerBase, verdicts: &Verdicts) -> Option<CustomerBase> {
    let heads: BTreeSet<&str> = verdicts.heads().collect();
    if heads.is_empty() {
        return None;
    }
    let marks = marks(&base.customers);
    let mut parts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate() {
        let head = verdicts.head(mark);
        if heads.contains(head) {
            parts.entry(head).or_default().push(at);
        }
    }
    parts.retain(|_, it| it.len() > 1);
    if parts.is_empty() {
        return None;
    }
    let mut sums: BTreeMap<usize, Customer> = BTreeMap::new();
    let mut is_gone = BTreeSet::new();
    for (head, parts) in parts {
        let value = |it: &usize| base.customers.get(*it).map(|it| it.revenue);
        let called = |it: &usize| marks.get(*it).is_some_and(|it| it == head);
        // In next year's file the one that gave the name may be missing.
        let leader = parts.iter().copied().find(called);
        let most = || {
            parts
                .iter()
                .copied()
                .max_by_key(|it| (value(it), Reverse(*it)))
        };
        let (Some(leader), Some(first)) = (leader.or_else(most), parts.first()) else {
            continue;
        };
        let Some(mut sum) = base.customers.get(leader).cloned() else {
            continue;
        };
        let others = parts.iter().filter(|it| **it != leader);
        for other in others.filter_map(|it| base.customers.get(*it)) {
            add(&mut sum, other);
        }
        sums.insert(*first, sum);
        is_gone.extend(parts.iter().copied().filter(|it| it != first));
    }
    let left = base.customers.iter().enumerate();
    let left = left.filter(|(at, _)| !is_gone.contains(at));
    Some(CustomerBase {
        customers: left
            .map(|(at, it)| sums.remove(&at).unwrap_or_else(|| it.clone()))
            .collect(),
        currency: base.currency.clone(),
        products: base.products.clone(),
    })
}

/// Adds all that the file says of `other` to a customer: amounts are summed, words are taken where
/// there were none.
fn add(sum: &mut Customer, other: &Customer) {
    // By name, so that a new field cannot be forgotten here.
    let Customer {
        key: _,
        name: _,
        revenue,
        margin,
        previous,
        group,
        business_id,
        owner,
        industry,
        size,
        region,
        potential,
        first,
        last,
        orders,
        rows,
        line,
        history,
        products,
    } = other;
    sum.revenue += *revenue;
    add_optional(&mut sum.margin, *margin);
    add_optional(&mut sum.previous, *previous);
    for (slot, word) in [
        (&mut sum.group, group),
        (&mut sum.business_id, business_id),
        (&mut sum.owner, owner),
        (&mut sum.industry, industry),
        (&mut sum.size, size),
        (&mut sum.region, region),
        (&mut sum.potential, potential),
    ] {
        if slot.is_none() {
            slot.clone_from(word);
        }
    }
    sum.first = [sum.first, *first].into_iter().flatten().min();
    sum.last = sum.last.max(*last);
    sum.orders = sum.orders.saturating_add(*orders);
    sum.rows = sum.rows.saturating_add(*rows);
    sum.line = sum.line.min(*line);
    sum.history = add_listed(&sum.history, history);
    sum.products = add_listed(&sum.products, products);
}

/// Two rising lists of amounts as one.
fn add_listed<K: Copy + Ord>(a: &[(K, Money)], b: &[(K, Money)]) -> Vec<(K, Money)> {
    let mut sums: BTreeMap<K, Money> = BTreeMap::new();
    for (of, amount) in a.iter().chain(b) {
        *sums.entry(*of).or_default() += *amount;
    }
    sums.into_iter().collect()
}

fn add_optional(sum: &mut Option<Money>, part: Option<Money>) {
    if let Some(part) = part {
        *sum = Some(sum.unwrap_or_default() + part);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn base(customers: &[(&str, i64)]) -> CustomerBase {
        let customer = |(at, (name, revenue)): (u32, &(&str, i64))| Customer {
            key: (*name).to_owned(),
            name: (*name).to_owned(),
            revenue: Money::from_ten_thousandths((*revenue).into()),
            line: at,
            rows: 1,
            ..Customer::default()
        };
        CustomerBase {
            customers: (2..).zip(customers).map(customer).collect(),
            ..CustomerBase::default()
        }
    }

    fn mark(base: &CustomerBase, at: usize) -> String {
        marks(&base.customers).swap_remove(at)
    }

    #[test]
    fn the_sum_stands_where_the_first_part_stood_under_the_name_of_the_one_joined_to() {
        let mut base = base(&[("Ada Oy", 1), ("Bo Ky", 20), ("ADA OY", 300), ("Cia", 4)]);
        base.customers[0].margin = Some(Money::from_units(7));
        base.customers[0].region = Some("Turku".to_owned());
        let cents = Money::from_ten_thousandths;
        base.customers[0].products = vec![(1, cents(1))];
        base.customers[2].products = vec![(0, cents(100)), (1, cents(200))];
        let mut said = Verdicts::default();
        said.join(&mark(&base, 0), &mark(&base, 2));
        let joined = joined(&base, &said).unwrap();
        let seen: Vec<_> = (joined.customers.iter())
            .map(|it| {
                (
                    it.name.as_str(),
                    it.revenue.ten_thousandths(),
                    it.line,
                    it.rows,
                )
            })
            .collect();
        assert_eq!(
            seen,
            [("ADA OY", 301, 2, 2), ("Bo Ky", 20, 3, 1), ("Cia", 4, 5, 1)]
        );
        assert_eq!(joined.customers[0].margin, Some(Money::from_units(7)));
        assert_eq!(joined.customers[0].region.as_deref(), Some("Turku"));
        assert_eq!(
            joined.customers[0].products,
            [(0, cents(100)), (1, cents(201))]
        );
    }

    #[test]
    fn next_year_one_of_the_two_is_missing_and_nothing_happens() {
        let old = base(&[("Ada", 1), ("Adda", 2), ("Bo", 3)]);
        let mut said = Verdicts::default();
        said.join(&mark(&old, 0), &mark(&old, 1));
        assert_eq!(joined(&base(&[("Ada", 1), ("Bo", 3)]), &said), None);
        assert_eq!(joined(&CustomerBase::default(), &said), None);
        // Three were one, and the one that gave the name is gone.
        said.join(&mark(&old, 2), &mark(&old, 1));
        let left = joined(&base(&[("Ada", 1), ("Bo", 3)]), &said).unwrap();
        assert_eq!(left.customers[0].name, "Bo");
    }

    proptest! {
        #[test]
        fn joining_loses_no_cent_whoever_is_joined(
            revenues in prop::collection::vec((any::<i64>(), any::<Option<i32>>()), 1..12),
            joins in prop::collection::vec((0_usize..12, 0_usize..12, any::<bool>()), 0..20),
        ) {
            let names: Vec<String> = (0..revenues.len()).map(|it| format!("name {it}")).collect();
            let of: Vec<(&str, i64)> = names.iter().zip(&revenues).map(|(n, r)| (n.as_str(), r.0)).collect();
            let mut base = base(&of);
            for (customer, (_, margin)) in base.customers.iter_mut().zip(&revenues) {
                customer.margin = margin.map(|it| Money::from_units(it.into()));
            }
            let marks = marks(&base.customers);
            let mut said = Verdicts::default();
            for (a, b, same) in joins {
                if let (Some(a), Some(b)) = (marks.get(a), marks.get(b)) {
                    if same { said.join(a, b) } else { said.keep_apart(a, b) }
                }
            }
            let after = joined(&base, &said).unwrap_or_else(|| base.clone());
            let sum = |it: &CustomerBase| it.customers.iter().map(|it| it.revenue).sum::<Money>();
            let margin = |it: &CustomerBase| it.customers.iter().filter_map(|it| it.margin).sum::<Money>();
            let rows = |it: &CustomerBase| it.customers.iter().map(|it| it.rows).sum::<u32>();
            prop_assert_eq!(sum(&after), sum(&base));
            prop_assert_eq!(margin(&after), margin(&base));
            prop_assert_eq!(rows(&after), rows(&base));
            let heads: BTreeSet<&str> = marks.iter().map(|it| said.head(it)).collect();
            prop_assert_eq!(after.customers.len(), heads.len());
        }
    }
}
