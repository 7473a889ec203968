//! `rusetti compare` as scripts use it. Needs the feature `cli`.
//!
//! The figures are those of tests/independent/change.py (pandas).

use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rusetti"))
        .arg("compare")
        .args(args)
        .current_dir("tests/data/compare")
        .output()
        .unwrap()
}

fn compared(args: &[&str]) -> Value {
    let out = run(args);
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{args:?}: {said}");
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn two_files_and_two_years_of_one_file_give_the_figures_of_another_program() {
    let periods = ["invoices.csv", "--periods", "2023,2024"];
    let months = ["invoices.csv", "--periods", "2023-01,2024"];
    for args in [&["2023.csv", "2024.csv"][..], &periods] {
        let mut found = compared(args);
        let (net, gross) = (
            found["nrr"].as_f64().unwrap(),
            found["grr"].as_f64().unwrap(),
        );
        assert!((net - 0.923_474_938_001_266_5).abs() < 1e-9, "{net}");
        assert!((gross - 0.749_192_773_516_715_6).abs() < 1e-9, "{gross}");
        let rest = found.as_object_mut().unwrap();
        rest.retain(|key, _| key != "nrr" && key != "grr");
        let wanted = json!({
            "lost": {"customers": 7, "value": "11378.77"},
            "new": {"customers": 8, "value": "14848.93"},
            "migration": {
                "A": {"A": 7, "B": 4, "C": 0, "lost": 3},
                "B": {"A": 3, "B": 6, "C": 1, "lost": 2},
                "C": {"A": 0, "B": 1, "C": 3, "lost": 2},
                "new": {"A": 2, "B": 2, "C": 4},
            },
        });
        assert_eq!(found, wanted, "{args:?}");
    }
    assert_ne!(compared(&months), compared(&periods));
}

#[test]
fn tiers_are_sorted_as_asked() {
    let found = compared(&["2023.csv", "2024.csv", "--classes", "2"]);
    let tiers: Vec<&String> = found["migration"].as_object().unwrap().keys().collect();
    assert_eq!(tiers, ["A", "B", "new"]);
}

#[test]
fn a_wrong_call_is_told_from_a_file_that_cannot_be_compared() {
    for (args, code, says) in [
        (&["2023.csv"][..], 2, "two files, or one file and --periods"),
        (&["invoices.csv", "--periods", "2023"], 2, "two of them"),
        (
            &["invoices.csv", "--periods", "2024,2023"],
            2,
            "the earlier one first",
        ),
        (
            &["invoices.csv", "--periods", "2024,2024-06"],
            2,
            "must not overlap",
        ),
        (
            &["invoices.csv", "--periods", "2023,soon"],
            2,
            "write a year",
        ),
        (
            &["2023.csv", "2024.csv", "--periods", "2023,2024"],
            2,
            "for one file",
        ),
        (&["2023.csv", "gone.csv"], 1, "gone.csv"),
        (
            &["2023.csv", "--periods", "2023,2024"],
            1,
            "no column of dates",
        ),
    ] {
        let out = run(args);
        let said = String::from_utf8_lossy(&out.stderr);
        assert_eq!(out.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains(says), "{args:?}: {said}");
        assert!(out.stdout.is_empty(), "{args:?}");
    }
}
