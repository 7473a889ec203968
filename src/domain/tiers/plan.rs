//! The tier plan: how many tiers, what they are called, and by which method customers are sorted.

use serde::{Deserialize, Serialize};

use super::TierCuts;

/// How customers are sorted. Share of value is the only method so far.
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
        match &self.method {
            Method::Share { cuts, .. } => cuts.tiers(),
        }
    }

    /// The share limits.
    #[must_use]
    pub fn cuts(&self) -> &TierCuts {
        match &self.method {
            Method::Share { cuts, .. } => cuts,
        }
    }

    /// The same plan with the limit at `at` moved; neighbours stop it.
    pub fn move_cut(&mut self, at: usize, basis_points: u16) {
        match &mut self.method {
            Method::Share { cuts, .. } => *cuts = cuts.moved(at, basis_points),
        }
    }

    /// The same names as far as they go, at the usual cuts for so many tiers.
    pub fn set_tiers(&mut self, tiers: usize) {
        let cuts = TierCuts::usual(tiers);
        self.names.resize(cuts.tiers(), String::new());
        match &mut self.method {
            Method::Share { cuts: old, .. } => *old = cuts,
        }
    }
}
