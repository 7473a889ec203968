//! What the largest customers bring, with and without the largest one.

use leptos::prelude::*;

use crate::domain::concentration::{Concentration, DEPENDENCE_LIMIT, TOPS, largest_group};
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Term;

/// The largest customer as a figure, and the table of dependence.
#[component]
pub(crate) fn Dependence() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let name = move || {
        let first = app.ranking.read().customer_at(0);
        first.and_then(|it| app.customer(it)).map(|it| it.name)
    };
    // A name such as `Sp. z o.o.` brings its own full stop.
    let stop = move || {
        if name().is_some_and(|it| it.ends_with('.')) {
            ""
        } else {
            "."
        }
    };
    let share = move || format::percent(lang, app.ranking.read().share_of_top(1), 0);
    let flag = move || {
        let limit = f64::from(DEPENDENCE_LIMIT) / 10_000.0;
        if app.ranking.read().share_of_top(1) >= limit {
            t!(lang, see_flag)
        } else {
            t!(lang, see_no_flag)
        }
    };
    view! {
        <section class="c4" aria-labelledby="dependence">
            <p class="figure-big">{share}</p>
            <p class="mt-2 f14 muted">{t!(lang, see_big)}<strong>{name}</strong>{stop}</p>
            <p class="mt-2 f13 muted">{flag}{move || group(app).map(|it| format!(" {it}"))}</p>
            <h2 id="dependence" class="mt-5">{t!(lang, see_with_without)}</h2>
            <table class="table table--open mt-2">
                <caption class="vh">{t!(lang, see_with_without_caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, see_col_share)}</th>
                        <th scope="col" class="num">{t!(lang, see_col_all)}</th>
                        <th scope="col" class="num">{t!(lang, see_col_without)}</th>
                    </tr>
                </thead>
                <tbody>{move || rows(app)}</tbody>
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
        let share = format::percent(lang, group.value.share_of(ranking.total()), 0);
        t!(
            lang,
            see_group,
            name = group.name,
            n = group.companies,
            share = share
        )
    })
}

fn rows(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let ranking = app.ranking.read();
    let all = Concentration::of(&ranking);
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
    let percent = |it: f64| format::percent(lang, it, 0);
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
