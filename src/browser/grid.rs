//! A table that keys move in: which cell an event is about, and bringing a cell into view.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlSelectElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// What in a table an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A button in a cell.
    Button,
    /// A menu in a cell: it has keys of its own.
    Menu,
    /// A cell, or the table as a whole.
    Cell,
}

/// The id of the cell that an event is about, if any, and what in it.
#[must_use]
pub fn target(event: &Event) -> (Option<String>, Target) {
    let element = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let closest = |css: &str| {
        element
            .as_ref()
            .and_then(|it| it.closest(css).ok().flatten())
    };
    let what = if closest("select").is_some() {
        Target::Menu
    } else if closest("button").is_some() {
        Target::Button
    } else {
        Target::Cell
    };
    (closest("td, th").map(|it| it.id()), what)
}

/// Moves focus to the element that listens, where a button in it had it: keys then act on its cells.
pub fn take_focus(event: &Event) {
    let element = event
        .current_target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot hold focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Scrolls no further than is needed to see the element with this id.
pub fn show(id: &str) {
    let document = web_sys::window().and_then(|it| it.document());
    if let Some(element) = document.and_then(|it| it.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The value of the menu that an event is about.
#[must_use]
pub fn value(event: &Event) -> Option<String> {
    Some(menu(event)?.value())
}

/// Puts the menu that an event is about back to its first line: a menu that acts holds nothing.
pub fn reset(event: &Event) {
    if let Some(menu) = menu(event) {
        menu.set_value("");
    }
}

fn menu(event: &Event) -> Option<HtmlSelectElement> {
    event.target()?.dyn_into().ok()
}
