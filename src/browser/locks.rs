//! One tab at a time: `navigator.locks` where the browser has it.
//!
//! The typed binding needs an unstable build flag of web-sys, so the two names are looked up here.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

type Work = Box<dyn FnOnce()>;

/// Does `work` while no other tab of this site does theirs under the same name. Without locks (an
/// insecure address, an old browser) it is done at once: comparing revisions still holds.
pub async fn exclusive(name: &str, work: impl FnOnce() + 'static) {
    let work: Rc<RefCell<Option<Work>>> = Rc::new(RefCell::new(Some(Box::new(work))));
    let take = Rc::clone(&work);
    let callback = Closure::<dyn FnMut()>::new(move || {
        let work = take.borrow_mut().take();
        if let Some(work) = work {
            work();
        }
    });
    if let Some(promise) = request(name, callback.as_ref().unchecked_ref()) {
        // A refusal (a sandboxed frame) leaves the work to be done below.
        let _ = JsFuture::from(promise).await;
    }
    let left = work.borrow_mut().take();
    if let Some(work) = left {
        work();
    }
}

fn request(name: &str, callback: &Function) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    if locks.is_undefined() {
        return None;
    }
    let request: Function = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promise = request
        .call2(&locks, &JsValue::from_str(name), callback)
        .ok()?;
    promise.dyn_into().ok()
}
