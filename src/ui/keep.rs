//! Customers on this device: kept only where the user chose it, and deleted the moment they choose
//! otherwise.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::loaded::Loaded;
use super::persist::{Desk, Notice};
use super::state::App;
use crate::browser::{clock, customers, storage};
use crate::domain::customer::CustomerBase;
use crate::store::file::{open_customers, seal_customers};
use crate::store::shelf;
use crate::t;

/// Brings back what was kept, and keeps what is brought in from now on.
pub(crate) fn watch(app: App, desk: Desk) {
    let wanted = Memo::new(move |_| desk.index.read().keep);
    let restored = StoredValue::new(None::<Arc<CustomerBase>>);
    if wanted.get_untracked() {
        spawn_local(restore(app, desk, restored));
    }
    // The only effect that writes customers.
    Effect::new(move |before: Option<bool>| {
        let (is_wanted, loaded) = (wanted.get(), app.brought.get());
        if is_wanted
            && before.is_some()
            && let Some(loaded) = loaded
        {
            // What came from the database need not go back into it.
            let is_new = restored
                .with_value(|it| it.as_ref().is_none_or(|it| !Arc::ptr_eq(it, &loaded.base)));
            if is_new {
                spawn_local(keep(desk, loaded));
            }
        }
        is_wanted
    });
}

async fn restore(app: App, desk: Desk, restored: StoredValue<Option<Arc<CustomerBase>>>) {
    let Ok(kept) = customers::kept().await else {
        desk.tell(Notice::KeptUnreadable);
        return;
    };
    let Some(text) = kept else { return };
    match open_customers(&text) {
        // A file the user has brought in meanwhile is what they want to see.
        Ok(kept) if app.brought.read_untracked().is_none() => {
            let base = Arc::new(kept.base);
            restored.set_value(Some(Arc::clone(&base)));
            app.brought.set(Some(Loaded {
                source: kept.source,
                base,
                reading: None,
            }));
        }
        Ok(_) => {}
        Err(_) => desk.tell(Notice::KeptUnreadable),
    }
}

async fn keep(desk: Desk, loaded: Loaded) {
    let text = seal_customers(&loaded.source, &loaded.base, &clock::now());
    if customers::keep(&text).await.is_err() {
        desk.tell(Notice::KeepFailed);
    } else if !desk.index.read_untracked().keep {
        // The user changed their mind while it was being written; deleting waits for the writing.
        let _ = customers::delete().await;
    }
}

/// The user chose.
pub(crate) fn choose(app: App, desk: Desk, is_wanted: bool) {
    let written = shelf::edit_index(&storage::place(), |it| it.keep = is_wanted);
    desk.refresh();
    let lang = app.lang.get_untracked();
    if is_wanted {
        if written.is_err() {
            desk.tell(Notice::KeepFailed);
        } else {
            storage::ask_to_persist();
            desk.say(t!(lang, store_keep_on).to_owned());
        }
        return;
    }
    spawn_local(async move {
        let said = if customers::delete().await.is_ok() {
            t!(lang, store_keep_off)
        } else {
            t!(lang, store_forget_failed)
        };
        desk.say(said.to_owned());
    });
}
