//! Names for content: the hash in a file's name, and the stamp that says a build is up to date.

/// 64-bit FNV-1a: enough to tell versions of a file apart; it guards nothing.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, it| {
        (hash ^ u64::from(*it)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// `app.js` as `app-1a2b3c4d5e6f7a8b.js`.
pub(crate) fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{:016x}.{ending}", hash(bytes))
}
