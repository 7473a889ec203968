//! The words for things that are data elsewhere: tiers, questions, contacts, roles, issues.

use super::Lang;
use crate::domain::care::meetings::{Level, MeetingKind};
use crate::domain::care::{Channel, ContactKind, Evidence, GoalKind, Question, Sureness};
use crate::domain::care::{Country, DealRule, Person, Trade, Way};
use crate::domain::tiers::{MethodKind, TierPlan};
use crate::t;

/// The name of a tier: the user's own, else the usual one of that place.
#[must_use]
pub fn tier_name(lang: Lang, plan: &TierPlan, tier: usize) -> String {
    match plan.names.get(tier).map(|it| it.trim()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => usual_tier_name(lang, plan.tiers(), tier).to_owned(),
    }
}

/// The name of a part of the capacity: a tier, or means and meetings.
#[must_use]
pub fn part_name(lang: Lang, way: Way, plan: &TierPlan, at: usize) -> String {
    match (way, at) {
        (Way::Tiers, _) => tier_name(lang, plan, at),
        (Way::Meetings, 0) => t!(lang, meet_means).to_owned(),
        (Way::Meetings, _) => t!(lang, meet_meetings).to_owned(),
    }
}

/// A trade.
#[must_use]
pub fn trade(lang: Lang, it: Trade) -> &'static str {
    match it {
        Trade::Services => t!(lang, trades_services),
        Trade::Wholesale => t!(lang, trades_wholesale),
        Trade::Manufacturing => t!(lang, trades_manufacturing),
        Trade::Accounting => t!(lang, trades_accounting),
        Trade::Saas => t!(lang, trades_saas),
        Trade::Ecommerce => t!(lang, trades_ecommerce),
        Trade::Construction => t!(lang, trades_construction),
        Trade::Association => t!(lang, trades_association),
        Trade::Chamber => t!(lang, trades_chamber),
        Trade::Municipal => t!(lang, trades_municipal),
    }
}

/// A country.
#[must_use]
pub fn country(lang: Lang, it: Country) -> &'static str {
    match it {
        Country::Finland => t!(lang, people_finland),
        Country::Poland => t!(lang, people_poland),
    }
}

/// A rule of dealing.
#[must_use]
pub fn deal(lang: Lang, it: DealRule) -> &'static str {
    match it {
        DealRule::Load => t!(lang, people_by_load),
        DealRule::Region => t!(lang, people_by_region),
    }
}

/// How close a customer is.
#[must_use]
pub fn level(lang: Lang, it: Level) -> &'static str {
    match it {
        Level::Light => t!(lang, meet_level_light),
        Level::Steady => t!(lang, meet_level_steady),
        Level::First => t!(lang, meet_level_first),
        Level::Partner => t!(lang, meet_level_partner),
    }
}

/// What a meeting is for.
#[must_use]
pub fn meeting(lang: Lang, it: MeetingKind) -> &'static str {
    match it {
        MeetingKind::Customer => t!(lang, meet_customer),
        MeetingKind::Case => t!(lang, meet_case),
        MeetingKind::Check => t!(lang, meet_check),
    }
}

/// The usual name of a place among so many tiers; the last tier is always the light one from four up.
#[must_use]
pub fn usual_tier_name(lang: Lang, tiers: usize, tier: usize) -> &'static str {
    match (tiers, tier) {
        (_, 0) => t!(lang, common_tier_key),
        (2, _) | (_, 2) => t!(lang, common_tier_standard),
        (_, 1) => t!(lang, common_tier_core),
        (5, 3) => t!(lang, common_tier_small),
        _ => t!(lang, common_tier_light),
    }
}

/// The short name of a question, for navigation.
#[must_use]
pub fn question(lang: Lang, it: Question) -> &'static str {
    match it {
        Question::Aim => t!(lang, common_question_aim),
        Question::Needs => t!(lang, common_question_needs),
        Question::Owner => t!(lang, common_question_owner),
        Question::Service => t!(lang, common_question_service),
        Question::Contacts => t!(lang, common_question_contacts),
        Question::Extras => t!(lang, common_question_extras),
        Question::NotDone => t!(lang, common_question_not_done),
        Question::Goals => t!(lang, common_question_goals),
    }
}

/// A way of being in touch.
#[must_use]
pub fn contact(lang: Lang, it: ContactKind) -> &'static str {
    match it {
        ContactKind::Visit => t!(lang, common_contact_visit),
        ContactKind::Video => t!(lang, common_contact_video),
        ContactKind::Call => t!(lang, common_contact_call),
        ContactKind::Message => t!(lang, common_contact_message),
        ContactKind::Review => t!(lang, common_contact_review),
        ContactKind::Event => t!(lang, common_contact_event),
        ContactKind::Newsletter => t!(lang, common_contact_newsletter),
    }
}

/// A way of serving.
#[must_use]
pub fn channel(lang: Lang, it: Channel) -> &'static str {
    match it {
        Channel::NamedPerson => t!(lang, common_channel_named_person),
        Channel::Team => t!(lang, common_channel_team),
        Channel::SelfService => t!(lang, common_channel_self_service),
    }
}

/// How we know.
#[must_use]
pub fn evidence(lang: Lang, it: Evidence) -> &'static str {
    match it {
        Evidence::Survey => t!(lang, common_evidence_survey),
        Evidence::Interviews => t!(lang, common_evidence_interviews),
        Evidence::Data => t!(lang, common_evidence_data),
        Evidence::Staff => t!(lang, common_evidence_staff),
        Evidence::Guess => t!(lang, common_evidence_guess),
    }
}

/// How sure.
#[must_use]
pub fn sureness(lang: Lang, it: Sureness) -> &'static str {
    match it {
        Sureness::Known => t!(lang, common_sureness_known),
        Sureness::Likely => t!(lang, common_sureness_likely),
        Sureness::Unsure => t!(lang, common_sureness_unsure),
    }
}

/// What a goal measures.
#[must_use]
pub fn goal(lang: Lang, it: GoalKind) -> &'static str {
    match it {
        GoalKind::Retention => t!(lang, common_goal_retention),
        GoalKind::Growth => t!(lang, common_goal_growth),
        GoalKind::ContactsHeld => t!(lang, common_goal_contacts_held),
        GoalKind::Satisfaction => t!(lang, common_goal_satisfaction),
    }
}

/// The name of a method, and what it does in two sentences: the second says when not to use it.
#[must_use]
pub fn method(lang: Lang, kind: MethodKind) -> (&'static str, &'static str) {
    match kind {
        MethodKind::Share => (t!(lang, sort_method_share), t!(lang, sort_method_share_why)),
        MethodKind::Customers => (
            t!(lang, sort_method_customers),
            t!(lang, sort_method_customers_why),
        ),
        MethodKind::Amounts => (
            t!(lang, sort_method_amounts),
            t!(lang, sort_method_amounts_why),
        ),
        MethodKind::Natural => (
            t!(lang, sort_method_natural),
            t!(lang, sort_method_natural_why),
        ),
        MethodKind::HeadTail => (
            t!(lang, sort_method_head_tail),
            t!(lang, sort_method_head_tail_why),
        ),
        MethodKind::Computed => (
            t!(lang, sort_method_computed),
            t!(lang, sort_method_computed_why),
        ),
        MethodKind::Matrix => (t!(lang, methods_matrix), t!(lang, methods_matrix_why)),
        MethodKind::Score => (t!(lang, methods_score), t!(lang, methods_score_why)),
        MethodKind::Rfm => (t!(lang, methods_rfm), t!(lang, methods_rfm_why)),
        MethodKind::Rules => (t!(lang, methods_rules), t!(lang, methods_rules_why)),
    }
}

/// A person's name, or a number for one without.
#[must_use]
pub fn person_name(lang: Lang, person: &Person, at: usize) -> String {
    let name = person.name.trim();
    if name.is_empty() {
        t!(lang, care_unnamed, n = at + 1)
    } else {
        name.to_owned()
    }
}
