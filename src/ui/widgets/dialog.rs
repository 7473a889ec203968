//! The native modal dialog: the browser keeps focus inside, closes it on Escape and gives focus back.

use leptos::html;
use leptos::prelude::*;

/// A dialog that is open while `open` says so. Its content is made anew each time it opens.
#[component]
pub(crate) fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when it closes by itself (Escape): must make `open` false.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its name for screen readers: the id of its heading.
    labelledby: &'static str,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let view = view! {
        <dialog class="dialog" node_ref=node aria-labelledby=labelledby on:close=move |_| on_close.run(())>
            {move || open.get().then(|| children())}
        </dialog>
    };
    // After the view, so that the content is there when the browser looks for what to focus first.
    Effect::new(move |_| {
        let is_wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if is_wanted && !dialog.open() {
            // Refused only for a dialog that is already shown or not in the document.
            let _ = dialog.show_modal();
        } else if !is_wanted && dialog.open() {
            dialog.close();
        }
    });
    view.into_any()
}
