//! The words of trades: examples for each rank of tier, and a whole tier to start from.

use super::{Lang, templates};
use crate::domain::care::templates::{Rank, Trade, goal_percent, plan_of, plans, response_hours};
use crate::domain::care::{
    CareModel, Channel, Evidence, Extra, Goal, GoalKind, Question, Sureness,
};
use crate::domain::money::Money;
use crate::t;

/// What a trade says of a tier of this rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it wants with these customers.
    pub aim: &'static str,
    /// What they need.
    pub needs: &'static str,
    /// What extra they get.
    pub extra: &'static str,
    /// What is left undone.
    pub not_done: &'static str,
}

/// The words of a trade for a rank.
#[must_use]
pub fn of(lang: Lang, trade: Trade, rank: Rank) -> Words {
    let text = match (trade, rank) {
        (Trade::Services, Rank::Top) => t!(lang, trades_services_top),
        (Trade::Services, Rank::Middle) => t!(lang, trades_services_middle),
        (Trade::Services, Rank::Last) => t!(lang, trades_services_last),
        (Trade::Wholesale, Rank::Top) => t!(lang, trades_wholesale_top),
        (Trade::Wholesale, Rank::Middle) => t!(lang, trades_wholesale_middle),
        (Trade::Wholesale, Rank::Last) => t!(lang, trades_wholesale_last),
        (Trade::Manufacturing, Rank::Top) => t!(lang, trades_manufacturing_top),
        (Trade::Manufacturing, Rank::Middle) => t!(lang, trades_manufacturing_middle),
        (Trade::Manufacturing, Rank::Last) => t!(lang, trades_manufacturing_last),
        (Trade::Accounting, Rank::Top) => t!(lang, trades_accounting_top),
        (Trade::Accounting, Rank::Middle) => t!(lang, trades_accounting_middle),
        (Trade::Accounting, Rank::Last) => t!(lang, trades_accounting_last),
        (Trade::Saas, Rank::Top) => t!(lang, trades_saas_top),
        (Trade::Saas, Rank::Middle) => t!(lang, trades_saas_middle),
        (Trade::Saas, Rank::Last) => t!(lang, trades_saas_last),
        (Trade::Ecommerce, Rank::Top) => t!(lang, trades_ecommerce_top),
        (Trade::Ecommerce, Rank::Middle) => t!(lang, trades_ecommerce_middle),
        (Trade::Ecommerce, Rank::Last) => t!(lang, trades_ecommerce_last),
        (Trade::Construction, Rank::Top) => t!(lang, trades_construction_top),
        (Trade::Construction, Rank::Middle) => t!(lang, trades_construction_middle),
        (Trade::Construction, Rank::Last) => t!(lang, trades_construction_last),
        (Trade::Association, Rank::Top) => t!(lang, trades_association_top),
        (Trade::Association, Rank::Middle) => t!(lang, trades_association_middle),
        (Trade::Association, Rank::Last) => t!(lang, trades_association_last),
        (Trade::Chamber, Rank::Top) => t!(lang, trades_chamber_top),
        (Trade::Chamber, Rank::Middle) => t!(lang, trades_chamber_middle),
        (Trade::Chamber, Rank::Last) => t!(lang, trades_chamber_last),
        (Trade::Municipal, Rank::Top) => t!(lang, trades_municipal_top),
        (Trade::Municipal, Rank::Middle) => t!(lang, trades_municipal_middle),
        (Trade::Municipal, Rank::Last) => t!(lang, trades_municipal_last),
    };
    let mut parts = text.split('|');
    let mut next = || parts.next().unwrap_or_default();
    Words {
        aim: next(),
        needs: next(),
        extra: next(),
        not_done: next(),
    }
}

/// The part of a text that belongs to a rank: `top|middle|last`.
fn ranked(text: &'static str, rank: Rank) -> &'static str {
    let at = match rank {
        Rank::Top => 0,
        Rank::Middle => 1,
        Rank::Last => 2,
    };
    text.split('|').nth(at).unwrap_or_default()
}

/// What happens when something goes wrong.
#[must_use]
pub fn escalation(lang: Lang, rank: Rank) -> &'static str {
    ranked(t!(lang, templates_escalation), rank)
}

/// When they can reach us.
#[must_use]
pub fn opening(lang: Lang, rank: Rank) -> &'static str {
    ranked(t!(lang, templates_opening), rank)
}

/// What to talk about.
#[must_use]
pub fn topics(lang: Lang, rank: Rank) -> &'static str {
    ranked(t!(lang, templates_topics), rank)
}

/// How a new customer starts.
#[must_use]
pub fn onboarding(lang: Lang, rank: Rank) -> &'static str {
    ranked(t!(lang, templates_onboarding), rank)
}

/// How they grow.
#[must_use]
pub fn growth(lang: Lang, rank: Rank) -> &'static str {
    ranked(t!(lang, templates_growth), rank)
}

/// How a customer leaves the tier.
#[must_use]
pub fn leaving(lang: Lang, rank: Rank) -> &'static str {
    ranked(t!(lang, templates_leaving), rank)
}

/// The model with an answer to start from for every question that has none but who owns the tier;
/// what is answered stays. Needs come as a guess, and all of it as suggested.
#[must_use]
pub fn filled(lang: Lang, trade: Option<Trade>, rank: Rank, model: &CareModel) -> CareModel {
    let words = trade.map_or_else(
        || Words {
            aim: first(templates::aims(lang, rank)),
            needs: first(templates::needs(lang, rank)),
            extra: first(templates::extras(lang, rank)),
            not_done: first(templates::not_done(lang, rank)),
        },
        |it| of(lang, it, rank),
    );
    let plan = trade.map_or_else(
        || plans(rank).into_iter().next(),
        |it| Some(plan_of(it, rank)),
    );
    let [_, hours, _] = response_hours(rank);
    let kind = GoalKind::Retention;
    let start = CareModel {
        aim: words.aim.to_owned(),
        needs: words.needs.to_owned(),
        evidence: vec![Evidence::Guess],
        sureness: Some(Sureness::Unsure),
        channel: Some(match rank {
            Rank::Top => Channel::NamedPerson,
            Rank::Middle => Channel::Team,
            Rank::Last => Channel::SelfService,
        }),
        response_hours: Some(hours),
        escalation: escalation(lang, rank).to_owned(),
        opening: opening(lang, rank).to_owned(),
        contacts: plan
            .as_ref()
            .map(|it| it.contacts.clone())
            .unwrap_or_default(),
        incoming_minutes: plan.map_or(0, |it| it.incoming_minutes),
        topics: topics(lang, rank).to_owned(),
        extras: vec![Extra {
            what: words.extra.to_owned(),
            cost: Money::ZERO,
        }],
        onboarding: onboarding(lang, rank).to_owned(),
        growth: growth(lang, rank).to_owned(),
        not_done: words.not_done.to_owned(),
        leaving: leaving(lang, rank).to_owned(),
        goals: vec![Goal {
            kind,
            percent: goal_percent(rank, kind),
        }],
        ..CareModel::default()
    };
    let mut out = model.clone();
    for question in Question::ALL {
        if !model.answered(question) && question != Question::Owner {
            out.copy_answer(question, &start);
            out.suggested.push(question);
        }
    }
    // Half an answer is one too: what the user wrote is never replaced.
    keep(&mut out.needs, &model.needs);
    keep(&mut out.escalation, &model.escalation);
    keep(&mut out.opening, &model.opening);
    keep(&mut out.topics, &model.topics);
    keep(&mut out.onboarding, &model.onboarding);
    keep(&mut out.growth, &model.growth);
    keep(&mut out.leaving, &model.leaving);
    if !model.evidence.is_empty() {
        out.evidence.clone_from(&model.evidence);
    }
    out.sureness = model.sureness.or(out.sureness);
    out.channel = model.channel.or(out.channel);
    out.response_hours = model.response_hours.or(out.response_hours);
    out.grace_weeks = model.grace_weeks;
    out.onboarding_minutes = model.onboarding_minutes;
    out
}

fn first(texts: [&'static str; 3]) -> &'static str {
    let [text, ..] = texts;
    text
}

fn keep(now: &mut String, own: &str) {
    if !own.trim().is_empty() {
        own.clone_into(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trade_has_four_texts_for_every_rank_in_every_language() {
        for lang in Lang::ALL {
            for trade in Trade::ALL {
                for rank in [Rank::Top, Rank::Middle, Rank::Last] {
                    let it = of(lang, trade, rank);
                    for text in [it.aim, it.needs, it.extra, it.not_done] {
                        assert!(text.len() > 3, "{lang:?} {trade:?} {rank:?}");
                    }
                    assert!(plan_of(trade, rank).contacts.iter().all(|it| it.times > 0));
                }
            }
            for text in [escalation, opening, topics, onboarding, growth, leaving] {
                for rank in [Rank::Top, Rank::Middle, Rank::Last] {
                    assert!(text(lang, rank).len() > 3, "{lang:?} {rank:?}");
                }
            }
        }
    }

    #[test]
    fn a_filled_tier_lacks_nothing_but_its_owner_and_keeps_what_was_answered() {
        let mine = CareModel {
            aim: "Mine.".to_owned(),
            needs: "Half an answer.".to_owned(),
            channel: Some(Channel::SelfService),
            leaving: "As agreed.".to_owned(),
            ..CareModel::default()
        };
        for trade in Trade::ALL.map(Some).into_iter().chain([None]) {
            let it = filled(Lang::Fi, trade, Rank::Top, &mine);
            assert_eq!(it.lacks(), [Question::Owner], "{trade:?}");
            assert_eq!((it.answers(), it.suggestions()), (1, 6), "read, not read");
            assert_eq!(it.first_open(), Some(Question::Needs));
            assert_eq!(
                (it.aim.as_str(), it.needs.as_str()),
                ("Mine.", "Half an answer.")
            );
            assert_eq!(
                (it.channel, it.leaving.as_str()),
                (mine.channel, "As agreed.")
            );
            assert!(it.is_guess());
            assert_eq!(filled(Lang::Fi, trade, Rank::Top, &it), it);
        }
    }

    #[test]
    fn what_is_changed_or_confirmed_is_a_suggestion_no_more_and_the_rest_stays_one() {
        let suggested = filled(Lang::En, None, Rank::Last, &CareModel::default());
        assert_eq!((suggested.answers(), suggested.suggestions()), (0, 7));
        let mut mine = suggested.clone();
        mine.aim.push_str(" And kindly.");
        mine.confirm_changed(&suggested);
        assert!(mine.settled(Question::Aim) && mine.is_suggested(Question::Needs));
        mine.confirm(Question::Needs);
        assert_eq!((mine.answers(), mine.suggestions()), (2, 5));
        let mut emptied = mine.clone();
        emptied.goals.clear();
        assert!(!emptied.settled(Question::Goals) && !emptied.is_suggested(Question::Goals));
        assert!(!mine.is_done());
    }
}
