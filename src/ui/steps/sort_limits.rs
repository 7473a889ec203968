//! How customers are sorted, and the limits as numbers to type: the equal way beside dragging.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::sort_edit::LimitEdit;
use super::sort_matrix::MatrixLimits;
use super::sort_names::NamesDialog;
use super::sort_rfm::RfmSegments;
use super::sort_score::ScoreLimits;
use crate::domain::money::Money;
use crate::domain::tiers::{AmountLimits, Method, MethodKind, Score};
use crate::i18n::{Lang, explain, format, typed, words};
use crate::t;
use crate::ui::charts::limit_name;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierBadge;

/// A field for each limit, and the way to names and number.
#[component]
pub(crate) fn Limits(
    /// Moves limits.
    edit: LimitEdit,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let is_open = RwSignal::new(false);
    let tiers = Memo::new(move |_| app.shape.read().tiers());
    let kind = Memo::new(move |_| app.shape.read().method.kind());
    let rows = move || {
        let count = tiers.get();
        match kind.get() {
            MethodKind::Matrix => return view! { <MatrixLimits/> {holds(app)} }.into_any(),
            MethodKind::Score => return view! { <ScoreLimits/> {holds(app)} }.into_any(),
            MethodKind::Rfm => return view! { <RfmSegments/> {holds(app)} }.into_any(),
            MethodKind::Rules => return holds(app),
            _ => {}
        }
        let last = count.saturating_sub(1);
        let field = |at| match kind.get() {
            MethodKind::Share | MethodKind::Customers => view! { <LimitField at edit/> }.into_any(),
            MethodKind::Amounts => view! { <AmountField at edit/> }.into_any(),
            _ => view! { <FoundLimit at/> }.into_any(),
        };
        let fields = (0..last).map(field).collect_view();
        view! {
            {fields}
            <div class="row row--between limit-row">
                <TierBadge tier=last name=Signal::derive(move || app.tier_name(last))/>
                <span class="muted f13">{t!(lang, sort_everyone_else)}</span>
            </div>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="limits">
            <h2 id="limits">{t!(lang, sort_limits)}</h2>
            {methods(app, kind)}
            <p class="f13" role="status">{move || app.is_looking.get().then(|| looking(app))}</p>
            <div class="stack limits mt-3">{rows}</div>
            <div class="row mt-3">
                <button
                    class="btn btn--small"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| is_open.set(true)
                >
                    {t!(lang, sort_names_button)}
                </button>
            </div>
            <NamesDialog open=is_open/>
        </section>
    }
    .into_any()
}

/// That natural breaks are still being looked for.
pub(super) fn looking(app: App) -> String {
    let n = app.ranking.read().len();
    t!(app.lang.get_untracked(), sort_looking, n = n)
}

/// The choice of a method, and what it does in two sentences.
fn methods(app: App, kind: Memo<MethodKind>) -> AnyView {
    let lang = app.lang.get_untracked();
    let choose = move |event: leptos::ev::Event| {
        let Some(chosen) = MethodKind::from_slug(&event_target_value(&event)) else {
            return;
        };
        let (ranking, sorting) = (app.ranking.read_untracked(), app.sorting.read_untracked());
        // Amounts begin where the limits are now.
        let tiers = app.plan.read_untracked().tiers();
        let by_value = app.plan.read_untracked().method.kind().is_by_value();
        let method = match chosen {
            MethodKind::Amounts if by_value => {
                let limits = AmountLimits::of_ends(&ranking, sorting.ends());
                Method::Amounts { limits }
            }
            // What the file does not know would only weigh down what it does.
            MethodKind::Score => Method::Score {
                score: Score::usual(tiers, |it| app.knows(it)),
            },
            _ => chosen.usual(tiers, &ranking),
        };
        let text = t!(
            lang,
            sort_method_changed,
            method = words::method(lang, chosen).0
        );
        app.change(text, |model| model.plan.set_method(method));
    };
    let options = MethodKind::ALL.map(|it| {
        view! {
            <option value=it.slug() prop:selected=move || kind.get() == it>
                {words::method(lang, it).0}
            </option>
        }
    });
    view! {
        <div class="field mt-3">
            <label class="label" for="method">{t!(lang, sort_method)}</label>
            <select class="select" id="method" aria-describedby="method-why" on:change=choose>
                {options.into_iter().collect_view()}
            </select>
            <p class="f13 muted" id="method-why">{move || words::method(lang, kind.get()).1}</p>
        </div>
    }
    .into_any()
}

/// What each tier holds, where its limits are no line of their own.
fn holds(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let line = move |at: usize| {
        let text = move || {
            let (sorting, ranking) = (app.sorting.read(), app.ranking.read());
            let tier = sorting.tiers().get(at).cloned().unwrap_or_default();
            let share = format::share(lang, tier.value.share_of(ranking.total()), 0);
            t!(lang, methods_holds, n = tier.customers, share = share)
        };
        view! {
            <div class="row row--between limit-row">
                <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/>
                <span class="muted f13">{text}</span>
            </div>
        }
    };
    let tiers = untrack(|| app.shape.read().tiers());
    let lines = (0..tiers).map(line).collect_view();
    view! { <div class="stack limits mt-3 holds">{lines}</div> }.into_any()
}

/// A limit that the method finds.
#[component]
fn FoundLimit(
    /// The limit: the tier it ends, from 0.
    at: usize,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let from = move || {
        let (ranking, sorting) = (app.ranking.read(), app.sorting.read());
        let end = |at: Option<usize>| {
            at.and_then(|it| sorting.ends().get(it))
                .copied()
                .unwrap_or(0)
        };
        let (start, end) = (end(at.checked_sub(1)), end(Some(at)));
        match end.checked_sub(1).and_then(|it| ranking.values().get(it)) {
            Some(least) if start < end => {
                let money = format::money_whole(lang, *least, &app.currency.read());
                t!(lang, sort_from_amount, money = money)
            }
            _ => t!(lang, sort_holds_nobody).to_owned(),
        }
    };
    view! {
        <div class="row row--between limit-row">
            <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/>
            <span class="muted f13">{from}</span>
        </div>
    }
}

/// A limit in money.
#[component]
fn AmountField(
    /// The limit: the tier that begins there, from 0.
    at: usize,
    /// Moves it.
    edit: LimitEdit,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let limit = Memo::new(move |_| match &app.plan.read().method {
        Method::Amounts { limits } => limits.as_slice().get(at).copied().unwrap_or_default(),
        _ => Money::ZERO,
    });
    let set = move |text: &str| {
        let now = || format::money(lang, limit.get_untracked(), &app.currency.read_untracked());
        let Some(amount) = typed::amount(text) else {
            return Err(t!(
                lang,
                sort_not_an_amount,
                text = text.trim(),
                limit = now()
            ));
        };
        edit.set_amount(at, amount).map_err(|_which| {
            let tier = untrack(|| app.tier_name(at));
            t!(lang, sort_amount_out_of_range, tier = tier, limit = now())
        })
    };
    let shown = Signal::derive(move || typed::amount_text(lang, limit.get()));
    let unit = move || format::currency_sign(&app.currency.read()).to_owned();
    let label = Signal::derive(move || limit_name(app, at));
    view! {
        <Field id=format!("limit-{at}") shown word=t!(lang, sort_from) unit=Signal::derive(unit) label set=Arc::new(set)>
            <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/>
        </Field>
    }
}

/// A limit as a percentage.
#[component]
fn LimitField(
    /// The limit: the tier it ends, from 0.
    at: usize,
    /// Moves it.
    edit: LimitEdit,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let set = move |text: &str| {
        edit.set(at, limit_from(app, lang, at, text)?);
        Ok(())
    };
    // A field whose limit stands still is not written to.
    let shown = Memo::new(move |_| {
        let plan = app.plan.read();
        field_text(lang, plan.method.cut(at).unwrap_or_default())
    });
    let shown = Signal::from(shown);
    let unit = Signal::stored("%".to_owned());
    let label = Signal::derive(move || limit_name(app, at));
    view! {
        <Field id=format!("limit-{at}") shown word=t!(lang, sort_up_to) unit label set=Arc::new(set)>
            <TierBadge tier=at name=Signal::derive(move || app.tier_name(at))/>
        </Field>
    }
}

/// Takes what was typed, or says why not.
pub(super) type Take = Arc<dyn Fn(&str) -> Result<(), String> + Send + Sync>;

/// A limit as a field; what is typed but is no limit is taken back, so the field shows what holds.
#[component]
pub(crate) fn Field(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What holds.
    shown: Signal<String>,
    /// The word before the field.
    word: &'static str,
    /// The unit after it.
    unit: Signal<String>,
    /// Its name for screen readers.
    label: Signal<String>,
    /// Takes what was typed, or says why not.
    set: Take,
    /// What it is called on screen.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let typed = move |event: leptos::ev::Event| {
        // A field that is left by the browser's own way back changes when it is gone.
        if shown.try_get_untracked().is_none() {
            return;
        }
        problem.set(set(&event_target_value(&event)).err());
        if let Some(field) = node.get_untracked() {
            field.set_value(&shown.get_untracked());
        }
    };
    let error_id = format!("{id}-problem");
    let described = error_id.clone();
    view! {
        <div>
            <div class="row row--between limit-row">
                <label for=id.clone()>{children()}</label>
                <span class="unit">
                    <span class="muted f13">{word}</span>
                    <input
                        class="input input--num"
                        id=id
                        node_ref=node
                        inputmode="decimal"
                        aria-label=move || label.get()
                        autocomplete="off"
                        prop:value=move || shown.get()
                        aria-describedby=move || problem.read().is_some().then(|| described.clone())
                        on:change=typed
                    />
                    <span class="muted">{move || unit.get()}</span>
                </span>
            </div>
            <p class="field__error" role="alert" id=error_id>{move || problem.get()}</p>
        </div>
    }
}

/// A limit as it stands in its field.
fn field_text(lang: Lang, basis_points: u16) -> String {
    let text = explain::limit(lang, basis_points);
    text.trim_end_matches('%').trim_end().to_owned()
}

/// The limit that was typed, or why it is none.
fn limit_from(app: App, lang: Lang, at: usize, text: &str) -> Result<u16, String> {
    let plan = app.plan.read_untracked();
    let cut = |at: usize| plan.method.cut(at);
    let now = explain::limit(lang, cut(at).unwrap_or_default());
    let Some(wanted) = typed::basis_points(text) else {
        return Err(t!(
            lang,
            sort_not_a_percent,
            text = text.trim(),
            limit = now
        ));
    };
    let low = at.checked_sub(1).and_then(cut).map_or(1, |it| it + 1);
    let high = cut(at + 1).map_or(9_999, |it| it - 1);
    if (low..=high).contains(&wanted) {
        return Ok(wanted);
    }
    Err(t!(
        lang,
        sort_out_of_range,
        tier = untrack(|| app.tier_name(at)),
        low = explain::limit(lang, low),
        high = explain::limit(lang, high),
        limit = now,
    ))
}
