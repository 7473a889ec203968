//! Everything in memory as a file: asked for by the user, or offered when the page breaks.

use leptos::prelude::*;

use super::Desk;
use crate::browser::{clock, crash, files, storage};
use crate::store::file::{file_name, seal_model, seal_project};
use crate::store::shelf::{self, Backup};
use crate::t;
use crate::ui::crash::words;

impl Desk {
    /// Saves everything in memory as one file: with customers a project, without them a model.
    pub(crate) fn backup(&self) {
        if self.is_changed() {
            self.save_now();
        }
        let lang = self.app().lang.get_untracked();
        let now = clock::now();
        let (id, rev) = self.saved.with_untracked(|it| (it.id.clone(), it.rev));
        let model = self.app().model.get_untracked();
        let text = self.app().brought.with_untracked(|it| match it {
            Some(it) => seal_project(&model, &it.source, &it.base, &now),
            None => seal_model(&model, rev, &now),
        });
        let day = clock::stamp();
        if files::download(
            &file_name(&model.name, &day),
            "application/json",
            text.as_bytes(),
        ) {
            // A date that is not kept only asks for a backup too early.
            let _ = shelf::edit_index(&storage::place(), |it| {
                it.backups.insert(id, Backup { at: now, rev });
            });
            self.refresh();
            self.say(t!(lang, store_backup_done).to_owned());
        } else {
            self.say(t!(lang, store_backup_failed).to_owned());
        }
    }

    /// Saves what is in quarantine as a file.
    pub(crate) fn save_quarantined(texts: &[String]) {
        let day = clock::stamp();
        let name = file_name("quarantine", &day);
        // A second press is the way on where the browser refused.
        let _ = files::download(&name, "application/json", texts.join("\n").as_bytes());
    }

    /// What the crash screen offers: the newest model, and the words around it.
    pub(super) fn remember_for_crash(&self) {
        let lang = self.app().lang.get();
        crash::speak(words(lang));
        let model = self.app().model.get_untracked();
        let rev = self.saved.read_untracked().rev;
        let is_worth_it = !model.is_untouched();
        crash::know(is_worth_it.then(|| {
            let make: crash::MakeBackup = Box::new(move || crash::Backup {
                name: file_name(&model.name, &clock::stamp()),
                text: seal_model(&model, rev, &clock::now()),
            });
            make
        }));
    }
}
