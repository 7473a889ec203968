//! The working year: public holidays, and when and where each person works.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::care::{Country, Person, holidays};
use crate::i18n::{format, words};
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// Weeks of holiday a usual year has.
const HOLIDAY_WEEKS: u32 = 5;

/// Whose holidays count, and what that leaves of the year.
#[component]
pub(super) fn WorkYear() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let country = Memo::new(move |_| app.country());
    let options = Country::ALL.map(|it| {
        view! {
            <option value=format!("{it:?}") prop:selected=move || country.get() == Some(it)>
                {words::country(lang, it)}
            </option>
        }
    });
    let said = move || {
        let year = clock::today().year();
        let days: u32 = holidays::working_days(country.get(), year).iter().sum();
        // Tenths of a week in whole numbers.
        let weeks = |days: u32| format::number(lang, f64::from(days) / 5.0, 1);
        t!(
            lang,
            people_working,
            year = year.to_string(),
            n = days,
            weeks = weeks(days),
            left = weeks(days.saturating_sub(HOLIDAY_WEEKS * 5))
        )
    };
    view! {
        <div class="workyear mt-5">
            <div class="field">
                <label for="country">{t!(lang, people_calendar)}</label>
                <select
                    class="select"
                    id="country"
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        let chosen = Country::ALL.into_iter().find(|it| format!("{it:?}") == value);
                        app.model.update(|it| it.country = chosen);
                    }
                >
                    {move || {
                        country
                            .get()
                            .is_none()
                            .then(|| {
                                view! {
                                    <option value="" selected>
                                        {t!(lang, people_calendar_none)}
                                    </option>
                                }
                            })
                    }}
                    {options}
                </select>
            </div>
            <p class="hint" aria-live="polite">{said}</p>
        </div>
    }
}

/// A person's regions, and the month most of the holiday falls in.
#[component]
pub(super) fn PersonMore(
    /// The person's id.
    id: u32,
    /// The person, and the place among the people.
    person: Memo<Option<(usize, Person)>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let edit = move |change: &dyn Fn(&mut Person)| {
        app.model.update(|model| {
            if let Some(person) = model.people.iter_mut().find(|it| it.id == id) {
                change(person);
            }
        });
    };
    let month = move || person.read().as_ref().and_then(|(_, it)| it.holiday_month);
    let months = (0..12_u8)
        .map(|at| {
            let number = at + 1;
            view! {
                <option
                    value=number.to_string()
                    prop:selected=move || month() == Some(number)
                >
                    {format::month_name(lang, usize::from(at))}
                </option>
            }
        })
        .collect_view();
    let region_id = format!("region-{id}");
    let month_id = format!("holiday-{id}");
    view! {
        <div class="person__where">
            <div class="field">
                <label for=region_id.clone()>{t!(lang, people_region)}</label>
                <input
                    class="input"
                    id=region_id
                    type="text"
                    autocomplete="off"
                    prop:value=move || person.read().as_ref().map(|(_, it)| it.region.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        edit(&|it| it.region.clone_from(&text));
                    }
                />
            </div>
            <div class="field">
                <label for=month_id.clone()>{t!(lang, people_holiday)}</label>
                <select
                    class="select"
                    id=month_id
                    on:change=move |event| {
                        let chosen = event_target_value(&event).parse().ok();
                        edit(&|it| it.holiday_month = chosen);
                    }
                >
                    <option value="" prop:selected=move || month().is_none()>
                        {t!(lang, people_holiday_spread)}
                    </option>
                    {months}
                </select>
            </div>
        </div>
    }
}
