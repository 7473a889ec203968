//! Workers of a worker: each reads a part of a large file, without shared memory. They are started from the
//! blob and the compiled program of the worker that wants them, so nothing is requested, and end with it.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::slices;
use crate::ingest::{Part, ReadOptions};

/// Workers at most; more than that wait for the disk.
const MOST: f64 = 4.0;

/// What a helper is asked; the file travels beside it.
#[derive(Serialize, Deserialize)]
struct Share {
    options: ReadOptions,
    from: f64,
    until: f64,
}

/// How many workers may read at once: as many as the machine has processors, within reason.
pub(super) fn at_once() -> f64 {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
    let processors = Reflect::get(&navigator, &"hardwareConcurrency".into());
    let processors = processors.ok().and_then(|it| it.as_f64());
    processors.unwrap_or(1.0).clamp(1.0, MOST)
}

/// A worker that reads a part of a file. Dropping it ends it.
pub(super) struct Helper {
    /// `None` where it reads another part by now.
    worker: Option<Worker>,
    /// Its first message: that it is there.
    up: Promise,
    /// Its second, what its part gave; or its end.
    answer: Promise,
    /// That came.
    has_read: Rc<Cell<bool>>,
}

thread_local! {
    /// Those that wait for a file: starting one takes some 30 ms of the half second that a million rows take.
    static READY: RefCell<Vec<Helper>> = const { RefCell::new(Vec::new()) };
}

/// Sees to it that as many wait as a large file will want.
pub async fn prepare() {
    let is_wanted = || slices::float(READY.with_borrow(Vec::len)) < at_once() - 1.0;
    while let Some(helper) = is_wanted().then(Helper::start).flatten() {
        let up = helper.up.clone();
        READY.with_borrow_mut(|ready| ready.push(helper));
        let _ = JsFuture::from(up).await;
    }
}

impl Helper {
    /// One that reads a part; `None` where the browser starts no worker from a worker.
    pub(super) fn of(source: &Blob, options: &ReadOptions, range: Range<f64>) -> Option<Self> {
        let ready = READY.with_borrow_mut(Vec::pop);
        let helper = ready.or_else(Self::start)?;
        ask(helper.worker.as_ref()?, source, options, range)?;
        Some(helper)
    }

    fn start() -> Option<Self> {
        let here = Reflect::get(&js_sys::global(), &"location".into()).ok()?;
        let here = Reflect::get(&here, &"href".into()).ok()?.as_string()?;
        let worker = Worker::new(&here).ok()?;
        worker.post_message(&wasm_bindgen::module()).ok()?;
        worker.post_message(&JsValue::NULL).ok()?;
        let up = next_of(&worker);
        Some(Self::new(worker, up))
    }

    /// A worker whose first message comes or came, with nothing in it; one that breaks says something.
    fn new(worker: Worker, up: Promise) -> Self {
        let has_read = Rc::new(Cell::new(false));
        let (first, same, came) = (up.clone(), worker.clone(), Rc::clone(&has_read));
        let answer = future_to_promise(async move {
            if !said(&JsFuture::from(first).await?).is_null() {
                return Ok(JsValue::NULL);
            }
            let answer = said(&JsFuture::from(next_of(&same)).await?);
            came.set(!answer.is_null());
            Ok(answer)
        });
        Self {
            worker: Some(worker),
            up,
            answer,
            has_read,
        }
    }

    /// Waits until it is there, or never will be.
    pub(super) async fn is_up(&self) {
        let _ = JsFuture::from(self.up.clone()).await;
    }

    /// The same worker, which reads another part, where it has read its own; what that gave stays here.
    pub(super) fn again(
        &mut self,
        source: &Blob,
        options: &ReadOptions,
        range: Range<f64>,
    ) -> Option<Self> {
        let worker = self.worker.take_if(|_| self.has_read.get())?;
        let next = Self::new(worker, Promise::resolve(&JsValue::NULL));
        ask(next.worker.as_ref()?, source, options, range)?;
        Some(next)
    }

    /// What the part gave; `None` where it must be read here.
    pub(super) async fn part(self) -> Option<Part> {
        let answer = JsFuture::from(self.answer.clone()).await.ok()?;
        // Its memory goes before what it gave is taken in.
        drop(self);
        received(answer.dyn_ref()?)
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.iter().for_each(Worker::terminate);
    }
}

/// Asks a worker to read a part.
#[inline(never)]
fn ask(worker: &Worker, source: &Blob, options: &ReadOptions, range: Range<f64>) -> Option<()> {
    let share = Share {
        options: options.clone(),
        from: range.start,
        until: range.end,
    };
    let share = postcard::to_extend(&share, Vec::new()).ok()?;
    let message = Object::new();
    let set = |name: &str, it: &JsValue| Reflect::set(&message, &name.into(), it).ok();
    set("share", &Uint8Array::from(share.as_slice()))?;
    set("source", source)?;
    worker.post_message(&message).ok()
}

/// What a worker's message says; nothing is null, or what came instead.
fn said(came: &JsValue) -> JsValue {
    match came.dyn_ref::<MessageEvent>() {
        Some(it) => it.data(),
        None => came.clone(),
    }
}

/// The next message of a worker, or its end: a promise's own functions serve as handlers.
fn next_of(worker: &Worker) -> Promise {
    Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    })
}

/// Reads a part for another worker, if that is what the message asks; `false` where it is not.
pub async fn help(message: &JsValue) -> bool {
    // Refused for what cannot be copied, which nothing is not.
    if message.is_null() {
        let _ = scope().post_message(message);
        return true;
    }
    let part = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    let Ok(share) = part("share").dyn_into::<Uint8Array>() else {
        return false;
    };
    let part = match (asked(&share), part("source").dyn_into::<Blob>()) {
        (Some(share), Ok(source)) => {
            slices::part(&source, &share.options, share.from..share.until).await
        }
        _ => Ok(None),
    };
    send(part.ok().flatten());
    true
}

#[inline(never)]
fn asked(share: &Uint8Array) -> Option<Share> {
    postcard::from_bytes(&share.to_vec()).ok()
}

#[inline(never)]
fn send(part: Option<Part>) {
    let scope = scope();
    let (all, buffers) = (Array::new(), Array::new());
    let sent = part.and_then(|it| {
        it.send(&mut |piece| {
            let piece = Uint8Array::from(piece);
            buffers.push(&piece.buffer());
            all.push(&piece);
        })
    });
    // Refused only for what cannot be copied.
    let _ = match sent {
        Some(()) => scope.post_message_with_transfer(&all, &buffers),
        None => scope.post_message(&JsValue::NULL),
    };
}

#[inline(never)]
fn received(sent: &Array) -> Option<Part> {
    let mut pieces = sent.iter().map_while(|it| it.dyn_into::<Uint8Array>().ok());
    Part::receive(&pieces.next()?.to_vec(), &mut |list| {
        let is_as_long = |it: &Uint8Array| usize::try_from(it.length()) == Ok(list.len());
        let piece = pieces.next().filter(is_as_long);
        piece.inspect(|it| it.copy_to(list)).is_some()
    })
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
