//! Exact amounts: ten-thousandths of a currency unit in an integer, never binary floating point.
#![deny(clippy::float_arithmetic)]

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

use serde::{Deserialize, Serialize};

/// Decimal places kept.
pub const PLACES: u32 = 4;
/// One whole unit of currency.
const UNIT: i128 = 10_000;

/// An exact amount of one currency, in ten-thousandths of its unit.
///
/// The currency itself belongs to the file, not to each amount. 128 bits: a sum of any number of
/// amounts a file can hold stays in range, so adding never fails.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount from ten-thousandths of the unit.
    #[must_use]
    pub const fn from_ten_thousandths(it: i128) -> Self {
        Self(it)
    }

    /// An amount from whole units (euros, zlotys).
    #[must_use]
    pub const fn from_units(it: i64) -> Self {
        // Lossless: every i64 times 10 000 fits in 128 bits.
        #[expect(
            clippy::as_conversions,
            reason = "i64 to i128 is lossless, and From is not const"
        )]
        Self(it as i128 * UNIT)
    }

    /// Ten-thousandths of the unit.
    #[must_use]
    pub const fn ten_thousandths(self) -> i128 {
        self.0
    }

    /// The amount in hundredths (cents), rounded half away from zero.
    #[must_use]
    pub const fn cents(self) -> i128 {
        div_half_away(self.0, 100)
    }

    /// The amount in whole units, rounded half away from zero.
    #[must_use]
    pub const fn units(self) -> i128 {
        div_half_away(self.0, UNIT)
    }

    /// More than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Exactly nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// This amount times `factor / divisor`, rounded half away from zero; a divisor of zero gives
    /// nothing.
    #[must_use]
    pub const fn times_ratio(self, factor: i128, divisor: i128) -> Self {
        if divisor == 0 {
            Self::ZERO
        } else {
            Self(div_half_away(self.0.saturating_mul(factor), divisor))
        }
    }

    /// The nearest floating point number of units, for statistics and pictures only.
    #[must_use]
    #[expect(
        clippy::as_conversions,
        clippy::float_arithmetic,
        reason = "statistics are floating point by definition"
    )]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 10_000.0
    }

    /// This amount as a share of `whole`, a plain ratio; nothing of nothing is 0.
    #[must_use]
    #[expect(
        clippy::as_conversions,
        clippy::float_arithmetic,
        reason = "a share is floating point by definition"
    )]
    pub fn share_of(self, whole: Self) -> f64 {
        if whole.0 == 0 {
            0.0
        } else {
            self.0 as f64 / whole.0 as f64
        }
    }

    /// The exact decimal with a point and no trailing zeros (`1234.5`), for machines.
    #[must_use]
    pub fn to_decimal(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = self.0.unsigned_abs() / UNIT.unsigned_abs();
        let part = self.0.unsigned_abs() % UNIT.unsigned_abs();
        if part == 0 {
            format!("{sign}{whole}")
        } else {
            let part = format!("{part:04}");
            format!("{sign}{whole}.{}", part.trim_end_matches('0'))
        }
    }
}

/// `a / b` rounded half away from zero; `b` is positive or negative, not zero.
const fn div_half_away(a: i128, b: i128) -> i128 {
    let (quotient, rest) = (a / b, a % b);
    if rest.unsigned_abs() * 2 >= b.unsigned_abs() {
        if (a < 0) == (b < 0) {
            quotient + 1
        } else {
            quotient - 1
        }
    } else {
        quotient
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Money {
    fn sum<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
        iter.copied().sum()
    }
}

/// The currency of a file, as its ISO 4217 code in capitals (`EUR`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(pub String);

impl Currency {
    /// The currency with this ISO code.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.to_ascii_uppercase())
    }
}

#[cfg(test)]
mod tests;
