//! Files in and out: chosen, dropped or pasted by the user, and downloads to the user's disk.
//!
//! Never here: what a file means. The bytes of a chosen file are read in the reader, not on the page.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, Document, DragEvent, Event, File,
    HtmlAnchorElement, HtmlElement, HtmlInputElement, Url,
};

use crate::ingest::CLIPBOARD_PAGE;

/// A page on the clipboard that is longer than this is left there: it tells little for its size.
const MAX_PAGE: usize = 16 << 20;

/// Milliseconds that a download's address stays alive: engines start the copy after the click.
const DOWNLOAD_GRACE_MS: i32 = 60_000;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// A file on the user's disk. A handle: nothing is read until the reader asks.
#[derive(Clone, Debug)]
pub struct Picked(File);

impl Picked {
    /// Its name, without folders.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes, a whole number of them.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Everything in it, for small files only: large ones are read in the reader.
    ///
    /// # Errors
    /// The browser could not open it: moved, renamed, or held by another program.
    pub async fn bytes(&self) -> Result<Vec<u8>, Unopened> {
        let buffer = JsFuture::from(self.0.array_buffer()).await;
        buffer
            .map(|it| Uint8Array::new(&it).to_vec())
            .map_err(|_cause| Unopened)
    }

    /// The browser's own handle, for the reader.
    #[must_use]
    pub const fn file(&self) -> &File {
        &self.0
    }
}

/// A file that the browser could not open. Its own words are for programmers, so they are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unopened;

/// What the user let fall on the page.
#[derive(Clone, Debug)]
pub enum Dropped {
    /// A file; the first one where there were several.
    File(Picked),
    /// Rows dragged out of another program.
    Text(String),
}

/// Saves bytes to the user's disk under a name; `false` where the browser has no way to.
#[must_use]
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> bool {
    try_download(name, mime, bytes).is_ok()
}

fn try_download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    // The attribute: a property `href` is also how an address is left, and is not imported at all.
    link.set_attribute("href", &url)?;
    link.set_download(name);
    link.set_hidden(true);
    let body = document.body().ok_or(JsValue::NULL)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    let forget = Closure::once_into_js(move || {
        // An address that cannot be forgotten costs memory only.
        let _ = Url::revoke_object_url(&url);
    });
    web_sys::window()
        .ok_or(JsValue::NULL)?
        .set_timeout_with_callback_and_timeout_and_arguments_0(
            forget.unchecked_ref(),
            DOWNLOAD_GRACE_MS,
        )?;
    Ok(())
}

/// The file in an `<input type="file">` whose `change` event this is. The input is emptied, so the
/// same file can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Option<Picked> {
    take_file(&event.target()?.dyn_into().ok()?)
}

pub(super) fn take_file(input: &HtmlInputElement) -> Option<Picked> {
    let picked = input.files()?.get(0).map(Picked)?;
    input.set_value("");
    Some(picked)
}

/// The plain text of a `paste` event: spreadsheets put tab-separated rows there. Where a table of the
/// same stands beside it as a page, that goes before it between marks.
#[must_use]
pub fn pasted(event: &ClipboardEvent) -> Option<String> {
    let clipboard = event.clipboard_data()?;
    let mut text = clipboard.get_data("text/plain").ok()?;
    if text.trim().contains('\n')
        && let Ok(page) = clipboard.get_data("text/html")
        && page.len() < MAX_PAGE
        && page.contains("<table")
    {
        text = format!("{CLIPBOARD_PAGE}{page}{CLIPBOARD_PAGE}{text}");
    }
    (!text.is_empty()).then_some(text)
}

/// Calls `over` when a file starts and stops hovering over the page, and `then` when it falls,
/// wherever on the page that is, for as long as the page lives.
pub fn on_drop(over: impl Fn(bool) + 'static, then: impl Fn(Dropped) + 'static) {
    let over = std::rc::Rc::new(over);
    // A file that is not taken would replace the page by itself, and lose the work on it.
    let hovering = std::rc::Rc::clone(&over);
    listen("dragover", move |event: DragEvent| {
        if carries_rows(&event) {
            event.prevent_default();
            hovering(true);
        }
    });
    let leaving = std::rc::Rc::clone(&over);
    listen("dragleave", move |event: DragEvent| {
        // Leaving one element for another has a related target; leaving the window has none.
        if event.related_target().is_none() {
            leaving(false);
        }
    });
    listen("drop", move |event: DragEvent| {
        over(false);
        if !carries_rows(&event) {
            return;
        }
        event.prevent_default();
        if let Some(dropped) = event.data_transfer().and_then(|it| dropped(&it)) {
            then(dropped);
        }
    });
}

fn dropped(transfer: &DataTransfer) -> Option<Dropped> {
    if let Some(file) = transfer.files().and_then(|it| it.get(0)) {
        return Some(Dropped::File(Picked(file)));
    }
    let text = transfer.get_data("text/plain").ok()?;
    (!text.trim().is_empty()).then_some(Dropped::Text(text))
}

/// A drag from outside that may hold a table; text dragged into a field is the field's own affair.
fn carries_rows(event: &DragEvent) -> bool {
    let Some(transfer) = event.data_transfer() else {
        return false;
    };
    let types = transfer.types();
    let has = |wanted: &str| {
        types
            .iter()
            .any(|it| it.as_string().as_deref() == Some(wanted))
    };
    has("Files") || (has("text/plain") && !is_field(event))
}

fn is_field(event: &Event) -> bool {
    event
        .target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok())
        .is_some_and(|it| matches!(it.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// Calls `then` with the rows of a paste that no field takes, for as long as the page lives.
pub fn on_paste(then: impl Fn(String) + 'static) {
    listen("paste", move |event: ClipboardEvent| {
        if is_field(&event) {
            return;
        }
        if let Some(text) = pasted(&event) {
            event.prevent_default();
            then(text);
        }
    });
}

fn listen<E: JsCast + 'static>(name: &str, then: impl Fn(E) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            then(event);
        }
    });
    if let Some(document) = document() {
        // Without this way in, the file button and the box still work.
        let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
