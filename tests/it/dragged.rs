//! A limit that is dragged over many customers costs no more memory than over few: what is made anew for
//! a frame depends on tiers, exceptions and rows in view, never on how many customers there are.

use std::collections::BTreeMap;
use std::hint::black_box;

use rusetti::chart::{Frame, Pareto};
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Exception, Sorting, TierPlan};

/// Rows of the table that are drawn.
const ROWS: usize = 27;

/// Bytes that a frame allocates with so many customers.
fn bytes(n: u32) -> u64 {
    let value = |at: u32| {
        let rank = i128::from(at.wrapping_mul(7_919) % n) + 1;
        Money::from_ten_thousandths(1_000_000_000_000 / rank)
    };
    let values: Vec<Money> = (0..n).map(value).collect();
    let third = |at: usize| values[at].times_ratio(1, 3);
    let exception = |tier: usize| Exception {
        tier,
        reason: "because".to_owned(),
        review: None,
    };
    let exceptions: BTreeMap<usize, Exception> =
        (0..20).map(|at| (at * 31, exception(at % 4))).collect();
    let ranking = Ranking::new(&values);
    let running = ranking.running_sums(third);
    let drawn = Pareto::new(&ranking, Frame::of_width(784.0, 36.0, 0.375));
    let frame = |basis_points: u16| {
        let mut plan = TierPlan::usual(4);
        plan.move_cut(1, basis_points);
        let sorting = Sorting::new(&ranking, &plan, &exceptions);
        black_box(sorting.sums(&ranking, &running, third));
        black_box(sorting.exceptions());
        for end in sorting.ends() {
            black_box(drawn.x_after(*end));
        }
        for rank in 0..ROWS {
            let customer = ranking.customer_at(rank).unwrap_or_default();
            black_box(sorting.tier_of(&ranking, customer));
            black_box(sorting.why(&ranking, &plan, customer, &exceptions));
            black_box(sorting.gap(&ranking, &plan, customer));
        }
    };
    let counted = allocation_counter::measure(|| (0..10).for_each(|at| frame(6_100 + at * 200)));
    counted.bytes_total / 10
}

#[test]
fn a_moved_limit_allocates_as_much_for_a_hundred_thousand_customers_as_for_a_thousand() {
    let (few, many) = (bytes(1_000), bytes(100_000));
    assert!(few > 0, "nothing was counted");
    assert!(many < few + few / 4, "{many} bytes a frame, against {few}");
}
