//! Undo and redo of every change of the model: whatever stays for a moment is a step.

use leptos::prelude::*;

use super::state::{App, use_app, use_lang};
use crate::browser::keys;
use crate::browser::timer::Timer;
use crate::t;

/// Milliseconds of quiet after which a change is a step: typing a word is one, not one for each letter.
const QUIET: i32 = 600;

/// Notes every change of the model from now on.
pub(crate) fn watch(app: App) {
    let quiet = StoredValue::new_local(None::<Timer>);
    Effect::new(move |_| {
        app.model.track();
        // A movement is noted when it is over.
        if app.is_moving.get_value() {
            return;
        }
        quiet.set_value(Timer::after(QUIET, move || app.note()));
    });
}

/// Takes changes back and does them again, by keys too.
#[component]
pub(crate) fn UndoRedo() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let can_undo = Memo::new(move |_| app.history.read().can_undo());
    let can_redo = Memo::new(move |_| app.history.read().can_redo());
    view! {
        <button
            class="btn btn--plain btn--icon"
            type="button"
            aria-label=t!(lang, common_undo)
            title=t!(lang, common_undo)
            disabled=move || !can_undo.get()
            on:click=move |_| app.undo()
        >
            <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M7 4 3 8l4 4M3 8h8.5a4.5 4.5 0 0 1 0 9H8"></path>
            </svg>
        </button>
        <button
            class="btn btn--plain btn--icon"
            type="button"
            aria-label=t!(lang, common_redo)
            title=t!(lang, common_redo)
            disabled=move || !can_redo.get()
            on:click=move |_| app.redo()
        >
            <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="m13 4 4 4-4 4M17 8H8.5a4.5 4.5 0 0 0 0 9H12"></path>
            </svg>
        </button>
    }
    .into_any()
}

/// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) outside fields, as long as the page is open.
pub(crate) fn listen(app: App) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if keys::is_undo(&event) {
            event.prevent_default();
            app.undo();
        } else if keys::is_redo(&event) {
            event.prevent_default();
            app.redo();
        }
    });
    on_cleanup(move || keys.remove());
}
