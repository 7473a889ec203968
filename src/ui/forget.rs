//! Forget everything: says what goes, offers a backup first, and does it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::persist::{Ask, use_desk};
use super::settings::use_prefs;
use super::state::{use_app, use_lang};
use super::widgets::Dialog;
use crate::browser::{customers, location, start_page};
use crate::t;
use crate::ui::route::Route;

/// The question before everything goes.
#[component]
pub(crate) fn ForgetDialog() -> impl IntoView {
    let app = use_app();
    let desk = use_desk();
    let prefs = use_prefs();
    let lang = use_lang();
    let open = Signal::derive(move || desk.ask.get() == Some(Ask::Forget));
    let close = Callback::new(move |()| {
        if desk.ask.get_untracked() == Some(Ask::Forget) {
            desk.ask.set(None);
        }
    });
    let forget = Callback::new(move |()| {
        desk.ask.set(None);
        desk.forget();
        app.forget_past();
        prefs.forget(app);
        start_page::clear();
        location::go(&Route::Start.href());
        spawn_local(async move {
            let gone = customers::delete().await.is_ok();
            let lang = app.lang.get_untracked();
            desk.say(if gone {
                t!(lang, store_forgotten).to_owned()
            } else {
                t!(lang, store_forget_failed).to_owned()
            });
        });
    });
    view! {
        <Dialog open on_close=close labelledby="forget-title">
            <h2 id="forget-title">{t!(lang, store_forget_title)}</h2>
            <p class="mt-3">{t!(lang, store_forget_what)}</p>
            <ul class="bullets mt-2">
                <li>{move || t!(lang, store_forget_models, n = desk.entries.read().len())}</li>
                <li>{t!(lang, store_forget_customers)}</li>
                <li>{t!(lang, store_forget_settings)}</li>
            </ul>
            <p class="mt-3 muted f14">{t!(lang, store_forget_files)}</p>
            <div class="row mt-5">
                <button class="btn" type="button" on:click=move |_| desk.backup()>
                    {t!(lang, store_forget_backup)}
                </button>
                <button class="btn btn--bad" type="button" data-forget on:click=move |_| forget.run(())>
                    {t!(lang, store_forget_yes)}
                </button>
                <button class="btn btn--plain" type="button" on:click=move |_| desk.ask.set(None)>
                    {t!(lang, common_cancel)}
                </button>
            </div>
        </Dialog>
    }
}
