//! What every export is made of: the model, the customers and the figures of both, borrowed.

use std::collections::BTreeMap;

use jiff_core::civil::Date;

use crate::domain::care::business_case::{TierCase, margins};
use crate::domain::care::capacity::Capacity;
use crate::domain::care::meetings::Target;
use crate::domain::care::{Calendar, CareModel, Deal, Meetings, Person, Way};
use crate::domain::customer::CustomerBase;
use crate::domain::money::Currency;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Exception, Sorting, TierPlan};
use crate::i18n::{Lang, words};
use crate::t;

/// Everything an export reads. Without customers `base` is `None` and counts are zero.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The language of what is written.
    pub lang: Lang,
    /// The day it is written.
    pub today: Date,
    /// What amounts are in.
    pub currency: &'a Currency,
    /// The tiers.
    pub plan: &'a TierPlan,
    /// Care models, one for each tier.
    pub care: &'a [CareModel],
    /// Who looks after customers.
    pub people: &'a [Person],
    /// Where the customers came from.
    pub source: &'a str,
    /// The customers.
    pub base: Option<&'a CustomerBase>,
    /// Customers by value.
    pub ranking: &'a Ranking,
    /// Customers in tiers.
    pub sorting: &'a Sorting,
    /// Customers moved by hand, by index.
    pub exceptions: &'a BTreeMap<usize, Exception>,
    /// Margin in percent of revenue where the file has none.
    pub margin_percent: Option<u32>,
    /// Who owns whom.
    pub deal: &'a Deal,
    /// Tiers or meetings.
    pub way: Way,
    /// The meeting-led way.
    pub meetings: &'a Meetings,
    /// Targets of the meeting-led way, by customer.
    pub targets: &'a BTreeMap<usize, Target>,
    /// Minutes there are in each month.
    pub room: [u64; 12],
}

impl Facts<'_> {
    /// The name of a tier.
    #[must_use]
    pub fn tier_name(&self, tier: usize) -> String {
        words::tier_name(self.lang, self.plan, tier)
    }

    /// The name of a person, or a number for one without.
    #[must_use]
    pub fn person_name(&self, at: usize) -> String {
        let name = self.people.get(at).map_or("", |it| it.name.trim());
        if name.is_empty() {
            t!(self.lang, care_unnamed, n = at + 1)
        } else {
            name.to_owned()
        }
    }

    /// The owners of a tier by name, in the order of the people.
    #[must_use]
    pub fn owners(&self, tier: usize) -> Vec<String> {
        let Some(model) = self.care.get(tier) else {
            return Vec::new();
        };
        let owns = |it: &Person| model.owners.contains(&it.id);
        (0..self.people.len())
            .filter(|at| self.people.get(*at).is_some_and(owns))
            .map(|at| self.person_name(at))
            .collect()
    }

    /// Customers in each tier.
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        self.sorting.tiers().iter().map(|it| it.customers).collect()
    }

    /// Hours needed and there.
    #[must_use]
    pub fn capacity(&self) -> Capacity {
        if self.way == Way::Meetings {
            return self.meetings.capacity(self.people);
        }
        let capacity = Capacity::of(self.care, &self.counts(), self.people);
        if self.base.is_some() {
            self.deal.capacity(capacity)
        } else {
            capacity
        }
    }

    /// The year.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        match self.way {
            Way::Tiers => Calendar::of(self.care, &self.counts(), &self.room),
            Way::Meetings => self.meetings.calendar(&self.room),
        }
    }

    /// The owner of a customer: dealt, else as the file names one.
    #[must_use]
    pub fn owner_of(&self, at: usize) -> String {
        if let Some((person, _)) = self.deal.owners.get(at).copied().flatten() {
            return self.person_name(person);
        }
        let customer = self.base.and_then(|it| it.customers.get(at));
        customer.and_then(|it| it.owner.clone()).unwrap_or_default()
    }

    /// What each tier's care costs and leaves.
    #[must_use]
    pub fn cases(&self) -> Vec<TierCase> {
        let customers = self.base.map_or(&[][..], |it| &it.customers);
        let margins = margins(customers, self.ranking, self.sorting, self.margin_percent);
        let tiers = self.care.iter().zip(self.sorting.tiers()).enumerate();
        tiers
            .map(|(at, (model, tier))| {
                let margin = margins.get(at).and_then(|it| it.margin);
                TierCase::of(model, self.people, tier.customers, tier.value, margin)
            })
            .collect()
    }
}
