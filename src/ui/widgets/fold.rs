//! What is there one press away: drawn only while it is open.

use leptos::prelude::*;

/// A disclosure that the page can open too.
#[component]
pub(crate) fn Fold(
    /// Beside `disc`.
    #[prop(optional)]
    class: &'static str,
    /// What is inside.
    #[prop(into)]
    summary: Signal<String>,
    /// It is open.
    open: RwSignal<bool>,
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <details class=format!("disc {class}") open=move || open.get()>
            // Opened by the page, not by the browser: else both would, one against the other.
            <summary on:click=move |event| {
                event.prevent_default();
                open.update(|it| *it = !*it);
            }>{summary}</summary>
            {move || open.get().then(|| children())}
        </details>
    }
    .into_any()
}
