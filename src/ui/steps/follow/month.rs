//! What one month holds: every kind of contact of every tier, with its hours.

use leptos::prelude::*;

use crate::domain::care::Way;
use crate::domain::care::calendar::{Calendar, What};
use crate::i18n::{Lang, format, words};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{Fold, TierBadge};

/// The list, for a month that can be chosen; this month to begin with.
#[component]
pub(super) fn Month(
    /// The year.
    calendar: Memo<Calendar>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let month = RwSignal::new(super::this_month());
    let open = RwSignal::new(false);
    let options = (0..12)
        .map(|at| {
            view! {
                <option value=at.to_string() prop:selected=move || month.get() == at>
                    {format::month_name(lang, at)}
                </option>
            }
        })
        .collect_view();
    view! {
        <section class="c5" aria-labelledby="month">
            <div class="row row--between">
                <h2 id="month">{t!(lang, follow_month_h)}</h2>
                <span>
                    <label class="vh" for="month-pick">{t!(lang, follow_month_pick)}</label>
                    <select
                        class="select select--small"
                        id="month-pick"
                        on:change=move |event| {
                            if let Ok(at) = event_target_value(&event).parse() {
                                month.set(at);
                            }
                        }
                    >
                        {options}
                    </select>
                </span>
            </div>
            {move || table(lang, app, &calendar.read(), month.get())}
            {move || {
                // Means and meetings name their customers themselves.
                (app.way.get() == Way::Tiers)
                    .then(|| {
                        view! {
                            <Fold summary=t!(lang, follow_month_turns).to_owned() open>
                                {move || turns(lang, app, &calendar.read(), month.get())}
                            </Fold>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// Customers named in a line.
const NAMED: usize = 20;

/// Whose turn it is in the month: for each kind of contact, names.
fn turns(lang: Lang, app: App, calendar: &Calendar, month: usize) -> impl IntoView + use<> {
    let (sorting, ranking) = (app.sorting.read(), app.ranking.read());
    let lines = calendar
        .rows
        .iter()
        .filter_map(|row| {
            let members = sorting.members(&ranking, row.tier);
            let places: Vec<usize> = row.turns(month, members.len()).collect();
            let names = if places.is_empty() {
                return None;
            } else if places.len() == members.len() && places.len() > NAMED {
                t!(lang, follow_month_everybody, n = places.len())
            } else {
                let of_place = |at: &usize| Some(app.customer(*members.get(*at)?)?.name);
                let mut names: Vec<String> =
                    places.iter().take(NAMED).filter_map(of_place).collect();
                let more = places.len().saturating_sub(NAMED);
                if more > 0 {
                    let n = format::size(lang, more);
                    names.push(t!(lang, follow_month_and_more, n = n));
                }
                names.join(", ")
            };
            Some(view! {
                <li>
                    <span class="b">{what_name(lang, app, row.what)}</span>
                    " "
                    <TierBadge tier=row.tier name=app.part_name(row.tier)/>
                    <br/>
                    {names}
                </li>
            })
        })
        .collect_view();
    view! { <ul class="list">{lines}</ul> }
}

/// The name of a row of the year.
fn what_name(lang: Lang, app: App, what: What) -> String {
    let meetings = app.meetings.read();
    match what {
        What::Contact(kind) => words::contact(lang, kind).to_owned(),
        What::Means(id) => {
            let means = meetings.means.iter().find(|it| it.id == id);
            means.map(|it| it.name.clone()).unwrap_or_default()
        }
        What::Meeting(at) => {
            let meeting = meetings.meetings.get(at);
            meeting
                .map_or("", |it| words::meeting(lang, it.kind))
                .to_owned()
        }
    }
}

fn table(lang: Lang, app: App, calendar: &Calendar, month: usize) -> impl IntoView + use<> {
    let rows: Vec<_> = calendar
        .rows
        .iter()
        .filter_map(|row| {
            let n = row.months.get(month).copied().filter(|it| *it > 0)?;
            Some(view! {
                <tr>
                    <th scope="row">{what_name(lang, app, row.what)}</th>
                    <td>
                        <TierBadge tier=row.tier name=app.part_name(row.tier)/>
                    </td>
                    <td class="num">{format::count(lang, n)}</td>
                    <td class="num">{format::hours(lang, n.saturating_mul(row.minutes))}</td>
                </tr>
            })
        })
        .collect();
    let answering: u64 = calendar
        .incoming
        .iter()
        .filter_map(|it| it.get(month))
        .fold(0, |sum, it| it.saturating_add(sum));
    let answering = (answering > 0).then(|| {
        view! {
            <tr>
                <th scope="row">{t!(lang, follow_month_answering)}</th>
                <td></td>
                <td class="num"></td>
                <td class="num">{format::hours(lang, answering)}</td>
            </tr>
        }
    });
    let none = rows
        .is_empty()
        .then(|| view! { <p class="f14 muted mt-3">{t!(lang, follow_month_none)}</p> });
    view! {
        {none}
        <div
            class="scroll-x mt-3"
            tabindex="0"
            role="region"
            aria-label=t!(lang, follow_month_region)
        >
            <table class="table table--open">
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, follow_month_what)}</th>
                        <th scope="col">{t!(lang, follow_month_tier)}</th>
                        <th scope="col" class="num">{t!(lang, follow_month_count)}</th>
                        <th scope="col" class="num">{t!(lang, follow_month_hours)}</th>
                    </tr>
                </thead>
                <tbody>{rows}{answering}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t!(lang, common_together)}</th>
                        <td></td>
                        <td class="num">{format::count(lang, calendar.contacts_in(month))}</td>
                        <td class="num">{format::hours(lang, calendar.minutes_of_all_in(month))}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}
