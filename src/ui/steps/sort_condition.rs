//! One condition of a rule as a part of its sentence: what, how, and which word or number.

use leptos::html;
use leptos::prelude::*;

use super::sort_points::unit;
use super::sort_rules::{change, list, usual, usual_limit, words};
use crate::domain::money::Money;
use crate::domain::tiers::Measure;
use crate::domain::tiers::rules::{Condition, Trait};
use crate::i18n::{methods, typed};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

fn condition(app: App, rule: usize, at: usize) -> Option<Condition> {
    list(app)?.rules().get(rule)?.all.get(at).cloned()
}

fn put(app: App, rule: usize, at: usize, to: Condition) {
    change(app, |rules, _| {
        if let Some(slot) = rules.get_mut(rule).and_then(|it| it.all.get_mut(at)) {
            *slot = to;
        }
    });
}

/// What it is about, as the menu spells it.
fn subject(it: &Condition) -> &'static str {
    match it {
        Condition::Is { what, .. } | Condition::IsNot { what, .. } => what.slug(),
        Condition::AtLeast { what, .. } | Condition::Below { what, .. } => what.slug(),
    }
}

/// The condition.
#[component]
pub(crate) fn ConditionRow(
    /// The rule, from 0.
    rule: usize,
    /// Its place in the rule, from 0.
    at: usize,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let now = Memo::new(move |_| condition(app, rule, at));
    let about = Memo::new(move |_| now.read().as_ref().map(subject).unwrap_or_default());
    let number = rule + 1;
    let choose = move |event: leptos::ev::Event| {
        let slug = event_target_value(&event);
        let to = match (Trait::from_slug(&slug), Measure::from_slug(&slug)) {
            (Some(it), _) => untrack(|| usual(app, Some(it))),
            (None, Some(it)) => usual_limit(app, it),
            (None, None) => return,
        };
        put(app, rule, at, to);
    };
    let option = move |slug: &'static str, name: &'static str| {
        view! { <option value=slug prop:selected=move || about.get() == slug>{name}</option> }
    };
    let traits = Trait::ALL.map(|it| option(it.slug(), methods::characteristic(lang, it)));
    let measures = Measure::ALL.map(|it| option(it.slug(), methods::measure(lang, it)));
    let is_alone = Memo::new(move |_| {
        list(app)
            .and_then(|it| it.rules().get(rule).map(|it| it.all.len() < 2))
            .unwrap_or(true)
    });
    let drop = move |_| {
        change(app, |rules, _| {
            if let Some(all) = rules.get_mut(rule).map(|it| &mut it.all) {
                all.remove(at);
            }
        });
    };
    let word = if at == 0 {
        t!(lang, methods_rule_if)
    } else {
        t!(lang, methods_rule_and)
    };
    let rest = move || match about.get() {
        slug if Trait::from_slug(slug).is_some() => word_part(app, rule, at, now),
        _ => number_part(app, rule, at, now),
    };
    view! {
        <span class="row rule__part">
            <span class="b">{word}</span>
            <select
                class="select select--small"
                aria-label=t!(lang, methods_rule_field, n = number)
                on:change=choose
            >
                {traits.collect_view()}
                {measures.collect_view()}
            </select>
            {rest}
            {move || {
                (!is_alone.get())
                    .then(|| {
                        view! {
                            <button
                                class="btn btn--small"
                                type="button"
                                aria-label=t!(lang, methods_rule_drop_condition)
                                on:click=drop
                            >
                                "×"
                            </button>
                        }
                    })
            }}
        </span>
    }
    .into_any()
}

/// Two ways to compare; the second one is chosen while `is_second` says so.
fn ways(
    app: App,
    rule: usize,
    labels: [&'static str; 2],
    is_second: Signal<bool>,
    set: impl Fn(bool) + 'static,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let [first, second] = labels;
    view! {
        <select
            class="select select--small"
            aria-label=t!(lang, methods_rule_op, n = rule + 1)
            on:change=move |event| set(event_target_value(&event) == "2")
        >
            <option value="1" prop:selected=move || !is_second.get()>{first}</option>
            <option value="2" prop:selected=move || is_second.get()>{second}</option>
        </select>
    }
    .into_any()
}

fn word_part(app: App, rule: usize, at: usize, now: Memo<Option<Condition>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let is_not = Signal::derive(move || matches!(*now.read(), Some(Condition::IsNot { .. })));
    let word = Memo::new(move |_| match &*now.read() {
        Some(Condition::Is { word, .. } | Condition::IsNot { word, .. }) => word.clone(),
        _ => String::new(),
    });
    let what = move || match *now.read_untracked() {
        Some(Condition::Is { what, .. } | Condition::IsNot { what, .. }) => what,
        _ => Trait::Industry,
    };
    let make = move |is_not: bool, word: String| {
        let what = what();
        put(
            app,
            rule,
            at,
            if is_not {
                Condition::IsNot { what, word }
            } else {
                Condition::Is { what, word }
            },
        );
    };
    let labels = [t!(lang, methods_rule_is), t!(lang, methods_rule_is_not)];
    let way = ways(app, rule, labels, is_not, move |is_not| {
        make(is_not, word.get_untracked());
    });
    let options = move || {
        let mut all = words(app, what());
        let own = word.get();
        if !own.is_empty() && !all.contains(&own) {
            all.push(own.clone());
        }
        let one = |it: String| {
            let is_own = it == own;
            view! { <option value=it.clone() prop:selected=is_own>{it.clone()}</option> }
        };
        all.into_iter().map(one).collect_view()
    };
    view! {
        {way}
        <select
            class="select select--small"
            aria-label=t!(lang, methods_rule_value, n = rule + 1)
            on:change=move |event| make(is_not.get_untracked(), event_target_value(&event))
        >
            {options}
        </select>
    }
    .into_any()
}

fn number_part(app: App, rule: usize, at: usize, now: Memo<Option<Condition>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let node = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let is_below = Signal::derive(move || matches!(*now.read(), Some(Condition::Below { .. })));
    let held = Memo::new(move |_| match *now.read() {
        Some(Condition::AtLeast { what, limit } | Condition::Below { what, limit }) => {
            (what, limit)
        }
        _ => (Measure::Revenue, 0),
    });
    let make = move |is_below: bool, limit: i64| {
        let (what, _) = held.get_untracked();
        let to = if is_below {
            Condition::Below { what, limit }
        } else {
            Condition::AtLeast { what, limit }
        };
        put(app, rule, at, to);
    };
    let labels = [
        t!(lang, methods_rule_at_least),
        t!(lang, methods_rule_below),
    ];
    let way = ways(app, rule, labels, is_below, move |it| {
        make(it, held.get_untracked().1);
    });
    let shown = move || {
        let (_, limit) = held.get();
        typed::amount_text(lang, Money::from_ten_thousandths(limit.into()))
    };
    let set = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        match typed::measured(&text) {
            Some(limit) => {
                problem.set(None);
                make(is_below.get_untracked(), limit);
            }
            None => problem.set(Some(t!(
                lang,
                methods_rule_wrong,
                text = text.trim(),
                now = untrack(shown)
            ))),
        }
        if let Some(field) = node.get_untracked() {
            field.set_value(&untrack(shown));
        }
    };
    let unit = move || unit(app, held.get().0);
    view! {
        {way}
        <span class="unit">
            <input
                class="input input--num rule__number"
                node_ref=node
                inputmode="decimal"
                autocomplete="off"
                aria-label=t!(lang, methods_rule_value, n = rule + 1)
                prop:value=shown
                on:change=set
            />
            <span class="muted">{unit}</span>
        </span>
        <span class="field__error" role="alert">{move || problem.get()}</span>
    }
    .into_any()
}
