//! The command line: the same engine without a page. Exit code 0 is done, 1 could not, 2 wrong usage.

mod options;
mod names;
mod inspect;
mod analyse;
mod classify;
mod sql;
mod compare;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use jiff_core::civil::Date;
use rusetti::domain::day;
use rusetti::domain::tiers::MethodKind;
use rusetti::ingest::{FileKind, IssueKind, Reading};

use analyse::{Wish, analyse};
use classify::classify;
use compare::compare;
use inspect::inspect;
use rusetti::export::sql::Dialect;
use rusetti::i18n::Lang;
use sql::statement;

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
        #[command(flatten)]
        tiers: TierOptions,
        /// Only rows of this year, month or day: 2024, 2024-06, 2024-06-30.
        #[arg(long, value_parser = period)]
        period: Option<(Date, Date)>,
        /// The day to count recency to: 2025-01-01. Without it, the day after the last date in the file.
        #[arg(long, value_parser = one_day)]
        reference_date: Option<Date>,
        /// Every customer too.
        #[arg(long)]
        customers: bool,
    },
    /// What became of the customers of one period in the next, as JSON: `compare OLD NEW`, or
    /// `compare FILE --periods 2023,2024`.
    Compare {
        #[command(flatten)]
        source: Source,
        /// The file of the later period.
        newer: Option<PathBuf>,
        /// Two periods of one file, the earlier first: years, months or days.
        #[arg(long, value_delimiter = ',', value_parser = period)]
        periods: Vec<(Date, Date)>,
        #[command(flatten)]
        tiers: TierOptions,
    },
    /// A saved model applied to a file: each customer with its tier and why, as CSV.
    Classify {
        #[command(flatten)]
        source: Source,
        /// The model, as the page saves it.
        #[arg(long)]
        model: PathBuf,
        /// Where to write.
        #[arg(short, long)]
        output: PathBuf,
        /// The language of the table: its words, delimiter and decimal sign.
        #[arg(long, value_enum, default_value_t = LangName::En)]
        lang: LangName,
    },
    /// A saved model as one SQL statement over a table `sales` with the columns `customer` and `amount`.
    Sql {
        /// The model or the whole project, as the page saves it.
        model: PathBuf,
        /// Whose SQL.
        #[arg(long, value_enum, default_value_t = DialectName::Duckdb)]
        dialect: DialectName,
        /// The language of tiers without a name of their own.
        #[arg(long, value_enum, default_value_t = LangName::En)]
        lang: LangName,
    },
}

/// How customers are sorted.
#[derive(clap::Args)]
struct TierOptions {
    /// How customers are sorted into tiers.
    #[arg(long, value_enum, default_value_t = MethodName::Abc)]
    method: MethodName,
    /// Where tiers end: in percent of the whole, rising; with `amounts` in money, falling.
    #[arg(long, value_delimiter = ',')]
    limits: Option<Vec<f64>>,
    /// A customer counts into the share that is compared with a limit.
    #[arg(long)]
    inclusive: bool,
    /// So many tiers, at the usual limits where the method has limits.
    #[arg(long, conflicts_with = "limits", value_parser = clap::value_parser!(u8).range(2..=5))]
    classes: Option<u8>,
}

impl TierOptions {
    fn wish(&self) -> Wish<'_> {
        Wish {
            kind: self.method.kind(),
            limits: self.limits.as_deref(),
            classes: self.classes,
            is_inclusive: self.inclusive,
            reference: None,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum LangName {
    En,
    Fi,
    Pl,
}

impl LangName {
    const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::Fi => Lang::Fi,
            Self::Pl => Lang::Pl,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum DialectName {
    Duckdb,
    Postgres,
    Spark,
}

impl DialectName {
    const fn dialect(self) -> Dialect {
        match self {
            Self::Duckdb => Dialect::DuckDb,
            Self::Postgres => Dialect::Postgres,
            Self::Spark => Dialect::Spark,
        }
    }
}

/// The file and how to read it.
#[derive(clap::Args)]
struct Source {
    /// The file.
    file: PathBuf,
    /// The sheet of a workbook, by its name.
    #[arg(long)]
    sheet: Option<String>,
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
    /// By share of customers.
    Customers,
    /// By limits in money, the largest first.
    Amounts,
    /// Where values break by themselves.
    Natural,
    /// Those above the mean, those above the mean of these, and so on.
    HeadTail,
    /// Limits computed from the curve.
    Computed,
    /// Recency, frequency, monetary value: each segment is in a tier.
    Rfm,
}

impl MethodName {
    const fn kind(self) -> MethodKind {
        match self {
            Self::Abc => MethodKind::Share,
            Self::Customers => MethodKind::Customers,
            Self::Amounts => MethodKind::Amounts,
            Self::Natural => MethodKind::Natural,
            Self::HeadTail => MethodKind::HeadTail,
            Self::Computed => MethodKind::Computed,
            Self::Rfm => MethodKind::Rfm,
        }
    }
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
            tiers,
            period,
            reference_date,
            customers,
        } => {
            let wish = Wish {
                reference: *reference_date,
                ..tiers.wish()
            };
            analyse(source, &wish, *period, *customers)?
        }
        Command::Compare {
            source,
            newer,
            periods,
            tiers,
        } => compare(source, newer.as_ref(), periods, &tiers.wish())?,
        Command::Classify {
            source,
            model,
            output,
            lang,
        } => classify(source, model, output, lang.lang())?,
        Command::Sql {
            model,
            dialect,
            lang,
        } => {
            let text = statement(model, dialect.dialect(), lang.lang())?;
            return print(text.as_bytes());
        }
    };
    let mut text = serde_json::to_vec(&out).map_err(|it| Failure::Could(it.to_string()))?;
    text.push(b'\n');
    print(&text)
}

fn print(text: &[u8]) -> Outcome<()> {
    let mut stdout = std::io::stdout().lock();
    (stdout.write_all(text).and_then(|()| stdout.flush()))
        .map_err(|it| Failure::Could(it.to_string()))
}

fn one_day(text: &str) -> Result<Date, String> {
    day::parse(text).ok_or_else(|| "write a day: 2025-01-31".to_owned())
}

/// The first and the last day of a year, a month or a day.
fn period(text: &str) -> Result<(Date, Date), String> {
    let (since, until) = match text.len() {
        4 => (format!("{text}-01-01"), format!("{text}-12-31")),
        7 => (format!("{text}-01"), format!("{text}-01")),
        _ => (text.to_owned(), text.to_owned()),
    };
    match (day::parse(&since), day::parse(&until)) {
        (Some(since), Some(until)) if text.len() == 7 => Ok((since, until.last_of_month())),
        (Some(since), Some(until)) => Ok((since, until)),
        _ => Err("write a year, a month or a day: 2024, 2024-06, 2024-06-30".to_owned()),
    }
}

/// Files that no rows can come from.
fn unreadable(reading: &Reading, file: &Path) -> Outcome<()> {
    let why = reading.issues.iter().find_map(|it| match &it.kind {
        IssueKind::NotATable { seems } => Some(match seems {
            FileKind::LockedWorkbook => {
                "is protected with a password: remove it in a spreadsheet program and try again"
                    .to_owned()
            }
            FileKind::BrokenWorkbook => {
                "is a workbook that cannot be read: save it anew as XLSX and try again".to_owned()
            }
            FileKind::HugeWorkbook => {
                "is a workbook that unpacks to more than fits: save its sheet as CSV".to_owned()
            }
            _ => format!("is not a table of text ({seems:?})"),
        }),
        IssueKind::EmptyFile => Some("is empty".to_owned()),
        _ => None,
    });
    why.map_or(Ok(()), |why| could_not(file, &why))
}

/// Files that no figures can come from.
fn without_figures(reading: &Reading, file: &Path) -> Outcome<()> {
    let why = reading.issues.iter().find_map(|it| match &it.kind {
        IssueKind::HeaderOnly => Some("has column names but no rows"),
        IssueKind::NoCustomerColumn => {
            Some("has no column of customers that we know: say which with --map customer=COLUMN")
        }
        IssueKind::NoAmountColumn => {
            Some("has no column of amounts that we know: say which with --map amount=COLUMN")
        }
        _ => None,
    });
    why.map_or(Ok(()), |why| could_not(file, why))
}

fn could_not(file: &Path, why: &str) -> Outcome<()> {
    Err(Failure::Could(format!("{} {why}", file.display())))
}

fn load(file: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(file).map_err(|it| Failure::Could(format!("{}: {it}", file.display())))
}

fn stopped() -> Failure {
    Failure::Could("stopped".to_owned())
}
