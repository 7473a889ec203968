//! Figures to geometry: no page, no colour, no words.
//!
//! SVG space: pixels, zero at the top left, y grows downward. One unit is one pixel on screen: a
//! chart is drawn anew for each width and never scaled, so its text keeps its size.

pub mod bridge;
pub mod frame;
pub mod lorenz;
pub mod pareto;
pub mod share;
pub mod slider;
pub mod sparkline;
pub mod whale;
pub mod year;

use std::fmt::Write as _;

pub use frame::Frame;
pub use pareto::Pareto;

/// Points joined by straight lines, as the `d` of a path.
pub(crate) fn path(points: &[(f64, f64)]) -> String {
    let mut d = String::with_capacity(points.len() * 12);
    for (at, (x, y)) in points.iter().enumerate() {
        let sign = if at == 0 { 'M' } else { 'L' };
        let _ = write!(d, "{sign}{x:.1} {y:.1}");
    }
    d
}

/// A count as a coordinate.
#[expect(
    clippy::as_conversions,
    reason = "counts of customers are far below 2^53"
)]
pub(crate) fn float(it: usize) -> f64 {
    it as f64
}

/// A coordinate as a count, rounded down; negative and undefined ones are zero.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is what is wanted"
)]
pub(crate) fn whole(it: f64) -> usize {
    it as usize
}
