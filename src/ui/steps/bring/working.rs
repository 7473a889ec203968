//! A new file is being read: how far, and the way out.

use leptos::prelude::*;

use crate::i18n::format;
use crate::t;
use crate::ui::intake::Phase;
use crate::ui::state::{use_app, use_lang};

/// Progress with Cancel.
#[component]
pub(super) fn Working() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let name = move || {
        let name = app
            .intake
            .trial
            .read()
            .as_ref()
            .map(|it| it.given.name.clone());
        t!(lang, bring_working, name = name.unwrap_or_default())
    };
    let done = Memo::new(
        move |_| match app.intake.trial.read().as_ref().map(|it| &it.phase) {
            Some(Phase::Working(done)) => *done,
            _ => 1.0,
        },
    );
    view! {
        <div class="pagehead">
            <h1>{name}</h1>
            <p class="lede">{t!(lang, bring_working_lede)}</p>
        </div>
        <div class="progress bring__progress">
            <label for="bring-progress">
                {move || t!(lang, bring_progress, share = format::percent(lang, done.get(), 0))}
            </label>
            <progress id="bring-progress" max="1" prop:value=move || done.get()></progress>
            <p>
                <button class="btn" type="button" on:click=move |_| app.intake.cancel()>
                    {t!(lang, common_cancel)}
                </button>
            </p>
        </div>
    }
    .into_any()
}
