//! The Pareto curve with a point on it that reads any customer.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::plot::{axes, px, ranks, use_width};
use crate::browser::pointer;
use crate::chart::slider::{Nudge, nudge};
use crate::chart::{Frame, Pareto};
use crate::domain::concentration::Concentration;
use crate::i18n::{Lang, amounts, format};
use crate::t;
use crate::ui::look::Seen;
use crate::ui::state::{App, use_app, use_lang};

/// Pixels over 100 %.
const HEADROOM: f64 = 10.0;
/// Plot height by drawing width.
const HEIGHT: f64 = 0.435;
/// Pixels that the words at the even line may take.
const EVEN_LABEL: f64 = 200.0;
/// Pixels that the words at the point may take; a narrow drawing has the first line alone.
fn label_width(frame: Frame) -> f64 {
    if frame.is_narrow() { 165.0 } else { 215.0 }
}

/// A curve more even than this runs where the label of the even line would stand.
const ROOM_FOR_EVEN: f64 = 0.3;

/// The customers left of a point, in numbers and words.
#[derive(Clone, PartialEq)]
struct Reading {
    rank: usize,
    share: String,
    sum: String,
    name: String,
    value: String,
    own_share: String,
}

/// Where the words at the point stand.
#[derive(Clone, Copy, PartialEq)]
struct Words {
    x: f64,
    y: f64,
    anchor: &'static str,
    right: f64,
}

/// The curve, its bars and the point.
#[component]
pub(crate) fn ParetoChart(
    /// How many of the largest customers the point stands at; `None` is those that bring 80 %.
    at: RwSignal<Option<usize>>,
    /// The amount that is drawn.
    seen: Seen,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let node = NodeRef::<html::Div>::new();
    let width = use_width(node);
    let drawn = Memo::new(move |_| {
        let frame = Frame::of_width(width.get(), HEADROOM, HEIGHT);
        Arc::new(Pareto::new(&seen.ranking.read(), frame))
    });
    let usual = Memo::new(move |_| seen.ranking.read().customers_for(8_000));
    let rank = Memo::new(move |_| {
        let most = seen.ranking.read().len().max(1);
        at.get().unwrap_or_else(|| usual.get()).clamp(1, most)
    });
    let reading = Memo::new(move |_| read_point(app, seen, rank.get()));
    let point = Memo::new(move |_| {
        let (drawn, share) = (drawn.read(), seen.ranking.read().share_of_top(rank.get()));
        (drawn.x_after(rank.get()), drawn.frame().y(share))
    });

    // -- moving the point --
    let is_dragging = RwSignal::new(false);
    let follow = move |event: &leptos::ev::PointerEvent| {
        if let Some(plot) = node.get_untracked() {
            let x = pointer::x_in(event, &plot);
            at.set(Some(drawn.read_untracked().rank_at(x)));
        }
    };
    let press = move |event: leptos::ev::PointerEvent| {
        if pointer::is_main(&event) {
            pointer::capture(&event);
            is_dragging.set(true);
        }
    };
    let press_plot = move |event: leptos::ev::PointerEvent| {
        if pointer::is_main(&event) && pointer::is_mouse(&event) {
            pointer::capture(&event);
            is_dragging.set(true);
            follow(&event);
        }
    };
    let drag = move |event: leptos::ev::PointerEvent| {
        if is_dragging.get_untracked() {
            follow(&event);
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let Some(wish) = nudge(&event.key(), event.shift_key()) else {
            return;
        };
        event.prevent_default();
        let most = seen.ranking.read_untracked().len();
        let here = rank.get_untracked();
        at.set(match wish {
            Nudge::Back => None,
            Nudge::Least => Some(1),
            Nudge::Most => Some(most),
            Nudge::By(steps) => {
                let size = usize::try_from(steps.unsigned_abs()).unwrap_or(1);
                Some(if steps < 0 {
                    here.saturating_sub(size).max(1)
                } else {
                    (here + size).min(most)
                })
            }
        });
    };
    let value_text = move || {
        let it = reading.get();
        t!(
            lang,
            see_point_value,
            k = it.rank,
            share = it.share,
            name = it.name,
            value = it.value,
            of = amounts::of(lang, seen.amount.get())
        )
    };

    view! {
        <div
            class="chart__plot pareto"
            node_ref=node
            on:pointerdown=press_plot
            on:pointermove=drag
            on:pointerup=move |_| is_dragging.set(false)
            on:pointercancel=move |_| is_dragging.set(false)
        >
            {move || (width.get() > 0.0).then(|| drawing(app, seen, &drawn.read(), point, reading))}
            <button
                class="handle handle--point"
                type="button"
                role="slider"
                style:left=move || format!("{:.1}px", point.get().0)
                style:top=move || format!("{:.1}px", point.get().1)
                data-dragging=move || is_dragging.get().then_some("")
                aria-label=t!(lang, see_point_name)
                aria-valuemin="1"
                aria-valuemax=move || seen.ranking.read().len().to_string()
                aria-valuenow=move || rank.get().to_string()
                aria-valuetext=value_text
                on:pointerdown=press
                on:keydown=key
            ></button>
        </div>
        <p class="chart__reading" hidden=move || width.get() <= 0.0>
            {move || {
                let it = reading.get();
                t!(
                    lang, see_reading, k = it.rank, name = it.name, value = it.value,
                    share = it.own_share, of = amounts::of(lang, seen.amount.get())
                )
            }}
        </p>
    }
    .into_any()
}

fn read_point(app: App, seen: Seen, rank: usize) -> Reading {
    let lang = app.lang.get_untracked();
    let ranking = seen.ranking.read();
    let currency = app.currency.get();
    let last = rank.saturating_sub(1);
    let value = ranking.values().get(last).copied().unwrap_or_default();
    let customer = ranking.customer_at(last).and_then(|it| app.customer(it));
    Reading {
        rank,
        share: format::share(lang, ranking.share_of_top(rank), 0),
        sum: t!(
            lang,
            see_point_sum,
            sum = format::money_whole(lang, ranking.sum_of_top(rank), &currency),
            total = format::money_whole(lang, ranking.total(), &currency),
        ),
        name: customer.map(|it| it.name).unwrap_or_default(),
        value: format::money_whole(lang, value, &currency),
        own_share: format::share(lang, value.share_of(ranking.total()), 1),
    }
}

/// The picture. Only what hangs on the point is inside closures: the rest stands still.
fn drawing(
    app: App,
    seen: Seen,
    drawn: &Pareto,
    point: Memo<(f64, f64)>,
    reading: Memo<Reading>,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let frame = drawn.frame();
    let guide = move || {
        let (x, y) = point.get();
        format!("M{:.1} {y:.1}H{x:.1}V{:.1}", frame.left, frame.bottom)
    };
    let curve = drawn.clone();
    let y_at = move |x: f64| {
        let share = curve.basis_points_at(x, &seen.ranking.read());
        frame.y(f64::from(share) / 10_000.0)
    };
    let words = Memo::new(move |_| {
        let ((x, y), width) = (point.get(), label_width(frame));
        // Right of the point and under the curve where there is room; else left of it and lower, under
        // the curve at the label's far end; else as far right as it goes.
        let far = x - 16.0 - width;
        let (x, y, anchor) = if x + 16.0 + width < frame.right {
            (x + 16.0, y + 24.0, "start")
        } else if far >= frame.left {
            (x - 16.0, y_at(far) + 26.0, "end")
        } else {
            (frame.right, y + 24.0, "end")
        };
        Words {
            x,
            y: y.min(frame.bottom - 40.0),
            anchor,
            right: if anchor == "end" { x } else { x + width },
        }
    });
    let label = move || {
        let (Words { x, y, anchor, .. }, it) = (words.get(), reading.get());
        let headline = t!(lang, see_point, k = it.rank, share = it.share);
        view! {
            <text class="halo hot" x=px(x) y=px(y) text-anchor=anchor>{headline}</text>
            {(!frame.is_narrow())
                .then(|| {
                    view! { <text class="halo" x=px(x) y=px(y + 16.0) text-anchor=anchor>{it.sum}</text> }
                })}
        }
    };
    let rest = move || {
        let ranking = seen.ranking.read();
        let others = ranking.len() - reading.read().rank.min(ranking.len());
        let share = 1.0 - ranking.share_of_top(reading.read().rank);
        let (from, to) = (point.get().0, frame.right);
        let next = ranking.values().get(reading.read().rank).copied();
        let over = next.unwrap_or_default().share_of(ranking.total()) * frame.plot_height();
        let y = frame.bottom - over.max(6.0) - 10.0;
        // The words at the point, right of it and one line or two high, may not lie on these.
        let at_point = words.get();
        let lines = if frame.is_narrow() { 0.0 } else { 16.0 };
        let is_clear =
            at_point.anchor == "end" || y < at_point.y - 14.0 || y > at_point.y + lines + 14.0;
        (others > 0 && to - from > 260.0 && is_clear).then(|| {
            let text = t!(
                lang,
                see_rest,
                n = others,
                share = format::share(lang, share, 0)
            );
            view! {
                <text class="halo" x=px(f64::midpoint(from, to)) y=px(y) text-anchor="middle">
                    {text}
                </text>
            }
        })
    };
    view! {
        <svg
            viewBox=format!("0 0 {:.0} {:.0}", frame.width, frame.height)
            aria-hidden="true"
            focusable="false"
        >
            <clipPath id="pareto-bars"><path d=drawn.bars_path()></path></clipPath>
            {axes(lang, drawn.frame())}
            <g clip-path="url(#pareto-bars)">
                <rect class="bars" x=frame.left y=frame.top width=frame.plot_width() height=frame.plot_height()></rect>
                <rect
                    class="bars bars--in"
                    x=frame.left
                    y=frame.top
                    width=move || px((point.get().0 - frame.left).max(0.0))
                    height=frame.plot_height()
                ></rect>
            </g>
            <path class="guide" fill="none" d=guide></path>
            <path class="curve" d=drawn.curve_path()></path>
            {largest(app, seen, drawn, point)}
            {even(lang, seen, drawn, words)}
            {rest}
            {label}
            {ranks(lang, drawn)}
        </svg>
    }
    .into_any()
}

/// The name beside the tallest bar, where there is room for it.
fn largest(app: App, seen: Seen, drawn: &Pareto, point: Memo<(f64, f64)>) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let (frame, first) = (drawn.frame(), *drawn.bars().first()?);
    // Wide bars stand under the curve's first steps: the label would lie on the second bar.
    if first.width > 24.0 || first.height < 34.0 {
        return None;
    }
    let ranking = seen.ranking.read_untracked();
    let share = format::share(lang, ranking.share_of_top(1), 0);
    let y = frame.bottom - first.height + 12.0;
    let x = first.x + first.width + 18.0;
    let leader = format!(
        "M{:.1} {:.1}H{:.1}",
        x - 4.0,
        y - 4.0,
        first.x + first.width
    );
    let text = if frame.is_narrow() {
        view! { <tspan class="strong">{t!(lang, see_largest_short, share = share)}</tspan> }
            .into_any()
    } else {
        let name = ranking
            .customer_at(0)
            .and_then(|it| app.customer(it))
            .map(|it| it.name);
        view! {
            <tspan class="strong">{name}</tspan>
            {t!(lang, see_largest_after, share = share)}
        }
        .into_any()
    };
    // The words at the point, right of it and two lines high, say the same of it or would lie on this.
    let hidden = move || {
        let (point_x, point_y) = point.get();
        let is_near = (y - point_y - 32.0).abs() < 26.0 && point_x < x + label_width(frame);
        is_near.then_some("hidden")
    };
    Some(
        view! {
            <g visibility=hidden>
                <path class="ann" d=leader></path>
                <text class="halo" x=px(x) y=px(y)>{text}</text>
            </g>
        }
        .into_any(),
    )
}

/// What the even line means, where the curve leaves room for it.
fn even(lang: Lang, seen: Seen, drawn: &Pareto, at_point: Memo<Words>) -> Option<AnyView> {
    let gini = Concentration::of(&seen.ranking.read_untracked()).gini?;
    let frame = drawn.frame();
    // Under the line where the words begin.
    let y = frame.y(1.0 - EVEN_LABEL / frame.plot_width()) + 20.0;
    // The words at the point, two lines high, may not lie on these.
    let is_free = move || {
        let at_point = at_point.get();
        at_point.right < frame.right - EVEN_LABEL || (y - at_point.y - 8.0).abs() > 26.0
    };
    (gini > ROOM_FOR_EVEN).then(|| {
        let words = move || {
            is_free().then(|| {
                view! {
                    <text class="halo" x=px(frame.right) y=px(y) text-anchor="end">
                        {t!(lang, see_even)}
                    </text>
                }
            })
        };
        words.into_any()
    })
}
