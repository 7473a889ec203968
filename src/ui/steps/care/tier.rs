//! The care model of the tier at hand: read as a memo, written through the page's model.

use leptos::prelude::*;

use crate::domain::care::CareModel;
use crate::domain::care::templates::{Rank, Trade};
use crate::i18n::Lang;
use crate::ui::state::{App, use_app};

/// One tier of the page's model. A handle: copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct TierCare {
    /// The page.
    pub(super) app: App,
    /// Its language.
    pub(super) lang: Lang,
    /// The tier, from 0; always one of the plan's.
    pub(super) tier: usize,
    /// Its care model.
    pub(super) model: Memo<CareModel>,
}

impl TierCare {
    /// The tier with this number, or the last one of a shorter plan.
    pub(super) fn new(tier: usize) -> Self {
        let app = use_app();
        let tiers = app.plan.read_untracked().tiers();
        let tier = tier.min(tiers.saturating_sub(1));
        Self {
            app,
            lang: app.lang.get_untracked(),
            tier,
            model: Memo::new(move |_| app.care.read().get(tier).cloned().unwrap_or_default()),
        }
    }

    /// Its name.
    pub(super) fn name(self) -> String {
        self.app.tier_name(self.tier)
    }

    /// Its place among the tiers, for examples.
    pub(super) fn rank(self) -> Rank {
        Rank::of(self.tier, self.app.plan.read_untracked().tiers())
    }

    /// The trade examples are taken from.
    pub(super) fn trade(self) -> Option<Trade> {
        self.app.model.read_untracked().trade
    }

    /// Customers in it, where they are known.
    pub(super) fn customers(self) -> Option<usize> {
        self.app
            .has_customers()
            .then(|| self.app.counts.read().get(self.tier).copied())
            .flatten()
    }

    /// Changes the answer as the user types.
    pub(super) fn edit(self, edit: impl FnOnce(&mut CareModel)) {
        self.app
            .model
            .update(|model| edit(model.care_mut(self.tier)));
    }

    /// Changes the answer in one stroke that can be undone.
    pub(super) fn change(self, said: String, edit: impl FnOnce(&mut CareModel)) {
        self.app
            .change(said, |model| edit(model.care_mut(self.tier)));
    }
}
