//! The year calendar: contacts of every tier, levelled over twelve months.

use super::{CareModel, ContactKind};

/// One kind of contact of one tier over the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The tier, from 0.
    pub tier: usize,
    /// How.
    pub kind: ContactKind,
    /// Contacts in each month, January first.
    pub months: [u64; 12],
    /// Minutes each of these contacts takes, preparation included.
    pub minutes: u64,
}

/// The whole year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// By tier, then in the order of the contact plan.
    pub rows: Vec<Row>,
    /// Minutes of answering customers who get in touch, by tier and month.
    pub incoming: Vec<[u64; 12]>,
}

impl Calendar {
    /// The year of `models`, one for each tier, with so many customers each.
    ///
    /// Every month gets a twelfth of each kind of contact. What does not divide by twelve goes one by
    /// one, the longest contacts first, to the months with the fewest minutes so far: so no month holds
    /// over one more of a kind than another, and the months are as even as whole contacts allow.
    #[must_use]
    pub fn of(models: &[CareModel], customers: &[usize]) -> Self {
        let mut rows = Vec::new();
        let mut incoming = Vec::with_capacity(models.len());
        let mut left_over = Vec::new();
        for (tier, model) in models.iter().enumerate() {
            let count =
                u64::try_from(customers.get(tier).copied().unwrap_or_default()).unwrap_or_default();
            incoming.push(spread(
                count.saturating_mul(u64::from(model.incoming_minutes)),
            ));
            for contact in model.contacts.iter().filter(|it| it.times > 0) {
                let all = count.saturating_mul(u64::from(contact.times));
                left_over.push((rows.len(), all % 12));
                rows.push(Row {
                    tier,
                    kind: contact.kind,
                    months: [all / 12; 12],
                    minutes: u64::from(contact.minutes) + u64::from(contact.preparation),
                });
            }
        }
        let mut calendar = Self { rows, incoming };
        left_over.sort_by_key(|(at, _)| {
            std::cmp::Reverse(calendar.rows.get(*at).map_or(0, |it| it.minutes))
        });
        let mut loads: [u64; 12] = std::array::from_fn(|it| calendar.minutes_of_all_in(it));
        for (at, rest) in left_over {
            calendar.place(at, rest, &mut loads);
        }
        calendar
    }

    /// One contact more of a row in each of the `rest` months with the fewest minutes.
    fn place(&mut self, row: usize, rest: u64, loads: &mut [u64; 12]) {
        let Some(row) = self.rows.get_mut(row) else {
            return;
        };
        // Where months are alike, every fifth in turn: a few contacts do not all fall in the winter.
        let mut order: [usize; 12] = std::array::from_fn(|it| it * 5 % 12);
        order.sort_by_key(|it| loads.get(*it).copied());
        for (month, _) in order.into_iter().zip(0..rest) {
            if let (Some(contacts), Some(load)) = (row.months.get_mut(month), loads.get_mut(month))
            {
                *contacts += 1;
                *load = load.saturating_add(row.minutes);
            }
        }
    }

    /// Contacts in a month, January is 0.
    #[must_use]
    pub fn contacts_in(&self, month: usize) -> u64 {
        let months = self.rows.iter().filter_map(|it| it.months.get(month));
        months.fold(0, |sum, it| it.saturating_add(sum))
    }

    /// Minutes of contacts and answering in a month for one tier, January is 0.
    #[must_use]
    pub fn minutes_in(&self, month: usize, tier: usize) -> u64 {
        let of_tier = self.rows.iter().filter(|it| it.tier == tier);
        let contacts: u64 = of_tier
            .filter_map(|it| it.months.get(month).map(|n| n.saturating_mul(it.minutes)))
            .fold(0, u64::saturating_add);
        let answering = self.incoming.get(tier).and_then(|it| it.get(month));
        contacts.saturating_add(answering.copied().unwrap_or_default())
    }

    /// Minutes of all tiers in a month, January is 0.
    #[must_use]
    pub fn minutes_of_all_in(&self, month: usize) -> u64 {
        (0..self.incoming.len())
            .map(|tier| self.minutes_in(month, tier))
            .fold(0, u64::saturating_add)
    }
}

/// `all` laid over twelve months, each the difference of two rounded-down parts.
fn spread(all: u64) -> [u64; 12] {
    let until =
        |month: u64| u64::try_from(u128::from(all) * u128::from(month) / 12).unwrap_or(u64::MAX);
    let mut months = [0; 12];
    for (month, slot) in (0..12).zip(&mut months) {
        *slot = until(month + 1) - until(month);
    }
    months
}

#[cfg(test)]
mod tests;
