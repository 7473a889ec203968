//! Which delimiter a file has.

use super::*;

#[track_caller]
fn check(text: &str, wanted: char) {
    assert_eq!(sniff(text, None).delimiter.is, wanted, "{text:?}");
}

#[test]
fn each_delimiter_is_found() {
    check("a,b\n1,2\n", ',');
    check("a;b\n1;2\n", ';');
    check("a\tb\n1\t2\n", '\t');
    check("a|b\n1|2\n", '|');
}

#[test]
fn decimal_commas_are_no_delimiters() {
    check("Asiakas;Myynti\nA Oy;1,50\nB Oy;2,50\n", ';');
    check(
        "Asiakas\tMyynti\tKate\nA Oy\t1,50\t3,20\nB Oy\t2,50\t1,10\n",
        '\t',
    );
    check("Nimi;A;B;C\nx;1,5;2,5;3,5\ny;1,5;2,5;3,5\n", ';');
}

#[test]
fn commas_in_every_name_are_no_delimiters() {
    check(
        "Nimi, titteli;Summa\nVirtanen, Matti;1\nLahti, Anna;2\n",
        ';',
    );
}

#[test]
fn a_semicolon_in_a_few_cells_does_not_flip_a_comma_file() {
    check("name,note,amount\nA,x;y,5\nB,,6\nC,z,7\n", ',');
}

#[test]
fn titles_above_and_notes_below_do_not_hide_the_table() {
    check(
        "Myyntiraportti, 2025\n\nAsiakas;Myynti\nA;1\nB;2\nC;3\nTulostettu 1.1., klo 9\n",
        ';',
    );
}

#[test]
fn a_first_line_with_one_delimiter_less_does_not_flip_the_guess() {
    check("a;b\n1,5;2,5;x\n2,5;3,5;y\n3,5;4,5;z\n", ';');
}

#[test]
fn the_first_line_may_say_it() {
    for (text, wanted) in [
        ("sep=;\na,b\n", ';'),
        ("sep=,\na;b\n", ','),
        ("\"sep=|\"\na\n", '|'),
        ("sep=\t\na\tb\n", '\t'),
    ] {
        let found = sniff(text, None);
        assert_eq!(
            (found.delimiter.is, found.sep_line),
            (wanted, true),
            "{text:?}"
        );
    }
}

#[test]
fn a_hand_choice_is_never_overruled() {
    let found = sniff("sep=;\na;b\n", Some(','));
    assert_eq!(
        found.delimiter,
        Decided {
            is: ',',
            by: By::Hand
        }
    );
}

#[test]
fn rare_delimiters_are_found_where_the_usual_ones_fail() {
    check("id:name:note\n1:A Oy:one, two\n2:B Oy:three\n", ':');
    check("id~name\n1~A, B\n2~C\n", '~');
    check("id^price\n1^1,50\n2^2,50\n", '^');
    check("id\u{1f}name\n1\u{1f}A\n", '\u{1f}');
    check("id qty price\n1 5 2.50\n2 6 3.50\n3 1 \"4 50\"\n", ' ');
}

#[test]
fn signs_inside_the_cells_of_one_column_are_no_delimiters() {
    check("e-mail\na.b@c.com\nd.e@f.com\n", ',');
    check("time\n12:30\n13:45\n", ',');
    check("Nimi\nVirtanen, Matti\nLahti Oy\nKone\nMaa\nVesi\n", ',');
}

#[test]
fn the_sign_around_cells_is_told() {
    for (text, quote, escape) in [
        ("a;b\n\"x;y\";1\n", b'"', None),
        ("'a';'b'\n'x;y';'1'\n", b'\'', None),
        ("'1234;5\n'99;6\n", b'"', None),
        ("a;b\n\"say \\\"hi\\\" to\";1\n", b'"', Some(b'\\')),
        ("a;b\n\"C:\\dir\\\";1\n", b'"', None),
        ("a;b;c\nx\\;y;1;2\nz\\;y;1;2\n", b'"', Some(b'\\')),
    ] {
        let found = sniff(text, None);
        assert_eq!(
            (found.signs.quote, found.signs.escape),
            (Some(quote), escape),
            "{text:?}"
        );
    }
}
