//! Customers of a file that is read in parts, joined in file order.

use std::borrow::Cow;

use super::{Customers, Places, Words};

impl Customers {
    /// Goes on with the customers of later rows, whose lines come after so many.
    pub(in crate::ingest) fn join(&mut self, later: Self, places: &Places, lines: u32) {
        let names = &later.products.names;
        let products: Vec<u32> = (0..names.len())
            .filter_map(|it| self.products.find(names.get(it)))
            .collect();
        self.products.rows += later.products.rows;
        let mut here = Vec::with_capacity(later.keys.len());
        for (at, mut theirs) in later.tallies.into_iter().enumerate() {
            if let Some(it) = theirs.product.checked_sub(1) {
                let number = usize::try_from(it).ok().and_then(|it| products.get(it));
                theirs.product = number.map_or(0, |it| it.saturating_add(1));
            }
            let line = theirs.line.saturating_add(lines);
            let name = || Cow::Borrowed(later.names.get(at));
            let mine = self.find(places, line, later.keys.get(at), name);
            here.push(mine);
            if let Some(sums) = self.tallies.get_mut(mine) {
                if sums.rows > 0 {
                    let both = [sums.only(), theirs.only()];
                    (both.into_iter().flatten()).for_each(|it| self.ledger.add(mine, it));
                }
                sums.join(&theirs);
            }
        }
        if self.words.len() < later.words.len() {
            self.words.resize_with(later.words.len(), Words::default);
        }
        for (bit, (words, theirs)) in self.words.iter_mut().zip(later.words).enumerate() {
            for (word, at) in theirs.of.into_iter().enumerate() {
                let Some(mine) = here.get(at).copied() else {
                    continue;
                };
                let sums = self.tallies.get_mut(mine);
                if let Some(sums) = sums.filter(|it| it.wordless & (1 << bit) != 0) {
                    sums.wordless &= !(1 << bit);
                    words.said.push(theirs.said.get(word));
                    words.of.push(mine);
                }
            }
        }
        self.ledger.join(later.ledger, &here, &products);
    }
}
