//! Cases as data; each name states the trap.
use super::*;

/// The levels of a column of words, `-` where the word says none.
#[track_caller]
fn check(words: &[&str], wanted: &str) {
    let customers: Vec<Customer> = words
        .iter()
        .map(|it| Customer {
            potential: Some((*it).to_owned()),
            ..Customer::default()
        })
        .collect();
    let found: String = potentials(&customers, &BTreeMap::new())
        .iter()
        .map(|it| match it.basis {
            Basis::File => it.level.number().to_string(),
            _ => "-".to_owned(),
        })
        .collect();
    assert_eq!(found, wanted, "{words:?}");
}

#[test]
fn numbers_to_three_five_and_ten_have_a_middle() {
    check(&["1", "2", "3", ""], "123-");
    check(&["1", "2", "3", "4", "5"], "11233");
    check(&["1", "3", "4", "7", "8", "10"], "112233");
}

#[test]
fn a_scale_of_which_only_a_part_is_used_is_not_stretched() {
    check(&["2", "2", "1"], "221");
    check(&["1,0", "3.0"], "13");
}

#[test]
fn other_numbers_are_cut_into_thirds_of_the_file() {
    check(&["0", "1500", "90 000", "200", "40000", "100"], "123231");
    check(&["10 %", "50 %", "90 %"], "123");
}

#[test]
fn words_are_read_in_the_languages_of_files_and_never_guessed() {
    check(
        &[
            "High",
            "korkea",
            "Suuri",
            "wysoki",
            "Średni",
            "keskitaso",
            "medium",
            "matala",
            "NISKI",
            "C",
            "maybe",
            "?",
        ],
        "3333222111--",
    );
}

/// Industry, size, potential, revenue.
fn customers(rows: &[(&str, &str, &str, i64)]) -> Vec<Customer> {
    let word = |it: &str| (!it.is_empty()).then(|| it.to_owned());
    rows.iter()
        .map(|(industry, size, potential, revenue)| Customer {
            industry: word(industry),
            size: word(size),
            potential: word(potential),
            revenue: Money::from_units(*revenue),
            ..Customer::default()
        })
        .collect()
}

#[test]
fn what_is_typed_stands_above_the_file() {
    let rows = customers(&[("", "", "1", 1), ("", "", "", 1)]);
    let typed = [(0, Level::High), (1, Level::Low)].into();
    let found = potentials(&rows, &typed);
    assert_eq!(
        found.iter().map(|it| it.level).collect::<Vec<_>>(),
        [Level::High, Level::Low]
    );
    assert!(found.iter().all(|it| it.basis == Basis::Typed));
}

#[test]
fn four_similar_customers_are_too_few_for_an_estimate_and_five_enough() {
    for (known, wanted) in [(4, Basis::Unknown), (5, Basis::SimilarLevels(5))] {
        let mut rows = vec![("Steel", "S", "3", 1); known];
        rows.extend([
            ("steel ", "S", "", 1),
            ("Steel", "L", "", 1),
            ("Steel", "", "", 1),
        ]);
        let found = potentials(&customers(&rows), &BTreeMap::new());
        assert_eq!(found[known].basis, wanted, "{known}");
        assert_eq!(found[known + 1].basis, Basis::Unknown, "another size");
        assert_eq!(found[known + 2].basis, Basis::Unknown, "size not known");
    }
}

#[test]
fn an_even_number_of_similar_customers_takes_the_lower_middle() {
    let mut rows = vec![("Steel", "S", "1", 1); 3];
    rows.extend(vec![("Steel", "S", "3", 1); 3]);
    rows.push(("Steel", "S", "", 1));
    let found = potentials(&customers(&rows), &BTreeMap::new());
    assert_eq!(
        found[6],
        Potential {
            level: Level::Low,
            basis: Basis::SimilarLevels(6)
        }
    );
}

#[test]
fn without_a_column_room_is_what_similar_customers_buy_more() {
    let rows: Vec<_> = [90, 80, 50, 40, 10, 5]
        .map(|it| ("Steel", "S", "", it))
        .to_vec();
    let found = potentials(&customers(&rows), &BTreeMap::new());
    let levels: Vec<u8> = found.iter().map(|it| it.level.number()).collect();
    assert_eq!(levels, [1, 1, 2, 2, 3, 3]);
    assert!(found.iter().all(|it| it.basis == Basis::SimilarRevenue(5)));
}

#[test]
fn a_column_that_knows_somebody_is_not_mixed_with_guesses_from_revenue() {
    let mut rows = vec![("Steel", "S", "", 1); 8];
    rows.push(("Wood", "S", "2", 1));
    let found = potentials(&customers(&rows), &BTreeMap::new());
    assert_eq!(found[0].basis, Basis::Unknown);
}
