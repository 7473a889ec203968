//! The capacity bar: hours promised by every tier against the hours there are, with its sentence.

use leptos::prelude::*;

use super::super::route::Route;
use super::super::state::{App, use_app, use_lang};
use crate::domain::care::capacity::{Capacity, whole_hours};
use crate::domain::care::{CareModel, Question};
use crate::i18n::words::person_name;
use crate::i18n::{Lang, format};
use crate::t;

/// What the bar says: the finding first, then the sums.
fn sentence(lang: Lang, app: App) -> (String, String) {
    let capacity = app.capacity.read();
    let (needs, has) = (capacity.needs(), capacity.has());
    let hours = |it: u64| format::hours(lang, it);
    if !app.has_customers() {
        let file = t!(lang, care_cap_file).to_owned();
        return if has == 0 {
            (file, String::new())
        } else {
            (file, t!(lang, care_cap_have, has = hours(has)))
        };
    }
    if needs == 0 {
        let second = if has == 0 {
            t!(lang, care_cap_start).to_owned()
        } else {
            t!(lang, care_cap_have, has = hours(has))
        };
        return (t!(lang, care_cap_nothing).to_owned(), second);
    }
    if has == 0 {
        return (
            t!(lang, care_cap_nobody).to_owned(),
            t!(lang, care_cap_takes, needs = hours(needs)),
        );
    }
    let sums = t!(lang, care_cap_sums, needs = hours(needs), has = hours(has));
    let finding = match (capacity.over(), short(lang, app, &capacity)) {
        (Some(_), _) if capacity.hours_over() == 0 => t!(lang, care_cap_over_little).to_owned(),
        (Some(_), _) => t!(lang, care_cap_over, n = capacity.hours_over()),
        (None, Some((name, hours))) => t!(lang, care_cap_fits_but, name = name, h = hours),
        (None, None) => {
            let spare = whole_hours(has).saturating_sub(whole_hours(needs));
            t!(lang, care_cap_fits, n = spare)
        }
    };
    (finding, sums)
}

/// Who lacks time, and how much of it together.
pub(crate) fn short(lang: Lang, app: App, capacity: &Capacity) -> Option<(String, String)> {
    let people = app.people.read();
    let short = capacity.short();
    let name = |at: usize| Some(person_name(lang, people.get(at)?, at));
    let names: Vec<String> = short.iter().filter_map(|it| name(it.0)).collect();
    let hours: u64 = short.iter().map(|it| it.1).sum();
    let hours = t!(lang, common_hours, n = format::count(lang, hours));
    (!names.is_empty()).then(|| (names.join(", "), hours))
}

/// The way on beside the sentence: what is missing, or what it takes.
fn way(lang: Lang, app: App, tier: usize) -> Option<(String, &'static str)> {
    let capacity = app.capacity.read();
    let owner = Route::Care {
        tier,
        question: Question::Owner,
    };
    if !app.has_customers() {
        Some((Route::Bring.href(), t!(lang, care_no_customers_link)))
    } else if capacity.has() == 0 {
        Some((owner.href(), t!(lang, care_cap_people)))
    } else {
        None
    }
}

/// A part of the whole as a percentage for a style.
#[expect(
    clippy::as_conversions,
    reason = "minutes a year are far below 2^53, and a width needs no more"
)]
pub(crate) fn percent_of(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0%".to_owned();
    }
    format!("{:.2}%", part as f64 * 100.0 / whole as f64)
}

/// What the bar is called by a screen reader: every tier with its hours.
fn spoken(lang: Lang, app: App, capacity: &Capacity) -> String {
    let care = app.care.read();
    let promised: Vec<String> = capacity
        .tiers
        .iter()
        .enumerate()
        .map(|(at, minutes)| {
            let (tier, n) = (app.part_name(at), format::hours(lang, *minutes));
            if care.get(at).is_some_and(CareModel::is_done) {
                t!(lang, care_cap_bar_tier, tier = tier, n = n)
            } else {
                t!(lang, care_cap_bar_open, tier = tier, n = n)
            }
        })
        .collect();
    t!(
        lang,
        care_cap_bar,
        promised = promised.join(", "),
        has = format::hours(lang, capacity.has())
    )
}

/// The bar with its sentence, always in view under the stepper.
#[component]
pub(crate) fn CapacityBar(
    /// The tier the user is at.
    tier: usize,
    /// What it takes to make it fit is in a fold, which this opens.
    #[prop(optional)]
    results: Option<RwSignal<bool>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let said = Memo::new(move |_| sentence(lang, app));
    let segments = move || {
        let capacity = app.capacity.read();
        let care = app.care.read();
        let whole = capacity.needs().max(capacity.has());
        capacity
            .tiers
            .iter()
            .enumerate()
            .filter(|(_, minutes)| **minutes > 0)
            .map(|(at, minutes)| {
                let is_open = !care.get(at).is_some_and(CareModel::is_done);
                let share = minutes.saturating_mul(100) / whole.max(1);
                let name = app.part_name(at);
                let label = if share >= 14 {
                    format!("{name} {}", format::hours(lang, *minutes))
                } else if share >= 8 {
                    name
                } else {
                    String::new()
                };
                view! {
                    <span
                        class="capacity__seg"
                        class:capacity__seg--open=is_open
                        data-tier=(at + 1).to_string()
                        style=("--w", percent_of(*minutes, whole))
                    >
                        {label}
                    </span>
                }
            })
            .collect_view()
    };
    let limit = move || {
        let capacity = app.capacity.read();
        let (needs, has) = (capacity.needs(), capacity.has());
        let at = percent_of(has, needs.max(has));
        let over = capacity.over().filter(|_| has > 0).map(|_| {
            view! { <span class="capacity__over" style=("--x", at.clone())></span> }
        });
        let line = (has > 0).then(|| {
            view! { <span class="capacity__line" style=("--x", at.clone())></span> }
        });
        view! {
            {over}
            {line}
        }
    };
    view! {
        <section class="capacity" aria-label=t!(lang, care_cap_label)>
            <div class="page">
                <div class="capacity__head">
                    <p aria-live="polite">
                        <strong>{move || said.read().0.clone()}</strong>
                        " "
                        {move || said.read().1.clone()}
                    </p>
                    {move || {
                        way(lang, app, tier)
                            .map(|(href, text)| view! { <p><a href=href>{text}</a></p> })
                    }}
                    {move || {
                        let capacity = app.capacity.read();
                        let is_over = capacity.over().is_some() || !capacity.short().is_empty();
                        (app.has_customers() && is_over && capacity.has() > 0)
                            .then(|| {
                                view! {
                                    <p>
                                        <button
                                            class="linklike"
                                            type="button"
                                            on:click=move |_| {
                                                if let Some(open) = results {
                                                    open.set(true);
                                                }
                                                // It is drawn first.
                                                request_animation_frame(|| {
                                                    crate::browser::page::scroll_to("ways");
                                                });
                                            }
                                        >
                                            {t!(lang, care_cap_ways)}
                                        </button>
                                    </p>
                                }
                            })
                    }}
                </div>
                <div
                    class="capacity__bar"
                    role="img"
                    aria-label=move || spoken(lang, app, &app.capacity.read())
                >
                    {segments}
                    {limit}
                </div>
            </div>
        </section>
    }
}
