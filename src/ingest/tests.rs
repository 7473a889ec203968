//! Whole readings: rows and money that add up, and bad files that get the right sentence.

use proptest::prelude::*;

use super::*;

fn read_all(bytes: &[u8]) -> Reading {
    read(bytes, &ReadOptions::default(), &mut |_| true).expect("nobody stops it")
}

#[track_caller]
fn adds_up(reading: &Reading) {
    let account = reading.account;
    assert_eq!(account.rows_read, account.rows_used + account.rows_aside);
    assert_eq!(account.money_read, account.money_used + account.money_aside);
    let customers = &reading.base.customers;
    let sum: crate::domain::money::Money = customers.iter().map(|it| it.revenue).sum();
    assert_eq!(sum, account.money_used);
    let rows: u32 = customers.iter().map(|it| it.rows).sum();
    assert_eq!(rows, account.rows_used);
}

#[test]
fn a_file_that_cannot_be_read_says_what_it_is() {
    use FileKind::{Archive, Binary, Pdf, Picture};
    use IssueKind::{
        EmptyFile, HeaderOnly, NoAmountColumn, NoCustomerColumn, NotATable, NothingPositive,
    };
    for (bytes, kind) in [
        (&b""[..], EmptyFile),
        (b"\n\r\n  \n", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            NotATable { seems: Picture },
        ),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", NotATable { seems: Picture }),
        (b"%PDF-1.7\n%\xe2\xe3", NotATable { seems: Pdf }),
        (b"PK\x03\x04\x14\0hello.txt", NotATable { seems: Archive }),
        (
            b"PK\x03\x04\x14\0xl/workbook.xml",
            NotATable {
                seems: FileKind::BrokenWorkbook,
            },
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
            NotATable {
                seems: FileKind::BrokenWorkbook,
            },
        ),
        (
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0",
            NotATable { seems: Binary },
        ),
        (b"Asiakas;Myynti\n", HeaderOnly),
        (b"Asiakas;Myynti\n\n;\n", HeaderOnly),
        (b"hello world", HeaderOnly),
        (
            b"Asiakas;Kaupunki\nA Oy;Imatra\nB Oy;Lappeenranta\n",
            NoAmountColumn,
        ),
        (b"Myynti;Kate\n100,50;20\n300;40\n", NoCustomerColumn),
        (b"Asiakas;Myynti\nA;0\nB;0,00\n", NothingPositive),
        (b"Asiakas;Myynti\nA;-1\nB;-0,50\n", NothingPositive),
    ] {
        let reading = read_all(bytes);
        let found = reading.fatal().map(|it| it.kind.clone());
        assert_eq!(found, Some(kind), "{:?}", String::from_utf8_lossy(bytes));
        adds_up(&reading);
    }
}

#[test]
fn one_customer_is_enough() {
    let reading = read_all(b"Asiakas;Myynti\nA Oy;12,50\n");
    assert_eq!(reading.fatal(), None);
    assert_eq!(reading.base.customers.len(), 1);
}

#[test]
fn ten_thousand_columns_are_cut_and_said() {
    let header: Vec<String> = (0..10_000).map(|it| format!("c{it}")).collect();
    let row: Vec<String> = (0..10_000).map(|it| format!("{it}")).collect();
    let text = format!(
        "Asiakas;Myynti;{}\nA Oy;10,5;{}\n",
        header.join(";"),
        row.join(";")
    );
    let reading = read_all(text.as_bytes());
    assert_eq!(reading.columns.len(), MAX_COLUMNS);
    assert!(reading.issues.iter().any(|it| it.kind
        == IssueKind::TooManyColumns {
            found: 10_002,
            used: MAX_COLUMNS
        }));
    assert_eq!(reading.base.customers.len(), 1);
}

#[test]
fn a_stopped_reading_gives_nothing() {
    let text = "Asiakas;Myynti\n".to_owned() + &"A Oy;1\n".repeat(40_000);
    let mut told = 0;
    let stopped = read(text.as_bytes(), &ReadOptions::default(), &mut |_| {
        told += 1;
        told < 2
    });
    assert_eq!(stopped, None);
    let mut last = 0.0;
    let done = read(text.as_bytes(), &ReadOptions::default(), &mut |it| {
        assert!((0.0..=1.0).contains(&it) && it >= last, "{last} then {it}");
        last = it;
        true
    });
    assert!(done.is_some());
}

/// Cells that files hold, and traps.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zäöåąłż ]{0,12}",
        "-?[0-9]{1,9}([,.][0-9]{1,4})?",
        "[0-9]{1,3}( [0-9]{3}){1,2},[0-9]{2}",
        Just("Yhteensä".to_owned()),
        Just("Razem".to_owned()),
        Just("1.2.2025".to_owned()),
        Just("\"".to_owned()),
        Just("\"a\"\"b\"".to_owned()),
        Just("n/a".to_owned()),
        Just(String::new()),
    ]
}

#[test]
fn columns_past_the_last_of_any_sheet_are_told() {
    let wide = |cells: usize| {
        let row = |name: &str, cell: &str| {
            format!("<tr><td>{name}{}", format!("<td>{cell}").repeat(cells))
        };
        let page = format!(
            "<html><table>{}{}",
            row("Asiakas", "Myynti"),
            row("A Oy", "10,00")
        );
        let reading = read_all(page.as_bytes());
        let told = |it: &Issue| match it.kind {
            IssueKind::TooManyColumns { found, used } => Some((found, used)),
            _ => None,
        };
        reading.issues.iter().filter_map(told).collect::<Vec<_>>()
    };
    assert_eq!(wide(20), []);
    assert_eq!(wide(16_999), [(17_000, MAX_COLUMNS)]);
}

#[test]
fn json_of_countless_keys_is_given_up_at_once() {
    let mut text = "[".to_owned();
    for at in 0..3_000 {
        text.push_str(&format!("{}{{\"k{at}\":1}}", if at > 0 { "," } else { "" }));
    }
    text.push(']');
    adds_up(&read_all(text.as_bytes()));
}

#[test]
fn a_row_in_another_currency_is_not_added_by_hand() {
    let text =
        "Asiakas;Summa;Valuutta\nKone Oy;10,50;EUR\nVesi Ab;48000,00;SEK\nMaa Oy;30,00;EUR\n";
    let options = ReadOptions {
        taken_back: vec![3],
        ..ReadOptions::default()
    };
    let reading = read(text.as_bytes(), &options, &mut |_| true).expect("nobody stops it");
    adds_up(&reading);
    assert_eq!(reading.account.money_used.to_decimal(), "40.5");
    assert_eq!(reading.account.rows_aside, 1);
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic_and_add_up(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        adds_up(&read_all(&bytes));
    }

    #[test]
    fn any_table_adds_up_whatever_the_user_chooses(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..30),
        delimiter in prop::sample::select(vec![";", ",", "\t", "|"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        taken_back in prop::collection::vec(0..32_u32, 0..3),
        role in prop::sample::select(Role::ALL.to_vec()),
        index in 0..6_usize,
        header in prop::option::of(prop_oneof![Just(Header::None), (0..40_u32).prop_map(Header::Line)]),
    ) {
        let text: String = rows.iter().map(|it| it.join(delimiter) + end).collect();
        adds_up(&read_all(text.as_bytes()));
        let options = ReadOptions {
            taken_back,
            header,
            columns: vec![ColumnChoice { index, role: Some(role), decimal: None, date_order: None }],
            ..ReadOptions::default()
        };
        let reading = read(text.as_bytes(), &options, &mut |_| true).expect("nobody stops it");
        adds_up(&reading);
    }
}

/// A table as a program could write it, and how.
#[derive(Clone, Debug)]
struct Written {
    rows: Vec<Vec<String>>,
    delimiter: char,
    quote: char,
    end: &'static str,
    is_wide: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let row = (
        "[A-Z][a-zäöł]{2,8} [A-Z][a-z]{1,5}[,;|'\"\n]?",
        1..99_999_u32,
        1..999_u32,
    );
    (
        prop::collection::vec(row, 4..20),
        prop::sample::select(vec![';', ',', '\t', '|', '~', '^']),
        prop::sample::select(vec!['"', '\'']),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        any::<bool>(),
    )
        .prop_map(|(rows, delimiter, quote, end, is_wide)| Written {
            rows: rows
                .into_iter()
                .enumerate()
                .map(|(at, (name, amount, code))| {
                    vec![
                        format!("{}", at + 1000),
                        name,
                        format!("{amount}.50"),
                        format!("X{code}"),
                    ]
                })
                .collect(),
            delimiter,
            quote,
            end,
            is_wide,
        })
}

impl Written {
    /// All cells between quotes, quotes inside doubled.
    fn bytes(&self) -> Vec<u8> {
        let header = ["id", "customer", "amount", "code"]
            .map(str::to_owned)
            .to_vec();
        let doubled = format!("{0}{0}", self.quote);
        let cell = |it: &String| format!("{0}{1}{0}", self.quote, it.replace(self.quote, &doubled));
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().map(cell).collect();
            cells.join(&self.delimiter.to_string()) + self.end
        };
        let text: String = std::iter::once(&header)
            .chain(&self.rows)
            .map(line)
            .collect();
        if self.is_wide {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        } else {
            text.into_bytes()
        }
    }
}

proptest! {
    #[test]
    fn what_a_program_writes_in_any_dialect_is_read_back(written in written()) {
        let mut rows = Vec::new();
        let reading = read_rows(&written.bytes(), &ReadOptions::default(), &mut |_| true, &mut |(_, fate, cells)| {
            if fate == RowFate::Used {
                rows.push(cells.iter().map(ToString::to_string).collect::<Vec<_>>());
            }
        }).expect("nobody stops it");
        prop_assert_eq!(reading.delimiter.is, written.delimiter);
        prop_assert_eq!(rows, written.rows);
    }
}

#[test]
fn which_of_two_columns_is_the_amount_can_be_said_and_said_otherwise() {
    let file = "Kunde;Wert;Betrag\nLenz;1.250,00;980,40\nSonne;330,50;412,00\nKern;87,90;610,75\n";
    let of = |options: &ReadOptions| {
        let reading = read(file.as_bytes(), options, &mut |_| true).unwrap();
        let is_asked = |it: &Issue| matches!(it.kind, IssueKind::TwoAmounts { .. });
        (
            reading.rivals(Role::Revenue),
            reading.account.money_used.to_decimal(),
            reading.issues.iter().any(is_asked),
        )
    };
    let mut options = ReadOptions::default();
    assert_eq!(of(&options), (Some((1, 2)), "1668.4".to_owned(), true));
    options.choose_role(2, Some(Role::Revenue));
    assert_eq!(of(&options), (Some((2, 1)), "2003.15".to_owned(), false));
    options.choose_role(1, Some(Role::Revenue));
    assert_eq!(of(&options), (Some((1, 2)), "1668.4".to_owned(), false));
    // What the other is, is said too: nothing is left to ask.
    options.choose_role(2, Some(Role::Margin));
    assert_eq!(of(&options), (None, "1668.4".to_owned(), false));
}

#[test]
fn which_of_two_columns_is_the_customer_can_be_said_and_said_otherwise() {
    let file = "Dernek;Aciklama;Betrag\nLale;Kira;10,50\nNar;Yakit;20,25\nAy;Defter;30,75\n";
    let of = |options: &ReadOptions| {
        let reading = read(file.as_bytes(), options, &mut |_| true).unwrap();
        let is_asked = |it: &Issue| matches!(it.kind, IssueKind::TwoCustomers { .. });
        (
            reading.rivals(Role::Name),
            reading.base.customers[0].name.clone(),
            reading.issues.iter().any(is_asked),
        )
    };
    let mut options = ReadOptions::default();
    assert_eq!(of(&options), (Some((0, 1)), "Lale".to_owned(), true));
    options.choose_role(1, Some(Role::Name));
    assert_eq!(of(&options), (Some((1, 0)), "Kira".to_owned(), false));
    options.choose_role(0, Some(Role::Name));
    assert_eq!(of(&options), (Some((0, 1)), "Lale".to_owned(), false));
    // What the other is, is said too: nothing is left to ask.
    options.choose_role(1, Some(Role::Product));
    assert_eq!(of(&options), (None, "Lale".to_owned(), false));
}
