//! A row of small bars, one for each month, as large as a word.

use std::fmt::Write as _;

/// The height of the drawing, in pixels.
pub const HEIGHT: f64 = 22.0;
/// The width of one month.
pub const MONTH: f64 = 4.0;

/// Bars for `values` as the `d` of one path: up from the line of nothing, or down from it. The largest
/// is as high as the drawing; nothing leaves a gap.
#[must_use]
pub fn bars(values: &[f64]) -> String {
    let most = values.iter().copied().fold(0.0, f64::max);
    let least = values.iter().copied().fold(0.0, f64::min);
    let span = if most > least { most - least } else { 1.0 };
    let zero = most / span * HEIGHT;
    let mut d = String::new();
    let mut x = 0.0;
    for value in values {
        let height = value / span * HEIGHT;
        if height.abs() > 0.0 {
            // Whatever is there can be seen.
            let height = height.abs().max(1.0).copysign(height);
            let _ = write!(
                d,
                "M{:.1} {zero:.1}v{:.1}h{:.1}v{height:.1}z",
                x + 0.5,
                -height,
                MONTH - 1.0
            );
        }
        x += MONTH;
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_a_sale_leave_a_gap_and_credits_hang_down() {
        for (values, wanted) in [
            (&[][..], ""),
            (&[0.0, 0.0], ""),
            (&[5.0], "M0.5 22.0v-22.0h3.0v22.0z"),
            (
                &[0.0, 1.0, 10_000.0],
                "M4.5 22.0v-1.0h3.0v1.0zM8.5 22.0v-22.0h3.0v22.0z",
            ),
            (
                &[3.0, -1.0],
                "M0.5 16.5v-16.5h3.0v16.5zM4.5 16.5v5.5h3.0v-5.5z",
            ),
        ] {
            assert_eq!(bars(values), wanted);
        }
    }
}
