//! The year calendar: contacts of every tier, levelled over twelve months.

use super::people::by_weight;
use super::{CareModel, ContactKind};

/// What a row of the year holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A kind of contact of a tier.
    Contact(ContactKind),
    /// A means of care, by id.
    Means(u32),
    /// A series of meetings, by place.
    Meeting(usize),
}

/// One kind of contact of one tier over the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The tier, from 0; in the meeting-led way 0 for means and 1 for meetings.
    pub tier: usize,
    /// What.
    pub what: What,
    /// How many in each month, January first.
    pub months: [u64; 12],
    /// Minutes each of these takes, preparation included.
    pub minutes: u64,
}

impl Row {
    /// Who is in turn in a month, January is 0: places among so many customers.
    ///
    /// One round after another in the same order, so that everybody comes up as often as the plan says
    /// and at even spacing. Nobody is named twice in a month.
    pub fn turns(&self, month: usize, customers: usize) -> impl Iterator<Item = usize> + use<> {
        let all = u64::try_from(customers).unwrap_or(u64::MAX);
        let before: u64 = self.months.iter().take(month).sum();
        let count = self.months.get(month).copied().unwrap_or_default();
        let place =
            move |it: u64| usize::try_from(before.saturating_add(it).checked_rem(all)?).ok();
        (0..count.min(all)).filter_map(place)
    }
}

/// What is to be laid out: tier, what, how many in the year, minutes each.
pub(super) type Entry = (usize, What, u64, u64);

/// The whole year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// By tier, then in the order of the contact plan.
    pub rows: Vec<Row>,
    /// Minutes of answering customers who get in touch and of starts, by tier and month.
    pub incoming: Vec<[u64; 12]>,
}

impl Calendar {
    /// The year of `models`, one for each tier, with so many customers each; `room` is the minutes
    /// there are in each month, see [`super::capacity::months`].
    #[must_use]
    pub fn of(models: &[CareModel], customers: &[usize], room: &[u64; 12]) -> Self {
        let mut entries = Vec::new();
        let mut incoming = Vec::with_capacity(models.len());
        for (tier, model) in models.iter().enumerate() {
            let count =
                u64::try_from(customers.get(tier).copied().unwrap_or_default()).unwrap_or_default();
            // Customers call also in the holiday month.
            let answering = count
                .saturating_mul(u64::from(model.incoming_minutes))
                .saturating_add(model.starts_a_year());
            incoming.push(by_weight(answering, &[1; 12]));
            for contact in model.contacts.iter().filter(|it| it.times > 0) {
                let all = count.saturating_mul(u64::from(contact.times));
                let minutes = u64::from(contact.minutes) + u64::from(contact.preparation);
                entries.push((tier, What::Contact(contact.kind), all, minutes));
            }
        }
        Self::level(&entries, incoming, room)
    }

    /// The year of `entries` beside what is laid out already.
    ///
    /// Every month gets its part of each entry by the minutes there are in it (a twelfth where there
    /// are none). What does not divide goes one by one, the longest first, to the months with the
    /// fewest minutes for their room so far: so the months are as even as whole contacts allow.
    pub(super) fn level(entries: &[Entry], incoming: Vec<[u64; 12]>, room: &[u64; 12]) -> Self {
        let room = if room.iter().all(|it| *it == 0) {
            &[1; 12]
        } else {
            room
        };
        let whole: u128 = room.iter().map(|it| u128::from(*it)).sum();
        let part = |all: u64, room: u64| {
            let part = u128::from(all) * u128::from(room) / whole.max(1);
            u64::try_from(part).unwrap_or(all)
        };
        let mut left_over = Vec::new();
        let mut rows = Vec::with_capacity(entries.len());
        for (at, (tier, what, all, minutes)) in entries.iter().enumerate() {
            let months = room.map(|it| part(*all, it));
            left_over.push((at, all - months.iter().sum::<u64>()));
            rows.push(Row {
                tier: *tier,
                what: *what,
                months,
                minutes: *minutes,
            });
        }
        let mut calendar = Self { rows, incoming };
        left_over.sort_by_key(|(at, _)| {
            std::cmp::Reverse(calendar.rows.get(*at).map_or(0, |it| it.minutes))
        });
        let mut loads: [u64; 12] = std::array::from_fn(|it| calendar.minutes_of_all_in(it));
        for (at, rest) in left_over {
            calendar.place(at, rest, &mut loads, room);
        }
        calendar
    }

    /// One contact more of a row in each of the `rest` months with the fewest minutes for their room.
    fn place(&mut self, row: usize, rest: u64, loads: &mut [u64; 12], room: &[u64; 12]) {
        let Some(row) = self.rows.get_mut(row) else {
            return;
        };
        // Where months are alike, every fifth in turn: a few contacts do not all fall in the winter.
        let mut order: Vec<usize> = (0..12).map(|it| it * 5 % 12).collect();
        // A month without working time gets nothing as long as there are others.
        order.retain(|it| room.get(*it).is_some_and(|it| *it > 0));
        let fullness = |it: usize| {
            let load = loads.get(it).copied().unwrap_or_default();
            let room = room.get(it).copied().unwrap_or(1).max(1);
            u128::from(load.saturating_add(row.minutes)) * 1_000_000 / u128::from(room)
        };
        order.sort_by_key(|it| fullness(*it));
        for (month, _) in order.into_iter().cycle().zip(0..rest) {
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

#[cfg(test)]
mod tests;
