//! `rusetti inspect`: how a file was read, before any meaning.

use rusetti::ingest::{
    AsideReason, Content, DateOrder, Decimal, Header, Layout, RowFate, read_rows, shown,
};
use serde::Serialize;
use serde_json::{Value, json};

use super::names::{format_of, issues, reason_name, role_name, shape_name};
use super::options::options;
use super::{Outcome, Source, load, stopped, unreadable};

/// One row of `inspect`.
#[derive(Serialize)]
struct Aside {
    line: u32,
    reason: &'static str,
    cells: Vec<String>,
}

pub(super) fn inspect(source: &Source, limit: Option<usize>) -> Outcome<Value> {
    let bytes = load(&source.file)?;
    let options = options(source, &bytes)?;
    let limit = limit.unwrap_or(usize::MAX);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut aside = Vec::new();
    let mut header: Vec<String> = Vec::new();
    let reading = read_rows(&bytes, &options, &mut |_| true, &mut |(
        line,
        fate,
        cells,
    )| {
        let cells = || cells.iter().map(|it| shown(it).to_owned()).collect();
        match fate {
            RowFate::Header => header = cells(),
            // What a row means is not asked here.
            RowFate::Used
            | RowFate::Aside(
                AsideReason::NoCustomer | AsideReason::BadAmount | AsideReason::OtherCurrency,
            ) => {
                if rows.len() < limit {
                    rows.push(cells());
                }
            }
            RowFate::Aside(reason) => aside.push(Aside {
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
                "index": at,
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
    let is_text = reading.book.is_none();
    // What is rewritten as a table has no signs of its own.
    let times = match reading.layout {
        Layout::Delimited => 1,
        Layout::Doubled => 2,
        Layout::Fixed | Layout::Json => 0,
    };
    let has_signs = is_text && times > 0;
    let sheet = reading
        .book
        .as_ref()
        .and_then(|it| it.sheets.get(it.sheet.is))
        .map(|it| it.name.as_str());
    let sheets = reading.book.as_ref().map(|it| {
        let sheets = it.sheets.iter();
        let one =
            sheets.map(|it| json!({"name": it.name, "rows": it.rows, "hidden": it.is_hidden}));
        one.collect::<Vec<_>>()
    });
    Ok(json!({
        "format": format_of(&reading),
        "sheet": sheet,
        "sheets": sheets,
        "encoding": is_text.then(|| reading.encoding.is.label()),
        "delimiter": has_signs.then(|| reading.delimiter.is.to_string().repeat(times)),
        "quote": has_signs.then_some(reading.quote),
        "escape": reading.escape,
        "header_row": header_row,
        "header": header,
        "shape": shape_name(reading.shape.is),
        "rows": rows,
        "set_aside": aside,
        "columns": columns,
        "issues": issues(&reading),
    }))
}
