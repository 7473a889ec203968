//! What each tier holds, adding up to the whole file.

use leptos::prelude::*;

use crate::domain::money::Money;
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
    let rows = move || margins.with(|(running, all)| rows(app, has_margin, running, *all));
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
                    {rows}
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

fn rows(app: App, has_margin: bool, running: &[Money], all_margin: Money) -> AnyView {
    let lang = app.lang.get_untracked();
    let (sorting, ranking, currency) = (app.sorting.read(), app.ranking.read(), app.currency.get());
    let loaded = app.loaded.read();
    let customers = loaded
        .as_ref()
        .map(|it| it.base.customers.as_slice())
        .unwrap_or_default();
    let margins = sorting.sums(&ranking, running, |at| margin_of(customers, at));
    let apart_margin = all_margin - margins.iter().sum();
    let money = |it: Money| format::money(lang, it, &currency);
    let amount = |it: Money, class: &str| {
        let class = if it.is_negative() {
            format!("num neg {class}")
        } else {
            format!("num {class}")
        };
        view! { <td class=class>{money(it)}</td> }
    };
    let line = |head: AnyView, n: usize, value: Money, margin: Money, by_hand: String| {
        view! {
            <tr>
                <th scope="row">{head}</th>
                <td class="num">{format::size(lang, n)}</td>
                {amount(value, "")}
                <td class="num">{format::percent(lang, value.share_of(ranking.total()).max(0.0), 0)}</td>
                {has_margin.then(|| amount(margin, ""))}
                <td class="num">{by_hand}</td>
            </tr>
        }
    };
    let tiers = sorting
        .tiers()
        .iter()
        .zip(&margins)
        .enumerate()
        .map(|(at, (tier, margin))| {
            let name = Signal::stored(app.tier_name(at));
            let rate = tier.exceptions;
            let by_hand = format!(
                "{} ({})",
                format::size(lang, rate.moved),
                format::percent(lang, rate.share(), 0)
            );
            let head = view! { <TierBadge tier=at name/> }.into_any();
            line(head, tier.customers, tier.value, *margin, by_hand)
        });
    let (n_apart, apart_value) = sorting.apart();
    let apart = (n_apart > 0).then(|| {
        let head = t!(lang, sort_tiers_apart).into_any();
        line(head, n_apart, apart_value, apart_margin, String::new())
    });
    let all = sorting.exceptions();
    let tiers = tiers.collect_view();
    let n_all = ranking.len() + ranking.apart().len();
    let total = ranking.total() + ranking.apart_total();
    view! {
        <tbody>{tiers}{apart}</tbody>
        <tfoot>
            <tr>
                <th scope="row">{t!(lang, common_together)}</th>
                <td class="num">{format::size(lang, n_all)}</td>
                <td class="num">{money(total)}</td>
                <td class="num">{format::percent(lang, 1.0, 0)}</td>
                {has_margin.then(|| amount(all_margin, ""))}
                <td class="num">
                    {format!("{} ({})", format::size(lang, all.moved), format::percent(lang, all.share(), 0))}
                </td>
            </tr>
        </tfoot>
    }
    .into_any()
}
