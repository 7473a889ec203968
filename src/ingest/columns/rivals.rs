//! Two columns that may be the amount, and nothing that tells which: to be asked, not decided in silence.

use super::{ENOUGH, Given, Name, fit_content, proven};
use crate::ingest::content::Counts;
use crate::ingest::evidence::{Evidence, Three};
use crate::ingest::reading::{By, RoleReason};
use crate::ingest::role::Role;
use crate::ingest::words::{LESS_MONEY, NOT_AMOUNT, NOT_MONEY};

/// The column taken as the amount, and another that fits as well.
pub(super) fn find(
    names: &[Name],
    (counts, evidence): (&[Counts], &Evidence),
    given: &[Option<Given>],
) -> Option<(usize, usize)> {
    let is_it = |it: &Option<Given>| {
        it.is_some_and(|it| it.role.is == Role::Revenue && it.role.by == By::Reader)
    };
    let amount = given.iter().position(is_it)?;
    let (name, count) = (names.get(amount)?, counts.get(amount)?);
    let is_guessed = given.get(amount)?.as_ref()?.reason == RoleReason::ByContent;
    let strength = |name: &Name, count: &Counts| {
        let score = name.score(Role::Revenue);
        fit_content(Role::Revenue, score, count).1
    };
    let called =
        |name: &Name, list: &[&str]| name.words.iter().any(|it| list.contains(&it.as_str()));
    let is_plain = |name: &Name| {
        let lists = [NOT_MONEY, NOT_AMOUNT, LESS_MONEY, &proven::FEES];
        !lists.iter().any(|it| called(name, it))
    };
    let cents = |it: &Counts| it.amount_like * 10 >= it.numbers * 9;
    let fits = |other: usize| {
        let (Some(called_so), Some(it)) = (names.get(other), counts.get(other)) else {
            return false;
        };
        let is_alike = || {
            let score = strength(name, count);
            called_so.year == name.year
                && called_so.is_net() == name.is_net()
                && score >= ENOUGH
                && score == strength(called_so, it)
        };
        // Zeroes on every row are nobody's.
        let is_any = it.positives + it.negatives > 0;
        let is_money = is_plain(called_so) && is_any && it.number_percent() >= 60;
        let is_money = is_money && it.percents == 0;
        // What is given, lent and vouched for is told apart, and nobody said which counts.
        if let (Some(own), Some(kind)) = (funding(name), funding(called_so)) {
            return is_money && own != kind;
        }
        // Each row has one of the two: what comes in and what goes out, and nobody said which is which.
        if is_money && cents(it) && evidence.is_either(amount, other) {
            return true;
        }
        is_money
            && (is_guessed || is_alike())
            && !it.has_cells_of(count)
            && it.filled * 10 >= count.filled * 9
            && cents(it)
            && cents(count)
            && (it.negatives > 0) == (count.negatives > 0)
            && !proven::is_less(evidence, other)
            && !is_related(evidence, amount, other)
    };
    let is_free = |it: &usize| given.get(*it).is_some_and(Option::is_none);
    let other = (0..counts.len()).filter(is_free).find(|it| fits(*it))?;
    Some((amount, other))
}

/// The way in which somebody is funded, if the name says one.
fn funding(name: &Name) -> Option<usize> {
    const KINDS: [&str; 3] = [
        "grant grants avustus bidrag tilskud tilskudd zuschuss dotacja dotace dotacia subvention subvencion subsidie",
        "loan loans laina lainat lan lane darlehen kredyt pozyczka uver pret prestamo lening prestito",
        "guarantee guarantees takaus garanti burgschaft garantie gwarancja poreczenie zaruka aval garantia garanzia",
    ];
    let is_of = |kind: &str| {
        let mut words = name.words.iter();
        words.any(|it| kind.split(' ').any(|word| word == it))
    };
    KINDS.iter().position(|it| is_of(it))
}

/// Figures prove what one of them is to the other.
fn is_related(evidence: &Evidence, amount: usize, other: usize) -> bool {
    let both = |a: usize, b: usize| (a, b) == (amount, other) || (b, a) == (amount, other);
    // A part of some sum is told apart by it, whatever else is in it.
    let has = |it: &Three, column: usize| [it.first, it.second, it.whole].contains(&column);
    let mut threes = (evidence.sums.iter())
        .chain(&evidence.few)
        .chain(&evidence.products);
    let mut pairs = (evidence.taxes.iter())
        .chain(&evidence.with_tax)
        .chain(&evidence.balances);
    let within = |it: &(usize, usize)| it.0 == amount && (it.1..it.0).contains(&other);
    threes.any(|it| has(it, other))
        || pairs.any(|it| both(it.0, it.1))
        || evidence.totals.iter().any(within)
}
