//! The clock of the device: the only source of dates in the page.

use jiff_core::civil::{Date, DateTime};
use wasm_bindgen::JsValue;

use crate::domain::day;

/// Now, as an ISO 8601 instant: `2026-11-22T03:40:12.345Z`.
#[must_use]
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Milliseconds of the clock, to tell how long something took.
#[must_use]
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// Today where the user is.
#[must_use]
pub fn today() -> Date {
    local(&js_sys::Date::new_0()).map_or(Date::MIN, |it| it.date())
}

/// Today in a file's name: `2026-11-22`.
#[must_use]
pub fn stamp() -> String {
    day::text(today())
}

/// An ISO 8601 instant on the clock where the user is; `None` if it is no instant.
#[must_use]
pub fn local_time(instant: &str) -> Option<DateTime> {
    local(&js_sys::Date::new(&JsValue::from_str(instant)))
}

fn local(date: &js_sys::Date) -> Option<DateTime> {
    if date.get_time().is_nan() {
        return None;
    }
    let part = |it: u32| i8::try_from(it).ok();
    DateTime::new(
        i16::try_from(date.get_full_year()).ok()?,
        part(date.get_month() + 1)?,
        part(date.get_date())?,
        part(date.get_hours())?,
        part(date.get_minutes())?,
        0,
        0,
    )
    .ok()
}
