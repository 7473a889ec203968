//! Where values break by themselves: natural breaks and head/tail breaks.

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
/// Never more classes than distinct values. Wang & Song 2011, doi 10.32614/RJ-2011-015; the rows of the
/// dynamic programme are filled by divide and conquer, so a million values take about a second.
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
        let mut row = Row {
            groups: &groups,
            before: costs,
            best: vec![0.0; groups.len()],
            begin: vec![0; groups.len()],
        };
        row.fill(class, groups.len() - 1, class, groups.len() - 1);
        costs = row.best;
        begins.push(row.begin);
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
    before: Vec<f64>,
    best: Vec<f64>,
    begin: Vec<usize>,
}

impl Row<'_> {
    /// Fills `low..=high`, knowing that the last class begins in `from..=to`: where it begins never
    /// falls as groups are added, so each half has a half of the candidates.
    fn fill(&mut self, low: usize, high: usize, from: usize, to: usize) {
        let middle = usize::midpoint(low, high);
        let mut best = (f64::INFINITY, from);
        for begin in from..=to.min(middle) {
            let before = begin.checked_sub(1).and_then(|it| self.before.get(it));
            let cost = before.copied().unwrap_or_default() + cost(self.groups, begin, middle);
            if cost < best.0 {
                best = (cost, begin);
            }
        }
        if let (Some(cost), Some(begin)) = (self.best.get_mut(middle), self.begin.get_mut(middle)) {
            (*cost, *begin) = best;
        }
        if middle > low {
            self.fill(low, middle - 1, from, best.1);
        }
        if middle < high {
            self.fill(middle + 1, high, best.1, to);
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
