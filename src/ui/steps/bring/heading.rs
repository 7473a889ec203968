//! The finding as headline, and the way on.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Screen, doubts, table};
use crate::i18n::reading as words;
use crate::ingest::{ReadOptions, Reading};
use crate::t;
use crate::ui::intake::Phase;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};

/// The sentence about a reading: how many customers, or what stops them.
pub(super) fn title(app: App, reading: &Reading) -> String {
    let lang = app.lang.get();
    if let Some(issue) = reading.fatal() {
        let column = |at| table::column_name(lang, reading, at);
        return words::issue(lang, issue, column, &app.currency.read()).title;
    }
    let customers = app.ranking.read().len();
    match doubts::to_check(reading) {
        0 => t!(lang, bring_read, n = customers),
        columns => t!(lang, bring_read_check, n = customers, m = columns),
    }
}

/// What a screen reader hears when the screen changes.
pub(super) fn spoken(app: App, screen: Screen, reading: Option<Arc<Reading>>) -> String {
    let lang = app.lang.get();
    match screen {
        Screen::Working => {
            let name = app
                .intake
                .trial
                .read()
                .as_ref()
                .map(|it| it.given.name.clone());
            t!(lang, bring_working, name = name.unwrap_or_default())
        }
        Screen::Report if is_rereading(app) => t!(lang, bring_rereading).to_owned(),
        Screen::Report | Screen::Unread => reading.map(|it| title(app, &it)).unwrap_or_default(),
        // Their own notices speak.
        Screen::Empty | Screen::Kept | Screen::Stopped(_) => String::new(),
    }
}

/// An option was changed and the new reading is not there yet.
fn is_rereading(app: App) -> bool {
    app.intake
        .trial
        .read()
        .as_ref()
        .is_some_and(|it| matches!(it.phase, Phase::Working(_)))
}

/// The head of the page for a table.
#[component]
pub(super) fn Heading(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let remedy = move || {
        let reading = reading.read();
        match reading.fatal() {
            Some(issue) => {
                words::issue(
                    lang,
                    issue,
                    |at| table::column_name(lang, &reading, at),
                    &app.currency.read(),
                )
                .remedy
            }
            None => t!(lang, bring_lede).to_owned(),
        }
    };
    let is_fatal = move || reading.read().fatal().is_some();
    view! {
        <div class="pagehead" aria-busy=move || is_rereading(app).then_some("true")>
            <h1>{move || title(app, &reading.read())}</h1>
            <p class="lede">{remedy}</p>
            <Show when=move || !is_fatal() fallback=|| view! { <Back/> }>
                <Go/>
            </Show>
        </div>
        <div class="bring__again">
            <Show when=move || is_rereading(app)>
                <p class="row f13">
                    <progress class="bring__bar" aria-label=t!(lang, bring_rereading)></progress>
                    <span>{t!(lang, bring_rereading)}</span>
                    <button class="btn btn--small" type="button" on:click=move |_| app.intake.cancel()>
                        {t!(lang, common_cancel)}
                    </button>
                </p>
            </Show>
        </div>
    }
    .into_any()
}

/// On to the next step.
#[component]
pub(super) fn Go() -> impl IntoView {
    let lang = use_lang();
    view! {
        <p class="go">
            <a class="btn btn--go" href=Route::See.href()>{t!(lang, bring_go)}</a>
        </p>
    }
    .into_any()
}

/// Back to the customers that were there before, if there were any.
#[component]
pub(super) fn Back() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    // The same file with other options goes back one change; another file goes back to the first.
    let is_change = move |source: &str| {
        let trial = app.intake.trial.read();
        let given = trial.as_ref().map(|it| &it.given);
        given.is_some_and(|it| it.name == source && it.options != ReadOptions::default())
    };
    move || {
        app.loaded.read().as_ref().map(|it| {
            let label = if is_change(&it.source) {
                t!(lang, bring_undo_change).to_owned()
            } else {
                t!(lang, bring_back_to, name = &it.source)
            };
            view! {
                <p class="go">
                    <button class="btn" type="button" on:click=move |_| app.intake.cancel()>
                        {label}
                    </button>
                </p>
            }
        })
    }
}
