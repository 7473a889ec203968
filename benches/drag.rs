//! What one frame of dragging a limit costs: `cargo bench --bench drag`.
//!
//! A frame at 60 Hz has 16.7 ms for everything. Timed here is all that is computed from the moved limit
//! to what is drawn anew: tiers, sums, bands and the window of the table; then what is computed once when it
//! rests.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on its output")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusetti::chart::{Frame, Pareto};
use rusetti::domain::customer::Customer;
use rusetti::domain::listing::{Column, Facts, Only, Order, View, by_value, ordered, select};
use rusetti::domain::money::{Currency, Money};
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Exception, Sorting, TierPlan};
use rusetti::i18n::{Lang, explain};

/// Frames timed for each figure.
const FRAMES: u16 = 200;
/// Rows of the table that are drawn.
const WINDOW: usize = 27;

fn main() {
    println!("milliseconds a frame, median and slowest of {FRAMES}");
    println!("{:<44} {:>10} {:>10}", "", "median", "slowest");
    for n in [1_000_u32, 100_000, 1_000_000] {
        println!("{n} customers");
        bench(n);
    }
}

fn bench(n: u32) {
    // One over rank: as skewed as real customer bases are, in no order, every hundredth apart.
    let value = |at: u32| {
        let rank = i128::from(at.wrapping_mul(7_919) % n) + 1;
        let amount = 1_000_000_000_000 / rank;
        Money::from_ten_thousandths(if at % 100 == 7 { -amount } else { amount })
    };
    let values: Vec<Money> = (0..n).map(value).collect();
    let margin = |at: usize| {
        values
            .get(at)
            .copied()
            .unwrap_or_default()
            .times_ratio(1, 3)
    };
    let names: Vec<String> = (0..n).map(|at| format!("customer number {at}")).collect();
    let exceptions: BTreeMap<usize, Exception> =
        (0..20).map(|at| (at * 31, exception(at))).collect();
    let currency = Currency::new("EUR");
    let frame = Frame::of_width(784.0, 36.0, 0.375);

    let ranking = Ranking::new(&values);
    let running = ranking.running_sums(margin);
    let order = by_value(&ranking);
    let drawn = Pareto::new(&ranking, frame);
    let plan_at = |at: u16| {
        let mut plan = TierPlan::usual(4);
        plan.move_cut(1, 6_100 + at * 10);
        plan
    };

    let live = |plan: &TierPlan| {
        let sorting = Sorting::new(&ranking, plan, &exceptions);
        black_box(sorting.sums(&ranking, &running, margin));
        for end in sorting.ends() {
            black_box(drawn.x_after(*end));
        }
        for customer in order.iter().take(WINDOW) {
            let tier = sorting.tier_by_rule(&ranking, *customer);
            let why = sorting.why(&ranking, plan, *customer, &exceptions);
            let missing = sorting.gap(&ranking, plan, *customer);
            black_box(explain::why(Lang::En, plan, &currency, tier, &why));
            black_box(explain::to_next(
                Lang::En,
                plan,
                &currency,
                tier,
                false,
                missing,
            ));
        }
        sorting
    };
    time("  limit, sums, bands, rows in view", |at| {
        black_box(live(&plan_at(at)));
    });
    // The list behind the table follows a limit when it rests, where there are many customers.
    let list = |sorting: &Sorting, filters: &[Only], needle: &str| {
        let view = View {
            customers: &[],
            ranking: &ranking,
            sorting,
            exceptions: &exceptions,
            today: jiff_core::civil::date(2026, 1, 1),
        };
        black_box(select(&order, filters, needle, &names, view));
    };
    let sorting = live(&plan_at(0));
    time("once at rest: list filtered to near a limit", |_| {
        list(&sorting, &[Only::NearLimit], "");
    });
    let customers = vec![Customer::default(); values.len()];
    let by_tier = Order::default().by(Column::Tier).then(Column::Revenue);
    time("once at rest: list by tier, then revenue", |_| {
        let facts = Facts {
            customers: &customers,
            ranking: &ranking,
            sorting: &sorting,
            plan: &plan_at(0),
            potentials: &[],
        };
        let places = |column| Arc::new(facts.places(column, |_| Vec::new()));
        black_box(ordered(&order, &by_tier, places));
    });
    time("once for a typed letter: search", |_| {
        list(&sorting, &[], "99");
    });
    time("once when data or width change: the curve", |_| {
        black_box(Pareto::new(&ranking, frame).curve_path());
    });
}

fn exception(at: usize) -> Exception {
    Exception {
        tier: at % 4,
        reason: "because".to_owned(),
        review: None,
    }
}

fn time(name: &str, frame: impl Fn(u16)) {
    let mut times: Vec<Duration> = (0..FRAMES)
        .map(|at| {
            let start = Instant::now();
            frame(at);
            start.elapsed()
        })
        .collect();
    times.sort();
    let at = |it: usize| times.get(it).map_or(0.0, |it| it.as_secs_f64() * 1_000.0);
    println!(
        "{name:<44} {:>10.3} {:>10.3}",
        at(times.len() / 2),
        at(times.len() - 1)
    );
}
