//! Language, colours and size: remembered, and put on the document.

use leptos::prelude::*;

use super::state::App;
use crate::browser::{page, storage};
use crate::i18n::Lang;
use crate::store::settings::{Settings, Size, Theme};
use crate::store::shelf::{self, KeyValue};

/// The user's settings. A handle: copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Prefs(RwSignal<Settings>);

/// The language to start in: the one on the page, which is the stored one, else the browser's, unless
/// the user has chosen another since the page was shown.
pub(crate) fn first_lang() -> Lang {
    Lang::from_tag(&page::lang()).unwrap_or_else(browser_lang)
}

fn browser_lang() -> Lang {
    page::languages()
        .iter()
        .find_map(|it| Lang::from_tag(it))
        .unwrap_or_default()
}

impl Prefs {
    /// What was stored.
    pub(crate) fn load() -> Self {
        let text = storage::place().get(shelf::SETTINGS).unwrap_or_default();
        Self(RwSignal::new(Settings::parse(&text)))
    }

    /// Remembers settings as they change and puts them on the document.
    pub(crate) fn watch(self) {
        Effect::new(move |before: Option<Settings>| {
            let now = self.0.get();
            page::set_data("theme", now.theme.map(Theme::name));
            page::set_data("size", now.size.map(|_| "big"));
            if before.is_some_and(|it| it != now) {
                let place = storage::place();
                if now == Settings::default() {
                    place.remove(shelf::SETTINGS);
                } else {
                    // A setting that is not kept is set again with one click: no banner for it.
                    let _ = place.set(shelf::SETTINGS, &now.to_text());
                }
            }
            now
        });
    }

    /// Speaks a language from now on.
    pub(crate) fn set_lang(self, page: RwSignal<Lang>, lang: Lang) {
        self.0.update(|it| it.lang = Some(lang.tag().to_owned()));
        page.set(lang);
    }

    /// Light becomes dark, dark light, beginning with what the system shows.
    pub(crate) fn toggle_theme(self) {
        self.0.update(|it| {
            let is_dark = it
                .theme
                .map_or_else(page::prefers_dark, |it| it == Theme::Dark);
            it.theme = Some(if is_dark { Theme::Light } else { Theme::Dark });
        });
    }

    /// Everything larger, or as usual.
    pub(crate) fn toggle_size(self) {
        self.0.update(|it| {
            it.size = if it.size.is_none() {
                Some(Size::Big)
            } else {
                None
            };
        });
    }

    /// Everything is larger.
    pub(crate) fn is_big(self) -> bool {
        self.0.read().size.is_some()
    }

    /// As if nothing had ever been set.
    pub(crate) fn forget(self, app: App) {
        self.0.set(Settings::default());
        app.lang.set(browser_lang());
    }
}

/// The user's settings.
pub(crate) fn use_prefs() -> Prefs {
    expect_context::<Prefs>()
}
