//! Step 2, See: how much hangs on how few, who costs, what changed, and whether tiers fit.

mod change;
mod courses;
mod dependence;
mod fit;
mod silent;
mod spark;
mod table;
mod ways;
mod whale;

use leptos::prelude::*;

use self::change::ChangeBridge;
use self::dependence::Dependence;
use self::fit::FitVerdict;
use self::table::CurveTable;
use self::whale::WhaleCurve;
use crate::domain::amount::Amount;
use crate::domain::care::Question;
use crate::domain::fit::Way;
use crate::i18n::{Lang, amounts, format};
use crate::t;
use crate::ui::charts::{LorenzChart, ParetoChart};
use crate::ui::look::Seen;
use crate::ui::route::Route;
use crate::ui::state::{use_app, use_lang};
use crate::ui::widgets::{PageHead, SavePicture, Segmented, over_customers};

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
    let seen = Seen::new(app);
    view! {
        <main id="main" class="page">
            <Head seen/>
            <div class="cols">
                <Curve seen/>
                <Dependence seen/>
            </div>
            <Apart seen/>
            <section class="cols section see-more" aria-label=t!(lang, see_more)>
                <WhaleCurve/>
                <ChangeBridge/>
            </section>
            <FitVerdict/>
        </main>
    }
}

/// The finding, and the way on that the user chose.
#[component]
fn Head(seen: Seen) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let title = Signal::derive(move || headline(lang, seen));
    let is_meetings = Memo::new(move |_| ways::chosen(&app.model.read()) == Way::Meetings);
    move || {
        let (href, go) = if is_meetings.get() {
            let care = Route::Care {
                tier: 0,
                question: Question::Aim,
            };
            (care.href(), t!(lang, fit_go_meetings))
        } else {
            (Route::Sort.href(), t!(lang, see_go))
        };
        view! { <PageHead title lede=t!(lang, see_lede) href go/> }
    }
}

fn headline(lang: Lang, seen: Seen) -> String {
    let ranking = seen.ranking.read();
    let of = amounts::of(lang, seen.amount.get());
    if ranking.len() == 1 {
        return t!(lang, see_headline_only, of = of);
    }
    let (k, n) = (ranking.customers_for(8_000), ranking.len());
    if k == n {
        return t!(lang, see_headline_all, n = n, of = of);
    }
    t!(lang, see_headline, k = k, n = n, of = of)
}

/// The curve of one amount, one way round or the other.
#[component]
fn Curve(seen: Seen) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let at = RwSignal::new(None::<usize>);
    let is_table_open = RwSignal::new(false);
    let total = move || {
        let ranking = seen.ranking.read();
        let total = format::money(lang, ranking.total(), &app.currency.read());
        t!(lang, see_foot, total = total, n = ranking.len())
    };
    let sub = move || {
        let of = amounts::of(lang, seen.amount.get());
        if app.look.is_lorenz.get() {
            t!(lang, see_lorenz_sub, of = of)
        } else {
            t!(lang, see_chart_sub, of = of)
        }
    };
    let file = move || {
        if app.look.is_lorenz.get() {
            t!(lang, see_file_lorenz)
        } else {
            t!(lang, see_file_pareto)
        }
    };
    let amounts = move || {
        let offered = seen.offered.get();
        (offered.len() > 1).then(|| {
            let options = offered
                .iter()
                .map(|it| (*it, amounts::title(lang, *it)))
                .collect();
            view! {
                <Segmented
                    name="amount"
                    legend=t!(lang, see_by)
                    options
                    chosen=seen.amount
                    choose=move |it: Amount| {
                        at.set(None);
                        app.look.amount.set(it);
                    }
                />
            }
        })
    };
    let views = vec![
        (false, t!(lang, see_view_pareto)),
        (true, t!(lang, see_view_lorenz)),
    ];
    view! {
        <figure class="chart c8">
            <div class="row row--between see-choices noprint">
                {amounts}
                <Segmented
                    name="view"
                    legend=t!(lang, see_view)
                    options=views
                    chosen=app.look.is_lorenz
                    choose=move |it| app.look.is_lorenz.set(it)
                />
            </div>
            <figcaption class="chart__sub">{sub}</figcaption>
            {move || {
                if app.look.is_lorenz.get() {
                    view! { <LorenzChart seen/> }.into_any()
                } else {
                    view! { <ParetoChart at seen/> }.into_any()
                }
            }}
            <div class="chart__foot">
                <span>{total}</span>
                <span class="row">
                    <SavePicture name=Signal::derive(file) title=Signal::derive(move || headline(lang, seen))/>
                    <button
                        class="btn btn--plain btn--small"
                        type="button"
                        aria-haspopup="dialog"
                        on:click=move |_| is_table_open.set(true)
                    >
                        {t!(lang, common_as_table)}
                    </button>
                </span>
            </div>
            <CurveTable open=is_table_open seen/>
        </figure>
    }
    .into_any()
}

/// Whom the curve leaves out.
#[component]
fn Apart(seen: Seen) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let apart = move || {
        let ranking = seen.ranking.read();
        let amount = seen.amount.get();
        let n = ranking.apart().len();
        (n > 0).then(|| {
            let money = |it| format::money(lang, it, &app.currency.read());
            let sum = money(ranking.apart_total());
            let total = money(ranking.total() + ranking.apart_total());
            let name = amounts::name(lang, amount);
            let mut text = t!(lang, see_apart, n = n, sum = sum, name = name);
            if amount == Amount::Revenue {
                text = format!("{text} {}", t!(lang, see_apart_where));
            }
            text = format!("{text} {}", t!(lang, see_apart_total, total = total));
            view! {
                <div class="notice">
                    <span class="notice__mark" aria-hidden="true">"i"</span>
                    <p>{text}</p>
                </div>
            }
        })
    };
    view! { <div class="stack see-notes">{apart}</div> }
}
