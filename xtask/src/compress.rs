//! `.br` and `.gz` beside a file, for hosts that serve them.

use std::io::Write as _;

/// Brotli at its best quality.
pub(crate) fn brotli(bytes: &[u8]) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    let mut rest = bytes;
    // Reading and writing memory does not fail; an empty answer would be longer than nothing.
    if brotli::BrotliCompress(&mut rest, &mut packed, &params).is_err() {
        packed.clear();
    }
    packed
}

/// Gzip at its best level.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    if packer.write_all(bytes).is_err() {
        return Vec::new();
    }
    packer.finish().unwrap_or_default()
}

/// The kinds that are worth packing; PNG is packed already.
pub(crate) fn is_packable(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, it)| it);
    ["html", "css", "js", "wasm", "svg", "txt", "webmanifest"].contains(&ending)
}
