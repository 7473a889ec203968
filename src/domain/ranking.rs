//! Customers in order of value with running sums: sorted once, asked often.

use std::cmp::Reverse;

use crate::domain::money::Money;

/// Positive values in falling order, with their running sum.
///
/// Made once when the data changes; every share, limit and tier after that is a look-up or a binary
/// search. Ties keep the order of the file. Values of zero or less have no share: they stand apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Indices into the customers, most valuable first.
    order: Vec<usize>,
    /// The value at each rank.
    values: Vec<Money>,
    /// Sum of the values up to and including each rank.
    running: Vec<Money>,
    /// Indices of customers whose value is zero or negative, in file order.
    apart: Vec<usize>,
    /// What each of them brings, zero or negative.
    apart_values: Vec<Money>,
    /// The rank of each customer by index; `None` for those that stand apart.
    rank_of: Vec<Option<usize>>,
}

impl Ranking {
    /// Ranks `values`, one for each customer in file order.
    #[must_use]
    pub fn new(values: &[Money]) -> Self {
        let value = |at: usize| values.get(at).copied().unwrap_or_default();
        let mut ranked = Vec::with_capacity(values.len());
        let mut apart = Vec::new();
        for (at, it) in values.iter().enumerate() {
            if it.is_positive() {
                ranked.push((Reverse(narrow(*it)), at));
            } else {
                apart.push(at);
            }
        }
        // Half as wide, they sort in half the time; what does not fit stands first.
        ranked.sort_unstable();
        let wide = ranked.partition_point(|(it, _)| it.0 == u64::MAX);
        if let Some(wide) = ranked.get_mut(..wide) {
            wide.sort_unstable_by_key(|(_, at)| (Reverse(value(*at)), *at));
        }
        let (sorted, order): (Vec<Money>, Vec<usize>) = ranked
            .into_iter()
            .map(|(Reverse(it), at)| match it {
                u64::MAX => (value(at), at),
                it => (Money::from_ten_thousandths(it.into()), at),
            })
            .unzip();
        let apart_values = apart.iter().map(|at| value(*at)).collect();
        let mut sum = Money::ZERO;
        let running = sorted
            .iter()
            .map(|it| {
                sum += *it;
                sum
            })
            .collect();
        let mut rank_of = vec![None; values.len()];
        for (rank, at) in order.iter().enumerate() {
            if let Some(slot) = rank_of.get_mut(*at) {
                *slot = Some(rank);
            }
        }
        Self {
            order,
            values: sorted,
            running,
            apart,
            apart_values,
            rank_of,
        }
    }

    /// How many customers have a positive value.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Nobody has a positive value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The sum of all positive values.
    #[must_use]
    pub fn total(&self) -> Money {
        self.running.last().copied().unwrap_or_default()
    }

    /// The customer at a rank, counted from 0.
    #[must_use]
    pub fn customer_at(&self, rank: usize) -> Option<usize> {
        self.order.get(rank).copied()
    }

    /// Customers by rank, most valuable first.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The rank of a customer, from 0; `None` for one that stands apart.
    #[must_use]
    pub fn rank_of(&self, customer: usize) -> Option<usize> {
        self.rank_of.get(customer).copied().flatten()
    }

    /// Values by rank.
    #[must_use]
    pub fn values(&self) -> &[Money] {
        &self.values
    }

    /// The sum of the first `k` values.
    #[must_use]
    pub fn sum_of_top(&self, k: usize) -> Money {
        match k.min(self.len()).checked_sub(1) {
            Some(last) => self.running.get(last).copied().unwrap_or_default(),
            None => Money::ZERO,
        }
    }

    /// The share of the first `k` values in the total.
    #[must_use]
    pub fn share_of_top(&self, k: usize) -> f64 {
        self.sum_of_top(k).share_of(self.total())
    }

    /// Customers with a value of zero or less, in file order.
    #[must_use]
    pub fn apart(&self) -> &[usize] {
        &self.apart
    }

    /// What the customers that stand apart sum to, zero or negative.
    #[must_use]
    pub fn apart_total(&self) -> Money {
        self.apart_values.iter().sum()
    }

    /// The value of a customer, ranked or apart; zero for an index that is not in the file.
    #[must_use]
    pub fn value_of(&self, customer: usize) -> Money {
        let value = match self.rank_of(customer) {
            Some(rank) => self.values.get(rank),
            None => {
                (self.apart.binary_search(&customer).ok()).and_then(|it| self.apart_values.get(it))
            }
        };
        value.copied().unwrap_or_default()
    }

    /// Running sums of any other amount in rank order: the first is zero, the next the amount of rank
    /// 0, and so on. Lets the sum over a tier be one subtraction.
    #[must_use]
    pub fn running_sums(&self, amount_of: impl Fn(usize) -> Money) -> Vec<Money> {
        let mut sum = Money::ZERO;
        let after = |customer: &usize| {
            sum += amount_of(*customer);
            sum
        };
        std::iter::once(Money::ZERO)
            .chain(self.order.iter().map(after))
            .collect()
    }

    /// The smallest `k` whose values together reach `basis_points` of the total.
    #[must_use]
    pub fn customers_for(&self, basis_points: u16) -> usize {
        if self.is_empty() {
            return 0;
        }
        self.running
            .partition_point(|sum| below(*sum, basis_points, self.total()))
            + 1
    }

    /// How many customers have less than `basis_points` of the total *before* them, equal values kept
    /// together: where a tier with that limit ends under the exclusive rule.
    #[must_use]
    pub fn end_exclusive(&self, basis_points: u16) -> usize {
        if self.is_empty() {
            return 0;
        }
        // The sum before rank r + 1 is the running sum at r; rank 0 has nothing before it.
        let end = self
            .running
            .partition_point(|sum| below(*sum, basis_points, self.total()))
            + 1;
        self.end_of_equals(end)
    }

    /// How many customers are within `basis_points` of the total, themselves included, equal values
    /// kept together: where a tier ends under the inclusive rule. May be 0.
    #[must_use]
    pub fn end_inclusive(&self, basis_points: u16) -> usize {
        let total = self.total();
        let end = self
            .running
            .partition_point(|sum| !above(*sum, basis_points, total));
        self.end_of_equals(end)
    }

    /// How many customers make up `basis_points` of all ranked ones, a begun customer counted.
    #[must_use]
    pub fn end_of_share(&self, basis_points: u16) -> usize {
        (self.len() * usize::from(basis_points)).div_ceil(10_000)
    }

    /// `end` moved down past values equal to the last one before it.
    #[must_use]
    pub fn end_of_equals(&self, end: usize) -> usize {
        let end = end.min(self.len());
        let Some(last) = end.checked_sub(1).and_then(|it| self.values.get(it)) else {
            return end;
        };
        self.values.partition_point(|it| it >= last)
    }

    /// The same ranking without its most valuable customer.
    #[must_use]
    pub fn without_largest(&self) -> Self {
        Self::new(self.values.get(1..).unwrap_or_default())
    }
}

/// A positive value in 64 bits, or all of them set where it does not fit.
fn narrow(it: Money) -> u64 {
    u64::try_from(it.ten_thousandths()).unwrap_or(u64::MAX)
}

/// `sum < basis_points of total`, in whole numbers.
fn below(sum: Money, basis_points: u16, total: Money) -> bool {
    sum.ten_thousandths() * 10_000 < total.ten_thousandths() * i128::from(basis_points)
}

/// `sum > basis_points of total`, in whole numbers.
fn above(sum: Money, basis_points: u16, total: Money) -> bool {
    sum.ten_thousandths() * 10_000 > total.ten_thousandths() * i128::from(basis_points)
}

#[cfg(test)]
mod tests;
