//! Which tier each RFM segment is in.

use serde::{Deserialize, Serialize};

use super::TierCount;
use super::rfm::Segment;

/// A tier for each segment of [`Segment::ALL`].
///
/// Invariant: one for each, each a tier of the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct SegmentTiers {
    tiers: TierCount,
    of: Vec<usize>,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    tiers: TierCount,
    of: Vec<usize>,
}

impl TryFrom<Saved> for SegmentTiers {
    type Error = String;
    fn try_from(it: Saved) -> Result<Self, String> {
        let is_right =
            it.of.len() == Segment::ALL.len() && it.of.iter().all(|tier| *tier < it.tiers.get());
        if is_right {
            Ok(Self {
                tiers: it.tiers,
                of: it.of,
            })
        } else {
            Err("segments without a tier, or with one that there is not".to_owned())
        }
    }
}

impl From<SegmentTiers> for Saved {
    fn from(it: SegmentTiers) -> Self {
        Self {
            tiers: it.tiers,
            of: it.of,
        }
    }
}

impl SegmentTiers {
    /// The usual tiers: the best first, those that may be lost with them, the sleeping last.
    #[must_use]
    pub fn usual(tiers: usize) -> Self {
        let count = TierCount::near(tiers);
        let of = Segment::ALL.map(|it| usual_tier(it, count.get())).to_vec();
        Self { tiers: count, of }
    }

    /// How many tiers.
    #[must_use]
    pub const fn tiers(&self) -> TierCount {
        self.tiers
    }

    /// The tier of a segment.
    #[must_use]
    pub fn tier_of(&self, segment: Segment) -> usize {
        self.of.get(segment.place()).copied().unwrap_or_default()
    }

    /// With so many tiers: segments of one that goes away are in the last that stays.
    #[must_use]
    pub fn with_tiers(&self, tiers: TierCount) -> Self {
        let last = tiers.get() - 1;
        let of = self.of.iter().map(|it| last.min(*it)).collect();
        Self { tiers, of }
    }

    /// With another tier for a segment; a tier that there is not changes nothing.
    #[must_use]
    pub fn with(&self, segment: Segment, tier: usize) -> Self {
        let mut it = self.clone();
        if let (true, Some(slot)) = (tier < it.tiers.get(), it.of.get_mut(segment.place())) {
            *slot = tier;
        }
        it
    }
}

const fn usual_tier(segment: Segment, tiers: usize) -> usize {
    let last = tiers - 1;
    let third = if last < 2 { last } else { 2 };
    match segment {
        Segment::Champions | Segment::CantLose => 0,
        Segment::Loyal => {
            if tiers > 3 {
                1
            } else {
                0
            }
        }
        Segment::PotentialLoyal | Segment::AtRisk => 1,
        Segment::New | Segment::NeedAttention => {
            if tiers > 3 {
                2
            } else {
                1
            }
        }
        Segment::Promising => third,
        Segment::AboutToSleep => {
            if tiers > 4 {
                3
            } else {
                last
            }
        }
        Segment::Hibernating => last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_tiers_leave_none_empty_and_put_champions_first() {
        for tiers in 2..=5 {
            let segments = SegmentTiers::usual(tiers);
            for tier in 0..tiers {
                assert!(
                    Segment::ALL
                        .into_iter()
                        .any(|it| segments.tier_of(it) == tier),
                    "{tier} of {tiers}"
                );
            }
            assert_eq!(segments.tier_of(Segment::Champions), 0);
            assert_eq!(segments.tier_of(Segment::Hibernating), tiers - 1);
            let saved = serde_json::to_string(&segments).expect("plain data");
            assert_eq!(
                serde_json::from_str::<SegmentTiers>(&saved).ok(),
                Some(segments)
            );
        }
    }

    #[test]
    fn a_segment_takes_only_a_tier_that_there_is() {
        let segments = SegmentTiers::usual(3);
        assert_eq!(segments.with(Segment::New, 0).tier_of(Segment::New), 0);
        assert_eq!(segments.with(Segment::New, 3), segments);
        assert!(
            serde_json::from_str::<SegmentTiers>(r#"{"tiers":2,"of":[0,0,0,0,0,0,0,0,0,2]}"#)
                .is_err()
        );
        assert!(serde_json::from_str::<SegmentTiers>(r#"{"tiers":2,"of":[0]}"#).is_err());
    }
}
