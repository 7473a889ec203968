//! Does it pay: margin, cost of care and what is left, tier by tier.

use leptos::prelude::*;

use crate::domain::care::business_case::{self, TierCase, TierMargin};
use crate::domain::money::Money;
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{TierBadge, WholeField};

/// The margin of every tier.
pub(crate) fn margins(app: App) -> Vec<TierMargin> {
    let loaded = app.loaded.read();
    let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
    business_case::margins(
        customers.unwrap_or_default(),
        &app.ranking.read(),
        &app.sorting.read(),
        app.model.read().margin_percent,
    )
}

/// The case of every tier.
pub(crate) fn cases(app: App, margins: &[TierMargin]) -> Vec<TierCase> {
    let people = app.people.read();
    let sorting = app.sorting.read();
    app.care
        .read()
        .iter()
        .zip(sorting.tiers())
        .enumerate()
        .map(|(at, (model, tier))| {
            let margin = margins.get(at).and_then(|it| it.margin);
            TierCase::of(model, &people, tier.customers, tier.value, margin)
        })
        .collect()
}

/// The table, with the question it needs answered first.
#[component]
pub(super) fn Pay() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let margins = Memo::new(move |_| margins(app));
    let unknown = Memo::new(move |_| {
        let sum: usize = margins.read().iter().map(|it| it.unknown).sum();
        sum
    });
    let percent = Signal::derive(move || app.model.read().margin_percent);
    let set = Callback::new(move |it: u32| {
        app.model.update(|model| model.margin_percent = Some(it));
    });
    let has_margin = Memo::new(move |_| {
        app.loaded
            .read()
            .as_ref()
            .is_some_and(|it| it.base.has_margin())
    });
    let why = move || {
        if !has_margin.get() {
            t!(lang, care_pay_percent_why).to_owned()
        } else if percent.get().is_some() {
            t!(lang, care_pay_percent_some, n = unknown.get())
        } else {
            t!(lang, care_pay_percent_missing, n = unknown.get())
        }
    };
    view! {
        <section class="c7" aria-labelledby="pay">
            <h2 id="pay">{t!(lang, care_pay_h)}</h2>
            {move || {
                (unknown.get() > 0)
                    .then(|| {
                        view! {
                            <div class="pay__percent mt-3">
                                <WholeField
                                    id="margin-percent"
                                    label=t!(lang, care_pay_percent)
                                    value=percent
                                    range=(0, 100)
                                    set
                                />
                                <p class="hint">{why}</p>
                            </div>
                        }
                    })
            }}
            {move || table(lang, app, &margins.read())}
            {move || notice(lang, app, &margins.read())}
        </section>
    }
}

fn money_cell(lang: Lang, app: App, amount: Option<Money>, is_bold: bool) -> impl IntoView {
    let is_loss = amount.is_some_and(Money::is_negative);
    let text = amount.map_or_else(
        || "–".to_owned(),
        |it| format::money_whole(lang, it, &app.currency.read()),
    );
    view! { <td class="num" class:b=is_bold class:neg=is_loss>{text}</td> }
}

/// A sum that is known only when all of its parts are.
fn sum_known(parts: impl Iterator<Item = Option<Money>>) -> Option<Money> {
    parts
        .collect::<Option<Vec<Money>>>()
        .map(|it| it.iter().sum())
}

fn table(lang: Lang, app: App, margins: &[TierMargin]) -> impl IntoView + use<> {
    let cases = cases(app, margins);
    let rows = cases
        .iter()
        .enumerate()
        .map(|(at, case)| {
            view! {
                <tr>
                    <th scope="row">
                        <TierBadge tier=at name=app.tier_name(at)/>
                    </th>
                    <td class="num">{format::size(lang, case.customers)}</td>
                    {money_cell(lang, app, case.margin, false)}
                    <td class="num">{format::hours(lang, case.minutes)}</td>
                    {money_cell(lang, app, Some(case.hours_cost), false)}
                    {money_cell(lang, app, Some(case.extras), false)}
                    {money_cell(lang, app, case.left(), true)}
                </tr>
            }
        })
        .collect_view();
    let customers: usize = cases.iter().map(|it| it.customers).sum();
    let minutes = cases
        .iter()
        .fold(0_u64, |sum, it| sum.saturating_add(it.minutes));
    view! {
        <div
            class="scroll-x mt-3"
            tabindex="0"
            role="region"
            aria-label=t!(lang, care_pay_region)
        >
            <table class="table table--open">
                <caption class="vh">{t!(lang, care_pay_caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, care_pay_tier)}</th>
                        <th scope="col" class="num">{t!(lang, care_pay_customers)}</th>
                        <th scope="col" class="num">{t!(lang, care_pay_margin)}</th>
                        <th scope="col" class="num">{t!(lang, care_pay_care)}</th>
                        <th scope="col" class="num">{t!(lang, care_pay_cost)}</th>
                        <th scope="col" class="num">{t!(lang, care_pay_extras)}</th>
                        <th scope="col" class="num">{t!(lang, care_pay_left)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t!(lang, common_together)}</th>
                        <td class="num">{format::size(lang, customers)}</td>
                        {money_cell(lang, app, sum_known(cases.iter().map(|it| it.margin)), false)}
                        <td class="num">{format::hours(lang, minutes)}</td>
                        {money_cell(
                            lang,
                            app,
                            Some(cases.iter().map(|it| it.hours_cost).sum()),
                            false,
                        )}
                        {money_cell(lang, app, Some(cases.iter().map(|it| it.extras).sum()), false)}
                        {money_cell(lang, app, sum_known(cases.iter().map(TierCase::left)), true)}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// What stands out: a tier that loses money, before care or through it.
fn notice(lang: Lang, app: App, margins: &[TierMargin]) -> Option<impl IntoView + use<>> {
    let cases = cases(app, margins);
    let currency = app.currency.read();
    let before_care = cases
        .iter()
        .zip(margins)
        .enumerate()
        .find_map(|(at, (case, margin))| {
            case.margin.filter(|it| it.is_negative())?;
            let detail = t!(
                lang,
                care_pay_loss_d,
                n = margin.losing,
                of = case.customers
            );
            Some((
                t!(lang, care_pay_loss, tier = app.tier_name(at)),
                // Of estimated margins nobody is known to lose.
                if margin.losing > 0 {
                    detail
                } else {
                    String::new()
                },
            ))
        });
    let through_care = || {
        cases.iter().enumerate().find_map(|(at, case)| {
            case.left().filter(|it| it.is_negative())?;
            let detail = t!(
                lang,
                care_pay_care_loss_d,
                margin = format::money_whole(lang, case.margin?, &currency),
                cost = format::money_whole(lang, case.cost(), &currency)
            );
            Some((
                t!(lang, care_pay_care_loss, tier = app.tier_name(at)),
                detail,
            ))
        })
    };
    let loss = before_care.or_else(through_care);
    let (finding, detail) = loss.or_else(|| {
        let is_free = app.people.read().is_empty() && app.capacity.read().needs() > 0;
        is_free.then(|| (t!(lang, care_pay_need_people).to_owned(), String::new()))
    })?;
    Some(view! {
        <div class="notice notice--warn mt-4">
            <span class="notice__mark" aria-hidden="true">"!"</span>
            <p>
                <strong>{finding}</strong>
                " "
                {detail}
            </p>
        </div>
    })
}
