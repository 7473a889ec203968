//! Two ways to sort side by side: who is elsewhere, in customers and money.

use super::Sorting;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// Customers and what they bring.
pub type Held = (usize, Money);

/// Two sortings of the same customers by their rules alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// For each tier of the first, what it holds of each tier of the second. The last row and column are
    /// those that stand apart.
    pub table: Vec<Vec<Held>>,
    /// Customers whose tier differs, the most valuable first.
    pub elsewhere: Vec<usize>,
    /// What those bring together.
    pub value: Money,
}

impl Comparison {
    /// Compares two sortings; `order` is everybody, the most valuable first.
    #[must_use]
    pub fn new(ranking: &Ranking, order: &[usize], first: &Sorting, second: &Sorting) -> Self {
        let (rows, columns) = (first.tiers().len(), second.tiers().len());
        let mut it = Self {
            table: vec![vec![Held::default(); columns + 1]; rows + 1],
            ..Self::default()
        };
        for customer in order.iter().copied() {
            let one = first.tier_by_rule(ranking, customer);
            let other = second.tier_by_rule(ranking, customer);
            let value = ranking.value_of(customer);
            let row = it.table.get_mut(one.unwrap_or(rows));
            if let Some(slot) = row.and_then(|it| it.get_mut(other.unwrap_or(columns))) {
                slot.0 += 1;
                slot.1 += value;
            }
            if one != other {
                it.elsewhere.push(customer);
                it.value += value;
            }
        }
        it
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::listing::by_value;
    use crate::domain::tiers::{MethodKind, TierPlan};

    #[test]
    fn the_table_holds_everybody_once_and_the_diagonal_is_who_agrees() {
        let values = [400, 200, 50, 50, 40, 0, -3].map(Money::from_units);
        let ranking = Ranking::new(&values);
        let sort = |kind: MethodKind| {
            let mut plan = TierPlan::usual(3);
            plan.set_method(kind.usual(3, &ranking));
            Sorting::new(&ranking, &plan, &BTreeMap::new())
        };
        let (share, natural) = (sort(MethodKind::Share), sort(MethodKind::Natural));
        let order = by_value(&ranking);
        let same = Comparison::new(&ranking, &order, &share, &share);
        assert!(same.elsewhere.is_empty());
        let found = Comparison::new(&ranking, &order, &share, &natural);
        let all = || found.table.iter().flatten();
        assert_eq!(all().map(|it| it.0).sum::<usize>(), values.len());
        assert_eq!(all().map(|it| it.1).sum::<Money>(), values.iter().sum());
        // 80 % of 740 is passed with the second: both are first by share, the gap after 400 parts them.
        assert_eq!(found.table[0][1], (1, Money::from_units(200)));
        assert_eq!(found.elsewhere.first(), Some(&1));
        assert_eq!(found.table[3][3], (2, Money::from_units(-3)));
    }
}
