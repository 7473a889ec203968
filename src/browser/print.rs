//! Printing: the browser's own dialog makes paper or a PDF of the page.

/// Opens the browser's print dialog; `false` where there is none.
#[must_use]
pub fn print() -> bool {
    web_sys::window().is_some_and(|it| it.print().is_ok())
}
