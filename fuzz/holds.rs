//! What holds for every file, however broken.
#![allow(dead_code, reason = "each target uses a part")]

use rusetti::domain::money::Money;
use rusetti::ingest::{ReadOptions, Shape, read};

/// There is an answer, and its rows and money add up.
pub fn adds_up(bytes: &[u8]) {
    read_with(bytes, &ReadOptions::default());
}

/// A column of any cells, one a line, beside customers and amounts.
pub fn column(name: &str, text: &str) {
    let mut file = format!("Customer\tDate\tAmount\n");
    for (row, cell) in text.lines().take(200).enumerate() {
        let cell = cell.replace(['\t', '"'], " ");
        let (date, amount) = if name == "Date" { (cell.as_str(), "1.00") } else { ("2025-01-31", cell.as_str()) };
        file.push_str(&format!("C{}\t{date}\t{amount}\n", row % 3));
    }
    let shape = Some(Shape::Transactions);
    read_with(file.as_bytes(), &ReadOptions { shape, ..ReadOptions::default() });
}

fn read_with(bytes: &[u8], options: &ReadOptions) {
    let reading = read(bytes, options, &mut |_| true).expect("nobody stops it");
    let account = reading.account;
    assert_eq!(account.rows_read, account.rows_used + account.rows_aside);
    assert_eq!(account.money_read, account.money_used + account.money_aside);
    let customers = &reading.base.customers;
    let sum: Money = customers.iter().map(|it| it.revenue).sum();
    assert_eq!(sum, account.money_used);
    // A row with a name over each column is a row of each of them.
    assert!(customers.iter().map(|it| it.rows).sum::<u32>() >= account.rows_used);
    for it in customers {
        assert!(it.first <= it.last);
        assert!(it.history.is_sorted_by(|a, b| a.0 < b.0));
        assert!(it.products.is_sorted_by(|a, b| a.0 < b.0));
        assert!(it.products.iter().all(|it| usize::try_from(it.0).is_ok_and(|it| it < reading.base.products.len())));
    }
}
