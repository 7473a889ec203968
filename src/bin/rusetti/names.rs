//! The names that scripts rely on: roles, reasons, issues.

use rusetti::ingest::{AsideReason, BookFormat, Issue, IssueKind, Layout, Reading, Role, Shape};
use serde_json::{Map, Value, json};

use super::options::ROLES;

/// A role as `inspect` tells it.
pub(super) fn role_name(role: Role) -> &'static str {
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

const fn format_name(format: BookFormat) -> &'static str {
    match format {
        BookFormat::Xlsx => "xlsx",
        BookFormat::Xlsb => "xlsb",
        BookFormat::Xls => "xls",
        BookFormat::Ods => "ods",
        BookFormat::Html => "html",
        BookFormat::Xml => "xml",
    }
}

/// What the file is: a kind of workbook, or how its text is laid out.
pub(super) fn format_of(reading: &Reading) -> &'static str {
    match (&reading.book, reading.layout) {
        (Some(book), _) => format_name(book.format),
        (None, Layout::Delimited | Layout::Doubled) => "csv",
        (None, Layout::Fixed) => "fixed",
        (None, Layout::Json) => "json",
    }
}

pub(super) const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Customers => "customers",
        Shape::Transactions => "transactions",
    }
}

pub(super) const fn reason_name(reason: AsideReason) -> &'static str {
    match reason {
        AsideReason::Preamble => "preamble",
        AsideReason::Blank => "blank",
        AsideReason::RepeatedHeader => "repeated_header",
        AsideReason::Total => "total",
        AsideReason::NoCustomer => "no_customer",
        AsideReason::BadAmount => "bad_amount",
        AsideReason::Footer => "footer",
        AsideReason::OtherTable => "other_table",
        AsideReason::OtherCurrency => "other_currency",
        AsideReason::OutsidePeriod => "outside_period",
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
        IssueKind::TwoAmounts { .. } => "two_amounts",
        IssueKind::TwoCustomers { .. } => "two_customers",
        IssueKind::NamedAcross => "named_across",
        IssueKind::NamedAbove { .. } => "named_above",
        IssueKind::OtherUnit { .. } => "other_unit",
        IssueKind::TooManyColumns { .. } => "too_many_columns",
        IssueKind::UnclosedQuote => "unclosed_quote",
        IssueKind::BadBytes { .. } => "bad_bytes",
        IssueKind::AmbiguousDecimal { .. } => "ambiguous_decimal",
        IssueKind::AmbiguousDate { .. } => "ambiguous_date",
        IssueKind::HiddenSheet { .. } => "hidden_sheet",
        IssueKind::HiddenCells { .. } => "hidden_cells",
        IssueKind::FormulasWithoutValue { .. } => "formulas_without_value",
        IssueKind::ErrorCell { .. } => "error_cell",
        IssueKind::RaggedRow { .. } => "ragged_row",
        IssueKind::JoinedCell { .. } => "joined_cell",
        IssueKind::BadAmount { .. } => "bad_amount",
        IssueKind::BadValue { .. } => "bad_value",
        IssueKind::TotalDiffers { .. } => "total_differs",
        IssueKind::MixedCurrencies { .. } => "mixed_currencies",
    }
}

pub(super) fn issues(reading: &Reading) -> Vec<Value> {
    let one = |it: &Issue| {
        let mut out = Map::new();
        out.insert("line".to_owned(), json!(it.line));
        out.insert("kind".to_owned(), json!(issue_name(&it.kind)));
        let facts = match &it.kind {
            IssueKind::TooManyColumns { found, used } => json!({"found": found, "used": used}),
            IssueKind::BadBytes { count } => json!({"count": count}),
            IssueKind::AmbiguousDecimal { column, example }
            | IssueKind::AmbiguousDate { column, example } => {
                json!({"column": column, "example": example})
            }
            IssueKind::TwoAmounts { column, other } | IssueKind::TwoCustomers { column, other } => {
                json!({"column": column, "other": other})
            }
            IssueKind::RaggedRow { cells, wanted } => json!({"cells": cells, "wanted": wanted}),
            IssueKind::HiddenSheet { name } => json!({"name": name}),
            IssueKind::HiddenCells { rows, columns } => json!({"rows": rows, "columns": columns}),
            IssueKind::FormulasWithoutValue { count } => json!({"count": count}),
            IssueKind::ErrorCell { cell, found } => json!({"cell": cell, "found": found}),
            IssueKind::BadAmount { found } | IssueKind::JoinedCell { found } => {
                json!({"found": found})
            }
            IssueKind::BadValue { column, found } => json!({"column": column, "found": found}),
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
