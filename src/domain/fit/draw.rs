//! One possible next period: every value times a random factor, and the values at which tiers then end.
//!
//! A sort of every draw would take minutes for 100,000 customers. Tiers need only the values at their
//! limits, so a draw is counted into narrow bands of value; the band that holds a limit is sorted alone.
//! The answer is the same as that of a sort.

use crate::domain::float;
use crate::domain::random::Random;
use crate::domain::tiers::Rule;

/// Different factors; each is as likely as any other.
const FACTORS: usize = 1 << 14;
/// A key is a number's exponent and the first eight binary digits after the point.
const KEY_SHIFT: u32 = 44;

/// A limit of which a draw is asked the value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Limit {
    /// Of cumulative value, as a ratio.
    Share(f64, Rule),
    /// After so many customers.
    Rank(usize),
    /// The same in every draw.
    Fixed(f64),
}

/// Draws of one list of values.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    values: Vec<f64>,
    factors: Vec<f64>,
    random: Random,
    /// The last draw, and the band of each value, from the highest.
    drawn: Vec<f64>,
    bands: Vec<u32>,
    /// The key of the highest value there can be.
    highest: u64,
    sums: Vec<f64>,
    counts: Vec<usize>,
    total: f64,
}

impl Draw {
    /// Draws of positive values, largest first.
    pub(super) fn new(values: Vec<f64>, spread: f64, seed: u64) -> Self {
        let factor = |at: usize| {
            let chance = (float(at) + 0.5) / float(FACTORS);
            (spread * quantile(chance) - spread * spread / 2.0).exp()
        };
        let factors: Vec<f64> = (0..FACTORS).map(factor).collect();
        let extreme = |value: Option<&f64>, factor: Option<&f64>| {
            key(value.copied().unwrap_or(1.0) * factor.copied().unwrap_or(1.0))
        };
        let highest = extreme(values.first(), factors.last());
        let lowest = extreme(values.last(), factors.first());
        let bands = usize::try_from(highest.saturating_sub(lowest)).unwrap_or(0) + 1;
        Self {
            drawn: vec![0.0; values.len()],
            bands: vec![0; values.len()],
            values,
            factors,
            random: Random::new(seed),
            highest,
            sums: vec![0.0; bands],
            counts: vec![0; bands],
            total: 0.0,
        }
    }

    /// The last draw, in the order of the values.
    pub(super) fn drawn(&self) -> &[f64] {
        &self.drawn
    }

    /// Draws once more.
    pub(super) fn next(&mut self) {
        self.sums.fill(0.0);
        self.counts.fill(0);
        self.total = 0.0;
        let mut bits = 0;
        let places = self.drawn.iter_mut().zip(&mut self.bands);
        for (at, (value, (drawn, band))) in self.values.iter().zip(places).enumerate() {
            // Four draws from one number.
            bits = if at % 4 == 0 {
                self.random.next()
            } else {
                bits >> 16
            };
            let pick = usize::try_from(bits % (1 << 14)).unwrap_or(0);
            *drawn = value * self.factors.get(pick).copied().unwrap_or(1.0);
            let below = self.highest.saturating_sub(key(*drawn));
            *band = u32::try_from(below).unwrap_or(u32::MAX);
            let slot = usize::try_from(below).unwrap_or(usize::MAX);
            if let (Some(sum), Some(count)) = (self.sums.get_mut(slot), self.counts.get_mut(slot)) {
                *sum += *drawn;
                *count += 1;
            }
            self.total += *drawn;
        }
    }

    /// The least value above each limit in this draw: who has it or more is in a tier above the limit.
    pub(super) fn values_at(&self, limits: &[Limit]) -> Vec<f64> {
        limits.iter().map(|it| self.value_at(*it)).collect()
    }

    fn value_at(&self, limit: Limit) -> f64 {
        // Walks down while `is_above` holds of what stands above; then through the band it ends in.
        match limit {
            Limit::Fixed(value) => value,
            Limit::Rank(rank) => self.walk(|count, _| count < rank),
            Limit::Share(share, Rule::Exclusive) => {
                let wanted = share * self.total;
                self.walk(|_, sum| sum < wanted)
            }
            Limit::Share(share, Rule::Inclusive) => {
                // The first that goes over the limit is below it: so is all that equals it.
                let wanted = share * self.total;
                self.walk(|_, sum| sum <= wanted).next_up()
            }
        }
    }

    /// The value of the first, from the largest, at which `goes_on(customers, sum)` no longer holds.
    fn walk(&self, goes_on: impl Fn(usize, f64) -> bool) -> f64 {
        let (mut count, mut sum) = (0, 0.0);
        for (band, (part, more)) in self.sums.iter().zip(&self.counts).enumerate() {
            if *more > 0 && !goes_on(count + more, sum + part) {
                return self.walk_band(band, count, sum, goes_on);
            }
            count += more;
            sum += part;
        }
        0.0
    }

    fn walk_band(
        &self,
        band: usize,
        mut count: usize,
        mut sum: f64,
        goes_on: impl Fn(usize, f64) -> bool,
    ) -> f64 {
        let band = u32::try_from(band).unwrap_or(u32::MAX);
        let in_band = |(value, at): (&f64, &u32)| (*at == band).then_some(*value);
        let mut inside: Vec<f64> = (self.drawn.iter().zip(&self.bands))
            .filter_map(in_band)
            .collect();
        inside.sort_unstable_by(|a, b| b.total_cmp(a));
        for value in &inside {
            count += 1;
            sum += value;
            if !goes_on(count, sum) {
                return *value;
            }
        }
        // Sums of another order may differ in the last place.
        inside.last().copied().unwrap_or_default()
    }
}

/// Rises with a positive number.
fn key(value: f64) -> u64 {
    value.to_bits() >> KEY_SHIFT
}

/// The quantile of the normal distribution to seven places, for chances between 1e-11 and 1 - 1e-11
/// (algorithm AS 241, Wichura 1988, PPND7).
fn quantile(chance: f64) -> f64 {
    let q = chance - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        let above =
            ((59.109_374_720 * r + 159.291_132_02) * r + 50.434_271_938) * r + 3.387_132_717_9;
        let below = ((67.187_563_600 * r + 78.757_757_664) * r + 17.895_169_469) * r + 1.0;
        return q * above / below;
    }
    let r = (-chance.min(1.0 - chance).ln()).sqrt() - 1.6;
    let above =
        ((0.170_238_211_03 * r + 1.306_728_481_6) * r + 2.756_815_390_0) * r + 1.423_437_277_7;
    let below = (0.120_211_329_75 * r + 0.737_001_642_50) * r + 1.0;
    (above / below).copysign(q)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantiles_are_those_of_the_normal_distribution() {
        // scipy.stats.norm.ppf
        for (chance, wanted) in [
            (0.5, 0.0),
            (0.074, -1.446_632_1),
            (0.076, -1.432_502_7),
            (0.975, 1.959_964_0),
            (0.8, 0.841_621_2),
            (0.000_030_517_578_125, -4.008_772_6),
        ] {
            let found = quantile(chance);
            assert!((found - wanted).abs() < 2e-6, "{chance}: {found}");
        }
    }

    /// The values at limits by a sort of the whole draw.
    fn by_sorting(draw: &Draw, limit: Limit) -> f64 {
        let mut sorted = draw.drawn.clone();
        sorted.sort_unstable_by(|a, b| b.total_cmp(a));
        let mut sum = 0.0;
        let total: f64 = sorted.iter().sum();
        for (at, value) in sorted.iter().enumerate() {
            sum += value;
            match limit {
                Limit::Share(share, Rule::Exclusive) if sum >= share * total => return *value,
                Limit::Share(share, Rule::Inclusive) if sum > share * total => {
                    return value.next_up();
                }
                Limit::Rank(rank) if at + 1 == rank => return *value,
                Limit::Fixed(value) => return value,
                _ => {}
            }
        }
        0.0
    }

    proptest! {
        #[test]
        fn bands_find_what_a_sort_finds(
            values in proptest::collection::vec(1_u32..1_000_000, 1..200),
            spread in 0.0..1.0_f64,
            share in 0.01..0.99_f64,
        ) {
            let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
            values.sort_unstable_by(|a, b| b.total_cmp(a));
            let rank = values.len().div_ceil(3);
            let mut draw = Draw::new(values, spread, 7);
            for _ in 0..3 {
                draw.next();
                for limit in [
                    Limit::Share(share, Rule::Exclusive),
                    Limit::Share(share, Rule::Inclusive),
                    Limit::Rank(rank),
                    Limit::Fixed(5.0),
                ] {
                    let (found, wanted) = (draw.value_at(limit), by_sorting(&draw, limit));
                    prop_assert!((found - wanted).abs() <= 1e-9 * wanted, "{limit:?}: {found} {wanted}");
                }
            }
        }
    }
}
