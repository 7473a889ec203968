//! A tier as number, name and colour: colour never stands alone.

use leptos::prelude::*;

/// A tier's mark and name.
#[component]
pub(crate) fn TierBadge(
    /// The tier, from 0.
    #[prop(into)]
    tier: Signal<usize>,
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="tier" data-tier=move || (tier.get() + 1).to_string()>
            <span class="tier__m" aria-hidden="true">{move || tier.get() + 1}</span>
            {move || name.get()}
        </span>
    }
}
