//! The columns of the table of customers: their widths, their headings, and which are shown.

use leptos::prelude::*;

use super::sort_cell::Cell;
use super::sort_listed::Listed;
use crate::domain::listing::Column;
use crate::i18n::columns as words;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// The class that gives a column its width (`sort.css`), and that width in rem.
const fn width(column: Column) -> (&'static str, f64) {
    match column {
        Column::Rank => ("col-rank", 4.25),
        Column::Name => ("col-name", 11.75),
        Column::Tier => ("col-tier", 9.75),
        Column::Revenue | Column::Margin => ("col-money", 6.25),
        Column::Previous => ("col-previous", 7.75),
        Column::Growth | Column::Orders => ("col-few", 5.5),
        Column::Last => ("col-day", 7.5),
        Column::Word(_) => ("col-word", 9.0),
        Column::Potential => ("col-potential", 5.25),
        Column::Why => ("", 8.5),
        Column::Next => ("col-next", 8.25),
    }
}

/// The widths of choosing and moving, in rem.
const ENDS: f64 = 8.0;

/// The width below which a table of these columns is scrolled sideways.
pub(super) fn least_width(columns: &[Column]) -> String {
    let sum: f64 = columns.iter().map(|it| width(*it).1).sum();
    format!("{:.2}rem", sum + ENDS)
}

/// The columns with their widths.
pub(super) fn colgroup(columns: &[Column]) -> AnyView {
    let all = columns.iter().map(|it| view! { <col class=width(*it).0/> });
    view! {
        <colgroup>
            <col class="col-pick"/>
            {all.collect_view()}
            <col class="col-move"/>
        </colgroup>
    }
    .into_any()
}

/// The row of headings: each sorts by its column.
pub(super) fn heading(app: App, listed: Listed, columns: &[Column]) -> AnyView {
    let lang = app.lang.get_untracked();
    let id = |column: usize| Cell { row: 0, column }.id();
    let cells = columns.iter().enumerate().map(|(at, column)| {
        let column = *column;
        let class = if column.is_figure() { "num" } else { "" };
        let text = words::column(lang, column);
        if !column.is_sortable() {
            return view! { <th scope="col" id=id(at + 1) class=class>{text}</th> }.into_any();
        }
        let key = Memo::new(move |_| app.list.order.read().key(column));
        let way = move || {
            key.get().map(|(_, it)| {
                if it.is_descending {
                    "descending"
                } else {
                    "ascending"
                }
            })
        };
        // Only the first is told as the order; the others are in the line under the table.
        let sort = move || way().filter(|_| key.get().is_some_and(|it| it.0 == 0));
        let number = move || {
            let is_one_of_many = app.list.order.read().keys().len() > 1;
            key.get()
                .filter(|_| is_one_of_many)
                .map(|(place, _)| view! { " " <sup>{place + 1}</sup> })
        };
        view! {
            <th scope="col" id=id(at + 1) class=class aria-sort=sort data-sort=way>
                <button class="sort" type="button" tabindex="-1">
                    {text} {number}
                </button>
            </th>
        }
        .into_any()
    });
    let is_all = Memo::new(move |_| app.list.chosen.read().has_all(&listed.list.read()));
    view! {
        <tr aria-rowindex="1" data-at=move || at(listed, 0)>
            <th scope="col" id=id(0)>
                <button
                    class="tick"
                    type="button"
                    tabindex="-1"
                    role="checkbox"
                    aria-checked=move || is_all.get().to_string()
                    aria-label=t!(lang, sort_pick_all)
                ></button>
            </th>
            {cells.collect_view()}
            <th scope="col" id=id(columns.len() + 1)>
                <span class="vh">{t!(lang, sort_col_action)}</span>
            </th>
        </tr>
    }
    .into_any()
}

/// The column, from 1, that keys act on where it is in this row: `sort.css` marks its cell.
pub(super) fn at(listed: Listed, row: usize) -> Option<String> {
    let cell = listed.active.get();
    (cell.row == row).then(|| (cell.column + 1).to_string())
}

/// The choice of columns.
#[component]
pub(crate) fn ColumnChoice(
    /// What is listed.
    listed: Listed,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let toggle = move |column: Column| {
        let mut shown = listed.columns.get_untracked();
        if shown.contains(&column) {
            shown.retain(|it| *it != column);
        } else {
            shown.push(column);
        }
        app.list.columns.set(Some(shown));
    };
    let boxes = move || {
        let found = listed.found.get();
        let offered = found.into_iter().filter(|it| !it.is_needed());
        let one = |column: Column| {
            view! {
                <label class="row f14">
                    <input
                        type="checkbox"
                        prop:checked=move || listed.columns.read().contains(&column)
                        on:change=move |_| toggle(column)
                    />
                    {words::column(lang, column)}
                </label>
            }
        };
        offered.map(one).collect_view()
    };
    view! {
        <button class="btn btn--small" type="button" popovertarget="columns">
            {t!(lang, sort_columns)}
        </button>
        <div popover="auto" id="columns" class="def">
            <fieldset class="columns">
                <legend class="label">{t!(lang, sort_columns)}</legend>
                {boxes}
            </fieldset>
            <button class="btn btn--small mt-3" type="button" on:click=move |_| app.list.columns.set(None)>
                {t!(lang, sort_columns_usual)}
            </button>
        </div>
    }
    .into_any()
}
