//! How many were moved by hand, and when that speaks against the rule.

use leptos::prelude::*;

use crate::browser::reveal;
use crate::domain::listing::Show;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Term;

/// The exception rate in words.
#[component]
pub(crate) fn Exceptions(
    /// What the table of customers shows.
    show: RwSignal<Show>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let moved = Memo::new(move |_| app.sorting.read().exceptions().moved);
    let show_them = move |_| {
        show.set(Show::ByHand);
        reveal::reveal("customers");
    };
    let body = move || {
        if moved.get() == 0 {
            return view! { <p class="f14 mt-2">{t!(lang, sort_nobody_moved_why)}</p> }.into_any();
        }
        view! {
            <p class="f14 mt-2">
                <Term
                    id="d-exceptions"
                    label=t!(lang, terms_exception_rate)
                    definition=t!(lang, terms_exception_rate_def)
                />
                ": "
                {move || rate(app)}
            </p>
            <p class="mt-2">
                <button class="btn btn--small" type="button" on:click=show_them>
                    {t!(lang, sort_moved_show)}
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="moved" class="mt-5">
            <h2 id="moved">
                {move || match moved.get() {
                    0 => t!(lang, sort_nobody_moved).to_owned(),
                    n => t!(lang, sort_moved_title, n = n),
                }}
            </h2>
            {body}
        </section>
    }
    .into_any()
}

/// The rate over all, then each tier where it is high.
fn rate(app: App) -> String {
    let lang = app.lang.get_untracked();
    let sorting = app.sorting.read();
    let all = sorting.exceptions();
    let percent = |it: f64| format::percent(lang, it, 0);
    let mut sentences = vec![t!(
        lang,
        sort_moved_rate,
        n = all.moved,
        of = all.of,
        share = percent(all.share())
    )];
    for (at, tier) in sorting.tiers().iter().enumerate() {
        let rate = tier.exceptions;
        if rate.is_high() {
            sentences.push(t!(
                lang,
                sort_moved_high,
                tier = app.tier_name(at),
                n = rate.moved,
                of = rate.of,
                share = percent(rate.share()),
            ));
        }
    }
    sentences.join(" ")
}
