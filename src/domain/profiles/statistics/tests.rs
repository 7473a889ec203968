//! Small numbers by hand and by counting every division; cases of another program are in
//! `tests/it/profiles.rs`.
use proptest::prelude::*;

use super::*;

fn fisher([both, part, value, all]: [usize; 4]) -> f64 {
    Fourfold {
        both,
        part,
        value,
        all,
    }
    .fisher()
}

#[test]
fn what_cannot_be_otherwise_is_no_surprise() {
    for case in [
        [0, 0, 0, 0],
        [1, 1, 1, 1],
        [0, 0, 3, 3],
        [3, 3, 3, 3],
        [2, 3, 2, 3],
        [0, 5, 0, 9],
        [1, 2, 1, 2],
    ] {
        assert!((fisher(case) - 1.0).abs() < 1e-12, "{case:?}");
    }
}

#[test]
fn the_lady_who_tastes_tea_is_told_by_one_division_in_seventy_and_its_mirror() {
    assert!((fisher([4, 4, 4, 8]) - 2.0 / 70.0).abs() < 1e-15);
    assert!((fisher([3, 4, 4, 8]) - 34.0 / 70.0).abs() < 1e-15);
}

#[test]
fn a_million_customers_neither_overflow_nor_take_long() {
    let million = 1_000_000;
    assert!((fisher([100_000, 200_000, 500_000, million]) - 1.0).abs() < 1e-9);
    assert!(
        fisher([200_000, 200_000, 500_000, million]) < 1e-300,
        "too small to write down"
    );
    assert!(fisher([0, 500_000, 500_000, million]) < 1e-300);
}

#[test]
fn nobody_and_everybody_have_an_interval_that_ends_at_the_edge() {
    assert_eq!(wilson(0, 0), None);
    let (low, high) = wilson(0, 3).unwrap();
    assert!(low == 0.0 && (high - 0.561_497_031_755_045_3).abs() < 1e-12);
    let (low, high) = wilson(3, 3).unwrap();
    assert!((low - 0.438_502_968_244_954_6).abs() < 1e-12 && high >= 1.0);
}

#[test]
fn one_test_stands_alone_and_many_count_beside_each_other() {
    for (chances, wanted) in [
        (&[][..], &[][..]),
        (&[0.03], &[0.03]),
        (&[0.04, 0.01, 0.03], &[0.06, 0.03, 0.06]),
        (&[0.5, 0.5], &[1.0, 1.0]),
    ] {
        let found = holm(chances);
        assert_eq!(found.len(), wanted.len());
        let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-15;
        assert!(found.iter().zip(wanted).all(near), "{found:?}");
    }
}

/// Every division counted, in whole numbers.
fn counted([both, part, value, all]: [usize; 4]) -> f64 {
    let wide = |it: usize| u128::try_from(it).unwrap();
    let choose =
        |n: usize, k: usize| -> u128 { (0..k).fold(1, |it, at| it * wide(n - at) / wide(at + 1)) };
    let ways = |it: usize| choose(part, it) * choose(all - part, value - it);
    let range = (part + value).saturating_sub(all)..=part.min(value);
    let seen = ways(both);
    let tail: u128 = range.map(ways).filter(|it| *it <= seen).sum();
    let number = |it: u128| float(usize::try_from(it).unwrap());
    number(tail) / number(choose(all, value))
}

fn fourfold() -> impl Strategy<Value = [usize; 4]> {
    let parts = |all: usize| (0..=all, 0..=all, Just(all));
    (1_usize..60)
        .prop_flat_map(parts)
        .prop_flat_map(|(part, value, all)| {
            let both = (part + value).saturating_sub(all)..=part.min(value);
            both.prop_map(move |both| [both, part, value, all])
        })
}

proptest! {
    #[test]
    fn the_test_agrees_with_counting_every_division(case in fourfold()) {
        let (found, wanted) = (fisher(case), counted(case));
        prop_assert!((found - wanted).abs() <= 1e-12, "{found} {wanted}");
    }

    #[test]
    fn part_and_value_may_change_places_and_so_may_having_and_lacking([both, part, value, all] in fourfold()) {
        let found = fisher([both, part, value, all]);
        prop_assert!((found - fisher([both, value, part, all])).abs() < 1e-12);
        prop_assert!((found - fisher([part - both, part, all - value, all])).abs() < 1e-12);
    }

    #[test]
    fn an_interval_holds_its_share_and_stays_between_none_and_all(
        (hits, of) in (1_usize..2_000_000).prop_flat_map(|of| (0..=of, Just(of)))
    ) {
        let (low, high) = wilson(hits, of).unwrap();
        let share = float(hits) / float(of);
        prop_assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
    }

    #[test]
    fn a_corrected_chance_is_never_less_and_keeps_the_order(chances in prop::collection::vec(0.0..=1.0_f64, 0..30)) {
        let found = holm(&chances);
        for (a, x) in chances.iter().zip(&found) {
            prop_assert!(x >= a && *x <= 1.0);
            for (b, y) in chances.iter().zip(&found) {
                prop_assert!(a > b || x <= y);
            }
        }
    }
}
