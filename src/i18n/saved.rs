//! The words for what is saved: files that cannot be opened, and moments.

use jiff_core::civil::DateTime;

use super::{Lang, format};
use crate::store::OpenError;
use crate::t;

/// Why a file cannot be opened, and what to do about it.
#[must_use]
pub fn open_error(lang: Lang, why: &OpenError) -> String {
    match why {
        OpenError::Unreadable | OpenError::WrongKind(_) => t!(lang, store_open_unreadable).into(),
        OpenError::Newer { app, .. } => t!(lang, store_open_newer, app = app),
        OpenError::Damaged => t!(lang, store_open_damaged).into(),
    }
}

/// A moment to the minute: `12 Mar 2026, 14:05`, `12.3.2026 klo 14.05`.
#[must_use]
pub fn moment(lang: Lang, at: DateTime) -> String {
    let day = format::date(lang, at.date());
    let (hour, minute) = (at.time().hour(), at.time().minute());
    match lang {
        Lang::En | Lang::Pl => format!("{day}, {hour}:{minute:02}"),
        Lang::Fi => format!("{day} klo\u{a0}{hour}.{minute:02}"),
    }
}
