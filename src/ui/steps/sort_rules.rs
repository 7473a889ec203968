//! Own rules in order: each reads as a sentence, is changed in place, and says how many it catches.

use leptos::prelude::*;

use super::sort_condition::ConditionRow;
use crate::domain::tiers::rules::{Condition, TierRule, Trait};
use crate::domain::tiers::{Grounds, Measure, Method, RuleList};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierSelect;

/// The rules of the plan.
pub(super) fn list(app: App) -> Option<RuleList> {
    match &app.plan.read().method {
        Method::Rules { list } => Some(list.clone()),
        _ => None,
    }
}

/// Changes the rules; what would be no list of rules changes nothing.
pub(super) fn change(app: App, edit: impl FnOnce(&mut Vec<TierRule>, &mut usize)) {
    let Some(now) = untrack(|| list(app)) else {
        return;
    };
    let (mut rules, mut rest) = (now.rules().to_vec(), now.rest());
    edit(&mut rules, &mut rest);
    if let Some(list) = RuleList::new(rules, rest, now.tiers())
        && list != now
    {
        let said = t!(app.lang.get_untracked(), methods_rules_changed).to_owned();
        app.change(said, |model| model.plan.method = Method::Rules { list });
    }
}

/// The words that the file has for a trait, in order.
pub(super) fn words(app: App, what: Trait) -> Vec<String> {
    let loaded = app.loaded.read();
    let customers = loaded
        .as_ref()
        .map(|it| it.base.customers.as_slice())
        .unwrap_or_default();
    let mut words: Vec<String> = customers
        .iter()
        .filter_map(|it| what.of(it))
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// A condition to begin with: the first word of a trait, or the revenue of the median customer.
pub(super) fn usual(app: App, what: Option<Trait>) -> Condition {
    let with_words = |it: Trait| Some((it, words(app, it).into_iter().next()?));
    let found = match what {
        Some(it) => with_words(it).or(Some((it, String::new()))),
        None => Trait::ALL.into_iter().find_map(with_words),
    };
    match found {
        Some((what, word)) => Condition::Is { what, word },
        None => usual_limit(app, Measure::Revenue),
    }
}

/// A limit to begin with.
pub(super) fn usual_limit(app: App, what: Measure) -> Condition {
    let limit = match what {
        Measure::Revenue | Measure::Margin => {
            let ranking = app.ranking.read_untracked();
            let middle = ranking
                .values()
                .get(ranking.len() / 5)
                .copied()
                .unwrap_or_default();
            i64::try_from(middle.units() / 100 * 1_000_000).unwrap_or_default()
        }
        Measure::Growth => 100_000,
        Measure::Orders => 50_000,
        Measure::Days => 900_000,
        Measure::Potential => 20_000,
    };
    Condition::AtLeast { what, limit }
}

/// The rules, and what is left.
#[component]
pub(crate) fn RuleEditor() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let n = Memo::new(move |_| list(app).map_or(0, |it| it.rules().len()));
    let add = move |_| {
        let condition = untrack(|| usual(app, None));
        change(app, |rules, _| {
            rules.push(TierRule {
                all: vec![condition],
                tier: 0,
            });
        });
    };
    let rest = Signal::derive(move || list(app).map_or(0, |it| it.rest()));
    let rest_n = move || t!(lang, methods_rule_rest_n, n = counts(app, n.get()).0);
    view! {
        <figure class="chart">
            <figcaption class="chart__sub">{t!(lang, methods_rules_sub)}</figcaption>
            <ol class="rules">
                <For each=move || 0..n.get() key=|it| *it let(at)>
                    <RuleRow at/>
                </For>
                <li class="rule">
                    <div class="row rule__line">
                        <span class="b">{t!(lang, methods_rule_rest)}":"</span>
                        <TierSelect
                            tier=rest
                            label=Signal::stored(t!(lang, methods_rule_rest).to_owned())
                            on_choose=move |tier| change(app, |_, rest| *rest = tier)
                        />
                    </div>
                    <p class="f13 muted">{rest_n}</p>
                </li>
            </ol>
            <button class="btn btn--small mt-3" type="button" on:click=add>
                {t!(lang, methods_rule_add)}
            </button>
        </figure>
    }
    .into_any()
}

/// How many a rule (or, after the last, the rest) catches, and would catch alone.
fn counts(app: App, at: usize) -> (usize, usize) {
    let classes = app.classes.read();
    match classes.as_ref().map(|it| it.grounds()) {
        Some(Grounds::Rules(sheet)) => {
            let of = |it: &[usize]| it.get(at).copied().unwrap_or_default();
            (of(&sheet.caught), of(&sheet.alone))
        }
        _ => (0, 0),
    }
}

/// One rule.
#[component]
fn RuleRow(
    /// Its place, from 0.
    at: usize,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let n_conditions = Memo::new(move |_| {
        list(app)
            .and_then(|it| it.rules().get(at).map(|it| it.all.len()))
            .unwrap_or_default()
    });
    let tier = Signal::derive(move || {
        list(app)
            .and_then(|it| it.rules().get(at).map(|it| it.tier))
            .unwrap_or_default()
    });
    let set_tier = move |to: usize| {
        change(app, |rules, _| {
            if let Some(rule) = rules.get_mut(at) {
                rule.tier = to;
            }
        });
    };
    let add = move |_| {
        let condition = untrack(|| usual_limit(app, Measure::Revenue));
        change(app, |rules, _| {
            if let Some(rule) = rules.get_mut(at) {
                rule.all.push(condition);
            }
        });
    };
    let up = move |_| change(app, |rules, _| rules.swap(at, at.saturating_sub(1)));
    let drop = move |_| {
        change(app, |rules, _| {
            rules.remove(at);
        });
    };
    let caught = move || {
        let (n, alone) = counts(app, at);
        t!(lang, methods_rule_caught, n = n, alone = alone)
    };
    let number = at + 1;
    view! {
        <li class="rule">
            <div class="row rule__line">
                <For each=move || 0..n_conditions.get() key=|it| *it let(place)>
                    <ConditionRow rule=at at=place/>
                </For>
                <button class="btn btn--small rule__and" type="button" on:click=add>
                    {t!(lang, methods_rule_add_condition)}
                </button>
                <span aria-hidden="true">"→"</span>
                <TierSelect
                    tier
                    label=Signal::stored(t!(lang, methods_tier_of, name = t!(lang, methods_rule_name, n = number)))
                    on_choose=set_tier
                />
            </div>
            <div class="row row--between">
                <p class="f13 muted">{caught}</p>
                <div class="row">
                    {(at > 0)
                        .then(|| {
                            view! {
                                <button
                                    class="btn btn--small"
                                    type="button"
                                    aria-label=t!(lang, methods_rule_up, n = number)
                                    on:click=up
                                >
                                    "↑"
                                </button>
                            }
                        })}
                    <button
                        class="btn btn--small"
                        type="button"
                        aria-label=t!(lang, methods_rule_drop, n = number)
                        on:click=drop
                    >
                        "×"
                    </button>
                </div>
            </div>
        </li>
    }
    .into_any()
}
