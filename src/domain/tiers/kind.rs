//! The methods by name: what a user chooses from, and how one becomes another.

use super::{
    AmountLimits, Matrix, Method, Rule, RuleList, Score, SegmentTiers, TierCount, TierCuts,
};
use crate::domain::ranking::Ranking;

/// A method without its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodKind {
    /// Share of value (ABC).
    Share,
    /// Share of customers.
    Customers,
    /// Limits in money.
    Amounts,
    /// Natural breaks.
    Natural,
    /// Head and tail.
    HeadTail,
    /// Computed limits.
    Computed,
    /// Value against potential.
    Matrix,
    /// A weighted score.
    Score,
    /// Recency, frequency, monetary value.
    Rfm,
    /// Own rules in order.
    Rules,
}

impl MethodKind {
    /// Every method, the usual one first.
    pub const ALL: [Self; 10] = [
        Self::Share,
        Self::Customers,
        Self::Amounts,
        Self::Natural,
        Self::HeadTail,
        Self::Computed,
        Self::Matrix,
        Self::Score,
        Self::Rfm,
        Self::Rules,
    ];

    /// The name in addresses, saved models and on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Customers => "customers",
            Self::Amounts => "amounts",
            Self::Natural => "natural",
            Self::HeadTail => "head-tail",
            Self::Computed => "computed",
            Self::Matrix => "matrix",
            Self::Score => "score",
            Self::Rfm => "rfm",
            Self::Rules => "rules",
        }
    }

    /// The method of a name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// The user chooses the number of tiers.
    #[must_use]
    pub const fn has_count(self) -> bool {
        !matches!(self, Self::Computed)
    }

    /// It cuts the order of value: a customer that brings more is never in a lower tier.
    #[must_use]
    pub const fn is_by_value(self) -> bool {
        !matches!(self, Self::Matrix | Self::Score | Self::Rfm | Self::Rules)
    }

    /// It finds its limits in the values, which takes a look at all of them.
    #[must_use]
    pub const fn finds_limits(self) -> bool {
        matches!(self, Self::Natural | Self::HeadTail | Self::Computed)
    }

    /// This method with so many tiers at its usual limits. Amounts have none of their own: they begin
    /// where shares of value would end, which takes no look at all values.
    #[must_use]
    pub fn usual(self, tiers: usize, ranking: &Ranking) -> Method {
        let count = TierCount::near(tiers);
        match self {
            Self::Share => Method::Share {
                cuts: TierCuts::usual(tiers),
                rule: Rule::Exclusive,
            },
            Self::Customers => Method::Customers {
                cuts: TierCuts::usual_of_customers(tiers),
            },
            Self::Amounts => {
                let ends = Self::Share.usual(tiers, ranking).ends(ranking);
                Method::Amounts {
                    limits: AmountLimits::of_ends(ranking, &ends),
                }
            }
            Self::Natural => Method::Natural { tiers: count },
            Self::HeadTail => Method::HeadTail { tiers: count },
            Self::Computed => Method::Computed,
            Self::Matrix => Method::Matrix {
                matrix: Matrix::usual(3, tiers),
            },
            Self::Score => Method::Score {
                score: Score::usual(tiers, |_| false),
            },
            Self::Rfm => Method::Rfm {
                segments: SegmentTiers::usual(tiers),
            },
            Self::Rules => Method::Rules {
                list: RuleList::empty(count),
            },
        }
    }
}

impl Method {
    /// This method with so many tiers. What the user made stays: boxes, segments and rules of a tier
    /// that goes away are in the last that stays, and with more tiers nobody moves. Limits in the order
    /// of value are those that are usual for the number.
    #[must_use]
    pub fn with_tiers(&self, tiers: usize, ranking: &Ranking) -> Self {
        let count = TierCount::near(tiers);
        if count.get() == self.tiers() {
            return self.clone();
        }
        match self {
            Self::Matrix { matrix } => Self::Matrix {
                matrix: matrix.with_tiers(count),
            },
            Self::Score { score } => Self::Score {
                score: score.with_tiers(count),
            },
            Self::Rfm { segments } => Self::Rfm {
                segments: segments.with_tiers(count),
            },
            Self::Rules { list } => Self::Rules {
                list: list.with_tiers(count),
            },
            Self::Share { rule, .. } => Self::Share {
                cuts: TierCuts::usual(tiers),
                rule: *rule,
            },
            other => other.kind().usual(tiers, ranking),
        }
    }

    /// Its name.
    #[must_use]
    pub const fn kind(&self) -> MethodKind {
        match self {
            Self::Share { .. } => MethodKind::Share,
            Self::Customers { .. } => MethodKind::Customers,
            Self::Amounts { .. } => MethodKind::Amounts,
            Self::Natural { .. } => MethodKind::Natural,
            Self::HeadTail { .. } => MethodKind::HeadTail,
            Self::Computed => MethodKind::Computed,
            Self::Matrix { .. } => MethodKind::Matrix,
            Self::Score { .. } => MethodKind::Score,
            Self::Rfm { .. } => MethodKind::Rfm,
            Self::Rules { .. } => MethodKind::Rules,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tiers::rules::{Condition, Trait};
    use crate::domain::tiers::score::Weight;
    use crate::domain::tiers::{Measure, Segment};

    /// What the user made of four tiers, by method.
    fn made() -> [Method; 4] {
        let rule = |tier| crate::domain::tiers::rules::TierRule {
            all: vec![Condition::Is {
                what: Trait::Industry,
                word: "Metal".to_owned(),
            }],
            tier,
        };
        let count = TierCount::near(4);
        let rules = RuleList::new(vec![rule(3), rule(0), rule(2)], 3, count);
        let weights = vec![Weight::of(Measure::Revenue, 100)];
        [
            Method::Matrix {
                matrix: Matrix::usual(2, 4).with_box(0, 1, 3),
            },
            Method::Score {
                score: Score::new(weights, vec![80, 40, 2]).expect("a score"),
            },
            Method::Rfm {
                segments: SegmentTiers::usual(4).with(Segment::New, 3),
            },
            Method::Rules {
                list: rules.expect("rules"),
            },
        ]
    }

    /// The tiers that a method names, or its limits.
    fn named(method: &Method) -> Vec<usize> {
        let places = [(0, 0), (0, 1), (1, 0), (1, 1)];
        match method {
            Method::Matrix { matrix } => places.map(|(v, p)| matrix.tier_at(v, p)).to_vec(),
            Method::Score { score } => score.limits().iter().map(|it| (*it).into()).collect(),
            Method::Rfm { segments } => Segment::ALL.map(|it| segments.tier_of(it)).to_vec(),
            Method::Rules { list } => {
                let rules = list.rules().iter().map(|it| it.tier);
                rules.chain([list.rest()]).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn another_number_of_tiers_keeps_what_the_user_made() {
        let nobody = Ranking::new(&[]);
        for (tiers, wanted) in [
            // The tier that goes away joins its neighbour.
            (
                3,
                [
                    vec![0, 2, 2, 2],
                    vec![80, 40],
                    vec![0, 1, 1, 2, 2, 2, 0, 1, 2, 2],
                    vec![2, 0, 2, 2],
                ],
            ),
            (
                2,
                [
                    vec![0, 1, 1, 1],
                    vec![80],
                    vec![0, 1, 1, 1, 1, 1, 0, 1, 1, 1],
                    vec![1, 0, 1, 1],
                ],
            ),
            // With more, nobody moves; a limit so low that there is no room below makes some.
            (
                5,
                [
                    vec![0, 3, 2, 3],
                    vec![80, 40, 2, 1],
                    vec![0, 1, 1, 3, 2, 2, 0, 1, 3, 3],
                    vec![3, 0, 2, 3],
                ],
            ),
        ] {
            for (method, wanted) in made().iter().zip(wanted) {
                let new = method.with_tiers(tiers, &nobody);
                assert_eq!(new.tiers(), tiers, "{method:?}");
                assert_eq!(named(&new), wanted, "{tiers} tiers of {method:?}");
                // What is made can be saved and opened.
                let saved = serde_json::to_string(&new).expect("plain data");
                assert_eq!(serde_json::from_str::<Method>(&saved).ok(), Some(new));
            }
        }
    }

    #[test]
    fn the_same_number_changes_nothing_and_usual_limits_keep_their_rule() {
        let nobody = Ranking::new(&[]);
        let own = Method::Share {
            cuts: TierCuts::new(vec![6_100, 8_800]).expect("cuts"),
            rule: Rule::Inclusive,
        };
        assert_eq!(own.with_tiers(3, &nobody), own);
        let wanted = Method::Share {
            cuts: TierCuts::usual(4),
            rule: Rule::Inclusive,
        };
        assert_eq!(own.with_tiers(4, &nobody), wanted);
    }

    #[test]
    fn limits_in_money_begin_where_shares_of_value_end() {
        let values: Vec<_> = (1..=40)
            .map(|it| crate::domain::money::Money::from_units(9_000 / it))
            .collect();
        let ranking = Ranking::new(&values);
        for tiers in 2..=5 {
            let ends = |kind: MethodKind| kind.usual(tiers, &ranking).ends(&ranking);
            assert_eq!(
                ends(MethodKind::Amounts),
                ends(MethodKind::Share),
                "{tiers}"
            );
        }
    }
}
