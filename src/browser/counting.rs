//! A worker for one question about very many customers, made from the reader's parts: the page goes on
//! while it counts. Dropping its handle ends it.

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::reader::Parts;
use crate::worker::count::{Found, Question, count};
use crate::worker::{decode, encode};

/// Up to so many customers the page counts by itself: a worker takes longer to start.
pub const FEW: usize = 5_000;

/// A question that is being answered.
pub struct Counting {
    worker: Worker,
    /// Its first message, or its end.
    answer: Promise,
}

impl Counting {
    /// Puts a question, with whom it is about. `None` where no worker starts: the page then counts by
    /// itself.
    pub async fn start(question: &Question, beside: Vec<u8>) -> Option<Self> {
        let question = encode(question);
        let parts = Parts::get().await?;
        let mut worker = None;
        // A promise's own functions serve as handlers.
        let answer = Promise::new(&mut |resolve, reject| {
            worker = parts.start(&resolve, &reject).ok();
        });
        let counting = Self {
            worker: worker?,
            answer,
        };
        let message = Object::new();
        let beside = Uint8Array::from(beside.as_slice());
        let set = |name: &str, it: &JsValue| Reflect::set(&message, &name.into(), it).ok();
        set("count", &Uint8Array::from(question.as_slice()))?;
        set("beside", &beside)?;
        let moved = Array::of1(&beside.buffer());
        (counting.worker.post_message_with_transfer(&message, &moved)).ok()?;
        Some(counting)
    }

    /// What comes of it: ask for it before the handle is put away. `None` where the worker broke.
    pub fn answer(&self) -> impl Future<Output = Option<Found>> + use<> {
        let answer = JsFuture::from(self.answer.clone());
        async move {
            let event: MessageEvent = answer.await.ok()?.dyn_into().ok()?;
            let buffer: ArrayBuffer = event.data().dyn_into().ok()?;
            decode::<Option<Found>>(&Uint8Array::new(&buffer).to_vec())?
        }
    }
}

impl Drop for Counting {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// In the worker: answers, if a question of this kind is what the message is; `false` where it is not.
#[must_use]
pub fn answer(message: &JsValue) -> bool {
    let part = |name: &str| {
        let part = Reflect::get(message, &name.into()).ok()?;
        part.dyn_into::<Uint8Array>().ok().map(|it| it.to_vec())
    };
    let (Some(question), Some(beside)) = (part("count"), part("beside")) else {
        return false;
    };
    let found = decode(&question).and_then(|it| count(&it, &beside));
    let buffer = Uint8Array::from(encode(&found).as_slice()).buffer();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Refused only for what cannot be copied.
    let _ = scope.post_message_with_transfer(&buffer, &Array::of1(&buffer));
    true
}
