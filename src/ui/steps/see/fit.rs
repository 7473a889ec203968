//! Does sorting into tiers fit? The verdict, its reasons, and what would change it.

use std::sync::Arc;

use leptos::prelude::*;

use super::ways::Ways;
use crate::domain::fit::spread::Percent;
use crate::domain::fit::verdict::{FEW, TO_TELL};
use crate::domain::fit::{Findings, Opinion, Spread, Verdict, Way, spread};
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::WholeField;

/// The verdict with its reasons, and the three ways.
#[component]
pub(crate) fn FitVerdict() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let spread = Memo::new(move |_| spread_of(app));
    Effect::new(move |_| app.fit.ask(app.ranking.get(), spread.get().get()));
    let findings = Memo::new(move |_| {
        let tried = app.fit.tried.get()?;
        let exceptions = app.sorting.read().exceptions();
        let found = Findings::new(&tried.stabilities, tried.agreement, exceptions);
        Some(Arc::new(found))
    });
    let verdict = Memo::new(move |_| findings.read().as_ref().map(|it| it.verdict()));
    let title = move || match verdict.get() {
        None => t!(lang, fit_working),
        Some(it) => match (it.way, it.most_tiers) {
            (Way::Meetings, _) => t!(lang, fit_no),
            (Way::FewTiers, _) => t!(lang, fit_yes_two),
            (Way::Tiers, 3) => t!(lang, fit_yes_three),
            (Way::Tiers, _) => t!(lang, fit_yes_many),
        },
    };
    let change = move || {
        let (findings, verdict) = (findings.get()?, verdict.get()?);
        let all = changes(lang, &findings, verdict).join("; ");
        Some(view! { <p class="mt-3 f13 muted">{t!(lang, fit_change, all = all)}</p> })
    };
    view! {
        <section class="cols section verdict" aria-labelledby="fit">
            <div class="c7">
                <h2 id="fit" class="verdict__title" aria-live="polite">
                    {title}
                </h2>
                <table class="table table--open mt-4">
                    <caption class="vh">{t!(lang, fit_caption)}</caption>
                    <tbody>
                        {move || rows(lang, findings.get(), verdict.get(), spread.get())}
                    </tbody>
                </table>
                {change}
                <SpreadField spread/>
            </div>
            <Ways best=Signal::derive(move || verdict.get().map(|it| it.way))/>
        </section>
    }
    .into_any()
}

/// The spread that the simulation takes: the user's, the file's, or the usual one.
fn spread_of(app: App) -> Spread {
    if let Some(chosen) = app.model.read().spread {
        return Spread::Chosen(f64::from(chosen.get()) / 100.0);
    }
    let loaded = app.loaded.read();
    let Some(base) = loaded.as_ref().map(|it| &it.base) else {
        return Spread::Assumed;
    };
    let periods = crate::domain::periods::offered(base)
        .first()
        .and_then(|it| crate::domain::periods::compare(base, *it))
        .filter(|it| it.begins.is_none() && it.ends.is_none());
    periods.map_or(Spread::Assumed, |it| spread(it.pairs))
}

fn opinion(lang: Lang, it: Opinion) -> AnyView {
    let (class, word) = match it {
        Opinion::For => ("b verdict--for", t!(lang, fit_for)),
        Opinion::Careful => ("b verdict--careful", t!(lang, fit_careful)),
        Opinion::Against => ("b verdict--against", t!(lang, fit_against)),
        Opinion::Silent => return ().into_any(),
    };
    view! {
        <span class=class>{word}</span>
        " "
    }
    .into_any()
}

fn row(name: &'static str, number: String, opinion: Option<AnyView>, why: String) -> AnyView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num b">{number}</td>
            <td>{opinion}{why}</td>
        </tr>
    }
    .into_any()
}

fn rows(
    lang: Lang,
    findings: Option<Arc<Findings>>,
    verdict: Option<Verdict>,
    spread: Spread,
) -> AnyView {
    let (Some(findings), Some(verdict)) = (findings, verdict) else {
        // As many rows as there will be, so that nothing below moves.
        let wait = || "…".to_owned();
        return [
            t!(lang, fit_count),
            t!(lang, fit_stable),
            t!(lang, fit_agree),
            t!(lang, fit_exceptions),
        ]
        .map(|it| row(it, wait(), None, String::new()))
        .into_iter()
        .collect_view()
        .into_any();
    };
    let percent = |it: f64| format::percent(lang, it, 0);
    let [four, three, two] = findings.tried;
    let agreement = findings.agreement;
    let same = share(agreement.same, agreement.of);
    let moved = findings.exceptions.moved;
    // What hardly anybody takes part in is no figure.
    let is_silent = verdict.stability == Opinion::Silent;
    let told = |number: String, why: String| {
        if is_silent {
            let few = format::size(lang, TO_TELL);
            ("–".to_owned(), t!(lang, fit_too_few, few = few))
        } else {
            (number, why)
        }
    };
    let stable = t!(
        lang,
        fit_stable_d,
        spread = percent(spread.get()),
        four = percent(four.0),
        three = percent(three.0),
        two = percent(two.0),
        n = three.1
    );
    let agree = t!(
        lang,
        fit_agree_d,
        same = format::size(lang, agreement.same),
        of = agreement.of
    );
    let rest = (agreement.same < agreement.of).then(|| t!(lang, fit_agree_rest));
    let agree = format!("{agree} {}", rest.unwrap_or_default());
    let (stable_n, stable) = told(percent(three.0), stable);
    let (agree_n, agree) = told(percent(same), agree);
    let (moved_text, why, of_exceptions) = if moved == 0 {
        let none = t!(lang, fit_exceptions_none).to_owned();
        (none, t!(lang, fit_exceptions_wait).to_owned(), None)
    } else {
        let limit = format::size(lang, findings.exceptions_limit());
        (
            percent(findings.exceptions.share()),
            t!(lang, fit_exceptions_d, n = moved, limit = limit),
            Some(opinion(lang, verdict.exceptions)),
        )
    };
    [
        row(
            t!(lang, fit_count),
            format::size(lang, findings.customers),
            Some(opinion(lang, verdict.customers)),
            t!(lang, fit_count_d, few = format::size(lang, FEW)),
        ),
        row(
            t!(lang, fit_stable),
            stable_n,
            Some(opinion(lang, verdict.stability)),
            stable,
        ),
        row(
            t!(lang, fit_agree),
            agree_n,
            Some(opinion(lang, verdict.agreement)),
            agree,
        ),
        row(t!(lang, fit_exceptions), moved_text, of_exceptions, why),
    ]
    .into_iter()
    .collect_view()
    .into_any()
}

#[expect(
    clippy::as_conversions,
    reason = "counts of customers are far below 2^53"
)]
fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

/// Each change that alone, or together where there are several against, would turn the verdict.
fn changes(lang: Lang, it: &Findings, verdict: Verdict) -> Vec<String> {
    let size = |n: usize| format::size(lang, n);
    let limit = || size(it.borderline_limit());
    let [_, three, two] = it.tried.map(|tried| tried.1);
    let (n, few) = (size(it.customers), size(FEW));
    let moved = size(it.exceptions.moved);
    let bears = size(it.exceptions_limit());
    let more = |tiers: usize, now: usize| {
        t!(
            lang,
            fit_change_border_more,
            limit = limit(),
            tiers = size(tiers),
            n = size(now)
        )
    };
    let less = |tiers: usize, now: usize| {
        t!(
            lang,
            fit_change_border_less,
            limit = limit(),
            tiers = size(tiers),
            n = size(now)
        )
    };
    if verdict.way == Way::Meetings {
        let mut all = Vec::new();
        if verdict.customers == Opinion::Against {
            all.push(t!(lang, fit_change_more, few = few, n = n));
        }
        if verdict.stability == Opinion::Against {
            all.push(less(2, two));
        }
        if verdict.exceptions == Opinion::Against {
            all.push(t!(lang, fit_change_moved_less, limit = bears, n = moved));
        }
        return all;
    }
    let mut all = vec![t!(lang, fit_change_fewer, few = few, n = n)];
    match verdict.most_tiers {
        3 | 4 => all.push(more(3, three)),
        _ => all.extend([less(3, three), more(2, two)]),
    }
    all.push(t!(lang, fit_change_moved_more, limit = bears, n = moved));
    all
}

/// How much purchases vary: shown with its source, and changeable.
#[component]
fn SpreadField(spread: Memo<Spread>) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let value = Signal::derive(move || Some(percent(spread.get().get())));
    let set = Callback::new(move |it: u32| {
        app.model.update(|model| model.spread = Percent::new(it));
    });
    let source = move || match spread.get() {
        Spread::Chosen(_) => t!(lang, fit_spread_chosen).to_owned(),
        Spread::Found(_, n) => t!(lang, fit_spread_found, n = format::size(lang, n)),
        Spread::Assumed => t!(lang, fit_spread_assumed).to_owned(),
    };
    let reset = move || {
        matches!(spread.get(), Spread::Chosen(_)).then(|| {
            view! {
                <button
                    class="btn btn--plain btn--small"
                    type="button"
                    on:click=move |_| app.model.update(|model| model.spread = None)
                >
                    {t!(lang, fit_spread_reset)}
                </button>
            }
        })
    };
    view! {
        <div class="verdict__spread mt-4 noprint">
            <WholeField id="fit-spread" label=t!(lang, fit_spread) value range=Percent::RANGE set/>
            <p class="f13 muted">{source}" "{reset}</p>
        </div>
    }
    .into_any()
}

/// A ratio in whole percent.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float to integer cast saturates"
)]
fn percent(ratio: f64) -> u32 {
    (ratio * 100.0).round() as u32
}
