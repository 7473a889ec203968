//! Step: handbook.

use leptos::prelude::*;

/// The step.
#[component]
pub(crate) fn HandbookPage() -> impl IntoView {
    view! { <main id="main" class="page"></main> }
}
