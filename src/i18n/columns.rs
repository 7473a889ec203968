//! The words over a list of customers: its columns, its order, its filters.

use super::{Lang, methods, words};
use crate::domain::listing::{Column, Only, Order};
use crate::domain::tiers::{Measure, TierPlan};
use crate::t;

/// The heading of a column.
#[must_use]
pub fn column(lang: Lang, it: Column) -> String {
    let text = match it {
        Column::Rank => t!(lang, sort_col_rank),
        Column::Name => t!(lang, sort_col_customer),
        Column::Tier => t!(lang, sort_col_tier),
        Column::Revenue => t!(lang, sort_col_revenue),
        Column::Margin => t!(lang, sort_col_margin),
        Column::Previous => t!(lang, methods_sheet_previous),
        Column::Growth => methods::measure(lang, Measure::Growth),
        Column::Orders => t!(lang, sort_col_orders),
        Column::Last => t!(lang, methods_sheet_last),
        Column::Word(what) => methods::characteristic(lang, what),
        Column::Potential => methods::measure(lang, Measure::Potential),
        Column::Why => t!(lang, sort_col_why),
        Column::Next => t!(lang, sort_col_next),
    };
    with_capital(text)
}

/// The columns that a list is sorted by: `1. Tier, 2. Revenue`.
#[must_use]
pub fn order(lang: Lang, it: &Order) -> String {
    if let [only] = it.keys() {
        return column(lang, only.column);
    }
    let one = |(at, column_text): (usize, String)| format!("{}. {column_text}", at + 1);
    let names = it.keys().iter().map(|it| column(lang, it.column));
    names.enumerate().map(one).collect::<Vec<_>>().join(", ")
}

/// A filter.
#[must_use]
pub fn filter(lang: Lang, plan: &TierPlan, it: &Only) -> String {
    match it {
        Only::NearLimit => t!(lang, sort_show_near).to_owned(),
        Only::ByHand => t!(lang, sort_only_by_hand).to_owned(),
        Only::Due => t!(lang, sort_only_due).to_owned(),
        Only::Apart => t!(lang, sort_tiers_apart).to_owned(),
        Only::Tier(tier) => words::tier_name(lang, plan, *tier),
        Only::Is(what, word) => {
            format!(
                "{}: {word}",
                with_capital(methods::characteristic(lang, *what))
            )
        }
    }
}

/// A word as it begins a line.
#[must_use]
pub fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
