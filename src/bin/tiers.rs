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
        let len = it.customers.len();
        figures(len, &mut |place| it.customers.next_in(place))?
    } else {
        let buffer = JsFuture::from(file.array_buffer()).await?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        let reading = read(&bytes, &options, &mut |_| true).ok_or("stopped")?;
        let mut all = reading.base.customers.into_iter();
        figures(all.len(), &mut |place| {
            all.next().map(|it| *place = it).is_some()
        })?
    };
    scope().post_message_with_transfer(&message, &moved)
}

/// What is asked of all customers.
struct All {
    values: Vec<Money>,
    margin: Money,
    rows: u64,
    orders: u64,
    names: Vec<u8>,
    name_ends: Vec<u32>,
}

impl All {
    /// A browser compiles what is called often, not what goes round often.
    #[inline(never)]
    fn add(&mut self, it: &Customer) {
        self.values.push(it.revenue);
        self.margin += it.margin.unwrap_or_default();
        self.rows += u64::from(it.rows);
        self.orders += u64::from(it.orders);
        self.names.extend_from_slice(it.name.as_bytes());
        let end = u32::try_from(self.names.len());
        self.name_ends.push(end.unwrap_or(u32::MAX));
    }
}

/// What a page shows first of so many customers, and what it moves over without a copy.
fn figures(
    len: usize,
    next: &mut dyn FnMut(&mut Customer) -> bool,
) -> Result<(Object, Array), JsValue> {
    let mut all = All {
        values: Vec::with_capacity(len),
        margin: Money::ZERO,
        rows: 0,
        orders: 0,
        names: Vec::new(),
        name_ends: Vec::with_capacity(len),
    };
    let mut it = Customer::default();
    while next(&mut it) {
        all.add(&it);
    }
    let All {
        values,
        margin,
        rows,
        orders,
        names,
        name_ends,
    } = all;
    let ranking = Ranking::new(&values);
    let mut apart = ranking.apart().to_vec();
    apart.sort_by_key(|it| Reverse(ranking.value_of(*it)));
    let order: Vec<usize> = ranking.order().iter().chain(&apart).copied().collect();
    let sorted = apart.iter().map(|it| ranking.value_of(*it));
    let (tiers, sums, gini) =
        as_others(ranking.values().iter().copied().chain(sorted), order.len());
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
    let order: Vec<u32> = order
        .into_iter()
        .filter_map(|it| u32::try_from(it).ok())
        .collect();
    let message = Object::new();
    let moved = Array::new();
    let set = |name: &str, it: &JsValue| Reflect::set(&message, &name.into(), it);
    set("figures", &Float64Array::from(numbers.as_slice()))?;
    set("gini", &gini.into())?;
    let (order, ends) = (
        Uint32Array::from(order.as_slice()),
        Uint32Array::from(name_ends.as_slice()),
    );
    let names = Uint8Array::from(names.as_slice());
    for buffer in [order.buffer(), ends.buffer(), names.buffer()] {
        moved.push(&buffer);
    }
    set("order", &order)?;
    set("ends", &ends)?;
    set("names", &names)?;
    Ok((message, moved))
}

/// Customers and sums of three tiers and the Gini coefficient, of values from the largest, as whom it is measured beside
/// states them: everybody takes part, a limit parts equal values, and few customers correct nothing.
#[expect(
    clippy::as_conversions,
    clippy::float_arithmetic,
    reason = "a coefficient is floating point by definition"
)]
fn as_others(
    values: impl Iterator<Item = Money> + Clone,
    customers: usize,
) -> ([usize; 3], [Money; 3], f64) {
    let total: Money = values.clone().sum();
    let limits = [80, 95].map(|percent| total.ten_thousandths() * percent);
    let (mut tiers, mut sums) = ([0; 3], [Money::ZERO; 3]);
    let (mut above, mut weighted) = (Money::ZERO, 0.0);
    for (rank, value) in values.enumerate() {
        let tier = limits.partition_point(|it| *it <= above.ten_thousandths() * 100);
        if let (Some(count), Some(sum)) = (tiers.get_mut(tier), sums.get_mut(tier)) {
            *count += 1;
            *sum += value;
        }
        above += value;
        weighted += (customers - rank) as f64 * value.to_f64();
    }
    let count = customers as f64;
    let gini = 2.0 * weighted / (count * total.to_f64()) - (count + 1.0) / count;
    (tiers, sums, gini)
}
