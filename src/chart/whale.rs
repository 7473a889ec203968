//! The whale curve: cumulative margin by rank, its peak, and the tail past it, magnified where it is hard
//! to see.

use super::{float, path};
use crate::domain::whale::Whale;

/// Room over the highest point, for its label.
const HEADROOM: f64 = 30.0;
/// Room under the lowest, for what the ends of the axis are.
const UNDER: f64 = 26.0;
/// Room for the two lines of the tail's label.
const LABEL: f64 = 44.0;
/// A tail that falls by more than this part of the height needs no magnifying.
const PLAIN: f64 = 0.3;
/// The least part of the width, and the least height in pixels, that a magnified tail takes.
const INSET: (f64, f64) = (0.34, 48.0);
/// A curve has no more points than this.
const POINTS: usize = 800;

/// The drawing of one curve.
#[derive(Clone, Debug, PartialEq)]
pub struct WhaleDrawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The curve as the `d` of a path.
    pub curve: String,
    /// The area between the curve and nothing.
    pub area: String,
    /// The area between the peak and the curve past it; empty where nothing is past it.
    pub lost: String,
    /// Where nothing is, across the drawing.
    pub zero: f64,
    /// The peak.
    pub peak: (f64, f64),
    /// The first line of the tail's label ends here.
    pub label: (f64, f64),
    /// The tail, magnified.
    pub inset: Option<Inset>,
}

/// The tail on a scale of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Inset {
    /// The curve.
    pub curve: String,
    /// The area between the peak and it.
    pub lost: String,
    /// Its left edge and the height of the peak.
    pub start: (f64, f64),
    /// Its right edge and its lowest point.
    pub end: (f64, f64),
}

impl WhaleDrawing {
    /// Draws a curve so wide; the label of the tail takes `label_width` pixels.
    #[must_use]
    pub fn new(whale: &Whale, width: f64, label_width: f64) -> Self {
        let width = width.max(200.0);
        let plot = (width * 0.42).clamp(190.0, 250.0);
        let (top, bottom) = (HEADROOM, HEADROOM + plot);
        let (left, right) = (4.0, width - 4.0);
        let most = whale.peak().to_f64().max(0.0);
        let least = whale.total().to_f64().min(0.0);
        let span = if most > least { most - least } else { 1.0 };
        let n = whale.len();
        let x = |rank: f64| left + rank / float(n.max(1)) * (right - left);
        let y = |sum: f64| top + (most - sum) / span * plot;
        let at = |rank: usize| (x(float(rank)), y(whale.sum_of_first(rank).to_f64()));
        let zero = y(0.0);
        let all: Vec<(f64, f64)> = ranks(0, n).map(at).collect();
        let curve = path(&all);
        let earning = whale.earning();
        let peak = at(earning);
        let tail: Vec<(f64, f64)> = ranks(n - whale.costing(), n).map(at).collect();
        let has_tail = whale.costing() > 0;
        let close = |line: &str, level: f64, from: f64| format!("{line}V{level:.1}H{from:.1}Z");
        let tail_start = tail.first().map_or(right, |it| it.0);
        let lost = if has_tail {
            close(&path(&tail), peak.1, tail_start)
        } else {
            String::new()
        };
        // Under the end of the curve, and under the curve where the label begins.
        let end = y(whale.total().to_f64());
        let begin = (right - label_width - left).max(0.0) / (right - left) * float(n);
        let under = y(whale.sum_of_first(super::whole(begin)).to_f64());
        let label_y = (end.max(under) + 20.0).min(bottom - LABEL + 20.0);
        let drawing_end = tail.last().copied().unwrap_or(peak);
        let is_flat = (drawing_end.1 - peak.1) < PLAIN * plot;
        let inset_top = label_y + LABEL - 20.0;
        let room = bottom - 12.0 - inset_top;
        let inset = (has_tail && is_flat && room >= INSET.1).then(|| {
            let start = tail_start.min(right - INSET.0 * (right - left));
            let drop = (drawing_end.1 - peak.1).max(f64::MIN_POSITIVE);
            let run = (right - tail_start).max(f64::MIN_POSITIVE);
            let place = |(a, b): &(f64, f64)| {
                (
                    start + (a - tail_start) / run * (right - start),
                    inset_top + (b - peak.1) / drop * room,
                )
            };
            let points: Vec<(f64, f64)> = tail.iter().map(place).collect();
            let curve = path(&points);
            Inset {
                lost: close(&curve, inset_top, start),
                curve,
                start: (start, inset_top),
                end: (right, inset_top + room),
            }
        });
        Self {
            width,
            height: bottom + UNDER,
            area: close(&curve, zero, left),
            curve,
            lost,
            zero,
            peak,
            label: (right, label_y),
            inset,
        }
    }
}

/// Ranks from one to another, both included, thinned evenly where they are very many.
fn ranks(from: usize, to: usize) -> impl Iterator<Item = usize> {
    let step = (to.saturating_sub(from)).div_ceil(POINTS).max(1);
    let last = (!to.saturating_sub(from).is_multiple_of(step)).then_some(to);
    (from..=to).step_by(step).chain(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::Customer;
    use crate::domain::money::Money;

    fn whale(margins: &[i64]) -> Whale {
        let one = |it: &i64| Customer {
            margin: Some(Money::from_units(*it)),
            ..Customer::default()
        };
        let customers: Vec<Customer> = margins.iter().map(one).collect();
        Whale::of(&customers).expect("margins are known")
    }

    #[test]
    fn a_flat_tail_is_magnified_and_a_steep_one_is_not() {
        let mut flat = vec![100; 50];
        flat.extend([-1; 5]);
        let drawing = WhaleDrawing::new(&whale(&flat), 600.0, 200.0);
        let inset = drawing.inset.expect("five of five thousand are not seen");
        assert!(inset.start.1 > drawing.label.1 && inset.end.1 <= drawing.height - UNDER);
        let steep = [vec![100; 5], vec![-90; 3]].concat();
        assert_eq!(WhaleDrawing::new(&whale(&steep), 600.0, 200.0).inset, None);
    }

    #[test]
    fn small_and_odd_curves_stay_inside_the_drawing() {
        for margins in [
            &[0][..],
            &[5],
            &[-5],
            &[3, -3],
            &[7, 7, 7],
            &[-1, -2],
            &[1_000_000, -1],
        ] {
            for width in [120.0, 358.0, 580.0] {
                let it = WhaleDrawing::new(&whale(margins), width, 210.0);
                for (x, y) in [it.peak, it.label, (0.0, it.zero)] {
                    assert!((0.0..=it.width).contains(&x), "{margins:?} {x}");
                    assert!((0.0..=it.height).contains(&y), "{margins:?} {y}");
                }
                assert!(!it.curve.contains("NaN"), "{margins:?}");
            }
        }
    }

    #[test]
    fn very_many_customers_are_thinned_and_the_last_stays() {
        assert_eq!(ranks(0, 3).collect::<Vec<_>>(), [0, 1, 2, 3]);
        let many: Vec<usize> = ranks(7, 100_007).collect();
        assert!(many.len() <= POINTS + 2);
        assert_eq!((many.first(), many.last()), (Some(&7), Some(&100_007)));
    }
}
