//! What it takes to make the promises fit, with its price.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::care::business_case::TierCase;
use crate::domain::care::remedies::{ByVideo, MoreTime, Narrower, VIDEO_MINUTES};
use crate::domain::care::stretch::Stretch;
use crate::domain::care::{CareModel, Way};
use crate::domain::money::Money;
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
        let shown = t!(lang, common_hours, n = format::count(lang, hours));
        let stretch = stretch(lang, app);
        let alone = stretch
            .is_none()
            .then(|| view! { <p class="mt-3">{t!(lang, care_fit_cannot)}</p> });
        let remedies: Vec<_> = [
            stretch,
            by_video(lang, app),
            narrower(lang, app),
            time(lang, app),
        ]
        .into_iter()
        .flatten()
        .map(|it| view_of(app, it))
        .collect();
        let section = view! {
            <section class="c7" aria-labelledby="ways">
                <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_h, n = hours)}</h2>
                <p class="muted mt-2">{t!(lang, care_fit_lede, over = shown)}</p>
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
    let shown = t!(lang, common_hours, n = format::count(lang, hours));
    let more = time(lang, app).map(|it| view_of(app, it));
    Some(view! {
        <section class="c7" aria-labelledby="ways">
            <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_h, n = hours)}</h2>
            <p class="muted mt-2">{t!(lang, care_fit_lede, over = shown)}</p>
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

/// Who has less time than their tiers ask for, though all together have enough.
fn uneven(lang: Lang, app: App) -> Option<impl IntoView> {
    short(lang, app, &app.capacity.read()).map(|(who, _)| {
        view! {
            <section class="c7" aria-labelledby="ways">
                <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_uneven_h)}</h2>
                <p class="muted mt-2">{t!(lang, care_fit_uneven, who = who)}</p>
            </section>
        }
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

/// One stretch factor for every interval, and what it changes.
fn stretch(lang: Lang, app: App) -> Option<Remedy> {
    let care = app.care.read();
    let it = Stretch::to_fit(&care, &app.counts.read(), &app.people.read())?;
    let percent = format::percent(lang, f64::from(it.percent) / 100.0, 0);
    let changes = changes(lang, app, &care, &it.models);
    Some(Remedy {
        title: t!(lang, care_fit_stretch, percent = &percent),
        value: t!(lang, care_fit_stretch_v, h = format::hours(lang, it.saved)),
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
        said: t!(lang, care_fit_done, percent = &percent),
        edit: Arc::new(move |model| model.care.clone_from(&it.models)),
    })
}

/// Meetings by video where there were visits.
fn by_video(lang: Lang, app: App) -> Option<Remedy> {
    let it = ByVideo::to_fit(&app.care.read(), &app.counts.read(), &app.people.read())?;
    let saved = format::hours(lang, it.saved);
    let tiers: Vec<String> = it.tiers.iter().map(|at| app.tier_name(*at)).collect();
    Some(Remedy {
        title: t!(lang, care_fit_video).to_owned(),
        value: if it.fits {
            t!(lang, care_fit_stretch_v, h = saved)
        } else {
            t!(lang, care_fit_short_v, h = saved)
        },
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
fn narrower(lang: Lang, app: App) -> Option<Remedy> {
    let it = Narrower::to_fit(
        &app.care.read(),
        &app.people.read(),
        &app.ranking.read(),
        &app.plan.read(),
        &app.exceptions.read(),
    )?;
    let (was, now) = it.customers;
    let tier = app.tier_name(it.tier);
    let limit = explain::limit(lang, it.limit);
    Some(Remedy {
        title: t!(lang, care_fit_narrow, tier = &tier, was = was, now = now),
        value: t!(lang, care_fit_stretch_v, h = format::hours(lang, it.saved)),
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

/// More of somebody's working time.
fn time(lang: Lang, app: App) -> Option<Remedy> {
    let people = app.people.read();
    let it = MoreTime::to_fit(&app.capacity.read(), &people)?;
    let person = people.get(it.person)?;
    let name = person_name(lang, person, it.person);
    let hours = format::hours(lang, it.more);
    let share = |percent: u32| format::percent(lang, f64::from(percent) / 100.0, 0);
    Some(Remedy {
        title: t!(lang, care_fit_time, name = &name),
        value: t!(lang, care_fit_more_v, h = &hours),
        money: money(
            lang,
            app,
            Money::ZERO,
            person.cost_an_hour.times_ratio(i128::from(it.more), 60),
        ),
        detail: t!(
            lang,
            care_fit_time_d,
            now = share(it.percent),
            was = share(person.for_customers),
            h = &hours
        ),
        go: t!(lang, care_fit_time_apply),
        said: t!(lang, care_fit_time_done, name = name, h = hours),
        edit: Arc::new(move |model| {
            if let Some(person) = model.people.get_mut(it.person) {
                person.for_customers = it.percent;
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
