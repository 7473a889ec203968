//! Amounts that stand in more than one cell: less a discount, on two sides, with a side beside them, or
//! month by month.
//!
//! Credit counts as what a customer brings: so money comes in on a bank's statement, and so sales stand
//! in a ledger.

use std::borrow::Cow;

use super::content::Counts;
use super::fate::{Amount, amount, text};
use super::fold::fold;
use super::number;
use super::reading::{Column, Decimal};
use crate::domain::money::Money;

/// A column of amounts.
pub(super) type Sum = (usize, Decimal);

/// How cells make an amount together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Composed {
    /// Quantity times unit price, less a discount.
    Discounted {
        quantity: Sum,
        price: Sum,
        discount: Sum,
        scale: Scale,
    },
    /// Debit in one column, credit in another.
    Sides {
        debit: Sum,
        credit: Sum,
        /// Debits are written with a minus.
        is_signed: bool,
    },
    /// One column of amounts, and one that says on which side each is.
    Marked {
        amount: Sum,
        side: usize,
        /// Debits are what customers owe.
        is_owed: bool,
    },
    /// The sum of several columns: months.
    Parts(Vec<Sum>),
}

/// What a discount without a percent sign is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// `15`: of a hundred.
    Percent,
    /// `0.15`: of one.
    Ratio,
}

impl Scale {
    /// What the discounts of a column are; `None` for amounts of money, and where nothing tells.
    pub(super) fn find(column: &Column, count: &Counts) -> Option<Self> {
        let named = |it: &str| {
            let words = [
                "percent",
                "pros",
                "prosentti",
                "procent",
                "proc",
                "pct",
                "prozent",
            ];
            it.split(' ')
                .any(|it| words.iter().any(|word| it.ends_with(word)))
        };
        if named(&fold(&column.name)) || count.percents > 0 {
            return Some(Self::Percent);
        }
        (count.amount_like > 0 && count.above_one == 0).then_some(Self::Ratio)
    }
}

impl Composed {
    /// The amount of a row.
    pub(super) fn of(&self, cells: &[Cow<'_, str>]) -> Amount {
        let read = |it: Sum| amount(cells, it.0, it.1);
        match *self {
            Self::Discounted {
                quantity,
                price,
                discount,
                scale,
            } => match (read(quantity), read(price), ratio(cells, discount, scale)) {
                (Amount::Read(quantity), Amount::Read(price), Some(off)) => {
                    let unit = Money::from_units(1).ten_thousandths();
                    let kept = unit.saturating_sub(off.ten_thousandths());
                    // Rounded once, at the end.
                    let factor = price.ten_thousandths().saturating_mul(kept);
                    Amount::Read(quantity.times_ratio(factor, unit * unit))
                }
                (Amount::Missing, _, _) | (_, Amount::Missing, _) => Amount::Missing,
                _ => Amount::Bad,
            },
            Self::Sides {
                debit,
                credit,
                is_signed,
            } => match (read(debit), read(credit)) {
                (Amount::Missing, Amount::Missing) => Amount::Missing,
                (Amount::Bad, _) | (_, Amount::Bad) => Amount::Bad,
                (debit, credit) if is_signed => Amount::Read(credit.money() + debit.money()),
                (debit, credit) => Amount::Read(credit.money() - debit.money()),
            },
            Self::Marked {
                amount,
                side,
                is_owed,
            } => match (read(amount), side_of(text(cells, side))) {
                (Amount::Read(it), Some(Side::Debit)) if !is_owed => Amount::Read(-it),
                (Amount::Read(it), Some(Side::Credit)) if is_owed => Amount::Read(-it),
                (it, _) => it,
            },
            Self::Parts(ref parts) => {
                let add = |sum: Amount, part: Amount| match (sum, part) {
                    (Amount::Bad, _) | (_, Amount::Bad) => Amount::Bad,
                    (it, Amount::Missing) | (Amount::Missing, it) => it,
                    (Amount::Read(a), Amount::Read(b)) => Amount::Read(a + b),
                };
                parts.iter().copied().map(read).fold(Amount::Missing, add)
            }
        }
    }

    /// The columns that a row's amount is made of.
    pub(super) fn columns(&self) -> Vec<usize> {
        match *self {
            Self::Discounted {
                quantity,
                price,
                discount,
                ..
            } => vec![price.0, quantity.0, discount.0],
            Self::Sides { debit, credit, .. } => vec![credit.0, debit.0],
            Self::Marked { amount, .. } => vec![amount.0],
            Self::Parts(ref parts) => parts.iter().map(|it| it.0).collect(),
        }
    }
}

/// A discount as a ratio; none where the cell is empty.
fn ratio(cells: &[Cow<'_, str>], (column, decimal): Sum, scale: Scale) -> Option<Money> {
    let cell = cells.get(column).map_or("", |it| it.trim());
    if amount(cells, column, decimal) == Amount::Missing {
        return Some(Money::ZERO);
    }
    let look = number::look(cell)?;
    let value = look.value(decimal)?;
    Some(if look.percent || scale == Scale::Ratio {
        value
    } else {
        value.times_ratio(1, 100)
    })
}

/// A side of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Debit,
    Credit,
}

/// Words for sides that need no name of a column to be understood, folded.
const DEBITS: &str = "\
    dr wn winien soll veloitus obciazenie obciazenia otto uttag wydatek \
    debito cargo debe dare belastung lastschrift outflow withdrawal out outgoing expense \
    expenses ausgang ausgabe rozchod meno utgift udgift gasto egreso despesa uscita depense \
    vydaj vydavok kiadas terheles debets debetas deebet uitgave";
const CREDITS: &str = "\
    cr ma haben hyvitys uznanie uznania pano insattning wplyw kredyt \
    credito abono haber avere gutschrift inflow deposit in incoming income eingang einnahme \
    przychod tulo inkomst inntekt indtaegt ingreso receita entrata recette prijem bevetel \
    jovairas kredits kreditas kreedit ontvangst";

/// The side that a cell names.
pub(super) fn side_of(cell: &str) -> Option<Side> {
    match cell.trim() {
        "" => None,
        "-" | "\u{2212}" | "\u{2013}" => Some(Side::Debit),
        "+" => Some(Side::Credit),
        cell if cell.len() > 16 => None,
        cell => {
            let folded = fold(cell);
            let is_one = |words: &str| words.split(' ').any(|it| it == folded);
            // Letters mean a side only under a name that says so; what stands oftenest on rows comes first.
            match folded.as_str() {
                "d" | "s" | "af" | "debet" | "debit" | "dbit" => Some(Side::Debit),
                "k" | "c" | "h" | "bij" | "kredit" | "credit" | "crdt" => Some(Side::Credit),
                _ if is_one(DEBITS) => Some(Side::Debit),
                _ => is_one(CREDITS).then_some(Side::Credit),
            }
        }
    }
}

/// The column says on which side amounts are: both sides, and nothing else; one of them where its name
/// has both.
pub(super) fn is_side(count: &Counts, is_named: bool, is_both: bool) -> bool {
    let mut sides = (false, false);
    let known = |cell: &str| match side_of(cell) {
        Some(Side::Debit) => {
            sides.0 = true;
            true
        }
        Some(Side::Credit) => {
            sides.1 = true;
            true
        }
        None => false,
    };
    let few = &count.few;
    !few.is_empty()
        && (is_named
            || few
                .iter()
                .all(|it| it.chars().count() > 1 || "+-\u{2212}\u{2013}".contains(it.as_str())))
        && few.iter().map(String::as_str).all(known)
        && (sides == (true, true) || is_both)
}

#[cfg(test)]
mod tests;
