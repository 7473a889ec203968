//! Every customer, and why it is in its tier: searched, filtered, sorted, and drawn only where seen.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::sort_filter::Filter;
use super::sort_move::MoveDialog;
use super::sort_row::Row;
use super::sort_sheet::Sheet;
use crate::domain::listing::{Show, by_tier, by_value, select};
use crate::i18n::{collate, format};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};

/// Rows that the table's height holds (`--table-h` in `sort.css`), and one.
const VISIBLE: usize = 12;
/// Rows drawn before and after those in view, so that a quick scroll finds them there.
const AROUND: usize = 10;
/// The window moves in steps of so many rows.
const STEP: usize = 5;
/// The height of a row as in `sort.css`, in rem.
const ROW_REM: f64 = 2.875;

/// What the table is sorted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Rank,
    Name,
    Tier,
    Revenue,
    Margin,
}

impl Column {
    /// Figures are read from the largest.
    fn starts_descending(self) -> bool {
        matches!(self, Self::Revenue | Self::Margin)
    }
}

/// Customers in the order of each column, made when data changes and only when asked for.
#[derive(Clone, Copy)]
struct Orders {
    app: App,
    by_value: Memo<Arc<Vec<usize>>>,
    by_name: Memo<Arc<Vec<usize>>>,
    by_margin: Memo<Arc<Vec<usize>>>,
    folded: Memo<Arc<Vec<String>>>,
}

impl Orders {
    fn new(app: App) -> Self {
        let by_value = Memo::new(move |_| Arc::new(by_value(&app.ranking.read())));
        Self {
            app,
            by_value,
            by_name: Memo::new(move |_| {
                let loaded = app.loaded.read();
                let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
                let lang = app.lang.get_untracked();
                let key = |name: &str| collate::sort_key(lang, name);
                let keys: Vec<_> = customers
                    .unwrap_or_default()
                    .iter()
                    .map(|it| key(&it.name))
                    .collect();
                let mut order = by_value.read().to_vec();
                order.sort_by(|a, b| keys.get(*a).cmp(&keys.get(*b)));
                Arc::new(order)
            }),
            by_margin: Memo::new(move |_| {
                let loaded = app.loaded.read();
                let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
                let customers = customers.unwrap_or_default();
                let mut order = by_value.read().to_vec();
                // None, no margin known, comes last.
                order.sort_by_key(|it| {
                    std::cmp::Reverse(customers.get(*it).and_then(|it| it.margin))
                });
                Arc::new(order)
            }),
            folded: Memo::new(move |_| {
                let loaded = app.loaded.read();
                let customers = loaded.as_ref().map(|it| it.base.customers.as_slice());
                let names = customers
                    .unwrap_or_default()
                    .iter()
                    .map(|it| collate::fold(&it.name));
                Arc::new(names.collect())
            }),
        }
    }

    /// The customers to list. Follows the tiers only where they matter, so that a dragged limit does
    /// not list a hundred thousand customers anew.
    fn list(&self, column: Column, is_reversed: bool, show: Show, needle: &str) -> Vec<usize> {
        let app = self.app;
        let follows_tiers = column == Column::Tier || !matches!(show, Show::All);
        let sorting = if follows_tiers {
            app.sorting.get()
        } else {
            app.sorting.get_untracked()
        };
        let ranking = app.ranking.read();
        let order = match column {
            Column::Rank | Column::Revenue => self.by_value.get(),
            Column::Name => self.by_name.get(),
            Column::Margin => self.by_margin.get(),
            Column::Tier => Arc::new(by_tier(&ranking, &sorting)),
        };
        let folded = if needle.is_empty() {
            Arc::default()
        } else {
            self.folded.get()
        };
        let mut list = select(&order, show, needle, &folded, &ranking, &sorting);
        if is_reversed {
            list.reverse();
        }
        list
    }
}

/// The table with its search and filters.
#[component]
pub(crate) fn Customers(
    /// What is shown.
    show: RwSignal<Show>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let search = RwSignal::new(String::new());
    let sorted_by = RwSignal::new((Column::Rank, false));
    let moving = RwSignal::new(None::<usize>);
    let shown = RwSignal::new(None::<usize>);
    let (region, body) = (NodeRef::<html::Div>::new(), NodeRef::<html::Tbody>::new());
    let orders = Orders::new(app);
    let list = Memo::new(move |_| {
        let (column, is_reversed) = sorted_by.get();
        let needle = collate::fold(search.read().trim());
        Arc::new(orders.list(column, is_reversed, show.get(), &needle))
    });

    // -- the window --
    let first_seen = RwSignal::new(0_usize);
    let follow = move || {
        let (Some(region), Some(body)) = (region.get_untracked(), body.get_untracked()) else {
            return;
        };
        let n = list.read_untracked().len().max(1);
        let row = f64::from(body.offset_height()) / crate::chart::float(n);
        let top = f64::from(region.scroll_top()) / row.max(1.0);
        first_seen.set(crate::chart::whole(top) / STEP * STEP);
    };
    let window = Memo::new(move |_| {
        let n = list.read().len();
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
    // Another list is read from its top.
    Effect::new(move |_| {
        let _ = (search.read(), sorted_by.read(), show.read());
        if let Some(region) = region.get_untracked() {
            region.set_scroll_top(0);
        }
        first_seen.set(0);
    });

    let has_margin = app
        .loaded
        .with_untracked(|it| it.as_ref().is_some_and(|it| it.base.has_margin()));
    let columns = if has_margin { "8" } else { "7" };
    let head = move |column: Column, label: &'static str, class: &'static str| {
        let (click, sort) = (sort_click(sorted_by, column), aria_sort(sorted_by, column));
        view! {
            <th scope="col" class=class aria-sort=sort>
                <button class="sort" type="button" on:click=move |_| click()>{label}</button>
            </th>
        }
    };
    let spacer = move |rows: usize| {
        (rows > 0).then(|| {
            let height = format!("{:.3}rem", crate::chart::float(rows) * ROW_REM);
            view! { <tr aria-hidden="true" class="spacer"><td colspan=columns style:height=height></td></tr> }
        })
    };
    view! {
        <section class="section mt-6" aria-labelledby="customers-title">
            <div class="row row--between">
                <h2 id="customers-title">{t!(lang, sort_customers_title)}</h2>
                <Filter show search/>
            </div>
            {move || {
                (show.get() == Show::NearLimit)
                    .then(|| view! { <p class="f13 muted mt-2">{t!(lang, terms_near_limit_def)}</p> })
            }}
            <div
                class="tablewrap customers mt-3"
                id="customers"
                node_ref=region
                tabindex="0"
                role="region"
                aria-label=t!(lang, sort_table_name)
                on:scroll=move |_| follow()
            >
                <table
                    class="table table--tight"
                    aria-rowcount=move || (list.read().len() + 1).to_string()
                >
                    <colgroup>
                        <col class="col-rank"/> <col class="col-name"/> <col class="col-tier"/>
                        <col class="col-money"/> {has_margin.then(|| view! { <col class="col-money"/> })}
                        <col class="col-why"/> <col class="col-next"/> <col class="col-move"/>
                    </colgroup>
                    <thead>
                        <tr aria-rowindex="1">
                            {head(Column::Rank, t!(lang, sort_col_rank), "num")}
                            {head(Column::Name, t!(lang, sort_col_customer), "")}
                            {head(Column::Tier, t!(lang, sort_col_tier), "")}
                            {head(Column::Revenue, t!(lang, sort_col_revenue), "num")}
                            {has_margin.then(|| head(Column::Margin, t!(lang, sort_col_margin), "num"))}
                            <th scope="col">{t!(lang, sort_col_why)}</th>
                            <th scope="col" class="num">{t!(lang, sort_col_next)}</th>
                            <th scope="col"><span class="vh">{t!(lang, sort_col_action)}</span></th>
                        </tr>
                    </thead>
                    <tbody node_ref=body>
                        {move || spacer(window.read().start)}
                        <For each=seen key=|it| *it let((position, customer))>
                            <Row customer position has_margin moving shown/>
                        </For>
                        {move || spacer(list.read().len().saturating_sub(window.read().end))}
                    </tbody>
                </table>
            </div>
            <p class="f13 muted mt-2" role="status">{move || count(app, list.read().len())}</p>
            <MoveDialog moving/>
            <Sheet shown moving/>
        </section>
    }
    .into_any()
}

fn count(app: App, n: usize) -> String {
    let lang = app.lang.get_untracked();
    let ranking = app.ranking.read();
    if n == 0 {
        return t!(lang, sort_none_found).to_owned();
    }
    let all = format::size(lang, ranking.len() + ranking.apart().len());
    t!(lang, sort_count, n = n, of = all)
}

/// Sorts by a column; the same column again turns it around.
fn sort_click(sorted_by: RwSignal<(Column, bool)>, column: Column) -> impl Fn() {
    move || {
        sorted_by.update(|(now, is_reversed)| {
            *is_reversed = *now == column && !*is_reversed;
            *now = column;
        });
    }
}

fn aria_sort(
    sorted_by: RwSignal<(Column, bool)>,
    column: Column,
) -> impl Fn() -> Option<&'static str> {
    move || {
        let (now, is_reversed) = sorted_by.get();
        (now == column).then(|| {
            if column.starts_descending() == is_reversed {
                "ascending"
            } else {
                "descending"
            }
        })
    }
}
