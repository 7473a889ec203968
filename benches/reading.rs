//! How fast files are read: `cargo bench --profile native --bench reading [rows or files]`.
//!
//! Invoices of as many customers as a tenth of the rows, nine columns, as an accounting program
//! exports them; or files from disk. Prints the middle of five runs: of the reader, of the reader that
//! needs the whole file, and of the `csv` crate, which only splits the same bytes and decides nothing.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use rusetti::ingest::{ReadOptions, read, read_rows};

fn invoices(rows: u64) -> Vec<u8> {
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
    text.into_bytes()
}

/// The middle of five runs, in seconds.
fn seconds(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..5)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(2).copied().unwrap_or_default()
}

/// Splits the same bytes and does nothing else.
fn split(bytes: &[u8], delimiter: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        cells += record.len();
    }
    cells
}

fn main() {
    let given: Vec<String> = std::env::args()
        .skip(1)
        .filter(|it| !it.starts_with("--"))
        .collect();
    let given = if given.is_empty() {
        ["10000", "100000", "1000000"].map(str::to_owned).to_vec()
    } else {
        given
    };
    for it in given {
        let bytes = match it.parse() {
            Ok(rows) => invoices(rows),
            Err(_) => std::fs::read(&it).unwrap_or_default(),
        };
        let options = ReadOptions::default();
        let (mut rows, mut delimiter) = (0, b';');
        let reader = seconds(|| {
            if let Some(reading) = read(&bytes, &options, &mut |_| true) {
                rows = reading.account.rows_used;
                delimiter = u8::try_from(reading.delimiter.is).unwrap_or(b';');
            }
        });
        let whole = seconds(|| {
            black_box(read_rows(&bytes, &options, &mut |_| true, &mut |_| {}));
        });
        let csv = seconds(|| {
            black_box(split(&bytes, delimiter));
        });
        let megabytes = f64::from(u32::try_from(bytes.len() / 1024).unwrap_or(u32::MAX)) / 1024.0;
        println!(
            "{it}: {rows} rows, {megabytes:.1} MB: {reader:.3} s ({:.0} MB/s, {:.0} ns a row), {:.2} x the csv crate, {:.2} x the whole-file reader",
            megabytes / reader,
            reader * 1e9 / f64::from(rows.max(1)),
            reader / csv,
            reader / whole,
        );
    }
}
