//! What stands around every step: masthead, stepper, foot and toast.

use leptos::prelude::*;

use super::route::Route;
use super::state::{use_app, use_lang};
use crate::browser::page;
use crate::i18n::Lang;
use crate::t;

/// The bow tie.
#[component]
pub(crate) fn Bow() -> impl IntoView {
    view! {
        <svg class="bow" viewBox="0 0 34 20" aria-hidden="true" focusable="false">
            <path class="bow__l" d="M14.5 8.2 3 2.2Q1.5 1.6 1.5 3.2V16.8Q1.5 18.4 3 17.8L14.5 11.8Z"/>
            <path class="bow__r" d="M19.5 8.2 31 2.2Q32.5 1.6 32.5 3.2V16.8Q32.5 18.4 31 17.8L19.5 11.8Z"/>
            <rect class="bow__k" x="14.2" y="6.2" width="5.6" height="7.6" rx="1.6"/>
        </svg>
    }
}

/// Brand, file, tools and languages.
#[component]
pub(crate) fn Masthead() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let big = RwSignal::new(false);
    let languages = Lang::ALL.map(|it| {
        view! {
            <a
                href="#"
                lang=it.tag()
                aria-current=(it == lang).then_some("true")
                on:click=move |event| {
                    event.prevent_default();
                    app.lang.set(it);
                }
            >
                {it.own_name()}
            </a>
        }
    });
    let toggle_theme = move |_| {
        let is_dark = page::data("theme").map_or_else(page::prefers_dark, |it| it == "dark");
        page::set_data("theme", Some(if is_dark { "light" } else { "dark" }));
    };
    let toggle_size = move |_| {
        big.update(|it| *it = !*it);
        page::set_data("size", big.get_untracked().then_some("big"));
    };
    view! {
        <header class="mast">
            <div class="page mast__in">
                <a class="brand" href=Route::Start.href()><Bow/>"Rusetti"</a>
                <p class="mast__file hide-narrow">{move || app.loaded.read().as_ref().map(|it| it.source.clone())}</p>
                <div class="mast__tools">
                    <button
                        class="btn btn--plain hide-narrow"
                        type="button"
                        aria-pressed=move || big.get().to_string()
                        on:click=toggle_size
                    >
                        {t!(lang, common_big_screen)}
                    </button>
                    <button class="btn btn--plain hide-narrow" type="button" on:click=toggle_theme>
                        {t!(lang, common_theme)}
                    </button>
                    <nav class="langs" aria-label=t!(lang, common_language)>{languages}</nav>
                </div>
            </div>
        </header>
    }
}

/// The name of a step.
#[must_use]
pub(crate) fn step_name(lang: Lang, step: usize) -> &'static str {
    match step {
        0 => t!(lang, common_step_bring),
        1 => t!(lang, common_step_see),
        2 => t!(lang, common_step_sort),
        3 => t!(lang, common_step_care),
        _ => t!(lang, common_step_follow),
    }
}

/// The five steps, each with its result; hidden on the start page.
#[component]
pub(crate) fn Stepper() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let result = move |step: usize| -> String {
        if !app.has_customers() {
            return String::new();
        }
        let ranking = app.ranking.read();
        match step {
            0 => t!(lang, common_state_customers, n = ranking.len()),
            1 => t!(
                lang,
                common_state_bring_80,
                n = ranking.customers_for(8_000)
            ),
            2 => {
                let (tiers, moved) = (app.plan.read().tiers(), app.sorting.read().by_hand().len());
                if moved == 0 {
                    t!(lang, common_state_tiers, n = tiers)
                } else {
                    t!(lang, common_state_tiers_moved, n = tiers, m = moved)
                }
            }
            3 => {
                let care = app.care.read();
                let done = care.iter().filter(|it| it.is_done()).count();
                if care.iter().all(|it| it.answers() == 0) {
                    String::new()
                } else {
                    t!(lang, common_state_done, n = done, of = care.len())
                }
            }
            _ => String::new(),
        }
    };
    let items = Route::STEPS
        .into_iter()
        .enumerate()
        .map(move |(at, route)| {
            let is_here = move || app.route.get().step() == Some(at);
            let is_done =
                move || app.has_customers() && app.route.get().step().is_some_and(|here| at < here);
            view! {
                <li>
                    <a
                        class="step"
                        href=route.href()
                        data-state=move || if is_done() { "done" } else { "todo" }
                        aria-current=move || is_here().then_some("step")
                    >
                        <span class="step__name">
                            <span class="step__n">{at + 1}</span>
                            {step_name(lang, at)}
                        </span>
                        <span class="step__state">{move || result(at)}</span>
                    </a>
                </li>
            }
        });
    view! {
        <nav class="steps" aria-label=t!(lang, common_steps) hidden=move || app.route.get() == Route::Start>
            <div class="page"><ol class="steps__list">{items.collect_view()}</ol></div>
        </nav>
    }
}

/// The promise of privacy at the foot of every step.
#[component]
pub(crate) fn Foot() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    view! {
        <footer class="foot" hidden=move || app.route.get() == Route::Start>
            <div class="page row row--between">
                <span>{t!(lang, common_foot_privacy)}</span>
            </div>
        </footer>
    }
}

/// What was just done, with Undo.
#[component]
pub(crate) fn ToastBar() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    view! {
        <div role="status">
            {move || {
                app.toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div class="toast">
                                <span>{toast.text}</span>
                                {toast
                                    .before
                                    .is_some()
                                    .then(|| {
                                        view! {
                                            <button type="button" on:click=move |_| app.undo()>
                                                {t!(lang, common_undo)}
                                            </button>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
