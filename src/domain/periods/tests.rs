//! Periods and silence by hand: where the file begins and ends decides what may be compared.
use super::*;
use crate::domain::day;

/// A customer that brought so much on these days.
fn customer(rows: &[(&str, i64)]) -> Customer {
    let mut it = Customer::default();
    for (date, units) in rows {
        let date = day::parse(date).unwrap();
        it.first = Some(it.first.map_or(date, |first| first.min(date)));
        it.last = it.last.max(Some(date));
        let (month, sum) = (Month::of(date), Money::from_units(*units));
        it.revenue += sum;
        match it.history.last_mut() {
            Some(last) if last.0 == month => last.1 += sum,
            _ => it.history.push((month, sum)),
        }
    }
    it
}

fn base(customers: Vec<Customer>) -> CustomerBase {
    CustomerBase {
        customers,
        ..CustomerBase::default()
    }
}

fn month(text: &str) -> Month {
    Month::of(day::parse(text).unwrap())
}

/// First and last day; what is offered; whether the earlier and the later part of each is partial.
type Case<'a> = (&'a str, &'a str, &'a [(Basis, bool, bool)]);

#[test]
fn what_is_offered_and_what_is_partial_depends_on_the_first_and_last_day() {
    let (rolling, years) = (Basis::Rolling, Basis::Years);
    let cases: [Case<'_>; 7] = [
        ("2025-01-02", "2025-12-30", &[]),
        (
            "2024-01-02",
            "2025-12-30",
            &[(rolling, false, false), (years, false, false)],
        ),
        (
            "2024-01-02",
            "2025-06-17",
            &[(rolling, true, false), (years, false, true)],
        ),
        (
            "2023-06-02",
            "2025-05-28",
            &[(rolling, false, false), (years, false, true)],
        ),
        ("2024-11-02", "2025-02-28", &[(years, true, true)]),
        ("2024-05-02", "2025-05-26", &[(years, true, true)]),
        (
            "2024-01-01",
            "2025-12-01",
            &[(rolling, false, false), (years, false, false)],
        ),
    ];
    for (first, last, wanted) in cases {
        let base = base(vec![customer(&[(first, 1), (last, 2)])]);
        let found: Vec<_> = offered(&base)
            .into_iter()
            .map(|it| {
                let periods = compare(&base, it).unwrap();
                (it, periods.begins.is_some(), periods.ends.is_some())
            })
            .collect();
        assert_eq!(found, wanted, "{first} {last}");
    }
}

#[test]
fn the_last_twelve_whole_months_stand_against_the_twelve_before() {
    let base = base(vec![
        customer(&[
            ("2023-05-31", 1),
            ("2023-06-01", 2),
            ("2024-05-31", 4),
            ("2024-06-01", 8),
            ("2025-05-31", 16),
        ]),
        customer(&[("2025-06-03", 32)]),
    ]);
    let periods = compare(&base, Basis::Rolling).unwrap();
    assert_eq!(
        periods.spans.unwrap().map(|it| it.to),
        [month("2024-05-01"), month("2025-05-01")]
    );
    let pairs = [(6, 24), (0, 0)].map(|(a, b)| (Money::from_units(a), Money::from_units(b)));
    assert_eq!(periods.pairs, pairs);
    let periods = compare(&base, Basis::Years).unwrap();
    let pairs = [(12, 16), (0, 32)].map(|(a, b)| (Money::from_units(a), Money::from_units(b)));
    assert_eq!(periods.pairs, pairs);
}

#[test]
fn a_column_of_the_period_before_needs_no_dates() {
    let mut it = customer(&[]);
    it.previous = Some(Money::from_units(3));
    let base = base(vec![it, Customer::default()]);
    assert_eq!(offered(&base), [Basis::Column]);
    let periods = compare(&base, Basis::Column).unwrap();
    let zero = Money::ZERO;
    assert_eq!(periods.pairs, [(Money::from_units(3), zero), (zero, zero)]);
    assert_eq!(compare(&base, Basis::Rolling), None);
    assert_eq!(offered(&CustomerBase::default()), []);
}

#[test]
fn silent_is_longer_than_ever_before_and_not_yet_lost() {
    let end = month("2025-06-01");
    for (rows, wanted) in [
        // Too few purchases to know what is usual.
        (&[("2025-01-05", 1), ("2025-02-05", 1)][..], None),
        // Each month, then nothing for two.
        (
            &[("2025-02-05", 1), ("2025-03-05", 1), ("2025-04-05", 5)],
            Some((2, 1, 7)),
        ),
        // One month without is no silence.
        (
            &[("2025-03-05", 1), ("2025-04-05", 1), ("2025-05-05", 1)],
            None,
        ),
        // Only in summer: a winter is not silence.
        (
            &[("2024-06-05", 1), ("2024-07-05", 1), ("2023-06-05", 1)],
            None,
        ),
        // Half a year was usual once.
        (
            &[("2024-03-05", 1), ("2024-09-05", 1), ("2025-01-05", 1)],
            None,
        ),
        // Lost rather than silent.
        (
            &[("2024-03-05", 1), ("2024-04-05", 1), ("2024-05-05", 1)],
            None,
        ),
        // A credit is no purchase.
        (
            &[
                ("2025-02-05", 1),
                ("2025-03-05", 1),
                ("2025-04-05", 5),
                ("2025-06-05", -2),
            ],
            Some((2, 1, 7)),
        ),
    ] {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        let found = silent(&[customer(&rows)], end);
        let found = found.first().map(|it| (it.months, it.longest, it.value));
        let wanted =
            wanted.map(|(months, longest, value)| (months, longest, Money::from_units(value)));
        assert_eq!(found, wanted, "{rows:?}");
    }
}
