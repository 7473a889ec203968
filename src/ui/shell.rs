//! What stands around every step: masthead, stepper and toast.

use leptos::prelude::*;

use super::history::{self, UndoRedo};
use super::persist::{Ask, use_desk};
use super::route::Route;
use super::settings::use_prefs;
use super::state::{Toast, use_app, use_lang};
use crate::browser::timer::Timer;
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
    let prefs = use_prefs();
    let languages = Lang::ALL.map(|it| {
        view! {
            <a
                href="#"
                lang=it.tag()
                aria-current=(it == lang).then_some("true")
                on:click=move |event| {
                    event.prevent_default();
                    prefs.set_lang(app.lang, it);
                }
            >
                {it.own_name()}
            </a>
        }
    });
    let name = Memo::new(move |_| app.model.read().name.trim().to_owned());
    let title = move || {
        let name = name.get();
        let source = app.loaded.read().as_ref().map(|it| it.source.clone());
        let comma = (!name.is_empty() && source.is_some()).then_some(", ");
        view! { <b>{name}</b> {comma} {source} }
    };
    view! {
        <header class="mast">
            <div class="page mast__in">
                <a class="brand" href=Route::Start.href()><Bow/>"Rusetti"</a>
                <p class="mast__file hide-narrow">{title}</p>
                <div class="mast__tools">
                    <UndoRedo/>
                    <div class="hide-narrow"><Tools/></div>
                    <button class="btn btn--plain mast__more" type="button" popovertarget="menu">
                        {t!(lang, store_menu)}
                    </button>
                    <div class="mast__menu" id="menu" popover="auto">
                        <p class="f13 muted">{title}</p>
                        <Tools/>
                    </div>
                    <nav class="langs" aria-label=t!(lang, common_language)>{languages}</nav>
                </div>
            </div>
        </header>
    }
}

/// Models, size and colours: in the masthead, or in its menu on a phone.
#[component]
fn Tools() -> impl IntoView {
    let desk = use_desk();
    let prefs = use_prefs();
    let lang = use_lang();
    view! {
        <button class="btn btn--plain" type="button" on:click=move |_| desk.ask.set(Some(Ask::Models))>
            {t!(lang, store_models)}
        </button>
        <button
            class="btn btn--plain"
            type="button"
            aria-pressed=move || prefs.is_big().to_string()
            on:click=move |_| prefs.toggle_size()
        >
            {t!(lang, common_big_screen)}
        </button>
        <button class="btn btn--plain" type="button" on:click=move |_| prefs.toggle_theme()>
            {t!(lang, common_theme)}
        </button>
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
    let moved = Memo::new(move |_| app.sorting.read().by_hand().len());
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
                let (tiers, moved) = (app.shape.read().tiers(), moved.get());
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

/// Milliseconds that a toast stays, unless it is being read or used.
const TOAST_STAYS: i32 = 8_000;

/// What was just done, with Undo; Ctrl+Z does the same as long as the page is open.
#[component]
pub(crate) fn ToastBar() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let timer = StoredValue::new_local(None::<Timer>);
    let leave_later = move || {
        timer.set_value(Timer::after(TOAST_STAYS, move || app.toast.set(None)));
    };
    let stay = move || timer.set_value(None);
    Effect::new(move |_| {
        if app.toast.read().is_some() {
            leave_later();
        } else {
            stay();
        }
    });
    history::listen(app);
    let undo = move || {
        view! {
            <button type="button" on:click=move |_| app.undo()>{t!(lang, common_undo)}</button>
        }
    };
    let bar = move |toast: Toast| {
        view! {
            <div
                class="toast"
                on:pointerenter=move |_| stay()
                on:pointerleave=move |_| leave_later()
                on:focusin=move |_| stay()
                on:focusout=move |_| leave_later()
            >
                <span>{toast.text}</span>
                {toast.before.is_some().then(undo)}
            </div>
        }
    };
    view! { <div role="status">{move || app.toast.get().map(bar)}</div> }
}
