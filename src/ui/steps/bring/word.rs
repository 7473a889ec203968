//! A word of a sentence that is a menu.

use leptos::prelude::*;

use crate::ingest::By;
use crate::t;
use crate::ui::state::use_lang;

/// The value of the choice "let Rusetti decide".
const AUTO: &str = "auto";

/// A menu that reads as a word. A hand choice is marked, and can be given back.
#[component]
pub(super) fn Word(
    /// What it chooses, for screen readers.
    label: &'static str,
    /// Values and their words.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    /// The value now.
    #[prop(into)]
    value: Signal<String>,
    /// Who chose it.
    #[prop(into)]
    by: Signal<By>,
    /// Called with the new value; `None` leaves it to the reader.
    #[prop(into)]
    on_pick: Callback<Option<String>>,
) -> impl IntoView {
    let lang = use_lang();
    let is_hand = Memo::new(move |_| by.get() == By::Hand);
    let choices = Memo::new(move |_| choices.get());
    let value = Memo::new(move |_| value.get());
    view! {
        <span class="word">
            <select
                class="word__menu"
                aria-label=label
                on:change=move |event| {
                    let picked = event_target_value(&event);
                    on_pick.run((picked != AUTO).then_some(picked));
                }
            >
                <For each=move || choices.get() key=Clone::clone let((of, text))>
                    <option value=of.clone() prop:selected=move || *value.read() == of>
                        {text}
                    </option>
                </For>
                {move || is_hand.get().then(|| view! { <option value=AUTO>{t!(lang, bring_auto)}</option> })}
            </select>
            {move || is_hand.get().then(|| view! { <span class="word__hand">{t!(lang, bring_hand)}</span> })}
        </span>
    }
    .into_any()
}
