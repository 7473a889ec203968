//! The curve as a table: each of the first customers, the rest in bands.

use leptos::prelude::*;

use crate::domain::ranking::Ranking;
use crate::i18n::{amounts, format};
use crate::t;
use crate::ui::look::Seen;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Dialog;

/// Customers with a row of their own.
const SINGLE: usize = 200;
/// Bands that the rest is told in.
const BANDS: usize = 100;

/// A dialog with the cumulated table.
#[component]
pub(crate) fn CurveTable(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The amount that is drawn.
    seen: Seen,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let close = move || open.set(false);
    view! {
        <Dialog open=open on_close=close labelledby="curve-table">
            <div class="row row--between">
                <h2 id="curve-table">{t!(lang, see_table_title)}</h2>
                <button class="btn btn--small" type="button" on:click=move |_| close()>
                    {t!(lang, common_close)}
                </button>
            </div>
            <div class="tablewrap curve-table mt-3" tabindex="0" role="region" aria-labelledby="curve-table">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col" class="num">{t!(lang, see_table_rank)}</th>
                            <th scope="col">{t!(lang, see_table_customer)}</th>
                            <th scope="col" class="num">{move || amounts::title(lang, seen.amount.get())}</th>
                            <th scope="col" class="num">{t!(lang, see_table_share)}</th>
                            <th scope="col" class="num">{t!(lang, see_table_sum)}</th>
                            <th scope="col" class="num">{t!(lang, see_table_cumulative)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows(app, seen)}</tbody>
                </table>
            </div>
        </Dialog>
    }
}

fn rows(app: App, seen: Seen) -> AnyView {
    let lang = app.lang.get_untracked();
    let (ranking, currency) = (seen.ranking.read(), app.currency.get());
    let row = |(start, end): (usize, usize)| {
        let sum = ranking.sum_of_top(end) - ranking.sum_of_top(start);
        let (rank, name) = if end - start == 1 {
            let customer = ranking.customer_at(start).and_then(|it| app.customer(it));
            (
                format::size(lang, end),
                customer.map(|it| it.name).unwrap_or_default(),
            )
        } else {
            (
                String::new(),
                t!(lang, see_table_band, from = start + 1, to = end),
            )
        };
        view! {
            <tr>
                <td class="num quiet">{rank}</td>
                <th scope="row">{name}</th>
                <td class="num">{format::money(lang, sum, &currency)}</td>
                <td class="num">{format::share(lang, sum.share_of(ranking.total()), 1)}</td>
                <td class="num">{format::money(lang, ranking.sum_of_top(end), &currency)}</td>
                <td class="num">{format::share(lang, ranking.share_of_top(end), 1)}</td>
            </tr>
        }
    };
    bands(&ranking)
        .into_iter()
        .map(row)
        .collect_view()
        .into_any()
}

/// Ranks as half-open ranges: one by one at first, then in equal bands.
fn bands(ranking: &Ranking) -> Vec<(usize, usize)> {
    let n = ranking.len();
    let single = n.min(SINGLE);
    let size = (n - single).div_ceil(BANDS).max(2);
    let starts = (single..n).step_by(size);
    (0..single)
        .map(|it| (it, it + 1))
        .chain(starts.map(|it| (it, (it + size).min(n))))
        .collect()
}
