//! `rusetti classify`: a saved model applied to a file.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::sorting::by_index;
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
    let base = &reading.base;
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
    let usual = lang.usual_currency();
    let facts = Facts {
        lang,
        // The table has no day on it.
        today: Date::ZERO,
        currency: (model.currency.as_ref())
            .or(base.currency.as_ref())
            .unwrap_or(&usual),
        plan: &model.plan,
        care: &model.care_of_tiers(),
        people: &model.people,
        source: "",
        base: Some(base),
        ranking: &ranking,
        sorting: &sorting,
        exceptions: &exceptions,
        margin_percent: model.margin_percent,
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
