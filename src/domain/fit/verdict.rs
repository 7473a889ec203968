//! What the findings speak for. They advise; the user decides.

use super::{Agreement, Stability};
use crate::domain::tiers::ExceptionRate;

/// With fewer customers, rules drown in exceptions.
pub const FEW: usize = 30;
/// With fewer, stability and agreement say nothing: there is hardly a tier to leave.
pub const TO_TELL: usize = 5;
/// Above this share of customers moved by hand (percent) the rules do not hold.
pub const EXCEPTIONS_PERCENT: usize = 20;
/// Numbers of tiers that are tried, most first.
pub const TRIED: [usize; 3] = [4, 3, 2];

/// A way to look after customers. All are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Three tiers or more, each with its own care model.
    Tiers,
    /// Two tiers.
    FewTiers,
    /// No tiers: a target for each customer that matters, and short meetings.
    Meetings,
}

impl Way {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Tiers, Self::FewTiers, Self::Meetings];
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// Customers with positive value.
    pub customers: usize,
    /// By place in [`TRIED`]: the mean stability and the borderline customers.
    pub tried: [(f64, usize); 3],
    /// How far methods agree.
    pub agreement: Agreement,
    /// Customers moved by hand.
    pub exceptions: ExceptionRate,
}

/// Whether a finding speaks for tiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opinion {
    /// For tiers.
    For,
    /// For tiers, with care.
    Careful,
    /// For meetings.
    Against,
    /// Neither: too few customers to tell.
    Silent,
}

/// What the findings speak for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The way they recommend.
    pub way: Way,
    /// The most tiers that are stable enough; 0 where none are.
    pub most_tiers: usize,
    /// What the number of customers says.
    pub customers: Opinion,
    /// What stability says.
    pub stability: Opinion,
    /// What agreement says.
    pub agreement: Opinion,
    /// What exceptions say.
    pub exceptions: Opinion,
}

impl Findings {
    /// Findings from a simulation of [`TRIED`].
    #[must_use]
    pub fn new(stabilities: &[Stability], agreement: Agreement, exceptions: ExceptionRate) -> Self {
        let tried = |at: usize| {
            stabilities
                .get(at)
                .map_or((0.0, 0), |it| (it.mean, it.borderline))
        };
        Self {
            customers: stabilities.first().map_or(0, Stability::customers),
            tried: [tried(0), tried(1), tried(2)],
            agreement,
            exceptions,
        }
    }

    /// The borderline customers that the verdict bears: a third.
    #[must_use]
    pub const fn borderline_limit(&self) -> usize {
        self.customers / 3
    }

    /// The customers moved by hand that the verdict bears: a fifth.
    #[must_use]
    pub const fn exceptions_limit(&self) -> usize {
        self.exceptions.of * EXCEPTIONS_PERCENT / 100
    }

    /// What they speak for.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let limit = self.borderline_limit();
        let stable = |(_, (_, borderline)): &(usize, (f64, usize))| *borderline <= limit;
        let most_tiers = (TRIED.into_iter().zip(self.tried))
            .find(stable)
            .map_or(0, |it| it.0);
        let customers = if self.customers < FEW {
            Opinion::Against
        } else {
            Opinion::For
        };
        let is_silent = self.customers < TO_TELL;
        let stability = match most_tiers {
            _ if is_silent => Opinion::Silent,
            0 => Opinion::Against,
            2 => Opinion::Careful,
            _ => Opinion::For,
        };
        let agreement = if is_silent {
            Opinion::Silent
        } else if self.agreement.same * 2 < self.agreement.of {
            Opinion::Careful
        } else {
            Opinion::For
        };
        let exceptions = if self.exceptions.moved > self.exceptions_limit() {
            Opinion::Against
        } else if self.exceptions.is_high() {
            Opinion::Careful
        } else {
            Opinion::For
        };
        let way = if [customers, stability, exceptions].contains(&Opinion::Against) {
            Way::Meetings
        } else if most_tiers == 2 {
            Way::FewTiers
        } else {
            Way::Tiers
        };
        Verdict {
            way,
            most_tiers,
            customers,
            stability,
            agreement,
            exceptions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_customer_who_stays_alone_speaks_for_nothing() {
        let of = |customers: usize| {
            let findings = Findings {
                customers,
                tried: [(1.0, 0); 3],
                agreement: Agreement {
                    same: customers,
                    of: customers,
                },
                exceptions: ExceptionRate {
                    moved: 0,
                    of: customers,
                },
            };
            let it = findings.verdict();
            (it.way, it.stability, it.agreement)
        };
        for few in [0, 1, 4] {
            assert_eq!(of(few), (Way::Meetings, Opinion::Silent, Opinion::Silent));
        }
        assert_eq!(of(5), (Way::Meetings, Opinion::For, Opinion::For));
    }

    /// Customers; borderline with four, three and two tiers; moved by hand; the way and the most tiers.
    type Case = (usize, [usize; 3], usize, Way, usize);

    #[test]
    fn each_reason_alone_is_enough_for_meetings_and_none_is_not() {
        let cases: [Case; 10] = [
            (140, [40, 20, 10], 0, Way::Tiers, 4),
            (140, [60, 20, 10], 0, Way::Tiers, 3),
            (140, [60, 47, 10], 0, Way::FewTiers, 2),
            (140, [60, 47, 47], 0, Way::Meetings, 0),
            (140, [40, 46, 10], 0, Way::Tiers, 4),
            (29, [0, 0, 0], 0, Way::Meetings, 4),
            (30, [10, 0, 0], 0, Way::Tiers, 4),
            (140, [0, 0, 0], 28, Way::Tiers, 4),
            (140, [0, 0, 0], 29, Way::Meetings, 4),
            (0, [0, 0, 0], 0, Way::Meetings, 4),
        ];
        for (customers, borderline, moved, way, most_tiers) in cases {
            let findings = Findings {
                customers,
                tried: borderline.map(|it| (0.9, it)),
                agreement: Agreement {
                    same: customers,
                    of: customers,
                },
                exceptions: ExceptionRate {
                    moved,
                    of: customers,
                },
            };
            let found = findings.verdict();
            assert_eq!(
                (found.way, found.most_tiers),
                (way, most_tiers),
                "{findings:?}"
            );
        }
    }
}
