//! The ideal customer of small files.
use super::*;
use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;

fn customer(industry: &str, region: &str, products: &[u32]) -> Customer {
    let word = |it: &str| (!it.is_empty()).then(|| it.to_owned());
    Customer {
        name: "Secret Oy".to_owned(),
        industry: word(industry),
        region: word(region),
        products: products
            .iter()
            .map(|it| (*it, Money::from_units(1)))
            .collect(),
        ..Customer::default()
    }
}

/// Each attribute on a line: known, then values with their customers.
#[track_caller]
fn check(customers: Vec<Customer>, tiers: &[usize], best: usize, wanted: &[&str]) {
    let base = CustomerBase {
        customers,
        products: ["Soap", "Wax", "Oil"].map(str::to_owned).to_vec(),
        ..CustomerBase::default()
    };
    let tiers: Vec<Option<usize>> = tiers.iter().map(|it| (*it < 9).then_some(*it)).collect();
    let ideal = Ideal::of(&Traits::all(&base), &tiers, best);
    let mut lines = vec![format!("{} of {}", ideal.customers, ideal.of)];
    for part in &ideal.parts {
        let values = part
            .values
            .iter()
            .map(|it| format!(", {} {}", it.name, it.customers));
        let codes = part
            .codes
            .iter()
            .map(|it| format!("; {} {}", it.scheme.name(), it.code));
        let all: String = values.chain(codes).collect();
        lines.push(format!("{:?} {}{all}", part.attribute, part.known));
    }
    assert_eq!(lines, wanted);
}

#[test]
fn nobody_has_no_profile_and_one_customer_is_not_described() {
    check(vec![], &[], 1, &["0 of 0"]);
    check(
        vec![customer("43210", "Ruka", &[])],
        &[0],
        1,
        &["1 of 1", "Industry 1", "Region 1"],
    );
}

#[test]
fn the_most_common_values_are_named_until_four_fifths_are_told() {
    let words = ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "d"];
    let customers = words.map(|it| customer(it, "", &[])).to_vec();
    check(
        customers,
        &[0; 11],
        1,
        &["11 of 11", "Industry 11, a 4, b 4, c 2"],
    );
}

#[test]
fn the_lower_tiers_and_those_apart_are_no_part_of_it() {
    let customers = vec![
        customer("a", "x", &[0, 1]),
        customer("a", "", &[0]),
        customer("b", "y", &[2]),
        customer("b", "y", &[2]),
        customer("c", "", &[]),
    ];
    let wanted = ["2 of 4", "Industry 2, a 2", "Region 1"];
    check(customers.clone(), &[0, 0, 1, 1, 9], 1, &wanted);
    let wanted = ["4 of 4", "Industry 4, a 2, b 2", "Region 3, y 2"];
    check(customers, &[0, 0, 1, 1, 9], 2, &wanted);
}

#[test]
fn codes_of_one_industry_in_two_spellings_are_told_once() {
    let words = [
        "F 43.21.Z",
        "F 43.21.Z",
        "43.21.Z instalacje",
        "43.21.Z instalacje",
    ];
    let customers = words.map(|it| customer(it, "", &[])).to_vec();
    let wanted = [
        "4 of 4",
        "Industry 4, F 43.21.Z 2, 43.21.Z instalacje 2; PKD 43.21.Z",
    ];
    check(customers, &[0; 4], 1, &wanted);
}

#[test]
fn a_value_is_said_to_be_more_common_only_beyond_chance() {
    let best = (0..8).map(|_| customer("a", "", &[]));
    let rest = (0..20).map(|_| customer("b", "", &[]));
    let base = CustomerBase {
        customers: best.chain(rest).collect(),
        ..CustomerBase::default()
    };
    let traits = Traits::all(&base);
    let lift = |best: usize, tiers: &[Option<usize>]| {
        let ideal = Ideal::of(&traits, tiers, best);
        ideal.parts[0].values[0].lift
    };
    let tier = |at: usize| Some(usize::from(at >= 8));
    let tiers: Vec<Option<usize>> = (0..28).map(tier).collect();
    assert_eq!(lift(1, &tiers), Some(3.5));
    assert_eq!(lift(2, &tiers), None, "of everybody nothing is more common");
}
