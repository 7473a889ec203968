//! Figures to geometry: no page, no colour, no words.
//!
//! SVG space: pixels, zero at the top left, y grows downward. One unit is one pixel on screen: a
//! chart is drawn anew for each width and never scaled, so its text keeps its size.

pub mod frame;
pub mod pareto;
pub mod running;
pub mod share;
pub mod slider;
pub mod year;

pub use frame::Frame;
pub use pareto::Pareto;

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
