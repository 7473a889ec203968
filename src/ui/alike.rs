//! Looking for customers that may be one: of few a little at a time, so that the page answers meanwhile,
//! of many in a worker.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use leptos::prelude::*;

use super::beside::Beside;
use super::state::App;
use crate::browser::counting::FEW;
use crate::domain::customer::{Customer, CustomerBase, marks};
use crate::domain::duplicates::{Face, Pair, Search, Verdict, Verdicts, joined};
use crate::store::document::Model;
use crate::worker::count::{Found, Question, faces};

/// Customers looked at in one go: a few milliseconds on a slow phone.
const AT_ONCE: usize = 400;
/// Customers packed in one go, for the worker.
const PACKED: usize = 4_000;

/// The pairs of one base. A handle: it is cheap to clone.
#[derive(Clone, Debug)]
pub struct Alike(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// The customers as they were read.
    base: Arc<CustomerBase>,
    pairs: Vec<Pair>,
    /// What stands for each in the saved model, once that is asked for.
    marks: OnceLock<Vec<String>>,
}

impl PartialEq for Alike {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Alike {
    /// The pairs, the surest first.
    pub(crate) fn pairs(&self) -> &[Pair] {
        &self.0.pairs
    }

    /// How many customers were looked through.
    pub(crate) fn customers(&self) -> usize {
        self.0.base.customers.len()
    }

    /// A customer as the file has it.
    pub(crate) fn customer(&self, at: usize) -> Option<&Customer> {
        self.0.base.customers.get(at)
    }

    fn all_marks(&self) -> &[String] {
        self.0.marks.get_or_init(|| marks(&self.0.base.customers))
    }

    fn marks(&self, pair: &Pair) -> Option<(&str, &str)> {
        let mark = |at: usize| self.all_marks().get(at).map(String::as_str);
        Some((mark(pair.part)?, mark(pair.into)?))
    }

    /// What the user said of a pair.
    pub(crate) fn verdict(&self, said: &Verdicts, pair: &Pair) -> Option<Verdict> {
        // Most often, and there may be very many pairs.
        if said.is_empty() {
            return None;
        }
        let (part, into) = self.marks(pair)?;
        said.of(part, into)
    }

    /// Writes down what the user says of a pair.
    pub(crate) fn say(&self, model: &mut Model, pair: &Pair, verdict: Verdict) {
        let Some((part, into)) = self.marks(pair) else {
            return;
        };
        if verdict == Verdict::Apart {
            model.alike.keep_apart(part, into);
            return;
        }
        model.alike.join(part, into);
        let either = [into, part];
        // There may be very many pairs, and most often nothing to carry over.
        if model.exceptions.is_empty()
            && model.potentials.is_empty()
            && model.owned.is_empty()
            && model.meetings.targets.is_empty()
        {
            return;
        }
        // What was decided by hand of either goes on for both. Its own mark stays, for the day that
        // they are kept apart again.
        let Some(mark) = self.mark_of_joined(&model.alike, into) else {
            return;
        };
        carry(&mut model.exceptions, either, &mark);
        carry(&mut model.potentials, either, &mark);
        carry(&mut model.owned, either, &mark);
        carry(&mut model.meetings.targets, either, &mark);
    }

    /// The mark of the customer that this one is part of. Spellings that differ only in capitals have
    /// other marks while both are there.
    fn mark_of_joined(&self, said: &Verdicts, mark: &str) -> Option<String> {
        let after = joined(&self.0.base, said)?;
        let head = said.head(mark);
        let at = self.all_marks().iter().position(|it| it == head)?;
        let key = &self.customer(at)?.key;
        let place = after.customers.iter().position(|it| it.key == *key)?;
        marks(&after.customers).into_iter().nth(place)
    }
}

/// What is known of one of two marks is known of a third too, unless something is.
fn carry<T: Clone>(known: &mut BTreeMap<String, T>, either: [&str; 2], mark: &str) {
    let of_either = either.iter().find_map(|it| known.get(*it).cloned());
    if let Some(it) = of_either {
        known.entry(mark.to_owned()).or_insert(it);
    }
}

/// The search among the customers on the page. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Looking {
    /// Pairs of customers that may be one, once they were looked for.
    pub found: RwSignal<Option<Alike>>,
    /// Whom it is or was about.
    asked: StoredValue<Weak<CustomerBase>>,
    beside: Beside,
}

impl Looking {
    /// Nothing asked yet.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            found: RwSignal::new(None),
            asked: StoredValue::new(Weak::new()),
            beside: Beside::new(),
        }
    }

    /// Looks through the customers that were brought, unless that is done or under way.
    pub(crate) fn ask(self, app: App) {
        let base = app.brought.read().as_ref().map(|it| Arc::clone(&it.base));
        if base.as_ref().is_some_and(|it| self.is_about(it)) {
            return;
        }
        self.beside.stop();
        self.found.set(None);
        self.asked
            .set_value(base.as_ref().map(Arc::downgrade).unwrap_or_default());
        let Some(base) = base else {
            return;
        };
        if base.customers.len() <= FEW {
            self.go_on(Search::default(), 0, base);
        } else {
            self.pack(Vec::new(), 0, base);
        }
    }

    /// Packs a piece of what the worker is to know, and the next one after the page had its turn; asks
    /// when all is packed.
    fn pack(self, bytes: Vec<u8>, done: usize, base: Arc<CustomerBase>) {
        if !self.is_about(&base) {
            return;
        }
        let rest = base.customers.get(done..).unwrap_or_default();
        let bytes = faces(bytes, rest.get(..PACKED).unwrap_or(rest));
        if rest.len() > PACKED {
            let next = move || self.pack(bytes, done + PACKED, base);
            set_timeout(next, Duration::ZERO);
            return;
        }
        let then = move |found| match found {
            Some(Found::Alike(pairs)) => self.answer(base, pairs),
            // No worker: here after all.
            _ => self.go_on(Search::default(), 0, base),
        };
        self.beside.ask(Question::Alike, Some(bytes), then);
    }

    /// These are the customers asked about last.
    fn is_about(self, base: &Arc<CustomerBase>) -> bool {
        let is_it = |it: &Weak<CustomerBase>| std::ptr::eq(it.as_ptr(), Arc::as_ptr(base));
        self.asked.try_with_value(is_it) == Some(true)
    }

    /// One piece of the search, and the next one after the page had its turn.
    fn go_on(self, mut search: Search, met: usize, base: Arc<CustomerBase>) {
        if !self.is_about(&base) {
            return;
        }
        let some = base.customers.iter().skip(met).take(AT_ONCE);
        let next = some.len();
        for it in some {
            search.meet(&Face::of(it));
        }
        if next == 0 && search.go(AT_ONCE) {
            self.answer(base, search.pairs());
        } else {
            set_timeout(move || self.go_on(search, met + next, base), Duration::ZERO);
        }
    }

    fn answer(self, base: Arc<CustomerBase>, pairs: Vec<Pair>) {
        if self.is_about(&base) {
            let marks = OnceLock::new();
            let alike = Alike(Arc::new(Inner { base, pairs, marks }));
            self.found.set(Some(alike));
        }
    }
}
