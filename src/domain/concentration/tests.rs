//! Figures computed by another program (exact fractions; the Gini coefficient also as the mean absolute
//! difference over twice the mean).
use proptest::prelude::*;

use super::*;

fn figures(values: &[i64]) -> Concentration {
    let values: Vec<Money> = values.iter().map(|it| Money::from_units(*it)).collect();
    Concentration::of(&Ranking::new(&values))
}

/// The other program's figures, to six places.
struct Wanted {
    values: Vec<i64>,
    top: [f64; 3],
    top_percent: [f64; 2],
    for_80: usize,
    gini: f64,
    corrected: Option<f64>,
    hhi: f64,
    effective: f64,
}

fn near(a: f64, b: f64) -> bool {
    // Half of the sixth place of the larger figures.
    (a - b).abs() <= 5.1e-7
}

#[test]
fn figures_are_those_of_another_program() {
    let cases = [
        Wanted {
            values: vec![100, 50, 25, 15, 10],
            top: [0.5, 1.0, 1.0],
            top_percent: [0.5, 0.5],
            for_80: 3,
            gini: 0.43,
            corrected: Some(0.5375),
            hhi: 0.336_25,
            effective: 2.973_978,
        },
        Wanted {
            values: vec![1; 10],
            top: [0.1, 0.5, 1.0],
            top_percent: [0.1, 0.2],
            for_80: 8,
            gini: 0.0,
            corrected: Some(0.0),
            hhi: 0.1,
            effective: 10.0,
        },
        Wanted {
            values: std::iter::once(900).chain([10; 10]).collect(),
            top: [0.9, 0.94, 0.99],
            top_percent: [0.91, 0.92],
            for_80: 1,
            gini: 0.809_091,
            corrected: Some(0.89),
            hhi: 0.811,
            effective: 1.233_046,
        },
        Wanted {
            values: vec![7],
            top: [1.0, 1.0, 1.0],
            top_percent: [1.0, 1.0],
            for_80: 1,
            gini: 0.0,
            corrected: None,
            hhi: 1.0,
            effective: 1.0,
        },
        Wanted {
            values: (1..=140).collect(),
            top: [0.014_184, 0.069_909, 0.137_285],
            top_percent: [0.189_362, 0.358_865],
            for_80: 78,
            gini: 0.330_952,
            corrected: Some(0.333_333),
            hhi: 0.009_490,
            effective: 105.373_665,
        },
        Wanted {
            values: (0..12).map(|it| 1 << it).collect(),
            top: [0.500_122, 0.968_987, 0.999_267],
            top_percent: [0.750_183, 0.875_214],
            for_80: 3,
            gini: 0.750_488,
            corrected: Some(0.818_715),
            hhi: 0.333_496,
            effective: 2.998_536,
        },
    ];
    for it in cases {
        let found = figures(&it.values);
        let name = format!("{:?}: {found:?}", it.values);
        assert!(
            found.top.into_iter().zip(it.top).all(|(a, b)| near(a, b)),
            "{name}"
        );
        assert!(
            found
                .top_percent
                .into_iter()
                .zip(it.top_percent)
                .all(|(a, b)| near(a, b)),
            "{name}"
        );
        assert_eq!(found.customers_for_80, it.for_80, "{name}");
        assert!(found.gini.is_some_and(|gini| near(gini, it.gini)), "{name}");
        assert_eq!(
            found.gini_corrected.is_some(),
            it.corrected.is_some(),
            "{name}"
        );
        assert!(
            near(
                found.gini_corrected.unwrap_or(0.0),
                it.corrected.unwrap_or(0.0)
            ),
            "{name}"
        );
        assert!(
            near(found.hhi, it.hhi) && near(found.effective, it.effective),
            "{name}"
        );
    }
}

#[test]
fn customers_without_positive_value_have_no_part_in_the_figures() {
    assert_eq!(figures(&[5, 5, 0, -3]), figures(&[5, 5]));
}

#[test]
fn nobody_has_no_gini_and_no_effective_number() {
    let none = figures(&[0, -1]);
    assert_eq!(
        (none.gini, none.gini_corrected, none.customers),
        (None, None, 0)
    );
    assert_eq!(none.effective.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn a_group_counts_as_one_only_with_two_companies_or_more() {
    let customer = |group: &str, revenue: i64| Customer {
        group: (!group.is_empty()).then(|| group.to_owned()),
        revenue: Money::from_units(revenue),
        ..Customer::default()
    };
    let group = largest_group(&[
        customer("", 100),
        customer("Alone", 90),
        customer("North", 30),
        customer(" North ", 25),
        customer("South", 40),
        customer("South", -10),
    ]);
    let wanted = Group {
        name: "North".to_owned(),
        companies: 2,
        value: Money::from_units(55),
    };
    assert_eq!(group, Some(wanted));
    assert_eq!(
        largest_group(&[customer("Alone", 90), customer("  ", 5), customer("  ", 5)]),
        None
    );
}

proptest! {
    #[test]
    fn figures_stay_within_their_bounds(values in prop::collection::vec(1_i64..1_000_000, 2..200)) {
        let found = figures(&values);
        let n = float(values.len());
        prop_assert!(found.effective >= 1.0 - 1e-9 && found.effective <= n + 1e-6);
        let gini = found.gini_corrected.unwrap_or(-1.0);
        prop_assert!((-1e-9..=1.0 + 1e-9).contains(&gini), "{gini}");
    }

    #[test]
    fn money_of_another_size_is_concentrated_the_same(values in prop::collection::vec(1_i64..10_000, 2..100)) {
        let larger: Vec<i64> = values.iter().map(|it| it * 1_000).collect();
        let (a, b) = (figures(&values), figures(&larger));
        prop_assert!((a.hhi - b.hhi).abs() < 1e-9);
        prop_assert_eq!(a.customers_for_80, b.customers_for_80);
    }
}

#[test]
fn companies_of_one_group_are_one_and_others_keep_their_names() {
    let customer = |name: &str, group: &str, units: i64| Customer {
        name: name.to_owned(),
        group: (!group.is_empty()).then(|| group.to_owned()),
        revenue: Money::from_units(units),
        ..Customer::default()
    };
    let all = [
        customer("A", "", 5),
        customer("B", "Group", 3),
        customer("C", " ", 2),
        customer("D", "Group ", 4),
        customer("A", "", 1),
    ];
    let found = grouped(&all, Amount::Revenue);
    let wanted = [("A", 5), ("Group", 7), ("C", 2), ("A", 1)];
    assert_eq!(
        found,
        wanted.map(|(name, units)| (name, Money::from_units(units)))
    );
    assert_eq!(grouped(&[], Amount::Margin), []);
}
