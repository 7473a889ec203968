//! How long limits are looked for in the values of very many customers: `cargo bench --bench breaks`.
//!
//! Values are all distinct: equal ones count as one and are quicker. Wanted is under a second for a million.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on its output")]

use std::hint::black_box;
use std::time::Instant;

use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::MethodKind;

/// How values lie, from the rank and the number of customers.
const SHAPES: [(&str, fn(i128, i128) -> i128); 3] = [
    ("one over rank", |rank, _| {
        1_000_000_000_000_000 / (rank + 1)
    }),
    ("even", |rank, n| (n - rank) * 1_000_000),
    ("three heaps", |rank, n| {
        (3 - 3 * rank / n) * 1_000_000_000_000 + (n - rank) * 100
    }),
];

fn main() {
    println!("milliseconds until the limits of 3, 4 and 5 tiers are found");
    for n in [100_000_u32, 1_000_000] {
        for (name, value) in SHAPES {
            let value = |at: u32| Money::from_ten_thousandths(value(at.into(), n.into()));
            let values: Vec<Money> = (0..n).map(value).collect();
            let ranking = Ranking::new(&values);
            for kind in [
                MethodKind::Natural,
                MethodKind::HeadTail,
                MethodKind::Computed,
            ] {
                let took = [3, 4, 5].map(|tiers| {
                    let method = kind.usual(tiers, &ranking);
                    let start = Instant::now();
                    black_box(method.ends(&ranking));
                    start.elapsed().as_secs_f64() * 1_000.0
                });
                let [three, four, five] = took;
                println!(
                    "{n:>9} {name:<14} {:<9} {three:>7.0} {four:>7.0} {five:>7.0}",
                    kind.slug()
                );
            }
        }
    }
}
