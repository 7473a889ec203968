//! The questions that are answered in words or by choosing: aim, needs, service, limits, goals.

use leptos::prelude::*;

use super::more::{Optionals, TextPlace};
use super::tier::TierCare;
use crate::domain::care::templates::{goal_percent, response_hours};
use crate::domain::care::{Channel, Evidence, Goal, GoalKind, Question, Sureness};
use crate::i18n::trades::{self, Words};
use crate::i18n::{templates, words};
use crate::t;
use crate::ui::widgets::{Chips, WholeField};

/// An answer in the user's own words, with examples to start from.
#[component]
fn TextAnswer(
    /// The tier.
    care: TierCare,
    /// Where the text stands.
    place: TextPlace,
    /// Examples that fit the tier's rank.
    examples: [&'static str; 3],
    /// The example of a trade.
    of_trade: fn(Words) -> &'static str,
) -> impl IntoView {
    let lang = care.lang;
    let of_trade = move |trade| of_trade(trades::of(lang, trade, care.rank()));
    let examples: Vec<&'static str> = care
        .trade()
        .map(of_trade)
        .into_iter()
        .chain(examples)
        .collect();
    let texts: Vec<String> = examples.iter().map(ToString::to_string).collect();
    let examples = StoredValue::new(examples);
    let text = move || care.model.with(|it| (place.get)(it).clone());
    let pick = Callback::new(move |at: usize| {
        let example = examples.with_value(|it| it.get(at).copied().unwrap_or_default().to_owned());
        let is_own = {
            let old = care.model.read_untracked();
            let old = (place.get)(&old).trim();
            !old.is_empty() && examples.with_value(|it| !it.contains(&old))
        };
        if is_own {
            let said = t!(lang, care_replaced).to_owned();
            care.change(said, |it| (place.set)(it, example));
        } else {
            care.edit(|it| (place.set)(it, example));
        }
    });
    view! {
        <div class="field mt-3">
            <label for="answer">{t!(lang, care_your_answer)}</label>
            <textarea
                class="textarea"
                id="answer"
                rows="3"
                prop:value=text
                on:input=move |event| {
                    let text = event_target_value(&event);
                    care.edit(|it| (place.set)(it, text));
                }
            ></textarea>
        </div>
        <Chips label=t!(lang, care_examples) texts pick/>
    }
}

/// What we want with these customers.
#[component]
pub(super) fn AimQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let place = TextPlace {
        get: |it| &it.aim,
        set: |it, text| it.aim = text,
    };
    let examples = templates::aims(care.lang, care.rank());
    view! { <TextAnswer care place examples of_trade=|it| it.aim/> }
}

/// What we do not do for them.
#[component]
pub(super) fn NotDoneQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let place = TextPlace {
        get: |it| &it.not_done,
        set: |it, text| it.not_done = text,
    };
    let (lang, rank) = (care.lang, care.rank());
    let leaving = TextPlace {
        get: |it| &it.leaving,
        set: |it, text| it.leaving = text,
    };
    view! {
        <TextAnswer
            care
            place
            examples=templates::not_done(lang, rank)
            of_trade=|it| it.not_done
        />
        <Optionals
            care
            texts=vec![
                (
                    leaving,
                    "leaving",
                    t!(lang, care_leaving),
                    t!(lang, care_leaving_hint),
                    trades::leaving(lang, rank),
                ),
            ]
        />
    }
}

/// What they need, how we know, how sure we are.
#[component]
pub(super) fn NeedsQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let lang = care.lang;
    let place = TextPlace {
        get: |it| &it.needs,
        set: |it, text| it.needs = text,
    };
    let evidence = Evidence::ALL.map(|it| {
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || care.model.read().evidence.contains(&it)
                    on:change=move |event| {
                        let is_on = event_target_checked(&event);
                        care.edit(|model| {
                            model.evidence.retain(|old| *old != it);
                            if is_on {
                                model.evidence.push(it);
                            }
                        });
                    }
                />
                <span>{words::evidence(lang, it)}</span>
            </label>
        }
    });
    let sureness = Sureness::ALL.map(|it| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="sureness"
                    prop:checked=move || care.model.read().sureness == Some(it)
                    on:change=move |_| care.edit(|model| model.sureness = Some(it))
                />
                <span>{words::sureness(lang, it)}</span>
            </label>
        }
    });
    view! {
        <TextAnswer
            care
            place
            examples=templates::needs(lang, care.rank())
            of_trade=|it| it.needs
        />
        <div class="care__pair mt-4">
            <fieldset>
                <legend class="label">{t!(lang, care_how_we_know)}</legend>
                <div class="ticks">{evidence}</div>
            </fieldset>
            <fieldset>
                <legend class="label">{t!(lang, care_how_sure)}</legend>
                <div class="ticks">{sureness}</div>
            </fieldset>
        </div>
        <div role="status">
            {move || {
                let model = care.model.read();
                let is_begun = !model.needs.trim().is_empty() && !model.answered(Question::Needs);
                is_begun.then(|| view! { <p class="hint mt-3">{t!(lang, care_needs_open)}</p> })
            }}
            {move || {
                care.model
                    .read()
                    .is_guess()
                    .then(|| {
                        view! {
                            <div class="notice notice--warn mt-3">
                                <span class="notice__mark" aria-hidden="true">"?"</span>
                                <p>{t!(lang, care_guess)}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// Through which channel they are served, and how fast we answer.
#[component]
pub(super) fn ServiceQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let lang = care.lang;
    let channels = Channel::ALL.map(|it| {
        let detail = match it {
            Channel::NamedPerson => t!(lang, care_channel_named_person_d),
            Channel::Team => t!(lang, care_channel_team_d),
            Channel::SelfService => t!(lang, care_channel_self_service_d),
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="channel"
                    prop:checked=move || care.model.read().channel == Some(it)
                    on:change=move |_| care.edit(|model| model.channel = Some(it))
                />
                <span class="choice__t">{words::channel(lang, it)}</span>
                <span class="choice__d">{detail}</span>
            </label>
        }
    });
    let hours = Signal::derive(move || care.model.read().response_hours);
    let set = Callback::new(move |it: u32| care.edit(|model| model.response_hours = Some(it)));
    let promises = response_hours(care.rank());
    let texts = promises.map(|it| templates::within(lang, it)).to_vec();
    let pick = Callback::new(move |at: usize| {
        let hours = promises.get(at).copied();
        care.edit(|model| model.response_hours = hours);
    });
    view! {
        <fieldset class="mt-3">
            <legend class="label">{t!(lang, care_channel)}</legend>
            {channels}
        </fieldset>
        <div class="mt-4">
            <WholeField id="response" label=t!(lang, care_response) value=hours range=(1, 720) set/>
            <p class="hint mt-2" aria-live="polite">
                {move || {
                    hours
                        .get()
                        .map(|it| {
                            t!(lang, care_response_says, when = templates::within(lang, it))
                        })
                }}
            </p>
        </div>
        <Chips label=t!(lang, care_examples) texts pick/>
        <Optionals
            care
            texts=vec![
                (
                    TextPlace { get: |it| &it.escalation, set: |it, text| it.escalation = text },
                    "escalation",
                    t!(lang, care_escalation),
                    "",
                    trades::escalation(lang, care.rank()),
                ),
                (
                    TextPlace { get: |it| &it.opening, set: |it, text| it.opening = text },
                    "opening",
                    t!(lang, care_opening),
                    "",
                    trades::opening(lang, care.rank()),
                ),
            ]
        />
    }
}

/// How we know that it works.
#[component]
pub(super) fn GoalsQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let lang = care.lang;
    let rank = care.rank();
    let goals = GoalKind::ALL.map(|kind| {
        let percent = Signal::derive(move || {
            let model = care.model.read();
            let goal = model.goals.iter().find(|it| it.kind == kind);
            goal.map(|it| it.percent)
        });
        let is_on = Memo::new(move |_| percent.get().is_some());
        let set = Callback::new(move |number: u32| {
            care.edit(|model| {
                if let Some(goal) = model.goals.iter_mut().find(|it| it.kind == kind) {
                    goal.percent = number;
                }
            });
        });
        let name = words::goal(lang, kind);
        view! {
            <li class="goal">
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=move || is_on.get()
                        on:change=move |event| {
                            let is_wanted = event_target_checked(&event);
                            care.edit(|model| {
                                model.goals.retain(|it| it.kind != kind);
                                if is_wanted {
                                    model.goals.push(Goal { kind, percent: goal_percent(rank, kind) });
                                    model.goals.sort_by_key(|it| it.kind);
                                }
                            });
                        }
                    />
                    <span>{name}</span>
                </label>
                {move || {
                    is_on
                        .get()
                        .then(|| {
                            view! {
                                <WholeField
                                    id=format!("goal-{kind:?}").to_lowercase()
                                    label=t!(lang, care_goal_percent, goal = name)
                                    label_class="vh"
                                    value=percent
                                    range=(0, 500)
                                    set
                                />
                                <span class="goal__unit" aria-hidden="true">"%"</span>
                            }
                        })
                }}
            </li>
        }
    });
    view! { <ul class="goals mt-3">{goals}</ul> }
}
