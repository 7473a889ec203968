//! Customers that look alike, in pairs: the same customer or two, as the user says.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::browser::reveal;
use crate::domain::customer::Customer;
use crate::domain::duplicates::search::MOST_FOR_SLIPS;
use crate::domain::duplicates::{Likeness, Pair, Verdict};
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::alike::Alike;
use crate::ui::state::{App, use_app, use_lang};

/// Pairs shown at first.
const FEW: usize = 10;
/// From so many open pairs on they can be decided together.
const MANY: usize = 4;

/// Pairs of the base on the page that nothing was said of.
fn open(app: App) -> Vec<Pair> {
    let (alike, model) = (app.alike.found.read(), app.model.read());
    let Some(alike) = alike.as_ref() else {
        return Vec::new();
    };
    let pairs = alike.pairs().iter().copied();
    pairs
        .filter(|it| alike.verdict(&model.alike, it).is_none())
        .collect()
}

/// That there are pairs, where the doubts of the file stand.
#[component]
pub(super) fn AlikeNotice() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let n_open = Memo::new(move |_| open(app).len());
    view! {
        <Show when=move || n_open.get().gt(&0)>
            <div class="notice">
                <span class="notice__mark" aria-hidden="true">"?"</span>
                <p>
                    <strong>{t!(lang, alike_title)}</strong>
                    " "
                    {move || t!(lang, alike_notice, n = n_open.get())}
                </p>
                <button class="btn btn--small" type="button" on:click=move |_| reveal::reveal("alike")>
                    {t!(lang, alike_notice_go)}
                </button>
            </div>
        </Show>
    }
    .into_any()
}

/// The pairs, once they are found.
#[component]
pub(super) fn AlikePairs() -> impl IntoView {
    let app = use_app();
    Effect::new(move |_| app.alike.ask(app));
    move || {
        let alike = app.alike.found.get().filter(|it| !it.pairs().is_empty());
        alike.map(|alike| view! { <Pairs alike/> })
    }
}

/// The pairs of one base.
#[component]
fn Pairs(
    /// Them.
    alike: Alike,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let alike = StoredValue::new(alike);
    // Where a pair stands is decided when it is drawn: it stays in its place when it is decided on.
    let (fresh, decided): (Vec<Pair>, Vec<Pair>) = alike.with_value(|alike| {
        let said = app.model.read_untracked();
        let is_open = |it: &Pair| alike.verdict(&said.alike, it).is_none();
        alike.pairs().iter().partition(|it| is_open(it))
    });
    let n_fresh = fresh.len();
    let n_decided = decided.len();
    let fresh = StoredValue::new(fresh);
    let decided = StoredValue::new(decided);
    let n_open = Memo::new(move |_| open(app).len());
    let shown = RwSignal::new(FEW);
    let status = move || match n_open.get() {
        0 => t!(lang, alike_decided_all).to_owned(),
        n => t!(lang, alike_open, n = n),
    };
    let say_all = move |verdict: Verdict| {
        let pairs = untrack(|| open(app));
        let text = match verdict {
            Verdict::Same => t!(lang, alike_said_all_same, n = pairs.len()),
            Verdict::Apart => t!(lang, alike_said_all_apart, n = pairs.len()),
        };
        app.change(text, |model| {
            alike.with_value(|it| pairs.iter().for_each(|pair| it.say(model, pair, verdict)));
        });
    };
    let rows = move |pairs: StoredValue<Vec<Pair>>, n: usize| {
        pairs.with_value(|it| {
            it.iter()
                .take(n)
                .map(|pair| row(app, alike, *pair))
                .collect_view()
        })
    };
    let has_no_slips = alike.with_value(|it| it.customers() > MOST_FOR_SLIPS);
    view! {
        <section class="mt-6" aria-labelledby="alike">
            <h2 id="alike" tabindex="-1">{t!(lang, alike_title)}</h2>
            <p class="f14 muted mt-2" role="status">{status}</p>
            {has_no_slips
                .then(|| {
                    let limit = format::size(lang, MOST_FOR_SLIPS);
                    view! { <p class="f13 muted mt-2">{t!(lang, alike_no_slips, limit = limit)}</p> }
                })}
            <ul class="list pairs mt-3">{move || rows(fresh, shown.get())}</ul>
            <Show when=move || shown.get() < n_fresh>
                <p class="mt-3">
                    <button class="link f14" type="button" on:click=move |_| shown.set(n_fresh)>
                        {move || t!(lang, alike_more, n = n_fresh - shown.get())}
                    </button>
                </p>
            </Show>
            <Show when=move || n_open.get().ge(&MANY)>
                <p class="row mt-3">
                    <button class="btn btn--small" type="button" on:click=move |_| say_all(Verdict::Same)>
                        {move || t!(lang, alike_all_same, n = n_open.get())}
                    </button>
                    <button class="btn btn--small" type="button" on:click=move |_| say_all(Verdict::Apart)>
                        {move || t!(lang, alike_all_apart, n = n_open.get())}
                    </button>
                </p>
            </Show>
            {(n_decided > 0)
                .then(|| {
                    view! {
                        <details class="disc mt-3" open=n_fresh == 0>
                            <summary>{t!(lang, alike_decided, n = n_decided)}</summary>
                            <ul class="list pairs">{rows(decided, n_decided)}</ul>
                        </details>
                    }
                })}
        </section>
    }
    .into_any()
}

/// What the file says of a customer beside its name.
fn facts(lang: Lang, app: App, it: &Customer) -> String {
    let mut facts = vec![
        format::money(lang, it.revenue, &app.currency.read()),
        t!(lang, alike_line, line = format::count(lang, it.line.into())),
    ];
    if it.key != it.name {
        facts.push(it.key.clone());
    }
    let words = [&it.business_id, &it.region, &it.owner];
    facts.extend(words.into_iter().flatten().cloned());
    let mut seen = BTreeSet::new();
    facts.retain(|it| seen.insert(it.clone()));
    facts.join(" · ")
}

/// Why two may be one.
fn reason(lang: Lang, pair: &Pair, into: &Customer, part: &Customer) -> String {
    match pair.likeness {
        Likeness::BusinessId => t!(lang, alike_id).to_owned(),
        Likeness::Name if into.name == part.name => t!(lang, alike_equal).to_owned(),
        Likeness::Name => t!(lang, alike_name).to_owned(),
        Likeness::WordOrder => t!(lang, alike_order).to_owned(),
        Likeness::Slip(letters) => t!(lang, alike_slip, n = u32::from(letters)),
    }
}

/// One pair side by side, with its choice.
fn row(app: App, alike: StoredValue<Alike>, pair: Pair) -> AnyView {
    let lang = use_lang();
    let (into, part) = alike.with_value(|it| {
        let customer = |at| it.customer(at).cloned().unwrap_or_default();
        (customer(pair.into), customer(pair.part))
    });
    let sum = into.revenue + part.revenue;
    let why = reason(lang, &pair, &into, &part);
    let said =
        Memo::new(move |_| alike.with_value(|it| it.verdict(&app.model.read().alike, &pair)));
    let outcome = move || {
        let sum = format::money(lang, sum, &app.currency.read());
        match said.get() {
            None => t!(lang, alike_together, sum = sum),
            Some(Verdict::Same) => t!(lang, alike_is_one, sum = sum),
            Some(Verdict::Apart) => t!(lang, alike_is_two).to_owned(),
        }
    };
    let names = (into.name.clone(), part.name.clone());
    let say = StoredValue::new(move |verdict: Verdict| {
        let (a, b) = (&names.0, &names.1);
        let text = match verdict {
            Verdict::Same => t!(lang, alike_said_same, a = a, b = b),
            Verdict::Apart => t!(lang, alike_said_apart, a = a, b = b),
        };
        app.change(text, |model| {
            alike.with_value(|it| it.say(model, &pair, verdict));
        });
    });
    let option = move |verdict: Verdict, words: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name=format!("pair-{}-{}", pair.into, pair.part)
                    prop:checked=move || said.get() == Some(verdict)
                    on:change=move |_| say.with_value(|say| say(verdict))
                />
                <span>{words}</span>
            </label>
        }
    };
    let legend = t!(lang, alike_legend, a = &into.name, b = &part.name);
    let side = move |it: Customer| {
        let name = it.name.clone();
        view! {
            <div class="pair__side">
                <span class="b pair__name">{name}</span>
                <span class="muted f13">{move || facts(lang, app, &it)}</span>
            </div>
        }
    };
    view! {
        <li class="pair">
            <div class="pair__two">{side(into)} {side(part)}</div>
            <p class="pair__why f13">
                {why}
                " "
                <span class:b=move || said.get() == Some(Verdict::Same)>{outcome}</span>
            </p>
            <fieldset class="seg pair__choice">
                <legend class="vh">{legend}</legend>
                <div class="seg__in">
                    {option(Verdict::Same, t!(lang, alike_same))}
                    {option(Verdict::Apart, t!(lang, alike_apart))}
                </div>
            </fieldset>
        </li>
    }
    .into_any()
}
