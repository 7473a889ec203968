//! Doubts first: columns that can be read two ways or be the amount, each with its choice, and what else
//! matters most.

use std::sync::Arc;

use jiff_core::civil::Date;
use leptos::prelude::*;

use super::alike::AlikeNotice;
use super::remarks::{important, remark};
use super::table::{self, Sureness, sureness};
use crate::i18n::{Lang, format};
use crate::ingest::{By, Column, Content, DateOrder, Decimal, ReadOptions, Reading, Role};
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// Notices shown at a time.
const AT_A_TIME: usize = 3;

/// Rows that show a doubt about two columns.
const SHOWN: usize = 3;

/// A column that can be read two ways, or two that can be the amount.
#[derive(Clone, Debug, PartialEq)]
struct Doubt {
    /// The column, from 0; of two the first.
    column: usize,
    /// Lines that show it with the cell there, and of two columns the other's.
    rows: Vec<(u32, String, String)>,
    /// The two ways.
    ways: [Way; 2],
    /// The one it is read by now.
    now: usize,
    /// The user has not decided.
    is_open: bool,
}

impl Doubt {
    /// What tells it from the others.
    fn key(&self) -> (usize, bool) {
        (self.column, matches!(self.ways, [Way::Amount(_), _]))
    }
}

/// One way to read a column.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Order(DateOrder, Option<Date>),
    Sign(Decimal, f64, usize),
    /// The amount is in this column.
    Amount(usize),
}

impl Way {
    fn words(self, lang: Lang, reading: &Reading) -> String {
        match self {
            Self::Order(_, Some(day)) => format::date(lang, day),
            Self::Order(_, None) => "–".to_owned(),
            Self::Sign(_, value, decimals) => format::number(lang, value, decimals),
            Self::Amount(column) => table::column_name(lang, reading, column),
        }
    }

    fn choose(self, options: &mut ReadOptions, column: usize) {
        match self {
            Self::Order(order, _) => options.choose_date_order(column, Some(order)),
            Self::Sign(decimal, ..) => options.choose_decimal(column, Some(decimal)),
            Self::Amount(column) => options.choose_role(column, Some(Role::Revenue)),
        }
    }
}

/// Two columns of which either may be the amount.
fn two_amounts(reading: &Reading) -> Option<Doubt> {
    let (amount, other) = reading.two_amounts()?;
    let (first, second) = (amount.min(other), amount.max(other));
    let rows = reading.preview.iter().filter_map(|it| {
        // An amount stays on one line.
        let raw = |at: usize| Some(it.cells.get(at)?.raw.trim().replace(' ', "\u{a0}"));
        Some((it.line, raw(first)?, raw(second)?))
    });
    // Those that tell the two apart come first.
    let (mut rows, alike): (Vec<_>, Vec<_>) =
        rows.partition(|(_, a, b)| a != b && !a.is_empty() && !b.is_empty());
    rows.extend(alike);
    rows.truncate(SHOWN);
    Some(Doubt {
        column: first,
        rows,
        ways: [first, second].map(Way::Amount),
        now: usize::from(amount == second),
        is_open: reading.columns.get(amount)?.role.by == By::Reader,
    })
}

/// The doubt of a column, if it has one that counts.
fn doubt(at: usize, column: &Column) -> Option<Doubt> {
    let (_, cell) = column.doubt.first()?;
    let (ways, now, is_open) = match column.content {
        Content::Date { order, ambiguous } if column.role.is != Role::Unused => (
            [DateOrder::DayFirst, DateOrder::MonthFirst].map(|it| Way::Order(it, day(cell, it))),
            usize::from(order == DateOrder::MonthFirst),
            ambiguous,
        ),
        Content::Number { decimal, ambiguous }
            if column.role.is.is_money() || column.role.is == Role::Quantity =>
        {
            (
                [Decimal::Comma, Decimal::Point].map(|it| sign(cell, it)),
                usize::from(decimal == Decimal::Point),
                ambiguous,
            )
        }
        _ => return None,
    };
    Some(Doubt {
        column: at,
        rows: (column.doubt.iter())
            .map(|(line, cell)| (*line, cell.clone(), String::new()))
            .collect(),
        ways,
        now,
        is_open,
    })
}

/// A day written in figures, in an order.
fn day(cell: &str, order: DateOrder) -> Option<Date> {
    let mut parts = cell
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty());
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year: i16 = match (year.len(), year.parse::<i16>().ok()?) {
        (2, it @ 0..=69) => 2000 + it,
        (2, it) => 1900 + it,
        (_, it) => it,
    };
    let (day, month) = match order {
        DateOrder::MonthFirst => (second, first),
        DateOrder::DayFirst | DateOrder::YearFirst => (first, second),
    };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A number under a decimal sign, with its decimals.
fn sign(cell: &str, decimal: Decimal) -> Way {
    let mark = match decimal {
        Decimal::Comma => ',',
        Decimal::Point => '.',
    };
    let kept: String = cell
        .chars()
        .filter_map(|it| match it {
            it if it == mark => Some('.'),
            '-' | '\u{2212}' => Some('-'),
            it => it.is_ascii_digit().then_some(it),
        })
        .collect();
    let decimals = kept.split_once('.').map_or(0, |(_, part)| part.len());
    Way::Sign(decimal, kept.parse().unwrap_or(f64::NAN), decimals)
}

fn doubts(reading: &Reading) -> Vec<Doubt> {
    let columns = reading.columns.iter().enumerate();
    let of_columns = columns.filter_map(|(at, it)| doubt(at, it));
    two_amounts(reading).into_iter().chain(of_columns).collect()
}

/// Columns the user should look at: open doubts, and roles the reader is not sure of.
pub(super) fn to_check(reading: &Reading) -> usize {
    let columns = reading.columns.iter().enumerate();
    let needs_a_look = |(at, it): &(usize, &Column)| {
        sureness(it) == Sureness::Check || doubt(*at, it).is_some_and(|it| it.is_open)
    };
    columns.filter(needs_a_look).count()
}

/// A column has an open doubt.
pub(super) fn is_open(reading: &Reading, at: usize) -> bool {
    let column = reading.columns.get(at);
    column
        .and_then(|it| doubt(at, it))
        .is_some_and(|it| it.is_open)
}

/// The notices.
#[component]
pub(super) fn Doubts(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
) -> impl IntoView {
    let app = use_app();
    // Decided doubts stay, so that the decision can be changed; open ones come a few at a time.
    let shown = Memo::new(move |_| {
        let mut room = AT_A_TIME;
        let mut doubts = doubts(&reading.read());
        doubts.retain(|it| {
            let keep = !it.is_open || room > 0;
            room = room.saturating_sub(usize::from(it.is_open));
            keep
        });
        doubts
    });
    let has_room_for_pairs =
        move || reading.read().fatal().is_none() && shown.read().len() < AT_A_TIME;
    let keys = move || shown.read().iter().map(Doubt::key).collect::<Vec<_>>();
    let others = move || {
        let room = AT_A_TIME.saturating_sub(shown.read().len());
        important(app, &reading.read())
            .into_iter()
            .take(room)
            .map(remark)
            .collect_view()
    };
    view! {
        <div class="bring__doubts">
            <For each=keys key=|it| *it let:key>
                <DoubtNotice reading doubt=Signal::derive(move || shown.read().iter().find(|it| it.key() == key).cloned())/>
            </For>
            {others}
            <Show when=has_room_for_pairs>
                <AlikeNotice/>
            </Show>
        </div>
    }
    .into_any()
}

/// What a doubt is about, with the rows that show it and how they are read now.
fn words(it: &Doubt, lang: Lang, reading: &Reading) -> String {
    let [first, second] = it.ways.map(|it| it.words(lang, reading));
    let now = [&first, &second].into_iter().nth(it.now);
    let now = now.cloned().unwrap_or_default();
    let Some(((line, cell, _), more)) = it.rows.split_first() else {
        return String::new();
    };
    let text = match it.ways {
        [Way::Amount(_), _] => {
            let row = |(line, first, second): &(u32, String, String)| {
                t!(
                    lang,
                    bring_amount_doubt_row,
                    line = *line,
                    first = first,
                    second = second
                )
            };
            let rows: Vec<String> = it.rows.iter().map(row).collect();
            return t!(lang, bring_amount_doubt, list = rows.join("; "), now = now);
        }
        [Way::Order(..), _] => t!(
            lang,
            bring_date_doubt,
            line = *line,
            cell = cell,
            first = first,
            second = second,
            now = now
        ),
        [Way::Sign(..), _] => t!(
            lang,
            bring_number_doubt,
            line = *line,
            cell = cell,
            first = first,
            second = second,
            now = now
        ),
    };
    // Rows that differ in nothing tell nothing new.
    let mut seen = vec![cell];
    let mut list = Vec::new();
    for (line, cell, _) in more {
        if !seen.contains(&cell) {
            seen.push(cell);
            list.push(t!(lang, bring_doubt_row, line = *line, cell = cell));
        }
    }
    if list.is_empty() {
        return text;
    }
    format!(
        "{text} {}",
        t!(lang, bring_doubt_also, list = list.join(", "))
    )
}

/// One doubt with its choice.
#[component]
fn DoubtNotice(
    /// The reading on screen.
    reading: Signal<Arc<Reading>>,
    /// The doubt; none while it is being taken away.
    doubt: Signal<Option<Doubt>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let doubt = Memo::new(move |last: Option<&Option<Doubt>>| {
        doubt.get().or_else(|| last.cloned().flatten())
    });
    let of = move |part: fn(&Doubt, Lang, &Reading) -> String| {
        move || {
            let doubt = doubt.read();
            doubt.as_ref().map(|it| part(it, lang, &reading.read()))
        }
    };
    let title = of(|it, lang, reading| {
        let column = table::column_name(lang, reading, it.column);
        match it.ways {
            [Way::Order(..), _] => t!(lang, issues_ambiguous_date, column = column),
            [Way::Sign(..), _] => t!(lang, issues_ambiguous_decimal, column = column),
            [Way::Amount(_), other] => {
                let other = other.words(lang, reading);
                t!(lang, issues_two_amounts, column = column, other = other)
            }
        }
    });
    let legend = of(|it, lang, reading| {
        let column = table::column_name(lang, reading, it.column);
        match it.ways {
            [Way::Order(..), _] => t!(lang, bring_date_doubt_legend, column = column),
            [Way::Sign(..), _] => t!(lang, bring_number_doubt_legend, column = column),
            [Way::Amount(_), _] => t!(lang, bring_amount_doubt_legend).to_owned(),
        }
    });
    let text = of(words);
    let is_open = move || doubt.read().as_ref().is_some_and(|it| it.is_open);
    let option = move |at: usize| {
        let label = move || {
            doubt
                .read()
                .as_ref()
                .and_then(|it| it.ways.get(at).map(|it| it.words(lang, &reading.read())))
        };
        // While it is open neither is chosen: a press on what is taken now says that it is right.
        let is_now = move || (doubt.read().as_ref()).is_some_and(|it| !it.is_open && it.now == at);
        let group = doubt
            .read_untracked()
            .as_ref()
            .map(|it| format!("doubt-{}-{}", it.key().0, it.key().1));
        let choose = move |_| {
            let doubt = doubt.get_untracked();
            if let Some((way, column)) =
                doubt.and_then(|it| it.ways.get(at).map(|way| (*way, it.column)))
            {
                app.intake.change(|options| way.choose(options, column));
            }
        };
        view! {
            <label>
                <input type="radio" name=group prop:checked=is_now on:change=choose/>
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <div class="notice" class:notice--warn=is_open class:notice--good=move || !is_open()>
            <span class="notice__mark" aria-hidden="true">{move || if is_open() { "!" } else { "✓" }}</span>
            <div>
                <p>
                    <strong>{title}</strong>
                    " "
                    {text}
                </p>
            </div>
            <fieldset class="seg">
                <legend class="vh">{legend}</legend>
                <div class="seg__in">{option(0)} {option(1)}</div>
            </fieldset>
        </div>
    }
    .into_any()
}
