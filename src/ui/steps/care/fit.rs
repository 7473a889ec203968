//! What it takes to make the promises fit, with its price.

use std::sync::Arc;

use leptos::prelude::*;

use super::recount::Recount;
use crate::domain::care::business_case::TierCase;
use crate::domain::care::capacity::Capacity;
use crate::domain::care::remedies::{ByVideo, MoreTime, Narrower, Raise, Shared, VIDEO_MINUTES};
use crate::domain::care::stretch::Stretch;
use crate::domain::care::{CareModel, Way};
use crate::domain::money::Money;
use crate::domain::tiers::Sorting;
use crate::i18n::words::person_name;
use crate::i18n::{Lang, explain, format, templates};
use crate::store::document::Model;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::short;

/// A way to make the promises fit: what it is, what it saves, what it costs, and how it is done.
struct Remedy {
    title: String,
    value: String,
    /// What it changes in money a year; empty where an hour costs nothing.
    money: String,
    detail: String,
    go: &'static str,
    said: String,
    edit: Arc<dyn Fn(&mut Model) + Send + Sync>,
}

/// What a remedy saves, and whether it then fits: all together, and everybody.
fn saves(lang: Lang, app: App, saved: u64, after: &Capacity) -> String {
    let h = format::hours(lang, saved);
    if after.over().is_some() {
        t!(lang, care_fit_short_v, h = h)
    } else if let Some((who, _)) = short(lang, app, after) {
        t!(lang, care_fit_total_v, h = h, who = who)
    } else {
        t!(lang, care_fit_stretch_v, h = h)
    }
}

/// What it takes when the promises take more hours than there are, in all or for somebody; nothing
/// when they fit.
#[component]
pub(super) fn Fit() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    move || {
        // Tiers' remedies change tiers: where meetings lead, the way is fewer means or more hours.
        if app.way.get() == Way::Meetings {
            return time_alone(lang, app).map(IntoAny::into_any);
        }
        if app.capacity.read().over().is_none() {
            return uneven(lang, app).map(IntoAny::into_any);
        }
        let hours = {
            let capacity = app.capacity.read();
            capacity.over().filter(|_| capacity.has() > 0)?;
            capacity.hours_over().max(1)
        };
        let recount = Recount::new(app);
        let stretch = stretch(lang, app, &recount);
        let alone = stretch
            .is_none()
            .then(|| view! { <p class="mt-3">{t!(lang, care_fit_cannot)}</p> });
        let remedies: Vec<_> = [
            stretch,
            by_video(lang, app, &recount),
            narrower(lang, app, &recount),
            time(lang, app, &recount),
        ]
        .into_iter()
        .flatten()
        .map(|it| view_of(app, it))
        .collect();
        let section = view! {
            <section class="c7" aria-labelledby="ways">
                <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_h, n = hours)}</h2>
                <p class="muted mt-2">{t!(lang, care_fit_lede)}</p>
                {alone}
                <div class="mt-4">{remedies}</div>
            </section>
        };
        Some(section.into_any())
    }
}

/// More time, where meetings lead and the hours do not suffice.
fn time_alone(lang: Lang, app: App) -> Option<impl IntoView> {
    let hours = {
        let capacity = app.capacity.read();
        capacity.over().filter(|_| capacity.has() > 0)?;
        capacity.hours_over().max(1)
    };
    let more = time(lang, app, &Recount::new(app)).map(|it| view_of(app, it));
    Some(view! {
        <section class="c7" aria-labelledby="ways">
            <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_h, n = hours)}</h2>
            <p class="muted mt-2">{t!(lang, care_fit_lede)}</p>
            <div class="mt-4">{more}</div>
        </section>
    })
}

fn view_of(app: App, it: Remedy) -> AnyView {
    let Remedy { said, edit, .. } = it;
    view! {
        <div class="fit">
            <h3>{it.title}</h3>
            <p class="fit__saved b">{it.value}</p>
            <p class="f13 fit__money">{it.money}</p>
            <p class="f13 muted fit__detail">{it.detail}</p>
            <button
                class="btn btn--small"
                type="button"
                on:click=move |_| app.change(said.clone(), |model| edit(model))
            >
                {it.go}
            </button>
        </div>
    }
    .into_any()
}

/// Who has less time than their customers ask for, though all together have enough; and what helps
/// just them.
fn uneven(lang: Lang, app: App) -> Option<impl IntoView> {
    let (who, hours) = short(lang, app, &app.capacity.read())?;
    let recount = Recount::new(app);
    let remedies: Vec<_> = [shared(lang, app, &recount), time(lang, app, &recount)]
        .into_iter()
        .flatten()
        .map(|it| view_of(app, it))
        .collect();
    Some(view! {
        <section class="c7" aria-labelledby="ways">
            <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_uneven_h)}</h2>
            <p class="muted mt-2">{t!(lang, care_fit_uneven, who = who, h = hours)}</p>
            <div class="mt-4">{remedies}</div>
        </section>
    })
}

/// One owner more for a tier.
fn shared(lang: Lang, app: App, recount: &Recount) -> Option<Remedy> {
    let people = app.people.read();
    let it = Shared::to_fit(&app.plans.read(), &people, |it| recount.models(it))?;
    let person = people.get(it.person)?;
    let (id, tier) = (person.id, it.tier);
    let name = person_name(lang, person, it.person);
    let tier_name = app.tier_name(tier);
    Some(Remedy {
        title: t!(lang, care_fit_share, tier = &tier_name, name = &name),
        value: t!(lang, care_fit_share_v).to_owned(),
        money: String::new(),
        detail: t!(lang, care_fit_share_d, tier = &tier_name, name = &name),
        go: t!(lang, care_fit_share_apply),
        said: t!(lang, care_fit_share_done, tier = tier_name, name = name),
        edit: Arc::new(move |model| model.care_mut(tier).owners.push(id)),
    })
}

/// What the hours of care cost in a year.
fn cost(app: App, models: &[CareModel], counts: &[usize]) -> Money {
    let people = app.people.read();
    let of_tier = |(model, n): (&CareModel, &usize)| {
        TierCase::of(model, &people, *n, Money::ZERO, None).cost()
    };
    models.iter().zip(counts).map(of_tier).sum()
}

/// The difference in words; nothing where there is none.
fn money(lang: Lang, app: App, before: Money, after: Money) -> String {
    let shown = |it: Money| format::money_whole(lang, it, &app.currency.read());
    let less = before - after;
    if less.is_positive() {
        t!(lang, pay_worth, money = shown(less))
    } else if less.is_negative() {
        t!(lang, pay_costs, money = shown(-less))
    } else {
        String::new()
    }
}

/// Contacts of a whole year, all customers together.
fn contacts_a_year(app: App, models: &[CareModel]) -> u64 {
    let counts = app.counts.read();
    let of_tier = |(model, n): (&CareModel, &usize)| {
        let times: u64 = model.contacts.iter().map(|it| u64::from(it.times)).sum();
        times.saturating_mul(u64::try_from(*n).unwrap_or(u64::MAX))
    };
    models.iter().zip(counts.iter()).map(of_tier).sum()
}

/// Fewer contacts in every tier by the same measure, and what it changes.
fn stretch(lang: Lang, app: App, recount: &Recount) -> Option<Remedy> {
    let care = app.care.read();
    let it = Stretch::to_fit(&care, &app.counts.read(), &app.people.read())?;
    let count = |models: &[CareModel]| format::count(lang, contacts_a_year(app, models));
    let (was, now) = (count(&care), count(&it.models));
    let changes = changes(lang, app, &care, &it.models);
    Some(Remedy {
        title: t!(lang, care_fit_stretch, now = &now, was = &was),
        value: saves(lang, app, it.saved, &recount.models(&it.models)),
        money: money(
            lang,
            app,
            cost(app, &care, &app.counts.read()),
            cost(app, &it.models, &app.counts.read()),
        ),
        detail: t!(
            lang,
            care_fit_stretch_d,
            changes = changes,
            tier = app.tier_name(0)
        ),
        go: t!(lang, care_fit_apply),
        said: t!(lang, care_fit_done, now = now, was = was),
        edit: Arc::new(move |model| model.care.clone_from(&it.models)),
    })
}

/// Meetings by video where there were visits.
fn by_video(lang: Lang, app: App, recount: &Recount) -> Option<Remedy> {
    let it = ByVideo::to_fit(&app.care.read(), &app.counts.read(), &app.people.read())?;
    let tiers: Vec<String> = it.tiers.iter().map(|at| app.tier_name(*at)).collect();
    Some(Remedy {
        title: t!(lang, care_fit_video).to_owned(),
        value: saves(lang, app, it.saved, &recount.models(&it.models)),
        money: money(
            lang,
            app,
            cost(app, &app.care.read(), &app.counts.read()),
            cost(app, &it.models, &app.counts.read()),
        ),
        detail: t!(
            lang,
            care_fit_video_d,
            n = VIDEO_MINUTES,
            tiers = tiers.join(", ")
        ),
        go: t!(lang, care_fit_video_apply),
        said: t!(lang, care_fit_video_done).to_owned(),
        edit: Arc::new(move |model| model.care.clone_from(&it.models)),
    })
}

/// A lower limit for one tier.
fn narrower(lang: Lang, app: App, recount: &Recount) -> Option<Remedy> {
    let it = Narrower::to_fit(
        &app.care.read(),
        &app.people.read(),
        &app.ranking.read(),
        &app.plan.read(),
        &app.exceptions.read(),
    )?;
    let (was, now) = it.customers;
    let mut plan = app.plan.get();
    plan.move_cut(it.tier, it.limit);
    let sorting = Sorting::new(&app.ranking.read(), &plan, &app.exceptions.read());
    let after = recount.of(&app.plans.read(), &app.people.read(), &sorting);
    let tier = app.tier_name(it.tier);
    let limit = explain::limit(lang, it.limit);
    Some(Remedy {
        title: t!(lang, care_fit_narrow, tier = &tier, was = was, now = now),
        value: saves(lang, app, it.saved, &after),
        money: money(
            lang,
            app,
            cost(app, &app.care.read(), &app.counts.read()),
            cost(app, &app.care.read(), &it.counts),
        ),
        detail: t!(
            lang,
            care_fit_narrow_d,
            n = was - now,
            next = app.tier_name(it.tier + 1),
            limit = &limit
        ),
        go: t!(lang, care_fit_narrow_apply),
        said: t!(lang, care_fit_narrow_done, tier = tier, limit = limit),
        edit: Arc::new(move |model| model.plan.move_cut(it.tier, it.limit)),
    })
}

/// More of the working time of those who lack it.
fn time(lang: Lang, app: App, recount: &Recount) -> Option<Remedy> {
    let people = app.people.read();
    let it = MoreTime::to_fit(&people, |it| recount.people(it))?;
    let raised = || {
        let of_raise = |raise: &Raise| Some((*raise, people.get(raise.person)?));
        it.raises.iter().filter_map(of_raise)
    };
    let names: Vec<String> = raised()
        .map(|(raise, person)| person_name(lang, person, raise.person))
        .collect();
    let share = |percent: u32| format::percent(lang, f64::from(percent) / 100.0, 0);
    let changes: Vec<String> = raised()
        .zip(&names)
        .map(|((raise, _), name)| {
            let (was, now) = (share(raise.percent.0), share(raise.percent.1));
            t!(lang, care_fit_change, tier = name, now = now, was = was)
        })
        .collect();
    let cost: Money = raised()
        .map(|(raise, person)| person.cost_an_hour.times_ratio(i128::from(raise.more), 60))
        .sum();
    let (name, h) = (names.join(", "), format::hours(lang, it.more()));
    let shares = it.raises.clone();
    Some(Remedy {
        title: t!(lang, care_fit_time, name = &name),
        value: t!(lang, care_fit_more_v, h = &h),
        money: money(lang, app, Money::ZERO, cost),
        detail: t!(lang, care_fit_time_d, changes = changes.join("; "), h = &h),
        go: t!(lang, care_fit_time_apply),
        said: t!(lang, care_fit_time_done, name = name, h = h),
        edit: Arc::new(move |model| {
            for raise in &shares {
                if let Some(person) = model.people.get_mut(raise.person) {
                    person.for_customers = raise.percent.1;
                }
            }
        }),
    })
}

/// What becomes of each tier's plan: `Core: 2 calls instead of 4 calls`.
fn changes(lang: Lang, app: App, before: &[CareModel], after: &[CareModel]) -> String {
    let changed = before.iter().zip(after).enumerate();
    let lines: Vec<String> = changed
        .filter_map(|(at, (before, after))| {
            let pairs = before.contacts.iter().zip(&after.contacts);
            let (was, now): (Vec<_>, Vec<_>) = pairs
                .filter(|(before, after)| before.times != after.times)
                .map(|(before, after)| (before.clone(), after.clone()))
                .unzip();
            (!was.is_empty()).then(|| {
                t!(
                    lang,
                    care_fit_change,
                    tier = app.tier_name(at),
                    now = templates::plan_line(lang, &now),
                    was = templates::plan_line(lang, &was)
                )
            })
        })
        .collect();
    lines.join("; ")
}
