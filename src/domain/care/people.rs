//! The people who look after customers, and the hours they have for it.

use serde::{Deserialize, Serialize};

use crate::domain::money::Money;

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
}

impl Person {
    /// A full-time person with a usual year: 44 weeks of 37 hours, a third for customers, a tenth of
    /// that administration, 45 an hour.
    #[must_use]
    pub fn usual(id: u32, name: String) -> Self {
        Self {
            id,
            name,
            weeks: 44,
            hours_a_week: 37,
            for_customers: 33,
            administration: 10,
            cost_an_hour: Money::from_units(45),
        }
    }

    /// Minutes a year for care: weeks x hours x share for customers x (1 - administration),
    /// rounded down to a minute.
    #[must_use]
    pub fn minutes_a_year(&self) -> u64 {
        let work = u64::from(self.weeks.min(53)) * u64::from(self.hours_a_week.min(168)) * 60;
        let kept = 100 - u64::from(self.administration.min(100));
        work * u64::from(self.for_customers.min(100)) * kept / 10_000
    }
}
