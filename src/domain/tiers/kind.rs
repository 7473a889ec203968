//! The methods by name: what a user chooses from, and how one becomes another.

use super::{AmountLimits, Method, Rule, TierCount, TierCuts};
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
}

impl MethodKind {
    /// Every method, the usual one first.
    pub const ALL: [Self; 6] = [
        Self::Share,
        Self::Customers,
        Self::Amounts,
        Self::Natural,
        Self::HeadTail,
        Self::Computed,
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
        }
    }
}
