//! Meetings: purpose, agenda, who attends, how often; and a kind word where one grows too large.

use leptos::prelude::*;

use super::{change, edit};
use crate::domain::care::meetings::{Meeting, MeetingKind};
use crate::i18n::words::person_name;
use crate::i18n::{Lang, format, words};
use crate::t;
use crate::ui::state::{use_app, use_lang};
use crate::ui::widgets::{NumberOf, number_fields};

/// A meeting to start from.
fn usual(lang: Lang, kind: MeetingKind) -> Meeting {
    let (purpose, agenda) = match kind {
        MeetingKind::Customer => (
            t!(lang, meet_purpose_customer),
            t!(lang, meet_agenda_customer),
        ),
        MeetingKind::Case => (t!(lang, meet_purpose_case), t!(lang, meet_agenda_case)),
        MeetingKind::Check => (t!(lang, meet_purpose_check), t!(lang, meet_agenda_check)),
    };
    let (times, minutes, preparation) = kind.usual();
    Meeting {
        kind,
        purpose: purpose.to_owned(),
        agenda: agenda.replace('|', "\n"),
        people: Vec::new(),
        times,
        minutes,
        preparation,
    }
}

/// The list, with a button for each kind.
#[component]
pub(super) fn MeetingList() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    // Rows are drawn anew when one is taken away, so that no row keeps another's half-typed text.
    let generation = RwSignal::new(0_u32);
    let rows = move || {
        let generation = generation.get();
        let len = app.meetings.read().meetings.len();
        (0..len).map(|at| (generation, at)).collect::<Vec<_>>()
    };
    let buttons = MeetingKind::ALL.map(|kind| {
        view! {
            <button
                class="btn btn--small"
                type="button"
                id=format!("add-{kind:?}").to_lowercase()
                on:click=move |_| {
                    // All who look after customers, as far as a meeting bears them.
                    let people: Vec<u32> = app
                        .people
                        .read_untracked()
                        .iter()
                        .take(Meeting::MOST_PEOPLE)
                        .map(|it| it.id)
                        .collect();
                    edit(
                        app,
                        |it| {
                            let mut new = usual(lang, kind);
                            new.people = people;
                            it.meetings.push(new);
                        },
                    );
                }
            >
                {t!(lang, meet_meeting_add, kind = words::meeting(lang, kind))}
            </button>
        }
    });
    view! {
        <section class="section mt-6" aria-labelledby="meetings">
            <h2 id="meetings" tabindex="-1">{t!(lang, meet_meetings_h)}</h2>
            <p class="muted mt-2">{t!(lang, meet_meetings_lede)}</p>
            <ul class="targets mt-4">
                <For
                    each=rows
                    key=|it| *it
                    children=move |(_, at)| view! { <MeetingRow at generation/> }
                />
            </ul>
            <div class="row mt-3">{buttons}</div>
        </section>
    }
}

#[component]
fn MeetingRow(at: usize, generation: RwSignal<u32>) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let meeting = Memo::new(move |_| app.meetings.read().meetings.get(at).cloned());
    let name = move || {
        let meeting = meeting.read();
        meeting
            .as_ref()
            .map_or("", |it| words::meeting(lang, it.kind))
    };
    let edit_one = move |change: &dyn Fn(&mut Meeting)| {
        edit(app, |it| {
            if let Some(meeting) = it.meetings.get_mut(at) {
                change(meeting);
            }
        });
    };
    let read = move |get: fn(&Meeting) -> u32| meeting.read().as_ref().map(get);
    let numbers = [
        NumberOf::<Meeting> {
            id: "meeting-times",
            label: t!(lang, meet_meeting_times),
            most: 366,
            get: |it| it.times,
            set: |it, n| it.times = n,
        },
        NumberOf {
            id: "meeting-minutes",
            label: t!(lang, meet_meeting_minutes),
            most: 999,
            get: |it| it.minutes,
            set: |it, n| it.minutes = n,
        },
        NumberOf {
            id: "meeting-preparation",
            label: t!(lang, meet_meeting_preparation),
            most: 999,
            get: |it| it.preparation,
            set: |it, n| it.preparation = n,
        },
    ];
    let text = move |get: fn(&Meeting) -> &String| {
        move || meeting.read().as_ref().map(|it| get(it).clone())
    };
    let people = move || {
        let people = app.people.read();
        if people.is_empty() {
            return view! { <p class="hint">{t!(lang, meet_meeting_nobody)}</p> }.into_any();
        }
        let ticks = people.iter().enumerate().map(|(place, it)| {
            let id = it.id;
            view! {
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=move || {
                            meeting.read().as_ref().is_some_and(|it| it.people.contains(&id))
                        }
                        on:change=move |event| {
                            let is_on = event_target_checked(&event);
                            edit_one(
                                &|it| {
                                    it.people.retain(|old| *old != id);
                                    if is_on {
                                        it.people.push(id);
                                    }
                                },
                            );
                        }
                    />
                    <span>{person_name(lang, it, place)}</span>
                </label>
            }
        });
        ticks.collect_view().into_any()
    };
    let said = move || {
        let meeting = meeting.read();
        let Some(meeting) = meeting.as_ref() else {
            return Vec::new();
        };
        let crowded = meeting
            .is_crowded()
            .then(|| t!(lang, meet_crowded, n = meeting.people.len()));
        let long = meeting
            .is_long()
            .then(|| t!(lang, meet_long, n = meeting.minutes));
        crowded.into_iter().chain(long).collect()
    };
    let notices = move || {
        said()
            .into_iter()
            .map(|it| {
                view! {
                    <div class="notice notice--warn mt-3">
                        <span class="notice__mark" aria-hidden="true">"!"</span>
                        <p>{it}</p>
                    </div>
                }
            })
            .collect_view()
    };
    let sum = move || {
        let minutes = meeting.read().as_ref().map_or(0, Meeting::minutes_a_year);
        t!(lang, meet_meeting_sum, h = format::hours(lang, minutes))
    };
    view! {
        <li>
            <fieldset class="target">
                <legend class="vh">{name}</legend>
                <p class="target__name b">{name}</p>
                <div class="field">
                    <label for=format!("purpose-{at}")>{t!(lang, meet_meeting_purpose)}</label>
                    <input
                        class="input"
                        id=format!("purpose-{at}")
                        type="text"
                        autocomplete="off"
                        prop:value=text(|it| &it.purpose)
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            edit_one(&|it| it.purpose.clone_from(&text));
                        }
                    />
                </div>
                <div class="field">
                    <label for=format!("agenda-{at}")>{t!(lang, meet_meeting_agenda)}</label>
                    <textarea
                        class="textarea textarea--short"
                        id=format!("agenda-{at}")
                        rows="4"
                        prop:value=text(|it| &it.agenda)
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            edit_one(&|it| it.agenda.clone_from(&text));
                        }
                    ></textarea>
                </div>
                <div class="target__fields">{number_fields(at, "", numbers, read, edit_one)}</div>
                <div role="group" aria-label=t!(lang, meet_meeting_people)>
                    <p class="label">{t!(lang, meet_meeting_people)}</p>
                    <div class="ticks">{people}</div>
                </div>
                <div role="status">{notices}</div>
                <p class="f13 muted target__sum">{sum}</p>
                <button
                    class="btn btn--plain target__remove"
                    type="button"
                    aria-label=t!(lang, meet_meeting_remove, n = at + 1)
                    on:click=move |_| {
                        change(
                            app,
                            t!(lang, meet_meeting_removed).to_owned(),
                            |it| {
                                if at < it.meetings.len() {
                                    it.meetings.remove(at);
                                }
                            },
                        );
                        generation.update(|it| *it += 1);
                        crate::browser::page::focus("meetings");
                    }
                >
                    {t!(lang, care_remove)}
                </button>
            </fieldset>
        </li>
    }
}
