//! Memos of the state that stand still while a limit is dragged.

use std::sync::Arc;

use leptos::prelude::*;

use super::breaks::Breaks;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Method, MethodKind, Sorting, TierPlan};
use crate::store::document::Model;
use crate::store::history::History;

/// With more customers than this, what counts all of them follows a limit when it rests.
const LIVE: usize = 5_000;

/// A part of the model. It is compared before it is copied: a limit that is dragged changes the model
/// with every frame, and most parts never.
pub(super) fn part<T>(model: RwSignal<Model>, of: fn(&Model) -> &T) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new_owning(move |before| {
        let model = model.read();
        let now = of(&model);
        match before {
            Some(before) if before == *now => (before, false),
            _ => (now.clone(), true),
        }
    })
}

/// Where tiers end by a method that looks at all values, `None` for others; and whether that is still
/// being looked for: meanwhile they end where they usually do. Found once, not again with every customer
/// that is moved by hand.
pub(super) fn ends(
    breaks: Breaks,
    shape: Memo<TierPlan>,
    ranking: Memo<Arc<Ranking>>,
) -> (Memo<Option<Vec<usize>>>, Memo<bool>) {
    let natural = Memo::new(move |_| match &shape.read().method {
        Method::Natural { tiers } => Some(tiers.get()),
        _ => None,
    });
    Effect::new(move |_| {
        if let Some(tiers) = natural.get() {
            breaks.ask(&ranking.read(), tiers);
        }
    });
    let of_natural = Memo::new(move |_| breaks.ends(&ranking.read(), natural.get()?));
    let is_looking = Memo::new(move |_| natural.get().is_some() && of_natural.read().is_none());
    let ends = Memo::new(move |_| {
        let (shape, ranking) = (shape.read(), ranking.read());
        let kind = shape.method.kind();
        match kind {
            MethodKind::Natural => of_natural.get().or_else(|| {
                Some(
                    MethodKind::Share
                        .usual(shape.tiers(), &ranking)
                        .ends(&ranking),
                )
            }),
            _ => kind.finds_limits().then(|| shape.method.ends(&ranking)),
        }
    });
    (ends, is_looking)
}

/// Customers in tiers as they were when the limit that is moving last rested; with few customers as they
/// are.
pub(super) fn settled(
    sorting: Memo<Arc<Sorting>>,
    history: RwSignal<History>,
    is_moving: StoredValue<bool>,
) -> Memo<Arc<Sorting>> {
    Memo::new(move |before: Option<&Arc<Sorting>>| {
        // A movement that is over is noted there.
        history.track();
        let now = sorting.get();
        let is_many = now.ends().last() > Some(&LIVE);
        match before {
            Some(before) if is_many && is_moving.get_value() => Arc::clone(before),
            _ => now,
        }
    })
}
