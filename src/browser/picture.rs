//! A chart as a picture of its own: the drawing on the page with its looks written into it, in the light
//! palette, so that any program shows it as the page does.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event};

use super::files::document;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What style sheets say of shapes and words, and what holds without them.
const LOOKS: [(&str, &str); 9] = [
    ("fill", "rgb(0, 0, 0)"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linejoin", "miter"),
    ("paint-order", "normal"),
    ("shape-rendering", "auto"),
    ("font-size", ""),
    ("font-weight", "400"),
];

/// The drawing in the figure whose button was pressed, as a file; `None` where there is none to see.
#[must_use]
pub fn of_figure(event: &Event, title: &str) -> Option<String> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let drawing = pressed
        .closest("figure")
        .ok()??
        .query_selector("svg")
        .ok()??;
    let document = document()?;
    let root = document.document_element()?;
    let theme = root.get_attribute("data-theme");
    // Back again before anything is painted.
    root.set_attribute("data-theme", "light").ok()?;
    let picture = picture(&document, &drawing, title);
    let _ = match theme {
        Some(it) => root.set_attribute("data-theme", &it),
        None => root.remove_attribute("data-theme"),
    };
    picture
}

fn picture(document: &Document, drawing: &Element, title: &str) -> Option<String> {
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (from, to) = (
        drawing.query_selector_all("*").ok()?,
        copy.query_selector_all("*").ok()?,
    );
    for at in 0..from.length() {
        let (Some(from), Some(to)) = (from.get(at), to.get(at)) else {
            continue;
        };
        write_looks(from.unchecked_ref(), to.unchecked_ref());
    }
    let own = looks(drawing)?;
    let set = |element: &Element, name: &str, value: &str| element.set_attribute(name, value).ok();
    set(&copy, "xmlns", SVG)?;
    set(&copy, "font-family", &look(&own, "font-family"))?;
    let area = copy.get_attribute("viewBox")?;
    let mut size = area.split(' ').skip(2);
    set(&copy, "width", size.next()?)?;
    set(&copy, "height", size.next()?)?;
    copy.remove_attribute("aria-hidden").ok()?;
    let ground = document.create_element_ns(Some(SVG), "rect").ok()?;
    let page = looks(&document.document_element()?)?;
    set(&ground, "width", "100%")?;
    set(&ground, "height", "100%")?;
    set(&ground, "fill", &look(&page, "background-color"))?;
    let name = document.create_element_ns(Some(SVG), "title").ok()?;
    name.set_text_content(Some(title));
    let first = copy.first_child();
    copy.insert_before(&name, first.as_ref()).ok()?;
    copy.insert_before(&ground, first.as_ref()).ok()?;
    // The one name that pages have for a character and pictures have not.
    Some(copy.outer_html().replace("&nbsp;", "&#160;"))
}

/// Writes the looks of an element into its copy; groups and clips have none of their own.
fn write_looks(from: &Element, to: &Element) {
    let tag = from.tag_name();
    if ["g", "clipPath"].contains(&tag.as_str()) {
        return;
    }
    let is_words = ["text", "tspan"].contains(&tag.as_str());
    let Some(looks) = looks(from) else { return };
    for (name, usual) in LOOKS {
        let value = look(&looks, name);
        let is_said = if is_words {
            !value.is_empty()
        } else {
            value != usual && !name.starts_with("font")
        };
        if is_said {
            // A picture without one of its looks is a picture still.
            let _ = to.set_attribute(name, &value);
        }
    }
}

/// What the browser made of all style sheets for an element.
fn looks(element: &Element) -> Option<JsValue> {
    let window = js_sys::global();
    let get: Function = Reflect::get(&window, &"getComputedStyle".into())
        .ok()?
        .dyn_into()
        .ok()?;
    get.call1(&window, element).ok()
}

fn look(looks: &JsValue, name: &str) -> String {
    let value = Reflect::get(looks, &name.into()).ok();
    value.and_then(|it| it.as_string()).unwrap_or_default()
}
