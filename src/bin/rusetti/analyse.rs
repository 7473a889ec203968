//! `rusetti analyse`: the figures of a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff_core::civil::Date;
use rusetti::domain::concentration::Concentration;
use rusetti::domain::customer::Customer;
use rusetti::domain::day;
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::rfm::Rfm;
use rusetti::domain::tiers::{
    AmountLimits, Classes, Known, Method, MethodKind, Rule, Sorting, TierCuts, TierPlan,
};
use rusetti::domain::whale::Whale;
use rusetti::ingest::{Reading, Role, read_rows};
use serde_json::{Value, json};

use super::names::{issues, shape_name};
use super::options::options;
use super::{Failure, Outcome, Source, load, stopped, unreadable, without_figures};

pub(super) fn analyse(
    source: &Source,
    wish: &Wish<'_>,
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
        return Err(no_dates(source));
    }
    let customers = &reading.base.customers;
    let values: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
    let ranking = Ranking::new(&values);
    let figures = Concentration::of(&ranking);
    let plan = wish.plan(&ranking)?;
    let known = Known {
        customers,
        ranking: &ranking,
        typed: &BTreeMap::new(),
    };
    let classes = Classes::new(&plan.method, known).map(Arc::new);
    let sorting = Sorting::with(&ranking, &plan, classes.as_ref(), &BTreeMap::new());
    let rfm = (wish.kind == MethodKind::Rfm).then(|| Rfm::new(customers, wish.reference));
    if rfm.as_ref().is_some_and(|it| it.reference.is_none()) {
        return Err(no_dates(source));
    }
    let account = reading.account;
    let reference = wish.reference.or_else(|| reference_date(customers));
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
        "reference_date": reference.map(day::text),
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
    let Some(object) = out.as_object_mut() else {
        return Ok(out);
    };
    if let Some(rfm) = &rfm {
        object.insert("rfm".to_owned(), rfm_json(rfm));
    }
    if all_customers {
        let list = per_customer(&reading, &ranking, &sorting, rfm.as_ref(), reference);
        object.insert("per_customer".to_owned(), Value::Array(list));
    }
    Ok(out)
}

/// The day after the last date in the file: what recency is counted to, where nothing else is said.
fn reference_date(customers: &[Customer]) -> Option<Date> {
    customers
        .iter()
        .filter_map(|it| it.last)
        .max()?
        .tomorrow()
        .ok()
}

pub(super) const TIER_NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// By rank; those without a positive value follow in file order, without a share or a tier.
fn per_customer(
    reading: &Reading,
    ranking: &Ranking,
    sorting: &Sorting,
    rfm: Option<&Rfm>,
    reference: Option<Date>,
) -> Vec<Value> {
    let customers = &reading.base.customers;
    ranking
        .order()
        .iter()
        .chain(ranking.apart())
        .filter_map(|at| customers.get(*at).map(|it| (*at, it)))
        .map(|(at, it)| {
            let tier = sorting.tier_of(ranking, at);
            let mut out = json!({
                "customer": it.key,
                "name": it.name,
                "value": it.revenue.to_decimal(),
                "cumulative_share": ranking.rank_of(at).map(|rank| ranking.share_of_top(rank + 1)),
                "tier": tier.and_then(|it| TIER_NAMES.get(it)),
                "orders": it.orders,
                "first": it.first.map(day::text),
                "last": it.last.map(day::text),
                "recency": it.last.zip(reference).map(|(last, to)| to - last),
            });
            if let (Some(rfm), Some(out)) = (rfm, out.as_object_mut())
                && let Some(scores) = rfm.of(at)
            {
                out.insert("frequency".to_owned(), json!(it.orders));
                out.insert("r".to_owned(), json!(scores.recency));
                out.insert("f".to_owned(), json!(scores.frequency));
                out.insert("m".to_owned(), json!(scores.monetary));
                out.insert("segment".to_owned(), json!(scores.segment().slug()));
            }
            out
        })
        .collect()
}

fn no_dates(source: &Source) -> Failure {
    Failure::Could(format!(
        "{} has no column of dates that we know: say which with --map date=COLUMN",
        source.file.display()
    ))
}

fn rfm_json(rfm: &Rfm) -> Value {
    let [r, f, m] = rfm.distinct;
    json!({
        "reference_date": rfm.reference.map(day::text),
        "distinct": {"r": r, "f": f, "m": m},
        "without_date": rfm.undated,
    })
}

/// The whale curve's peak; null where the file has no margin.
fn whale(reading: &Reading) -> Value {
    Whale::of(&reading.base.customers).map_or(Value::Null, |it| {
        json!({
            "peak_ratio": it.peak_ratio(),
            "customers_past_peak": it.costing(),
            "lost_past_peak": it.taken_back().to_decimal(),
        })
    })
}

/// How customers are to be sorted, as the command says it.
pub(super) struct Wish<'a> {
    pub(super) kind: MethodKind,
    pub(super) limits: Option<&'a [f64]>,
    pub(super) classes: Option<u8>,
    pub(super) is_inclusive: bool,
    pub(super) reference: Option<Date>,
}

impl Wish<'_> {
    pub(super) fn plan(&self, ranking: &Ranking) -> Outcome<TierPlan> {
        let usual = self
            .kind
            .usual(self.classes.map_or(3, usize::from), ranking);
        let refused = |why: String| Failure::Usage(format!("--limits: {why}"));
        let points = |limits: &[f64]| {
            let points = limits.iter().map(|it| basis_points(*it)).collect();
            TierCuts::new(points).map_err(|it| refused(it.to_string()))
        };
        let mut method = match (usual, self.limits) {
            (Method::Share { rule, .. }, Some(limits)) => Method::Share {
                cuts: points(limits)?,
                rule,
            },
            (Method::Customers { .. }, Some(limits)) => Method::Customers {
                cuts: points(limits)?,
            },
            (Method::Amounts { .. }, Some(limits)) => {
                let limits = limits.iter().map(|it| cents(*it)).collect();
                let limits = AmountLimits::new(limits).map_err(|it| refused(it.to_string()))?;
                Method::Amounts { limits }
            }
            (_, Some(_)) => return Err(refused("this method finds its own".to_owned())),
            (usual, None) => usual,
        };
        match &mut method {
            Method::Share { rule, .. } if self.is_inclusive => *rule = Rule::Inclusive,
            _ if self.is_inclusive => {
                return Err(Failure::Usage(
                    "--inclusive: only for --method abc".to_owned(),
                ));
            }
            _ => {}
        }
        let mut plan = TierPlan::usual(2);
        plan.set_method(method);
        Ok(plan)
    }
}

/// Units of money to the cent; what no limit can be is zero, which the plan refuses.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a float to integer cast saturates"
)]
fn cents(units: f64) -> Money {
    Money::from_ten_thousandths((units * 100.0).round() as i128 * 100)
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
