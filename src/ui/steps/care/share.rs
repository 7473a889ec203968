//! The picture of time against revenue: two bars for every tier, and the same for everyone.

use leptos::prelude::*;

use crate::chart::share::{BAR, ShareBars, Shares};
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// The shares of every tier.
#[expect(
    clippy::as_conversions,
    reason = "counts and minutes are far below 2^53, and a share is floating point"
)]
fn shares(app: App) -> Vec<Shares> {
    let sorting = app.sorting.read();
    let capacity = app.capacity.read();
    let total = sorting.tiers().iter().map(|it| it.value).sum();
    let customers: usize = sorting.tiers().iter().map(|it| it.customers).sum();
    let minutes = capacity.needs().max(1) as f64;
    sorting
        .tiers()
        .iter()
        .zip(&capacity.tiers)
        .map(|(tier, needs)| Shares {
            revenue: tier.value.share_of(total),
            time: *needs as f64 / minutes,
            even: tier.customers as f64 / customers.max(1) as f64,
        })
        .collect()
}

/// The figure with its finding as title.
#[component]
pub(super) fn ShareFigure() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let shares = Memo::new(move |_| shares(app));
    let title = move || {
        let shares = shares.read();
        let first = shares.first().copied().unwrap_or_default();
        let (tier, share) = (app.tier_name(0), format::percent(lang, first.revenue, 0));
        if app.capacity.read().needs() == 0 {
            t!(lang, care_share_h_empty, tier = tier, share = share)
        } else {
            let time = format::percent(lang, first.time, 0);
            t!(lang, care_share_h, tier = tier, share = share, time = time)
        }
    };
    view! {
        <figure class="chart c5">
            <figcaption>
                <h2>{title}</h2>
                <p>
                    {t!(lang, care_share_p)} " "
                    <span class="hot b">{t!(lang, care_share_even)}</span>
                    " "
                    {move || same(lang, app)}
                </p>
            </figcaption>
            <div class="only-wide">{move || drawing(lang, app, &shares.read(), 460.0)}</div>
            <div class="only-narrow">{move || drawing(lang, app, &shares.read(), 340.0)}</div>
            <details class="disc">
                <summary>{t!(lang, common_as_table)}</summary>
                {move || table(lang, app, &shares.read())}
            </details>
        </figure>
    }
    .into_any()
}

/// What the same for everyone would be.
fn same(lang: Lang, app: App) -> Option<String> {
    let has = app.capacity.read().has();
    let customers: usize = app.counts.read().iter().sum();
    let each = has.checked_div(u64::try_from(customers).ok()?)?;
    (has > 0).then(|| t!(lang, pay_same, h = format::hours_fine(lang, each)))
}

/// Each tier's share of the margin; `None` where it is not known of every tier or is no sum to share.
fn margin_shares(app: App) -> Option<Vec<f64>> {
    let margins = super::pay::margins(app);
    let known: Option<Vec<_>> = margins.iter().map(|it| it.margin).collect();
    let known = known?;
    let all: crate::domain::money::Money = known.iter().sum();
    all.is_positive()
        .then(|| known.iter().map(|it| it.share_of(all)).collect())
}

fn drawing(lang: Lang, app: App, shares: &[Shares], width: f64) -> impl IntoView + use<> {
    // On a phone the words above the drawing say it alone.
    let has_words = width > 400.0;
    let bars = ShareBars::new(shares, width, 100.0, if has_words { 100.0 } else { 44.0 });
    let right = |it: f64, length: f64| it + length + 6.0;
    let grid = bars
        .grid
        .iter()
        .map(|(percent, x)| {
            let label = format::percent(lang, f64::from(*percent) / 100.0, 0);
            view! {
                <line class="grid" x1=*x x2=*x y1="22" y2=bars.height - 4.0></line>
                <text x=*x y="12" text-anchor="middle">{label}</text>
            }
        })
        .collect_view();
    let rows = bars
        .rows
        .iter()
        .zip(shares)
        .enumerate()
        .map(|(at, (row, share))| {
            let counts = app.counts.read();
            let customers = counts.get(at).copied().unwrap_or_default();
            // Only the first row says what the bars are; the rest follow it.
            let (of_revenue, of_time) = if at == 0 && has_words {
                (t!(lang, care_share_revenue), t!(lang, care_share_time))
            } else {
                ("", "")
            };
            view! {
                <g data-tier=(at + 1).to_string()>
                    <text class="bar__name" x="0" y=row.top + 24.0>{short(&app.tier_name(at))}</text>
                    <text x="0" y=row.top + 41.0>{t!(lang, care_customers, n = customers)}</text>
                    <rect
                        class="bar__full"
                        x=bars.left
                        y=row.revenue_top
                        width=row.revenue
                        height=BAR
                    ></rect>
                    <rect class="bar__open" x=bars.left y=row.time_top width=row.time height=BAR></rect>
                    <line
                        class="bar__even"
                        x1=row.even
                        x2=row.even
                        y1=row.revenue_top - 4.0
                        y2=row.time_top + BAR + 4.0
                    ></line>
                    <text class="halo" x=right(bars.left, row.revenue) y=row.revenue_top + 12.0>
                        <tspan class="strong">{format::percent(lang, share.revenue, 0)}</tspan>
                        " "
                        {of_revenue}
                    </text>
                    <text class="halo" x=right(bars.left, row.time) y=row.time_top + 13.0>
                        <tspan class="strong">{format::percent(lang, share.time, 0)}</tspan>
                        " "
                        {of_time}
                    </text>
                </g>
            }
        })
        .collect_view();
    view! {
        <svg
            viewBox=format!("0 0 {} {}", bars.width, bars.height)
            aria-hidden="true"
            focusable="false"
        >
            {grid}
            {rows}
        </svg>
    }
}

/// A name that fits before the bars.
fn short(name: &str) -> String {
    if name.chars().count() <= 13 {
        name.to_owned()
    } else {
        let start: String = name.chars().take(12).collect();
        format!("{start}…")
    }
}

fn table(lang: Lang, app: App, shares: &[Shares]) -> impl IntoView + use<> {
    let margins = margin_shares(app);
    let margin_head = margins
        .is_some()
        .then(|| view! { <th scope="col" class="num">{t!(lang, pay_share_margin)}</th> });
    let rows = shares
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let margin = margins.as_ref().and_then(|it| it.get(at)).map(|it| {
                view! { <td class="num">{format::percent(lang, *it, 1)}</td> }
            });
            view! {
                <tr>
                    <th scope="row">
                        <TierBadge tier=at name=app.tier_name(at)/>
                    </th>
                    <td class="num">{format::percent(lang, it.revenue, 1)}</td>
                    {margin}
                    <td class="num">{format::percent(lang, it.time, 1)}</td>
                    <td class="num">{format::percent(lang, it.even, 1)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table table--open">
            <thead>
                <tr>
                    <th scope="col">{t!(lang, care_pay_tier)}</th>
                    <th scope="col" class="num">{t!(lang, care_share_t_revenue)}</th>
                    {margin_head}
                    <th scope="col" class="num">{t!(lang, care_share_t_time)}</th>
                    <th scope="col" class="num">{t!(lang, care_share_t_even)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
