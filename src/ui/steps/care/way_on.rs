//! The way on: where the button after a question leads, and what it says.

use leptos::prelude::*;

use super::tier::TierCare;
use crate::domain::care::Question;
use crate::i18n::words;
use crate::t;
use crate::ui::route::Route;

/// The way on. Of a suggestion it says that it fits: who goes on by it has read it.
pub(super) fn go_on(care: TierCare, question: Question, class: &'static str) -> impl IntoView {
    let text = move || {
        let next = next(care, question).1;
        if care.model.read().is_suggested(question) {
            t!(care.lang, care_fits_next, next = next)
        } else {
            next
        }
    };
    view! {
        <a
            class=class
            href=move || next(care, question).0.href()
            on:click=move |_| care.confirm(question)
        >
            {text}
        </a>
    }
}

/// Where the go-button leads, and what it says: the next question, after the last one what a tier
/// nearly done still lacks, then the next tier that is not done, and in the end the next step.
fn next(care: TierCare, question: Question) -> (Route, String) {
    let (lang, tier) = (care.lang, care.tier);
    let following = Question::ALL.into_iter().find(|it| *it > question);
    if let Some(question) = following {
        let text = match question {
            // Nothing leads to the first question but a tier.
            Question::Aim | Question::Needs => t!(lang, care_next_needs),
            Question::Owner => t!(lang, care_next_owner),
            Question::Service => t!(lang, care_next_service),
            Question::Contacts => t!(lang, care_next_contacts),
            Question::Extras => t!(lang, care_next_extras),
            Question::NotDone => t!(lang, care_next_not_done),
            Question::Goals => t!(lang, care_next_goals),
        };
        return (Route::Care { tier, question }, text.to_owned());
    }
    let left: Vec<Question> = (Question::ALL.into_iter())
        .filter(|it| *it != question && !care.model.read().settled(*it))
        .collect();
    if let (1..=2, Some(question)) = (left.len(), left.first().copied()) {
        let what = words::question(lang, question).to_lowercase();
        return (
            Route::Care { tier, question },
            t!(lang, care_next_missing, what = what),
        );
    }
    let models = care.app.care.read();
    let after = (0..models.len()).map(|it| (tier + 1 + it) % models.len().max(1));
    let open = after
        .filter(|it| *it != tier)
        .find_map(|it| Some((it, models.get(it)?.first_open()?)));
    match open {
        Some((tier, question)) => (
            Route::Care { tier, question },
            t!(lang, care_next_tier, tier = care.app.tier_name(tier)),
        ),
        None => (Route::Follow, t!(lang, care_next_follow).to_owned()),
    }
}
