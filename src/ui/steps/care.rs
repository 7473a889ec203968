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
mod share;
mod tier;
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
use self::what_if::WhatIf;
use crate::domain::care::{Question, Way};
use crate::i18n::{Lang, words};
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::route::Route;
use crate::ui::state::use_app;
use crate::ui::widgets::{CapacityBar, TierBadge};

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
    // The step is explained where it begins; at the other questions the hint is what to read.
    let (lede, hint) = match question {
        Question::Aim => (t!(lang, care_lede), Some(hint(lang, question))),
        _ => (hint(lang, question), None),
    };
    // Examples follow the trade: only the first question is where it changes.
    let trade = Memo::new(move |_| app.model.read().trade);
    let drawn = move || {
        let _ = trade.get();
        answer(care, question)
    };
    view! {
        <CapacityBar tier=care.tier/>
        <main id="main" class="page">
            <div class="pagehead">
                <h1 id="question">{move || heading(lang, question, &care.name())}</h1>
                <p class="lede">{lede}</p>
                <p class="go hide-narrow">
                    <a class="btn btn--go" href=move || next(care, question).0.href()>
                        {move || next(care, question).1}
                    </a>
                </p>
            </div>
            {move || (!app.has_customers()).then(|| no_customers(lang))}
            <fieldset role="none" disabled=move || desk.is_locked()>
            {(question == Question::Aim).then(|| view! { <WaySwitch/> })}
            <div class="cols">
                <nav class="c3 care__tiers" aria-label=t!(lang, care_tiers)>
                    <div class="walk">{move || tier_links(care, question)}</div>
                    <p class="f13 muted mt-3 hide-narrow">{t!(lang, care_tier_ready)}</p>
                </nav>
                <section class="c9" aria-labelledby="question">
                    <nav aria-label=move || t!(lang, care_questions, tier = care.name())>
                        <ol class="qnav">{move || question_links(care, question)}</ol>
                    </nav>
                    {hint.map(|it| view! { <p class="hint care__hint">{it}</p> })}
                    {why(lang, question)}
                    {(question == Question::Aim).then(|| view! { <Start care/> })}
                    {drawn}
                    {move || copies(care, question)}
                    // Once more after the answer: that is where the user is when it is given.
                    <p class="mt-5">
                        <a class="btn care__next" href=move || next(care, question).0.href()>
                            {move || next(care, question).1}
                        </a>
                    </p>
                </section>
            </div>
            <Compare/>
            {move || {
                has_people
                    .get()
                    .then(|| {
                        view! {
                            <div class="cols section mt-6">
                                <Fit/>
                                <Loads tier=care.tier/>
                            </div>
                        }
                    })
            }}
            {move || {
                has_figures
                    .get()
                    .then(|| {
                        view! {
                            <div class="cols section">
                                <ShareFigure/>
                                <Pay/>
                            </div>
                            <EachCustomer/>
                            <WhatIf/>
                        }
                    })
            }}
            </fieldset>
        </main>
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

/// Where the go-button leads, and what it says: the next question, after the last one what a tier
/// nearly done still lacks, then the next tier that is not done, and in the end the next step.
fn next(care: TierCare, question: Question) -> (Route, String) {
    let (lang, tier) = (care.lang, care.tier);
    let following = Question::ALL.into_iter().find(|it| *it > question);
    if let Some(question) = following {
        let text = match question {
            // Nothing leads to the first question but a tier.
            Question::Aim | Question::Needs => t!(lang, care_next_needs),
            Question::Owner => t!(lang, care_next_owner),
            Question::Service => t!(lang, care_next_service),
            Question::Contacts => t!(lang, care_next_contacts),
            Question::Extras => t!(lang, care_next_extras),
            Question::NotDone => t!(lang, care_next_not_done),
            Question::Goals => t!(lang, care_next_goals),
        };
        return (Route::Care { tier, question }, text.to_owned());
    }
    let left: Vec<Question> = (Question::ALL.into_iter())
        .filter(|it| *it != question && !care.model.read().answered(*it))
        .collect();
    if let (1..=2, Some(question)) = (left.len(), left.first().copied()) {
        let what = words::question(lang, question).to_lowercase();
        return (
            Route::Care { tier, question },
            t!(lang, care_next_missing, what = what),
        );
    }
    let models = care.app.care.read();
    let after = (0..models.len()).map(|it| (tier + 1 + it) % models.len().max(1));
    let open = after
        .filter(|it| *it != tier)
        .find_map(|it| Some((it, models.get(it)?.first_open()?)));
    match open {
        Some((tier, question)) => (
            Route::Care { tier, question },
            t!(lang, care_next_tier, tier = care.app.tier_name(tier)),
        ),
        None => (Route::Follow, t!(lang, care_next_follow).to_owned()),
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
            let lacks = (answers > 0 && !lacks.is_empty())
                .then(|| view! { <small class="neg">{t!(lang, care_tier_lacks, what = lacks.join(", "))}</small> });
            let state = if answers == of {
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
                .map(|it| view! { <i class:on=model.answered(*it)></i> })
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
            let is_done = care.model.read().answered(question);
            view! {
                <li>
                    <a
                        href=route.href()
                        data-done=is_done.then_some("")
                        aria-current=(question == here).then_some("step")
                    >
                        {words::question(care.lang, question)}
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
