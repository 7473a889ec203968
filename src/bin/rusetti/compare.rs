//! `rusetti compare`: what became of the customers of one period in the next.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff_core::civil::Date;
use rusetti::domain::change::Retention;
use rusetti::domain::customer::Customer;
use rusetti::domain::migration::{Both, Migration, join};
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::Sorting;
use rusetti::ingest::{Role, read_rows};
use serde_json::{Map, Value, json};

use super::analyse::{TIER_NAMES, Wish};
use super::options::options;
use super::{Failure, Outcome, Source, could_not, load, stopped, unreadable, without_figures};

/// A year, a month or a day by its first and last day.
pub(super) type Period = (Date, Date);

pub(super) fn compare(
    source: &Source,
    newer: Option<&PathBuf>,
    periods: &[Period],
    wish: &Wish<'_>,
) -> Outcome<Value> {
    let (then, now) = match (newer, periods) {
        (Some(newer), []) => (
            read(source, &source.file, None)?,
            read(source, newer, None)?,
        ),
        (None, [then, now]) => {
            if then.1 >= now.0 {
                let why = "--periods: the earlier one first, and they must not overlap";
                return Err(Failure::Usage(why.to_owned()));
            }
            (
                read(source, &source.file, Some(*then))?,
                read(source, &source.file, Some(*now))?,
            )
        }
        (None, []) => {
            let why = "compare: name two files, or one file and --periods 2023,2024";
            return Err(Failure::Usage(why.to_owned()));
        }
        _ => {
            let why = "--periods: two of them, for one file";
            return Err(Failure::Usage(why.to_owned()));
        }
    };
    let all = join(&then, &now);
    let pairs: Vec<(Money, Money)> = all.iter().map(|it| it.values(&then, &now)).collect();
    let kept = Retention::of(&pairs);
    Ok(json!({
        "nrr": kept.net(),
        "grr": kept.gross(),
        "lost": {"customers": kept.lost.0, "value": kept.lost.1.to_decimal()},
        "new": {"customers": kept.new.0, "value": kept.new.1.to_decimal()},
        "migration": migration(&then, &now, &all, wish)?,
    }))
}

/// The customers of a file, of all its rows or those of a period.
fn read(source: &Source, file: &Path, period: Option<Period>) -> Outcome<Vec<Customer>> {
    let bytes = load(file)?;
    let mut options = options(source, &bytes)?;
    (options.since, options.until) = period.unzip();
    let reading = read_rows(&bytes, &options, &mut |_| true, &mut |_| {}).ok_or_else(stopped)?;
    unreadable(&reading, file)?;
    without_figures(&reading, file)?;
    if period.is_some() && reading.column(Role::Date).is_none() {
        let why = "has no column of dates that we know: say which with --map date=COLUMN";
        could_not(file, why)?;
    }
    Ok(reading.base.customers)
}

/// Tier then by tier now, each period sorted for itself; only pairs that occur.
fn migration(then: &[Customer], now: &[Customer], all: &[Both], wish: &Wish<'_>) -> Outcome<Value> {
    let sorted = |customers: &[Customer]| -> Outcome<_> {
        let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
        let ranking = Ranking::new(&values);
        let plan = wish.plan(&ranking)?;
        let sorting = Sorting::new(&ranking, &plan, &BTreeMap::new());
        Ok((ranking, sorting, plan.tiers()))
    };
    let (before, after) = (sorted(then)?, sorted(now)?);
    let tiers = before.2.max(after.2);
    let moves = all.iter().map(|it| {
        let from = it.then.and_then(|at| before.1.tier_of(&before.0, at));
        let to = it.now.and_then(|at| after.1.tier_of(&after.0, at));
        ([from, to], it.values(then, now))
    });
    let found = Migration::of(tiers, moves);
    let places = || (0..tiers).map(Some).chain([None]);
    let name = |tier: Option<usize>, none: &'static str| {
        tier.map_or(none, |it| TIER_NAMES.get(it).copied().unwrap_or_default())
    };
    let rows = places().map(|from| {
        let cells = places()
            .filter(|to| from.is_some() || to.is_some())
            .map(|to| {
                (
                    name(to, "lost").to_owned(),
                    json!(found.cell(from, to).customers),
                )
            });
        (name(from, "new").to_owned(), Value::Object(cells.collect()))
    });
    Ok(Value::Object(rows.collect::<Map<_, _>>()))
}
