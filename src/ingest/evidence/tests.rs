//! What figures prove, and what they do not.

use super::super::read;
use super::super::reading::ReadOptions;
use super::super::role::Role;

/// The name of the column taken as the amount.
fn amount(text: &str) -> String {
    let reading = read(text.as_bytes(), &ReadOptions::default(), &mut |_| true).unwrap();
    let at = reading.column(Role::Revenue).unwrap();
    reading.columns[at].name.clone()
}

#[test]
fn tax_shows_the_amount_without_it_whatever_it_is_called() {
    let rows = "Alfa Oy;100,00;25,50;125,50\nBeta Oy;10,10;2,58;12,68\nGamma Oy;3000,00;765,00;3765,00\nDelta Oy;55,00;14,03;69,03\n";
    for (header, expected) in [
        ("Kuka;Aa;Bee;Yhteensä\n", "Aa"),
        ("Kuka;Yhteensä;Bee;Aa\n", "Yhteensä"),
    ] {
        assert_eq!(amount(&format!("{header}{rows}")), expected, "{header}");
    }
}

#[test]
fn a_balance_is_no_amount_though_it_is_wider() {
    let rows = "1.2.2025;Alfa Oy;100,50;10100,50\n2.2.2025;Beta Oy;-20,10;10080,40\n3.2.2025;Alfa Oy;5,00;10085,40\n14.2.2025;Gamma Oy;7,25;10092,65\n15.2.2025;Beta Oy;1,00;10093,65\n";
    assert_eq!(amount(&format!("Pvm;Kuka;Xx;Yy\n{rows}")), "Xx");
}

#[test]
fn pieces_times_price_show_what_they_come_to() {
    let rows = "Alfa Oy;3;10,50;31,50\nBeta Oy;2;20,10;40,20\nGamma Oy;7;5,00;35,00\nDelta Oy;4;7,25;29,00\n";
    assert_eq!(amount(&format!("Kuka;Xx;Zz;Yy\n{rows}")), "Yy");
}

#[test]
fn what_an_order_comes_to_on_each_of_its_lines_is_counted_once() {
    let rows = "Alfa Oy;660;500\nAlfa Oy;660;160\nBeta Oy;750;750\nGamma Oy;40;40\n";
    assert_eq!(amount(&format!("Nimi;Yhteensä;Arvo\n{rows}")), "Arvo");
    // Two of fifty, twice.
    let rows = "Alfa Oy;100;50\nBeta Oy;100;50\nGamma Oy;70;70\n";
    assert_eq!(amount(&format!("Nimi;Yhteensä;Arvo\n{rows}")), "Yhteensä");
}

#[test]
fn what_a_fee_leaves_is_less_than_was_paid() {
    let rows = "Alfa Oy;100,00;-3,20;96,80\nBeta Oy;10,00;-0,64;9,36\nGamma Oy;47,00;-1,71;45,29\nDelta Oy;250,00;-7,60;242,40\n";
    assert_eq!(
        amount(&format!("Nimi;Brutto;Maksu;Netto\n{rows}")),
        "Brutto"
    );
}

#[test]
fn figures_too_large_for_money_prove_nothing_and_break_nothing() {
    let huge = "9".repeat(30);
    let row = |name: &str| format!("{name};{huge} T€;-{huge} T€;{huge} T€\n");
    let text = format!(
        "Nimi;Aa;Bee;Cee\n{}{}{}{}",
        row("Alfa"),
        row("Beta"),
        row("Gamma"),
        row("Delta")
    );
    let reading = read(text.as_bytes(), &ReadOptions::default(), &mut |_| true);
    assert!(reading.is_some());
}
