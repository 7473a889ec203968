//! Slices give what the whole file gives, in everything.

mod style;

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use style::{Style, style};

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
            End::Read(finished) => return Some(finished.whole()),
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
    slices.group();
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
            Some(sent(part))
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
        End::Read(finished) => Some((finished.whole(), joined)),
        End::Again(_) => Some((in_slices(bytes, options, &[])?, 0)),
        End::Whole => None,
    }
}

/// As it travels between workers.
fn sent(part: Part) -> Part {
    let mut pieces = Vec::new();
    part.send(&mut |it| pieces.push(it.to_vec())).unwrap();
    let mut pieces = pieces.into_iter();
    let message = pieces.next().unwrap();
    let mut fill = |list: &mut [u8]| {
        list.copy_from_slice(&pieces.next().unwrap());
        true
    };
    let came = Part::receive(&message, &mut fill).unwrap();
    assert_eq!(pieces.next(), None);
    came
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
fn a_customer_with_one_row_in_each_part_has_the_months_and_products_of_both() {
    use std::fmt::Write as _;
    let mut text = "Customer no;Customer;Date;Product;Amount\n".to_owned();
    for at in 0..9_000 {
        // Each third of the file names each customer once; some bring no day and some no product.
        let (who, day) = (at % 3_000, at % 27 + 1);
        let month = at / 3_000 + 1;
        let date = if at % 7 == 0 {
            String::new()
        } else {
            format!("2025-0{month}-{day:02}")
        };
        let product = if at % 5 == 0 { "" } else { "Soap" };
        let product = if at > 5_000 && !product.is_empty() {
            "Wax"
        } else {
            product
        };
        let _ = writeln!(text, "C{who};Company {who} Ltd;{date};{product};{at}.50");
    }
    let options = ReadOptions::default();
    let whole = whole(text.as_bytes(), &options);
    let thirds = [text.len() / 3 + 2_000, text.len() * 2 / 3 + 500];
    let (parts, joined) = in_parts(text.as_bytes(), &options, &thirds).unwrap();
    assert_eq!(joined, 2);
    let one = parts.base.customers.get(8).unwrap();
    assert_eq!((one.history.len(), one.products.len()), (3, 2), "{one:?}");
    assert_eq!(parts, whole);
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

#[test]
fn balances_at_both_ends_of_a_long_statement_are_no_money_and_a_customer_amid_it_stays() {
    use std::fmt::Write as _;
    let mut text = "Date;Customer;Amount\n2025-01-01;OPENING BALANCE;1204.10\n".to_owned();
    for at in 0..9_000 {
        let who = if at == 4_500 { "Balance" } else { "Company" };
        let (month, day) = (at % 12 + 1, at % 28 + 1);
        let _ = writeln!(text, "2025-{month:02}-{day:02};{who} {};{at}.50", at % 70);
    }
    text = text.replace("Balance 20;", "Balance;");
    text.push_str("2025-12-31;CLOSING BALANCE;9000.00\n2025-12-31;Available balance;8000.00\n");
    let options = ReadOptions::default();
    let whole = whole(text.as_bytes(), &options);
    let lines: Vec<u32> = whole.set_aside.iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 9_003, 9_004]);
    assert!(check("statement", text.as_bytes(), &options, &[90_000]));
    let (parts, joined) = in_parts(text.as_bytes(), &options, &[100_000]).unwrap();
    assert_eq!(joined, 1);
    assert_eq!(parts, whole);
}
