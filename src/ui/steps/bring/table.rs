//! Which columns of a reading are shown first, and how cells are put into words.

use crate::domain::money::{Currency, Money};
use crate::i18n::{Lang, format, reading as words};
use crate::ingest::{By, CellValue, Column, Content, Reading, Role};

/// Up to so many columns are all shown.
const FEW_COLUMNS: usize = 6;

/// How sure the reader is of a role, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sureness {
    /// Nothing to say.
    Sure,
    /// Likely.
    Likely,
    /// The user should look.
    Check,
    /// The user said so.
    Hand,
}

/// How sure the reader is of a column.
pub(super) fn sureness(column: &Column) -> Sureness {
    if column.role.by == By::Hand {
        Sureness::Hand
    } else if matches!(column.role.is, Role::Other | Role::Unused)
        || column.content == Content::Empty
        || column.confidence >= 0.8
    {
        Sureness::Sure
    } else if column.confidence >= 0.5 {
        Sureness::Likely
    } else {
        Sureness::Check
    }
}

/// The name of a column by index.
pub(super) fn column_name(lang: Lang, reading: &Reading, at: usize) -> String {
    let name = reading.columns.get(at).map_or("", |it| it.name.as_str());
    words::column_name(lang, name, at)
}

/// The columns shown before "show all": those the figures rest on, and those the user decided.
pub(super) fn main_columns(reading: &Reading) -> Vec<usize> {
    let all = 0..reading.columns.len();
    if reading.columns.len() <= FEW_COLUMNS {
        return all.collect();
    }
    let is_main = |it: &Column| {
        it.role.by == By::Hand
            || (!it.doubt.is_empty() && it.role.is != Role::Unused)
            || sureness(it) == Sureness::Check
            || it.role.is.is_money()
            || matches!(
                it.role.is,
                Role::Name
                    | Role::Id
                    | Role::BusinessId
                    | Role::Date
                    | Role::Order
                    | Role::Orders
                    | Role::Quantity
            )
    };
    // What is asked about is there to be looked at.
    let rivals = [Role::Name, Role::Revenue].map(|it| Some(reading.rivals(it)?.1));
    let main: Vec<usize> = all
        .clone()
        .filter(|at| rivals.contains(&Some(*at)) || reading.columns.get(*at).is_some_and(is_main))
        .collect();
    // A table in which nothing was recognised still shows something to choose from.
    if main.len() < 2 {
        all.take(FEW_COLUMNS).collect()
    } else {
        main
    }
}

/// What was understood of a cell, and the file's own text where it differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellText {
    /// What was understood.
    pub understood: String,
    /// Exactly as the file has it, where that says more.
    pub raw: Option<String>,
    /// Set to the right.
    pub is_number: bool,
    /// Less than nothing.
    pub is_negative: bool,
    /// Not what its column holds.
    pub is_misfit: bool,
}

/// A cell in words.
pub(super) fn cell(
    lang: Lang,
    role: Role,
    value: &CellValue,
    raw: &str,
    currency: &Currency,
) -> CellText {
    let understood = match value {
        CellValue::Number(amount) if role.is_money() => format::money(lang, *amount, currency),
        CellValue::Number(amount) => plain(lang, *amount),
        CellValue::Date(day) => format::date(lang, *day),
        CellValue::Empty | CellValue::Text | CellValue::Misfit => raw.trim().to_owned(),
    };
    let is_value = matches!(value, CellValue::Number(_) | CellValue::Date(_));
    CellText {
        raw: (is_value && raw.trim() != understood).then(|| raw.trim().to_owned()),
        understood,
        is_number: matches!(value, CellValue::Number(_))
            || (role.is_money() && !matches!(value, CellValue::Text)),
        is_negative: matches!(value, CellValue::Number(it) if it.is_negative()),
        is_misfit: matches!(value, CellValue::Misfit),
    }
}

/// An exact number that is not money.
fn plain(lang: Lang, it: Money) -> String {
    let decimals = it
        .to_decimal()
        .split_once('.')
        .map_or(0, |(_, part)| part.len());
    format::number(lang, it.to_f64(), decimals)
}
