//! Files as programs write them, made from a seed: every delimiter, line end, notation and oddity.

use proptest::prelude::*;

use crate::ingest::Encoding;

/// Chance from a seed.
pub(super) struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = crate::ingest::lookup::mix(self.0.wrapping_add(0x9e37_79b9_7f4a_7c15));
        (self.0 >> 8) % most
    }

    /// Once in `often` times.
    fn once_in(&mut self, often: u64) -> bool {
        self.below(often) == 0
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let most = u64::try_from(all.len()).unwrap();
        all[usize::try_from(self.below(most)).unwrap()]
    }
}

/// How a file is written.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "a file has each or not")]
pub(super) struct Style {
    pub(super) seed: u64,
    pub(super) rows: u64,
    pub(super) delimiter: char,
    pub(super) end: &'static str,
    pub(super) comma: bool,
    pub(super) gap: &'static str,
    pub(super) dates: u8,
    pub(super) page: Option<Encoding>,
    /// One row in so many is odd.
    pub(super) odd: u64,
    pub(super) has_id: bool,
    pub(super) has_currency: bool,
    pub(super) has_title: bool,
    pub(super) has_total: bool,
}

pub(super) fn style() -> impl Strategy<Value = Style> {
    let rows = prop_oneof![9 => 1_u64..400, 1 => 2_100_u64..3_000];
    let looks = (
        prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
        prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        any::<bool>(),
        prop_oneof![Just(""), Just("\u{a0}"), Just(" ")],
        0_u8..5,
        prop_oneof![
            2 => Just(None),
            1 => Just(Some(Encoding::Windows1252)),
            1 => Just(Some(Encoding::Iso8859_2)),
            1 => Just(Some(Encoding::Utf8)),
        ],
    );
    let odd = prop_oneof![Just(1_000_000_u64), Just(400), Just(30), Just(4)];
    let parts = (odd, any::<[bool; 5]>());
    (any::<u64>(), rows, looks, parts).prop_map(|(seed, rows, looks, (odd, has))| Style {
        seed,
        rows,
        delimiter: looks.0,
        end: looks.1,
        comma: looks.2,
        gap: looks.3,
        dates: looks.4,
        page: looks.5,
        odd,
        has_id: has[0],
        has_currency: has[1] && has[4],
        has_title: has[2],
        has_total: has[3],
    })
}

impl Style {
    fn cell(&self, text: &str) -> String {
        let is_plain = !text.contains([self.delimiter, '"', '\n', '\r']);
        if is_plain {
            text.to_owned()
        } else {
            format!("\"{}\"", text.replace('"', "\"\""))
        }
    }

    fn amount(&self, dice: &mut Dice) -> String {
        let cents = dice.below(9) * dice.below(1_000_000) * dice.below(30) + dice.below(30_000);
        let mut whole = (cents / 100).to_string();
        if !self.gap.is_empty() {
            let mut at = whole.len();
            while at > 3 {
                at -= 3;
                whole.insert_str(at, self.gap);
            }
        }
        let sign = if dice.once_in(20) { "-" } else { "" };
        let decimal = if self.comma { ',' } else { '.' };
        match dice.below(40) {
            0 => format!("{sign}{whole}"),
            1 => format!("{sign}{whole}{decimal}5"),
            2 => format!("{sign}{whole}{decimal}1234"),
            3 => format!("{sign}{whole}{decimal}125"),
            4 => format!("{whole}{decimal}50 €"),
            5 => format!("({whole}{decimal}50)"),
            6 => " 12 ".to_owned(),
            7 => "0".to_owned(),
            _ => format!("{sign}{whole}{decimal}{:02}", cents % 100),
        }
    }

    fn date(&self, dice: &mut Dice) -> String {
        let (day, month) = (1 + dice.below(28), 1 + dice.below(12));
        match self.dates {
            0 => format!("2025-{month:02}-{day:02}"),
            1 => format!("{day}.{month}.2025"),
            2 => format!("{day:02}/{month:02}/2025"),
            3 => format!("2025{month:02}{day:02}"),
            _ => format!("{day:02}.{month:02}.25 12:30"),
        }
    }

    /// A row of cells as they are between delimiters.
    fn row(&self, dice: &mut Dice, number: u64) -> Vec<String> {
        let names = [
            "Äijä Oy",
            "Kukka \"Ruusu\" Tmi",
            "Meri, Salo & Co",
            "Łąka",
            " Nordic Ab",
            "Kallio;Oy",
            "Tuuli\nToimipiste",
        ];
        let customer = dice.below(40);
        let name = if customer < 7 {
            names[usize::try_from(customer).unwrap()].to_owned()
        } else {
            format!("Asiakas {customer} Oy")
        };
        let order = format!("L-{}", 1000 + number / 3);
        let region = dice.of(&["Etelä", "Pohjoinen", "", "Länsi"]);
        let mut cells = vec![order, self.date(dice)];
        if self.has_id {
            cells.push(format!("C{:05}", customer * 7919 % 100_000));
        }
        cells.extend([
            self.cell(&name),
            self.cell(region),
            self.amount(dice),
            self.amount(dice),
        ]);
        if self.has_currency {
            let is_other = self.odd < 100 && dice.once_in(60);
            cells.push(if is_other { "SEK" } else { "EUR" }.to_owned());
        }
        cells
    }

    fn header(&self) -> Vec<&'static str> {
        let mut names = vec!["Tilausnro", "Päivä"];
        if self.has_id {
            names.push("Asiakasnro");
        }
        names.extend(["Asiakas", "Alue", "Myynti", "Kustannus"]);
        if self.has_currency {
            names.push("Valuutta");
        }
        names
    }

    fn odd_row(&self, dice: &mut Dice, number: u64) -> String {
        let delimiter = self.delimiter.to_string();
        let mut row = self.row(dice, number);
        let len = row.len();
        let amount = if self.has_id { 5 } else { 4 };
        match dice.below(16) {
            0 => return String::new(),
            1 => return delimiter.repeat(len - 1),
            2 => return self.header().join(&delimiter),
            3 => {
                row.truncate(3);
            }
            4 => row.push("lisä".to_owned()),
            5 => row.push(String::new()),
            6 => row[amount] = "ei tiedossa".to_owned(),
            7 => row[amount] = String::new(),
            8 => row[amount] = "-".to_owned(),
            9 => {
                let sum = row[amount].clone();
                row = vec![String::new(); len];
                row[0] = "Yhteensä".to_owned();
                row[amount] = sum;
            }
            10 => {
                for cell in row.iter_mut().take(amount) {
                    cell.clear();
                }
            }
            11 => row[amount - 2] = "#N/A".to_owned(),
            12 => return format!("Sivu {number}"),
            13 => row[0] = format!(" \"{}\" ", row[0]),
            14 => row[1] = "tuntematon".to_owned(),
            _ => return "# huomautus".to_owned(),
        }
        row.join(&delimiter)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut dice = Dice(self.seed);
        let delimiter = self.delimiter.to_string();
        let mut lines: Vec<String> = Vec::new();
        if self.has_title {
            lines.push("Myyntiraportti 2025".to_owned());
            if dice.once_in(2) {
                lines.push(String::new());
            }
        }
        lines.push(self.header().join(&delimiter));
        for number in 0..self.rows {
            let row = if dice.once_in(self.odd) {
                self.odd_row(&mut dice, number)
            } else {
                self.row(&mut dice, number).join(&delimiter)
            };
            lines.push(row);
        }
        if self.has_total {
            if dice.once_in(2) {
                lines.push(String::new());
            }
            lines.push(format!(
                "Yhteensä{}12,00",
                delimiter.repeat(if self.has_id { 5 } else { 4 })
            ));
            if dice.once_in(2) {
                lines.push("Tulostettu 1.2.2025".to_owned());
            }
        }
        let mut text = lines.join(self.end);
        if dice.once_in(2) {
            text.push_str(self.end);
        }
        match self.page {
            None => text.into_bytes(),
            Some(Encoding::Utf8) => format!("\u{feff}{text}").into_bytes(),
            Some(page) => {
                let upper = crate::ingest::encoding::upper_half(page);
                let byte = |it: char| {
                    let at = upper.iter().position(|other| *other == it);
                    u8::try_from(it)
                        .ok()
                        .filter(u8::is_ascii)
                        .or_else(|| u8::try_from(at? + 128).ok())
                };
                text.chars().filter_map(byte).collect()
            }
        }
    }
}
