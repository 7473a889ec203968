//! The models on this device: opened, named, deleted, begun.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::persist::{Ask, Desk, use_desk};
use super::route::Route;
use super::state::{App, use_app, use_lang};
use super::widgets::Dialog;
use crate::browser::{clock, start_page};
use crate::domain::care::Question;
use crate::i18n::{Lang, saved};
use crate::t;

/// A saved moment in words, on the user's clock.
pub(crate) fn moment(lang: Lang, instant: &str) -> String {
    clock::local_time(instant).map_or_else(String::new, |it| saved::moment(lang, it))
}

/// The user's name for a model, or that it has none.
pub(crate) fn shown_name(lang: Lang, name: &str) -> String {
    match name.trim() {
        "" => t!(lang, store_models_unnamed).to_owned(),
        name => name.to_owned(),
    }
}

/// Where work on a model goes on: with customers at the curve, without them at the promises.
fn work(app: App) -> Route {
    if app.loaded.read().is_some() {
        Route::See
    } else {
        Route::Care {
            tier: 0,
            question: Question::Aim,
        }
    }
}

/// The list of models in a dialog.
#[component]
pub(crate) fn ModelsDialog() -> impl IntoView {
    let desk = use_desk();
    let open = Signal::derive(move || desk.ask.get() == Some(Ask::Models));
    let close = Callback::new(move |()| {
        if desk.ask.get_untracked() == Some(Ask::Models) {
            desk.ask.set(None);
        }
    });
    view! {
        <Dialog open on_close=close labelledby="models-title">
            <ModelsList/>
        </Dialog>
    }
}

#[component]
fn ModelsList() -> impl IntoView {
    let desk = use_desk();
    let lang = use_lang();
    // The open model stands first, even where nothing of it is saved yet.
    let ids = Memo::new(move |_| {
        let current = desk.id();
        let entries = desk.entries.read();
        let others = entries.iter().map(|it| &it.id).filter(|it| **it != current);
        let others: Vec<String> = others.cloned().collect();
        std::iter::once(current).chain(others).collect::<Vec<_>>()
    });
    view! {
        <h2 id="models-title">{t!(lang, store_models_title)}</h2>
        <p class="mt-2 muted f14">{t!(lang, store_models_lede)}</p>
        <ul class="models mt-4">
            <For each=move || ids.get() key=String::clone let:id>
                <ModelRow id/>
            </For>
        </ul>
        <p class="mt-3 f13 muted">{move || backup_line(desk, lang)}</p>
        <div class="row row--between mt-4">
            <button
                class="btn"
                type="button"
                on:click=move |_| {
                    desk.start_new();
                    desk.ask.set(None);
                }
            >
                {t!(lang, store_models_new)}
            </button>
            <button class="btn btn--plain" type="button" on:click=move |_| desk.ask.set(Some(Ask::Forget))>
                {t!(lang, common_foot_forget)}
            </button>
            <button class="btn" type="button" on:click=move |_| desk.ask.set(None)>
                {t!(lang, common_close)}
            </button>
        </div>
    }
}

/// When the open model was last saved as a file, and whether it changed since.
pub(crate) fn backup_line(desk: Desk, lang: Lang) -> String {
    match desk.last_backup() {
        None => t!(lang, store_backup_none).to_owned(),
        Some(it) if desk.needs_backup() => {
            t!(lang, store_backup_changed, when = moment(lang, &it.at))
        }
        Some(it) => t!(lang, store_backup_last, when = moment(lang, &it.at)),
    }
}

/// One model.
#[component]
fn ModelRow(
    /// Its id.
    id: String,
) -> impl IntoView {
    let app = use_app();
    let desk = use_desk();
    let lang = use_lang();
    let id = StoredValue::new(id);
    let entry = Memo::new(move |_| {
        let entries = desk.entries.read();
        id.with_value(|id| entries.iter().find(|it| it.id == *id).cloned())
    });
    let is_open = Memo::new(move |_| id.with_value(|it| *it == desk.id()));
    let is_newer = move || entry.read().as_ref().is_some_and(|it| it.is_newer);
    let name = move || {
        if is_open.get() {
            app.model.read().name.clone()
        } else {
            entry.get().map(|it| it.name).unwrap_or_default()
        }
    };
    let when = move || match entry.get() {
        Some(it) => t!(lang, store_saved_at, when = moment(lang, &it.saved_at)),
        None => t!(lang, store_not_saved_yet).to_owned(),
    };
    let sure = RwSignal::new(false);
    let label = move || {
        format!(
            "{}: {}",
            t!(lang, store_models_name),
            shown_name(lang, &name())
        )
    };
    let open_label = move || {
        format!(
            "{}: {}",
            t!(lang, store_models_open),
            shown_name(lang, &name())
        )
    };
    let delete_label = move || {
        format!(
            "{}: {}",
            t!(lang, store_models_delete),
            shown_name(lang, &name())
        )
    };
    let delete = move |_| {
        sure.set(false);
        id.with_value(|it| desk.remove(it));
    };
    view! {
        <li class="models__row" aria-current=move || is_open.get().then_some("true")>
            <div class="models__what">
                <input
                    class="input"
                    type="text"
                    maxlength="80"
                    autocomplete="off"
                    aria-label=label
                    placeholder=t!(lang, store_models_unnamed)
                    disabled=is_newer
                    prop:value=name
                    on:change=move |event| {
                        // Gone when the list closes under a half-typed name.
                        let _ = id.try_with_value(|it| desk.rename(it, &event_target_value(&event)));
                    }
                />
                <p class="f13 muted">
                    {when}
                    {move || is_open.get().then(|| view! { " · " <span class="b">{t!(lang, store_models_current)}</span> })}
                </p>
            </div>
            <div class="row">
                <button
                    class="btn btn--small"
                    type="button"
                    aria-label=open_label
                    hidden=move || is_open.get()
                    on:click=move |_| {
                        id.with_value(|it| desk.open(it));
                        desk.ask.set(None);
                    }
                >
                    {t!(lang, store_models_open)}
                </button>
                <button
                    class="btn btn--small"
                    type="button"
                    aria-label=delete_label
                    aria-expanded=move || sure.get().to_string()
                    hidden=move || entry.read().is_none()
                    on:click=move |_| sure.update(|it| *it = !*it)
                >
                    {t!(lang, store_models_delete)}
                </button>
            </div>
            <div class="models__sure" role="alert" hidden=move || !sure.get()>
                <p class="f14">{t!(lang, store_models_delete_sure)}</p>
                <div class="row">
                    <button class="btn btn--small btn--bad" type="button" on:click=delete>
                        {t!(lang, store_models_delete)}
                    </button>
                    <button class="btn btn--small" type="button" on:click=move |_| sure.set(false)>
                        {t!(lang, common_cancel)}
                    </button>
                </div>
            </div>
        </li>
    }
}

/// Fills the start page's line of what is saved on this device, in each language; without a saved
/// model the line is not there.
pub(crate) fn fill_start_page(desk: Desk) {
    for (tag, place) in start_page::saved_lines() {
        let Some(lang) = Lang::from_tag(&tag) else {
            continue;
        };
        mount_to(place, move || view! { <SavedLine lang/> }).forget();
    }
    Effect::new(move |_| start_page::show_saved_lines(!desk.entries.read().is_empty()));
}

/// “Saved on this device: model “Care 2026”, 12 March. Open it”.
#[component]
fn SavedLine(
    /// The language of the page it stands on.
    lang: Lang,
) -> impl IntoView {
    let app = use_app();
    let desk = use_desk();
    let newest = move || {
        let (current, entries) = (desk.id(), desk.entries.read());
        let open = entries.iter().find(|it| it.id == current);
        open.or_else(|| entries.first()).cloned()
    };
    move || {
        newest().map(|entry| {
            let name = shown_name(lang, &entry.name);
            let when = moment(lang, &entry.saved_at);
            let id = entry.id.clone();
            let open = move |_| {
                if id != desk.id() {
                    desk.open(&id);
                }
            };
            view! {
                <p class="f14 muted saved-line">
                    <span class="b saved-line__what">{t!(lang, store_here)}</span>
                    " "
                    {t!(lang, store_here_model, name = name, when = when)}
                    " "
                    <a href=move || work(app).href() on:click=open>{t!(lang, store_here_open)}</a>
                    " · "
                    <button class="link" type="button" on:click=move |_| desk.ask.set(Some(Ask::Models))>
                        {t!(lang, store_here_all)}
                    </button>
                </p>
            }
        })
    }
}
