//! What became of each customer from one period to the next, by name.

use std::sync::Arc;

use leptos::prelude::*;

use super::change::{course_word, month, signed};
use super::spark::{Months, spark};
use super::whale::{LISTED, more};
use crate::domain::change::Course;
use crate::domain::money::Money;
use crate::domain::periods::Periods;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{Dialog, Segmented};

/// A dialog with the customers of one course.
#[component]
pub(super) fn CourseTable(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What each brought before and now.
    periods: Arc<Periods>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let course = RwSignal::new(Course::Lost);
    let close = move || open.set(false);
    let months = move || Months::of(app);
    view! {
        <Dialog open=open on_close=close labelledby="course-table">
            <div class="row row--between">
                <h2 id="course-table">{t!(lang, change_table)}</h2>
                <button class="btn btn--small" type="button" on:click=move |_| close()>
                    {t!(lang, common_close)}
                </button>
            </div>
            <div class="mt-3">
                <Segmented
                    name="course"
                    legend=t!(lang, change_which)
                    options=Course::ALL
                        .into_iter()
                        .filter(|it| *it != Course::Apart)
                        .map(|it| (it, course_word(lang, it)))
                        .collect()
                    chosen=course
                    choose=move |it| course.set(it)
                />
            </div>
            {
                let periods = Arc::clone(&periods);
                move || table(app, &periods, course.get(), months())
            }
        </Dialog>
    }
}

fn table(app: App, periods: &Periods, course: Course, months: Option<Months>) -> AnyView {
    let lang = app.lang.get_untracked();
    let is_it = |(_, pair): &(usize, &(Money, Money))| Course::of(pair.0, pair.1) == course;
    let mut all: Vec<(usize, &(Money, Money))> =
        periods.pairs.iter().enumerate().filter(is_it).collect();
    if all.is_empty() {
        return view! { <p class="mt-3">{t!(lang, change_nobody)}</p> }.into_any();
    }
    all.sort_by_key(|(_, pair)| std::cmp::Reverse((pair.1 - pair.0).abs()));
    let caption = months.map(|it| {
        t!(
            lang,
            change_months,
            from = month(lang, it.from),
            to = month(lang, it.to)
        )
    });
    let row = |(at, pair): &(usize, &(Money, Money))| {
        let customer = app.customer(*at)?;
        let money = |it| format::money_whole(lang, it, &app.currency.read());
        let spark = months.map(|it| view! { <td>{spark(&customer, it)}</td> });
        Some(view! {
            <tr>
                <th scope="row">{customer.name}</th>
                <td class="num">{money(pair.0)}</td>
                <td class="num">{money(pair.1)}</td>
                <td class="num" class:neg=pair.1 < pair.0>{signed(app, pair.1 - pair.0)}</td>
                {spark}
            </tr>
        })
    };
    let rows = all.iter().take(LISTED).filter_map(row).collect_view();
    view! {
        <div class="tablewrap curve-table mt-3" tabindex="0" role="region" aria-labelledby="course-table">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t!(lang, change_col_customer)}</th>
                        <th scope="col" class="num">{t!(lang, change_before)}</th>
                        <th scope="col" class="num">{t!(lang, change_now)}</th>
                        <th scope="col" class="num">{t!(lang, change_col_change)}</th>
                        {months.map(|_| view! { <th scope="col">{t!(lang, change_col_months)}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {caption.map(|it| view! { <p class="mt-2 f13 muted">{it}</p> })}
        {more(app, all.len())}
    }
    .into_any()
}
