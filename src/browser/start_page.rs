//! The static start page's controls, found by their `data-` attributes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    ClipboardEvent, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
};

use super::files::{Picked, chosen, document, pasted, take_file};
use crate::ingest;

/// Every element that a selector finds.
fn all<T: JsCast>(selector: &str) -> Vec<T> {
    let list = document().and_then(|it| it.query_selector_all(selector).ok());
    let Some(list) = list else { return Vec::new() };
    (0..list.length())
        .filter_map(|at| list.item(at)?.dyn_into().ok())
        .collect()
}

fn on<E: JsCast + 'static>(target: &EventTarget, name: &str, then: impl Fn(E) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            then(event);
        }
    });
    // A control that cannot be heard leaves the other ways in.
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Joins the file buttons; a file chosen before the page was ready is taken at once.
pub fn on_file(then: impl Fn(Picked) + Clone + 'static) {
    for input in all::<HtmlInputElement>("[data-start] input[type=file]") {
        if let Some(picked) = take_file(&input) {
            then(picked);
        }
        let then = then.clone();
        on(&input, "change", move |event: Event| {
            if let Some(picked) = chosen(&event) {
                then(picked);
            }
        });
    }
}

/// Joins the boxes: `then` gets rows as soon as they are pasted, or when the box's own button
/// (`data-read`, shown while there is text) is pressed.
pub fn on_text(then: impl Fn(String) + Clone + 'static) {
    for pane in all::<HtmlElement>("[data-start]") {
        let find = |selector: &str| pane.query_selector(selector).ok().flatten();
        let Some(field) = find("textarea").and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
        else {
            continue;
        };
        let button = find("[data-read]").and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let show = {
            let (field, button) = (field.clone(), button.clone());
            move || {
                if let Some(button) = &button {
                    button.set_hidden(field.value().trim().is_empty());
                }
            }
        };
        show();
        let typed = show.clone();
        on(&field, "input", move |_: Event| typed());
        let read = then.clone();
        let into = field.clone();
        on(&field, "paste", move |event: ClipboardEvent| {
            let Some(text) = pasted(&event).filter(|it| it.trim().contains('\n')) else {
                return;
            };
            if into.value().trim().is_empty() {
                event.prevent_default();
                into.set_value(ingest::typed(&text));
                show();
                read(text);
            }
        });
        if let Some(button) = button {
            let then = then.clone();
            on(&button, "click", move |_: Event| then(field.value()));
        }
    }
}

/// Joins the buttons that open a sample company; `then` gets the value of `data-sample`.
pub fn on_sample(then: impl Fn(String) + Clone + 'static) {
    for button in all::<HtmlElement>("[data-start] [data-sample]") {
        let name = button.dataset().get("sample").unwrap_or_default();
        let then = then.clone();
        on(&button, "click", move |_: Event| then(name.clone()));
    }
}

/// Joins the static masthead's languages; the app brings its own masthead.
pub fn on_lang(then: impl Fn(String) + Clone + 'static) {
    for link in all::<HtmlElement>("#static-mast [data-lang]") {
        let tag = link.dataset().get("lang").unwrap_or_default();
        let then = then.clone();
        on(&link, "click", move |_: Event| then(tag.clone()));
    }
}

/// Marks the boxes while a file hovers over the page.
pub fn mark_over(is_over: bool) {
    for zone in all::<HtmlElement>(".drop") {
        if is_over {
            // A mark that cannot be set is only not seen.
            let _ = zone.dataset().set("over", "");
        } else {
            zone.dataset().delete("over");
        }
    }
}

/// The places of the line about what is saved (`data-saved`), each with the tag of its page's language.
#[must_use]
pub fn saved_lines() -> Vec<(String, HtmlElement)> {
    let mut lines = Vec::new();
    for pane in all::<HtmlElement>("[data-start]") {
        let place = pane.query_selector("[data-saved]").ok().flatten();
        if let Some(place) = place.and_then(|it| it.dyn_into().ok()) {
            lines.push((pane.dataset().get("start").unwrap_or_default(), place));
        }
    }
    lines
}

/// Shows or hides the lines about what is saved.
pub fn show_saved_lines(is_any: bool) {
    for (_, place) in saved_lines() {
        place.set_hidden(!is_any);
    }
}

/// Empties the boxes, as when everything is forgotten.
pub fn clear() {
    for field in all::<HtmlTextAreaElement>("[data-start] textarea") {
        field.set_value("");
    }
}
