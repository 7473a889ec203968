//! Who lacks what others like them buy, against hand-made files and against a dense count.
use proptest::prelude::*;

use super::*;

/// A customer of an industry with what it pays for each product.
fn customer(industry: &str, paid: &[(u32, i64)]) -> Customer {
    Customer {
        industry: (!industry.is_empty()).then(|| industry.to_owned()),
        products: paid
            .iter()
            .map(|it| (it.0, Money::from_units(it.1)))
            .collect(),
        ..Customer::default()
    }
}

fn base(customers: Vec<Customer>) -> CustomerBase {
    CustomerBase {
        customers,
        products: ["Soap", "Wax", "Oil", "Tar"].map(str::to_owned).to_vec(),
        ..CustomerBase::default()
    }
}

/// Customer, product, buyers of peers and potential in cents.
#[track_caller]
fn check(customers: Vec<Customer>, wanted: &[(usize, usize, usize, usize, i128)]) {
    let base = base(customers);
    let tiers = vec![Some(0); base.customers.len()];
    let it = WhiteSpace::of(&base, &tiers, 2);
    let found: Vec<_> = it
        .candidates(&base.customers)
        .map(|it| {
            (
                it.customer,
                it.product,
                it.buyers,
                it.peers,
                it.potential.cents(),
            )
        })
        .collect();
    assert_eq!(found, wanted);
    let sum: i128 = wanted.iter().map(|it| it.4).sum();
    assert_eq!((it.total().0, it.total().1.cents()), (wanted.len(), sum));
}

/// So many that buy Soap and Wax, then one that buys Wax alone.
fn shop(buyers: usize, others: usize) -> Vec<Customer> {
    let buyers = (1..)
        .take(buyers)
        .map(|it| customer("a", &[(0, it * 10), (1, 1)]));
    let others = (0..others).map(|_| customer("a", &[(1, 1)]));
    buyers.chain(others).collect()
}

#[test]
fn five_peers_are_enough_and_four_are_not() {
    check(vec![], &[]);
    check(shop(0, 1), &[]);
    check(shop(4, 1), &[]);
    check(shop(5, 1), &[(5, 0, 5, 5, 3_000)]);
    check(shop(6, 1), &[(6, 0, 6, 6, 3_500)]);
}

#[test]
fn half_of_the_peers_are_enough_and_less_is_not() {
    check(
        shop(3, 4),
        &(3..7).map(|it| (it, 0, 3, 6, 2_000)).collect::<Vec<_>>(),
    );
    check(shop(3, 5), &[]);
}

#[test]
fn who_sent_a_product_back_lacks_it_and_who_buys_nothing_known_is_no_peer() {
    let mut customers = shop(5, 0);
    customers.push(customer("a", &[(0, -10), (1, 1)]));
    check(customers, &[(5, 0, 5, 5, 3_000)]);
    let mut customers = shop(4, 1);
    customers.push(customer("a", &[]));
    customers.push(customer("a", &[(0, 0)]));
    customers.push(customer("", &[(0, 1)]));
    check(customers.clone(), &[]);
    let tiers = vec![Some(0); customers.len()];
    let it = WhiteSpace::of(&base(customers), &tiers, 1);
    assert_eq!((it.without_product, it.without_industry), (2, 1));
}

#[test]
fn peers_are_of_the_same_industry_in_any_spelling_and_of_the_same_tier() {
    let mut customers = shop(5, 0);
    customers.push(customer(" A ", &[(1, 1)]));
    customers.push(customer("b", &[(1, 1)]));
    customers.push(customer("", &[(1, 1)]));
    check(customers, &[(5, 0, 5, 5, 3_000)]);
    let base = base(shop(5, 2));
    let mut tiers = vec![Some(0); 7];
    tiers[6] = Some(1);
    tiers[5] = None;
    let it = WhiteSpace::of(&base, &tiers, 2);
    assert_eq!(it.candidates(&base.customers).count(), 0);
    assert_eq!(it.customers, [5, 1]);
    let buyers: Vec<_> = it
        .products
        .iter()
        .map(|it| (it.product, it.buyers.clone()))
        .collect();
    assert_eq!(buyers, [(0, vec![5, 0]), (1, vec![5, 1])]);
    assert_eq!(it.share(&it.products[0], 1), Some(0.0));
    assert!(!it.has_peers());
    assert_eq!((it.without_product, it.without_industry), (0, 0));
}

#[test]
fn the_middle_of_an_even_number_is_exact_to_the_ten_thousandth() {
    for (amounts, wanted) in [
        (&[][..], 0),
        (&[7], 7),
        (&[1, 2], 2),
        (&[-4, -1], -3),
        (&[1, 5, 90], 5),
        (&[1, 5, 8, 90], 7),
    ] {
        let sorted: Vec<Money> = amounts
            .iter()
            .map(|it| Money::from_ten_thousandths(*it))
            .collect();
        assert_eq!(median(&sorted).ten_thousandths(), wanted, "{amounts:?}");
    }
}

prop_compose! {
    fn some_customer()(industry in "[ab]?", paid in prop::collection::btree_map(0_u32..4, -2_i64..9, 0..4)) -> Customer {
        customer(&industry, &paid.into_iter().collect::<Vec<_>>())
    }
}

proptest! {
    #[test]
    fn candidates_are_those_of_asking_every_customer_about_every_product(
        rows in prop::collection::vec((some_customer(), 0_usize..3), 0..40)
    ) {
        let tiers: Vec<Option<usize>> = rows.iter().map(|it| (it.1 < 2).then_some(it.1)).collect();
        let base = base(rows.iter().map(|it| it.0.clone()).collect());
        let pays = |at: usize, product: usize| {
            bought(&base.customers[at]).find(|it| it.0 == product).map(|it| it.1)
        };
        let knows = |at: usize| bought(&base.customers[at]).next().is_some();
        let mut wanted = Vec::new();
        for at in 0..rows.len() {
            let (Some(tier), Some(industry)) = (tiers[at], &base.customers[at].industry) else { continue };
            let is_peer = |it: &usize| {
                *it != at && tiers[*it] == Some(tier) && knows(*it)
                    && base.customers[*it].industry.as_ref() == Some(industry)
            };
            let peers: Vec<usize> = (0..rows.len()).filter(is_peer).collect();
            for product in 0..4 {
                let mut paid: Vec<Money> = peers.iter().filter_map(|it| pays(*it, product)).collect();
                if knows(at) && pays(at, product).is_none() && peers.len() >= 5 && paid.len() * 2 >= peers.len() {
                    paid.sort();
                    wanted.push((at, product, paid.len(), peers.len(), median(&paid)));
                }
            }
        }
        let it = WhiteSpace::of(&base, &tiers, 2);
        let found: Vec<_> = it.candidates(&base.customers).collect();
        prop_assert!(found.is_sorted_by(|a, b| a.potential >= b.potential));
        let mut found: Vec<_> = found.iter().map(|it| (it.customer, it.product, it.buyers, it.peers, it.potential)).collect();
        found.sort();
        prop_assert_eq!(&found, &wanted);
        let sum: Money = found.iter().map(|it| it.4).sum();
        prop_assert_eq!(it.total(), (found.len(), sum));
        for tier in 0..2 {
            let here = |it: &usize| tiers[*it] == Some(tier) && knows(*it);
            prop_assert_eq!(it.customers[tier], (0..rows.len()).filter(here).count());
        }
    }
}
