//! Months and quarters as columns: where no column has the whole, they are its parts.

use super::{Candidate, Name, fit_content};
use crate::ingest::content::Counts;
use crate::ingest::date::month_of;
use crate::ingest::reading::RoleReason;
use crate::ingest::role::Role;

/// A year of months or of quarters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Month,
    Quarter,
}

/// The month or quarter that a column is named after: `Tammi`, `maj 2025`, `2025-01`, `Q3`.
fn period(name: &Name) -> Option<(Span, i16)> {
    let number = |it: &str| it.parse::<i16>().ok();
    let one = |word: &String| {
        if let Some(month) = month_of(word) {
            return Some((Span::Month, month));
        }
        let month = number(word).filter(|it| name.year.is_some() && (1..=12).contains(it));
        let roman = ["i", "ii", "iii", "iv"].iter().position(|it| it == word);
        let roman = roman.filter(|_| name.words.iter().any(|it| QUARTERS.contains(&it.as_str())));
        let roman = roman.and_then(|it| i16::try_from(it + 1).ok());
        let quarter = word.strip_prefix('q').and_then(number).or(roman);
        let quarter = quarter.filter(|it| (1..=4).contains(it));
        month
            .map(|it| (Span::Month, it))
            .or(quarter.map(|it| (Span::Quarter, it)))
    };
    let is_short = name.words.len() <= 3;
    let mut found = name.words.iter().filter_map(one);
    found.next().filter(|_| is_short && found.next().is_none())
}

/// Words for quarters after their numbers: `III kw.`.
const QUARTERS: [&str; 6] = ["kw", "kwartal", "kvartal", "kv", "quartal", "neljannes"];

/// Columns of so many months or quarters are the parts of an amount.
const ENOUGH: usize = 3;
/// A whole amount with fewer points than this may be a month's: `Myynti 1/2025`.
const PLAIN: u32 = 40;

/// The latest year of months, or of quarters, where no other column has the whole amount.
pub(super) fn parts(names: &[Name], counts: &[Counts], candidates: &mut Vec<Candidate>) {
    let is_amount = |count: &Counts| {
        count.looked_at == 0 || fit_content(Role::Part, 90, count) == (Role::Part, 90)
    };
    let of_period = |(at, (name, count)): (usize, (&Name, &Counts))| {
        let (span, number) = period(name).filter(|_| is_amount(count))?;
        Some((span, (name.year, number), at))
    };
    let found: Vec<_> = (names.iter().zip(counts).enumerate())
        .filter_map(of_period)
        .collect();
    for (span, in_a_year) in [(Span::Month, 12), (Span::Quarter, 4)] {
        let mut of_span: Vec<_> = found.iter().filter(|it| it.0 == span).collect();
        of_span.sort_by_key(|it| it.1);
        of_span.dedup_by_key(|it| it.1);
        if of_span.len() < ENOUGH {
            continue;
        }
        let is_part = |column: usize| found.iter().any(|it| it.2 == column);
        let has = |role: Role| {
            let whole = |it: &Candidate| it.role == role && it.score >= PLAIN;
            candidates.iter().any(|it| whole(it) && !is_part(it.column))
        };
        if has(Role::Revenue) || (has(Role::Quantity) && has(Role::UnitPrice)) {
            return;
        }
        candidates.retain(|it| !found.iter().any(|part| part.2 == it.column));
        let latest = of_span.iter().rev().take(in_a_year);
        candidates.extend(latest.map(|it| Candidate {
            score: 90,
            year: it.1.0,
            column: it.2,
            role: Role::Part,
            reason: RoleReason::ByName,
        }));
        return;
    }
}
