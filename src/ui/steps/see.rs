//! Step: see.

use leptos::prelude::*;

/// The step.
#[component]
pub(crate) fn SeeStep() -> impl IntoView {
    view! { <main id="main" class="page"></main> }
}
