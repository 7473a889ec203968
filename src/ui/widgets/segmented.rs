//! A choice of one of a few words side by side: a group of radio buttons.

use leptos::prelude::*;

/// One of `options`, each a value and its word.
#[component]
pub(crate) fn Segmented<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The name of the group, unique on the page.
    name: &'static str,
    /// What is chosen.
    legend: &'static str,
    /// Values and words.
    options: Vec<(T, &'static str)>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<T>,
    /// Called with a value when it is chosen.
    #[prop(into)]
    choose: Callback<T>,
) -> impl IntoView {
    let option = |(value, word): (T, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| choose.run(value)
                />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="seg">
            <legend class="vh">{legend}</legend>
            <div class="seg__in">{options.into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
