//! Quotes, line ends and line numbers.

use proptest::prelude::*;

use super::*;

fn rows(text: &str, delimiter: u8) -> (Vec<Vec<String>>, Vec<u32>, Vec<u32>) {
    let mut go = |_: f64| true;
    let signs = Signs {
        delimiter,
        quote: Some(b'"'),
        escape: None,
    };
    let table = Table::new(text, signs, &mut Progress::new(&mut go)).expect("nobody stops it");
    let mut cells = Vec::new();
    let all = (0..table.rows.len())
        .map(|row| {
            table.cells(row, usize::MAX, &mut cells);
            cells.iter().map(ToString::to_string).collect()
        })
        .collect();
    let lines = table.rows.iter().map(|it| it.line).collect();
    (all, lines, table.unclosed)
}

#[track_caller]
fn check(text: &str, wanted: &[&[&str]], wanted_lines: &[u32], wanted_unclosed: &[u32]) {
    let (cells, lines, unclosed) = rows(text, b';');
    assert_eq!(cells, wanted, "{text:?}");
    assert_eq!(lines, wanted_lines, "{text:?}");
    assert_eq!(unclosed, wanted_unclosed, "{text:?}");
}

#[test]
fn every_line_end_ends_a_row_and_counts_once() {
    for end in ["\n", "\r\n", "\r"] {
        check(
            &format!("a;b{end}1;2{end}{end}3;4"),
            &[&["a", "b"], &["1", "2"], &[""], &["3", "4"]],
            &[1, 2, 3, 4],
            &[],
        );
    }
    check(
        "a\r\nb\nc\rd",
        &[&["a"], &["b"], &["c"], &["d"]],
        &[1, 2, 3, 4],
        &[],
    );
}

#[test]
fn a_quoted_cell_may_hold_delimiters_quotes_and_lines() {
    check(
        "\"a;b\";\"say \"\"hi\"\"\"\r\n\"two\r\nlines\";x\ny;\"\"\n",
        &[&["a;b", "say \"hi\""], &["two\r\nlines", "x"], &["y", ""]],
        &[1, 2, 4],
        &[],
    );
}

#[test]
fn a_quote_inside_a_plain_cell_is_a_plain_character() {
    check("5\" putki;x\n", &[&["5\" putki", "x"]], &[1], &[]);
}

#[test]
fn text_after_a_closing_quote_belongs_to_the_cell() {
    check(
        "\"Oy \"\"A\"\"\" Ab;1\n\"x\"y;2\n",
        &[&["Oy \"A\" Ab", "1"], &["xy", "2"]],
        &[1, 2],
        &[],
    );
}

#[test]
fn a_quote_that_never_closes_loses_no_row() {
    check(
        "a;b\n\"Oy A;1\nB;2\n",
        &[&["a", "b"], &["\"Oy A", "1"], &["B", "2"]],
        &[1, 2, 3],
        &[2],
    );
}

#[test]
fn a_quote_that_meets_another_rows_quote_loses_no_row() {
    check(
        "a;b\n\"Oy A;1\nB;\"2\"\nC;3\n",
        &[&["a", "b"], &["\"Oy A", "1"], &["B", "2"], &["C", "3"]],
        &[1, 2, 3, 4],
        &[2],
    );
}

#[test]
fn a_delimiter_at_the_end_makes_an_empty_cell() {
    check("a;\n;", &[&["a", ""], &["", ""]], &[1, 2], &[]);
}

#[test]
fn quotes_that_nobody_doubled_stay() {
    check(
        "\"say \"hi\" to\";1\n\"3\" pipe\";2\n\"a \"b; c\" d\";3\n",
        &[
            &["say \"hi\" to", "1"],
            &["3\" pipe", "2"],
            &["a \"b; c\" d", "3"],
        ],
        &[1, 2, 3],
        &[],
    );
}

#[test]
fn spaces_around_a_quoted_cell_are_left_out() {
    check(
        "a; \"x;y\" ;1\n \"z\";2\n  z;  \n",
        &[&["a", "x;y", "1"], &["z", "2"], &["  z", "  "]],
        &[1, 2, 3],
        &[],
    );
}

#[test]
fn an_escape_takes_a_meaning_away_and_nothing_else() {
    let signs = Signs {
        delimiter: b';',
        quote: Some(b'"'),
        escape: Some(b'\\'),
    };
    for (text, wanted) in [
        (r#""say \"hi\"";1"#, &["say \"hi\"", "1"][..]),
        (r#""ends in \\";1"#, &["ends in \\", "1"]),
        (r"a\;b;\N;C:\dir", &["a;b", r"\N", r"C:\dir"]),
        (r#""a\;b\n";c\"#, &["a;b\\n", "c\\"]),
    ] {
        let mut go = |_: f64| true;
        let table = Table::new(text, signs, &mut Progress::new(&mut go)).expect("nobody stops it");
        let mut cells = Vec::new();
        table.cells(0, usize::MAX, &mut cells);
        assert_eq!(cells, wanted, "{text}");
    }
}

fn cell() -> impl Strategy<Value = String> {
    "[a-zä0-9 ,;\"\n\r']{0,8}"
}

proptest! {
    /// The mends change nothing for files that follow RFC 4180: the csv crate reads them the same.
    #[test]
    fn a_well_formed_file_is_read_as_the_csv_crate_reads_it(
        table in prop::collection::vec(prop::collection::vec(cell(), 2..5), 1..8),
        delimiter in prop::sample::select(vec![b';', b',', b'\t', b'|']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).expect("memory is enough");
        }
        let bytes = writer.into_inner().expect("memory is enough");
        let text = String::from_utf8(bytes).expect("cells are text");
        let (cells, lines, unclosed) = rows(&text, delimiter);
        prop_assert_eq!(&cells, &table);
        prop_assert_eq!(unclosed, Vec::<u32>::new());
        prop_assert_eq!(lines.first(), Some(&1));
    }

    #[test]
    fn no_character_is_lost(text in "[ab;\"\n\r]{0,40}") {
        let (cells, _, _) = rows(&text, b';');
        let count = |it: &str| it.chars().filter(|it| matches!(it, 'a' | 'b')).count();
        let kept: usize = cells.iter().flatten().map(|it| count(it)).sum();
        prop_assert_eq!(kept, count(&text));
    }
}
