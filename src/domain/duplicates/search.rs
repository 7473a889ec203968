//! Finding pairs: in pieces, so that a page stays responsive, and without comparing all with all.
//!
//! Equal keys meet in ordered maps. Names a slip apart share their beginning or their end, so they
//! stand close together in the order of names read forwards or backwards.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::names::Plain;
use super::{Face, Likeness, Pair, near};
use crate::domain::business_id;
use crate::domain::customer::Customer;
use crate::domain::money::Money;

/// Above this number of customers names a slip apart are not looked for: equal ones still are.
pub const MOST_FOR_SLIPS: usize = 200_000;

/// Neighbours in the order of names that a name is compared with.
const NEIGHBOURS: usize = 40;

/// All pairs at once: [`Search`] without a pause.
#[must_use]
pub fn find(customers: &[Customer]) -> Vec<Pair> {
    let mut search = Search::new(customers.len());
    for customer in customers {
        search.meet(&Face::of(customer));
    }
    while !search.go(usize::MAX) {}
    search.pairs()
}

/// A search under way.
#[derive(Debug)]
pub struct Search {
    part: Part,
    /// Where the part is.
    at: usize,
    has_slips: bool,
    /// How much each customer brings.
    values: Vec<Money>,
    /// Valid business ids by customer.
    ids: BTreeMap<usize, String>,
    by_id: BTreeMap<String, Vec<usize>>,
    /// Names that differ, with those who have them.
    names: Vec<Name>,
    by_name: BTreeMap<String, usize>,
    by_words: BTreeMap<String, Vec<usize>>,
    backwards: BTreeMap<String, usize>,
    /// Names in the order of the part.
    order: Vec<usize>,
    /// Two names and how many letters they differ by.
    slips: Vec<(usize, usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Meeting,
    Forwards,
    Backwards,
    Done,
}

/// A name and those who have it.
#[derive(Debug)]
struct Name {
    plain: Plain,
    members: Vec<usize>,
}

impl Search {
    /// A search among so many customers.
    #[must_use]
    pub fn new(customers: usize) -> Self {
        Self {
            part: Part::Meeting,
            at: 0,
            has_slips: customers <= MOST_FOR_SLIPS,
            values: Vec::with_capacity(customers),
            ids: BTreeMap::new(),
            by_id: BTreeMap::new(),
            names: Vec::new(),
            by_name: BTreeMap::new(),
            by_words: BTreeMap::new(),
            backwards: BTreeMap::new(),
            order: Vec::new(),
            slips: Vec::new(),
        }
    }

    /// Once all were met: compares so many names; `true` when nothing is left to look at.
    pub fn go(&mut self, steps: usize) -> bool {
        let end = self.at.saturating_add(steps).min(self.order.len());
        for at in self.at..end {
            self.look_around(at);
        }
        self.at = end;
        if end == self.order.len() {
            self.next_part();
        }
        self.part == Part::Done
    }

    fn next_part(&mut self) {
        self.at = 0;
        self.part = match self.part {
            Part::Meeting if self.has_slips => {
                self.order = self.by_name.values().copied().collect();
                Part::Forwards
            }
            Part::Forwards => {
                let backwards = std::mem::take(&mut self.backwards);
                self.order = backwards.into_values().collect();
                Part::Backwards
            }
            _ => Part::Done,
        };
    }

    /// Takes in the next customer.
    pub fn meet(&mut self, customer: &Face<'_>) {
        let at = self.values.len();
        self.values.push(customer.revenue);
        if let Some(id) = customer.business_id.and_then(business_id::canonical) {
            self.by_id.entry(id.clone()).or_default().push(at);
            self.ids.insert(at, id);
        }
        let plain = Plain::of(customer.name);
        let joined = &plain.joined;
        if joined.is_empty() {
            return;
        }
        if let Some(name) = self
            .by_name
            .get(joined)
            .and_then(|it| self.names.get_mut(*it))
        {
            name.members.push(at);
            return;
        }
        let new = self.names.len();
        if plain.words.len() > 1 {
            let words = plain.in_any_order();
            self.by_words.entry(words).or_default().push(new);
        }
        if self.has_slips {
            self.backwards.insert(joined.chars().rev().collect(), new);
        }
        self.by_name.insert(joined.clone(), new);
        self.names.push(Name {
            plain,
            members: vec![at],
        });
    }

    /// Compares a name with those that follow it in the order of the part, as long as they share half
    /// of their letters.
    fn look_around(&mut self, at: usize) {
        let name = |at: usize| {
            let number = *self.order.get(at)?;
            Some((number, self.names.get(number)?))
        };
        let Some((number, one)) = name(at) else {
            return;
        };
        if near::allowed(one.plain.joined.len()) == 0 {
            return;
        }
        for next in at + 1..=at + NEIGHBOURS {
            let Some((other_number, other)) = name(next) else {
                return;
            };
            if shared(&one.plain.joined, &other.plain.joined, self.part) + 2
                < one.plain.joined.len() / 2
            {
                return;
            }
            if let Some(letters) = near::apart(&one.plain, &other.plain) {
                self.slips.push((number, other_number, letters));
            }
        }
    }

    /// The pairs found, the surest first. Each customer that may be another is in one pair, unless
    /// several speak for it; nobody is compared with themselves by way of a third.
    #[must_use]
    pub fn pairs(self) -> Vec<Pair> {
        let value = |it: usize| self.values.get(it).copied().unwrap_or_default();
        let leader = |it: &[usize]| {
            it.iter()
                .copied()
                .max_by_key(|it| (value(*it), Reverse(*it)))
        };
        let of_name = |it: usize| self.names.get(it).and_then(|it| leader(&it.members));
        let mut candidates: Vec<(Likeness, usize, usize)> = Vec::new();
        let mut star = |likeness, members: &[usize]| {
            let Some(first) = leader(members).filter(|_| members.len() > 1) else {
                return;
            };
            let others = members.iter().filter(|it| **it != first);
            candidates.extend(others.map(|it| (likeness, first, *it)));
        };
        for members in self.by_id.values() {
            star(Likeness::BusinessId, members);
        }
        for name in &self.names {
            star(Likeness::Name, &name.members);
        }
        for names in self.by_words.values().filter(|it| it.len() > 1) {
            let leaders: Vec<usize> = names.iter().filter_map(|it| of_name(*it)).collect();
            star(Likeness::WordOrder, &leaders);
        }
        for (a, b, letters) in &self.slips {
            let slip = Likeness::Slip(u8::try_from(*letters).unwrap_or(u8::MAX));
            let pair: Vec<usize> = [*a, *b].into_iter().filter_map(of_name).collect();
            star(slip, &pair);
        }
        // Two different ids that are valid are two companies, however alike their names.
        let ids = &self.ids;
        candidates.retain(|(_, a, b)| match (ids.get(a), ids.get(b)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        });
        // Then the most money first.
        candidates.sort_by_key(|(likeness, a, b)| (*likeness, Reverse(value(*b).abs()), *a, *b));
        // Those who are in one chain of pairs already need no pair of their own.
        let mut chains = Chains::default();
        candidates.retain(|(_, a, b)| chains.join(*a, *b));
        let pair = |(likeness, into, part)| Pair {
            into,
            part,
            likeness,
        };
        candidates.into_iter().map(pair).collect()
    }
}

/// Letters that two names share where they are in order: at the beginning, or at the end.
fn shared(a: &str, b: &str, part: Part) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if part == Part::Backwards {
        let both = a.iter().rev().zip(b.iter().rev());
        both.take_while(|(a, b)| a == b).count()
    } else {
        a.iter().zip(b).take_while(|(a, b)| a == b).count()
    }
}

/// Who is in one chain of pairs with whom.
#[derive(Default)]
struct Chains(BTreeMap<usize, usize>);

impl Chains {
    /// The one that stands for all in a chain.
    fn head(&self, mut of: usize) -> usize {
        while let Some(next) = self.0.get(&of) {
            of = *next;
        }
        of
    }

    /// Joins two chains; `false` where they are one already.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.head(a), self.head(b));
        if a == b {
            return false;
        }
        self.0.insert(b, a);
        true
    }
}

#[cfg(test)]
mod tests;
