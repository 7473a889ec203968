//! Rows and money that add up: nothing was dropped in silence.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::i18n::format;
use crate::ingest::{AsideReason, Reading};
use crate::t;
use crate::ui::loaded::Loaded;
use crate::ui::state::{use_app, use_lang};

/// Totals rows that were set aside, and their money.
fn totals(reading: &Reading) -> (usize, Money) {
    let rows = reading.set_aside.iter();
    let totals: Vec<Money> = rows
        .filter(|it| it.reason == AsideReason::Total)
        .map(|it| it.money)
        .collect();
    (totals.len(), totals.iter().sum())
}

/// From rows in the file to customers.
#[component]
pub(super) fn AccountTable(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let body = move || {
        let account = reading.read().account;
        // A totals row says again what other rows say: counted, the money would stand there twice.
        let (_, totals) = totals(&reading.read());
        let currency = app.currency.get();
        let ranking = app.ranking.read();
        let number = |it: Option<&Loaded>| it.map_or(0, |it| it.base.customers.len());
        let brought = number(app.brought.read().as_ref());
        let joined = brought.saturating_sub(number(app.loaded.read().as_ref()));
        let used = usize::try_from(account.rows_used).unwrap_or(usize::MAX);
        let apart = ranking.apart().len();
        let merged = used.saturating_sub(brought);
        let row = |label: &'static str, n: String, money: Option<Money>| {
            let money = money.map(|it| format::money(lang, it, &currency));
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td class="num">{n}</td>
                    <td class="num">{money}</td>
                </tr>
            }
        };
        let rows = |n: u32| format::count(lang, n.into());
        let size = |n: usize| format::size(lang, n);
        view! {
            <tbody>
                {row(t!(lang, bring_account_read), rows(account.rows_read), Some(account.money_read - totals))}
                {row(t!(lang, bring_account_aside), rows(account.rows_aside), Some(account.money_aside - totals))}
                {row(t!(lang, bring_account_used), rows(account.rows_used), Some(account.money_used))}
                {(merged > 0).then(|| row(t!(lang, bring_account_merged), size(merged), None))}
                {(joined > 0).then(|| row(t!(lang, alike_account), size(joined), None))}
                {(apart > 0).then(|| row(t!(lang, bring_account_apart), size(apart), Some(ranking.apart_total())))}
            </tbody>
            <tfoot>{row(t!(lang, bring_account_customers), size(ranking.len()), Some(ranking.total()))}</tfoot>
        }
    };
    let n_totals = Memo::new(move |_| totals(&reading.read()).0);
    view! {
        <h2>{t!(lang, bring_account)}</h2>
        <div class="scroll-x mt-3">
            <table class="table table--open account">
                <caption class="vh">{t!(lang, bring_account_caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="vh">{t!(lang, bring_account_step)}</span></th>
                        <th scope="col" class="num">{t!(lang, bring_account_rows)}</th>
                        <th scope="col" class="num">{t!(lang, bring_account_money)}</th>
                    </tr>
                </thead>
                {body}
            </table>
        </div>
        <Show when=move || n_totals.get().gt(&0)>
            <p class="f13 muted mt-2">{move || t!(lang, bring_account_totals, n = n_totals.get())}</p>
        </Show>
    }
    .into_any()
}
