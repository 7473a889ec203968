//! Cases as data; each name states the trap. The same classes as `tests/independent/classes.py` finds.
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::domain::day;
use crate::domain::tiers::rules::{Condition, TierRule};
use crate::domain::tiers::{Exception, MethodKind, Sorting, TierCount, TierPlan};

fn plan(method: Method) -> TierPlan {
    let mut plan = TierPlan::usual(3);
    plan.set_method(method);
    plan
}

/// Revenue, potential, orders, last day.
fn customers(rows: &[(i64, &str, u32, &str)]) -> Vec<Customer> {
    let one = |(at, it): (usize, &(i64, &str, u32, &str))| Customer {
        key: at.to_string(),
        revenue: Money::from_units(it.0),
        potential: (!it.1.is_empty()).then(|| it.1.to_owned()),
        orders: it.2,
        last: day::parse(it.3),
        ..Customer::default()
    };
    rows.iter().enumerate().map(one).collect()
}

/// The tier of each customer and whether it is near a limit (`*`).
#[track_caller]
fn check(rows: &[(i64, &str, u32, &str)], method: Method, wanted: &str) {
    let customers = customers(rows);
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let typed = BTreeMap::new();
    let known = Known {
        customers: &customers,
        ranking: &ranking,
        typed: &typed,
    };
    let classes = Arc::new(Classes::new(&method, known).expect("no method of value"));
    let one = |at: usize| {
        let near = if classes.is_near(at) { "*" } else { "" };
        classes
            .tier_of(at)
            .map_or_else(String::new, |it| format!("{}{near}", it + 1))
    };
    let found: Vec<String> = (0..rows.len()).map(one).collect();
    assert_eq!(found.join(" "), wanted);
    let sorting = Sorting::with(&ranking, &plan(method), Some(&classes), &BTreeMap::new());
    assert_eq!(sorting.apart(), (0, Money::ZERO));
    for tier in 0..sorting.tiers().len() {
        let members = sorting.members(&ranking, tier);
        assert_eq!(members.len(), sorting.tiers()[tier].customers);
        let sum: Money = members.iter().map(|it| values[*it]).sum();
        assert_eq!(sum, sorting.tiers()[tier].value);
        assert!(
            members
                .iter()
                .all(|it| sorting.tier_of(&ranking, *it) == Some(tier))
        );
    }
}

fn usual(kind: MethodKind) -> Method {
    kind.usual(3, &Ranking::new(&[]))
}

#[test]
fn a_small_customer_with_much_potential_is_not_in_the_last_tier() {
    let rows = [
        (500, "1", 1, ""),
        (300, "3", 1, ""),
        (150, "2", 1, ""),
        (30, "3", 1, ""),
        (20, "1", 1, ""),
        (0, "3", 1, ""),
        (-9, "", 1, ""),
    ];
    check(&rows, usual(MethodKind::Matrix), "1 1 2* 2 3 2 3");
}

#[test]
fn nobody_one_and_equal_customers_are_sorted_by_every_method() {
    for kind in MethodKind::ALL.into_iter().filter(|it| !it.is_by_value()) {
        check(&[], usual(kind), "");
    }
    check(&[(5, "", 1, "")], usual(MethodKind::Rfm), "3");
    check(&[(5, "", 1, "")], usual(MethodKind::Score), "2");
    check(&[(5, "", 1, "")], usual(MethodKind::Rules), "3");
    check(&[(5, "", 1, ""); 4], usual(MethodKind::Score), "2 2 2 2");
    check(&[(0, "", 1, ""); 3], usual(MethodKind::Rfm), "3 3 3");
}

#[test]
fn champions_are_first_and_those_who_were_among_the_best_with_them() {
    let rows = [
        (900, "", 9, "2025-12-30"),
        (800, "", 8, "2025-01-02"),
        (40, "", 2, "2025-12-20"),
        (30, "", 1, "2025-06-01"),
        (10, "", 1, "2025-01-01"),
    ];
    check(&rows, usual(MethodKind::Rfm), "1 2 2 3 3");
}

#[test]
fn a_tenth_less_than_a_rules_limit_is_near_it() {
    let rule = TierRule {
        all: vec![Condition::AtLeast {
            what: Measure::Revenue,
            limit: 1_000_000,
        }],
        tier: 0,
    };
    let list = RuleList::new(vec![rule], 2, TierCount::near(3)).expect("a rule");
    let rows = [
        (120, "", 1, ""),
        (105, "", 1, ""),
        (95, "", 1, ""),
        (90, "", 1, ""),
    ];
    check(&rows, Method::Rules { list }, "1 1* 3* 3");
}

fn any_method() -> impl Strategy<Value = Method> {
    let kinds = [
        MethodKind::Matrix,
        MethodKind::Score,
        MethodKind::Rfm,
        MethodKind::Rules,
    ];
    (prop::sample::select(kinds.to_vec()), 2_usize..=5).prop_map(|(kind, tiers)| {
        if kind != MethodKind::Rules {
            return kind.usual(tiers, &Ranking::new(&[]));
        }
        let rule = |limit: i64, tier| TierRule {
            all: vec![Condition::AtLeast {
                what: Measure::Revenue,
                limit: limit * 10_000,
            }],
            tier,
        };
        let rules = vec![rule(50, 0), rule(10, 1)];
        let list = RuleList::new(rules, tiers - 1, TierCount::near(tiers)).expect("rules");
        Method::Rules { list }
    })
}

proptest! {
    #[test]
    fn tiers_are_the_whole_file_to_the_cent_in_any_order_and_at_any_scale(
        rows in prop::collection::vec((-20_i64..90, 0_u8..4, 1_u32..9, 1_i8..28), 0..50),
        method in any_method(),
        exceptions in prop::collection::btree_map(0_usize..50, 0_usize..5, 0..8),
    ) {
        let build = |factor: i64| -> Vec<Customer> {
            rows.iter().map(|(revenue, potential, orders, day)| Customer {
                revenue: Money::from_units(revenue * factor),
                potential: (*potential > 0).then(|| potential.to_string()),
                orders: *orders,
                last: jiff_core::civil::Date::new(2025, 3, *day).ok(),
                ..Customer::default()
            }).collect()
        };
        let typed = BTreeMap::new();
        let sort = |customers: &[Customer]| {
            let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
            let ranking = Ranking::new(&values);
            let known = Known { customers, ranking: &ranking, typed: &typed };
            Classes::new(&method, known).map(|it| (it, ranking)).expect("a class for each")
        };
        let customers = build(1);
        let (classes, ranking) = sort(&customers);
        let exceptions: BTreeMap<usize, Exception> = exceptions.into_iter()
            .filter(|(at, _)| *at < customers.len())
            .map(|(at, tier)| (at, Exception { tier, reason: "because".to_owned(), review: None }))
            .collect();
        let classes = Arc::new(classes);
        let sorting = Sorting::with(&ranking, &plan(method.clone()), Some(&classes), &exceptions);
        let (n, sum) = sorting.tiers().iter().fold((0, Money::ZERO), |it, tier| (it.0 + tier.customers, it.1 + tier.value));
        prop_assert_eq!(n, customers.len());
        prop_assert_eq!(sum, customers.iter().map(|it| it.revenue).sum::<Money>());
        for (tier, held) in sorting.tiers().iter().enumerate() {
            let members = sorting.members(&ranking, tier);
            prop_assert_eq!(members.len(), held.customers);
            prop_assert_eq!(members.iter().map(|at| customers[*at].revenue).sum::<Money>(), held.value);
        }
        let mut turned = customers.clone();
        turned.reverse();
        let (turned, _) = sort(&turned);
        for at in 0..customers.len() {
            prop_assert_eq!(classes.tier_of(at), turned.tier_of(customers.len() - 1 - at), "order of rows");
        }
        if !matches!(method, Method::Rules { .. }) {
            let (scaled, _) = sort(&build(7));
            for at in 0..customers.len() {
                prop_assert_eq!(classes.tier_of(at), scaled.tier_of(at), "scale");
            }
        }
    }
}
