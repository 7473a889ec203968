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

/// More of the time of those who lack it: as much as it takes until nobody is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoreTime {
    /// Whose, in the order of the people.
    pub raises: Vec<Raise>,
}

/// A larger part of one person's time for customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The place of the person.
    pub person: usize,
    /// Percent of the time for customers before and after it.
    pub percent: (u32, u32),
    /// Minutes a year more.
    pub more: u64,
}

impl MoreTime {
    /// Steps until it is given up: a step covers what the one who lacks the most lacks.
    const STEPS: usize = 24;

    /// `load` says who is asked for what, with these people. `None` where it fits already, and where
    /// not even all of the time of those who lack it suffices.
    #[must_use]
    pub fn to_fit(people: &[Person], load: impl Fn(&[Person]) -> Capacity) -> Option<Self> {
        let mut then = people.to_vec();
        for _ in 0..Self::STEPS {
            match next_raise(&then, &load(&then)) {
                Step::Raise(person, percent) => then.get_mut(person)?.for_customers = percent,
                Step::Fits => break,
                Step::NoTime => return None,
            }
        }
        let after = load(&then);
        let raises: Vec<Raise> = people
            .iter()
            .zip(&then)
            .enumerate()
            .filter(|(_, (was, now))| was.for_customers != now.for_customers)
            .map(|(person, (was, now))| Raise {
                person,
                percent: (was.for_customers, now.for_customers),
                more: now.minutes_a_year() - was.minutes_a_year(),
            })
            .collect();
        let fits = after.over().is_none() && after.short().is_empty();
        (fits && !raises.is_empty()).then_some(Self { raises })
    }

    /// Minutes a year more, of all.
    #[must_use]
    pub fn more(&self) -> u64 {
        self.raises.iter().map(|it| it.more).sum()
    }
}

/// What comes next on the way to enough time.
enum Step {
    /// The person at a place, and the percent it takes.
    Raise(usize, u32),
    /// Nothing is missing.
    Fits,
    /// Nobody has the time.
    NoTime,
}

/// Whose time comes next: of those who lack the most, the first who has it.
fn next_raise(people: &[Person], capacity: &Capacity) -> Step {
    let lack = |at: usize| {
        let load = capacity.people.get(at).copied().unwrap_or_default();
        load.needs.saturating_sub(load.has)
    };
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(lack(*at)));
    let missing = if capacity.short().is_empty() {
        capacity.over().unwrap_or_default()
    } else {
        order.first().map_or(0, |at| lack(*at))
    };
    if missing == 0 {
        return Step::Fits;
    }
    let with = |at: usize| {
        let person = people.get(at)?;
        let now = person.minutes_a_year();
        let percent = (person.for_customers + 1..=100).find(|percent| {
            let mut then = person.clone();
            then.for_customers = *percent;
            then.minutes_a_year() - now >= missing
        })?;
        Some(Step::Raise(at, percent))
    };
    order.into_iter().find_map(with).unwrap_or(Step::NoTime)
}

/// One owner more for a tier, where all together have the time but one of its owners has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The tier.
    pub tier: usize,
    /// The place of the person who takes a part of it.
    pub person: usize,
}

impl Shared {
    /// Whoever has the most time left is asked first; `load` says who is asked for what, with these
    /// models. `None` where everybody has the time, or nobody, or where one owner more is not enough.
    #[must_use]
    pub fn to_fit(
        models: &[CareModel],
        people: &[Person],
        load: impl Fn(&[CareModel]) -> Capacity,
    ) -> Option<Self> {
        /// Helpers that are tried.
        const HELPERS: usize = 3;
        let before = load(models);
        let short = before.short();
        if before.over().is_some() || short.is_empty() {
            return None;
        }
        let spare = |at: &usize| {
            let load = before.people.get(*at).copied().unwrap_or_default();
            load.has.saturating_sub(load.needs)
        };
        let mut helpers: Vec<usize> = (0..people.len()).filter(|it| spare(it) > 0).collect();
        helpers.sort_by_key(|it| std::cmp::Reverse(spare(it)));
        let id = |at: usize| people.get(at).map(|it| it.id);
        let owns = |tier: usize, id: Option<u32>| {
            let model = models.get(tier);
            id.is_some_and(|id| model.is_some_and(|it| it.owners.contains(&id)))
        };
        let is_of_short = |tier: &usize| short.iter().any(|(at, _)| owns(*tier, id(*at)));
        // The last tier is the one that misses its person the least.
        let tiers: Vec<usize> = (0..models.len()).rev().filter(is_of_short).collect();
        helpers.into_iter().take(HELPERS).find_map(|person| {
            tiers.iter().copied().find_map(|tier| {
                let helper = id(person).filter(|it| !owns(tier, Some(*it)))?;
                let mut models = models.to_vec();
                models.get_mut(tier)?.owners.push(helper);
                let after = load(&models);
                let fits = after.over().is_none() && after.short().is_empty();
                fits.then_some(Self { tier, person })
            })
        })
    }
}

#[cfg(test)]
mod tests;
