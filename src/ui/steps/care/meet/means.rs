//! The list of means: what can be done for a customer, and what each takes.

use leptos::prelude::*;

use super::{change, edit};
use crate::domain::care::meetings::Means;
use crate::domain::money::Money;
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{use_app, use_lang};
use crate::ui::widgets::{AmountField, Chips, NumberOf, number_fields};

/// Means to start from: name, times a year, minutes each time.
fn library(lang: Lang) -> Vec<(&'static str, u32, u32)> {
    let numbers = |text: &'static str| text.split('|').map(|it| it.parse().unwrap_or(1));
    t!(lang, meet_library)
        .split('|')
        .zip(numbers(t!(lang, meet_library_times)))
        .zip(numbers(t!(lang, meet_library_minutes)))
        .map(|((name, times), minutes)| (name, times, minutes))
        .collect()
}

/// The list, with examples to add.
#[component]
pub(super) fn MeansList() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let ids = move || {
        let meetings = app.meetings.read();
        meetings.means.iter().map(|it| it.id).collect::<Vec<_>>()
    };
    let add = move |name: String, times: u32, minutes: u32| {
        let mut new = 0;
        edit(app, |it| {
            new = it.free_id();
            it.means.push(Means {
                id: new,
                name,
                times,
                minutes,
                cost: Money::ZERO,
            });
        });
        new
    };
    let library = StoredValue::new(library(lang));
    let pick = Callback::new(move |at: usize| {
        let Some((name, times, minutes)) = library.with_value(|it| it.get(at).copied()) else {
            return;
        };
        let has = |it: &crate::domain::care::Meetings| it.means.iter().any(|it| it.name == name);
        if !app.meetings.with_untracked(has) {
            add(name.to_owned(), times, minutes);
        }
    });
    let texts = library.with_value(|it| it.iter().map(|it| it.0.to_owned()).collect::<Vec<_>>());
    view! {
        <section class="section mt-6" aria-labelledby="means">
            <h2 id="means" tabindex="-1">{t!(lang, meet_means_h)}</h2>
            <p class="muted mt-2">{t!(lang, meet_means_lede)}</p>
            <ul class="plan plan--means mt-4">
                <For each=ids key=|it| *it children=move |id| view! { <MeansRow id/> }/>
            </ul>
            <button
                class="btn btn--small mt-3"
                type="button"
                id="add-means"
                on:click=move |_| {
                    let new = add(String::new(), 1, 30);
                    request_animation_frame(move || {
                        crate::browser::page::focus(&format!("means-{new}"));
                    });
                }
            >
                {t!(lang, meet_means_add)}
            </button>
            <Chips label=t!(lang, meet_library_label) texts pick/>
        </section>
    }
}

#[component]
fn MeansRow(id: u32) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let means = Memo::new(move |_| {
        let meetings = app.meetings.read();
        meetings.means.iter().find(|it| it.id == id).cloned()
    });
    let users = move || {
        let meetings = app.meetings.read();
        let users = meetings.targets.values();
        users.filter(|it| it.means.contains(&id)).count()
    };
    let place = move || {
        let meetings = app.meetings.read();
        let at = meetings.means.iter().position(|it| it.id == id);
        at.unwrap_or_default() + 1
    };
    let edit_one = move |change: &dyn Fn(&mut Means)| {
        edit(app, |it| {
            if let Some(means) = it.means.iter_mut().find(|it| it.id == id) {
                change(means);
            }
        });
    };
    let read = move |get: fn(&Means) -> u32| means.read().as_ref().map(get);
    let numbers = [
        NumberOf::<Means> {
            id: "means-times",
            label: t!(lang, meet_means_times),
            most: 999,
            get: |it| it.times,
            set: |it, n| it.times = n,
        },
        NumberOf {
            id: "means-minutes",
            label: t!(lang, meet_means_minutes),
            most: 9_999,
            get: |it| it.minutes,
            set: |it, n| it.minutes = n,
        },
    ];
    let cost = Signal::derive(move || means.read().as_ref().map(|it| it.cost).unwrap_or_default());
    let set_cost = Callback::new(move |cost: Money| edit_one(&|it| it.cost = cost));
    let sign = format::currency_sign(&app.currency.get_untracked()).to_owned();
    view! {
        <li class="plan__row">
            <div class="field plan__kind">
                <label for=format!("means-{id}")>{t!(lang, meet_means_name)}</label>
                <input
                    class="input"
                    id=format!("means-{id}")
                    type="text"
                    autocomplete="off"
                    prop:value=move || means.read().as_ref().map(|it| it.name.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        edit_one(&|it| it.name.clone_from(&text));
                    }
                />
            </div>
            {number_fields(id, "", numbers, read, edit_one)}
            <AmountField
                id=format!("means-cost-{id}")
                label=t!(lang, meet_means_cost, sign = sign)
                value=cost
                set=set_cost
            />
            <span class="f13 muted means__used">{move || t!(lang, meet_means_used, n = users())}</span>
            <button
                class="btn btn--plain plan__remove"
                type="button"
                aria-label=move || t!(lang, meet_means_remove, n = place())
                on:click=move |_| {
                    change(
                        app,
                        t!(lang, meet_means_removed).to_owned(),
                        |it| {
                            it.means.retain(|it| it.id != id);
                            for target in it.targets.values_mut() {
                                target.means.retain(|it| *it != id);
                            }
                        },
                    );
                    crate::browser::page::focus("add-means");
                }
            >
                <span aria-hidden="true">"×"</span>
            </button>
        </li>
    }
}
