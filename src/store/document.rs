//! The model: everything the user decided, and nothing about customers but marks.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::care::{CareModel, Person};
use crate::domain::customer::CustomerBase;
use crate::domain::money::Currency;
use crate::domain::tiers::{Exception, Level, TierPlan};

/// A care plan in the making: what is saved as the user works.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Model {
    /// The user's name for it; empty until given.
    pub name: String,
    /// The currency chosen by hand; else the file's, else the language's.
    pub currency: Option<Currency>,
    /// The tiers.
    pub plan: TierPlan,
    /// Customers moved by hand, by [`crate::domain::customer::marks`].
    pub exceptions: BTreeMap<String, Exception>,
    /// Growth potential that the user typed, by the same marks.
    pub potentials: BTreeMap<String, Level>,
    /// One care model for each tier, best tier first; missing ones are empty.
    pub care: Vec<CareModel>,
    /// Who looks after customers.
    pub people: Vec<Person>,
    /// Margin in percent of revenue, used where the file has no margin.
    pub margin_percent: Option<u32>,
}

impl Model {
    /// The user has decided nothing yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// The care models of all tiers of the plan, empty ones where none is saved.
    #[must_use]
    pub fn care_of_tiers(&self) -> Vec<CareModel> {
        let mut care = self.care.clone();
        care.resize(self.plan.tiers(), CareModel::default());
        care
    }

    /// The care model of one tier, made if it is missing.
    pub fn care_mut(&mut self, tier: usize) -> &mut CareModel {
        if self.care.len() <= tier {
            self.care.resize(tier + 1, CareModel::default());
        }
        // The line above made it long enough.
        #[expect(clippy::indexing_slicing, reason = "resized just above")]
        &mut self.care[tier]
    }

    /// The same model with what a hand-edited or half-written document can break put right: one name
    /// for each tier, no exception, care model or owner that points at nothing.
    #[must_use]
    pub fn mended(mut self) -> Self {
        let tiers = self.plan.tiers();
        self.plan.names.resize(tiers, String::new());
        self.care.truncate(tiers);
        self.exceptions.retain(|_, it| it.tier < tiers);
        let mut ids = BTreeSet::new();
        self.people.retain(|it| ids.insert(it.id));
        for care in &mut self.care {
            care.owners.retain(|it| ids.contains(it));
        }
        self
    }

    /// Takes back the change that led from `before` to `after`, and nothing that was decided since: a
    /// part that has changed again stays as it is.
    pub fn take_back(&mut self, before: &Self, after: &Self) {
        // By name, so that a new field cannot be forgotten here.
        let Self {
            name,
            currency,
            plan,
            exceptions,
            potentials,
            care,
            people,
            margin_percent,
        } = self;
        restore(name, &before.name, &after.name);
        restore(currency, &before.currency, &after.currency);
        restore(plan, &before.plan, &after.plan);
        restore(exceptions, &before.exceptions, &after.exceptions);
        restore(potentials, &before.potentials, &after.potentials);
        restore(care, &before.care, &after.care);
        restore(people, &before.people, &after.people);
        restore(
            margin_percent,
            &before.margin_percent,
            &after.margin_percent,
        );
    }

    /// A person id nobody has yet.
    #[must_use]
    pub fn free_person_id(&self) -> u32 {
        self.people
            .iter()
            .map(|it| it.id)
            .max()
            .unwrap_or_default()
            .saturating_add(1)
    }
}

/// Customers kept on this device, where the user chose it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Customers {
    /// Where they came from: a file name or the name of a sample.
    pub source: String,
    /// The customers.
    pub base: CustomerBase,
}

/// Gives one part back its former value, unless it has changed again since.
fn restore<T: Clone + PartialEq>(now: &mut T, before: &T, after: &T) {
    if now == after {
        now.clone_from(before);
    }
}

/// A whole project as a file: the model and the customers it was made for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    /// What the user decided.
    pub model: Model,
    /// Where the customers came from: a file name or the name of a sample.
    pub source: String,
    /// The customers.
    pub base: CustomerBase,
}
