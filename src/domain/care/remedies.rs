//! Ways to make the promises fit beside longer intervals: meeting by video, a narrower tier, more of
//! somebody's time.

use std::collections::BTreeMap;

use super::capacity::Capacity;
use super::{CareModel, ContactKind, Person};
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Exception, Sorting, TierPlan};

/// Minutes of a meeting by video that takes the place of a visit.
pub const VIDEO_MINUTES: u32 = 45;

/// Meetings by video instead of visits, from the last tier up, in as few tiers as it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct ByVideo {
    /// The tiers that are visited no more, from the last.
    pub tiers: Vec<usize>,
    /// The care models after it.
    pub models: Vec<CareModel>,
    /// Minutes a year it saves.
    pub saved: u64,
    /// The promises fit after it.
    pub fits: bool,
}

impl ByVideo {
    /// `None` where the promises fit already, or where no visit is long enough to save anything.
    #[must_use]
    pub fn to_fit(models: &[CareModel], customers: &[usize], people: &[Person]) -> Option<Self> {
        let before = Capacity::of(models, customers, people);
        before.over()?;
        let mut it = Self {
            tiers: Vec::new(),
            models: models.to_vec(),
            saved: 0,
            fits: false,
        };
        for at in (0..models.len()).rev() {
            let is_empty = customers.get(at).is_none_or(|n| *n == 0);
            let Some(model) = it.models.get_mut(at).filter(|_| !is_empty) else {
                continue;
            };
            let is_long = |it: &&mut super::Contact| {
                it.kind == ContactKind::Visit && it.times > 0 && it.minutes > VIDEO_MINUTES
            };
            let mut is_changed = false;
            for visit in model.contacts.iter_mut().filter(is_long) {
                visit.kind = ContactKind::Video;
                visit.minutes = VIDEO_MINUTES;
                is_changed = true;
            }
            if is_changed {
                it.tiers.push(at);
                let after = Capacity::of(&it.models, customers, people);
                it.saved = before.needs().saturating_sub(after.needs());
                it.fits = after.over().is_none();
            }
            if it.fits {
                break;
            }
        }
        (!it.tiers.is_empty()).then_some(it)
    }
}

/// A lower limit: the smallest customers of a tier go to the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrower {
    /// The tier that gets narrower.
    pub tier: usize,
    /// Its limit after it, in basis points.
    pub limit: u16,
    /// Customers in it before and after.
    pub customers: (usize, usize),
    /// Customers in each tier after it.
    pub counts: Vec<usize>,
    /// Minutes a year it saves.
    pub saved: u64,
}

impl Narrower {
    /// The limit that moves the fewest customers until the promises fit. `None` where limits are no
    /// shares, where they fit already,
    /// where the tier below is promised nothing yet, or where even one customer left would be too many.
    #[must_use]
    pub fn to_fit(
        models: &[CareModel],
        people: &[Person],
        ranking: &Ranking,
        plan: &TierPlan,
        exceptions: &BTreeMap<usize, Exception>,
    ) -> Option<Self> {
        let at_limit = |tier: usize, limit: u16| {
            let mut plan = plan.clone();
            plan.move_cut(tier, limit);
            let sorting = Sorting::new(ranking, &plan, exceptions);
            let counts: Vec<usize> = sorting.tiers().iter().map(|it| it.customers).collect();
            (Capacity::of(models, &counts, people), counts)
        };
        let minutes = |tier: usize| models.get(tier).map_or(0, CareModel::minutes_a_year);
        let cuts = plan.method.cuts()?.as_slice();
        let narrowed = |(tier, now): (usize, &u16)| {
            let (before, counts) = at_limit(tier, *now);
            before.over()?;
            if minutes(tier + 1) == 0 || minutes(tier) <= minutes(tier + 1) {
                return None;
            }
            // The lower the limit, the less it takes: the highest limit that fits is searched for.
            let fits = |limit: u16| at_limit(tier, limit).0.over().is_none();
            let least = tier
                .checked_sub(1)
                .and_then(|it| cuts.get(it))
                .map_or(1, |it| it + 1);
            if !fits(least) {
                return None;
            }
            let (mut low, mut high) = (least, *now);
            while low + 1 < high {
                let middle = u16::midpoint(low, high);
                if fits(middle) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            // A whole percent reads better, and what is lower fits too.
            let limit = (low / 100 * 100).max(least);
            let (after, left) = at_limit(tier, limit);
            let count = |counts: &[usize]| counts.get(tier).copied().unwrap_or_default();
            Some(Self {
                tier,
                limit,
                customers: (count(&counts), count(&left)),
                counts: left,
                saved: before.needs().saturating_sub(after.needs()),
            })
        };
        cuts.iter()
            .enumerate()
            .filter_map(narrowed)
            .filter(|it| it.customers.1 > 0)
            .min_by_key(|it| it.customers.0 - it.customers.1)
    }
}

/// A larger part of one person's time for customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoreTime {
    /// The place of the person.
    pub person: usize,
    /// Percent of the time for customers after it.
    pub percent: u32,
    /// Minutes a year more.
    pub more: u64,
}

impl MoreTime {
    /// The person who lacks the most and has the time; `None` where nobody alone has it.
    #[must_use]
    pub fn to_fit(capacity: &Capacity, people: &[Person]) -> Option<Self> {
        let over = capacity.over()?;
        let with = |(at, person): (usize, &Person)| {
            let now = person.minutes_a_year();
            (person.for_customers + 1..=100).find_map(|percent| {
                let mut then = person.clone();
                then.for_customers = percent;
                let more = then.minutes_a_year() - now;
                (more >= over).then_some(Self {
                    person: at,
                    percent,
                    more,
                })
            })
        };
        let lack = |it: &Self| {
            let load = capacity.people.get(it.person).copied().unwrap_or_default();
            load.needs.saturating_sub(load.has)
        };
        // From the last on, because of equals `max_by_key` takes the one it meets last.
        people
            .iter()
            .enumerate()
            .rev()
            .filter_map(with)
            .max_by_key(lack)
    }
}

#[cfg(test)]
mod tests;
