//! What a row brought in eight bytes: of a million rows, memory that is touched for the first time is what
//! takes longest.

use bytemuck::{Pod, Zeroable};

use super::{Brought, index};
use crate::domain::money::Money;
use crate::domain::month::Month;

/// An amount, a month and a product, as nearly all rows have them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Entry {
    /// In one of [`SCALES`].
    amount: i32,
    /// From the lowest bit: [`SCALE`] bits for the scale, [`MONTH`] bits for the months since the base, [`PRODUCT`]
    /// bits for the number of a product; one is added to the last two, and nought is none.
    rest: u32,
}

const SCALE: u32 = 2;
const MONTH: u32 = 9;
const PRODUCT: u32 = 21;

/// Ten-thousandths, cents, units and hundreds: where units are small, amounts are long and have no cents.
const SCALES: [i64; 1 << SCALE] = [1, 100, 10_000, 1_000_000];

/// The month to count from, where rows begin with this one: twenty years lie before and behind it.
pub(super) fn base(first: Month) -> Month {
    first.plus(-(1 << (MONTH - 1)))
}

impl Entry {
    /// What is kept apart.
    pub(super) const ODD: Self = Self {
        amount: 0,
        rest: u32::MAX,
    };

    /// `None` for what is to be kept apart.
    #[inline]
    pub(super) fn new(it: &Brought, base: Month) -> Option<Self> {
        let exact = i64::try_from(it.amount.ten_thousandths()).ok()?;
        let (amount, scale) = match i32::try_from(exact) {
            Ok(amount) => (amount, 0),
            Err(_) => coarse(exact)?,
        };
        let month = match it.month {
            Some(month) => u32::try_from(month.index() - base.index())
                .ok()?
                .checked_add(1)?,
            None => 0,
        };
        let product = it.product.map_or(Some(0), |it| it.checked_add(1))?;
        // All bits of both stand for what is kept apart.
        let fits = month < (1 << MONTH) - 1 && product < (1 << PRODUCT) - 1;
        fits.then_some(Self {
            amount,
            rest: scale | (month << SCALE) | (product << (SCALE + MONTH)),
        })
    }

    #[inline]
    pub(super) fn amount(self) -> Money {
        let scale = SCALES.get(index(self.rest & ((1 << SCALE) - 1)));
        let scale = scale.copied().unwrap_or_default();
        Money::from_ten_thousandths((i64::from(self.amount) * scale).into())
    }

    /// The months since the base, where it has a month.
    #[inline]
    pub(super) const fn month(self) -> Option<u32> {
        ((self.rest >> SCALE) & ((1 << MONTH) - 1)).checked_sub(1)
    }

    /// The number of its product, where it has one.
    #[inline]
    pub(super) const fn product(self) -> Option<u32> {
        (self.rest >> (SCALE + MONTH)).checked_sub(1)
    }
}

/// An amount in the first scale in which it is short and nothing of it is lost, and which that is.
#[inline(never)]
fn coarse(exact: i64) -> Option<(i32, u32)> {
    let scales = SCALES.iter().zip(0..);
    let mut short = scales.filter_map(|(scale, at)| {
        let short = i32::try_from(exact / scale).ok()?;
        (exact % scale == 0).then_some((short, at))
    });
    short.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_comes_back_and_what_does_not_is_told() {
        let first = Month::at(2024 * 12);
        let base = base(first);
        let most = i64::from(i32::MAX);
        let (cents, hundreds) = (most * 100, most * 1_000_000);
        let amounts = [
            (0, true),
            (-1, true),
            (most, true),
            (most + 1, false),
            (i64::from(i32::MIN), true),
            (21_474_836_500, true),
            (21_474_836_501, false),
            (cents, true),
            (-cents, true),
            (cents + 100, false),
            (cents + 5_300, true),
            (-hundreds, true),
            (hundreds + 1_000_000, false),
            (hundreds - 10_000, false),
            (i64::MAX, false),
        ];
        let months = [
            (None, true),
            (Some(0), true),
            (Some(-256), true),
            (Some(-257), false),
            (Some(253), true),
            (Some(254), false),
            (Some(i32::MAX / 2), false),
        ];
        let products = [
            (None, true),
            (Some(0), true),
            (Some((1 << PRODUCT) - 3), true),
            (Some((1 << PRODUCT) - 2), false),
            (Some(u32::MAX), false),
        ];
        for (amount, has_amount) in amounts {
            for (month, has_month) in months {
                for (product, has_product) in products {
                    let it = Brought {
                        amount: Money::from_ten_thousandths(amount.into()),
                        month: month.map(|it| first.plus(it)),
                        product,
                    };
                    let entry = Entry::new(&it, base);
                    let fits = has_amount && has_month && has_product;
                    assert_eq!(entry.is_some(), fits, "{it:?}");
                    if let Some(entry) = entry {
                        let month = entry.month().map(|it| i32::try_from(it).unwrap());
                        assert_ne!(entry, Entry::ODD);
                        assert_eq!(entry.amount(), it.amount);
                        assert_eq!(month.map(|it| base.plus(it)), it.month);
                        assert_eq!(entry.product(), it.product);
                    }
                }
            }
        }
    }
}
