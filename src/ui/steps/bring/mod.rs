//! Step 1, bring in: what was read, what is doubtful, and the words that change how it is read.

mod account;
mod again;
mod alike;
mod aside;
mod doubts;
mod groups;
mod heading;
mod letters;
mod preview;
mod read_as;
mod remarks;
mod table;
mod trouble;
mod ways;
mod word;
mod working;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::ingest::Reading;
use crate::t;
use crate::ui::intake::{Phase, Trouble};
use crate::ui::state::{App, use_app, use_lang};
use account::AccountTable;
use again::Again;
use alike::AlikePairs;
use aside::AsideList;
use doubts::Doubts;
use groups::GroupsOfCompanies;
use heading::{Heading, spoken};
use preview::Preview;
use read_as::ReadAs;
use remarks::Remarks;
use trouble::{Stopped, Unread};
use ways::{AnotherFile, Ways};
use working::Working;

/// What the step shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    /// Nothing was brought in yet.
    Empty,
    /// Something new is being read.
    Working,
    /// The browser or the reader gave up.
    Stopped(Trouble),
    /// Read, and there is not even a table to show.
    Unread,
    /// A table, with or without customers.
    Report,
    /// Customers without the file they came from.
    Kept,
}

/// A reading on screen: the same one is not drawn twice.
#[derive(Clone)]
struct Shown(Arc<Reading>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The reading on screen: the failed one, the one of the customers, or the one before a change.
fn shown(app: App) -> Option<Shown> {
    let trial = app.intake.trial.read();
    let of_trial = trial.as_ref().and_then(|it| match &it.phase {
        Phase::Failed(reading) => Some(Arc::clone(reading)),
        Phase::Working(_) | Phase::Stopped(_) => it.meanwhile.clone(),
    });
    let of_customers = || app.loaded.read().as_ref().and_then(|it| it.reading.clone());
    of_trial.or_else(of_customers).map(Shown)
}

fn screen(app: App, shown: Option<&Shown>) -> Screen {
    let trial = app.intake.trial.read();
    let has_table = shown.is_some_and(|it| !it.0.columns.is_empty());
    match trial.as_ref().map(|it| (&it.phase, it.meanwhile.is_some())) {
        Some((Phase::Working(_), true) | (Phase::Failed(_), _)) if has_table => Screen::Report,
        Some((Phase::Working(_), _)) => Screen::Working,
        Some((Phase::Stopped(trouble), _)) => Screen::Stopped(*trouble),
        Some((Phase::Failed(_), _)) => Screen::Unread,
        None if shown.is_some() => Screen::Report,
        None if app.has_customers() => Screen::Kept,
        None => Screen::Empty,
    }
}

/// The step.
#[component]
pub(crate) fn BringStep() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let shown = Memo::new(move |_| shown(app));
    let screen = Memo::new(move |_| {
        (
            screen(app, shown.read().as_ref()),
            app.intake.cancelled.get(),
        )
    });
    // A screen that gives way to another takes the focus with it: it goes on at the new heading.
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get().0;
        if before.is_some_and(|it| it != now) {
            request_animation_frame(page::focus_heading);
        }
        now
    });
    view! {
        <main id="main" class="page bring">
            <p class="vh" role="status">{move || spoken(app, screen.get().0, shown.get().map(|it| it.0))}</p>
            {move || match screen.get().0 {
                Screen::Empty => {
                    view! {
                        <div class="pagehead">
                            <h1>{t!(lang, bring_empty)}</h1>
                            <p class="lede">{t!(lang, bring_empty_lede)}</p>
                        </div>
                        <Ways/>
                    }
                        .into_any()
                }
                Screen::Working => view! { <Working/> }.into_any(),
                Screen::Stopped(trouble) => view! { <Stopped trouble/> }.into_any(),
                Screen::Unread => {
                    shown.get_untracked().map(|it| view! { <Unread reading=it.0/> }).into_any()
                }
                Screen::Report => {
                    shown
                        .get_untracked()
                        .map(|first| {
                            // The last reading stays while the screen is being left.
                            let reading = Memo::new(move |last: Option<&Shown>| {
                                shown.get().or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
                            });
                            let reading = Signal::derive(move || reading.get().0);
                            view! { <Report reading/> }
                        })
                        .into_any()
                }
                Screen::Kept => view! { <Kept/> }.into_any(),
            }}
        </main>
    }
    .into_any()
}

/// A table that was read.
#[component]
fn Report(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let has_customers = move || reading.read().fatal().is_none();
    view! {
        <Heading reading/>
        <Doubts reading/>
        <ReadAs reading/>
        <Again reading/>
        <div class="cols mt-5">
            <section class="c9" aria-labelledby="preview-title">
                <Preview reading/>
                <Show when=has_customers>
                    <AlikePairs/>
                    <GroupsOfCompanies/>
                </Show>
                <Remarks reading/>
            </section>
            <div class="c3">
                <Show when=has_customers>
                    <AccountTable reading/>
                </Show>
                <AsideList reading/>
                <Show when=has_customers>
                    <AnotherFile/>
                </Show>
            </div>
        </div>
        <Show when=move || !has_customers()>
            <div class="bring__ways">
                <Ways/>
            </div>
        </Show>
    }
    .into_any()
}

/// Customers that came with a project: there is no file to show.
#[component]
fn Kept() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    view! {
        <div class="pagehead">
            <h1>{move || t!(lang, bring_read, n = app.ranking.read().len())}</h1>
            <p class="lede">{t!(lang, bring_lede_kept)}</p>
            <heading::Go/>
        </div>
        <AlikePairs/>
        <GroupsOfCompanies/>
        <div class="bring__ways">
            <Ways/>
        </div>
    }
    .into_any()
}
