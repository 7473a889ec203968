//! The limits as numbers to type: the equal way beside dragging.

use leptos::html;
use leptos::prelude::*;

use super::sort_edit::LimitEdit;
use super::sort_names::NamesDialog;
use crate::i18n::{Lang, explain, typed};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// A field for each limit, and the way to names and number.
#[component]
pub(crate) fn Limits(
    /// Moves limits.
    edit: LimitEdit,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let is_open = RwSignal::new(false);
    let tiers = Memo::new(move |_| app.plan.read().tiers());
    let rows = move || {
        let last = tiers.get().saturating_sub(1);
        let fields = (0..last)
            .map(|at| view! { <LimitField at edit/> })
            .collect_view();
        view! {
            {fields}
            <div class="row row--between limit-row">
                <TierBadge tier=last name=Signal::derive(move || app.tier_name(last))/>
                <span class="muted f13">{t!(lang, sort_everyone_else)}</span>
            </div>
        }
    };
    view! {
        <section aria-labelledby="limits">
            <h2 id="limits">{t!(lang, sort_limits)}</h2>
            <div class="stack limits mt-3">{rows}</div>
            <div class="row mt-3">
                <button
                    class="btn btn--small"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| is_open.set(true)
                >
                    {t!(lang, sort_names_button)}
                </button>
            </div>
            <NamesDialog open=is_open/>
        </section>
    }
    .into_any()
}

/// One limit as a number.
#[component]
fn LimitField(
    /// The limit: the tier it ends, from 0.
    at: usize,
    /// Moves it.
    edit: LimitEdit,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let node = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let cut = Memo::new(move |_| {
        app.plan
            .read()
            .cuts()
            .as_slice()
            .get(at)
            .copied()
            .unwrap_or(0)
    });
    // What is typed but not a limit is taken back, so the field always shows what holds.
    let typed = move |event: leptos::ev::Event| {
        // A field that is left by the browser's own way back changes when it is gone.
        if cut.try_get_untracked().is_none() {
            return;
        }
        let text = event_target_value(&event);
        match limit_from(app, lang, at, &text) {
            Ok(wanted) => {
                problem.set(None);
                edit.set(at, wanted);
            }
            Err(why) => problem.set(Some(why)),
        }
        if let Some(field) = node.get_untracked() {
            field.set_value(&field_text(lang, cut.get_untracked()));
        }
    };
    let id = format!("limit-{at}");
    let error_id = format!("limit-{at}-problem");
    let described = error_id.clone();
    view! {
        <div>
            <div class="row row--between limit-row">
                <label for=id.clone()>
                    <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/>
                </label>
                <span class="unit">
                    <span class="muted f13">{t!(lang, sort_up_to)}</span>
                    <input
                        class="input input--num"
                        id=id
                        node_ref=node
                        inputmode="decimal"
                        aria-label=move || t!(lang, sort_limit_name, tier = app.tier_name(at))
                        autocomplete="off"
                        prop:value=move || field_text(lang, cut.get())
                        aria-describedby=move || problem.read().is_some().then(|| described.clone())
                        on:change=typed
                    />
                    <span class="muted">"%"</span>
                </span>
            </div>
            <p class="field__error" role="alert" id=error_id>{move || problem.get()}</p>
        </div>
    }
}

/// A limit as it stands in its field.
fn field_text(lang: Lang, basis_points: u16) -> String {
    let text = explain::limit(lang, basis_points);
    text.trim_end_matches('%').trim_end().to_owned()
}

/// The limit that was typed, or why it is none.
fn limit_from(app: App, lang: Lang, at: usize, text: &str) -> Result<u16, String> {
    let plan = app.plan.read_untracked();
    let cuts = plan.cuts().as_slice();
    let cut = |at: usize| cuts.get(at).copied();
    let now = explain::limit(lang, cut(at).unwrap_or_default());
    let Some(wanted) = typed::basis_points(text) else {
        return Err(t!(
            lang,
            sort_not_a_percent,
            text = text.trim(),
            limit = now
        ));
    };
    let low = at.checked_sub(1).and_then(cut).map_or(1, |it| it + 1);
    let high = cut(at + 1).map_or(9_999, |it| it - 1);
    if (low..=high).contains(&wanted) {
        return Ok(wanted);
    }
    Err(t!(
        lang,
        sort_out_of_range,
        tier = untrack(|| app.tier_name(at)),
        low = explain::limit(lang, low),
        high = explain::limit(lang, high),
        limit = now,
    ))
}
