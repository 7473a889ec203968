//! Step 3, Sort: where one tier ends and the next begins, and who is an exception.

use leptos::prelude::*;

use super::sort_compare::Compare;
use super::sort_customers::Customers;
use super::sort_edit::LimitEdit;
use super::sort_exceptions::Exceptions;
use super::sort_limits::Limits;
use super::sort_matrix::MatrixGrid;
use super::sort_rfm::RfmGrid;
use super::sort_rules::RuleEditor;
use super::sort_score::ScoreWeights;
use super::sort_tiers::Tiers;
use crate::domain::care::Question;
use crate::domain::tiers::{Method, MethodKind, Rule};
use crate::i18n::format;
use crate::t;
use crate::ui::charts::TierChart;
use crate::ui::persist::use_desk;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{PageHead, over_customers};

/// The step.
#[component]
pub(crate) fn SortStep() -> impl IntoView {
    over_customers(|| view! { <Found/> }.into_any())
}

#[component]
fn Found() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let desk = use_desk();
    let edit = LimitEdit::new(app);
    let kind = Memo::new(move |_| app.shape.read().method.kind());
    let care = Route::Care {
        tier: 0,
        question: Question::Aim,
    };
    view! {
        <main id="main" class="page">
            <PageHead
                title=Signal::derive(move || headline(app))
                lede=t!(lang, sort_lede)
                href=care.href()
                go=t!(lang, sort_go)
            />
            <div class="cols">
                <fieldset class="c8" role="none" disabled=move || desk.is_locked()>
                    {move || picture(kind.get(), edit)}
                </fieldset>
                <div class="c4">
                    <fieldset role="none" disabled=move || desk.is_locked()>
                        <Limits edit/>
                    </fieldset>
                    <Exceptions/>
                </div>
            </div>
            <Customers/>
            <Tiers/>
            <section class="section" aria-labelledby="who">
                <h2 id="who">{t!(lang, profiles_link_title)}</h2>
                <p class="mt-3">
                    <a href=Route::Profiles.href()>
                        {move || t!(lang, profiles_link, tier = app.tier_name(0))}
                    </a>
                </p>
            </section>
            <Compare/>
        </main>
    }
    .into_any()
}

/// What a method is seen and changed by.
fn picture(kind: MethodKind, edit: LimitEdit) -> AnyView {
    let lang = use_lang();
    match kind {
        MethodKind::Matrix => view! { <MatrixGrid/> }.into_any(),
        MethodKind::Score => view! { <ScoreWeights/> }.into_any(),
        MethodKind::Rfm => view! { <RfmGrid/> }.into_any(),
        MethodKind::Rules => view! { <RuleEditor/> }.into_any(),
        _ => view! {
            <figure class="chart">
                <figcaption class="chart__sub">{t!(lang, sort_chart_sub)}</figcaption>
                <TierChart edit/>
            </figure>
        }
        .into_any(),
    }
}

/// What the first tier holds; or why it holds nobody.
fn headline(app: App) -> String {
    let lang = app.lang.get_untracked();
    let (sorting, ranking, plan) = (app.sorting.read(), app.ranking.read(), app.shape.read());
    let first = sorting.tiers().first().cloned().unwrap_or_default();
    let tier = app.tier_name(0);
    if first.customers > 0 {
        let share = format::share(lang, first.value.share_of(ranking.total()), 0);
        return t!(
            lang,
            sort_headline,
            n = first.customers,
            tier = tier,
            share = share
        );
    }
    let is_inclusive = matches!(
        plan.method,
        Method::Share {
            rule: Rule::Inclusive,
            ..
        }
    );
    if is_inclusive && first.by_rule.0 == 0 {
        t!(lang, sort_headline_dominant, tier = tier)
    } else {
        t!(lang, sort_headline_empty, tier = tier)
    }
}
