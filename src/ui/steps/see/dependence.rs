//! What the largest customers bring, with and without the largest one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::amount::Amount;
use crate::domain::concentration::{Concentration, DEPENDENCE_LIMIT, TOPS, grouped, largest_group};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::i18n::{Lang, amounts, format};
use crate::t;
use crate::ui::look::Seen;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Term;

/// Customers by the amount on screen, companies of one group as one where that is wanted.
#[derive(Clone, PartialEq)]
struct Counted {
    ranking: Arc<Ranking>,
    /// The largest by name.
    name: String,
}

/// The largest customer as a figure, and the table of dependence.
#[component]
pub(crate) fn Dependence(
    /// The amount that is drawn.
    seen: Seen,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let has_groups = Memo::new(move |_| {
        let loaded = app.loaded.read();
        (loaded.as_ref()).is_some_and(|it| largest_group(&it.base.customers).is_some())
    });
    let counted = Memo::new(move |_| {
        if has_groups.get() && app.look.is_grouped.get() {
            let loaded = app.loaded.read();
            let base = loaded
                .as_ref()
                .map(|it| Arc::clone(&it.base))
                .unwrap_or_default();
            let all = grouped(&base.customers, seen.amount.get());
            let values: Vec<Money> = all.iter().map(|it| it.1).collect();
            let ranking = Arc::new(Ranking::new(&values));
            let first = ranking.customer_at(0).and_then(|it| all.get(it));
            let name = first.map(|it| it.0.to_owned()).unwrap_or_default();
            Counted { ranking, name }
        } else {
            let ranking = seen.ranking.get();
            let first = ranking.customer_at(0).and_then(|it| app.customer(it));
            let name = first.map(|it| it.name).unwrap_or_default();
            Counted { ranking, name }
        }
    });
    let name = move || counted.read().name.clone();
    let of = move || amounts::of(lang, seen.amount.get());
    // A name such as `Sp. z o.o.` brings its own full stop.
    let stop = move || {
        if name().ends_with('.') { "" } else { "." }
    };
    let share = move || format::share(lang, counted.read().ranking.share_of_top(1), 0);
    // The limit is one of revenue.
    let flag = move || {
        let limit = f64::from(DEPENDENCE_LIMIT) / 10_000.0;
        (seen.amount.get() != Amount::Margin).then(|| {
            if counted.read().ranking.share_of_top(1) >= limit {
                t!(lang, see_flag)
            } else {
                t!(lang, see_no_flag)
            }
        })
    };
    let group = move || {
        let is_told = seen.amount.get() == Amount::Revenue && !app.look.is_grouped.get();
        is_told
            .then(|| group(app))
            .flatten()
            .map(|it| format!(" {it}"))
    };
    let choice = move || {
        has_groups.get().then(|| {
            view! {
                <label class="row mt-3 f14">
                    <input
                        type="checkbox"
                        prop:checked=move || app.look.is_grouped.get()
                        on:change=move |event| {
                            app.look.is_grouped.set(event_target_checked(&event));
                        }
                    />
                    {t!(lang, see_grouped)}
                </label>
            }
        })
    };
    view! {
        <section class="c4" aria-labelledby="dependence">
            <p class="figure-big">{share}</p>
            <p class="mt-2 f14 muted">
                {move || t!(lang, see_big, of = of())}<strong>{name}</strong>{stop}
            </p>
            <p class="mt-2 f13 muted">{flag}{group}</p>
            {choice}
            <h2 id="dependence" class="mt-5">{t!(lang, see_with_without)}</h2>
            <table class="table table--open mt-2">
                <caption class="vh">{t!(lang, see_with_without_caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || t!(lang, see_col_share, of = of())}</th>
                        <th scope="col" class="num">{t!(lang, see_col_all)}</th>
                        <th scope="col" class="num">{t!(lang, see_col_without)}</th>
                    </tr>
                </thead>
                <tbody>{move || rows(lang, &counted.read().ranking)}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The largest group of companies, where it weighs more than the largest single customer.
fn group(app: App) -> Option<String> {
    let lang = app.lang.get_untracked();
    let (loaded, ranking) = (app.loaded.read(), app.ranking.read());
    let group = largest_group(&loaded.as_ref()?.base.customers)?;
    (group.value > ranking.sum_of_top(1)).then(|| {
        let share = format::share(lang, group.value.share_of(ranking.total()), 0);
        t!(
            lang,
            see_group,
            name = group.name,
            n = group.companies,
            share = share
        )
    })
}

fn rows(lang: Lang, ranking: &Ranking) -> AnyView {
    let all = Concentration::of(ranking);
    let without = Concentration::of(&ranking.without_largest());
    let has_rest = without.customers > 0;
    let row = |label: AnyView, all: String, without: String| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="num b">{all}</td>
                <td class="num muted">{if has_rest { without } else { "–".to_owned() }}</td>
            </tr>
        }
    };
    let percent = |it: f64| format::share(lang, it, 0);
    // The five largest of three customers say nothing.
    let tops = TOPS
        .into_iter()
        .zip(all.top.into_iter().zip(without.top))
        .filter(|(k, _)| *k == 1 || *k < all.customers)
        .map(|(k, (all, without))| {
            let label = match k {
                1 => t!(lang, see_row_largest).to_owned(),
                _ => t!(lang, see_row_top, n = k),
            };
            row(label.into_any(), percent(all), percent(without))
        });
    let gini = |it: Option<f64>| it.map_or("–".to_owned(), |it| format::number(lang, it, 2));
    view! {
        {tops.collect_view()}
        {row(
            for_eighty(lang),
            format::size(lang, all.customers_for_80),
            format::size(lang, without.customers_for_80),
        )}
        {row(
            effective(lang),
            format::number(lang, all.effective, 1),
            format::number(lang, without.effective, 1),
        )}
        {row(gini_term(lang), gini(all.gini_corrected), gini(without.gini_corrected))}
    }
    .into_any()
}

fn for_eighty(lang: Lang) -> AnyView {
    let (label, definition) = (t!(lang, terms_for_eighty), t!(lang, terms_for_eighty_def));
    view! { <Term id="d-eighty" label definition/> }.into_any()
}

fn effective(lang: Lang) -> AnyView {
    let (label, definition) = (t!(lang, terms_effective), t!(lang, terms_effective_def));
    view! { <Term id="d-effective" label definition/> }.into_any()
}

fn gini_term(lang: Lang) -> AnyView {
    let (label, definition) = (t!(lang, terms_gini), t!(lang, terms_gini_def));
    view! { <Term id="d-gini" label definition/> }.into_any()
}
