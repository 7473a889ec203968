//! The amounts that a file may have of each customer.

use crate::domain::customer::{Customer, CustomerBase};
use crate::domain::money::Money;

/// An amount of a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amount {
    /// Net revenue of the period.
    #[default]
    Revenue,
    /// Margin of the period.
    Margin,
    /// Revenue of the period before.
    Previous,
}

impl Amount {
    /// Every amount, the usual one first.
    pub const ALL: [Self; 3] = [Self::Revenue, Self::Margin, Self::Previous];

    /// The amount of a customer; `None` where the file has none.
    #[must_use]
    pub const fn of(self, customer: &Customer) -> Option<Money> {
        match self {
            Self::Revenue => Some(customer.revenue),
            Self::Margin => customer.margin,
            Self::Previous => customer.previous,
        }
    }

    /// The amounts that can be drawn: those of which somebody has a positive one.
    #[must_use]
    pub fn found(base: &CustomerBase) -> Vec<Self> {
        let is_positive = |it: Self| {
            let amount = |customer| it.of(customer);
            (base.customers.iter().filter_map(amount)).any(Money::is_positive)
        };
        Self::ALL
            .into_iter()
            .filter(|it| is_positive(*it))
            .collect()
    }

    /// The amount of every customer in file order; a missing one is nothing.
    #[must_use]
    pub fn values(self, base: &CustomerBase) -> Vec<Money> {
        let amount = |it| self.of(it).unwrap_or_default();
        base.customers.iter().map(amount).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_of_which_nobody_has_any_is_not_offered() {
        let customer = |margin: Option<i64>, previous: Option<i64>| Customer {
            revenue: Money::from_units(10),
            margin: margin.map(Money::from_units),
            previous: previous.map(Money::from_units),
            ..Customer::default()
        };
        for (customers, wanted) in [
            (vec![], vec![]),
            (vec![customer(None, None)], vec![Amount::Revenue]),
            (
                vec![customer(Some(0), None), customer(Some(-3), Some(0))],
                vec![Amount::Revenue],
            ),
            (
                vec![customer(None, Some(4)), customer(Some(1), None)],
                Amount::ALL.to_vec(),
            ),
        ] {
            let base = CustomerBase {
                customers,
                ..CustomerBase::default()
            };
            assert_eq!(Amount::found(&base), wanted);
        }
    }
}
