//! The next good customer as text to copy.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Known;
use crate::browser::clipboard;
use crate::domain::profiles::Ideal;
use crate::export::ideal;
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// The text, the tiers it rests on, and the button that copies it.
#[component]
pub(super) fn IdealText(known: Known) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let best = RwSignal::new(1_usize);
    let said = RwSignal::new("");
    let node = NodeRef::<html::Textarea>::new();
    let text = Memo::new(move |_| {
        let (traits, tiers) = (known.traits.read(), known.tiers.read());
        Arc::new(ideal::text(lang, &Ideal::of(&traits, &tiers, best.get())))
    });
    let choose = move |event: leptos::ev::Event| {
        best.set(event_target_value(&event).parse().unwrap_or(1));
        said.set("");
    };
    // All tiers together are everybody, of whom nothing is typical.
    let options = move || {
        let option = |n: usize| {
            let (first, last) = (app.tier_name(0), app.tier_name(n - 1));
            let name = if n == 1 {
                first
            } else {
                t!(lang, profiles_ideal_up_to, first = first, last = last)
            };
            view! {
                <option value=n.to_string() prop:selected=move || best.get() == n>{name}</option>
            }
        };
        let tiers = app.shape.read().tiers();
        (1..tiers.max(2)).map(option).collect_view()
    };
    let copy = move |_| {
        let Some(text) = text.get_untracked().as_ref().clone() else {
            return;
        };
        spawn_local(async move {
            let is_copied = clipboard::copy(&text).await;
            if is_copied {
                said.set(t!(lang, profiles_copied));
            } else if let Some(field) = node.get_untracked() {
                field.select();
                said.set(t!(lang, profiles_not_copied));
            }
        });
    };
    let body = move || {
        let Some(shown) = text.get().as_ref().clone() else {
            return view! { <p class="f14 muted mt-3">{t!(lang, profiles_ideal_add)}</p> }
                .into_any();
        };
        view! {
            <textarea
                class="textarea profiles__text mt-3"
                node_ref=node
                readonly
                aria-label=t!(lang, profiles_ideal_label)
                prop:value=shown
            ></textarea>
            <div class="row mt-3">
                <button class="btn" type="button" id="copy-ideal" on:click=copy>
                    {t!(lang, profiles_copy)}
                </button>
                <span class="f13" role="status">{move || said.get()}</span>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="c4" aria-labelledby="ideal">
            <h2 id="ideal">{t!(lang, profiles_ideal_title)}</h2>
            <p class="f13 muted mt-2">{t!(lang, profiles_ideal_why)}</p>
            <div class="row mt-3">
                <label class="label" for="ideal-tiers">{t!(lang, profiles_ideal_rests_on)}</label>
                <select class="select select--small profiles__tiers" id="ideal-tiers" on:change=choose>
                    {options}
                </select>
            </div>
            {body}
        </section>
    }
    .into_any()
}
