//! Nothing could be read: what happened, where, and what to do. The text or file is kept.

use std::sync::Arc;

use leptos::prelude::*;

use super::heading::{Back, title};
use super::ways::Ways;
use crate::i18n::format::count;
use crate::i18n::reading as words;
use crate::ingest::Reading;
use crate::t;
use crate::ui::intake::{LIMIT_MB, Trouble};
use crate::ui::state::{use_app, use_lang};

/// The file is no table.
#[component]
pub(super) fn Unread(
    /// What was found instead.
    reading: Arc<Reading>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    // A change of language draws the step anew, so nothing here needs to follow it.
    let title = untrack(|| title(app, &reading));
    let remedy = reading
        .fatal()
        .map(|it| words::issue(lang, it, |_| String::new(), &app.currency.get_untracked()).remedy);
    view! { <Sentence title remedy=remedy.unwrap_or_default() can_try_again=false/> }
}

/// The browser or the reader gave up.
#[component]
pub(super) fn Stopped(
    /// Why.
    trouble: Trouble,
) -> impl IntoView {
    let lang = use_lang();
    let (title, remedy) = match trouble {
        Trouble::TooLarge(size) => (
            t!(lang, bring_too_large),
            t!(
                lang,
                bring_too_large_do,
                size = count(lang, size.into()),
                limit = count(lang, LIMIT_MB.into())
            ),
        ),
        Trouble::NoMemory => (
            t!(lang, bring_no_memory),
            t!(lang, bring_no_memory_do).to_owned(),
        ),
        Trouble::Crashed => (
            t!(lang, bring_crashed),
            t!(lang, bring_crashed_do).to_owned(),
        ),
        Trouble::Unopened => (
            t!(lang, bring_unreadable),
            t!(lang, bring_unreadable_do).to_owned(),
        ),
        Trouble::NotLoaded => (
            t!(lang, bring_not_loaded),
            t!(lang, bring_not_loaded_do).to_owned(),
        ),
    };
    let can_try_again = matches!(trouble, Trouble::Crashed | Trouble::NotLoaded);
    view! { <Sentence title=title.to_owned() remedy can_try_again/> }
}

/// What happened as the headline, what to do under it, and every way on.
#[component]
fn Sentence(
    /// What happened.
    title: String,
    /// What to do.
    remedy: String,
    /// Whether trying once more can help.
    can_try_again: bool,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let name = app
        .intake
        .trial
        .with_untracked(|it| it.as_ref().map(|it| it.given.name.clone()));
    view! {
        <div class="pagehead" role="alert">
            <h1>{title}</h1>
            <p class="lede">
                {name
                    .map(|it| view! { <span class="b">{t!(lang, bring_failed_name, name = it)}</span> <br/> })}
                {remedy}
            </p>
            <Back/>
        </div>
        {can_try_again
            .then(|| {
                view! {
                    <p class="bring__retry">
                        <button class="btn btn--go" type="button" on:click=move |_| app.intake.try_again()>
                            {t!(lang, bring_try_again)}
                        </button>
                    </p>
                }
            })}
        <Ways/>
    }
    .into_any()
}
