//! Step: see.

use leptos::prelude::*;

use crate::ui::widgets::NeedsData;

/// The step.
#[component]
pub(crate) fn SeeStep() -> impl IntoView {
    view! { <NeedsData/> }
}
