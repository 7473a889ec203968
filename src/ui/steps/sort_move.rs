//! Moving one customer by hand: to which tier, why, and when to look at it again.

use leptos::html;
use leptos::prelude::*;

use crate::domain::day;
use crate::domain::tiers::Exception;
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{Dialog, TierBadge};

/// The dialog; open while there is a customer to move.
#[component]
pub(crate) fn MoveDialog(
    /// The customer to move, by index.
    moving: RwSignal<Option<usize>>,
) -> impl IntoView {
    let close = move || moving.set(None);
    view! {
        <Dialog
            open=Signal::derive(move || moving.read().is_some())
            on_close=close
            labelledby="move-title"
        >
            {moving.get_untracked().map(|customer| view! { <MoveForm customer on_done=close/> })}
        </Dialog>
    }
}

#[component]
fn MoveForm(
    /// The customer, by index.
    customer: usize,
    /// Called when the dialog should close.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let (by_rule, now, former) = {
        let (sorting, ranking) = (app.sorting.read_untracked(), app.ranking.read_untracked());
        let is_by_hand = sorting.is_by_hand(customer);
        let former = app.exceptions.read_untracked().get(&customer).cloned();
        (
            sorting.tier_by_rule(&ranking, customer),
            sorting.tier_of(&ranking, customer),
            former.filter(|_| is_by_hand),
        )
    };
    let is_by_hand = former.is_some();
    let desk = use_desk();
    let is_locked = move || desk.is_locked();
    let name = untrack(|| app.customer(customer))
        .map(|it| it.name)
        .unwrap_or_default();
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
        if is_rule {
            put_back(app, customer);
        } else {
            let tier = tier.get_untracked();
            move_to(
                app,
                customer,
                Exception {
                    tier,
                    reason: text,
                    review,
                },
            );
        }
        on_done.run(());
    };
    let back = move |_| {
        put_back(app, customer);
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
    let rule = match by_rule {
        Some(at) => t!(lang, sort_move_rule, tier = untrack(|| app.tier_name(at))),
        None => t!(lang, sort_move_rule_apart).to_owned(),
    };
    view! {
        <h2 id="move-title">{t!(lang, sort_move_title, name = name)}</h2>
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
                {is_by_hand
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

/// Notes the exception under the customer's mark.
fn move_to(app: App, customer: usize, exception: Exception) {
    let lang = app.lang.get_untracked();
    let Some((customer, mark)) = untrack(|| app.customer(customer).zip(app.mark(customer))) else {
        return;
    };
    let tier = untrack(|| app.tier_name(exception.tier));
    let text = t!(lang, sort_moved_to, name = &customer.name, tier = tier);
    app.change(text, |model| {
        model.exceptions.insert(mark, exception);
    });
}

/// Forgets the exception.
fn put_back(app: App, customer: usize) {
    let lang = app.lang.get_untracked();
    let Some((customer, mark)) = untrack(|| app.customer(customer).zip(app.mark(customer))) else {
        return;
    };
    if app.model.read_untracked().exceptions.contains_key(&mark) {
        let text = t!(lang, sort_moved_back, name = &customer.name);
        app.change(text, |model| {
            model.exceptions.remove(&mark);
        });
    }
}
