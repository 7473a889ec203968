//! Step: sort.

use leptos::prelude::*;

/// The step.
#[component]
pub(crate) fn SortStep() -> impl IntoView {
    view! { <main id="main" class="page"></main> }
}
