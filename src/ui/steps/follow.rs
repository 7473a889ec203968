//! Step 5, Follow: the year that the promises make, and what to take away.

mod month;
mod open;
mod take;
mod year;

use std::collections::BTreeMap;

use leptos::prelude::*;

use self::month::Month;
use self::take::Take;
use self::year::Year;
use crate::browser::clock;
use crate::domain::care::Way;
use crate::domain::care::calendar::Calendar;
use crate::domain::care::capacity::whole_hours;
use crate::domain::customer::by_index;
use crate::domain::day;
use crate::export::Facts;
use crate::i18n::{Lang, format};
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{PageHead, short};

pub(super) use self::year::year_figure;

/// Calls `then` with everything an export reads.
pub(super) fn with_facts<R>(app: App, then: impl FnOnce(&Facts<'_>) -> R) -> R {
    let loaded = app.loaded.read();
    let (plan, care, people) = (app.plan.read(), app.care.read(), app.people.read());
    let (currency, ranking) = (app.currency.read(), app.ranking.read());
    let (sorting, exceptions) = (app.sorting.read(), app.exceptions.read());
    let meetings = app.meetings.read();
    let name = app.model.read().name.trim().to_owned();
    let targets = loaded.as_ref().map_or_else(BTreeMap::new, |it| {
        by_index(&it.base.customers, &meetings.targets)
    });
    then(&Facts {
        lang: app.lang.get_untracked(),
        today: clock::today(),
        currency: &currency,
        plan: &plan,
        care: &care,
        people: &people,
        source: match name.as_str() {
            "" => loaded.as_ref().map_or("", |it| it.source.as_str()),
            name => name,
        },
        base: loaded.as_ref().map(|it| it.base.as_ref()),
        ranking: &ranking,
        sorting: &sorting,
        exceptions: &exceptions,
        margin_percent: app.model.read().margin_percent,
        deal: &app.deal.read(),
        way: app.way.get(),
        meetings: &meetings,
        targets: &targets,
        room: app.room.get(),
    })
}

/// The month of today, January is 0.
fn this_month() -> usize {
    usize::try_from(clock::today().month() - 1).unwrap_or_default()
}

/// "in March", by the place of the month.
fn in_month(lang: Lang, month: usize) -> &'static str {
    t!(lang, follow_in_months)
        .split('|')
        .nth(month)
        .unwrap_or_default()
}

/// The finding: this month's contacts, and whether there is time for them.
fn headline(lang: Lang, app: App, calendar: &Calendar) -> String {
    let capacity = app.capacity.read();
    if !app.has_customers() {
        return t!(lang, follow_headline_file).to_owned();
    }
    if capacity.needs() == 0 {
        return t!(lang, follow_headline_none).to_owned();
    }
    let at = this_month();
    let (n, month) = (calendar.contacts_in(at), in_month(lang, at));
    if capacity.has() == 0 {
        return t!(lang, follow_headline_plain, n = n, month = month);
    }
    let has = app.room.read().get(at).copied().unwrap_or_default();
    let needs = calendar.minutes_of_all_in(at);
    if whole_hours(needs) > whole_hours(has) {
        let missing = whole_hours(needs) - whole_hours(has);
        let h = t!(lang, common_hours, n = format::count(lang, missing));
        t!(lang, follow_headline_over, n = n, month = month, h = h)
    } else if let Some((name, _)) = short(lang, app, &capacity) {
        t!(
            lang,
            follow_headline_uneven,
            n = n,
            month = month,
            name = name
        )
    } else {
        t!(lang, follow_headline, n = n, month = month)
    }
}

/// The step.
#[component]
pub(crate) fn FollowStep() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let calendar = app.calendar;
    let is_empty = Memo::new(move |_| match app.way.get() {
        Way::Tiers => app.care.read().iter().all(|it| it.minutes_a_year() == 0),
        Way::Meetings => app.meetings.read().is_empty(),
    });
    let has_year = Memo::new(move |_| app.has_customers() && app.capacity.read().needs() > 0);
    view! {
        <main id="main" class="page">
            <PageHead
                title=Signal::derive(move || headline(lang, app, &calendar.read()))
                lede=t!(lang, follow_lede)
                href=Route::Handbook.href()
                go=t!(lang, follow_handbook_go)
            />
            {move || {
                if has_year.get() {
                    view! {
                        <div class="cols">
                            <Year calendar/>
                            <Month calendar/>
                        </div>
                    }
                        .into_any()
                } else {
                    before(lang, is_empty.get()).into_any()
                }
            }}
            {move || review(lang, app)}
            <Take/>
        </main>
    }
    .into_any()
}

/// What stands where the year will be.
fn before(lang: Lang, is_empty: bool) -> impl IntoView {
    let (title, text, go, route) = if is_empty {
        (
            t!(lang, follow_empty_title),
            t!(lang, follow_empty_text),
            t!(lang, follow_empty_go),
            Route::STEPS[3],
        )
    } else {
        (
            t!(lang, follow_headline_file),
            t!(lang, follow_file_text),
            t!(lang, care_no_customers_link),
            Route::Start,
        )
    };
    view! {
        <div class="empty">
            <h2>{title}</h2>
            <p class="follow__why">{text}</p>
            <p class="mt-4">
                <a class="btn" href=route.href()>{go}</a>
            </p>
        </div>
    }
}

/// Exceptions whose review day has come, or comes within a month.
fn review(lang: Lang, app: App) -> Option<impl IntoView> {
    let exceptions = app.exceptions.read();
    let soon = day::after(clock::today(), 31);
    let mut due: Vec<_> = exceptions
        .iter()
        .filter_map(|(at, it)| Some((it.review?, *at, it)))
        .filter(|(day, ..)| *day <= soon)
        .collect();
    due.sort_by_key(|(day, at, _)| (*day, *at));
    let lines = due
        .iter()
        .filter_map(|(day, at, it)| {
            let name = app.customer(*at)?.name;
            Some(t!(
                lang,
                follow_review_line,
                name = name,
                reason = sentence(&it.reason),
                day = format::date(lang, *day)
            ))
        })
        .map(|it| view! { <li>{it}</li> })
        .collect_view();
    (!due.is_empty()).then(|| {
        view! {
            <section class="section mt-6" aria-labelledby="review">
                <h2 id="review">{t!(lang, follow_review_h)}</h2>
                <ul class="list mt-3">{lines}</ul>
            </section>
        }
    })
}

/// The text with a full stop, where it ends without one.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let ends = text.ends_with(['.', '!', '?', '…']);
    format!("{text}{}", if ends { "" } else { "." })
}
