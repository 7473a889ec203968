//! Cases as data; each name states the trap.
use std::collections::BTreeMap;

use super::*;
use crate::domain::money::Money;
use crate::domain::tiers::{Exception, Method, Rule, TierCuts, TierPlan};

/// Customers 0 to 5: two tiers, customer 4 apart, customer 2 moved by hand to the first tier.
fn base() -> (Ranking, Sorting, Vec<String>) {
    let values = [50, 30, 12, 8, -3, 0].map(Money::from_units);
    let plan = TierPlan {
        names: vec![String::new(); 2],
        method: Method::Share {
            cuts: TierCuts::new(vec![8_000]).expect("one cut"),
            rule: Rule::Exclusive,
        },
    };
    let exception = Exception {
        tier: 0,
        reason: "because".to_owned(),
        review: None,
    };
    let ranking = Ranking::new(&values);
    let sorting = Sorting::new(&ranking, &plan, &BTreeMap::from([(2, exception)]));
    let names = ["alder", "birch", "cedar", "alder grove", "elm", "fir"].map(str::to_owned);
    (ranking, sorting, names.into())
}

#[test]
fn every_filter_lets_its_own_through_and_keeps_the_order() {
    let (ranking, sorting, names) = base();
    let order = by_value(&ranking);
    assert_eq!(
        order,
        [0, 1, 2, 3, 5, 4],
        "those apart come last, least negative first"
    );
    for (show, needle, wanted) in [
        (Show::All, "", vec![0, 1, 2, 3, 5, 4]),
        (Show::All, "alder", vec![0, 3]),
        (Show::ByHand, "", vec![2]),
        (Show::Tier(0), "", vec![0, 1, 2]),
        (Show::Tier(1), "", vec![3]),
        (Show::Tier(1), "birch", vec![]),
        (Show::Tier(7), "", vec![]),
        (Show::Apart, "", vec![5, 4]),
        (Show::NearLimit, "", vec![]),
    ] {
        let found = select(&order, show, needle, &names, &ranking, &sorting);
        assert_eq!(found, wanted, "{show:?} {needle:?}");
    }
}

#[test]
fn by_tier_puts_the_moved_where_they_were_moved_to_and_loses_nobody() {
    let (ranking, sorting, _) = base();
    assert_eq!(by_tier(&ranking, &sorting), [0, 1, 2, 3, 5, 4]);
}
