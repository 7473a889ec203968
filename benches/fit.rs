//! What a thousand possible years cost: `cargo bench --bench fit`.
//!
//! The page draws them in pieces; what matters there is one draw, and all of them together.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on its output")]

use std::hint::black_box;
use std::time::Instant;

use rusetti::domain::fit::verdict::TRIED;
use rusetti::domain::fit::{DRAWS, Simulation, agreement};
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Method, Rule, TierCuts};

fn main() {
    println!("milliseconds for a draw, for {DRAWS} draws, and for how far methods agree");
    for n in [140_u32, 10_000, 100_000, 1_000_000] {
        let value = |at: u32| Money::from_ten_thousandths(1_000_000_000_000 / i128::from(at + 1));
        let values: Vec<Money> = (0..n).map(value).collect();
        let ranking = Ranking::new(&values);
        let methods = TRIED.map(|tiers| Method::Share {
            cuts: TierCuts::usual(tiers),
            rule: Rule::Exclusive,
        });
        let mut simulation = Simulation::new(&ranking, &methods, 0.25);
        let start = Instant::now();
        while !simulation.step(10) {}
        let drawn = start.elapsed().as_secs_f64() * 1_000.0;
        black_box(simulation.finish());
        let start = Instant::now();
        black_box(agreement(&ranking));
        let agreed = start.elapsed().as_secs_f64() * 1_000.0;
        let one = drawn / f64::from(DRAWS);
        println!("{n:>9} customers {one:>10.3} {drawn:>10.0} {agreed:>8.1}");
    }
}
