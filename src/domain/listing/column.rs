//! The columns that a list of customers may have.

use super::order::Places;
use crate::domain::customer::Customer;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::potential::Basis;
use crate::domain::tiers::rules::Trait;
use crate::domain::tiers::{Gap, Measure, Potential, Sorting, TierPlan};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Place in the order of value.
    Rank,
    /// Name.
    Name,
    /// Tier.
    Tier,
    /// Revenue.
    Revenue,
    /// Margin.
    Margin,
    /// Revenue of the period before.
    Previous,
    /// Revenue against the period before.
    Growth,
    /// Number of orders.
    Orders,
    /// Last date.
    Last,
    /// A word of the file.
    Word(Trait),
    /// Growth potential.
    Potential,
    /// Why it is in its tier.
    Why,
    /// What lacks to the tier above.
    Next,
}

impl Column {
    /// Every column, as they stand beside each other.
    pub const ALL: [Self; 17] = [
        Self::Rank,
        Self::Name,
        Self::Tier,
        Self::Revenue,
        Self::Margin,
        Self::Previous,
        Self::Growth,
        Self::Orders,
        Self::Last,
        Self::Word(Trait::Industry),
        Self::Word(Trait::Size),
        Self::Word(Trait::Region),
        Self::Word(Trait::Owner),
        Self::Word(Trait::Group),
        Self::Potential,
        Self::Why,
        Self::Next,
    ];

    /// Figures are read from the largest, dates from the latest; what lacks from the nearest.
    #[must_use]
    pub const fn starts_descending(self) -> bool {
        matches!(
            self,
            Self::Revenue
                | Self::Margin
                | Self::Previous
                | Self::Growth
                | Self::Orders
                | Self::Last
                | Self::Potential
        )
    }

    /// It has an order.
    #[must_use]
    pub const fn is_sortable(self) -> bool {
        !matches!(self, Self::Why)
    }

    /// It holds figures, which stand at the end of their cell.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Rank
                | Self::Revenue
                | Self::Margin
                | Self::Previous
                | Self::Growth
                | Self::Orders
                | Self::Last
                | Self::Next
        )
    }

    /// Its order changes with the limits.
    #[must_use]
    pub const fn follows_tiers(self) -> bool {
        matches!(self, Self::Tier | Self::Next)
    }

    /// It is there before anybody chooses, where the file has it.
    #[must_use]
    pub const fn is_usual(self) -> bool {
        matches!(
            self,
            Self::Rank
                | Self::Name
                | Self::Tier
                | Self::Revenue
                | Self::Margin
                | Self::Why
                | Self::Next
        )
    }

    /// A list without it would not say whose rows they are.
    #[must_use]
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Name)
    }

    /// The columns that these customers fill. Potential can be typed, so it is always among them.
    #[must_use]
    pub fn found(customers: &[Customer]) -> Vec<Self> {
        let any = |has: &dyn Fn(&Customer) -> bool| customers.iter().any(has);
        let is_found = |column: &Self| match column {
            Self::Margin => any(&|it| it.margin.is_some()),
            Self::Previous | Self::Growth => any(&|it| it.previous.is_some()),
            Self::Orders => any(&|it| it.orders > 1),
            Self::Last => any(&|it| it.last.is_some()),
            Self::Word(what) => any(&|it| what.of(it).is_some()),
            _ => true,
        };
        Self::ALL.into_iter().filter(is_found).collect()
    }
}

/// What the order of a column is found from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The customers.
    pub customers: &'a [Customer],
    /// By value.
    pub ranking: &'a Ranking,
    /// In tiers; read by columns that follow them only.
    pub sorting: &'a Sorting,
    /// How they got there.
    pub plan: &'a TierPlan,
    /// The potential of each; read by its column only.
    pub potentials: &'a [Potential],
}

impl Facts<'_> {
    /// The places of everybody by a column. `letters` gives what puts words in order, which depends on
    /// a language's alphabet.
    #[must_use]
    pub fn places(self, column: Column, letters: impl Fn(&str) -> Vec<u32>) -> Places {
        let n = self.customers.len();
        let by = |key: &dyn Fn(&Customer) -> Option<i128>| {
            Places::new(n, |at| self.customers.get(at).and_then(key))
        };
        let by_words = |key: &dyn Fn(&Customer) -> Option<&str>| {
            Places::new(n, |at| self.customers.get(at).and_then(key).map(&letters))
        };
        match column {
            Column::Rank => Places::new(n, |at| self.ranking.rank_of(at)),
            Column::Name => by_words(&|it| Some(&it.name)),
            Column::Tier => Places::new(n, |at| self.sorting.tier_of(self.ranking, at)),
            Column::Revenue => by(&|it| Some(it.revenue.ten_thousandths())),
            Column::Margin => by(&|it| Some(it.margin?.ten_thousandths())),
            Column::Previous => by(&|it| Some(it.previous?.ten_thousandths())),
            Column::Growth => by(&|it| Measure::Growth.of(it, UNKNOWN, None)),
            Column::Orders => by(&|it| Some(it.orders.into())),
            Column::Last => Places::new(n, |at| self.customers.get(at).and_then(|it| it.last)),
            Column::Word(what) => by_words(&|it| what.of(it)),
            Column::Potential => Places::new(n, |at| {
                let known = self.potentials.get(at)?;
                (known.basis != Basis::Unknown).then_some(known.level)
            }),
            Column::Next => Places::new(n, |at| {
                let gap = self.sorting.gap(self.ranking, self.plan, at)?;
                Some(match gap {
                    Gap::Money(money) => money.ten_thousandths(),
                    Gap::Points(points) => points.into(),
                })
            }),
            Column::Why => Places::default(),
        }
    }
}

const UNKNOWN: Potential = Potential {
    level: crate::domain::tiers::Level::Middle,
    basis: Basis::Unknown,
};
