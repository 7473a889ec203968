//! Looking for customers that may be one: a little at a time, so that the page answers meanwhile.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::state::App;
use crate::domain::customer::{Customer, CustomerBase, marks};
use crate::domain::duplicates::{Pair, Search, Verdict, Verdicts, joined};
use crate::store::document::Model;

/// Customers looked at in one go: a few milliseconds on a slow phone.
const AT_ONCE: usize = 400;

/// The pairs of one base. A handle: it is cheap to clone.
#[derive(Clone, Debug)]
pub struct Alike(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// The customers as they were read.
    base: Arc<CustomerBase>,
    /// What stands for each in the saved model.
    marks: Vec<String>,
    pairs: Vec<Pair>,
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

    fn marks(&self, pair: &Pair) -> Option<(&str, &str)> {
        let mark = |at: usize| self.0.marks.get(at).map(String::as_str);
        Some((mark(pair.part)?, mark(pair.into)?))
    }

    /// What the user said of a pair.
    pub(crate) fn verdict(&self, said: &Verdicts, pair: &Pair) -> Option<Verdict> {
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
        // What was decided by hand of either goes on for both. Its own mark stays, for the day that
        // they are kept apart again.
        let Some(mark) = self.mark_of_joined(&model.alike, into) else {
            return;
        };
        let either = [into, part];
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
        let at = self.0.marks.iter().position(|it| it == head)?;
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

/// Looks through the customers on the page, unless that is done or under way.
pub(crate) fn look(app: App) {
    let Some(base) = app.brought.read().as_ref().map(|it| Arc::clone(&it.base)) else {
        app.alike.set(None);
        return;
    };
    let known = app.alike.read_untracked();
    if known
        .as_ref()
        .is_some_and(|it| Arc::ptr_eq(&it.0.base, &base))
    {
        return;
    }
    drop(known);
    app.alike.set(None);
    let search = Search::new(&base.customers);
    go_on(app, base, search);
}

/// One piece of the search, and the next one after the page had its turn.
fn go_on(app: App, base: Arc<CustomerBase>, mut search: Search) {
    let is_still_there = {
        let brought = app.brought.read_untracked();
        brought
            .as_ref()
            .is_some_and(|it| Arc::ptr_eq(&it.base, &base))
    };
    if !is_still_there {
        return;
    }
    if search.go(&base.customers, AT_ONCE) {
        let pairs = search.pairs(&base.customers);
        let marks = if pairs.is_empty() {
            Vec::new()
        } else {
            marks(&base.customers)
        };
        app.alike
            .set(Some(Alike(Arc::new(Inner { base, marks, pairs }))));
    } else {
        set_timeout(move || go_on(app, base, search), Duration::ZERO);
    }
}
