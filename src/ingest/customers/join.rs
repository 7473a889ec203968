//! Customers of a file that is read in parts, joined in file order.

use super::tally::Tally;
use super::{AT_ONCE, Customers, Places, Words};
use crate::ingest::ledger::Brought;
use crate::ingest::lookup::{hash, is_same};
use crate::ingest::texts::Texts;

impl Customers {
    /// Goes on with the customers of later rows, whose lines come after so many.
    pub(in crate::ingest) fn join(&mut self, later: Self, places: &Places, lines: u32) {
        let names = &later.products.names;
        let products: Vec<u32> = (0..names.len())
            .filter_map(|it| self.products.find(names.get(it)))
            .collect();
        self.products.rows += later.products.rows;
        let renumber = |it: &mut Tally| {
            let number = it.product.checked_sub(1).map(usize::try_from);
            let here = number.and_then(|it| products.get(it.ok()?));
            it.line = it.line.saturating_add(lines);
            it.product = here.map_or(0, |it| it.saturating_add(1));
        };
        let before = self.len();
        let here = self.numbers_of(&later);
        if here.first() == Some(&before) && here.last() == Some(&(before + here.len() - 1)) {
            self.ledger.join(later.ledger, &here, &products);
            self.tallies.append(later.tallies, renumber);
            self.append((later.keys, later.names), later.words);
            return;
        }
        for (at, theirs) in later.tallies.all.iter().enumerate() {
            let Some(mine) = here.get(at).copied() else {
                continue;
            };
            let mut theirs = *theirs;
            renumber(&mut theirs);
            if mine == self.keys.len() {
                self.keys.push(later.keys.get(at));
                self.names.push(later.names.get(at));
                let tally = Tally::new(theirs.line, Self::wordless(places));
                self.tallies.all.push(tally);
            } else if let Some(only) = later.tallies.only(at) {
                let product = theirs.product.checked_sub(1);
                let theirs = Brought { product, ..only };
                let mine_only = self.tallies.only(mine);
                let both = mine_only.into_iter().chain([theirs]);
                both.for_each(|it| self.ledger.add(mine, it));
            } else if let Some(only) = self.tallies.only(mine) {
                self.ledger.add(mine, only);
            }
            self.tallies.join(mine, &later.tallies, &theirs, at);
        }
        if self.words.len() < later.words.len() {
            self.words.resize_with(later.words.len(), Words::default);
        }
        for (bit, (words, theirs)) in self.words.iter_mut().zip(later.words).enumerate() {
            // Where what they say stands here.
            let mut numbers = vec![0; theirs.said.len()];
            for (mine, number) in here.iter().zip(theirs.of) {
                let tally = self.tallies.all.get_mut(*mine);
                let tally = tally.filter(|it| it.wordless & (1 << bit) != 0);
                let number = number.checked_sub(1).map(usize::try_from);
                if let (Some(tally), Some(Ok(number))) = (tally, number)
                    && let Some(known) = numbers.get_mut(number)
                {
                    tally.wordless &= !(1 << bit);
                    if *known == 0 {
                        *known = words.number(theirs.said.get(number));
                    }
                    words.say(*mine, *known);
                }
            }
        }
        self.ledger.join(later.ledger, &here, &products);
    }

    /// Goes on with customers of whom none is here, as in a list of customers: their numbers follow, and
    /// nobody's sums change.
    fn append(&mut self, (keys, names): (Texts, Texts), words: Vec<Words>) {
        let before = self.len();
        self.keys.append(keys);
        self.names.append(names);
        if self.words.len() < words.len() {
            self.words.resize_with(words.len(), Words::default);
        }
        for (words, theirs) in self.words.iter_mut().zip(words) {
            let said = u32::try_from(words.said.len()).unwrap_or(u32::MAX);
            words.said.append(theirs.said);
            words.of.resize(before, 0);
            let number = |it: &u32| it.saturating_add(if *it == 0 { 0 } else { said });
            words.of.extend(theirs.of.iter().map(number));
        }
    }

    /// The numbers that the customers of later rows have here, or will have.
    fn numbers_of(&mut self, later: &Self) -> Vec<usize> {
        self.numbers.reserve(later.len());
        let mut all = Vec::with_capacity(later.len());
        let mut hashes = Vec::with_capacity(AT_ONCE);
        for start in (0..later.len()).step_by(AT_ONCE) {
            let some = start..later.len().min(start + AT_ONCE);
            hashes.clear();
            hashes.extend(some.clone().map(|at| hash(later.keys.get(at))));
            self.expect(&hashes);
            let (keys, numbers) = (&self.keys, &mut self.numbers);
            let found = some.zip(&hashes).map(|(at, hash)| {
                // Theirs differ among themselves: those added here are none of them.
                let is_it =
                    |it: usize| it < keys.len() && is_same(keys.get(it), later.keys.get(at));
                numbers.find_or_add(*hash, is_it).unwrap_or_else(|new| new)
            });
            all.extend(found);
        }
        all
    }
}
