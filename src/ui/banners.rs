//! What the user must know about saving: lasting, each with its way out.

use leptos::prelude::*;

use super::persist::{Ask, Desk, Notice, use_desk};
use super::state::use_lang;
use crate::store::shelf::WriteError;
use crate::t;

/// All notices about saving, under the stepper of every step.
#[component]
pub(crate) fn Banners() -> impl IntoView {
    let desk = use_desk();
    let lang = use_lang();
    view! {
        <section
            class="banners"
            aria-label=t!(lang, store_notices)
            hidden=move || desk.notices.read().is_empty()
        >
            <div class="page stack" role="alert">
                {move || desk.notices.get().into_iter().map(|it| banner(desk, it)).collect_view()}
            </div>
        </section>
    }
}

fn banner(desk: Desk, notice: Notice) -> AnyView {
    let lang = use_lang();
    let (name, title, what) = match &notice {
        Notice::Blocked => (
            "blocked",
            t!(lang, store_blocked).to_owned(),
            t!(lang, store_blocked_do),
        ),
        Notice::NotSaved(WriteError::Full) => (
            "full",
            t!(lang, store_full).to_owned(),
            t!(lang, store_full_do),
        ),
        Notice::NotSaved(WriteError::Refused) => (
            "refused",
            t!(lang, store_refused).to_owned(),
            t!(lang, store_refused_do),
        ),
        Notice::ReadOnly(app) => (
            "read-only",
            t!(lang, store_read_only, app = app),
            t!(lang, store_read_only_do),
        ),
        Notice::NewerHidden(app) => (
            "newer",
            t!(lang, store_newer_hidden, app = app),
            t!(lang, store_newer_hidden_do),
        ),
        Notice::Quarantined(texts) => (
            "quarantined",
            t!(lang, store_quarantined, n = texts.len()),
            t!(lang, store_quarantined_do),
        ),
        Notice::Both => (
            "both",
            t!(lang, store_both).to_owned(),
            t!(lang, store_both_do),
        ),
        Notice::Removed => (
            "removed",
            t!(lang, store_removed).to_owned(),
            t!(lang, store_removed_do),
        ),
        Notice::KeepFailed => (
            "keep-failed",
            t!(lang, store_keep_failed).to_owned(),
            t!(lang, store_keep_failed_do),
        ),
        Notice::KeptUnreadable => (
            "kept-unreadable",
            t!(lang, store_kept_unreadable).to_owned(),
            t!(lang, store_kept_unreadable_do),
        ),
    };
    let is_bad = matches!(notice, Notice::NotSaved(_));
    // What is not over stays: changes that are not saved, a model that must not be changed.
    let can_close = !matches!(notice, Notice::NotSaved(_) | Notice::ReadOnly(_));
    let closing = notice.clone();
    let close = can_close.then(|| {
        view! {
            <button
                class="btn btn--small"
                type="button"
                aria-label=t!(lang, store_dismiss)
                on:click=move |_| desk.drop_notices(|it| *it == closing)
            >
                {t!(lang, common_close)}
            </button>
        }
    });
    view! {
        <div class="notice notice--warn" class=("notice--bad", is_bad) data-notice=name>
            <span class="notice__mark" aria-hidden="true">"!"</span>
            <div>
                <p class="b">{title}</p>
                <p>{what}</p>
            </div>
            <div class="row">{way_out(desk, notice)} {close}</div>
        </div>
    }
    .into_any()
}

fn way_out(desk: Desk, notice: Notice) -> Option<impl IntoView> {
    let lang = use_lang();
    let (text, act): (&str, Callback<()>) = match notice {
        Notice::Blocked | Notice::NotSaved(_) | Notice::KeepFailed => (
            t!(lang, common_foot_backup),
            Callback::new(move |()| desk.backup()),
        ),
        Notice::ReadOnly(_) => (
            t!(lang, store_read_only_copy),
            Callback::new(move |()| desk.keep_copy()),
        ),
        Notice::Quarantined(texts) => (
            t!(lang, store_quarantined_save),
            Callback::new(move |()| Desk::save_quarantined(&texts)),
        ),
        Notice::Both | Notice::NewerHidden(_) => (
            t!(lang, store_models),
            Callback::new(move |()| desk.ask.set(Some(Ask::Models))),
        ),
        Notice::Removed | Notice::KeptUnreadable => return None,
    };
    Some(view! {
        <button class="btn btn--small" type="button" on:click=move |_| act.run(())>
            {text}
        </button>
    })
}
