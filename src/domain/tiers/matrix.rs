//! Value against potential: a square of four or nine boxes, each of which names a tier.

use serde::{Deserialize, Serialize};

use super::potential::Level;
use super::{TierCount, TierCuts};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;

/// The square: where value is cut, and which tier each box names.
///
/// Invariant: one or two cuts make two or three classes of value; as many of potential; a tier of the
/// count in each box. Boxes stand row by row, most value first, and in a row most potential first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct Matrix {
    cuts: TierCuts,
    boxes: Vec<usize>,
    tiers: TierCount,
}

/// The square as it is saved.
#[derive(Serialize, Deserialize)]
struct Saved {
    cuts: TierCuts,
    boxes: Vec<usize>,
    tiers: TierCount,
}

impl TryFrom<Saved> for Matrix {
    type Error = String;
    fn try_from(it: Saved) -> Result<Self, String> {
        let size = it.cuts.tiers();
        if size > 3 || it.boxes.len() != size * size {
            return Err(format!(
                "{} boxes are no square of two or three",
                it.boxes.len()
            ));
        }
        if it.boxes.iter().any(|tier| *tier >= it.tiers.get()) {
            return Err("a box names a tier that there is not".to_owned());
        }
        Ok(Self {
            cuts: it.cuts,
            boxes: it.boxes,
            tiers: it.tiers,
        })
    }
}

impl From<Matrix> for Saved {
    fn from(it: Matrix) -> Self {
        Self {
            cuts: it.cuts,
            boxes: it.boxes,
            tiers: it.tiers,
        }
    }
}

impl Matrix {
    /// The usual square of so many classes (two or three) for so many tiers: value weighs more than
    /// potential, and a box of more value or potential is never in a lower tier.
    #[must_use]
    pub fn usual(size: usize, tiers: usize) -> Self {
        let count = TierCount::near(tiers);
        let tiers = count.get();
        let (cuts, boxes) = if size < 3 {
            let boxes = match tiers {
                2 => vec![0, 0, 0, 1],
                3 => vec![0, 1, 1, 2],
                _ => vec![0, 1, 2, 3],
            };
            (TierCuts::usual(2), boxes)
        } else {
            // How far from the best corner, value counted twice: 0 to 6.
            let far = |at: usize| at / 3 * 2 + at % 3;
            let boxes = (0..9).map(|at| far(at) * tiers / 7).collect();
            (TierCuts::usual(3), boxes)
        };
        Self {
            cuts,
            boxes,
            tiers: count,
        }
    }

    /// How many classes of value and of potential.
    #[must_use]
    pub fn size(&self) -> usize {
        self.cuts.tiers()
    }

    /// How many tiers the boxes name from.
    #[must_use]
    pub const fn tiers(&self) -> TierCount {
        self.tiers
    }

    /// Where classes of value end, as shares of it.
    #[must_use]
    pub const fn cuts(&self) -> &TierCuts {
        &self.cuts
    }

    /// The square with the cut at `at` moved; its neighbour stops it.
    #[must_use]
    pub fn with_cut(&self, at: usize, basis_points: u16) -> Self {
        Self {
            cuts: self.cuts.moved(at, basis_points),
            ..self.clone()
        }
    }

    /// The tier that a box names.
    #[must_use]
    pub fn tier_at(&self, value: usize, potential: usize) -> usize {
        let at = value * self.size() + potential;
        self.boxes.get(at).copied().unwrap_or_default()
    }

    /// The square with another tier in a box; a tier that there is not changes nothing.
    #[must_use]
    pub fn with_box(&self, value: usize, potential: usize, tier: usize) -> Self {
        let mut it = self.clone();
        let at = value * self.size() + potential;
        if let (true, Some(slot)) = (tier < self.tiers.get(), it.boxes.get_mut(at)) {
            *slot = tier;
        }
        it
    }

    /// The square with so many tiers: boxes of one that goes away are in the last that stays.
    #[must_use]
    pub fn with_tiers(&self, tiers: TierCount) -> Self {
        let last = tiers.get() - 1;
        Self {
            boxes: self.boxes.iter().map(|it| last.min(*it)).collect(),
            tiers,
            ..self.clone()
        }
    }

    /// The column of a level: of three each its own, of two the highest and the others.
    #[must_use]
    pub fn column_of(&self, level: Level) -> usize {
        match level {
            Level::High => 0,
            Level::Middle => 1,
            Level::Low => self.size() - 1,
        }
    }

    /// The least value of each class but the last: see [`Self::class_of`].
    #[must_use]
    pub fn least(&self, ranking: &Ranking) -> Vec<Option<Money>> {
        let last_of = |cut: &u16| {
            let end = ranking.end_exclusive(*cut);
            end.checked_sub(1)
                .and_then(|it| ranking.values().get(it))
                .copied()
        };
        self.cuts.as_slice().iter().map(last_of).collect()
    }

    /// The class of a value, 0 is most; zero and less are in the last.
    #[must_use]
    pub fn class_of(value: Money, least: &[Option<Money>]) -> usize {
        let is_in = |it: &Option<Money>| it.is_some_and(|it| value >= it);
        least.iter().position(is_in).unwrap_or(least.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_value_or_potential_is_never_in_a_lower_tier() {
        for (size, tiers) in [2, 3]
            .into_iter()
            .flat_map(|it| (2..=5).map(move |n| (it, n)))
        {
            let matrix = Matrix::usual(size, tiers);
            assert_eq!(matrix.size(), size);
            assert_eq!(matrix.tier_at(0, 0), 0);
            for value in 0..size {
                for potential in 0..size {
                    let tier = matrix.tier_at(value, potential);
                    assert!(tier < tiers, "{size} {tiers}");
                    assert!(value == 0 || matrix.tier_at(value - 1, potential) <= tier);
                    assert!(potential == 0 || matrix.tier_at(value, potential - 1) <= tier);
                }
            }
        }
    }

    #[test]
    fn every_level_has_a_column_in_both_squares() {
        let columns = |size| Level::ALL.map(|it| Matrix::usual(size, 3).column_of(it));
        assert_eq!(columns(3), [2, 1, 0]);
        assert_eq!(columns(2), [1, 1, 0]);
    }

    #[test]
    fn classes_of_value_are_cut_as_tiers_by_share_are() {
        let money = Money::from_units;
        let ranking = Ranking::new(&[50, 30, 15, 5, 0].map(money));
        let least = Matrix::usual(3, 3).least(&ranking);
        let classes = [50, 30, 15, 5, 0, -3].map(|it| Matrix::class_of(money(it), &least));
        assert_eq!(classes, [0, 0, 1, 2, 2, 2]);
        let nobody = Matrix::usual(3, 3).least(&Ranking::new(&[]));
        assert_eq!(Matrix::class_of(money(1), &nobody), 2);
    }

    #[test]
    fn a_box_takes_only_a_tier_that_there_is() {
        let matrix = Matrix::usual(2, 2);
        assert_eq!(matrix.with_box(1, 1, 0).tier_at(1, 1), 0);
        assert_eq!(matrix.with_box(1, 1, 2), matrix);
        assert_eq!(matrix.with_box(2, 0, 0), matrix);
    }

    #[test]
    fn a_saved_square_that_is_none_is_refused() {
        let open = |it: &str| serde_json::from_str::<Matrix>(it);
        assert!(open(r#"{"cuts":[8000],"boxes":[0,0,1,1],"tiers":2}"#).is_ok());
        for broken in [
            r#"{"cuts":[8000],"boxes":[0,0,1],"tiers":2}"#,
            r#"{"cuts":[8000],"boxes":[0,0,1,2],"tiers":2}"#,
            r#"{"cuts":[10,20,30],"boxes":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],"tiers":2}"#,
        ] {
            assert!(open(broken).is_err(), "{broken}");
        }
    }
}
