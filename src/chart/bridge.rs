//! The bridge from one total to the next: a bar for each, and between them a step for every change.

use super::whole;

/// Height of a row, and of the bar in it.
pub const ROW: f64 = 34.0;
/// Height of a bar.
pub const BAR: f64 = 20.0;
/// Over the first bar.
const TOP: f64 = 4.0;

/// A bar of the bridge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeBar {
    /// Its top.
    pub top: f64,
    /// Its left edge.
    pub x: f64,
    /// Its width; a change of nothing still leaves a line.
    pub width: f64,
    /// Where the next bar begins: the end of this one.
    pub end: f64,
}

/// The whole drawing: the first total, the changes, the last total.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Left edge of the plot.
    pub left: f64,
    /// What the plot begins at; above zero where the changes would be too small to see from there.
    pub start: f64,
    /// Where nothing is; the left edge where the plot begins above it.
    pub zero: f64,
    /// Top to bottom.
    pub bars: Vec<BridgeBar>,
}

impl Bridge {
    /// Leads from `before` over `changes` to their sum, with pixels kept at the left and the right for
    /// words and numbers.
    #[must_use]
    pub fn new(before: f64, changes: &[f64], width: f64, left: f64, right: f64) -> Self {
        let mut level = before;
        let levels: Vec<f64> = changes
            .iter()
            .map(|it| {
                level += it;
                level
            })
            .collect();
        let now = level;
        let (low, high) = levels
            .iter()
            .fold((before, before), |(a, b), it| (a.min(*it), b.max(*it)));
        let start = start(low, high);
        let span = (high.max(0.0) - start).max(f64::MIN_POSITIVE);
        let plot = (width - left - right).max(40.0);
        let x = |value: f64| left + ((value - start) / span).clamp(0.0, 1.0) * plot;
        let zero = x(0.0_f64.max(start));
        let mut top = TOP;
        let mut bar = |from: f64, to: f64| {
            let (a, b) = (x(from), x(to));
            let it = BridgeBar {
                top,
                x: a.min(b),
                width: (a - b).abs().max(1.5),
                end: b,
            };
            top += ROW;
            it
        };
        let total =
            |value: f64, bar: &mut dyn FnMut(f64, f64) -> BridgeBar| bar(0.0_f64.max(start), value);
        let mut bars = vec![total(before, &mut bar)];
        let mut from = before;
        for to in levels {
            bars.push(bar(from, to));
            from = to;
        }
        bars.push(total(now, &mut bar));
        Self {
            width,
            height: top,
            left,
            start,
            zero,
            bars,
        }
    }

    /// The plot does not begin at nothing.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.start > 0.0
    }
}

/// What the plot begins at: zero, or below, unless the changes are small against the totals; then two
/// digits below the lowest level.
fn start(low: f64, high: f64) -> f64 {
    if low <= 0.0 {
        return low;
    }
    // Nothing changed: there is nothing to magnify, and cut at the totals they would be bars of no width.
    if high - low < f64::EPSILON * high {
        return 0.0;
    }
    let wanted = low - 0.6 * (high - low);
    if wanted < 0.4 * high {
        return 0.0;
    }
    let mut unit = 1.0;
    while wanted / unit >= 100.0 {
        unit *= 10.0;
    }
    let digits = u32::try_from(whole(wanted / unit)).unwrap_or(0);
    f64::from(digits) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_begins_where_the_one_before_ends_and_the_last_is_the_sum() {
        let changes = [-61_003.0, -186_092.0, 90.0, 171_256.0, 67_406.0];
        let it = Bridge::new(2_420_768.0, &changes, 600.0, 150.0, 130.0);
        assert_eq!(it.bars.len(), 7);
        assert!((it.start - 2_000_000.0).abs() < 1.0, "{}", it.start);
        for pair in it.bars.windows(2).take(5) {
            let (a, b) = (pair[0], pair[1]);
            let begins = if (b.x - b.end).abs() < 1e-9 {
                b.x + b.width
            } else {
                b.x
            };
            assert!((a.end - begins).abs() <= 1.5, "{a:?} {b:?}");
        }
        assert!((it.bars[5].end - it.bars[6].end).abs() < 1e-9);
        let most = it.bars.iter().map(|it| it.x + it.width).fold(0.0, f64::max);
        assert!(most <= 470.1, "{most}");
    }

    #[test]
    fn small_odd_and_negative_totals_stay_inside() {
        for (before, changes) in [
            (0.0, &[0.0; 5][..]),
            (0.0, &[0.0, 0.0, 0.0, 0.0, 7.0]),
            (7.0, &[-7.0, 0.0, 0.0, 0.0, 0.0]),
            (-5.0, &[0.0, 0.0, 0.0, 0.0, 9.0]),
            (3.0, &[-8.0, 0.0, 0.0, 0.0, 0.0]),
            (100.0, &[0.0; 5]),
        ] {
            let it = Bridge::new(before, changes, 358.0, 100.0, 90.0);
            for bar in &it.bars {
                assert!(
                    bar.x >= 99.9 && bar.x + bar.width <= 270.0,
                    "{before} {bar:?}"
                );
            }
        }
    }

    #[test]
    fn a_plot_is_cut_only_where_changes_would_not_be_seen() {
        for (low, high, wanted) in [
            (900.0, 1_000.0, 840.0),
            (100.0, 1_000.0, 0.0),
            (-1.0, 5.0, -1.0),
            (0.0, 5.0, 0.0),
            (99.0, 100.0, 98.0),
            (100.0, 100.0, 0.0),
        ] {
            assert!((start(low, high) - wanted).abs() < 1e-9, "{low} {high}");
        }
    }
}
