//! Two periods of one business: who is who in both, and who moved from which tier to which.

use std::collections::BTreeMap;

use crate::domain::customer::{Customer, marks};
use crate::domain::money::Money;

/// A customer by its index then and now; at least one of the two is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// Its index in the earlier customers.
    pub then: Option<usize>,
    /// Its index in the later customers.
    pub now: Option<usize>,
}

impl Both {
    /// What the customer brought then and brings now; nothing where it is not there.
    #[must_use]
    pub fn values(self, then: &[Customer], now: &[Customer]) -> (Money, Money) {
        let value = |all: &[Customer], at: Option<usize>| {
            at.and_then(|it| all.get(it))
                .map(|it| it.revenue)
                .unwrap_or_default()
        };
        (value(then, self.then), value(now, self.now))
    }
}

/// Joins customers of two periods by their marks: the earlier ones in their order, then those that are
/// only in the later.
#[must_use]
pub fn join(then: &[Customer], now: &[Customer]) -> Vec<Both> {
    let mut by_mark: BTreeMap<String, usize> = BTreeMap::new();
    for (at, mark) in marks(now).into_iter().enumerate() {
        by_mark.insert(mark, at);
    }
    let mut all: Vec<Both> = marks(then)
        .into_iter()
        .enumerate()
        .map(|(at, mark)| Both {
            then: Some(at),
            now: by_mark.remove(&mark),
        })
        .collect();
    let mut rest: Vec<usize> = by_mark.into_values().collect();
    rest.sort_unstable();
    all.extend(rest.into_iter().map(|it| Both {
        then: None,
        now: Some(it),
    }));
    all
}

/// Customers that moved from one tier to another, and their money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many.
    pub customers: usize,
    /// What they brought then.
    pub then: Money,
    /// What they bring now.
    pub now: Money,
}

/// Tier then by tier now; one row more for those that had none, one column more for those that have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    cells: Vec<Vec<Moved>>,
}

impl Migration {
    /// Counts customers by their tiers, `None` for none; those without a tier in both are not counted.
    #[must_use]
    pub fn of(
        tiers: usize,
        customers: impl IntoIterator<Item = ([Option<usize>; 2], (Money, Money))>,
    ) -> Self {
        let mut cells = vec![vec![Moved::default(); tiers + 1]; tiers + 1];
        for ([from, to], (then, now)) in customers {
            if from.is_none() && to.is_none() {
                continue;
            }
            let cell = (cells.get_mut(from.unwrap_or(tiers)))
                .and_then(|row| row.get_mut(to.unwrap_or(tiers)));
            if let Some(cell) = cell {
                cell.customers += 1;
                cell.then += then;
                cell.now += now;
            }
        }
        Self { cells }
    }

    /// Those that went from a tier to a tier, `None` for new and for lost.
    #[must_use]
    pub fn cell(&self, from: Option<usize>, to: Option<usize>) -> Moved {
        let tiers = self.cells.len() - 1;
        let row = self.cells.get(from.unwrap_or(tiers));
        row.and_then(|row| row.get(to.unwrap_or(tiers)))
            .copied()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customers(keys: &[(&str, i64)]) -> Vec<Customer> {
        let one = |(key, revenue): &(&str, i64)| Customer {
            key: (*key).to_owned(),
            revenue: Money::from_units(*revenue),
            ..Customer::default()
        };
        keys.iter().map(one).collect()
    }

    #[test]
    fn a_customer_is_known_again_in_other_capitals_and_nobody_is_counted_twice() {
        let then = customers(&[("Kuusi", 5), ("Leppä", 3), ("Koivu", 2)]);
        let now = customers(&[("Mänty", 1), ("KUUSI", 7), ("leppä ", 0)]);
        let both = |then, now| Both { then, now };
        let joined = join(&then, &now);
        let wanted = [
            both(Some(0), Some(1)),
            both(Some(1), Some(2)),
            both(Some(2), None),
            both(None, Some(0)),
        ];
        assert_eq!(joined, wanted);
        let values: Vec<_> = joined.iter().map(|it| it.values(&then, &now)).collect();
        let wanted = [(5, 7), (3, 0), (2, 0), (0, 1)];
        assert_eq!(
            values,
            wanted.map(|(a, b)| (Money::from_units(a), Money::from_units(b)))
        );
        assert_eq!(join(&[], &[]), []);
    }

    #[test]
    fn whoever_has_a_tier_in_one_period_is_counted_once_and_others_are_not() {
        let money = |it: i64| Money::from_units(it);
        let moves = [
            ([Some(0), Some(1)], (money(9), money(4))),
            ([Some(0), Some(1)], (money(8), money(3))),
            ([Some(1), None], (money(2), money(0))),
            ([None, Some(0)], (money(-1), money(6))),
            ([None, None], (money(0), money(-1))),
        ];
        let found = Migration::of(2, moves);
        let down = Moved {
            customers: 2,
            then: money(17),
            now: money(7),
        };
        assert_eq!(found.cell(Some(0), Some(1)), down);
        assert_eq!(found.cell(Some(1), None).then, money(2));
        assert_eq!(found.cell(None, Some(0)).now, money(6));
        assert_eq!(found.cell(None, None).customers, 0);
    }
}
