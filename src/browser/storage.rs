//! Local storage as a [`KeyValue`], and a memory in its place where the browser gives none.
//!
//! Touching `localStorage` may throw by itself (blocked cookies, a frame on another site): that is
//! found out once, here.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, StorageEvent};

use super::tab;
use crate::store::shelf::{KeyValue, Memory, WriteError};

/// Where this page saves. A handle: clone it freely.
#[derive(Clone, Debug)]
pub enum Place {
    /// The browser's local storage.
    Local(Storage),
    /// The browser gives none: as long as the page is open.
    Memory(Rc<Memory>),
}

thread_local! {
    static PLACE: Place = detect();
}

/// Where this page saves.
#[must_use]
pub fn place() -> Place {
    PLACE.with(Clone::clone)
}

fn detect() -> Place {
    let storage = web_sys::window().and_then(|it| it.local_storage().ok().flatten());
    // Some browsers hand out a storage that throws at the first touch.
    match storage.filter(|it| it.length().is_ok()) {
        Some(storage) => Place::Local(storage),
        None => Place::Memory(Rc::default()),
    }
}

impl Place {
    /// The browser gives no storage: what is saved lasts as long as the page.
    #[must_use]
    pub const fn is_memory(&self) -> bool {
        matches!(self, Self::Memory(_))
    }
}

impl KeyValue for Place {
    fn get(&self, key: &str) -> Option<String> {
        match self {
            Self::Local(storage) => storage.get_item(key).ok().flatten(),
            Self::Memory(memory) => memory.get(key),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), WriteError> {
        match self {
            Self::Local(storage) => storage.set_item(key, text).map_err(|it| why(&it)),
            Self::Memory(memory) => memory.set(key, text),
        }
    }

    fn remove(&self, key: &str) {
        match self {
            // Removing what is not there, or in a storage that is gone, leaves nothing either way.
            Self::Local(storage) => drop(storage.remove_item(key)),
            Self::Memory(memory) => memory.remove(key),
        }
    }

    fn keys(&self) -> Vec<String> {
        match self {
            Self::Local(storage) => (0..storage.length().unwrap_or_default())
                .filter_map(|at| storage.key(at).ok().flatten())
                .collect(),
            Self::Memory(memory) => memory.keys(),
        }
    }
}

fn why(error: &JsValue) -> WriteError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => WriteError::Full,
        _ => WriteError::Refused,
    }
}

/// Calls `then` with key and new text when another tab changes local storage, for as long as the page
/// lives. No key: everything was removed; no text: the key was.
pub fn on_change(then: impl Fn(Option<String>, Option<String>) + 'static) {
    tab::listen("storage", move |event: StorageEvent| {
        then(event.key(), event.new_value());
    });
}

/// Asks the browser not to clear this site's data when space is short. It may ask the user.
pub fn ask_to_persist() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let navigator = window.navigator();
    // Absent in WebKitGTK and on insecure addresses.
    let has_it = js_sys::Reflect::get(&navigator, &"storage".into())
        .is_ok_and(|it| js_sys::Reflect::has(&it, &"persist".into()).unwrap_or(false));
    if has_it && let Ok(promise) = navigator.storage().persist() {
        // Either answer is fine; backups are the other way.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
