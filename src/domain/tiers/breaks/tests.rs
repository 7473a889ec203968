//! Cases as data, from `tests/independent/breaks.py` (jenkspy, mapclassify); each name states the trap.
use proptest::prelude::*;

use super::*;
use crate::domain::tiers::{Method, MethodKind};

/// Forty values with a long tail.
const TAIL: [i64; 40] = [
    3531, 2997, 1462, 662, 591, 492, 466, 421, 328, 297, 282, 252, 245, 222, 220, 218, 217, 205,
    196, 173, 166, 165, 158, 152, 140, 139, 138, 136, 136, 128, 125, 123, 119, 115, 112, 112, 112,
    106, 105, 104,
];

fn ranking(values: &[i64]) -> Ranking {
    let values: Vec<Money> = values.iter().map(|it| Money::from_units(*it)).collect();
    Ranking::new(&values)
}

/// How many customers each class holds.
fn sizes(ends: &[usize]) -> Vec<usize> {
    let starts = std::iter::once(&0).chain(ends);
    ends.iter()
        .zip(starts)
        .map(|(end, start)| end - start)
        .collect()
}

#[test]
fn natural_breaks_are_those_of_another_program() {
    for (values, classes, wanted) in [
        (&[50, 30, 15, 5][..], 2, &[2, 2][..]),
        (&[100, 99, 98, 50, 49, 48, 3, 2, 1], 2, &[3, 6]),
        (&[100, 99, 98, 50, 49, 48, 3, 2, 1], 3, &[3, 3, 3]),
        (&[1000, 10, 10, 10, 9, 9, 8], 2, &[1, 6]),
        (&[1000, 10, 10, 10, 9, 9, 8], 4, &[1, 3, 2, 1]),
        (&[7, 7, 7, 3, 3, 1], 3, &[3, 2, 1]),
        (&TAIL, 2, &[2, 38]),
        (&TAIL, 3, &[2, 1, 37]),
        (&TAIL, 4, &[2, 1, 5, 32]),
        (&TAIL, 5, &[1, 1, 1, 5, 32]),
    ] {
        assert_eq!(
            sizes(&natural(&ranking(values), classes)),
            wanted,
            "{classes} of {values:?}"
        );
    }
}

#[test]
fn there_are_never_more_natural_classes_than_distinct_values() {
    assert_eq!(sizes(&natural(&ranking(&[4, 4, 4, 2]), 5)), [3, 1]);
    assert_eq!(sizes(&natural(&ranking(&[4, 4]), 3)), [2]);
    assert_eq!(natural(&ranking(&[]), 3), [0; 0]);
}

#[test]
fn head_and_tail_are_those_of_another_program() {
    for (values, classes, wanted) in [
        (&[50, 30, 15, 5][..], 5, &[2, 2][..]),
        (&[100, 99, 98, 50, 49, 48, 3, 2, 1], 3, &[1, 2, 6]),
        (&[1000, 10, 10, 10, 9, 9, 8], 3, &[1, 6]),
        (&TAIL, 2, &[8, 32]),
        (&TAIL, 3, &[3, 5, 32]),
        (&TAIL, 5, &[2, 1, 5, 32]),
    ] {
        assert_eq!(
            sizes(&head_tail(&ranking(values), classes)),
            wanted,
            "{classes} of {values:?}"
        );
    }
    assert_eq!(
        head_tail(&ranking(&[3, 3, 3]), 3),
        [3],
        "nobody is above the average"
    );
    assert_eq!(head_tail(&ranking(&[]), 3), [0]);
}

#[test]
fn computed_limits_keep_the_largest_in_the_first_tier_and_equals_together() {
    for (values, wanted) in [
        // The curve: 20 % of customers 50 %, 40 % 80 %, 60 % 95 %, 80 % 98 %.
        (&[50, 30, 15, 3, 2][..], &[2, 1, 2][..]),
        (&[1_000, 1, 1, 1, 1], &[1, 1, 3]),
        (&[10, 9, 8], &[1, 1, 1]),
        (&[5, 5, 5], &[3]),
        (&[5], &[1]),
    ] {
        let ends = computed(&ranking(values));
        assert_eq!(sizes(&ends), wanted, "{values:?}");
    }
}

#[test]
fn computed_limits_are_those_of_another_program() {
    // From `tests/independent/computed.py`: exact fractions, and within a customer a port of the authors'
    // own package.
    let line: Vec<i64> = (1..=40).collect();
    let powers: Vec<i64> = (0..12).map(|it| 1 << it).collect();
    let harmonic: Vec<i64> = (1..=200).map(|it| 1_000_000 / it).collect();
    for (values, wanted) in [
        (&line[..], [16, 9, 15]),
        (&powers, [3, 1, 8]),
        (&harmonic, [34, 29, 137]),
        (&TAIL, [8, 6, 26]),
    ] {
        let ends = computed(&ranking(values));
        assert_eq!(sizes(&ends), wanted, "{values:?}");
    }
}

/// The least squared distance of any partition into at most so many runs: by trying all of them.
fn least(values: &[f64], classes: usize) -> f64 {
    let spread = |part: &[f64]| {
        let mean = part.iter().sum::<f64>() / float(part.len());
        part.iter().map(|it| (it - mean).powi(2)).sum::<f64>()
    };
    if classes == 1 {
        return spread(values);
    }
    (1..values.len()).fold(spread(values), |best, at| {
        best.min(spread(&values[..at]) + least(&values[at..], classes - 1))
    })
}

proptest! {
    #[test]
    fn no_other_partition_is_tighter_than_the_natural_one(
        values in prop::collection::vec(1_i64..300, 1..11),
        classes in 2_usize..=5,
    ) {
        let ranking = ranking(&values);
        let sorted: Vec<f64> = ranking.values().iter().map(|it| it.to_f64()).collect();
        let ends = natural(&ranking, classes);
        let mut start = 0;
        let mut found = 0.0;
        for end in &ends {
            found += least(&sorted[start..*end], 1);
            start = *end;
        }
        prop_assert!(ends.len() <= classes);
        prop_assert!((found - least(&sorted, classes)).abs() < 1e-6);
    }

    #[test]
    fn every_method_cuts_everyone_into_tiers_and_leaves_equals_together(
        values in prop::collection::vec(-50_i64..5_000, 0..60),
        kind in prop::sample::select(&MethodKind::ALL[..]),
        tiers in 2_usize..=5,
    ) {
        let ranking = ranking(&values);
        let method = kind.usual(tiers, &ranking);
        let ends = method.ends(&ranking);
        prop_assert_eq!(ends.len(), method.tiers());
        prop_assert!(ends.is_sorted());
        prop_assert_eq!(ends.last().copied(), Some(ranking.len()));
        for end in ends.iter().filter(|it| (1..ranking.len()).contains(*it)) {
            prop_assert!(ranking.values()[end - 1] > ranking.values()[*end]);
        }
        // What is saved is read back the same.
        let text = serde_json::to_string(&method).expect("a method is plain data");
        prop_assert_eq!(serde_json::from_str::<Method>(&text).expect("and so is its text"), method);
    }
}
