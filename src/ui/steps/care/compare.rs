//! All tiers side by side: what each question is answered with, and what is missing.

use leptos::prelude::*;

use crate::domain::care::{CareModel, Question};
use crate::export::handbook::answer_line;
use crate::i18n::words;
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{use_app, use_lang};
use crate::ui::steps::follow::with_facts;
use crate::ui::widgets::TierBadge;

/// The table, one press away.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let lang = use_lang();
    let is_open = RwSignal::new(false);
    view! {
        <details
            class="disc care__compare"
            on:toggle=move |_| is_open.update(|it| *it = !*it)
        >
            <summary>{t!(lang, care_compare)}</summary>
            {move || is_open.get().then(|| view! { <Table/> })}
        </details>
    }
}

#[component]
fn Table() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let heads = move || {
        let tiers = app.care.read().len();
        (0..tiers)
            .map(|at| {
                view! {
                    <th scope="col">
                        <TierBadge tier=at name=app.tier_name(at)/>
                    </th>
                }
            })
            .collect_view()
    };
    let cell = move |tier: usize, model: &CareModel, question: Question| {
        let href = Route::Care { tier, question }.href();
        if model.answered(question) {
            let text = with_facts(app, |facts| answer_line(facts, tier, question));
            let guess = (question == Question::Needs && model.is_guess())
                .then(|| view! { <span class="tag">{t!(lang, care_guess_mark)}</span> });
            let suggested = (model.is_suggested(question))
                .then(|| view! { <span class="tag">{t!(lang, care_suggested)}</span> });
            view! { <td>{text} " " {guess} " " {suggested}</td> }.into_any()
        } else {
            view! {
                <td>
                    <a class="neg" href=href>
                        {t!(lang, care_compare_missing)}
                        <span class="vh">
                            ": " {app.tier_name(tier)} ", " {words::question(lang, question)}
                        </span>
                    </a>
                </td>
            }
            .into_any()
        }
    };
    let rows = move || {
        let care = app.care.read();
        Question::ALL
            .iter()
            .map(|question| {
                let cells = care
                    .iter()
                    .enumerate()
                    .map(|(at, it)| cell(at, it, *question))
                    .collect_view();
                view! {
                    <tr>
                        <th scope="row">{words::question(lang, *question)}</th>
                        {cells}
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <div class="scroll-x mt-3" tabindex="0" role="region" aria-label=t!(lang, care_compare)>
            <table class="table table--open table--wide overview">
                <caption class="vh">{t!(lang, care_compare)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, care_compare_question)}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
