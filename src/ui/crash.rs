//! The words of the crash screen, which `browser::crash` draws when the app is gone.

use crate::browser::crash::Words;
use crate::browser::{crash, location, tab};
use crate::i18n::Lang;
use crate::t;

/// The address that breaks the page on purpose.
const TEST: &str = "/crash-test";

/// The words in a language.
pub(crate) fn words(lang: Lang) -> Words {
    Words {
        title: t!(lang, store_crash_title),
        what: t!(lang, store_crash_what),
        backup: t!(lang, store_crash_backup),
        reload: t!(lang, store_crash_reload),
        place: t!(lang, store_crash_place),
    }
}

/// Watches for panics from now on. A browser driven by a program can ask for one at `#/crash-test`,
/// so that the tests see the real screen; no other browser can.
pub(crate) fn watch(lang: Lang) {
    crash::watch();
    crash::speak(words(lang));
    location::on_change(|hash| {
        assert!(!(hash == TEST && tab::is_driven()), "asked for at {TEST}");
    });
}
