//! Cases of customers that are one and of customers that only look it.

use proptest::prelude::*;

use super::*;
use crate::domain::money::Money;

/// Customers with a name, an id and a revenue.
fn customers(of: &[(&str, &str, i64)]) -> Vec<Customer> {
    let customer = |(name, id, revenue): &(&str, &str, i64)| Customer {
        key: (*name).to_owned(),
        name: (*name).to_owned(),
        business_id: Some((*id).to_owned()).filter(|it| !it.is_empty()),
        revenue: Money::from_units(*revenue),
        ..Customer::default()
    };
    of.iter().map(customer).collect()
}

#[track_caller]
fn check(of: &[(&str, &str, i64)], expected: &[(usize, usize, Likeness)]) {
    let found: Vec<_> = find(&customers(of))
        .iter()
        .map(|it| (it.into, it.part, it.likeness))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_more_valuable_of_two_spellings_leads() {
    check(
        &[
            ("SINILAMPI RAUTA OY", "", 5),
            ("Other", "", 9),
            ("Sinilampi Rauta Oy", "", 70),
        ],
        &[(2, 0, Likeness::Name)],
    );
}

#[test]
fn one_business_id_speaks_whatever_the_names() {
    check(
        &[
            ("Old name Oy", "0112038-9", 5),
            ("New name Oyj", "FI01120389", 5),
        ],
        &[(0, 1, Likeness::BusinessId)],
    );
}

#[test]
fn an_id_with_wrong_check_digits_says_nothing() {
    check(
        &[("Ada Oy", "0112038-8", 5), ("Bo Oy", "0112038-8", 5)],
        &[],
    );
}

#[test]
fn two_valid_ids_are_two_companies_however_alike_their_names() {
    check(
        &[
            ("Ada Oy", "0112038-9", 5),
            ("Ada Ky", "2536088-9", 5),
            ("ADA", "", 1),
        ],
        &[(0, 2, Likeness::Name)],
    );
}

#[test]
fn words_in_another_order_are_found() {
    check(
        &[("Virtanen Matti", "", 5), ("Matti Virtanen", "", 6)],
        &[(1, 0, Likeness::WordOrder)],
    );
}

#[test]
fn a_slip_at_the_beginning_in_the_middle_or_at_the_end_is_found() {
    for wrong in [
        "Ylivuoren Puutarha Oy",
        "Hylivuoren Puutarha",
        "Ylivuoern Puutarha",
        "Ylivuoren Puutrha",
        "Ylivuoren Puutarhat",
    ] {
        let of = [
            (wrong, "", 1),
            ("Ylivuoren Puutarha", "", 5),
            ("Ylikosken Puutarha", "", 7),
        ];
        let found = find(&customers(&of));
        assert_eq!(found.len(), 1, "{wrong}");
        assert_eq!((found[0].into, found[0].part), (1, 0), "{wrong}");
    }
}

#[test]
fn surest_pairs_come_first_and_nobody_is_asked_about_twice() {
    check(
        &[
            ("Kuusela Auto Oy", "", 1),
            ("Kuusela Auto", "2536088-9", 8),
            ("KUUSELA AUTO KY", "", 3),
            ("Autotalo K", "25360889", 2),
            ("Kuuselan Auto", "", 4),
        ],
        &[
            (1, 3, Likeness::BusinessId),
            (1, 2, Likeness::Name),
            (1, 0, Likeness::Name),
            (1, 4, Likeness::Slip(1)),
        ],
    );
}

#[test]
fn nobody_and_one_are_no_pair() {
    check(&[], &[]);
    check(&[("Ada", "", 1)], &[]);
    check(&[("", "", 1), ("", "", 2), ("–", "", 3)], &[]);
}

proptest! {
    #[test]
    fn in_pieces_or_at_once_the_same_pairs_are_found(
        names in prop::collection::vec("[abAB]{4}[ -]?[abc]{4}( Oy)?", 0..40),
        steps in 1_usize..50,
    ) {
        let of: Vec<(&str, &str, i64)> = names.iter().map(|it| (it.as_str(), "", 1)).collect();
        let customers = customers(&of);
        let mut search = Search::default();
        for it in &customers {
            search.meet(&Face::of(it));
        }
        while !search.go(steps) {}
        let found = search.pairs();
        prop_assert_eq!(&found, &find(&customers));
        // A pair less than customers at most, and no pair of one with itself.
        prop_assert!(found.len() < customers.len().max(1));
        prop_assert!(found.iter().all(|it| it.into != it.part));
    }

    #[test]
    fn any_one_slip_in_a_long_name_is_found(name in "[a-z]{6,9} [a-z]{6,9}", at in 0_usize..12, kind in 0_u8..3) {
        let mut letters: Vec<char> = name.chars().collect();
        match kind {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, 'å'),
            _ => letters.swap(at, at + 1),
        }
        let wrong: String = letters.into_iter().collect();
        let of = [(name.as_str(), "", 2), (wrong.as_str(), "", 1)];
        let found = find(&customers(&of));
        // Short words and legal forms by chance aside: whatever is compared is found.
        let plain = (Plain::of(&name), Plain::of(&wrong));
        if near::apart(&plain.0, &plain.1).is_some() {
            prop_assert_eq!(found.len(), 1);
        }
    }
}
