//! What a customer keeps of its rows: months and products.

use std::borrow::Cow;

use super::{Customers, Places};
use crate::domain::customer::CustomerBase;
use crate::domain::money::Money;
use crate::ingest::role::Role;
use crate::ingest::{ReadOptions, Shape, read};

fn base(text: &str, shape: Option<Shape>) -> CustomerBase {
    let options = ReadOptions {
        shape,
        ..ReadOptions::default()
    };
    read(text.as_bytes(), &options, &mut |_| true)
        .expect("nobody stops it")
        .base
}

const ORDERS: &str = "\
Customer;Date;Product;Amount
B Oy;2025-01-31;Soap;10.00
A Oy;2025-03-01;Wax;5.25
B Oy;2024-12-01;Wax;1.00
B Oy;2025-01-02;Soap;-2.50
A Oy;;;3.00
";

#[test]
fn months_and_products_are_summed_with_returns_and_without_what_is_not_told() {
    let base = base(ORDERS, None);
    assert_eq!(base.products, ["Soap", "Wax"]);
    let told: Vec<String> = base
        .customers
        .iter()
        .map(|it| {
            let months = it.history.iter().map(|(month, sum)| {
                format!(
                    "{}-{:02} {}",
                    month.year(),
                    month.number(),
                    sum.to_decimal()
                )
            });
            let products = it
                .products
                .iter()
                .map(|(at, sum)| format!("#{at} {}", sum.to_decimal()));
            let all: Vec<String> = months.chain(products).collect();
            format!("{}: {}", it.key, all.join(", "))
        })
        .collect();
    assert_eq!(
        told,
        [
            "B Oy: 2024-12 1, 2025-01 7.5, #0 7.5, #1 1",
            "A Oy: 2025-03 5.25, #1 5.25"
        ]
    );
}

#[test]
fn a_date_beside_a_whole_customer_is_not_when_its_revenue_came() {
    let base = base(ORDERS, Some(Shape::Customers));
    assert!(base.customers.iter().all(|it| it.history.is_empty()));
}

#[test]
fn words_that_differ_on_every_row_are_descriptions_and_no_products() {
    let mut text = "Customer;Date;Product;Amount\n".to_owned();
    for row in 0..3_000 {
        text.push_str(&format!("C{};2025-01-01;Work {row};1.00\n", row % 9));
    }
    let base = base(&text, None);
    assert!(base.products.is_empty());
    assert!(base.customers.iter().all(|it| it.products.is_empty()));
    let sum: Money = base
        .customers
        .iter()
        .flat_map(|it| &it.history)
        .map(|it| it.1)
        .sum();
    assert_eq!(sum, Money::from_units(3_000));
}

#[test]
fn a_headcount_tells_the_size_only_where_no_column_does() {
    for (text, sizes) in [
        (
            "Customer;Revenue;Headcount;Region\nA;5;12;North\nB;3;;South\nC;2;1 200;North\n",
            [Some("10–19"), None, Some("250+")],
        ),
        (
            "Customer;Revenue;Size class;Headcount\nA;5;small;12\nB;3;;7\nC;2;large;300\n",
            [Some("small"), None, Some("large")],
        ),
    ] {
        let base = base(text, Some(Shape::Customers));
        let found: Vec<_> = base.customers.iter().map(|it| it.size.as_deref()).collect();
        assert_eq!(found, sizes, "{text}");
    }
}

#[test]
fn parts_are_joined_as_one_whether_their_customers_are_new_or_known() {
    let places = Places {
        name: Some(0),
        product: Some(1),
        words: vec![(Role::Region, 2)],
        ..Places::default()
    };
    // The third column is a region; amounts are beyond 64 bits, so sums stand apart.
    let large = i128::from(i64::MAX) * 3;
    let new = [
        ["A", "Soap", "North"],
        ["B", "Wax", ""],
        ["C", "Oil", "South"],
        ["D", "Wax", "North"],
        ["D", "Soap", "West"],
    ];
    let known = new.map(|[name, product, region]| match name {
        "C" => ["B", product, region],
        _ => [name, product, region],
    });
    for rows in [new, known] {
        let add = |to: &mut Customers, (at, row): (usize, &[&str; 3])| {
            let line = u32::try_from(at).unwrap() + 2;
            let amount = large + i128::from(row[1].as_bytes()[0]);
            let amount = Money::from_ten_thousandths(amount);
            to.add(&places, line, &row.map(Cow::Borrowed), amount);
        };
        let (mut one, mut first, mut second) = <(Customers, Customers, Customers)>::default();
        rows.iter().enumerate().for_each(|it| add(&mut one, it));
        (rows.iter().enumerate().take(2)).for_each(|it| add(&mut first, it));
        (rows[2..].iter().enumerate()).for_each(|it| add(&mut second, it));
        first.join(second, &places, 2);
        let finish = |it: Customers| {
            let (queue, products) = it.finish(Shape::Transactions, &places, None);
            format!("{:#?} {products:?}", queue.collect::<Vec<_>>())
        };
        assert_eq!(finish(one), finish(first), "{rows:?}");
    }
}
