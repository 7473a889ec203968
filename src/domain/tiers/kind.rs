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

    /// This method with so many tiers at its usual limits. Amounts have none of their own: they begin
    /// where values break by themselves.
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
                let ends = Method::Natural { tiers: count }.ends(ranking);
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
