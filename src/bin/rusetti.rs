//! The command line: the same engine without a page. Exit code 0 is done, 1 could not, 2 wrong usage.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;
use serde_json::{Map, Value, json};

use rusetti::domain::concentration::Concentration;
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::domain::tiers::{Method, Rule, Sorting, TierCuts, TierPlan};
use rusetti::ingest::{
    AsideReason, ColumnChoice, Content, DateOrder, Decimal, Encoding, Header, Issue, IssueKind,
    ReadOptions, Reading, Role, Shape, read_rows,
};

/// Which customers to look after: reads a customer file and tells what it holds.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// How a file was read, before any meaning, as JSON.
    Inspect {
        #[command(flatten)]
        source: Source,
        /// At most so many rows.
        #[arg(long)]
        limit: Option<usize>,
    },
    /// The figures of a file, as JSON.
    Analyse {
        #[command(flatten)]
        source: Source,
        /// How customers are sorted into tiers.
        #[arg(long, value_enum, default_value_t = MethodName::Abc)]
        method: MethodName,
        /// Where tiers end, in percent of the whole, rising.
        #[arg(long, value_delimiter = ',')]
        limits: Option<Vec<f64>>,
        /// A customer counts into the share that is compared with a limit.
        #[arg(long)]
        inclusive: bool,
        /// So many tiers at the usual limits.
        #[arg(long, conflicts_with = "limits", value_parser = clap::value_parser!(u8).range(2..=5))]
        classes: Option<u8>,
        /// Every customer too.
        #[arg(long)]
        customers: bool,
    },
}

/// The file and how to read it.
#[derive(clap::Args)]
struct Source {
    /// The file.
    file: PathBuf,
    /// What one row stands for.
    #[arg(long, value_enum)]
    shape: Option<ShapeName>,
    /// Which column is what: ROLE=COLUMN, by name or number from 1.
    #[arg(long = "map", value_name = "ROLE=COLUMN")]
    maps: Vec<String>,
    /// What separates cells.
    #[arg(long)]
    delimiter: Option<char>,
    /// How bytes become text.
    #[arg(long)]
    encoding: Option<String>,
    /// The line of the header; 0 for none.
    #[arg(long)]
    header: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
enum ShapeName {
    Customers,
    Transactions,
}

#[derive(Clone, Copy, ValueEnum)]
enum MethodName {
    /// By cumulative share of value.
    Abc,
}

/// What went wrong, and whether it was the call or the file.
enum Failure {
    Usage(String),
    Could(String),
}

type Outcome<T> = Result<T, Failure>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let (code, text) = match failure {
                Failure::Could(text) => (1, text),
                Failure::Usage(text) => (2, text),
            };
            let _ = writeln!(std::io::stderr(), "rusetti: {text}");
            ExitCode::from(code)
        }
    }
}

fn run(command: &Command) -> Outcome<()> {
    let out = match command {
        Command::Inspect { source, limit } => inspect(source, *limit)?,
        Command::Analyse {
            source,
            method: MethodName::Abc,
            limits,
            inclusive,
            classes,
            customers,
        } => {
            let plan = plan(limits.as_deref(), *classes, *inclusive)?;
            analyse(source, &plan, *customers)?
        }
    };
    let mut stdout = std::io::stdout().lock();
    serde_json::to_writer(&mut stdout, &out)
        .map_err(|it| it.to_string())
        .and_then(|()| writeln!(stdout).map_err(|it| it.to_string()))
        .map_err(Failure::Could)
}

/// One row of `inspect`.
#[derive(Serialize)]
struct Aside {
    line: u32,
    reason: &'static str,
    cells: Vec<String>,
}

fn inspect(source: &Source, limit: Option<usize>) -> Outcome<Value> {
    let bytes = load(&source.file)?;
    let options = options(source, &bytes)?;
    let limit = limit.unwrap_or(usize::MAX);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut aside = Vec::new();
    let reading = read_rows(&bytes, &options, &mut |_| true, &mut |(
        line,
        reason,
        cells,
    )| {
        let cells = || cells.iter().map(ToString::to_string).collect();
        match reason {
            // What a row means is not asked here.
            None | Some(AsideReason::NoCustomer | AsideReason::BadAmount) => {
                if rows.len() < limit {
                    rows.push(cells());
                }
            }
            Some(reason) => aside.push(Aside {
                line,
                reason: reason_name(reason),
                cells: cells(),
            }),
        }
    })
    .ok_or_else(stopped)?;
    unreadable(&reading, &source.file)?;
    let header_row = match reading.header.is {
        Header::Line(line) => Some(line),
        Header::None => None,
    };
    let header: Vec<&str> = reading.columns.iter().map(|it| it.name.as_str()).collect();
    let columns: Vec<Value> = reading
        .columns
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let (decimal, order, ambiguous) = match it.content {
                Content::Number { decimal, ambiguous } => (Some(decimal), None, ambiguous),
                Content::Date { order, ambiguous } => (None, Some(order), ambiguous),
                Content::Empty | Content::Text => (None, None, false),
            };
            json!({
                "index": at + 1,
                "name": it.name,
                "role": role_name(it.role.is),
                "confidence": it.confidence,
                "decimal": decimal.map(|it| match it { Decimal::Comma => ",", Decimal::Point => "." }),
                "date_order": order.map(|it| match it {
                    DateOrder::DayFirst => "dmy",
                    DateOrder::MonthFirst => "mdy",
                    DateOrder::YearFirst => "ymd",
                }),
                "ambiguous": ambiguous,
            })
        })
        .collect();
    Ok(json!({
        "format": "csv",
        "encoding": reading.encoding.is.label(),
        "delimiter": reading.delimiter.is,
        "quote": "\"",
        "header_row": header_row,
        "header": if header_row.is_some() { header } else { Vec::new() },
        "shape": shape_name(reading.shape.is),
        "rows": rows,
        "set_aside": aside,
        "columns": columns,
        "issues": issues(&reading),
    }))
}

fn analyse(source: &Source, plan: &TierPlan, all_customers: bool) -> Outcome<Value> {
    let bytes = load(&source.file)?;
    let options = options(source, &bytes)?;
    let reading = read_rows(&bytes, &options, &mut |_| true, &mut |_| {}).ok_or_else(stopped)?;
    unreadable(&reading, &source.file)?;
    if let Some(issue) = reading.fatal() {
        let name = issue_name(&issue.kind);
        return Err(Failure::Could(format!("{}: {name}", source.file.display())));
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

fn plan(limits: Option<&[f64]>, classes: Option<u8>, inclusive: bool) -> Outcome<TierPlan> {
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

fn options(source: &Source, bytes: &[u8]) -> Outcome<ReadOptions> {
    let encoding = match &source.encoding {
        None => None,
        Some(label) => Some(
            Encoding::ALL
                .into_iter()
                .find(|it| it.label().eq_ignore_ascii_case(label))
                .ok_or_else(|| Failure::Usage(format!("--encoding: {label} is not known")))?,
        ),
    };
    let mut options = ReadOptions {
        encoding,
        delimiter: source.delimiter,
        header: source.header.map(|it| match it {
            0 => Header::None,
            line => Header::Line(line),
        }),
        shape: source.shape.map(|it| match it {
            ShapeName::Customers => Shape::Customers,
            ShapeName::Transactions => Shape::Transactions,
        }),
        ..ReadOptions::default()
    };
    if source.maps.is_empty() {
        return Ok(options);
    }
    let first = read_rows(bytes, &options, &mut |_| true, &mut |_| {}).ok_or_else(stopped)?;
    for map in &source.maps {
        let wrong = |why: String| Failure::Usage(format!("--map {map}: {why}"));
        let (role, column) = map
            .split_once('=')
            .ok_or_else(|| wrong("write ROLE=COLUMN".to_owned()))?;
        let role = ROLES
            .iter()
            .find(|it| it.0 == role.trim())
            .map(|it| it.1)
            .ok_or_else(|| {
                let known: Vec<&str> = ROLES.iter().map(|it| it.0).collect();
                wrong(format!("roles are {}", known.join(", ")))
            })?;
        let index = first
            .columns
            .iter()
            .position(|it| it.name == column.trim())
            .or_else(|| {
                let number: usize = column.trim().parse().ok()?;
                (1..=first.columns.len())
                    .contains(&number)
                    .then(|| number - 1)
            })
            .ok_or_else(|| wrong("no such column".to_owned()))?;
        options.columns.push(ColumnChoice {
            index,
            role: Some(role),
            decimal: None,
            date_order: None,
        });
    }
    Ok(options)
}

/// Roles as the command line spells them; `customer` is what tells customers apart.
const ROLES: [(&str, Role); 22] = [
    ("customer", Role::Id),
    ("name", Role::Name),
    ("business_id", Role::BusinessId),
    ("group", Role::Group),
    ("amount", Role::Revenue),
    ("margin", Role::Margin),
    ("cost", Role::Cost),
    ("previous", Role::Previous),
    ("date", Role::Date),
    ("order", Role::Order),
    ("quantity", Role::Quantity),
    ("unit_price", Role::UnitPrice),
    ("product", Role::Product),
    ("industry", Role::Industry),
    ("size", Role::Size),
    ("headcount", Role::Headcount),
    ("region", Role::Region),
    ("potential", Role::Potential),
    ("owner", Role::Owner),
    ("contacts_held", Role::ContactsHeld),
    ("satisfaction", Role::Satisfaction),
    ("other", Role::Other),
];

/// A role as `inspect` tells it.
fn role_name(role: Role) -> &'static str {
    match role {
        Role::Name => "customer_name",
        Role::Id => "customer_id",
        Role::Unused => "unused",
        _ => ROLES
            .iter()
            .find(|it| it.1 == role)
            .map_or("other", |it| it.0),
    }
}

const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Customers => "customers",
        Shape::Transactions => "transactions",
    }
}

const fn reason_name(reason: AsideReason) -> &'static str {
    match reason {
        AsideReason::Preamble => "preamble",
        AsideReason::Blank => "blank",
        AsideReason::RepeatedHeader => "repeated_header",
        AsideReason::Total => "total",
        AsideReason::NoCustomer => "no_customer",
        AsideReason::BadAmount => "bad_amount",
        AsideReason::Footer => "footer",
    }
}

const fn issue_name(kind: &IssueKind) -> &'static str {
    match kind {
        IssueKind::EmptyFile => "empty_file",
        IssueKind::NotATable { .. } => "not_a_table",
        IssueKind::HeaderOnly => "header_only",
        IssueKind::NoCustomerColumn => "no_customer_column",
        IssueKind::NoAmountColumn => "no_amount_column",
        IssueKind::NothingPositive => "nothing_positive",
        IssueKind::TooManyColumns { .. } => "too_many_columns",
        IssueKind::UnclosedQuote => "unclosed_quote",
        IssueKind::BadBytes { .. } => "bad_bytes",
        IssueKind::AmbiguousDecimal { .. } => "ambiguous_decimal",
        IssueKind::AmbiguousDate { .. } => "ambiguous_date",
        IssueKind::RaggedRow { .. } => "ragged_row",
        IssueKind::BadAmount { .. } => "bad_amount",
        IssueKind::TotalDiffers { .. } => "total_differs",
        IssueKind::MixedCurrencies { .. } => "mixed_currencies",
    }
}

fn issues(reading: &Reading) -> Vec<Value> {
    let one = |it: &Issue| {
        let mut out = Map::new();
        out.insert("line".to_owned(), json!(it.line));
        out.insert("kind".to_owned(), json!(issue_name(&it.kind)));
        let facts = match &it.kind {
            IssueKind::TooManyColumns { found, used } => json!({"found": found, "used": used}),
            IssueKind::BadBytes { count } => json!({"count": count}),
            IssueKind::AmbiguousDecimal { column, example }
            | IssueKind::AmbiguousDate { column, example } => {
                json!({"column": column + 1, "example": example})
            }
            IssueKind::RaggedRow { cells, wanted } => json!({"cells": cells, "wanted": wanted}),
            IssueKind::BadAmount { found } => json!({"found": found}),
            IssueKind::TotalDiffers { says, sum } => {
                json!({"says": says.to_decimal(), "sum": sum.to_decimal()})
            }
            IssueKind::MixedCurrencies { codes } => json!({"codes": codes}),
            _ => Value::Null,
        };
        if let Value::Object(facts) = facts {
            out.extend(facts);
        }
        Value::Object(out)
    };
    reading.issues.iter().map(one).collect()
}

/// Files that no rows can come from.
fn unreadable(reading: &Reading, file: &Path) -> Outcome<()> {
    let seems = reading.issues.iter().find_map(|it| match &it.kind {
        IssueKind::NotATable { seems } => Some(format!("is not a table of text ({seems:?})")),
        IssueKind::EmptyFile => Some("is empty".to_owned()),
        _ => None,
    });
    seems.map_or(Ok(()), |why| {
        Err(Failure::Could(format!("{} {why}", file.display())))
    })
}

fn load(file: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(file).map_err(|it| Failure::Could(format!("{}: {it}", file.display())))
}

fn stopped() -> Failure {
    Failure::Could("stopped".to_owned())
}
