//! The front: what works before the walk has arrived. The start page takes a file, and the reader
//! reads it, while everything behind it is still on its way.
#![expect(
    clippy::unnecessary_wraps,
    reason = "the split macro makes its function fail when the part does not arrive"
)]

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::intake::Intake;
use super::loaded::Loaded;
use super::route::Route;
use super::settings::{self, Prefs};
use super::{app, crash};
use crate::browser::{files, location, page, start_page};
use crate::i18n::Lang;
use crate::samples::Sample;

/// The signals that the start page and the walk share. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Front {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// Where the user is.
    pub route: RwSignal<Route>,
    /// Language, colours and size.
    pub(crate) prefs: Prefs,
    /// The customers, once read.
    pub loaded: RwSignal<Option<Loaded>>,
    /// Bringing a file in.
    pub intake: Intake,
}

/// Starts the page: called once, when the front is loaded.
pub fn start() {
    // Refused only where it has been done already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let front = Front::new();
        front.join();
        spawn_local(async move {
            if walk(front).await.is_err() {
                page::show_trouble("load");
            }
        });
    });
    // The signals live as long as the page.
    std::mem::forget(owner);
}

/// Everything behind the start page: a part of the program of its own, fetched after the first paint.
#[wasm_split(walk, fallible)]
fn walk(front: Front) -> Result<(), SplitLoaderError> {
    app::open(front);
    Ok(())
}

impl Front {
    fn new() -> Self {
        let prefs = Prefs::load();
        let loaded = RwSignal::new(None);
        Self {
            lang: RwSignal::new(settings::first_lang()),
            route: RwSignal::new(Route::parse(&location::hash())),
            prefs,
            loaded,
            intake: Intake::new(loaded),
        }
    }

    /// Joins the signals to the document.
    fn join(self) {
        crash::watch(self.lang.get_untracked());
        self.prefs.watch();
        self.take_customers();
        start_page::on_lang(move |tag| {
            if let Some(lang) = Lang::from_tag(&tag) {
                self.prefs.set_lang(self.lang, lang);
            }
        });
        location::on_change(move |hash| self.go(&hash));
        Effect::new(move |_| {
            let (lang, route) = (self.lang.get(), self.route.get());
            page::set_lang(lang.tag());
            page::show_start((route == Route::Start).then(|| lang.tag()));
        });
    }

    /// Joins paste, choose, drop and samples. What was pasted or chosen before the program was there
    /// is taken now.
    fn take_customers(self) {
        let intake = self.intake;
        let text = move |text: String| intake.bring_text(self.lang.get_untracked(), &text);
        start_page::on_file(move |picked| intake.bring_file(&picked));
        start_page::on_text(text);
        start_page::on_sample(move |slug| {
            if let Some(sample) = Sample::from_slug(&slug) {
                intake.bring_sample(self.lang.get_untracked(), sample);
            }
        });
        files::on_drop(start_page::mark_over, move |dropped| match dropped {
            files::Dropped::File(picked) => intake.bring_file(&picked),
            files::Dropped::Text(rows) => text(rows),
        });
        // Rows pasted outside any field; a word or two is no table.
        files::on_paste(move |rows| {
            if rows.trim().contains('\n') {
                text(rows);
            }
        });
    }

    fn go(self, hash: &str) {
        let route = Route::parse(hash);
        if self.route.get_untracked() == route {
            return;
        }
        self.route.set(route);
        // The link that was followed is gone with its step: the focus goes on at the heading. All in the
        // frame that lays the step out, so that it is laid out once.
        let hash = hash.to_owned();
        request_animation_frame(move || {
            page::scroll_to_top();
            page::focus_heading();
            // `#check-fi` is a place on the start page, there only once that is shown.
            page::scroll_to(&hash);
        });
    }
}
