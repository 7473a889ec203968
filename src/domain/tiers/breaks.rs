//! Where values break by themselves: natural breaks and head/tail breaks.

use std::ops::Range;

use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// A run of equal values.
struct Group {
    /// The rank after its last customer.
    end: usize,
    /// Running sums up to and including it, of weights, values and squares, around the mean.
    weight: f64,
    sum: f64,
    squares: f64,
}

/// The ranks at which natural classes end: the partition of the values into at most `classes` runs with
/// the least squared distance from the means of their own runs (one-dimensional k-means, exact).
///
/// Never more classes than distinct values. Wang & Song 2011, doi 10.32614/RJ-2011-015; each row of the
/// dynamic programme is filled by SMAWK (Aggarwal and others 1987, doi 10.1007/BF01840359), in time
/// proportional to the values.
#[must_use]
pub fn natural(ranking: &Ranking, classes: usize) -> Vec<usize> {
    let groups = groups(ranking);
    let classes = classes.min(groups.len());
    if classes == 0 {
        return Vec::new();
    }
    let mut costs: Vec<f64> = (0..groups.len()).map(|to| cost(&groups, 0, to)).collect();
    // For each further class: the group at which the last class of the best partition begins.
    let mut begins: Vec<Vec<usize>> = Vec::new();
    for class in 1..classes {
        let row = Row {
            groups: &groups,
            before: costs,
        };
        // Fewer groups than classes cannot be: the first ones have no partition, and are not asked.
        let (mut begin, all) = (vec![class; groups.len()], class..groups.len());
        row.fill(Rows::new(&all), &all.collect::<Vec<_>>(), &mut begin);
        costs = (0..groups.len())
            .map(|to| row.cost(to, begin.get(to).copied().unwrap_or(class)))
            .collect();
        begins.push(begin);
    }
    let mut last = groups.len() - 1;
    let mut ends = vec![ranking.len()];
    for begin in begins.iter().rev() {
        let first = begin.get(last).copied().unwrap_or_default();
        last = first.saturating_sub(1);
        ends.push(groups.get(last).map_or(0, |it| it.end));
    }
    ends.reverse();
    ends
}

fn groups(ranking: &Ranking) -> Vec<Group> {
    let mean = ranking.total().to_f64() / float(ranking.len()).max(1.0);
    let mut groups: Vec<Group> = Vec::new();
    let (mut weight, mut sum, mut squares) = (0.0, 0.0, 0.0);
    let mut start = 0;
    let values = ranking.values();
    for (end, value) in (1..).zip(values) {
        if values.get(end) == Some(value) {
            continue;
        }
        let (n, value) = (float(end - start), value.to_f64() - mean);
        weight += n;
        sum += n * value;
        squares += n * value * value;
        start = end;
        groups.push(Group {
            end,
            weight,
            sum,
            squares,
        });
    }
    groups
}

/// Squared distances of the groups `from..=to` from their mean.
fn cost(groups: &[Group], from: usize, to: usize) -> f64 {
    let up_to = |at: Option<usize>| {
        at.and_then(|it| groups.get(it))
            .map_or((0.0, 0.0, 0.0), |it| (it.weight, it.sum, it.squares))
    };
    let (low, high) = (up_to(from.checked_sub(1)), up_to(Some(to)));
    let (weight, sum) = (high.0 - low.0, high.1 - low.1);
    (high.2 - low.2 - sum * sum / weight.max(1.0)).max(0.0)
}

/// One row of the programme: the best partition of the first groups into so many classes.
struct Row<'a> {
    groups: &'a [Group],
    /// What the best partition of the groups up to each into one class fewer costs.
    before: Vec<f64>,
}

/// Groups that are the last of a partition: from `first` on, every `step`th.
#[derive(Clone, Copy)]
struct Rows {
    first: usize,
    step: usize,
    count: usize,
}

impl Rows {
    fn new(all: &Range<usize>) -> Self {
        Self {
            first: all.start,
            step: 1,
            count: all.len(),
        }
    }

    const fn at(self, place: usize) -> usize {
        self.first + place * self.step
    }

    /// Every second of these, the second first.
    const fn odd(self) -> Self {
        Self {
            first: self.first + self.step,
            step: self.step * 2,
            count: self.count / 2,
        }
    }
}

impl Row<'_> {
    /// What the best partition of the groups up to `to` costs whose last class begins at `begin`.
    fn cost(&self, to: usize, begin: usize) -> f64 {
        if begin > to {
            return f64::INFINITY;
        }
        let before = begin.checked_sub(1).and_then(|it| self.before.get(it));
        before.copied().unwrap_or_default() + cost(self.groups, begin, to)
    }

    /// Finds for each of `rows` where the last class begins at the least cost, among `columns`: it
    /// never begins earlier as groups are added, so half of the rows bound the other half, and
    /// candidates that cannot win any row are left out first.
    fn fill(&self, rows: Rows, columns: &[usize], begin: &mut [usize]) {
        if rows.count == 0 {
            return;
        }
        let mut kept: Vec<usize> = Vec::with_capacity(rows.count);
        for column in columns {
            while let Some(last) = kept.last() {
                let row = rows.at(kept.len() - 1);
                if self.cost(row, *last) <= self.cost(row, *column) {
                    break;
                }
                kept.pop();
            }
            if kept.len() < rows.count {
                kept.push(*column);
            }
        }
        self.fill(rows.odd(), &kept, begin);
        let mut candidates = kept.iter().copied().peekable();
        for place in (0..rows.count).step_by(2) {
            let row = rows.at(place);
            let up_to = if place + 1 < rows.count {
                begin.get(rows.at(place + 1)).copied()
            } else {
                kept.last().copied()
            };
            let mut best = (f64::INFINITY, rows.first);
            while let Some(column) = candidates.peek().copied() {
                let cost = self.cost(row, column);
                if cost < best.0 {
                    best = (cost, column);
                }
                // The next row may begin there too.
                if Some(column) >= up_to {
                    break;
                }
                candidates.next();
            }
            if let Some(slot) = begin.get_mut(row) {
                *slot = best.1;
            }
        }
    }
}

/// The ranks at which head/tail classes end: those above the mean are the head, and so on within the
/// head while it is a minority (at most 40 %). Jiang 2013, doi 10.1080/00330124.2012.700499.
#[must_use]
pub fn head_tail(ranking: &Ranking, classes: usize) -> Vec<usize> {
    let mut ends = vec![ranking.len()];
    let mut all = ranking.len();
    while ends.len() < classes {
        let head = above_mean(ranking, all);
        if head == 0 || head == all {
            break;
        }
        ends.push(head);
        if head * 10 > all * 4 {
            break;
        }
        all = head;
    }
    ends.reverse();
    ends
}

/// How many of the first `all` values are above their mean.
fn above_mean(ranking: &Ranking, all: usize) -> usize {
    let sum = ranking.sum_of_top(all).ten_thousandths();
    let n = i128::try_from(all).unwrap_or(i128::MAX);
    let is_above = |it: &Money| it.ten_thousandths().saturating_mul(n) > sum;
    let values = ranking.values().get(..all).unwrap_or_default();
    values.partition_point(is_above)
}

/// The ranks at which the computed tiers A, B and C end.
///
/// On the curve of customers against value: A ends at the point nearest to “no customers, all value” or
/// where a customer brings the average, whichever comes first; B ends at the point nearest to “all
/// value” right above the later of the two. Ultsch & Lötsch 2015, doi 10.1371/journal.pone.0129767. Two
/// guards: the largest customer is always in A, and equal values are one tier.
#[must_use]
pub fn computed(ranking: &Ranking) -> Vec<usize> {
    let n = ranking.len();
    let values = ranking.values();
    if values.first() == values.last() {
        return vec![n];
    }
    let nearest = |from: usize, x: f64| {
        let distance = |end: usize| {
            let (dx, dy) = (float(end) / float(n) - x, 1.0 - ranking.share_of_top(end));
            dx * dx + dy * dy
        };
        (from..=n)
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
            .unwrap_or(n)
    };
    let pareto = nearest(1, 0.0);
    let average = {
        let (sum, n) = (
            ranking.total().ten_thousandths(),
            i128::try_from(n).unwrap_or(i128::MAX),
        );
        values.partition_point(|it| it.ten_thousandths().saturating_mul(n) >= sum)
    };
    let (first, later) = (pareto.min(average).max(1), pareto.max(average));
    let second = nearest(later.max(first + 1).min(n), float(later) / float(n));
    vec![first, second, n]
}

/// A count as a number of statistics.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "counts of customers are far below 2^53"
)]
fn float(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests;
