//! Whose the rows are, where no name of a column says so: told by the cells, and asked where two columns may.

use super::name::Name;
use super::together::differs;
use super::{Candidate, ENOUGH, Given, composed, of_content};
use crate::ingest::content::Counts;
use crate::ingest::evidence::Evidence;
use crate::ingest::fold::fold;
use crate::ingest::plan::is_half;
use crate::ingest::reading::{By, RoleReason};
use crate::ingest::role::Role;
use crate::ingest::words::{CURRENCY, FIRST_NAMES, KINDS, LAST_NAMES, NAMED_THINGS, NOT_ID, TEXTS};

/// The column whose cells are most like names.
pub(super) fn by_cells(
    names: &[Name],
    (counts, evidence): (&[Counts], &Evidence),
    given: &[Option<Given>],
) -> Option<Candidate> {
    // Half of a person's name is more of one than anything beside it.
    let half = |list: &[&str]| {
        let mut words = names.iter().map(|it| it.words.join(" "));
        words.position(|it| is_half(&it, list))
    };
    let first = half(FIRST_NAMES).filter(|it| half(LAST_NAMES).is_some_and(|last| last != *it));
    if let Some(first) = first {
        return Some(of_content(first, Role::Name, 50));
    }
    let has = |role: Role| given.iter().flatten().any(|it| it.role.is == role);
    let has_id = has(Role::Id);
    let looks = |column: usize| evidence.words.get(column).copied().unwrap_or_default();
    let called = |column: usize, list: &[&str]| {
        let mut words = names.get(column).into_iter().flat_map(|it| &it.words);
        words.any(|it| list.contains(&it.as_str()))
    };
    let fullest = counts.iter().map(|it| it.filled).max().unwrap_or_default();
    let mut fit = Vec::new();
    for (column, (name, count)) in names.iter().zip(counts).enumerate() {
        let is_free = given.get(column).is_some_and(Option::is_none) && count.looked_at > 0;
        // One word on every row says nothing of whose it is.
        let is_one = count.distinct() <= 1 && count.sampled() >= 3;
        let are_words = count.number_percent() < 50 && count.date_percent() < 50;
        let words = looks(column);
        // Beside ids, only what are companies; and names, where a bare `Code` is of a few things.
        let is_beside_ids = has_id
            && words.companies < 20
            && (words.plain < 80 || bare_id(counts, given, count).is_none());
        // Beside days, times and codes name nobody, nor do remarks on pieces sold.
        let are_codes = count.wordless * 2 > count.looked_at
            && has(Role::Date)
            && name.score(Role::Name) < ENOUGH;
        let are_remarks = has(Role::Quantity) && called(column, TEXTS) && words.companies < 20;
        let is_out = is_one || is_beside_ids || are_codes || are_remarks;
        if !is_free || !are_words || is_out || is_other(name, count, words.companies) {
            continue;
        }
        let are_companies = words.companies >= 20;
        let is_text = called(column, TEXTS) && !are_companies;
        // In statements, who paid stands beside the number of an account.
        let has_account = |at: Option<usize>| at.is_some_and(|it| looks(it).accounts >= 80);
        let is_beside = has_account(column.checked_sub(1)) || has_account(Some(column + 1));
        // Signs of shares and kinds are short, remarks stand on few rows; cells beyond the last name are parts
        // of what stands before them.
        let kind = (
            !is_text,
            count.longest > 3,
            are_companies,
            count.filled * 2 > fullest,
            !name.words.is_empty(),
        );
        let spread = count.distinct() * 20 / count.sampled().max(1);
        let likeness = (is_beside, words.plain / 34, spread);
        fit.push((kind, likeness, std::cmp::Reverse(column)));
    }
    fit.sort_unstable();
    let (kind, _, std::cmp::Reverse(column)) = fit.pop()?;
    // What somebody wrote of a row is a guess to be looked at.
    let mut found = of_content(column, Role::Name, if kind.0 { 50 } else { 45 });
    // Of words of one kind, the likest are a guess; ids tell customers apart whatever they are called.
    let of_kind = |it: (bool, bool, bool, bool, bool)| (it.0, it.1, it.2, it.4);
    let other = (fit.pop()).filter(|it| of_kind(it.0) == of_kind(kind) && !has_id);
    if let Some((_, _, other)) = other {
        found.reason = RoleReason::AsWellAs(other.0);
    }
    Some(found)
}

/// Kinds, numbers of dealings, sides and what should be money are of nobody.
fn is_other(name: &Name, count: &Counts, companies: u32) -> bool {
    let called = |list: &[&str]| name.words.iter().any(|it| list.contains(&it.as_str()));
    // `Originalwährung` is a currency as `Währung` is.
    let ends = |list: &[&str]| {
        let is_end = |word: &String| list.iter().any(|it| it.len() >= 5 && word.ends_with(it));
        called(list) || name.words.iter().any(is_end)
    };
    let is_named =
        ends(KINDS) || ends(CURRENCY) || called(NAMED_THINGS) || (called(NOT_ID) && !called(TEXTS));
    let is_money = |role: &Role| name.score(*role) >= 75;
    (is_named && companies < 20)
        || [Role::Debit, Role::Credit, Role::Revenue]
            .iter()
            .any(is_money)
        || composed::is_side(count, true, false)
        || (!count.few.is_empty() && count.few.iter().all(|it| is_answer(it)))
}

/// `Yes`, `Ei`: no customer is called so.
fn is_answer(cell: &str) -> bool {
    #[rustfmt::skip]
    const ANSWERS: [&str; 18] = [
        "yes", "no", "true", "false", "kylla", "ei", "ja", "nein", "nej", "nei", "tak", "nie", "oui", "non", "si", "y", "n", "x",
    ];
    ANSWERS.contains(&fold(cell).as_str())
}

/// The column of ids whose name hardly says so, and of which there are far fewer than of these names.
pub(super) fn bare_id(counts: &[Counts], given: &[Option<Given>], names: &Counts) -> Option<usize> {
    let is_bare = |it: &Option<Given>| {
        it.is_some_and(|it| {
            it.role.is == Role::Id && it.role.by == By::Reader && it.confidence <= 0.6
        })
    };
    let column = given.iter().position(is_bare)?;
    let ids = counts.get(column)?;
    let counts_rows = differs(ids) && !differs(names);
    let is_dated = counts_rows && counts.iter().any(|it| it.date_percent() >= 90);
    (ids.distinct() * 2 < names.distinct() || is_dated).then_some(column)
}

/// Cells alone told the role.
pub(super) const fn is_by_cells(reason: RoleReason) -> bool {
    matches!(reason, RoleReason::ByContent | RoleReason::AsWellAs(_))
}

/// The column taken for the customers, and another that fits as well.
pub(super) fn two(given: &[Option<Given>]) -> Option<(usize, usize)> {
    let is_it = |it: &Given| it.role.is == Role::Name && it.role.by == By::Reader;
    given.iter().enumerate().find_map(|(at, it)| match it {
        Some(it) if is_it(it) => match it.reason {
            RoleReason::AsWellAs(other) => Some((at, other)),
            _ => None,
        },
        _ => None,
    })
}
