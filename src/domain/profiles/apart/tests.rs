//! What sets a tier apart in files so small that every figure can be seen.
use proptest::prelude::*;

use super::*;
use crate::domain::customer::{Customer, CustomerBase};

/// Industries by tier: a letter for each customer, a point where the file does not say.
fn base(words: &str) -> CustomerBase {
    let customer = |it: char| Customer {
        industry: (it != '.').then(|| it.to_string()),
        ..Customer::default()
    };
    CustomerBase {
        customers: words.chars().map(customer).collect(),
        ..CustomerBase::default()
    }
}

/// `words` of the first tier, of the second, and so on; `-` is a tier of nobody.
fn apart(tiers: &[&str], tier: usize) -> (Vec<Traits>, Apart) {
    let tiers: Vec<&str> = tiers.iter().map(|it| it.trim_matches('-')).collect();
    let base = base(&tiers.concat());
    let places = tiers.iter().enumerate();
    let of: Vec<Option<usize>> = places
        .flat_map(|(at, it)| it.chars().map(move |_| Some(at)))
        .collect();
    let traits = Traits::all(&base);
    let apart = Apart::of(&traits, &of, tier);
    (traits, apart)
}

#[track_caller]
fn check(tiers: &[&str], wanted: &[&str]) {
    let (traits, found) = apart(tiers, 0);
    let line = |it: &Comparison| {
        let name = traits.first().map_or("", |traits| traits.name(it.value));
        let (a, b, c, d) = (it.tier.0, it.tier.1, it.all.0, it.all.1);
        format!("{name} {a}/{b} of {c}/{d} {:?}", it.verdict())
    };
    let found: Vec<String> = found.comparisons.iter().map(line).collect();
    assert_eq!(found, wanted);
}

#[test]
fn nobody_one_two_and_three_customers_tell_nothing_for_certain() {
    check(&["-", "-"], &[]);
    check(&["a", "-"], &[]);
    check(&["a", "b"], &["a 1/1 of 1/2 TooFew"]);
    check(&["a", "ab"], &["a 1/1 of 2/3 TooFew"]);
    check(
        &["ab", "c"],
        &["a 1/2 of 1/3 TooFew", "b 1/2 of 1/3 TooFew"],
    );
}

#[test]
fn what_everybody_is_sets_nobody_apart_and_a_tier_of_everybody_is_not_apart() {
    check(&["aaaaa", "aaaaaaaa"], &[]);
    check(&["aaaaabbbbb", "-"], &[]);
    check(&["aaaaabbbbb", "....."], &[]);
}

#[test]
fn what_the_file_does_not_say_is_neither_one_thing_nor_another() {
    let (_, found) = apart(&["aaaaa..", "bbbbbbbbbb....."], 0);
    assert_eq!(found.unknown, [(Attribute::Industry, 2)]);
    check(
        &["aaaaa..", "bbbbbbbbbb....."],
        &["a 5/5 of 5/15 More", "b 0/5 of 10/15 Less"],
    );
}

#[test]
fn four_customers_are_too_few_and_five_are_enough() {
    check(&["aaaa", "bbbbbbbbbbbb"], &["a 4/4 of 4/16 TooFew"]);
    check(
        &["aaaab", "bbbbbbbbbbbb"],
        &["b 1/5 of 13/17 Less", "a 4/5 of 4/17 TooFew"],
    );
}

#[test]
fn a_difference_that_would_count_alone_may_be_chance_among_many() {
    // 6 of 9 against 4 of 23: 0.0126 by itself, twice that beside one other, five times beside four.
    let (_, two) = apart(&["aaaaaabbb", "aaaabbbbbbbbbbbbbbbbbbb"], 0);
    let (_, five) = apart(&["aaaaaaccc", "aaaabbbbbbbccdddddeeeee"], 0);
    for (found, tested, verdict) in [(&two, 2, Verdict::More), (&five, 5, Verdict::Open)] {
        let first = found.comparisons.first().unwrap();
        assert!((first.chance.unwrap() - 0.012_553_834_745_158_44).abs() < 1e-12);
        assert_eq!(
            (first.tier, first.verdict(), found.tested),
            ((6, 9), verdict, tested)
        );
    }
    assert_eq!(five.first(), None);
}

#[test]
fn more_common_comes_before_less_common_as_the_finding() {
    let (traits, found) = apart(&["aaaaaaaacc", "bbbbbbbbbbbbbbbbbbbbcccccc"], 0);
    let first = found.first().unwrap();
    assert_eq!(traits[0].name(first.value), "a");
    assert!((first.lift() - 3.6).abs() < 1e-12);
    let (traits, found) = apart(&["abcdefghij", "zzzzzzzzzzzzzzzzzzzz"], 0);
    let first = found.first().unwrap();
    assert_eq!(
        (traits[0].name(first.value), first.verdict()),
        ("z", Verdict::Less)
    );
}

proptest! {
    #[test]
    fn tiers_add_up_to_all_and_the_order_of_customers_does_not_matter(
        rows in prop::collection::vec((0_usize..4, "[abcd.]"), 0..60)
    ) {
        let figures = |rows: &[(usize, String)], tier| {
            let words: String = rows.iter().map(|it| it.1.as_str()).collect();
            let base = base(&words);
            let tiers: Vec<Option<usize>> = rows.iter().map(|it| (it.0 < 3).then_some(it.0)).collect();
            let traits = Traits::all(&base);
            let found = Apart::of(&traits, &tiers, tier);
            let mut all: Vec<(String, Comparison)> = found.comparisons.iter().map(|it| {
                (traits[0].name(it.value).to_owned(), Comparison { value: 0, ..*it })
            }).collect();
            all.sort_by(|a, b| a.0.cmp(&b.0));
            all
        };
        let mut turned = rows.clone();
        turned.reverse();
        let mut sums = std::collections::BTreeMap::<String, (usize, usize)>::new();
        for tier in 0..3 {
            let found = figures(&rows, tier);
            prop_assert_eq!(&found, &figures(&turned, tier));
            for (name, it) in found {
                prop_assert!(it.tier.0 <= it.tier.1 && it.tier.1 <= it.all.1 && it.tier.0 <= it.all.0);
                let entry = sums.entry(name).or_default();
                *entry = (entry.0 + it.tier.0, it.all.0);
            }
        }
        prop_assert!(sums.values().all(|(sum, all)| sum <= all));
    }
}
