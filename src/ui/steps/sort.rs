//! Step: sort.

use leptos::prelude::*;

use crate::ui::widgets::NeedsData;

/// The step.
#[component]
pub(crate) fn SortStep() -> impl IntoView {
    view! { <NeedsData/> }
}
