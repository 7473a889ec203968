//! A customer's months as a row of small bars.

use leptos::prelude::*;

use crate::chart::sparkline::{HEIGHT, MONTH, bars};
use crate::domain::customer::Customer;
use crate::domain::month::Month;
use crate::domain::periods::Dates;
use crate::ui::state::App;

/// Months drawn: two years.
const MONTHS: i32 = 24;

/// The months that are drawn for every customer of a file.
#[derive(Clone, Copy)]
pub(super) struct Months {
    pub(super) from: Month,
    pub(super) to: Month,
}

impl Months {
    /// The last two years of the file, or what there is of them; `None` where rows are not dated.
    pub(super) fn of(app: App) -> Option<Self> {
        let loaded = app.loaded.read();
        let dates = Dates::of(&loaded.as_ref()?.base.customers)?;
        let to = Month::of(dates.last);
        Some(Self {
            from: Month::of(dates.first).max(to.plus(1 - MONTHS)),
            to,
        })
    }
}

/// The bars of one customer; the figures stand beside them.
pub(super) fn spark(customer: &Customer, months: Months) -> AnyView {
    let count = months.to.since(months.from) + 1;
    let at = |it: Month| customer.history.binary_search_by_key(&it, |it| it.0);
    let value = |offset: i32| {
        let found = at(months.from.plus(offset)).ok();
        let money = found.and_then(|it| customer.history.get(it));
        money.map_or(0.0, |it| it.1.to_f64())
    };
    let values: Vec<f64> = (0..count).map(value).collect();
    let width = f64::from(count) * MONTH;
    view! {
        <svg
            class="spark"
            width=width
            height=HEIGHT
            viewBox=format!("0 0 {width} {HEIGHT}")
            aria-hidden="true"
            focusable="false"
        >
            <path d=bars(&values)></path>
        </svg>
    }
    .into_any()
}
