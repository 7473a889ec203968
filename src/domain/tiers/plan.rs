//! The tier plan: how many tiers, what they are called, and by which method customers are sorted.

use serde::{Deserialize, Serialize};

use super::{AmountLimits, Matrix, RuleList, Score, SegmentTiers, TIERS, TierCuts, breaks};
use crate::domain::ranking::Ranking;

/// How customers are sorted: the first six cut the order of value into tiers, the others look at each
/// customer ([`super::Classes`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "kebab-case")]
pub enum Method {
    /// By cumulative share of value (ABC).
    Share {
        /// Where tiers end.
        cuts: TierCuts,
        /// Which side of a limit a customer on it falls.
        rule: Rule,
    },
    /// By share of customers: the best fifth, and so on.
    Customers {
        /// Where tiers end, as shares of all ranked customers.
        cuts: TierCuts,
    },
    /// By limits in money.
    Amounts {
        /// The least a customer of each tier brings.
        limits: AmountLimits,
    },
    /// Where values break by themselves ([`breaks::natural`]).
    Natural {
        /// The most tiers.
        tiers: TierCount,
    },
    /// Those above the mean, those above the mean of these, and so on ([`breaks::head_tail`]).
    HeadTail {
        /// The most tiers.
        tiers: TierCount,
    },
    /// Three tiers at limits computed from the curve ([`breaks::computed`]).
    Computed,
    /// Value against potential: each box names a tier.
    Matrix {
        /// The square.
        matrix: Matrix,
    },
    /// Points of several measures, weighted.
    Score {
        /// Weights and limits.
        score: Score,
    },
    /// Recency, frequency, monetary value: each segment names a tier.
    Rfm {
        /// The tiers of the segments.
        segments: SegmentTiers,
    },
    /// Own rules in order.
    Rules {
        /// The rules.
        list: RuleList,
    },
}

impl Method {
    /// How many tiers it makes; some may hold nobody.
    #[must_use]
    pub fn tiers(&self) -> usize {
        match self {
            Self::Share { cuts, .. } | Self::Customers { cuts } => cuts.tiers(),
            Self::Amounts { limits } => limits.tiers(),
            Self::Natural { tiers } | Self::HeadTail { tiers } => tiers.get(),
            Self::Computed => 3,
            Self::Matrix { matrix } => matrix.tiers().get(),
            Self::Score { score } => score.limits().len() + 1,
            Self::Rfm { segments } => segments.tiers().get(),
            Self::Rules { list } => list.tiers().get(),
        }
    }

    /// The limits that are shares, to type and to drag.
    #[must_use]
    pub fn cuts(&self) -> Option<&TierCuts> {
        match self {
            Self::Share { cuts, .. } | Self::Customers { cuts } => Some(cuts),
            _ => None,
        }
    }

    /// The share limit at `at`, in basis points.
    #[must_use]
    pub fn cut(&self, at: usize) -> Option<u16> {
        self.cuts()?.as_slice().get(at).copied()
    }

    /// The rank at which each tier ends; the last is all ranked customers. Equal values share a tier.
    /// A method that does not cut the order of value has no ends: it leaves everybody in the first tier.
    #[must_use]
    pub fn ends(&self, ranking: &Ranking) -> Vec<usize> {
        let by = |cuts: &TierCuts, end: &dyn Fn(u16) -> usize| {
            cuts.as_slice().iter().map(|it| end(*it)).collect()
        };
        let mut ends: Vec<usize> = match self {
            Self::Share { cuts, rule } => match rule {
                Rule::Exclusive => by(cuts, &|it| ranking.end_exclusive(it)),
                Rule::Inclusive => by(cuts, &|it| ranking.end_inclusive(it)),
            },
            Self::Customers { cuts } => by(cuts, &|it| ranking.end_of_share(it)),
            Self::Amounts { limits } => limits.ends(ranking),
            Self::Natural { tiers } => breaks::natural(ranking, tiers.get()),
            Self::HeadTail { tiers } => breaks::head_tail(ranking, tiers.get()),
            Self::Computed => breaks::computed(ranking),
            Self::Matrix { .. } | Self::Score { .. } | Self::Rfm { .. } | Self::Rules { .. } => {
                Vec::new()
            }
        };
        for end in &mut ends {
            *end = ranking.end_of_equals(*end);
        }
        // Fewer breaks than tiers leave the last ones empty.
        ends.resize(self.tiers(), ranking.len());
        ends
    }
}

/// A number of tiers: two to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "usize", into = "usize")]
pub struct TierCount(usize);

impl TierCount {
    /// So many; a number outside two to five is moved inside.
    #[must_use]
    pub fn near(tiers: usize) -> Self {
        Self(tiers.clamp(*TIERS.start(), *TIERS.end()))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> usize {
        self.0
    }
}

impl TryFrom<usize> for TierCount {
    type Error = String;
    fn try_from(tiers: usize) -> Result<Self, String> {
        if TIERS.contains(&tiers) {
            Ok(Self(tiers))
        } else {
            Err(format!("{tiers} tiers; there can be two to five"))
        }
    }
}

impl From<TierCount> for usize {
    fn from(it: TierCount) -> Self {
        it.0
    }
}

/// What is compared with a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The share of those *before* a customer: rank 1 is always in the first tier.
    #[default]
    Exclusive,
    /// The share up to and including a customer, as spreadsheets often do: with one dominant customer
    /// the first tier is empty.
    Inclusive,
}

/// Names and method of the tiers, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierPlan {
    /// The user's names; empty means the usual name of that place in the user's language.
    /// Always one for each tier.
    pub names: Vec<String>,
    /// How customers are sorted.
    #[serde(flatten)]
    pub method: Method,
}

impl Default for TierPlan {
    fn default() -> Self {
        Self::usual(3)
    }
}

impl TierPlan {
    /// So many tiers by share of value at the usual cuts, without names of their own.
    #[must_use]
    pub fn usual(tiers: usize) -> Self {
        let cuts = TierCuts::usual(tiers);
        Self {
            names: vec![String::new(); cuts.tiers()],
            method: Method::Share {
                cuts,
                rule: Rule::Exclusive,
            },
        }
    }

    /// How many tiers there are.
    #[must_use]
    pub fn tiers(&self) -> usize {
        self.method.tiers()
    }

    /// The same plan with every limit that can be dragged where it usually is: equal while one moves.
    #[must_use]
    pub fn at_rest(&self) -> Self {
        let mut plan = self.clone();
        match &mut plan.method {
            Method::Share { cuts, .. } => *cuts = TierCuts::usual(cuts.tiers()),
            Method::Customers { cuts } => *cuts = TierCuts::usual_of_customers(cuts.tiers()),
            _ => {}
        }
        plan
    }

    /// The same plan with the limit at `at` moved; neighbours stop it.
    pub fn move_cut(&mut self, at: usize, basis_points: u16) {
        match &mut self.method {
            Method::Share { cuts, .. } | Method::Customers { cuts } => {
                *cuts = cuts.moved(at, basis_points);
            }
            _ => {}
        }
    }

    /// Sorted by another method, with the names as far as they go.
    pub fn set_method(&mut self, method: Method) {
        self.method = method;
        self.names.resize(self.method.tiers(), String::new());
    }
}
