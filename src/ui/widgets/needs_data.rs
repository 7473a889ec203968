//! What a step shows before there are customers.

use leptos::prelude::*;

use crate::t;
use crate::ui::route::Route;
use crate::ui::state::use_lang;

/// The whole of a step that has no customers to show: says so, and where to get them.
#[component]
pub(crate) fn NeedsData() -> impl IntoView {
    let lang = use_lang();
    view! {
        <main id="main" class="page">
            <div class="pagehead">
                <h1>{t!(lang, see_needs_title)}</h1>
                <p class="lede">{t!(lang, see_needs_lede)}</p>
                <p class="go">
                    <a class="btn btn--go" href=Route::Start.href()>{t!(lang, see_needs_go)}</a>
                </p>
            </div>
        </main>
    }
    .into_any()
}
