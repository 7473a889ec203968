//! Exactness at the edges: rounding, signs, printing.
use super::*;

fn tt(it: i128) -> Money {
    Money::from_ten_thousandths(it)
}

#[test]
fn a_half_rounds_away_from_zero_on_both_sides() {
    for (amount, cents) in [
        (50, 1),
        (49, 0),
        (-50, -1),
        (-49, 0),
        (150, 2),
        (-150, -2),
        (12_345_650, 123_457),
    ] {
        assert_eq!(tt(amount).cents(), cents, "{amount}");
    }
}

#[test]
fn a_decimal_has_no_trailing_zeros_and_keeps_the_sign_of_cents() {
    for (amount, text) in [
        (0, "0"),
        (12_345_000, "1234.5"),
        (-100, "-0.01"),
        (1, "0.0001"),
        (-10_000, "-1"),
    ] {
        assert_eq!(tt(amount).to_decimal(), text);
    }
}

#[test]
fn a_share_of_nothing_is_nothing() {
    assert!(Money::ZERO.share_of(Money::ZERO).abs() < f64::EPSILON);
    assert_eq!(tt(5).times_ratio(1, 0), Money::ZERO);
}
