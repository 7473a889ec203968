//! The handbook: A4 pages on screen, the same pages on paper.

use leptos::prelude::*;

use super::follow::{with_facts, year_figure};
use crate::browser::print::print;
use crate::export::handbook::{Handbook, Section, Table, TierPage};
use crate::i18n::Lang;
use crate::t;
use crate::ui::route::Route;
use crate::ui::shell::Bow;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// The page.
#[component]
pub(crate) fn HandbookPage() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let is_without = RwSignal::new(false);
    let book = Memo::new(move |_| {
        let names = !is_without.get() && app.has_customers();
        with_facts(app, |facts| Handbook::of(facts, names))
    });
    view! {
        <main id="main" class="page handbook">
            <div class="handbook__tools noprint">
                <p class="f14">
                    <a href=Route::Follow.href()>{t!(lang, handbook_back)}</a>
                </p>
                <div class="row">
                    {move || {
                        app.has_customers()
                            .then(|| {
                                view! {
                                    <button
                                        class="btn"
                                        type="button"
                                        aria-pressed=move || is_without.get().to_string()
                                        on:click=move |_| is_without.update(|it| *it = !*it)
                                    >
                                        {t!(lang, handbook_without_names)}
                                    </button>
                                }
                            })
                    }}
                    <button
                        class="btn btn--go"
                        type="button"
                        id="print"
                        on:click=move |_| {
                            // Without a print dialog the pages on screen are what there is.
                            let _ = print();
                        }
                    >
                        {t!(lang, handbook_print)}
                    </button>
                </div>
            </div>
            {move || pages(lang, app, &book.read())}
            <p class="f13 muted handbook__tools noprint">
                {move || t!(lang, handbook_pages, n = book.read().pages())}
            </p>
        </main>
    }
    .into_any()
}

fn pages(lang: Lang, app: App, book: &Handbook) -> impl IntoView + use<> {
    let of = book.pages();
    let tiers = book
        .tiers
        .iter()
        .map(|it| tier_page(lang, it, &book.runner, of))
        .collect_view();
    let sections = book
        .sections
        .iter()
        .enumerate()
        .map(|(at, it)| section_page(lang, it, &book.runner, (at + 2, of)))
        .collect_view();
    view! {
        {cover(lang, book, of)}
        {tiers}
        {sections}
        {last_page(lang, app, book, of)}
    }
}

fn runner(lang: Lang, text: &str, page: usize, of: usize) -> impl IntoView + use<> {
    view! {
        <p class="runner">
            <span>{text.to_owned()}</span>
            <span>{t!(lang, handbook_page_of, n = page, of = of)}</span>
        </p>
    }
}

fn cover(lang: Lang, book: &Handbook, of: usize) -> impl IntoView + use<> {
    let heads = book
        .heads
        .iter()
        .enumerate()
        .map(|(at, it)| {
            view! {
                <th scope="col" class="tierhead" data-tier=(at + 1).to_string()>
                    <TierBadge tier=at name=it.name.clone()/>
                    <span class="tierhead__sub">{it.sub.clone()}</span>
                </th>
            }
        })
        .collect_view();
    let rows = book
        .overview
        .iter()
        .map(|(label, texts)| {
            let cells = texts
                .iter()
                .map(|it| view! { <td>{it.clone()}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{label.clone()}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    let overview = (!book.heads.is_empty()).then(|| {
        view! {
            <div
                class="scroll-x mt-5"
                tabindex="0"
                role="region"
                aria-label=t!(lang, handbook_overview)
            >
                <table class="table table--open table--wide overview">
                    <caption class="vh">{t!(lang, handbook_overview)}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="overview__label">
                                <span class="vh">{t!(lang, handbook_promise)}</span>
                            </th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let contents = book
        .contents()
        .into_iter()
        .map(|it| view! { <li>{it}</li> })
        .collect_view();
    let sums = (!book.sums.is_empty()).then(|| {
        let mut sums = book.sums.iter();
        let first = sums.next().cloned();
        let rest = sums.cloned().collect::<Vec<_>>().join(" ");
        view! {
            <p class="mt-5 f14">
                <strong>{first}</strong>
                " "
                {rest}
            </p>
        }
    });
    view! {
        <article class="sheet-a4">
            <p class="handbook__brand">
                <Bow/>
                <span class="f13 muted">{book.brand.clone()}</span>
            </p>
            <h1 class="mt-5">{book.title.clone()}</h1>
            <p class="mt-3 handbook__lede">{book.lede.clone()}</p>
            {overview}
            {sums}
            <h2 class="handbook__contents-h mt-5">{t!(lang, handbook_contents)}</h2>
            <ol class="handbook__contents" start="2">
                {contents}
            </ol>
            {runner(lang, &book.runner, 1, of)}
        </article>
    }
}

/// A table; columns from `numbers` on are figures. `of` tells it from its like on another page.
fn table(it: &Table, of: &str, numbers: usize) -> impl IntoView + use<> {
    let class = move |at: usize| if at >= numbers { "num" } else { "" };
    let row = |cells: &[String]| {
        cells
            .iter()
            .enumerate()
            .map(|(at, it)| {
                if at == 0 {
                    view! { <th scope="row">{it.clone()}</th> }.into_any()
                } else {
                    view! { <td class=class(at)>{it.clone()}</td> }.into_any()
                }
            })
            .collect_view()
    };
    let head = it
        .head
        .iter()
        .enumerate()
        .map(|(at, it)| view! { <th scope="col" class=class(at)>{it.clone()}</th> })
        .collect_view();
    let rows = it
        .rows
        .iter()
        .map(|it| view! { <tr>{row(it)}</tr> })
        .collect_view();
    let foot = it
        .foot
        .as_ref()
        .map(|it| view! { <tfoot><tr>{row(it)}</tr></tfoot> });
    let name = if of.is_empty() {
        it.title.clone()
    } else {
        format!("{of}: {}", it.title)
    };
    view! {
        <div class="scroll-x mt-2" tabindex="0" role="region" aria-label=name.clone()>
            <table class="table table--open">
                <caption class="vh">{name.clone()}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
                {foot}
            </table>
        </div>
    }
}

fn titled(it: &Table, of: &str, numbers: usize) -> impl IntoView + use<> {
    view! {
        <h3 class="mt-5">{it.title.clone()}</h3>
        {table(it, of, numbers)}
    }
}

fn tier_page(lang: Lang, page: &TierPage, foot: &str, of: usize) -> impl IntoView + use<> {
    let needs = page
        .needs
        .iter()
        .map(|it| view! { <p class="mt-2 handbook__lede">{it.clone()}</p> })
        .collect_view();
    let answers = page
        .answers
        .iter()
        .map(|(label, text)| {
            view! {
                <dt>{label.clone()}</dt>
                <dd>{text.clone()}</dd>
            }
        })
        .collect_view();
    let plan = (!page.plan.rows.is_empty()).then(|| titled(&page.plan, &page.name, 1));
    let customers = page.customers.as_ref().map(|it| titled(it, &page.name, 2));
    let more =
        (!page.more.is_empty()).then(|| view! { <p class="f13 mt-2">{page.more.clone()}</p> });
    view! {
        <article class="sheet-a4">
            {runner(lang, foot, page.tier + 2, of)}
            <p class="f14">
                <TierBadge tier=page.tier name=page.name.clone()/>
            </p>
            <h2 class="mt-2 handbook__h">{page.title.clone()}</h2>
            <div class:handbook__guess=page.is_guess>{needs}</div>
            <dl class="kv mt-4">{answers}</dl>
            {plan}
            {customers}
            {more}
        </article>
    }
}

fn section_page(
    lang: Lang,
    section: &Section,
    foot: &str,
    (part, of): (usize, usize),
) -> impl IntoView + use<> {
    let lines = section
        .lines
        .iter()
        .map(|it| view! { <p class="mt-2 f14">{it.clone()}</p> })
        .collect_view();
    let tables = section
        .tables
        .iter()
        .map(|it| table(it, "", 9))
        .collect_view();
    view! {
        <article class="sheet-a4">
            {runner(lang, foot, part, of)}
            <h2 class="handbook__h">{section.title.clone()}</h2>
            {lines}
            {tables}
        </article>
    }
}

fn last_page(lang: Lang, app: App, book: &Handbook, of: usize) -> impl IntoView + use<> {
    let calendar = app.calendar.get();
    let figure = (app.capacity.read().needs() > 0).then(|| {
        let tiers = calendar.incoming.len();
        let names = (0..tiers)
            .map(|at| view! { <TierBadge tier=at name=app.part_name(at)/> })
            .collect_view();
        view! {
            <figure class="chart mt-4 handbook__year">
                <figcaption class="vh">{t!(lang, handbook_year_figure)}</figcaption>
                {year_figure(lang, app, &calendar, 660.0)}
                <p class="f13 mt-2 row">{names}</p>
            </figure>
        }
    });
    let loads = book.loads.as_ref().map(|it| titled(it, "", 1));
    let exceptions = book.exceptions.as_ref().map(|it| titled(it, "", 9));
    let works = book
        .works
        .iter()
        .map(|it| view! { <p class="mt-2 f14">{it.clone()}</p> })
        .collect_view();
    view! {
        <article class="sheet-a4">
            {runner(lang, &book.runner, of, of)}
            <h2 class="handbook__h">{book.year_title.clone()}</h2>
            {figure}
            {loads}
            {exceptions}
            <h3 class="mt-5">{book.works_title.clone()}</h3>
            {works}
        </article>
    }
}
