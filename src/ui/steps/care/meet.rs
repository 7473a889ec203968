//! The meeting-led way: means of care, the customers that matter, and the meetings that keep it going.

mod means;
mod meetings;
mod targets;

use leptos::prelude::*;

use self::means::MeansList;
use self::meetings::MeetingList;
use self::targets::TargetList;
use super::fit::Fit;
use super::people::{Loads, OwnerQuestion};
use super::tier::TierCare;
use crate::domain::care::{Meetings, Way};
use crate::t;
use crate::ui::persist::use_desk;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::CapacityBar;

/// Changes the meeting-led way as the user types.
fn edit(app: App, edit: impl FnOnce(&mut Meetings)) {
    app.model.update(|it| edit(&mut it.meetings));
}

/// Changes it in one stroke that can be undone.
fn change(app: App, said: String, edit: impl FnOnce(&mut Meetings)) {
    app.change(said, |it| edit(&mut it.meetings));
}

/// Which way leads: tiers or meetings.
#[component]
pub(super) fn WaySwitch() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let ways = [
        (
            Way::Tiers,
            t!(lang, meet_to_tiers),
            t!(lang, meet_switched_tiers),
        ),
        (
            Way::Meetings,
            t!(lang, meet_to_meetings),
            t!(lang, meet_switched_meetings),
        ),
    ]
    .map(|(way, name, said)| {
        view! {
            <label>
                <input
                    type="radio"
                    name="way"
                    id=format!("way-{way:?}").to_lowercase()
                    prop:checked=move || app.way.get() == way
                    on:change=move |_| {
                        app.change(said.to_owned(), |it| it.way = way);
                        let id = format!("way-{way:?}").to_lowercase();
                        request_animation_frame(move || crate::browser::page::focus(&id));
                    }
                />
                <span>{name}</span>
            </label>
        }
    });
    let why = move || match app.way.get() {
        Way::Tiers => t!(lang, meet_way_tiers_d),
        Way::Meetings => t!(lang, meet_way_meetings_d),
    };
    view! {
        <div class="way">
            <fieldset class="seg">
                <legend>{t!(lang, meet_way)}</legend>
                <div class="seg__in">{ways}</div>
            </fieldset>
            <p class="hint">{why}</p>
        </div>
    }
}

/// The page of the meeting-led way.
#[component]
pub(super) fn Meet() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let desk = use_desk();
    let title = move || {
        let n = app.meetings.read().targets.len();
        if n == 0 {
            t!(lang, meet_h).to_owned()
        } else {
            t!(lang, meet_h_n, n = n)
        }
    };
    let has_people = Memo::new(move |_| !app.people.read().is_empty());
    view! {
        <CapacityBar tier=0/>
        <main id="main" class="page">
            <div class="pagehead">
                <h1 id="question">{title}</h1>
                <p class="lede">{t!(lang, meet_lede)}</p>
                <p class="go hide-narrow">
                    <a class="btn btn--go" href=Route::Follow.href()>
                        {t!(lang, care_next_follow)}
                    </a>
                </p>
            </div>
            <fieldset role="none" disabled=move || desk.is_locked()>
                <WaySwitch/>
                <TargetList/>
                <MeansList/>
                <MeetingList/>
                <section class="section mt-6" aria-labelledby="meet-people">
                    <h2 id="meet-people">{t!(lang, meet_owners_h)}</h2>
                    <OwnerQuestion care=TierCare::new(0)/>
                </section>
                {move || {
                    has_people
                        .get()
                        .then(|| {
                            view! {
                                <div class="cols section mt-6">
                                    <Fit/>
                                    <Loads tier=0/>
                                </div>
                            }
                        })
                }}
                <p class="mt-6">
                    <a class="btn care__next" href=Route::Follow.href()>
                        {t!(lang, care_next_follow)}
                    </a>
                </p>
            </fieldset>
        </main>
    }
    .into_any()
}
