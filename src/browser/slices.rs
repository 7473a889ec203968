//! A file of the user's, read while it comes: it is never in memory as a whole. A large one
//! is read by several workers, each a part of it.

use std::ops::Range;

use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, ReadableStreamByobReader, ReadableStreamGetReaderOptions, ReadableStreamReaderMode,
};

use super::helpers::{self, Helper};
use crate::ingest::{End, Finished, Part, ReadOptions, Slices};

/// Bytes that are looked at together: so many that asking for them costs little, so few that a processor keeps
/// them at hand and progress is seen.
const STEP: u32 = 512 << 10;

/// A part of a file pays from so many bytes on.
const PART: f64 = 4e6;

/// So many bytes that are left are worth sharing with a worker that is done with its own part: fewer are
/// read sooner than given away and joined.
const SHARED: f64 = 20e6;

/// The share of the work that is done when all rows are read.
const ROWS_SHARE: f64 = 0.95;

/// The file was moved, deleted, changed or forbidden since it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a file; `None` where only the whole file tells what it holds.
///
/// # Errors
/// [`Unreadable`], as the browser says.
pub async fn read(
    source: &Blob,
    options: &ReadOptions,
    progress: &dyn Fn(f64),
) -> Result<Option<Finished>, Unreadable> {
    let size = source.size();
    // They understand the head themselves, while it is understood here.
    let others = if Slices::may_be_parted(options) {
        others(source, options)
    } else {
        Vec::new()
    };
    let head = bytes_of(slice(source, 0.0, Slices::HEAD.into())?)
        .await?
        .to_vec();
    let is_whole = f64::from(Slices::HEAD) >= size;
    let Some(mut slices) = Slices::new(&head, is_whole, options) else {
        return Ok(None);
    };
    if !others.is_empty() {
        if let Some(reading) = in_parts(slices, (source, options), others, progress).await? {
            return Ok(Some(reading));
        }
        let Some(anew) = Slices::new(&head, is_whole, options) else {
            return Ok(None);
        };
        slices = anew;
    }
    let mut told = 0.0_f64;
    loop {
        let mut tell = |at: f64| {
            told = told.max(ROWS_SHARE * at / size);
            progress(told);
            size
        };
        if go(&mut slices, source, size, &mut tell).await?.is_none() {
            return Ok(None);
        }
        match slices.end() {
            End::Read(finished) => return Ok(Some(*finished)),
            End::Again(again) => slices = *again,
            End::Whole => return Ok(None),
        }
    }
}

/// A part of a file that another worker reads, if it started.
struct Other {
    range: Range<f64>,
    helper: Option<Helper>,
}

/// What part the first is, when the others are 1: they start later, and send what they read.
const FIRST: f64 = 1.15;

/// Workers for all parts of a file but the first; none where it is small.
#[inline(never)]
fn others(source: &Blob, options: &ReadOptions) -> Vec<Other> {
    let size = source.size();
    let parts = (size / PART).floor().min(helpers::at_once());
    let part = size / (parts - 1.0 + FIRST);
    let mut all = Vec::new();
    let mut until = size;
    for _ in 0..MOST_PARTS {
        let from = (until - part).floor();
        if float(all.len()) + 1.0 >= parts {
            break;
        }
        let range = from..until;
        let helper = Helper::of(source, options, range.clone());
        all.push(Other { range, helper });
        until = from;
    }
    all.reverse();
    all
}

/// Reads the first part here, beside the workers that read the others; `None` where the file must be read
/// from its start to its end.
async fn in_parts(
    mut slices: Slices,
    (source, options): (&Blob, &ReadOptions),
    mut others: Vec<Other>,
    progress: &dyn Fn(f64),
) -> Result<Option<Finished>, Unreadable> {
    let first = others.first().map_or(source.size(), |it| it.range.start);
    let mut until = first;
    // Bytes that are at hand come without a turn for anything else, a worker's start too.
    for helper in others.iter().filter_map(|it| it.helper.as_ref()) {
        helper.is_up().await;
    }
    let mut told = 0.0_f64;
    let mut each = |at: f64| {
        told = told.max(ROWS_SHARE * at / until);
        progress(told);
        // Processors differ, and other programs want them too.
        if until - at > SHARED {
            let from = (until - (until - at) / (1.0 + FIRST)).floor();
            let range = from..until;
            let again = |it: &mut Other| it.helper.as_mut()?.again(source, options, range.clone());
            if let Some(helper) = others.iter_mut().find_map(again) {
                let helper = Some(helper);
                others.insert(0, Other { range, helper });
                until = from;
            }
        }
        until
    };
    if go(&mut slices, source, first, &mut each).await?.is_none() {
        return Ok(None);
    }
    slices.group();
    for it in others {
        let part = match it.helper {
            Some(helper) => helper.part().await,
            None => None,
        };
        match part.map(|it| slices.join(it)) {
            Some(Some(true)) => continue,
            Some(None) => return Ok(None),
            // Nobody read it, or not from where a row begins.
            Some(Some(false)) | None => {}
        }
        let until = it.range.end;
        if go(&mut slices, source, until, &mut |_| until)
            .await?
            .is_none()
        {
            return Ok(None);
        }
    }
    Ok(match slices.end() {
        End::Read(finished) => Some(*finished),
        End::Again(_) | End::Whole => None,
    })
}

/// Parts read elsewhere at most, whatever the machine.
const MOST_PARTS: usize = 3;

/// Reads the rows that begin before `until`; `each` hears how far it came and says until where it goes on.
async fn go(
    slices: &mut Slices,
    source: &Blob,
    mut until: f64,
    each: &mut dyn FnMut(f64) -> f64,
) -> Result<Option<()>, Unreadable> {
    let size = source.size();
    let mut at = of_whole(slices.wants());
    let mut coming = Coming::new(source, at)?;
    loop {
        slices.stop_at(if until < size { whole(until) } else { u64::MAX });
        if at >= size || slices.is_done() {
            return Ok(Some(()));
        }
        let bytes = coming.next().await?;
        at += f64::from(bytes.length());
        let len = usize::try_from(bytes.length()).unwrap_or_default();
        if len == 0 {
            return Err(Unreadable);
        }
        if slices.add(len, |room| bytes.copy_to(room)).is_none() {
            return Ok(None);
        }
        until = each(at.min(until));
    }
}

/// Reads a part of a file for another worker; `None` where it must read that itself.
pub(super) async fn part(
    source: &Blob,
    options: &ReadOptions,
    range: Range<f64>,
) -> Result<Option<Part>, Unreadable> {
    let size = source.size();
    let head = bytes_of(slice(source, 0.0, Slices::HEAD.into())?)
        .await?
        .to_vec();
    let is_whole = f64::from(Slices::HEAD) >= size;
    let from = range.start - of_whole(Slices::BEFORE);
    let around = bytes_of(slice(source, from, Slices::AROUND.into())?)
        .await?
        .to_vec();
    let places = whole(range.start)..whole(range.end);
    let Some(mut slices) = Slices::part((&head, is_whole), options, places, &around) else {
        return Ok(None);
    };
    let begin = slices.wants();
    if go(&mut slices, source, range.end, &mut |_| range.end)
        .await?
        .is_none()
    {
        return Ok(None);
    }
    Ok(slices.finish_part(begin, range.end >= size))
}

/// The bytes of a file from some place on.
struct Coming {
    source: Blob,
    at: f64,
    /// Where the browser writes into memory that is there.
    stream: Option<Stream>,
    room: ArrayBuffer,
    /// Elsewhere each slice is asked for while the one before is read, and its memory is free when the
    /// browser clears up.
    slice: Option<Promise>,
}

impl Coming {
    #[inline(never)]
    fn new(source: &Blob, at: f64) -> Result<Self, Unreadable> {
        let rest = source.slice_with_f64_and_f64(at, source.size());
        Ok(Self {
            stream: Stream::new(&rest.or(Err(Unreadable))?),
            source: source.clone(),
            at,
            room: ArrayBuffer::new(STEP),
            slice: None,
        })
    }

    /// The next bytes: [`STEP`] of them, or the last.
    async fn next(&mut self) -> Result<Uint8Array, Unreadable> {
        let Some(stream) = &self.stream else {
            let coming = match self.slice.take() {
                Some(it) => it,
                None => slice(&self.source, self.at, STEP.into())?,
            };
            let bytes = bytes_of(coming).await?;
            self.at += f64::from(bytes.length());
            self.slice = Some(slice(&self.source, self.at, STEP.into())?);
            return Ok(bytes);
        };
        let mut len = 0;
        while len < STEP {
            let room = Uint8Array::new_with_byte_offset_and_length(&self.room, len, STEP - len);
            let came = stream.read(&room).ok_or(Unreadable)?;
            let came = JsFuture::from(came).await.or(Err(Unreadable))?;
            let value = Reflect::get(&came, &"value".into()).unwrap_or_default();
            let value: Uint8Array = value.dyn_into().or(Err(Unreadable))?;
            // The memory goes there and comes back.
            self.room = value.buffer();
            if value.length() == 0 {
                break;
            }
            len += value.length();
        }
        Ok(Uint8Array::new_with_byte_offset_and_length(
            &self.room, 0, len,
        ))
    }
}

/// A stream that writes into memory that is there.
struct Stream {
    reader: ReadableStreamByobReader,
    read: Function,
}

impl Stream {
    /// `None` where the browser has none.
    fn new(bytes: &Blob) -> Option<Self> {
        let stream = bytes.stream();
        let options = ReadableStreamGetReaderOptions::new();
        options.set_mode(ReadableStreamReaderMode::Byob);
        let reader = function(&stream, "getReader")?.call1(&stream, &options);
        let reader: ReadableStreamByobReader = reader.ok()?.dyn_into().ok()?;
        let read = function(&reader, "read")?;
        Some(Self { reader, read })
    }

    /// The next bytes: as many as there is room for, where the browser can wait for them itself, which takes a
    /// fifth less of the processors. An older one gives what it has.
    fn read(&self, room: &Uint8Array) -> Option<Promise> {
        let options = Object::new();
        Reflect::set(&options, &"min".into(), &room.length().into()).ok()?;
        let came = self.read.call2(&self.reader, room, &options);
        came.ok()?.dyn_into().ok()
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // What is not read any more need not come.
        let _ = self.reader.cancel();
    }
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// So many bytes of a file, on their way.
fn slice(source: &Blob, at: f64, len: f64) -> Result<Promise, Unreadable> {
    let end = (at + len).min(source.size());
    let part = source.slice_with_f64_and_f64(at, end);
    Ok(part.or(Err(Unreadable))?.array_buffer())
}

async fn bytes_of(slice: Promise) -> Result<Uint8Array, Unreadable> {
    let buffer = JsFuture::from(slice).await.or(Err(Unreadable))?;
    Ok(Uint8Array::new(&buffer))
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "JavaScript has sizes as floating point; they are whole and below 2^53"
)]
const fn whole(size: f64) -> u64 {
    size as u64
}

#[expect(clippy::as_conversions, reason = "sizes of files are below 2^53")]
const fn of_whole(size: u64) -> f64 {
    size as f64
}

#[expect(clippy::as_conversions, reason = "a handful of parts")]
pub(super) const fn float(it: usize) -> f64 {
    it as f64
}
