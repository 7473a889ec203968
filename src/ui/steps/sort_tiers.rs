//! What each tier holds, adding up to the whole file.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::tiers::ExceptionRate;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// The table of tiers.
#[component]
pub(crate) fn Tiers() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let has_margin = app
        .loaded
        .with_untracked(|it| it.as_ref().is_some_and(|it| it.base.has_margin()));
    let margins = Memo::new(move |_| {
        let loaded = app.loaded.read();
        let customers = loaded
            .as_ref()
            .map(|it| it.base.customers.as_slice())
            .unwrap_or_default();
        // The sum over everybody, too: both once, not while a limit moves.
        let all: Money = customers.iter().filter_map(|it| it.margin).sum();
        let running = app
            .ranking
            .read()
            .running_sums(|at| margin_of(customers, at));
        (running, all)
    });
    let lines = Memo::new(move |_| margins.with(|(running, all)| lines(app, running, *all)));
    // How many there are, and those apart last.
    let shown = Memo::new(move |_| {
        let lines = lines.read();
        (
            lines.len(),
            lines.last().is_some_and(|it| it.tier.is_none()),
        )
    });
    let rows = move || {
        let (n, has_apart) = shown.get();
        let row = |at: usize| {
            let head = if has_apart && at + 1 == n {
                t!(lang, sort_tiers_apart).into_any()
            } else {
                view! { <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/> }
                    .into_any()
            };
            let line = Memo::new(move |_| lines.read().get(at).cloned().unwrap_or_default());
            row(app, has_margin, head, line)
        };
        (0..n).map(row).collect_view()
    };
    let all = Memo::new(move |_| margins.with(|(_, all)| together(app, *all)));
    view! {
        <section class="section" aria-labelledby="tiers">
            <h2 id="tiers">{t!(lang, sort_tiers_title)}</h2>
            <div class="scroll-x mt-3" tabindex="0" role="region" aria-label=t!(lang, sort_tiers_caption)>
                <table class="table table--open">
                    <caption class="vh">{t!(lang, sort_tiers_caption)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(lang, sort_col_tier)}</th>
                            <th scope="col" class="num">{t!(lang, sort_col_customers)}</th>
                            <th scope="col" class="num">{t!(lang, sort_col_revenue)}</th>
                            <th scope="col" class="num">{t!(lang, sort_col_share)}</th>
                            {has_margin
                                .then(|| view! { <th scope="col" class="num">{t!(lang, sort_col_margin)}</th> })}
                            <th scope="col" class="num">{t!(lang, sort_col_by_hand)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{row(app, has_margin, t!(lang, common_together).into_any(), all)}</tfoot>
                </table>
            </div>
            <p class="f13 muted mt-2">
                {move || {
                    let ranking = app.ranking.read();
                    let total = ranking.total() + ranking.apart_total();
                    t!(lang, sort_tiers_sum, total = format::money(lang, total, &app.currency.read()))
                }}
            </p>
        </section>
    }
    .into_any()
}

fn margin_of(customers: &[crate::domain::customer::Customer], at: usize) -> Money {
    customers
        .get(at)
        .and_then(|it| it.margin)
        .unwrap_or_default()
}

/// What stands in a row of the table.
#[derive(Clone, Default, PartialEq)]
struct Line {
    /// The tier; `None` for those that stand apart, and for all together.
    tier: Option<usize>,
    customers: usize,
    value: Money,
    share: f64,
    margin: Money,
    exceptions: Option<ExceptionRate>,
}

/// The tiers, best first, then those that stand apart.
fn lines(app: App, running: &[Money], all_margin: Money) -> Vec<Line> {
    let (sorting, ranking) = (app.sorting.read(), app.ranking.read());
    let loaded = app.loaded.read();
    let customers = loaded
        .as_ref()
        .map(|it| it.base.customers.as_slice())
        .unwrap_or_default();
    let margins = sorting.sums(&ranking, running, |at| margin_of(customers, at));
    let share = |value: Money| value.share_of(ranking.total()).max(0.0);
    let tiers = sorting.tiers().iter().zip(&margins).enumerate();
    let mut lines: Vec<Line> = tiers
        .map(|(at, (tier, margin))| Line {
            tier: Some(at),
            customers: tier.customers,
            value: tier.value,
            share: share(tier.value),
            margin: *margin,
            exceptions: Some(tier.exceptions),
        })
        .collect();
    let (n_apart, value) = sorting.apart();
    if n_apart > 0 {
        lines.push(Line {
            tier: None,
            customers: n_apart,
            value,
            share: share(value),
            margin: all_margin - margins.iter().sum(),
            exceptions: None,
        });
    }
    lines
}

/// All of them.
fn together(app: App, margin: Money) -> Line {
    let (sorting, ranking) = (app.sorting.read(), app.ranking.read());
    Line {
        tier: None,
        customers: ranking.len() + ranking.apart().len(),
        value: ranking.total() + ranking.apart_total(),
        share: 1.0,
        margin,
        exceptions: Some(sorting.exceptions()),
    }
}

/// A row; a moved limit writes into the cells that it changes.
fn row(app: App, has_margin: bool, head: AnyView, line: Memo<Line>) -> AnyView {
    let lang = app.lang.get_untracked();
    let amount = move |of: fn(&Line) -> Money| {
        let class = move || {
            if of(&line.read()).is_negative() {
                "num neg"
            } else {
                "num"
            }
        };
        let text = move || format::money(lang, of(&line.read()), &app.currency.read());
        view! { <td class=class>{text}</td> }
    };
    let by_hand = move || {
        let rate = line.read().exceptions?;
        let share = format::share(lang, rate.share(), 0);
        Some(format!("{} ({share})", format::size(lang, rate.moved)))
    };
    view! {
        <tr>
            <th scope="row">{head}</th>
            <td class="num">{move || format::size(lang, line.read().customers)}</td>
            {amount(|it| it.value)}
            <td class="num">{move || format::share(lang, line.read().share, 0)}</td>
            {has_margin.then(|| amount(|it| it.margin))}
            <td class="num">{by_hand}</td>
        </tr>
    }
    .into_any()
}
