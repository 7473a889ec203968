//! Numbers and slices from the bytes of a workbook, low byte first; `None` past the end.

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl<'b> Bytes<'b> {
    /// The bytes from a place on.
    pub(super) fn at(bytes: &'b [u8], from: usize) -> Option<Self> {
        bytes.get(from..).map(Self)
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        self.take(count).map(|_| ())
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub(super) fn f64(&mut self) -> Option<f64> {
        self.array().map(f64::from_le_bytes)
    }

    /// A count or a place of 32 bits.
    pub(super) fn place(&mut self) -> Option<usize> {
        self.u32().and_then(|it| usize::try_from(it).ok())
    }

    /// A number packed into 32 bits, as XLS and XLSB do: whole or the upper half of a float, perhaps
    /// of its hundredfold.
    pub(super) fn packed_number(&mut self) -> Option<f64> {
        let bits = self.u32()?;
        let value = if bits & 2 == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(bits.cast_signed() >> 2)
        };
        Some(if bits & 1 == 0 { value } else { value / 100.0 })
    }
}

/// Text of two bytes a unit.
pub(super) fn wide_text(bytes: &[u8]) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|it| u16::from_le_bytes(*it));
    char::decode_utf16(units)
        .map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
