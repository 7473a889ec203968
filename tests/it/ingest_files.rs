//! A folder for each file that was hard to read: `input.csv` (or `.xlsx`, `.ods` …) and what is read
//! from it.
//!
//! To add a case: a folder with its `input`, then `UPDATE_EXPECT=1 cargo test --test it`, then read
//! what came out. The folder's name states the trap.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use rusetti::domain::customer::Customer;
use rusetti::domain::day::text;
use rusetti::domain::money::Money;
use rusetti::ingest::{
    AsideReason, Book, By, CellValue, Column, Content, Header, ReadOptions, Reading, Role, Shape,
    SheetInfo, read,
};

/// Customers shown of a case.
const SHOWN: usize = 12;

fn render(reading: &Reading) -> String {
    let mut out = String::new();
    let header = match reading.header.is {
        Header::Line(line) => format!("header in line {line}"),
        Header::None => "no header".to_owned(),
    };
    let how = match &reading.book {
        Some(it) => book(it),
        None => format!(
            "{}, {:?}",
            reading.encoding.is.label(),
            reading.delimiter.is
        ),
    };
    let _ = writeln!(
        out,
        "{how}, {header}, {:?}, {}",
        reading.shape.is,
        reading.currency().map_or("-", |it| it.0.as_str()),
    );
    for it in &reading.columns {
        let _ = writeln!(out, "  {}", column(it));
    }
    let account = reading.account;
    let _ = writeln!(
        out,
        "rows {} = {} + {}, money {} = {} + {}",
        account.rows_read,
        account.rows_used,
        account.rows_aside,
        account.money_read.to_decimal(),
        account.money_used.to_decimal(),
        account.money_aside.to_decimal(),
    );
    for it in reading.base.customers.iter().take(SHOWN) {
        let _ = writeln!(out, "  {}", customer(it));
    }
    let more = reading.base.customers.len().saturating_sub(SHOWN);
    if more > 0 {
        let _ = writeln!(out, "  and {more} more");
    }
    for it in &reading.set_aside {
        let cells = if it.reason == AsideReason::Blank {
            String::new()
        } else {
            it.cells.join(" | ")
        };
        let _ = writeln!(
            out,
            "aside {}: {:?} {} [{cells}]",
            it.line,
            it.reason,
            it.money.to_decimal()
        );
    }
    for it in &reading.issues {
        let line = it
            .line
            .map_or_else(|| "file".to_owned(), |it| it.to_string());
        let _ = writeln!(out, "issue {line}: {:?}", it.kind);
    }
    out
}

fn book(it: &Book) -> String {
    let sheet = |(at, sheet): (usize, &SheetInfo)| {
        let chosen = if at == it.sheet.is { "*" } else { "" };
        let hidden = if sheet.is_hidden { " hidden" } else { "" };
        format!("{chosen}{} {}{hidden}", sheet.name, sheet.rows)
    };
    let sheets: Vec<String> = it.sheets.iter().enumerate().map(sheet).collect();
    format!("{:?} [{}]", it.format, sheets.join(", "))
}

/// The bytes of a case.
fn input(case: &Path) -> Vec<u8> {
    let mut files = fs::read_dir(case).unwrap().flatten().map(|it| it.path());
    let file = files.find(|it| it.file_stem().is_some_and(|it| it == "input"));
    fs::read(file.unwrap()).unwrap()
}

fn column(it: &Column) -> String {
    let content = match it.content {
        Content::Empty => "empty".to_owned(),
        Content::Text => "text".to_owned(),
        Content::Number { decimal, ambiguous } => {
            format!("{decimal:?}{}", if ambiguous { " ?" } else { "" })
        }
        Content::Date { order, ambiguous } => {
            format!("{order:?}{}", if ambiguous { " ?" } else { "" })
        }
    };
    format!("{:?}: {:?}, {content}", it.name, it.role.is)
}

fn customer(it: &Customer) -> String {
    let mut out = it.key.clone();
    if it.name != it.key {
        let _ = write!(out, " = {}", it.name);
    }
    let _ = write!(out, ": {}", it.revenue.to_decimal());
    for (word, money) in [("margin", it.margin), ("previous", it.previous)] {
        if let Some(money) = money {
            let _ = write!(out, ", {word} {}", money.to_decimal());
        }
    }
    if it.rows != 1 || it.orders != 1 {
        let _ = write!(out, ", {} rows, {} orders", it.rows, it.orders);
    }
    if let (Some(first), Some(last)) = (it.first, it.last) {
        let _ = write!(out, ", {} to {}", text(first), text(last));
    }
    out
}

#[test]
fn every_case_reads_as_expected_and_adds_up() {
    let mut cases: Vec<_> = fs::read_dir("tests/data/ingest")
        .unwrap()
        .flatten()
        .map(|it| it.path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 150, "{} cases", cases.len());
    for case in cases {
        let bytes = input(&case);
        let reading = read(&bytes, &ReadOptions::default(), &mut |_| true).unwrap();
        let account = reading.account;
        assert_eq!(account.rows_read, account.rows_used + account.rows_aside);
        let customers: Money = reading.base.customers.iter().map(|it| it.revenue).sum();
        let aside: Money = reading.set_aside.iter().map(|it| it.money).sum();
        assert_eq!(account.money_read, customers + aside, "{}", case.display());
        // What a row does not tell is in no month and of no product.
        let tells_all = |role: Role| {
            reading.column(role).is_some_and(|at| {
                let told = reading.preview.iter().filter_map(|it| it.cells.get(at));
                let bad = |it: &CellValue| matches!(it, CellValue::Empty | CellValue::Misfit);
                told.clone().all(|it| !bad(&it.value))
            })
        };
        let dated = reading.shape.is == Shape::Transactions && tells_all(Role::Date);
        let named = tells_all(Role::Product);
        for it in &reading.base.customers {
            let months: Money = it.history.iter().map(|it| it.1).sum();
            let products: Money = it.products.iter().map(|it| it.1).sum();
            assert!(
                !dated || months == it.revenue,
                "{}: {}",
                case.display(),
                it.key
            );
            assert!(
                !named || products == it.revenue,
                "{}: {}",
                case.display(),
                it.key
            );
        }
        let expected = std::env::current_dir()
            .unwrap()
            .join(&case)
            .join("expected.txt");
        expect_file![expected].assert_eq(&render(&reading));
    }
}

#[test]
fn what_the_user_decides_holds_through_a_second_reading() {
    let bytes = "Nimi;Myynti;Muu\nA Oy;1.234;5,50\nYhteensä;9;1\n".as_bytes();
    let mut options = ReadOptions::default();
    options.taken_back.push(3);
    options.columns.push(rusetti::ingest::ColumnChoice {
        index: 2,
        role: Some(Role::Revenue),
        decimal: None,
        date_order: None,
    });
    let reading = read(bytes, &options, &mut |_| true).unwrap();
    assert_eq!(reading.account.rows_used, 2);
    assert_eq!(
        reading.account.money_used,
        Money::from_ten_thousandths(65_000)
    );
    let column = reading.columns.get(2).unwrap();
    assert_eq!((column.role.is, column.role.by), (Role::Revenue, By::Hand));
    assert_ne!(reading.columns.get(1).unwrap().role.is, Role::Revenue);
}

/// A workbook is a file of many parts that point at one another; whatever is written over them, there
/// is an answer, and its rows and money add up.
#[test]
fn no_byte_of_a_workbook_is_trusted() {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(below.max(1)).unwrap()).unwrap()
    };
    for case in fs::read_dir("tests/data/ingest").unwrap().flatten() {
        if !case.file_name().to_string_lossy().starts_with("workbook_") {
            continue;
        }
        let bytes = input(&case.path());
        for round in 0..40 {
            let mut broken = bytes.clone();
            for _ in 0..=random(6) {
                let at = random(broken.len());
                broken[at] = [0, 0xff, 0x80, 1, random(256).try_into().unwrap()][random(5)];
            }
            if round % 4 == 0 {
                broken.truncate(random(bytes.len()));
            }
            let reading = read(&broken, &ReadOptions::default(), &mut |_| true).unwrap();
            let account = reading.account;
            assert_eq!(account.rows_read, account.rows_used + account.rows_aside);
            assert_eq!(account.money_read, account.money_used + account.money_aside);
        }
    }
}

#[test]
fn the_sheet_chosen_by_hand_is_read() {
    let bytes = input(Path::new(
        "tests/data/ingest/workbook_hidden_sheet_is_not_taken",
    ));
    let options = ReadOptions {
        sheet: Some("Archiwum".to_owned()),
        ..ReadOptions::default()
    };
    let reading = read(&bytes, &options, &mut |_| true).unwrap();
    let book = reading.book.unwrap();
    assert_eq!((book.sheet.is, book.sheet.by), (1, By::Hand));
    assert_eq!(reading.account.rows_used, 30);
}
