//! Several models on one device: opened, begun, copied, named, deleted, forgotten.

use leptos::prelude::*;

use super::{Desk, Notice, Saved, open};
use crate::browser::{clock, storage};
use crate::store::document::Model;
use crate::store::shelf::{self, Found, KeyValue, SaveError};

impl Desk {
    /// Opens another saved model; what is on screen is saved first.
    pub(crate) fn open(&self, id: &str) {
        if self.is_changed() {
            self.save_now();
        }
        let found = shelf::find(&storage::place(), id);
        let (saved, notice) = open(id.to_owned(), found);
        self.show(saved, notice);
        self.set_current(Some(id.to_owned()));
    }

    /// Starts an empty model; the one on screen is saved first.
    pub(crate) fn start_new(&self) {
        if self.is_changed() {
            self.save_now();
        }
        self.show(Saved::nowhere(Model::default()), None);
        self.set_current(None);
    }

    /// Works on a model from a file from now on, as one of its own: the one on screen is saved first
    /// and stays on this device.
    pub(crate) fn take_in(&self, model: Model) {
        if self.is_changed() {
            self.save_now();
        }
        self.show(Saved::nowhere(Model::default()), None);
        self.app().open(model);
        self.save_now();
    }

    /// Goes on with a copy of what is on screen.
    pub(crate) fn keep_copy(&self) {
        let mut model = self.app().model.get_untracked();
        model.name = shelf::copy_name(&model.name, &self.entries.read_untracked());
        self.drop_notices(|it| matches!(it, Notice::ReadOnly(_)));
        self.saved.set(Saved::nowhere(Model::default()));
        self.app().model.set(model);
        self.save_now();
    }

    /// Renames a saved model.
    pub(crate) fn rename(&self, id: &str, name: &str) {
        let name = name.trim().to_owned();
        if id == self.id() {
            self.app().model.update(|it| it.name = name);
            return;
        }
        let place = storage::place();
        if let Found::Model { mut model, rev, .. } = shelf::find(&place, id) {
            model.name = name;
            if let Err(SaveError::Write(why)) = shelf::save(&place, id, &model, rev, &clock::now())
            {
                self.tell(Notice::NotSaved(why));
            }
        }
        self.refresh();
    }

    /// Deletes a saved model. The open one gives place to an empty one.
    pub(crate) fn remove(&self, id: &str) {
        if id == self.id() {
            self.show(Saved::nowhere(Model::default()), None);
        }
        shelf::remove(&storage::place(), id);
        self.refresh();
    }

    fn show(&self, saved: Saved, notice: Option<Notice>) {
        self.cancel();
        self.drop_notices(|it| !matches!(it, Notice::Blocked | Notice::Quarantined(_)));
        let model = saved.model.clone();
        self.saved.set(saved);
        self.app().open(model);
        if let Some(notice) = notice {
            self.tell(notice);
        }
    }

    /// Removes every model, setting and customer of ours from local storage and from memory, here and
    /// in other tabs.
    pub(crate) fn forget(&self) {
        let place = storage::place();
        self.clear();
        // Set and gone again: the news of it reaches the other tabs.
        let _ = place.set(shelf::FORGOTTEN, &clock::now());
        shelf::forget(&place);
        self.refresh();
    }

    pub(super) fn clear(&self) {
        self.cancel();
        self.notices
            .update(|it| it.retain(|it| *it == Notice::Blocked));
        self.saved.set(Saved::nowhere(Model::default()));
        self.app().open(Model::default());
        self.app().intake.forget();
        self.app().brought.set(None);
        self.refresh();
    }
}
