//! The reader: a worker that gets files and questions, and gives progress and readings; or what is to be
//! counted of very many customers.
//!
//! Made by `browser::reader` from a blob. It holds no rules and asks nothing of the network: what
//! it reads comes as a `Blob` in the message.

use std::cell::RefCell;
use std::panic;

use js_sys::{Array, Reflect, Uint8Array};
use rusetti::browser::counting;
use rusetti::browser::helpers::{help, prepare};
use rusetti::browser::reader::WARM_UP;
use rusetti::browser::slices::{self, Unreadable};
use rusetti::worker::{Answer, Ask, decode, encode, finished, messages, serve, warm_up};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Bytes copied at once.
const SLICE: u32 = 4 << 20;

/// Files up to this size are kept, so a changed option needs no second copy. Larger ones come in slices
/// each time, and are never in memory as a whole unless nothing else tells what they hold.
const KEPT_SIZE: f64 = 8e6;

/// The largest file that is taken whole.
const WHOLE_SIZE: f64 = 200e6;

/// The part of the whole work that copying the file is, as progress shows it.
const COPY_SHARE: f64 = 0.15;

thread_local! {
    /// The last file by its number, so a changed option needs no second copy.
    static KEPT: RefCell<Option<(u32, Vec<u8>)>> = const { RefCell::new(None) };
}

fn main() {
    // The place only: a message could hold a customer's data.
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        say(&format!("crashed {place}").into());
    }));
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        spawn_local(async move {
            let message = event.data();
            if message.as_string().as_deref() == Some(WARM_UP) {
                warm_up();
            } else if counting::answer(&message) || help(&message).await {
                return;
            } else if let Err(trouble) = answer(&message).await {
                say(&trouble.into());
            }
            prepare().await;
        });
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn say(message: &JsValue) {
    // Refused only for what cannot be copied, which text can.
    let _ = scope().post_message(message);
}

/// Answers a question, or says in a word of `browser::reader::Trouble` why not. The page puts one
/// question at a time.
async fn answer(message: &JsValue) -> Result<(), &'static str> {
    let part = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    let question = part("ask").dyn_into::<Uint8Array>().ok();
    let ask: Ask = question
        .and_then(|it| decode(&it.to_vec()))
        .ok_or("crashed question")?;
    let source: Blob = part("source").dyn_into().map_err(|_other| "unreadable")?;
    let number: u32 = part("number")
        .as_f64()
        .and_then(|it| format!("{it}").parse().ok())
        .unwrap_or_default();
    let has_it = KEPT.with_borrow(|kept| kept.as_ref().is_some_and(|(it, _)| *it == number));
    if !has_it {
        // The old file goes first: two may not fit.
        KEPT.set(None);
        if source.size() > KEPT_SIZE {
            let job = ask.job;
            let progress = |done| post(&Answer::Progress { job, done });
            let reading = slices::read(&source, &ask.options, &progress).await;
            if let Some(it) = reading.map_err(|Unreadable| "unreadable")? {
                finished(job, it, &mut post);
                return Ok(());
            }
            if source.size() > WHOLE_SIZE {
                return Err("too-large");
            }
        }
        KEPT.set(Some((number, copy(&source, ask.job)?)));
    }
    KEPT.with_borrow(|kept| {
        if let Some((_, bytes)) = kept {
            serve(&ask, bytes, &mut send);
        }
    });
    Ok(())
}

/// The bytes of a file, slice by slice.
fn copy(source: &Blob, job: u32) -> Result<Vec<u8>, &'static str> {
    let size = source.size();
    let wanted: usize = format!("{size:.0}").parse().or(Err("too-large"))?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(wanted).or(Err("too-large"))?;
    let reader = FileReaderSync::new().or(Err("unreadable"))?;
    let mut at = 0.0;
    while at < size {
        let end = (at + f64::from(SLICE)).min(size);
        let slice = source
            .slice_with_f64_and_f64(at, end)
            .or(Err("unreadable"))?;
        let buffer = reader.read_as_array_buffer(&slice).or(Err("unreadable"))?;
        bytes.extend_from_slice(&Uint8Array::new(&buffer).to_vec());
        at = end;
        post(&Answer::Progress {
            job,
            done: COPY_SHARE * at / size,
        });
    }
    Ok(bytes)
}

fn send(answer: Answer) {
    match answer {
        Answer::Progress { job, done } => post(&Answer::Progress {
            job,
            done: COPY_SHARE + (1.0 - COPY_SHARE) * done,
        }),
        answer => messages(answer, post),
    }
}

/// Posts an answer as bytes that move over without a copy.
fn post(answer: &Answer) {
    let buffer = Uint8Array::from(encode(answer).as_slice()).buffer();
    let sent = scope().post_message_with_transfer(&buffer, &Array::of1(&buffer));
    if sent.is_err() {
        say(&"too-large".into());
    }
}
