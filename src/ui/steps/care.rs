//! Step 4, Care: one question of one tier at a time, with the capacity bar always in view.

mod compare;
mod deal;
mod each;
mod contacts;
mod extras;
mod fit;
mod meet;
mod more;
mod pay;
mod people;
mod questions;
mod recount;
mod share;
mod tier;
mod way_on;
mod what_if;
mod work_year;

use leptos::prelude::*;

use self::compare::Compare;
use self::contacts::ContactsQuestion;
use self::deal::DealList;
use self::each::EachCustomer;
use self::extras::ExtrasQuestion;
use self::fit::Fit;
use self::meet::{Meet, WaySwitch};
use self::more::{Start, why};
use self::pay::Pay;
use self::people::{Loads, OwnerQuestion};
use self::questions::{
    AimQuestion, GoalsQuestion, NeedsQuestion, NotDoneQuestion, ServiceQuestion,
};
use self::share::ShareFigure;
use self::tier::TierCare;
use self::way_on::go_on;
use self::what_if::WhatIf;
use crate::domain::care::{Question, Way};
use crate::i18n::{Lang, words};
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::route::Route;
use crate::ui::state::use_app;
use crate::ui::widgets::{CapacityBar, Fold, TierBadge};

/// The step, by the way that leads: one question of one tier, or the meetings.
#[component]
pub(crate) fn CareStep(
    /// The tier, from 0.
    tier: usize,
    /// The question.
    question: Question,
) -> impl IntoView {
    let way = use_app().way;
    move || match way.get() {
        Way::Tiers => view! { <TierQuestion tier question/> }.into_any(),
        Way::Meetings => view! { <Meet/> }.into_any(),
    }
}

/// One question of one tier.
#[component]
fn TierQuestion(
    /// The tier, from 0.
    tier: usize,
    /// The question.
    question: Question,
) -> impl IntoView {
    let care = TierCare::new(tier);
    let (app, lang) = (care.app, care.lang);
    let desk = use_desk();
    let has_people = Memo::new(move |_| !app.people.read().is_empty());
    let has_figures = Memo::new(move |_| app.has_customers() && app.capacity.read().needs() > 0);
    // Whole where hours are promised and after the last question, elsewhere one press away: what was
    // read once is not read eight times.
    let results = RwSignal::new(matches!(question, Question::Contacts | Question::Goals));
    let suggested = Memo::new(move |_| care.model.read().is_suggested(question));
    // Examples follow the trade: only the first question is where it changes.
    let trade = Memo::new(move |_| tier::trade(app));
    let drawn = move || {
        let _ = trade.get();
        answer(care, question)
    };
    view! {
        <CapacityBar tier=care.tier results/>
        <main id="main" class="page">
            <div class="pagehead">
                <h1 id="question">{move || heading(lang, question, &care.name())}</h1>
                <p class="lede">{hint(lang, question)}</p>
                <p class="go hide-narrow">{go_on(care, question, "btn btn--go")}</p>
            </div>
            {move || (!app.has_customers()).then(|| no_customers(lang))}
            <fieldset role="none" disabled=move || desk.is_locked()>
            {(question == Question::Aim).then(|| view! { <WaySwitch/> })}
            <div class="cols">
                <nav class="c3 care__tiers" aria-label=t!(lang, care_tiers)>
                    <div class="walk">{move || tier_links(care, question)}</div>
                </nav>
                <section class="c9" aria-labelledby="question">
                    <nav aria-label=move || t!(lang, care_questions, tier = care.name())>
                        <ol class="qnav">{move || question_links(care, question)}</ol>
                    </nav>
                    {why(lang, question)}
                    {(question == Question::Aim).then(|| view! { <Start care/> })}
                    {move || {
                        suggested
                            .get()
                            .then(|| {
                                view! {
                                    <p class="hint mt-3" role="status">
                                        {t!(lang, care_suggested_d)}
                                    </p>
                                }
                            })
                    }}
                    {drawn}
                    {move || copies(care, question)}
                    // Once more after the answer: that is where the user is when it is given.
                    <p class="mt-5">{go_on(care, question, "btn care__next")}</p>
                </section>
            </div>
            <Compare/>
            {move || {
                (has_people.get() || has_figures.get())
                    .then(|| {
                        view! {
                            <Fold
                                class="care__results"
                                summary=t!(lang, care_results).to_owned()
                                open=results
                            >
                                {results_of(care, has_people, has_figures)}
                            </Fold>
                        }
                    })
            }}
            </fieldset>
        </main>
    }
    .into_any()
}

/// What the promises come to: hours, people, money.
fn results_of(care: TierCare, has_people: Memo<bool>, has_figures: Memo<bool>) -> impl IntoView {
    let people = move || {
        has_people.get().then(|| {
            view! {
                <div class="cols section mt-4">
                    <Fit/>
                    <Loads tier=care.tier/>
                </div>
            }
        })
    };
    let figures = move || {
        has_figures.get().then(|| {
            view! {
                <div class="cols section">
                    <ShareFigure/>
                    <Pay/>
                </div>
                <EachCustomer/>
                <WhatIf/>
            }
        })
    };
    view! {
        {people}
        {figures}
    }
    .into_any()
}

fn no_customers(lang: Lang) -> impl IntoView {
    view! {
        <div class="notice care__file">
            <span class="notice__mark" aria-hidden="true">"i"</span>
            <div>
                <p>
                    <strong>{t!(lang, care_no_customers)}</strong>
                    " "
                    {t!(lang, care_no_customers_kept)}
                </p>
            </div>
            <a href=Route::Start.href()>{t!(lang, care_no_customers_link)}</a>
        </div>
    }
}

fn heading(lang: Lang, question: Question, tier: &str) -> String {
    match question {
        Question::Aim => t!(lang, care_h_aim, tier = tier),
        Question::Needs => t!(lang, care_h_needs, tier = tier),
        Question::Owner => t!(lang, care_h_owner, tier = tier),
        Question::Service => t!(lang, care_h_service, tier = tier),
        Question::Contacts => t!(lang, care_h_contacts, tier = tier),
        Question::Extras => t!(lang, care_h_extras, tier = tier),
        Question::NotDone => t!(lang, care_h_not_done, tier = tier),
        Question::Goals => t!(lang, care_h_goals, tier = tier),
    }
}

fn hint(lang: Lang, question: Question) -> &'static str {
    match question {
        Question::Aim => t!(lang, care_hint_aim),
        Question::Needs => t!(lang, care_hint_needs),
        Question::Owner => t!(lang, care_hint_owner),
        Question::Service => t!(lang, care_hint_service),
        Question::Contacts => t!(lang, care_hint_contacts),
        Question::Extras => t!(lang, care_hint_extras),
        Question::NotDone => t!(lang, care_hint_not_done),
        Question::Goals => t!(lang, care_hint_goals),
    }
}

fn tier_links(care: TierCare, question: Question) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let models = app.care.read();
    let counts = app.counts.read();
    let of = Question::ALL.len();
    models
        .iter()
        .enumerate()
        .map(|(at, model)| {
            let is_here = at == care.tier;
            let answers = model.answers();
            let lacks: Vec<_> = model
                .lacks()
                .into_iter()
                .map(|it| words::question(lang, it).to_lowercase())
                .collect();
            let lacks = (answers + model.suggestions() > 0 && !lacks.is_empty())
                .then(|| view! { <small class="neg">{t!(lang, care_tier_lacks, what = lacks.join(", "))}</small> });
            let suggested = model.suggestions();
            let state = if suggested > 0 {
                t!(lang, care_tier_suggested, n = answers, of = of, s = suggested)
            } else if answers == of {
                t!(lang, care_tier_done, n = answers, of = of)
            } else if is_here {
                let question = words::question(lang, question).to_lowercase();
                t!(
                    lang,
                    care_tier_here,
                    n = answers,
                    of = of,
                    question = question
                )
            } else if answers == 0 {
                t!(lang, care_tier_new).to_owned()
            } else {
                t!(lang, care_tier_some, n = answers, of = of)
            };
            let route = Route::Care {
                tier: at,
                question: model.first_open().unwrap_or(Question::Aim),
            };
            let customers = app
                .has_customers()
                .then(|| counts.get(at).map(|n| t!(lang, care_customers, n = *n)));
            let pips = Question::ALL
                .iter()
                .map(|it| {
                    view! { <i class:on=model.settled(*it) class:maybe=model.is_suggested(*it)></i> }
                })
                .collect_view();
            view! {
                <a
                    href=route.href()
                    aria-current=is_here.then_some("true")
                    data-tier=(at + 1).to_string()
                >
                    <TierBadge tier=at name=app.tier_name(at)/>
                    <span class="f13 muted">{customers}</span>
                    <span class="pips" aria-hidden="true">{pips}</span>
                    <small>{state}</small>
                    {lacks}
                </a>
            }
        })
        .collect_view()
}

fn question_links(care: TierCare, here: Question) -> impl IntoView {
    Question::ALL
        .into_iter()
        .map(|question| {
            let route = Route::Care {
                tier: care.tier,
                question,
            };
            let model = care.model.read();
            let is_done = model.settled(question);
            let is_suggested = model.is_suggested(question);
            let suggested = is_suggested.then(
                || view! { <span class="vh">" (" {t!(care.lang, care_suggested)} ")"</span> },
            );
            view! {
                <li>
                    <a
                        href=route.href()
                        data-done=is_done.then_some("")
                        data-suggested=is_suggested.then_some("")
                        aria-current=(question == here).then_some("step")
                    >
                        {words::question(care.lang, question)}
                        {suggested}
                    </a>
                </li>
            }
        })
        .collect_view()
}

fn answer(care: TierCare, question: Question) -> AnyView {
    match question {
        Question::Aim => view! { <AimQuestion care/> }.into_any(),
        Question::Needs => view! { <NeedsQuestion care/> }.into_any(),
        Question::Owner => view! {
            <OwnerQuestion care/>
            <DealList care/>
        }
        .into_any(),
        Question::Service => view! { <ServiceQuestion care/> }.into_any(),
        Question::Contacts => view! { <ContactsQuestion care/> }.into_any(),
        Question::Extras => view! { <ExtrasQuestion care/> }.into_any(),
        Question::NotDone => view! { <NotDoneQuestion care/> }.into_any(),
        Question::Goals => view! { <GoalsQuestion care/> }.into_any(),
    }
}

/// Buttons that take over another tier's answer to the same question.
fn copies(care: TierCare, question: Question) -> Option<impl IntoView> {
    let (app, lang) = (care.app, care.lang);
    let models = app.care.read();
    let mine = models.get(care.tier).cloned().unwrap_or_default();
    let buttons: Vec<_> = models
        .iter()
        .enumerate()
        .filter(|(at, it)| {
            let mut copied = mine.clone();
            copied.copy_answer(question, it);
            *at != care.tier && it.answered(question) && copied != mine
        })
        .map(|(at, it)| {
            let name = app.tier_name(at);
            let from = it.clone();
            let said = t!(lang, care_copied, tier = &name);
            view! {
                <button
                    class="btn btn--small"
                    type="button"
                    on:click=move |_| {
                        care.change(said.clone(), |it| it.copy_answer(question, &from));
                    }
                >
                    {t!(lang, care_copy_from, tier = &name)}
                </button>
            }
        })
        .collect();
    (!buttons.is_empty()).then(|| view! { <div class="row mt-4">{buttons}</div> })
}
