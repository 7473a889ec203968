//! The Pareto curve: cumulative share by rank, with a bar for each customer's own share.

use std::fmt::Write as _;

use super::{Frame, float, whole};
use crate::domain::ranking::Ranking;

/// A curve of more customers than this is thinned.
const THIN_FROM: usize = 2_000;
/// What thinning may cost: half a pixel, less than the line is wide.
const THIN_STEP: f64 = 0.5;
/// A bar narrower than this is drawn together with its neighbours.
const BAR_LEAST: f64 = 2.0;
/// A bar of very few customers is no wider than this: it would cover what is written on the plot.
const BAR_MOST: f64 = 96.0;
/// A bar is never lower than this, so that the smallest customer still leaves a trace.
const BAR_LOWEST: f64 = 0.6;

/// The geometry of one ranking in one frame: made when either changes, not while something moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Pareto {
    frame: Frame,
    customers: usize,
    points: Vec<Point>,
    bars: Vec<Bar>,
}

/// A point of the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// How many customers are left of it.
    pub rank: usize,
    /// Where it is.
    pub x: f64,
    /// Where it is.
    pub y: f64,
}

/// The own share of one customer, or of the largest of a few neighbours, standing on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its left edge.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A customer number under the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The customer, counted from 1.
    pub rank: usize,
    /// The middle of its place.
    pub x: f64,
}

impl Pareto {
    /// Draws a ranking into a frame.
    #[must_use]
    pub fn new(ranking: &Ranking, frame: Frame) -> Self {
        Self {
            frame,
            customers: ranking.len(),
            points: points(ranking, frame),
            bars: bars(ranking, frame),
        }
    }

    /// The frame it is drawn in.
    #[must_use]
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// The points of the curve, the origin included.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The bars, largest first.
    #[must_use]
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// The curve as the `d` of a path.
    #[must_use]
    pub fn curve_path(&self) -> String {
        let mut d = String::with_capacity(self.points.len() * 12);
        for (at, point) in self.points.iter().enumerate() {
            let sign = if at == 0 { 'M' } else { 'L' };
            let _ = write!(d, "{sign}{:.1} {:.1}", point.x, point.y);
        }
        d
    }

    /// The area under the curve as the `d` of a closed path.
    #[must_use]
    pub fn area_path(&self) -> String {
        if self.points.is_empty() {
            return String::new();
        }
        let mut d = self.curve_path();
        let _ = write!(d, "V{:.1}H{:.1}Z", self.frame.bottom, self.frame.left);
        d
    }

    /// All bars as the `d` of one path.
    #[must_use]
    pub fn bars_path(&self) -> String {
        let mut d = String::with_capacity(self.bars.len() * 32);
        for bar in &self.bars {
            let _ = write!(
                d,
                "M{:.2} {:.1}h{:.2}v{:.1}h-{:.2}z",
                bar.x,
                self.frame.bottom - bar.height,
                bar.width,
                bar.height,
                bar.width
            );
        }
        d
    }

    /// The x right of the first `rank` customers.
    #[must_use]
    pub fn x_after(&self, rank: usize) -> f64 {
        self.frame.x(float(rank) / float(self.customers.max(1)))
    }

    /// How many customers are left of `x`, to the nearest; at least one.
    #[must_use]
    pub fn rank_at(&self, x: f64) -> usize {
        let rank = self.frame.ratio_at(x) * float(self.customers) + 0.5;
        whole(rank).clamp(1, self.customers.max(1))
    }

    /// The share in basis points at which the curve passes `x`, between customers in a straight line.
    #[must_use]
    pub fn basis_points_at(&self, x: f64, ranking: &Ranking) -> u16 {
        let place = self.frame.ratio_at(x) * float(self.customers);
        let before = whole(place).min(self.customers);
        let (low, high) = (
            ranking.share_of_top(before),
            ranking.share_of_top(before + 1),
        );
        let share = low + (place - float(before)) * (high - low);
        u16::try_from(whole(share * 10_000.0 + 0.5)).unwrap_or(10_000)
    }

    /// The share of customers left of `x`, in basis points.
    #[must_use]
    pub fn customers_at(&self, x: f64) -> u16 {
        u16::try_from(whole(self.frame.ratio_at(x) * 10_000.0 + 0.5)).unwrap_or(10_000)
    }

    /// Customer numbers under the axis: the first, and round ones with room between them.
    #[must_use]
    pub fn ticks(&self) -> Vec<Tick> {
        let most = if self.frame.is_narrow() { 4 } else { 8 };
        let step = round_step(self.customers, most);
        let slot = self.frame.plot_width() / float(self.customers.max(1));
        let rounds = (1..)
            .map(|it| it * step)
            .take_while(|it| *it <= self.customers);
        let mut ranks: Vec<usize> = rounds.collect();
        if step > 1 {
            ranks.insert(0, 1);
        }
        let place = |rank: usize| Tick {
            rank,
            x: self.x_after(rank) - slot / 2.0,
        };
        ranks.into_iter().map(place).collect()
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 and so on that goes into `n` at most `most` times.
fn round_step(n: usize, most: usize) -> usize {
    let mut power = 1_usize;
    loop {
        for digit in [1, 2, 5] {
            let step = power.saturating_mul(digit);
            if n / step <= most {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

fn points(ranking: &Ranking, frame: Frame) -> Vec<Point> {
    let n = ranking.len();
    if n == 0 {
        return Vec::new();
    }
    let point = |rank: usize| Point {
        rank,
        x: frame.x(float(rank) / float(n)),
        y: frame.y(ranking.share_of_top(rank)),
    };
    let mut points = vec![point(0)];
    let mut last = point(0);
    for it in (1..=n).map(point) {
        let has_moved = (it.x - last.x).abs() >= THIN_STEP || (it.y - last.y).abs() >= THIN_STEP;
        if n <= THIN_FROM || has_moved || it.rank == n {
            points.push(it);
            last = it;
        }
    }
    points
}

fn bars(ranking: &Ranking, frame: Frame) -> Vec<Bar> {
    let n = ranking.len();
    if n == 0 {
        return Vec::new();
    }
    // Neighbours that share a column stand as the largest of them, which comes first.
    let columns = n.min(whole(frame.plot_width() / BAR_LEAST).max(1));
    let slot = frame.plot_width() / float(columns);
    let gap = if slot < 3.0 { 0.0 } else { 0.15 * slot };
    let width = (slot - 2.0 * gap).min(BAR_MOST);
    let bar = |column: usize| {
        let value = ranking.values().get(column * n / columns).copied();
        let share = value.unwrap_or_default().share_of(ranking.total());
        Bar {
            x: frame.left + slot * float(column) + (slot - width) / 2.0,
            width,
            height: (share * frame.plot_height()).max(BAR_LOWEST),
        }
    };
    (0..columns).map(bar).collect()
}

#[cfg(test)]
mod tests;
