//! Who looks after whom: customers of a tier dealt to its owners, and given by hand, several at once.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::tier::TierCare;
use crate::domain::care::deal::{How, strangers};
use crate::domain::care::{DealRule, Person};
use crate::domain::customer::marks;
use crate::i18n::words::person_name;
use crate::i18n::{Lang, words};
use crate::t;
use crate::ui::state::App;
use crate::ui::widgets::Fold;

/// Rows shown before more are asked for.
const ROWS: usize = 20;

/// People of the file added at once: a column with more is no column of owners.
const MOST_ADDED: usize = 20;

/// Whose customers are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Show {
    #[default]
    All,
    Nobody,
    Person(usize),
}

/// The state of the list.
#[derive(Clone, Copy)]
struct List {
    care: TierCare,
    show: RwSignal<Show>,
    rows: RwSignal<usize>,
    chosen: RwSignal<BTreeSet<usize>>,
    /// The customers to show, by index.
    shown: Memo<Vec<usize>>,
}

/// The rule, the list, and what to do with those chosen in it.
#[component]
pub(super) fn DealList(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let show = RwSignal::new(Show::default());
    let members = Memo::new(move |_| app.sorting.read().members(&app.ranking.read(), care.tier));
    let shown = Memo::new(move |_| {
        let deal = app.deal.read();
        let owner = |at: &usize| deal.owners.get(*at).copied().flatten().map(|it| it.0);
        let is_wanted = |at: &usize| match show.get() {
            Show::All => true,
            Show::Nobody => owner(at).is_none(),
            Show::Person(person) => owner(at) == Some(person),
        };
        let members = members.read();
        members
            .iter()
            .copied()
            .filter(is_wanted)
            .collect::<Vec<_>>()
    });
    let list = List {
        care,
        show,
        rows: RwSignal::new(ROWS),
        chosen: RwSignal::new(BTreeSet::new()),
        shown,
    };
    let open = RwSignal::new(false);
    let is_dealt = Memo::new(move |_| {
        let has_owner = !care.model.read().owners.is_empty();
        let deal = app.deal.read();
        has_owner
            || members
                .read()
                .iter()
                .any(|it| deal.owners.get(*it).copied().flatten().is_some())
    });
    let owned = move || {
        let deal = app.deal.read();
        let of = members.read();
        of.iter()
            .filter(|it| deal.owners.get(**it).copied().flatten().is_some())
            .count()
    };
    move || {
        app.has_customers().then(|| {
            view! {
                <section class="deal mt-6" aria-labelledby="deal">
                    <h2 id="deal" tabindex="-1">{t!(lang, people_deal_h)}</h2>
                    {if is_dealt.get() {
                        view! {
                            <p class="hint mt-2" aria-live="polite">
                                {move || t!(lang, people_deal_lede, n = owned())}
                            </p>
                            {move || doubts(lang, app)}
                            <Fold summary=t!(lang, people_deal_open).to_owned() open>
                                {tools(list)}
                                {move || table(list)}
                                {move || give(list)}
                            </Fold>
                        }
                            .into_any()
                    } else {
                        view! { <p class="hint mt-2">{t!(lang, people_deal_none)}</p> }.into_any()
                    }}
                </section>
            }
        })
    }
}

fn name_of(app: App, lang: Lang, at: usize) -> String {
    let people = app.people.read();
    people
        .get(at)
        .map(|it| person_name(lang, it, at))
        .unwrap_or_default()
}

/// The rule of dealing, and whose customers to show.
fn tools(list: List) -> impl IntoView {
    let (app, lang) = (list.care.app, list.care.lang);
    let rule = Memo::new(move |_| app.model.read().deal);
    let rules = DealRule::ALL.map(|it| {
        view! {
            <option value=format!("{it:?}") prop:selected=move || rule.get() == it>
                {words::deal(lang, it)}
            </option>
        }
    });
    let people = move || {
        (0..app.people.read().len())
            .map(|at| {
                view! {
                    <option
                        value=at.to_string()
                        prop:selected=move || list.show.get() == Show::Person(at)
                    >
                        {name_of(app, lang, at)}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <div class="deal__tools mt-3">
            <div class="field">
                <label for="deal-rule">{t!(lang, people_deal_rule)}</label>
                <select
                    class="select"
                    id="deal-rule"
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        let chosen = DealRule::ALL.into_iter().find(|it| format!("{it:?}") == value);
                        app.model.update(|it| it.deal = chosen.unwrap_or_default());
                    }
                >
                    {rules}
                </select>
            </div>
            <div class="field">
                <label for="deal-show">{t!(lang, people_show)}</label>
                <select
                    class="select"
                    id="deal-show"
                    on:change=move |event| {
                        let show = match event_target_value(&event).as_str() {
                            "nobody" => Show::Nobody,
                            text => text.parse().map_or(Show::All, Show::Person),
                        };
                        list.show.set(show);
                        list.rows.set(ROWS);
                        list.chosen.set(BTreeSet::new());
                    }
                >
                    <option value="all">{t!(lang, people_show_all)}</option>
                    {people}
                    <option value="nobody">{t!(lang, people_show_nobody)}</option>
                </select>
            </div>
        </div>
    }
}

/// What dealing could not settle: owners unknown, regions without one, people over their hours.
fn doubts(lang: Lang, app: App) -> impl IntoView {
    let deal = app.deal.read();
    let over: Vec<String> = (0..deal.loads.len())
        .filter(|at| deal.loads.get(*at).is_some_and(|it| it.is_over()))
        .map(|at| name_of(app, lang, at))
        .collect();
    let add = (deal.strangers > 0).then(|| add_strangers(lang, app));
    let lines = [
        (deal.strangers > 0).then(|| t!(lang, people_strangers, n = deal.strangers)),
        (deal.far > 0).then(|| t!(lang, people_far, n = deal.far)),
        (!over.is_empty()).then(|| t!(lang, people_over, names = over.join(", "))),
    ];
    let notices = lines
        .into_iter()
        .flatten()
        .map(|it| {
            view! {
                <div class="notice notice--warn mt-3">
                    <span class="notice__mark" aria-hidden="true">"!"</span>
                    <p>{it}</p>
                </div>
            }
        })
        .collect_view();
    view! {
        {notices}
        {add}
    }
}

/// People whom the file names as owners, as people of the model: one press.
fn add_strangers(lang: Lang, app: App) -> impl IntoView {
    let loaded = app.loaded.read();
    let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
    let mut names = strangers(customers.unwrap_or_default(), &app.people.read());
    names.truncate(MOST_ADDED);
    let shown = names.join(", ");
    let add = move |_| {
        let said = t!(lang, people_added, n = names.len());
        let names = names.clone();
        let currency = app.currency.get_untracked();
        app.change(said, |model| {
            for name in names {
                let id = model.free_person_id();
                model.people.push(Person::usual(id, name, &currency));
            }
        });
        crate::browser::page::focus("deal");
    };
    view! {
        <button class="btn btn--small mt-3" type="button" id="add-strangers" on:click=add>
            {t!(lang, people_add, names = shown)}
        </button>
    }
}

fn table(list: List) -> impl IntoView {
    let (app, lang) = (list.care.app, list.care.lang);
    let shown = list.shown.read();
    let rows = list.rows.get();
    let deal = app.deal.read();
    let lines = shown
        .iter()
        .take(rows)
        .filter_map(|at| {
            let at = *at;
            let name = app.customer(at)?.name;
            let owner = deal.owners.get(at).copied().flatten();
            let (who, how) = owner.map_or_else(
                || (t!(lang, people_nobody).to_owned(), ""),
                |(person, how)| (name_of(app, lang, person), how_word(lang, how)),
            );
            Some(view! {
                <tr>
                    <td class="deal__tick">
                        <input
                            type="checkbox"
                            aria-label=t!(lang, people_choose, name = &name)
                            prop:checked=move || list.chosen.read().contains(&at)
                            on:change=move |event| {
                                let is_on = event_target_checked(&event);
                                list.chosen
                                    .update(|it| {
                                        if is_on { it.insert(at) } else { it.remove(&at) };
                                    });
                            }
                        />
                    </td>
                    <th scope="row">{name}</th>
                    <td class:neg=owner.is_none()>{who}</td>
                    <td class="muted">{how}</td>
                </tr>
            })
        })
        .collect_view();
    let rest = shown.len().saturating_sub(rows);
    let more = (rest > 0).then(|| {
        view! {
            <button
                class="btn btn--small mt-3"
                type="button"
                on:click=move |_| list.rows.update(|it| *it += 10 * ROWS)
            >
                {t!(lang, people_more, n = rest.min(10 * ROWS))}
            </button>
        }
    });
    view! {
        <table class="table table--open mt-3">
            <caption class="vh">{t!(lang, people_deal_h)}</caption>
            <thead>
                <tr>
                    <td class="deal__tick">
                        <input
                            type="checkbox"
                            id="choose-all"
                            aria-label=t!(lang, people_choose_all)
                            prop:checked=move || {
                                let chosen = list.chosen.read();
                                let shown = list.shown.read();
                                !shown.is_empty() && shown.iter().all(|it| chosen.contains(it))
                            }
                            on:change=move |event| {
                                let all = if event_target_checked(&event) {
                                    list.shown.read_untracked().iter().copied().collect()
                                } else {
                                    BTreeSet::new()
                                };
                                list.chosen.set(all);
                            }
                        />
                    </td>
                    <th scope="col">{t!(lang, people_customer)}</th>
                    <th scope="col">{t!(lang, people_owner)}</th>
                    <th scope="col">{t!(lang, people_how)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
        {more}
    }
}

fn how_word(lang: Lang, how: How) -> &'static str {
    match how {
        How::Hand => t!(lang, people_how_hand),
        How::File => t!(lang, people_how_file),
        How::Region => t!(lang, people_how_region),
        How::Load => t!(lang, people_how_load),
    }
}

/// Gives the chosen customers to somebody, or back to the rule.
fn give(list: List) -> Option<impl IntoView> {
    let (app, lang) = (list.care.app, list.care.lang);
    let n = list.chosen.read().len();
    if n == 0 {
        return None;
    }
    let to = move |owner: Option<(u32, String)>| {
        let said = match &owner {
            Some((_, name)) => t!(lang, people_given, n = n, name = name),
            None => t!(lang, people_given_back, n = n),
        };
        let chosen = list.chosen.get_untracked();
        let of_all = app
            .loaded
            .read_untracked()
            .as_ref()
            .map(|it| marks(&it.base.customers))
            .unwrap_or_default();
        app.change(said, |model| {
            for mark in chosen.iter().filter_map(|at| of_all.get(*at)) {
                match &owner {
                    Some((id, _)) => model.owned.insert(mark.clone(), *id),
                    None => model.owned.remove(mark),
                };
            }
        });
        list.chosen.set(BTreeSet::new());
        crate::browser::page::focus("deal");
    };
    let people = app.people.read();
    let buttons = people
        .iter()
        .enumerate()
        .map(|(at, person)| {
            let name = person_name(lang, person, at);
            let id = person.id;
            view! {
                <button
                    class="btn btn--small"
                    type="button"
                    on:click={
                        let name = name.clone();
                        move |_| to(Some((id, name.clone())))
                    }
                >
                    {t!(lang, people_give, name = &name)}
                </button>
            }
        })
        .collect_view();
    Some(view! {
        <div class="deal__give row mt-3" role="group" aria-label=t!(lang, people_deal_h)>
            <span class="b f14" aria-live="polite">{t!(lang, people_chosen, n = n)}</span>
            {buttons}
            <button class="btn btn--small" type="button" on:click=move |_| to(None)>
                {t!(lang, people_give_back)}
            </button>
        </div>
    })
}
