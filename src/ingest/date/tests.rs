//! Notations of dates: each cell with what it is under each order.

use proptest::prelude::*;

use super::*;
use crate::domain::day;

fn read(cell: &str, order: DateOrder) -> String {
    look(cell)
        .and_then(|it| it.value(order))
        .map_or_else(String::new, day::text)
}

#[test]
fn each_notation_gives_its_day() {
    for (cell, day_first, month_first) in [
        ("2025-01-31", "2025-01-31", "2025-01-31"),
        ("2025-01-31T12:30:00Z", "2025-01-31", "2025-01-31"),
        ("2025-01-31 00:00:00", "2025-01-31", "2025-01-31"),
        ("2025/01/31", "2025-01-31", "2025-01-31"),
        ("2025.01.31", "2025-01-31", "2025-01-31"),
        ("31.1.2025", "2025-01-31", ""),
        ("1.2.2025", "2025-02-01", ""),
        ("31.01.25", "2025-01-31", ""),
        ("31.12.69", "2069-12-31", ""),
        ("31.12.70", "1970-12-31", ""),
        ("31/01/2025", "2025-01-31", ""),
        ("01/31/2025", "", "2025-01-31"),
        ("01/02/2025", "2025-02-01", "2025-01-02"),
        ("05/01/2025 14:30", "2025-01-05", "2025-05-01"),
        ("31-12-2025", "2025-12-31", ""),
        ("20250131", "2025-01-31", "2025-01-31"),
        ("45688", "2025-01-31", "2025-01-31"),
        ("31. tammikuuta 2025", "2025-01-31", "2025-01-31"),
        ("15 marraskuuta 2025", "2025-11-15", "2025-11-15"),
        ("24. joulukuuta 2025", "2025-12-24", "2025-12-24"),
        ("15 marca 2025", "2025-03-15", "2025-03-15"),
        ("1 października 2025", "2025-10-01", "2025-10-01"),
        ("5 maj 2025", "2025-05-05", "2025-05-05"),
        ("3. März 2025", "2025-03-03", "2025-03-03"),
        ("Jan 31, 2025", "2025-01-31", "2025-01-31"),
        ("31-Jan-25", "2025-01-31", "2025-01-31"),
        ("13 mrt 2026", "2026-03-13", "2026-03-13"),
        ("Fr., 13.02.2026", "2026-02-13", ""),
        ("tors 5.2.2026", "2026-02-05", ""),
        ("Friday, 13/02/2026", "2026-02-13", ""),
        ("29.2.2024", "2024-02-29", ""),
    ] {
        assert_eq!(read(cell, DateOrder::DayFirst), day_first, "{cell}");
        assert_eq!(read(cell, DateOrder::MonthFirst), month_first, "{cell}");
    }
}

#[test]
fn what_is_no_date_is_none() {
    for cell in [
        "",
        "31.2.2025",
        "29.2.2025",
        "1.2.3",
        "12.50",
        "2025",
        "1234567-8",
        "99/99/2025",
        "Oy 2025 24",
        "192.168.1.1",
        "1.13.2025 a",
        "123456",
        "Mainos 12 2025",
        "10-20",
        "Ver 3.2.2026",
        "FV 3/2/2026",
    ] {
        assert_eq!(look(cell), None, "{cell}");
    }
}

#[test]
fn a_cell_says_which_order_it_proves() {
    for (cell, says) in [
        ("2025-01-02", Says::Nothing),
        ("02/02/2025", Says::Nothing),
        ("01/02/2025", Says::Either),
        ("13/02/2025", Says::Day),
        ("02/13/2025", Says::Month),
        ("1.2.2025", Says::Day),
    ] {
        assert_eq!(look(cell).map(|it| it.says()), Some(says), "{cell}");
    }
}

proptest! {
    #[test]
    fn every_day_is_read_back(days in -20_000_i32..40_000) {
        let it = date(2000, 1, 1).checked_add(days).expect("a day of the calendar");
        let (year, month, day) = (it.year(), it.month(), it.day());
        for (text, order) in [
            (day::text(it), DateOrder::YearFirst),
            (format!("{day}.{month}.{year}"), DateOrder::DayFirst),
            (format!("{day:02}/{month:02}/{year}"), DateOrder::DayFirst),
            (format!("{month:02}/{day:02}/{year}"), DateOrder::MonthFirst),
        ] {
            let found = look(&text).and_then(|it| it.value(order));
            prop_assert_eq!(found, Some(it), "{}", text);
        }
    }

    #[test]
    fn any_text_is_looked_at_without_panic(text in "[0-9 ./T:-]{0,24}|\\PC{0,24}") {
        let _ = look(&text);
    }
}
