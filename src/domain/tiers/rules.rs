//! The user's own rules, in order: the first that fits decides, and the last catches all.

use serde::{Deserialize, Serialize};

use super::TierCount;
use super::measure::Measure;
use crate::domain::customer::Customer;

/// A word of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trait {
    /// Industry.
    Industry,
    /// Size class.
    Size,
    /// Region.
    Region,
    /// The person who looks after it today.
    Owner,
    /// Companies under common control.
    Group,
}

impl Trait {
    /// Every trait.
    pub const ALL: [Self; 5] = [
        Self::Industry,
        Self::Size,
        Self::Region,
        Self::Owner,
        Self::Group,
    ];

    /// The name in forms and saved models.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Size => "size",
            Self::Region => "region",
            Self::Owner => "owner",
            Self::Group => "group",
        }
    }

    /// The trait of a name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// What the file says of a customer, without spaces around it.
    #[must_use]
    pub fn of(self, customer: &Customer) -> Option<&str> {
        let word = match self {
            Self::Industry => &customer.industry,
            Self::Size => &customer.size,
            Self::Region => &customer.region,
            Self::Owner => &customer.owner,
            Self::Group => &customer.group,
        };
        word.as_deref().map(str::trim).filter(|it| !it.is_empty())
    }
}

/// Something that holds for a customer or not. What the file does not say never holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// The trait is this word, capitals or not.
    Is {
        /// Which.
        what: Trait,
        /// The word.
        word: String,
    },
    /// The trait is known and another word.
    IsNot {
        /// Which.
        what: Trait,
        /// The word.
        word: String,
    },
    /// The measure is at least this.
    AtLeast {
        /// Which.
        what: Measure,
        /// In ten-thousandths of its unit.
        limit: i64,
    },
    /// The measure is less than this.
    Below {
        /// Which.
        what: Measure,
        /// In ten-thousandths of its unit.
        limit: i64,
    },
}

impl Condition {
    fn holds(&self, customer: &Customer, measure: &dyn Fn(Measure) -> Option<i128>) -> bool {
        let same = |found: &str, word: &str| found.to_lowercase() == word.trim().to_lowercase();
        match self {
            Self::Is { what, word } => what.of(customer).is_some_and(|it| same(it, word)),
            Self::IsNot { what, word } => what.of(customer).is_some_and(|it| !same(it, word)),
            Self::AtLeast { what, limit } => {
                measure(*what).is_some_and(|it| it >= i128::from(*limit))
            }
            Self::Below { what, limit } => measure(*what).is_some_and(|it| it < i128::from(*limit)),
        }
    }
}

/// One rule: all its conditions together put a customer into its tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierRule {
    /// At least one.
    pub all: Vec<Condition>,
    /// The tier, from 0.
    pub tier: usize,
}

impl TierRule {
    fn holds(&self, customer: &Customer, measure: &dyn Fn(Measure) -> Option<i128>) -> bool {
        self.all.iter().all(|it| it.holds(customer, measure))
    }
}

/// Rules in order, and the tier of everybody else.
///
/// Invariant: every rule has a condition, every tier is one of the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct RuleList {
    rules: Vec<TierRule>,
    rest: usize,
    tiers: TierCount,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    rules: Vec<TierRule>,
    rest: usize,
    tiers: TierCount,
}

impl TryFrom<Saved> for RuleList {
    type Error = String;
    fn try_from(it: Saved) -> Result<Self, String> {
        Self::new(it.rules, it.rest, it.tiers).ok_or_else(|| "a rule that is none".to_owned())
    }
}

impl From<RuleList> for Saved {
    fn from(it: RuleList) -> Self {
        Self {
            rules: it.rules,
            rest: it.rest,
            tiers: it.tiers,
        }
    }
}

impl RuleList {
    /// Rules; `None` where one has no condition or names a tier that there is not.
    #[must_use]
    pub fn new(rules: Vec<TierRule>, rest: usize, tiers: TierCount) -> Option<Self> {
        let n = tiers.get();
        let is_right = |it: &TierRule| !it.all.is_empty() && it.tier < n;
        (rest < n && rules.iter().all(is_right)).then_some(Self { rules, rest, tiers })
    }

    /// No rule yet: everybody is in the last tier.
    #[must_use]
    pub fn empty(tiers: TierCount) -> Self {
        Self {
            rules: Vec::new(),
            rest: tiers.get() - 1,
            tiers,
        }
    }

    /// In order.
    #[must_use]
    pub fn rules(&self) -> &[TierRule] {
        &self.rules
    }

    /// The tier of those that no rule catches.
    #[must_use]
    pub const fn rest(&self) -> usize {
        self.rest
    }

    /// With so many tiers: rules of one that goes away name the last that stays.
    #[must_use]
    pub fn with_tiers(&self, tiers: TierCount) -> Self {
        let last = tiers.get() - 1;
        let near = |it: &TierRule| TierRule {
            tier: last.min(it.tier),
            ..it.clone()
        };
        Self {
            rules: self.rules.iter().map(near).collect(),
            rest: last.min(self.rest),
            tiers,
        }
    }

    /// How many tiers the rules name from.
    #[must_use]
    pub const fn tiers(&self) -> TierCount {
        self.tiers
    }

    /// The first rule that holds for a customer; `None` for the rest.
    #[must_use]
    pub fn first(
        &self,
        customer: &Customer,
        measure: &dyn Fn(Measure) -> Option<i128>,
    ) -> Option<usize> {
        self.rules.iter().position(|it| it.holds(customer, measure))
    }

    /// The tier that the first rule which holds, or the rest, gives.
    #[must_use]
    pub fn tier_of(&self, first: Option<usize>) -> usize {
        first
            .and_then(|it| self.rules.get(it))
            .map_or(self.rest, |it| it.tier)
    }
}

/// Which rule caught whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSheet {
    /// The rule of each customer by index; `None` for the rest.
    first: Vec<Option<usize>>,
    /// How many each rule caught, the rest last.
    pub caught: Vec<usize>,
    /// How many each would catch if it stood alone; for the rest, everybody.
    pub alone: Vec<usize>,
}

impl RuleSheet {
    /// Tries every rule on every customer; `measure` gives measures by customer index.
    #[must_use]
    pub fn new(
        customers: &[Customer],
        list: &RuleList,
        measure: impl Fn(Measure, usize) -> Option<i128>,
    ) -> Self {
        let n = list.rules.len();
        let mut sheet = Self {
            first: Vec::with_capacity(customers.len()),
            caught: vec![0; n + 1],
            alone: vec![0; n + 1],
        };
        for (at, customer) in customers.iter().enumerate() {
            let of = |it: Measure| measure(it, at);
            let mut first = None;
            for (place, rule) in list.rules.iter().enumerate() {
                if rule.holds(customer, &of) {
                    first = first.or(Some(place));
                    add(&mut sheet.alone, place);
                }
            }
            add(&mut sheet.alone, n);
            add(&mut sheet.caught, first.unwrap_or(n));
            sheet.first.push(first);
        }
        sheet
    }

    /// The rule that caught a customer; `None` for the rest.
    #[must_use]
    pub fn first(&self, customer: usize) -> Option<usize> {
        self.first.get(customer).copied().flatten()
    }
}

fn add(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    fn customer(industry: &str, revenue: i64) -> Customer {
        Customer {
            industry: (!industry.is_empty()).then(|| industry.to_owned()),
            revenue: Money::from_units(revenue),
            ..Customer::default()
        }
    }

    fn is(word: &str) -> Condition {
        Condition::Is {
            what: Trait::Industry,
            word: word.to_owned(),
        }
    }

    const fn at_least(units: i64) -> Condition {
        Condition::AtLeast {
            what: Measure::Revenue,
            limit: units * 10_000,
        }
    }

    /// The rule that catches each of five customers (`.` for the rest), caught, alone.
    #[track_caller]
    fn check(rules: &[(&[Condition], usize)], first: &str, caught: &[usize], alone: &[usize]) {
        let customers = [
            customer("Construction", 30_000),
            customer("CONSTRUCTION ", 20_000),
            customer("Construction", 19_999),
            customer("Retail", 50_000),
            customer("", -5),
        ];
        let rule = |(all, tier): &(&[Condition], usize)| TierRule {
            all: all.to_vec(),
            tier: *tier,
        };
        let list =
            RuleList::new(rules.iter().map(rule).collect(), 2, TierCount::near(3)).expect("rules");
        let sheet = RuleSheet::new(&customers, &list, |it, at| {
            (it == Measure::Revenue).then(|| customers[at].revenue.ten_thousandths())
        });
        let found: String = (0..customers.len())
            .map(|it| sheet.first(it).map_or(".".to_owned(), |it| it.to_string()))
            .collect();
        assert_eq!(
            (found.as_str(), &sheet.caught[..], &sheet.alone[..]),
            (first, caught, alone)
        );
    }

    #[test]
    fn without_rules_the_last_one_catches_all() {
        check(&[], ".....", &[5], &[5]);
    }

    #[test]
    fn the_first_rule_that_fits_decides_and_hides_what_a_later_one_would_catch() {
        let both = &[is("construction"), at_least(20_000)][..];
        check(
            &[(both, 0), (&[at_least(20_000)], 1)],
            "00.1.",
            &[2, 1, 2],
            &[2, 3, 5],
        );
        check(
            &[(&[at_least(20_000)], 1), (both, 0)],
            "00.0.",
            &[3, 0, 2],
            &[3, 2, 5],
        );
    }

    #[test]
    fn what_the_file_does_not_say_neither_is_nor_is_not() {
        let is_not = Condition::IsNot {
            what: Trait::Industry,
            word: "Retail".to_owned(),
        };
        check(&[(&[is_not], 0)], "000..", &[3, 2], &[3, 5]);
        let below = Condition::Below {
            what: Measure::Margin,
            limit: 0,
        };
        check(&[(&[below], 0)], ".....", &[0, 5], &[0, 5]);
    }

    #[test]
    fn a_rule_without_conditions_or_with_a_tier_that_is_not_there_is_refused() {
        let three = TierCount::near(3);
        let rule = |all: Vec<Condition>, tier| TierRule { all, tier };
        assert!(RuleList::new(vec![rule(vec![], 0)], 2, three).is_none());
        assert!(RuleList::new(vec![rule(vec![at_least(1)], 3)], 2, three).is_none());
        assert!(RuleList::new(vec![], 3, three).is_none());
    }
}
