//! Keys that mean the same everywhere on the page.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Ctrl+Z or ⌘Z outside a field: fields take back their own typing.
#[must_use]
pub fn is_undo(event: &KeyboardEvent) -> bool {
    is_with_control(event, "z") && !event.shift_key()
}

/// Ctrl+Shift+Z, ⌘⇧Z or Ctrl+Y outside a field.
#[must_use]
pub fn is_redo(event: &KeyboardEvent) -> bool {
    let is_z = is_with_control(event, "z") && event.shift_key();
    is_z || (is_with_control(event, "y") && !event.shift_key())
}

fn is_with_control(event: &KeyboardEvent, key: &str) -> bool {
    let has_control = event.ctrl_key() || event.meta_key();
    event.key().eq_ignore_ascii_case(key) && has_control && !event.alt_key() && !is_in_field(event)
}

fn is_in_field(event: &KeyboardEvent) -> bool {
    let element = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|it| {
        let is_choice = matches!(
            it.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button")
        );
        let is_field = matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
        (is_field && !is_choice) || it.is_content_editable()
    })
}
