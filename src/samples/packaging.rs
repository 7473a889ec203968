//! The packaging wholesaler: one row per customer, two years of sales and margin, as an old program
//! prints a report: titles above, the header again on each page, blank lines, totals below.

use std::collections::BTreeSet;

use super::SampleFile;
use super::random::Random;
use super::text::{Sheet, amount, day, per_mille};
use super::words::Words;

/// Customers in the current year, and those only in the year before.
const CUSTOMERS: usize = 140;
const LOST: usize = 8;
/// Sales of the current year, in cents, before each customer's own chance.
const SALES: i64 = 241_000_000;
/// Rows on a page.
const PAGE: usize = 50;

/// One customer, amounts in cents.
struct Row {
    name: String,
    cells: [String; 2],
    sales: i64,
    before: i64,
    margin: i64,
    industry: &'static str,
    region: &'static str,
    headcount: i64,
    potential: i64,
    owner: &'static str,
}

pub(super) fn file(words: &Words) -> SampleFile {
    let rows = rows(words);
    let money = words.money;
    let mut sheet = Sheet::new(money.delimiter);
    for line in words.pick([
        ["Kallavuo Pakkaus Oy", "Asiakasmyynti 1.1.2025 - 31.12.2025"],
        [
            "Opakowania Kalinowo Sp. z o.o.",
            "Sprzedaż według klientów 2025-01-01 – 2025-12-31",
        ],
        [
            "Kestrel Packaging Ltd",
            "Sales by customer 01/01/2025 - 31/12/2025",
        ],
    ]) {
        sheet.line(line);
    }
    sheet.line("");
    let header = words.pick([
        [
            "Asiakas",
            "Y-tunnus",
            "Alkaen",
            "Myynti 2025",
            "Myynti 2024",
            "Kate 2025",
            "Toimiala",
            "Maakunta",
            "Hlöstö",
            "Kasvuarvio",
            "Vastuuhlö",
        ],
        [
            "Klient",
            "NIP",
            "Klient od",
            "Sprzedaż netto 2025",
            "Sprzedaż netto 2024",
            "Marża 2025",
            "Branża",
            "Województwo",
            "Liczba pracowników",
            "Potencjał",
            "Opiekun",
        ],
        [
            "Customer",
            "Company no.",
            "Since",
            "Sales 2025 (EUR)",
            "Sales 2024 (EUR)",
            "Margin 2025 (EUR)",
            "Industry",
            "Region",
            "Employees",
            "Potential",
            "Account manager",
        ],
    ]);
    sheet.row(&header);
    for (at, row) in rows.iter().enumerate() {
        if at > 0 && at % PAGE == 0 {
            sheet.line("");
            sheet.row(&header);
        }
        let [id, since] = &row.cells;
        // The program prints nothing for a year without sales.
        let sales = |it: i64| {
            if it == 0 {
                String::new()
            } else {
                amount(words, it)
            }
        };
        sheet.row(&[
            &row.name,
            id,
            since,
            &sales(row.sales),
            &sales(row.before),
            &sales(row.margin),
            row.industry,
            row.region,
            &row.headcount.to_string(),
            &row.potential.to_string(),
            row.owner,
        ]);
    }
    let sum = |of: fn(&Row) -> i64| amount(words, rows.iter().map(of).sum());
    let total = words.pick(["Yhteensä", "Razem", "Total"]);
    sheet.row(&[
        total,
        "",
        "",
        &sum(|it| it.sales),
        &sum(|it| it.before),
        &sum(|it| it.margin),
        "",
        "",
        "",
        "",
        "",
    ]);
    SampleFile {
        name: words
            .pick([
                "asiakkaat-2025.csv",
                "klienci-2025.csv",
                "customers-2025.csv",
            ])
            .to_owned(),
        bytes: sheet.bytes(money.coding),
    }
}

/// What each rank brings, of 100,000 in all: six bring half, 26 bring four fifths.
fn weights() -> Vec<i64> {
    let mut weights = vec![
        19_200, 11_400, 7_400, 5_400, 4_600, 3_400, 2_900, 2_700, 2_600, 2_400,
    ];
    weights.extend((0..16).map(|it| 1_560 - it * 52));
    // The long tail falls by 3.4 % from one customer to the next.
    let mut tail = 6_800_000;
    while weights.len() < CUSTOMERS {
        weights.push(tail / 10_000);
        tail = tail * 966 / 1_000;
    }
    weights
}

fn rows(words: &Words) -> Vec<Row> {
    let mut random = Random::new(140);
    let mut taken = BTreeSet::new();
    let mut rows: Vec<Row> = weights()
        .into_iter()
        .chain(std::iter::repeat_n(0, LOST))
        .map(|weight| row(words, weight, &mut random, &mut taken))
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

fn row(words: &Words, weight: i64, random: &mut Random, taken: &mut BTreeSet<String>) -> Row {
    let (name, industry) = words.company(random, words.trades, taken);
    let tenths = words.money.tenths;
    let base = SALES / 100_000 * weight;
    let sales = per_mille(base, random.between(970, 1_030)) / 10 * tenths
        + random.between(0, i64::from(weight > 0) * 99);
    let chance = random.between(1, 100);
    let before = match chance {
        _ if weight == 0 => random.between(40_000, 900_000) / 10 * tenths,
        1..=4 if weight < 400 => 0,
        1..=30 => per_mille(sales, random.between(1_060, 1_800)),
        31..=60 => per_mille(sales, random.between(550, 940)),
        _ => per_mille(sales, random.between(950, 1_050)),
    };
    // Delivery costs about the same for a small order as for a large one.
    let delivery = random.between(9_000, 95_000) / 10 * tenths;
    let part = if (700..3_000).contains(&weight) && random.percent(14) {
        random.between(-130, -20)
    } else {
        random.between(220, 390)
    };
    let margin = if weight == 0 {
        0
    } else {
        per_mille(sales, part) - delivery
    };
    let since = (random.between(2003, 2024), random.between(1, 12));
    Row {
        cells: [words.business_id(random), start(words, since.0, since.1)],
        name,
        sales,
        before,
        margin,
        industry,
        region: region(words, weight, chance, random),
        headcount: match random.between(1, 10) {
            1..=5 => random.between(1, 19),
            6..=8 => random.between(20, 99),
            _ => random.between(100, 480),
        },
        potential: random.between(1, 3),
        owner: random.one_of(words.people),
    }
}

/// Large customers are near more often than not: a lorry comes to them every week.
fn region(words: &Words, weight: i64, chance: i64, random: &mut Random) -> &'static str {
    let anywhere = random.one_of(words.regions);
    match words.regions.first() {
        Some(home) if weight > 1_000 && chance % 3 > 0 => home,
        _ => anywhere,
    }
}

/// Customer since the first of a month; the Finnish program prints it in figures that read two ways.
fn start(words: &Words, year: i64, month: i64) -> String {
    match words.lang {
        "fi" => format!("01/{month:02}/{year}"),
        _ => day(words, year, month, 1),
    }
}
