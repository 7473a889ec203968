//! The reader: a worker that gets files and questions, and gives progress and readings.
//!
//! Made by `browser::reader` from a blob. It holds no rules and asks nothing of the network: what
//! it reads comes as a `Blob` in the message.

use std::cell::RefCell;
use std::panic;

use js_sys::{Array, Reflect, Uint8Array};
use rusetti::worker::{Answer, Ask, decode, encode, serve};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Bytes copied at once: large enough to be fast, small enough that progress is seen.
const SLICE: u32 = 8 << 20;

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
        if let Err(trouble) = answer(&event.data()) {
            say(&trouble.into());
        }
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

/// Answers a question, or says in a word of `browser::reader::Trouble` why not.
fn answer(message: &JsValue) -> Result<(), &'static str> {
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
    KEPT.with_borrow_mut(|kept| {
        let has_it = kept.as_ref().is_some_and(|(it, _)| *it == number);
        if !has_it {
            // The old file goes first: two may not fit.
            *kept = None;
            *kept = Some((number, copy(&source, ask.job)?));
        }
        if let Some((_, bytes)) = kept {
            serve(&ask, bytes, &mut |it| send(it));
        }
        Ok(())
    })
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

fn send(answer: &Answer) {
    match answer {
        Answer::Progress { job, done } => post(&Answer::Progress {
            job: *job,
            done: COPY_SHARE + (1.0 - COPY_SHARE) * done,
        }),
        Answer::Read { .. } => post(answer),
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
