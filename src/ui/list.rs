//! What the user chose in the table of customers: kept while the page is open, never saved.

use leptos::prelude::*;

use crate::domain::listing::{Chosen, Column, Only, Order};

/// The choices of the table. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct List {
    /// What it is sorted by.
    pub order: RwSignal<Order>,
    /// What it is narrowed to.
    pub filters: RwSignal<Vec<Only>>,
    /// What is searched for, as it is typed.
    pub search: RwSignal<String>,
    /// The columns, where the user chose them.
    pub columns: RwSignal<Option<Vec<Column>>>,
    /// Customers chosen for one action on all of them.
    pub chosen: RwSignal<Chosen>,
}

impl List {
    /// Nothing chosen.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            order: RwSignal::new(Order::default()),
            filters: RwSignal::new(Vec::new()),
            search: RwSignal::new(String::new()),
            columns: RwSignal::new(None),
            chosen: RwSignal::new(Chosen::default()),
        }
    }

    /// A filter is on.
    #[must_use]
    pub fn is_on(&self, filter: &Only) -> bool {
        self.filters.read().contains(filter)
    }

    /// Takes a filter on, once.
    pub fn add(&self, filter: Only) {
        self.filters.update(|all| {
            if !all.contains(&filter) {
                all.push(filter);
            }
        });
    }

    /// Takes a filter off.
    pub fn remove(&self, filter: &Only) {
        self.filters.update(|all| all.retain(|it| it != filter));
    }

    /// Shows these alone.
    pub fn show(&self, filters: Vec<Only>) {
        self.search.set(String::new());
        self.filters.set(filters);
    }
}
