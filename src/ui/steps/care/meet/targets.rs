//! The customers that matter: where each is, where it is to be, by what means, and who sees to it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{change, edit};
use crate::domain::care::meetings::{Level, Target};
use crate::domain::customer::marks;
use crate::i18n::words::person_name;
use crate::i18n::{format, words};
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// How many of the largest are added at once.
const TOP: usize = 5;
/// The most customers a list to choose from holds.
const CHOICES: usize = 300;

/// One customer as the list of choices knows it.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    mark: String,
    name: String,
    tier: usize,
}

/// Customers by value, with their marks.
fn known(app: App) -> Vec<Known> {
    let loaded = app.loaded.read();
    let Some(loaded) = loaded.as_ref() else {
        return Vec::new();
    };
    let customers = &loaded.base.customers;
    let marks = marks(customers);
    let (ranking, sorting) = (app.ranking.read(), app.sorting.read());
    let one = |at: &usize| {
        Some(Known {
            mark: marks.get(*at)?.clone(),
            name: customers.get(*at)?.name.clone(),
            tier: sorting.tier_of(&ranking, *at).unwrap_or_default(),
        })
    };
    ranking.order().iter().filter_map(one).collect()
}

/// The list of targets, and how to add to it.
#[component]
pub(super) fn TargetList() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let known = Memo::new(move |_| known(app));
    let names = Memo::new(move |_| {
        let known = known.read();
        let pairs = known
            .iter()
            .map(|it| (it.mark.clone(), (it.name.clone(), it.tier)));
        pairs.collect::<BTreeMap<_, _>>()
    });
    // In the order of value, as everywhere; those who are not in this file are counted below.
    let shown = Memo::new(move |_| {
        let meetings = app.meetings.read();
        let known = known.read();
        let marks = known.iter().map(|it| it.mark.clone());
        marks
            .filter(|it| meetings.targets.contains_key(it))
            .collect::<Vec<_>>()
    });
    let lost = move || {
        let all = app.meetings.read().targets.len();
        let n = all.saturating_sub(shown.read().len());
        (app.has_customers() && n > 0).then(|| {
            view! { <p class="hint mt-2">{t!(lang, meet_target_lost, n = n)}</p> }
        })
    };
    view! {
        <section class="section mt-5" aria-labelledby="targets">
            <h2 id="targets" tabindex="-1">{t!(lang, meet_targets_h)}</h2>
            <p class="muted mt-2" aria-live="polite">
                {move || t!(lang, meet_targets_lede, n = app.meetings.read().targets.len())}
            </p>
            <ul class="targets mt-4">
                <For
                    each=move || shown.get()
                    key=Clone::clone
                    children=move |mark| view! { <TargetRow mark names/> }
                />
            </ul>
            {lost}
            {move || adding(app, &known.read())}
        </section>
    }
}

/// A list to choose from, and the largest at once.
fn adding(app: App, known: &[Known]) -> AnyView {
    let lang = use_lang();
    if known.is_empty() {
        return view! {
            <p class="mt-3">
                {t!(lang, meet_targets_file)} " "
                <a href=Route::Bring.href()>{t!(lang, care_no_customers_link)}</a>
            </p>
        }
        .into_any();
    }
    let open: Vec<Known> = {
        let meetings = app.meetings.read();
        let is_open = |it: &&Known| !meetings.targets.contains_key(&it.mark);
        known.iter().filter(is_open).cloned().collect()
    };
    let options = open
        .iter()
        .take(CHOICES)
        .map(|it| view! { <option value=it.mark.clone()>{it.name.clone()}</option> })
        .collect_view();
    let picked = RwSignal::new(open.first().map(|it| it.mark.clone()));
    let add = move |new: Vec<String>| {
        let said = t!(lang, meet_target_added, n = new.len());
        change(app, said, |it| {
            for mark in new {
                it.targets.entry(mark).or_default();
            }
        });
    };
    let top: Vec<String> = open.iter().take(TOP).map(|it| it.mark.clone()).collect();
    let n = top.len();
    (n > 0)
        .then(|| {
            view! {
                <div class="targets__add mt-3">
                    <div class="field">
                        <label for="target-pick">{t!(lang, meet_target_pick)}</label>
                        <select
                            class="select"
                            id="target-pick"
                            on:change=move |event| picked.set(Some(event_target_value(&event)))
                        >
                            {options}
                        </select>
                    </div>
                    <button
                        class="btn btn--small"
                        type="button"
                        id="target-add"
                        on:click=move |_| {
                            add(picked.get_untracked().into_iter().collect());
                            request_animation_frame(|| crate::browser::page::focus("target-pick"));
                        }
                    >
                        {t!(lang, meet_target_add)}
                    </button>
                    <button
                        class="btn btn--small"
                        type="button"
                        on:click=move |_| {
                            add(top.clone());
                            crate::browser::page::focus("targets");
                        }
                    >
                        {t!(lang, meet_target_top, n = n)}
                    </button>
                </div>
            }
        })
        .into_any()
}

#[component]
fn TargetRow(mark: String, names: Memo<BTreeMap<String, (String, usize)>>) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let id = mark.clone();
    let mark = StoredValue::new(mark);
    let target = Memo::new(move |_| {
        let meetings = app.meetings.read();
        mark.with_value(|it| meetings.targets.get(it).cloned())
            .unwrap_or_default()
    });
    let known = Memo::new(move |_| mark.with_value(|it| names.read().get(it).cloned()));
    let name = move || known.get().map(|it| it.0).unwrap_or_default();
    let tier = Signal::derive(move || known.read().as_ref().map_or(0, |it| it.1));
    let tier_name = Signal::derive(move || app.tier_name(tier.get()));
    let edit_one = move |change: &dyn Fn(&mut Target)| {
        edit(app, |it| {
            if let Some(target) = mark.with_value(|mark| it.targets.get_mut(mark)) {
                change(target);
            }
        });
    };
    let level = move |get: fn(&Target) -> Level, set: fn(&mut Target, Level)| {
        let options = Level::ALL.map(|it| {
            view! {
                <option value=format!("{it:?}") prop:selected=move || get(&target.read()) == it>
                    {words::level(lang, it)}
                </option>
            }
        });
        let change = move |event| {
            let value = event_target_value(&event);
            let chosen = Level::ALL.into_iter().find(|it| format!("{it:?}") == value);
            edit_one(&|it| set(it, chosen.unwrap_or_default()));
        };
        (options, change)
    };
    let (now_options, set_now) = level(|it| it.now, |it, level| it.now = level);
    let (goal_options, set_goal) = level(|it| it.goal, |it, level| it.goal = level);
    let owners = move || {
        let people = app.people.read();
        let options = people.iter().enumerate().map(|(at, it)| {
            let person = it.id;
            view! {
                <option
                    value=person.to_string()
                    prop:selected=move || target.read().owner == Some(person)
                >
                    {person_name(lang, it, at)}
                </option>
            }
        });
        options.collect_view()
    };
    let means = move || {
        let meetings = app.meetings.read();
        let ticks = meetings
            .means
            .iter()
            .filter(|it| !it.name.trim().is_empty())
            .map(|it| {
                let id = it.id;
                view! {
                    <label class="tick">
                        <input
                            type="checkbox"
                            prop:checked=move || target.read().means.contains(&id)
                            on:change=move |event| {
                                let is_on = event_target_checked(&event);
                                edit_one(
                                    &|it| {
                                        it.means.retain(|old| *old != id);
                                        if is_on {
                                            it.means.push(id);
                                        }
                                    },
                                );
                            }
                        />
                        <span>{it.name.clone()}</span>
                    </label>
                }
            });
        ticks.collect_view()
    };
    // Only what a change of the list of means draws anew: typing in a note must not.
    let named = Memo::new(move |_| {
        let meetings = app.meetings.read();
        let pairs = meetings.means.iter().map(|it| (it.id, it.name.clone()));
        pairs.collect::<Vec<_>>()
    });
    let sum = move || {
        let minutes = app.meetings.read().minutes_of(&target.read());
        t!(lang, meet_target_sum, h = format::hours(lang, minutes))
    };
    view! {
        <li>
            <fieldset class="target">
                <legend class="vh">{name}</legend>
                <p class="target__name">
                    <span class="b">{name}</span>
                    " "
                    <TierBadge tier name=tier_name/>
                </p>
                <div class="target__fields">
                    <div class="field">
                        <label for=format!("now-{id}")>{t!(lang, meet_target_now)}</label>
                        <select class="select" id=format!("now-{id}") on:change=set_now>
                            {now_options}
                        </select>
                    </div>
                    <div class="field">
                        <label for=format!("goal-{id}")>{t!(lang, meet_target_goal)}</label>
                        <select class="select" id=format!("goal-{id}") on:change=set_goal>
                            {goal_options}
                        </select>
                    </div>
                    <div class="field">
                        <label for=format!("owner-{id}")>{t!(lang, meet_target_owner)}</label>
                        <select
                            class="select"
                            id=format!("owner-{id}")
                            on:change=move |event| {
                                let chosen = event_target_value(&event).parse().ok();
                                edit_one(&|it| it.owner = chosen);
                            }
                        >
                            <option value="" prop:selected=move || target.read().owner.is_none()>
                                {t!(lang, meet_target_owner_none)}
                            </option>
                            {owners}
                        </select>
                    </div>
                </div>
                <div class="ticks">
                    {move || {
                        let _ = named.get();
                        untrack(means)
                    }}
                </div>
                <div class="field target__note">
                    <label for=format!("note-{id}")>{t!(lang, meet_target_note)}</label>
                    <input
                        class="input"
                        id=format!("note-{id}")
                        type="text"
                        autocomplete="off"
                        prop:value=move || target.read().note.clone()
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            edit_one(&|it| it.note.clone_from(&text));
                        }
                    />
                </div>
                <p class="f13 muted target__sum">{sum}</p>
                <button
                    class="btn btn--plain target__remove"
                    type="button"
                    aria-label=move || t!(lang, meet_target_remove, name = name())
                    on:click=move |_| {
                        let said = t!(lang, meet_target_removed, name = name());
                        change(
                            app,
                            said,
                            |it| {
                                mark.with_value(|mark| it.targets.remove(mark));
                            },
                        );
                        crate::browser::page::focus("targets");
                    }
                >
                    {t!(lang, care_remove)}
                </button>
            </fieldset>
        </li>
    }
}
