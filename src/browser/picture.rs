//! A chart as a picture of its own: the drawing on the page with its looks written into it, in the light
//! palette, so that any program shows it as the page does.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event};

use super::files::document;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What style sheets say of shapes and words, and what holds without them.
const LOOKS: [(&str, &str); 11] = [
    ("fill", "rgb(0, 0, 0)"),
    ("fill-opacity", "1"),
    ("opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linejoin", "miter"),
    ("paint-order", "normal"),
    ("shape-rendering", "auto"),
    ("font-size", ""),
    ("font-weight", "400"),
];

/// Around the drawing.
const MARGIN: f64 = 24.0;
/// A line of the title, and the room of the source under the drawing.
const LINE: f64 = 24.0;
/// Size of the letters of the title, and how wide one is at most on average.
const TITLE: (f64, f64) = (17.0, 9.5);

/// The drawing in the figure whose button was pressed, as a file with its title over it and where it comes
/// from under it; `None` where there is none to see.
#[must_use]
pub fn of_figure(event: &Event, title: &str, source: &str) -> Option<String> {
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
    let picture = picture(&document, &drawing, title, source);
    let _ = match theme {
        Some(it) => root.set_attribute("data-theme", &it),
        None => root.remove_attribute("data-theme"),
    };
    picture
}

fn picture(document: &Document, drawing: &Element, title: &str, source: &str) -> Option<String> {
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
    let mut size = area.split(' ').skip(2).filter_map(|it| it.parse().ok());
    let (inner, drawn): (f64, f64) = (size.next()?, size.next()?);
    let lines = lines(title, inner / TITLE.1);
    let over = MARGIN + LINE * crate::chart::float(lines.len());
    let (width, height) = (inner + 2.0 * MARGIN, over + drawn + LINE + MARGIN);
    let page = looks(&document.document_element()?)?;
    let colour = look(&page, "color");
    let words = |text: &str, y: f64, size: f64, weight: &str| {
        let words = document.create_element_ns(Some(SVG), "text").ok()?;
        words.set_text_content(Some(text));
        set(&words, "y", &y.to_string())?;
        set(&words, "font-size", &size.to_string())?;
        set(&words, "font-weight", weight)?;
        set(&words, "fill", &colour)?;
        copy.append_child(&words).ok()
    };
    for (at, line) in lines.iter().enumerate() {
        let y = MARGIN - over + LINE * (crate::chart::float(at) + 0.6);
        words(line, y, TITLE.0, "700")?;
    }
    words(source, drawn + LINE, 11.0, "400")?;
    let ground = document.create_element_ns(Some(SVG), "rect").ok()?;
    set(&ground, "fill", &look(&page, "background-color"))?;
    set(&ground, "x", &(-MARGIN).to_string())?;
    set(&ground, "y", &(-over).to_string())?;
    for (name, it) in [("width", width), ("height", height)] {
        set(&copy, name, &it.to_string())?;
        set(&ground, name, &it.to_string())?;
    }
    set(
        &copy,
        "viewBox",
        &format!("{} {} {width} {height}", -MARGIN, -over),
    )?;
    copy.remove_attribute("aria-hidden").ok()?;
    let name = document.create_element_ns(Some(SVG), "title").ok()?;
    name.set_text_content(Some(title));
    let first = copy.first_child();
    copy.insert_before(&name, first.as_ref()).ok()?;
    copy.insert_before(&ground, first.as_ref()).ok()?;
    // The one name that pages have for a character and pictures have not.
    Some(copy.outer_html().replace("&nbsp;", "&#160;"))
}

/// Words in lines of at most so many characters, cut where ordinary spaces are.
fn lines(text: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line)
                if crate::chart::float(line.chars().count() + word.chars().count()) < most =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
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
