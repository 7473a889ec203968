//! The accounting office: an invoice a month, a row for each service on it, some credit notes.

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
    line: Line,
    region: &'static str,
    /// Per mille of a month's invoice that are payroll and invoicing; the rest is bookkeeping.
    payroll: i64,
    invoicing: i64,
    /// Per mille of revenue that are left after the hours it took.
    margin: i64,
}

/// A line of business, in broad words as accountants keep it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Building,
    Trade,
    Services,
}

impl Line {
    /// The line of each of `Words::services`.
    const OF: [Self; 14] = [
        Self::Building,
        Self::Building,
        Self::Building,
        Self::Building,
        Self::Building,
        Self::Trade,
        Self::Trade,
        Self::Services,
        Self::Services,
        Self::Services,
        Self::Trade,
        Self::Services,
        Self::Trade,
        Self::Services,
    ];

    fn of(words: &Words, industry: &str) -> Self {
        let place = words.services.iter().position(|it| it.1 == industry);
        let line = place.and_then(|it| Self::OF.get(it));
        line.copied().unwrap_or(Self::Services)
    }

    fn name(self, words: &Words) -> &'static str {
        match self {
            Self::Building => words.pick([
                "Rakentaminen ja tekniikka",
                "Budownictwo i technika",
                "Building and engineering",
            ]),
            Self::Trade => words.pick([
                "Kauppa ja ravitsemus",
                "Handel i gastronomia",
                "Retail and hospitality",
            ]),
            Self::Services => words.pick(["Palvelut", "Usługi", "Services"]),
        }
    }

    /// Of a hundred clients those that take payroll, and those that take invoicing.
    const fn takes(self) -> (i64, i64) {
        match self {
            Self::Building => (75, 70),
            Self::Trade => (85, 15),
            Self::Services => (25, 60),
        }
    }
}

pub(super) fn file(words: &Words) -> SampleFile {
    let mut random = Random::new(38);
    let mut habits = Random::new(39);
    let mut taken = BTreeSet::new();
    let clients: Vec<Client> = (0..CUSTOMERS)
        .map(|at| client(words, at, (&mut random, &mut habits), &mut taken))
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
            "Toimiala",
            "Maakunta",
            "Kate",
        ],
        [
            "Nr faktury",
            "Data wystawienia",
            "Termin płatności",
            "Kod klienta",
            "Nabywca",
            "Usługa",
            "Wartość netto",
            "VAT",
            "Wartość brutto",
            "Branża",
            "Województwo",
            "Marża",
        ],
        [
            "Invoice no.",
            "Invoice date",
            "Due date",
            "Customer no.",
            "Customer",
            "Service",
            "Net amount",
            "VAT",
            "Gross amount",
            "Industry",
            "Region",
            "Margin",
        ],
    ]));
    let usual = words.pick(["Taloushallinto", "Obsługa księgowa", "Accounting services"]);
    let yearly = words.pick(["Tilinpäätös", "Sprawozdanie roczne", "Annual accounts"]);
    let credit = words.pick(["Hyvityslasku", "Faktura korygująca", "Credit note"]);
    let payroll = words.pick(["Palkanlaskenta", "Obsługa płac", "Payroll"]);
    let invoicing = words.pick(["Laskutuspalvelu", "Fakturowanie", "Invoicing service"]);
    let mut number = 0;
    let mut invoice =
        |sheet: &mut Sheet, client: &Client, month: i64, date: i64, rows: &[(&str, i64)]| {
            number += 1;
            let code = words.pick([
                format!("{}", 25_000 + number),
                format!("FV {number}/{month:02}/{YEAR}"),
                format!("INV-{:05}", 1_000 + number),
            ]);
            let due = (month % 12 + 1, YEAR + month / 12);
            for (what, net) in rows.iter().filter(|it| it.1 != 0) {
                let tax = per_mille(*net, words.money.tax);
                sheet.row(&[
                    &code,
                    &day(words, YEAR, month, date),
                    &day(words, due.1, due.0, 14),
                    &client.number.to_string(),
                    &client.name,
                    *what,
                    &amount(words, *net),
                    &amount(words, tax),
                    &amount(words, net + tax),
                    client.line.name(words),
                    client.region,
                    &amount(words, per_mille(*net, client.margin)),
                ]);
            }
        };
    for month in 1..=12 {
        for client in clients.iter().filter(|it| it.months.contains(&month)) {
            let hours = random.between(-120, 180);
            let net = per_mille(client.fee, 1_000 + hours);
            let (wages, bills) = (
                per_mille(net, client.payroll),
                per_mille(net, client.invoicing),
            );
            let rows = [
                (usual, net - wages - bills),
                (payroll, wages),
                (invoicing, bills),
            ];
            invoice(&mut sheet, client, month, 28, &rows);
            if random.percent(3) {
                let back = per_mille(net, random.between(100, 1_000));
                invoice(&mut sheet, client, month, 28, &[(credit, -back)]);
            }
            if month == 4 && client.fee > 30_000 {
                invoice(&mut sheet, client, month, 30, &[(yearly, client.fee * 2)]);
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

/// `random` decides whom and how much, `habits` what for: neither moves the other.
fn client(
    words: &Words,
    at: i64,
    (random, habits): (&mut Random, &mut Random),
    taken: &mut BTreeSet<String>,
) -> Client {
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
    let (name, industry) = words.company(random, words.services, taken);
    let line = Line::of(words, industry);
    let (payroll, invoicing) = line.takes();
    let mut part = |takes: i64, from: i64, to: i64| {
        let part = habits.between(from, to);
        if habits.percent(takes) { part } else { 0 }
    };
    Client {
        number: 1_001 + at * 3,
        name,
        fee: fee / 10 * words.money.tenths,
        months,
        line,
        payroll: part(payroll, 180, 300),
        invoicing: part(invoicing, 80, 140),
        // A few ask for more hours than they pay.
        margin: match at {
            6 | 14 | 22 | 27 | 33 => habits.between(-140, -20),
            _ => habits.between(180, 420),
        },
        region: habits.one_of(words.regions),
    }
}
