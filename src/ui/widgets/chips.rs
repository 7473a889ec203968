//! Examples to tap: each fills in an answer.

use leptos::prelude::*;

/// A named list of examples.
#[component]
pub(crate) fn Chips(
    /// What the list is.
    #[prop(into)]
    label: String,
    /// The examples.
    texts: Vec<String>,
    /// Called with the place of the one tapped.
    pick: Callback<usize>,
) -> impl IntoView {
    let chips = texts.into_iter().enumerate().map(|(at, text)| {
        view! {
            <li>
                <button class="chip" type="button" on:click=move |_| pick.run(at)>
                    {text}
                </button>
            </li>
        }
    });
    view! {
        <div class="chips">
            <p class="hint">{label.clone()}</p>
            <ul class="chips__list" aria-label=label>{chips.collect_view()}</ul>
        </div>
    }
}
