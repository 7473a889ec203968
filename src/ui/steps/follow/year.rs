//! The year as twelve bars, and as a table.

use leptos::prelude::*;

use crate::chart::year::{YearArea, YearBars};
use crate::domain::care::calendar::Calendar;
use crate::domain::care::capacity::whole_hours;
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// The figure with its finding as title, and the same as a table.
#[component]
pub(super) fn Year(
    /// The year.
    calendar: Memo<Calendar>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    view! {
        <figure class="chart c7">
            <figcaption>
                <h2>{move || title(lang, app, &calendar.read())}</h2>
            </figcaption>
            {move || axis_words(lang, app)}
            <div class="only-wide">{move || year_figure(lang, app, &calendar.read(), 660.0)}</div>
            <div class="only-narrow">{move || year_figure(lang, app, &calendar.read(), 358.0)}</div>
            {move || names(app)}
            <div class="chart__foot">
                <span>{t!(lang, follow_year_even)}</span>
            </div>
            <details class="disc">
                <summary>{t!(lang, common_as_table)}</summary>
                {move || table(lang, app, &calendar.read())}
            </details>
        </figure>
    }
    .into_any()
}

/// Months whose promises take more whole hours than there are.
fn months_over(calendar: &Calendar, room: &[u64; 12]) -> usize {
    let is_over = |(month, has): &(usize, &u64)| {
        whole_hours(calendar.minutes_of_all_in(*month)) > whole_hours(**has)
    };
    room.iter().enumerate().filter(is_over).count()
}

fn title(lang: Lang, app: App, calendar: &Calendar) -> String {
    let capacity = app.capacity.read();
    let needs = format::hours(lang, capacity.needs());
    if capacity.has() == 0 {
        return t!(lang, follow_year_h_plain, needs = needs);
    }
    let months = match months_over(calendar, &app.room.read()) {
        0 => t!(lang, follow_year_months_ok).to_owned(),
        n => t!(lang, follow_year_months_over, n = n),
    };
    let has = format::hours(lang, capacity.has());
    t!(
        lang,
        follow_year_h,
        needs = needs,
        has = has,
        months = months
    )
}

fn axis_words(lang: Lang, app: App) -> impl IntoView {
    let axis = if app.capacity.read().has() == 0 {
        t!(lang, follow_year_axis_plain)
    } else {
        t!(lang, follow_year_axis)
    };
    view! {
        <p class="year__words">
            <span>{axis}</span>
            <span>{t!(lang, follow_year_below)}</span>
        </p>
    }
}

fn names(app: App) -> impl IntoView {
    let tiers = app.capacity.read().tiers.len();
    let badges = (0..tiers)
        .map(|at| view! { <TierBadge tier=at name=app.part_name(at)/> })
        .collect_view();
    view! { <p class="f13 mt-2 row">{badges}</p> }
}

/// The drawing: a stack of tiers for each month, the hours above it, the contacts below.
pub(in crate::ui::steps) fn year_figure(
    lang: Lang,
    app: App,
    calendar: &Calendar,
    width: f64,
) -> impl IntoView + use<> {
    let tiers = calendar.incoming.len();
    let minutes: Vec<Vec<u64>> = (0..12)
        .map(|month| {
            (0..tiers)
                .map(|it| calendar.minutes_in(month, it))
                .collect()
        })
        .collect();
    let area = YearArea {
        width,
        left: 30.0,
        top: 24.0,
        bottom: 214.0,
    };
    let bars = YearBars::new(&minutes, &app.room.read(), area);
    let is_narrow = width < 500.0;
    let now = super::this_month();
    let grid = bars
        .grid
        .iter()
        .map(|(hours, y)| {
            let class = if *hours == 0 { "axis" } else { "grid" };
            view! {
                <line class=class x1=area.left x2=width y1=*y y2=*y></line>
                <text x=area.left - 7.0 y=*y + 4.0 text-anchor="end">
                    {format::count(lang, (*hours).into())}
                </text>
            }
        })
        .collect_view();
    let months = bars
        .months
        .iter()
        .enumerate()
        .map(|(at, month)| {
            let parts = month
                .parts
                .iter()
                .map(|it| {
                    view! {
                        <rect
                            class="bar__full"
                            data-tier=(it.tier + 1).to_string()
                            x=month.x
                            y=it.y
                            width=month.width
                            height=it.height
                        ></rect>
                    }
                })
                .collect_view();
            let limit = month.limit.map(|y| {
                let over = month.width * 0.14;
                view! {
                    <line
                        class="year__limit"
                        x1=month.x - over
                        x2=month.x + month.width + over
                        y1=y
                        y2=y
                    ></line>
                }
            });
            // Over its bar; where the limit would run through it, over the limit.
            let own = month.top - 6.0;
            let is_crossed = |it: &f64| (own - 14.0..month.top).contains(it);
            let top = month.limit.filter(is_crossed).map_or(own, |it| it - 6.0);
            let name = format::month_short(lang, at);
            // Where there is no room for three letters, every other month has its name.
            let name = if is_narrow && at % 2 == 1 { "" } else { name };
            view! {
                {parts}
                {limit}
                <text x=month.middle y=top text-anchor="middle">
                    {format::count(lang, whole_hours(calendar.minutes_of_all_in(at)))}
                </text>
                <text class:strong=at == now x=month.middle y="231" text-anchor="middle">
                    {name}
                </text>
                <text x=month.middle y="247" text-anchor="middle">
                    {format::count(lang, calendar.contacts_in(at))}
                </text>
            }
        })
        .collect_view();
    view! {
        <svg viewBox=format!("0 0 {width} 252") aria-hidden="true" focusable="false">
            {grid}
            {months}
        </svg>
    }
}

fn table(lang: Lang, app: App, calendar: &Calendar) -> impl IntoView + use<> {
    let tiers = calendar.incoming.len();
    let heads = (0..tiers)
        .map(|it| view! { <th scope="col" class="num">{app.part_name(it)}</th> })
        .collect_view();
    let rows = (0..12)
        .map(|month| {
            let cells = (0..tiers)
                .map(|it| {
                    let minutes = calendar.minutes_in(month, it);
                    view! { <td class="num">{format::hours(lang, minutes)}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{format::month_name(lang, month)}</th>
                    {cells}
                    <td class="num b">{format::hours(lang, calendar.minutes_of_all_in(month))}</td>
                    <td class="num">{format::count(lang, calendar.contacts_in(month))}</td>
                </tr>
            }
        })
        .collect_view();
    let region = t!(lang, common_as_table);
    view! {
        <div class="scroll-x" tabindex="0" role="region" aria-label=region>
            <table class="table table--open">
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, follow_table_month)}</th>
                        {heads}
                        <th scope="col" class="num">{t!(lang, follow_table_hours)}</th>
                        <th scope="col" class="num">{t!(lang, follow_table_contacts)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
