//! One customer in the table: its figures stand still, its tier follows the limits.

use leptos::prelude::*;

use crate::i18n::{explain, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// What changes in a row while a limit moves.
#[derive(Clone, PartialEq, Eq)]
struct Standing {
    /// The tier; `None` for a customer that stands apart.
    tier: Option<usize>,
    tier_name: String,
    is_by_hand: bool,
    why: String,
    to_next: String,
}

fn standing(app: App, customer: usize) -> Standing {
    let lang = app.lang.get_untracked();
    let (sorting, ranking, plan) = (app.sorting.read(), app.ranking.read(), app.plan.read());
    let exceptions = app.exceptions.read();
    let tier = sorting.tier_of(&ranking, customer);
    let by_rule = sorting.tier_by_rule(&ranking, customer);
    let is_by_hand = sorting.is_by_hand(customer);
    let why = sorting.why(&ranking, &plan, customer, &exceptions);
    let missing = sorting.gap(&ranking, &plan, customer);
    Standing {
        tier,
        tier_name: tier.map(|it| app.tier_name(it)).unwrap_or_default(),
        is_by_hand,
        why: explain::why(lang, &plan, &app.currency.read(), by_rule, &why),
        to_next: explain::to_next(
            lang,
            &plan,
            &app.currency.read(),
            by_rule,
            is_by_hand,
            missing,
        ),
    }
}

/// The row.
#[component]
pub(crate) fn Row(
    /// The customer, by index.
    customer: usize,
    /// Its place in the list, from 0.
    position: usize,
    /// The table has a column for margin.
    has_margin: bool,
    /// Set to the customer when it is to be moved by hand.
    moving: RwSignal<Option<usize>>,
    /// Set to the customer when its sheet is to be shown.
    shown: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let facts = untrack(|| app.customer(customer)).unwrap_or_default();
    let standing = Memo::new(move |_| standing(app, customer));
    let rank = app.ranking.read_untracked().rank_of(customer);
    let currency = app.currency.get_untracked();
    let money = |amount: crate::domain::money::Money| {
        let class = if amount.is_negative() {
            "num neg"
        } else {
            "num"
        };
        view! { <td class=class>{format::money_whole(lang, amount, &currency)}</td> }
    };
    let tier = move || {
        standing.with(|it| match it.tier {
            Some(tier) => {
                let name = Signal::stored(it.tier_name.clone());
                let mark = it.is_by_hand.then(|| {
                    view! { <span class="moved">{t!(lang, sort_by_hand)}</span> }
                });
                view! {
                    <TierBadge tier name/>
                    {mark}
                }
                .into_any()
            }
            None => view! { <span class="muted">{t!(lang, sort_apart)}</span> }.into_any(),
        })
    };
    view! {
        <tr aria-rowindex=position + 2>
            <td class="num quiet">{rank.map(|it| format::size(lang, it + 1))}</td>
            <th scope="row">
                <button
                    class="link-name"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| shown.set(Some(customer))
                >
                    <span class="clamp">{facts.name.clone()}</span>
                </button>
            </th>
            <td>{tier}</td>
            {money(facts.revenue)}
            {has_margin
                .then(|| match facts.margin {
                    Some(margin) => money(margin).into_any(),
                    None => view! { <td class="num muted">"–"</td> }.into_any(),
                })}
            <td class="why"><span class="clamp">{move || standing.with(|it| it.why.clone())}</span></td>
            <td class="num muted next">
                <span class="clamp">{move || standing.with(|it| it.to_next.clone())}</span>
            </td>
            <td>
                <button
                    class="btn btn--small"
                    type="button"
                    aria-haspopup="dialog"
                    aria-label=t!(lang, sort_move_name, name = &facts.name)
                    on:click=move |_| moving.set(Some(customer))
                >
                    {t!(lang, sort_move)}
                </button>
            </td>
        </tr>
    }
}
