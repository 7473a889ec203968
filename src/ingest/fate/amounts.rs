//! What the amount of a row is, and which cells it comes from.

use std::borrow::Cow;

use super::super::composed::Composed;
use super::super::number;
use super::super::reading::Decimal;
use crate::domain::money::Money;

/// What the amount of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Amount {
    /// Nothing stands there.
    Missing,
    /// A number.
    Read(Money),
    /// Something that is not a number.
    Bad,
}

impl Amount {
    pub(in crate::ingest) fn money(self) -> Money {
        match self {
            Self::Read(it) => it,
            Self::Missing | Self::Bad => Money::ZERO,
        }
    }
}

/// Where a row's amount comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum AmountFrom {
    /// No column has it.
    Nowhere,
    /// One column.
    Column(usize, Decimal),
    /// Quantity times unit price.
    Product((usize, Decimal), (usize, Decimal)),
    /// Several cells in another way.
    Composed(Composed),
}

impl AmountFrom {
    /// The amount of a row.
    pub(in crate::ingest) fn of(&self, cells: &[Cow<'_, str>]) -> Amount {
        match self {
            Self::Composed(it) => it.of(cells),
            _ => self.from(|column, decimal| amount(cells, column, decimal)),
        }
    }

    /// The columns that an amount is made of.
    pub(in crate::ingest) fn columns(&self) -> Vec<usize> {
        match self {
            Self::Nowhere => Vec::new(),
            Self::Column(column, _) => vec![*column],
            Self::Product(a, b) => vec![a.0, b.0],
            Self::Composed(it) => it.columns(),
        }
    }

    /// The amount of a row whose columns `amount` reads.
    pub(in crate::ingest) fn from(&self, amount: impl Fn(usize, Decimal) -> Amount) -> Amount {
        match *self {
            Self::Column(column, decimal) => amount(column, decimal),
            // The cells of a composed one tell more than their amounts.
            Self::Nowhere | Self::Composed(_) => Amount::Missing,
            Self::Product(a, b) => match (amount(a.0, a.1), amount(b.0, b.1)) {
                (Amount::Read(a), Amount::Read(b)) => Amount::Read(
                    a.times_ratio(b.ten_thousandths(), Money::from_units(1).ten_thousandths()),
                ),
                (Amount::Missing, _) | (_, Amount::Missing) => Amount::Missing,
                _ => Amount::Bad,
            },
        }
    }
}

/// The amount in the cell of a column.
pub(in crate::ingest) fn amount(cells: &[Cow<'_, str>], column: usize, decimal: Decimal) -> Amount {
    cells
        .get(column)
        .map_or(Amount::Missing, |it| amount_of(it, decimal))
}

/// The amount in a cell. A lone dash, or points, is how many programs print nothing.
pub(in crate::ingest) fn amount_of(cell: &str, decimal: Decimal) -> Amount {
    let cell = cell.trim();
    if cell.is_empty() || number::is_void(cell) {
        return Amount::Missing;
    }
    match number::look(cell) {
        Some(look) if !look.percent => look.value(decimal).map_or(Amount::Bad, Amount::Read),
        _ => Amount::Bad,
    }
}
