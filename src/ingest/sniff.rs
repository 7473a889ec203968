//! What bytes are when they are not text: workbooks, pictures, archives.
//!
//! Known by their first bytes; anything else with zero bytes or many control characters is binary.

use super::issue::FileKind;

/// First bytes and what they open.
const MAGIC: [(&[u8], FileKind); 12] = [
    (b"%PDF-", FileKind::Pdf),
    (b"\x89PNG\r\n", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF87a", FileKind::Picture),
    (b"GIF89a", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        FileKind::BrokenWorkbook,
    ),
    (b"\x1f\x8b", FileKind::Archive),
    (b"7z\xbc\xaf\x27\x1c", FileKind::Archive),
    (b"Rar!\x1a", FileKind::Archive),
    (b"BZh", FileKind::Archive),
];

/// How many bytes are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The kind of a file that is certainly not text, by its first bytes.
pub(super) fn by_magic(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
        let tail = bytes
            .get(bytes.len().saturating_sub(LOOKED_AT)..)
            .unwrap_or_default();
        let has = |needle: &[u8]| [head, tail].iter().any(|it| contains(it, needle));
        return Some(if has(b"xl/") || has(b"opendocument.spreadsheet") {
            FileKind::BrokenWorkbook
        } else {
            FileKind::Archive
        });
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(FileKind::Picture);
    }
    MAGIC
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic) && (*magic != b"BZh" || has_zero(bytes)))
        .map(|(_, kind)| *kind)
}

/// Bytes of no known kind that no encoding of text explains. The signs that old programs separate
/// fields and records by (1, 28 to 31) may stand in text.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let odd = head
        .iter()
        .filter(|it| matches!(it, 0 | 2..=8 | 14..=25 | 27 | 127))
        .count();
    let has_zeros = head.iter().filter(|it| **it == 0).nth(head.len() / 100);
    odd * 20 > head.len() || has_zeros.is_some()
}

fn has_zero(bytes: &[u8]) -> bool {
    bytes.iter().take(LOOKED_AT).any(|it| *it == 0)
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|it| it == needle)
}
