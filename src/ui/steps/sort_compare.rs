//! Another way to sort beside the chosen one: who would be elsewhere, in customers and money.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::sort_limits::looking;
use crate::domain::listing::by_value;
use crate::domain::tiers::compare::Comparison;
use crate::domain::tiers::{Classes, Known, Method, MethodKind, Score, Sorting, TierPlan};
use crate::i18n::{format, words};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// So many of those that differ are named.
const NAMED: usize = 12;

/// Sorts by another method at its usual limits, with as many tiers; `None` while natural breaks are looked
/// for. Not done again while a limit moves.
fn other(app: App, kind: MethodKind) -> Option<(TierPlan, Sorting)> {
    let (ranking, loaded, typed) = (app.ranking.read(), app.loaded.read(), app.typed.read());
    let tiers = app.shape.read().tiers();
    let method = match kind {
        MethodKind::Score => Method::Score {
            score: Score::usual(tiers, |it| app.knows(it)),
        },
        _ => kind.usual(tiers, &ranking),
    };
    let known = Known {
        customers: loaded
            .as_ref()
            .map(|it| it.base.customers.as_slice())
            .unwrap_or_default(),
        ranking: &ranking,
        typed: &typed,
    };
    let classes = Classes::new(&method, known).map(Arc::new);
    let mut plan = app.shape.get();
    plan.set_method(method);
    let none = BTreeMap::new();
    let sorting = if kind == MethodKind::Natural {
        Sorting::of_ends(&ranking, app.breaks.ends(&ranking, tiers)?, None, &none)
    } else {
        Sorting::with(&ranking, &plan, classes.as_ref(), &none)
    };
    Some((plan, sorting))
}

/// The choice of a second method and what it would change.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let kind = RwSignal::new(None::<MethodKind>);
    let choose = move |event: leptos::ev::Event| {
        kind.set(MethodKind::from_slug(&event_target_value(&event)));
    };
    let options = move || {
        let own = app.shape.read().method.kind();
        // Without rules of their own everybody is in one tier: nothing to compare with.
        let others = MethodKind::ALL
            .into_iter()
            .filter(|it| *it != own && *it != MethodKind::Rules);
        others
            .map(|it| {
                view! {
                    <option value=it.slug() prop:selected=move || kind.get() == Some(it)>
                        {words::method(lang, it).0}
                    </option>
                }
            })
            .collect_view()
    };
    Effect::new(move |_| {
        if kind.get() == Some(MethodKind::Natural) {
            app.breaks
                .ask(&app.ranking.read(), app.shape.read().tiers());
        }
    });
    let second = Memo::new(move |_| kind.get().map(|it| other(app, it).map(Arc::new)));
    let found = move || {
        second.get().map(|it| match it {
            Some(it) => result(app, &it.0, &it.1),
            None => view! { <p class="mt-3" role="status">{looking(app)}</p> }.into_any(),
        })
    };
    view! {
        <section class="section" aria-labelledby="compare">
            <h2 id="compare">{t!(lang, methods_compare_title)}</h2>
            <div class="row mt-3">
                <label class="label" for="compare-with">{t!(lang, methods_compare_with)}</label>
                <select class="select compare__with" id="compare-with" on:change=choose>
                    <option value="" prop:selected=move || kind.get().is_none()>
                        {t!(lang, methods_compare_none)}
                    </option>
                    {options}
                </select>
            </div>
            {found}
        </section>
    }
    .into_any()
}

fn result(app: App, plan: &TierPlan, second: &Sorting) -> AnyView {
    let lang = app.lang.get_untracked();
    let (ranking, first, currency) = (app.ranking.read(), app.settled.read(), app.currency.read());
    let order = by_value(&ranking);
    let found = Comparison::new(&ranking, &order, &first, second);
    let total = ranking.total() + ranking.apart_total();
    let said = t!(
        lang,
        methods_compare_differ,
        n = found.elsewhere.len(),
        of = order.len(),
        money = format::money_whole(lang, found.value, &currency),
        share = format::share(lang, found.value.share_of(total), 0)
    );
    let (rows, columns) = (first.tiers().len(), second.tiers().len());
    let badge = |at: usize, last: usize| {
        if at == last {
            return view! { <span class="muted">{t!(lang, sort_apart)}</span> }.into_any();
        }
        let name = Signal::stored(words::tier_name(lang, plan, at));
        view! { <TierBadge tier=at name/> }.into_any()
    };
    let is_used = |row: usize| {
        found
            .table
            .get(row)
            .is_some_and(|it| it.iter().any(|it| it.0 > 0))
    };
    let column_used = |at: usize| {
        found
            .table
            .iter()
            .any(|it| it.get(at).is_some_and(|it| it.0 > 0))
    };
    let shown: Vec<usize> = (0..=columns)
        .filter(|it| *it < columns || column_used(*it))
        .collect();
    let head = shown
        .iter()
        .map(|at| view! { <th scope="col" class="num">{badge(*at, columns)}</th> });
    let head = head.collect_view();
    let lines = (0..=rows)
        .filter(|row| *row < rows || is_used(*row))
        .map(|row| {
            let cell = |at: &usize| {
                let (n, sum) = found
                    .table
                    .get(row)
                    .and_then(|it| it.get(*at))
                    .copied()
                    .unwrap_or_default();
                let is_same = row == *at || (row == rows && *at == columns);
                let money = (n > 0).then(|| format::money_whole(lang, sum, &currency));
                view! {
                    <td class="num" class:quiet=n == 0 class:compare__same=is_same>
                        <span class="b">{format::size(lang, n)}</span>
                        <span class="compare__sum">{money}</span>
                    </td>
                }
            };
            let cells = shown.iter().map(cell).collect_view();
            view! { <tr><th scope="row">{badge(row, rows)}</th>{cells}</tr> }
        })
        .collect_view();
    let name = |it: Option<usize>| match it {
        Some(at) => words::tier_name(lang, plan, at),
        None => t!(lang, sort_apart).to_owned(),
    };
    let named = found.elsewhere.iter().take(NAMED).filter_map(|at| {
        let customer = app.customer(*at)?;
        let line = t!(
            lang,
            methods_compare_line,
            name = &customer.name,
            now = name(first.tier_by_rule(&ranking, *at)),
            then = name(second.tier_by_rule(&ranking, *at)),
            money = format::money_whole(lang, ranking.value_of(*at), &currency)
        );
        Some(view! { <li>{line}</li> })
    });
    let named = named.collect_view();
    let more = found.elsewhere.len().saturating_sub(NAMED);
    view! {
        <p class="mt-3" role="status">{said}</p>
        <div class="cols mt-3">
            <div class="c7 scroll-x" tabindex="0" role="region" aria-label=t!(lang, methods_compare_table)>
                <table class="table table--open">
                    <caption>{t!(lang, methods_compare_table)}</caption>
                    <thead><tr><td></td>{head}</tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            <div class="c5">
                <ul class="bullets f14">{named}</ul>
                {(more > 0).then(|| view! { <p class="f13 muted mt-2">{t!(lang, methods_compare_more, n = more)}</p> })}
            </div>
        </div>
    }
    .into_any()
}
