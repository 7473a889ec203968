//! Cases as data; each name states the trap.
use proptest::prelude::*;

use super::*;
use crate::domain::tiers::{Rule, TierCuts, Why};

fn money(values: &[i64]) -> Vec<Money> {
    values.iter().map(|it| Money::from_units(*it)).collect()
}

fn plan(cuts: &[u16], rule: Rule) -> TierPlan {
    let cuts = TierCuts::new(cuts.to_vec()).expect("cuts of a test rise");
    TierPlan {
        names: vec![String::new(); cuts.tiers()],
        method: Method::Share { cuts, rule },
    }
}

fn moved(to: &[(usize, usize)]) -> BTreeMap<usize, Exception> {
    let exception = |tier| Exception {
        tier,
        reason: "because".to_owned(),
        review: None,
    };
    to.iter()
        .map(|(at, tier)| (*at, exception(*tier)))
        .collect()
}

/// The tier of each customer in file order; `.` for those apart.
#[track_caller]
fn check(values: &[i64], cuts: &[u16], rule: Rule, exceptions: &[(usize, usize)], wanted: &str) {
    let ranking = Ranking::new(&money(values));
    let sorting = Sorting::new(&ranking, &plan(cuts, rule), &moved(exceptions));
    let tier = |at: usize| {
        sorting
            .tier_of(&ranking, at)
            .map_or(".".to_owned(), |it| (it + 1).to_string())
    };
    let found: String = (0..values.len()).map(tier).collect();
    assert_eq!(found, wanted);
    // The same through the other door: members of each tier.
    for tier in 0..sorting.tiers().len() {
        let members = sorting.members(&ranking, tier);
        assert_eq!(
            members.len(),
            sorting.tiers()[tier].customers,
            "tier {tier}"
        );
        for at in members {
            assert_eq!(sorting.tier_of(&ranking, at), Some(tier), "customer {at}");
        }
    }
}

#[test]
fn the_share_before_a_customer_decides() {
    // Shares before: 0, 50, 80, 95 %.
    check(
        &[50, 30, 15, 5],
        &[8_000, 9_500],
        Rule::Exclusive,
        &[],
        "1123",
    );
    check(
        &[50, 31, 14, 5],
        &[8_000, 9_500],
        Rule::Exclusive,
        &[],
        "1123",
    );
    check(
        &[5, 15, 30, 50],
        &[8_000, 9_500],
        Rule::Exclusive,
        &[],
        "3211",
    );
}

#[test]
fn a_dominant_customer_is_in_the_first_tier_only_under_the_exclusive_rule() {
    check(&[90, 6, 4], &[8_000, 9_500], Rule::Exclusive, &[], "123");
    check(&[90, 6, 4], &[8_000, 9_500], Rule::Inclusive, &[], "233");
}

#[test]
fn equal_values_share_the_tier_of_their_first() {
    check(
        &[10; 10],
        &[8_000, 9_500],
        Rule::Exclusive,
        &[],
        "1111111111",
    );
    check(
        &[40, 20, 20, 20],
        &[5_000, 9_500],
        Rule::Exclusive,
        &[],
        "1111",
    );
    check(
        &[70, 10, 10, 10],
        &[7_500, 9_500],
        Rule::Inclusive,
        &[],
        "1222",
    );
}

#[test]
fn nobody_is_lost_when_a_customer_stands_apart() {
    check(&[0, 50, -9, 50], &[8_000], Rule::Exclusive, &[], ".1.1");
    check(&[0, -1], &[8_000], Rule::Exclusive, &[], "..");
    check(&[], &[8_000], Rule::Exclusive, &[], "");
}

#[test]
fn a_hand_stands_above_the_rule_even_for_those_apart() {
    check(
        &[50, 30, 15, 5, -2],
        &[8_000, 9_500],
        Rule::Exclusive,
        &[(0, 2), (4, 0)],
        "31231",
    );
}

#[test]
fn an_exception_to_a_tier_that_is_gone_or_to_its_own_tier_is_none() {
    check(
        &[50, 30, 15, 5],
        &[8_000, 9_500],
        Rule::Exclusive,
        &[(0, 4), (1, 0)],
        "1123",
    );
}

#[test]
fn sums_follow_the_customers_that_were_moved() {
    let ranking = Ranking::new(&money(&[50, 30, 15, 5, -2]));
    let exceptions = moved(&[(0, 2), (4, 0)]);
    let sorting = Sorting::new(
        &ranking,
        &plan(&[8_000, 9_500], Rule::Exclusive),
        &exceptions,
    );
    let held: Vec<_> = sorting
        .tiers()
        .iter()
        .map(|it| (it.customers, it.value.units()))
        .collect();
    assert_eq!(held, [(2, 28), (1, 15), (2, 55)]);
    assert_eq!(sorting.apart(), (0, Money::ZERO));
    assert_eq!(sorting.exceptions(), ExceptionRate { moved: 2, of: 4 });
    let rate = sorting.tiers()[0].exceptions;
    assert_eq!(
        rate,
        ExceptionRate { moved: 1, of: 2 },
        "of those the rule put there"
    );
    let margins = money(&[5, 3, 1, 0, 7]);
    let margin = |at: usize| margins[at];
    let running = ranking.running_sums(margin);
    assert_eq!(sorting.sums(&ranking, &running, margin), money(&[10, 1, 5]));
}

#[test]
fn over_one_in_ten_is_high_and_exactly_one_in_ten_is_not() {
    for (moved, of, is_high) in [(1, 10, false), (2, 19, true), (0, 0, false), (1, 9, true)] {
        assert_eq!(
            ExceptionRate { moved, of }.is_high(),
            is_high,
            "{moved} of {of}"
        );
    }
}

#[test]
fn why_gives_the_number_that_decided() {
    let ranking = Ranking::new(&money(&[40, 30, 10, 10, 10, 0]));
    let exceptions = moved(&[(1, 2)]);
    let exclusive = plan(&[7_500, 9_500], Rule::Exclusive);
    let inclusive = plan(&[7_500, 9_500], Rule::Inclusive);
    let why = |plan: &TierPlan, at| {
        let sorting = Sorting::new(&ranking, plan, &exceptions);
        sorting.why(&ranking, plan, at, &exceptions)
    };
    assert_eq!(why(&exclusive, 0), Why::Largest);
    let by_hand = Why::ByHand {
        by_rule: Some(0),
        exception: exceptions[&1].clone(),
    };
    assert_eq!(why(&exclusive, 1), by_hand);
    assert_eq!(
        why(&exclusive, 2),
        Why::Share {
            share: 7_000,
            limit: 7_500
        }
    );
    // 80 % are before it, over the limit: only the customer of the same value keeps it there.
    assert_eq!(why(&exclusive, 3), Why::Equal { limit: 7_500 });
    assert_eq!(why(&exclusive, 5), Why::Apart);
    assert_eq!(
        why(&inclusive, 0),
        Why::Share {
            share: 4_000,
            limit: 7_500
        }
    );
    assert_eq!(
        why(&inclusive, 2),
        Why::Share {
            share: 8_000,
            limit: 9_500
        }
    );
    assert_eq!(why(&inclusive, 4), Why::Equal { limit: 9_500 });
}

#[test]
fn the_next_tier_is_as_far_as_its_last_customer() {
    let ranking = Ranking::new(&money(&[50, 30, 15, 5, 0]));
    let sorting = Sorting::new(
        &ranking,
        &plan(&[8_000, 9_500], Rule::Exclusive),
        &BTreeMap::new(),
    );
    let distance: Vec<_> = (0..5)
        .map(|at| sorting.to_next(&ranking, at).map(Money::units))
        .collect();
    assert_eq!(distance, [None, None, Some(15), Some(10), None]);
}

#[test]
fn near_a_limit_is_a_tenth_more_or_less_of_the_own_value() {
    // The limit runs between 100 and 95: 105 would fall with a tenth less, 110 would not; 95 and 91
    // would rise with a tenth more, 90 would not.
    let values = [110, 105, 100, 95, 91, 90];
    let ranking = Ranking::new(&money(&values));
    let sorting = Sorting::new(&ranking, &plan(&[5_000], Rule::Exclusive), &BTreeMap::new());
    assert_eq!(sorting.ends(), [3, 6]);
    assert_eq!(
        sorting.near_limits(&ranking),
        std::iter::once(1..5).collect::<Vec<_>>()
    );
}

#[test]
fn limits_close_together_make_one_range() {
    let ranking = Ranking::new(&money(&[10; 6]));
    let equal = Sorting::new(
        &ranking,
        &plan(&[3_000, 6_000], Rule::Exclusive),
        &BTreeMap::new(),
    );
    assert!(
        equal.near_limits(&ranking).is_empty(),
        "one tier has no limit inside"
    );
    let ranking = Ranking::new(&money(&[104, 103, 102, 101, 100]));
    let close = Sorting::new(
        &ranking,
        &plan(&[3_000, 7_000], Rule::Exclusive),
        &BTreeMap::new(),
    );
    assert_eq!(
        close.near_limits(&ranking),
        std::iter::once(0..5).collect::<Vec<_>>()
    );
}

fn any_plan() -> impl Strategy<Value = TierPlan> {
    let cuts = prop::collection::btree_set(1_u16..10_000, 1..=4);
    (cuts, prop::bool::ANY).prop_map(|(cuts, is_inclusive)| {
        let rule = if is_inclusive {
            Rule::Inclusive
        } else {
            Rule::Exclusive
        };
        plan(&cuts.into_iter().collect::<Vec<_>>(), rule)
    })
}

proptest! {
    #[test]
    fn tiers_and_those_apart_are_the_whole_file_to_the_cent(
        values in prop::collection::vec(-50_000_i64..1_000_000, 1..120),
        plan in any_plan(),
        exceptions in prop::collection::vec((0_usize..120, 0_usize..6), 0..20),
    ) {
        let amounts: Vec<Money> = values.iter().map(|it| Money::from_ten_thousandths((*it).into())).collect();
        let ranking = Ranking::new(&amounts);
        let exceptions: Vec<_> = exceptions.into_iter().filter(|(at, _)| *at < values.len()).collect();
        let sorting = Sorting::new(&ranking, &plan, &moved(&exceptions));
        let (n_apart, apart) = sorting.apart();
        let n: usize = sorting.tiers().iter().map(|it| it.customers).sum();
        let sum: Money = sorting.tiers().iter().map(|it| it.value).sum();
        prop_assert_eq!(n + n_apart, values.len());
        prop_assert_eq!(sum + apart, amounts.iter().sum());
        // Member by member, too: the sums are kept up by hand, the members are not.
        for (tier, held) in sorting.tiers().iter().enumerate() {
            let members = sorting.members(&ranking, tier);
            prop_assert_eq!(members.len(), held.customers);
            prop_assert_eq!(members.iter().map(|at| amounts[*at]).sum::<Money>(), held.value);
        }
    }

    #[test]
    fn equal_values_share_a_tier_and_more_is_never_worse(
        values in prop::collection::vec(1_i64..40, 1..100),
        plan in any_plan(),
    ) {
        let ranking = Ranking::new(&money(&values));
        let sorting = Sorting::new(&ranking, &plan, &BTreeMap::new());
        let tier = |at: usize| sorting.tier_of(&ranking, at);
        for a in 0..values.len() {
            for b in 0..values.len() {
                if values[a] >= values[b] {
                    prop_assert!(tier(a) <= tier(b), "{} in {:?}, {} in {:?}", values[a], tier(a), values[b], tier(b));
                }
            }
        }
    }

    #[test]
    fn the_largest_is_always_in_the_first_tier_under_the_exclusive_rule(
        values in prop::collection::vec(1_i64..1_000_000, 1..100),
        cuts in prop::collection::btree_set(1_u16..10_000, 1..=4),
    ) {
        let ranking = Ranking::new(&money(&values));
        let plan = plan(&cuts.into_iter().collect::<Vec<_>>(), Rule::Exclusive);
        let sorting = Sorting::new(&ranking, &plan, &BTreeMap::new());
        prop_assert_eq!(ranking.customer_at(0).and_then(|it| sorting.tier_of(&ranking, it)), Some(0));
    }

    #[test]
    fn a_dragged_limit_never_crosses_its_neighbours(
        cuts in prop::collection::btree_set(1_u16..10_000, 1..=4),
        moves in prop::collection::vec((0_usize..6, 0_u16..=10_000), 1..40),
    ) {
        let mut cuts = TierCuts::new(cuts.into_iter().collect()).expect("a set rises");
        for (at, to) in moves {
            let before = cuts.clone();
            cuts = cuts.moved(at, to);
            prop_assert_eq!(TierCuts::new(cuts.as_slice().to_vec()), Ok(cuts.clone()));
            let others = |it: &TierCuts| it.as_slice().iter().enumerate().filter(|(i, _)| *i != at).map(|(_, it)| *it).collect::<Vec<_>>();
            prop_assert_eq!(others(&before), others(&cuts), "only the dragged limit moves");
        }
    }
}
