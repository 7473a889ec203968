//! What this file has to do with an earlier one: choices taken over, and a way back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::{Lang, reading as words};
use crate::ingest::{Column, Reading, Role, changed_columns};
use crate::t;
use crate::ui::intake::{FromBefore, Given};
use crate::ui::state::{use_app, use_lang};

/// Columns named one by one; more are counted.
const NAMED: usize = 8;

/// The sentences, where there is anything to say.
#[component]
pub(super) fn Again(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let intake = app.intake;
    let taken_over = Memo::new(move |_| {
        let (trial, given) = (intake.trial.read(), intake.given.read());
        let given = trial.as_ref().map(|it| &it.given).or(given.as_ref());
        given.and_then(Given::taken_over)
    });
    let as_before = move || {
        let text = match taken_over.get()? {
            FromBefore::SameColumns => t!(lang, again_same_columns),
            FromBefore::ReplacedFile => t!(lang, again_some_columns),
        };
        Some(view! {
            <p class="again__line">
                <span>{text}</span>
                <button class="link" type="button" on:click=move |_| intake.read_afresh()>
                    {t!(lang, again_afresh)}
                </button>
            </p>
        })
    };
    let replaced = move || {
        // A file that was not read replaces nothing.
        let replaced = intake
            .replaced
            .get()
            .filter(|_| intake.trial.read().is_none())?;
        let name = replaced.loaded.source.clone();
        let before = replaced.loaded.reading.as_ref();
        let change = before.map(|it| changes(lang, &it.columns, &reading.read().columns));
        Some(view! {
            <p class="again__line">
                <span>
                    {t!(lang, again_replaced, name = &name)}
                    " "
                    {change}
                </span>
                <button class="link" type="button" on:click=move |_| intake.go_back()>
                    {t!(lang, bring_back_to, name = name)}
                </button>
            </p>
        })
    };
    view! { <div class="again">{as_before} {replaced}</div> }.into_any()
}

/// Which columns are new and which are gone, in a sentence.
fn changes(lang: Lang, before: &[Column], now: &[Column]) -> String {
    let [gone, new] = changed_columns(before, now);
    if gone.is_empty() && new.is_empty() {
        return t!(lang, again_no_change).to_owned();
    }
    let mut said = Vec::new();
    if !new.is_empty() {
        said.push(t!(lang, again_new, n = new.len(), list = named(lang, &new)));
    }
    if !gone.is_empty() {
        said.push(t!(
            lang,
            again_gone,
            n = gone.len(),
            list = named(lang, &gone)
        ));
    }
    said.join(" ")
}

/// Columns with what they mean, where that is something to the figures.
fn named(lang: Lang, columns: &[&Column]) -> String {
    let name = |it: &&Column| match it.role.is {
        Role::Other | Role::Unused => it.name.clone(),
        role => format!("{} ({})", it.name, words::role(lang, role)),
    };
    let mut names: Vec<String> = columns.iter().take(NAMED).map(name).collect();
    let more = columns.len().saturating_sub(NAMED);
    if more > 0 {
        names.push(t!(lang, again_more, n = more));
    }
    names.join(", ")
}
