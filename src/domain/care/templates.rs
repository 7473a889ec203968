//! Starting points for a care model that fit a tier's rank; the words are in `i18n::templates`.

use super::{Contact, ContactKind, GoalKind};

/// Where a tier stands among the others: examples differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The first tier.
    Top,
    /// Any tier between the first and the last.
    Middle,
    /// The last tier.
    Last,
}

impl Rank {
    /// The rank of a tier, from 0, among so many.
    #[must_use]
    pub const fn of(tier: usize, tiers: usize) -> Self {
        if tier == 0 {
            Self::Top
        } else if tier + 1 < tiers {
            Self::Middle
        } else {
            Self::Last
        }
    }
}

/// A contact plan to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanTemplate {
    /// Planned contacts.
    pub contacts: Vec<Contact>,
    /// Minutes a year for answering one customer.
    pub incoming_minutes: u32,
}

/// Contact plans for a rank, the fullest first.
#[must_use]
pub fn plans(rank: Rank) -> Vec<PlanTemplate> {
    use ContactKind::{Call, Event, Message, Newsletter, Review, Video, Visit};
    let plan = |incoming: u32, contacts: &[(ContactKind, u32, u32, u32)]| PlanTemplate {
        contacts: contacts
            .iter()
            .map(|&(kind, times, minutes, preparation)| Contact {
                kind,
                times,
                minutes,
                preparation,
            })
            .collect(),
        incoming_minutes: incoming,
    };
    match rank {
        Rank::Top => vec![
            plan(
                300,
                &[(Visit, 4, 120, 30), (Call, 8, 25, 5), (Review, 1, 120, 120)],
            ),
            plan(
                240,
                &[
                    (Visit, 2, 120, 30),
                    (Video, 2, 60, 15),
                    (Call, 6, 20, 5),
                    (Review, 1, 90, 60),
                ],
            ),
            plan(
                180,
                &[(Video, 4, 60, 15), (Call, 4, 20, 5), (Event, 1, 60, 0)],
            ),
        ],
        Rank::Middle => vec![
            plan(
                180,
                &[(Visit, 1, 90, 15), (Call, 4, 20, 0), (Review, 1, 60, 30)],
            ),
            plan(
                120,
                &[(Video, 2, 45, 10), (Call, 2, 15, 0), (Message, 4, 5, 0)],
            ),
            plan(
                90,
                &[(Call, 2, 15, 0), (Event, 1, 30, 0), (Newsletter, 4, 1, 0)],
            ),
        ],
        Rank::Last => vec![
            plan(30, &[(Call, 1, 10, 0), (Newsletter, 4, 1, 0)]),
            plan(20, &[(Message, 2, 5, 0), (Newsletter, 4, 1, 0)]),
            plan(15, &[(Newsletter, 4, 1, 0)]),
        ],
    }
}

/// Response promises to pick from, in hours, the ones that fit the rank.
#[must_use]
pub const fn response_hours(rank: Rank) -> [u32; 3] {
    match rank {
        Rank::Top => [2, 4, 8],
        Rank::Middle => [8, 24, 48],
        Rank::Last => [24, 48, 72],
    }
}

/// A target in percent to start from.
#[must_use]
pub const fn goal_percent(rank: Rank, kind: GoalKind) -> u32 {
    let [top, middle, last] = match kind {
        GoalKind::Retention => [97, 92, 85],
        GoalKind::Growth => [5, 10, 0],
        GoalKind::ContactsHeld => [95, 90, 80],
        GoalKind::Satisfaction => [90, 85, 80],
    };
    match rank {
        Rank::Top => top,
        Rank::Middle => middle,
        Rank::Last => last,
    }
}
