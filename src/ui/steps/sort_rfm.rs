//! How lately, how often, how much: the grid of all scores as a picture, and the tier of each segment.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::tiers::rfm::{BEST, Rfm};
use crate::domain::tiers::{Grounds, Method, Segment, SegmentTiers};
use crate::i18n::{format, methods};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierSelect;

/// The boxes of a segment: the first column and row of its corner, columns and rows (from 1).
///
/// Columns are recency from 1 to 5, rows frequency and value from 5 down to 1.
fn area(segment: Segment) -> String {
    let boxes = (1..=BEST).flat_map(|r| (1..=BEST).map(move |fm| (r, fm)));
    let own: Vec<(u8, u8)> = boxes
        .filter(|(r, fm)| Segment::at(*r, *fm) == segment)
        .collect();
    let columns = || own.iter().map(|it| it.0);
    let rows = || own.iter().map(|it| BEST + 1 - it.1);
    let ends = |least: Option<u8>, most: Option<u8>| (least.unwrap_or(1), most.unwrap_or(1) + 1);
    let (left, right) = ends(columns().min(), columns().max());
    let (top, bottom) = ends(rows().min(), rows().max());
    format!("{top} / {left} / {bottom} / {right}")
}

/// What each segment holds, in the order of [`Segment::ALL`].
fn held(app: App) -> Vec<(usize, Money)> {
    app.classes.with(|classes| {
        let ranking = app.ranking.read();
        match classes.as_ref().map(|it| it.grounds()) {
            Some(Grounds::Rfm(rfm)) => rfm.held(|at| ranking.value_of(at)).to_vec(),
            _ => Vec::new(),
        }
    })
}

fn tier_of(app: App, segment: Segment) -> usize {
    match &app.plan.read().method {
        Method::Rfm { segments } => segments.tier_of(segment),
        _ => 0,
    }
}

/// The grid.
#[component]
pub(crate) fn RfmGrid() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let held = Memo::new(move |_| held(app));
    let all = Memo::new(move |_| held.read().iter().map(|it| it.0).sum::<usize>());
    let tiles = Segment::ALL
        .into_iter()
        .enumerate()
        .map(|(at, segment)| {
            let own = move || held.read().get(at).copied().unwrap_or_default();
            let share = move || {
                let total = app.ranking.read().total();
                format::share(lang, own().1.share_of(total), 0)
            };
            view! {
                <div
                    class="rfm__tile"
                    style:grid-area=area(segment)
                    data-tier=move || (tier_of(app, segment) + 1).to_string()
                >
                    <span class="rfm__name">{methods::segment(lang, segment)}</span>
                    <span class="rfm__n">{move || format::size(lang, own().0)}</span>
                    <span class="rfm__share">{share}</span>
                </div>
            }
        })
        .collect_view();
    let scores = || {
        (1..=BEST)
            .map(|it| view! { <span>{it}</span> })
            .collect_view()
    };
    view! {
        <figure class="chart rfm">
            <figcaption class="chart__sub">{move || t!(lang, methods_rfm_sub, n = all.get())}</figcaption>
            <div class="rfm__plot" aria-hidden="true">
                <span class="rfm__y">{t!(lang, methods_rfm_y)}</span>
                <div class="rfm__rows">{scores()}</div>
                <div class="rfm__grid">{tiles}</div>
                <div class="rfm__columns">{scores()}</div>
                <span class="rfm__x">{t!(lang, methods_rfm_x)}</span>
            </div>
            {move || remarks(app)}
        </figure>
    }
    .into_any()
}

/// What the scores do not tell, said aloud.
fn remarks(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let classes = app.classes.read();
    let Some(Grounds::Rfm(rfm)) = classes.as_ref().map(|it| it.grounds()) else {
        return ().into_any();
    };
    let lines = sentences(app, rfm)
        .into_iter()
        .map(|it| view! { <p>{it}</p> })
        .collect_view();
    let reference = rfm.reference.map(|day| {
        let day = format::date(lang, day);
        view! { <p>{t!(lang, methods_rfm_reference, day = day)}</p> }
    });
    view! { <div class="f13 muted mt-2 stack rfm__notes">{reference}{lines}</div> }.into_any()
}

fn sentences(app: App, rfm: &Rfm) -> Vec<String> {
    let lang = app.lang.get_untracked();
    if rfm.reference.is_none() {
        return vec![t!(lang, methods_rfm_no_dates).to_owned()];
    }
    let [days, orders, sums] = rfm.distinct;
    let mut all = Vec::new();
    let few = |n: usize| n < usize::from(BEST);
    if few(days) {
        all.push(t!(lang, methods_rfm_few_days, n = days));
    }
    if few(orders) {
        all.push(t!(lang, methods_rfm_few_orders, n = orders));
    }
    if few(sums) {
        all.push(t!(lang, methods_rfm_few_sums, n = sums));
    }
    if rfm.undated > 0 {
        all.push(t!(lang, methods_rfm_undated, n = rfm.undated));
    }
    all
}

/// The tier of each segment, to change.
#[component]
pub(crate) fn RfmSegments() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let held = Memo::new(move |_| held(app));
    let set = move |segment: Segment, tier: usize| {
        let said = t!(
            lang,
            methods_rfm_changed,
            segment = methods::segment(lang, segment),
            tier = untrack(|| app.tier_name(tier))
        );
        let plan = app.plan.get_untracked();
        if let Method::Rfm { segments } = &plan.method {
            let segments: SegmentTiers = segments.with(segment, tier);
            app.change(said, |model| model.plan.method = Method::Rfm { segments });
        }
    };
    let rows = Segment::ALL
        .into_iter()
        .enumerate()
        .map(|(at, segment)| {
            let name = methods::segment(lang, segment);
            let n = move || format::size(lang, held.read().get(at).map_or(0, |it| it.0));
            view! {
                <div class="row row--between limit-row">
                    <span class="f14">{name}" "<span class="muted f13">{n}</span></span>
                    <TierSelect
                        tier=Signal::derive(move || tier_of(app, segment))
                        label=Signal::stored(t!(lang, methods_tier_of, name = name))
                        on_choose=move |tier| set(segment, tier)
                    />
                </div>
            }
        })
        .collect_view();
    view! { <div class="stack limits mt-3">{rows}</div> }.into_any()
}
