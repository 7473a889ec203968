//! What sets tiers apart and who lacks what, as other programs found it: see
//! `tests/independent/profiles.py`.

use std::fs;

use rusetti::domain::customer::{Customer, CustomerBase};
use rusetti::domain::money::Money;
use rusetti::domain::profiles::statistics::{Fourfold, wilson};
use rusetti::domain::profiles::{Apart, Attribute, Traits, WhiteSpace};
use serde_json::Value;

fn cases(name: &str) -> Vec<Value> {
    let text = fs::read_to_string("tests/data/profiles/cases.json").unwrap();
    let cases: Value = serde_json::from_str(&text).unwrap();
    cases[name].as_array().unwrap().clone()
}

fn size(it: &Value) -> usize {
    usize::try_from(it.as_u64().unwrap()).unwrap()
}

/// As near as a ratio is told: nine digits of it.
#[track_caller]
fn near(found: f64, wanted: &Value, of: &Value) {
    let wanted = wanted.as_f64().unwrap();
    let is_near = (found - wanted).abs() <= 1e-9 * wanted.abs().max(1e-300);
    assert!(is_near, "{found} is not {wanted} in {of}");
}

#[test]
fn fisher_and_wilson_are_those_of_other_programs_up_to_a_million_customers() {
    for case in cases("fourfolds") {
        let it = Fourfold {
            both: size(&case[0]),
            part: size(&case[1]),
            value: size(&case[2]),
            all: size(&case[3]),
        };
        near(it.fisher(), &case[4], &case);
        let (low, high) = wilson(it.both, it.part).unwrap();
        near(low, &case[5], &case);
        near(high, &case[6], &case);
    }
}

fn base(rows: &Value) -> (CustomerBase, Vec<Option<usize>>) {
    let word = |it: &Value| it.as_str().map(str::to_owned);
    let bought = |it: &Value| {
        let sum = i128::from(it[1].as_i64().unwrap());
        (
            u32::try_from(size(&it[0])).unwrap(),
            Money::from_ten_thousandths(sum),
        )
    };
    let rows = rows.as_array().unwrap();
    let customer = |it: &Value| Customer {
        industry: word(&it[1]),
        size: word(&it[2]),
        region: word(&it[3]),
        products: it[4].as_array().unwrap().iter().map(bought).collect(),
        ..Customer::default()
    };
    let base = CustomerBase {
        customers: rows.iter().map(customer).collect(),
        products: (0..6).map(|it| it.to_string()).collect(),
        ..CustomerBase::default()
    };
    let tier = |it: &Value| it[0].as_u64().map(|_| size(&it[0]));
    (base, rows.iter().map(tier).collect())
}

const fn slug(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Industry => "industry",
        Attribute::Size => "size",
        Attribute::Region => "region",
        Attribute::Product => "product",
    }
}

#[test]
fn what_sets_every_tier_apart_is_what_scipy_and_statsmodels_find() {
    let mut compared = 0;
    for file in cases("files") {
        let (base, tiers) = base(&file["customers"]);
        let traits = Traits::all(&base);
        for (tier, wanted) in file["compared"].as_array().unwrap().iter().enumerate() {
            let found = Apart::of(&traits, &tiers, tier).comparisons;
            let wanted = wanted.as_array().unwrap();
            assert_eq!(found.len(), wanted.len(), "tier {tier}");
            for wanted in wanted {
                let is_it = |it: &&rusetti::domain::profiles::Comparison| {
                    let names = traits
                        .iter()
                        .find(|traits| traits.attribute == it.attribute);
                    slug(it.attribute) == wanted[0] && names.unwrap().name(it.value) == wanted[1]
                };
                let it = found.iter().find(is_it).unwrap();
                let counts = [it.tier.0, it.tier.1, it.all.0, it.all.1];
                assert_eq!(counts, [2, 3, 4, 5].map(|at| size(&wanted[at])), "{wanted}");
                assert_eq!(it.chance.is_some(), wanted[6].is_f64(), "{wanted}");
                if let (Some(chance), Some(corrected)) = (it.chance, it.corrected) {
                    near(chance, &wanted[6], wanted);
                    near(corrected, &wanted[7], wanted);
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn white_space_is_what_pandas_finds_by_asking_everybody_about_everything() {
    let mut candidates = 0;
    for file in cases("files") {
        let (base, tiers) = base(&file["customers"]);
        let it = WhiteSpace::of(&base, &tiers, size(&file["tiers"]));
        let mut found: Vec<Vec<i128>> = it
            .candidates(&base.customers)
            .map(|it| {
                let counts = [it.customer, it.product, it.buyers, it.peers];
                let mut all: Vec<i128> = counts
                    .iter()
                    .map(|it| i128::try_from(*it).unwrap())
                    .collect();
                all.push(it.potential.ten_thousandths());
                all
            })
            .collect();
        found.sort();
        let row = |it: &Value| -> Vec<i128> {
            let all = it.as_array().unwrap().iter();
            all.map(|it| i128::from(it.as_i64().unwrap())).collect()
        };
        let wanted: Vec<Vec<i128>> = file["whiteSpace"]
            .as_array()
            .unwrap()
            .iter()
            .map(row)
            .collect();
        assert_eq!(found, wanted);
        candidates += found.len();
    }
    assert!(candidates > 50, "{candidates}");
}
