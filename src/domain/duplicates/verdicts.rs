//! What the user said of customers that look alike, by their marks.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// What the user said of two customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are the same customer.
    Same,
    /// They are two.
    Apart,
}

/// All that was said. Customers are known by [`crate::domain::customer::marks`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Verdicts {
    /// Who is joined to whom.
    same: BTreeMap<String, String>,
    /// Pairs that are two, each with the smaller mark first.
    apart: BTreeSet<(String, String)>,
}

impl Verdicts {
    /// Nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.apart.is_empty()
    }

    /// The marks that others are joined to.
    pub fn heads(&self) -> impl Iterator<Item = &str> {
        self.same.values().map(|it| self.head(it))
    }

    /// The mark that a customer is known by after all joining: its own where it is joined to nobody.
    #[must_use]
    pub fn head<'m>(&'m self, mark: &'m str) -> &'m str {
        let mut head = mark;
        // A document mended by hand may go in a circle.
        for _ in 0..=self.same.len() {
            match self.same.get(head) {
                Some(next) => head = next,
                None => return head,
            }
        }
        mark
    }

    /// What was said of two, directly or by way of others.
    #[must_use]
    pub fn of(&self, a: &str, b: &str) -> Option<Verdict> {
        if self.head(a) == self.head(b) {
            Some(Verdict::Same)
        } else {
            let is_apart = self.apart.contains(&pair(a, b));
            is_apart.then_some(Verdict::Apart)
        }
    }

    /// `part` and `into` are the same customer, which goes on as `into`.
    pub fn join(&mut self, part: &str, into: &str) {
        self.apart.remove(&pair(part, into));
        let (part, into) = (self.head(part).to_owned(), self.head(into).to_owned());
        if part != into {
            self.same.insert(part, into);
        }
    }

    /// They are two customers.
    pub fn keep_apart(&mut self, part: &str, into: &str) {
        self.part(part, into);
        self.apart.insert(pair(part, into));
    }

    /// Nothing is said of them any more.
    pub fn forget(&mut self, part: &str, into: &str) {
        self.part(part, into);
        self.apart.remove(&pair(part, into));
    }

    /// Undoes whatever joins two: first their own bond, then those of the part.
    fn part(&mut self, part: &str, into: &str) {
        for (from, to) in [(part, into), (into, part)] {
            if self.same.get(from).is_some_and(|it| it == to) {
                self.same.remove(from);
            }
        }
        while self.head(part) == self.head(into) {
            if self.same.remove(part).is_none() && self.same.remove(into).is_none() {
                return;
            }
        }
    }

    /// Without what a document mended by hand can break: circles.
    #[must_use]
    pub fn mended(mut self) -> Self {
        let marks: Vec<String> = self.same.keys().cloned().collect();
        for mark in marks {
            if self.head(&mark) == mark {
                self.same.remove(&mark);
            }
        }
        self
    }
}

fn pair(a: &str, b: &str) -> (String, String) {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    (a.to_owned(), b.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_two_can_be_said_otherwise() {
        let mut said = Verdicts::default();
        assert_eq!(said.of("a", "b"), None);
        said.join("b", "a");
        assert_eq!(
            (said.of("a", "b"), said.head("b")),
            (Some(Verdict::Same), "a")
        );
        said.keep_apart("b", "a");
        assert_eq!(
            (said.of("b", "a"), said.head("b")),
            (Some(Verdict::Apart), "b")
        );
        said.join("a", "b");
        assert_eq!(
            (said.of("a", "b"), said.head("a")),
            (Some(Verdict::Same), "b")
        );
        said.forget("b", "a");
        assert!(said.is_empty());
    }

    #[test]
    fn a_third_is_joined_to_the_one_that_the_second_is() {
        let mut said = Verdicts::default();
        said.join("b", "a");
        said.join("c", "b");
        assert_eq!(
            (said.head("c"), said.of("a", "c")),
            ("a", Some(Verdict::Same))
        );
        said.keep_apart("c", "a");
        assert_eq!(said.of("a", "c"), Some(Verdict::Apart));
        assert_eq!(
            said.of("a", "b"),
            Some(Verdict::Same),
            "the others stay joined"
        );
    }

    #[test]
    fn two_that_a_third_joins_can_be_kept_apart() {
        let mut said = Verdicts::default();
        said.join("b", "a");
        said.join("c", "a");
        said.keep_apart("b", "c");
        assert_eq!(said.of("b", "c"), Some(Verdict::Apart));
    }

    #[test]
    fn a_circle_in_a_document_mended_by_hand_joins_nobody() {
        let text = r#"{"same":{"a":"b","b":"a","c":"c","d":"e"},"apart":[]}"#;
        let said: Verdicts = serde_json::from_str(text).unwrap();
        let said = said.mended();
        assert_eq!((said.head("c"), said.head("d")), ("c", "e"));
        assert!(said.same.len() <= 2);
    }
}
