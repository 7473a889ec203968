//! The customers that the table lists: each column put in order once, filters and search in one pass.

use std::sync::Arc;

use leptos::prelude::*;

use super::sort_cell::Cell;
use crate::browser::clock;
use crate::domain::customer::CustomerBase;
use crate::domain::listing::{Column, Facts, Only, Places, View, by_value, ordered, select};
use crate::domain::tiers::potential::potentials;
use crate::domain::tiers::{MethodKind, Potential, Sorting};
use crate::i18n::collate;
use crate::ui::state::App;

/// What the table shows. A handle: copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Listed {
    /// The columns that the file fills.
    pub(crate) found: Memo<Vec<Column>>,
    /// Those of them that are shown.
    pub(crate) columns: Memo<Vec<Column>>,
    /// Filters that still mean something.
    pub(crate) filters: Memo<Vec<Only>>,
    /// The customers, in order.
    pub(crate) list: Memo<Arc<Vec<usize>>>,
    /// The potential of everybody.
    pub(crate) potentials: Memo<Arc<Vec<Potential>>>,
    /// The cell that keys act on.
    pub(crate) active: RwSignal<Cell>,
}

impl Listed {
    /// What is listed of the customers on the page.
    pub(crate) fn new(app: App) -> Self {
        let found = Memo::new(move |_| Column::found(&base(app).customers));
        let columns = Memo::new(move |_| columns(app, &found.read()));
        let filters = Memo::new(move |_| {
            let tiers = app.shape.read().tiers();
            let is_there = |it: &Only| !matches!(it, Only::Tier(at) if *at >= tiers);
            let mut filters = app.list.filters.get();
            filters.retain(is_there);
            filters
        });
        let potentials =
            Memo::new(move |_| Arc::new(potentials(&base(app).customers, &app.typed.read())));
        // The rows in view follow a limit while it moves; which they are may wait until it rests.
        let sorting = app.settled;
        let places = Column::ALL.map(|it| Memo::new(move |_| places(app, sorting, potentials, it)));
        let by_value = Memo::new(move |_| Arc::new(by_value(&app.ranking.read())));
        let in_order = Memo::new(move |_| {
            let places = |column| {
                let at = Column::ALL.iter().position(|it| *it == column);
                let places = at.and_then(|it| places.get(it));
                places.map(|it| it.get()).unwrap_or_default()
            };
            Arc::new(ordered(&by_value.read(), &app.list.order.read(), places))
        });
        let texts = Memo::new(move |_| {
            let base = base(app);
            Arc::new(base.customers.iter().map(text_of).collect::<Vec<_>>())
        });
        let list = Memo::new(move |_| {
            let filters = filters.read();
            // Followed only where they matter, so that a moved limit lists nobody anew.
            let sorting = if filters.iter().any(Only::follows_tiers) {
                sorting.get()
            } else {
                sorting.get_untracked()
            };
            let needle = collate::fold(app.list.search.read().trim());
            let texts = if needle.is_empty() {
                Arc::default()
            } else {
                texts.get()
            };
            let base = base(app);
            let view = View {
                customers: &base.customers,
                ranking: &app.ranking.read(),
                sorting: &sorting,
                exceptions: &app.exceptions.read(),
                today: clock::today(),
            };
            Arc::new(select(&in_order.read(), &filters, &needle, &texts, view))
        });
        Self {
            found,
            columns,
            filters,
            list,
            potentials,
            active: RwSignal::new(Cell::default()),
        }
    }

    /// The customer of a row of the grid, in which the heading is row 0.
    pub(crate) fn customer(&self, row: usize) -> Option<usize> {
        self.list.read_untracked().get(row.checked_sub(1)?).copied()
    }
}

/// The customers; none before a file is read.
pub(super) fn base(app: App) -> Arc<CustomerBase> {
    let loaded = app.loaded.read();
    loaded
        .as_ref()
        .map(|it| Arc::clone(&it.base))
        .unwrap_or_default()
}

/// The columns that are shown: what the user chose, else the usual ones.
fn columns(app: App, found: &[Column]) -> Vec<Column> {
    let chosen = app.list.columns.read();
    // Where it decides it is seen, and typed.
    let of_potential = app.shape.read().method.kind() == MethodKind::Matrix;
    let is_shown = |it: &Column| match chosen.as_ref() {
        Some(chosen) => chosen.contains(it),
        None => it.is_usual() || (*it == Column::Potential && of_potential),
    };
    found.iter().copied().filter(is_shown).collect()
}

fn places(
    app: App,
    sorting: Memo<Arc<Sorting>>,
    potentials: Memo<Arc<Vec<Potential>>>,
    column: Column,
) -> Arc<Places> {
    let base = base(app);
    let sorting = if column.follows_tiers() {
        sorting.get()
    } else {
        sorting.get_untracked()
    };
    let potentials = match column {
        Column::Potential => potentials.get(),
        _ => Arc::default(),
    };
    let facts = Facts {
        customers: &base.customers,
        ranking: &app.ranking.read(),
        sorting: &sorting,
        plan: &app.plan.read_untracked(),
        potentials: &potentials,
    };
    let lang = app.lang.get_untracked();
    Arc::new(facts.places(column, |it| collate::sort_key(lang, it)))
}

/// What search looks in: the name, and the numbers that a customer is known by.
fn text_of(customer: &crate::domain::customer::Customer) -> String {
    let mut text = collate::fold(&customer.name);
    if customer.key != customer.name {
        text.push('\n');
        text.push_str(&collate::fold(&customer.key));
    }
    if let Some(id) = &customer.business_id {
        text.push('\n');
        text.push_str(&collate::fold(id));
    }
    text
}
