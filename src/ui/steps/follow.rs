//! Step: follow.

use leptos::prelude::*;

/// The step.
#[component]
pub(crate) fn FollowStep() -> impl IntoView {
    view! { <main id="main" class="page"></main> }
}
