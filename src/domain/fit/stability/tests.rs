//! The figures are those of tests/independent/fit.py, which draws the same numbers and sorts each draw.
use super::*;
use crate::domain::money::Money;
use crate::domain::tiers::{MethodKind, Rule, TierCuts};

fn ranking(values: &[i64]) -> Ranking {
    let values: Vec<Money> = values.iter().map(|it| Money::from_units(*it)).collect();
    Ranking::new(&values)
}

fn share(cuts: &[u16]) -> Method {
    Method::Share {
        cuts: TierCuts::new(cuts.to_vec()).unwrap(),
        rule: Rule::Exclusive,
    }
}

fn simulate(values: &[i64], methods: &[Method], spread: f64) -> Vec<Stability> {
    let mut simulation = Simulation::new(&ranking(values), methods, spread);
    assert!(simulation.step(DRAWS));
    simulation.finish()
}

/// Values, spread, draws in which each customer keeps its tier.
type Case<'a> = (&'a [i64], f64, &'a [u16]);

#[test]
fn small_cases_are_those_of_another_program() {
    let falling: Vec<i64> = (1..=40).map(|it| 1_000_000 / (it * it + 3)).collect();
    let kept_of_falling = [
        1000, 1000, 999, 988, 864, 584, 750, 923, 976, 995, 988, 977, 919, 843, 707, 572, 558, 710,
        784, 870, 921, 951, 967, 985, 991, 996, 993, 998, 998, 1000, 1000, 1000, 1000, 1000, 1000,
        1000, 1000, 1000, 1000, 1000,
    ];
    let cases: [Case<'_>; 6] = [
        (&[], 0.25, &[]),
        (&[100], 0.25, &[1000]),
        (&[100, 90], 0.25, &[1000, 1000]),
        (&[1000, 10, 9], 0.25, &[1000, 1000, 1000]),
        (&[50, 50, 50], 0.25, &[990, 986, 984]),
        (&falling, 0.3, &kept_of_falling),
    ];
    for (values, spread, wanted) in cases {
        let found = simulate(values, &[share(&[8_000, 9_500])], spread);
        assert_eq!(found[0].kept, wanted, "{values:?}");
        let borderline = wanted.iter().filter(|it| **it < 800).count();
        assert_eq!(found[0].borderline, borderline, "{values:?}");
        let sum: f64 = wanted.iter().map(|it| f64::from(*it)).sum();
        let mean = sum / 1_000.0 / float(values.len().max(1));
        assert!((found[0].mean - mean).abs() < 1e-9, "{values:?}");
    }
}

#[test]
fn pieces_of_any_size_give_the_same_as_one() {
    let values: Vec<i64> = (1..=90).map(|it| 90_000 / it).collect();
    let methods = [share(&[8_000]), share(&[8_000, 9_500])];
    let whole = simulate(&values, &methods, 0.25);
    let mut parts = Simulation::new(&ranking(&values), &methods, 0.25);
    while !parts.step(7) {}
    assert_eq!(parts.finish(), whole);
}

#[test]
fn without_variation_everybody_keeps_their_tier_by_every_method() {
    let values: Vec<i64> = (1..=50).map(|it| 90_000 / it).collect();
    let ranking = ranking(&values);
    for kind in MethodKind::ALL {
        for tiers in 2..=5 {
            let methods = [kind.usual(tiers, &ranking)];
            let found = simulate(&values, &methods, 0.0);
            assert_eq!(found[0].borderline, 0, "{methods:?}");
            assert!((found[0].mean - 1.0).abs() < 1e-12, "{methods:?}");
        }
    }
}

#[test]
fn nobody_to_sort_is_no_trouble() {
    let found = simulate(&[], &[share(&[8_000])], 0.25);
    assert_eq!((found[0].borderline, found[0].customers()), (0, 0));
}
