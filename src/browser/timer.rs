//! One thing to do later, unless something comes between.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A call to come; dropping it calls it off.
pub struct Timer {
    handle: i32,
    _then: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `then` once, so many milliseconds from now. `None` outside a page.
    #[must_use]
    pub fn after(milliseconds: i32, then: impl FnMut() + 'static) -> Option<Self> {
        let then = Closure::<dyn FnMut()>::new(then);
        let handle = web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                then.as_ref().unchecked_ref(),
                milliseconds,
            )
            .ok()?;
        Some(Self {
            handle,
            _then: then,
        })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}
