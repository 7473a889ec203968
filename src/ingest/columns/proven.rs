//! What figures prove, put into the scores that names gave.

use super::{Candidate, Name};
use crate::ingest::evidence::{Evidence, Three};
use crate::ingest::reading::RoleReason;
use crate::ingest::role::Role;

/// A name that says something else counts more than figures.
const PLAIN: u32 = 60;

/// Words for what a payment costs: what is left after it is no sale.
#[rustfmt::skip]
pub(super) const FEES: [&str; 35] = [
    "fee", "fees", "maksu", "maksut", "kulu", "kulut", "gebuhr", "gebuhren", "gebuehr", "oplata", "oplaty", "prowizja", "avgift",
    "avgifter", "provision", "provisio", "provizja", "commission", "frais", "gebyr", "palkkio", "tasu", "mokestis", "komisja", "comision", "commissione", "commissioni", "comissao",
    "entgelt", "entgelte", "commissie", "poplatek", "poplatky", "tarifa", "taxa",
];

/// Of an amount without tax and one with it, the first; of a payment and what is left after its fee,
/// the payment; of an amount and the balance it makes, the amount; of pieces, price and what they
/// come to, the last.
pub(super) fn amounts(names: &[Name], evidence: &Evidence, candidates: &mut Vec<Candidate>) {
    let called = |column: usize, list: &[&str]| {
        let name = names.get(column);
        name.is_some_and(|it| it.words.iter().any(|it| list.contains(&it.as_str())))
    };
    let names_tax = |column: usize| names.get(column).is_some_and(Name::names_tax);
    let mut pairs = Vec::new();
    let mut fees = Vec::new();
    let mut taxes = Vec::new();
    let mut wholes = Vec::new();
    // What few rows show counts where the names say the same.
    let is_fee = |it: &&Three| {
        let is_amount = |at: usize| {
            names
                .get(at)
                .is_some_and(|it| it.score(Role::Revenue) >= PLAIN)
        };
        called(it.second, &FEES) && is_amount(it.first) && is_amount(it.whole)
    };
    let few = evidence.few.iter().filter(is_fee);
    for it in evidence.sums.iter().chain(few).copied() {
        let Three {
            first,
            second,
            whole,
            is_tax,
        } = it;
        if called(second, &FEES) {
            // Written below zero, the payment comes first; above zero, it is the whole.
            let (payment, left) = if evidence.is_below_zero(second) {
                (first, whole)
            } else {
                (whole, first)
            };
            pairs.push((payment, left));
            fees.extend([(left, payment), (payment, second), (left, second)]);
        } else if is_tax || names_tax(second) {
            pairs.push((first, whole));
            taxes.push(second);
        } else {
            wholes.push(it);
        }
    }
    let others = evidence.with_tax.iter().chain(&evidence.taxes);
    pairs.extend(others.filter(|it| !fees.contains(it)));
    taxes.extend(
        evidence
            .taxes
            .iter()
            .filter(|it| {
                let is_number = |it| matches!(it, Role::Id | Role::Order | Role::BusinessId);
                names_tax(it.1) && score_of(candidates, it.0, is_number) < PLAIN
            })
            .map(|it| it.1),
    );
    // `Gross`, `Fee` and `Net`: what is left after a fee, though one row proves nothing.
    let is_one = |list: &[&str]| {
        let is_it =
            |it: &Name| matches!(it.words.as_slice(), [word] if list.contains(&word.as_str()));
        names.iter().position(is_it)
    };
    let gross = is_one(&["gross", "brutto", "bruto", "brut", "lordo"]);
    let net = is_one(&["net", "netto", "neto"]).filter(|_| is_one(&FEES).is_some());
    if !(0..names.len()).any(names_tax)
        && let Some(pair) = gross.zip(net)
    {
        pairs.push(pair);
        fees.extend([pair, (pair.1, pair.0)]);
    }
    // Of two columns with the same amounts, the one whose name speaks for it.
    pairs.sort_by_key(|it| std::cmp::Reverse(score_of(candidates, it.0, |it| it == Role::Revenue)));
    for (this, that) in pairs {
        prefer(candidates, names, this, that);
    }
    candidates.retain(|it| it.role != Role::Revenue || !taxes.contains(&it.column));
    // `Subtotal` on each line of an invoice counts what its lines come to once more.
    for (line, whole) in evidence.lines.iter().copied() {
        let is_amount = |column| score_of(candidates, column, |it| it == Role::Revenue) > 0;
        let is_product = evidence.products.iter().any(|it| it.whole == line);
        if is_amount(whole) && (is_amount(line) || is_product) {
            candidates.retain(|it| it.column != line || it.role == Role::Revenue);
            prefer(candidates, names, line, whole);
            candidates.retain(|it| it.column != whole || it.role != Role::Revenue);
        }
    }
    // `Source fee amount` beside amounts is what they cost; `Membership fee` is what members pay.
    let is_fee = |it: &Candidate| {
        let is_one = |it: &Name| it.is_one(Role::Revenue) && it.words.len() > 1;
        let ends = |it: &Name| {
            let is_end = |word: &String| FEES.iter().any(|it| it.len() > 5 && word.ends_with(it));
            it.words.len() > 1 && it.words.iter().any(is_end)
        };
        let is_called = called(it.column, &FEES) || names.get(it.column).is_some_and(ends);
        it.role == Role::Revenue
            && is_called
            && !called(it.column, &["after", "nach", "efter", "jalkeen", "apres"])
            && !names.get(it.column).is_some_and(is_one)
    };
    let is_paid = |it: &Candidate| match it.role {
        Role::Revenue => !is_fee(it),
        Role::UnitPrice => !called(it.column, &FEES),
        _ => false,
    };
    if candidates.iter().any(is_paid) {
        for it in candidates.iter_mut().filter(|it| is_fee(it)) {
            it.score = it.score.saturating_sub(30);
        }
    }
    // A tax on pieces times their price is not that of one piece: `item-price` is of the line.
    for it in candidates
        .iter_mut()
        .filter(|it| it.role == Role::UnitPrice)
    {
        let is_of_one = |three: &Three| three.first == it.column || three.second == it.column;
        if evidence.taxes.iter().any(|pair| pair.0 == it.column)
            && !evidence.products.iter().any(is_of_one)
        {
            (it.role, it.score) = (Role::Revenue, it.score.min(88));
        }
    }
    // Of two amounts that are called alike and both together, the whole.
    for it in wholes {
        let score = |column| score_of(candidates, column, |it| it == Role::Revenue);
        let parts = [score(it.first), score(it.second)];
        let is_amount = parts.first() == parts.last() && score(it.whole) > 0;
        if is_amount && parts.iter().all(|it| *it > 0) {
            prefer(candidates, names, it.whole, it.first);
        }
    }
    for (total, first) in evidence.totals.iter().copied() {
        for part in first..total {
            prefer(candidates, names, total, part);
        }
        if score_of(candidates, total, |it| it == Role::Revenue) == 0 {
            give(candidates, names, total, PLAIN);
        }
    }
    for (amount, balance) in evidence.balances.iter().copied() {
        prefer(candidates, names, amount, balance);
        candidates.retain(|it| it.column != balance || it.role != Role::Revenue);
    }
    // `Order net` right after `Processing fees`, and no tax on it, is what is left.
    let is_left = |it: &Candidate| {
        let is_net = |it: &Name| it.is_net() && !it.names_tax();
        let before = it.column.checked_sub(1);
        let mut rates = evidence.taxes.iter().chain(&evidence.with_tax);
        names.get(it.column).is_some_and(is_net)
            && before.is_some_and(|it| called(it, &FEES))
            && !names_tax(it.column + 1)
            && !rates.any(|pair| pair.0 == it.column)
    };
    let is_whole = |it: &Candidate| {
        it.role == Role::Revenue && it.score >= PLAIN && !is_fee(it) && !is_left(it)
    };
    if candidates.iter().any(is_whole) {
        for it in candidates.iter_mut().filter(|it| is_left(it)) {
            it.score = it.score.saturating_sub(40);
        }
    }
    let has_amount = |it: &Candidate| it.role == Role::Revenue && it.score >= PLAIN;
    if let Some(it) = evidence.products.last()
        && !candidates.iter().any(has_amount)
    {
        give(candidates, names, it.whole, PLAIN + 5);
    }
}

/// The balance, tax or fee of something else.
pub(super) fn is_less(evidence: &Evidence, column: usize) -> bool {
    let is_balance = evidence.balances.iter().any(|it| it.1 == column);
    let is_gross = evidence.with_tax.iter().any(|it| it.1 == column);
    let is_tax_of = evidence.taxes.iter().any(|it| it.1 == column);
    let is_tax = |it: &Three| it.is_tax && (it.second == column || it.whole == column);
    is_balance || is_gross || is_tax_of || evidence.sums.iter().any(is_tax)
}

fn score_of(candidates: &[Candidate], column: usize, is_it: impl Fn(Role) -> bool) -> u32 {
    let of_column = candidates
        .iter()
        .filter(|it| it.column == column && is_it(it.role));
    of_column.map(|it| it.score).max().unwrap_or_default()
}

/// The first counts more than the second, if the second counts as an amount at all.
fn prefer(candidates: &mut Vec<Candidate>, names: &[Name], this: usize, that: usize) {
    let other = score_of(candidates, that, |it| it == Role::Revenue);
    let own = score_of(candidates, this, |it| it == Role::Revenue);
    let is_above = |it: &Candidate| {
        it.role == Role::Revenue && it.column != this && it.column != that && it.score > other
    };
    let is_known = own == 0 && candidates.iter().any(is_above);
    if other >= own && other > 0 && !is_known {
        give(candidates, names, this, (other + 1).min(99));
        for it in candidates.iter_mut() {
            if it.column == that && it.role == Role::Revenue {
                it.score = it.score.min(98);
            }
        }
    }
}

/// The column may be the amount, unless its name says what else it is.
fn give(candidates: &mut Vec<Candidate>, names: &[Name], column: usize, score: u32) {
    let otherwise = score_of(candidates, column, |it| it != Role::Revenue);
    if otherwise >= PLAIN {
        return;
    }
    candidates.retain(|it| it.column != column || it.role != Role::Revenue);
    candidates.push(Candidate {
        score,
        year: names.get(column).and_then(|it| it.year),
        column,
        role: Role::Revenue,
        reason: RoleReason::ByContent,
    });
}
