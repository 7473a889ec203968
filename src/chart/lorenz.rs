//! The Lorenz curve: share of value by share of customers, from the smallest customer to the largest.

use super::{Frame, float, path};
use crate::domain::ranking::Ranking;

/// A curve has no more points than this.
const POINTS: usize = 800;

/// The curve of one ranking in one frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Lorenz {
    /// The frame it is drawn in.
    pub frame: Frame,
    /// The curve as the `d` of a path.
    pub curve: String,
    /// The area between the curve and the line of equal shares.
    pub gap: String,
    /// Where the smaller half of the customers ends on the curve.
    pub half: (f64, f64),
    /// Customers in the smaller half, rounded down.
    pub half_customers: usize,
    /// What they bring, as a ratio.
    pub half_share: f64,
}

impl Lorenz {
    /// Draws a ranking into a frame.
    #[must_use]
    pub fn new(ranking: &Ranking, frame: Frame) -> Self {
        let n = ranking.len();
        let share_of_smallest = |k: usize| 1.0 - ranking.share_of_top(n - k.min(n));
        let at = |k: usize| {
            let x = float(k) / float(n.max(1));
            (frame.x(x), frame.y(share_of_smallest(k)))
        };
        let step = n.div_ceil(POINTS).max(1);
        let last = (!n.is_multiple_of(step)).then_some(n);
        let points: Vec<(f64, f64)> = (0..=n).step_by(step).chain(last).map(at).collect();
        let curve = path(&points);
        let half_customers = n / 2;
        Self {
            gap: format!("{curve}L{:.1} {:.1}Z", frame.left, frame.bottom),
            curve,
            half: at(half_customers),
            half_customers,
            half_share: share_of_smallest(half_customers),
            frame,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    #[test]
    fn the_curve_runs_from_corner_to_corner_under_the_line_of_equal_shares() {
        let frame = Frame::of_width(800.0, 10.0, 0.435);
        for values in [&[1][..], &[5, 5, 5, 5], &[900, 10, 9, 1], &[3, 2, 1]] {
            let money: Vec<Money> = values.iter().map(|it| Money::from_units(*it)).collect();
            let it = Lorenz::new(&Ranking::new(&money), frame);
            assert!(
                it.curve
                    .starts_with(&format!("M{:.1} {:.1}", frame.left, frame.bottom))
            );
            assert!(
                it.curve
                    .ends_with(&format!("L{:.1} {:.1}", frame.right, frame.top))
            );
            assert!(it.half_share <= 0.5 + 1e-12, "{values:?} {}", it.half_share);
        }
        let money = [900, 60, 30, 10].map(Money::from_units);
        let it = Lorenz::new(&Ranking::new(&money), frame);
        assert_eq!(it.half_customers, 2);
        assert!((it.half_share - 0.04).abs() < 1e-12);
    }
}
