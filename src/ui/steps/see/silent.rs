//! Customers that have been silent for longer than is usual for them.

use std::sync::Arc;

use leptos::prelude::*;

use super::change::month;
use super::spark::{Months, spark};
use super::whale::{LISTED, more};
use crate::domain::month::Month;
use crate::domain::periods::{Dates, Silent, silent};
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Dialog;

/// How many are silent, and who; nothing where rows are not dated.
#[component]
pub(super) fn SilentLine() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let is_open = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let loaded = app.loaded.read();
        let customers = &loaded.as_ref()?.base.customers;
        let end = Dates::of(customers)?.end;
        Some(Arc::new((silent(customers, end), end)))
    });
    let line = move || {
        let found = found.get()?;
        let n = found.0.len();
        if n == 0 {
            return Some(
                view! { <p class="mt-3 f14">{t!(lang, change_silent_none)}</p> }.into_any(),
            );
        }
        Some(
            view! {
                <p class="mt-3 f14">
                    <strong>{t!(lang, change_silent, n = n)}</strong>
                    " "
                    <button
                        class="btn btn--plain btn--small"
                        type="button"
                        aria-haspopup="dialog"
                        on:click=move |_| is_open.set(true)
                    >
                        {t!(lang, whale_show, n = n)}
                    </button>
                </p>
            }
            .into_any(),
        )
    };
    let close = move || is_open.set(false);
    view! {
        {line}
        <Dialog open=is_open on_close=close labelledby="silent-table">
            <div class="row row--between">
                <h2 id="silent-table">{t!(lang, change_silent_table)}</h2>
                <button class="btn btn--small" type="button" on:click=move |_| close()>
                    {t!(lang, common_close)}
                </button>
            </div>
            {move || found.get().map(|it| table(app, &it.0, it.1))}
        </Dialog>
    }
    .into_any()
}

fn table(app: App, all: &[Silent], end: Month) -> AnyView {
    let lang = app.lang.get_untracked();
    let months = Months::of(app);
    let row = |it: &Silent| {
        let customer = app.customer(it.customer)?;
        let number = |it: i32| format::count(lang, u64::try_from(it).unwrap_or(0));
        let spark = months.map(|it| view! { <td>{spark(&customer, it)}</td> });
        Some(view! {
            <tr>
                <th scope="row">{customer.name}</th>
                <td>{month(lang, it.last)}</td>
                <td class="num">{number(it.months)}</td>
                <td class="num">{number(it.longest)}</td>
                <td class="num">{format::money_whole(lang, it.value, &app.currency.read())}</td>
                {spark}
            </tr>
        })
    };
    let rows = all.iter().take(LISTED).filter_map(row).collect_view();
    view! {
        <p class="mt-2 f13 muted">{t!(lang, change_silent_lede, end = month(lang, end))}</p>
        <div class="tablewrap curve-table mt-3" tabindex="0" role="region" aria-labelledby="silent-table">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, change_col_customer)}</th>
                        <th scope="col">{t!(lang, change_col_last)}</th>
                        <th scope="col" class="num">{t!(lang, change_col_silent)}</th>
                        <th scope="col" class="num">{t!(lang, change_col_longest)}</th>
                        <th scope="col" class="num">{t!(lang, change_col_value)}</th>
                        {months.map(|_| view! { <th scope="col">{t!(lang, change_col_months)}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more(app, all.len())}
    }
    .into_any()
}
