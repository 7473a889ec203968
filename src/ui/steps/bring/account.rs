//! Rows and money that add up: nothing was dropped in silence.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::i18n::format;
use crate::ingest::Reading;
use crate::t;
use crate::ui::state::{use_app, use_lang};

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
        let currency = app.currency.get();
        let ranking = app.ranking.read();
        let customers = app
            .loaded
            .read()
            .as_ref()
            .map_or(0, |it| it.base.customers.len());
        let used = usize::try_from(account.rows_used).unwrap_or(usize::MAX);
        let apart = ranking.apart().len();
        let merged = used.saturating_sub(customers);
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
                {row(t!(lang, bring_account_read), rows(account.rows_read), Some(account.money_read))}
                {row(t!(lang, bring_account_aside), rows(account.rows_aside), Some(account.money_aside))}
                {row(t!(lang, bring_account_used), rows(account.rows_used), Some(account.money_used))}
                {(merged > 0).then(|| row(t!(lang, bring_account_merged), size(merged), None))}
                {(apart > 0).then(|| row(t!(lang, bring_account_apart), size(apart), Some(ranking.apart_total())))}
            </tbody>
            <tfoot>{row(t!(lang, bring_account_customers), size(ranking.len()), Some(ranking.total()))}</tfoot>
        }
    };
    view! {
        <h2 id="account-title">{t!(lang, bring_account)}</h2>
        <div class="scroll-x mt-3">
            <table class="table table--open account">
                <caption class="vh">{t!(lang, bring_account_caption)}</caption>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col" class="num">{t!(lang, bring_account_rows)}</th>
                        <th scope="col" class="num">{t!(lang, bring_account_money)}</th>
                    </tr>
                </thead>
                {body}
            </table>
        </div>
    }
    .into_any()
}
