//! Roles that depend on other columns: both sides of an account, a side beside amounts, an id beside
//! names.

use super::{Candidate, Name, take, who};
use crate::ingest::composed;
use crate::ingest::content::Counts;
use crate::ingest::evidence::Evidence;
use crate::ingest::reading::RoleReason;
use crate::ingest::role::Role;
use crate::ingest::words::{NOT_AMOUNT, TEXTS};

/// Debit and credit come together, or not at all; beside a column of amounts they are not needed, unless
/// it is filled on fewer rows than they are: `Individual amount` of what was paid at once.
pub(super) fn sides(counts: &[Counts], candidates: &mut Vec<Candidate>) {
    let best = |role: Role| {
        candidates
            .iter()
            .filter(|it| it.role == role)
            .max_by_key(|it| it.score)
            .map(|it| it.column)
    };
    let pair = best(Role::Debit).zip(best(Role::Credit));
    // There may be a second pair, of another currency.
    let are_sides: Vec<usize> = (candidates.iter())
        .filter(|it| matches!(it.role, Role::Debit | Role::Credit))
        .map(|it| it.column)
        .collect();
    let are_named = (candidates.iter())
        .filter(|it| are_sides.contains(&it.column))
        .all(|it| it.reason == RoleReason::ByName);
    let filled = |column: usize| counts.get(column).map_or(0, |it| it.filled);
    let rows = counts.iter().map(|it| it.filled).max().unwrap_or_default();
    let is_needed = pair.is_some_and(|(debit, credit)| {
        debit != credit
            && !candidates.iter().any(|it| {
                it.role == Role::Revenue
                    && it.score >= 60
                    && !are_sides.contains(&it.column)
                    && (!are_named
                        || filled(it.column) * 10 >= (filled(debit) + filled(credit)).min(rows) * 9)
            })
    });
    let is_side = |it: &Candidate| matches!(it.role, Role::Debit | Role::Credit);
    if is_needed {
        // `Obroty Ma` is no amount of its own, nor is an empty `Amount` beside both sides.
        candidates.retain(|it| {
            is_side(it) || (it.role != Role::Revenue && !are_sides.contains(&it.column))
        });
    } else {
        candidates.retain(|it| !is_side(it));
    }
}

/// Two columns that make the balance beside them, or of which each row has one, where no name says what
/// they are.
pub(super) fn proven_sides(
    names: &[Name],
    counts: &[Counts],
    evidence: &Evidence,
    candidates: &mut Vec<Candidate>,
) {
    let is_side = |it: &Candidate| matches!(it.role, Role::Debit | Role::Credit);
    let side = |role: Role| {
        // Not a compound: `Debitor`.
        let of_role = candidates
            .iter()
            .filter(|it| it.role == role && it.score >= 70);
        of_role.max_by_key(|it| it.score).map(|it| it.column)
    };
    // Of two that never stand on one row, one that is named tells the other.
    let other = |of: usize| {
        let mut pairs = evidence.either.iter().copied();
        pairs.find_map(|(a, b)| match of {
            it if it == a => Some(b),
            it if it == b => Some(a),
            _ => None,
        })
    };
    // So do signs: one is never above zero, the other never below.
    let is_below = |it: usize| evidence.is_below_zero(it);
    let is_above = |it: usize| counts.get(it).is_some_and(|it| it.negatives == 0);
    let is_money = |it: usize| names.get(it).is_some_and(|it| !it.is_small());
    let by_signs = || {
        let pairs = evidence
            .either
            .iter()
            .flat_map(|(a, b)| [(*a, *b), (*b, *a)]);
        let mut pairs = pairs.filter(|(a, b)| is_money(*a) && is_money(*b));
        pairs.find(|(a, b)| is_below(*a) && is_above(*b))
    };
    let told = side(Role::Debit).xor(side(Role::Credit));
    let found = match (side(Role::Debit), side(Role::Credit)) {
        (None, None) => evidence.sides.or_else(by_signs),
        (Some(debit), None) => other(debit).map(|it| (debit, it)),
        (None, Some(credit)) => other(credit).map(|it| (it, credit)),
        (Some(_), Some(_)) => None,
    };
    let Some((debit, credit)) = found else {
        return;
    };
    // One is told, or below zero: the other may be called what comes in is called too.
    let is_sale = |it: &Candidate| {
        let is_clear = told == Some(debit) || told == Some(it.column) || is_below(debit);
        it.role == Role::Revenue && is_clear
    };
    let is_named = |it: &Candidate| {
        let is_of_pair = it.column == debit || it.column == credit;
        !is_side(it) && it.score >= 60 && is_of_pair && !is_sale(it)
    };
    let is_proven = told.is_none() && evidence.sides.is_some();
    let may_be_other = !is_proven || candidates.iter().any(is_side);
    if may_be_other && candidates.iter().any(is_named) {
        return;
    }
    candidates.retain(|it| it.column != debit && it.column != credit);
    for (column, role) in [(debit, Role::Debit), (credit, Role::Credit)] {
        candidates.push(Candidate {
            score: 80,
            year: None,
            column,
            role,
            reason: RoleReason::ByContent,
        });
    }
}

/// Words for cards, in whatever language, and for ways to pay.
const CARDS: [&str; 9] = [
    "card", "kart", "kort", "cart", "kaart", "tarjet", "funding", "method", "tender",
];

/// A column whose cells say on which side amounts are.
pub(super) fn marks(names: &[Name], counts: &[Counts], candidates: &mut Vec<Candidate>) {
    candidates.retain(|it| it.role != Role::Side);
    // Amounts with signs of their own need no other.
    let amount = candidates.iter().filter(|it| it.role == Role::Revenue);
    let amount = amount
        .max_by_key(|it| it.score)
        .and_then(|it| counts.get(it.column));
    if amount.is_none_or(|it| it.negatives > 0) {
        return;
    }
    // `Debit/credit`, `Af Bij`.
    let is_both = |it: &Name| it.words.len() == 2 && it.score(Role::Side) >= 90;
    // `Card type`: with what was paid, not which way.
    let is_way = |word: &String| CARDS.iter().any(|it| word.contains(it));
    for (column, (name, count)) in names.iter().zip(counts).enumerate() {
        if name.words.iter().any(is_way) || name.words == ["payment", "type"] {
            continue;
        }
        let score = name.score(Role::Side);
        if composed::is_side(count, score >= 60, is_both(name)) {
            candidates.push(Candidate {
                score: score.max(70),
                year: None,
                column,
                role: Role::Side,
                reason: RoleReason::ByContent,
            });
        }
    }
}

/// A column called `Nro` whose every cell differs counts rows, not customers, where names repeat over
/// rows of one customer; and a code that many names share is none of theirs, nor is that of another who
/// is named: `Seller ID` beside `Seller name` and `Recipient name`.
pub(super) fn ids(names: &[Name], counts: &[Counts], candidates: &mut Vec<Candidate>) {
    // One account on each row of a day is that of whom the statement is for.
    let is_dated = (counts.iter()).any(|it| it.date_percent() >= 75 || are_days(it));
    let is_own_account = |it: &Candidate| {
        let words = names.get(it.column).map(|it| it.words.iter());
        let mut words = words.into_iter().flatten();
        words.any(|it| NOT_AMOUNT.contains(&it.as_str()))
            && counts
                .get(it.column)
                .is_some_and(|it| it.distinct() == 1 && it.sampled() > 1)
    };
    candidates.retain(|it| it.role != Role::Id || !is_dated || !is_own_account(it));
    let best_of = |role: Role| {
        let of_role = candidates.iter().filter(|it| it.role == role);
        of_role.max_by_key(|it| it.score).map(|it| it.column)
    };
    let best = |role: Role| counts.get(best_of(role)?);
    let first = |column: usize| names.get(column).and_then(|it| it.words.first());
    let whose = best_of(Role::Name).and_then(first).cloned();
    let is_others = |it: &Candidate| {
        let of = first(it.column);
        let is_name = |it: &Name| matches!(it.words.as_slice(), [_, name] if name == "name");
        let others = || {
            names
                .iter()
                .filter(|it| is_name(it) && it.words.first() == of)
        };
        it.score <= 60 && of != whose.as_ref() && others().next().is_some()
    };
    let Some(name) = best(Role::Name) else {
        // Each row of a day with a number of its own is a dealing, whose number is no customer's; nor is
        // one that is of something else by its name.
        if counts.iter().any(|it| it.date_percent() >= 75) {
            let is_own = |it: &Counts| it.sampled() > 1 && (differs(it) || it.distinct() == 1);
            candidates.retain(|it| {
                let is_own = || counts.get(it.column).is_some_and(is_own);
                it.role != Role::Id || it.score > 60 || (it.score == 60 && !is_own())
            });
        }
        // `Nro` beside debit and credit is that of an account.
        let has = |role: Role| candidates.iter().any(|it| it.role == role);
        if has(Role::Debit) && has(Role::Credit) {
            candidates.retain(|it| it.role != Role::Id || it.score > 60);
        }
        return;
    };
    // Namesakes: each has a business id of its own, or nothing tells of dealings and few share a name.
    let is_dealing = best(Role::Order).is_some()
        || best(Role::Product).is_some()
        || counts.iter().any(|it| it.date_percent() >= 90);
    let are_namesakes = best(Role::BusinessId).is_some_and(|it| differs(it) && covers(it, name))
        || (!is_dealing && name.distinct() * 2 > name.sampled());
    let names_repeat = !differs(name) && !are_namesakes;
    candidates.retain(|it| {
        let Some(count) = counts.get(it.column).filter(|_| it.role == Role::Id) else {
            return true;
        };
        let are_fewer = count.distinct() * 2 < name.distinct()
            || (count.distinct() == 1 && name.distinct() > 1)
            // Labels of sums stand among the names.
            || (it.score <= 60 && count.distinct() + 2 + name.distinct() / 20 < name.distinct());
        let is_shared = are_fewer && count.filled * 2 > name.filled;
        !is_shared && !is_others(it) && (!names_repeat || it.score > 60 || !differs(count))
    });
}

/// Of who pays and who is paid, both on each row, the one that stands on most rows is oneself.
pub(super) fn oneself(names: &[Name], counts: &[Counts], candidates: &mut [Candidate]) {
    let fullest = counts.iter().map(|it| it.filled).max().unwrap_or_default();
    let is_party = |it: &&Candidate| {
        let name = names.get(it.column);
        it.role == Role::Name
            && counts.get(it.column).is_some_and(|it| it.filled == fullest)
            && name.is_some_and(|it| !it.is_of_customers())
    };
    let most = |column: usize| counts.get(column).map_or(0, Counts::most);
    let parties = candidates.iter().filter(is_party);
    let Some((column, score)) = parties
        .max_by_key(|it| (it.score, std::cmp::Reverse(it.column)))
        .map(|it| (it.column, it.score))
    else {
        return;
    };
    let own = most(column);
    let is_own = own > 1 && counts.get(column).is_some_and(|it| own * 2 > it.sampled());
    let others = candidates.iter().filter(is_party);
    let other = others
        .filter(|it| it.column != column && it.score >= 60 && most(it.column) * 2 <= own)
        .max_by_key(|it| it.score)
        .map(|it| it.column);
    let Some(other) = other.filter(|_| is_own) else {
        return;
    };
    for it in candidates.iter_mut().filter(|it| it.role == Role::Name) {
        if it.column == other {
            it.score = score;
        } else if it.column == column {
            it.score = score.saturating_sub(32);
        }
    }
}

/// `Description` with the names of companies is whose a row is, where nothing else says: a guess to be
/// looked at.
pub(super) fn described(
    names: &[Name],
    counts: &[Counts],
    evidence: &Evidence,
    candidates: &mut [Candidate],
) {
    let says_whose = |it: &Candidate| matches!(it.role, Role::Name | Role::Id);
    if candidates.iter().any(says_whose) {
        return;
    }
    // Nothing is sold in a statement with both sides, with a balance, or where money goes out as well.
    let has = |role: Role| candidates.iter().any(|it| it.role == role);
    let goes_out = |it: &Candidate| {
        let count = counts.get(it.column);
        it.role == Role::Revenue && count.is_some_and(|it| it.negatives * 5 > it.numbers)
    };
    let is_text = |name: Option<&Name>| {
        let is_word = |it: &String| TEXTS.contains(&it.as_str()) || it == "libelle";
        name.is_some_and(|it| it.words.iter().any(is_word))
    };
    // Another column whose cells are names says more.
    let is_only = || {
        let mut given = vec![None; counts.len()];
        take(&mut candidates.to_vec(), &mut given);
        let other = who::by_cells(names, (counts, evidence), &given);
        other.is_none_or(|it| is_text(names.get(it.column)))
    };
    let (is_balance, is_sold) = (!evidence.balances.is_empty(), has(Role::Quantity));
    let is_statement = has(Role::Debit) || (is_balance && !is_sold);
    let is_paid = !is_sold && (is_book(names) || (candidates.iter().any(goes_out) && is_only()));
    let are_companies = |it: &Candidate| {
        let words = evidence.words.get(it.column);
        // One word on every row is the name of the account: `Produkt`.
        let count = counts.get(it.column);
        it.role == Role::Product
            && count.is_some_and(|it| it.distinct() > 1 || it.sampled() <= 1)
            && (is_statement
                || (is_paid && is_text(names.get(it.column)))
                || words.is_some_and(|it| it.companies >= 20))
    };
    // `Libellé court` says less than `Libellé opération`.
    let says_most = |it: &&mut Candidate| {
        let words = evidence.words.get(it.column).map_or(0, |it| it.companies);
        (words, std::cmp::Reverse(it.column))
    };
    let described = candidates.iter_mut().filter(|it| are_companies(it));
    if let Some(it) = described.max_by_key(says_most) {
        (it.role, it.score) = (Role::Name, 45);
        it.reason = RoleReason::ByContent;
    }
}

/// A book of one's own accounts and what was spent on what: nothing but its texts says whose a row is.
pub(super) fn is_book(names: &[Name]) -> bool {
    let has = |word: &&str| names.iter().any(|it| it.words == [*word]);
    ["account", "category"].iter().all(has)
}

/// `Konto` beside `Gegenkonto`, as DATEV has them: the longer numbers are those of debtors.
pub(super) fn debtors(names: &[Name], counts: &[Counts], candidates: &mut Vec<Candidate>) {
    let called = |word: &str| {
        names
            .iter()
            .position(|it| it.words.first().is_some_and(|it| it == word))
    };
    let Some((own, other)) = called("konto").zip(called("gegenkonto")) else {
        return;
    };
    let longest = |column: usize| counts.get(column).map_or(0, |it| it.longest);
    let column = if longest(own) > longest(other) {
        own
    } else {
        other
    };
    let is_named = |it: &Candidate| it.role == Role::Name && it.score >= 60;
    if longest(own) != longest(other) && !candidates.iter().any(is_named) {
        candidates.push(Candidate {
            score: 80,
            year: None,
            column,
            role: Role::Id,
            reason: RoleReason::ByContent,
        });
    }
}

/// Business ids tell namesakes apart: they stand on the rows that have names, and there are more of them.
pub(in crate::ingest) fn tells_namesakes_apart(business_id: &Counts, name: &Counts) -> bool {
    covers(business_id, name) && business_id.distinct() > name.distinct()
}

/// `20250131` on every row is a day each, though nothing says so.
pub(super) fn are_days(it: &Counts) -> bool {
    it.any_date_percent() == 100 && it.longest == 8
}

/// Nearly every cell differs from the others.
pub(super) fn differs(it: &Counts) -> bool {
    it.distinct() * 100 >= it.sampled() * 95
}

/// Filled on nearly all rows that the other is filled on.
fn covers(it: &Counts, other: &Counts) -> bool {
    it.filled >= other.filled / 100 * 98
}

/// Most of the few different cells are letters without figures.
pub(super) fn are_letters(it: &Counts) -> bool {
    let is_letters = |it: &&String| {
        it.chars().any(char::is_alphabetic) && !it.bytes().any(|it| it.is_ascii_digit())
    };
    it.few.iter().filter(is_letters).count() * 2 > it.few.len()
}
