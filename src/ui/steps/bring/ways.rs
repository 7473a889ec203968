//! The ways in: the paste box, the file button and the samples, wherever the step needs them.

use leptos::prelude::*;

use crate::browser::files;
use crate::i18n::reading as words;
use crate::samples::Sample;
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// The paste box with the file button, and the samples.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let intake = app.intake;
    let read = move |text: &str| intake.bring_text(lang, text);
    let has_text = move || !intake.text.read().trim().is_empty();
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        // Rows pasted into an empty box are read at once; anything else is the box's own affair.
        let rows = files::pasted(&event).filter(|it| it.trim().contains('\n'));
        if let Some(text) = rows
            && !has_text()
        {
            event.prevent_default();
            read(&text);
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
                            <button class="btn" type="button" on:click=move |_| read(&intake.text.get_untracked())>
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
            app.intake.bring_file(&picked);
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
    let app = use_app();
    let lang = use_lang();
    let items = Sample::ALL.map(|it| {
        view! {
            <li>
                <button class="link b" type="button" on:click=move |_| app.intake.bring_sample(lang, it)>
                    {words::sample(lang, it)}
                </button>
                <br/>
                <span class="muted">{words::sample_about(lang, it)}</span>
            </li>
        }
    });
    view! {
        <section class="c5" aria-labelledby="bring-samples">
            <h2 id="bring-samples">{t!(lang, bring_samples)}</h2>
            <ul class="list mt-3">{items}</ul>
        </section>
    }
    .into_any()
}

/// Another file in place of this one.
#[component]
pub(super) fn AnotherFile() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let sample = app.intake.sample;
    let save = move |_| {
        if let Some(file) = sample.get_untracked()
            && !files::download(&file.name, "text/csv", &file.bytes)
        {
            sample.set(None);
        }
    };
    view! {
        <Show when=move || sample.read().is_some()>
            <p class="mt-4">
                <button class="link f13" type="button" on:click=save>
                    {t!(lang, bring_sample_file)}
                </button>
            </p>
        </Show>
        <div class="bring__another">
            <h3>{t!(lang, bring_another)}</h3>
            <p class="f13 muted">{t!(lang, bring_another_hint)}</p>
            <FileButton id="bring-other" is_main=false label=t!(lang, bring_choose_other)/>
        </div>
    }
    .into_any()
}
