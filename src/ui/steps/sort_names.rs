//! Names and number of tiers, ready-made limits, and which side of a limit counts.

use leptos::prelude::*;

use crate::domain::tiers::{Method, MethodKind, Rule, TIERS, TierCuts, TierPlan};
use crate::i18n::{Lang, explain, words};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::Dialog;

/// Limits that are in common use, in basis points of revenue and of customers.
const READY_CUTS: [&[u16]; 4] = [
    &[8_000, 9_500],
    &[7_000, 9_000],
    &[5_000, 8_000, 9_500],
    &[6_000, 8_500, 9_700],
];
const READY_CUTS_OF_CUSTOMERS: [&[u16]; 4] = [
    &[2_000, 5_000],
    &[1_000, 3_000],
    &[1_000, 3_000, 6_000],
    &[2_000, 4_000, 6_000, 8_000],
];

/// Ready-made names.
#[derive(Clone, Copy)]
enum Names {
    Usual,
    Metals,
    Letters,
}

impl Names {
    const ALL: [Self; 3] = [Self::Usual, Self::Metals, Self::Letters];

    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Usual => t!(lang, sort_preset_usual),
            Self::Metals => t!(lang, sort_preset_metals),
            Self::Letters => t!(lang, sort_preset_letters),
        }
    }

    /// A name for each possible place; empty stands for the usual one, which follows the language.
    fn names(self, lang: Lang) -> Vec<String> {
        let names: [&str; 5] = match self {
            Self::Usual => [""; 5],
            Self::Metals => [
                t!(lang, sort_metal_gold),
                t!(lang, sort_metal_silver),
                t!(lang, sort_metal_bronze),
                t!(lang, common_tier_standard),
                t!(lang, common_tier_light),
            ],
            Self::Letters => ["A", "B", "C", "D", "E"],
        };
        names.map(str::to_owned).into()
    }
}

/// What the dialog holds until it is saved.
#[derive(Clone, Copy)]
struct Draft {
    names: RwSignal<Vec<String>>,
    method: RwSignal<Method>,
}

impl Draft {
    fn of(plan: &TierPlan) -> Self {
        let mut names = plan.names.clone();
        names.resize(*TIERS.end(), String::new());
        Self {
            names: RwSignal::new(names),
            method: RwSignal::new(plan.method.clone()),
        }
    }

    fn plan(self) -> TierPlan {
        let method = self.method.get_untracked();
        let mut names = self.names.get_untracked();
        names.truncate(method.tiers());
        TierPlan {
            names: names.iter().map(|it| it.trim().to_owned()).collect(),
            method,
        }
    }

    fn set_cuts(self, new: TierCuts) {
        self.method.update(|method| {
            if let Method::Share { cuts, .. } | Method::Customers { cuts } = method {
                *cuts = new;
            }
        });
    }

    fn rule(self) -> Option<Rule> {
        match &*self.method.read() {
            Method::Share { rule, .. } => Some(*rule),
            _ => None,
        }
    }

    fn set_rule(self, new: Rule) {
        self.method.update(|method| {
            if let Method::Share { rule, .. } = method {
                *rule = new;
            }
        });
    }
}

/// The dialog.
#[component]
pub(crate) fn NamesDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let close = move || open.set(false);
    view! {
        <Dialog open=open on_close=close labelledby="names-title">
            <NamesForm on_done=close/>
        </Dialog>
    }
}

#[component]
fn NamesForm(
    /// Called when the dialog should close.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let draft = Draft::of(&app.plan.read_untracked());
    let kind = draft.method.read_untracked().kind();
    let save = move |_| {
        save(app, draft.plan());
        on_done.run(());
    };
    view! {
        <h2 id="names-title">{t!(lang, sort_names_title)}</h2>
        <div class="stack mt-4 names">
            {kind.has_count().then(|| counts(lang, app, draft))}
            {ready_cuts(kind).map(|it| cuts(lang, draft, it))} {names(lang, draft)}
            {draft.rule().map(|_| rules(lang, draft))}
            <div class="row">
                <button class="btn btn--go" type="button" on:click=save>{t!(lang, common_save)}</button>
                <button class="btn" type="button" on:click=move |_| on_done.run(())>
                    {t!(lang, common_cancel)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn save(app: App, plan: TierPlan) {
    if plan != *app.plan.read_untracked() {
        let text = t!(app.lang.get_untracked(), sort_names_changed).to_owned();
        app.change(text, |model| {
            // Whoever was moved into a tier that goes away is now in the last that stays.
            let last = plan.tiers().saturating_sub(1);
            for exception in model.exceptions.values_mut() {
                exception.tier = last.min(exception.tier);
            }
            model.plan = plan;
        });
    }
}

/// How many tiers: a new number brings its usual limits, or what the user made of the others; the saved
/// one its own.
fn counts(lang: Lang, app: App, draft: Draft) -> AnyView {
    let choose = move |n: usize| {
        let plan = app.plan.read_untracked();
        let mut method = plan.method.with_tiers(n, &app.ranking.read_untracked());
        if let (Method::Share { rule, .. }, Some(chosen)) = (&mut method, draft.rule()) {
            *rule = chosen;
        }
        draft.method.set(method);
    };
    let options = TIERS.map(|n| {
        view! {
            <label>
                <input
                    type="radio"
                    name="tier-count"
                    prop:checked=move || draft.method.read().tiers() == n
                    on:change=move |_| choose(n)
                />
                <span>{n}</span>
            </label>
        }
    });
    view! {
        <fieldset class="seg">
            <legend>{t!(lang, sort_names_count)}</legend>
            <div class="seg__in">{options.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn ready_cuts(kind: MethodKind) -> Option<[&'static [u16]; 4]> {
    match kind {
        MethodKind::Share => Some(READY_CUTS),
        MethodKind::Customers => Some(READY_CUTS_OF_CUSTOMERS),
        _ => None,
    }
}

fn cuts(lang: Lang, draft: Draft, ready: [&'static [u16]; 4]) -> AnyView {
    let options = ready.map(|cuts| {
        let text: Vec<String> = cuts.iter().map(|it| explain::limit(lang, *it)).collect();
        let choose = move |_| {
            // Written above, rising: always a list of cuts.
            if let Ok(cuts) = TierCuts::new(cuts.to_vec()) {
                draft.set_cuts(cuts);
            }
        };
        view! {
            <button
                class="btn btn--small"
                type="button"
                aria-pressed=move || (draft.method.read().cuts().is_some_and(|it| it.as_slice() == cuts)).to_string()
                on:click=choose
            >
                {text.join(" / ")}
            </button>
        }
    });
    view! {
        <div class="stack" role="group" aria-labelledby="ready-cuts">
            <p class="label" id="ready-cuts">{t!(lang, sort_limits_presets)}</p>
            <div class="row">{options.into_iter().collect_view()}</div>
        </div>
    }
    .into_any()
}

fn names(lang: Lang, draft: Draft) -> AnyView {
    let ready = Names::ALL.map(|it| {
        view! {
            <button class="btn btn--small" type="button" on:click=move |_| draft.names.set(it.names(lang))>
                {it.label(lang)}
            </button>
        }
    });
    let tiers = Memo::new(move |_| draft.method.read().tiers());
    let field = move |at: usize| {
        let id = format!("tier-name-{at}");
        let set = move |event: leptos::ev::Event| {
            let text = event_target_value(&event);
            draft.names.update(|names| {
                if let Some(name) = names.get_mut(at) {
                    *name = text;
                }
            });
        };
        view! {
            <div class="names__field" data-tier=at + 1>
                <label for=id.clone()>
                    <span class="tier__m" aria-hidden="true">{at + 1}</span>
                    <span class="vh">{t!(lang, sort_names_field, n = at + 1)}</span>
                </label>
                <input
                    class="input"
                    id=id
                    autocomplete="off"
                    maxlength="40"
                    placeholder=move || words::usual_tier_name(lang, tiers.get(), at)
                    prop:value=move || draft.names.read().get(at).cloned().unwrap_or_default()
                    on:input=set
                />
            </div>
        }
    };
    view! {
        <div class="stack" role="group" aria-labelledby="ready-names">
            <p class="label" id="ready-names">{t!(lang, sort_names_presets)}</p>
            <div class="row">{ready.into_iter().collect_view()}</div>
            {move || (0..tiers.get()).map(field).collect_view()}
        </div>
    }
    .into_any()
}

fn rules(lang: Lang, draft: Draft) -> AnyView {
    let option = |rule: Rule, title: &'static str, why: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="tier-rule"
                    prop:checked=move || draft.rule() == Some(rule)
                    on:change=move |_| draft.set_rule(rule)
                />
                <span class="choice__t">{title}</span>
                <span class="choice__d">{why}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="label">{t!(lang, sort_rule_title)}</legend>
            {option(Rule::Exclusive, t!(lang, sort_rule_exclusive), t!(lang, sort_rule_exclusive_why))}
            {option(Rule::Inclusive, t!(lang, sort_rule_inclusive), t!(lang, sort_rule_inclusive_why))}
        </fieldset>
    }
    .into_any()
}
