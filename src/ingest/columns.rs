//! Which column is what: by its name, checked against its cells; then by its cells alone.

use super::composed;
use super::content::Counts;
use super::evidence::Evidence;
use super::reading::{By, ColumnChoice, Decided, RoleReason};
use super::role::Role;
use super::words::{BALANCE, LESS_MONEY, NOT_AMOUNT, NOT_MONEY, NOT_SALE, TEXTS};
use name::Name;
pub(super) use name::{
    is_currency_name, is_currency_of_another, names_currency, speaks_of_abroad, speaks_of_currency,
};

/// The role of a column, how sure, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    pub(super) role: Decided<Role>,
    pub(super) confidence: f64,
    pub(super) reason: RoleReason,
}

/// A header cell that names a known role.
pub(super) fn is_known_name(text: &str) -> bool {
    let name = Name::of(text);
    (!name.words.is_empty() || name.year.is_some())
        && name.words.len() <= 6
        && Role::ALL.iter().any(|it| name.score(*it) >= 70)
}

/// What customers' names are called, and nothing else.
pub(super) fn is_customer_name(text: &str) -> bool {
    Name::of(text).is_one(Role::Name)
}

/// A role a column might have.
#[derive(Clone)]
struct Candidate {
    score: u32,
    year: Option<u16>,
    column: usize,
    role: Role,
    reason: RoleReason,
}

/// Gives each column a role.
pub(super) fn assign(
    names: &[String],
    found: (&[Counts], &Evidence),
    choices: &[ColumnChoice],
) -> Vec<Given> {
    let names: Vec<Name> = names.iter().map(|it| Name::of(it)).collect();
    let mut given = guess(&names, found, choices.iter());
    for role in [Role::Name, Role::Revenue] {
        if let Some((taken, other)) = two(role, &names, found, choices, &given)
            && let Some(Some(it)) = given.get_mut(taken)
        {
            it.reason = RoleReason::AsWellAs(other);
            if it.role.by == By::Reader {
                it.confidence = it.confidence.min(UNSURE);
            }
        }
    }
    given
        .into_iter()
        .map(|it| {
            it.unwrap_or(Given {
                role: Decided {
                    is: Role::Other,
                    by: By::Reader,
                },
                confidence: 0.0,
                reason: RoleReason::Unknown,
            })
        })
        .collect()
}

/// The column of a role, and another that fits as well. Two stay two when the user has said which: what was
/// said can be changed.
fn two(
    role: Role,
    names: &[Name],
    found: (&[Counts], &Evidence),
    choices: &[ColumnChoice],
    given: &[Option<Given>],
) -> Option<(usize, usize)> {
    let find = |given: &[Option<Given>]| match role {
        Role::Name => who::two(given),
        _ => rivals::find(names, found, given),
    };
    let is_said = |it: &&ColumnChoice| it.role == Some(role);
    let Some(said) = choices.iter().find(is_said).map(|it| it.index) else {
        return find(given);
    };
    let others = choices.iter().filter(|it| !is_said(it));
    let (a, b) = find(&guess(names, found, others))?;
    let other = if said == a { b } else { a };
    (said == a || said == b).then_some((said, other))
}

/// What each column is by hand, by name and by its cells; `None` where nothing tells.
fn guess<'c>(
    names: &[Name],
    (counts, evidence): (&[Counts], &Evidence),
    choices: impl Iterator<Item = &'c ColumnChoice>,
) -> Vec<Option<Given>> {
    let mut given: Vec<Option<Given>> = vec![None; counts.len()];
    for choice in choices {
        if let (Some(role), Some(slot)) = (choice.role, given.get_mut(choice.index)) {
            *slot = Some(Given {
                role: Decided {
                    is: role,
                    by: By::Hand,
                },
                confidence: 1.0,
                reason: RoleReason::ByHand,
            });
        }
    }
    let mut candidates = by_name(names, counts, evidence);
    take(&mut candidates, &mut given);
    let mut candidates = by_content(names, (counts, evidence), &given);
    take(&mut candidates, &mut given);
    let is_found = |it: &&Option<Given>| {
        it.is_some_and(|it| it.role.is == Role::Name && who::is_by_cells(it.reason))
    };
    let name = given.iter().position(|it| is_found(&it));
    if let Some(id) = name.and_then(|it| who::bare_id(counts, &given, counts.get(it)?))
        && let Some(slot) = given.get_mut(id)
    {
        *slot = None;
    }
    given
}

/// Gives roles away, best candidate first; each role and each column once.
fn take(candidates: &mut [Candidate], given: &mut [Option<Given>]) {
    candidates.sort_by(|a, b| (b.score, b.year, a.column).cmp(&(a.score, a.year, b.column)));
    for it in candidates {
        let is_it = |other: &Given| other.role.is == it.role && !it.role.is_of_many();
        let taken = given.iter().flatten().any(is_it);
        if let (false, Some(slot @ None)) = (taken, given.get_mut(it.column)) {
            *slot = Some(Given {
                role: Decided {
                    is: it.role,
                    by: By::Reader,
                },
                confidence: f64::from(it.score.min(99)) / 100.0,
                reason: it.reason,
            });
        }
    }
}

/// Words for what a row of a statement says.
#[rustfmt::skip]
const MORE_TEXTS: [&str; 7] = ["descrizione", "descripcion", "concepto", "omschrijving", "beschreibung", "tekst", "popis"];
/// Of two columns that fit alike, one is a guess.
const UNSURE: f64 = 0.45;
/// Fewer points than this are no sign.
const ENOUGH: u32 = 40;

fn by_name(names: &[Name], counts: &[Counts], evidence: &Evidence) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let fullest = counts.iter().map(|it| it.filled).max().unwrap_or_default();
    let is_balance = |it: &String| BALANCE.contains(&it.as_str());
    let is_statement = names.iter().any(|it| it.words.iter().any(is_balance))
        || (names.iter().any(|it| it.sides.0) && names.iter().any(|it| it.sides.1))
        || counts.iter().any(|it| composed::is_side(it, false, false));
    // So has one where money goes in and out by the day.
    let is_both_ways = |(name, it): (&Name, &Counts)| {
        it.negatives * 5 > it.numbers && it.positives > 0 && name.score(Role::Revenue) >= ENOUGH
    };
    let is_statement = is_statement
        || (names.iter().zip(counts).any(is_both_ways)
            && counts.iter().any(|it| it.date_percent() >= 75));
    let is_text = |it: &String| TEXTS.contains(&it.as_str()) || MORE_TEXTS.contains(&it.as_str());
    let is_told = names.iter().any(|it| it.words.iter().any(is_text));
    let is_book = together::is_book(names);
    for (column, (name, count)) in names.iter().zip(counts).enumerate() {
        for role in Role::ALL {
            let score = name.score(role);
            // `Laskutettava summa` is an amount, not the number of who is billed; `CIF value` no tax number.
            let is_who = matches!(role, Role::Name | Role::BusinessId);
            let is_money = is_who && count.number_percent() >= 50;
            let is_money = is_money && name.score(Role::Revenue) >= ENOUGH;
            let score = if is_money { 0 } else { score };
            let (role, mut score) = fit_content(role, score, count);
            // What follows only takes away.
            if score < ENOUGH {
                continue;
            }
            // Beside names on every row, those on a few are of something else.
            if role == Role::Name && count.filled * 2 <= fullest {
                score = score.saturating_sub(20);
                // In a statement with a balance nothing is left out because it stands above: `Namn`.
                if count.filled * 4 < fullest && score < 75 && is_statement {
                    score = 0;
                }
            }
            // Beside texts in a statement an account is one's own: `Account name`; so is a bare one in a book.
            let is_own = is_statement || (is_book && name.words.len() == 1);
            let is_account = is_own && is_told && name.words.iter().any(|it| it == "account");
            if role == Role::Name && is_account {
                score = score.saturating_sub(50);
            }
            // So with dates: `Payout date` beside that of each row.
            if role == Role::Date && count.filled * 2 <= fullest {
                score = score.saturating_sub(40);
            }
            // One word on every row says who keeps the list.
            if role == Role::Name && count.distinct() == 1 && count.sampled() > 1 {
                // In a statement that is whose account it is: `Account name`, `Ragione sociale`.
                let is_member = name.words.iter().any(|it| it == "member");
                let is_customer = name.is_of_customers() && !is_member;
                let are_many = count.sampled() > 2;
                let is_plain = score < 95 || is_member;
                let own = if is_plain {
                    is_told || are_many
                } else {
                    is_told && are_many
                };
                let own = own && is_statement && !is_customer;
                score = score.saturating_sub(if own { 60 } else { 32 });
            }
            if score >= ENOUGH {
                candidates.push(Candidate {
                    score,
                    year: name.year,
                    column,
                    role,
                    reason: RoleReason::ByName,
                });
            }
        }
    }
    amounts::counted_money(names, counts, &mut candidates);
    proven::amounts(names, evidence, &mut candidates);
    amounts::whole_prices(names, &mut candidates);
    amounts::years(names, counts, &mut candidates);
    amounts::spent(&mut candidates);
    months::parts(names, counts, &mut candidates);
    together::debtors(names, counts, &mut candidates);
    together::oneself(names, counts, &mut candidates);
    together::ids(names, counts, &mut candidates);
    together::proven_sides(names, counts, evidence, &mut candidates);
    together::sides(counts, &mut candidates);
    together::marks(names, counts, &mut candidates);
    together::described(names, counts, evidence, &mut candidates);
    amounts::of_the_day(names, &mut candidates);
    candidates
}

/// Lowers a score that the cells speak against; a column of numbers called `Asiakas` holds ids.
#[inline(never)]
fn fit_content(role: Role, score: u32, count: &Counts) -> (Role, u32) {
    let numbers = count.number_percent();
    if count.looked_at == 0 {
        // An empty side of an account is one; any other gives way to a column that is filled, and is what
        // its name says first.
        let sides = matches!(role, Role::Debit | Role::Credit);
        let low = score.min(ENOUGH + score / 25);
        return (role, if sides { score } else { low });
    }
    match role {
        // `#1001` under `Name` names an order, `P. P.` somebody.
        Role::Name
            if count.wordless * 2 > count.looked_at
                && numbers < 50
                && !together::are_letters(count) =>
        {
            (role, 0)
        }
        Role::Name if numbers >= 50 => (Role::Id, score.saturating_sub(10)),
        _ if role.is_money() && (numbers < 20 || count.percents * 2 > count.numbers) => (role, 0),
        // Many cells that cannot be read do not unmake a column whose name is plain.
        _ if role.is_money() && numbers < 50 => (role, score.saturating_sub(25)),
        Role::Quantity | Role::Discount | Role::ContactsHeld if numbers < 50 => (role, 0),
        // `Tilaukset` with cents is what they came to.
        Role::Orders if numbers < 50 || count.amount_like * 2 > count.looked_at => (role, 0),
        Role::Date if count.any_date_percent() < 50 => (role, 0),
        // `Laskutettu` begins as `lasku` does, but cents are no number of an invoice.
        Role::Order | Role::Id if count.amount_like * 2 > count.looked_at => (role, 0),
        // Not an industry: `43.21` is the code of one, not an amount.
        Role::Size | Role::Region | Role::Owner | Role::Product
            if count.amount_like * 2 > count.looked_at =>
        {
            (role, 0)
        }
        _ => (role, score),
    }
}

/// Roles nothing can do without, from cells alone.
fn by_content(
    names: &[Name],
    (counts, evidence): (&[Counts], &Evidence),
    given: &[Option<Given>],
) -> Vec<Candidate> {
    let has = |role: Role| given.iter().flatten().any(|it| it.role.is == role);
    let free = || {
        (0..counts.len())
            .filter(|it| given.get(*it).is_some_and(Option::is_none))
            .filter_map(|it| counts.get(it).map(|count| (it, count)))
            .filter(|(_, count)| count.looked_at > 0)
    };
    let called = |column: usize, list: &[&str]| {
        names
            .get(column)
            .is_some_and(|it| it.words.iter().any(|it| list.contains(&it.as_str())))
    };
    let mut candidates = Vec::new();
    let has_product = has(Role::Quantity) && has(Role::UnitPrice);
    let has_sides = has(Role::Debit) && has(Role::Credit);
    if !has(Role::Revenue) && !has(Role::Part) && !has_product && !has_sides {
        let is_dated = counts.iter().any(|it| it.date_percent() >= 80);
        // `Huisnummer`, `Telefoonnummer`.
        let is_number_of = |column: usize| {
            let words = names.get(column).into_iter().flat_map(|it| &it.words);
            let ends = ["nummer", "numero", "number"];
            words
                .into_iter()
                .any(|word| ends.iter().any(|it| word.ends_with(it)))
        };
        let is_bare = |at: usize| names.get(at).is_none_or(|it| it.words.is_empty());
        // Amounts with parts first, then the widest; codes and years are no amounts.
        let best = free()
            .filter(|(column, it)| {
                it.number_percent() >= 60
                    && it.percents == 0
                    && it.code_like * 5 < it.numbers
                    && it.date_percent() < 50
                    && !called(*column, NOT_MONEY)
                    && !is_number_of(*column)
                    // Of whole numbers, single figures are kinds and ways, and the longest numbers of somebody.
                    && (it.amount_like > 0
                        || (2..8).contains(&it.longest)
                        || is_bare(*column)
                        || names.get(*column).is_some_and(|it| it.score(Role::Revenue) > 0))
                    // What counts rows stands first, without a name.
                    && (*column > 0 || it.amount_like > 0 || !is_bare(0) || is_bare(1))
                    // `Inn på konto` has cents, numbers of accounts have none.
                    && (it.amount_like * 2 > it.numbers || !called(*column, NOT_AMOUNT))
            })
            .max_by_key(|(column, it)| {
                (
                    it.longest > 1,
                    // A balance or a tax only where nothing else is.
                    !called(*column, LESS_MONEY) && !proven::is_less(evidence, *column),
                    names
                        .get(*column)
                        .is_some_and(|it| it.score(Role::Revenue) > 0),
                    it.amount_like * 100 / it.numbers.max(1) / 20,
                    // Payments go both ways, the balance beside them stays above.
                    is_dated && it.negatives * 5 > it.numbers,
                    it.longest,
                    *column,
                )
            });
        if let Some((column, it)) = best {
            let score = if it.amount_like > 0 { 60 } else { 45 };
            candidates.push(of_content(column, Role::Revenue, score));
        }
    }
    if !has(Role::Name) {
        candidates.extend(who::by_cells(names, (counts, evidence), given));
    }
    // Who stands on several rows did not begin on each: `Start date of trip` is that of a dealing.
    let name = given
        .iter()
        .position(|it| it.is_some_and(|it| it.role.is == Role::Name));
    let repeats = name
        .and_then(|it| counts.get(it))
        .is_some_and(|it| !together::differs(it));
    let is_sale = |column: usize| {
        !called(column, NOT_SALE) || (repeats && called(column, &["start", "alku", "beginn"]))
    };
    let is_day = |it: &Counts| it.date_percent() >= 90;
    let day = |is_day: &dyn Fn(&Counts) -> bool| {
        free().find(|(column, it)| is_day(it) && is_sale(*column))
    };
    if !has(Role::Date)
        && let Some((column, _)) = day(&is_day).or_else(|| day(&together::are_days))
    {
        candidates.push(of_content(column, Role::Date, 70));
    }
    candidates
}

const fn of_content(column: usize, role: Role, score: u32) -> Candidate {
    Candidate {
        score,
        year: None,
        column,
        role,
        reason: RoleReason::ByContent,
    }
}

mod amounts;
mod months;
mod name;
mod proven;
mod rivals;
mod terms;
pub(super) mod together;
mod who;
#[cfg(test)]
mod tests;
