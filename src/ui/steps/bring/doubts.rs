//! Doubts first: columns that can be read two ways, or be the amount or the customer, each with its choice, and what else
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

/// A column that can be read two ways, or two of which either can be the amount or the customer.
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
        (self.column, matches!(self.ways, [Way::Column(..), _]))
    }
}

/// One way to read a column.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Order(DateOrder, Option<Date>),
    Sign(Decimal, f64, usize),
    /// What has this role is in this column.
    Column(Role, usize),
}

impl Way {
    fn words(self, lang: Lang, reading: &Reading) -> String {
        match self {
            Self::Order(_, Some(day)) => format::date(lang, day),
            Self::Order(_, None) => "–".to_owned(),
            Self::Sign(_, value, decimals) => format::number(lang, value, decimals),
            Self::Column(_, column) => table::column_name(lang, reading, column),
        }
    }

    fn choose(self, options: &mut ReadOptions, column: usize) {
        match self {
            Self::Order(order, _) => options.choose_date_order(column, Some(order)),
            Self::Sign(decimal, ..) => options.choose_decimal(column, Some(decimal)),
            Self::Column(role, column) => options.choose_role(column, Some(role)),
        }
    }
}

/// Two columns of which either may have a role.
fn two_columns(reading: &Reading, role: Role) -> Option<Doubt> {
    let (taken, other) = reading.rivals(role)?;
    let (first, second) = (taken.min(other), taken.max(other));
    let rows = reading.preview.iter().filter_map(|it| {
        let raw = |at: usize| {
            let raw = it.cells.get(at)?.raw.trim();
            // An amount stays on one line.
            Some(match role {
                Role::Revenue => raw.replace(' ', "\u{a0}"),
                _ => shortened(raw),
            })
        };
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
        ways: [first, second].map(|it| Way::Column(role, it)),
        now: usize::from(taken == second),
        is_open: reading.columns.get(taken)?.role.by == By::Reader,
    })
}

/// As much of a cell as tells what it is.
fn shortened(cell: &str) -> String {
    const MOST: usize = 40;
    match cell.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default().trim_end()),
        None => cell.to_owned(),
    }
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
    let of_two = [Role::Name, Role::Revenue].map(|it| two_columns(reading, it));
    of_two.into_iter().flatten().chain(of_columns).collect()
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
        [Way::Column(role, _), _] => {
            let is_name = role == Role::Name;
            let row = |(line, first, second): &(u32, String, String)| {
                if is_name {
                    t!(
                        lang,
                        bring_customer_doubt_row,
                        line = *line,
                        first = first,
                        second = second
                    )
                } else {
                    t!(
                        lang,
                        bring_amount_doubt_row,
                        line = *line,
                        first = first,
                        second = second
                    )
                }
            };
            let rows: Vec<String> = it.rows.iter().map(row).collect();
            let list = rows.join("; ");
            return if is_name {
                t!(lang, bring_customer_doubt, list = list, now = now)
            } else {
                t!(lang, bring_amount_doubt, list = list, now = now)
            };
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
            [Way::Column(role, _), other] => {
                let other = other.words(lang, reading);
                if role == Role::Name {
                    t!(lang, issues_two_customers, column = column, other = other)
                } else {
                    t!(lang, issues_two_amounts, column = column, other = other)
                }
            }
        }
    });
    let legend = of(|it, lang, reading| {
        let column = table::column_name(lang, reading, it.column);
        match it.ways {
            [Way::Order(..), _] => t!(lang, bring_date_doubt_legend, column = column),
            [Way::Sign(..), _] => t!(lang, bring_number_doubt_legend, column = column),
            [Way::Column(Role::Name, _), _] => t!(lang, bring_customer_doubt_legend).to_owned(),
            [Way::Column(..), _] => t!(lang, bring_amount_doubt_legend).to_owned(),
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
