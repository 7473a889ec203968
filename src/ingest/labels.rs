//! What labels of sums, counts and last lines of reports look like.

use std::borrow::Cow;

use super::fold::fold;
use super::number;
use super::words::{BALANCE, BALANCES, CLOSING, TOTALS};

/// The first words of the row that name no currency: its label, if it has one.
fn label<'c>(cells: &'c [Cow<'_, str>]) -> Option<&'c str> {
    let mut cells = cells.iter().map(|it| it.trim());
    cells.find(|it| it.chars().any(char::is_alphabetic) && number::currency_of(it).is_none())
}

/// The row says it is a sum, or a mean, and nothing else.
pub(super) fn is_labelled(cells: &[Cow<'_, str>]) -> bool {
    label(cells).is_some_and(|it| matches!(label_strength(it), Strength::Whole))
}

/// The row may be a sum by what it says.
pub(super) fn may_be_labelled(cells: &[Cow<'_, str>]) -> bool {
    label(cells).is_some_and(|it| !matches!(label_strength(it), Strength::None))
}

/// The row says it is the sum of this customer's rows: `Alfa Oy yhteensä`, `Total for Cool Cars`.
pub(super) fn is_sum_of(cells: &[Cow<'_, str>], customer: &str) -> bool {
    let (label, customer) = (fold(label(cells).unwrap_or_default()), fold(customer));
    let rest = label.split_once(&customer).filter(|_| !customer.is_empty());
    rest.is_some_and(|(before, after)| {
        let mut words = before.split(' ').chain(after.split(' '));
        words.any(|it| TOTALS.contains(&it))
    })
}

/// The one cell of the row begins as the last line of a report does.
pub(super) fn is_closing(cells: &[Cow<'_, str>]) -> bool {
    let line = cells.iter().map(|it| it.trim()).find(|it| !it.is_empty());
    let folded = fold(line.unwrap_or_default());
    CLOSING
        .iter()
        .any(|it| folded == *it || folded.starts_with(&format!("{it} ")))
}

/// The row says what an account held: `Kontostand am 31.12.2025`, `#Saldo końcowe`.
pub(super) fn is_balance(cells: &[Cow<'_, str>]) -> bool {
    label(cells).is_some_and(|it| holds_balance(&fold(it)))
}

/// A word for a balance alone, or one for that of a day and a word or a date after it.
fn holds_balance(folded: &str) -> bool {
    let rest = |it: &&str| folded.strip_prefix(it).map(|it| it.split(' ').count());
    BALANCE.contains(&folded) || BALANCES.iter().find_map(rest).is_some_and(|it| it <= 6)
}

/// `*`, `**`: how some programs mark a sum.
pub(super) fn is_stars(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|it| it == b'*')
}

/// How surely a label is one of a sum.
pub(super) enum Strength {
    None,
    /// The label holds a word for a total.
    Weak,
    /// The label is one.
    Whole,
}

/// Words that may stand beside a total's word and leave it one.
const BESIDE: [&str; 16] = [
    "eur",
    "pln",
    "zl",
    "sek",
    "kr",
    "asiakasta",
    "asiakkaat",
    "customers",
    "klientow",
    "klienci",
    "kpl",
    "rivia",
    "rows",
    "rekordow",
    "szt",
    "kunden",
];

/// Legal forms: what has one is a company, not a total.
const LEGAL: [&str; 22] = [
    "oy", "oyj", "ab", "ky", "tmi", "ay", "ltd", "limited", "inc", "llc", "plc", "gmbh", "ag",
    "kg", "sp", "spolka", "sa", "as", "bv", "sro", "kft", "energies",
];

/// The text ends as the name of a company does.
pub(super) fn has_legal_form(text: &str) -> bool {
    let folded = fold(text);
    let words = || folded.split(' ');
    let last = words().next_back();
    (2..6).contains(&words().count()) && last.is_some_and(|it| LEGAL.contains(&it))
}

/// What reports count at their end.
#[rustfmt::skip]
const COUNTED: [&str; 25] = [
    "laskuja", "riveja", "tositteita", "tilauksia", "tapahtumia", "asiakkaita", "toimittajia",
    "invoices", "rows", "lines", "records", "customers", "orders", "transactions",
    "faktur", "faktury", "pozycji", "dokumentow", "rekordow", "klientow", "kontrahentow", "zamowien",
    "fakturor", "rader", "rechnungen",
];

/// `Laskuja 45 kpl`: how many there are, and nothing else.
fn is_count(folded: &str) -> bool {
    let mut has = (false, false);
    let known = folded.split(' ').all(|it| {
        let is_number = it.bytes().all(|it| it.is_ascii_digit());
        has.0 |= is_number;
        has.1 |= COUNTED.contains(&it);
        is_number || COUNTED.contains(&it) || BESIDE.contains(&it) || TOTALS.contains(&it)
    });
    known && has == (true, true)
}

/// How surely a text labels a sum.
pub(super) fn label_strength(text: &str) -> Strength {
    if text.len() > 60 {
        return Strength::None;
    }
    if is_stars(text) {
        return Strength::Whole;
    }
    let folded = fold(text);
    if is_count(&folded) || holds_balance(&folded) {
        return Strength::Whole;
    }
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|it| !BESIDE.contains(it) && !it.bytes().all(|it| it.is_ascii_digit()))
        .collect();
    if words.is_empty() || words.iter().any(|it| LEGAL.contains(it)) {
        return Strength::None;
    }
    let whole = words.join(" ");
    if TOTALS.contains(&whole.as_str()) {
        return Strength::Whole;
    }
    let ends = [words.first(), words.last()];
    // `All natural disasters` is a kind of them.
    let is_total = |it: &&str| TOTALS.contains(it) && !matches!(*it, "all" | "kaikki" | "wszyscy");
    // `Total expenses claimed for the quarter`, `Total for 91 days and more`.
    let most = match words.as_slice() {
        ["total", "for", ..] => usize::MAX,
        ["total", ..] => 6,
        _ => 4,
    };
    if words.len() <= most && ends.iter().flatten().any(|it| is_total(it)) {
        Strength::Weak
    } else {
        Strength::None
    }
}
