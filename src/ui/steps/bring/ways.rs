//! The ways in: the paste box, the file button and the samples, wherever the step needs them.

use leptos::prelude::*;

use crate::browser::files;
use crate::t;
use crate::ui::intake::What;
use crate::ui::state::{use_app, use_lang};

/// The paste box with the file button, and the samples.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let intake = app.intake;
    let read = move |text: String| {
        intake.bring(What::Text(text.into()), t!(lang, bring_pasted).to_owned())
    };
    let has_text = move || !intake.text.read().trim().is_empty();
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        // Rows pasted into an empty box are read at once; anything else is the box's own affair.
        let rows = files::pasted(&event).filter(|it| it.trim().contains('\n'));
        if let Some(text) = rows
            && !has_text()
        {
            event.prevent_default();
            intake.text.set(text.clone());
            read(text);
        }
    };
    view! {
        <div class="cols">
            <div class="c7">
                <div class="drop">
                    <label class="vh" for="bring-paste">{t!(lang, bring_box_label)}</label>
                    <textarea
                        id="bring-paste"
                        spellcheck="false"
                        autocomplete="off"
                        placeholder=t!(lang, bring_box_hint)
                        prop:value=move || intake.text.get()
                        on:input=move |event| intake.text.set(event_target_value(&event))
                        on:paste=on_paste
                    ></textarea>
                    <div class="drop__foot">
                        <FileButton id="bring-file" is_main=true label=t!(lang, bring_choose)/>
                        <Show when=has_text>
                            <button class="btn" type="button" on:click=move |_| read(intake.text.get_untracked())>
                                {t!(lang, bring_box_read)}
                            </button>
                        </Show>
                        <span>{t!(lang, bring_ways_hint)}</span>
                    </div>
                </div>
            </div>
            <Samples/>
        </div>
    }
    .into_any()
}

/// A file input that looks like a button and works like one from the keyboard.
#[component]
fn FileButton(
    /// The id of the input: unique on the page.
    id: &'static str,
    /// The main way on.
    is_main: bool,
    /// Its name.
    label: &'static str,
) -> impl IntoView {
    let app = use_app();
    let choose = move |event: leptos::ev::Event| {
        if let Some(picked) = files::chosen(&event) {
            let name = picked.name();
            app.intake.bring(What::File(picked), name);
        }
    };
    view! {
        <span class="pick">
            <input class="pick__input" type="file" id=id on:change=choose/>
            <label class="btn" class:btn--go=is_main for=id>{label}</label>
        </span>
    }
    .into_any()
}

/// The samples, as buttons.
#[component]
fn Samples() -> impl IntoView {
    ().into_any()
}

/// Another file in place of this one.
#[component]
pub(super) fn AnotherFile() -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="bring__another">
            <h3>{t!(lang, bring_another)}</h3>
            <p class="f13 muted">{t!(lang, bring_another_hint)}</p>
            <FileButton id="bring-other" is_main=false label=t!(lang, bring_choose_other)/>
        </div>
    }
    .into_any()
}
