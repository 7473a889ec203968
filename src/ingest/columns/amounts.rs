//! Amounts whose role depends on other columns: prices and pieces without the other, years beside years,
//! payments beside what was invoiced.

use super::{Candidate, ENOUGH, Name, fit_content};
use crate::ingest::content::Counts;
use crate::ingest::reading::RoleReason;
use crate::ingest::role::Role;

/// `Cena netto` without a number of pieces is of the whole row.
pub(super) fn whole_prices(names: &[Name], candidates: &mut [Candidate]) {
    if candidates.iter().any(|it| it.role == Role::Quantity) {
        return;
    }
    for it in candidates
        .iter_mut()
        .filter(|it| it.role == Role::UnitPrice)
    {
        let is_net = names.get(it.column).is_some_and(Name::is_net);
        it.role = Role::Revenue;
        it.score = if is_net { 88 } else { 62 };
    }
}

/// Words for a number of pieces and for a sum of money.
const EITHER: [&str; 2] = ["maara", "cantidad"];

/// `Määrä` may be a number of pieces or a sum of money: with cents and without a price it is money,
/// and so where nothing is sold.
pub(super) fn counted_money(names: &[Name], counts: &[Counts], candidates: &mut [Candidate]) {
    if candidates.iter().any(|it| it.role == Role::UnitPrice) {
        return;
    }
    let is_known = |it: &Candidate| matches!(it.role, Role::Revenue | Role::Product);
    let has_known = candidates.iter().any(is_known);
    for it in candidates.iter_mut().filter(|it| it.role == Role::Quantity) {
        let is_either =
            |it: &Name| matches!(it.words.as_slice(), [word] if EITHER.contains(&word.as_str()));
        let may_be_money = !has_known && names.get(it.column).is_some_and(is_either);
        let has_cents = |count: &Counts| count.amount_like * 2 > count.looked_at;
        let is_pieces = |name: &Name| name.score(Role::Revenue) == 0 && name.words.len() > 1;
        if may_be_money
            || (counts.get(it.column).is_some_and(has_cents)
                && !names.get(it.column).is_some_and(is_pieces))
        {
            it.role = Role::Revenue;
            it.score = 64;
        }
    }
}

/// Where nothing is called an amount, what was spent is one: `Total cost`.
pub(super) fn spent(candidates: &mut [Candidate]) {
    let of_sales = [
        Role::Revenue,
        Role::Margin,
        Role::UnitPrice,
        Role::Debit,
        Role::Credit,
    ];
    let best = |it: &&Candidate| (it.score, std::cmp::Reverse(it.column));
    let costs = || candidates.iter().filter(|it| it.role == Role::Cost);
    let Some(cost) = costs().max_by_key(best).map(|it| it.column) else {
        return;
    };
    let is_sale = |it: &Candidate| it.column != cost && of_sales.contains(&it.role);
    if candidates.iter().any(is_sale) {
        return;
    }
    for it in candidates.iter_mut().filter(|it| it.column == cost) {
        if it.role == Role::Cost {
            it.role = Role::Revenue;
            it.score = it.score.min(62);
        }
    }
}

/// Of amounts that are called alike, the one of the day that counts: `Payment date`, `Payment amount`.
pub(super) fn of_the_day(names: &[Name], candidates: &mut [Candidate]) {
    let best = |it: &&Candidate| (it.score, std::cmp::Reverse(it.column));
    let of = |role: Role| candidates.iter().filter(move |it| it.role == role);
    let Some(day) = of(Role::Date)
        .max_by_key(best)
        .and_then(|it| names.get(it.column))
    else {
        return;
    };
    let Some(top) = of(Role::Revenue).map(|it| it.score).max() else {
        return;
    };
    for it in candidates.iter_mut() {
        let name = names.get(it.column);
        let is_its = name.is_some_and(|it| it.words.iter().any(|word| day.words.contains(word)));
        if it.role == Role::Revenue && it.score == top && is_its {
            it.score += 1;
        }
    }
}

/// `Myynti 2025` beside `Myynti 2024`: the later year is the period, the one before it the previous.
pub(super) fn years(names: &[Name], counts: &[Counts], candidates: &mut Vec<Candidate>) {
    let mut yearly: Vec<(u16, u32, usize)> = Vec::new();
    for (column, (name, count)) in names.iter().zip(counts).enumerate() {
        let score = if name.words.is_empty() {
            75
        } else {
            name.score(Role::Revenue)
        };
        let (_, score) = fit_content(Role::Revenue, score, count);
        if let (Some(year), ENOUGH..) = (name.year, score) {
            yearly.push((year, score, column));
        }
    }
    // The best named amount of the latest year, then the same of the year before.
    yearly.sort_by(|a, b| (b.0, b.1, a.2).cmp(&(a.0, a.1, b.2)));
    let Some((latest, score, column)) = yearly.first().copied() else {
        return;
    };
    let mut push = |score: u32, year: u16, column: usize, role: Role| {
        candidates.push(Candidate {
            score,
            year: Some(year),
            column,
            role,
            reason: RoleReason::ByName,
        });
    };
    let before = yearly.iter().find(|it| it.0 < latest);
    if let Some((year, _, column_before)) = before {
        push(98, latest, column, Role::Revenue);
        push(97, *year, *column_before, Role::Previous);
    } else {
        push(score.max(80), latest, column, Role::Revenue);
    }
}
