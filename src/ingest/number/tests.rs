//! Notations of amounts: each cell with what it is under a comma and under a point.

use proptest::prelude::*;

use super::*;

fn read(cell: &str, decimal: Decimal) -> Option<String> {
    look(cell)?.value(decimal).map(Money::to_decimal)
}

#[test]
fn each_notation_is_read_exactly_and_the_other_sign_is_refused_where_it_does_not_fit() {
    // The cell, its value with a decimal comma, its value with a decimal point.
    for (cell, comma, point) in [
        ("1234", "1234", "1234"),
        ("1234.5", "", "1234.5"),
        ("1,234.50", "", "1234.5"),
        ("1.234,50", "1234.5", ""),
        ("1 234,50", "1234.5", ""),
        ("1\u{a0}234,50", "1234.5", ""),
        ("1\u{202f}234\u{202f}567,89", "1234567.89", ""),
        ("1\u{2009}234,50", "1234.5", ""),
        ("1'234.50", "", "1234.5"),
        ("1’234’567.00", "", "1234567"),
        ("12,34,567.00", "", "1234567"),
        ("-5,25", "-5.25", ""),
        ("5,25-", "-5.25", ""),
        ("\u{2212}5,25", "-5.25", ""),
        ("(1 234,50)", "-1234.5", ""),
        ("(€1,234.50)", "", "-1234.5"),
        ("+7", "7", "7"),
        ("€ 1.234,50", "1234.5", ""),
        ("1 234,50 €", "1234.5", ""),
        ("-€5.25", "", "-5.25"),
        ("12,00 zł", "12", ""),
        ("PLN 12.00", "", "12"),
        ("1 200 kr", "1200", "1200"),
        ("12 500,50 MDL", "12500.5", ""),
        ("RM 6.15", "", "6.15"),
        ("Fr. 1´234.50", "", "1234.5"),
        ("12,50 e", "12.5", ""),
        ("\u{2011}5,25", "-5.25", ""),
        // A dash for no hundredths is no minus.
        ("1.250,-", "1250", ""),
        ("-20,-", "-20", ""),
        ("kr 75,--", "75", ""),
        ("1'250.-", "", "1250"),
        ("100,– €", "100", ""),
        ("£75,307.72", "", "75307.72"),
        ("1.2E+6", "", "1200000"),
        ("1,5e-3", "0.0015", ""),
        ("3E-13", "0", "0"),
        // Only three figures after a single sign: two numbers.
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        // A group never starts with zero, and never stands after four figures.
        ("0,123", "0.123", ""),
        ("0.123", "", "0.123"),
        ("1234,567", "1234.567", ""),
        ("1,234,567", "", "1234567"),
        ("1.234.567", "1234567", ""),
        (",5", "0.5", ""),
        ("12,", "12", ""),
        // More places than are kept: rounded half away from zero.
        ("0,00005", "0.0001", ""),
        ("-0.00005", "", "-0.0001"),
        ("00100", "100", "100"),
    ] {
        let wanted = |it: &str| (!it.is_empty()).then(|| it.to_owned());
        assert_eq!(read(cell, Decimal::Comma), wanted(comma), "{cell} comma");
        assert_eq!(read(cell, Decimal::Point), wanted(point), "{cell} point");
    }
}

#[test]
fn what_is_no_number_is_none() {
    for cell in [
        "",
        "-",
        "n/a",
        "####",
        "abc",
        "Oy 24",
        "e1250",
        "2e",
        "RM6",
        "5-10,-",
        "1234567-8",
        "31.12.2025",
        "1.1.2025",
        "2025-01-31",
        "12:30",
        "+358 40 123 4567",
        "1 23",
        "12 34",
        "1.23.456",
        "1,23,45",
        "--5",
        "(-5)",
        "5 %%",
        "1e99",
        "1e",
        "e5",
        "1 2 3",
        "0 123",
        "1.2.3",
        "10-20",
        "12345678901234567890123456789012",
    ] {
        assert_eq!(look(cell), None, "{cell}");
    }
}

#[test]
fn a_cell_says_which_sign_it_proves() {
    for (cell, notation) in [
        ("1234", Notation::Plain),
        ("1 234", Notation::Plain),
        ("1234,5", Notation::Comma),
        ("1.234,5", Notation::Comma),
        ("1234.5", Notation::Point),
        ("1.234", Notation::Either),
        ("12,345", Notation::Either),
        ("1,234,567", Notation::Point),
    ] {
        assert_eq!(look(cell).map(|it| it.notation()), Some(notation), "{cell}");
    }
}

#[test]
fn marks_beside_a_number_are_told() {
    let of = |cell: &str| look(cell).expect("a number");
    assert_eq!(of("12,50 €").currency, Some("EUR"));
    assert_eq!(of("12,50 zł").currency, Some("PLN"));
    assert_eq!(of("12,50 kr").currency, None);
    assert!(of("12,5 %").percent);
    assert_eq!(read("12,5 %", Decimal::Comma).as_deref(), Some("0.125"));
    assert!(of("00100").code_like && !of("0,10").code_like && !of("0").code_like);
}

/// An amount written by a convention.
fn write(it: i128, group: &str, sign: &str) -> String {
    let whole = (it.unsigned_abs() / 10_000).to_string();
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    let minus = if it < 0 { "-" } else { "" };
    format!("{minus}{out}{sign}{:04}", it.unsigned_abs() % 10_000)
}

proptest! {
    #[test]
    fn what_a_program_writes_is_read_back_exactly(
        it in -10_i128.pow(20)..10_i128.pow(20),
        (group, sign) in prop::sample::select(vec![
            ("", ","), ("", "."), (" ", ","), ("\u{a0}", ","), (".", ","), (",", "."), ("'", "."),
        ]),
    ) {
        let decimal = if sign == "," { Decimal::Comma } else { Decimal::Point };
        let text = write(it, group, sign);
        let value = look(&text).and_then(|it| it.value(decimal));
        prop_assert_eq!(value, Some(Money::from_ten_thousandths(it)), "{}", text);
    }

    #[test]
    fn any_text_is_looked_at_without_panic(text in "[-+0-9 .,'()%€eE\u{a0}zł]{0,40}") {
        let _ = look(&text);
    }
}
