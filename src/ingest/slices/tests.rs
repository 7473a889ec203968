//! Slices give what the whole file gives, in everything.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::{End, Part, Slices};
use crate::ingest::{Encoding, ReadOptions, Reading, read_rows};

/// Reads slices that end at any of `cuts`; `None` where only the whole file tells.
fn in_slices(bytes: &[u8], options: &ReadOptions, cuts: &[usize]) -> Option<Reading> {
    let head = bytes.get(..1 << 20).unwrap_or(bytes);
    let mut slices = Slices::new(head, head.len() == bytes.len(), options)?;
    loop {
        let mut at = 0;
        for cut in cuts.iter().chain([&bytes.len()]) {
            let end = (*cut).clamp(at, bytes.len());
            let part = bytes.get(at..end).unwrap_or_default();
            slices.add(part.len(), |it| it.copy_from_slice(part))?;
            at = end;
        }
        match slices.end() {
            End::Read(reading) => return Some(*reading),
            End::Again(again) => slices = *again,
            End::Whole => return None,
        }
    }
}

/// Reads the parts between `bounds` apart, as several readers do, and joins them; how many were joined.
fn in_parts(bytes: &[u8], options: &ReadOptions, bounds: &[usize]) -> Option<(Reading, usize)> {
    let place = |it: usize| u64::try_from(it).unwrap();
    let head = bytes.get(..1 << 20).unwrap_or(bytes);
    let mut slices = Slices::new(head, head.len() == bytes.len(), options)?;
    let ends: Vec<usize> = bounds.iter().copied().chain([bytes.len()]).collect();
    let go = |slices: &mut Slices, until: usize| {
        slices.stop_at(place(until));
        while !slices.is_done() {
            let from = usize::try_from(slices.wants()).unwrap();
            // Odd sizes, so that slices end anywhere.
            let part = bytes.get(from..(from + 50_021).min(bytes.len())).unwrap();
            if part.is_empty() {
                break;
            }
            slices.add(part.len(), |it| it.copy_from_slice(part))?;
        }
        Some(())
    };
    go(&mut slices, ends[0])?;
    let mut joined = 0;
    for pair in ends.windows(2) {
        let (from, until) = (pair[0], pair[1]);
        let apart = || {
            let around = bytes.get(from.checked_sub(3)?..)?;
            let range = place(from)..place(until);
            let mut part = Slices::part((head, head.len() == bytes.len()), options, range, around)?;
            let begin = part.wants();
            go(&mut part, until)?;
            let part = part.finish_part(begin, until == bytes.len())?;
            decode(&encode(&part))
        };
        if let Some(part) = apart() {
            match slices.join(part) {
                Some(true) => {
                    joined += 1;
                    continue;
                }
                Some(false) => {}
                None => return Some((in_slices(bytes, options, &[])?, 0)),
            }
        }
        go(&mut slices, until)?;
    }
    match slices.end() {
        End::Read(reading) => Some((*reading, joined)),
        End::Again(_) => Some((in_slices(bytes, options, &[])?, 0)),
        End::Whole => None,
    }
}

fn encode(part: &Part) -> Vec<u8> {
    postcard::to_allocvec(part).unwrap()
}

fn decode(bytes: &[u8]) -> Option<Part> {
    Some(postcard::from_bytes(bytes).unwrap())
}

fn whole(bytes: &[u8], options: &ReadOptions) -> Reading {
    read_rows(bytes, options, &mut |_| true, &mut |_| {}).unwrap()
}

/// A reading by slices is the same; true where slices gave one.
#[track_caller]
fn check(name: &str, bytes: &[u8], options: &ReadOptions, cuts: &[usize]) -> bool {
    let Some(slices) = in_slices(bytes, options, cuts) else {
        return false;
    };
    let whole = whole(bytes, options);
    assert_eq!(slices.account, whole.account, "{name}: account");
    assert_eq!(slices.columns, whole.columns, "{name}: columns");
    assert_eq!(slices.set_aside, whole.set_aside, "{name}: set aside");
    assert_eq!(slices.issues, whole.issues, "{name}: issues");
    assert_eq!(slices.base, whole.base, "{name}: customers");
    assert_eq!(slices, whole, "{name}");
    true
}

#[test]
fn every_case_reads_the_same_in_slices() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ingest");
    let (mut all, mut by_slices) = (0, 0);
    for case in fs::read_dir(cases).unwrap() {
        for file in fs::read_dir(case.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.file_stem().is_some_and(|it| it == "input") {
                let bytes = fs::read(&path).unwrap();
                all += 1;
                by_slices += usize::from(check(
                    &path.display().to_string(),
                    &bytes,
                    &ReadOptions::default(),
                    &[7, 100],
                ));
            }
        }
    }
    // The others are workbooks, several tables, stray quotes: what only the whole file tells.
    assert!(by_slices * 3 > all, "{by_slices} of {all}");
}

/// Chance from a seed.
struct Dice(u64);

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
struct Style {
    seed: u64,
    rows: u64,
    delimiter: char,
    end: &'static str,
    comma: bool,
    gap: &'static str,
    dates: u8,
    page: Option<Encoding>,
    /// One row in so many is odd.
    odd: u64,
    has_id: bool,
    has_currency: bool,
    has_title: bool,
    has_total: bool,
}

fn style() -> impl Strategy<Value = Style> {
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

    fn bytes(&self) -> Vec<u8> {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn slices_read_what_the_whole_file_says(style in style(), cuts in prop::collection::vec(0_usize..200_000, 0..6)) {
        let mut cuts = cuts;
        cuts.sort_unstable();
        check(&format!("{style:?}"), &style.bytes(), &ReadOptions::default(), &cuts);
    }

    #[test]
    fn parts_joined_in_file_order_are_the_whole_file(style in style(), bounds in prop::collection::vec(10_usize..200_000, 1..4)) {
        let bytes = style.bytes();
        let mut bounds: Vec<usize> = bounds.iter().map(|it| it % bytes.len().max(20)).collect();
        bounds.retain(|it| *it > 3);
        bounds.sort_unstable();
        bounds.dedup();
        if !bounds.is_empty() && let Some((parts, _)) = in_parts(&bytes, &ReadOptions::default(), &bounds) {
            let whole = whole(&bytes, &ReadOptions::default());
            prop_assert_eq!(&parts.base, &whole.base, "{:?}", style);
            prop_assert_eq!(parts, whole, "{:?}", style);
        }
    }

    #[test]
    fn a_short_number_is_what_any_number_is(text in "-?[0-9]{1,3}([ \u{a0}.,]?[0-9]{1,4}){0,4}") {
        use crate::ingest::{content::{Counts, Kind}, number, short::{Gap, Short}, reading::Decimal};
        if let Some(short) = Short::read(text.as_bytes(), Gap::Two) {
            let look = number::look(&text).unwrap();
            for decimal in [Decimal::Comma, Decimal::Point] {
                prop_assert_eq!(short.value(decimal), look.value(decimal));
            }
            if !(short.is_bare && matches!(text.len(), 5 | 8)) {
                let (mut long, mut quick) = (Counts::default(), Counts::default());
                long.add(1, &text);
                prop_assert!(quick.look_kind(Kind::of_short(&short), text.len()));
                quick.settle();
                prop_assert_eq!(long.tally(), quick.tally());
            }
        }
    }
}

#[test]
fn parts_of_a_plain_file_are_joined_wherever_they_begin() {
    let style = Style {
        seed: 3,
        rows: 9_000,
        delimiter: ';',
        end: "\r\n",
        comma: true,
        gap: "\u{a0}",
        dates: 1,
        page: None,
        odd: 300,
        has_id: true,
        has_currency: true,
        has_title: true,
        has_total: true,
    };
    let bytes = style.bytes();
    let options = ReadOptions::default();
    let whole = whole(&bytes, &options);
    for at in 0..60 {
        // Among them places within quotes, between the two signs of a line end, and right after it.
        let (a, b) = (300_000 + at * 7, 500_000 + at);
        let (parts, joined) = in_parts(&bytes, &options, &[a, b]).unwrap();
        assert_eq!(parts, whole, "{a} {b}");
        assert!(joined >= 1, "{a} {b}");
    }
}

#[test]
fn a_plain_file_needs_no_more_than_its_slices() {
    for (rows, has_id) in [(200, true), (2_600, true), (2_600, false)] {
        let style = Style {
            seed: 1,
            rows,
            delimiter: ';',
            end: "\r\n",
            comma: true,
            gap: "\u{a0}",
            dates: 1,
            page: Some(Encoding::Windows1252),
            odd: 300,
            has_id,
            has_currency: true,
            has_title: true,
            has_total: true,
        };
        assert!(
            check(
                "plain",
                &style.bytes(),
                &ReadOptions::default(),
                &[500, 40_000]
            ),
            "{rows}"
        );
    }
}
