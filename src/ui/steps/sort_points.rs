//! How the figures of a score become points: by rank, or by limits that the user states.

use std::sync::Arc;

use leptos::prelude::*;

use super::sort_limits::Field;
use super::sort_score::{put_score, score};
use crate::domain::money::Money;
use crate::domain::tiers::measure::MeasureUnit;
use crate::domain::tiers::score::{Scale, Step};
use crate::domain::tiers::steps::{self, StepError};
use crate::domain::tiers::{Known, Measure, Score};
use crate::i18n::{Lang, columns, format, methods, typed};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// The scale of a measure; by rank where it does not count.
fn scale(app: App, measure: Measure) -> Scale {
    let score = score(app);
    let weights = score.as_ref().map(Score::weights).unwrap_or_default();
    let own = weights.iter().find(|it| it.measure == measure);
    own.map_or(Scale::Rank, |it| it.scale.clone())
}

fn limits(app: App, measure: Measure) -> Vec<Step> {
    match scale(app, measure) {
        Scale::Steps(steps) => steps,
        Scale::Rank => Vec::new(),
    }
}

fn put(app: App, measure: Measure, scale: Scale) {
    let new = untrack(|| score(app)).and_then(|it| it.with_scale(measure, scale).ok());
    if let Some(new) = new {
        put_score(app, new);
    }
}

/// Each figure that counts, and how it becomes points.
#[component]
pub(crate) fn PointsEditor() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    // Drawn anew only when a figure, a way or the number of limits changes.
    let shape = Memo::new(move |_| {
        let score = score(app);
        let weights = score.as_ref().map(Score::weights).unwrap_or_default();
        let one = |it: &crate::domain::tiers::score::Weight| {
            let steps = match &it.scale {
                Scale::Rank => None,
                Scale::Steps(steps) => Some(steps.len()),
            };
            (it.measure, steps)
        };
        weights.iter().map(one).collect::<Vec<_>>()
    });
    view! {
        <h2 class="points__title mt-5">{t!(lang, methods_points_title)}</h2>
        {move || shape.get().into_iter().map(|(it, n)| figure(app, it, n)).collect_view()}
    }
    .into_any()
}

fn figure(app: App, measure: Measure, n: Option<usize>) -> AnyView {
    let lang = app.lang.get_untracked();
    let what = methods::measure(lang, measure);
    let choose = move |event: leptos::ev::Event| {
        let scale = if event_target_value(&event) == "steps" {
            let (loaded, ranking) = (app.loaded.read_untracked(), app.ranking.read_untracked());
            let typed = app.typed.read_untracked();
            let values = loaded.as_ref().map(|it| {
                let known = Known {
                    customers: &it.base.customers,
                    ranking: &ranking,
                    typed: &typed,
                };
                known.values(measure)
            });
            Scale::Steps(steps::usual(values.unwrap_or_default(), measure))
        } else {
            Scale::Rank
        };
        put(app, measure, scale);
    };
    let editor = n.map(|n| {
        let rows = (0..n).map(|at| limit(app, measure, at)).collect_view();
        let is_full = n == steps::MOST;
        let add = move |_| {
            let steps = untrack(|| limits(app, measure));
            if let Ok(steps) = steps::with(&steps, None, steps::next(&steps, measure), measure) {
                put(app, measure, Scale::Steps(steps));
            }
        };
        let why = if measure.is_less_better() {
            t!(lang, methods_points_why_less)
        } else {
            t!(lang, methods_points_why)
        };
        view! {
            <p class="f13 muted">{why}</p>
            {rows}
            <button class="btn btn--small" type="button" disabled=is_full on:click=add>
                {t!(lang, methods_points_add)}
            </button>
        }
    });
    view! {
        <div class="points mt-3">
            <div class="row row--between">
                <span class="f14 b">{columns::with_capital(what)}</span>
                <select
                    class="select select--small points__way"
                    aria-label=t!(lang, methods_points_way, what = what)
                    on:change=choose
                >
                    <option value="rank" selected=n.is_none()>{t!(lang, methods_points_rank)}</option>
                    <option value="steps" selected=n.is_some()>{t!(lang, methods_points_steps)}</option>
                </select>
            </div>
            {editor}
        </div>
    }
    .into_any()
}

/// One limit and its points.
fn limit(app: App, measure: Measure, at: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let what = methods::measure(lang, measure);
    let step = Memo::new(move |_| {
        let steps = limits(app, measure);
        steps.get(at).copied().unwrap_or(Step {
            limit: 0,
            points: 0,
        })
    });
    let change = move |new: Step| {
        let steps = untrack(|| limits(app, measure));
        let steps =
            steps::with(&steps, Some(at), new, measure).map_err(|it| why(app, measure, it))?;
        put(app, measure, Scale::Steps(steps));
        Ok(())
    };
    let set_limit = move |text: &str| {
        let Some(limit) = typed::measured(text) else {
            let now = limit_text(lang, step.get_untracked());
            return Err(t!(lang, methods_rule_wrong, text = text.trim(), now = now));
        };
        let points = step.get_untracked().points;
        change(Step { limit, points })
    };
    let set_points = move |text: &str| {
        let points = typed::whole(text).and_then(|it| u8::try_from(it).ok());
        let points = points.ok_or_else(|| why(app, measure, StepError::Points))?;
        let limit = step.get_untracked().limit;
        change(Step { limit, points })
    };
    let drop = move |_| {
        let steps = steps::without(&untrack(|| limits(app, measure)), at);
        put(app, measure, Scale::Steps(steps));
    };
    let n = at + 1;
    let word = if measure.is_less_better() {
        t!(lang, sort_up_to)
    } else {
        t!(lang, sort_from)
    };
    let unit = Signal::derive(move || unit(app, measure));
    let points_unit = Signal::stored(t!(lang, methods_points_unit).to_owned());
    let id = format!("points-{}-{at}", measure.slug());
    view! {
        <div class="points__step">
            <Field
                id=format!("{id}-limit")
                shown=Signal::derive(move || limit_text(lang, step.get()))
                word
                unit
                label=Signal::stored(t!(lang, methods_points_limit, what = what, n = n))
                set=Arc::new(set_limit)
            >
                ""
            </Field>
            <Field
                id=format!("{id}-points")
                shown=Signal::derive(move || step.get().points.to_string())
                word="→"
                unit=points_unit
                label=Signal::stored(t!(lang, methods_points_points, what = what, n = n))
                set=Arc::new(set_points)
            >
                ""
            </Field>
            <button
                class="btn btn--plain btn--small"
                type="button"
                aria-label=t!(lang, methods_points_drop, what = what, n = n)
                on:click=drop
            >
                "×"
            </button>
        </div>
    }
    .into_any()
}

fn limit_text(lang: Lang, it: Step) -> String {
    typed::amount_text(lang, Money::from_ten_thousandths(it.limit.into()))
}

/// The sign or word after a number of this measure.
pub(super) fn unit(app: App, measure: Measure) -> String {
    let lang = app.lang.get_untracked();
    match (measure.unit(), measure) {
        (MeasureUnit::Money, _) => format::currency_sign(&app.currency.read()).to_owned(),
        (MeasureUnit::Percent, _) => "%".to_owned(),
        (MeasureUnit::Number, Measure::Days) => t!(lang, methods_days_unit).to_owned(),
        (MeasureUnit::Number, _) => String::new(),
    }
}

/// Why a limit was not taken.
fn why(app: App, measure: Measure, it: StepError) -> String {
    let lang = app.lang.get_untracked();
    match it {
        StepError::Count => t!(lang, methods_points_many, n = steps::MOST),
        StepError::Points => t!(lang, methods_points_range).to_owned(),
        StepError::Same => t!(lang, methods_points_same).to_owned(),
        StepError::Order(other) => {
            let currency = app.currency.get_untracked();
            let limit = methods::measured(lang, &currency, measure, other.limit.into());
            t!(
                lang,
                methods_points_order,
                limit = limit,
                n = u32::from(other.points)
            )
        }
    }
}
