//! Search and filters over the table of customers.

use leptos::ev::Event;
use leptos::prelude::*;

use super::sort_listed::{Listed, base};
use crate::browser::grid;
use crate::domain::listing::{Column, Only, words};
use crate::domain::tiers::rules::Trait;
use crate::i18n::{Lang, columns, methods};
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
    // Neither changes while a limit moves.
    let words = Memo::new(move |_| words_of(app));
    let offered = Memo::new(move |_| {
        let mut all = of_tiers(app);
        all.extend(words.get());
        all
    });
    let add = move |event: Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let chosen = offered.with_untracked(|it| Some(it.get(at?)?.only.clone()));
        if let Some(only) = chosen {
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
        {move || menu(lang, &offered.read(), add)}
    }
    .into_any()
}

/// A filter that the menu offers.
#[derive(Clone, PartialEq)]
struct Offer {
    /// The heading that it stands under.
    kind: String,
    text: String,
    only: Only,
}

/// Filters about tiers and moves.
fn of_tiers(app: App) -> Vec<Offer> {
    let lang = app.lang.get_untracked();
    let plan = app.shape.read();
    let tier = columns::column(lang, Column::Tier);
    let other = t!(lang, sort_show).to_owned();
    let offer = |kind: &String, only: Only| Offer {
        kind: kind.clone(),
        text: columns::filter(lang, &plan, &only),
        only,
    };
    let tiers = (0..plan.tiers()).map(|it| offer(&tier, Only::Tier(it)));
    let apart = (!app.ranking.read().apart().is_empty()).then(|| offer(&tier, Only::Apart));
    let others = [Only::NearLimit, Only::ByHand, Only::Due].map(|it| offer(&other, it));
    tiers.chain(apart).chain(others).collect()
}

/// Filters by the words that the file says of customers.
fn words_of(app: App) -> Vec<Offer> {
    let lang = app.lang.get_untracked();
    let base = base(app);
    let of = |what: Trait| {
        let kind = columns::with_capital(methods::characteristic(lang, what));
        let words = words(&base.customers, what).into_iter().take(WORDS);
        words.map(move |(word, _)| Offer {
            kind: kind.clone(),
            text: word.clone(),
            only: Only::Is(what, word),
        })
    };
    Trait::ALL.into_iter().flat_map(of).collect()
}

/// The menu of filters.
fn menu(lang: Lang, offered: &[Offer], add: impl Fn(Event) + 'static) -> AnyView {
    let mut at = 0..;
    let groups = offered
        .chunk_by(|one, other| one.kind == other.kind)
        .map(|group| {
            let label = group.first().map(|it| it.kind.clone());
            let options = group.iter().zip(at.by_ref()).map(|(it, at)| {
                view! { <option value=at.to_string()>{it.text.clone()}</option> }
            });
            view! { <optgroup label=label>{options.collect_view()}</optgroup> }
        });
    let groups = groups.collect_view();
    view! {
        <label class="vh" for="add-filter">{t!(lang, sort_filters)}</label>
        <select class="select select--small filter__add" id="add-filter" on:change=add>
            <option value="" selected>
                {t!(lang, sort_filter_add)}
            </option>
            {groups}
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
    let named = Memo::new(move |_| {
        let plan = app.shape.read();
        let name = |it: Only| (columns::filter(lang, &plan, &it), it);
        listed
            .filters
            .get()
            .into_iter()
            .map(name)
            .collect::<Vec<_>>()
    });
    move || {
        let filters = named.get();
        let text = app.list.search.read().trim().to_owned();
        if filters.is_empty() && text.is_empty() {
            return ().into_any();
        }
        let mut all: Vec<_> = filters
            .into_iter()
            .map(|(label, it)| chip(label, Callback::new(move |()| app.list.remove(&it))))
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
    }
}
