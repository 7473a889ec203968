//! The accounting office: one row per invoice, an invoice a month, some credit notes.

use std::collections::BTreeSet;

use super::SampleFile;
use super::random::Random;
use super::text::{Coding, Sheet, amount, day, per_mille};
use super::words::Words;

const CUSTOMERS: i64 = 38;
const YEAR: i64 = 2025;

/// One customer: number, name, monthly fee in cents, first and last month.
struct Client {
    number: i64,
    name: String,
    fee: i64,
    months: std::ops::RangeInclusive<i64>,
}

pub(super) fn file(words: &Words) -> SampleFile {
    let mut random = Random::new(38);
    let mut taken = BTreeSet::new();
    let clients: Vec<Client> = (0..CUSTOMERS)
        .map(|at| client(words, at, &mut random, &mut taken))
        .collect();
    let mut sheet = Sheet::new(words.money.delimiter);
    sheet.row(&words.pick([
        [
            "Laskun nro",
            "Laskupvm",
            "Eräpvm",
            "Asiakasnro",
            "Asiakas",
            "Selite",
            "Veroton",
            "ALV",
            "Yhteensä",
        ],
        [
            "Nr faktury",
            "Data wystawienia",
            "Termin płatności",
            "Kod klienta",
            "Nabywca",
            "Opis",
            "Wartość netto",
            "VAT",
            "Wartość brutto",
        ],
        [
            "Invoice no.",
            "Invoice date",
            "Due date",
            "Customer no.",
            "Customer",
            "Details",
            "Net amount",
            "VAT",
            "Gross amount",
        ],
    ]));
    let usual = words.pick(["Taloushallinto", "Obsługa księgowa", "Accounting services"]);
    let yearly = words.pick(["Tilinpäätös", "Sprawozdanie roczne", "Annual accounts"]);
    let credit = words.pick(["Hyvityslasku", "Faktura korygująca", "Credit note"]);
    let mut number = 0;
    let mut invoice =
        |sheet: &mut Sheet, client: &Client, month: i64, date: i64, what: &str, net: i64| {
            number += 1;
            let tax = per_mille(net, words.money.tax);
            let code = words.pick([
                format!("{}", 25_000 + number),
                format!("FV {number}/{month:02}/{YEAR}"),
                format!("INV-{:05}", 1_000 + number),
            ]);
            let due = (month % 12 + 1, YEAR + month / 12);
            sheet.row(&[
                &code,
                &day(words, YEAR, month, date),
                &day(words, due.1, due.0, 14),
                &client.number.to_string(),
                &client.name,
                what,
                &amount(words, net),
                &amount(words, tax),
                &amount(words, net + tax),
            ]);
        };
    for month in 1..=12 {
        for client in clients.iter().filter(|it| it.months.contains(&month)) {
            let hours = random.between(-120, 180);
            let net = per_mille(client.fee, 1_000 + hours);
            invoice(&mut sheet, client, month, 28, usual, net);
            if random.percent(3) {
                invoice(
                    &mut sheet,
                    client,
                    month,
                    28,
                    credit,
                    -per_mille(net, random.between(100, 1_000)),
                );
            }
            if month == 4 && client.fee > 30_000 {
                invoice(&mut sheet, client, month, 30, yearly, client.fee * 2);
            }
        }
    }
    SampleFile {
        name: words
            .pick(["laskut-2025.csv", "faktury-2025.csv", "invoices-2025.csv"])
            .to_owned(),
        bytes: sheet.bytes(Coding::Utf8Marked),
    }
}

fn client(words: &Words, at: i64, random: &mut Random, taken: &mut BTreeSet<String>) -> Client {
    let fee = match at {
        0..=2 => random.between(145_000, 210_000),
        3..=10 => random.between(52_000, 98_000),
        _ => random.between(9_500, 42_000),
    };
    let months = match at {
        17 => 6..=12,
        24 => 9..=12,
        30 => 1..=5,
        _ => 1..=12,
    };
    Client {
        number: 1_001 + at * 3,
        name: words.company(random, words.services, taken).0,
        fee: fee / 10 * words.money.tenths,
        months,
    }
}
