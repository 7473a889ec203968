//! The benchmark's worker: a file to customers in tiers, as the page comes to them. `bench/bench.js` talks
//! to it; no page has it.

use std::cmp::Reverse;

use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use rusetti::browser::helpers::{help, prepare};
use rusetti::browser::reader::WARM_UP;
use rusetti::browser::slices;
use rusetti::domain::customer::Customer;
use rusetti::domain::money::Money;
use rusetti::domain::ranking::Ranking;
use rusetti::ingest::{ReadOptions, read};
use rusetti::worker::warm_up;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        spawn_local(async move {
            let message = event.data();
            // Refused only for what cannot be copied.
            let _ = if message.as_string().as_deref() == Some(WARM_UP) {
                warm_up();
                prepare().await;
                scope().post_message(&"ready".into())
            } else if help(&message).await {
                Ok(())
            } else if let Err(why) = answer(message).await {
                scope().post_message(&why)
            } else {
                Ok(())
            };
        });
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

async fn answer(file: JsValue) -> Result<(), JsValue> {
    let file: Blob = file.dyn_into()?;
    let options = ReadOptions::default();
    let finished = slices::read(&file, &options, &|_| {}).await;
    let (message, moved) = if let Some(mut it) = finished.map_err(|_unreadable| "unreadable")? {
        let (len, mut place) = (it.customers.len(), Customer::default());
        figures(len, &mut |all| {
            let is_there = it.customers.next_in(&mut place);
            all.add(is_there.then_some(&place))
        })?
    } else {
        let buffer = JsFuture::from(file.array_buffer()).await?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        let reading = read(&bytes, &options, &mut |_| true).ok_or("stopped")?;
        let mut customers = reading.base.customers.iter();
        figures(customers.len(), &mut |all| all.add(customers.next()))?
    };
    scope().post_message_with_transfer(&message, &moved)
}

/// What is asked of all customers.
#[derive(Default)]
struct All {
    values: Vec<Money>,
    margin: Money,
    rows: u64,
    orders: u64,
    /// The last names and where each ends: they go over [`NAMES`] at a time.
    names: Vec<u8>,
    ends: Vec<u32>,
    /// Those before.
    sent_names: Array,
    sent_ends: Array,
    /// Memory that goes over without a copy.
    moved: Array,
}

/// Names that stand together.
const NAMES: usize = 10_000;

impl All {
    /// Adds the next customer; `false` where there is none.
    fn add(&mut self, next: Option<&Customer>) -> bool {
        let Some(it) = next else {
            return false;
        };
        self.values.push(it.revenue);
        self.margin += it.margin.unwrap_or_default();
        self.rows += u64::from(it.rows);
        self.orders += u64::from(it.orders);
        self.names.extend_from_slice(it.name.as_bytes());
        let end = u32::try_from(self.names.len());
        self.ends.push(end.unwrap_or(u32::MAX));
        if self.ends.len() == NAMES {
            self.send_names();
        }
        true
    }

    fn send_names(&mut self) {
        let names = Uint8Array::from(self.names.as_slice());
        let ends = Uint32Array::from(self.ends.as_slice());
        self.moved.push(&names.buffer());
        self.moved.push(&ends.buffer());
        self.sent_names.push(&names);
        self.sent_ends.push(&ends);
        self.names.clear();
        self.ends.clear();
    }
}

/// What a page shows first of so many customers, which `add` adds one by one, and what it moves over without a copy. What
/// is called often a browser compiles well, not what goes round often.
fn figures(len: usize, add: &mut dyn FnMut(&mut All) -> bool) -> Result<(Object, Array), JsValue> {
    let mut all = All {
        values: Vec::with_capacity(len),
        ..All::default()
    };
    while add(&mut all) {}
    all.send_names();
    let All {
        values,
        margin,
        rows,
        orders,
        sent_names,
        sent_ends,
        moved,
        ..
    } = all;
    let ranking = Ranking::new(&values);
    let mut apart: Vec<(Money, usize)> = (ranking.apart().iter())
        .map(|it| (ranking.value_of(*it), *it))
        .collect();
    apart.sort_by_key(|it| Reverse(it.0));
    let (tiers, sums, gini) = as_others(&ranking, &apart);
    let cents = sums.map(Money::cents);
    let parts = [values.len().to_string()]
        .into_iter()
        .chain(tiers.map(|it| it.to_string()))
        .chain(cents.map(|it| it.to_string()))
        .chain([
            values.iter().sum::<Money>().cents().to_string(),
            margin.cents().to_string(),
            rows.to_string(),
            orders.to_string(),
        ]);
    let numbers: Vec<f64> = parts.filter_map(|it| it.parse().ok()).collect();
    let apart = apart.iter().map(|(_, at)| at);
    let order = ranking.order().iter().chain(apart);
    let order: Vec<u32> = order.filter_map(|it| u32::try_from(*it).ok()).collect();
    let order = Uint32Array::from(order.as_slice());
    moved.push(&order.buffer());
    let message = Object::new();
    let set = |name: &str, it: &JsValue| Reflect::set(&message, &name.into(), it);
    set("figures", &Float64Array::from(numbers.as_slice()))?;
    set("gini", &gini.into())?;
    set("order", &order)?;
    set("names", &sent_names)?;
    set("ends", &sent_ends)?;
    Ok((message, moved))
}

/// Customers and sums of three tiers and the Gini coefficient, as whom it is measured beside states them: everybody takes
/// part, those that stand apart from the largest, a limit parts equal values, and few customers correct nothing.
#[expect(
    clippy::as_conversions,
    clippy::float_arithmetic,
    reason = "a coefficient is floating point by definition"
)]
fn as_others(ranking: &Ranking, apart: &[(Money, usize)]) -> ([usize; 3], [Money; 3], f64) {
    let customers = ranking.len() + apart.len();
    let total = apart.iter().fold(ranking.total(), |sum, it| sum + it.0);
    // The first that so many percent of all stand above.
    let end = |percent: i128| {
        let limit = total.ten_thousandths() * percent;
        let (mut low, mut high) = (0, ranking.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if ranking.sum_of_top(middle).ten_thousandths() * 100 < limit {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    };
    let (first, second) = (end(80), end(95));
    let (above_first, above_second) = (ranking.sum_of_top(first), ranking.sum_of_top(second));
    let sums = [
        above_first,
        above_second - above_first,
        total - above_second,
    ];
    // Each value counts once for itself and once for each that is no larger: so it does in running sums.
    let ranked: Money = (1..=ranking.len()).map(|it| ranking.sum_of_top(it)).sum();
    let (mut running, mut weighted) = (ranking.total(), ranked);
    for (value, _) in apart {
        running += *value;
        weighted += running;
    }
    let count = customers as f64;
    let gini = 2.0 * weighted.to_f64() / (count * total.to_f64()) - (count + 1.0) / count;
    ([first, second - first, customers - second], sums, gini)
}
