//! Natural breaks: of few customers found at once, of many in a worker while the page goes on.

use std::sync::Arc;

use leptos::prelude::*;

use super::beside::Beside;
use crate::browser::counting::FEW;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::MethodKind;
use crate::worker::count::{Found, Question, packed};

/// These customers in so many tiers.
#[derive(Clone, Debug)]
struct Asked {
    ranking: Arc<Ranking>,
    tiers: usize,
}

impl Asked {
    fn is(&self, ranking: &Arc<Ranking>, tiers: usize) -> bool {
        self.tiers == tiers && Arc::ptr_eq(&self.ranking, ranking)
    }

    /// Where the tiers end.
    fn ends(&self) -> Vec<usize> {
        let method = MethodKind::Natural.usual(self.tiers, &self.ranking);
        method.ends(&self.ranking)
    }
}

/// The breaks of the customers on the page. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Breaks {
    /// What was found last, of many customers.
    found: RwSignal<Option<(Asked, Vec<usize>)>>,
    asked: StoredValue<Option<Asked>>,
    beside: Beside,
}

impl Breaks {
    /// Nothing asked yet.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            found: RwSignal::new(None),
            asked: StoredValue::new(None),
            beside: Beside::new(),
        }
    }

    /// Where the tiers end; `None` until that is found: [`Self::ask`] for it.
    #[must_use]
    pub fn ends(self, ranking: &Arc<Ranking>, tiers: usize) -> Option<Vec<usize>> {
        if ranking.len() <= FEW {
            let ranking = Arc::clone(ranking);
            return Some(Asked { ranking, tiers }.ends());
        }
        let found = self.found.read();
        let (asked, ends) = found.as_ref()?;
        asked.is(ranking, tiers).then(|| ends.clone())
    }

    /// Asks for them, where they are not found at once; what is asked already goes on.
    pub fn ask(self, ranking: &Arc<Ranking>, tiers: usize) {
        let is_same = |it: &Option<Asked>| it.as_ref().is_some_and(|it| it.is(ranking, tiers));
        if ranking.len() <= FEW || self.asked.with_value(is_same) {
            return;
        }
        let ranking = Arc::clone(ranking);
        let asked = Asked { ranking, tiers };
        self.asked.set_value(Some(asked.clone()));
        let values = packed(asked.ranking.values());
        self.beside
            .ask(Question::Breaks(tiers), values, move |found| {
                let ends = match found {
                    Some(Found::Breaks(ends)) => ends,
                    _ => asked.ends(),
                };
                self.found.set(Some((asked, ends)));
            });
    }
}
