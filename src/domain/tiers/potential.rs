//! Growth potential in three levels: from the file, typed, or estimated from similar customers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::customer::Customer;
use crate::domain::money::Money;

/// The fewest similar customers that an estimate may rest on.
pub const PEERS: usize = 5;

/// How much more a customer could buy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Little.
    Low,
    /// Some.
    #[default]
    Middle,
    /// Much.
    High,
}

impl Level {
    /// Rising.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// From 1 to 3.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Middle => 2,
            Self::High => 3,
        }
    }

    /// The level of a number from 1 to 3.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.number() == number)
    }
}

/// How a level is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The file says so.
    File,
    /// The user says so.
    Typed,
    /// The middle of what is known of so many customers of the same industry and size.
    SimilarLevels(usize),
    /// How little it brings beside so many customers of the same industry and size.
    SimilarRevenue(usize),
    /// Not at all: the middle stands for it.
    Unknown,
}

impl Basis {
    /// Not stated by anybody.
    #[must_use]
    pub const fn is_estimate(self) -> bool {
        matches!(self, Self::SimilarLevels(_) | Self::SimilarRevenue(_))
    }
}

/// The potential of one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Potential {
    /// How much.
    pub level: Level,
    /// How it is known.
    pub basis: Basis,
}

/// The potential of everybody by customer index; `typed` stands above the file.
#[must_use]
pub fn potentials(customers: &[Customer], typed: &BTreeMap<usize, Level>) -> Vec<Potential> {
    let words: Vec<&str> = customers
        .iter()
        .map(|it| it.potential.as_deref().unwrap_or_default().trim())
        .collect();
    let scale = Scale::of(&words);
    let stated: Vec<Option<(Level, Basis)>> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let by_hand = typed.get(&at).map(|it| (*it, Basis::Typed));
            by_hand.or_else(|| scale.level(word).map(|it| (it, Basis::File)))
        })
        .collect();
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, customer) in customers.iter().enumerate() {
        if let Some(key) = group_of(customer) {
            groups.entry(key).or_default().push(at);
        }
    }
    let mut found: Vec<Potential> = stated
        .iter()
        .map(|it| {
            let (level, basis) = it.unwrap_or((Level::Middle, Basis::Unknown));
            Potential { level, basis }
        })
        .collect();
    let is_any_in_file = stated.iter().flatten().any(|(_, it)| *it == Basis::File);
    for members in groups.values() {
        estimate(members, customers, &stated, is_any_in_file, &mut found);
    }
    found
}

/// Industry and size, both of which must be known.
fn group_of(customer: &Customer) -> Option<(String, String)> {
    let word = |it: &Option<String>| {
        let text = it.as_deref().unwrap_or_default().trim().to_lowercase();
        (!text.is_empty()).then_some(text)
    };
    Some((word(&customer.industry)?, word(&customer.size)?))
}

/// Gives the customers of one group that nobody states a level for the level of the others.
fn estimate(
    members: &[usize],
    customers: &[Customer],
    stated: &[Option<(Level, Basis)>],
    is_any_in_file: bool,
    found: &mut [Potential],
) {
    let stated_of = |at: usize| stated.get(at).copied().flatten();
    let mut levels: Vec<Level> = members
        .iter()
        .filter_map(|at| stated_of(*at))
        .map(|it| it.0)
        .collect();
    levels.sort_unstable();
    let revenue = |at: &usize| customers.get(*at).map(|it| it.revenue).unwrap_or_default();
    let mut sums: Vec<Money> = members.iter().map(revenue).collect();
    sums.sort_unstable();
    for at in members {
        if stated_of(*at).is_some() {
            continue;
        }
        let potential = if levels.len() >= PEERS {
            // The lower of two middles: an estimate promises nothing.
            let middle = (levels.len() - 1) / 2;
            levels.get(middle).map(|level| Potential {
                level: *level,
                basis: Basis::SimilarLevels(levels.len()),
            })
        } else if !is_any_in_file && members.len() > PEERS {
            Some(Potential {
                level: room(&sums, revenue(at)),
                basis: Basis::SimilarRevenue(members.len() - 1),
            })
        } else {
            None
        };
        if let (Some(potential), Some(slot)) = (potential, found.get_mut(*at)) {
            *slot = potential;
        }
    }
}

/// A customer in the lowest third of similar ones has much room to grow, one in the highest little.
fn room(sorted: &[Money], own: Money) -> Level {
    match third(sorted, own) {
        0 => Level::High,
        1 => Level::Middle,
        _ => Level::Low,
    }
}

/// The third in which a value stands among `sorted` ones, by its mean rank.
fn third<T: PartialOrd>(sorted: &[T], value: T) -> usize {
    let below = sorted.partition_point(|it| *it < value);
    let up_to = sorted.partition_point(|it| *it <= value);
    (below + up_to) * 3 / (2 * sorted.len().max(1)).max(1)
}

/// How a file writes potential.
enum Scale {
    /// Whole numbers from 1 to this.
    UpTo(f64),
    /// Any numbers: thirds of what there is.
    Thirds(Vec<f64>),
    /// Words.
    Words,
}

impl Scale {
    fn of(words: &[&str]) -> Self {
        let given = || words.iter().filter(|it| !it.is_empty());
        let mut numbers: Vec<f64> = given().filter_map(|it| number(it)).collect();
        if numbers.is_empty() || numbers.len() * 2 < given().count() {
            return Self::Words;
        }
        numbers.sort_by(f64::total_cmp);
        let (least, most) = (
            numbers.first().copied().unwrap_or_default(),
            numbers.last().copied().unwrap_or_default(),
        );
        match most {
            _ if least < 1.0 => Self::Thirds(numbers),
            it if it <= 3.0 => Self::UpTo(3.0),
            it if it <= 5.0 => Self::UpTo(5.0),
            it if it <= 10.0 => Self::UpTo(10.0),
            _ => Self::Thirds(numbers),
        }
    }

    fn level(&self, word: &str) -> Option<Level> {
        if let Self::Words = self {
            return level_of_word(word);
        }
        let Some(number) = number(word) else {
            return level_of_word(word);
        };
        let third = match self {
            // The middle of 1 to 3 is 2, of 1 to 5 it is 3, of 1 to 10 it is 4 to 7.
            Self::UpTo(most) if number * 3.0 <= *most + 1.0 => 0,
            Self::UpTo(most) if number * 3.0 < *most * 2.0 + 2.0 => 1,
            Self::UpTo(_) => 2,
            Self::Thirds(sorted) => third(sorted, number),
            Self::Words => 1,
        };
        Some(match third {
            0 => Level::Low,
            1 => Level::Middle,
            _ => Level::High,
        })
    }
}

/// A plain number with a point or a comma, spaces between thousands and a percent sign let pass.
fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '%')
        .map(|it| if it == ',' { '.' } else { it })
        .collect();
    let is_plain = plain
        .bytes()
        .all(|it| it.is_ascii_digit() || b".-".contains(&it));
    if is_plain { plain.parse().ok() } else { None }
}

/// How words for the three levels begin, in the languages that files come in.
const BEGINNINGS: [(Level, &[&str]); 3] = [
    (
        Level::High,
        &[
            "high", "large", "big", "strong", "korke", "suur", "iso", "hyv", "wysok", "duż", "hög",
            "stor", "hoch", "groß", "+++",
        ],
    ),
    (
        Level::Middle,
        &[
            "med", "mid", "mod", "norm", "keski", "kohtal", "śred", "sred", "mell", "mitt", "++",
        ],
    ),
    (
        Level::Low,
        &[
            "low", "small", "weak", "mata", "pien", "heik", "nisk", "mał", "mal", "låg", "lit",
            "nied", "gering", "klein", "no", "none", "ei", "brak", "+",
        ],
    ),
];

fn level_of_word(word: &str) -> Option<Level> {
    let word = word.trim().to_lowercase();
    match word.as_str() {
        "" => return None,
        "a" => return Some(Level::High),
        "b" => return Some(Level::Middle),
        "c" => return Some(Level::Low),
        _ => {}
    }
    BEGINNINGS
        .iter()
        .find(|(_, all)| all.iter().any(|it| word.starts_with(it)))
        .map(|it| it.0)
}

#[cfg(test)]
mod tests;
