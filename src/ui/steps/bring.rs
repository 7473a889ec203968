//! Step: bring.

use leptos::prelude::*;

/// The step.
#[component]
pub(crate) fn BringStep() -> impl IntoView {
    view! { <main id="main" class="page"></main> }
}
