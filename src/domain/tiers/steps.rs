//! Points by stated limits: adding, changing and removing one, and a list to begin with.

use super::measure::Measure;
use super::score::Step;

/// The most limits of one measure.
pub const MOST: usize = 8;

/// Why a limit cannot stand in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepError {
    /// There are as many as there can be.
    Count,
    /// It gives more than 100 points.
    Points,
    /// The list has this limit already.
    Same,
    /// A better figure would give fewer points than this worse one, or the other way round.
    Order(Step),
}

/// The list with `step` in place of the one at `at`, or added where there is none, the best first.
///
/// # Errors
/// What speaks against it; the list then stays as it was.
pub fn with(
    steps: &[Step],
    at: Option<usize>,
    step: Step,
    measure: Measure,
) -> Result<Vec<Step>, StepError> {
    let others = without(steps, at.unwrap_or(usize::MAX));
    if others.len() >= MOST {
        return Err(StepError::Count);
    }
    if step.points > 100 {
        return Err(StepError::Points);
    }
    let is_better = |one: i64, other: i64| (one > other) != measure.is_less_better();
    for other in &others {
        if other.limit == step.limit {
            return Err(StepError::Same);
        }
        let is_over = if is_better(step.limit, other.limit) {
            step.points < other.points
        } else {
            step.points > other.points
        };
        if is_over {
            return Err(StepError::Order(*other));
        }
    }
    let place = others
        .iter()
        .position(|it| is_better(step.limit, it.limit))
        .unwrap_or(others.len());
    let mut steps = others;
    steps.insert(place, step);
    Ok(steps)
}

/// The list without the limit at `at`.
#[must_use]
pub fn without(steps: &[Step], at: usize) -> Vec<Step> {
    let others = steps.iter().enumerate().filter(|(place, _)| *place != at);
    others.map(|(_, it)| *it).collect()
}

/// A limit to add below the last: half of it, or twice where less is better, for half its points.
#[must_use]
pub fn next(steps: &[Step], measure: Measure) -> Step {
    let Some(last) = steps.last() else {
        return Step {
            limit: 0,
            points: 100,
        };
    };
    let limit = if measure.is_less_better() {
        last.limit.saturating_mul(2).max(last.limit + 10_000)
    } else {
        let half = last.limit.div_euclid(20_000) * 10_000;
        half.min(last.limit - 10_000)
    };
    Step {
        limit,
        points: last.points / 2,
    }
}

/// Limits to begin with: what the best fifth, two, three and four fifths of customers reach, in round
/// numbers, for 100, 75, 50 and 25 points.
#[must_use]
pub fn usual(mut values: Vec<i128>, measure: Measure) -> Vec<Step> {
    values.sort_unstable();
    if !measure.is_less_better() {
        values.reverse();
    }
    let mut steps = Vec::new();
    for (fifth, points) in [(1, 100), (2, 75), (3, 50), (4, 25)] {
        let last = (values.len() * fifth / 5).checked_sub(1);
        let reached = last.and_then(|it| values.get(it)).copied();
        let limit = reached.and_then(|it| i64::try_from(rounded(it)).ok());
        if let Some(limit) = limit
            && let Ok(more) = with(&steps, None, Step { limit, points }, measure)
        {
            steps = more;
        }
    }
    steps
}

/// Two figures and zeros, in whole units; towards zero.
fn rounded(value: i128) -> i128 {
    let mut unit: i128 = 10_000;
    while value.abs() / unit >= 100 {
        unit *= 10;
    }
    value / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn step(units: i64, points: u8) -> Step {
        Step {
            limit: units * 10_000,
            points,
        }
    }

    #[test]
    fn a_limit_finds_its_place_or_says_why_it_has_none() {
        let list = [step(100, 80), step(50, 40)];
        for (at, new, wanted) in [
            (
                None,
                step(70, 60),
                Ok(vec![step(100, 80), step(70, 60), step(50, 40)]),
            ),
            (
                None,
                step(-5, 0),
                Ok(vec![step(100, 80), step(50, 40), step(-5, 0)]),
            ),
            // Changed past its neighbour: the order follows.
            (
                Some(1),
                step(200, 90),
                Ok(vec![step(200, 90), step(100, 80)]),
            ),
            (
                Some(0),
                step(100, 40),
                Ok(vec![step(100, 40), step(50, 40)]),
            ),
            (None, step(50, 40), Err(StepError::Same)),
            (Some(1), step(100, 40), Err(StepError::Same)),
            (None, step(70, 101), Err(StepError::Points)),
            (None, step(70, 90), Err(StepError::Order(step(100, 80)))),
            (Some(0), step(100, 30), Err(StepError::Order(step(50, 40)))),
        ] {
            assert_eq!(
                with(&list, at, new, Measure::Revenue),
                wanted,
                "{at:?} {new:?}"
            );
        }
        let full: Vec<Step> = (0..8).map(|it| step(100 - it, 50)).collect();
        assert_eq!(
            with(&full, None, step(1, 1), Measure::Revenue),
            Err(StepError::Count)
        );
        assert!(with(&full, Some(0), step(101, 50), Measure::Revenue).is_ok());
    }

    #[test]
    fn of_days_fewer_are_better() {
        let list = [step(30, 100), step(90, 50)];
        assert_eq!(
            with(&list, None, step(60, 75), Measure::Days),
            Ok(vec![step(30, 100), step(60, 75), step(90, 50)])
        );
        assert_eq!(
            with(&list, None, step(180, 60), Measure::Days),
            Err(StepError::Order(step(90, 50)))
        );
        assert_eq!(next(&list, Measure::Days), step(180, 25));
    }

    #[test]
    fn a_limit_to_add_can_always_be_added() {
        for (measure, mut list) in [
            (Measure::Revenue, vec![]),
            (Measure::Revenue, vec![step(100, 100)]),
            (Measure::Growth, vec![step(1, 3)]),
            (Measure::Growth, vec![step(-30, 0)]),
            (Measure::Days, vec![step(0, 100)]),
        ] {
            while list.len() < MOST {
                let new = next(&list, measure);
                list = with(&list, None, new, measure).expect("room for it");
                assert_eq!(list.last(), Some(&new), "{measure:?}");
            }
        }
    }

    #[test]
    fn the_usual_limits_are_round_and_each_is_there_once() {
        let units = |all: &[i128]| all.iter().map(|it| it * 10_000).collect::<Vec<_>>();
        let ten = units(&[12_345, 9_876, 5_432, 4_321, 1_234, 987, 543, 432, 21, 3]);
        let wanted = [
            step(9_800, 100),
            step(4_300, 75),
            step(980, 50),
            step(430, 25),
        ];
        assert_eq!(usual(ten, Measure::Revenue), wanted);
        let days = units(&[1, 2, 10, 20, 30, 40, 365, 366, 367, 1_000]);
        let wanted = [step(2, 100), step(20, 75), step(40, 50), step(360, 25)];
        assert_eq!(usual(days, Measure::Days), wanted);
        assert_eq!(
            usual(units(&[3, 3, 3, 3, 3]), Measure::Potential),
            [step(3, 100)]
        );
        assert_eq!(usual(units(&[7]), Measure::Orders), []);
        assert_eq!(usual(Vec::new(), Measure::Revenue), []);
    }
}
