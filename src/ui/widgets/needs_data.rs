//! What a step shows where there are no customers to show.

use leptos::prelude::*;

use super::PageHead;
use crate::i18n::format;
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{use_app, use_lang};

/// A step about customers; without any it says so, and where to get them.
pub(crate) fn over_customers(step: fn() -> AnyView) -> impl Fn() -> AnyView {
    let app = use_app();
    move || {
        if !app.has_customers() {
            view! { <Missing/> }.into_any()
        } else if app.ranking.read().is_empty() {
            view! { <Nobody/> }.into_any()
        } else {
            step()
        }
    }
}

/// No customers yet.
#[component]
fn Missing() -> impl IntoView {
    let lang = use_lang();
    view! {
        <main id="main" class="page">
            <PageHead
                title=t!(lang, see_needs_title)
                lede=t!(lang, see_needs_lede)
                href=Route::Start.href()
                go=t!(lang, see_needs_go)
            />
        </main>
    }
    .into_any()
}

/// Customers, but none with a positive value: there is nothing to draw.
#[component]
fn Nobody() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let lede = Signal::derive(move || {
        let ranking = app.ranking.read();
        let sum = format::money(lang, ranking.apart_total(), &app.currency.read());
        t!(lang, see_nobody_lede, n = ranking.apart().len(), sum = sum)
    });
    view! {
        <main id="main" class="page">
            <PageHead
                title=t!(lang, see_nobody)
                lede
                href=Route::Bring.href()
                go=t!(lang, see_nobody_go)
            />
        </main>
    }
    .into_any()
}
