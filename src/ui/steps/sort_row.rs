//! One customer in the table: its figures stand still, its tier follows the limits.

use std::collections::BTreeMap;
use std::ops::Range;

use leptos::prelude::*;

use super::sort_cell::Cell;
use super::sort_columns::at;
use super::sort_listed::Listed;
use crate::domain::customer::Customer;
use crate::domain::listing::Column;
use crate::domain::money::Money;
use crate::domain::tiers::Level;
use crate::domain::tiers::potential::Basis;
use crate::i18n::{explain, format};
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// The tier of a customer, `None` for one that stands apart, and whether somebody put it there.
type Place = (Option<usize>, bool);

/// What a row says of its customer's tier: each a signal that is set only when it changes.
#[derive(Clone, Copy)]
struct Said {
    /// The row's place in the list.
    position: usize,
    place: RwSignal<Place>,
    why: RwSignal<String>,
    to_next: RwSignal<String>,
}

/// The rows that are drawn, by customer. One effect tells them all: a row that asked by itself would
/// follow everything that tiers depend on, and what is followed by many is slow to change.
#[derive(Clone, Copy)]
pub(super) struct Drawn(StoredValue<BTreeMap<usize, Said>>);

impl Drawn {
    /// No rows yet; from now on those that are in view follow the tiers, and while no limit moves all.
    pub(super) fn new(
        app: App,
        in_view: impl Fn() -> Range<usize> + Send + Sync + 'static,
    ) -> Self {
        let rows = Self(StoredValue::new(BTreeMap::new()));
        Effect::new(move |_| {
            // A movement that is over is noted there.
            app.history.track();
            // Followed also while no row is drawn.
            app.sorting.track();
            app.plan.track();
            app.exceptions.track();
            app.currency.track();
            let in_view = in_view();
            let is_moving = app.is_moving.get_value();
            rows.0.try_with_value(|rows| {
                for (customer, said) in rows {
                    if !is_moving || in_view.contains(&said.position) {
                        let (place, why, to_next) = words(app, *customer);
                        tell(said.place, place);
                        tell(said.why, why);
                        tell(said.to_next, to_next);
                    }
                }
            });
        });
        rows
    }

    /// What a row says that is drawn from now on, until it is gone.
    fn say(self, app: App, customer: usize, position: usize) -> Said {
        let (place, why, to_next) = untrack(|| words(app, customer));
        let said = Said {
            position,
            place: RwSignal::new(place),
            why: RwSignal::new(why),
            to_next: RwSignal::new(to_next),
        };
        self.0.update_value(|it| {
            it.insert(customer, said);
        });
        on_cleanup(move || {
            self.0.try_update_value(|it| {
                // The same customer may be drawn at another place by now.
                if it.get(&customer).is_some_and(|it| it.place == said.place) {
                    it.remove(&customer);
                }
            });
        });
        said
    }
}

fn tell<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
    if *signal.read_untracked() != now {
        signal.set(now);
    }
}

/// Where a customer stands, why, and how far the next tier is.
fn words(app: App, customer: usize) -> (Place, String, String) {
    let lang = app.lang.get_untracked();
    let (sorting, ranking, plan) = (app.sorting.read(), app.ranking.read(), app.plan.read());
    let (exceptions, currency) = (app.exceptions.read(), app.currency.read());
    let by_rule = sorting.tier_by_rule(&ranking, customer);
    let is_by_hand = sorting.is_by_hand(customer);
    let why = sorting.why(&ranking, &plan, customer, &exceptions);
    let missing = sorting.gap(&ranking, &plan, customer);
    (
        (sorting.tier_of(&ranking, customer), is_by_hand),
        explain::why(lang, &plan, &currency, by_rule, &why),
        explain::to_next(lang, &plan, &currency, by_rule, is_by_hand, missing),
    )
}

/// The row.
#[component]
pub(crate) fn Row(
    /// The customer, by index.
    customer: usize,
    /// Its place in the list, from 0.
    position: usize,
    /// What is listed.
    listed: Listed,
    /// The rows that are drawn.
    drawn: Drawn,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let facts = untrack(|| app.customer(customer)).unwrap_or_default();
    let said = drawn.say(app, customer, position);
    let row = position + 1;
    let id = |column: usize| Cell { row, column }.id();
    let columns = listed.columns.get_untracked();
    let cells = columns.iter().enumerate().map(|(at, column)| {
        let id = id(at + 1);
        match column {
            Column::Name => view! {
                <th scope="row" id=id>
                    <button class="link-name" type="button" tabindex="-1" aria-haspopup="dialog">
                        <span class="clamp">{facts.name.clone()}</span>
                    </button>
                </th>
            }
            .into_any(),
            Column::Tier => view! { <td id=id>{tier(app, said.place)}</td> }.into_any(),
            Column::Why => view! {
                <td id=id class="why"><span class="clamp">{move || said.why.get()}</span></td>
            }
            .into_any(),
            Column::Next => view! {
                <td id=id class="num muted next">
                    <span class="clamp">{move || said.to_next.get()}</span>
                </td>
            }
            .into_any(),
            Column::Potential => {
                let name = facts.name.clone();
                view! { <td id=id>{move || potential(app, listed, customer, &name)}</td> }
                    .into_any()
            }
            other => {
                let (text, is_negative) = figure(app, &facts, customer, *other);
                let class = match (other.is_figure(), is_negative) {
                    (true, true) => "num neg",
                    (true, false) if *other == Column::Rank => "num quiet",
                    (true, false) => "num",
                    _ => "",
                };
                view! { <td id=id class=class><span class="clamp">{text}</span></td> }.into_any()
            }
        }
    });
    let cells = cells.collect_view();
    let is_chosen = Memo::new(move |_| app.list.chosen.read().has(customer));
    view! {
        <tr
            aria-rowindex=row + 1
            aria-selected=move || is_chosen.get().to_string()
            data-at=move || at(listed, row)
        >
            <td id=id(0)>
                <button
                    class="tick"
                    type="button"
                    tabindex="-1"
                    role="checkbox"
                    aria-checked=move || is_chosen.get().to_string()
                    aria-label=t!(lang, sort_pick_name, name = &facts.name)
                ></button>
            </td>
            {cells}
            <td id=id(columns.len() + 1)>
                <button
                    class="btn btn--small"
                    type="button"
                    tabindex="-1"
                    aria-haspopup="dialog"
                    aria-label=t!(lang, sort_move_name, name = &facts.name)
                >
                    {t!(lang, sort_move)}
                </button>
            </td>
        </tr>
    }
}

/// The tier, and whether somebody put the customer there. A badge stays where its tier changes.
fn tier(app: App, place: RwSignal<Place>) -> impl IntoView {
    let lang = app.lang.get_untracked();
    let kind = Memo::new(move |_| place.with(|it| (it.0.is_some(), it.1)));
    move || {
        let (is_ranked, is_by_hand) = kind.get();
        if !is_ranked {
            return view! { <span class="muted">{t!(lang, sort_apart)}</span> }.into_any();
        }
        let tier = Signal::derive(move || place.get().0.unwrap_or_default());
        let name = Signal::derive(move || app.tier_name(tier.get()));
        let mark =
            is_by_hand.then(|| view! { <span class="moved">{t!(lang, sort_by_hand)}</span> });
        view! {
            <TierBadge tier name/>
            {mark}
        }
        .into_any()
    }
}

/// What the file says in a column, and whether it is below zero; a dash where it says nothing.
fn figure(app: App, facts: &Customer, customer: usize, column: Column) -> (String, bool) {
    let lang = app.lang.get_untracked();
    let currency = app.currency.get_untracked();
    let money = |it: Money| (format::money_whole(lang, it, &currency), it.is_negative());
    let plain = |text: String| (text, false);
    let found = match column {
        Column::Rank => {
            let rank = app.ranking.read_untracked().rank_of(customer);
            return plain(
                rank.map(|it| format::size(lang, it + 1))
                    .unwrap_or_default(),
            );
        }
        Column::Revenue => Some(money(facts.revenue)),
        Column::Margin => facts.margin.map(money),
        Column::Previous => facts.previous.map(money),
        Column::Growth => facts.previous.filter(|it| it.is_positive()).map(|before| {
            let share = (facts.revenue - before).share_of(before);
            (format::percent(lang, share, 0), share < 0.0)
        }),
        Column::Orders => Some(plain(format::count(lang, facts.orders.into()))),
        Column::Last => facts.last.map(|it| plain(format::date(lang, it))),
        Column::Word(what) => what.of(facts).map(|it| plain(it.to_owned())),
        Column::Name | Column::Tier | Column::Potential | Column::Why | Column::Next => None,
    };
    found.unwrap_or_else(|| plain("–".to_owned()))
}

/// The potential, to type over: what the user typed, else what the file says or is estimated.
fn potential(app: App, listed: Listed, customer: usize, name: &str) -> AnyView {
    let lang = app.lang.get_untracked();
    let desk = use_desk();
    let known = listed.potentials.read().get(customer).copied();
    let typed = app.typed.read().get(&customer).copied();
    let otherwise = match known {
        Some(it) if it.basis == Basis::File => it.level.number().to_string(),
        Some(it) if it.basis.is_estimate() => {
            t!(lang, sort_potential_about, n = u32::from(it.level.number()))
        }
        _ => "–".to_owned(),
    };
    // What the file would say is not looked up again where it is typed over.
    let otherwise = if typed.is_some() {
        t!(lang, methods_sheet_as_known).to_owned()
    } else {
        otherwise
    };
    let levels = Level::ALL.map(|it| {
        view! {
            <option value=it.number().to_string() selected=typed == Some(it)>
                {it.number()}
            </option>
        }
    });
    view! {
        <select
            class="select select--small"
            tabindex="-1"
            aria-label=t!(lang, sort_potential_name, name = name)
            disabled=desk.is_locked()
        >
            <option value="" selected=typed.is_none()>{otherwise}</option>
            {levels.collect_view()}
        </select>
    }
    .into_any()
}
