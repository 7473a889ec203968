//! Finding pairs: in pieces, so that a page stays responsive, and without comparing all with all.
//!
//! Equal keys meet where they are in order. Names a slip apart share their beginning or their end, so they
//! stand close together in the order of names read forwards or backwards.

use std::cmp::Reverse;

use super::index::{groups, in_order, sorted};
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
    let mut search = Search::default();
    for customer in customers {
        search.meet(&Face::of(customer));
    }
    while !search.go(usize::MAX) {}
    search.pairs()
}

/// A search under way; at first it has met nobody.
#[derive(Debug, Default)]
pub struct Search {
    part: Part,
    /// Where the part is.
    at: usize,
    /// How much each customer brings.
    values: Vec<Money>,
    /// Valid business ids, with who has them.
    ids: Vec<(String, usize)>,
    /// Names in one word, with who has them.
    joined: Vec<(String, usize)>,
    /// The words of each customer's name.
    words: Vec<Vec<String>>,
    /// Names that differ, in order.
    names: Vec<Name>,
    /// Names in the order of the part.
    order: Vec<usize>,
    /// Two names and how many letters they differ by.
    slips: Vec<(usize, usize, usize)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
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
    /// Takes in the next customer.
    pub fn meet(&mut self, customer: &Face<'_>) {
        let at = self.values.len();
        self.values.push(customer.revenue);
        if let Some(id) = customer.business_id.and_then(business_id::canonical) {
            self.ids.push((id, at));
        }
        let Plain { words, joined } = Plain::of(customer.name);
        self.words.push(words);
        if !joined.is_empty() {
            self.joined.push((joined, at));
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
            Part::Meeting => {
                self.name();
                if self.values.len() <= MOST_FOR_SLIPS {
                    self.order = (0..self.names.len()).collect();
                    Part::Forwards
                } else {
                    Part::Done
                }
            }
            Part::Forwards => {
                let backwards = |it: &Name| it.plain.joined.chars().rev().collect();
                let backwards = self.names.iter().map(backwards).zip(0..);
                self.order = in_order(backwards.collect())
                    .into_iter()
                    .map(|it| it.1)
                    .collect();
                Part::Backwards
            }
            Part::Backwards | Part::Done => Part::Done,
        };
    }

    /// Names that differ, each with those who have it.
    fn name(&mut self) {
        for (joined, at) in in_order(std::mem::take(&mut self.joined)) {
            match self.names.last_mut() {
                Some(name) if name.plain.joined == joined => name.members.push(at),
                _ => {
                    let words = self.words.get_mut(at).map(std::mem::take);
                    let words = words.unwrap_or_default();
                    self.names.push(Name {
                        plain: Plain { words, joined },
                        members: vec![at],
                    });
                }
            }
        }
        self.words = Vec::new();
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
        // The surest first, then the most money.
        let mut candidates: Vec<(Likeness, Reverse<Money>, usize, usize)> = Vec::new();
        let mut star = |likeness, members: &[usize]| {
            let Some(first) = leader(members).filter(|_| members.len() > 1) else {
                return;
            };
            let others = members.iter().filter(|it| **it != first);
            candidates.extend(others.map(|it| (likeness, Reverse(value(*it).abs()), first, *it)));
        };
        // Two different ids that are valid are two companies, however alike their names.
        let mut id_of = vec![0; self.values.len()];
        let numbered = groups(self.ids).into_iter().zip(1..);
        for (members, number) in numbered {
            star(Likeness::BusinessId, &members);
            for it in members {
                if let Some(it) = id_of.get_mut(it) {
                    *it = number;
                }
            }
        }
        for name in &self.names {
            star(Likeness::Name, &name.members);
        }
        let several = self.names.iter().zip(0..);
        let several = several.filter(|(it, _)| it.plain.words.len() > 1);
        let ordered = several.map(|(it, at)| (it.plain.in_any_order(), at));
        for names in groups(ordered.collect()) {
            let leaders: Vec<usize> = names.into_iter().filter_map(of_name).collect();
            star(Likeness::WordOrder, &leaders);
        }
        for (a, b, letters) in &self.slips {
            let slip = Likeness::Slip(u8::try_from(*letters).unwrap_or(u8::MAX));
            let pair: Vec<usize> = [*a, *b].into_iter().filter_map(of_name).collect();
            star(slip, &pair);
        }
        let id = |it: usize| id_of.get(it).copied().unwrap_or(0);
        candidates.retain(|(_, _, a, b)| id(*a) == 0 || id(*b) == 0 || id(*a) == id(*b));
        // Those who are in one chain of pairs already need no pair of their own.
        let mut chains = Chains((0..self.values.len()).collect());
        let mut candidates = sorted(candidates);
        candidates.retain(|(_, _, a, b)| chains.join(*a, *b));
        let pair = |(likeness, _, into, part)| Pair {
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

/// Who is in one chain of pairs with whom: for each the next, up to the one that stands for all.
struct Chains(Vec<usize>);

impl Chains {
    /// The one that stands for all in a chain.
    fn head(&self, mut of: usize) -> usize {
        while let Some(next) = self.0.get(of).filter(|it| **it != of) {
            of = *next;
        }
        of
    }

    /// Joins two chains; `false` where they are one already.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.head(a), self.head(b));
        if let Some(next) = self.0.get_mut(b) {
            *next = a;
        }
        a != b
    }
}

#[cfg(test)]
mod tests;
