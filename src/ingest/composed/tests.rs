//! Amounts of several cells, as ledgers, banks and invoice lines have them.

use crate::ingest::{ReadOptions, Reading, read};

fn reading(text: &str) -> Reading {
    read(text.as_bytes(), &ReadOptions::default(), &mut |_| true).expect("nobody stops it")
}

#[track_caller]
fn check(text: &str, customers: &[(&str, &str)]) {
    let reading = reading(text);
    let found: Vec<(&str, String)> = reading
        .base
        .customers
        .iter()
        .map(|it| (it.name.as_str(), it.revenue.to_decimal()))
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|it| (it.0, it.1.as_str())).collect();
    assert_eq!(found, customers, "{:?}", reading.columns);
}

#[test]
fn credit_less_debit_is_what_a_customer_brings() {
    check(
        "Pvm;Asiakas;Selite;Debet;Kredit;Saldo\n\
         1.1.2025;A Oy;Lasku;;1 000,00;1 000,00\n\
         2.1.2025;B Oy;Lasku;;200,50;1 200,50\n\
         3.1.2025;A Oy;Hyvitys;100,00;;1 100,50\n",
        &[("A Oy", "900"), ("B Oy", "200.5")],
    );
}

#[test]
fn zeroes_on_the_other_side_change_nothing() {
    check(
        "Kontrahent;Data;Winien;Ma\nA;2025-01-13;0,00;10,00\nB;2025-01-14;0,00;5,00\nA;2025-01-15;3,00;0,00\n",
        &[("A", "7"), ("B", "5")],
    );
}

#[test]
fn debits_with_a_minus_of_their_own_are_not_turned_again() {
    check(
        "Data;Nadawca;Obciążenia;Uznania\n13.01.2025;A;;10,00\n14.01.2025;A;-4,00;\n15.01.2025;B;;1,00\n",
        &[("A", "6"), ("B", "1")],
    );
}

#[test]
fn one_side_alone_is_no_pair() {
    check(
        "Customer,Date,Amount,Credit\nA,2025-01-13,10.00,no\nB,2025-01-13,3.00,no\n",
        &[("A", "10"), ("B", "3")],
    );
}

#[test]
fn a_letter_is_a_side_under_a_name_that_says_so_only() {
    check(
        "Asiakas;Pvm;Summa;D/K\nA;13.1.2025;10,00;K\nB;14.1.2025;3,00;K\nA;15.1.2025;4,00;D\n",
        &[("A", "6"), ("B", "3")],
    );
    check(
        "Asiakas;Pvm;Summa;Koko\nA;13.1.2025;10,00;S\nB;14.1.2025;3,00;H\nA;15.1.2025;4,00;S\n",
        &[("A", "14"), ("B", "3")],
    );
}

#[test]
fn a_plus_or_a_minus_beside_the_amount_is_its_sign_unless_it_has_one() {
    check(
        "Kontrahent;Kwota;+/-\nA;10,00;+\nB;3,00;+\nC;4,00;-\n",
        &[("A", "10"), ("B", "3"), ("C", "-4")],
    );
    check(
        "Kontrahent;Kwota;Typ operacji\nA;10,00;Uznanie\nB;-3,00;Obciążenie\n",
        &[("A", "10"), ("B", "-3")],
    );
}

#[test]
fn a_discount_is_taken_off_once_and_rounded_once() {
    check(
        "Asiakas;Määrä;A-hinta;Ale-%\nA;3;0,333;10\nB;-2;10,00;\nC;1;5,00;100\n",
        &[("A", "0.8991"), ("B", "-20"), ("C", "0")],
    );
    check(
        "Customer,Qty,Unit Price,Discount\nA,2,10.00,0.15\nB,1,10.00,0\n",
        &[("A", "17"), ("B", "10")],
    );
}

#[test]
fn a_discount_that_may_be_money_is_left_alone() {
    check(
        "Customer,Qty,Unit Price,Discount\nA,2,10.00,5.00\nB,1,10.00,0.00\n",
        &[("A", "20"), ("B", "10")],
    );
}

#[test]
fn a_price_without_tax_is_still_the_price_of_one() {
    check(
        "Asiakas;Kpl;Yksikköhinta (alv 0 %)\nA;3;10,125\nB;2;5,000\n",
        &[("A", "30.375"), ("B", "10")],
    );
}
