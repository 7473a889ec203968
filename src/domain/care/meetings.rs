//! The meeting-led way: means of care, target levels for the customers that matter, and meetings.
//!
//! An equal path beside tiers for those with few customers or many exceptions. It gives the same: hours,
//! a year, a handbook.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::capacity::{Capacity, PersonLoad, share_out};
use super::{Calendar, Person};
use crate::domain::money::Money;

/// Which way customers are cared for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// A care model for each tier.
    #[default]
    Tiers,
    /// Means and targets for single customers, kept alive in meetings.
    Meetings,
}

/// The whole of the meeting-led way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Meetings {
    /// What can be done for a customer.
    pub means: Vec<Means>,
    /// Targets of the customers that matter, by [`crate::domain::customer::marks`].
    pub targets: BTreeMap<String, Target>,
    /// Meetings that keep it going.
    pub meetings: Vec<Meeting>,
}

/// One means of care.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Means {
    /// Unique; targets refer to it.
    pub id: u32,
    /// What it is.
    pub name: String,
    /// Times a year for each customer that has it.
    pub times: u32,
    /// Minutes each time, preparation and travel included.
    pub minutes: u32,
    /// Money each time, beside the hours.
    pub cost: Money,
}

impl Means {
    /// Minutes a year for one customer.
    #[must_use]
    pub fn minutes_a_year(&self) -> u64 {
        u64::from(self.times).saturating_mul(u64::from(self.minutes))
    }
}

/// How close a customer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Buys now and then.
    #[default]
    Light,
    /// Buys steadily.
    Steady,
    /// We are their first choice.
    First,
    /// Plans are made together.
    Partner,
}

impl Level {
    /// From the loosest.
    pub const ALL: [Self; 4] = [Self::Light, Self::Steady, Self::First, Self::Partner];
}

/// Where one customer is to be taken, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Target {
    /// Where it is.
    pub now: Level,
    /// Where it is to be.
    pub goal: Level,
    /// Ids of the means used.
    pub means: Vec<u32>,
    /// Who sees to it.
    pub owner: Option<u32>,
    /// What was decided last.
    pub note: String,
}

/// What a meeting is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingKind {
    /// With the customer.
    Customer,
    /// About one customer, before something is decided.
    Case,
    /// About all targets: what was done, what comes next.
    Check,
}

impl MeetingKind {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Case, Self::Check];

    /// Times a year, minutes and preparation to start from.
    #[must_use]
    pub const fn usual(self) -> (u32, u32, u32) {
        match self {
            Self::Customer => (6, 60, 30),
            Self::Case => (12, 45, 15),
            Self::Check => (6, 90, 30),
        }
    }
}

/// One series of meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// What for.
    pub kind: MeetingKind,
    /// What it should bring about, in the user's words.
    pub purpose: String,
    /// What is on the agenda, a line each.
    pub agenda: String,
    /// Ids of those who attend.
    pub people: Vec<u32>,
    /// Times a year.
    pub times: u32,
    /// Minutes each time.
    pub minutes: u32,
    /// Minutes of preparation each time, once for all.
    pub preparation: u32,
}

impl Meeting {
    /// More than these, and nobody feels that it is theirs to decide.
    pub const MOST_PEOPLE: usize = 5;
    /// From here on a meeting is too long.
    pub const TOO_LONG: u32 = 120;

    /// Minutes a year of everybody together.
    #[must_use]
    pub fn minutes_a_year(&self) -> u64 {
        u64::from(self.times).saturating_mul(self.minutes_each_time())
    }

    fn minutes_each_time(&self) -> u64 {
        let people = u64::try_from(self.people.len()).unwrap_or(u64::MAX).max(1);
        people
            .saturating_mul(u64::from(self.minutes))
            .saturating_add(u64::from(self.preparation))
    }

    /// More people than a meeting bears.
    #[must_use]
    pub fn is_crowded(&self) -> bool {
        self.people.len() > Self::MOST_PEOPLE
    }

    /// Two hours or more.
    #[must_use]
    pub const fn is_long(&self) -> bool {
        self.minutes >= Self::TOO_LONG
    }
}

impl Meetings {
    /// Nothing is decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.means.is_empty() && self.targets.is_empty() && self.meetings.is_empty()
    }

    /// The means of a target, in the order of the list.
    pub fn means_of<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = &'a Means> {
        self.means.iter().filter(|it| target.means.contains(&it.id))
    }

    /// Minutes a year of one target.
    #[must_use]
    pub fn minutes_of(&self, target: &Target) -> u64 {
        self.means_of(target)
            .map(Means::minutes_a_year)
            .fold(0, u64::saturating_add)
    }

    /// Money a year of one target, beside the hours.
    #[must_use]
    pub fn cost_of(&self, target: &Target) -> Money {
        self.means_of(target)
            .map(|it| it.cost.times_ratio(i128::from(it.times), 1))
            .sum()
    }

    /// An id no means has yet.
    #[must_use]
    pub fn free_id(&self) -> u32 {
        let most = self.means.iter().map(|it| it.id).max().unwrap_or_default();
        most.saturating_add(1)
    }

    /// The load: the first part is means, the second meetings. Means load the target's owner, a
    /// meeting everybody who attends, its preparation the first of them.
    #[must_use]
    pub fn capacity(&self, people: &[Person]) -> Capacity {
        let mut loads: Vec<PersonLoad> = people.iter().map(PersonLoad::of).collect();
        let place = |id: u32| people.iter().position(|it| it.id == id);
        let (mut means, mut meetings, mut unowned) = (0_u64, 0_u64, 0_u64);
        for target in self.targets.values() {
            let minutes = self.minutes_of(target);
            means = means.saturating_add(minutes);
            match target.owner.and_then(place) {
                Some(at) => share_out(minutes, &[at], &mut loads),
                None => unowned = unowned.saturating_add(minutes),
            }
        }
        for meeting in &self.meetings {
            meetings = meetings.saturating_add(meeting.minutes_a_year());
            let there: Vec<usize> = meeting.people.iter().filter_map(|it| place(*it)).collect();
            let each = u64::from(meeting.times).saturating_mul(u64::from(meeting.minutes));
            let preparation =
                u64::from(meeting.times).saturating_mul(u64::from(meeting.preparation));
            for at in &there {
                share_out(each, &[*at], &mut loads);
            }
            match there.first() {
                Some(at) => share_out(preparation, &[*at], &mut loads),
                None => unowned = unowned.saturating_add(meeting.minutes_a_year()),
            }
        }
        Capacity {
            tiers: vec![means, meetings],
            people: loads,
            unowned,
        }
    }

    /// The year: means and meetings laid over the months as contacts are, `room` minutes in each.
    #[must_use]
    pub fn calendar(&self, room: &[u64; 12]) -> Calendar {
        let mut entries = Vec::new();
        for means in &self.means {
            let users = self.targets.values();
            let users = users.filter(|it| it.means.contains(&means.id)).count();
            let users = u64::try_from(users).unwrap_or_default();
            let times = users.saturating_mul(u64::from(means.times));
            let what = super::calendar::What::Means(means.id);
            entries.push((0, what, times, u64::from(means.minutes)));
        }
        for (at, it) in self.meetings.iter().enumerate() {
            let what = super::calendar::What::Meeting(at);
            entries.push((1, what, u64::from(it.times), it.minutes_each_time()));
        }
        Calendar::level(&entries, vec![[0; 12]; 2], room)
    }

    /// Takes a person who leaves out of targets and meetings.
    pub fn leave(&mut self, person: u32) {
        for target in self.targets.values_mut() {
            target.owner = target.owner.filter(|it| *it != person);
        }
        for meeting in &mut self.meetings {
            meeting.people.retain(|it| *it != person);
        }
    }

    /// The same without what points at nobody.
    pub fn mend(&mut self, people: &std::collections::BTreeSet<u32>) {
        let means: Vec<u32> = self.means.iter().map(|it| it.id).collect();
        for target in self.targets.values_mut() {
            target.means.retain(|it| means.contains(it));
            target.owner = target.owner.filter(|it| people.contains(it));
        }
        for meeting in &mut self.meetings {
            meeting.people.retain(|it| people.contains(it));
        }
    }
}

#[cfg(test)]
mod tests;
