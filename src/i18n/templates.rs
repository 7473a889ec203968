//! The words of examples: aims, needs, extras and limits that fit a tier's rank.

use super::{Lang, format};
use crate::domain::care::templates::{PlanTemplate, Rank};
use crate::domain::care::{Contact, ContactKind};
use crate::t;

/// Aims to start from.
#[must_use]
pub fn aims(lang: Lang, rank: Rank) -> [&'static str; 3] {
    match rank {
        Rank::Top => [
            t!(lang, templates_aim_top_1),
            t!(lang, templates_aim_top_2),
            t!(lang, templates_aim_top_3),
        ],
        Rank::Middle => [
            t!(lang, templates_aim_middle_1),
            t!(lang, templates_aim_middle_2),
            t!(lang, templates_aim_middle_3),
        ],
        Rank::Last => [
            t!(lang, templates_aim_last_1),
            t!(lang, templates_aim_last_2),
            t!(lang, templates_aim_last_3),
        ],
    }
}

/// Needs to start from.
#[must_use]
pub fn needs(lang: Lang, rank: Rank) -> [&'static str; 3] {
    match rank {
        Rank::Top => [
            t!(lang, templates_needs_top_1),
            t!(lang, templates_needs_top_2),
            t!(lang, templates_needs_top_3),
        ],
        Rank::Middle => [
            t!(lang, templates_needs_middle_1),
            t!(lang, templates_needs_middle_2),
            t!(lang, templates_needs_middle_3),
        ],
        Rank::Last => [
            t!(lang, templates_needs_last_1),
            t!(lang, templates_needs_last_2),
            t!(lang, templates_needs_last_3),
        ],
    }
}

/// Extras to start from.
#[must_use]
pub fn extras(lang: Lang, rank: Rank) -> [&'static str; 3] {
    match rank {
        Rank::Top => [
            t!(lang, templates_extras_top_1),
            t!(lang, templates_extras_top_2),
            t!(lang, templates_extras_top_3),
        ],
        Rank::Middle => [
            t!(lang, templates_extras_middle_1),
            t!(lang, templates_extras_middle_2),
            t!(lang, templates_extras_middle_3),
        ],
        Rank::Last => [
            t!(lang, templates_extras_last_1),
            t!(lang, templates_extras_last_2),
            t!(lang, templates_extras_last_3),
        ],
    }
}

/// What is left undone, politely, to start from.
#[must_use]
pub fn not_done(lang: Lang, rank: Rank) -> [&'static str; 3] {
    match rank {
        Rank::Top => [
            t!(lang, templates_not_done_top_1),
            t!(lang, templates_not_done_top_2),
            t!(lang, templates_not_done_top_3),
        ],
        Rank::Middle => [
            t!(lang, templates_not_done_middle_1),
            t!(lang, templates_not_done_middle_2),
            t!(lang, templates_not_done_middle_3),
        ],
        Rank::Last => [
            t!(lang, templates_not_done_last_1),
            t!(lang, templates_not_done_last_2),
            t!(lang, templates_not_done_last_3),
        ],
    }
}

/// So many contacts of a kind: `4 visits`.
#[must_use]
pub fn times(lang: Lang, kind: ContactKind, n: u32) -> String {
    match kind {
        ContactKind::Visit => t!(lang, templates_n_visits, n = n),
        ContactKind::Video => t!(lang, templates_n_videos, n = n),
        ContactKind::Call => t!(lang, templates_n_calls, n = n),
        ContactKind::Message => t!(lang, templates_n_messages, n = n),
        ContactKind::Review => t!(lang, templates_n_reviews, n = n),
        ContactKind::Event => t!(lang, templates_n_events, n = n),
        ContactKind::Newsletter => t!(lang, templates_n_newsletters, n = n),
    }
}

/// A contact plan in a line: `2 visits, 4 calls`.
#[must_use]
pub fn plan_line(lang: Lang, contacts: &[Contact]) -> String {
    contacts
        .iter()
        .filter(|it| it.times > 0)
        .map(|it| times(lang, it.kind, it.times))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A contact plan to start from in a line, with the hours of answering that it counts on.
#[must_use]
pub fn preset_line(lang: Lang, preset: &PlanTemplate) -> String {
    let plan = plan_line(lang, &preset.contacts);
    let minutes = format::count(lang, preset.incoming_minutes.into());
    t!(lang, templates_preset, plan = plan, n = minutes)
}

/// A response promise: whole working days of 24 hours by name, anything else in hours.
#[must_use]
pub fn within(lang: Lang, hours: u32) -> String {
    match hours {
        8 => t!(lang, templates_within_day).to_owned(),
        24 => t!(lang, templates_within_next_day).to_owned(),
        _ if hours > 24 && hours.is_multiple_of(24) => {
            t!(lang, templates_within_days, n = hours / 24)
        }
        _ => t!(
            lang,
            templates_within_hours,
            n = format::count(lang, hours.into())
        ),
    }
}
