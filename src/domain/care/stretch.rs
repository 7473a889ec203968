//! Making the promises fit: every interval longer by the same factor.
//!
//! One factor for all keeps the ratios between tiers: what contacts take over what is left for them.
//! Contacts are whole, so the plan that comes out is rounded; where it then does not fit, the factor
//! grows until it does.

use super::capacity::Capacity;
use super::{CareModel, Person};

/// Longer intervals than this help nobody (percent).
const LIMIT: u32 = 900;

/// A plan with longer intervals.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Every interval grows by so many percent.
    pub percent: u32,
    /// The care models after it.
    pub models: Vec<CareModel>,
    /// Minutes a year it saves.
    pub saved: u64,
}

impl Stretch {
    /// The stretch after which the promises fit; `None` where they fit already, or where no
    /// stretch helps because each kind of contact stays at once a year and answering is not stretched.
    #[must_use]
    pub fn to_fit(models: &[CareModel], customers: &[usize], people: &[Person]) -> Option<Self> {
        let before = Capacity::of(models, customers, people);
        before.over()?;
        let answering = Capacity::of(
            &models.iter().map(unvisited).collect::<Vec<_>>(),
            customers,
            people,
        );
        let contacts = before.needs() - answering.needs();
        let room = before
            .has()
            .checked_sub(answering.needs())
            .filter(|it| *it > 0)?;
        let exact = (u128::from(contacts) * 100).div_ceil(u128::from(room));
        let from = u32::try_from(exact).ok()?.checked_sub(100)?;
        (from..=LIMIT).find_map(|percent| {
            let models: Vec<CareModel> = models.iter().map(|it| stretched(it, percent)).collect();
            let after = Capacity::of(&models, customers, people);
            after.over().is_none().then(|| Self {
                percent,
                models,
                saved: before.needs().saturating_sub(after.needs()),
            })
        })
    }
}

/// The model without contacts: answering and starts alone.
fn unvisited(model: &CareModel) -> CareModel {
    CareModel {
        incoming_minutes: model.incoming_minutes,
        onboarding_minutes: model.onboarding_minutes,
        new_a_year: model.new_a_year,
        ..CareModel::default()
    }
}

/// The model with so many percent of its contacts: times a year to the nearest, at least one, none
/// for nothing.
#[must_use]
pub fn scaled(model: &CareModel, percent: u32) -> CareModel {
    let mut model = model.clone();
    for contact in model.contacts.iter_mut().filter(|it| it.times > 0) {
        let times = (u64::from(contact.times) * u64::from(percent) + 50) / 100;
        let least = u64::from(percent > 0);
        contact.times = u32::try_from(times.max(least)).unwrap_or(u32::MAX);
    }
    model
}

/// The model with every interval longer by `percent`: times a year to the nearest, at least one.
fn stretched(model: &CareModel, percent: u32) -> CareModel {
    let mut model = model.clone();
    for contact in model.contacts.iter_mut().filter(|it| it.times > 0) {
        let divisor = u64::from(percent) + 100;
        let times = (u64::from(contact.times) * 200 + divisor) / (2 * divisor);
        contact.times = u32::try_from(times).unwrap_or(contact.times).max(1);
    }
    model
}

#[cfg(test)]
mod tests;
