//! Starting points for a care model that fit a tier's rank; the words are in `i18n::templates`.

use serde::{Deserialize, Serialize};

use super::{Contact, ContactKind, GoalKind};

/// A trade: examples differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trade {
    /// Services for companies.
    Services,
    /// Wholesale.
    Wholesale,
    /// Manufacturing.
    Manufacturing,
    /// An accounting office.
    Accounting,
    /// Software as a service.
    Saas,
    /// A web shop.
    Ecommerce,
    /// Construction.
    Construction,
    /// An association.
    Association,
    /// A chamber of commerce.
    Chamber,
    /// A municipality's services for companies.
    Municipal,
}

impl Trade {
    /// In the order they are offered.
    pub const ALL: [Self; 10] = [
        Self::Services,
        Self::Wholesale,
        Self::Manufacturing,
        Self::Accounting,
        Self::Saas,
        Self::Ecommerce,
        Self::Construction,
        Self::Association,
        Self::Chamber,
        Self::Municipal,
    ];
}

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

type Planned = (ContactKind, u32, u32, u32);

fn plan(incoming_minutes: u32, contacts: &[Planned]) -> PlanTemplate {
    let contact = |&(kind, times, minutes, preparation): &Planned| Contact {
        kind,
        times,
        minutes,
        preparation,
    };
    PlanTemplate {
        contacts: contacts.iter().map(contact).collect(),
        incoming_minutes,
    }
}

/// The contact plan a trade usually starts from.
#[must_use]
pub fn plan_of(trade: Trade, rank: Rank) -> PlanTemplate {
    use ContactKind::{Call, Event, Message, Newsletter, Review, Video, Visit};
    let [top, middle, last]: [(u32, &[Planned]); 3] = match trade {
        Trade::Services => [
            (
                300,
                &[
                    (Visit, 2, 120, 30),
                    (Video, 4, 45, 15),
                    (Review, 1, 120, 60),
                ],
            ),
            (120, &[(Video, 2, 45, 15), (Call, 2, 15, 5)]),
            (30, &[(Message, 1, 10, 0), (Newsletter, 4, 1, 0)]),
        ],
        Trade::Wholesale => [
            (
                360,
                &[(Visit, 4, 120, 15), (Call, 12, 15, 5), (Review, 1, 90, 60)],
            ),
            (180, &[(Visit, 1, 90, 15), (Call, 6, 15, 0)]),
            (30, &[(Call, 1, 10, 0), (Newsletter, 6, 1, 0)]),
        ],
        Trade::Manufacturing => [
            (
                420,
                &[(Visit, 4, 180, 60), (Call, 6, 20, 5), (Review, 1, 180, 120)],
            ),
            (180, &[(Visit, 1, 120, 30), (Call, 4, 15, 5)]),
            (45, &[(Call, 1, 10, 0), (Newsletter, 2, 1, 0)]),
        ],
        Trade::Accounting => [
            (
                600,
                &[(Visit, 1, 90, 30), (Video, 4, 45, 30), (Review, 1, 90, 60)],
            ),
            (300, &[(Video, 2, 30, 15), (Review, 1, 45, 30)]),
            (120, &[(Message, 4, 5, 0), (Newsletter, 4, 1, 0)]),
        ],
        Trade::Saas => [
            (
                240,
                &[(Video, 6, 45, 15), (Review, 2, 60, 45), (Event, 1, 60, 0)],
            ),
            (60, &[(Video, 2, 30, 10), (Message, 4, 5, 0)]),
            (15, &[(Event, 1, 2, 0), (Newsletter, 12, 1, 0)]),
        ],
        Trade::Ecommerce => [
            (
                120,
                &[(Call, 4, 15, 5), (Message, 6, 10, 0), (Review, 1, 60, 30)],
            ),
            (45, &[(Call, 1, 10, 0), (Message, 4, 5, 0)]),
            (10, &[(Newsletter, 12, 1, 0)]),
        ],
        Trade::Construction => [
            (
                480,
                &[(Visit, 6, 120, 15), (Call, 6, 15, 0), (Review, 1, 90, 45)],
            ),
            (180, &[(Visit, 2, 60, 15), (Call, 2, 15, 0)]),
            (30, &[(Call, 1, 10, 0), (Newsletter, 2, 1, 0)]),
        ],
        Trade::Association => [
            (
                120,
                &[(Visit, 1, 60, 15), (Call, 2, 15, 5), (Event, 2, 30, 0)],
            ),
            (
                45,
                &[(Call, 1, 15, 0), (Event, 1, 15, 0), (Newsletter, 6, 1, 0)],
            ),
            (15, &[(Event, 1, 5, 0), (Newsletter, 6, 1, 0)]),
        ],
        Trade::Chamber => [
            (
                180,
                &[(Visit, 2, 60, 20), (Call, 2, 15, 5), (Event, 4, 30, 0)],
            ),
            (
                60,
                &[
                    (Visit, 1, 45, 10),
                    (Event, 2, 15, 0),
                    (Newsletter, 12, 1, 0),
                ],
            ),
            (20, &[(Event, 1, 5, 0), (Newsletter, 12, 1, 0)]),
        ],
        Trade::Municipal => [
            (
                180,
                &[(Visit, 2, 90, 30), (Call, 4, 15, 5), (Event, 1, 30, 0)],
            ),
            (
                60,
                &[(Visit, 1, 60, 15), (Call, 1, 15, 0), (Newsletter, 4, 1, 0)],
            ),
            (20, &[(Event, 1, 5, 0), (Newsletter, 4, 1, 0)]),
        ],
    };
    let (incoming, contacts) = match rank {
        Rank::Top => top,
        Rank::Middle => middle,
        Rank::Last => last,
    };
    plan(incoming, contacts)
}

/// A published yardstick for selling by visits and calls: 12 contacts a year for large customers, 6 for
/// moderate and 2 for small ones (Wilkening & Company, "Managing the upside", part 3, 2010). How they
/// are split into visits and calls, and the minutes, are ours.
#[must_use]
pub fn published(rank: Rank) -> PlanTemplate {
    use ContactKind::{Call, Visit};
    match rank {
        Rank::Top => plan(300, &[(Visit, 4, 120, 30), (Call, 8, 25, 5)]),
        Rank::Middle => plan(120, &[(Visit, 2, 90, 15), (Call, 4, 20, 0)]),
        Rank::Last => plan(30, &[(Call, 2, 10, 0)]),
    }
}

/// Our own rules of thumb for a rank, the fullest first.
#[must_use]
pub fn plans(rank: Rank) -> Vec<PlanTemplate> {
    use ContactKind::{Call, Event, Message, Newsletter, Review, Video, Visit};
    match rank {
        Rank::Top => vec![
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_yardstick_is_12_6_and_2_contacts_a_year() {
        let times = [Rank::Top, Rank::Middle, Rank::Last].map(|it| {
            published(it)
                .contacts
                .iter()
                .map(|it| it.times)
                .sum::<u32>()
        });
        assert_eq!(times, [12, 6, 2]);
    }
}
