//! The question of extras: what else these customers get, and what each of them costs.

use leptos::prelude::*;

use super::more::{Optionals, TextPlace};
use super::tier::TierCare;
use crate::domain::care::Extra;
use crate::domain::money::Money;
use crate::i18n::{format, templates, trades};
use crate::t;
use crate::ui::widgets::{AmountField, Chips, WholeField};

/// What extra they get, or the decision that they get nothing.
#[component]
pub(super) fn ExtrasQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    // Rows are drawn anew when one is taken away, so that no row keeps another's half-typed text.
    let generation = RwSignal::new(0_u32);
    let rows = move || {
        let generation = generation.get();
        let len = care.model.with(|it| it.extras.len());
        (0..len).map(|at| (generation, at)).collect::<Vec<_>>()
    };
    let of_trade = care
        .trade()
        .map(|it| trades::of(lang, it, care.rank()).extra);
    let examples: Vec<&'static str> = of_trade
        .into_iter()
        .chain(templates::extras(lang, care.rank()))
        .collect();
    let texts: Vec<String> = examples.iter().map(ToString::to_string).collect();
    let pick = Callback::new(move |at: usize| {
        let what = examples.get(at).copied().unwrap_or_default().to_owned();
        care.edit(|it| {
            it.no_extras = false;
            if it.extras.iter().all(|old| old.what != what) {
                it.extras.push(Extra {
                    what,
                    cost: Money::ZERO,
                });
            }
        });
    });
    let sums = move || {
        let model = care.model.read();
        let each = model.extras_a_year();
        let count = i128::try_from(care.customers()?).ok()?;
        let currency = app.currency.read();
        (!model.no_extras && !model.extras.is_empty()).then(|| {
            t!(
                lang,
                care_extra_sum,
                each = format::money(lang, each, &currency),
                all = format::money(lang, each.times_ratio(count, 1), &currency)
            )
        })
    };
    view! {
        <label class="tick mt-3">
            <input
                type="checkbox"
                prop:checked=move || care.model.read().no_extras
                on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    care.edit(|it| it.no_extras = is_on);
                }
            />
            <span>{t!(lang, care_extra_none)}</span>
        </label>
        <div hidden=move || care.model.read().no_extras>
            // Over what it adds to: a second press meets the same example, and adds nothing.
            <Chips
                label=t!(lang, care_examples)
                texts
                pick
            />
            <ul class="plan plan--extras mt-3">
                <For
                    each=rows
                    key=|it| *it
                    children=move |(_, at)| view! { <ExtraRow care at generation/> }
                />
            </ul>
            <p class="row row--between mt-3">
                <button
                    class="btn btn--small"
                    type="button"
                    on:click=move |_| {
                        // An empty one that is there is the next to fill in.
                        let extras = care.model.with_untracked(|it| it.extras.clone());
                        let is_empty = |it: &Extra| it.what.trim().is_empty();
                        let at = extras.iter().position(is_empty).unwrap_or(extras.len());
                        if at == extras.len() {
                            care.edit(|it| {
                                it.extras.push(Extra { what: String::new(), cost: Money::ZERO });
                            });
                        }
                        request_animation_frame(move || {
                            crate::browser::page::focus(&format!("extra-{at}"));
                        });
                    }
                >
                    {t!(lang, care_add_extra)}
                </button>
                <span class="f13 muted">{sums}</span>
            </p>
        </div>
        <Starts care/>
        <Optionals
            care
            texts=vec![
                (
                    TextPlace { get: |it| &it.onboarding, set: |it, text| it.onboarding = text },
                    "onboarding",
                    t!(lang, care_onboarding),
                    "",
                    trades::onboarding(lang, care.rank()),
                ),
                (
                    TextPlace { get: |it| &it.growth, set: |it, text| it.growth = text },
                    "growth",
                    t!(lang, care_growth),
                    t!(lang, care_growth_hint),
                    trades::growth(lang, care.rank()),
                ),
            ]
        />
    }
}

/// The hours that new customers' starts take.
#[component]
fn Starts(care: TierCare) -> impl IntoView {
    let lang = care.lang;
    let minutes = Signal::derive(move || Some(care.model.read().onboarding_minutes));
    let set_minutes = Callback::new(move |it| care.edit(|model| model.onboarding_minutes = it));
    let new = Signal::derive(move || Some(care.model.read().new_a_year));
    let set_new = Callback::new(move |it| care.edit(|model| model.new_a_year = it));
    let sum = move || {
        let minutes = care.model.read().starts_a_year();
        (minutes > 0).then(|| t!(lang, care_starts, h = format::hours(lang, minutes)))
    };
    view! {
        <div class="starts mt-3">
            <WholeField
                id="onboarding-minutes"
                label=t!(lang, care_onboarding_minutes)
                value=minutes
                range=(0, 9_999)
                set=set_minutes
            />
            <WholeField
                id="new-a-year"
                label=t!(lang, care_new_a_year)
                value=new
                range=(0, 9_999)
                set=set_new
            />
            <p class="f13 muted" aria-live="polite">{sum}</p>
        </div>
    }
}

#[component]
fn ExtraRow(care: TierCare, at: usize, generation: RwSignal<u32>) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let cost = Signal::derive(move || {
        let model = care.model.read();
        model.extras.get(at).map(|it| it.cost).unwrap_or_default()
    });
    let set = Callback::new(move |cost: Money| {
        care.edit(|it| {
            if let Some(extra) = it.extras.get_mut(at) {
                extra.cost = cost;
            }
        });
    });
    let sign = format::currency_sign(&app.currency.get_untracked()).to_owned();
    let what_id = format!("extra-{at}");
    view! {
        <li class="plan__row">
            <div class="field plan__kind">
                <label for=what_id.clone()>{t!(lang, care_extra_what)}</label>
                <input
                    class="input"
                    id=what_id
                    type="text"
                    autocomplete="off"
                    prop:value=move || {
                        care.model.with(|it| it.extras.get(at).map(|it| it.what.clone()))
                    }
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        care.edit(|it| {
                            if let Some(extra) = it.extras.get_mut(at) {
                                extra.what = text;
                            }
                        });
                    }
                />
            </div>
            <AmountField
                id=format!("extra-cost-{at}")
                label=t!(lang, care_extra_cost, sign = sign)
                value=cost
                set
            />
            <button
                class="btn btn--plain plan__remove"
                type="button"
                aria-label=t!(lang, care_extra_remove, n = at + 1)
                on:click=move |_| {
                    care.change(t!(lang, care_extra_removed).to_owned(), |it| {
                        if at < it.extras.len() {
                            it.extras.remove(at);
                        }
                    });
                    generation.update(|it| *it += 1);
                }
            >
                {t!(lang, care_remove)}
            </button>
        </li>
    }
}
