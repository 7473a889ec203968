//! The root: makes the state, joins it to the address, and shows the step the user is at.

use leptos::mount::mount_to_body;
use leptos::prelude::*;

use super::route::Route;
use super::shell::{Foot, Masthead, Stepper, ToastBar};
use super::state::App;
use super::steps::{BringStep, CareStep, FollowStep, HandbookPage, SeeStep, SortStep};
use crate::browser::{location, page};
use crate::i18n::Lang;
use crate::store::document::Model;
use crate::t;

/// Starts the page: called once, when everything is loaded.
pub fn start() {
    let lang = page::languages()
        .iter()
        .find_map(|it| Lang::from_tag(it))
        .unwrap_or_default();
    mount_to_body(move || {
        let app = App::new(lang, Route::parse(&location::hash()), Model::default());
        provide_context(app);
        location::on_change(move |hash| {
            let route = Route::parse(&hash);
            if app.route.get_untracked() != route {
                app.route.set(route);
                page::scroll_to_top();
                // The link that was followed is gone with its step: the focus goes on at the heading.
                request_animation_frame(page::focus_heading);
            }
        });
        page::remove_static_masthead();
        view! { <Root/> }
    });
}

/// Everything on the page but the static start page.
#[component]
fn Root() -> impl IntoView {
    let app = super::state::use_app();
    // The document around the app follows language and route: the only effect here.
    Effect::new(move |_| {
        let (lang, route) = (app.lang.get(), app.route.get());
        page::set_lang(lang.tag());
        page::show_start((route == Route::Start).then(|| lang.tag()));
    });
    // A change of language draws everything anew: state is not in the tree, so nothing is lost.
    move || {
        let lang = app.lang.get();
        view! {
            <a class="skip" href="#main">{t!(lang, common_skip)}</a>
            <Masthead/>
            <Stepper/>
            {move || step_view(app.route.get())}
            <Foot/>
            <ToastBar/>
        }
    }
}

fn step_view(route: Route) -> AnyView {
    match route {
        Route::Start => ().into_any(),
        Route::Bring => view! { <BringStep/> }.into_any(),
        Route::See => view! { <SeeStep/> }.into_any(),
        Route::Sort => view! { <SortStep/> }.into_any(),
        Route::Care { tier, question } => view! { <CareStep tier question/> }.into_any(),
        Route::Follow => view! { <FollowStep/> }.into_any(),
        Route::Handbook => view! { <HandbookPage/> }.into_any(),
    }
}
