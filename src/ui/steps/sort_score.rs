//! A weighted score: what counts and how much, and the points from which tiers begin.

use std::sync::Arc;

use leptos::prelude::*;

use super::sort_limits::Field;
use super::sort_points::PointsEditor;
use crate::domain::tiers::score::Weight;
use crate::domain::tiers::{Grounds, Measure, Method, Score};
use crate::i18n::{methods, typed};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

pub(super) fn score(app: App) -> Option<Score> {
    match &app.plan.read().method {
        Method::Score { score } => Some(score.clone()),
        _ => None,
    }
}

/// Sorts by another score.
pub(super) fn put_score(app: App, new: Score) {
    if untrack(|| score(app)).as_ref() != Some(&new) {
        let said = t!(app.lang.get_untracked(), methods_score_changed).to_owned();
        app.change(said, |model| {
            model.plan.method = Method::Score { score: new }
        });
    }
}

/// The weight of each of [`Measure::ALL`], zero for those that do not count.
fn weights_of(score: &Score) -> Vec<u8> {
    let weight = |it: Measure| {
        let own = score.weights().iter().find(|weight| weight.measure == it);
        own.map_or(0, |it| it.percent)
    };
    Measure::ALL.map(weight).to_vec()
}

/// The score with these weights; scales stay. `None` where they do not sum to 100.
fn with_weights(score: &Score, weights: &[u8]) -> Option<Score> {
    let one = |(measure, percent): (Measure, &u8)| {
        let own = score.weights().iter().find(|it| it.measure == measure);
        let mut weight = own.cloned().unwrap_or(Weight::of(measure, 0));
        weight.percent = *percent;
        weight
    };
    let counted = Measure::ALL.into_iter().zip(weights).filter(|it| *it.1 > 0);
    Score::new(counted.map(one).collect(), score.limits().to_vec()).ok()
}

fn sum(weights: &[u8]) -> u32 {
    weights.iter().map(|it| u32::from(*it)).sum()
}

/// The table of weights.
#[component]
pub(crate) fn ScoreWeights() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    // What is being typed while it does not sum to 100; else the plan's own.
    let draft = RwSignal::new(None::<Vec<u8>>);
    let held = Memo::new(move |_| score(app).map(|it| weights_of(&it)).unwrap_or_default());
    let shown = Memo::new(move |_| draft.get().unwrap_or_else(|| held.get()));
    let put = move |weights: Vec<u8>| {
        let new = untrack(|| score(app)).and_then(|it| with_weights(&it, &weights));
        let Some(new) = new else {
            draft.set(Some(weights));
            return;
        };
        draft.set(None);
        put_score(app, new);
    };
    let even = move |_| put(evenly(&shown.get_untracked()));
    let total = Memo::new(move |_| sum(&shown.read()));
    let rows = Measure::ALL
        .into_iter()
        .enumerate()
        .map(|(at, measure)| {
            let set = move |event: leptos::ev::Event| {
                let mut weights = shown.get_untracked();
                let typed = typed::whole(&event_target_value(&event)).unwrap_or_default();
                if let Some(slot) = weights.get_mut(at) {
                    *slot = u8::try_from(typed).unwrap_or(100).min(100);
                }
                put(weights);
            };
            let what = methods::measure(lang, measure);
            let value = move || {
                shown
                    .read()
                    .get(at)
                    .copied()
                    .unwrap_or_default()
                    .to_string()
            };
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td class="num muted">{move || known(app, measure)}</td>
                    <td class="num">
                        <input
                            class="input input--num"
                            inputmode="numeric"
                            autocomplete="off"
                            aria-label=t!(lang, methods_weight_name, what = what)
                            prop:value=value
                            on:change=set
                        />
                    </td>
                </tr>
            }
        })
        .collect_view();
    let said = move || match total.get() {
        100 => t!(lang, methods_score_sum_ok).to_owned(),
        n => t!(lang, methods_score_sum_off, n = n),
    };
    view! {
        <figure class="chart">
            <figcaption class="chart__sub">{t!(lang, methods_score_sub)}</figcaption>
            <table class="table table--open weights">
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, methods_score_measure)}</th>
                        <th scope="col" class="num">{t!(lang, methods_score_known)}</th>
                        <th scope="col" class="num">{t!(lang, methods_score_weight)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="row row--between mt-3">
                <p class="f14" class:b=move || total.get() != 100 role="status">{said}</p>
                <button class="btn btn--small" type="button" on:click=even>
                    {t!(lang, methods_score_even)}
                </button>
            </div>
            <p class="f13 muted mt-2">
                {t!(lang, methods_score_rank_why)} " " {t!(lang, methods_score_missing)}
            </p>
            <PointsEditor/>
        </figure>
    }
    .into_any()
}

/// For how many customers a measure is known.
fn known(app: App, measure: Measure) -> String {
    let lang = app.lang.get_untracked();
    let counts = app.known.read();
    let place = Measure::ALL.iter().position(|it| *it == measure);
    let n = place
        .and_then(|it| counts.get(it))
        .copied()
        .unwrap_or_default();
    let all = app.ranking.read();
    t!(
        lang,
        methods_score_known_of,
        n = n,
        of = all.len() + all.apart().len()
    )
}

/// The same measures with even weights of 100 together; revenue alone where none counts.
fn evenly(weights: &[u8]) -> Vec<u8> {
    let mut even: Vec<u8> = weights.iter().map(|it| u8::from(*it > 0)).collect();
    if sum(&even) == 0
        && let Some(first) = even.first_mut()
    {
        *first = 1;
    }
    let n = u8::try_from(sum(&even)).unwrap_or(1).max(1);
    let (share, mut rest) = (100 / n, 100 % n);
    for it in even.iter_mut().filter(|it| **it > 0) {
        *it = share + u8::from(rest > 0);
        rest = rest.saturating_sub(1);
    }
    even
}

/// The points from which tiers begin.
#[component]
pub(crate) fn ScoreLimits() -> impl IntoView {
    let app = use_app();
    let tiers = Memo::new(move |_| app.plan.read().tiers());
    let fields = move || {
        (1..tiers.get())
            .map(|it| limit_field(app, it - 1))
            .collect_view()
    };
    view! { <div class="stack limits mt-3">{fields}</div> }.into_any()
}

fn limit_field(app: App, at: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let limit = Memo::new(move |_| {
        let score = score(app);
        score
            .and_then(|it| it.limits().get(at).copied())
            .unwrap_or_default()
    });
    let set = move |text: &str| {
        let refused = || {
            t!(
                lang,
                methods_score_limit_wrong,
                n = u32::from(limit.get_untracked())
            )
        };
        let wanted = typed::whole(text)
            .and_then(|it| u8::try_from(it).ok())
            .ok_or_else(refused)?;
        let Some(score) = untrack(|| score(app)) else {
            return Ok(());
        };
        let mut limits = score.limits().to_vec();
        if let Some(slot) = limits.get_mut(at) {
            *slot = wanted;
        }
        let score = Score::new(score.weights().to_vec(), limits).map_err(|_which| refused())?;
        let tier = untrack(|| app.tier_name(at));
        let said = t!(
            lang,
            methods_score_limit_moved,
            tier = tier,
            n = u32::from(wanted)
        );
        app.change(said, |model| model.plan.method = Method::Score { score });
        Ok(())
    };
    let shown = Signal::derive(move || limit.get().to_string());
    let label =
        Signal::derive(move || t!(lang, methods_score_limit_name, tier = app.tier_name(at)));
    let unit = Signal::stored(t!(lang, methods_points_unit).to_owned());
    view! {
        <Field id=format!("limit-{at}") shown word=t!(lang, sort_from) unit label set=Arc::new(set)>
            <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/>
        </Field>
    }
    .into_any()
}

/// What each measure gives a customer of its score: name, points before the weight, weight.
pub(crate) fn parts(app: App, customer: usize) -> Vec<(&'static str, Option<String>, u8)> {
    let lang = app.lang.get_untracked();
    let (Some(score), classes) = (score(app), app.classes.read()) else {
        return Vec::new();
    };
    let Some(Grounds::Score(sheet)) = classes.as_ref().map(|it| it.grounds()) else {
        return Vec::new();
    };
    let one = |(at, weight): (usize, &Weight)| {
        let points = sheet.part(at, customer).map(|it| methods::points(lang, it));
        (
            methods::measure(lang, weight.measure),
            points,
            weight.percent,
        )
    };
    score.weights().iter().enumerate().map(one).collect()
}
