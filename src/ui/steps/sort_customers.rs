//! Every customer, and why it is in its tier: a grid that keys move in, drawn only where seen.

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

use super::sort_cell::Cell;
use super::sort_columns::{ColumnChoice, colgroup, heading, least_width};
use super::sort_filter::{Chips, Filter};
use super::sort_listed::Listed;
use super::sort_move::MoveDialog;
use super::sort_picked::Picked;
use super::sort_row::{Drawn, Row};
use super::sort_sheet::{Sheet, set_potential};
use crate::browser::grid::{self, Target};
use crate::browser::timer::Timer;
use crate::domain::listing::{Chosen, Column, Only};
use crate::domain::tiers::Level;
use crate::i18n::{columns, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// Rows that the table's height holds (`--table-h` in `sort.css`), and one.
const VISIBLE: usize = 12;
/// Rows drawn before and after those in view, so that a quick scroll finds them there.
const AROUND: usize = 10;
/// The window moves in steps of so many rows.
const STEP: usize = 5;
/// Rows that are put on paper; the count under them says how many there are.
const PRINTED: usize = 2_000;
/// The height of a row as in `sort.css`, in rem.
const ROW_REM: f64 = 2.875;

/// The dialogs that a row opens, by customer index.
#[derive(Clone, Copy)]
struct Opened {
    /// Customers to move by hand.
    moving: RwSignal<Vec<usize>>,
    /// The customer whose sheet is shown.
    shown: RwSignal<Option<usize>>,
}

/// The table with its search, filters and actions.
#[component]
pub(crate) fn Customers() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let listed = Listed::new(app);
    let opened = Opened {
        moving: RwSignal::new(Vec::new()),
        shown: RwSignal::new(None),
    };
    // Those chosen are places in the file; another file has others there.
    Effect::new(move |before: Option<()>| {
        app.loaded.track();
        if before.is_some() {
            app.list.chosen.set(Chosen::default());
        }
    });
    view! {
        <section class="section mt-6" aria-labelledby="customers-title">
            <div class="row row--between">
                <h2 id="customers-title">{t!(lang, sort_customers_title)}</h2>
                <div class="row filter">
                    <Filter listed/>
                    <ColumnChoice listed/>
                </div>
            </div>
            <Chips listed/>
            {move || {
                app.list
                    .is_on(&Only::NearLimit)
                    .then(|| view! { <p class="f13 muted mt-2">{t!(lang, terms_near_limit_def)}</p> })
            }}
            <Grid listed opened/>
            <Picked listed moving=opened.moving/>
            <p class="f13 muted mt-2" role="status">{move || count(app, listed)}</p>
            {move || {
                (listed.list.read().len() > PRINTED)
                    .then(|| {
                        let n = format::size(lang, PRINTED);
                        view! { <p class="f13 onpaper">{t!(lang, sort_printed, n = n)}</p> }
                    })
            }}
            <p class="f13 muted mt-2" id="grid-keys">{t!(lang, sort_order_hint)}</p>
            <MoveDialog moving=opened.moving/>
            <Sheet shown=opened.shown moving=opened.moving/>
        </section>
    }
    .into_any()
}

/// The part of the table that is drawn.
#[component]
fn Grid(
    /// What is listed.
    listed: Listed,
    /// The dialogs.
    opened: Opened,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let list = listed.list;
    let (region, body) = (NodeRef::<html::Div>::new(), NodeRef::<html::Tbody>::new());
    let first_seen = RwSignal::new(0_usize);
    let row_height = move || {
        let body = body.get_untracked().map_or(0, |it| it.offset_height());
        let n = list.read_untracked().len().max(1);
        (f64::from(body) / crate::chart::float(n)).max(1.0)
    };
    let follow = move || {
        if let Some(region) = region.get_untracked() {
            let top = f64::from(region.scroll_top()) / row_height();
            first_seen.set(crate::chart::whole(top) / STEP * STEP);
        }
    };
    let is_printed = RwSignal::new(false);
    let before = window_event_listener(leptos::ev::beforeprint, move |_| is_printed.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| is_printed.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    let window = Memo::new(move |_| {
        let n = list.read().len();
        if is_printed.get() {
            return 0..n.min(PRINTED);
        }
        let first = first_seen.get().min(n.saturating_sub(VISIBLE));
        first.saturating_sub(AROUND)..(first + STEP + VISIBLE + AROUND).min(n)
    });
    let seen = move || {
        let list = list.read();
        let range = window.get();
        let start = range.start;
        let customers = list.get(range).unwrap_or_default().iter().copied();
        customers
            .enumerate()
            .map(|(at, it)| (start + at, it))
            .collect::<Vec<_>>()
    };
    let drawn = Drawn::new(app, move || {
        let last = list.read().len().saturating_sub(VISIBLE);
        let first = first_seen.get().min(last);
        first..first + STEP + VISIBLE
    });
    // Another list is read from its top.
    Effect::new(move |_| {
        let _ = (
            app.list.search.read(),
            app.list.order.read(),
            app.list.filters.read(),
        );
        if let Some(region) = region.get_untracked() {
            region.set_scroll_top(0);
        }
        first_seen.set(0);
        listed.active.update(|it| it.row = it.row.min(1));
        app.list.chosen.update_untracked(Chosen::end_run);
    });

    let quiet = StoredValue::new_local(None::<Timer>);
    let go_to = move |cell: Cell| {
        listed.active.set(cell);
        if let (Some(region), Some(at)) = (region.get_untracked(), cell.row.checked_sub(1)) {
            let top = row_height() * crate::chart::float(at);
            let view = f64::from(region.client_height()) - 2.0 * row_height();
            let now = f64::from(region.scroll_top());
            if top < now || top > now + view {
                let wanted = if top < now { top } else { top - view };
                let whole = i32::try_from(crate::chart::whole(wanted)).unwrap_or(i32::MAX);
                region.set_scroll_top(whole);
                follow();
            }
        }
        // Once its row is drawn.
        quiet.set_value(Timer::after(0, move || grid::show(&cell.id())));
    };
    let keys = move |event: KeyboardEvent| press(app, listed, opened, &event, &go_to);
    let click = move |event: MouseEvent| {
        let (Some(cell), what) = hit(&event) else {
            return;
        };
        listed.active.set(cell);
        if what == Target::Button {
            act(app, listed, opened, cell, event.shift_key());
        }
    };
    let choose = move |event: Event| {
        if let Some(customer) = hit(&event).0.and_then(|it| listed.customer(it.row)) {
            let level = grid::value(&event).and_then(|it| it.parse().ok());
            set_potential(app, customer, level.and_then(Level::from_number));
        }
    };
    let is_drawn = move |cell: Cell| cell.row == 0 || window.read().contains(&(cell.row - 1));
    let table = move || {
        let columns = listed.columns.get();
        let n = (columns.len() + 2).to_string();
        let spacer = move |rows: usize| {
            (rows > 0).then(|| {
                let height = format!("{:.3}rem", crate::chart::float(rows) * ROW_REM);
                view! { <tr aria-hidden="true" class="spacer"><td colspan=n.clone() style:height=height></td></tr> }
            })
        };
        let after = spacer.clone();
        view! {
            <table
                class="table table--tight grid"
                id="customers"
                role="grid"
                tabindex="0"
                style:min-inline-size=least_width(&columns)
                aria-label=t!(lang, sort_table_name)
                aria-describedby="grid-keys"
                aria-multiselectable="true"
                aria-rowcount=move || (list.read().len() + 1).to_string()
                aria-activedescendant=move || {
                    let cell = listed.active.get();
                    is_drawn(cell).then(|| cell.id())
                }
                on:keydown=keys
                on:click=click
                on:change=choose
            >
                {colgroup(&columns)}
                <thead>{heading(app, listed, &columns)}</thead>
                <tbody node_ref=body>
                    {move || spacer(window.read().start)}
                    <For each=seen key=|it| *it let((position, customer))>
                        <Row customer position listed drawn/>
                    </For>
                    {move || after(list.read().len().saturating_sub(window.read().end))}
                </tbody>
            </table>
        }
    };
    view! {
        <div class="tablewrap customers mt-3" node_ref=region on:scroll=move |_| follow()>
            {table}
        </div>
    }
    .into_any()
}

/// The cell that an event is about.
fn hit(event: &Event) -> (Option<Cell>, Target) {
    let (id, what) = grid::target(event);
    (id.and_then(|it| Cell::of_id(&it)), what)
}

/// What a key does.
fn press(app: App, listed: Listed, opened: Opened, event: &KeyboardEvent, go_to: &impl Fn(Cell)) {
    let (_, what) = grid::target(event);
    let key = event.key();
    let has_control = event.ctrl_key() || event.meta_key();
    if what == Target::Menu || event.alt_key() {
        return;
    }
    let at = listed.active.get_untracked();
    let list = listed.list.get_untracked();
    let columns = listed.columns.read_untracked().len() + 2;
    let is_shift = event.shift_key();
    let potential = listed
        .columns
        .read_untracked()
        .get(at.column.wrapping_sub(1))
        == Some(&Column::Potential);
    if let Some(to) = at.after(&key, has_control, list.len(), columns) {
        if let (true, Some(from), Some(to)) =
            (is_shift, at.row.checked_sub(1), to.row.checked_sub(1))
        {
            app.list.chosen.update(|it| it.reach(&list, from, to));
        }
        grid::take_focus(event);
        go_to(to);
    } else if has_control && key.eq_ignore_ascii_case("a") {
        app.list.chosen.update(|it| it.toggle_all(&list));
    } else if has_control || what == Target::Button {
        return;
    } else if key == " " && at.row > 0 {
        app.list.chosen.update(|it| it.toggle(&list, at.row - 1));
    } else if key == "Enter" || key == " " {
        act(app, listed, opened, at, is_shift);
    } else if let (true, "1" | "2" | "3" | "Delete" | "Backspace", Some(customer)) =
        (potential, key.as_str(), listed.customer(at.row))
    {
        set_potential(app, customer, key.parse().ok().and_then(Level::from_number));
    } else {
        return;
    }
    event.prevent_default();
}

/// What a cell is there for: a heading sorts, the first cell of a row chooses it, the last moves its
/// customer, any other opens its sheet.
fn act(app: App, listed: Listed, opened: Opened, cell: Cell, is_shift: bool) {
    let list = listed.list.get_untracked();
    let columns = listed.columns.read_untracked();
    let column = cell.column.checked_sub(1);
    let Some(at) = cell.row.checked_sub(1) else {
        match column.map(|it| columns.get(it)) {
            None => app.list.chosen.update(|it| it.toggle_all(&list)),
            Some(Some(column)) if column.is_sortable() => app.list.order.update(|order| {
                *order = if is_shift {
                    order.then(*column)
                } else {
                    order.by(*column)
                };
            }),
            Some(_) => {}
        }
        return;
    };
    let Some(customer) = list.get(at).copied() else {
        return;
    };
    match column {
        None if is_shift => app.list.chosen.update(|it| it.reach(&list, at, at)),
        None => app.list.chosen.update(|it| it.toggle(&list, at)),
        Some(it) if it >= columns.len() => opened.moving.set(vec![customer]),
        Some(_) => opened.shown.set(Some(customer)),
    }
}

/// How many are listed, and in which order.
fn count(app: App, listed: Listed) -> String {
    let lang = app.lang.get_untracked();
    let n = listed.list.read().len();
    if n == 0 {
        return t!(lang, sort_none_found).to_owned();
    }
    let ranking = app.ranking.read();
    let all = format::size(lang, ranking.len() + ranking.apart().len());
    let keys = columns::order(lang, &app.list.order.read());
    let counted = t!(lang, sort_count, n = n, of = all);
    format!("{counted} {}", t!(lang, sort_ordered_by, keys = keys))
}
