//! A chart to take away.

use leptos::prelude::*;

use crate::browser::{clock, files, picture};
use crate::i18n::format;
use crate::t;
use crate::ui::state::{Toast, use_app, use_lang};

/// Saves the drawing of the figure that it stands in.
#[component]
pub(crate) fn SavePicture(
    /// What the file is called, without its day and kind.
    #[prop(into)]
    name: Signal<&'static str>,
    /// What the picture shows, for those who do not see it.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let save = move |event: leptos::ev::MouseEvent| {
        let name = format!("{}-{}.svg", name.get_untracked(), clock::stamp());
        let from = app
            .loaded
            .with_untracked(|it| it.as_ref().map(|it| it.source.clone()).unwrap_or_default());
        let source = format!("{from} · {} · Rusetti", format::date(lang, clock::today()));
        let picture = picture::of_figure(&event, &title.get_untracked(), &source);
        let is_saved =
            picture.is_some_and(|it| files::download(&name, "image/svg+xml", it.as_bytes()));
        let text = if is_saved {
            t!(lang, follow_saved_file, name = name)
        } else {
            t!(lang, follow_saved_not).to_owned()
        };
        app.toast.set(Some(Toast { text, before: None }));
    };
    view! {
        <button class="btn btn--plain btn--small" type="button" on:click=save>
            {t!(lang, see_save_picture)}
        </button>
    }
    .into_any()
}
