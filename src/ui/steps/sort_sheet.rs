//! One customer with everything that is known of it: figures, tier, why, and how far the next tiers are.

use leptos::prelude::*;

use super::sort_score::parts;
use crate::domain::customer::Customer;
use crate::domain::money::Money;
use crate::domain::tiers::potential::potentials;
use crate::domain::tiers::rules::Trait;
use crate::domain::tiers::{Level, Potential};
use crate::i18n::{explain, format, methods};
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{Dialog, TierBadge};

/// The dialog; open while there is a customer to show.
#[component]
pub(crate) fn Sheet(
    /// The customer to show, by index.
    shown: RwSignal<Option<usize>>,
    /// Set to the customer when it is to be moved by hand.
    moving: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let close = move || shown.set(None);
    view! {
        <Dialog
            open=Signal::derive(move || shown.read().is_some())
            on_close=close
            labelledby="sheet-title"
        >
            {shown
                .get_untracked()
                .map(|customer| view! { <Content customer on_done=close moving/> })}
        </Dialog>
    }
}

#[component]
fn Content(
    /// The customer, by index.
    customer: usize,
    /// Called when the dialog should close.
    #[prop(into)]
    on_done: Callback<()>,
    /// Set to the customer when it is to be moved by hand.
    moving: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let facts = untrack(|| app.customer(customer)).unwrap_or_default();
    let go = move |_| {
        on_done.run(());
        moving.set(vec![customer]);
    };
    view! {
        <h2 id="sheet-title">{facts.name.clone()}</h2>
        <div class="mt-3">{move || place(app, customer)}</div>
        {move || score(app, customer)}
        <dl class="sheet mt-4">{figures(app, &facts)}</dl>
        <PotentialField customer/>
        <div class="row mt-4">
            <button class="btn" type="button" on:click=go>{t!(lang, sort_move)}</button>
            <button class="btn" type="button" on:click=move |_| on_done.run(())>
                {t!(lang, common_close)}
            </button>
        </div>
    }
    .into_any()
}

/// Tier, why, and the way up and down.
fn place(app: App, customer: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let (sorting, ranking, plan) = (app.sorting.read(), app.ranking.read(), app.plan.read());
    let (exceptions, currency) = (app.exceptions.read(), app.currency.read());
    let tier = sorting.tier_of(&ranking, customer);
    let by_rule = sorting.tier_by_rule(&ranking, customer);
    let why = sorting.why(&ranking, &plan, customer, &exceptions);
    let is_by_hand = sorting.is_by_hand(customer);
    let gap = sorting.gap(&ranking, &plan, customer);
    let up = explain::to_next(lang, &plan, &currency, by_rule, is_by_hand, gap);
    let down = sorting.to_lower(&ranking, customer).map(|it| {
        let below = by_rule.map_or(0, |it| it + 1);
        let money = format::money_whole(lang, it, &currency);
        t!(
            lang,
            methods_sheet_down,
            money = money,
            tier = app.tier_name(below)
        )
    });
    let badge = tier.map(|tier| {
        let name = Signal::stored(app.tier_name(tier));
        view! { <TierBadge tier name/> }
    });
    view! {
        <p>{badge}</p>
        <p class="f14 mt-2">{explain::why(lang, &plan, &currency, by_rule, &why)}</p>
        <p class="f13 muted mt-2">{up}{down.map(|it| format!(" · {it}"))}</p>
    }
    .into_any()
}

/// What each figure gives of the score.
fn score(app: App, customer: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let parts = parts(app, customer);
    if parts.is_empty() {
        return ().into_any();
    }
    let rows = parts.into_iter().map(|(name, points, percent)| {
        let points = points.unwrap_or_else(|| t!(lang, methods_sheet_middle).to_owned());
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{points}</td>
                <td class="num">{percent}</td>
            </tr>
        }
    });
    view! {
        <table class="table table--open mt-3">
            <thead>
                <tr>
                    <th scope="col">{t!(lang, methods_score_measure)}</th>
                    <th scope="col" class="num">{t!(lang, methods_sheet_points)}</th>
                    <th scope="col" class="num">{t!(lang, methods_score_weight)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Everything the file says, in the order that people ask for it.
fn figures(app: App, facts: &Customer) -> AnyView {
    let lang = app.lang.get_untracked();
    let currency = app.currency.get_untracked();
    let money = |it: Money| format::money(lang, it, &currency);
    let growth = facts.previous.filter(|it| it.is_positive()).map(|before| {
        let share = (facts.revenue - before).share_of(before);
        format::percent(lang, share, 0)
    });
    let mut lines: Vec<(&'static str, Option<String>)> = vec![
        (t!(lang, sort_col_revenue), Some(money(facts.revenue))),
        (t!(lang, sort_col_margin), facts.margin.map(money)),
        (t!(lang, methods_sheet_previous), facts.previous.map(money)),
        (
            methods::measure(lang, crate::domain::tiers::Measure::Growth),
            growth,
        ),
        (
            methods::measure(lang, crate::domain::tiers::Measure::Orders),
            Some(format::count(lang, facts.orders.into())),
        ),
        (
            t!(lang, methods_sheet_first),
            facts.first.map(|it| format::date(lang, it)),
        ),
        (
            t!(lang, methods_sheet_last),
            facts.last.map(|it| format::date(lang, it)),
        ),
    ];
    lines.extend(Trait::ALL.map(|it| {
        (
            methods::characteristic(lang, it),
            it.of(facts).map(str::to_owned),
        )
    }));
    let line = |(name, value): (&'static str, Option<String>)| {
        value.map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    lines.into_iter().filter_map(line).collect_view().into_any()
}

fn potential(app: App, customer: usize) -> Option<Potential> {
    let loaded = app.loaded.read();
    let customers = &loaded.as_ref()?.base.customers;
    potentials(customers, &app.typed.read())
        .get(customer)
        .copied()
}

/// Notes the potential that the user typed under the customer's mark; `None` forgets it.
pub(super) fn set_potential(app: App, customer: usize, level: Option<Level>) {
    let lang = app.lang.get_untracked();
    let typed = app.typed.read_untracked().get(&customer).copied();
    let Some(mark) = untrack(|| app.mark(customer)).filter(|_| typed != level) else {
        return;
    };
    let name = untrack(|| app.customer(customer)).unwrap_or_default().name;
    app.change(t!(lang, methods_potential_changed, name = name), |model| {
        match level {
            Some(level) => model.potentials.insert(mark, level),
            None => model.potentials.remove(&mark),
        };
    });
}

/// The potential, to type over.
#[component]
fn PotentialField(
    /// The customer, by index.
    customer: usize,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let desk = use_desk();
    let typed = move || app.typed.read().get(&customer).copied();
    let choose = move |event: leptos::ev::Event| {
        let level = event_target_value(&event)
            .parse()
            .ok()
            .and_then(Level::from_number);
        set_potential(app, customer, level);
    };
    let options = Level::ALL.map(|it| {
        view! {
            <option value=it.number().to_string() prop:selected=move || typed() == Some(it)>
                {it.number()}
            </option>
        }
    });
    let held = move || potential(app, customer).map(|it| methods::potential(lang, it));
    view! {
        <div class="field mt-4">
            <label for="sheet-potential">{t!(lang, methods_sheet_potential)}</label>
            <p class="hint">{held}</p>
            <select
                class="select sheet__potential"
                id="sheet-potential"
                disabled=move || desk.is_locked()
                on:change=choose
            >
                <option value="" prop:selected=move || typed().is_none()>
                    {t!(lang, methods_sheet_as_known)}
                </option>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}
