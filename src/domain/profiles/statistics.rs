//! Statistics of small numbers: Wilson's interval, Fisher's exact test, Holm's correction.

use crate::domain::float;

/// The quantile of the normal distribution that leaves 2.5 % above it.
const Z: f64 = 1.959_963_984_540_054;

/// Probabilities that differ by less than this part are the same one, reckoned another way.
const SAME: f64 = 1e-9;

/// The 95 % interval of a share of `hits` of `of` [Wilson 1927]; `None` of nobody.
#[must_use]
pub fn wilson(hits: usize, of: usize) -> Option<(f64, f64)> {
    if of == 0 {
        return None;
    }
    let (n, share) = (float(of), float(hits.min(of)) / float(of));
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    // Nobody and everybody end at the edge itself, not beside it by what rounding leaves.
    let low = if hits == 0 {
        0.0
    } else {
        (middle - half) / scale
    };
    let high = if hits >= of {
        1.0
    } else {
        (middle + half) / scale
    };
    Some((low.max(0.0), high.min(1.0)))
}

/// Two ways to divide the same customers: how many are in a part, have a value, and both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fourfold {
    /// In the part and with the value.
    pub both: usize,
    /// In the part.
    pub part: usize,
    /// With the value.
    pub value: usize,
    /// All.
    pub all: usize,
}

impl Fourfold {
    /// Fisher's exact test, two-sided: how likely a division at least as unlikely as this one is, if
    /// part and value had nothing to do with each other [Fisher 1922].
    ///
    /// Each division's likelihood is that of its neighbour times a ratio of whole numbers, reckoned from
    /// the likeliest one outwards, so that neither factorials nor their logarithms are needed and a
    /// million customers lose no digits.
    #[must_use]
    pub fn fisher(self) -> f64 {
        let least = (self.part + self.value).saturating_sub(self.all);
        let most = self.part.min(self.value);
        if least >= most {
            return 1.0;
        }
        let mode = self.mode().clamp(least, most);
        let seen = self.both.clamp(least, most);
        let mut here = 1.0;
        for at in mode..seen {
            here *= self.up(at);
        }
        for at in seen..mode {
            here /= self.up(at);
        }
        let mut sums = Sums {
            limit: here * (1.0 + SAME),
            all: 0.0,
            tail: 0.0,
        };
        sums.add(1.0);
        let mut weight = 1.0;
        for at in mode..most {
            weight *= self.up(at);
            if !sums.add(weight) {
                break;
            }
        }
        weight = 1.0;
        for at in (least..mode).rev() {
            weight /= self.up(at);
            if !sums.add(weight) {
                break;
            }
        }
        (sums.tail / sums.all).min(1.0)
    }

    /// The likeliest number with both.
    fn mode(self) -> usize {
        let wide = |it: usize| u128::try_from(it).unwrap_or(u128::MAX);
        let ways = (wide(self.part) + 1) * (wide(self.value) + 1) / (wide(self.all) + 2);
        usize::try_from(ways).unwrap_or(usize::MAX)
    }

    /// How many times likelier one more with both is.
    fn up(self, both: usize) -> f64 {
        let with = float(self.part - both) * float(self.value - both);
        // Added first: the customers with neither cannot be told by subtracting alone.
        let neither = self.all + both + 1 - self.part - self.value;
        with / (float(both + 1) * float(neither))
    }
}

/// Likelihoods, as multiples of the greatest.
struct Sums {
    /// Those up to this count as at least as unlikely as what was seen.
    limit: f64,
    all: f64,
    tail: f64,
}

impl Sums {
    /// Adds one; `false` where no further one matters.
    fn add(&mut self, weight: f64) -> bool {
        self.all += weight;
        if weight <= self.limit {
            self.tail += weight;
        }
        weight > self.limit.min(1.0) * f64::EPSILON * f64::EPSILON
    }
}

/// Holm's correction of many tests made at once: each probability as it counts beside the others, in
/// their order [Holm 1979].
#[must_use]
pub fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    let chance = |at: usize| chances.get(at).copied().unwrap_or(1.0);
    order.sort_by(|a, b| chance(*a).total_cmp(&chance(*b)));
    let mut corrected = vec![1.0; chances.len()];
    let mut so_far = 0.0_f64;
    for (place, at) in order.iter().enumerate() {
        so_far = so_far
            .max(chance(*at) * float(chances.len() - place))
            .min(1.0);
        if let Some(slot) = corrected.get_mut(*at) {
            *slot = so_far;
        }
    }
    corrected
}

#[cfg(test)]
mod tests;
