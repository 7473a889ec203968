//! The root: makes the state, joins it to the address, and shows the step the user is at.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::banners::Banners;
use super::foot::Foot;
use super::forget::ForgetDialog;
use super::models::ModelsDialog;
use super::persist::Desk;
use super::route::Route;
use super::shell::{Masthead, Stepper, ToastBar};
use super::state::App;
use super::steps::{BringStep, CareStep, FollowStep, HandbookPage, SeeStep, SortStep};
use super::{crash, keep, models, persist, settings, start as start_page};
use crate::browser::{location, page};
use crate::t;

/// Starts the page: called once, when everything is loaded.
pub fn start() {
    // Without a document there is nobody to show anything to.
    let Some(place) = page::app_place() else {
        return;
    };
    let page = mount_to(place, move || {
        let (prefs, lang) = settings::load();
        crash::watch(lang);
        let kept = persist::load();
        let app = App::new(lang, Route::parse(&location::hash()), kept.model.clone());
        let desk = Desk::new(app, kept);
        provide_context(app);
        provide_context(prefs);
        provide_context(desk);
        prefs.watch();
        keep::watch(app, desk);
        models::fill_start_page(desk);
        start_page::attach(app);
        location::on_change(move |hash| {
            let route = Route::parse(&hash);
            if app.route.get_untracked() != route {
                app.route.set(route);
                page::scroll_to_top();
                // The link that was followed is gone with its step: the focus goes on at the heading.
                request_animation_frame(move || {
                    page::focus_heading();
                    // `#check-fi` is a place on the start page, there only once that is shown.
                    page::scroll_to(&hash);
                });
            }
        });
        page::remove_static_masthead();
        view! { <Root/> }
    });
    page.forget();
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
    // The hash is the route: a jump within the page must not change it.
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page::focus_heading();
    };
    // A change of language draws everything anew: state is not in the tree, so nothing is lost.
    move || {
        let lang = app.lang.get();
        view! {
            <a class="skip" href="#main" on:click=skip>{t!(lang, common_skip)}</a>
            <Masthead/>
            <Stepper/>
            <Banners/>
            {move || step_view(app.route.get())}
            <Foot/>
            <ToastBar/>
            <ModelsDialog/>
            <ForgetDialog/>
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
