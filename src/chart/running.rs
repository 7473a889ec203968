//! Running sums as lines: how margin grows, peaks and falls from the best customer to the worst.

/// Where lines are drawn. The page's down is the drawing's down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Across, where the first customer stands.
    pub left: f64,
    /// Across, where the last one stands.
    pub right: f64,
    /// Down, the highest sum.
    pub top: f64,
    /// Down, the lowest sum.
    pub bottom: f64,
}

/// Points a line has at most: a screen shows no more.
const POINTS: usize = 300;

/// Lines on one scale, and where zero is.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The `d` of each line, from nothing before the first customer.
    pub paths: Vec<String>,
    /// Down, where the sum is zero.
    pub zero: f64,
    /// Where each line ends.
    pub ends: Vec<(f64, f64)>,
}

impl Lines {
    /// Lays out running sums.
    #[must_use]
    #[expect(
        clippy::as_conversions,
        reason = "places of customers are far below 2^53, and a picture needs no more"
    )]
    pub fn new(lines: &[Vec<f64>], area: Area) -> Self {
        let all = || lines.iter().flatten().copied();
        let most = all().fold(0.0_f64, f64::max);
        let least = all().fold(0.0_f64, f64::min);
        let range = (most - least).max(f64::MIN_POSITIVE);
        let down = |value: f64| area.top + (most - value) / range * (area.bottom - area.top);
        let longest = lines.iter().map(Vec::len).max().unwrap_or_default().max(1) as f64;
        let across = |n: usize| area.left + n as f64 / longest * (area.right - area.left);
        let mut ends = Vec::new();
        let paths = lines
            .iter()
            .map(|line| {
                let step = line.len().div_ceil(POINTS).max(1);
                let mut path = format!("M{:.1} {:.1}", across(0), down(0.0));
                let mut end = (across(0), down(0.0));
                for (at, value) in line.iter().enumerate() {
                    if (at + 1) % step == 0 || at + 1 == line.len() {
                        end = (across(at + 1), down(*value));
                        path.push_str(&format!(" L{:.1} {:.1}", end.0, end.1));
                    }
                }
                ends.push(end);
                path
            })
            .collect();
        Self {
            paths,
            zero: down(0.0),
            ends,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area {
        left: 0.0,
        right: 100.0,
        top: 0.0,
        bottom: 60.0,
    };

    #[test]
    fn a_line_rises_to_its_peak_and_falls_to_its_end() {
        let lines = Lines::new(&[vec![10.0, 20.0, 15.0, -10.0]], AREA);
        assert_eq!(
            lines.paths,
            ["M0.0 40.0 L25.0 20.0 L50.0 0.0 L75.0 10.0 L100.0 60.0"]
        );
        assert!((lines.zero - 40.0).abs() < 1e-9);
    }

    #[test]
    fn many_customers_are_a_few_hundred_points_and_the_last_is_among_them() {
        let line: Vec<f64> = (0..100_000).map(f64::from).collect();
        let lines = Lines::new(&[line], AREA);
        assert!(
            lines
                .paths
                .iter()
                .all(|it| it.matches('L').count() <= POINTS + 1)
        );
        assert!(lines.paths.iter().all(|it| it.ends_with("L100.0 0.0")));
    }

    #[test]
    fn nothing_is_a_line_along_zero() {
        assert_eq!(Lines::new(&[vec![0.0, 0.0]], AREA).paths.len(), 1);
        assert!(Lines::new(&[], AREA).paths.is_empty());
    }
}
