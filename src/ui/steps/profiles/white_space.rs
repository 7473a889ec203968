//! What each tier buys, and who lacks what most of their peers buy.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::follow::with_facts;
use super::{Head, Known, parted, rest, table, unknown};
use crate::browser::{clock, files};
use crate::domain::profiles::white_space::Product;
use crate::domain::profiles::{Attribute, Candidate, WhiteSpace};
use crate::export::white_space;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, Toast, use_app};
use crate::ui::widgets::TierBadge;

/// Candidates listed; the file has all.
const LISTED: usize = 100;

/// The section.
#[component]
pub(super) fn Gaps(known: Known) -> impl IntoView {
    let app = use_app();
    let white = Memo::new(move |_| {
        let loaded = app.loaded.read();
        let tiers = app.shape.read().tiers();
        let found = loaded
            .as_ref()
            .map(|it| WhiteSpace::of(&it.base, &known.tiers.read(), tiers));
        Arc::new(found.unwrap_or_default())
    });
    move || section(app, known, &white.get())
}

fn section(app: App, known: Known, white: &Arc<WhiteSpace>) -> AnyView {
    let lang = app.lang.get_untracked();
    let (n, sum) = white.total();
    let has_industry = (known.traits.read().iter()).any(|it| it.attribute == Attribute::Industry);
    let missing = if white.products.is_empty() {
        Some(t!(lang, profiles_white_products))
    } else if !has_industry {
        Some(t!(lang, profiles_white_industry))
    } else if white.has_peers() {
        None
    } else {
        Some(t!(lang, profiles_white_peers))
    };
    let title = match missing {
        Some(_) => t!(lang, profiles_white_title_missing).to_owned(),
        None => t!(lang, profiles_white_title, n = n),
    };
    let said = match missing {
        Some(why) => Some(why.to_owned()),
        None => (n > 0).then(|| {
            let sum = format::money_whole(lang, sum, &app.currency.read());
            t!(lang, profiles_white_sum, sum = sum)
        }),
    };
    let left_out = [
        (Attribute::Product, white.without_product),
        (
            Attribute::Industry,
            if has_industry {
                white.without_industry
            } else {
                0
            },
        ),
    ];
    let left_out = unknown(lang, &left_out).filter(|_| !white.products.is_empty());
    let matrix = (!white.products.is_empty()).then(|| matrix(app, white));
    let people = (missing.is_none() && n > 0).then(|| candidates(app, white, n));
    view! {
        <section class="section mt-6" aria-labelledby="white">
            <h2 id="white">{title}</h2>
            {said.map(|it| view! { <p class="muted mt-2 profiles__why">{it}</p> })}
            {matrix.map(|it| view! { <div class="cols mt-4">{it} {people}</div> })}
            {left_out.map(|it| view! { <p class="f13 muted mt-3">{it}</p> })}
        </section>
    }
    .into_any()
}

/// Products by tiers.
fn matrix(app: App, white: &WhiteSpace) -> AnyView {
    let lang = app.lang.get_untracked();
    let loaded = app.loaded.read();
    let names = loaded.as_ref().map(|it| it.base.products.as_slice());
    let names = names.unwrap_or_default();
    let tiers = white.customers.len();
    let row = |it: &Product| {
        let cells = (0..tiers).map(|tier| {
            let share = white.share(it, tier);
            let is_most = share.is_some_and(|it| it >= 0.5);
            let is_none = share.is_none_or(|it| it <= 0.0);
            let text = share.map_or("–".to_owned(), |it| format::percent(lang, it, 0));
            view! { <td class="num" class:b=is_most class:quiet=is_none>{text}</td> }
        });
        let name = names.get(it.product).cloned().unwrap_or_default();
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    };
    let list = |rows: &[Product], more: &str| {
        let mut head = vec![Head::Text(t!(lang, profiles_white_col_product).to_owned())];
        head.extend((0..tiers).map(|it| Head::Number(app.tier_name(it))));
        let rows = rows.iter().map(row).collect_view().into_any();
        table(t!(lang, profiles_white_matrix), more, head, rows)
    };
    let (first, more, left_out) = parted(&white.products);
    view! {
        <div class="c5">
            <h3>{t!(lang, profiles_white_matrix)}</h3>
            {list(first, "")}
            {rest(lang, more.len(), left_out, |words| list(more, words))}
            <p class="f13 muted mt-2">{t!(lang, profiles_white_matrix_note)}</p>
        </div>
    }
    .into_any()
}

/// Who could buy what, most potential first.
fn candidates(app: App, white: &Arc<WhiteSpace>, n: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let loaded = app.loaded.read();
    let Some(base) = loaded.as_ref().map(|it| &it.base) else {
        return ().into_any();
    };
    let row = |it: Candidate| {
        let customer = base.customers.get(it.customer)?;
        let product = base.products.get(it.product).cloned().unwrap_or_default();
        Some(view! {
            <tr>
                <th scope="row">
                    {customer.name.clone()}
                    <span class="profiles__of">{customer.industry.clone()}</span>
                </th>
                <td><TierBadge tier=it.tier name=app.tier_name(it.tier)/></td>
                <td>{product}</td>
                <td class="num">{t!(lang, profiles_count, n = it.buyers, of = it.peers)}</td>
                <td class="num b">{format::money_whole(lang, it.potential, &app.currency.read())}</td>
            </tr>
        })
    };
    let rows = white.candidates(&base.customers).take(LISTED);
    let rows = rows.filter_map(row).collect_view().into_any();
    let head = vec![
        Head::Text(t!(lang, profiles_white_col_customer).to_owned()),
        Head::Text(t!(lang, profiles_tier).to_owned()),
        Head::Text(t!(lang, profiles_white_col_lacks).to_owned()),
        Head::Number(t!(lang, profiles_white_col_peers).to_owned()),
        Head::Term(
            "def-potential",
            t!(lang, profiles_white_col_potential),
            t!(lang, profiles_white_col_potential_def),
        ),
    ];
    let left = n.saturating_sub(LISTED);
    let white = Arc::clone(white);
    view! {
        <div class="c7 profiles__people">
            <h3>{t!(lang, profiles_white_people)}</h3>
            {table(t!(lang, profiles_white_region), "", head, rows)}
            {(left > 0)
                .then(|| view! { <p class="f13 muted mt-2">{t!(lang, profiles_white_left, n = left)}</p> })}
            <p class="mt-3">
                <button
                    class="btn btn--small"
                    type="button"
                    id="save-white"
                    on:click=move |_| save(app, &white)
                >
                    {t!(lang, profiles_white_save)}
                </button>
            </p>
        </div>
    }
    .into_any()
}

fn save(app: App, white: &WhiteSpace) {
    let lang = app.lang.get_untracked();
    let bytes = with_facts(app, |facts| white_space::bytes(facts, white));
    let name = format!("{}-{}.csv", t!(lang, profiles_white_file), clock::stamp());
    let text = if files::download(&name, "text/csv", &bytes) {
        t!(lang, follow_saved_file, name = name)
    } else {
        t!(lang, follow_saved_not).to_owned()
    };
    app.toast.set(Some(Toast { text, before: None }));
}
