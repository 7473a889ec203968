//! What a remedy would come to: the plan with its change, counted anew.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::care::capacity::Capacity;
use crate::domain::care::deal::Table;
use crate::domain::care::{CareModel, Deal, Person, Way};
use crate::domain::customer::by_index;
use crate::domain::tiers::Sorting;
use crate::ui::state::App;

/// Counts a changed plan anew: whole, and person by person.
pub(super) struct Recount {
    app: App,
    /// Owners given by hand, found once.
    hand: BTreeMap<usize, u32>,
}

impl Recount {
    pub(super) fn new(app: App) -> Self {
        let loaded = app.loaded.read();
        let owned = app.model.with(|it| it.owned.clone());
        let hand = loaded
            .as_ref()
            .map(|it| by_index(&it.base.customers, &owned));
        Self {
            app,
            hand: hand.unwrap_or_default(),
        }
    }

    /// With these care models and people, customers in tiers as `sorting` says.
    pub(super) fn of(
        &self,
        models: &[CareModel],
        people: &[Person],
        sorting: &Sorting,
    ) -> Capacity {
        let app = self.app;
        let loaded = app.loaded.read();
        let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
        let deal = Deal::of(Table {
            customers: customers.unwrap_or_default(),
            ranking: &app.ranking.read(),
            sorting,
            models,
            people,
            rule: app.model.with(|it| it.deal),
            hand: &self.hand,
        });
        let counts: Vec<usize> = sorting.tiers().iter().map(|it| it.customers).collect();
        deal.capacity(Capacity::of(models, &counts, people))
    }

    /// With these care models.
    pub(super) fn models(&self, models: &[CareModel]) -> Capacity {
        self.of(models, &self.app.people.read(), &self.app.sorting.read())
    }

    /// With these people.
    pub(super) fn people(&self, people: &[Person]) -> Capacity {
        match self.app.way.get() {
            Way::Meetings => self.app.meetings.read().capacity(people),
            Way::Tiers => self.of(&self.app.plans.read(), people, &self.app.sorting.read()),
        }
    }
}
