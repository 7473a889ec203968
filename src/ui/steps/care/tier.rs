//! The care model of the tier at hand: read as a memo, written through the page's model.

use leptos::prelude::*;

use crate::domain::care::templates::{Rank, Trade};
use crate::domain::care::{CareModel, Question};
use crate::i18n::{Lang, reading};
use crate::samples::Sample;
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
        untrack(|| trade(self.app))
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
            .update(|model| changed(model.care_mut(self.tier), edit));
    }

    /// Changes the answer in one stroke that can be undone.
    pub(super) fn change(self, said: String, edit: impl FnOnce(&mut CareModel)) {
        self.app
            .change(said, |model| changed(model.care_mut(self.tier), edit));
    }

    /// Fills in suggestions, or says that they are read, in one stroke that can be undone.
    pub(super) fn suggest(self, said: String, edit: impl FnOnce(&mut CareModel)) {
        self.app
            .change(said, |model| edit(model.care_mut(self.tier)));
    }

    /// The user has read the suggestion and goes on.
    pub(super) fn confirm(self, question: Question) {
        if self.model.read_untracked().is_suggested(question) {
            self.app
                .model
                .update(|model| model.care_mut(self.tier).confirm(question));
        }
    }
}

/// The trade that was chosen, or the one of the sample company that is open.
pub(super) fn trade(app: App) -> Option<Trade> {
    app.model.read().trade.or_else(|| sample_trade(app))
}

/// The trade of the sample company that is open.
pub(super) fn sample_trade(app: App) -> Option<Trade> {
    let loaded = app.loaded.read();
    let source = loaded.as_ref().map(|it| it.source.as_str())?;
    let is_open = |it: &Sample| {
        Lang::ALL
            .iter()
            .any(|lang| reading::sample(*lang, *it) == source)
    };
    Sample::ALL.into_iter().find(is_open).map(|it| match it {
        Sample::Packaging => Trade::Wholesale,
        Sample::Accounting => Trade::Accounting,
        Sample::Chamber => Trade::Chamber,
    })
}

/// What the user changes is a suggestion no more.
fn changed(model: &mut CareModel, edit: impl FnOnce(&mut CareModel)) {
    if model.suggested.is_empty() {
        return edit(model);
    }
    let before = model.clone();
    edit(model);
    model.confirm_changed(&before);
}
