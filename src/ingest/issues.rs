//! Issues while they are found: capped for each kind, worst kind first at the end.

use serde::{Deserialize, Serialize};

use super::issue::{Issue, IssueKind};
use super::reading::MAX_LISTED;

/// The issues of one reading.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Issues(Vec<Vec<Issue>>);

impl Issues {
    /// Adds an issue; beyond [`MAX_LISTED`] of a kind it is dropped from the list.
    pub(super) fn add(&mut self, line: Option<u32>, kind: IssueKind) {
        let rank = rank(&kind);
        // A sheet knows better how wide it is than the table made of it.
        let is_wide = matches!(kind, IssueKind::TooManyColumns { .. });
        if is_wide && self.0.get(rank).is_some_and(|it| !it.is_empty()) {
            return;
        }
        if self.0.len() <= rank {
            self.0.resize_with(rank + 1, Vec::new);
        }
        if let Some(list) = self.0.get_mut(rank)
            && list.len() < MAX_LISTED
        {
            list.push(Issue { line, kind });
        }
    }

    /// Goes on with the issues of later rows, whose lines come after so many.
    pub(super) fn join(&mut self, later: Self, lines: u32) {
        for it in later.0.into_iter().flatten() {
            self.add(it.line.map(|it| it.saturating_add(lines)), it.kind);
        }
    }

    /// Worst first, then in file order.
    pub(super) fn finish(mut self) -> Vec<Issue> {
        for list in &mut self.0 {
            list.sort_by_key(|it| it.line);
        }
        let mut all: Vec<Issue> = self.0.into_iter().flatten().collect();
        all.truncate(MAX_LISTED);
        all
    }
}

/// The place of a kind, worst first.
const fn rank(kind: &IssueKind) -> usize {
    match kind {
        IssueKind::EmptyFile => 0,
        IssueKind::NotATable { .. } => 1,
        IssueKind::HeaderOnly => 2,
        IssueKind::NoCustomerColumn => 3,
        IssueKind::NoAmountColumn => 4,
        IssueKind::NothingPositive => 5,
        IssueKind::TooManyColumns { .. } => 6,
        IssueKind::UnclosedQuote => 7,
        IssueKind::BadBytes { .. } => 8,
        IssueKind::AmbiguousDecimal { .. } => 9,
        IssueKind::AmbiguousDate { .. } => 10,
        IssueKind::TwoCustomers { .. } => 11,
        IssueKind::TwoAmounts { .. } => 12,
        IssueKind::MixedCurrencies { .. } => 13,
        IssueKind::NamedAcross => 14,
        IssueKind::NamedAbove { .. } => 15,
        IssueKind::OtherUnit { .. } => 16,
        IssueKind::FormulasWithoutValue { .. } => 17,
        IssueKind::HiddenSheet { .. } => 18,
        IssueKind::HiddenCells { .. } => 19,
        IssueKind::TotalDiffers { .. } => 20,
        IssueKind::BadAmount { .. } => 21,
        IssueKind::BadValue { .. } => 22,
        IssueKind::ErrorCell { .. } => 23,
        IssueKind::RaggedRow { .. } => 24,
        IssueKind::JoinedCell { .. } => 25,
    }
}
