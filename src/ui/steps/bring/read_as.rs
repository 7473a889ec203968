//! "Read as: semicolons, Windows-1252, header in line 4 …": each word is a menu.

use std::sync::Arc;

use leptos::prelude::*;

use super::letters::Letters;
use super::word::Word;
use crate::domain::money::Currency;
use crate::i18n::reading as words;
use crate::ingest::{
    Book, By, Column, Content, DELIMITERS, Decimal, Encoding, Header, ReadOptions, Reading, Role,
    SheetInfo,
};
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// Lines offered as header lines.
const HEADER_LINES: u32 = 12;

/// Currencies offered beside the file's own.
const CURRENCIES: [&str; 10] = [
    "EUR", "PLN", "SEK", "NOK", "DKK", "CZK", "GBP", "USD", "CHF", "HUF",
];

/// The sentence.
#[component]
pub(super) fn ReadAs(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let intake = app.intake;

    let delimiters = move || {
        with_current(DELIMITERS.to_vec(), reading.read().delimiter.is)
            .into_iter()
            .map(|it| (it.to_string(), words::delimiter(lang, it)))
            .collect::<Vec<_>>()
    };
    let is_book = Memo::new(move |_| reading.read().book.is_some());
    let sheets = move || {
        with_book(&reading.read(), |book| {
            let one = |(at, it): (usize, &SheetInfo)| (at.to_string(), words::sheet(lang, it));
            book.sheets.iter().enumerate().map(one).collect::<Vec<_>>()
        })
    };
    let encodings = Encoding::ALL
        .map(|it| (it.label().to_owned(), words::encoding(it).to_owned()))
        .to_vec();
    let headers = move || {
        let lines = (1..=HEADER_LINES)
            .map(Header::Line)
            .chain([Header::None])
            .collect();
        with_current(lines, reading.read().header.is)
            .into_iter()
            .map(|it| (header_value(it), words::header(lang, it)))
            .collect::<Vec<_>>()
    };
    let decimals = [Decimal::Comma, Decimal::Point]
        .map(|it| {
            (
                decimal_value(it).to_owned(),
                words::decimal(lang, it).to_owned(),
            )
        })
        .to_vec();
    // A sheet's own numbers have no sign to decide.
    let decimal = Memo::new(move |_| {
        let reading = reading.read();
        file_decimal(&reading).filter(|it| reading.book.is_none() || *it == Decimal::Comma)
    });
    let decimal_by = move || {
        let is_hand = app
            .intake
            .options()
            .columns
            .iter()
            .any(|it| it.decimal.is_some());
        if is_hand { By::Hand } else { By::Reader }
    };
    let currencies = move || {
        let codes = CURRENCIES.map(str::to_owned).to_vec();
        with_current(codes, app.currency.read().0.clone())
            .into_iter()
            .map(|it| (it.clone(), t!(lang, bring_currency, code = it)))
            .collect::<Vec<_>>()
    };
    let currency_by = move || {
        if app.model.read().currency.is_some() {
            By::Hand
        } else {
            By::Reader
        }
    };

    let pick_decimal = move |picked: Option<String>| {
        let decimal = picked.and_then(|it| decimal_from(&it));
        let columns = number_columns(&reading.get_untracked());
        intake.change(|options| {
            for at in columns {
                options.choose_decimal(at, decimal);
            }
            if decimal.is_none() {
                options.columns.iter_mut().for_each(|it| it.decimal = None);
            }
        });
    };
    let pick_sheet = move |picked: Option<String>| {
        let name = with_book(&reading.read_untracked(), |it| {
            let at: usize = picked?.parse().ok()?;
            it.sheets.get(at).map(|it| it.name.clone())
        });
        intake.change(|options| {
            // What was chosen for the columns of one sheet says nothing of another.
            *options = ReadOptions {
                sheet: name,
                ..ReadOptions::default()
            };
        });
    };
    let pick_delimiter = move |picked: Option<String>| {
        intake.change(|options| options.delimiter = picked.and_then(|it| it.chars().next()));
    };
    let pick_encoding = move |picked: Option<String>| {
        let is_it = |it: &Encoding| picked.as_deref() == Some(it.label());
        intake.change(|options| options.encoding = Encoding::ALL.into_iter().find(is_it));
    };
    let pick_header = move |picked: Option<String>| {
        intake.change(|options| options.header = picked.map(|it| header_from(&it)));
    };
    let pick_currency = move |picked: Option<String>| {
        app.model
            .update(|model| model.currency = picked.map(|it| Currency::new(&it)));
    };
    view! {
        <p class="readas">
            <span class="readas__start">{t!(lang, bring_read_as)}</span>
            {move || {
                if is_book.get() {
                    view! {
                        <Word
                            label=t!(lang, bring_sheet_label)
                            choices=Signal::derive(sheets)
                            value=Signal::derive(move || with_book(&reading.read(), |it| it.sheet.is.to_string()))
                            by=Signal::derive(move || reading.read().book.as_ref().map_or(By::Reader, |it| it.sheet.by))
                            on_pick=pick_sheet
                        />
                    }
                        .into_any()
                } else {
                    view! {
                    <Word
                        label=t!(lang, bring_delimiter_label)
                        choices=Signal::derive(delimiters)
                        value=Signal::derive(move || reading.read().delimiter.is.to_string())
                        by=Signal::derive(move || reading.read().delimiter.by)
                        on_pick=pick_delimiter
                    />
                    <Word
                        label=t!(lang, bring_encoding_label)
                        choices=Signal::stored(encodings.clone())
                        value=Signal::derive(move || reading.read().encoding.is.label().to_owned())
                        by=Signal::derive(move || reading.read().encoding.by)
                        on_pick=pick_encoding
                    />
                    }
                        .into_any()
                }
            }}
            <Word
                label=t!(lang, bring_header_label)
                choices=Signal::derive(headers)
                value=Signal::derive(move || header_value(reading.read().header.is))
                by=Signal::derive(move || reading.read().header.by)
                on_pick=pick_header
            />
            <Show when=move || decimal.get().is_some()>
                <Word
                    label=t!(lang, bring_decimal_label)
                    choices=Signal::stored(decimals.clone())
                    value=Signal::derive(move || decimal.get().map(decimal_value).unwrap_or_default().to_owned())
                    by=Signal::derive(decimal_by)
                    on_pick=pick_decimal
                />
            </Show>
            <Word
                label=t!(lang, bring_currency_label)
                choices=Signal::derive(currencies)
                value=Signal::derive(move || app.currency.read().0.clone())
                by=Signal::derive(currency_by)
                on_pick=pick_currency
            />
            <span class="readas__end">{move || t!(lang, bring_rows, n = reading.read().account.rows_used)}</span>
            <Letters reading/>
        </p>
    }
    .into_any()
}

/// Something of the workbook; nothing where the file is none.
fn with_book<T: Default>(reading: &Reading, then: impl FnOnce(&Book) -> T) -> T {
    reading.book.as_ref().map(then).unwrap_or_default()
}

/// The choices, with the current one added where it is none of them.
fn with_current<T: PartialEq>(mut choices: Vec<T>, current: T) -> Vec<T> {
    if !choices.contains(&current) {
        choices.insert(0, current);
    }
    choices
}

fn header_value(it: Header) -> String {
    match it {
        Header::Line(line) => line.to_string(),
        Header::None => "none".to_owned(),
    }
}

fn header_from(value: &str) -> Header {
    value.parse().map_or(Header::None, Header::Line)
}

const fn decimal_value(it: Decimal) -> &'static str {
    match it {
        Decimal::Comma => "comma",
        Decimal::Point => "point",
    }
}

fn decimal_from(value: &str) -> Option<Decimal> {
    [Decimal::Comma, Decimal::Point]
        .into_iter()
        .find(|it| decimal_value(*it) == value)
}

fn decimal_of(column: &Column) -> Option<Decimal> {
    match column.content {
        Content::Number { decimal, .. } => Some(decimal),
        Content::Empty | Content::Text | Content::Date { .. } => None,
    }
}

/// The decimal sign of the revenue column, else of the first column with numbers.
fn file_decimal(reading: &Reading) -> Option<Decimal> {
    let of_revenue = reading
        .column(Role::Revenue)
        .and_then(|at| decimal_of(reading.columns.get(at)?));
    of_revenue.or_else(|| reading.columns.iter().find_map(decimal_of))
}

fn number_columns(reading: &Reading) -> Vec<usize> {
    let numbers = reading.columns.iter().enumerate();
    numbers
        .filter(|(_, it)| decimal_of(it).is_some())
        .map(|(at, _)| at)
        .collect()
}
