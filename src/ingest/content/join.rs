//! Counts over a column whose cells are read in parts, joined as if they had come one after another.

use super::{Before, Counts, ENOUGH, EXAMPLES, hash};

impl Counts {
    /// Counts over later cells of a column whose first are counted here.
    pub(in crate::ingest) fn later(&self) -> Self {
        let before = if self.is_words() {
            Before::Words
        } else {
            Before::Some
        };
        Self {
            before,
            ..Self::default()
        }
    }

    /// Goes on with counts over later cells, whose lines come after so many, where these begin the
    /// column; `None` where one after the other would have looked at other cells.
    pub(in crate::ingest) fn join(&mut self, later: &Self, lines: u32) -> Option<()> {
        if self.is_words() {
            self.filled += later.filled;
            return Some(());
        }
        let would_look = self.sample.len() + usize::try_from(later.looked_at).ok()? <= ENOUGH
            || self.balance + later.lowest >= 0;
        if later.before == Before::Words || !would_look {
            return None;
        }
        let room = ENOUGH.saturating_sub(self.sample.len());
        if room > 0 {
            self.join_few(later, room)?;
        }
        self.sample.extend(later.sample.iter().take(room));
        self.filled += later.filled;
        self.looked_at += later.looked_at;
        self.numbers += later.numbers;
        self.voids += later.voids;
        self.percents += later.percents;
        self.amount_like += later.amount_like;
        self.code_like += later.code_like;
        self.negatives += later.negatives;
        self.positives += later.positives;
        self.above_one += later.above_one;
        self.wordless += later.wordless;
        self.comma += later.comma;
        self.point += later.point;
        self.either += later.either;
        self.dates += later.dates;
        self.bare_dates += later.bare_dates;
        self.year_first += later.year_first;
        self.day += later.day;
        self.month += later.month;
        self.longest = self.longest.max(later.longest);
        self.balance += later.balance;
        let examples = [
            (&mut self.either_example, &later.either_example),
            (&mut self.either_date, &later.either_date),
        ];
        for (own, later) in examples {
            let room = EXAMPLES.saturating_sub(own.len());
            let moved = |(line, cell): &(u32, String)| (line.saturating_add(lines), cell.clone());
            own.extend(later.iter().take(room).map(moved));
        }
        for code in &later.currencies {
            if !self.currencies.contains(code) {
                self.currencies.push(code.clone());
            }
        }
        Some(())
    }

    /// All numbers but those of the sample.
    #[cfg(test)]
    pub(in crate::ingest) fn tally(&self) -> [u32; 13] {
        [
            self.looked_at,
            self.wordless,
            self.numbers,
            self.voids,
            self.amount_like,
            self.code_like,
            self.comma,
            self.point,
            self.dates + self.percents + self.either,
            self.negatives,
            self.positives,
            self.above_one,
            u32::try_from(self.longest).unwrap_or(u32::MAX),
        ]
    }

    /// The few different cells, with those among the first `room` later ones; `None` where that is not
    /// known.
    fn join_few(&mut self, later: &Self, room: usize) -> Option<()> {
        if self.are_many {
            return Some(());
        }
        if later.are_many {
            // Which of its cells made them many, it does not know any more.
            self.are_many = true;
            self.few = Vec::new();
            return (later.sample.len() <= room).then_some(());
        }
        for it in later.sample.iter().take(room) {
            if let Some(few) = later.few.iter().find(|few| hash(few) == *it) {
                self.keep_few(few);
            }
        }
        Some(())
    }
}
