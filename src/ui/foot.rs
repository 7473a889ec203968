//! The foot of every step: the promise of privacy, what is kept, the backup and the way to forget.

use leptos::prelude::*;

use super::keep;
use super::models::backup_line;
use super::persist::{Ask, use_desk};
use super::route::Route;
use super::state::{use_app, use_lang};
use crate::browser::storage;
use crate::t;

/// The foot.
#[component]
pub(crate) fn Foot() -> impl IntoView {
    let app = use_app();
    let desk = use_desk();
    let lang = use_lang();
    // Without storage nothing can be kept, and the banner has said so.
    let can_keep = !storage::place().is_memory();
    let is_kept = move || desk.index.read().keep;
    view! {
        <footer class="foot" hidden=move || app.route.get() == Route::Start>
            <div class="page foot__in">
                <div class="foot__keep" hidden=move || !can_keep || !(app.has_customers() || is_kept())>
                    <label class="foot__switch">
                        <input
                            type="checkbox"
                            role="switch"
                            aria-describedby="keep-hint"
                            prop:checked=is_kept
                            on:change=move |event| keep::choose(app, desk, event_target_checked(&event))
                        />
                        {t!(lang, store_keep)}
                    </label>
                    <span id="keep-hint">{t!(lang, store_keep_hint)}</span>
                </div>
                <p>
                    {t!(lang, common_foot_privacy)} " "
                    <a href=format!("#check-{}", lang.tag())>{t!(lang, common_foot_check)}</a>
                </p>
                <p class="row foot__ways">
                    <span class="foot__backup">{move || backup_line(desk, lang)}</span>
                    <button class="link" type="button" on:click=move |_| desk.backup()>
                        {t!(lang, common_foot_backup)}
                    </button>
                    <button class="link" type="button" on:click=move |_| desk.ask.set(Some(Ask::Forget))>
                        {t!(lang, common_foot_forget)}
                    </button>
                </p>
            </div>
        </footer>
    }
}
