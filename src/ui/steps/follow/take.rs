//! What the user takes away: the list of exports, each a button that works.

use leptos::prelude::*;

use super::open::OpenFile;
use super::with_facts;
use crate::browser::{clock, files};
use crate::export::crm::{self, Crm};
use crate::export::handbook::Handbook;
use crate::export::{customers, html, markdown};
use crate::i18n::Lang;
use crate::store::file::{file_name, seal_model};
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::route::Route;
use crate::ui::state::{App, Toast, use_app, use_lang};

/// Saves bytes on the user's disk and says so.
fn save(app: App, lang: Lang, name: &str, mime: &str, bytes: &[u8]) {
    let text = if files::download(name, mime, bytes) {
        t!(lang, follow_saved_file, name = name)
    } else {
        t!(lang, follow_saved_not).to_owned()
    };
    app.toast.set(Some(Toast { text, before: None }));
}

fn save_customers(app: App, lang: Lang) {
    let bytes = with_facts(app, customers::bytes);
    let name = format!("{}-{}.csv", t!(lang, export_file_customers), clock::stamp());
    save(app, lang, &name, "text/csv", &bytes);
}

fn save_markdown(app: App, lang: Lang) {
    let text = with_facts(app, |facts| {
        markdown::handbook(&Handbook::of(facts, facts.base.is_some()))
    });
    let name = format!("{}-{}.md", t!(lang, export_file_handbook), clock::stamp());
    save(app, lang, &name, "text/markdown", text.as_bytes());
}

fn save_html(app: App, lang: Lang) {
    let text = with_facts(app, |facts| {
        html::handbook(lang, &Handbook::of(facts, facts.base.is_some()))
    });
    let name = format!("{}-{}.html", t!(lang, export_file_handbook), clock::stamp());
    save(app, lang, &name, "text/html", text.as_bytes());
}

fn save_crm(app: App, lang: Lang, crm: Crm) {
    let bytes = with_facts(app, |facts| crm::bytes(facts, crm));
    let name = format!(
        "{}-{}-{}.csv",
        t!(lang, export_file_customers),
        crm.slug(),
        clock::stamp()
    );
    save(app, lang, &name, "text/csv", &bytes);
}

fn save_model(app: App, lang: Lang) {
    let text = app
        .model
        .with_untracked(|it| seal_model(it, 1, &clock::now()));
    let name = app
        .model
        .with_untracked(|it| file_name(&it.name, &clock::stamp()));
    save(app, lang, &name, "application/json", text.as_bytes());
}

/// The list.
#[component]
pub(super) fn Take() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let desk = use_desk();
    let csv_detail = move || match app.loaded.read().as_ref() {
        Some(it) => t!(lang, follow_take_csv_d, n = it.base.customers.len()),
        None => t!(lang, follow_take_csv_none).to_owned(),
    };
    let crms = Crm::ALL.map(|crm| {
        let name = match crm {
            Crm::HubSpot => "HubSpot",
            Crm::Pipedrive => "Pipedrive",
            Crm::Generic => t!(lang, follow_btn_crm),
        };
        view! {
            <button
                class="btn btn--small"
                type="button"
                id=format!("save-{}", crm.slug())
                disabled=move || !app.has_customers()
                on:click=move |_| save_crm(app, lang, crm)
            >
                {name}
            </button>
        }
    });
    view! {
        <section class="section mt-6" aria-labelledby="take">
            <h2 id="take">{t!(lang, follow_take_h)}</h2>
            <ul class="list mt-3">
                <li class="row row--between">
                    <span>
                        <span class="b">{t!(lang, follow_take_csv)}</span>
                        " "
                        <span class="muted">{csv_detail}</span>
                    </span>
                    <button
                        class="btn btn--small"
                        type="button"
                        id="save-csv"
                        disabled=move || !app.has_customers()
                        on:click=move |_| save_customers(app, lang)
                    >
                        {t!(lang, follow_btn_csv)}
                    </button>
                </li>
                <li class="row row--between">
                    <span>
                        <span class="b">{t!(lang, follow_take_crm)}</span>
                        " "
                        <span class="muted">{t!(lang, follow_take_crm_d)}</span>
                    </span>
                    <span class="row">{crms}</span>
                </li>
                <li class="row row--between">
                    <span>
                        <span class="b">{t!(lang, follow_take_handbook)}</span>
                        " "
                        <span class="muted">{t!(lang, follow_take_handbook_d)}</span>
                    </span>
                    <span class="row">
                        <a class="btn btn--small" href=Route::Handbook.href()>
                            {t!(lang, follow_btn_print)}
                        </a>
                        <button
                            class="btn btn--small"
                            type="button"
                            id="save-markdown"
                            on:click=move |_| save_markdown(app, lang)
                        >
                            {t!(lang, follow_btn_markdown)}
                        </button>
                        <button
                            class="btn btn--small"
                            type="button"
                            id="save-html"
                            on:click=move |_| save_html(app, lang)
                        >
                            "HTML"
                        </button>
                    </span>
                </li>
                <li class="row row--between">
                    <span>
                        <span class="b">{t!(lang, follow_take_model)}</span>
                        " "
                        <span class="muted">{t!(lang, follow_take_model_d)}</span>
                    </span>
                    <button
                        class="btn btn--small"
                        type="button"
                        id="save-model"
                        on:click=move |_| save_model(app, lang)
                    >
                        {t!(lang, follow_btn_model)}
                    </button>
                </li>
                <li class="row row--between">
                    <span>
                        <span class="b">{t!(lang, follow_take_all)}</span>
                        " "
                        <span class="muted">{t!(lang, follow_take_all_d)}</span>
                    </span>
                    <button
                        class="btn btn--small"
                        type="button"
                        id="save-all"
                        on:click=move |_| desk.backup()
                    >
                        {t!(lang, follow_btn_all)}
                    </button>
                </li>
                <OpenFile/>
            </ul>
        </section>
    }
    .into_any()
}
