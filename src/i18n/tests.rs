//! Plurals, placeholders and formats, language by language.
use super::*;
use crate::domain::money::{Currency, Money};

#[test]
fn polish_teens_are_many_though_they_end_like_few() {
    for (n, category) in [
        (0, "many"),
        (1, "one"),
        (2, "few"),
        (5, "many"),
        (12, "many"),
        (22, "few"),
        (112, "many"),
        (21, "many"),
    ] {
        assert_eq!(Lang::Pl.plural(n), category, "{n}");
    }
}

#[test]
fn a_plural_takes_exact_numbers_first_and_fills_in_the_number() {
    let text = "{n, plural, =0 {none} one {# row of {of}} other {# rows of {of}}}";
    for (n, out) in [
        (0_u64, "none"),
        (1, "1 row of A"),
        (1_234, "1,234 rows of A"),
    ] {
        assert_eq!(
            fill(Lang::En, text, &[("n", &n.into()), ("of", &"A".into())]),
            out
        );
    }
}

#[test]
fn a_broken_text_is_told_to_its_translator() {
    for text in [
        "{",
        "}",
        "{n",
        "{n, plural, one {x}",
        "{n, select, a {x}}",
        "{N}",
        "{n, plural, one {x",
    ] {
        assert!(message::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_part_is_never_said_to_be_nothing_or_everything() {
    for (ratio, whole, fine) in [
        (0.0, "0%", "0.0%"),
        (0.000_01, "<\u{a0}0.1%", "<\u{a0}0.1%"),
        (0.004, "0.4%", "0.4%"),
        (0.005, "0.5%", "0.5%"),
        (0.006, "1%", "0.6%"),
        (0.994, "99%", "99.4%"),
        (0.995, "99.5%", "99.5%"),
        (0.999_99, "99.9%", "99.9%"),
        (1.0, "100%", "100.0%"),
    ] {
        let found = [0, 1].map(|it| format::share(Lang::En, ratio, it));
        assert_eq!(found, [whole, fine], "{ratio}");
    }
    let almost = format::share(Lang::Fi, 0.9996, 0);
    assert_eq!(almost, "99,9\u{a0}%");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let eur = Currency::new("eur");
    let amount = Money::from_ten_thousandths(-12_345_678);
    for (lang, money, percent, count) in [
        (Lang::En, "−€1,234.57", "80.5%", "1,234"),
        (
            Lang::Fi,
            "−1\u{a0}234,57\u{a0}€",
            "80,5\u{a0}%",
            "1\u{a0}234",
        ),
        (Lang::Pl, "−1234,57\u{a0}€", "80,5%", "1234"),
    ] {
        assert_eq!(format::money(lang, amount, &eur), money);
        assert_eq!(format::percent(lang, 0.805, 1), percent);
        assert_eq!(format::share(lang, 0.805, 1), percent);
        assert_eq!(format::count(lang, 1_234), count);
    }
}
