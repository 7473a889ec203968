//! What columns mean.

use serde::{Deserialize, Serialize};

/// What a column means. Each is used by at most one column, except those [of many](Role::is_of_many).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// The customer's name.
    Name,
    /// The customer's number or other id in the user's own system.
    Id,
    /// Y-tunnus, NIP, VAT number.
    BusinessId,
    /// Companies under common control.
    Group,
    /// Net revenue of the period, or the amount of a transaction.
    Revenue,
    /// A part of the revenue: that of a month. Parts are added up.
    Part,
    /// Margin of the period.
    Margin,
    /// Cost of the period; margin is revenue less this.
    Cost,
    /// Revenue of the period before.
    Previous,
    /// When.
    Date,
    /// Order or invoice number.
    Order,
    /// How many orders or invoices a row stands for.
    Orders,
    /// How many.
    Quantity,
    /// Price of one; with quantity it gives the amount.
    UnitPrice,
    /// What is taken off quantity times unit price, as a share.
    Discount,
    /// Money on the debit side, with [`Role::Credit`] in place of one column of amounts.
    Debit,
    /// Money on the credit side.
    Credit,
    /// On which side the amount of a row is.
    Side,
    /// What was bought.
    Product,
    /// Industry.
    Industry,
    /// Size class.
    Size,
    /// Number of people.
    Headcount,
    /// Region, town or country.
    Region,
    /// Growth potential.
    Potential,
    /// The person who looks after the customer today.
    Owner,
    /// Contacts held.
    ContactsHeld,
    /// Satisfaction.
    Satisfaction,
    /// Kept as it is, with no meaning to the figures.
    Other,
    /// Left out by the user.
    Unused,
}

impl Role {
    /// In the order a menu shows them.
    pub const ALL: [Self; 29] = [
        Self::Name,
        Self::Id,
        Self::BusinessId,
        Self::Group,
        Self::Revenue,
        Self::Part,
        Self::Margin,
        Self::Cost,
        Self::Previous,
        Self::Date,
        Self::Order,
        Self::Orders,
        Self::Quantity,
        Self::UnitPrice,
        Self::Discount,
        Self::Debit,
        Self::Credit,
        Self::Side,
        Self::Product,
        Self::Industry,
        Self::Size,
        Self::Headcount,
        Self::Region,
        Self::Potential,
        Self::Owner,
        Self::ContactsHeld,
        Self::Satisfaction,
        Self::Other,
        Self::Unused,
    ];

    /// Any number of columns may have it.
    #[must_use]
    pub const fn is_of_many(self) -> bool {
        matches!(self, Self::Part | Self::Other | Self::Unused)
    }

    /// Its cells are amounts of money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Revenue
                | Self::Part
                | Self::Margin
                | Self::Cost
                | Self::Previous
                | Self::UnitPrice
                | Self::Debit
                | Self::Credit
        )
    }
}
