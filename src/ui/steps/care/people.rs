//! Who looks after customers: the people, their hours, which of them own the tier, and who is over.

use leptos::prelude::*;

use super::tier::TierCare;
use super::work_year::{PersonMore, WorkYear};
use crate::domain::care::{Person, Question, Way};
use crate::domain::money::Money;
use crate::i18n::format;
use crate::i18n::words::person_name;
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{AmountField, Fold, NumberOf, number_fields, percent_of};

/// Owners of the tier as names with hours; what the hours come from is one press away.
#[component]
pub(super) fn OwnerQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let ids = move || app.people.read().iter().map(|it| it.id).collect::<Vec<_>>();
    let is_empty = Memo::new(move |_| app.people.read().is_empty());
    // The first time the fields are what the question is about; later only who owns the tier is.
    let is_new = app
        .people
        .with_untracked(|it| it.iter().all(|it| it.name.trim().is_empty()));
    let open = RwSignal::new(is_new || app.way.get_untracked() == Way::Meetings);
    let add = move |_| {
        let mut new = 0;
        let currency = app.currency.get_untracked();
        app.model.update(|model| {
            new = model.free_person_id();
            let is_first = model.people.is_empty();
            model
                .people
                .push(Person::usual(new, String::new(), &currency));
            if is_first {
                model.care_mut(care.tier).owners.push(new);
            }
        });
        open.set(true);
        request_animation_frame(move || {
            crate::browser::page::focus(&format!("person-{new}"));
        });
    };
    view! {
        {move || {
            is_empty.get().then(|| view! { <p class="mt-3">{t!(lang, care_no_people)}</p> })
        }}
        <fieldset class="owners" hidden=move || app.way.get() == Way::Meetings>
            <legend class="vh">{move || t!(lang, care_owns, tier = care.name())}</legend>
            <For each=ids key=|it| *it children=move |id| view! { <OwnerTick care id/> }/>
        </fieldset>
        <button class="btn btn--small mt-3" type="button" id="add-person" on:click=add>
            {t!(lang, care_add_person)}
        </button>
        {move || {
            (!is_empty.get())
                .then(|| {
                    view! {
                        <Fold class="mt-2" summary=t!(lang, care_change_people).to_owned() open>
                            <ul class="people">
                                <For
                                    each=ids
                                    key=|it| *it
                                    children=move |id| view! { <PersonRow care id/> }
                                />
                            </ul>
                            <WorkYear/>
                        </Fold>
                    }
                })
        }}
    }
}

/// One person as an owner of the tier: the name, the hours there are, and how many are missing.
#[component]
fn OwnerTick(care: TierCare, id: u32) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let owns = Memo::new(move |_| care.model.read().owners.contains(&id));
    let said = move || {
        let (at, person) = find(app, id)?;
        let hours = t!(
            lang,
            care_has_hours,
            h = format::hours(lang, person.minutes_a_year())
        );
        let capacity = app.capacity.read();
        let over = capacity.short().into_iter().find(|it| it.0 == at);
        let over = over.map(|(_, hours)| {
            let h = t!(lang, common_hours, n = format::count(lang, hours));
            view! { <span class="neg">{t!(lang, care_load_over, h = h)}</span> }
        });
        Some(view! {
            <span class="b">{person_name(lang, &person, at)}</span>
            <span class="muted">{hours}</span>
            {over}
        })
    };
    view! {
        <label class="tick person__owns">
            <input
                type="checkbox"
                prop:checked=move || owns.get()
                on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    care.edit(|it| {
                        it.owners.retain(|old| *old != id);
                        if is_on {
                            it.owners.push(id);
                        }
                    });
                }
            />
            {said}
        </label>
    }
}

/// The person with an id, and their place among the people.
fn find(app: App, id: u32) -> Option<(usize, Person)> {
    let people = app.people.read();
    let at = people.iter().position(|it| it.id == id)?;
    people.get(at).cloned().map(|it| (at, it))
}

#[component]
fn PersonRow(care: TierCare, id: u32) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let person = Memo::new(move |_| find(app, id));
    let name = move || {
        let found = person.read();
        let named = found.as_ref().map(|(at, it)| person_name(lang, it, *at));
        named.unwrap_or_default()
    };
    let read = move |get: fn(&Person) -> u32| person.read().as_ref().map(|(_, it)| get(it));
    let edit = move |change: &dyn Fn(&mut Person)| {
        app.model.update(|model| {
            if let Some(person) = model.people.iter_mut().find(|it| it.id == id) {
                change(person);
            }
        });
    };
    let cost = Signal::derive(move || {
        let found = person.read();
        found
            .as_ref()
            .map(|(_, it)| it.cost_an_hour)
            .unwrap_or_default()
    });
    let set_cost = Callback::new(move |cost: Money| edit(&|it| it.cost_an_hour = cost));
    let numbers = [
        NumberOf::<Person> {
            id: "weeks",
            label: t!(lang, care_weeks),
            most: 52,
            get: |it| it.weeks,
            set: |it, n| it.weeks = n,
        },
        NumberOf {
            id: "hours",
            label: t!(lang, care_hours_a_week),
            most: 100,
            get: |it| it.hours_a_week,
            set: |it, n| it.hours_a_week = n,
        },
        NumberOf {
            id: "share",
            label: t!(lang, care_for_customers),
            most: 100,
            get: |it| it.for_customers,
            set: |it, n| it.for_customers = n,
        },
        NumberOf {
            id: "administration",
            label: t!(lang, care_administration),
            most: 100,
            get: |it| it.administration,
            set: |it, n| it.administration = n,
        },
    ];
    let sign = format::currency_sign(&app.currency.get_untracked()).to_owned();
    let more = RwSignal::new(false);
    let is_unnamed = Memo::new(move |_| {
        let found = person.read();
        found
            .as_ref()
            .is_some_and(|(_, it)| it.name.trim().is_empty())
    });
    let is_usual = Memo::new(move |_| {
        let found = person.read();
        found
            .as_ref()
            .is_some_and(|(_, it)| it.is_usual(&app.currency.read()))
    });
    let result = move || {
        let found = person.read();
        let minutes = found.as_ref().map_or(0, |(_, it)| it.minutes_a_year());
        t!(lang, care_has_hours, h = format::hours(lang, minutes))
    };
    let remove = move |_| {
        let said = t!(lang, care_person_removed, name = name());
        app.change(said, |model| {
            model.people.retain(|it| it.id != id);
            for care in &mut model.care {
                care.owners.retain(|it| *it != id);
            }
            model.owned.retain(|_, it| *it != id);
            model.meetings.leave(id);
        });
        crate::browser::page::focus("add-person");
    };
    view! {
        <li>
            <fieldset class="person">
                <legend class="vh">{name}</legend>
                <div class="field person__name">
                    <label for=format!("person-{id}")>{t!(lang, care_name)}</label>
                    <input
                        class="input"
                        id=format!("person-{id}")
                        type="text"
                        autocomplete="off"
                        prop:value=move || person.read().as_ref().map(|(_, it)| it.name.clone())
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            edit(&|it| it.name.clone_from(&text));
                        }
                    />
                    {move || {
                        is_unnamed
                            .get()
                            .then(|| view! { <p class="hint">{t!(lang, care_counts_as, name = name())}</p> })
                    }}
                </div>
                {move || {
                    is_usual.get().then(|| view! { <p class="hint">{t!(lang, care_usual)}</p> })
                }}
                <div class="person__numbers">
                    {number_fields(id, "", numbers, read, edit)}
                    <AmountField
                        id=format!("cost-{id}")
                        label=t!(lang, care_cost_an_hour, sign = sign)
                        value=cost
                        set=set_cost
                    />
                </div>
                <Fold class="person__more" summary=t!(lang, people_more_of).to_owned() open=more>
                    <PersonMore id person/>
                </Fold>
                <p class="person__result b" aria-live="polite">{result}</p>
                <button
                    class="btn btn--plain person__remove"
                    type="button"
                    aria-label=move || t!(lang, care_remove_person, name = name())
                    on:click=remove
                >
                    {t!(lang, care_remove)}
                </button>
            </fieldset>
        </li>
    }
}

/// Everybody's load beside their hours.
#[component]
pub(super) fn Loads(
    /// The tier the user is at.
    tier: usize,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    move || {
        let people = app.people.read();
        let capacity = app.capacity.read();
        let longest = capacity
            .people
            .iter()
            .map(|it| it.needs.max(it.has))
            .max()
            .unwrap_or_default();
        let is_over = capacity.people.iter().any(|it| it.is_over());
        let rows = people
            .iter()
            .zip(&capacity.people)
            .enumerate()
            .map(|(at, (person, load))| {
                let within = load.needs.min(load.has);
                let limit = percent_of(load.has, longest);
                let over = load.is_over().then(|| {
                    let width = percent_of(load.needs - load.has, longest);
                    view! {
                        <i class="over" style=("--x", limit.clone()) style=("--w", width)></i>
                    }
                });
                let of = t!(
                    lang,
                    care_load_of,
                    needs =
                        format::count(lang, crate::domain::care::capacity::whole_hours(load.needs)),
                    has = format::hours(lang, load.has)
                );
                view! {
                    <tr>
                        <th scope="row">{person_name(lang, person, at)}</th>
                        <td class="loads__meter">
                            <span class="meter">
                                <i style=("--w", percent_of(within, longest))></i>
                                {over}
                                <b style=("--x", limit.clone())></b>
                            </span>
                        </td>
                        <td class="num" class:neg=load.is_over()>{of}</td>
                    </tr>
                }
            })
            .collect_view();
        let unowned = (capacity.unowned > 0).then(|| {
            let h = format::hours(lang, capacity.unowned);
            view! { <p class="f13 neg mt-2">{t!(lang, care_load_unowned, h = h)}</p> }
        });
        let title = if is_over {
            t!(lang, care_loads_over)
        } else {
            t!(lang, care_loads)
        };
        let edit = Route::Care {
            tier,
            question: Question::Owner,
        };
        view! {
            <section class="c5" aria-labelledby="loads">
                <h2 id="loads">{title}</h2>
                <table class="table table--open mt-3">
                    <caption class="vh">{title}</caption>
                    <thead class="vh">
                        <tr>
                            <th scope="col">{t!(lang, care_load_name)}</th>
                            <th scope="col">{t!(lang, care_load_meter)}</th>
                            <th scope="col">{t!(lang, care_load_hours)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {unowned}
                <p class="f13 muted mt-2">
                    {t!(lang, care_load_help)} " " <a href=edit.href()>{t!(lang, care_load_edit)}</a>
                </p>
            </section>
        }
    }
}
