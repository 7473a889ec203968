//! The document around the app: its language, title, theme, size and the static start page.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

fn root() -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .document_element()?
        .dyn_into()
        .ok()
}

/// Sets `lang` of the document, for screen readers and hyphenation.
pub fn set_lang(tag: &str) {
    if let Some(root) = root() {
        root.set_lang(tag);
    }
}

/// The language that the document is shown in.
#[must_use]
pub fn lang() -> String {
    root().map(|it| it.lang()).unwrap_or_default()
}

/// Shows one of the troubles that the document has words for.
pub fn show_trouble(name: &str) {
    let show = Reflect::get(&js_sys::global(), &"rusettiTrouble".into());
    if let Some(show) = show.ok().and_then(|it| it.dyn_into::<Function>().ok()) {
        // There is no one left to tell when even this fails.
        let _ = show.call1(&JsValue::NULL, &name.into());
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|it| it.document()) {
        document.set_title(title);
    }
}

/// Sets or clears a `data-` attribute of the document element (`theme`, `size`).
pub fn set_data(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let set = value.map(|it| root.dataset().set(name, it));
        if set.is_none() {
            root.dataset().delete(name);
        }
    }
}

/// The system prefers dark colours.
#[must_use]
pub fn prefers_dark() -> bool {
    let query = web_sys::window().and_then(|it| {
        it.match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
    });
    query.is_some_and(|it| it.matches())
}

/// The languages the browser asks for, most wanted first.
#[must_use]
pub fn languages() -> Vec<String> {
    let list = web_sys::window().map(|it| it.navigator().languages());
    list.map(|it| it.iter().filter_map(|it| it.as_string()).collect())
        .unwrap_or_default()
}

/// Shows the static start page in one language, or hides it.
pub fn show_start(lang_tag: Option<&str>) {
    set_data("deep", if lang_tag.is_some() { None } else { Some("") });
    let Some(document) = web_sys::window().and_then(|it| it.document()) else {
        return;
    };
    let Ok(pages) = document.query_selector_all("[data-start]") else {
        return;
    };
    for at in 0..pages.length() {
        if let Some(page) = pages
            .item(at)
            .and_then(|it| it.dyn_into::<HtmlElement>().ok())
        {
            let is_shown = page.dataset().get("start").as_deref() == lang_tag;
            page.set_hidden(!is_shown);
            // The skip link leads to the one that is seen.
            if page.tag_name() == "MAIN" {
                page.set_id(if is_shown { "main" } else { "" });
            }
        }
    }
}

/// Scrolls to the top, as a new step should start there.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Where the app is drawn: before the static start page, so that its masthead stands on top.
#[must_use]
pub fn app_place() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let place: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
    place.set_id("app");
    document.body()?.prepend_with_node_1(&place).ok()?;
    Some(place)
}

/// Takes away the static masthead once the app has drawn its own.
pub fn remove_static_masthead() {
    let document = web_sys::window().and_then(|it| it.document());
    if let Some(mast) = document.and_then(|it| it.get_element_by_id("static-mast")) {
        mast.remove();
    }
}

/// The value of a `data-` attribute of the document element.
#[must_use]
pub fn data(name: &str) -> Option<String> {
    root()?.dataset().get(name)
}

/// Brings the element with this id into view and moves the focus there, as a link inside the page
/// would; the hash of the address is the route and cannot do it.
pub fn scroll_to(id: &str) {
    let document = web_sys::window().and_then(|it| it.document());
    let target = document
        .and_then(|it| it.get_element_by_id(id))
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(target) = target {
        target.scroll_into_view();
        // A target that cannot hold the focus is still in view.
        let _ = target.focus();
    }
}

/// Moves the focus to the element with this id, for when the one that had it goes away.
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|it| it.document());
    let target = document
        .and_then(|it| it.get_element_by_id(id))
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(target) = target {
        // A target that cannot hold the focus leaves it where the browser put it.
        let _ = target.focus();
    }
}

/// Moves the focus to the heading of the step, which says where the user has come.
pub fn focus_heading() {
    let document = web_sys::window().and_then(|it| it.document());
    let heading = document
        .and_then(|it| it.query_selector("main:not([hidden]) h1").ok().flatten())
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        heading.set_tab_index(-1);
        // A heading that cannot hold the focus leaves it where the browser put it.
        let _ = heading.focus();
    }
}
