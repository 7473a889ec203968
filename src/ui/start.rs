//! Joins the static start page, and the whole document, to bringing a file in.

use leptos::prelude::*;

use super::state::App;
use crate::browser::{files, start_page};
use crate::samples::Sample;

/// Joins paste, choose, drop and samples: called once. What was pasted or chosen before the app was
/// there is taken now.
pub fn attach(app: App) {
    let intake = app.intake;
    let text = move |text: String| intake.bring_text(app.lang.get_untracked(), &text);
    start_page::on_file(move |picked| intake.bring_file(&picked));
    start_page::on_text(text);
    start_page::on_sample(move |slug| {
        if let Some(sample) = Sample::from_slug(&slug) {
            intake.bring_sample(app.lang.get_untracked(), sample);
        }
    });
    files::on_drop(start_page::mark_over, move |dropped| match dropped {
        files::Dropped::File(picked) => intake.bring_file(&picked),
        files::Dropped::Text(rows) => text(rows),
    });
    // Rows pasted outside any field; a word or two is no table.
    files::on_paste(move |rows| {
        if rows.trim().contains('\n') {
            text(rows);
        }
    });
}
