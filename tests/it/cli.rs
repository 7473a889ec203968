//! The command line as scripts use it: figures, keys, exit codes. Needs the feature `cli`.
//!
//! The figures were computed by another program (Python with exact decimals over pandas), not by this
//! one.

use std::fs;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rusetti"))
        .args(args)
        .output()
        .unwrap()
}

fn json(args: &[&str]) -> Value {
    let out = run(args);
    assert!(
        out.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    serde_json::from_slice(&out.stdout).unwrap()
}

#[track_caller]
fn near(found: &Value, wanted: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - wanted).abs() <= 1e-9, "{found} is not {wanted}");
}

/// File; rows used; customers with positive, zero sum; total; Gini; HHI; customers for 80 %; share of
/// the ten largest; customers and value of each tier at 80 and 95 %.
type Figures = (
    &'static str,
    u64,
    [u64; 2],
    &'static str,
    [f64; 2],
    u64,
    f64,
    [(u64, &'static str); 3],
);

const FIGURES: [Figures; 6] = [
    (
        "packaging.fi",
        148,
        [140, 8],
        "2386492.31",
        [0.779_750_184_636_942_2, 0.066_146_437_246_004_43],
        26,
        0.615_714_135_697_340_7,
        [(26, "1917600.15"), (38, "350290.13"), (76, "118602.03")],
    ),
    (
        "packaging.pl",
        148,
        [140, 8],
        "10323384.89",
        [0.779_681_599_229_804_5, 0.065_603_850_395_172_94],
        26,
        0.614_752_358_613_261,
        [(26, "8294759.24"), (38, "1515748.21"), (76, "512877.44")],
    ),
    (
        "packaging.en",
        148,
        [140, 8],
        "2409831.01",
        [0.780_683_934_258_823_5, 0.065_813_718_498_754_85],
        26,
        0.617_336_257_778_747_2,
        [(26, "1937677.89"), (38, "353096.88"), (76, "119056.24")],
    ),
    (
        "accounting.fi",
        941,
        [38, 0],
        "244376.05",
        [0.471_268_850_867_987_64, 0.054_938_265_105_569_02],
        19,
        0.611_613_331_175_456_8,
        [(19, "198854.51"), (12, "34806.12"), (7, "10715.42")],
    ),
    (
        "accounting.pl",
        957,
        [38, 0],
        "1078240.64",
        [0.448_056_934_479_369_73, 0.052_731_930_989_690_39],
        20,
        0.596_057_879_992_354_9,
        [(20, "872970.88"), (11, "151609.55"), (7, "53660.21")],
    ),
    (
        "chamber.en",
        612,
        [606, 6],
        "575370",
        [0.528_164_399_421_328, 0.004_964_568_911_240_176],
        273,
        0.119_922_832_264_455_91,
        [(340, "499245"), (259, "75110"), (7, "1015")],
    ),
];

#[test]
fn figures_equal_those_of_another_program() {
    for (file, used, [positive, zero], total, [gini, hhi], for_80, top_10, tiers) in FIGURES {
        let found = json(&["analyse", &format!("samples/{file}.csv")]);
        assert_eq!(found["rows"]["used"], used, "{file}");
        assert_eq!(found["customers"]["positive"], positive, "{file}");
        assert_eq!(found["customers"]["zero"], zero, "{file}");
        assert_eq!(found["total"], total, "{file}");
        near(&found["gini"], gini);
        near(&found["hhi"], hhi);
        near(&found["top_share"]["10"], top_10);
        assert_eq!(found["customers_for_80"], for_80, "{file}");
        for (tier, (customers, value)) in found["tiers"].as_array().unwrap().iter().zip(tiers) {
            assert_eq!(
                (&tier["customers"], &tier["value"]),
                (&json!(customers), &json!(value)),
                "{file}"
            );
        }
    }
}

#[test]
fn inspect_gives_every_row_as_the_file_has_it() {
    let found = json(&[
        "inspect",
        "tests/data/ingest/quote_line_break_inside_a_name/input.csv",
    ]);
    assert_eq!(
        found["rows"],
        json!([["A Oy\nhelsinki", "1,50"], ["B Oy", "x"]])
    );
    assert_eq!(found["header"], json!(["Asiakas", "Myynti"]));
    assert_eq!(
        (&found["header_row"], &found["delimiter"]),
        (&json!(1), &json!(";"))
    );
    assert_eq!(found["columns"][0]["role"], "customer_name");
    assert_eq!(
        found["issues"][0],
        json!({"line": 4, "kind": "bad_amount", "found": "x"})
    );
    let short = json(&["inspect", "--limit", "1", "samples/chamber.fi.csv"]);
    assert_eq!(short["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn every_key_is_there_in_every_answer() {
    let found = json(&[
        "analyse",
        "--customers",
        "tests/data/ingest/encoding_utf8_with_mark/input.csv",
    ]);
    for key in [
        "rows",
        "money",
        "customers",
        "total",
        "gini",
        "gini_corrected",
        "hhi",
        "effective_customers",
        "top_share",
        "customers_for_80",
        "whale",
        "tiers",
        "per_customer",
        "issues",
    ] {
        assert!(found.get(key).is_some(), "{key}");
    }
    let one = &found["per_customer"][0];
    assert_eq!(
        (&one["customer"], &one["value"], &one["tier"]),
        (&json!("Äyräs Oy"), &json!("5.5"), &json!("A"))
    );
    assert_eq!(
        found["gini_corrected"],
        Value::Null,
        "one customer has none"
    );
}

#[test]
fn a_mapped_column_and_limits_of_ones_own_are_used() {
    let file = "samples/packaging.fi.csv";
    let by_region = json(&[
        "analyse",
        file,
        "--map",
        "customer=Maakunta",
        "--limits",
        "50,80,95",
    ]);
    assert_eq!(by_region["customers"]["all"], 6);
    assert_eq!(by_region["tiers"].as_array().unwrap().len(), 4);
    let by_number = json(&["analyse", file, "--map", "amount=5"]);
    assert_eq!(
        by_number["total"],
        json(&["analyse", file, "--map", "amount=Myynti 2024"])["total"]
    );
    let two = json(&["analyse", file, "--classes", "2", "--inclusive"]);
    assert_eq!(two["tiers"].as_array().unwrap().len(), 2);
}

#[test]
fn a_period_takes_its_rows_and_sets_the_others_aside() {
    let file = "tests/data/ingest/visma_fivaldi_ledger/input.csv";
    for (period, total, aside) in [
        ("2025", "1050", 0),
        ("2025-02", "-200", 1),
        ("2025-02-04", "50", 2),
    ] {
        let found = json(&["analyse", file, "--period", period]);
        assert_eq!(found["money"]["used"], total, "{period}");
        assert_eq!(found["rows"]["set_aside"], aside, "{period}");
        assert_eq!(found["money"]["read"], "1050", "{period}");
    }
    let none = run(&[
        "analyse",
        "samples/chamber.fi.csv",
        "--period",
        "2025-02-30",
    ]);
    assert_eq!(none.status.code(), Some(2));
}

/// The expectations are those of `tests/independent/rfm.py`.
#[test]
fn recency_frequency_and_value_are_scored_as_another_program_does() {
    for lang in ["fi", "en"] {
        let file = format!("samples/accounting.{lang}.csv");
        let found = json(&["analyse", &file, "--method", "rfm", "--customers"]);
        assert_eq!(
            found["rfm"],
            json!({"reference_date": "2025-12-29", "distinct": {"r": 2, "f": 8, "m": 38}, "without_date": 0})
        );
        let all = found["per_customer"].as_array().unwrap();
        let with = |key: &str, score: u32| all.iter().filter(|it| it[key] == score).count();
        for (key, counts) in [
            ("r", [38, 0, 0, 0, 0]),
            ("f", [15, 14, 0, 6, 3]),
            ("m", [8, 8, 7, 8, 7]),
        ] {
            assert_eq!([1, 2, 3, 4, 5].map(|it| with(key, it)), counts, "{key}");
        }
    }
    let stated = json(&[
        "analyse",
        "samples/accounting.fi.csv",
        "--method",
        "rfm",
        "--reference-date",
        "2026-01-01",
        "--customers",
    ]);
    assert_eq!(stated["per_customer"][0]["recency"], 4);
}

#[test]
fn exit_codes_tell_a_bad_file_from_a_wrong_call() {
    let empty = std::env::temp_dir().join(format!("rusetti-empty-{}.csv", std::process::id()));
    fs::write(&empty, "").unwrap();
    let empty = empty.to_str().unwrap();
    for (args, code) in [
        (&["analyse", empty][..], 1),
        (&["inspect", empty], 1),
        (&["inspect", "no-such-file.csv"], 1),
        (
            &[
                "analyse",
                "tests/data/ingest/not_a_table_but_prose/input.csv",
            ],
            1,
        ),
        (&["analyse"], 2),
        (
            &["analyse", "samples/chamber.fi.csv", "--limits", "95,80"],
            2,
        ),
        (
            &["analyse", "samples/chamber.fi.csv", "--map", "customer"],
            2,
        ),
        (&["analyse", "samples/chamber.fi.csv", "--map", "king=1"], 2),
        (
            &["analyse", "samples/chamber.fi.csv", "--map", "customer=99"],
            2,
        ),
        (
            &["analyse", "samples/chamber.fi.csv", "--method", "magic"],
            2,
        ),
    ] {
        let out = run(args);
        assert_eq!(out.status.code(), Some(code), "{args:?}");
        assert!(out.stdout.is_empty() && !out.stderr.is_empty(), "{args:?}");
    }
    fs::remove_file(empty).unwrap();
}

#[test]
fn inspect_says_what_the_file_is_and_gives_signs_only_to_text_that_has_them() {
    for (case, file, format) in [
        ("json_list_of_customers", "input.csv", "json"),
        ("columns_of_spaces", "input.csv", "fixed"),
        ("workbook_polish_page_named_xls", "input.xls", "html"),
        ("workbook_ods_by_libreoffice", "input.ods", "ods"),
        ("shopify_orders", "input.csv", "csv"),
    ] {
        let found = json(&["inspect", &format!("tests/data/ingest/{case}/{file}")]);
        assert_eq!(found["format"], format, "{case}");
        assert_eq!(found["delimiter"].is_null(), format != "csv", "{case}");
    }
}

#[test]
fn recency_is_counted_to_the_day_after_the_last_row_or_to_the_day_that_is_said() {
    let file = "tests/data/ingest/shop_orders_with_lines_and_returns/input.csv";
    let usual = json(&["analyse", file, "--customers"]);
    assert_eq!(usual["reference_date"], "2025-03-10");
    assert_eq!(usual["per_customer"][0]["recency"], 1);
    assert_eq!(usual["per_customer"][1]["recency"], 8);
    let said = json(&[
        "analyse",
        file,
        "--customers",
        "--reference-date",
        "2025-04-01",
    ]);
    assert_eq!(said["per_customer"][0]["recency"], 23);
}

#[test]
fn a_saved_model_sorts_a_file_and_becomes_a_statement() {
    let written = std::env::temp_dir().join(format!("rusetti-{}.csv", std::process::id()));
    let out = written.to_str().unwrap();
    let model = "tests/data/saved/v1/model.json";
    let file = "samples/packaging.fi.csv";
    let told = json(&[
        "classify", file, "--model", model, "-o", out, "--lang", "fi",
    ]);
    assert_eq!(told["customers"], 148);
    assert_eq!(told["apart"]["customers"], 8);
    let table = fs::read_to_string(&written).unwrap();
    fs::remove_file(&written).unwrap();
    assert_eq!(table.lines().count(), 149);
    assert!(table.lines().nth(1).unwrap().contains("Avain"));
    let said = run(&["sql", model, "--dialect", "postgres"]);
    let statement = String::from_utf8(said.stdout).unwrap();
    assert!(statement.contains("WHEN before_it * 100 < total * 60 THEN 1"));
    assert!(statement.contains("WHEN before_it * 10000 < total * 9150 THEN 2"));
    assert!(statement.contains("WHEN 1 THEN 'Avain'"));
    assert_eq!(run(&["sql", file]).status.code(), Some(1));
}
