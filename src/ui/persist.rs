//! The model and its place on this device: the only effect that writes what the user decided.
//!
//! A change is saved a moment later, under a lock, over exactly the revision this tab has read. The
//! moment a tab is hidden it saves what is left; while it is hidden it writes nothing.

mod backup;
mod library;
mod notice;

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{App, Toast};
use crate::browser::{clock, crash, locks, storage, tab};
use crate::store::document::Model;
use crate::store::shelf::{self, Backup, Entry, Found, Index, SaveError};
use crate::t;

pub(crate) use notice::{Ask, Notice};

/// How long after a change it is saved: a word that is typed is many changes and one save.
const PAUSE: Duration = Duration::from_millis(300);
/// The lock that all tabs share.
const LOCK: &str = "rusetti/v1";

/// The model as it was saved last.
#[derive(Clone, Debug)]
struct Saved {
    id: String,
    rev: u64,
    at: String,
    model: Model,
}

impl Saved {
    /// A model that is nowhere yet.
    fn nowhere(model: Model) -> Self {
        Self {
            id: tab::new_id(),
            rev: 0,
            at: String::new(),
            model,
        }
    }
}

/// What is saved on this device. A handle of signals: copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    app: StoredValue<App>,
    saved: RwSignal<Saved>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// The dialog that is open.
    pub(crate) ask: RwSignal<Option<Ask>>,
    /// What the user must know.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// All saved models, last saved first.
    pub(crate) entries: RwSignal<Vec<Entry>>,
    /// Open model, last backups, and whether customers are kept.
    pub(crate) index: RwSignal<Index>,
}

/// The model that was open last, and what the user must be told about it.
pub(crate) struct Start {
    /// The model to begin with.
    pub(crate) model: Model,
    saved: Saved,
    notices: Vec<Notice>,
}

/// Opens what this device has.
pub(crate) fn load() -> Start {
    let place = storage::place();
    let mut notices = Vec::new();
    if place.is_memory() {
        notices.push(Notice::Blocked);
    }
    let unreadable = shelf::quarantine(&place, &clock::now());
    if !unreadable.is_empty() {
        notices.push(Notice::Quarantined(unreadable));
    }
    // A lost index loses nothing: the model saved last is most likely the one.
    let id = shelf::index(&place)
        .current
        .or_else(|| Some(shelf::list(&place).first()?.id.clone()));
    let found = id.as_deref().map(|it| shelf::find(&place, it));
    let (saved, notice) = open(id.unwrap_or_default(), found.unwrap_or(Found::Nothing));
    notices.extend(notice);
    Start {
        model: saved.model.clone(),
        saved,
        notices,
    }
}

/// What the page works on after finding this under an id.
fn open(id: String, found: Found) -> (Saved, Option<Notice>) {
    match found {
        Found::Model {
            model,
            rev,
            saved_at,
        } => {
            let saved = Saved {
                id,
                rev,
                at: saved_at,
                model: *model,
            };
            (saved, None)
        }
        Found::Newer {
            model: Some(model),
            app,
        } => (
            Saved {
                id,
                ..Saved::nowhere(*model)
            },
            Some(Notice::ReadOnly(app)),
        ),
        Found::Newer { model: None, app } => (
            Saved::nowhere(Model::default()),
            Some(Notice::NewerHidden(app)),
        ),
        Found::Unreadable | Found::Nothing => (Saved::nowhere(Model::default()), None),
    }
}

impl Desk {
    /// Joins the state of the page to this device and keeps both alike from now on.
    pub(crate) fn new(app: App, start: Start) -> Self {
        let place = storage::place();
        let desk = Self {
            app: StoredValue::new(app),
            saved: RwSignal::new(start.saved),
            timer: StoredValue::new(None),
            ask: RwSignal::new(None),
            notices: RwSignal::new(start.notices),
            entries: RwSignal::new(shelf::list(&place)),
            index: RwSignal::new(shelf::index(&place)),
        };
        Effect::new(move |_| {
            (app.model.track(), app.history.track());
            // A limit that is dragged is many changes and one save: when it is noted, in the history.
            if app.is_moving.get_value() {
                return;
            }
            desk.remember_for_crash();
            if desk.is_changed() {
                desk.save_soon();
            }
        });
        storage::on_change(move |key, text| desk.heard(key.as_deref(), text.as_deref()));
        tab::on_visibility(move |is_hidden| {
            if desk.is_changed() {
                if is_hidden {
                    // The tab may be closing: no time for the lock, but never over another revision.
                    desk.save_now();
                } else {
                    desk.save_soon();
                }
            }
        });
        desk
    }

    fn app(&self) -> App {
        self.app.get_value()
    }

    /// The id of the open model.
    pub(crate) fn id(&self) -> String {
        self.saved.read().id.clone()
    }

    /// The last backup of the open model.
    pub(crate) fn last_backup(&self) -> Option<Backup> {
        let index = self.index.read();
        index.backups.get(&self.saved.read().id).cloned()
    }

    /// The open model was saved since its last backup, or has none.
    pub(crate) fn needs_backup(&self) -> bool {
        let rev = self.saved.read().rev;
        rev > self.last_backup().map_or(0, |it| it.rev)
    }

    /// The open model must not be changed here: a newer version of the page saved it.
    pub(crate) fn is_locked(&self) -> bool {
        let notices = self.notices.read();
        notices.iter().any(|it| matches!(it, Notice::ReadOnly(_)))
    }

    /// There is something on screen that is not saved and should be.
    fn is_changed(&self) -> bool {
        !crash::has_crashed()
            && !untrack(|| self.is_locked())
            && self
                .app()
                .model
                .with_untracked(|it| *it != self.saved.read_untracked().model)
    }

    fn save_soon(&self) {
        let desk = *self;
        self.cancel();
        let save = move || {
            if tab::is_hidden() {
                return;
            }
            spawn_local(locks::exclusive(LOCK, move || {
                if desk.is_changed() {
                    desk.save_now();
                }
            }));
        };
        let timer = set_timeout_with_handle(save, PAUSE).ok();
        self.timer.set_value(timer);
    }

    fn cancel(&self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn save_now(&self) {
        self.cancel();
        let place = storage::place();
        let model = self.app().model.get_untracked();
        let (id, rev) = self.saved.with_untracked(|it| (it.id.clone(), it.rev));
        let now = clock::now();
        match shelf::save(&place, &id, &model, rev, &now) {
            Ok(new_rev) => {
                self.saved.set(Saved {
                    id: id.clone(),
                    rev: new_rev,
                    at: now,
                    model,
                });
                self.set_current(Some(id));
                self.drop_notices(|it| matches!(it, Notice::NotSaved(_) | Notice::Removed));
                if rev == 0 {
                    storage::ask_to_persist();
                }
            }
            Err(SaveError::Conflict) => self.keep_both(model, &now),
            Err(SaveError::Newer { app }) => self.tell(Notice::ReadOnly(app)),
            Err(SaveError::Write(why)) => {
                self.drop_notices(|it| matches!(it, Notice::NotSaved(_)));
                self.tell(Notice::NotSaved(why));
            }
        }
        self.refresh();
    }

    /// Another tab saved this model too: theirs stays where it is, ours goes on under a new id.
    fn keep_both(&self, mut model: Model, now: &str) {
        let place = storage::place();
        let theirs = shelf::find(&place, &self.saved.read_untracked().id);
        if let Found::Model {
            model: stored,
            rev,
            saved_at,
        } = theirs
            && *stored == model
        {
            // Both tabs decided the same.
            self.saved.update(|it| {
                it.rev = rev;
                it.at = saved_at;
                it.model = *stored;
            });
            return;
        }
        model.name = shelf::copy_name(&model.name, &shelf::list(&place));
        let mut copy = Saved::nowhere(Model::default());
        match shelf::save(&place, &copy.id, &model, 0, now) {
            Ok(rev) => {
                copy.rev = rev;
                now.clone_into(&mut copy.at);
                copy.model = model.clone();
                self.tell(Notice::Both);
            }
            Err(SaveError::Write(why)) => self.tell(Notice::NotSaved(why)),
            // A new id meets nobody.
            Err(SaveError::Conflict | SaveError::Newer { .. }) => {}
        }
        let id = copy.id.clone();
        self.saved.set(copy);
        self.set_current(Some(id));
        self.app().model.set(model);
    }

    /// Another tab changed local storage.
    fn heard(&self, key: Option<&str>, text: Option<&str>) {
        if key == Some(shelf::FORGOTTEN) {
            self.clear();
            return;
        }
        self.refresh();
        let id = self.saved.with_untracked(|it| it.id.clone());
        if key.is_some_and(|it| shelf::id_of_key(it) != Some(&id)) {
            return;
        }
        let Some(text) = text else {
            self.was_removed();
            return;
        };
        let Found::Model {
            model,
            rev,
            saved_at,
        } = shelf::read(text)
        else {
            return;
        };
        if rev <= self.saved.read_untracked().rev || self.is_changed() {
            // Old news, or a conflict that the next save settles.
            return;
        }
        self.saved.set(Saved {
            id,
            rev,
            at: saved_at,
            model: (*model).clone(),
        });
        // Theirs: not for this tab to take back.
        self.app().history.update(|it| it.accept(&model));
        self.app().model.set(*model);
        let lang = self.app().lang.get_untracked();
        self.say(t!(lang, store_refreshed).to_owned());
    }

    /// Another tab deleted this model: it is as if it had never been saved.
    fn was_removed(&self) {
        if self.saved.read_untracked().rev == 0 {
            return;
        }
        let model = self.saved.with_untracked(|it| it.model.clone());
        self.saved.set(Saved::nowhere(model));
        self.tell(Notice::Removed);
    }

    fn set_current(&self, id: Option<String>) {
        // Without it the model saved last is opened, which is most likely the same.
        let _ = shelf::edit_index(&storage::place(), |it| it.current = id);
        self.refresh();
    }

    /// Reads the list and the index again.
    pub(crate) fn refresh(&self) {
        let place = storage::place();
        self.entries.set(shelf::list(&place));
        let index = shelf::index(&place);
        if *self.index.read_untracked() != index {
            self.index.set(index);
        }
    }

    /// Shows something the user must know.
    pub(crate) fn tell(&self, notice: Notice) {
        self.notices.update(|it| {
            if !it.contains(&notice) {
                it.push(notice);
            }
        });
    }

    /// Takes notices away.
    pub(crate) fn drop_notices(&self, is_over: impl Fn(&Notice) -> bool) {
        if self.notices.read_untracked().iter().any(&is_over) {
            self.notices.update(|it| it.retain(|it| !is_over(it)));
        }
    }

    /// Says that something was done.
    pub(crate) fn say(&self, text: String) {
        self.app().toast.set(Some(Toast { text, before: None }));
    }
}

/// What is saved on this device.
pub(crate) fn use_desk() -> Desk {
    expect_context::<Desk>()
}
