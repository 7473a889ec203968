//! A choice of one tier.

use leptos::prelude::*;

use crate::ui::state::use_app;

/// A menu of all tiers.
#[component]
pub(crate) fn TierSelect(
    /// The tier that holds.
    #[prop(into)]
    tier: Signal<usize>,
    /// What is chosen for, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Takes another tier.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let app = use_app();
    let choose = move |event: leptos::ev::Event| {
        if let Ok(chosen) = event_target_value(&event).parse::<usize>() {
            on_choose.run(chosen);
        }
    };
    let options = move || {
        (0..app.shape.read().tiers())
            .map(|at| {
                view! {
                    <option value=at.to_string() prop:selected=move || tier.get() == at>
                        {move || app.tier_name(at)}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <select
            class="select select--small tier-select"
            data-tier=move || (tier.get() + 1).to_string()
            aria-label=move || label.get()
            on:change=choose
        >
            {options}
        </select>
    }
    .into_any()
}
