//! What the user chose to look at in See: kept while the page is open, never saved.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::App;
use crate::domain::amount::Amount;
use crate::domain::periods::Basis;
use crate::domain::ranking::Ranking;

/// The choices of See. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Look {
    /// The amount that is drawn, where the file has it.
    pub amount: RwSignal<Amount>,
    /// The Lorenz curve instead of the largest first.
    pub is_lorenz: RwSignal<bool>,
    /// Companies of one group count as one.
    pub is_grouped: RwSignal<bool>,
    /// What two periods are told apart by, where the file has it; `None` is the first that it has.
    pub basis: RwSignal<Option<Basis>>,
}

impl Look {
    /// Nothing chosen.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            amount: RwSignal::new(Amount::Revenue),
            is_lorenz: RwSignal::new(false),
            is_grouped: RwSignal::new(false),
            basis: RwSignal::new(None),
        }
    }
}

/// The amount on screen and the customers by it.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    /// Amounts that the file has.
    pub(crate) offered: Memo<Vec<Amount>>,
    /// The one that is drawn.
    pub(crate) amount: Memo<Amount>,
    /// Customers by it.
    pub(crate) ranking: Memo<Arc<Ranking>>,
}

impl Seen {
    /// What is seen of the customers on the page.
    pub(crate) fn new(app: App) -> Self {
        let offered = Memo::new(move |_| {
            let loaded = app.loaded.read();
            (loaded.as_ref()).map_or_else(Vec::new, |it| Amount::found(&it.base))
        });
        let amount = Memo::new(move |_| {
            let wanted = app.look.amount.get();
            if offered.read().contains(&wanted) {
                wanted
            } else {
                Amount::Revenue
            }
        });
        let ranking = Memo::new(move |_| {
            let amount = amount.get();
            let loaded = app.loaded.read();
            match loaded.as_ref() {
                Some(it) if amount != Amount::Revenue => {
                    Arc::new(Ranking::new(&amount.values(&it.base)))
                }
                _ => app.ranking.get(),
            }
        });
        Self {
            offered,
            amount,
            ranking,
        }
    }
}
