//! The people who look after customers, and the hours they have for it.

use serde::{Deserialize, Serialize};

use crate::domain::money::{Currency, Money};

/// One person or role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Unique in the model; owners refer to it.
    pub id: u32,
    /// Name or role.
    pub name: String,
    /// Working weeks a year.
    pub weeks: u32,
    /// Working hours a week.
    pub hours_a_week: u32,
    /// Percent of the time that is for customers.
    pub for_customers: u32,
    /// Percent of that which goes to administration.
    pub administration: u32,
    /// What an hour costs.
    pub cost_an_hour: Money,
    /// Regions or fields this person takes customers of, apart by commas.
    #[serde(default)]
    pub region: String,
    /// The month most of the holiday falls in, from 1; `None` for a holiday spread over the year.
    #[serde(default)]
    pub holiday_month: Option<u8>,
}

impl Person {
    /// A full-time person to start from: 44 weeks, a third of the time for customers, a tenth of that
    /// administration. The week and the cost of an hour (pay with what comes on top) are those usual
    /// where the currency is used; elsewhere an hour costs nothing until somebody says what.
    #[must_use]
    pub fn usual(id: u32, name: String, currency: &Currency) -> Self {
        let (hours_a_week, cost) = match currency.0.as_str() {
            "EUR" => (37, 45),
            "PLN" => (40, 80),
            "SEK" | "CZK" => (40, 450),
            "DKK" => (37, 350),
            "NOK" => (37, 500),
            "GBP" => (37, 35),
            "USD" | "CHF" => (40, 50),
            _ => (40, 0),
        };
        Self {
            id,
            name,
            weeks: 44,
            hours_a_week,
            for_customers: 33,
            administration: 10,
            cost_an_hour: Money::from_units(cost),
            region: String::new(),
            holiday_month: None,
        }
    }

    /// Nobody has changed what the person started from.
    #[must_use]
    pub fn is_usual(&self, currency: &Currency) -> bool {
        *self == Self::usual(self.id, self.name.clone(), currency)
    }

    /// Minutes a year for care: weeks x hours x share for customers x (1 - administration),
    /// rounded down to a minute.
    #[must_use]
    pub fn minutes_a_year(&self) -> u64 {
        let work = u64::from(self.weeks.min(53)) * u64::from(self.hours_a_week.min(168)) * 60;
        let kept = 100 - u64::from(self.administration.min(100));
        work * u64::from(self.for_customers.min(100)) * kept / 10_000
    }

    /// The minutes of the year by month, with so many working days in each.
    ///
    /// Days beyond the working weeks are holiday: they fall in [`Person::holiday_month`] as far as that
    /// month has room, and elsewhere by working days. The months add up to the year.
    #[must_use]
    pub fn months(&self, working_days: &[u32; 12]) -> [u64; 12] {
        let mut days = *working_days;
        let all: u32 = days.iter().sum();
        let free = all.saturating_sub(self.weeks.saturating_mul(5));
        let month = self.holiday_month.and_then(|it| it.checked_sub(1));
        if let Some(slot) = month.and_then(|it| days.get_mut(usize::from(it))) {
            *slot = slot.saturating_sub(free);
        }
        if days.iter().sum::<u32>() == 0 {
            days = [1; 12];
        }
        by_weight(self.minutes_a_year(), &days.map(u64::from))
    }

    /// The person takes customers of this region.
    #[must_use]
    pub fn takes(&self, region: &str) -> bool {
        let region = region.trim().to_lowercase();
        !region.is_empty()
            && self
                .region
                .split([',', ';'])
                .any(|it| it.trim().to_lowercase() == region)
    }
}

/// `all` laid out by weight, each part the difference of two rounded-down sums: nothing is lost.
#[must_use]
pub(super) fn by_weight(all: u64, weights: &[u64; 12]) -> [u64; 12] {
    let whole: u128 = weights.iter().map(|it| u128::from(*it)).sum();
    let mut parts = [0; 12];
    let (mut sum, mut laid) = (0_u128, 0_u64);
    for (slot, weight) in parts.iter_mut().zip(weights) {
        sum += u128::from(*weight);
        let until = (u128::from(all) * sum).checked_div(whole).unwrap_or(0);
        let until = u64::try_from(until).unwrap_or(u64::MAX);
        *slot = until - laid;
        laid = until;
    }
    parts
}

#[cfg(test)]
mod tests;
