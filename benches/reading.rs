//! How fast files are read: `cargo bench --profile native --bench reading`, with `READ=file.csv` of files
//! from disk.
//!
//! Invoices of as many customers as a tenth of the rows, nine columns, as an accounting program exports
//! them. Beside the reader stand the one that needs the whole file and the `csv` crate, which only splits
//! the same bytes and decides nothing.

use std::fmt::Write as _;

use criterion::{Criterion, Throughput};
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

/// Files that `READ` names, parted by `:`, or made ones.
fn files() -> Vec<(String, Vec<u8>)> {
    match std::env::var("READ") {
        Ok(names) => (names.split(':'))
            .map(|it| (it.to_owned(), std::fs::read(it).unwrap_or_default()))
            .collect(),
        Err(_) => [10_000, 100_000, 1_000_000]
            .map(|rows| (format!("{rows} rows"), invoices(rows)))
            .into(),
    }
}

fn reading(criterion: &mut Criterion) {
    let options = ReadOptions::default();
    for (name, bytes) in files() {
        let delimiter = read(&bytes, &options, &mut |_| true)
            .and_then(|it| u8::try_from(it.delimiter.is).ok())
            .unwrap_or(b';');
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        group.throughput(Throughput::Bytes(
            bytes.len().try_into().unwrap_or_default(),
        ));
        group.bench_function("reader", |it| {
            it.iter(|| read(&bytes, &options, &mut |_| true));
        });
        group.bench_function("reader of whole files", |it| {
            it.iter(|| read_rows(&bytes, &options, &mut |_| true, &mut |_| {}));
        });
        group.bench_function("csv", |it| it.iter(|| split(&bytes, delimiter)));
        group.finish();
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    reading(&mut criterion);
    criterion.final_summary();
}
