//! Two bars for every tier, share of revenue over share of care time, and where the same for
//! everyone would be.

/// Height of one tier, in the units of the drawing.
const ROW: f64 = 58.0;
/// Where the first row begins, below the labels of the axis.
const TOP: f64 = 22.0;
/// Height of a bar.
pub const BAR: f64 = 16.0;

/// The shares of one tier: plain ratios.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// Of revenue.
    pub revenue: f64,
    /// Of care time.
    pub time: f64,
    /// Of customers: its share of time if everyone got the same.
    pub even: f64,
}

/// Where the parts of one tier are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareRow {
    /// Top of the row.
    pub top: f64,
    /// Top of the bar of revenue.
    pub revenue_top: f64,
    /// Length of the bar of revenue.
    pub revenue: f64,
    /// Top of the bar of time.
    pub time_top: f64,
    /// Length of the bar of time.
    pub time: f64,
    /// Across, the mark of the same for everyone.
    pub even: f64,
}

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareBars {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Across, where bars begin.
    pub left: f64,
    /// Lines of the grid: percent and where across.
    pub grid: Vec<(u32, f64)>,
    /// By tier.
    pub rows: Vec<ShareRow>,
}

impl ShareBars {
    /// Lays out `shares` on a drawing of this width, with `left` kept for names and `right` for the
    /// text after the longest bar.
    #[must_use]
    pub fn new(shares: &[Shares], width: f64, left: f64, right: f64) -> Self {
        let longest = shares
            .iter()
            .flat_map(|it| [it.revenue, it.time, it.even])
            .filter(|it| it.is_finite())
            .fold(0.0, f64::max);
        let step: u32 = if longest > 0.5 { 20 } else { 10 };
        let ticks: Vec<u32> = (0..=100 / step)
            .map(|it| it * step)
            .take_while(|it| f64::from(*it) / 100.0 <= longest.max(0.1) + 1e-9)
            .collect();
        let span = (width - left - right).max(1.0);
        let across = |share: f64| {
            let share = if share.is_finite() {
                share.clamp(0.0, 1.0)
            } else {
                0.0
            };
            share / longest.max(0.1) * span
        };
        let mut top = TOP;
        let mut rows = Vec::with_capacity(shares.len());
        for share in shares {
            rows.push(ShareRow {
                top,
                revenue_top: top + 8.0,
                revenue: across(share.revenue),
                time_top: top + 28.0,
                time: across(share.time),
                even: left + across(share.even),
            });
            top += ROW;
        }
        Self {
            width,
            height: top + 4.0,
            left,
            grid: ticks
                .into_iter()
                .map(|it| (it, left + across(f64::from(it) / 100.0)))
                .collect(),
            rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_ends_where_the_room_for_text_begins() {
        let shares = [
            Shares {
                revenue: 0.6,
                time: 0.4,
                even: 0.1,
            },
            Shares {
                revenue: 0.4,
                time: 0.6,
                even: 0.9,
            },
        ];
        let bars = ShareBars::new(&shares, 460.0, 92.0, 100.0);
        let ends = bars
            .rows
            .iter()
            .flat_map(|it| [92.0 + it.revenue, 92.0 + it.time, it.even]);
        let end = ends.fold(0.0, f64::max);
        assert!((end - 360.0).abs() < 1e-9, "{end}");
        let labels: Vec<u32> = bars.grid.iter().map(|it| it.0).collect();
        assert_eq!(labels, [0, 20, 40, 60, 80]);
    }

    #[test]
    fn shares_of_nothing_draw_nothing_and_divide_by_nothing() {
        let bars = ShareBars::new(
            &[Shares {
                revenue: f64::NAN,
                time: 0.0,
                even: f64::INFINITY,
            }],
            358.0,
            92.0,
            90.0,
        );
        for row in &bars.rows {
            assert!(row.revenue.abs() < 1e-9 && row.time.abs() < 1e-9);
            assert!((row.even - 92.0).abs() < 1e-9);
        }
    }
}
