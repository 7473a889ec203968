//! How far different methods agree on who is in which tier.

use serde::{Deserialize, Serialize};

use crate::domain::ranking::Ranking;
use crate::domain::tiers::plan::TierCount;
use crate::domain::tiers::{Method, Rule, TierCuts};

/// More customers than this are not all asked: natural breaks look at every pair.
const SAMPLE: usize = 10_000;

/// Customers that every method puts in the same tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// How many.
    pub same: usize,
    /// Of so many: all that are ranked, or, of very many, an even sample.
    pub of: usize,
}

/// The customers on whose tier the limits 70/90, the limits 80/95, natural breaks and computed limits
/// agree. Of more than ten thousand customers every second, third and so on is looked at, evenly from the
/// largest to the smallest.
#[must_use]
pub fn agreement(ranking: &Ranking) -> Agreement {
    let n = ranking.len();
    let stride = n.div_ceil(SAMPLE).max(1);
    if stride == 1 {
        return of_all(ranking);
    }
    let values: Vec<_> = ranking.values().iter().step_by(stride).copied().collect();
    of_all(&Ranking::new(&values))
}

fn of_all(ranking: &Ranking) -> Agreement {
    let share = |first: u16, second: u16| {
        TierCuts::new(vec![first, second])
            .ok()
            .map(|cuts| Method::Share {
                cuts,
                rule: Rule::Exclusive,
            })
    };
    let natural = Method::Natural {
        tiers: TierCount::near(3),
    };
    let methods = [
        share(7_000, 9_000),
        share(8_000, 9_500),
        Some(natural),
        Some(Method::Computed),
    ];
    let ends: Vec<Vec<usize>> = methods
        .into_iter()
        .flatten()
        .map(|it| it.ends(ranking))
        .collect();
    // Each method cuts the same order: they agree on the run of ranks that is in tier `at` by all.
    let run = |at: usize| {
        let end = |it: &Vec<usize>, at: Option<usize>| at.and_then(|at| it.get(at)).copied();
        let start = ends
            .iter()
            .map(|it| end(it, at.checked_sub(1)).unwrap_or(0))
            .max();
        let stop = ends
            .iter()
            .map(|it| end(it, Some(at)).unwrap_or(ranking.len()))
            .min();
        stop.unwrap_or(0).saturating_sub(start.unwrap_or(0))
    };
    Agreement {
        same: (0..3).map(run).sum(),
        of: ranking.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    /// The figures are those of tests/independent/fit.py.
    #[test]
    fn agreement_is_that_of_another_program() {
        let falling: Vec<i64> = (1..=60).map(|it| 60_000 / (it * it)).collect();
        let cases: [(&[i64], usize); 6] = [
            (&[], 0),
            (&[5], 1),
            (&[5, 5, 5], 3),
            (&[1000, 1, 1, 1], 1),
            (&[100, 60, 30, 20, 10, 5, 4, 3, 2, 1], 5),
            (&falling, 51),
        ];
        for (values, same) in cases {
            let values: Vec<Money> = values.iter().map(|it| Money::from_units(*it)).collect();
            let found = agreement(&Ranking::new(&values));
            assert_eq!((found.same, found.of), (same, values.len()), "{values:?}");
        }
    }

    #[test]
    fn very_many_customers_are_sampled_evenly() {
        let values: Vec<Money> = (1..=25_000)
            .map(|it| Money::from_units(9_000_000 / it))
            .collect();
        let found = agreement(&Ranking::new(&values));
        assert_eq!(found.of, 8_334);
        assert!(found.same > 0 && found.same < found.of, "{found:?}");
    }
}
