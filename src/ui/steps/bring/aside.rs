//! The rows set aside: why, with their text and money, as a file, and one press to use them after all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files;
use crate::export::csv::{self, Cell};
use crate::i18n::{Lang, format, reading as words};
use crate::ingest::{AsideReason, IssueKind, Reading, SetAside};
use crate::t;
use crate::ui::state::{Toast, use_app, use_lang};

/// Rows of one reason that are listed one by one beside other reasons; more are counted.
const OF_A_REASON: usize = 20;
/// Rows that need no filter.
const FEW: usize = 5;

/// The list.
#[component]
pub(super) fn AsideList(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let n_aside = Memo::new(move |_| reading.read().account.rows_aside);
    let chosen = RwSignal::new(None::<AsideReason>);
    let reasons = Memo::new(move |_| {
        let reading = reading.read();
        let reasons: BTreeSet<AsideReason> = reading.set_aside.iter().map(|it| it.reason).collect();
        reasons.into_iter().collect::<Vec<_>>()
    });
    // A reason that the next reading has no row of shows all.
    let shown = Memo::new(move |_| chosen.get().filter(|it| reasons.read().contains(it)));
    let groups = move || {
        let reading = reading.read();
        let mut by_reason: BTreeMap<AsideReason, Vec<&SetAside>> = BTreeMap::new();
        for row in rows_of(&reading, shown.get()) {
            by_reason.entry(row.reason).or_default().push(row);
        }
        let most = shown.get().map_or(OF_A_REASON, |_| usize::MAX);
        by_reason
            .into_iter()
            .map(|(reason, rows)| group(&reading, reason, &rows, most))
            .collect_view()
    };
    let filter = move || {
        let choices = reasons.get().into_iter().enumerate().map(|(at, it)| {
            view! {
                <option value=at.to_string() prop:selected=move || shown.get() == Some(it)>
                    {words::aside_reason(lang, it)}
                </option>
            }
        });
        let choices = choices.collect_view();
        let pick = move |event| {
            let at: Option<usize> = event_target_value(&event).parse().ok();
            chosen.set(at.and_then(|it| reasons.read_untracked().get(it).copied()));
        };
        view! {
            <label class="aside__filter f13">
                <span>{t!(lang, bring_aside_show)}</span>
                <select class="select select--small" on:change=pick>
                    <option value="" prop:selected=move || shown.get().is_none()>
                        {t!(lang, bring_aside_all)}
                    </option>
                    {choices}
                </select>
            </label>
        }
    };
    let has_choice = move || reasons.read().len() > 1 && reading.read().set_aside.len() > FEW;
    let save = move |_| {
        let bytes = csv::bytes(
            lang,
            &table(lang, &reading.read_untracked(), shown.get_untracked()),
        );
        if !files::download(t!(lang, bring_aside_file), "text/csv", &bytes) {
            app.toast.set(Some(Toast {
                text: t!(lang, store_backup_failed).to_owned(),
                before: None,
            }));
        }
    };
    let not_listed = move || {
        let reading = reading.read();
        let listed = u32::try_from(reading.set_aside.len()).unwrap_or(u32::MAX);
        let more = reading.account.rows_aside.saturating_sub(listed);
        (more > 0).then(|| {
            view! { <p class="f13 muted mt-2">{t!(lang, bring_aside_not_listed, n = more)}</p> }
        })
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
                <Show when=has_choice>{filter}</Show>
                <ul class="aside">{groups}</ul>
                {not_listed}
                <p class="mt-2">
                    <button class="link f13" type="button" on:click=save>
                        {t!(lang, bring_aside_save)}
                    </button>
                </p>
            </details>
        </Show>
        {taken_back}
    }
    .into_any()
}

/// Rows set aside for one reason, or for all.
fn rows_of(reading: &Reading, reason: Option<AsideReason>) -> impl Iterator<Item = &SetAside> {
    let rows = reading.set_aside.iter();
    rows.filter(move |it| reason.is_none_or(|reason| it.reason == reason))
}

/// The rows as a table for the user's disk: line, reason, money, and the cells as the file has them.
fn table(lang: Lang, reading: &Reading, reason: Option<AsideReason>) -> Vec<Vec<Cell>> {
    let mut header = vec![
        Cell::text(t!(lang, bring_line)),
        Cell::text(t!(lang, bring_aside_reason)),
        Cell::text(t!(lang, bring_account_money)),
    ];
    let names = reading.columns.iter().enumerate();
    header.extend(names.map(|(at, it)| Cell::text(words::column_name(lang, &it.name, at))));
    let row = |it: &SetAside| {
        let mut cells = vec![
            Cell::Number(it.line.to_string()),
            Cell::text(words::aside_reason(lang, it.reason)),
            Cell::money(lang, it.money),
        ];
        cells.extend(it.cells.iter().map(Cell::text));
        cells
    };
    std::iter::once(header)
        .chain(rows_of(reading, reason).map(row))
        .collect()
}

/// Rows set aside for one reason, at most so many one by one.
fn group(reading: &Reading, reason: AsideReason, rows: &[&SetAside], most: usize) -> AnyView {
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
    // Money of another currency is never added.
    let is_foreign = reason == AsideReason::OtherCurrency;
    // The title of a single row names its line.
    let has_lines = rows.len() > 1;
    let items = rows.iter().take(most).map(|row| {
        let line = row.line;
        let cells: Vec<&str> = row.cells.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
        let text = cells.join(" · ");
        let money = (!row.money.is_zero()).then(|| format::money(lang, row.money, &currency));
        let agrees = reason == AsideReason::Total && !total_differs && row.money == reading.account.money_used;
        let take = move |_| app.intake.change(|options| options.take_back(line, true));
        view! {
            <li class="aside__row">
                <span class="aside__text">
                    {has_lines.then(|| view! { <span class="muted">{t!(lang, bring_aside_line, line = format::count(lang, line.into()))}</span> })}
                    <span class="raw" title=text.clone()>{text.clone()}</span>
                    {money.map(|it| view! { <span class="b nowrap">{it}</span> })}
                    {agrees.then(|| view! { <span class="aside__good b">{t!(lang, bring_aside_total_agrees)}</span> })}
                </span>
                {(!is_foreign).then(|| view! {
                    <button
                        class="btn btn--small"
                        type="button"
                        aria-label=t!(lang, bring_take_back_label, line = line)
                        on:click=take
                    >
                        {t!(lang, bring_take_back)}
                    </button>
                })}
            </li>
        }
    });
    let more = rows.len().saturating_sub(most);
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
