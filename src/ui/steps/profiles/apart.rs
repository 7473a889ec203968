//! How common each industry, size, region and product is in a tier and among all.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Head, Known, parted, rest, table, unknown, value_name};
use crate::domain::profiles::{Apart, Comparison, Traits, Verdict};
use crate::i18n::{Lang, format, profiles};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierSelect;

/// The table of one tier, which is chosen over it.
#[component]
pub(super) fn ApartTable(
    known: Known,
    /// The comparisons of the tier.
    apart: Memo<Arc<Apart>>,
    /// The tier.
    tier: RwSignal<usize>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let body = move || found(app, &known.traits.read(), &apart.read(), tier.get());
    view! {
        <section class="c8" aria-labelledby="apart">
            <div class="row row--between">
                <h2 id="apart">
                    {move || t!(lang, profiles_apart_title, tier = app.tier_name(tier.get()))}
                </h2>
                <TierSelect
                    tier
                    label=Signal::stored(t!(lang, profiles_tier).to_owned())
                    on_choose=move |it| tier.set(it)
                />
            </div>
            {body}
        </section>
    }
    .into_any()
}

fn found(app: App, traits: &[Traits], apart: &Apart, tier: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let name = app.tier_name(tier);
    let list = |rows: &[Comparison], more: &str| {
        let rows = rows.iter().map(|it| row(lang, traits, it, tier));
        let head = vec![
            Head::Text(t!(lang, profiles_col_what).to_owned()),
            Head::Text(t!(lang, profiles_col_tier, tier = name.clone())),
            Head::Number(t!(lang, profiles_col_all).to_owned()),
            Head::once(
                more,
                "def-times",
                t!(lang, profiles_col_times),
                t!(lang, profiles_col_times_def),
            ),
            Head::once(
                more,
                "def-range",
                t!(lang, profiles_col_range),
                t!(lang, profiles_col_range_def),
            ),
            Head::Text(t!(lang, profiles_col_verdict).to_owned()),
        ];
        let rows = rows.collect_view().into_any();
        table(
            &t!(lang, profiles_table, tier = name.clone()),
            more,
            head,
            rows,
        )
    };
    let (first, more, left_out) = parted(&apart.comparisons);
    let is_any = !first.is_empty();
    let is_few = apart.tested == 0;
    let tested = t!(lang, profiles_tested, n = apart.tested);
    let few = (is_any && !is_few).then(|| t!(lang, profiles_tested_few));
    view! {
        {is_any.then(|| list(first, ""))}
        {(!is_any).then(|| view! { <p class="mt-3 muted">{t!(lang, profiles_apart_none)}</p> })}
        {rest(lang, more.len(), left_out, |words| list(more, words))}
        {is_any.then(|| view! { <p class="f13 muted mt-3">{tested} " " {few}</p> })}
        {unknown(lang, &apart.unknown).map(|it| view! { <p class="f13 muted mt-2">{it}</p> })}
    }
    .into_any()
}

fn row(lang: Lang, traits: &[Traits], it: &Comparison, tier: usize) -> AnyView {
    let percent = |share: f64| format::percent(lang, share, 0);
    let width = |share: f64| format!("{:.1}%", share * 100.0);
    let range = it.interval().map(|(low, high)| {
        let low = format::number(lang, low * 100.0, 0);
        t!(lang, profiles_range, low = low, high = percent(high))
    });
    let verdict = it.verdict();
    let is_certain = matches!(verdict, Verdict::More | Verdict::Less);
    view! {
        <tr class:quiet=verdict == Verdict::TooFew>
            <th scope="row">
                {value_name(traits, it).to_owned()}
                <span class="profiles__of">{profiles::attribute(lang, it.attribute)}</span>
            </th>
            <td class="profiles__share" data-tier=(tier + 1).to_string()>
                <span class="nowrap">
                    <span class="b">{percent(it.share())}</span>
                    " "
                    <span class="muted">
                        {t!(lang, profiles_count, n = it.tier.0, of = it.tier.1)}
                    </span>
                </span>
                <span class="meter" aria-hidden="true">
                    <i style=("--w", width(it.share()))></i>
                    <b style=("--x", width(it.share_of_all()))></b>
                </span>
            </td>
            <td class="num">{percent(it.share_of_all())}</td>
            <td class="num" class:b=is_certain>"×" {profiles::times(lang, it.lift())}</td>
            <td class="num">{range}</td>
            <td class="nowrap" class:b=is_certain class:muted=!is_certain>
                {profiles::verdict(lang, verdict)}
            </td>
        </tr>
    }
    .into_any()
}
