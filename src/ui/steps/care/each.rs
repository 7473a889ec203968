//! Does it pay, customer by customer: whose care costs more than they bring, and the margin after care.

use leptos::prelude::*;

use crate::chart::running::{Area, Lines};
use crate::domain::care::each::Each;
use crate::domain::money::Money;
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// Customers listed.
const LISTED: usize = 10;

/// The finding, the curve and the list.
#[component]
pub(super) fn EachCustomer() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let percent = Memo::new(move |_| app.model.read().margin_percent);
    let each = Memo::new(move |_| {
        let loaded = app.loaded.read();
        let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
        Each::of(
            customers.unwrap_or_default(),
            &app.ranking.read(),
            &app.sorting.read(),
            (&app.plans.read(), &app.people.read()),
            percent.get(),
        )
    });
    let is_known =
        Memo::new(move |_| !each.read().cases.is_empty() && !app.people.read().is_empty());
    move || {
        is_known.get().then(|| {
            view! {
                <div class="cols section">
                    {move || figure(lang, app, &each.read())}
                    {move || list(lang, app, &each.read())}
                </div>
            }
        })
    }
}

fn whole(lang: Lang, app: App, amount: Money) -> String {
    format::money_whole(lang, amount, &app.currency.read())
}

fn figure(lang: Lang, app: App, each: &Each) -> impl IntoView + use<> {
    let (left, count, peak) = each.peak();
    let past = each.cases.len() - count;
    let title = if past == 0 {
        t!(lang, pay_whale_h_all, left = whole(lang, app, left))
    } else {
        t!(
            lang,
            pay_whale_h,
            n = past,
            left = whole(lang, app, left),
            peak = whole(lang, app, peak)
        )
    };
    let sums = |it: Vec<Money>| it.into_iter().map(Money::to_f64).collect::<Vec<f64>>();
    let lines = Lines::new(
        &[sums(each.before()), sums(each.after())],
        Area {
            left: 6.0,
            right: 454.0,
            top: 14.0,
            bottom: 190.0,
        },
    );
    let names = [t!(lang, pay_whale_before), t!(lang, pay_whale_after)];
    let drawn = lines
        .paths
        .iter()
        .zip(&lines.ends)
        .zip(names)
        .enumerate()
        .map(|(at, ((path, (x, y)), name))| {
            // The names stand at the ends of their lines, one over and one under.
            let label = if at == 0 { y - 8.0 } else { y + 18.0 };
            view! {
                <path class="whale" class:whale--after=at == 1 d=path.clone()></path>
                <text class="halo" class:strong=at == 1 x=*x y=label text-anchor="end">{name}</text>
            }
        })
        .collect_view();
    view! {
        <figure class="chart c5">
            <figcaption>
                <h2>{title}</h2>
                <p>{t!(lang, pay_whale_p)}</p>
            </figcaption>
            <svg viewBox="0 0 460 215" aria-hidden="true" focusable="false">
                <line class="axis" x1="6" x2="454" y1=lines.zero y2=lines.zero></line>
                {drawn}
            </svg>
        </figure>
    }
}

fn list(lang: Lang, app: App, each: &Each) -> impl IntoView + use<> {
    let over = each.over_cared();
    let missing: Money = over.iter().map(|it| -it.left()).sum();
    let says = (!over.is_empty()).then(|| {
        let sum = whole(lang, app, missing);
        view! { <p class="muted mt-2">{t!(lang, pay_each_sum, sum = sum)}</p> }
    });
    let rows = over
        .iter()
        .take(LISTED)
        .filter_map(|it| {
            let name = app.customer(it.at)?.name;
            Some(view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>
                        <TierBadge tier=it.tier name=app.tier_name(it.tier)/>
                    </td>
                    <td class="num">{whole(lang, app, it.margin)}</td>
                    <td class="num">{whole(lang, app, it.cost)}</td>
                    <td class="num b neg">{whole(lang, app, it.left())}</td>
                </tr>
            })
        })
        .collect_view();
    let more = over.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| {
        view! { <p class="f13 muted mt-2">{t!(lang, pay_each_more, n = more)}</p> }
    });
    let table = (!over.is_empty()).then(|| {
        view! {
            <div class="scroll-x mt-3" tabindex="0" role="region" aria-label=t!(lang, pay_each_region)>
                <table class="table table--open">
                    <caption class="vh">{t!(lang, pay_each_region)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(lang, people_customer)}</th>
                            <th scope="col">{t!(lang, people_tier)}</th>
                            <th scope="col" class="num">{t!(lang, care_pay_margin)}</th>
                            <th scope="col" class="num">{t!(lang, care_pay_care)}</th>
                            <th scope="col" class="num">{t!(lang, care_pay_left)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    // Their care is not what costs: without these words the curve beside would say otherwise.
    let losing = each.losing();
    let losing = (losing > 0)
        .then(|| view! { <p class="muted mt-2">{t!(lang, pay_each_losing, n = losing)}</p> });
    view! {
        <section class="c7" aria-labelledby="each">
            <h2 id="each">{t!(lang, pay_each_h, n = over.len())}</h2>
            {says}
            {table}
            {more}
            {losing}
        </section>
    }
}
