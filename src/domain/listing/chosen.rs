//! Rows chosen for one action on all of them.

use std::collections::BTreeSet;

/// Customers that are chosen, by index. They stay chosen while the list is sorted and searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    customers: BTreeSet<usize>,
    /// The row where a run of rows begins and the one that it reaches, while the list stays as it is.
    run: Option<(usize, usize)>,
}

impl Chosen {
    /// The customers, rising.
    #[must_use]
    pub fn customers(&self) -> &BTreeSet<usize> {
        &self.customers
    }

    /// A customer is chosen.
    #[must_use]
    pub fn has(&self, customer: usize) -> bool {
        self.customers.contains(&customer)
    }

    /// Chooses the customer of a row, or no longer; a run may begin here.
    pub fn toggle(&mut self, list: &[usize], row: usize) {
        let Some(customer) = list.get(row) else {
            return;
        };
        if !self.customers.remove(customer) {
            self.customers.insert(*customer);
        }
        self.run = Some((row, row));
    }

    /// Chooses all rows from where the run began, or from `from` where none did, up to `to`; rows that
    /// the run reached before and no longer does are let go.
    pub fn reach(&mut self, list: &[usize], from: usize, to: usize) {
        let (start, before) = self.run.unwrap_or((from, from));
        for customer in between(list, start, before) {
            self.customers.remove(customer);
        }
        self.customers.extend(between(list, start, to));
        self.run = Some((start, to));
    }

    /// Chooses everybody in the list; if all of them are, lets them go.
    pub fn toggle_all(&mut self, list: &[usize]) {
        if self.has_all(list) {
            for customer in list {
                self.customers.remove(customer);
            }
        } else {
            self.customers.extend(list);
        }
        self.run = None;
    }

    /// Everybody in the list is chosen, and there is somebody.
    #[must_use]
    pub fn has_all(&self, list: &[usize]) -> bool {
        !list.is_empty()
            && self.customers.len() >= list.len()
            && list.iter().all(|it| self.customers.contains(it))
    }

    /// The list is another one: a run of its rows means nothing now.
    pub fn end_run(&mut self) {
        self.run = None;
    }
}

/// The customers of rows between two, both counted, whichever is first.
fn between(list: &[usize], one: usize, other: usize) -> &[usize] {
    let end = one.max(other).saturating_add(1).min(list.len());
    list.get(one.min(other)..end).unwrap_or_default()
}
