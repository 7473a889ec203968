//! Moving a limit: live while it moves, one step of undo for the whole movement.

use leptos::prelude::*;

use crate::browser::timer::Timer;
use crate::domain::money::Money;
use crate::domain::tiers::{LimitError, Method, TierPlan};
use crate::i18n::{explain, format};
use crate::store::document::Model;
use crate::t;
use crate::ui::state::App;

/// Milliseconds of quiet after which a movement is over: then it is told and can be undone.
const QUIET: i32 = 400;

/// The movement of a limit in the making, by pointer, key or typing. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct LimitEdit {
    app: App,
    /// The model before the movement began; `None` while nothing moves.
    before: StoredValue<Option<Model>>,
    quiet: StoredValue<Option<Timer>, LocalStorage>,
    /// Where the limit stood when its handle was taken or focused: what Escape goes back to.
    origin: StoredValue<u16>,
    /// The limit under the pointer.
    pub(crate) dragged: RwSignal<Option<usize>>,
    /// A key is down: the pause before it repeats may be longer than the quiet after a movement.
    is_key_down: StoredValue<bool>,
}

impl LimitEdit {
    /// No movement yet.
    pub(crate) fn new(app: App) -> Self {
        // A step that is left while a limit moves ends the movement.
        on_cleanup(move || {
            if app.is_moving.get_value() {
                app.is_moving.set_value(false);
                app.note();
            }
        });
        Self {
            app,
            before: StoredValue::new(None),
            quiet: StoredValue::new_local(None),
            origin: StoredValue::new(0),
            dragged: RwSignal::new(None),
            is_key_down: StoredValue::new(false),
        }
    }

    /// Moves the limit at `at` to so many basis points; neighbours stop it.
    pub(crate) fn set(&self, at: usize, basis_points: u16) {
        let plan = self.app.plan.read_untracked();
        let is_moved = plan
            .method
            .cuts()
            .is_some_and(|it| it.moved(at, basis_points) != *it);
        drop(plan);
        if is_moved {
            self.change(at, |plan| plan.move_cut(at, basis_points));
        }
    }

    /// Sets the limit in money at `at`.
    pub(crate) fn set_amount(&self, at: usize, amount: Money) -> Result<(), LimitError> {
        let plan = self.app.plan.read_untracked();
        let Method::Amounts { limits } = &plan.method else {
            return Ok(());
        };
        let limits = limits.with(at, amount)?;
        drop(plan);
        self.change(at, |plan| plan.method = Method::Amounts { limits });
        Ok(())
    }

    fn change(&self, at: usize, edit: impl FnOnce(&mut TierPlan)) {
        self.app.is_moving.set_value(true);
        self.before.update_value(|before| {
            before.get_or_insert_with(|| self.app.model.get_untracked());
        });
        self.app.model.update(|model| edit(&mut model.plan));
        // Under the pointer it goes on until that lets go.
        if self.dragged.get_untracked().is_none() {
            self.settle(at);
        }
    }

    /// Where the limit at `at` stands, in basis points.
    pub(crate) fn get(&self, at: usize) -> u16 {
        let plan = self.app.plan.read_untracked();
        plan.method.cut(at).unwrap_or_default()
    }

    /// A key that moves the limit at `at` is down.
    pub(crate) fn hold_key(&self) {
        self.is_key_down.set_value(true);
    }

    /// The key is up, or the limit has lost the focus and will not hear of it.
    pub(crate) fn release_key(&self, at: usize) {
        // A handle that has the focus loses it when its step is left: by then this is gone.
        if self.is_key_down.try_get_value() == Some(true) {
            self.is_key_down.set_value(false);
            self.settle(at);
        }
    }

    /// The movement is over once nothing has moved for a moment and pointer and key have let go.
    pub(crate) fn settle(&self, at: usize) {
        let this = *self;
        let finish = move || {
            if this.dragged.get_untracked().is_none() && !this.is_key_down.get_value() {
                this.finish(at);
            }
        };
        self.quiet.set_value(Timer::after(QUIET, finish));
    }

    /// Remembers where the limit at `at` stands, for [`Self::restore`].
    pub(crate) fn begin(&self, at: usize) {
        self.origin.set_value(self.get(at));
    }

    /// Back to where the limit stood when its handle was taken or focused.
    pub(crate) fn restore(&self, at: usize) {
        self.dragged.set(None);
        self.set(at, self.origin.get_value());
        self.settle(at);
    }

    fn finish(&self, at: usize) {
        let before = self.before.try_update_value(Option::take).flatten();
        self.app.is_moving.set_value(false);
        // A movement that came back to where it began is none.
        if let Some(before) = before.filter(|it| *it != *self.app.model.read_untracked()) {
            self.app.offer_undo(said(self.app, at), before);
        } else {
            self.app.note();
        }
    }
}

/// What a moved limit now means.
fn said(app: App, at: usize) -> String {
    let lang = app.lang.get_untracked();
    let tier = untrack(|| app.tier_name(at));
    let plan = app.plan.read_untracked();
    let (n, share) = app.sorting.with_untracked(|sorting| {
        let tier = sorting.tiers().get(at).cloned().unwrap_or_default();
        let total = app.ranking.with_untracked(|it| it.total());
        (tier.by_rule.0, tier.by_rule.1.share_of(total))
    });
    let share = format::share(lang, share, 0);
    if let Method::Amounts { limits } = &plan.method {
        let amount = limits.as_slice().get(at).copied().unwrap_or_default();
        let limit = format::money(lang, amount, &app.currency.read_untracked());
        return t!(
            lang,
            sort_amount_moved,
            tier = tier,
            limit = limit,
            n = n,
            share = share
        );
    }
    let limit = explain::limit(lang, plan.method.cut(at).unwrap_or_default());
    t!(
        lang,
        sort_limit_moved,
        tier = tier,
        limit = limit,
        n = n,
        share = share
    )
}
