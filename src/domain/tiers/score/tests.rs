//! Cases as data; each name states the trap.
use proptest::prelude::*;

use super::*;
use crate::domain::money::Money;

fn by_rank(weights: &[(Measure, u8)]) -> Score {
    let weights = weights
        .iter()
        .map(|(it, percent)| Weight::of(*it, *percent))
        .collect();
    Score::new(weights, vec![70, 40]).expect("weights of a test sum to 100")
}

/// The score in points of customers whose only measure has these values.
#[track_caller]
fn check(values: &[Option<i128>], wanted: &[f64]) {
    let sheet = ScoreSheet::new(
        values.len(),
        &by_rank(&[(Measure::Revenue, 100)]),
        |_, at| values[at],
    );
    for (at, wanted) in wanted.iter().enumerate() {
        let found = Money::from_ten_thousandths(sheet.total(at).into()).to_f64() / 1e5;
        assert!(
            (found - wanted).abs() < 1e-8,
            "{at}: {found} is not {wanted}"
        );
    }
}

#[test]
fn a_rank_counts_the_worse_and_half_of_the_equal() {
    check(
        &[Some(1), Some(2), Some(3), Some(4)],
        &[12.5, 37.5, 62.5, 87.5],
    );
    check(
        &[Some(5), Some(5), Some(9)],
        &[100.0 / 3.0, 100.0 / 3.0, 250.0 / 3.0],
    );
    check(&[Some(5)], &[50.0]);
}

#[test]
fn what_is_missing_takes_the_middle_and_is_reported() {
    check(&[Some(1), None, Some(2)], &[25.0, 50.0, 75.0]);
    check(&[None, None], &[50.0, 50.0]);
    let sheet = ScoreSheet::new(
        3,
        &by_rank(&[(Measure::Revenue, 60), (Measure::Margin, 40)]),
        |it, at| (it == Measure::Revenue || at == 0).then_some(7),
    );
    assert_eq!(sheet.missing, [0, 2]);
    assert_eq!(
        (sheet.part(1, 0), sheet.part(1, 1)),
        (Some(50 * POINT), None)
    );
}

#[test]
fn of_days_fewer_are_better() {
    let score = by_rank(&[(Measure::Days, 100)]);
    let sheet = ScoreSheet::new(2, &score, |_, at| Some([30, 3][at]));
    assert!(sheet.total(1) > sheet.total(0));
    let steps = [
        Step {
            limit: 30,
            points: 100,
        },
        Step {
            limit: 90,
            points: 40,
        },
    ];
    assert_eq!(
        [30, 31, 90, 91].map(|it| step(&steps, -it, true) / POINT),
        [100, 40, 40, 0]
    );
}

#[test]
fn a_step_holds_from_its_limit_on() {
    let steps = [
        Step {
            limit: 100,
            points: 90,
        },
        Step {
            limit: 10,
            points: 30,
        },
    ];
    assert_eq!(
        [100, 99, 10, 9].map(|it| step(&steps, it, false) / POINT),
        [90, 30, 30, 0]
    );
}

#[test]
fn a_score_at_a_limit_is_in_the_tier_above_it() {
    let score = by_rank(&[(Measure::Revenue, 100)]);
    assert_eq!(
        [100 * POINT, 70 * POINT, 70 * POINT - 1, 40 * POINT, 0].map(|it| score.tier_of(it)),
        [0, 0, 1, 1, 2]
    );
}

#[test]
fn a_score_that_cannot_be_is_refused() {
    let revenue = |percent| vec![Weight::of(Measure::Revenue, percent)];
    let twice = vec![
        Weight::of(Measure::Revenue, 50),
        Weight::of(Measure::Revenue, 50),
    ];
    let zero = vec![
        Weight::of(Measure::Revenue, 100),
        Weight::of(Measure::Margin, 0),
    ];
    let steep = vec![Weight {
        scale: Scale::Steps(vec![Step {
            limit: 1,
            points: 101,
        }]),
        ..Weight::of(Measure::Revenue, 100)
    }];
    for (weights, limits, why) in [
        (vec![], vec![50], ScoreError::Measures),
        (twice, vec![50], ScoreError::Measures),
        (revenue(90), vec![50], ScoreError::Weights(90)),
        (zero, vec![50], ScoreError::Weights(100)),
        (steep, vec![50], ScoreError::Steps),
        (revenue(100), vec![], ScoreError::Limits),
        (revenue(100), vec![50, 50], ScoreError::Limits),
        (revenue(100), vec![100], ScoreError::Limits),
        (revenue(100), vec![5, 4, 3, 2, 1], ScoreError::Limits),
    ] {
        assert_eq!(Score::new(weights, limits), Err(why));
    }
}

#[test]
fn the_usual_score_takes_what_the_file_knows_and_sums_to_100() {
    for known in 0..=Measure::ALL.len() {
        let score = Score::usual(3, |it| Measure::ALL[..known].contains(&it));
        assert_eq!(
            Score::new(score.weights().to_vec(), score.limits().to_vec()),
            Ok(score)
        );
    }
    for tiers in 2..=5 {
        assert_eq!(Score::usual(tiers, |_| false).limits().len() + 1, tiers);
    }
}

proptest! {
    #[test]
    fn order_and_scale_of_the_values_do_not_matter(
        values in prop::collection::vec(prop::option::of(-50_i128..50), 1..40),
        factor in 1_i128..1_000,
    ) {
        let score = by_rank(&[(Measure::Revenue, 100)]);
        let n = values.len();
        let plain = ScoreSheet::new(n, &score, |_, at| values[at]);
        let scaled = ScoreSheet::new(n, &score, |_, at| values[at].map(|it| it * factor));
        let turned = ScoreSheet::new(n, &score, |_, at| values[n - 1 - at]);
        for at in 0..n {
            prop_assert_eq!(plain.total(at), scaled.total(at));
            prop_assert_eq!(plain.total(at), turned.total(n - 1 - at));
            prop_assert!((0..=100 * POINT).contains(&plain.total(at)));
        }
    }
}
