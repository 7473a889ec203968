//! Hours the promises take against hours there are.

use super::{CareModel, Person};

/// The load of a whole model, in minutes a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    /// What each tier's promises take.
    pub tiers: Vec<u64>,
    /// What each person has and is asked for, in the order of the people.
    pub people: Vec<PersonLoad>,
    /// Needed by tiers that nobody owns.
    pub unowned: u64,
}

/// Whole hours, to the nearest: what a figure in hours shows.
#[must_use]
pub const fn whole_hours(minutes: u64) -> u64 {
    minutes.saturating_add(30) / 60
}

/// One person's load, in minutes a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonLoad {
    /// Minutes there are.
    pub has: u64,
    /// Minutes asked for.
    pub needs: u64,
}

impl PersonLoad {
    /// A person nobody has asked for anything yet.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            has: person.minutes_a_year(),
            needs: 0,
        }
    }

    /// Asked for more than there is.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.needs > self.has
    }
}

impl Capacity {
    /// The load of `models`, one for each tier, with so many customers each.
    ///
    /// A tier's minutes are shared among its owners by the minutes they have (evenly where none has
    /// any), remainders to the first.
    #[must_use]
    pub fn of(models: &[CareModel], customers: &[usize], people: &[Person]) -> Self {
        let mut loads: Vec<PersonLoad> = people.iter().map(PersonLoad::of).collect();
        let mut unowned = 0;
        let mut tiers = Vec::with_capacity(models.len());
        for (at, model) in models.iter().enumerate() {
            let minutes = model.minutes_of(customers.get(at).copied().unwrap_or_default());
            tiers.push(minutes);
            let owners: Vec<usize> = (0..people.len())
                .filter(|it| {
                    people
                        .get(*it)
                        .is_some_and(|p| model.owners.contains(&p.id))
                })
                .collect();
            if owners.is_empty() {
                unowned = minutes.saturating_add(unowned);
            } else {
                share_out(minutes, &owners, &mut loads);
            }
        }
        Self {
            tiers,
            people: loads,
            unowned,
        }
    }

    /// Minutes all promises take.
    #[must_use]
    pub fn needs(&self) -> u64 {
        self.tiers.iter().fold(0, |sum, it| it.saturating_add(sum))
    }

    /// Minutes all people have.
    #[must_use]
    pub fn has(&self) -> u64 {
        self.people.iter().map(|it| it.has).sum()
    }

    /// Whole hours too many as the difference of the two whole hours shown, so that the sums agree;
    /// zero when they fit or when less than an hour is missing.
    #[must_use]
    pub fn hours_over(&self) -> u64 {
        whole_hours(self.needs()).saturating_sub(whole_hours(self.has()))
    }

    /// Who is asked for more whole hours than they have, by place, and for how many more.
    #[must_use]
    pub fn short(&self) -> Vec<(usize, u64)> {
        let over = |it: &PersonLoad| whole_hours(it.needs).saturating_sub(whole_hours(it.has));
        let all = self.people.iter().map(over).enumerate();
        all.filter(|it| it.1 > 0).collect()
    }

    /// Minutes too many; `None` when the promises fit.
    #[must_use]
    pub fn over(&self) -> Option<u64> {
        self.needs().checked_sub(self.has()).filter(|it| *it > 0)
    }
}

/// Minutes all people have in each month, with so many working days in each.
#[must_use]
pub fn months(people: &[Person], working_days: &[u32; 12]) -> [u64; 12] {
    let mut sum = [0_u64; 12];
    for person in people {
        for (slot, minutes) in sum.iter_mut().zip(person.months(working_days)) {
            *slot += minutes;
        }
    }
    sum
}

/// Minutes shared among owners by the minutes they have, remainders to the first.
pub(super) fn share_out(minutes: u64, owners: &[usize], loads: &mut [PersonLoad]) {
    let weight = |at: usize, loads: &[PersonLoad]| loads.get(at).map_or(0, |it| it.has);
    let whole: u64 = owners.iter().map(|it| weight(*it, loads)).sum();
    let even = u64::try_from(owners.len()).unwrap_or(1);
    let mut left = minutes;
    let parts: Vec<u64> = owners
        .iter()
        .map(|it| {
            let part = if whole == 0 {
                minutes / even
            } else {
                let product =
                    u128::from(minutes) * u128::from(weight(*it, loads)) / u128::from(whole);
                u64::try_from(product).unwrap_or(minutes)
            };
            left = left.saturating_sub(part);
            part
        })
        .collect();
    for (place, (owner, part)) in owners.iter().zip(parts).enumerate() {
        if let Some(load) = loads.get_mut(*owner) {
            let rest = if place == 0 { left } else { 0 };
            load.needs = load.needs.saturating_add(part).saturating_add(rest);
        }
    }
}

#[cfg(test)]
mod tests;
