//! The Lorenz curve: the further it hangs below the line of equal shares, the more depends on few.

use leptos::html;
use leptos::prelude::*;

use super::plot::{axes, px, text_width, use_width};
use crate::chart::Frame;
use crate::chart::lorenz::Lorenz;
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::look::Seen;
use crate::ui::state::use_lang;

/// The curve of the amount on screen.
#[component]
pub(crate) fn LorenzChart(
    /// The amount that is drawn.
    seen: Seen,
) -> impl IntoView {
    let lang = use_lang();
    let node = NodeRef::<html::Div>::new();
    let width = use_width(node);
    let drawn = move || {
        (width.get() > 0.0).then(|| {
            let frame = Frame::of_width(width.get(), 10.0, 0.435);
            drawing(lang, &Lorenz::new(&seen.ranking.read(), frame))
        })
    };
    let said = move || {
        let frame = Frame::of_width(800.0, 10.0, 0.435);
        half(lang, &Lorenz::new(&seen.ranking.read(), frame))
    };
    view! {
        <div class="chart__plot" node_ref=node>
            {drawn}
        </div>
        <p class="chart__reading">{said}</p>
    }
    .into_any()
}

fn half(lang: Lang, it: &Lorenz) -> String {
    let share = format::percent(lang, it.half_share, usize::from(it.half_share < 0.1));
    t!(lang, see_lorenz_half, n = it.half_customers, share = share)
}

fn drawing(lang: Lang, it: &Lorenz) -> AnyView {
    let frame = it.frame;
    let (x, y) = it.half;
    let words = half(lang, it);
    // Left of the point, over the curve, there is room up to the line of equal shares; on a phone the
    // words stand under the picture alone.
    let has_room = text_width(&words) < frame.plot_width() * 0.45;
    let ticks = [0_u8, 25, 50, 75, 100].map(|it| {
        let text = if it == 100 {
            format::percent(lang, 1.0, 0)
        } else {
            it.to_string()
        };
        let anchor = if it == 100 { "end" } else { "middle" };
        view! {
            <text x=px(frame.x(f64::from(it) / 100.0)) y=px(frame.bottom + 18.0) text-anchor=anchor>
                {text}
            </text>
        }
    });
    let even_x = frame.x(0.36);
    view! {
        <svg
            viewBox=format!("0 0 {:.0} {:.0}", frame.width, frame.height)
            aria-hidden="true"
            focusable="false"
        >
            <path class="whale__area" d=it.gap.clone()></path>
            {axes(lang, frame)}
            <path class="curve" d=it.curve.clone()></path>
            <path class="guide" d=format!("M{x:.1} {y:.1}V{:.1}", frame.bottom)></path>
            <circle class="dot" cx=px(x) cy=px(y) r="5"></circle>
            {has_room
                .then(|| {
                    view! {
                        <text
                            class="halo halo--area hot"
                            x=px(x - 4.0)
                            y=px(y - 12.0)
                            text-anchor="end"
                        >
                            {words}
                        </text>
                    }
                })}
            <text class="halo" x=px(even_x - 12.0) y=px(frame.y(0.36) - 12.0) text-anchor="end">
                {t!(lang, see_even)}
            </text>
            {ticks.into_iter().collect_view()}
            <text x=frame.right y=px(frame.bottom + 36.0) text-anchor="end">
                {t!(lang, see_lorenz_axis)}
            </text>
        </svg>
    }
    .into_any()
}
