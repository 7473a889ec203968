//! This tab among others: whether it is seen, and what the window hears.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, VisibilityState};

/// Nobody sees this tab.
#[must_use]
pub fn is_hidden() -> bool {
    web_sys::window()
        .and_then(|it| it.document())
        .is_some_and(|it| it.visibility_state() == VisibilityState::Hidden)
}

/// Calls `then` when the tab is hidden (`true`, also when it closes) and when it is seen again, for as
/// long as the page lives.
pub fn on_visibility(then: impl Fn(bool) + Clone + 'static) {
    let closing = then.clone();
    listen("pagehide", move |_: Event| closing(true));
    // It bubbles from the document to the window.
    listen("visibilitychange", move |_: Event| then(is_hidden()));
}

/// Listens at the window for as long as the page lives.
pub(super) fn listen<E: JsCast + 'static>(name: &str, then: impl Fn(E) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            then(event);
        }
    });
    if let Some(window) = web_sys::window() {
        // Refused only for a listener that is no function.
        let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Digits that no other tab has made: for the key of a new model.
#[must_use]
pub fn new_id() -> String {
    let time = format!("{:.0}", js_sys::Date::now());
    let chance = format!("{:.0}", js_sys::Math::random() * 1e9);
    format!("{time}-{chance}")
}

/// A browser driven by a program (`WebDriver`), as in this project's own tests.
#[must_use]
pub fn is_driven() -> bool {
    web_sys::window().is_some_and(|it| {
        js_sys::Reflect::get(&it.navigator(), &"webdriver".into())
            .is_ok_and(|it| it.as_bool() == Some(true))
    })
}
