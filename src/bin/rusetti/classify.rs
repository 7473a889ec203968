//! `rusetti classify`: a saved model applied to a file.

use std::path::Path;
use std::sync::Arc;

use jiff_core::civil::Date;
use rusetti::domain::care::Deal;
use rusetti::domain::care::deal::Table;
use rusetti::domain::customer::by_index;
use rusetti::domain::duplicates;
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Classes, Known, Sorting};
use rusetti::export::{Facts, customers};
use rusetti::i18n::Lang;
use rusetti::ingest::read_rows;
use serde_json::{Value, json};

use super::names::issues;
use super::options::options;
use super::sql::open;
use super::{Failure, Outcome, Source, load, stopped, unreadable, without_figures};

/// Writes the table and says what went into it.
pub(super) fn classify(source: &Source, model: &Path, output: &Path, lang: Lang) -> Outcome<Value> {
    let content = open(model)?;
    let model = content.model();
    let bytes = load(&source.file)?;
    let options = options(source, &bytes)?;
    let reading = read_rows(&bytes, &options, &mut |_| true, &mut |_| {}).ok_or_else(stopped)?;
    unreadable(&reading, &source.file)?;
    without_figures(&reading, &source.file)?;
    // Customers that the user said are one stay one.
    let joined = duplicates::joined(&reading.base, &model.alike);
    let base = joined.as_ref().unwrap_or(&reading.base);
    let values: Vec<Money> = base.customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let exceptions = by_index(&base.customers, &model.exceptions);
    let known = Known {
        customers: &base.customers,
        ranking: &ranking,
        typed: &by_index(&base.customers, &model.potentials),
    };
    let classes = Classes::new(&model.plan.method, known).map(Arc::new);
    let sorting = Sorting::with(&ranking, &model.plan, classes.as_ref(), &exceptions);
    let care = model.care_of_tiers();
    let deal = Deal::of(Table {
        customers: &base.customers,
        ranking: &ranking,
        sorting: &sorting,
        models: &care,
        people: &model.people,
        rule: model.deal,
        hand: &by_index(&base.customers, &model.owned),
    });
    let usual = lang.usual_currency();
    let facts = Facts {
        lang,
        // The table has no day on it.
        today: Date::MIN,
        currency: (model.currency.as_ref())
            .or(base.currency.as_ref())
            .unwrap_or(&usual),
        plan: &model.plan,
        care: &care,
        people: &model.people,
        source: "",
        base: Some(base),
        ranking: &ranking,
        sorting: &sorting,
        exceptions: &exceptions,
        margin_percent: model.margin_percent,
        deal: &deal,
        way: model.way,
        meetings: &model.meetings,
        targets: &by_index(&base.customers, &model.meetings.targets),
        // Nor is a month.
        room: [0; 12],
    };
    std::fs::write(output, customers::bytes(&facts))
        .map_err(|it| Failure::Could(format!("{}: {it}", output.display())))?;
    let tiers: Vec<Value> = sorting
        .tiers()
        .iter()
        .enumerate()
        .map(|(at, it)| {
            json!({
                "name": facts.tier_name(at),
                "customers": it.customers,
                "value": it.value.to_decimal(),
            })
        })
        .collect();
    let (apart, value) = sorting.apart();
    Ok(json!({
        "written": output,
        "customers": base.customers.len(),
        "tiers": tiers,
        "apart": {"customers": apart, "value": value.to_decimal()},
        "moved_by_hand": exceptions.len(),
        "issues": issues(&reading),
    }))
}
