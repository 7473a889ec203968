//! What surrounds an answer: why the question matters, a trade's starting point, further texts.

use leptos::prelude::*;

use super::tier::{TierCare, sample_trade, trade};
use crate::domain::care::{CareModel, Question, Trade};
use crate::i18n::{Lang, trades, words};
use crate::t;
use crate::ui::widgets::{Chips, Fold};

/// How a text stands in the model.
#[derive(Clone, Copy)]
pub(super) struct TextPlace {
    pub(super) get: fn(&CareModel) -> &String,
    pub(super) set: fn(&mut CareModel, String),
}

/// A text beside the answer that nobody must give, with an example to start from.
#[component]
fn MoreText(
    /// The tier.
    care: TierCare,
    /// Where the text stands.
    place: TextPlace,
    /// Unique on the page.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// What helps to answer, if anything must be said.
    hint: &'static str,
    /// An example that fits the tier's rank.
    example: &'static str,
) -> impl IntoView {
    let lang = care.lang;
    let is_empty = Memo::new(move |_| care.model.with(|it| (place.get)(it).trim().is_empty()));
    let pick = Callback::new(move |_: usize| {
        care.edit(|it| (place.set)(it, example.to_owned()));
        crate::browser::page::focus(id);
    });
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let said = hint_id
        .clone()
        .map(|it| view! { <p class="hint" id=it>{hint}</p> });
    view! {
        <div class="field mt-3">
            <label for=id>{label}</label>
            {said}
            <textarea
                class="textarea textarea--short"
                id=id
                rows="2"
                aria-describedby=hint_id
                prop:value=move || care.model.with(|it| (place.get)(it).clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    care.edit(|it| (place.set)(it, text));
                }
            ></textarea>
        </div>
        // Only where nothing is written: an example never replaces one's own words here.
        {move || {
            is_empty
                .get()
                .then(|| {
                    view! {
                        <Chips
                            label=t!(lang, care_examples)
                            texts=vec![example.to_owned()]
                            pick
                        />
                    }
                })
        }}
    }
}

/// A text that nobody must give: where it stands, its id, and what is asked, with help and an example.
pub(super) type Optional = (
    TextPlace,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// Texts that nobody must give, one press away; the line says how many are written.
#[component]
pub(super) fn Optionals(
    /// The tier.
    care: TierCare,
    /// What is asked.
    texts: Vec<Optional>,
) -> impl IntoView {
    let lang = care.lang;
    let places: Vec<_> = texts.iter().map(|it| it.0.get).collect();
    let of = places.len();
    let summary = Signal::derive(move || {
        let model = care.model.read();
        let is_written = |get: &&fn(&CareModel) -> &String| !get(&model).trim().is_empty();
        let n = places.iter().filter(is_written).count();
        t!(lang, care_optional, n = n, of = of)
    });
    let inside = move || {
        let texts = texts.iter().copied();
        texts
            .map(|(place, id, label, hint, example)| {
                view! { <MoreText care place id label hint example/> }
            })
            .collect_view()
    };
    view! {
        <Fold class="mt-4" summary open=RwSignal::new(false)>
            {inside()}
        </Fold>
    }
}

/// Why the question is asked, one press away.
pub(super) fn why(lang: Lang, question: Question) -> impl IntoView {
    let text = match question {
        Question::Aim => t!(lang, care_why_aim),
        Question::Needs => t!(lang, care_why_needs),
        Question::Owner => t!(lang, care_why_owner),
        Question::Service => t!(lang, care_why_service),
        Question::Contacts => t!(lang, care_why_contacts),
        Question::Extras => t!(lang, care_why_extras),
        Question::NotDone => t!(lang, care_why_not_done),
        Question::Goals => t!(lang, care_why_goals),
    };
    view! {
        <details class="disc care__why">
            <summary>{t!(lang, care_why)}</summary>
            <p class="f14">{text}</p>
        </details>
    }
}

/// The trade, and the button that fills in what is open.
#[component]
pub(super) fn Start(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let (app, lang) = (care.app, care.lang);
    let trade = Memo::new(move |_| trade(app));
    // A sample company has a trade of its own.
    let is_any = Memo::new(move |_| sample_trade(app).is_none());
    let has_open = Memo::new(move |_| {
        let model = care.model.read();
        Question::ALL
            .iter()
            .any(|it| *it != Question::Owner && !model.answered(*it))
    });
    let options = Trade::ALL.map(|it| {
        view! {
            <option value=format!("{it:?}") prop:selected=move || trade.get() == Some(it)>
                {words::trade(lang, it)}
            </option>
        }
    });
    let unread = Memo::new(move |_| care.model.read().suggestions());
    // The button stays, and keeps the focus, while their number changes.
    let is_unread = Memo::new(move |_| unread.get() > 0);
    let confirm = move |_| {
        let said = t!(lang, care_confirmed, n = unread.get_untracked());
        care.suggest(said, |it| it.suggested.clear());
        crate::browser::page::focus("trade");
    };
    let fill = move |_| {
        let said = t!(lang, care_filled, tier = care.name());
        let (trade, rank) = (trade.get_untracked(), care.rank());
        care.suggest(said, |it| *it = trades::filled(lang, trade, rank, it));
        // The button goes when nothing is open: the list of questions is where to look next.
        crate::browser::page::focus("trade");
    };
    view! {
        <div class="start mt-4">
            <div class="field">
                <label for="trade">{t!(lang, care_trade)}</label>
                <select
                    class="select"
                    id="trade"
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        let chosen = Trade::ALL.into_iter().find(|it| format!("{it:?}") == value);
                        app.model.update(|it| it.trade = chosen);
                    }
                >
                    {move || {
                        is_any
                            .get()
                            .then(|| {
                                view! {
                                    <option value="" prop:selected=move || trade.get().is_none()>
                                        {t!(lang, care_trade_any)}
                                    </option>
                                }
                            })
                    }}
                    {options}
                </select>
            </div>
            {move || {
                has_open
                    .get()
                    .then(|| {
                        view! {
                            <div class="start__fill">
                                <button class="btn" type="button" id="fill" on:click=fill>
                                    {t!(lang, care_fill)}
                                </button>
                            </div>
                        }
                    })
            }}
            {move || {
                is_unread
                    .get()
                    .then(|| {
                        view! {
                            <div class="start__fill">
                                <button class="btn" type="button" id="confirm" on:click=confirm>
                                    {t!(lang, care_confirm)}
                                </button>
                                <p class="hint">{move || t!(lang, care_unread, n = unread.get())}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
