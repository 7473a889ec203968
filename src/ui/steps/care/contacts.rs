//! The contact plan: kinds of contact, how often, how long, and the hours they come to.

use leptos::prelude::*;

use super::more::{Optionals, TextPlace};
use super::tier::TierCare;
use crate::domain::care::business_case::hour_cost;
use crate::domain::care::templates::{plan_of, plans, published};
use crate::domain::care::{Contact, ContactKind};
use crate::domain::money::Money;
use crate::i18n::{format, templates, trades, words};
use crate::t;
use crate::ui::widgets::{Chips, Fold, NumberOf, WholeField, number_fields};

/// The most of anything in a plan: beyond it the year has no room.
const MOST: u32 = 9_999;

/// How often we are in touch, how, and for how long.
#[component]
pub(super) fn ContactsQuestion(
    /// The tier.
    care: TierCare,
) -> impl IntoView {
    let lang = care.lang;
    // Rows are drawn anew when one is taken away, so that no row keeps another's half-typed text.
    let generation = RwSignal::new(0_u32);
    let rows = move || {
        let generation = generation.get();
        let len = care.model.with(|it| it.contacts.len());
        (0..len).map(|at| (generation, at)).collect::<Vec<_>>()
    };
    let of_trade = care.trade().map(|it| plan_of(it, care.rank()));
    let of_rank = plans(care.rank());
    let published = published(care.rank());
    let source = t!(
        lang,
        care_plans_source,
        plan = templates::plan_line(lang, &published.contacts)
    );
    let presets = of_trade.into_iter().chain([published]).chain(of_rank);
    let presets = StoredValue::new(presets.collect::<Vec<_>>());
    let texts = presets.with_value(|it| {
        it.iter()
            .map(|it| templates::preset_line(lang, it))
            .collect::<Vec<_>>()
    });
    let pick = Callback::new(move |at: usize| {
        let Some(preset) = presets.with_value(|it| it.get(at).cloned()) else {
            return;
        };
        let is_first = care.model.with_untracked(|it| it.contacts.is_empty());
        let put = |it: &mut crate::domain::care::CareModel| {
            it.contacts = preset.contacts;
            it.incoming_minutes = preset.incoming_minutes;
        };
        if is_first {
            care.edit(put);
        } else {
            care.change(t!(lang, care_plan_used).to_owned(), put);
        }
        generation.update(|it| *it += 1);
    });
    let head = move || {
        care.customers().map_or_else(
            || t!(lang, care_for_each_unknown).to_owned(),
            |n| t!(lang, care_for_each, n = n),
        )
    };
    let incoming = Signal::derive(move || Some(care.model.read().incoming_minutes));
    let set_incoming = Callback::new(move |it: u32| care.edit(|model| model.incoming_minutes = it));
    let incoming_minutes = Signal::derive(move || u64::from(care.model.read().incoming_minutes));
    let all_minutes = Signal::derive(move || care.model.read().minutes_a_year());
    view! {
        <div class="plan__head mt-3" aria-hidden="true">
            <span>{head}</span>
            <span>{t!(lang, care_times)}</span>
            <span>{t!(lang, care_minutes)}</span>
            <span>{t!(lang, care_preparation)}</span>
            <span>{t!(lang, care_each)}</span>
            <span>{t!(lang, care_together)}</span>
            <span></span>
        </div>
        <ul class="plan">
            <For
                each=rows
                key=|it| *it
                children=move |(_, at)| view! { <ContactRow care at generation/> }
            />
            <li class="plan__row plan__row--incoming">
                <span class="plan__kind">{t!(lang, care_incoming)}</span>
                <WholeField
                    id="incoming"
                    label=t!(lang, care_incoming_minutes)
                    value=incoming
                    range=(0, MOST)
                    set=set_incoming
                />
                <Hours care minutes=incoming_minutes/>
            </li>
            <li class="plan__row plan__row--sum">
                <span class="plan__kind">
                    {move || t!(lang, care_plan_total, tier = care.name())}
                </span>
                <Hours care minutes=all_minutes/>
            </li>
        </ul>
        <div class="row row--between mt-3">
            <button
                class="btn btn--small"
                type="button"
                id="add-contact"
                on:click=move |_| {
                    care.edit(|it| {
                        let has = |kind: &ContactKind| it.contacts.iter().any(|old| old.kind == *kind);
                        let kind = ContactKind::ALL
                            .into_iter()
                            .find(|kind| !has(kind))
                            .unwrap_or(ContactKind::Call);
                        it.contacts.push(Contact { kind, times: 1, minutes: 30, preparation: 0 });
                    });
                }
            >
                {t!(lang, care_add_contact)}
            </button>
            <p class="f13 muted" aria-live="polite">{move || cost_line(care)}</p>
        </div>
        <Chips label=t!(lang, care_plans) texts pick/>
        <Fold summary=t!(lang, care_plans_why).to_owned() open=RwSignal::new(false)>
            <p class="hint">{source.clone()}</p>
        </Fold>
        <Intervals care/>
        <Optionals
            care
            texts=vec![
                (
                    TextPlace { get: |it| &it.topics, set: |it, text| it.topics = text },
                    "topics",
                    t!(lang, care_topics),
                    "",
                    trades::topics(lang, care.rank()),
                ),
            ]
        />
    }
}

/// When each contact is due, and how late it may be.
#[component]
fn Intervals(care: TierCare) -> impl IntoView {
    let lang = care.lang;
    let grace = Signal::derive(move || care.model.read().grace_weeks);
    let set = Callback::new(move |it: u32| care.edit(|model| model.grace_weeks = Some(it)));
    let lines = move || {
        let model = care.model.read();
        let of_contact = |it: &Contact| {
            let interval = it.interval(model.grace_weeks)?;
            Some(t!(
                lang,
                care_interval,
                contact = words::contact(lang, it.kind),
                n = interval.ideal,
                latest = interval.latest
            ))
        };
        let lines: Vec<_> = model.contacts.iter().filter_map(of_contact).collect();
        lines
            .into_iter()
            .map(|it| view! { <li>{it}</li> })
            .collect_view()
    };
    let has_contacts = Memo::new(move |_| care.model.read().contacts.iter().any(|it| it.times > 0));
    let clear = Callback::new(move |()| care.edit(|model| model.grace_weeks = None));
    let open = RwSignal::new(false);
    move || {
        has_contacts.get().then(|| {
            view! {
                <Fold summary=t!(lang, care_intervals).to_owned() open>
                    <div class="intervals">
                        <WholeField
                            id="grace"
                            label=t!(lang, care_grace)
                            value=grace
                            range=(0, 52)
                            set
                            clear
                        />
                        <ul class="f13 muted" aria-live="polite">{lines}</ul>
                    </div>
                </Fold>
            }
        })
    }
}

/// What the plan costs for one customer, beside the tier's average margin.
fn cost_line(care: TierCare) -> Option<String> {
    let (app, lang) = (care.app, care.lang);
    let model = care.model.read();
    let rate = hour_cost(&model, &app.people.read());
    if !rate.is_positive() {
        return None;
    }
    let currency = app.currency.read();
    let cost = rate.times_ratio(i128::from(model.minutes_a_year()), 60);
    let said = t!(
        lang,
        care_plan_cost,
        rate = format::money_whole(lang, rate, &currency),
        cost = format::money_whole(lang, cost, &currency)
    );
    let margin = super::pay::margins(app)
        .get(care.tier)
        .and_then(|it| it.margin);
    let average = margin.zip(care.customers().filter(|it| *it > 0));
    Some(match average {
        Some((margin, n)) => {
            let each: Money = margin.times_ratio(1, i128::try_from(n).unwrap_or(1));
            let margin = t!(
                lang,
                care_plan_margin,
                tier = care.name(),
                margin = format::money_whole(lang, each, &currency)
            );
            format!("{said} {margin}")
        }
        None => said,
    })
}

/// Hours of one customer and of all customers of the tier.
#[component]
fn Hours(care: TierCare, #[prop(into)] minutes: Signal<u64>) -> impl IntoView {
    let lang = care.lang;
    let together = move || {
        care.customers().map_or_else(
            || "–".to_owned(),
            |n| {
                let n = u64::try_from(n).unwrap_or(u64::MAX);
                format::hours(lang, minutes.get().saturating_mul(n))
            },
        )
    };
    view! {
        <span class="plan__hours">
            <span class="plan__label">{t!(lang, care_each)}" "</span>
            {move || format::hours_fine(lang, minutes.get())}
        </span>
        <span class="plan__hours b">
            <span class="plan__label">{t!(lang, care_together)}" "</span>
            {together}
        </span>
    }
}

#[component]
fn ContactRow(care: TierCare, at: usize, generation: RwSignal<u32>) -> impl IntoView {
    let lang = care.lang;
    let kind = move || {
        let model = care.model.read();
        model
            .contacts
            .get(at)
            .map_or(ContactKind::Call, |it| it.kind)
    };
    let read = move |get: fn(&Contact) -> u32| care.model.read().contacts.get(at).map(get);
    let edit = move |change: &dyn Fn(&mut Contact)| {
        care.edit(|it| {
            if let Some(contact) = it.contacts.get_mut(at) {
                change(contact);
            }
        });
    };
    let numbers = [
        NumberOf::<Contact> {
            id: "times",
            label: t!(lang, care_times),
            most: MOST,
            get: |it| it.times,
            set: |it, n| it.times = n,
        },
        NumberOf {
            id: "minutes",
            label: t!(lang, care_minutes),
            most: MOST,
            get: |it| it.minutes,
            set: |it, n| it.minutes = n,
        },
        NumberOf {
            id: "preparation",
            label: t!(lang, care_preparation),
            most: MOST,
            get: |it| it.preparation,
            set: |it, n| it.preparation = n,
        },
    ];
    let minutes = Signal::derive(move || {
        let model = care.model.read();
        model
            .contacts
            .get(at)
            .map(Contact::minutes_a_year)
            .unwrap_or_default()
    });
    let options = ContactKind::ALL.map(|it| {
        view! {
            <option value=format!("{it:?}") prop:selected=move || kind() == it>
                {words::contact(lang, it)}
            </option>
        }
    });
    let kind_id = format!("contact-{at}");
    view! {
        <li class="plan__row">
            <div class="field plan__kind">
                <label class="vh" for=kind_id.clone()>{t!(lang, care_kind)}</label>
                <select
                    class="select"
                    id=kind_id
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        let chosen = ContactKind::ALL
                            .into_iter()
                            .find(|it| format!("{it:?}") == value);
                        edit(&|it| it.kind = chosen.unwrap_or(it.kind));
                    }
                >
                    {options}
                </select>
            </div>
            {number_fields(at, "plan__label", numbers, read, edit)}
            <Hours care minutes/>
            <button
                class="btn btn--plain plan__remove"
                type="button"
                aria-label=t!(lang, care_remove_contact, n = at + 1)
                on:click=move |_| {
                    let name = words::contact(lang, kind());
                    care.change(t!(lang, care_contact_removed, kind = name), |it| {
                        if at < it.contacts.len() {
                            it.contacts.remove(at);
                        }
                    });
                    generation.update(|it| *it += 1);
                    crate::browser::page::focus("add-contact");
                }
            >
                <span aria-hidden="true">"×"</span>
            </button>
        </li>
    }
}
