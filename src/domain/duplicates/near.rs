//! Names a slip of the finger apart.

use super::names::Plain;

/// A word shorter than this is another word when a letter differs: `Anna` and `Anne`.
const LONG_WORD: usize = 5;

/// How many letters may be missing, added, changed or swapped in names of this length together.
pub(super) const fn allowed(length: usize) -> usize {
    match length {
        0..8 => 0,
        8..16 => 1,
        _ => 2,
    }
}

/// How many letters differ between two names that may be one; `None` where they are two.
pub(super) fn apart(a: &Plain, b: &Plain) -> Option<usize> {
    let most = allowed(a.joined.len().min(b.joined.len()));
    let found = distance(a.joined.as_bytes(), b.joined.as_bytes(), most)?;
    // Numbers tell branches, houses and years apart.
    if !digits(&a.joined).eq(digits(&b.joined)) {
        return None;
    }
    // The slip is in words that are long enough for one.
    let is_slip = a.words.len() != b.words.len()
        || (a.words.iter().zip(&b.words)).all(|(a, b)| a == b || a.len().max(b.len()) >= LONG_WORD);
    is_slip.then_some(found)
}

fn digits(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.bytes().filter(u8::is_ascii_digit)
}

/// Letters missing, added, changed, or swapped with their neighbour, at most `most`; `None` for more.
/// (The optimal string alignment distance, over bytes.)
fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(common..)?, b.get(common..)?);
    let tail = a.iter().rev().zip(b.iter().rev());
    let common = tail.take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(..a.len() - common)?, b.get(..b.len() - common)?);
    // A row of the usual table, and the two before it.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (at, letter) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(at + 1);
        let mut left = at + 1;
        for (to, other) in b.iter().enumerate() {
            let of = |row: &[usize], it: usize| row.get(it).copied().unwrap_or(usize::MAX - 1);
            let changed = of(&last, to) + usize::from(letter != other);
            let mut best = changed.min(left + 1).min(of(&last, to + 1) + 1);
            let is_swap =
                at > 0 && to > 0 && a.get(at - 1) == Some(other) && b.get(to - 1) == Some(letter);
            if is_swap {
                best = best.min(of(&before, to - 1) + 1);
            }
            row.push(best);
            left = best;
        }
        if row.iter().min().is_some_and(|it| *it > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|it| *it <= most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_is_found_and_another_name_is_not() {
        for (a, b, found) in [
            ("Sinilampi Puutarha Ky", "Sinilampin Puutarha", Some(1)),
            ("Hallasuo Konepaja Oy", "Hallasuo Konepaaj Oy", Some(1)),
            ("Kuusivirta Leipomo", "Kusivirta Leipomot", Some(2)),
            (
                "Przedsiębiorstwo Kowalski",
                "Przedsiebiorswto Kowalska",
                Some(2),
            ),
            ("Matti Virtanen", "Mati Virtanen", Some(1)),
            ("Anna Korhonen", "Anne Korhonen", None),
            ("Rauma", "Raumo", None),
            ("Asunto Oy Koivukuja 11", "Asunto Oy Koivukuja 12", None),
            ("K-Market Kallio", "K-Market Kamppi", None),
            ("Pekka Virtanen", "Jukka Virtanen", None),
            ("Koivu Rakennus 2000", "Koivu Rakennus 200", None),
        ] {
            assert_eq!(apart(&Plain::of(a), &Plain::of(b)), found, "{a} / {b}");
            assert_eq!(apart(&Plain::of(b), &Plain::of(a)), found, "{b} / {a}");
        }
    }

    /// The same by its definition, without any short cut.
    fn by_definition(a: &[u8], b: &[u8]) -> usize {
        match (a.split_last(), b.split_last()) {
            (None, _) => b.len(),
            (_, None) => a.len(),
            (Some((x, rest_a)), Some((y, rest_b))) => {
                let mut best = by_definition(rest_a, rest_b) + usize::from(x != y);
                best = best.min(by_definition(rest_a, b) + 1);
                best = best.min(by_definition(a, rest_b) + 1);
                if let (Some((p, old_a)), Some((q, old_b))) =
                    (rest_a.split_last(), rest_b.split_last())
                    && p == y
                    && q == x
                {
                    best = best.min(by_definition(old_a, old_b) + 1);
                }
                best
            }
        }
    }

    proptest! {
        #[test]
        fn the_distance_is_the_one_defined(a in "[abc]{0,6}", b in "[abc]{0,6}", most in 0_usize..4) {
            let true_one = by_definition(a.as_bytes(), b.as_bytes());
            let expected = (true_one <= most).then_some(true_one);
            prop_assert_eq!(distance(a.as_bytes(), b.as_bytes(), most), expected);
        }
    }
}
