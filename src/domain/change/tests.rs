//! The figures are those of tests/independent/change.py.
use proptest::prelude::*;

use super::*;

fn pairs(amounts: &[(i64, i64)]) -> Vec<(Money, Money)> {
    let money = |(a, b): &(i64, i64)| (Money::from_units(*a), Money::from_units(*b));
    amounts.iter().map(money).collect()
}

#[test]
fn five_percent_either_way_is_steady_and_a_cent_more_is_not() {
    for (before, now, wanted) in [
        (10_000, 9_500, Course::Steady),
        (10_000, 9_499, Course::Shrinking),
        (10_000, 10_500, Course::Steady),
        (10_000, 10_501, Course::Growing),
        (10_000, 0, Course::Lost),
        (10_000, -1, Course::Lost),
        (0, 1, Course::New),
        (-5, 1, Course::New),
        (0, 0, Course::Apart),
        (-5, -3, Course::Apart),
    ] {
        let (before, now) = (Money::from_units(before), Money::from_units(now));
        assert_eq!(Course::of(before, now), wanted, "{before:?} {now:?}");
    }
}

/// Amounts before and now; net and gross retention; customers lost and new; what they stand for.
type Case<'a> = (&'a [(i64, i64)], Option<[f64; 2]>, [usize; 2], [i64; 2]);

#[test]
fn retention_is_that_of_another_program() {
    let cases: [Case<'_>; 8] = [
        (&[], None, [0, 0], [0, 0]),
        (&[(0, 0)], None, [0, 0], [0, 0]),
        (&[(0, 7)], None, [0, 1], [0, 7]),
        (&[(7, 0)], Some([0.0, 0.0]), [1, 0], [7, 0]),
        (&[(4, 4), (4, 4), (4, 4)], Some([1.0, 1.0]), [0, 0], [0, 0]),
        (&[(10, 20), (10, -5)], Some([1.0, 0.5]), [1, 0], [10, 0]),
        (
            &[(900, 450), (10, 10), (10, 15), (-3, 9), (0, 2), (7, 0)],
            Some([0.512_405_609_492_988_1, 0.507_011_866_235_167_2]),
            [1, 2],
            [7, 11],
        ),
        (&[(-1, -1), (1, 1)], Some([1.0, 1.0]), [0, 0], [0, 0]),
    ];
    for (amounts, ratios, counts, sums) in cases {
        let it = Retention::of(&pairs(amounts));
        match (it.net(), it.gross(), ratios) {
            (Some(net), Some(gross), Some([a, b])) => {
                assert!(
                    (net - a).abs() < 1e-9 && (gross - b).abs() < 1e-9,
                    "{amounts:?}"
                );
            }
            (None, None, None) => {}
            other => panic!("{amounts:?}: {other:?}"),
        }
        assert_eq!([it.lost.0, it.new.0], counts, "{amounts:?}");
        assert_eq!(
            [it.lost.1, it.new.1],
            sums.map(Money::from_units),
            "{amounts:?}"
        );
    }
}

proptest! {
    #[test]
    fn the_parts_lead_from_one_total_to_the_other(amounts in proptest::collection::vec((-500_i64..500, -500_i64..500), 0..40)) {
        let change = Change::of(&pairs(&amounts));
        let parts = Course::ALL.map(|it| change.part(it));
        let sum: Money = parts.iter().map(|it| it.change).sum();
        prop_assert_eq!(change.before + sum, change.now);
        prop_assert_eq!(parts.iter().map(|it| it.customers).sum::<usize>(), amounts.len());
        prop_assert!(change.part(Course::Lost).change <= Money::ZERO);
        prop_assert!(change.part(Course::New).change >= Money::ZERO);
    }

    #[test]
    fn what_is_kept_never_exceeds_what_was_there(amounts in proptest::collection::vec((-500_i64..500, -500_i64..500), 0..40)) {
        let it = Retention::of(&pairs(&amounts));
        prop_assert!(it.kept <= it.start && it.kept <= it.end);
        prop_assert!(it.lost.0 <= it.customers);
    }
}
