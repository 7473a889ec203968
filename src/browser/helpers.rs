//! Workers of a worker: each reads a part of a large file, without shared memory. They are started from the
//! blob and the compiled program of the worker that wants them, so nothing is requested, and end with it.

use std::ops::Range;

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
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
    worker: Worker,
    /// Its first message, or its end.
    answer: Promise,
}

impl Helper {
    /// `None` where the browser starts no worker from a worker.
    pub(super) fn start(source: &Blob, options: &ReadOptions, range: Range<f64>) -> Option<Self> {
        let here = Reflect::get(&js_sys::global(), &"location".into()).ok()?;
        let here = Reflect::get(&here, &"href".into()).ok()?.as_string()?;
        let worker = Worker::new(&here).ok()?;
        // A promise's own functions serve as handlers.
        let answer = Promise::new(&mut |resolve, reject| {
            worker.set_onmessage(Some(&resolve));
            worker.set_onerror(Some(&reject));
        });
        let helper = Self { worker, answer };
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
        helper.worker.post_message(&wasm_bindgen::module()).ok()?;
        helper.worker.post_message(&message).ok()?;
        Some(helper)
    }

    /// What the part gave; `None` where it must be read here.
    pub(super) async fn part(self) -> Option<Part> {
        let event = JsFuture::from(self.answer.clone()).await.ok()?;
        // Its memory goes before what it gave is taken in.
        drop(self);
        let buffer: ArrayBuffer = event
            .dyn_into::<MessageEvent>()
            .ok()?
            .data()
            .dyn_into()
            .ok()?;
        postcard::from_bytes(&Uint8Array::new(&buffer).to_vec()).ok()
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Reads a part for another worker, if that is what the message asks; `false` where it is not.
pub async fn help(message: &JsValue) -> bool {
    let share = Reflect::get(message, &"share".into()).ok();
    let Some(share) = share.and_then(|it| it.dyn_into::<Uint8Array>().ok()) else {
        return false;
    };
    let part = answer(message, &share.to_vec()).await;
    let part = part.and_then(|it| {
        let room = Vec::with_capacity(it.weight() + (64 << 10));
        postcard::to_extend(&it, room).ok()
    });
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Refused only for what cannot be copied.
    let _ = match part {
        Some(part) => {
            let buffer = Uint8Array::from(part.as_slice()).buffer();
            scope.post_message_with_transfer(&buffer, &Array::of1(&buffer))
        }
        None => scope.post_message(&JsValue::NULL),
    };
    true
}

async fn answer(message: &JsValue, share: &[u8]) -> Option<Part> {
    let share: Share = postcard::from_bytes(share).ok()?;
    let source: Blob = Reflect::get(message, &"source".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let part = slices::part(&source, &share.options, share.from..share.until).await;
    part.ok().flatten()
}
