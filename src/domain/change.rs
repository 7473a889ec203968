//! What changed from one period to the next: lost, shrinking, steady, growing and new customers, whose
//! sums lead from one total to the other to the cent.

use crate::domain::money::Money;

/// A customer is steady while it changes by no more than so many percent.
pub const STEADY_PERCENT: i128 = 5;

/// What became of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// Something before, nothing (or less) now.
    Lost,
    /// Less than before.
    Shrinking,
    /// As much as before, give or take [`STEADY_PERCENT`].
    Steady,
    /// More than before.
    Growing,
    /// Nothing (or less) before, something now.
    New,
    /// Zero or less in both periods: credits and corrections only.
    Apart,
}

impl Course {
    /// In the order in which they lead from the one total to the other.
    pub const ALL: [Self; 6] = [
        Self::Lost,
        Self::Shrinking,
        Self::Steady,
        Self::Growing,
        Self::New,
        Self::Apart,
    ];

    /// The course of a customer with these amounts.
    #[must_use]
    pub fn of(before: Money, now: Money) -> Self {
        match (before.is_positive(), now.is_positive()) {
            (false, false) => Self::Apart,
            (true, false) => Self::Lost,
            (false, true) => Self::New,
            (true, true) => {
                let band = before.ten_thousandths() * STEADY_PERCENT;
                let change = (now - before).ten_thousandths() * 100;
                if change < -band {
                    Self::Shrinking
                } else if change > band {
                    Self::Growing
                } else {
                    Self::Steady
                }
            }
        }
    }
}

/// Customers of one course and what they changed together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How many.
    pub customers: usize,
    /// Now less before.
    pub change: Money,
}

/// Two periods compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What all customers brought before.
    pub before: Money,
    /// What they bring now.
    pub now: Money,
    /// By place in [`Course::ALL`].
    parts: [Part; 6],
}

impl Change {
    /// Compares the amounts of customers before and now.
    #[must_use]
    pub fn of(pairs: &[(Money, Money)]) -> Self {
        let mut change = Self::default();
        for (before, now) in pairs {
            change.before += *before;
            change.now += *now;
            let course = Course::of(*before, *now);
            for (part, it) in change.parts.iter_mut().zip(Course::ALL) {
                if it == course {
                    part.customers += 1;
                    part.change += *now - *before;
                }
            }
        }
        change
    }

    /// Customers of a course and what they changed.
    #[must_use]
    pub fn part(&self, course: Course) -> Part {
        let mut all = Course::ALL.into_iter().zip(self.parts);
        all.find(|it| it.0 == course)
            .map(|it| it.1)
            .unwrap_or_default()
    }
}

/// How much of a period's value is still there in the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Retention {
    /// Customers with positive value then.
    pub customers: usize,
    /// Their value then.
    pub start: Money,
    /// Their value now, losses counted as nothing.
    pub end: Money,
    /// Their value now, growth left out.
    pub kept: Money,
    /// Those without positive value now, and what they brought then.
    pub lost: (usize, Money),
    /// Customers with positive value now and none then, and what they bring.
    pub new: (usize, Money),
}

impl Retention {
    /// Compares the amounts of customers then and now.
    #[must_use]
    pub fn of(pairs: &[(Money, Money)]) -> Self {
        let mut it = Self::default();
        for (then, now) in pairs {
            let now = (*now).max(Money::ZERO);
            if then.is_positive() {
                it.customers += 1;
                it.start += *then;
                it.end += now;
                it.kept += now.min(*then);
                if now.is_zero() {
                    it.lost = (it.lost.0 + 1, it.lost.1 + *then);
                }
            } else if now.is_positive() {
                it.new = (it.new.0 + 1, it.new.1 + now);
            }
        }
        it
    }

    /// Net revenue retention: what the customers of then bring now, by what they brought; `None` where
    /// nobody brought anything.
    #[must_use]
    pub fn net(&self) -> Option<f64> {
        (self.customers > 0).then(|| self.end.share_of(self.start))
    }

    /// Gross revenue retention: the same without growth.
    #[must_use]
    pub fn gross(&self) -> Option<f64> {
        (self.customers > 0).then(|| self.kept.share_of(self.start))
    }
}

#[cfg(test)]
mod tests;
