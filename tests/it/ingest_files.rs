//! A folder for each file that was hard to read: `input.csv` and what is read from it.
//!
//! To add a case: a folder with an `input.csv`, then `UPDATE_EXPECT=1 cargo test --test it`, then read
//! what came out. The folder's name states the trap.

use std::fmt::Write as _;
use std::fs;

use expect_test::expect_file;
use rusetti::domain::customer::Customer;
use rusetti::domain::money::Money;
use rusetti::ingest::{AsideReason, By, Column, Content, Header, ReadOptions, Reading, Role, read};

/// Customers shown of a case.
const SHOWN: usize = 12;

fn render(reading: &Reading) -> String {
    let mut out = String::new();
    let header = match reading.header.is {
        Header::Line(line) => format!("header in line {line}"),
        Header::None => "no header".to_owned(),
    };
    let _ = writeln!(
        out,
        "{}, {:?}, {header}, {:?}, {}",
        reading.encoding.is.label(),
        reading.delimiter.is,
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
        let _ = write!(out, ", {first} to {last}");
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
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in cases {
        let bytes = fs::read(case.join("input.csv")).unwrap();
        let reading = read(&bytes, &ReadOptions::default(), &mut |_| true).unwrap();
        let account = reading.account;
        assert_eq!(account.rows_read, account.rows_used + account.rows_aside);
        let customers: Money = reading.base.customers.iter().map(|it| it.revenue).sum();
        let aside: Money = reading.set_aside.iter().map(|it| it.money).sum();
        assert_eq!(account.money_read, customers + aside, "{}", case.display());
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
