//! Recency, frequency, monetary value: three scores for each customer, and a name for how they look
//! together.

use jiff_core::civil::Date;

use crate::domain::customer::Customer;
use crate::domain::money::Money;

/// The best score; the worst is 1.
pub const BEST: u8 = 5;

/// Scores from 1 to 5, five is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores {
    /// How lately the customer bought.
    pub recency: u8,
    /// How often.
    pub frequency: u8,
    /// How much.
    pub monetary: u8,
}

impl Scores {
    /// The mean of frequency and monetary value, half a score rounded up: the row of the grid.
    #[must_use]
    pub const fn frequency_and_value(self) -> u8 {
        (self.frequency + self.monetary).div_ceil(2)
    }

    /// The name of its box in the grid.
    #[must_use]
    pub const fn segment(self) -> Segment {
        Segment::at(self.recency, self.frequency_and_value())
    }
}

/// What a box of the grid is called: each box has one name, each name at least one box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// Lately, often, much.
    Champions,
    /// Often and much, and not long ago.
    Loyal,
    /// Lately, and on the way to being loyal.
    PotentialLoyal,
    /// Lately, for the first time or nearly.
    New,
    /// Not long ago, and little so far.
    Promising,
    /// In the middle of everything.
    NeedAttention,
    /// Some time ago, and little.
    AboutToSleep,
    /// Long ago, though once often or much.
    AtRisk,
    /// Long ago, though once among the best.
    CantLose,
    /// Long ago, and little.
    Hibernating,
}

impl Segment {
    /// Every name, the best first.
    pub const ALL: [Self; 10] = [
        Self::Champions,
        Self::Loyal,
        Self::PotentialLoyal,
        Self::New,
        Self::Promising,
        Self::NeedAttention,
        Self::CantLose,
        Self::AtRisk,
        Self::AboutToSleep,
        Self::Hibernating,
    ];

    /// The name of the box at a recency score and a mean of frequency and monetary value.
    #[must_use]
    pub const fn at(recency: u8, frequency_and_value: u8) -> Self {
        match (recency, frequency_and_value) {
            (5.., 4..) => Self::Champions,
            (3.., 4..) => Self::Loyal,
            (4.., 2..) => Self::PotentialLoyal,
            (5.., _) => Self::New,
            (4, _) => Self::Promising,
            (3, 3) => Self::NeedAttention,
            (3, _) => Self::AboutToSleep,
            (_, 5..) => Self::CantLose,
            (_, 3..) => Self::AtRisk,
            _ => Self::Hibernating,
        }
    }

    /// The name that scripts rely on.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Champions => "champions",
            Self::Loyal => "loyal_customers",
            Self::PotentialLoyal => "potential_loyalists",
            Self::New => "new_customers",
            Self::Promising => "promising",
            Self::NeedAttention => "need_attention",
            Self::AboutToSleep => "about_to_sleep",
            Self::AtRisk => "at_risk",
            Self::CantLose => "cant_lose",
            Self::Hibernating => "hibernating",
        }
    }

    /// Its place in [`Self::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).unwrap_or(0)
    }
}

/// Everybody's scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Rfm {
    /// By customer index.
    scores: Vec<Scores>,
    /// Whole days from each customer's last row to the reference date; `None` without a date.
    days: Vec<Option<i64>>,
    /// Orders of each customer.
    orders: Vec<u32>,
    /// The day that recency is counted to; `None` where the file has no dates.
    pub reference: Option<Date>,
    /// How many different values each of the three has: fewer than five give fewer scores.
    pub distinct: [usize; 3],
    /// Customers without a date: they count as the longest away.
    pub undated: usize,
}

impl Rfm {
    /// Scores all customers, those with a sum of zero or less too. `reference` is by default the day
    /// after the last date of the file; it changes the days, never the scores.
    #[must_use]
    pub fn new(customers: &[Customer], reference: Option<Date>) -> Self {
        let newest = customers.iter().filter_map(|it| it.last).max();
        let reference = newest.and_then(|day| reference.or_else(|| day.tomorrow().ok()));
        let lasts: Vec<Option<Date>> = customers.iter().map(|it| it.last).collect();
        let orders: Vec<u32> = customers.iter().map(|it| it.orders).collect();
        let sums: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
        // A later day is better; no day is worse than any.
        let (recency, distinct_r) = scores(&lasts);
        let (frequency, distinct_f) = scores(&orders);
        let (monetary, distinct_m) = scores(&sums);
        let three = recency.into_iter().zip(frequency).zip(monetary);
        let days = |last: &Option<Date>| Some(days_between((*last)?, reference?));
        Self {
            scores: three
                .map(|((recency, frequency), monetary)| Scores {
                    recency,
                    frequency,
                    monetary,
                })
                .collect(),
            days: lasts.iter().map(days).collect(),
            orders,
            reference,
            distinct: [distinct_r, distinct_f, distinct_m],
            undated: lasts.iter().filter(|it| it.is_none()).count(),
        }
    }

    /// The scores of a customer.
    #[must_use]
    pub fn of(&self, customer: usize) -> Option<Scores> {
        self.scores.get(customer).copied()
    }

    /// Customers of each of [`Segment::ALL`], and what they sum to.
    #[must_use]
    pub fn held(&self, value_of: impl Fn(usize) -> Money) -> [(usize, Money); 10] {
        let mut held = [(0, Money::ZERO); 10];
        for (at, scores) in self.scores.iter().enumerate() {
            if let Some((n, sum)) = held.get_mut(scores.segment().place()) {
                *n += 1;
                *sum += value_of(at);
            }
        }
        held
    }

    /// How many orders a customer made.
    #[must_use]
    pub fn orders(&self, customer: usize) -> u32 {
        self.orders.get(customer).copied().unwrap_or_default()
    }

    /// Whole days since a customer's last row.
    #[must_use]
    pub fn days(&self, customer: usize) -> Option<i64> {
        self.days.get(customer).copied().flatten()
    }
}

/// Whole days from one day to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from(to - from)
}

/// min(5, 1 + floor(5 L / n)) for each value, L being how many are strictly worse; and how many
/// different values there are.
fn scores<T: Ord + Copy>(values: &[T]) -> (Vec<u8>, usize) {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let score = |it: &T| score_of(&sorted, it, 0);
    let all = values.iter().map(score).collect();
    sorted.dedup();
    (all, sorted.len())
}

/// The score of a value among `sorted` ones, of which so many strictly worse ones do not count.
fn score_of<T: Ord>(sorted: &[T], value: &T, not_counted: usize) -> u8 {
    let worse = sorted
        .partition_point(|it| it < value)
        .saturating_sub(not_counted);
    let fifth = worse * usize::from(BEST) / sorted.len().max(1);
    u8::try_from(fifth + 1).unwrap_or(BEST).min(BEST)
}

/// The monetary score that another sum would give one customer, all others staying: for telling who
/// is near a limit.
#[derive(Clone, Debug)]
pub(super) struct WhatIf(Vec<Money>);

impl WhatIf {
    pub(super) fn new(customers: &[Customer]) -> Self {
        let mut sums: Vec<Money> = customers.iter().map(|it| it.revenue).collect();
        sums.sort_unstable();
        Self(sums)
    }

    pub(super) fn score(&self, own: Money, value: Money) -> u8 {
        score_of(&self.0, &value, usize::from(own < value))
    }
}

#[cfg(test)]
mod tests;
