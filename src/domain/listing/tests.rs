//! Cases as data; each name states the trap.
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff_core::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::domain::customer::Customer;
use crate::domain::day;
use crate::domain::money::Money;
use crate::domain::tiers::potential::potentials;
use crate::domain::tiers::rules::Trait;
use crate::domain::tiers::{Exception, Method, Rule, Sorting, TierCuts, TierPlan};

/// A list with everything that it looks at.
#[derive(Debug)]
struct Base {
    customers: Vec<Customer>,
    ranking: Ranking,
    plan: TierPlan,
    exceptions: BTreeMap<usize, Exception>,
    sorting: Sorting,
}

impl Base {
    fn new(customers: Vec<Customer>, exceptions: BTreeMap<usize, Exception>) -> Self {
        let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
        let plan = TierPlan {
            names: vec![String::new(); 2],
            method: Method::Share {
                cuts: TierCuts::new(vec![8_000]).expect("one cut"),
                rule: Rule::Exclusive,
            },
        };
        let ranking = Ranking::new(&values);
        let sorting = Sorting::new(&ranking, &plan, &exceptions);
        Self {
            customers,
            ranking,
            plan,
            exceptions,
            sorting,
        }
    }

    fn places(&self, column: Column) -> Arc<Places> {
        let potentials = potentials(&self.customers, &BTreeMap::new());
        let facts = Facts {
            customers: &self.customers,
            ranking: &self.ranking,
            sorting: &self.sorting,
            plan: &self.plan,
            potentials: &potentials,
        };
        Arc::new(facts.places(column, |it| it.chars().map(u32::from).collect()))
    }

    fn ordered(&self, order: &Order) -> Vec<usize> {
        ordered(&by_value(&self.ranking), order, |it| self.places(it))
    }

    fn select(&self, order: &[usize], filters: &[Only], needle: &str) -> Vec<usize> {
        let texts: Vec<String> = self.customers.iter().map(|it| it.name.clone()).collect();
        let view = View {
            customers: &self.customers,
            ranking: &self.ranking,
            sorting: &self.sorting,
            exceptions: &self.exceptions,
            today: today(),
        };
        select(order, filters, needle, &texts, view)
    }
}

fn today() -> Date {
    day::parse("2026-03-01").expect("a day")
}

fn moved_to(tier: usize, review: Option<&str>) -> Exception {
    Exception {
        tier,
        reason: "because".to_owned(),
        review: review.and_then(day::parse),
    }
}

/// Customers 0 to 5: two tiers, 4 and 5 apart, 2 moved by hand to the first tier and due for review.
fn base() -> Base {
    let rows = [
        ("alder", 50, Some(5), "Metal", 3),
        ("birch", 30, None, "Wood", 3),
        ("cedar", 12, Some(-4), "metal", 1),
        ("alder grove", 8, Some(5), "", 1),
        ("elm", -3, Some(0), "Wood", 2),
        ("fir", 0, None, "Paper", 1),
    ];
    let customer =
        |(name, revenue, margin, industry, orders): (&str, i64, Option<i64>, &str, u32)| Customer {
            name: name.to_owned(),
            revenue: Money::from_units(revenue),
            margin: margin.map(Money::from_units),
            industry: Some(industry.to_owned()),
            orders,
            ..Customer::default()
        };
    let exceptions = BTreeMap::from([(2, moved_to(0, Some("2026-03-01")))]);
    Base::new(rows.into_iter().map(customer).collect(), exceptions)
}

fn by(columns: &[Column]) -> Order {
    let mut columns = columns.iter();
    let first = match *columns.next().expect("a column") {
        Column::Rank => Order::default(),
        other => Order::default().by(other),
    };
    columns.fold(first, |order, it| order.then(*it))
}

#[test]
fn those_apart_come_last_least_negative_first() {
    assert_eq!(by_value(&base().ranking), [0, 1, 2, 3, 5, 4]);
}

#[test]
fn columns_sort_one_within_the_other_and_the_unknown_come_last_either_way() {
    let base = base();
    for (order, wanted) in [
        (by(&[Column::Rank]), [0, 1, 2, 3, 5, 4]),
        (by(&[Column::Name]), [0, 3, 1, 2, 4, 5]),
        (by(&[Column::Revenue]), [0, 1, 2, 3, 5, 4]),
        (
            by(&[Column::Revenue]).by(Column::Revenue),
            [4, 5, 3, 2, 1, 0],
        ),
        (by(&[Column::Margin]), [0, 3, 4, 2, 1, 5]),
        (by(&[Column::Margin]).by(Column::Margin), [2, 4, 0, 3, 1, 5]),
        (by(&[Column::Tier]), [0, 1, 2, 3, 5, 4]),
        (by(&[Column::Tier, Column::Name]), [0, 1, 2, 3, 4, 5]),
        (by(&[Column::Tier, Column::Margin]), [0, 2, 1, 3, 4, 5]),
        (by(&[Column::Orders, Column::Name]), [0, 1, 4, 3, 2, 5]),
        (by(&[Column::Next]), [2, 3, 0, 1, 5, 4]),
        (by(&[Column::Growth]), [0, 1, 2, 3, 5, 4]),
        (by(&[Column::Why]), [0, 1, 2, 3, 5, 4]),
    ] {
        assert_eq!(base.ordered(&order), wanted, "{order:?}");
    }
}

#[test]
fn a_column_again_is_turned_around_and_then_left_out() {
    let first = by(&[Column::Tier]);
    let both = first.then(Column::Revenue);
    let turned = both.then(Column::Revenue);
    let says = |it: &Order| {
        let one = |key: &Key| (key.column, key.is_descending);
        it.keys().iter().map(one).collect::<Vec<_>>()
    };
    let (tier, revenue) = ((Column::Tier, false), (Column::Revenue, true));
    for (order, wanted) in [
        (first.clone(), vec![tier]),
        (first.by(Column::Tier), vec![(Column::Tier, true)]),
        (both.clone(), vec![tier, revenue]),
        (turned.clone(), vec![tier, (Column::Revenue, false)]),
        (turned.then(Column::Revenue), vec![tier]),
        (first.then(Column::Tier).then(Column::Tier), vec![tier]),
        (both.by(Column::Tier), vec![tier]),
    ] {
        assert_eq!(says(&order), wanted);
    }
}

#[test]
fn filters_of_one_subject_widen_and_others_narrow() {
    let base = base();
    let order = by_value(&base.ranking);
    let is = |word: &str| Only::Is(Trait::Industry, word.to_owned());
    for (filters, needle, wanted) in [
        (vec![], "", vec![0, 1, 2, 3, 5, 4]),
        (vec![], "alder", vec![0, 3]),
        (vec![Only::ByHand], "", vec![2]),
        (vec![Only::Due], "", vec![2]),
        (vec![Only::Tier(0)], "", vec![0, 1, 2]),
        (vec![Only::Tier(1)], "", vec![3]),
        (vec![Only::Tier(1)], "birch", vec![]),
        (vec![Only::Tier(7)], "", vec![]),
        (vec![Only::Apart], "", vec![5, 4]),
        (vec![Only::Apart, Only::Tier(1)], "", vec![3, 5, 4]),
        (vec![Only::NearLimit], "", vec![]),
        (vec![is("metal")], "", vec![0, 2]),
        (vec![is("METAL"), is("Wood")], "", vec![0, 1, 2, 4]),
        (vec![is("metal"), Only::ByHand], "", vec![2]),
        (vec![is("Wood"), Only::Tier(0)], "", vec![1]),
        (vec![is("")], "", vec![]),
    ] {
        assert_eq!(
            base.select(&order, &filters, needle),
            wanted,
            "{filters:?} {needle:?}"
        );
    }
}

#[test]
fn only_a_review_day_that_has_come_is_due_and_only_where_the_move_still_stands() {
    for (exception, is_due) in [
        (moved_to(0, Some("2026-02-28")), true),
        (moved_to(0, Some("2026-03-02")), false),
        (moved_to(0, None), false),
        // The rule says the same by now: nobody stands elsewhere.
        (moved_to(1, Some("2026-02-28")), false),
    ] {
        let base = Base::new(base().customers, BTreeMap::from([(3, exception.clone())]));
        let found = base.select(&[3], &[Only::Due], "");
        assert_eq!(!found.is_empty(), is_due, "{exception:?}");
    }
}

#[test]
fn words_are_offered_once_the_most_frequent_first() {
    let found = words(&base().customers, Trait::Industry);
    let wanted = [("Metal", 2), ("Wood", 2), ("Paper", 1)];
    assert_eq!(found, wanted.map(|(word, n)| (word.to_owned(), n)));
}

#[test]
fn columns_that_no_customer_fills_are_not_offered() {
    let found = Column::found(&base().customers);
    for (column, is_found) in [
        (Column::Margin, true),
        (Column::Orders, true),
        (Column::Potential, true),
        (Column::Word(Trait::Industry), true),
        (Column::Word(Trait::Region), false),
        (Column::Previous, false),
        (Column::Last, false),
    ] {
        assert_eq!(found.contains(&column), is_found, "{column:?}");
    }
}

#[test]
fn a_run_of_rows_lets_go_of_what_it_no_longer_reaches() {
    let list = [7, 3, 9, 1, 5];
    let mut chosen = Chosen::default();
    let has = |it: &Chosen| it.customers().iter().copied().collect::<Vec<_>>();
    chosen.toggle(&list, 1);
    assert_eq!(has(&chosen), [3]);
    chosen.reach(&list, 1, 3);
    assert_eq!(has(&chosen), [1, 3, 9]);
    chosen.reach(&list, 3, 0);
    assert_eq!(has(&chosen), [3, 7], "it went over to the other side");
    chosen.end_run();
    chosen.reach(&list, 4, 9);
    assert_eq!(has(&chosen), [3, 5, 7], "past the end");
    chosen.toggle(&list, 0);
    chosen.toggle(&list, 9);
    assert_eq!(has(&chosen), [3, 5]);
}

#[test]
fn all_of_a_filtered_list_are_chosen_beside_those_chosen_before() {
    let mut chosen = Chosen::default();
    chosen.toggle(&[8], 0);
    chosen.toggle_all(&[1, 2]);
    assert!(chosen.has_all(&[1, 2]) && chosen.has(8));
    chosen.toggle_all(&[1, 2]);
    assert!(!chosen.has(1) && chosen.has(8));
    assert!(!chosen.has_all(&[]));
}

fn any_base() -> impl Strategy<Value = Base> {
    let row = (
        "[a-c]{1,2}",
        -5_i64..9,
        0..4_u32,
        prop::option::of(0_i64..3),
    );
    let rows = prop::collection::vec(row, 0..40);
    (
        rows,
        prop::collection::btree_map(0..40_usize, 0..3_usize, 0..6),
    )
        .prop_map(|(rows, moved)| {
            let customer =
                |(name, revenue, orders, margin): (String, i64, u32, Option<i64>)| Customer {
                    industry: Some(name.clone()),
                    name,
                    revenue: Money::from_units(revenue),
                    margin: margin.map(Money::from_units),
                    orders,
                    ..Customer::default()
                };
            let customers: Vec<Customer> = rows.into_iter().map(customer).collect();
            let n = customers.len();
            let moved = moved.into_iter().filter(|(at, _)| *at < n);
            Base::new(
                customers,
                moved
                    .map(|(at, tier)| (at, moved_to(tier, Some("2026-01-01"))))
                    .collect(),
            )
        })
}

fn any_order() -> impl Strategy<Value = Order> {
    let column = prop::sample::select(Column::ALL.to_vec());
    prop::collection::vec(column, 1..4).prop_map(|it| by(&it))
}

fn any_filter() -> impl Strategy<Value = Only> {
    prop_oneof![
        Just(Only::NearLimit),
        Just(Only::ByHand),
        Just(Only::Due),
        Just(Only::Apart),
        (0..3_usize).prop_map(Only::Tier),
        "[a-c]".prop_map(|it| Only::Is(Trait::Industry, it)),
    ]
}

proptest! {
    #[test]
    fn an_order_loses_nobody_and_leaves_equals_as_they_were(base in any_base(), order in any_order()) {
        let list = base.ordered(&order);
        let mut everybody = list.clone();
        everybody.sort_unstable();
        prop_assert_eq!(everybody, (0..base.customers.len()).collect::<Vec<_>>());
        // Sorted by comparing, which is slower and simpler.
        let places = |column| base.places(column);
        let compare = |one: &usize, other: &usize| {
            let by_key = |key: &Key| {
                let places = places(key.column);
                let (one, other) = (places.of(*one), places.of(*other));
                let known = one.is_none().cmp(&other.is_none());
                known.then(if key.is_descending { other.cmp(&one) } else { one.cmp(&other) })
            };
            let mut all = order.keys().iter().map(by_key);
            all.find(|it| it.is_ne()).unwrap_or(Ordering::Equal)
        };
        let mut compared = by_value(&base.ranking);
        compared.sort_by(compare);
        prop_assert_eq!(list, compared);
    }

    #[test]
    fn filters_compose(base in any_base(), one in any_filter(), two in any_filter(), order in any_order()) {
        let order = base.ordered(&order);
        let alone = |it| base.select(&order, std::slice::from_ref(it), "");
        let (first, second) = (alone(&one), alone(&two));
        let both = base.select(&order, &[one.clone(), two.clone()], "");
        prop_assert_eq!(&both, &base.select(&order, &[two.clone(), one.clone()], ""));
        // Of one subject: either; of two: both. In the order of the list.
        let wanted: Vec<usize> = order
            .iter()
            .copied()
            .filter(|it| {
                let (one_has, two_has) = (first.contains(it), second.contains(it));
                if one.is_like(&two) { one_has || two_has } else { one_has && two_has }
            })
            .collect();
        prop_assert_eq!(&both, &wanted);
        prop_assert_eq!(base.select(&both, &[one, two], ""), both);
    }
}
