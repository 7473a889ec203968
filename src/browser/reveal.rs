//! Bringing a part of the page into view without a hash: the hash is the route.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Scrolls to the element with this id and moves focus to it, where it can hold focus.
pub fn reveal(id: &str) {
    let document = web_sys::window().and_then(|it| it.document());
    let element = document.and_then(|it| it.get_element_by_id(id));
    if let Some(element) = element {
        element.scroll_into_view();
        if let Ok(element) = element.dyn_into::<HtmlElement>() {
            // An element that cannot hold focus stays as it is; the scroll was the point.
            let _ = element.focus();
        }
    }
}
