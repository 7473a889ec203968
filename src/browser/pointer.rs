//! Dragging with mouse, pen or finger: capture, and where the pointer is in an element.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Makes the element that listens receive every move until the pointer is let go, wherever it goes.
pub fn capture(event: &PointerEvent) {
    let element = event
        .current_target()
        .and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // Refused only for a pointer that is already gone; the drag then ends by itself.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The pointer's x in pixels from the left edge of `element`.
#[must_use]
pub fn x_in(event: &PointerEvent, element: &Element) -> f64 {
    f64::from(event.client_x()) - element.get_bounding_client_rect().left()
}

/// The main button, a finger or the tip of a pen: what a drag starts with.
#[must_use]
pub fn is_main(event: &PointerEvent) -> bool {
    event.is_primary() && event.button() == 0
}

/// The pointer is a mouse: a drag on the bare drawing would keep a finger from scrolling.
#[must_use]
pub fn is_mouse(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}
