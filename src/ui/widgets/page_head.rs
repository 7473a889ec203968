//! The head of a step: the finding, what the step is for, and the way on.

use leptos::prelude::*;

/// The head.
#[component]
pub(crate) fn PageHead(
    /// The finding.
    #[prop(into)]
    title: Signal<String>,
    /// What the step is for.
    #[prop(into)]
    lede: Signal<String>,
    /// Where the way on leads.
    href: String,
    /// What the way on says.
    go: &'static str,
) -> impl IntoView {
    view! {
        <div class="pagehead">
            <h1>{move || title.get()}</h1>
            <p class="lede">{move || lede.get()}</p>
            <p class="go">
                <a class="btn btn--go" href=href>
                    {go}
                </a>
            </p>
        </div>
    }
    .into_any()
}
