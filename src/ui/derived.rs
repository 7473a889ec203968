//! What is derived of the state so that it stands still while a limit is dragged.

use std::sync::Arc;

use leptos::prelude::*;

use super::breaks::Breaks;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{Method, MethodKind, Sorting, TierPlan};
use crate::store::document::Model;
use crate::store::history::History;

/// With more customers than this, what counts all of them follows a limit when it rests.
const LIVE: usize = 5_000;

/// A part of the model. A limit that is dragged changes the model with every frame and most parts never:
/// a memo would have all that follows it asked each time whether it changed, a signal has nobody asked.
pub(super) fn part<T>(model: RwSignal<Model>, of: fn(&Model) -> &T) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let part = RwSignal::new(of(&model.read_untracked()).clone());
    // At once, so that nobody ever reads a model and a part of another.
    ImmediateEffect::new_scoped(move || {
        let changed = {
            let model = model.read();
            let now = of(&model);
            (*part.read_untracked() != *now).then(|| now.clone())
        };
        if let Some(now) = changed {
            part.set(now);
        }
    });
    part.read_only()
}

/// The plan but for limits that are dragged, told as [`part`] tells.
pub(super) fn at_rest(plan: ReadSignal<TierPlan>) -> ReadSignal<TierPlan> {
    let shape = RwSignal::new(plan.read_untracked().at_rest());
    ImmediateEffect::new_scoped(move || {
        let now = plan.read().at_rest();
        if *shape.read_untracked() != now {
            shape.set(now);
        }
    });
    shape.read_only()
}

/// Where tiers end by a method that looks at all values, `None` for others; and whether that is still
/// being looked for: meanwhile they end where they usually do. Found once, not again with every customer
/// that is moved by hand.
pub(super) fn ends(
    breaks: Breaks,
    shape: ReadSignal<TierPlan>,
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
        // A movement that is over is noted there; until then the sorting is not even followed.
        history.track();
        let resting = before.filter(|it| is_moving.get_value() && it.ends().last() > Some(&LIVE));
        resting.map_or_else(|| sorting.get(), Arc::clone)
    })
}
