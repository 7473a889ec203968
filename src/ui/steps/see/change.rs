//! What changed from one period to the next, as a bridge from total to total.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::courses::CourseTable;
use super::silent::SilentLine;
use crate::chart::bridge::{BAR, Bridge, BridgeBar, ROW};
use crate::domain::change::{Change, Course, Retention};
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::periods::{Basis, Periods, Span, compare, offered};
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::charts::{px, text_width, use_width};
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Segmented;

/// The bridge, or what is missing for it, and who is silent.
#[component]
pub(crate) fn ChangeBridge() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let choices = Memo::new(move |_| {
        let loaded = app.loaded.read();
        loaded
            .as_ref()
            .map_or_else(Vec::new, |it| offered(&it.base))
    });
    let basis = Memo::new(move |_| {
        let wanted = app.look.basis.get();
        let choices = choices.read();
        wanted
            .filter(|it| choices.contains(it))
            .or(choices.first().copied())
    });
    let periods = Memo::new(move |_| {
        let loaded = app.loaded.read();
        compare(&loaded.as_ref()?.base, basis.get()?).map(Arc::new)
    });
    let choice = move || {
        let choices = choices.get();
        let chosen = Signal::derive(move || basis.get().unwrap_or(Basis::Column));
        (choices.len() > 1).then(|| {
            let options = choices
                .iter()
                .map(|it| (*it, basis_word(lang, *it)))
                .collect();
            view! {
                <div class="mt-3 noprint">
                    <Segmented
                        name="basis"
                        legend=t!(lang, change_basis)
                        options
                        chosen
                        choose=move |it| app.look.basis.set(Some(it))
                    />
                </div>
            }
        })
    };
    view! {
        <div class="c6">
            {move || match periods.get() {
                Some(it) => found(app, it),
                None => {
                    view! {
                        <h2>{t!(lang, change_title_missing)}</h2>
                        <p class="mt-2 f14 muted">{t!(lang, change_missing)}</p>
                    }
                        .into_any()
                }
            }} {choice} <SilentLine/>
        </div>
    }
    .into_any()
}

fn basis_word(lang: Lang, basis: Basis) -> &'static str {
    match basis {
        Basis::Column => t!(lang, change_basis_column),
        Basis::Rolling => t!(lang, change_basis_rolling),
        Basis::Years => t!(lang, change_basis_years),
    }
}

/// A course in a word.
pub(super) fn course_word(lang: Lang, course: Course) -> &'static str {
    match course {
        Course::Lost => t!(lang, change_lost),
        Course::Shrinking => t!(lang, change_shrinking),
        Course::Steady => t!(lang, change_steady),
        Course::Growing => t!(lang, change_growing),
        Course::New => t!(lang, change_new),
        Course::Apart => t!(lang, change_apart),
    }
}

/// `Jun 2024`.
pub(super) fn month(lang: Lang, month: Month) -> String {
    let at = usize::try_from(month.number() - 1).unwrap_or(0);
    format!("{}\u{a0}{}", format::month_short(lang, at), month.year())
}

/// `Jun 2024–May 2025`, or the year where it is one.
fn span(lang: Lang, it: Span) -> String {
    if it.from.number() == 1 && it.to.since(it.from) == 11 {
        return it.from.year().to_string();
    }
    format!("{}–{}", month(lang, it.from), month(lang, it.to))
}

/// With its sign, also above zero.
pub(super) fn signed(app: App, money: Money) -> String {
    let text = format::money_whole(app.lang.get_untracked(), money, &app.currency.read());
    if money.is_positive() {
        format!("+{text}")
    } else {
        text
    }
}

/// A row of the bridge: what it is, how many customers, how much.
#[derive(Clone)]
struct Row {
    class: &'static str,
    word: &'static str,
    customers: Option<usize>,
    sum: String,
}

fn found(app: App, periods: Arc<Periods>) -> AnyView {
    let lang = app.lang.get_untracked();
    let change = Change::of(&periods.pairs);
    let kept = Retention::of(&periods.pairs);
    let whole = |it: Money| format::money_whole(lang, it, &app.currency.read());
    let sum = |a: Course, b: Course| change.part(a).change + change.part(b).change;
    let (down, up) = (
        sum(Course::Lost, Course::Shrinking),
        sum(Course::Growing, Course::New),
    );
    let title = if down.is_zero() && up.is_zero() {
        t!(lang, change_title_same).to_owned()
    } else {
        t!(lang, change_title, down = whole(down.abs()), up = whole(up))
    };
    let sub = match periods.spans {
        None => t!(lang, change_sub_column).to_owned(),
        Some([before, now]) => {
            let (before, now) = (span(lang, before), span(lang, now));
            t!(lang, change_sub_spans, before = before, now = now)
        }
    };
    let rows = rows(app, &change);
    let bridge = bridge(&change, &rows, 600.0);
    let cut = (bridge.is_cut()).then(|| {
        let start = whole(Money::from_units(units(bridge.start)));
        t!(lang, change_cut, start = start)
    });
    let foot = (kept.net().zip(kept.gross())).map(|(net, gross)| {
        let percent = |it| format::percent(lang, it, 1);
        t!(
            lang,
            change_foot,
            net = percent(net),
            gross = percent(gross)
        )
    });
    let partial = [
        periods
            .begins
            .map(|it| t!(lang, change_begins, date = format::date(lang, it))),
        periods
            .ends
            .map(|it| t!(lang, change_ends, date = format::date(lang, it))),
    ];
    let partial = partial.into_iter().flatten();
    let partial = partial.map(|it| view! { <p class="mt-2 f13 change__partial">{it}</p> });
    let node = NodeRef::<html::Div>::new();
    let width = use_width(node);
    let table = table(lang, &rows);
    let is_open = RwSignal::new(false);
    let drawn = move || {
        (width.get() > 0.0).then(|| {
            drawing(
                &self::bridge(&change, &rows, width.get()),
                &rows,
                width.get(),
            )
        })
    };
    view! {
        <figure class="chart">
            <figcaption>
                <h2>{title}</h2>
                <p>{sub}" "{cut}</p>
            </figcaption>
            <div class="chart__draw" node_ref=node>
                {drawn}
            </div>
            <div class="chart__foot">
                <span>{foot}</span>
                <button
                    class="btn btn--plain btn--small"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| is_open.set(true)
                >
                    {t!(lang, change_show)}
                </button>
            </div>
            <details class="disc noprint">
                <summary>{t!(lang, common_as_table)}</summary>
                {table}
            </details>
            {partial.collect_view()}
            <CourseTable open=is_open periods/>
        </figure>
    }
    .into_any()
}

/// Whole units of a level of the plot.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a float to integer cast saturates"
)]
fn units(it: f64) -> i64 {
    it as i64
}

fn rows(app: App, change: &Change) -> Vec<Row> {
    let lang = app.lang.get_untracked();
    let total = |word, sum| Row {
        class: "bridge__total",
        word,
        customers: None,
        sum: format::money_whole(lang, sum, &app.currency.read()),
    };
    let step = |course: &Course| {
        let part = change.part(*course);
        Row {
            class: if part.change.is_negative() {
                "bridge__down"
            } else {
                "bridge__up"
            },
            word: course_word(lang, *course),
            customers: Some(part.customers),
            sum: signed(app, part.change),
        }
    };
    let mut rows = vec![total(t!(lang, change_before), change.before)];
    rows.extend(courses(change).iter().map(step));
    rows.push(total(t!(lang, change_now), change.now));
    rows
}

/// Courses that have a row: all but credits in both periods, where there are none.
fn courses(change: &Change) -> Vec<Course> {
    let has_row = |it: &Course| *it != Course::Apart || !change.part(*it).change.is_zero();
    Course::ALL.into_iter().filter(has_row).collect()
}

/// How much wider bold figures are than plain ones.
const BOLD: f64 = 1.15;

fn bridge(change: &Change, rows: &[Row], width: f64) -> Bridge {
    let left = |row: &Row| {
        let count = row
            .customers
            .map_or(0.0, |it| text_width(&it.to_string()) + 8.0);
        text_width(row.word) + count
    };
    let left = rows.iter().map(left).fold(0.0, f64::max) + 14.0;
    let right = rows
        .iter()
        .map(|it| text_width(&it.sum) * BOLD)
        .fold(0.0, f64::max)
        + 12.0;
    let changes: Vec<f64> = courses(change)
        .into_iter()
        .map(|it| change.part(it).change.to_f64())
        .collect();
    Bridge::new(change.before.to_f64(), &changes, width, left, right)
}

fn drawing(bridge: &Bridge, rows: &[Row], width: f64) -> AnyView {
    let row = |(row, bar): (&Row, &BridgeBar)| {
        let mark = (bridge.is_cut() && row.customers.is_none()).then(|| {
            let d = format!("M{:.1} {:.1}l-5 13 5 0 -5 13", bar.x + 12.0, bar.top - 3.0);
            view! { <path class="bridge__cut" d=d></path> }
        });
        let y = px(bar.top + 14.0);
        view! {
            <rect class=row.class x=px(bar.x) y=px(bar.top) width=px(bar.width) height=BAR></rect>
            {mark}
            <text x="0" y=y.clone()>
                <tspan class="strong">{row.word}</tspan>
                {row.customers.map(|it| format!(" {it}"))}
            </text>
            <text
                class=if row.class == "bridge__down" { "hot" } else { "strong" }
                x=width
                y=y
                text-anchor="end"
            >
                {row.sum.clone()}
            </text>
        }
    };
    let link = |bar: &BridgeBar| {
        let (x, y) = (bar.end, bar.top + BAR);
        view! { <path class="ann" d=format!("M{x:.1} {y:.1}v{:.1}", ROW - BAR)></path> }
    };
    let steps = bridge.bars.len().saturating_sub(1);
    view! {
        <svg
            viewBox=format!("0 0 {:.0} {:.0}", bridge.width, bridge.height)
            aria-hidden="true"
            focusable="false"
        >
            {bridge.bars.iter().take(steps).map(link).collect_view()}
            {rows.iter().zip(&bridge.bars).map(row).collect_view()}
        </svg>
    }
    .into_any()
}

fn table(lang: Lang, rows: &[Row]) -> AnyView {
    let row = |it: &Row| {
        view! {
            <tr>
                <th scope="row">{it.word}</th>
                <td class="num">{it.customers.map(|it| format::size(lang, it))}</td>
                <td class="num">{it.sum.clone()}</td>
            </tr>
        }
    };
    view! {
        <table class="table table--open">
            <thead>
                <tr>
                    <th scope="col">{t!(lang, change_col_course)}</th>
                    <th scope="col" class="num">{t!(lang, see_table_customers)}</th>
                    <th scope="col" class="num">{t!(lang, see_col_revenue)}</th>
                </tr>
            </thead>
            <tbody>{rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
