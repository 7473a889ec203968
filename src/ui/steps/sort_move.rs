//! Moving customers by hand: to which tier, why, and when to look at it again.

use leptos::html;
use leptos::prelude::*;

use super::sort_listed::base;
use crate::domain::customer::marks;
use crate::domain::day;
use crate::domain::listing::Chosen;
use crate::domain::tiers::Exception;
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{Dialog, TierBadge};

/// The dialog; open while there are customers to move.
#[component]
pub(crate) fn MoveDialog(
    /// The customers to move, by index.
    moving: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let close = move || moving.set(Vec::new());
    view! {
        <Dialog
            open=Signal::derive(move || !moving.read().is_empty())
            on_close=close
            labelledby="move-title"
        >
            <MoveForm customers=moving.get_untracked() on_done=close/>
        </Dialog>
    }
}

/// Where customers stand before they are moved.
struct Standing {
    /// The tier of the rule, where it is one for all of them.
    by_rule: Option<usize>,
    /// The tier that they are in, where it is one.
    now: Option<usize>,
    /// The exception of a single customer.
    former: Option<Exception>,
    /// Somebody stands elsewhere than the rule says.
    is_any_by_hand: bool,
}

fn standing(app: App, customers: &[usize]) -> Standing {
    let (sorting, ranking) = (app.sorting.read_untracked(), app.ranking.read_untracked());
    let one = |tier: &dyn Fn(usize) -> Option<usize>| {
        let mut tiers = customers.iter().map(|it| tier(*it));
        let first = tiers.next().flatten()?;
        tiers.all(|it| it == Some(first)).then_some(first)
    };
    let former = match customers {
        [only] if sorting.is_by_hand(*only) => app.exceptions.read_untracked().get(only).cloned(),
        _ => None,
    };
    Standing {
        by_rule: one(&|it| sorting.tier_by_rule(&ranking, it)),
        now: one(&|it| sorting.tier_of(&ranking, it)),
        former,
        is_any_by_hand: customers.iter().any(|it| sorting.is_by_hand(*it)),
    }
}

#[component]
fn MoveForm(
    /// The customers, by index.
    customers: Vec<usize>,
    /// Called when the dialog should close.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let Standing {
        by_rule,
        now,
        former,
        is_any_by_hand,
    } = standing(app, &customers);
    let desk = use_desk();
    let is_locked = move || desk.is_locked();
    let n = customers.len();
    let single = match customers.as_slice() {
        [only] => untrack(|| app.customer(*only)).map(|it| it.name),
        _ => None,
    };
    let customers = StoredValue::new(customers);
    let tier = RwSignal::new(now.unwrap_or_default());
    let reason = RwSignal::new(
        former
            .as_ref()
            .map(|it| it.reason.clone())
            .unwrap_or_default(),
    );
    let review = RwSignal::new(
        former
            .and_then(|it| it.review)
            .map(day::text)
            .unwrap_or_default(),
    );
    let (is_reason_missing, is_review_wrong) = (RwSignal::new(false), RwSignal::new(false));
    let (reason_node, review_node) = (
        NodeRef::<html::Textarea>::new(),
        NodeRef::<html::Input>::new(),
    );

    let save = move |_| {
        let text = reason.get_untracked().trim().to_owned();
        let day = match review.get_untracked().trim() {
            "" => Ok(None),
            typed => day::parse(typed).map(Some).ok_or(()),
        };
        let is_rule = by_rule == Some(tier.get_untracked());
        is_reason_missing.set(text.is_empty() && !is_rule);
        is_review_wrong.set(day.is_err());
        if is_reason_missing.get_untracked() {
            if let Some(field) = reason_node.get_untracked() {
                // A field that cannot be focused still carries its message.
                let _ = field.focus();
            }
            return;
        }
        let Ok(review) = day else {
            if let Some(field) = review_node.get_untracked() {
                let _ = field.focus();
            }
            return;
        };
        let exception = Exception {
            tier: tier.get_untracked(),
            reason: text,
            review,
        };
        customers.with_value(|it| move_to(app, it, &exception));
        on_done.run(());
    };
    let back = move |_| {
        customers.with_value(|it| put_back(app, it));
        on_done.run(());
    };
    let tiers = (0..app.plan.read_untracked().tiers()).map(|at| {
        let label = Signal::stored(untrack(|| app.tier_name(at)));
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="move-to"
                    autofocus=Some(at) == now
                    prop:checked=move || tier.get() == at
                    on:change=move |_| tier.set(at)
                />
                <span class="choice__t"><TierBadge tier=at name=label/></span>
            </label>
        }
    });
    let title = match &single {
        Some(name) => t!(lang, sort_move_title, name = name),
        None => t!(lang, sort_move_title_many, n = n),
    };
    let rule = match by_rule {
        _ if single.is_none() => t!(lang, sort_move_rule_many).to_owned(),
        Some(at) => t!(lang, sort_move_rule, tier = untrack(|| app.tier_name(at))),
        None => t!(lang, sort_move_rule_apart).to_owned(),
    };
    view! {
        <h2 id="move-title">{title}</h2>
        <p class="f14 muted mt-2">{rule}</p>
        <div class="stack mt-4">
            <fieldset>
                <legend class="label">{t!(lang, sort_move_to)}</legend>
                {tiers.collect_view()}
            </fieldset>
            <div class="field">
                <label for="move-reason">{t!(lang, sort_move_reason)}</label>
                <p class="hint" id="move-reason-hint">{t!(lang, sort_move_reason_hint)}</p>
                <textarea
                    class="textarea move__reason"
                    id="move-reason"
                    node_ref=reason_node
                    maxlength="500"
                    aria-required="true"
                    aria-describedby="move-reason-hint move-reason-problem"
                    aria-invalid=move || is_reason_missing.get().then_some("true")
                    prop:value=move || reason.get()
                    on:input=move |event| {
                        reason.set(event_target_value(&event));
                        is_reason_missing.set(false);
                    }
                ></textarea>
                <p class="field__error" id="move-reason-problem" role="alert">
                    {move || is_reason_missing.get().then(|| t!(lang, sort_move_reason_missing))}
                </p>
            </div>
            <div class="field">
                <label for="move-review">{t!(lang, sort_move_review)}</label>
                <p class="hint" id="move-review-hint">{t!(lang, sort_move_review_hint)}</p>
                <input
                    class="input move__review"
                    id="move-review"
                    type="date"
                    node_ref=review_node
                    aria-describedby="move-review-hint move-review-problem"
                    aria-invalid=move || is_review_wrong.get().then_some("true")
                    prop:value=move || review.get()
                    on:input=move |event| {
                        review.set(event_target_value(&event));
                        is_review_wrong.set(false);
                    }
                />
                <p class="field__error" id="move-review-problem" role="alert">
                    {move || is_review_wrong.get().then(|| t!(lang, sort_move_review_wrong))}
                </p>
            </div>
            <div class="row">
                <button class="btn btn--go" type="button" disabled=is_locked on:click=save>
                    {t!(lang, sort_move_save)}
                </button>
                <button class="btn" type="button" on:click=move |_| on_done.run(())>
                    {t!(lang, common_cancel)}
                </button>
                {is_any_by_hand
                    .then(|| {
                        view! {
                            <button class="btn" type="button" disabled=is_locked on:click=back>
                                {t!(lang, sort_move_back)}
                            </button>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}

/// Notes the exception under the mark of each customer; one that the rule puts there anyway is none.
/// All of it is one change.
fn move_to(app: App, customers: &[usize], exception: &Exception) {
    let lang = app.lang.get_untracked();
    let marked = marked(app, customers);
    let tier = untrack(|| app.tier_name(exception.tier));
    let is_rule = {
        let (sorting, ranking) = (app.sorting.read_untracked(), app.ranking.read_untracked());
        let rule = |at: usize| sorting.tier_by_rule(&ranking, at);
        customers.iter().all(|it| rule(*it) == Some(exception.tier))
    };
    if is_rule {
        put_back(app, customers);
        return;
    }
    let text = match marked.as_slice() {
        [(_, name, _)] => t!(lang, sort_moved_to, name = name, tier = tier),
        all => t!(lang, sort_moved_many, n = all.len(), tier = tier),
    };
    app.change(text, |model| {
        for (mark, _, by_rule) in marked {
            if by_rule == Some(exception.tier) {
                model.exceptions.remove(&mark);
            } else {
                model.exceptions.insert(mark, exception.clone());
            }
        }
    });
    app.list.chosen.set(Chosen::default());
}

/// Forgets the exceptions of customers.
fn put_back(app: App, customers: &[usize]) {
    let lang = app.lang.get_untracked();
    let mut marked = marked(app, customers);
    marked.retain(|it| app.model.read_untracked().exceptions.contains_key(&it.0));
    let text = match marked.as_slice() {
        [] => return,
        [(_, name, _)] => t!(lang, sort_moved_back, name = name),
        all => t!(lang, sort_moved_back_many, n = all.len()),
    };
    app.change(text, |model| {
        for (mark, _, _) in marked {
            model.exceptions.remove(&mark);
        }
    });
    app.list.chosen.set(Chosen::default());
}

/// The mark, the name and the tier by the rule of each customer.
fn marked(app: App, customers: &[usize]) -> Vec<(String, String, Option<usize>)> {
    let base = untrack(|| base(app));
    let (sorting, ranking) = (app.sorting.read_untracked(), app.ranking.read_untracked());
    let marks = marks(&base.customers);
    let one = |at: &usize| {
        let (mark, customer) = (marks.get(*at)?, base.customers.get(*at)?);
        let by_rule = sorting.tier_by_rule(&ranking, *at);
        Some((mark.clone(), customer.name.clone(), by_rule))
    };
    customers.iter().filter_map(one).collect()
}
