//! What it takes to make the promises fit, with its price.

use leptos::prelude::*;

use super::people::person_name;
use crate::domain::care::CareModel;
use crate::domain::care::stretch::Stretch;
use crate::i18n::{Lang, format, templates};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// What it takes when the promises take more hours than there are, in all or for somebody; nothing
/// when they fit.
#[component]
pub(super) fn Fit() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    move || {
        if app.capacity.read().over().is_none() {
            return uneven(lang, app).map(IntoAny::into_any);
        }
        let hours = {
            let capacity = app.capacity.read();
            capacity.over().filter(|_| capacity.has() > 0)?;
            capacity.hours_over().max(1)
        };
        let stretch = Stretch::to_fit(&app.care.read(), &app.counts.read(), &app.people.read());
        let shown = t!(lang, common_hours, n = format::count(lang, hours));
        let remedy = match stretch {
            Some(stretch) => remedy(lang, app, stretch).into_any(),
            None => view! { <p class="mt-3">{t!(lang, care_fit_cannot)}</p> }.into_any(),
        };
        let section = view! {
            <section class="c7" aria-labelledby="ways">
                <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_h, n = hours)}</h2>
                <p class="muted mt-2">{t!(lang, care_fit_lede, over = shown)}</p>
                {remedy}
            </section>
        };
        Some(section.into_any())
    }
}

/// Who has less time than their tiers ask for, though all together have enough.
fn uneven(lang: Lang, app: App) -> Option<impl IntoView> {
    let (people, capacity) = (app.people.read(), app.capacity.read());
    let over: Vec<String> = people
        .iter()
        .zip(&capacity.people)
        .enumerate()
        .filter(|(_, (_, load))| load.is_over())
        .map(|(at, (person, _))| person_name(lang, person, at))
        .collect();
    (!over.is_empty()).then(|| {
        view! {
            <section class="c7" aria-labelledby="ways">
                <h2 id="ways" tabindex="-1" class="fit__h">{t!(lang, care_fit_uneven_h)}</h2>
                <p class="muted mt-2">{t!(lang, care_fit_uneven, who = over.join(", "))}</p>
            </section>
        }
    })
}

/// One stretch factor for every interval, and what it changes.
fn remedy(lang: Lang, app: App, stretch: Stretch) -> impl IntoView {
    let percent = format::percent(lang, f64::from(stretch.percent) / 100.0, 0);
    let changes = changes(lang, app, &app.care.read(), &stretch.models);
    let saved = format::hours(lang, stretch.saved);
    let detail = t!(
        lang,
        care_fit_stretch_d,
        changes = changes,
        tier = app.tier_name(0)
    );
    let said = t!(lang, care_fit_done, percent = &percent);
    let models = stretch.models;
    view! {
        <div class="fit mt-4">
            <h3>{t!(lang, care_fit_stretch, percent = &percent)}</h3>
            <p class="fit__saved b">{t!(lang, care_fit_stretch_v, h = saved)}</p>
            <p class="f13 muted fit__detail">{detail}</p>
            <button
                class="btn btn--small"
                type="button"
                on:click=move |_| {
                    let models = models.clone();
                    app.change(said.clone(), |it| it.care = models);
                }
            >
                {t!(lang, care_fit_apply)}
            </button>
        </div>
    }
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
