//! Cases as data; each name states the trap.
use std::collections::BTreeSet;

use super::*;
use crate::domain::day;

/// Last day, orders, sum.
fn customers(rows: &[(&str, u32, i64)]) -> Vec<Customer> {
    rows.iter()
        .map(|(last, orders, sum)| Customer {
            last: day::parse(last),
            orders: *orders,
            revenue: Money::from_units(*sum),
            ..Customer::default()
        })
        .collect()
}

#[track_caller]
fn check(rows: &[(&str, u32, i64)], wanted: &str) {
    let rfm = Rfm::new(&customers(rows), None);
    let found: Vec<String> = (0..rows.len())
        .filter_map(|at| rfm.of(at))
        .map(|it| format!("{}{}{}", it.recency, it.frequency, it.monetary))
        .collect();
    assert_eq!(found.join(" "), wanted);
}

#[test]
fn every_one_of_the_125_combinations_has_one_name_and_every_name_is_reached() {
    let mut names = BTreeSet::new();
    let mut boxes = BTreeSet::new();
    for recency in 1..=BEST {
        for frequency in 1..=BEST {
            for monetary in 1..=BEST {
                let scores = Scores {
                    recency,
                    frequency,
                    monetary,
                };
                names.insert(scores.segment());
                boxes.insert((recency, scores.frequency_and_value()));
                assert_eq!(
                    scores.segment(),
                    Segment::at(recency, scores.frequency_and_value())
                );
            }
        }
    }
    assert_eq!(boxes.len(), 25);
    assert_eq!(names, Segment::ALL.into_iter().collect());
    assert_eq!(Segment::at(5, 5), Segment::Champions);
    assert_eq!(Segment::at(1, 1), Segment::Hibernating);
}

#[test]
fn each_name_has_a_place_and_a_slug_of_its_own() {
    let slugs: BTreeSet<&str> = Segment::ALL.into_iter().map(Segment::slug).collect();
    assert_eq!(slugs.len(), Segment::ALL.len());
    for (at, segment) in Segment::ALL.into_iter().enumerate() {
        assert_eq!(segment.place(), at);
    }
}

#[test]
fn scores_are_fifths_of_those_strictly_worse() {
    check(
        &[
            ("2025-01-01", 1, 10),
            ("2025-02-01", 2, 20),
            ("2025-03-01", 3, 30),
            ("2025-04-01", 4, 40),
            ("2025-05-01", 5, 50),
        ],
        "111 222 333 444 555",
    );
}

#[test]
fn equal_values_have_equal_scores_and_fewer_values_fewer_scores() {
    check(
        &[
            ("2025-01-01", 1, 5),
            ("2025-01-01", 1, 5),
            ("2025-01-01", 2, 5),
            ("2025-01-02", 2, 5),
        ],
        "111 111 131 431",
    );
    let rfm = Rfm::new(
        &customers(&[("2025-01-01", 1, 5), ("2025-01-02", 1, 6)]),
        None,
    );
    assert_eq!(rfm.distinct, [2, 1, 2]);
}

#[test]
fn few_customers_do_not_all_score_five() {
    check(&[], "");
    check(&[("2025-01-01", 9, 900)], "111");
    check(&[("2025-01-01", 9, 900), ("2025-01-02", 8, 800)], "133 311");
    check(
        &[
            ("2025-01-01", 1, 1),
            ("2025-01-02", 2, 2),
            ("2025-01-03", 3, 3),
        ],
        "111 222 444",
    );
}

#[test]
fn sums_of_zero_and_less_take_part() {
    check(
        &[
            ("2025-01-03", 1, -5),
            ("2025-01-02", 1, 0),
            ("2025-01-01", 1, 7),
        ],
        "411 212 114",
    );
}

#[test]
fn recency_counts_to_the_day_after_the_last_date_or_to_the_stated_one() {
    let rows = customers(&[("2025-03-01", 1, 1), ("2025-02-28", 1, 1), ("", 1, 1)]);
    let rfm = Rfm::new(&rows, None);
    assert_eq!(rfm.reference, day::parse("2025-03-02"));
    assert_eq!(
        (0..3).map(|it| rfm.days(it)).collect::<Vec<_>>(),
        [Some(1), Some(2), None]
    );
    assert_eq!(rfm.undated, 1);
    let stated = Rfm::new(&rows, day::parse("2025-03-31"));
    assert_eq!(stated.days(0), Some(30));
    assert_eq!(stated.scores, rfm.scores);
}

#[test]
fn a_customer_without_a_date_is_the_longest_away() {
    check(&[("", 1, 1), ("2020-01-01", 1, 1)], "111 311");
}

#[test]
fn the_score_of_another_sum_does_not_count_the_customer_itself() {
    let rows = customers(&[
        ("", 1, 10),
        ("", 1, 20),
        ("", 1, 30),
        ("", 1, 40),
        ("", 1, 50),
    ]);
    let what_if = WhatIf::new(&rows);
    let money = Money::from_units;
    assert_eq!(what_if.score(money(10), money(10)), 1);
    assert_eq!(what_if.score(money(10), money(21)), 2);
    assert_eq!(what_if.score(money(50), money(39)), 4);
    assert_eq!(what_if.score(money(50), money(55)), 5);
}
