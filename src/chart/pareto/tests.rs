//! Geometry as data: what is drawn where, for few customers and for many.
use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::domain::money::Money;

/// A plot of 100 by 100 with its corner at the origin, so that coordinates read as percent.
const UNIT: Frame = Frame {
    width: 100.0,
    height: 100.0,
    left: 0.0,
    right: 100.0,
    top: 0.0,
    bottom: 100.0,
};

fn ranking(values: &[i64]) -> Ranking {
    let values: Vec<Money> = values.iter().map(|it| Money::from_units(*it)).collect();
    Ranking::new(&values)
}

fn pareto(values: &[i64]) -> Pareto {
    Pareto::new(&ranking(values), UNIT)
}

#[track_caller]
fn check(actual: String, expected: Expect) {
    expected.assert_eq(&actual);
}

#[test]
fn the_curve_runs_from_bottom_left_to_top_right_largest_first() {
    check(
        pareto(&[10, 60, 30]).curve_path(),
        expect!["M0.0 100.0L33.3 40.0L66.7 10.0L100.0 0.0"],
    );
}

#[test]
fn the_area_is_closed_along_the_axis() {
    check(
        pareto(&[60, 40]).area_path(),
        expect!["M0.0 100.0L50.0 40.0L100.0 0.0V100.0H0.0Z"],
    );
}

#[test]
fn a_bar_stands_on_the_axis_with_its_own_share() {
    check(
        pareto(&[75, 25]).bars_path(),
        expect!["M7.50 25.0h35.00v75.0h-35.00zM57.50 75.0h35.00v25.0h-35.00z"],
    );
}

#[test]
fn nobody_draws_nothing() {
    let empty = pareto(&[0, -5]);
    assert_eq!(
        (empty.curve_path(), empty.area_path(), empty.bars_path()),
        Default::default()
    );
    assert_eq!(empty.rank_at(50.0), 1);
    assert_eq!(empty.ticks(), []);
}

#[test]
fn ticks_are_round_and_start_at_one() {
    let wide = Frame::of_width(800.0, 10.0, 0.435);
    let narrow = Frame::of_width(358.0, 10.0, 0.435);
    let ranks = |n: i64, frame| {
        let values: Vec<i64> = (1..=n).collect();
        let ticks = Pareto::new(&ranking(&values), frame).ticks();
        ticks.iter().map(|it| it.rank).collect::<Vec<_>>()
    };
    assert_eq!(ranks(140, wide), [1, 20, 40, 60, 80, 100, 120, 140]);
    assert_eq!(ranks(140, narrow), [1, 50, 100]);
    assert_eq!(ranks(5, wide), [1, 2, 3, 4, 5]);
    assert_eq!(ranks(1, narrow), [1]);
}

#[test]
fn a_pixel_reads_the_nearest_customer_and_never_leaves_the_file() {
    let four = pareto(&[40, 30, 20, 10]);
    for (x, rank) in [
        (-50.0, 1),
        (0.0, 1),
        (36.0, 1),
        (38.0, 2),
        (99.0, 4),
        (500.0, 4),
    ] {
        assert_eq!(four.rank_at(x), rank, "{x}");
    }
}

#[test]
fn a_pixel_reads_the_share_of_the_curve_above_it() {
    let ranking = ranking(&[60, 30, 10]);
    let drawn = Pareto::new(&ranking, UNIT);
    for (x, share) in [
        (0.0, 0),
        (100.0 / 6.0, 3_000),
        (100.0 / 3.0, 6_000),
        (50.0, 7_500),
        (100.0, 10_000),
    ] {
        assert_eq!(drawn.basis_points_at(x, &ranking), share, "{x}");
    }
}

#[test]
fn a_hundred_thousand_customers_are_a_few_hundred_points_and_bars() {
    let values: Vec<i64> = (1..=100_000).map(|it| 1_000_000_000 / it).collect();
    let frame = Frame::of_width(800.0, 10.0, 0.435);
    let drawn = Pareto::new(&ranking(&values), frame);
    assert!(drawn.points().len() < 2_500, "{}", drawn.points().len());
    assert!(drawn.bars().len() < 400, "{}", drawn.bars().len());
}

proptest! {
    /// Thinned or not, the drawn line is nowhere further from the true curve than it is wide.
    #[test]
    fn thinning_keeps_the_shape(skew in 0.0_f64..2.5, n in 2_001_i64..6_000) {
        #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "test data")]
        let values: Vec<i64> = (1..=n).map(|it| 1 + (1e9 / (it as f64).powf(skew)) as i64).collect();
        let ranking = ranking(&values);
        let frame = Frame::of_width(800.0, 10.0, 0.435);
        let drawn = Pareto::new(&ranking, frame);
        let mut at = 1;
        for rank in 0..=ranking.len() {
            while drawn.points()[at].rank < rank { at += 1; }
            let (a, b) = (drawn.points()[at - 1], drawn.points()[at]);
            let x = drawn.x_after(rank);
            let y = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
            let gap = (y - frame.y(ranking.share_of_top(rank))).abs();
            prop_assert!(gap <= 1.0, "rank {rank}: {gap} px off");
        }
    }

    #[test]
    fn the_curve_only_rises_and_ends_in_the_corner(values in prop::collection::vec(-100_i64..100_000, 1..300)) {
        let drawn = pareto(&values);
        for pair in drawn.points().windows(2) {
            prop_assert!(pair[0].x < pair[1].x && pair[0].y >= pair[1].y);
        }
        if let Some(last) = drawn.points().last() {
            prop_assert!((last.x - 100.0).abs() < 1e-9 && last.y.abs() < 1e-9);
        }
    }
}
