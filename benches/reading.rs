//! How fast files are read: `cargo bench --profile native --bench reading [rows]`.
//!
//! Invoices of as many customers as a tenth of the rows, nine columns, as an accounting program
//! exports them. Prints seconds and megabytes a second; the middle of five runs.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::fmt::Write as _;
use std::time::Instant;

use rusetti::ingest::{ReadOptions, read};

fn invoices(rows: u64) -> String {
    let mut text =
        String::from("Laskun nro;Laskupvm;Asiakasnro;Asiakas;Tuote;Määrä;Veroton;ALV;Yhteensä\r\n");
    let mut seed: u64 = 7;
    for row in 0..rows {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let customer = (seed >> 33) % (rows / 10).max(1);
        let cents = (seed >> 20) % 1_000_000;
        let _ = write!(
            text,
            "{};{}.{}.2025;{customer};Yritys {customer} Oy;Palvelu;1;{},{:02};{},{:02};{},{:02}\r\n",
            10_000 + row,
            row % 28 + 1,
            row % 12 + 1,
            cents / 100,
            cents % 100,
            cents / 400,
            cents % 100,
            cents / 80,
            cents % 100,
        );
    }
    text
}

fn main() {
    let sizes: Vec<u64> = std::env::args().filter_map(|it| it.parse().ok()).collect();
    let sizes = if sizes.is_empty() {
        vec![10_000, 100_000, 1_000_000]
    } else {
        sizes
    };
    for rows in sizes {
        let text = invoices(rows);
        let mut times: Vec<f64> = (0..5)
            .map(|_| {
                let start = Instant::now();
                let reading = read(text.as_bytes(), &ReadOptions::default(), &mut |_| true);
                let used = reading.map(|it| it.account.rows_used);
                assert_eq!(used.map(u64::from), Some(rows));
                start.elapsed().as_secs_f64()
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let megabytes = f64::from(u32::try_from(text.len() / 1024).unwrap_or(u32::MAX)) / 1024.0;
        let middle = times.get(2).copied().unwrap_or_default();
        println!(
            "{rows:>9} rows {megabytes:>7.1} MB {middle:>8.3} s {:>7.0} MB/s",
            megabytes / middle
        );
    }
}
