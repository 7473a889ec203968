//! How many were moved by hand, when that speaks against the rule, and which moves to look at again.

use jiff_core::civil::Date;
use leptos::prelude::*;

use super::sort_listed::base;
use crate::browser::{clock, reveal};
use crate::domain::listing::Only;
use crate::domain::tiers::rules::Trait;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Term;

/// The exception rate in words.
#[component]
pub(crate) fn Exceptions() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let moved = Memo::new(move |_| app.sorting.read().exceptions().moved);
    let dated = Memo::new(move |_| dated(app));
    let show_them = move |_| {
        app.list.show(vec![Only::ByHand]);
        reveal::reveal("customers");
    };
    let body = move || {
        if moved.get() == 0 {
            return view! { <p class="f14 mt-2">{t!(lang, sort_nobody_moved_why)}</p> }.into_any();
        }
        view! {
            <p class="f14 mt-2">
                <Term
                    id="d-exceptions"
                    label=t!(lang, terms_exception_rate)
                    definition=t!(lang, terms_exception_rate_def)
                />
                ": "
                {move || rate(app)}
            </p>
            <p class="mt-2">
                <button class="btn btn--small" type="button" on:click=show_them>
                    {t!(lang, sort_moved_show)}
                </button>
            </p>
            {move || due(app, &dated.read())}
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="moved" class="mt-5">
            <h2 id="moved">
                {move || match moved.get() {
                    0 => t!(lang, sort_nobody_moved).to_owned(),
                    n => t!(lang, sort_moved_title, n = n),
                }}
            </h2>
            {body}
        </section>
    }
    .into_any()
}

/// The rate over all, then each tier where it is high.
fn rate(app: App) -> String {
    let lang = app.lang.get_untracked();
    let sorting = app.sorting.read();
    let all = sorting.exceptions();
    let percent = |it: f64| format::percent(lang, it, 0);
    let mut sentences = vec![t!(
        lang,
        sort_moved_rate,
        n = all.moved,
        of = all.of,
        share = percent(all.share())
    )];
    for (at, tier) in sorting.tiers().iter().enumerate() {
        let rate = tier.exceptions;
        if rate.is_high() {
            sentences.push(t!(
                lang,
                sort_moved_high,
                tier = app.tier_name(at),
                n = rate.moved,
                of = rate.of,
                share = percent(rate.share()),
            ));
        }
    }
    sentences.join(" ")
}

/// Reviews that the side of the page has room for; the table has them all.
const SHOWN: usize = 5;

/// A move whose review day has come.
#[derive(Clone, PartialEq)]
struct Due {
    customer: usize,
    day: Date,
    tier: Option<usize>,
    by_rule: Option<usize>,
    reason: String,
}

/// Moves with a review day that still stand, the earliest first.
fn dated(app: App) -> Vec<Due> {
    let (sorting, ranking, exceptions) = (
        app.sorting.read(),
        app.ranking.read(),
        app.exceptions.read(),
    );
    let mut dated: Vec<Due> = exceptions
        .iter()
        .filter(|(at, _)| sorting.is_by_hand(**at))
        .filter_map(|(at, it)| {
            Some(Due {
                customer: *at,
                day: it.review?,
                tier: sorting.tier_of(&ranking, *at),
                by_rule: sorting.tier_by_rule(&ranking, *at),
                reason: it.reason.clone(),
            })
        })
        .collect();
    dated.sort_by_key(|it| (it.day, it.customer));
    dated
}

/// Moves to look at again, the longest due first; or when the next one is.
fn due(app: App, dated: &[Due]) -> AnyView {
    let lang = app.lang.get_untracked();
    let today = clock::today();
    let n = dated.iter().filter(|it| it.day <= today).count();
    if n == 0 {
        let next = dated.first().map(|it| {
            let day = format::date(lang, it.day);
            view! { <p class="f13 muted mt-2">{t!(lang, sort_due_none, day = day)}</p> }
        });
        return next.into_any();
    }
    let lines = dated.iter().take(n.min(SHOWN)).map(|it| {
        let tier = |it: Option<usize>| match it {
            Some(it) => app.tier_name(it),
            None => t!(lang, sort_apart).to_owned(),
        };
        let text = t!(
            lang,
            sort_due_line,
            tier = tier(it.tier),
            rule = tier(it.by_rule),
            reason = &it.reason,
        );
        let owner = match owner(app, it.customer) {
            Some(owner) => t!(lang, sort_due_owner, owner = owner),
            None => t!(lang, sort_due_no_owner).to_owned(),
        };
        let day = t!(lang, sort_due_day, day = format::date(lang, it.day));
        view! {
            <li>
                <p class="f14 b">{app.customer(it.customer).map(|it| it.name)}</p>
                <p class="f13">{text}</p>
                <p class="f13 muted">{format!("{owner} · {day}")}</p>
            </li>
        }
    });
    let more = n.saturating_sub(SHOWN);
    let show_due = move |_| {
        app.list.show(vec![Only::Due]);
        reveal::reveal("customers");
    };
    view! {
        <h3 class="mt-4">{t!(lang, sort_due_title, n = n)}</h3>
        <ul class="due mt-2">{lines.collect_view()}</ul>
        {(more > 0).then(|| view! { <p class="f13 mt-2">{t!(lang, sort_due_more, n = more)}</p> })}
        <p class="mt-2">
            <button class="btn btn--small" type="button" on:click=show_due>
                {t!(lang, sort_due_show)}
            </button>
        </p>
    }
    .into_any()
}

/// Who looks after a customer: the person it was dealt to, else the one the file names.
fn owner(app: App, customer: usize) -> Option<String> {
    let deal = app.deal.read();
    let dealt = deal.owners.get(customer).copied().flatten();
    let people = app.people.read();
    let person = dealt
        .and_then(|(at, _)| people.get(at))
        .map(|it| it.name.clone());
    person.filter(|it| !it.is_empty()).or_else(|| {
        Trait::Owner
            .of(base(app).customers.get(customer)?)
            .map(str::to_owned)
    })
}
