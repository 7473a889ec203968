//! What the reader noticed and no one has to decide: each with its line and what to do about it.

use std::sync::Arc;

use leptos::prelude::*;

use super::table;
use crate::i18n::reading::{self as words, IssueText};
use crate::ingest::{Issue, IssueKind, Reading};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// Remarks of one kind that are listed; more are counted.
const OF_A_KIND: usize = 5;

/// Issues of the whole file: shown as notices where there is room.
fn is_important(kind: &IssueKind) -> bool {
    matches!(
        kind,
        IssueKind::MixedCurrencies { .. }
            | IssueKind::BadBytes { .. }
            | IssueKind::TotalDiffers { .. }
            | IssueKind::NamedAcross
            | IssueKind::NamedAbove { .. }
            | IssueKind::OtherUnit { .. }
            | IssueKind::TooManyColumns { .. }
            | IssueKind::UnclosedQuote
            | IssueKind::HiddenSheet { .. }
            | IssueKind::HiddenCells { .. }
            | IssueKind::FormulasWithoutValue { .. }
    )
}

fn in_words(app: App, reading: &Reading, issue: &Issue) -> IssueText {
    let lang = app.lang.get();
    words::issue(
        lang,
        issue,
        |at| table::column_name(lang, reading, at),
        &app.currency.read(),
    )
}

/// What matters to every figure.
pub(super) fn important(app: App, reading: &Reading) -> Vec<IssueText> {
    let lang = app.lang.get();
    let of_file = reading.issues.iter().filter(|it| is_important(&it.kind));
    let mut texts: Vec<IssueText> = of_file.map(|it| in_words(app, reading, it)).collect();
    if reading.fatal().is_none() && app.ranking.read().len() == 1 {
        texts.push(IssueText {
            title: t!(lang, bring_one_customer).to_owned(),
            remedy: t!(lang, bring_one_customer_do).to_owned(),
        });
    }
    texts
}

/// A remark as a notice.
pub(super) fn remark(text: IssueText) -> impl IntoView {
    view! {
        <div class="notice">
            <span class="notice__mark" aria-hidden="true">"i"</span>
            <div>
                <p>
                    <strong>{text.title}</strong>
                    " "
                    {text.remedy}
                </p>
            </div>
        </div>
    }
}

/// Everything else, listed by kind.
#[component]
pub(super) fn Remarks(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let list = move || {
        let reading = reading.read();
        let listed =
            |it: &&Issue| !it.kind.is_fatal() && !it.kind.is_doubt() && !is_important(&it.kind);
        let mut kinds: Vec<Vec<&Issue>> = Vec::new();
        for issue in reading.issues.iter().filter(listed) {
            let same = |it: &&mut Vec<&Issue>| {
                it.first().is_some_and(|one| {
                    std::mem::discriminant(&one.kind) == std::mem::discriminant(&issue.kind)
                })
            };
            match kinds.iter_mut().find(same) {
                Some(kind) => kind.push(issue),
                None => kinds.push(vec![issue]),
            }
        }
        if kinds.is_empty() {
            return None;
        }
        let items = kinds.into_iter().map(|kind| {
            let texts: Vec<IssueText> =
                kind.iter().take(OF_A_KIND).map(|it| in_words(app, &reading, it)).collect();
            let remedy = texts.first().map(|it| it.remedy.clone());
            let more = kind.len().saturating_sub(OF_A_KIND);
            view! {
                <li class="row">
                    <div>
                        {texts.into_iter().map(|it| view! { <p>{it.title}</p> }).collect_view()}
                        {(more > 0).then(|| view! { <p class="muted">{t!(lang, bring_remarks_more, n = more)}</p> })}
                        <p class="muted f13">{remedy}</p>
                    </div>
                </li>
            }
        });
        Some(view! {
            <h2 class="mt-6">{t!(lang, bring_remarks)}</h2>
            <ul class="list mt-3 remarks">{items.collect_view()}</ul>
        })
    };
    view! { {list} }.into_any()
}
