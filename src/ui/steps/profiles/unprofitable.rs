//! Customers that cost more than they bring, and what each of three ways out comes to.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Head, parted, rest, table};
use crate::domain::care::Way;
use crate::domain::money::Money;
use crate::domain::profiles::Unprofitable;
use crate::domain::profiles::unprofitable::unprofitable;
use crate::i18n::format;
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// The section.
#[component]
pub(super) fn Losses() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let has_margin = move || {
        let loaded = app.loaded.read();
        loaded.as_ref().is_some_and(|it| it.base.has_margin())
    };
    let found = Memo::new(move |_| {
        let loaded = app.loaded.read();
        let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
        let (models, people) = (app.plans.read(), app.people.read());
        // Care of tiers costs nothing where meetings lead.
        let models = match app.way.get() {
            Way::Tiers => models.as_slice(),
            Way::Meetings => &[],
        };
        Arc::new(unprofitable(
            customers.unwrap_or_default(),
            &app.ranking.read(),
            &app.sorting.read(),
            models,
            &people,
        ))
    });
    let body = move || {
        if has_margin() {
            list(app, &found.read())
        } else {
            missing(app)
        }
    };
    // Some may have no margin where others do: they are in no list.
    let left_out = move || {
        let loaded = app.loaded.read();
        let customers = &loaded
            .as_ref()
            .filter(|it| it.base.has_margin())?
            .base
            .customers;
        let n = customers.iter().filter(|it| it.margin.is_none()).count();
        let text = (n > 0).then(|| t!(lang, whale_unknown, n = n))?;
        Some(view! { <p class="f13 muted mt-3">{text}</p> })
    };
    view! {
        <section class="section mt-6 losses" aria-labelledby="losses">
            <h2 id="losses">
                {move || {
                    if !has_margin() {
                        return t!(lang, profiles_loss_title_missing).to_owned();
                    }
                    let found = found.read();
                    let sum: Money = found.iter().map(Unprofitable::lacking).sum();
                    t!(lang, profiles_loss_title, n = found.len(), sum = whole(app, sum))
                }}
            </h2>
            {body}
            {left_out}
        </section>
    }
    .into_any()
}

fn whole(app: App, amount: Money) -> String {
    format::money_whole(app.lang.get_untracked(), amount, &app.currency.read())
}

fn missing(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    view! {
        <p class="muted mt-2 profiles__why">{t!(lang, profiles_loss_missing)}</p>
        <p class="mt-3 f14">
            <a href=Route::Bring.href()>{t!(lang, whale_missing_go)}</a>
        </p>
    }
    .into_any()
}

fn list(app: App, found: &[Unprofitable]) -> AnyView {
    let lang = app.lang.get_untracked();
    if found.is_empty() {
        return ().into_any();
    }
    let has_care = found.iter().any(|it| !it.care.1.is_zero());
    let basis = if has_care {
        t!(lang, profiles_loss_by_care)
    } else {
        t!(lang, profiles_loss_by_margin)
    };
    let draw = |rows: &[Unprofitable], more: &str| {
        let head = vec![
            Head::Text(t!(lang, profiles_white_col_customer).to_owned()),
            Head::Text(t!(lang, profiles_tier).to_owned()),
            Head::Number(t!(lang, profiles_loss_col_left).to_owned()),
            Head::once(
                more,
                "def-reprice",
                t!(lang, profiles_loss_reprice),
                t!(lang, profiles_loss_reprice_def),
            ),
            Head::once(
                more,
                "def-cheaper",
                t!(lang, profiles_loss_cheaper),
                t!(lang, profiles_loss_cheaper_def),
            ),
            Head::once(
                more,
                "def-go",
                t!(lang, profiles_loss_go),
                t!(lang, profiles_loss_go_def),
            ),
        ];
        let rows = rows.iter().filter_map(|it| row(app, it)).collect_view();
        table(t!(lang, profiles_loss_region), more, head, rows.into_any())
    };
    let (first, more, left_out) = parted(found);
    view! {
        <p class="muted mt-2 profiles__why">{basis} " " {t!(lang, profiles_loss_note)}</p>
        {draw(first, "")}
        {rest(lang, more.len(), left_out, |words| draw(more, words))}
    }
    .into_any()
}

fn row(app: App, it: &Unprofitable) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let name = app.customer(it.customer)?.name;
    let tier = match it.tier {
        Some(tier) => view! { <TierBadge tier name=app.tier_name(tier)/> }.into_any(),
        None => view! { <span class="muted">{t!(lang, sort_apart)}</span> }.into_any(),
    };
    let lacking = whole(app, it.lacking());
    let percent = |it: f64| format::percent(lang, it, 1);
    let price = match it.price_rise() {
        Some(rise) => (
            t!(lang, profiles_loss_rise, percent = percent(rise)),
            t!(
                lang,
                profiles_loss_rise_sum,
                sum = lacking.clone(),
                revenue = whole(app, it.revenue)
            ),
        ),
        None => (
            "–".to_owned(),
            t!(lang, profiles_loss_no_revenue).to_owned(),
        ),
    };
    let less = t!(lang, profiles_loss_costs_sum, sum = lacking.clone());
    let cheaper = match (it.minutes_to_cut(), it.cost_cut()) {
        (Some(minutes), _) => (
            t!(
                lang,
                profiles_loss_hours,
                cut = format::hours_fine(lang, minutes),
                hours = format::hours_fine(lang, it.care.0)
            ),
            less,
        ),
        (None, Some(part)) => (t!(lang, profiles_loss_costs, percent = percent(part)), less),
        (None, None) => ("–".to_owned(), less),
    };
    let gone = t!(lang, profiles_loss_gone, sum = whole(app, it.revenue));
    let freed = if it.care.0 > 0 {
        let hours = format::hours_fine(lang, it.care.0);
        t!(
            lang,
            profiles_loss_freed_hours,
            sum = lacking,
            hours = hours
        )
    } else {
        t!(lang, profiles_loss_freed, sum = lacking)
    };
    let cells = [price, cheaper, (freed, gone)].map(|(first, second)| {
        view! {
            <td class="num">
                <span class="b">{first}</span>
                <span class="profiles__of">{second}</span>
            </td>
        }
    });
    Some(
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{tier}</td>
                <td class="num neg">{whole(app, it.left())}</td>
                {cells}
            </tr>
        }
        .into_any(),
    )
}
