//! Numbers in their commonest form, read from bytes: `-1234,56`, `1 234.50`. Whatever is not plain is
//! left to [`super::number::look`]; where both read a cell they agree, which a property test holds.

use super::reading::Decimal;
use crate::domain::money::Money;

/// A number that reads one way only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Short {
    /// In ten-thousandths.
    value: i64,
    /// Its decimal sign, where it has one.
    pub(super) decimal: Option<Decimal>,
    /// Starts with a zero that a number would not have (`00100`).
    pub(super) code_like: bool,
    /// Nothing but figures.
    pub(super) is_bare: bool,
}

/// Spaces between groups of three, as their bytes in an encoding.
#[derive(Clone, Copy, Debug)]
pub(super) enum Gap {
    /// UTF-8 writes a space that does not break as two bytes.
    Two,
    /// A code page writes it as this one.
    One(u8),
    /// This page has none.
    None,
}

/// Figures that fit with their scale in 64 bits.
const MAX_FIGURES: u32 = 14;
/// The same with a sign among them.
const MAX_BYTES: usize = 15;

/// The figures that bytes begin with, after those of `value`, and how many there are.
#[inline(never)]
fn figures(bytes: &[u8], mut value: i64) -> Option<(i64, usize)> {
    // More do not fit, whatever stands behind them.
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let mut read = 0;
    for byte in bytes {
        let figure = byte.wrapping_sub(b'0');
        if figure > 9 {
            break;
        }
        value = value * 10 + i64::from(figure);
        read += 1;
    }
    Some((value, read))
}

impl Short {
    /// Its value under a decimal sign.
    pub(super) fn value(self, decimal: Decimal) -> Option<Money> {
        let fits = self.decimal.is_none_or(|it| it == decimal);
        fits.then(|| Money::from_ten_thousandths(i128::from(self.value)))
    }

    pub(super) const fn is_negative(self) -> bool {
        self.value < 0
    }

    pub(super) const fn is_positive(self) -> bool {
        self.value > 0
    }

    /// More than one whole unit.
    pub(super) const fn is_above_one(self) -> bool {
        self.value > 10_000
    }

    /// Figures, and perhaps a sign and one, two or four more: most numbers are that.
    #[inline]
    fn without_gaps(negative: bool, body: &[u8]) -> Option<Self> {
        let whole = figures(body, 0)?;
        let (value, decimal, scale) = match body.get(whole.1..)? {
            [] if whole.1 < MAX_BYTES => (whole.0, None, 10_000),
            [sign @ (b',' | b'.'), rest @ ..] => {
                let scale = match rest.len() {
                    1 => 1_000,
                    2 => 100,
                    4 => 1,
                    _ => return None,
                };
                let (value, read) = figures(rest, whole.0)?;
                let decimal = match sign {
                    b',' => Decimal::Comma,
                    _ => Decimal::Point,
                };
                let value = (read == rest.len()).then_some(value)?;
                (value, Some(decimal), scale)
            }
            _ => return None,
        };
        let value = value * scale;
        Some(Self {
            value: if negative { -value } else { value },
            decimal,
            code_like: whole.1 > 1 && body.first() == Some(&b'0') && decimal.is_none(),
            is_bare: decimal.is_none() && !negative,
        })
    }

    /// Reads a cell without space around it.
    #[inline]
    pub(super) fn read(cell: &[u8], gap: Gap) -> Option<Self> {
        let (negative, body) = match cell.split_first() {
            Some((b'-', body)) => (true, body),
            _ => (false, cell),
        };
        let first = *body.first()?;
        if !first.is_ascii_digit() {
            return None;
        }
        if let Some(it) = Self::without_gaps(negative, body) {
            return Some(it);
        }
        let mut value: i64 = 0;
        let mut figures = 0;
        let mut rest = body;
        // Figures since the last gap, and whether there was one.
        let (mut run, mut has_gap) = (0_u32, false);
        let sign = loop {
            let Some((byte, after)) = rest.split_first() else {
                break None;
            };
            rest = after;
            match byte {
                b'0'..=b'9' => {
                    figures += 1;
                    run += 1;
                    if figures > MAX_FIGURES {
                        return None;
                    }
                    value = value * 10 + i64::from(byte - b'0');
                }
                b',' => break Some(Decimal::Comma),
                b'.' => break Some(Decimal::Point),
                _ => {
                    match (byte, gap) {
                        (b' ', _) => {}
                        (0xc2, Gap::Two) => rest = rest.strip_prefix(&[0xa0])?,
                        (it, Gap::One(wanted)) if *it == wanted => {}
                        _ => return None,
                    }
                    let fits = if has_gap {
                        run == 3
                    } else {
                        run <= 3 && first != b'0'
                    };
                    if !fits {
                        return None;
                    }
                    has_gap = true;
                    run = 0;
                }
            }
        };
        if has_gap && run != 3 {
            return None;
        }
        let whole = figures;
        let scale = if sign.is_some() {
            // Three figures may be a group of thousands.
            let scale = match rest.len() {
                1 => 1_000,
                2 => 100,
                4 => 1,
                _ => return None,
            };
            for byte in rest {
                if !byte.is_ascii_digit() {
                    return None;
                }
                figures += 1;
                value = value * 10 + i64::from(byte - b'0');
            }
            if figures > MAX_FIGURES {
                return None;
            }
            scale
        } else {
            10_000
        };
        let value = value * scale;
        Some(Self {
            value: if negative { -value } else { value },
            decimal: sign,
            code_like: first == b'0' && whole > 1 && sign.is_none(),
            is_bare: sign.is_none() && !negative && !has_gap,
        })
    }
}
