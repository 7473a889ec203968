//! How long customers that may be the same are looked for: `cargo bench --bench alike`.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on its output")]

use std::hint::black_box;
use std::time::Instant;

use rusetti::domain::customer::Customer;
use rusetti::domain::duplicates::find;

/// What names are made of.
const FIRST: [&str; 12] = [
    "Mäki", "Järvi", "Koski", "Lahti", "Niemi", "Saari", "Salo", "Ranta", "Kallio", "Pelto",
    "Metsä", "Harju",
];
const SECOND: [&str; 12] = [
    "nen", "lä", "vaara", "kangas", "pohja", "luoma", "korpi", "suo", "ala", "ylä", "puro", "oja",
];
const THIRD: [&str; 12] = [
    "Rakennus", "Sähkö", "Kuljetus", "Kahvila", "Huolto", "Kone", "Puu", "Tili", "Maalaus",
    "Putki", "Palvelu", "Auto",
];
const FORMS: [&str; 5] = ["Oy", "Ky", "Ab", "Tmi", ""];

fn pick<'a>(list: &[&'a str], seed: &mut u64) -> &'a str {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    let at = usize::try_from(*seed >> 40).unwrap_or(0) % list.len();
    list.get(at).copied().unwrap_or_default()
}

fn main() {
    println!("milliseconds until all pairs are found, and how many there are");
    for n in [1_000_usize, 10_000, 100_000] {
        let mut seed = 7;
        let customers: Vec<Customer> = (0..n)
            .map(|at| {
                let [first, second, third, form] =
                    [&FIRST[..], &SECOND, &THIRD, &FORMS].map(|it| pick(it, &mut seed));
                let middle = pick(&SECOND, &mut seed);
                let number = (at % 7 == 0).then(|| format!(" {}", at % 997));
                let name = format!(
                    "{first}{second}{middle} {third}{} {form}",
                    number.unwrap_or_default()
                );
                Customer {
                    key: at.to_string(),
                    name,
                    ..Customer::default()
                }
            })
            .collect();
        let start = Instant::now();
        let pairs = black_box(find(&customers));
        let took = start.elapsed().as_secs_f64() * 1_000.0;
        println!("{n:>9} customers {took:>10.0} {:>10}", pairs.len());
    }
}
