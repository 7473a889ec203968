//! A term with its definition one press away.

use leptos::prelude::*;

/// A word of the trade; pressing it shows what it means.
#[component]
pub(crate) fn Term(
    /// The id of the definition: unique on the page.
    id: &'static str,
    /// The term.
    #[prop(into)]
    label: String,
    /// What it means, in words.
    #[prop(into)]
    definition: String,
) -> impl IntoView {
    view! {
        <button class="term" type="button" popovertarget=id>{label.clone()}</button>
        <div popover="auto" id=id class="def">
            <p><strong>{label}": "</strong>{definition}</p>
        </div>
    }
    .into_any()
}
