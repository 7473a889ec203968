//! What every chart with a cumulative curve shares: its width on screen, its axes and its clips.

use leptos::html;
use leptos::prelude::*;

use crate::browser::size::WidthWatch;
use crate::chart::{Frame, Pareto};
use crate::i18n::{Lang, format};
use crate::t;

/// The width of an element in pixels, followed; 0 until it is on the page.
pub(crate) fn use_width(node: NodeRef<html::Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    let watch = StoredValue::new_local(None::<WidthWatch>);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let follow = move |it: f64| {
            if width
                .try_get_untracked()
                .is_some_and(|now: f64| (now - it).abs() >= 1.0)
            {
                width.set(it);
            }
        };
        watch.set_value(WidthWatch::new(&element, follow));
    });
    width
}

/// Lines and numbers of both axes.
pub(super) fn axes(lang: Lang, frame: Frame) -> AnyView {
    let levels = [0_u8, 20, 40, 60, 80, 100].map(|level| {
        let y = frame.y(f64::from(level) / 100.0);
        let text = match level {
            100 => format::percent(lang, 1.0, 0),
            _ => level.to_string(),
        };
        view! {
            <line
                class=if level == 0 { "axis" } else { "grid" }
                x1=frame.left
                x2=frame.right
                y1=px(y)
                y2=px(y)
            ></line>
            <text x=frame.left - 8.0 y=px(y + 4.0) text-anchor="end">{text}</text>
        }
    });
    view! {
        {levels.into_iter().collect_view()}
        <line class="even" x1=frame.left y1=frame.bottom x2=frame.right y2=frame.top></line>
    }
    .into_any()
}

/// Customer numbers under the axis and what they count.
pub(super) fn ranks(lang: Lang, drawn: &Pareto) -> AnyView {
    let frame = drawn.frame();
    let ticks = drawn.ticks().into_iter().map(|tick| {
        view! {
            <text x=px(tick.x) y=px(frame.bottom + 18.0) text-anchor="middle">
                {format::size(lang, tick.rank)}
            </text>
        }
    });
    view! {
        {ticks.collect_view()}
        <text x=frame.right y=px(frame.bottom + 36.0) text-anchor="end">{t!(lang, see_axis)}</text>
    }
    .into_any()
}

/// About how wide a label of a chart is, in pixels: a little more rather than less.
pub(crate) fn text_width(text: &str) -> f64 {
    text.chars()
        .map(|it| {
            if "., ’'ijl|\u{a0}".contains(it) {
                4.2
            } else {
                7.0
            }
        })
        .sum()
}

/// A coordinate to a tenth of a pixel.
pub(crate) fn px(it: f64) -> String {
    format!("{it:.1}")
}
