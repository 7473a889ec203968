//! The curve cut into tiers: bands, and a handle on each limit.
//!
//! Curve, bars and area are drawn when data or width change. A moved limit only changes the edges of
//! rectangles that are seen through them.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::plot::{axes, px, use_width};
use crate::browser::pointer;
use crate::chart::slider::{Nudge, nudge};
use crate::chart::{Frame, Pareto};
use crate::domain::tiers::{Method, MethodKind};
use crate::i18n::{Lang, explain, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::steps::LimitEdit;

/// Pixels over 100 %: room for the tag of the highest limit.
const HEADROOM: f64 = 36.0;
/// Plot height by drawing width.
const HEIGHT: f64 = 0.375;
/// Pixels of an average character of a label.
const CHARACTER: f64 = 6.7;

/// The edges of a tier on the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Band {
    /// Left edge.
    from: f64,
    /// Right edge.
    to: f64,
    /// Customers by the rule alone.
    customers: usize,
    /// Their share of the total.
    share: f64,
    /// Customers up to its end.
    end: usize,
}

/// The curve with its limits.
#[component]
pub(crate) fn TierChart(
    /// Moves limits.
    edit: LimitEdit,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let node = NodeRef::<html::Div>::new();
    let width = use_width(node);
    let drawn = Memo::new(move |_| {
        let frame = Frame::of_width(width.get(), HEADROOM, HEIGHT);
        Arc::new(Pareto::new(&app.ranking.read(), frame))
    });
    let bands = Memo::new(move |_| bands(app, &drawn.read()));
    let tiers = Memo::new(move |_| app.shape.read().tiers());
    let drag = move |event: leptos::ev::PointerEvent| {
        let (Some(at), Some(plot)) = (edit.dragged.get_untracked(), node.get_untracked()) else {
            return;
        };
        let x = pointer::x_in(&event, &plot);
        let drawn = drawn.read_untracked();
        let share = if untrack(|| is_of_customers(app)) {
            drawn.customers_at(x)
        } else {
            drawn.basis_points_at(x, &app.ranking.read_untracked())
        };
        // Tenths of a percent: finer than a hand is steady.
        edit.set(at, share.saturating_add(5) / 10 * 10);
    };
    let let_go = move || {
        if let Some(at) = edit.dragged.get_untracked() {
            edit.dragged.set(None);
            edit.settle(at);
        }
    };
    // Limits that are no shares of the curve are typed, or found.
    let has_cuts = Memo::new(move |_| app.shape.read().method.cuts().is_some());
    let handles = move || {
        (0..tiers.get().saturating_sub(1))
            .take_while(|_| has_cuts.get())
            .map(|at| view! { <Handle at edit drawn bands/> })
            .collect_view()
    };
    view! {
        <div
            class="chart__plot"
            node_ref=node
            on:pointermove=drag
            on:pointerup=move |_| let_go()
            on:pointercancel=move |_| let_go()
        >
            {move || (width.get() > 0.0).then(|| drawing(lang, app, &drawn.read(), bands, tiers.get()))}
            {handles}
        </div>
    }
    .into_any()
}

fn bands(app: App, drawn: &Pareto) -> Vec<Band> {
    let (ranking, sorting) = (app.ranking.read(), app.sorting.read());
    let mut start = 0;
    sorting
        .ends()
        .iter()
        .map(|end| {
            let sum = ranking.sum_of_top(*end) - ranking.sum_of_top(start);
            let band = Band {
                from: drawn.x_after(start),
                to: drawn.x_after(*end),
                customers: end - start,
                share: sum.share_of(ranking.total()),
                end: *end,
            };
            start = *end;
            band
        })
        .collect()
}

fn drawing(lang: Lang, app: App, drawn: &Pareto, bands: Memo<Vec<Band>>, tiers: usize) -> AnyView {
    let frame = drawn.frame();
    // Those at the moved limit change alone.
    let of_tiers: Vec<Memo<Band>> = (0..tiers).map(|tier| one(bands, tier)).collect();
    let rects = |class: &'static str| {
        let rect = |(tier, band): (usize, &Memo<Band>)| {
            let band = *band;
            view! {
                <rect
                    class=class
                    data-tier=tier + 1
                    x=move || px(band.get().from)
                    y=frame.top
                    width=move || px(band.get().to - band.get().from)
                    height=frame.plot_height()
                ></rect>
            }
        };
        of_tiers.iter().enumerate().map(rect).collect_view()
    };
    let line = |band: &Memo<Band>| {
        let band = *band;
        let d = move || format!("M{:.1} {:.1}V{:.1}", band.get().to, frame.top, frame.bottom);
        view! { <path class="limit" d=d></path> }
    };
    let inner = tiers.saturating_sub(1);
    let lines = of_tiers.iter().take(inner).map(line).collect_view();
    view! {
        <svg
            viewBox=format!("0 0 {:.0} {:.0}", frame.width, frame.height)
            aria-hidden="true"
            focusable="false"
        >
            <clipPath id="tier-area"><path d=drawn.area_path()></path></clipPath>
            <clipPath id="tier-bars"><path d=drawn.bars_path()></path></clipPath>
            <g clip-path="url(#tier-area)">{rects("band")}</g>
            {axes(lang, drawn.frame())}
            <g clip-path="url(#tier-bars)">{rects("band band--own")}</g>
            {lines}
            <path class="curve" d=drawn.curve_path()></path>
            {labels(lang, app, frame, bands, tiers)}
        </svg>
    }
    .into_any()
}

/// One of the bands.
fn one(bands: Memo<Vec<Band>>, tier: usize) -> Memo<Band> {
    Memo::new(move |_| bands.read().get(tier).copied().unwrap_or_default())
}

/// What stands under a band: the rank at its end, and its name and what it holds; empty where there is
/// no room.
#[derive(Clone, Debug, Default, PartialEq)]
struct Label {
    rank: String,
    rank_x: Option<String>,
    name: String,
    holds: String,
    name_x: Option<String>,
}

/// Ranks at the limits and the names of the bands. The elements stay; a moved limit writes into those
/// that it changes.
fn labels(lang: Lang, app: App, frame: Frame, bands: Memo<Vec<Band>>, tiers: usize) -> AnyView {
    let all = Memo::new(move |_| texts(lang, app, frame, &bands.read()));
    let label = |tier: usize| {
        let it = Memo::new(move |_| all.read().get(tier).cloned().unwrap_or_default());
        view! {
            <text class="strong" x=move || it.get().rank_x y=px(frame.bottom + 17.0) text-anchor="middle">
                {move || it.get().rank}
            </text>
            <text
                class="band__name"
                data-tier=tier + 1
                x=move || it.get().name_x
                y=px(frame.bottom + 36.0)
                text-anchor="middle"
            >
                <tspan class="b">{move || it.get().name}</tspan>
                {move || it.get().holds}
            </text>
        }
    };
    (0..tiers).map(label).collect_view().into_any()
}

/// The words under the bands, as far as there is room.
fn texts(lang: Lang, app: App, frame: Frame, bands: &[Band]) -> Vec<Label> {
    let mut free_from = frame.left;
    let mut names_from = f64::NEG_INFINITY;
    let label = |(tier, band): (usize, &Band)| {
        let mut it = Label::default();
        let rank = format::size(lang, band.end);
        let half = text_width(&rank) / 2.0;
        if band.end > 0 && band.to - half > free_from {
            free_from = band.to + half + 6.0;
            (it.rank, it.rank_x) = (rank, Some(px(band.to)));
        }
        let name = app.tier_name(tier);
        let count = format::size(lang, band.customers);
        let share = format::share(lang, band.share, 0);
        let room = band.to - band.from + 10.0;
        let rests = [format!(" {count} · {share}"), format!(" {count}")];
        let middle = f64::midpoint(band.from, band.to);
        let width = |rest: &String| text_width(&name) + text_width(rest);
        let fits = |it: &String| width(it) < room && middle - width(it) / 2.0 > names_from;
        if let Some(holds) = rests.into_iter().find(fits) {
            names_from = middle + width(&holds) / 2.0 + 4.0;
            it = Label {
                name,
                holds,
                name_x: Some(px(middle)),
                ..it
            };
        }
        it
    };
    bands.iter().enumerate().map(label).collect()
}

fn text_width(text: &str) -> f64 {
    crate::chart::float(text.chars().count()) * CHARACTER
}

/// A limit as a slider.
#[component]
fn Handle(
    /// The limit: the tier it ends, from 0.
    at: usize,
    /// Moves it.
    edit: LimitEdit,
    /// The drawing.
    drawn: Memo<Arc<Pareto>>,
    /// The bands.
    bands: Memo<Vec<Band>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let cut_at = move |at: usize| Memo::new(move |_| app.plan.read().method.cut(at));
    let (own, before, after) = (cut_at(at), at.checked_sub(1).map(cut_at), cut_at(at + 1));
    let cut = move || own.get().unwrap_or_default();
    let band = one(bands, at);
    let left = move || format!("{:.1}px", band.get().to);
    // At the height of the limit itself, so that two limits within one customer stay apart.
    let top = move || {
        let share = if is_of_customers(app) {
            app.ranking.read().share_of_top(band.get().end)
        } else {
            f64::from(cut()) / 10_000.0
        };
        let y = drawn.read().frame().y(share);
        format!("{y:.1}px")
    };
    let text = move || {
        let (name, it) = (app.tier_name(at), band.get());
        t!(
            lang,
            sort_limit_value,
            tier = name,
            limit = explain::limit(lang, cut()),
            n = it.customers,
            share = format::share(lang, it.share, 0)
        )
    };
    let least = move || before.and_then(|it| it.get()).map_or(1, |it| it + 1);
    let most = move || after.get().map_or(9_999, |it| it - 1);
    let press = move |event: leptos::ev::PointerEvent| {
        if pointer::is_main(&event) {
            pointer::capture(&event);
            edit.begin(at);
            edit.dragged.set(Some(at));
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let Some(wish) = nudge(&event.key(), event.shift_key()) else {
            return;
        };
        event.prevent_default();
        edit.hold_key();
        match wish {
            Nudge::Back => edit.restore(at),
            Nudge::Least => edit.set(at, 0),
            Nudge::Most => edit.set(at, 10_000),
            Nudge::By(percent) => {
                // Whole percents, as the ends of a limit dragged to 61,3 % are 61 and 62 %.
                let now = i32::from(edit.get(at));
                let to = if percent > 0 {
                    now / 100
                } else {
                    (now + 99) / 100
                } + percent;
                edit.set(
                    at,
                    u16::try_from((to * 100).clamp(0, 10_000)).unwrap_or_default(),
                );
            }
        }
    };
    view! {
        <button
            class="handle"
            type="button"
            role="slider"
            style:left=left
            style:top=top
            data-dragging=move || (edit.dragged.get() == Some(at)).then_some("")
            aria-label=move || limit_name(app, at)
            aria-valuemin=move || percent_number(least())
            aria-valuemax=move || percent_number(most())
            aria-valuenow=move || percent_number(cut())
            aria-valuetext=text
            on:focus=move |_| edit.begin(at)
            on:pointerdown=press
            on:keydown=key
            on:keyup=move |_| edit.release_key(at)
            on:blur=move |_| edit.release_key(at)
        >
            <span class="handle__tag" aria-hidden="true">{move || explain::limit(lang, cut())}</span>
        </button>
    }
}

/// The limits are shares of customers, not of revenue.
fn is_of_customers(app: App) -> bool {
    matches!(app.shape.read().method, Method::Customers { .. })
}

/// What a limit is called.
pub(crate) fn limit_name(app: App, at: usize) -> String {
    let (lang, tier) = (app.lang.get_untracked(), app.tier_name(at));
    match app.shape.read().method.kind() {
        MethodKind::Customers => t!(lang, sort_limit_name_customers, tier = tier),
        MethodKind::Amounts => t!(lang, sort_limit_name_amount, tier = tier),
        _ => t!(lang, sort_limit_name, tier = tier),
    }
}

/// Basis points as the percent number that assistive technology expects: `60.5`.
fn percent_number(basis_points: u16) -> String {
    (f64::from(basis_points) / 100.0).to_string()
}
