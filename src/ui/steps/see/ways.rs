//! The three ways to look after customers, offered as equals.

use leptos::prelude::*;

use crate::domain::care;
use crate::domain::fit::Way;
use crate::domain::tiers::{Method, Rule, TierCuts};
use crate::store::document::Model;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// The choice of a way.
#[component]
pub(super) fn Ways(
    /// The one that the findings speak for, once they are there.
    best: Signal<Option<Way>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let chosen = Memo::new(move |_| chosen(&app.model.read()));
    let option = move |way: Way| {
        let word = match way {
            Way::Tiers => t!(lang, fit_way_tiers),
            Way::FewTiers => t!(lang, fit_way_few),
            Way::Meetings => t!(lang, fit_way_meetings),
        };
        let what = move || match way {
            Way::Tiers => t!(lang, fit_way_tiers_d).to_owned(),
            Way::FewTiers => {
                let ranking = app.ranking.read();
                match ranking.customers_for(8_000) {
                    // There is no rest.
                    k if k == ranking.len() => t!(lang, fit_way_few_all).to_owned(),
                    k => t!(lang, fit_way_few_d, k = k),
                }
            }
            Way::Meetings => t!(lang, fit_way_meetings_d).to_owned(),
        };
        let is_best = move || {
            (best.get() == Some(way))
                .then(|| view! { <span class="choice__v hot">{t!(lang, fit_way_best)}</span> })
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="way"
                    prop:checked=move || chosen.get() == way
                    on:change=move |_| choose(app, way)
                />
                <span class="choice__t">{word}</span>
                {is_best}
                <span class="choice__d">{what}</span>
            </label>
        }
    };
    view! {
        <fieldset class="c5 ways">
            <legend class="label">{t!(lang, fit_way)}</legend>
            {Way::ALL.map(option).into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// The way that the model goes.
pub(super) fn chosen(model: &Model) -> Way {
    match (model.way, model.plan.tiers()) {
        (care::Way::Meetings, _) => Way::Meetings,
        (_, 2) => Way::FewTiers,
        _ => Way::Tiers,
    }
}

/// Goes a way: tiers as they are where their number fits it, else the usual ones.
fn choose(app: App, way: Way) {
    let lang = app.lang.get_untracked();
    let text = match way {
        Way::Tiers => t!(lang, fit_changed_tiers),
        Way::FewTiers => t!(lang, fit_changed_few),
        Way::Meetings => t!(lang, fit_changed_meetings),
    };
    app.change(text.to_owned(), |model| {
        model.way = match way {
            Way::Meetings => care::Way::Meetings,
            Way::Tiers | Way::FewTiers => care::Way::Tiers,
        };
        let tiers = match way {
            Way::Tiers => 3,
            Way::FewTiers => 2,
            Way::Meetings => return,
        };
        if (model.plan.tiers() == 2) != (tiers == 2) {
            model.plan.set_method(Method::Share {
                cuts: TierCuts::usual(tiers),
                rule: Rule::Exclusive,
            });
        }
    });
}
