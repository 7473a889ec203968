//! How wide an element is, now and whenever it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches an element; dropping it ends the watch.
pub struct WidthWatch {
    observer: ResizeObserver,
    _listener: Closure<dyn FnMut()>,
}

impl WidthWatch {
    /// Calls `then` with the width of the content box in pixels, at once and at each change. `None`
    /// where the browser cannot watch.
    #[must_use]
    pub fn new(element: &Element, then: impl Fn(f64) + 'static) -> Option<Self> {
        let watched = element.clone();
        let listener = Closure::<dyn FnMut()>::new(move || then(f64::from(watched.client_width())));
        let observer = ResizeObserver::new(listener.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _listener: listener,
        })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
