//! Plain rows: used, whatever stands around them, and summed without making texts of their cells.

use super::cells::Cells;
use super::head::Head;
use crate::domain::money::Money;
use crate::ingest::customers::{Added, Customers, Places};
use crate::ingest::date;
use crate::ingest::fate::{Amount, AmountFrom};
use crate::ingest::lookup::hash;
use crate::ingest::number;
use crate::ingest::reading::DateOrder;
use crate::ingest::split::Span;
use jiff::civil::Date;

/// Where a plain row has what is wanted of it.
pub(super) struct Lane {
    places: Places,
    amount: AmountFrom,
    /// The column that tells customers apart.
    key: usize,
    /// The column of names, where that is another.
    name: Option<usize>,
    /// Columns of words that nearly every row fills.
    steady: Vec<usize>,
    /// The column of currencies and the only one that is used.
    pub(super) currency: Option<(usize, String)>,
    wanted: usize,
    since: Option<Date>,
    until: Option<Date>,
}

impl Lane {
    /// `None` where no row is plain.
    pub(super) fn new(head: &Head) -> Option<Self> {
        let guess = &head.guess;
        let places = guess.plan.places.clone();
        let amount = guess.plan.amount.clone();
        let mut columns = match amount {
            AmountFrom::Nowhere | AmountFrom::Composed(_) => return None,
            AmountFrom::Column(column, _) => vec![column],
            AmountFrom::Product(a, b) => vec![a.0, b.0],
        };
        // A header of a number may come again on each page.
        let is_number = |it: &usize| {
            let name = guess.columns.get(*it).map_or("", |it| it.name.as_str());
            number::look(name).is_some()
        };
        columns.retain(is_number);
        if !columns.is_empty() || guess.judge.currencies.amount.is_some() {
            return None;
        }
        let key = places
            .id
            .or(places.name.filter(|_| places.person.is_none()))?;
        let currencies = &guess.judge.currencies;
        let currency = match currencies.column {
            Some(column) => Some((column, currencies.codes.first()?.clone())),
            None => None,
        };
        Some(Self {
            name: places.name.filter(|it| *it != key),
            amount,
            key,
            steady: guess.judge.steady_words.clone(),
            currency,
            wanted: head.heading.wanted,
            since: head.options.since,
            until: head.options.until,
            places,
        })
    }

    /// The amount of a row; `None` where it is not plain.
    #[inline]
    pub(super) fn amount(&self, cells: &Cells, bytes: &[u8], spans: &[Span]) -> Option<Money> {
        let more = spans.get(self.wanted..)?;
        if more.iter().any(|it| it.start != it.end) {
            return None;
        }
        let key = spans.get(self.key)?;
        // An error or `(blank)` is no name.
        if matches!(bytes.get(key.start), Some(b'#' | b'(' | b'*')) || !cells.is_filled(bytes, *key)
        {
            return None;
        }
        let is_filled = |it: &&usize| {
            spans
                .get(**it)
                .and_then(|it| bytes.get(it.start..it.end)?.first())
                .is_some_and(|it| cells.is_solid(*it))
        };
        // A total has a label at most.
        self.steady.iter().filter(is_filled).nth(1)?;
        if let Some((column, code)) = &self.currency {
            let cell = spans.get(*column)?;
            if bytes.get(cell.start..cell.end) != Some(code.as_bytes()) {
                return None;
            }
        }
        let read = |column: usize, decimal| {
            let span = spans.get(column);
            span.map_or(Amount::Missing, |it| cells.amount(bytes, *it, decimal))
        };
        match self.amount.from(read) {
            Amount::Read(it) => Some(it),
            Amount::Missing | Amount::Bad => None,
        }
    }

    /// The day of a row, where it has one.
    #[inline]
    pub(super) fn day(&self, cells: &mut Cells, bytes: &[u8], spans: &[Span]) -> Option<Date> {
        let (column, order) = self.places.date?;
        day_of(cells, bytes, *spans.get(column)?, order)
    }

    /// Nothing beside the amount is unreadable.
    #[inline]
    pub(super) fn is_clear(
        &self,
        (cells, bytes, spans): (&Cells, &[u8], &[Span]),
        day: Option<Date>,
    ) -> bool {
        let is_bad = |(column, decimal): (usize, _)| {
            let span = spans.get(column);
            span.is_some_and(|it| cells.amount(bytes, *it, decimal) == Amount::Bad)
        };
        let date = self.places.date.and_then(|it| spans.get(it.0));
        (day.is_some() || !date.is_some_and(|it| cells.is_filled(bytes, *it)))
            && !self.places.values().any(is_bad)
    }

    /// The day is one of those asked for.
    pub(super) fn is_asked(&self, day: Option<Date>) -> bool {
        let is_out = |it: Date| {
            self.since.is_some_and(|since| it < since) || self.until.is_some_and(|until| it > until)
        };
        let is_any = self.since.is_none() && self.until.is_none();
        is_any || day.is_some_and(|it| !is_out(it))
    }

    /// Adds a plain row to its customer.
    #[inline]
    pub(super) fn add(
        &self,
        customers: &mut Customers,
        cells: &Cells,
        (bytes, spans): (&[u8], &[Span]),
        (line, revenue, day): (u32, Money, Option<Date>),
    ) -> Option<()> {
        let span = |column: usize| spans.get(column).copied();
        let key = span(self.key)?;
        let name = || {
            let name = self.name.and_then(span).map(|it| cells.shown(bytes, it));
            name.filter(|it| !it.is_empty())
        };
        let at = if let Some(key) = cells.plain(bytes, key) {
            let shown = || name().unwrap_or_else(|| String::from_utf8_lossy(key).into_owned());
            customers.find(&self.places, line, key, shown)
        } else {
            let key = cells.shown(bytes, key);
            customers.find(&self.places, line, key.as_bytes(), || {
                name().unwrap_or_else(|| key.clone())
            })
        };
        let read = |place: Option<(usize, _)>| {
            let (column, decimal) = place?;
            match cells.amount(bytes, span(column)?, decimal) {
                Amount::Read(it) => Some(it),
                Amount::Missing | Amount::Bad => None,
            }
        };
        let order = self.places.order.and_then(span).and_then(|it| {
            if let Some(order) = cells.plain(bytes, it) {
                return Some(hash(order));
            }
            let order = cells.shown(bytes, it);
            (!order.is_empty()).then(|| hash(order.as_bytes()))
        });
        let product =
            self.places
                .product
                .and_then(span)
                .and_then(|it| match cells.plain(bytes, it) {
                    Some(it) => customers.product(it),
                    None => customers.product(cells.shown(bytes, it).as_bytes()),
                });
        let added = Added {
            revenue,
            margin: self.places.margin(revenue, read),
            previous: read(self.places.previous),
            orders: read(self.places.orders),
            day,
            order,
            product,
        };
        customers.sum(at, &added);
        customers.words(at, &self.places, |column| {
            let word = cells.shown(bytes, span(column)?);
            (!word.is_empty()).then_some(word)
        });
        Some(())
    }
}

#[inline]
fn day_of(cells: &mut Cells, bytes: &[u8], span: Span, order: DateOrder) -> Option<Date> {
    if let Some(raw) = cells.plain(bytes, span)
        && let Some(seen) = cells.seen(raw)
        && seen.number.is_none()
    {
        return seen.date?.value(order);
    }
    date::look(&cells.shown(bytes, span))?.value(order)
}
