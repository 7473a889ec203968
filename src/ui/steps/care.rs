//! Step: care.

use leptos::prelude::*;

use crate::domain::care::Question;

/// One question of one tier.
#[component]
pub(crate) fn CareStep(
    /// The tier, from 0.
    tier: usize,
    /// The question.
    question: Question,
) -> impl IntoView {
    let _ = (tier, question);
    view! { <main id="main" class="page"></main> }
}
