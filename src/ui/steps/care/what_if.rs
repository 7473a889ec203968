//! What if: more or fewer contacts in each tier, a dearer hour; the figures that follow, and one
//! button that makes it the plan.

use leptos::prelude::*;

use super::pay;
use crate::domain::care::business_case::TierCase;
use crate::domain::care::capacity::Capacity;
use crate::domain::care::stretch::scaled;
use crate::domain::care::{CareModel, Person};
use crate::domain::money::Money;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// Percent as it is.
const NOW: u32 = 100;

/// What the plan comes to: minutes, cost of hours and extras, what is left.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sums {
    minutes: u64,
    cost: Money,
    left: Option<Money>,
}

fn sums(app: App, models: &[CareModel], people: &[Person]) -> Sums {
    let counts = app.counts.read();
    let margins = pay::margins(app);
    let cases: Vec<TierCase> = models
        .iter()
        .zip(app.sorting.read().tiers())
        .enumerate()
        .map(|(at, (model, tier))| {
            let margin = margins.get(at).and_then(|it| it.margin);
            TierCase::of(model, people, tier.customers, tier.value, margin)
        })
        .collect();
    let left: Option<Vec<Money>> = cases.iter().map(TierCase::left).collect();
    Sums {
        minutes: Capacity::of(models, &counts, people).needs(),
        cost: cases.iter().map(TierCase::cost).sum(),
        left: left.map(|it| it.iter().sum()),
    }
}

/// The sliders, one press away.
#[component]
pub(super) fn WhatIf() -> impl IntoView {
    let lang = use_lang();
    let is_open = RwSignal::new(false);
    view! {
        <details class="disc care__compare" on:toggle=move |_| is_open.update(|it| *it = !*it)>
            <summary>{t!(lang, pay_if_h)}</summary>
            {move || is_open.get().then(|| view! { <Sliders/> })}
        </details>
    }
}

#[component]
fn Sliders() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let tiers = app.care.read_untracked().len();
    let contacts = RwSignal::new(vec![NOW; tiers]);
    let rate = RwSignal::new(NOW);
    let models = Memo::new(move |_| {
        let contacts = contacts.read();
        let care = app.care.read();
        let models = care
            .iter()
            .enumerate()
            .map(|(at, it)| scaled(it, contacts.get(at).copied().unwrap_or(NOW)));
        models.collect::<Vec<_>>()
    });
    let people = Memo::new(move |_| {
        let mut people = app.people.get();
        for it in &mut people {
            it.cost_an_hour = it.cost_an_hour.times_ratio(i128::from(rate.get()), 100);
        }
        people
    });
    let now = Memo::new(move |_| sums(app, &app.care.read(), &app.people.read()));
    let then = Memo::new(move |_| sums(app, &models.read(), &people.read()));
    let percent = move |it: u32| format::percent(lang, f64::from(it) / 100.0, 0);
    let sliders = (0..tiers)
        .map(|at| {
            let value = move || contacts.read().get(at).copied().unwrap_or(NOW);
            let id = format!("if-{at}");
            view! {
                <div class="field">
                    <label for=id.clone()>
                        <TierBadge tier=at name=app.tier_name(at)/>
                        " "
                        {move || t!(lang, pay_if_contacts, percent = percent(value()))}
                    </label>
                    <input
                        type="range"
                        id=id
                        min="0"
                        max="200"
                        step="10"
                        prop:value=move || value().to_string()
                        aria-valuetext=move || percent(value())
                        on:input=move |event| {
                            let percent = event_target_value(&event).parse().unwrap_or(NOW);
                            contacts
                                .update(|it| {
                                    if let Some(slot) = it.get_mut(at) {
                                        *slot = percent;
                                    }
                                });
                        }
                    />
                </div>
            }
        })
        .collect_view();
    let money = move |it: Option<Money>| {
        it.map_or_else(
            || "–".to_owned(),
            |it| format::money_whole(lang, it, &app.currency.read()),
        )
    };
    let row = move |label: &'static str, get: fn(&Sums) -> Option<Money>| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="num">{move || money(get(&now.read()))}</td>
                <td class="num b">{move || money(get(&then.read()))}</td>
            </tr>
        }
    };
    let verdict = move || {
        let has = app.capacity.read().has();
        let needs = then.read().minutes;
        let shown = format::hours(lang, has);
        if has == 0 {
            String::new()
        } else if needs > has {
            t!(lang, pay_if_over, has = shown)
        } else {
            t!(lang, pay_if_fits, has = shown)
        }
    };
    let is_changed = Memo::new(move |_| *models.read() != *app.care.read());
    let apply = move |_| {
        let new = models.get_untracked();
        app.change(t!(lang, pay_if_applied).to_owned(), |it| it.care = new);
        contacts.update(|it| it.fill(NOW));
        crate::browser::page::focus("if-0");
    };
    view! {
        <div class="cols mt-3">
            <div class="c5 whatif">
                {sliders}
                <div class="field">
                    <label for="if-rate">
                        {move || t!(lang, pay_if_rate, percent = percent(rate.get()))}
                    </label>
                    <input
                        type="range"
                        id="if-rate"
                        min="50"
                        max="200"
                        step="5"
                        prop:value=move || rate.get().to_string()
                        aria-valuetext=move || percent(rate.get())
                        on:input=move |event| {
                            rate.set(event_target_value(&event).parse().unwrap_or(NOW));
                        }
                    />
                </div>
            </div>
            <div class="c7">
                <table class="table table--open">
                    <caption class="vh">{t!(lang, pay_if_h)}</caption>
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col" class="num">{t!(lang, pay_if_now)}</th>
                            <th scope="col" class="num">{t!(lang, pay_if_then)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <th scope="row">{t!(lang, pay_if_hours)}</th>
                            <td class="num">{move || format::hours(lang, now.read().minutes)}</td>
                            <td class="num b">{move || format::hours(lang, then.read().minutes)}</td>
                        </tr>
                        {row(t!(lang, pay_if_cost), |it| Some(it.cost))}
                        {row(t!(lang, care_pay_left), |it| it.left)}
                    </tbody>
                </table>
                <p class="f13 mt-2" aria-live="polite">{verdict}</p>
                {move || {
                    is_changed
                        .get()
                        .then(|| {
                            view! {
                                <button
                                    class="btn btn--small mt-3"
                                    type="button"
                                    id="if-apply"
                                    on:click=apply
                                >
                                    {t!(lang, pay_if_apply)}
                                </button>
                            }
                        })
                }}
            </div>
        </div>
    }
    .into_any()
}
