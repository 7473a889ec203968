//! When the page breaks: a calm screen with the way out, drawn without the app, which is gone.
//!
//! A panic ends the app for good, so what the screen needs is kept here beforehand: its words in the
//! page's language and how the newest model becomes a backup. Only the place of the fault is
//! shown: a message could hold a customer's data.

use std::cell::{Cell, RefCell};
use std::panic;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Document, Element, HtmlAnchorElement, HtmlElement, Url};

/// The words of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Title.
    pub title: &'static str,
    /// What is safe and what is not.
    pub what: &'static str,
    /// The link that saves the model.
    pub backup: &'static str,
    /// The link that starts the page anew.
    pub reload: &'static str,
    /// What stands before the place of the fault.
    pub place: &'static str,
}

/// The newest model as a file: made only when it is asked for, because the model changes often and
/// the page hardly ever breaks.
pub type MakeBackup = Box<dyn Fn() -> Backup>;

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// File name.
    pub name: String,
    /// Content.
    pub text: String,
}

thread_local! {
    static WORDS: Cell<Option<Words>> = const { Cell::new(None) };
    static BACKUP: RefCell<Option<MakeBackup>> = const { RefCell::new(None) };
    static CRASHED: Cell<bool> = const { Cell::new(false) };
}

/// Shows the screen whenever the page breaks from now on.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        if CRASHED.replace(true) {
            return;
        }
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        // Nothing is left to tell a failure to.
        let _ = draw(&place);
    }));
}

/// Keeps the words of the screen.
pub fn speak(words: Words) {
    WORDS.set(Some(words));
}

/// Keeps the newest model, or that there is none.
pub fn know(backup: Option<MakeBackup>) {
    BACKUP.with(|it| {
        if let Ok(mut kept) = it.try_borrow_mut() {
            *kept = backup;
        }
    });
}

/// The page has broken: nothing must be saved any more.
#[must_use]
pub fn has_crashed() -> bool {
    CRASHED.get()
}

fn draw(place: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let words = WORDS.get().ok_or(JsValue::NULL)?;
    let main = element(&document, "main", "crash page", "")?;
    main.set_id("main");
    let title = element(&document, "h1", "", words.title)?;
    title.set_attribute("tabindex", "-1")?;
    main.append_child(&title)?;
    main.append_child(&element(&document, "p", "lede", words.what)?.into())?;
    let ways = element(&document, "p", "row", "")?;
    let backup = BACKUP.with(|it| {
        it.try_borrow()
            .ok()
            .and_then(|it| it.as_ref().map(|it| it()))
    });
    if let Some(backup) = backup {
        let link: HtmlAnchorElement =
            element(&document, "a", "btn btn--go", words.backup)?.dyn_into()?;
        let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&backup.text)))?;
        link.set_attribute("href", &Url::create_object_url_with_blob(&blob)?)?;
        link.set_download(&backup.name);
        ways.append_child(&link)?;
    }
    let link: HtmlAnchorElement = element(&document, "a", "btn", words.reload)?.dyn_into()?;
    let address = window.location().href()?;
    // Without its hash the address loads anew, and not to the step that broke.
    link.set_attribute("href", address.split('#').next().unwrap_or_default())?;
    ways.append_child(&link)?;
    main.append_child(&ways)?;
    let fault = format!(
        "{} Rusetti {}, {place}",
        words.place,
        env!("CARGO_PKG_VERSION")
    );
    main.append_child(&element(&document, "p", "quiet f13", &fault)?.into())?;
    body.replace_children_with_node_1(&main);
    title.dyn_into::<HtmlElement>()?.focus()
}

fn element(document: &Document, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.set_text_content(Some(text));
    Ok(element)
}
