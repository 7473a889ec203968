//! Files of the fuzzer, what it found and seeds cut small: each in `tests/data/fuzz/` is read, and its
//! rows and money add up.
//!
//! How to look for more: `docs/testing.md`.

use std::fs;

use rusetti::domain::money::Money;
use rusetti::ingest::{ReadOptions, read};

#[test]
fn what_fuzzing_left_reads_and_adds_up() {
    let mut files = 0;
    for file in fs::read_dir("tests/data/fuzz").unwrap().flatten() {
        let bytes = fs::read(file.path()).unwrap();
        let reading = read(&bytes, &ReadOptions::default(), &mut |_| true).unwrap();
        let account = reading.account;
        let name = file.file_name();
        assert_eq!(
            account.rows_read,
            account.rows_used + account.rows_aside,
            "{}",
            name.display()
        );
        let customers: Money = reading.base.customers.iter().map(|it| it.revenue).sum();
        assert_eq!(customers, account.money_used, "{}", name.display());
        assert_eq!(
            account.money_read,
            account.money_used + account.money_aside,
            "{}",
            name.display()
        );
        files += 1;
    }
    assert!(files > 0);
}
