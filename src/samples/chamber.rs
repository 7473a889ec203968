//! The chamber of commerce: one row per member, a fee by size class, contacts held.

use std::collections::BTreeSet;

use super::SampleFile;
use super::random::Random;
use super::text::{Coding, Sheet, amount};
use super::words::Words;

const MEMBERS: i64 = 612;

/// Size classes: how many of a hundred members, name, largest headcount, fee in cents.
const CLASSES: [(i64, &str, i64, i64); 5] = [
    (46, "1–9", 9, 29_000),
    (29, "10–49", 49, 58_000),
    (15, "50–249", 249, 129_000),
    (7, "250–499", 499, 298_000),
    (3, "500+", 2_400, 690_000),
];

pub(super) fn file(words: &Words) -> SampleFile {
    let mut random = Random::new(612);
    let mut taken = BTreeSet::new();
    let mut sheet = Sheet::new(words.money.delimiter);
    sheet.row(&words.pick([
        [
            "Jäsennro",
            "Jäsen",
            "Y-tunnus",
            "Jäsenmaksu 2025 (EUR)",
            "Kokoluokka",
            "Henkilöstö",
            "Maakunta",
            "Toimiala",
            "Liittynyt",
            "Yhteydenotot 2025",
        ],
        [
            "Nr członkowski",
            "Członek",
            "NIP",
            "Składka 2025 (PLN)",
            "Klasa wielkości",
            "Zatrudnienie",
            "Województwo",
            "Branża",
            "Rok przystąpienia",
            "Kontakty 2025",
        ],
        [
            "Member no.",
            "Member",
            "Company no.",
            "Membership fee 2025 (EUR)",
            "Size class",
            "Employees",
            "Region",
            "Industry",
            "Joined",
            "Contacts held 2025",
        ],
    ]));
    for at in 0..MEMBERS {
        let trades = if random.percent(40) {
            words.trades
        } else {
            words.services
        };
        let (name, industry) = words.company(&mut random, trades, &mut taken);
        let (class, size_class, headcount, fee) = size(&mut random);
        let region: &str = random.one_of(words.regions);
        let contacts = match random.between(1, 10) {
            1..=4 => 0,
            5..=7 => random.between(1, 2),
            _ => random.between(3, 6 + class * 3),
        };
        // A few joined in the middle of the year, a few have not been billed yet.
        let fee = match random.between(1, 100) {
            1..=4 => fee / 2,
            5 => 0,
            _ => fee,
        };
        sheet.row(&[
            &(2_001 + at).to_string(),
            &name,
            &words.business_id(&mut random),
            &amount(words, fee / 10 * words.money.tenths),
            size_class,
            &headcount.to_string(),
            region,
            industry,
            &random.between(1978, 2025).to_string(),
            &contacts.to_string(),
        ]);
    }
    SampleFile {
        name: words
            .pick([
                "jasenet-2025.csv",
                "czlonkowie-2025.csv",
                "members-2025.csv",
            ])
            .to_owned(),
        bytes: sheet.bytes(Coding::Utf8),
    }
}

/// Size class from 0 and by name, headcount, fee in cents.
fn size(random: &mut Random) -> (i64, &'static str, i64, i64) {
    let mut left = random.between(1, 100);
    let mut low = 1;
    for ((share, name, high, fee), class) in CLASSES.into_iter().zip(0..) {
        if left <= share {
            return (class, name, random.between(low, high), fee);
        }
        left -= share;
        low = high + 1;
    }
    (0, "", 1, 0)
}
