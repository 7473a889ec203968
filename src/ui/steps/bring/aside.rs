//! The rows set aside: why, with their text and money, and one press to use them after all.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::{format, reading as words};
use crate::ingest::{AsideReason, IssueKind, Reading, SetAside};
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// Rows of one reason that are listed one by one; more are counted.
const OF_A_REASON: usize = 20;

/// The list.
#[component]
pub(super) fn AsideList(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let n_aside = Memo::new(move |_| reading.read().account.rows_aside);
    let groups = move || {
        let reading = reading.read();
        let mut by_reason: BTreeMap<AsideReason, Vec<&SetAside>> = BTreeMap::new();
        for row in &reading.set_aside {
            by_reason.entry(row.reason).or_default().push(row);
        }
        by_reason
            .into_iter()
            .map(|(reason, rows)| group(&reading, reason, &rows))
            .collect_view()
    };
    let taken_back = move || {
        let lines = app.intake.options().taken_back;
        (!lines.is_empty()).then(|| {
            let items = lines.into_iter().map(|line| {
                let give = move |_| app.intake.change(|options| options.take_back(line, false));
                view! {
                    <li class="aside__row">
                        <span>{t!(lang, bring_aside_lines, n = 1_u32, lines = format::count(lang, line.into()))}</span>
                        <button
                            class="btn btn--small"
                            type="button"
                            aria-label=t!(lang, bring_put_aside_label, line = line)
                            on:click=give
                        >
                            {t!(lang, bring_put_aside)}
                        </button>
                    </li>
                }
            });
            view! {
                <h3 class="mt-4">{t!(lang, bring_taken_back)}</h3>
                <ul class="aside">{items.collect_view()}</ul>
            }
        })
    };
    view! {
        <Show when=move || n_aside.get().gt(&0)>
            <details class="disc mt-4" open=true>
                <summary>{move || t!(lang, bring_aside, n = n_aside.get())}</summary>
                <ul class="aside">{groups}</ul>
            </details>
        </Show>
        {taken_back}
    }
    .into_any()
}

/// Rows set aside for one reason.
fn group(reading: &Reading, reason: AsideReason, rows: &[&SetAside]) -> AnyView {
    let app = use_app();
    let lang = use_lang();
    let lines: Vec<u32> = rows.iter().map(|it| it.line).collect();
    let title = format!(
        "{}: {}",
        t!(
            lang,
            bring_aside_lines,
            n = lines.len(),
            lines = words::line_ranges(lang, &lines)
        ),
        words::aside_reason(lang, reason),
    );
    // A blank row holds nothing to use.
    if reason == AsideReason::Blank {
        return view! { <li>{title}</li> }.into_any();
    }
    let currency = app.currency.get();
    let total_differs = reading
        .issues
        .iter()
        .any(|it| matches!(it.kind, IssueKind::TotalDiffers { .. }));
    let items = rows.iter().take(OF_A_REASON).map(|row| {
        let line = row.line;
        let cells: Vec<&str> = row.cells.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
        let text = cells.join(" · ");
        let money = (!row.money.is_zero()).then(|| format::money(lang, row.money, &currency));
        let agrees = reason == AsideReason::Total && !total_differs && row.money == reading.account.money_used;
        let take = move |_| app.intake.change(|options| options.take_back(line, true));
        view! {
            <li class="aside__row">
                <span class="aside__text">
                    <span class="raw" title=text.clone()>{text.clone()}</span>
                    {money.map(|it| view! { <span class="b nowrap">{it}</span> })}
                    {agrees.then(|| view! { <span class="aside__good b">{t!(lang, bring_aside_total_agrees)}</span> })}
                </span>
                <button
                    class="btn btn--small"
                    type="button"
                    aria-label=t!(lang, bring_take_back_label, line = line)
                    on:click=take
                >
                    {t!(lang, bring_take_back)}
                </button>
            </li>
        }
    });
    let more = rows.len().saturating_sub(OF_A_REASON);
    let list = view! {
        <ul class="aside__rows">
            {items.collect_view()}
            {(more > 0).then(|| view! { <li class="muted">{t!(lang, bring_aside_more, n = more)}</li> })}
        </ul>
    };
    // Rows that are hardly data wait behind their title.
    if matches!(reason, AsideReason::Preamble | AsideReason::RepeatedHeader) {
        view! {
            <li>
                <details class="aside__more">
                    <summary>{title}</summary>
                    {list}
                </details>
            </li>
        }
        .into_any()
    } else {
        view! { <li><p>{title}</p>{list}</li> }.into_any()
    }
}
