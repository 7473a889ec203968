//! The walk: makes the state that decisions change, joins it to what is saved, and shows the step
//! the user is at.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::banners::Banners;
use super::foot::Foot;
use super::forget::ForgetDialog;
use super::front::Front;
use super::models::ModelsDialog;
use super::persist::Desk;
use super::route::Route;
use super::shell::{Masthead, Stepper, ToastBar};
use super::state::App;
use super::steps::{
    BringStep, CareStep, FollowStep, HandbookPage, ProfilesPage, SeeStep, SortStep,
};
use super::{history, keep, models, persist};
use crate::browser::page;
use crate::t;

/// Opens the walk: called once, when it has arrived.
pub(crate) fn open(front: Front) {
    // Without a document there is nobody to show anything to.
    let Some(place) = page::app_place() else {
        return;
    };
    let page = mount_to(place, move || {
        let kept = persist::load();
        let app = App::new(front, kept.model.clone());
        let desk = Desk::new(app, kept);
        provide_context(app);
        provide_context(front.prefs);
        provide_context(desk);
        keep::watch(app, desk);
        history::watch(app);
        models::fill_start_page(desk);
        page::remove_static_masthead();
        view! { <Root/> }
    });
    page.forget();
    page::set_data("app", Some("ready"));
}

/// Everything on the page but the static start page.
#[component]
fn Root() -> impl IntoView {
    let app = super::state::use_app();
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
        Route::Profiles => view! { <ProfilesPage/> }.into_any(),
        Route::Care { tier, question } => view! { <CareStep tier question/> }.into_any(),
        Route::Follow => view! { <FollowStep/> }.into_any(),
        Route::Handbook => view! { <HandbookPage/> }.into_any(),
    }
}
