//! Cases as data; each name states the trap.
use proptest::prelude::*;

use super::*;

fn money(values: &[i64]) -> Vec<Money> {
    values.iter().map(|it| Money::from_units(*it)).collect()
}

fn ranking(values: &[i64]) -> Ranking {
    Ranking::new(&money(values))
}

#[test]
fn ties_keep_the_order_of_the_file() {
    assert_eq!(ranking(&[5, 9, 5, 9, 5]).order(), [1, 3, 0, 2, 4]);
}

#[test]
fn values_about_and_beyond_64_bits_are_ranked_as_they_are() {
    let edge = i128::from(u64::MAX);
    let values = [7, edge - 1, edge, i128::MAX, edge, edge + 1, i128::MAX - 1];
    let it = Ranking::new(&values.map(Money::from_ten_thousandths));
    assert_eq!(it.order(), [3, 6, 5, 2, 4, 1, 0]);
    let ranked: Vec<i128> = it.values().iter().map(|it| it.ten_thousandths()).collect();
    let right = [i128::MAX, i128::MAX - 1, edge + 1, edge, edge, edge - 1, 7];
    assert_eq!(ranked, right);
}

#[test]
fn zero_and_negative_customers_stand_apart_with_their_money() {
    let it = ranking(&[10, 0, -3, 20, -1]);
    assert_eq!(it.order(), [3, 0]);
    assert_eq!(it.apart(), [1, 2, 4]);
    assert_eq!(it.total(), Money::from_units(30));
    assert_eq!(it.apart_total(), Money::from_units(-4));
    assert_eq!(it.rank_of(2), None);
    let values: Vec<Money> = (0..6).map(|at| it.value_of(at)).collect();
    assert_eq!(values, money(&[10, 0, -3, 20, -1, 0]));
}

#[test]
fn nobody_has_no_share_and_no_end() {
    let none = ranking(&[0, -5]);
    assert!(none.is_empty());
    assert_eq!(none.customers_for(8_000), 0);
    assert_eq!(
        (none.end_exclusive(8_000), none.end_inclusive(8_000)),
        (0, 0)
    );
    assert_eq!(none.share_of_top(3).to_bits(), 0.0_f64.to_bits());
}

#[test]
fn the_customer_who_reaches_eighty_percent_exactly_is_the_last_one_needed() {
    for (values, wanted) in [
        (vec![50, 30, 20], 2),
        (vec![50, 29, 21], 3),
        (vec![100], 1),
        (vec![1; 10], 8),
        (vec![900, 50, 50], 1),
    ] {
        assert_eq!(ranking(&values).customers_for(8_000), wanted, "{values:?}");
    }
}

#[test]
fn a_limit_ends_a_tier_on_the_side_the_rule_says() {
    // Cumulative 50, 80, 95, 100 %.
    let it = ranking(&[50, 30, 15, 5]);
    for (limit, exclusive, inclusive) in [
        (1, 1, 0),
        (5_000, 1, 1),
        (5_001, 2, 1),
        (8_000, 2, 2),
        (8_001, 3, 2),
        (9_500, 3, 3),
        (9_999, 4, 3),
    ] {
        assert_eq!(it.end_exclusive(limit), exclusive, "exclusive {limit}");
        assert_eq!(it.end_inclusive(limit), inclusive, "inclusive {limit}");
    }
}

#[test]
fn equal_values_end_together() {
    let it = ranking(&[40, 20, 20, 20]);
    assert_eq!(
        it.end_exclusive(5_000),
        4,
        "the first 20 is needed, so all are"
    );
    assert_eq!(it.end_inclusive(6_000), 4, "the first 20 fits, so all do");
    assert_eq!(it.end_inclusive(5_999), 1);
}

#[test]
fn running_sums_follow_rank_not_the_file() {
    let it = ranking(&[1, 3, 0, 2]);
    let margin = money(&[10, 30, 99, 20]);
    let sums = it.running_sums(|at| margin.get(at).copied().unwrap_or_default());
    assert_eq!(sums, money(&[0, 30, 50, 60]));
}

proptest! {
    #[test]
    fn shares_rise_to_one_and_nothing_is_lost(values in prop::collection::vec(-1_000_i64..1_000_000, 0..200)) {
        let it = ranking(&values);
        prop_assert_eq!(it.len() + it.apart().len(), values.len());
        prop_assert_eq!(it.total() + it.apart_total(), money(&values).iter().sum());
        for k in 0..it.len() {
            prop_assert!(it.sum_of_top(k) < it.sum_of_top(k + 1));
        }
        prop_assert_eq!(it.sum_of_top(it.len() + 9), it.total());
    }

    #[test]
    fn customers_for_a_share_is_the_smallest_number_that_reaches_it(
        values in prop::collection::vec(1_i64..10_000, 1..100),
        limit in 1_u16..=10_000,
    ) {
        let it = ranking(&values);
        let reaches = |k: usize| {
            it.sum_of_top(k).ten_thousandths() * 10_000
                >= it.total().ten_thousandths() * i128::from(limit)
        };
        let k = it.customers_for(limit);
        prop_assert!(reaches(k) && !reaches(k - 1));
    }
}
