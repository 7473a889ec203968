//! The hash of the address: the page's only route.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The hash without its `#`; empty outside a page.
#[must_use]
pub fn hash() -> String {
    let hash = web_sys::window()
        .and_then(|it| it.location().hash().ok())
        .unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Goes to a hash: a new entry in the history, so Back returns.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Setting a hash cannot navigate away; a refusal leaves the page where it is.
        let _ = window.location().set_hash(hash);
    }
}

/// Calls `then` whenever the hash changes, for as long as the page lives.
pub fn on_change(then: impl Fn(String) + 'static) {
    let listener = Closure::<dyn FnMut()>::new(move || then(hash()));
    if let Some(window) = web_sys::window() {
        // Without the listener the page still works by its own links' clicks.
        let _ = window
            .add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
