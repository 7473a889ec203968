//! Search and filters over the table of customers.

use leptos::prelude::*;

use crate::domain::listing::Show;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// A search field, a choice of what to show, and a menu of tiers.
#[component]
pub(crate) fn Filter(
    /// What is shown.
    show: RwSignal<Show>,
    /// What names are searched for.
    search: RwSignal<String>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let all = move || {
        let ranking = app.ranking.read();
        t!(
            lang,
            sort_show_all,
            n = ranking.len() + ranking.apart().len()
        )
    };
    let by_hand = move || {
        t!(
            lang,
            sort_show_by_hand,
            n = app.sorting.read().by_hand().len()
        )
    };
    let apart = Memo::new(move |_| app.sorting.read().apart().0);
    let option = move |it: Show, label: AnyView| {
        view! {
            <label>
                <input
                    type="radio"
                    name="show-customers"
                    prop:checked=move || show.get() == it
                    on:change=move |_| show.set(it)
                />
                <span>{label}</span>
            </label>
        }
    };
    let tiers = move || {
        (0..app.plan.read().tiers())
            .map(|at| {
                let is_chosen = move || show.get() == Show::Tier(at);
                view! {
                    <option value=at.to_string() prop:selected=is_chosen>
                        {move || app.tier_name(at)}
                    </option>
                }
            })
            .collect_view()
    };
    let choose_tier = move |event: leptos::ev::Event| {
        let tier = event_target_value(&event).parse::<usize>();
        show.set(tier.map_or(Show::All, Show::Tier));
    };
    view! {
        <div class="row filter">
            <label class="vh" for="find-customer">{t!(lang, sort_find)}</label>
            <input
                class="input filter__find"
                id="find-customer"
                type="search"
                autocomplete="off"
                placeholder=t!(lang, sort_find)
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
            />
            <fieldset class="seg">
                <legend class="vh">{t!(lang, sort_show)}</legend>
                <div class="seg__in">
                    {option(Show::All, all.into_any())}
                    {option(Show::NearLimit, t!(lang, sort_show_near).into_any())}
                    {option(Show::ByHand, by_hand.into_any())}
                    {move || {
                        let n = apart.get();
                        (n > 0)
                            .then(|| {
                                let label = t!(lang, sort_show_apart, n = format::size(lang, n));
                                option(Show::Apart, label.into_any())
                            })
                    }}
                </div>
            </fieldset>
            <label class="vh" for="show-tier">{t!(lang, sort_show_tier)}</label>
            <select class="select filter__tier" id="show-tier" on:change=choose_tier>
                <option value="" prop:selected=move || !matches!(show.get(), Show::Tier(_))>
                    {t!(lang, sort_show_every_tier)}
                </option>
                {tiers}
            </select>
        </div>
    }
    .into_any()
}
