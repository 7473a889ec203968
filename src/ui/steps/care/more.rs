//! What surrounds an answer: why the question matters, a trade's starting point, further texts.

use leptos::prelude::*;

use super::tier::TierCare;
use crate::domain::care::{CareModel, Question, Trade};
use crate::i18n::{Lang, trades, words};
use crate::t;
use crate::ui::widgets::Chips;

/// How a text stands in the model.
#[derive(Clone, Copy)]
pub(super) struct TextPlace {
    pub(super) get: fn(&CareModel) -> &String,
    pub(super) set: fn(&mut CareModel, String),
}

/// A text beside the answer that nobody must give, with an example to start from.
#[component]
pub(super) fn MoreText(
    /// The tier.
    care: TierCare,
    /// Where the text stands.
    place: TextPlace,
    /// Unique on the page.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// What helps to answer.
    #[prop(optional)]
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
        <div class="field mt-5">
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
    let trade = Memo::new(move |_| app.model.read().trade);
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
    let fill = move |_| {
        let said = t!(lang, care_filled, tier = care.name());
        let (trade, rank) = (trade.get_untracked(), care.rank());
        care.change(said, |it| *it = trades::filled(lang, trade, rank, it));
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
                    <option value="" prop:selected=move || trade.get().is_none()>
                        {t!(lang, care_trade_any)}
                    </option>
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
                                <p class="hint">{t!(lang, care_fill_d)}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
