//! Names look wrong: the user's own words under each encoding, to choose from without knowing any.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::reading as words;
use crate::ingest::{Encoding, Reading, tasted};
use crate::t;
use crate::ui::state::{use_app, use_lang};
use crate::ui::widgets::Dialog;

/// Bytes of the file's beginning that are looked at.
const HEAD: u32 = 256 << 10;

/// An encoding, and words read in it.
type Taste = (Encoding, Vec<String>);

/// The question, where a file has an encoding.
#[component]
pub(super) fn Letters(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let tastes = RwSignal::new(None::<Vec<Taste>>);
    let is_open = Signal::derive(move || tastes.read().is_some());
    let ask = move |_| {
        let Some(source) = app.intake.source() else {
            return;
        };
        spawn_local(async move {
            let head = source.head(HEAD).await;
            // Gone when the user went on meanwhile.
            let _ = tastes.try_set(Some(tasted(&head)));
        });
    };
    let has_encoding = Memo::new(move |_| {
        let _follow = reading.read();
        reading.read().book.is_none() && app.intake.source().is_some()
    });
    view! {
        <Show when=move || has_encoding.get()>
            <button class="link f13" type="button" aria-haspopup="dialog" on:click=ask>
                {t!(lang, bring_letters_ask)}
            </button>
        </Show>
        <Dialog open=is_open on_close=move |()| tastes.set(None) labelledby="letters-title">
            <h2 id="letters-title">{t!(lang, bring_letters_title)}</h2>
            {move || tastes.get().map(|it| choices(it, reading, tastes))}
        </Dialog>
    }
    .into_any()
}

/// One line for all encodings that read the words alike: the one in use, or the most usual.
fn distinct(tastes: Vec<Taste>, now: Encoding) -> Vec<Taste> {
    let mut lines: Vec<Taste> = Vec::new();
    for (encoding, words) in tastes {
        match lines.iter_mut().find(|it| it.1 == words) {
            Some(line) if encoding == now => line.0 = now,
            Some(_) => {}
            None => lines.push((encoding, words)),
        }
    }
    lines
}

fn choices(
    found: Vec<Taste>,
    reading: Signal<Arc<Reading>>,
    tastes: RwSignal<Option<Vec<Taste>>>,
) -> AnyView {
    let app = use_app();
    let lang = use_lang();
    let now = reading.read_untracked().encoding.is;
    let lines = distinct(found, now);
    let close = move |_| tastes.set(None);
    let is_plain = lines.is_empty();
    let rows = lines.into_iter().map(|(encoding, found)| {
        let pick = move |_| {
            tastes.set(None);
            if encoding != now {
                app.intake
                    .change(|options| options.encoding = Some(encoding));
            }
        };
        let mark = (encoding == now).then(|| format!(" · {}", t!(lang, bring_letters_now)));
        view! {
            <li>
                <button class="letters__line" type="button" on:click=pick>
                    <span class="b">{found.join(" · ")}</span>
                    <span class="muted f13">{words::encoding(encoding)} {mark}</span>
                </button>
            </li>
        }
    });
    view! {
        <p class="mt-3">
            {if is_plain { t!(lang, bring_letters_same) } else { t!(lang, bring_letters_lede) }}
        </p>
        <ul class="list mt-3">{rows.collect_view()}</ul>
        <p class="mt-4">
            <button class="btn" type="button" on:click=close>{t!(lang, common_close)}</button>
        </p>
    }
    .into_any()
}
