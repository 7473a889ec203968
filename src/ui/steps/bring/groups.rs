//! Companies under common control: the file's groups and the user's own.

use leptos::prelude::*;

use crate::domain::customer::Customer;
use crate::domain::groups::{Group, groups};
use crate::i18n::{collate, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// Groups listed; more are counted.
const LISTED: usize = 20;
/// Names offered while one is typed.
const OFFERED: usize = 12;

/// The section: closed until there is a group.
#[component]
pub(super) fn GroupsOfCompanies() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let found = Memo::new(move |_| {
        let loaded = app.loaded.read();
        loaded
            .as_ref()
            .map_or_else(Vec::new, |it| groups(&it.base.customers))
    });
    let has_some = found.with_untracked(|it| !it.is_empty());
    let list = move || {
        let found = found.read();
        let more = found.len().saturating_sub(LISTED);
        let rows = found.iter().take(LISTED).map(|it| group(app, it));
        view! {
            {found.is_empty().then(|| view! { <p class="f13 muted mt-2">{t!(lang, groups_none)}</p> })}
            <ul class="list mt-3">
                {rows.collect_view()}
                {(more > 0).then(|| view! { <li class="muted">{t!(lang, groups_more, n = more)}</li> })}
            </ul>
        }
    };
    view! {
        <details class="disc groups mt-6" open=has_some>
            <summary>{t!(lang, groups_title)}</summary>
            <p class="f14 muted">{t!(lang, groups_lede)}</p>
            <PutTogether/>
            {list}
        </details>
    }
    .into_any()
}

/// One group with its companies.
fn group(app: App, group: &Group) -> AnyView {
    let lang = use_lang();
    let currency = app.currency.get();
    let sum = format::money(lang, group.value, &currency);
    let member = |at: usize| {
        let customer = app.customer(at)?;
        let name = customer.name.clone();
        let take_out = move |_| {
            if let Some(mark) = app.mark(at) {
                let text = t!(lang, groups_taken_out, name = &name);
                app.change(text, |model| model.groups.take_out(&mark));
            }
        };
        Some(view! {
            <li class="row row--between">
                <span>
                    {customer.name.clone()} " "
                    <span class="muted nowrap">{format::money(lang, customer.revenue, &currency)}</span>
                </span>
                <button
                    class="btn btn--small"
                    type="button"
                    aria-label=t!(lang, groups_take_out_label, name = &customer.name)
                    on:click=take_out
                >
                    {t!(lang, groups_take_out)}
                </button>
            </li>
        })
    };
    let members: Vec<_> = group.members.iter().map(|it| member(*it)).collect();
    view! {
        <li>
            <p>
                <span class="b">{group.name.clone()}</span>
                <span class="muted">": " {t!(lang, groups_head, n = group.members.len(), sum = sum)}</span>
            </p>
            <ul class="groups__members">{members}</ul>
        </li>
    }
    .into_any()
}

/// Two fields with names to choose from, and the button that joins them.
#[component]
fn PutTogether() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    let put = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (a, b) = (first.get_untracked(), second.get_untracked());
        let unknown = |name: &str| t!(lang, groups_unknown, name = name.trim());
        let found = (find(app, &a), find(app, &b));
        error.set(match found {
            (None, _) => Some(unknown(&a)),
            (_, None) => Some(unknown(&b)),
            (Some(a), Some(b)) if a == b => Some(t!(lang, groups_same).to_owned()),
            (Some(at), Some(with)) => {
                let (mark, head) = untrack(|| (app.mark(at), app.mark(with)));
                if let (Some(mark), Some(head)) = (mark, head) {
                    let text = t!(lang, groups_put, name = a.trim(), with = b.trim());
                    app.change(text, |model| model.groups.put(&mark, &head));
                    first.set(String::new());
                }
                None
            }
        });
    };
    let field = move |id: &'static str, label: &'static str, value: RwSignal<String>| {
        let list = format!("{id}-names");
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input
                    class="input"
                    id=id
                    type="text"
                    autocomplete="off"
                    list=list.clone()
                    aria-describedby="groups-error"
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
                <datalist id=list>
                    {move || {
                        let names = offered(app, &value.read());
                        names.into_iter().map(|it| view! { <option value=it></option> }).collect_view()
                    }}
                </datalist>
            </div>
        }
    };
    view! {
        <form class="groups__add mt-3" on:submit=put>
            {field("groups-company", t!(lang, groups_company), first)}
            {field("groups-with", t!(lang, groups_with), second)}
            <button class="btn" type="submit">{t!(lang, groups_add)}</button>
        </form>
        <p class="field__error mt-2" id="groups-error" role="alert">{move || error.get()}</p>
    }
    .into_any()
}

/// A customer as the fields name it: two of one name are told apart by their keys.
fn shown(customers: &[Customer], it: &Customer) -> String {
    let is_double = customers
        .iter()
        .filter(|other| other.name == it.name)
        .nth(1)
        .is_some();
    if is_double && it.key != it.name {
        format!("{} ({})", it.name, it.key)
    } else {
        it.name.clone()
    }
}

/// Names that hold what is typed, the most valuable first.
fn offered(app: App, typed: &str) -> Vec<String> {
    let (loaded, ranking) = (app.loaded.read(), app.ranking.read());
    let Some(loaded) = loaded.as_ref() else {
        return Vec::new();
    };
    let customers = &loaded.base.customers;
    let needle = collate::fold(typed.trim());
    let all = ranking.order().iter().filter_map(|it| customers.get(*it));
    let fitting = all.filter(|it| needle.is_empty() || collate::fold(&it.name).contains(&needle));
    fitting
        .take(OFFERED)
        .map(|it| shown(customers, it))
        .collect()
}

/// The customer that is named, by index: letter by letter, or else but for capitals and diacritics.
fn find(app: App, typed: &str) -> Option<usize> {
    let loaded = app.loaded.read_untracked();
    let customers = &loaded.as_ref()?.base.customers;
    let typed = typed.trim();
    let folded = collate::fold(typed);
    let is_it = |it: &Customer| it.name == typed || format!("{} ({})", it.name, it.key) == typed;
    let exact = customers.iter().position(is_it);
    exact.or_else(|| {
        customers
            .iter()
            .position(|it| collate::fold(&it.name) == folded)
    })
}
