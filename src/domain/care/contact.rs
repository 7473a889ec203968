//! One kind of contact of a plan: how, how often, how long, and when the next one is due.

use serde::{Deserialize, Serialize};

/// One planned kind of contact, for each customer of the tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// How.
    pub kind: ContactKind,
    /// Times a year.
    pub times: u32,
    /// Minutes each time, travel included.
    pub minutes: u32,
    /// Minutes of preparation each time.
    #[serde(default)]
    pub preparation: u32,
}

/// The ways of being in touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKind {
    /// A visit.
    Visit,
    /// A meeting by video.
    Video,
    /// A phone call.
    Call,
    /// A personal message.
    Message,
    /// A look at the year together.
    Review,
    /// An event or a training for several customers.
    Event,
    /// A letter to all of the tier.
    Newsletter,
}

impl ContactKind {
    /// Most personal first.
    pub const ALL: [Self; 7] = [
        Self::Visit,
        Self::Video,
        Self::Call,
        Self::Message,
        Self::Review,
        Self::Event,
        Self::Newsletter,
    ];
}

/// When a contact is due, in weeks after the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// As promised.
    pub ideal: u32,
    /// At the latest.
    pub latest: u32,
}

impl Contact {
    /// The weeks from one contact to the next, and how late it may be; `None` where there is none.
    #[must_use]
    pub fn interval(&self, grace_weeks: Option<u32>) -> Option<Interval> {
        let ideal = (52_u32.saturating_add(self.times / 2))
            .checked_div(self.times)?
            .max(1);
        let grace = grace_weeks.unwrap_or(ideal.div_ceil(2));
        Some(Interval {
            ideal,
            latest: ideal.saturating_add(grace),
        })
    }

    /// Minutes a year for one customer.
    #[must_use]
    pub fn minutes_a_year(&self) -> u64 {
        u64::from(self.times).saturating_mul(u64::from(self.minutes) + u64::from(self.preparation))
    }
}
