//! A file of the user's, read slice by slice while it comes: it is never in memory as a whole.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::ingest::{End, ReadOptions, Reading, Slices};

/// Bytes taken at once: large enough to be fast, small enough that progress is seen.
const SLICE: u32 = 4 << 20;

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
) -> Result<Option<Reading>, Unreadable> {
    let size = source.size();
    let head = bytes_of(slice(source, 0.0, Slices::HEAD)?).await?.to_vec();
    let Some(mut slices) = Slices::new(&head, f64::from(Slices::HEAD) >= size, options) else {
        return Ok(None);
    };
    let mut told = 0.0_f64;
    loop {
        let mut at = 0.0;
        let mut next = slice(source, at, SLICE)?;
        while at < size {
            let bytes = bytes_of(next).await?;
            let len = usize::try_from(bytes.length()).unwrap_or_default();
            if len == 0 {
                return Err(Unreadable);
            }
            at += f64::from(bytes.length());
            // The next slice comes while this one is read.
            next = slice(source, at, SLICE)?;
            if slices.add(len, |room| bytes.copy_to(room)).is_none() {
                return Ok(None);
            }
            told = told.max(at / size);
            progress(told);
        }
        match slices.end() {
            End::Read(reading) => return Ok(Some(*reading)),
            End::Again(again) => slices = *again,
            End::Whole => return Ok(None),
        }
    }
}

/// So many bytes of a file, on their way.
fn slice(source: &Blob, at: f64, len: u32) -> Result<Promise, Unreadable> {
    let end = (at + f64::from(len)).min(source.size());
    let part = source.slice_with_f64_and_f64(at, end);
    Ok(part.or(Err(Unreadable))?.array_buffer())
}

async fn bytes_of(slice: Promise) -> Result<Uint8Array, Unreadable> {
    let buffer = JsFuture::from(slice).await.or(Err(Unreadable))?;
    Ok(Uint8Array::new(&buffer))
}
