//! The first rows: the file's own text under what was understood, and a menu over each column.

use std::sync::Arc;

use leptos::prelude::*;

use super::doubts;
use super::table::{self, Sureness};
use crate::i18n::reading as words;
use crate::ingest::{By, CellValue, Content, Reading, Role, Shape};
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// Rows shown at first.
const FEW_ROWS: usize = 6;

/// The value of the choice "let Rusetti decide".
const AUTO: &str = "auto";

/// The table with its heading and what stands under it.
#[component]
pub(super) fn Preview(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let lang = use_lang();
    let all_columns = RwSignal::new(false);
    let all_rows = RwSignal::new(false);
    let columns = Memo::new(move |_| {
        let reading = reading.read();
        if all_columns.get() {
            (0..reading.columns.len()).collect()
        } else {
            table::main_columns(&reading)
        }
    });
    view! {
        <div class="row row--between">
            <h2 id="preview-title">{t!(lang, bring_preview)}</h2>
            <ShapeChoice reading/>
        </div>
        <div
            class="tablewrap mt-3"
            class:preview--tall=move || all_rows.get()
            tabindex="0"
            role="region"
            aria-label=t!(lang, bring_preview_region)
        >
            <table class="table table--tight preview">
                <thead>
                    <tr>
                        <th scope="col" class="num">{t!(lang, bring_line)}</th>
                        <For each=move || columns.get() key=|at| *at let:at>
                            <ColumnHead reading at/>
                        </For>
                    </tr>
                </thead>
                <tbody>{move || rows(reading, &columns.read(), all_rows.get())}</tbody>
            </table>
        </div>
        <Under reading columns all_columns all_rows/>
    }
    .into_any()
}

/// One row is a customer, or an invoice.
#[component]
fn ShapeChoice(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let option = move |shape: Shape| {
        view! {
            <label>
                <input
                    type="radio"
                    name="shape"
                    prop:checked=move || reading.read().shape.is == shape
                    on:change=move |_| app.intake.change(|options| options.shape = Some(shape))
                />
                <span>{words::shape(lang, shape)}</span>
            </label>
        }
    };
    let is_hand = move || reading.read().shape.by == By::Hand;
    view! {
        <div class="row">
            <fieldset class="seg">
                <legend>{t!(lang, bring_one_row_is)}</legend>
                <div class="seg__in">{option(Shape::Customers)} {option(Shape::Transactions)}</div>
            </fieldset>
            <Show when=is_hand>
                <button
                    class="btn btn--plain btn--small"
                    type="button"
                    on:click=move |_| app.intake.change(|options| options.shape = None)
                >
                    {t!(lang, bring_auto)}
                </button>
            </Show>
        </div>
    }
    .into_any()
}

/// A column: what it means as a menu, its name, and how sure the reader is.
#[component]
fn ColumnHead(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
    /// The column, from 0.
    at: usize,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let role = Memo::new(move |_| reading.read().columns.get(at).map(|it| it.role.is));
    let is_hand = Memo::new(move |_| {
        reading
            .read()
            .columns
            .get(at)
            .is_some_and(|it| it.role.by == By::Hand)
    });
    let name = Memo::new(move |_| table::column_name(lang, &reading.read(), at));
    let id = format!("role-{at}");
    let reason_id = format!("reason-{at}");
    let options = Role::ALL
        .into_iter()
        .enumerate()
        .map(|(place, it)| {
            view! {
                <option value=place.to_string() prop:selected=move || role.get() == Some(it)>
                    {words::role(lang, it)}
                </option>
            }
        })
        .collect_view();
    let pick = move |event| {
        let picked = event_target_value(&event)
            .parse::<usize>()
            .ok()
            .and_then(|it| Role::ALL.get(it).copied());
        app.intake.change(|options| options.choose_role(at, picked));
    };
    let sure = move || {
        let reading = reading.read();
        let column = reading.columns.get(at)?;
        let (class, text) = match table::sureness(column) {
            _ if doubts::is_open(&reading, at) => ("hot b", t!(lang, roles_sure_check)),
            Sureness::Sure => return None,
            Sureness::Likely => ("quiet", t!(lang, roles_sure_likely)),
            Sureness::Check => ("hot b", t!(lang, roles_sure_check)),
            Sureness::Hand => ("quiet", t!(lang, roles_sure_hand)),
        };
        Some(view! { <span class=format!("colhead__sure {class}")>{text}</span> })
    };
    let reason = move || {
        reading
            .read()
            .columns
            .get(at)
            .map(|it| words::role_reason(lang, it.reason))
    };
    let is_number = move || {
        let reading = reading.read();
        reading
            .columns
            .get(at)
            .is_some_and(|it| it.role.is.is_money() || matches!(it.content, Content::Number { .. }))
    };
    view! {
        <th scope="col" class:num=is_number>
            <label class="vh" for=id.clone()>{move || t!(lang, bring_meaning, column = name.get())}</label>
            <select
                class="select select--small colhead__menu"
                id=id
                aria-describedby=reason_id.clone()
                title=reason
                on:change=pick
            >
                {options}
                {move || is_hand.get().then(|| view! { <option value=AUTO>{t!(lang, bring_auto)}</option> })}
            </select>
            <span class="vh" id=reason_id>{reason}</span>
            <span class="colhead__name">
                <span class="colhead__text" title=move || name.get()>{move || name.get()}</span>
                " "
                {sure}
            </span>
        </th>
    }
    .into_any()
}

/// The body of the table.
fn rows(reading: Signal<Arc<Reading>>, columns: &[usize], all: bool) -> AnyView {
    let app = use_app();
    let lang = use_lang();
    let currency = app.currency.get();
    let reading = reading.read();
    let name = reading.column(Role::Name);
    let shown = reading
        .preview
        .iter()
        .take(if all { usize::MAX } else { FEW_ROWS });
    shown
        .map(|row| {
            let cells = columns.iter().map(|at| {
                let role = reading
                    .columns
                    .get(*at)
                    .map_or(Role::Other, |it| it.role.is);
                let empty = (CellValue::Empty, String::new());
                let (value, raw) = row
                    .cells
                    .get(*at)
                    .map_or(empty, |it| (it.value.clone(), it.raw.clone()));
                let cell = table::cell(lang, role, &value, &raw, &currency);
                let class = match (cell.is_number, cell.is_negative) {
                    (true, true) => "num neg",
                    (true, false) => "num",
                    _ => "",
                };
                let misfit = cell.is_misfit.then(|| {
                    view! { <span class="misfit__word">{t!(lang, bring_misfit)}</span> }
                });
                // An empty header would name nothing.
                let names_row = name == Some(*at) && !cell.understood.is_empty();
                let inner = view! {
                    <span class="cell" class:misfit=cell.is_misfit>{cell.understood}</span>
                    {misfit}
                    {cell.raw.map(|it| view! { <span class="raw raw--under">{it}</span> })}
                };
                if names_row {
                    view! { <th scope="row">{inner}</th> }.into_any()
                } else {
                    view! { <td class=class>{inner}</td> }.into_any()
                }
            });
            view! {
                <tr>
                    <td class="quiet num">{crate::i18n::format::count(lang, row.line.into())}</td>
                    {cells.collect_view()}
                </tr>
            }
        })
        .collect_view()
        .into_any()
}

/// How much is shown, what else was read, and the ways to see more.
#[component]
fn Under(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
    /// The columns shown.
    columns: Memo<Vec<usize>>,
    /// All columns are shown.
    all_columns: RwSignal<bool>,
    /// All rows of the preview are shown.
    all_rows: RwSignal<bool>,
) -> impl IntoView {
    let lang = use_lang();
    let lines = move || {
        let reading = reading.read();
        let shown = reading
            .preview
            .len()
            .min(if all_rows.get() { usize::MAX } else { FEW_ROWS });
        t!(
            lang,
            bring_lines_of,
            shown = shown,
            n = reading.account.rows_used
        )
    };
    let hidden = move |is_left_out: bool| {
        let reading = reading.read();
        let columns = columns.read();
        let others = reading.columns.iter().enumerate().filter(|(at, it)| {
            !columns.contains(at) && matches!(it.role.is, Role::Unused) == is_left_out
        });
        let names: Vec<String> = others
            .map(|(at, it)| {
                let name = words::column_name(lang, &it.name, at);
                if matches!(it.role.is, Role::Other | Role::Unused) {
                    name
                } else {
                    format!("{name} ({})", words::role(lang, it.role.is))
                }
            })
            .collect();
        names.join(", ")
    };
    let also = move || {
        Some(hidden(false))
            .filter(|it| !it.is_empty())
            .map(|it| t!(lang, bring_also_read, list = it))
    };
    let left_out = move || {
        Some(hidden(true))
            .filter(|it| !it.is_empty())
            .map(|it| t!(lang, bring_left_out, list = it))
    };
    let n_columns = Memo::new(move |_| reading.read().columns.len());
    let n_main = Memo::new(move |_| table::main_columns(&reading.read()).len());
    let n_rows = Memo::new(move |_| reading.read().preview.len());
    view! {
        <p class="f13 muted mt-2 under">
            {lines} " " {also} " " {left_out} " "
            <Show when=move || n_main.get() < n_columns.get()>
                <button class="link" type="button" on:click=move |_| all_columns.update(|it| *it = !*it)>
                    {move || {
                        if all_columns.get() {
                            t!(lang, bring_show_fewer_columns).to_owned()
                        } else {
                            t!(lang, bring_show_all_columns, n = n_columns.get())
                        }
                    }}
                </button>
                " "
            </Show>
            <Show when=move || n_rows.get().gt(&FEW_ROWS)>
                <button class="link" type="button" on:click=move |_| all_rows.update(|it| *it = !*it)>
                    {move || {
                        if all_rows.get() {
                            t!(lang, bring_show_fewer_lines).to_owned()
                        } else {
                            t!(lang, bring_show_more_lines, n = n_rows.get())
                        }
                    }}
                </button>
            </Show>
        </p>
    }
    .into_any()
}
