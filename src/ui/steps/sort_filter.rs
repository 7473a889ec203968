//! Search and filters over the table of customers.

use leptos::ev::Event;
use leptos::prelude::*;

use super::sort_listed::{Listed, base};
use crate::browser::grid;
use crate::domain::listing::{Only, words};
use crate::domain::tiers::rules::Trait;
use crate::i18n::{columns, methods};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// Words of one kind that the menu offers; those of a longer list are found by searching the file.
const WORDS: usize = 200;

/// A search field, the filters most asked for, and a menu of all.
#[component]
pub(crate) fn Filter(
    /// What is listed.
    listed: Listed,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let all = move || {
        let ranking = app.ranking.read();
        t!(
            lang,
            sort_show_all,
            n = ranking.len() + ranking.apart().len()
        )
    };
    let by_hand = move || {
        t!(
            lang,
            sort_show_by_hand,
            n = app.sorting.read().by_hand().len()
        )
    };
    let option = move |only: Option<Only>, label: AnyView| {
        let shown = only.clone();
        let is_on = move || match &shown {
            Some(it) => app.list.is_on(it),
            None => listed.filters.read().is_empty(),
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="show-customers"
                    prop:checked=is_on
                    on:change=move |_| app.list.show(only.iter().cloned().collect())
                />
                <span>{label}</span>
            </label>
        }
    };
    let add = move |event: Event| {
        let offered = offered(app);
        let chosen = event_target_value(&event).parse::<usize>().ok();
        if let Some((_, only)) = chosen.and_then(|it| offered.into_iter().nth(it)) {
            app.list.add(only);
        }
        grid::reset(&event);
    };
    view! {
        <label class="vh" for="find-customer">{t!(lang, sort_find)}</label>
        <input
            class="input filter__find"
            id="find-customer"
            type="search"
            autocomplete="off"
            placeholder=t!(lang, sort_find)
            prop:value=move || app.list.search.get()
            on:input=move |event| app.list.search.set(event_target_value(&event))
        />
        <fieldset class="seg">
            <legend class="vh">{t!(lang, sort_show)}</legend>
            <div class="seg__in">
                {option(None, all.into_any())}
                {option(Some(Only::NearLimit), t!(lang, sort_show_near).into_any())}
                {option(Some(Only::ByHand), by_hand.into_any())}
            </div>
        </fieldset>
        {move || menu(app, add)}
    }
    .into_any()
}

/// Every filter that would find somebody or may yet, under the heading of its kind.
fn offered(app: App) -> Vec<(String, Only)> {
    let lang = app.lang.get_untracked();
    let plan = app.plan.read();
    let tier = columns::column(lang, crate::domain::listing::Column::Tier);
    let near = columns::with_capital(t!(lang, sort_show));
    let mut all: Vec<(String, Only)> = (0..plan.tiers())
        .map(|it| (tier.clone(), Only::Tier(it)))
        .collect();
    let base = base(app);
    if base.customers.iter().any(|it| !it.revenue.is_positive()) {
        all.push((tier, Only::Apart));
    }
    for only in [Only::NearLimit, Only::ByHand, Only::Due] {
        all.push((near.clone(), only));
    }
    for what in Trait::ALL {
        let heading = columns::with_capital(methods::characteristic(lang, what));
        let words = words(&base.customers, what).into_iter().take(WORDS);
        all.extend(words.map(|(word, _)| (heading.clone(), Only::Is(what, word))));
    }
    all
}

/// The menu of filters.
fn menu(app: App, add: impl Fn(Event) + 'static) -> AnyView {
    let lang = app.lang.get_untracked();
    let plan = app.plan.read();
    let offered: Vec<(usize, (String, Only))> = offered(app).into_iter().enumerate().collect();
    let groups = offered
        .chunk_by(|one, other| one.1.0 == other.1.0)
        .map(|group| {
            let label = group.first().map(|it| it.1.0.clone());
            let options = group.iter().map(|(at, (_, only))| {
                let text = match only {
                    Only::Is(_, word) => word.clone(),
                    other => columns::filter(lang, &plan, other),
                };
                view! { <option value=at.to_string()>{text}</option> }
            });
            view! { <optgroup label=label>{options.collect_view()}</optgroup> }
        });
    view! {
        <label class="vh" for="add-filter">{t!(lang, sort_filters)}</label>
        <select class="select select--small filter__add" id="add-filter" on:change=add>
            <option value="" selected>{t!(lang, sort_filter_add)}</option>
            {groups.collect_view()}
        </select>
    }
    .into_any()
}

/// The filters that are on: each is taken off by pressing it.
#[component]
pub(crate) fn Chips(
    /// What is listed.
    listed: Listed,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let chip = move |text: String, off: Callback<()>| {
        view! {
            <li>
                <button
                    class="chip chip--on"
                    type="button"
                    aria-label=t!(lang, sort_filter_drop, what = &text)
                    on:click=move |_| off.run(())
                >
                    {text.clone()}
                </button>
            </li>
        }
    };
    let chips = move || {
        let (filters, plan) = (listed.filters.get(), app.plan.read());
        let text = app.list.search.read().trim().to_owned();
        if filters.is_empty() && text.is_empty() {
            return ().into_any();
        }
        let mut all: Vec<_> = filters
            .into_iter()
            .map(|it| {
                let label = columns::filter(lang, &plan, &it);
                chip(label, Callback::new(move |()| app.list.remove(&it)))
            })
            .collect();
        if !text.is_empty() {
            let quoted = t!(lang, sort_only_text, text = text);
            all.push(chip(
                quoted,
                Callback::new(move |()| app.list.search.set(String::new())),
            ));
        }
        let drop_all = (all.len() > 1).then(|| {
            let off = move |_| app.list.show(Vec::new());
            view! {
                <li>
                    <button class="btn btn--plain btn--small" type="button" on:click=off>
                        {t!(lang, sort_filter_drop_all)}
                    </button>
                </li>
            }
        });
        view! {
            <ul class="chips__list mt-3" aria-label=t!(lang, sort_filters)>
                {all} {drop_all}
            </ul>
        }
        .into_any()
    };
    chips
}
