//! `rusetti analyse`: the figures of a file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusetti::domain::concentration::Concentration;
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Method, Rule, Sorting, TierCuts, TierPlan};
use rusetti::ingest::{Reading, Role, read_rows};
use serde_json::{Value, json};

use super::names::{issues, shape_name};
use super::options::options;
use super::{Failure, Outcome, Source, load, stopped, unreadable, without_figures};

pub(super) fn analyse(
    source: &Source,
    plan: &TierPlan,
    period: Option<(Date, Date)>,
    all_customers: bool,
) -> Outcome<Value> {
    let bytes = load(&source.file)?;
    let mut options = options(source, &bytes)?;
    (options.since, options.until) = period.unzip();
    let reading = read_rows(&bytes, &options, &mut |_| true, &mut |_| {}).ok_or_else(stopped)?;
    unreadable(&reading, &source.file)?;
    without_figures(&reading, &source.file)?;
    if period.is_some() && reading.column(Role::Date).is_none() {
        return Err(Failure::Could(format!(
            "{} has no column of dates that we know: say which with --map date=COLUMN",
            source.file.display()
        )));
    }
    let customers = &reading.base.customers;
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let figures = Concentration::of(&ranking);
    let sorting = Sorting::new(&ranking, plan, &BTreeMap::new());
    let account = reading.account;
    let negative = values.iter().filter(|it| it.is_negative()).count();
    let tiers: Vec<Value> = sorting
        .tiers()
        .iter()
        .zip(TIER_NAMES)
        .map(|(it, name)| {
            json!({
                "name": name,
                "customers": it.customers,
                "value": it.value.to_decimal(),
                "share": it.value.share_of(ranking.total()),
            })
        })
        .collect();
    let mut out = json!({
        "rows": {"read": account.rows_read, "used": account.rows_used, "set_aside": account.rows_aside},
        "money": {
            "read": account.money_read.to_decimal(),
            "used": account.money_used.to_decimal(),
            "set_aside": account.money_aside.to_decimal(),
        },
        "currency": reading.currency().map(|it| it.0.clone()),
        "shape": shape_name(reading.shape.is),
        "customers": {
            "all": customers.len(),
            "positive": ranking.len(),
            "zero": ranking.apart().len() - negative,
            "negative": negative,
        },
        "total": ranking.total().to_decimal(),
        "gini": figures.gini,
        "gini_corrected": figures.gini_corrected,
        "hhi": figures.hhi,
        "effective_customers": figures.effective,
        "top_share": {
            "1": figures.top[0], "5": figures.top[1], "10": figures.top[2],
            "p10": figures.top_percent[0], "p20": figures.top_percent[1],
        },
        "customers_for_80": figures.customers_for_80,
        "whale": whale(&reading),
        "tiers": tiers,
        "issues": issues(&reading),
    });
    if let (true, Some(out)) = (all_customers, out.as_object_mut()) {
        let list = per_customer(&reading, &ranking, &sorting);
        out.insert("per_customer".to_owned(), Value::Array(list));
    }
    Ok(out)
}

const TIER_NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// By rank; those without a positive value follow in file order, without a share or a tier.
fn per_customer(reading: &Reading, ranking: &Ranking, sorting: &Sorting) -> Vec<Value> {
    let customers = &reading.base.customers;
    ranking
        .order()
        .iter()
        .chain(ranking.apart())
        .filter_map(|at| customers.get(*at).map(|it| (*at, it)))
        .map(|(at, it)| {
            let tier = sorting.tier_of(ranking, at);
            json!({
                "customer": it.key,
                "name": it.name,
                "value": it.revenue.to_decimal(),
                "cumulative_share": ranking.rank_of(at).map(|rank| ranking.share_of_top(rank + 1)),
                "tier": tier.and_then(|it| TIER_NAMES.get(it)),
            })
        })
        .collect()
}

/// The whale curve's peak; null where the file has no margin.
fn whale(reading: &Reading) -> Value {
    if !reading.base.has_margin() {
        return Value::Null;
    }
    let margins = || reading.base.customers.iter().filter_map(|it| it.margin);
    let (past, lost): (Vec<Money>, Vec<Money>) = margins().partition(|it| !it.is_negative());
    let total: Money = margins().sum();
    let peak: Money = past.iter().sum();
    let lost_sum: Money = lost.iter().sum();
    json!({
        "peak_ratio": total.is_positive().then(|| peak.share_of(total)),
        "customers_past_peak": lost.len(),
        "lost_past_peak": lost_sum.to_decimal(),
    })
}

pub(super) fn plan(
    limits: Option<&[f64]>,
    classes: Option<u8>,
    inclusive: bool,
) -> Outcome<TierPlan> {
    let mut plan = TierPlan::usual(classes.map_or(3, usize::from));
    let cuts = match limits {
        Some(limits) => {
            let points = limits.iter().map(|it| basis_points(*it)).collect();
            TierCuts::new(points).map_err(|it| Failure::Usage(format!("--limits: {it}")))?
        }
        None => plan.cuts().clone(),
    };
    plan.names = vec![String::new(); cuts.tiers()];
    let rule = if inclusive {
        Rule::Inclusive
    } else {
        Rule::Exclusive
    };
    plan.method = Method::Share { cuts, rule };
    Ok(plan)
}

/// Percent as basis points; what no limit can be is 0, which the plan refuses.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
fn basis_points(percent: f64) -> u16 {
    let points = (percent * 100.0).round();
    if (0.0..=10_000.0).contains(&points) {
        points as u16
    } else {
        0
    }
}
