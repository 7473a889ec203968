//! The whale curve: margin summed from the most profitable customer to the least. It rises to a peak
//! and falls past it, where customers cost more than they bring.
//!
//! Kaplan & Narayanan 2001, "Measuring and Managing Customer Profitability".

use std::cmp::Reverse;

use crate::domain::customer::Customer;
use crate::domain::money::Money;

/// Customers by margin, most profitable first, with running sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whale {
    /// Indices of customers with a margin; ties keep the order of the file.
    order: Vec<usize>,
    /// The sum up to and including each place.
    running: Vec<Money>,
    /// Customers with a margin above zero.
    earning: usize,
    /// Customers with a margin below zero: those past the peak.
    costing: usize,
    /// Customers whose margin the file does not tell; they are not in the curve.
    unknown: usize,
}

impl Whale {
    /// The curve of these customers; `None` where no margin is known.
    #[must_use]
    pub fn of(customers: &[Customer]) -> Option<Self> {
        let margin = |at: &usize| customers.get(*at).and_then(|it| it.margin);
        let known = |at: &usize| margin(at).is_some();
        let mut order: Vec<usize> = (0..customers.len()).filter(known).collect();
        if order.is_empty() {
            return None;
        }
        order.sort_by_key(|at| Reverse(margin(at)));
        let mut sum = Money::ZERO;
        let (mut earning, mut costing) = (0, 0);
        let running = order
            .iter()
            .map(|at| {
                let part = margin(at).unwrap_or_default();
                earning += usize::from(part.is_positive());
                costing += usize::from(part.is_negative());
                sum += part;
                sum
            })
            .collect();
        Some(Self {
            unknown: customers.len() - order.len(),
            order,
            running,
            earning,
            costing,
        })
    }

    /// How many customers are in the curve.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Never: a curve has at least one customer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Customers with a margin above zero.
    #[must_use]
    pub const fn earning(&self) -> usize {
        self.earning
    }

    /// Customers past the peak: those with a margin below zero.
    #[must_use]
    pub const fn costing(&self) -> usize {
        self.costing
    }

    /// Customers whose margin the file does not tell.
    #[must_use]
    pub const fn unknown(&self) -> usize {
        self.unknown
    }

    /// The highest point: what those that earn bring together.
    #[must_use]
    pub fn peak(&self) -> Money {
        self.sum_of_first(self.earning)
    }

    /// What is left at the end: the margin of all.
    #[must_use]
    pub fn total(&self) -> Money {
        self.running.last().copied().unwrap_or_default()
    }

    /// What those past the peak take back, zero or negative.
    #[must_use]
    pub fn taken_back(&self) -> Money {
        self.total() - self.peak()
    }

    /// Peak by total; `None` where there is no total to compare with.
    #[must_use]
    pub fn peak_ratio(&self) -> Option<f64> {
        let total = self.total();
        total.is_positive().then(|| self.peak().share_of(total))
    }

    /// Customers past the peak by index, the costliest first.
    pub fn past(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().rev().take(self.costing).copied()
    }

    /// The sum of the first so many, most profitable first.
    #[must_use]
    pub fn sum_of_first(&self, n: usize) -> Money {
        let last = n.min(self.len()).checked_sub(1);
        last.and_then(|it| self.running.get(it))
            .copied()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn customers(margins: &[Option<i64>]) -> Vec<Customer> {
        let one = |it: &Option<i64>| Customer {
            margin: it.map(Money::from_units),
            ..Customer::default()
        };
        margins.iter().map(one).collect()
    }

    /// Margins; earning, costing and unknown customers; peak, taken back and total.
    type Case<'a> = (&'a [Option<i64>], [usize; 3], [i64; 3]);

    #[test]
    fn figures_of_small_cases_by_hand() {
        let cases: [Case<'_>; 8] = [
            (&[Some(0)], [0, 0, 0], [0, 0, 0]),
            (&[Some(5)], [1, 0, 0], [5, 0, 5]),
            (&[Some(-5)], [0, 1, 0], [0, -5, -5]),
            (&[Some(7), None], [1, 0, 1], [7, 0, 7]),
            (&[Some(-1), Some(4), Some(3)], [2, 1, 0], [7, -1, 6]),
            (&[Some(2); 3], [3, 0, 0], [6, 0, 6]),
            (
                &[Some(900), Some(0), Some(-901)],
                [1, 1, 0],
                [900, -901, -1],
            ),
            (&[Some(-2), Some(-3), None, Some(0)], [0, 2, 1], [0, -5, -5]),
        ];
        for (margins, counts, sums) in cases {
            let it = Whale::of(&customers(margins)).expect("a margin is known");
            assert_eq!(
                [it.earning(), it.costing(), it.unknown()],
                counts,
                "{margins:?}"
            );
            let found = [it.peak(), it.taken_back(), it.total()];
            assert_eq!(found, sums.map(Money::from_units), "{margins:?}");
        }
        for none in [&[][..], &[None, None]] {
            assert_eq!(Whale::of(&customers(none)), None);
        }
    }

    #[test]
    fn the_costliest_come_first_and_a_loss_of_all_has_no_ratio() {
        let it = Whale::of(&customers(&[Some(-1), Some(3), Some(-9)])).expect("known");
        assert_eq!(it.past().collect::<Vec<_>>(), [2, 0]);
        assert_eq!(it.peak_ratio(), None);
    }

    proptest! {
        #[test]
        fn the_peak_is_the_highest_point_and_the_end_is_the_sum(margins: Vec<Option<i32>>) {
            let margins: Vec<Option<i64>> = margins.into_iter().map(|it| it.map(i64::from)).collect();
            if let Some(it) = Whale::of(&customers(&margins)) {
                let highest = (0..=it.len()).map(|n| it.sum_of_first(n)).max();
                prop_assert_eq!(highest, Some(it.peak()));
                let sum: i64 = margins.iter().flatten().sum();
                prop_assert_eq!(it.total(), Money::from_units(sum));
                prop_assert_eq!(it.past().count(), it.costing());
            }
        }
    }
}
