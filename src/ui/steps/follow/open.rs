//! Opening a model or a project that was saved as a file: what is inside first, then the question.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::i18n::{Lang, saved};
use crate::store::document::Model;
use crate::store::file::{Content, Opened, open_any};
use crate::t;
use crate::ui::loaded::Loaded;
use crate::ui::models::{moment, shown_name};
use crate::ui::persist::{Desk, use_desk};
use crate::ui::state::{App, Toast, use_app, use_lang};
use crate::ui::widgets::Dialog;

/// The last line of the list: a file goes in where the others come out.
#[component]
pub(super) fn OpenFile() -> impl IntoView {
    let app = use_app();
    let desk = use_desk();
    let lang = use_lang();
    let trouble = RwSignal::new(None::<String>);
    let found = RwSignal::new(None::<Arc<Opened>>);
    let close = Callback::new(move |()| found.set(None));
    let take = move |event: leptos::ev::Event| {
        let Some(picked) = files::chosen(&event) else {
            return;
        };
        trouble.set(None);
        spawn_local(async move {
            let Ok(bytes) = picked.bytes().await else {
                trouble.set(Some(t!(lang, follow_unread).to_owned()));
                return;
            };
            let text = String::from_utf8_lossy(&bytes);
            match open_any(text.trim_start_matches('\u{feff}')) {
                Ok(opened) => found.set(Some(Arc::new(opened))),
                Err(why) => trouble.set(Some(saved::open_error(lang, &why))),
            }
        });
    };
    view! {
        <li>
            <div class="row row--between">
                <span>
                    <span class="b">{t!(lang, follow_take_back)}</span>
                    " "
                    <span class="muted">{t!(lang, follow_take_back_d)}</span>
                </span>
                <label class="btn btn--small filebtn">
                    {t!(lang, follow_btn_open)}
                    <input
                        type="file"
                        id="open-file"
                        class="vh"
                        accept=".json,application/json"
                        on:change=take
                    />
                </label>
            </div>
            <div role="alert">
                {move || {
                    trouble
                        .get()
                        .map(|why| {
                            view! {
                                <div class="notice notice--bad mt-3">
                                    <span class="notice__mark" aria-hidden="true">"!"</span>
                                    <p>
                                        <strong>{t!(lang, follow_open_trouble)}</strong>
                                        " "
                                        {why}
                                    </p>
                                </div>
                            }
                        })
                }}
            </div>
            <Dialog
                open=Signal::derive(move || found.read().is_some())
                on_close=close
                labelledby="open-title"
            >
                {move || found.get().map(|it| inside(app, desk, lang, it, close))}
            </Dialog>
        </li>
    }
}

/// What is in the file, and what opening it does.
fn inside(
    app: App,
    desk: Desk,
    lang: Lang,
    opened: Arc<Opened>,
    close: Callback<()>,
) -> impl IntoView {
    let model = opened.content.model();
    let care = model.care_of_tiers();
    let held = t!(
        lang,
        follow_open_model,
        n = care.len(),
        done = care.iter().filter(|it| it.is_done()).count(),
        people = model.people.len(),
        moved = model.exceptions.len()
    );
    let (customers, does) = match &opened.content {
        Content::Project(project) => (
            t!(
                lang,
                follow_open_customers,
                n = project.base.customers.len(),
                source = &project.source
            ),
            t!(lang, follow_open_replaces),
        ),
        Content::Model(_) => (
            t!(lang, follow_open_no_customers).to_owned(),
            t!(lang, follow_open_keeps),
        ),
    };
    let when = t!(
        lang,
        follow_open_saved,
        when = moment(lang, &opened.saved_at),
        app = &opened.app
    );
    let name = shown_name(lang, &model.name);
    view! {
        <h2 id="open-title">{t!(lang, follow_open_title)}</h2>
        <p class="mt-3 b">{name}</p>
        <p class="f14 mt-2">{held} " " {customers}</p>
        <p class="f14 muted mt-2">{when}</p>
        <p class="f14 mt-3">{does}</p>
        <div class="row mt-4">
            <button
                class="btn btn--go"
                type="button"
                on:click=move |_| {
                    close.run(());
                    open(app, desk, lang, &opened);
                }
            >
                {t!(lang, follow_open_yes)}
            </button>
            <button class="btn" type="button" on:click=move |_| close.run(())>
                {t!(lang, common_cancel)}
            </button>
        </div>
    }
}

/// The model on screen goes to the shelf, and what was in the file takes its place.
fn open(app: App, desk: Desk, lang: Lang, opened: &Opened) {
    let model: Model = opened.content.model().clone();
    let text = t!(lang, follow_opened, name = shown_name(lang, &model.name));
    if let Content::Project(project) = &opened.content {
        app.brought.set(Some(Loaded {
            source: project.source.clone(),
            base: Arc::new(project.base.clone()),
            reading: None,
        }));
    }
    desk.take_in(model);
    app.toast.set(Some(Toast { text, before: None }));
}
