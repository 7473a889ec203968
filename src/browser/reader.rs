//! The handle of the reader: a worker that is started from a blob, so that it inherits the page's
//! content security policy, and ended when its job is no longer wanted.
//!
//! `boot.js` fetched its two parts when the page was up; a new worker is made from them without a
//! request. Never here: what a file means.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker};

use super::files::Picked;
use crate::worker::{Answer, Ask, Together, decode, encode};

/// Starts the worker: the first message is its compiled program, later ones wait until that runs.
const BOOTSTRAP: &str = "
const early = [];
onmessage = ({ data }) => {
  onmessage = (it) => early.push(it);
  wasm_bindgen({ module_or_path: data }).then(
    () => early.forEach((it) => onmessage(it)),
    (why) => postMessage(`crashed ${why}`),
  );
};";

/// The message upon which the worker gets ready for a file that may come.
pub const WARM_UP: &str = "warm-up";

thread_local! {
    /// The number of the last source that was made.
    static LAST_SOURCE: Cell<u32> = const { Cell::new(0) };
}

/// What to read: a file on disk, or text and bytes that the page holds. A handle: it is cheap to
/// clone, and its bytes go to the reader only.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    blob: Blob,
    /// The reader keeps the bytes of the last source by this number.
    number: u32,
}

impl Source {
    fn new(name: String, blob: Blob) -> Self {
        let number = LAST_SOURCE.get().wrapping_add(1);
        LAST_SOURCE.set(number);
        Self { name, blob, number }
    }

    /// A file that the user chose or dropped.
    #[must_use]
    pub fn from_picked(picked: &Picked) -> Self {
        Self::new(picked.name(), picked.file().clone().unchecked_into())
    }

    /// Pasted rows. `None` where the browser has no memory for a copy.
    #[must_use]
    pub fn from_text(name: &str, text: &str) -> Option<Self> {
        // A blob of text is UTF-8 whatever the user's system is.
        let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
        Some(Self::new(name.to_owned(), blob))
    }

    /// A file made on the page, as the samples are. `None` where the browser has no memory for it.
    #[must_use]
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
        Some(Self::new(name.to_owned(), blob))
    }

    /// The file's name, without folders.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Size in bytes, a whole number of them.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.blob.size()
    }

    /// The first bytes, for a look at them on the page; empty where the browser cannot open it.
    pub async fn head(&self, bytes: u32) -> Vec<u8> {
        let Ok(head) = self.blob.slice_with_f64_and_f64(0.0, bytes.into()) else {
            return Vec::new();
        };
        let buffer = JsFuture::from(head.array_buffer()).await;
        buffer.map_or_else(|_| Vec::new(), |it| Uint8Array::new(&it).to_vec())
    }

    /// Another handle of the same.
    #[must_use]
    pub const fn is_same(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

/// Why there is no answer. The reader starts anew by itself at the next question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The reader's files did not arrive: the network went before the page was fully loaded.
    NotLoaded,
    /// The file was moved, deleted, changed or forbidden since it was chosen.
    Unreadable,
    /// The file does not fit in the memory that the browser gives.
    TooLarge,
    /// The reader broke; at this place of the code.
    Crashed(String),
}

impl Trouble {
    /// From the reader's words.
    fn parse(text: &str) -> Self {
        match text.split_once(' ').unwrap_or((text, "")) {
            ("unreadable", _) => Self::Unreadable,
            ("too-large", _) => Self::TooLarge,
            (_, place) => Self::Crashed(place.to_owned()),
        }
    }
}

/// The reader. Dropping it ends its worker.
pub struct Reader(Rc<Inner>);

struct Inner {
    on_answer: Box<dyn Fn(Answer)>,
    on_trouble: Box<dyn Fn(Trouble)>,
    /// One pair for every worker there will be: a closure must not be dropped while it runs.
    on_message: Closure<dyn FnMut(MessageEvent)>,
    on_error: Closure<dyn FnMut(ErrorEvent)>,
    worker: RefCell<Option<Worker>>,
    /// What came of an answer.
    together: RefCell<Together>,
    /// The worker has a question that it has not answered.
    is_busy: Cell<bool>,
    /// The question to put once the worker is there.
    waiting: RefCell<Option<(Source, Ask)>>,
    /// The parts are being waited for.
    is_starting: Cell<bool>,
}

impl Reader {
    /// A reader that calls `on_answer` with progress and readings, and `on_trouble` when there will
    /// be none. It warms up by itself.
    #[must_use]
    pub fn new(
        on_answer: impl Fn(Answer) + 'static,
        on_trouble: impl Fn(Trouble) + 'static,
    ) -> Self {
        let inner = Rc::new_cyclic(|inner: &Weak<Inner>| {
            let (messages, errors) = (Weak::clone(inner), Weak::clone(inner));
            Inner {
                on_answer: Box::new(on_answer),
                on_trouble: Box::new(on_trouble),
                on_message: Closure::new(move |event: MessageEvent| {
                    if let Some(it) = messages.upgrade() {
                        it.hear(&event.data());
                    }
                }),
                on_error: Closure::new(move |event: ErrorEvent| {
                    event.prevent_default();
                    if let Some(it) = errors.upgrade() {
                        it.fail(Trouble::Crashed(event.message()));
                    }
                }),
                worker: RefCell::default(),
                together: RefCell::default(),
                is_busy: Cell::default(),
                waiting: RefCell::default(),
                is_starting: Cell::default(),
            }
        });
        Inner::warm_up(&inner);
        Self(inner)
    }

    /// Puts a question. One that is still being answered is given up for it.
    pub fn read(&self, source: &Source, ask: Ask) {
        if self.0.is_busy.get() {
            self.0.end();
        }
        self.0.waiting.replace(Some((source.clone(), ask)));
        if self.0.worker.borrow().is_some() {
            self.0.put();
        } else {
            Inner::start(&self.0);
        }
    }

    /// Gives the question up: nothing is heard of it any more.
    pub fn cancel(&self) {
        self.0.waiting.replace(None);
        if self.0.is_busy.get() {
            self.0.end();
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.cancel();
        self.0.end();
    }
}

impl Inner {
    /// Makes a worker once `boot.js` has its parts, so that it is warm when a file comes.
    fn warm_up(this: &Rc<Self>) {
        let this = Rc::downgrade(this);
        spawn_local(async move {
            let quiet = Reflect::get(&js_sys::global(), &"rusettiQuiet".into()).ok();
            let Some(quiet) = quiet.and_then(|it| it.dyn_into::<Promise>().ok()) else {
                return;
            };
            let quiet = JsFuture::from(quiet).await;
            let Some(this) = this.upgrade().filter(|_| quiet.is_ok()) else {
                return;
            };
            let is_idle = this.worker.borrow().is_none() && !this.is_starting.get();
            let Some(parts) = (if is_idle { Parts::get().await } else { None }) else {
                return;
            };
            // A file may have come meanwhile.
            if this.worker.borrow().is_none()
                && !this.is_starting.get()
                && let Ok(worker) = this.start_from(&parts)
            {
                // Without it the first file takes a moment longer.
                let _ = worker.post_message(&WARM_UP.into());
                this.worker.replace(Some(worker));
            }
        });
    }

    /// Makes a worker as soon as its parts are there.
    fn start(this: &Rc<Self>) {
        if this.is_starting.replace(true) {
            return;
        }
        let this = Rc::clone(this);
        spawn_local(async move {
            let parts = Parts::get().await;
            this.is_starting.set(false);
            // Cancelled meanwhile: the next question starts it.
            if this.waiting.borrow().is_none() {
                return;
            }
            let Some(parts) = parts else {
                this.fail(Trouble::NotLoaded);
                return;
            };
            match this.start_from(&parts) {
                Ok(worker) => {
                    this.worker.replace(Some(worker));
                    this.put();
                }
                Err(why) => this.fail(Trouble::Crashed(words(&why))),
            }
        });
    }

    fn start_from(&self, parts: &Parts) -> Result<Worker, JsValue> {
        parts.start(
            self.on_message.as_ref().unchecked_ref(),
            self.on_error.as_ref().unchecked_ref(),
        )
    }

    /// Puts the waiting question to the worker.
    fn put(&self) {
        let Some((source, ask)) = self.waiting.take() else {
            return;
        };
        let sent = self.worker.borrow().as_ref().map(|it| {
            let message = Object::new();
            let ask = Uint8Array::from(encode(&ask).as_slice());
            Reflect::set(&message, &"ask".into(), &ask)?;
            Reflect::set(&message, &"source".into(), &source.blob)?;
            Reflect::set(&message, &"number".into(), &source.number.into())?;
            it.post_message(&message)
        });
        match sent {
            Some(Ok(())) => self.is_busy.set(true),
            Some(Err(why)) => self.fail(Trouble::Crashed(words(&why))),
            None => {}
        }
    }

    /// An answer as bytes, or trouble as text.
    fn hear(&self, data: &JsValue) {
        if let Some(text) = data.as_string() {
            self.fail(Trouble::parse(&text));
            return;
        }
        let Some(buffer) = data.dyn_ref::<ArrayBuffer>() else {
            return;
        };
        match decode::<Answer>(&Uint8Array::new(buffer).to_vec()) {
            Some(message) => {
                let answer = self.together.borrow_mut().hear(message);
                let Some(answer) = answer else {
                    return;
                };
                if !matches!(answer, Answer::Progress { .. }) {
                    self.is_busy.set(false);
                }
                (self.on_answer)(answer);
            }
            None => self.fail(Trouble::Crashed("answer".to_owned())),
        }
    }

    fn fail(&self, trouble: Trouble) {
        self.end();
        self.waiting.replace(None);
        (self.on_trouble)(trouble);
    }

    /// Ends the worker; nothing that it said is heard any more.
    fn end(&self) {
        self.is_busy.set(false);
        self.together.borrow_mut().clear();
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// What a worker is made of, kept by `boot.js`.
pub(super) struct Parts {
    script: JsValue,
    wasm: JsValue,
}

impl Parts {
    /// Asks `boot.js`; `None` when they could not be loaded.
    pub(super) async fn get() -> Option<Self> {
        let get = Reflect::get(&js_sys::global(), &"rusettiReader".into()).ok()?;
        let promise: Promise = get
            .dyn_into::<Function>()
            .ok()?
            .call0(&JsValue::UNDEFINED)
            .ok()?
            .dyn_into()
            .ok()?;
        let pair: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        Some(Self {
            script: pair.get(0),
            wasm: pair.get(1),
        })
    }

    /// A worker that tells these what it says, and that it broke.
    pub(super) fn start(
        &self,
        on_message: &Function,
        on_error: &Function,
    ) -> Result<Worker, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let code = Array::of2(&self.script, &BOOTSTRAP.into());
        let blob = Blob::new_with_str_sequence_and_options(&code, &options)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let worker = Worker::new(&url)?;
        worker.set_onmessage(Some(on_message));
        worker.set_onerror(Some(on_error));
        // The compiled program is shared, so the next worker has it too.
        worker.post_message(&self.wasm)?;
        Ok(worker)
    }
}

fn words(why: &JsValue) -> String {
    why.dyn_ref::<js_sys::Error>()
        .map(|it| String::from(it.message()))
        .unwrap_or_default()
}
