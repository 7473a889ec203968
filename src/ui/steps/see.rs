//! Step 2, See: how much hangs on how few customers.

use leptos::prelude::*;

use super::see_dependence::Dependence;
use super::see_table::CurveTable;
use crate::i18n::format;
use crate::t;
use crate::ui::charts::ParetoChart;
use crate::ui::route::Route;
use crate::ui::state::{use_app, use_lang};
use crate::ui::widgets::{PageHead, over_customers};

/// Below this number of customers the figures move with every order.
const FEW: usize = 30;

/// The step.
#[component]
pub(crate) fn SeeStep() -> impl IntoView {
    over_customers(|| view! { <Found/> }.into_any())
}

/// The curve and what hangs on it.
#[component]
fn Found() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let at = RwSignal::new(None::<usize>);
    let is_table_open = RwSignal::new(false);
    let headline = Signal::derive(move || {
        let ranking = app.ranking.read();
        if ranking.len() == 1 {
            return t!(lang, see_headline_only).to_owned();
        }
        t!(
            lang,
            see_headline,
            k = ranking.customers_for(8_000),
            n = ranking.len()
        )
    });
    let total = move || {
        let ranking = app.ranking.read();
        let total = format::money(lang, ranking.total(), &app.currency.read());
        t!(lang, see_foot, total = total, n = ranking.len())
    };
    view! {
        <main id="main" class="page">
            <PageHead
                title=headline
                lede=t!(lang, see_lede)
                href=Route::Sort.href()
                go=t!(lang, see_go)
            />
            <div class="cols">
                <figure class="chart c8">
                    <figcaption class="chart__sub">{t!(lang, see_chart_sub)}</figcaption>
                    <ParetoChart at/>
                    <div class="chart__foot">
                        <span>{total}</span>
                        <button
                            class="btn btn--plain btn--small"
                            type="button"
                            aria-haspopup="dialog"
                            on:click=move |_| is_table_open.set(true)
                        >
                            {t!(lang, common_as_table)}
                        </button>
                    </div>
                </figure>
                <Dependence/>
            </div>
            <Notes/>
            <CurveTable open=is_table_open/>
        </main>
    }
}

/// What the figures above leave out or cannot bear.
#[component]
fn Notes() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let few = move || {
        let n = app.ranking.read().len();
        (n < FEW).then(|| note(t!(lang, see_few, n = n)))
    };
    let apart = move || {
        let ranking = app.ranking.read();
        let currency = app.currency.read();
        let n = ranking.apart().len();
        (n > 0).then(|| {
            let sum = format::money(lang, ranking.apart_total(), &currency);
            let total = format::money(lang, ranking.total() + ranking.apart_total(), &currency);
            let first = t!(lang, see_apart, n = n, sum = sum);
            note(format!(
                "{first} {}",
                t!(lang, see_apart_total, total = total)
            ))
        })
    };
    view! { <div class="stack see-notes">{few}{apart}</div> }
}

fn note(text: String) -> AnyView {
    view! {
        <div class="notice">
            <span class="notice__mark" aria-hidden="true">"i"</span>
            <p>{text}</p>
        </div>
    }
    .into_any()
}
