//! Twelve stacked bars, one for each month, and the line of the hours there are.

/// Where twelve months are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearArea {
    /// Width of the drawing.
    pub width: f64,
    /// Across, where the first month begins; labels of the axis stand before it.
    pub left: f64,
    /// Down, where the highest bar may begin.
    pub top: f64,
    /// Down, where bars stand.
    pub bottom: f64,
}

/// One part of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The tier, from 0.
    pub tier: usize,
    /// Its top.
    pub y: f64,
    /// Its height.
    pub height: f64,
}

/// One month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthBar {
    /// Across, its left edge.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// Across, its middle, for labels.
    pub middle: f64,
    /// Down, its top.
    pub top: f64,
    /// From the foot up.
    pub parts: Vec<Part>,
    /// Down, the hours there are in this month; `None` where nobody has any in the year.
    pub limit: Option<f64>,
}

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct YearBars {
    /// Lines of the grid: hours and where down.
    pub grid: Vec<(u32, f64)>,
    /// January first.
    pub months: Vec<MonthBar>,
}

impl YearBars {
    /// Lays out minutes by month and tier, and the minutes there are in each month.
    #[must_use]
    #[expect(
        clippy::as_conversions,
        reason = "minutes a month are far below 2^53, and a picture needs no more"
    )]
    pub fn new(minutes: &[Vec<u64>], limits: &[u64; 12], area: YearArea) -> Self {
        let sum = |it: &Vec<u64>| it.iter().fold(0_u64, |sum, it| sum.saturating_add(*it));
        let most = minutes.iter().map(sum).max().unwrap_or_default();
        let highest = most
            .max(limits.iter().copied().max().unwrap_or_default())
            .max(60) as f64
            / 60.0;
        let step = step_for(highest);
        let height = area.bottom - area.top;
        let down = |hours: f64| area.bottom - hours / highest * height;
        let slot = (area.width - area.left) / 12.0;
        let has_limits = limits.iter().any(|it| *it > 0);
        let months = (0_u32..)
            .zip(minutes)
            .zip(
                limits
                    .iter()
                    .copied()
                    .map(Some)
                    .chain(std::iter::repeat(None)),
            )
            .map(|((at, tiers), limit)| {
                let x = area.left + slot * (f64::from(at) + 0.16);
                let mut foot = area.bottom;
                let mut parts = Vec::new();
                for (tier, minutes) in tiers.iter().enumerate().filter(|(_, it)| **it > 0) {
                    let part = *minutes as f64 / 60.0 / highest * height;
                    foot -= part;
                    parts.push(Part {
                        tier,
                        y: foot,
                        // A hair of paper between tiers, so that they part without colour too.
                        height: (part - 0.8).max(0.4),
                    });
                }
                MonthBar {
                    x,
                    width: slot * 0.68,
                    middle: x + slot * 0.34,
                    top: foot,
                    parts,
                    limit: limit
                        .filter(|_| has_limits)
                        .map(|it| down(it as f64 / 60.0)),
                }
            })
            .collect();
        let mut grid = vec![(0, area.bottom)];
        let mut hours = step;
        while f64::from(hours) <= highest {
            grid.push((hours, down(f64::from(hours))));
            hours = hours.saturating_add(step);
        }
        Self { grid, months }
    }
}

/// A round step that gives two to five lines.
fn step_for(highest: f64) -> u32 {
    let mut step = 1_u32;
    loop {
        for factor in [1, 2, 5] {
            let it = step.saturating_mul(factor);
            if highest / f64::from(it) <= 5.0 || it == u32::MAX {
                return it;
            }
        }
        step = step.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: YearArea = YearArea {
        width: 680.0,
        left: 30.0,
        top: 36.0,
        bottom: 230.0,
    };

    #[test]
    fn bars_stand_on_the_foot_and_the_fullest_month_reaches_the_top() {
        let mut minutes = vec![vec![600, 1_200]; 11];
        minutes.push(vec![600, 2_400]);
        let bars = YearBars::new(&minutes, &[0; 12], AREA);
        let fullest = bars.months.last().map(|it| it.top);
        assert!(
            fullest.is_some_and(|it| (it - 36.0).abs() < 1e-9),
            "{fullest:?}"
        );
        for month in &bars.months {
            let foot = month.parts.first().map(|it| it.y + it.height + 0.8);
            assert!(foot.is_some_and(|it| (it - 230.0).abs() < 1e-9), "{foot:?}");
        }
        assert!(bars.months.iter().all(|it| it.limit.is_none()));
    }

    #[test]
    fn any_height_gets_two_to_six_lines() {
        for hours in [1.0, 4.0, 9.5, 46.0, 250.0, 99_999.0, 1e12] {
            let step = step_for(hours);
            assert!(
                hours / f64::from(step) <= 5.0 || step == u32::MAX,
                "{hours}"
            );
        }
    }

    #[test]
    fn a_year_of_nothing_is_an_empty_drawing() {
        let bars = YearBars::new(&vec![vec![0, 0]; 12], &[0; 12], AREA);
        assert!(bars.months.iter().all(|it| it.parts.is_empty()));
    }
}
