//! Plain rows: used, whatever stands around them, and summed without making texts of their cells.

use std::borrow::Cow;

use super::cells::Cells;
use super::head::Head;
use crate::domain::money::Money;
use crate::ingest::customers::{Added, Customers, Places};
use crate::ingest::date;
use crate::ingest::fate::{Amount, AmountFrom};
use crate::ingest::lookup::hash;
use crate::ingest::number;
use crate::ingest::reading::Decimal;
use crate::ingest::short::Short;
use crate::ingest::split::Span;
use jiff_core::civil::Date;

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
            .or(places.name.filter(|_| places.person.is_empty()))?;
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

    /// The hash of what tells the customer of a row apart, where its bytes are that as they stand.
    #[inline]
    pub(super) fn hash(&self, cells: &Cells, bytes: &[u8], spans: &[Span]) -> Option<u64> {
        Some(hash(cells.plain(bytes, *spans.get(self.key)?)?))
    }

    /// The amount of a row; `None` where it is not plain.
    #[inline]
    pub(super) fn amount(&self, cells: &Cells, row: &Row<'_>) -> Option<Money> {
        let (bytes, spans) = (row.bytes, row.spans);
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
                // Dashes may stand for nothing.
                .is_some_and(|it| cells.is_solid(*it) && *it != b'-')
        };
        // A total has a label at most.
        self.steady.iter().filter(is_filled).nth(1)?;
        if let Some((column, code)) = &self.currency {
            let cell = spans.get(*column)?;
            if bytes.get(cell.start..cell.end) != Some(code.as_bytes()) {
                return None;
            }
        }
        match self
            .amount
            .from(|column, decimal| row.amount(cells, column, decimal))
        {
            Amount::Read(it) => Some(it),
            Amount::Missing | Amount::Bad => None,
        }
    }

    /// The day of a row, where it has one.
    #[inline]
    pub(super) fn day(&self, cells: &mut Cells, row: &Row<'_>) -> Option<Date> {
        let (column, order) = self.places.date?;
        let span = *row.spans.get(column)?;
        if let Some(Read::Day(day)) = row.read.get(column) {
            return *day;
        }
        if let Some(raw) = cells.plain(row.bytes, span)
            && let Some(known) = cells.known(raw)
            && known.seen.number.is_none()
        {
            return known.day;
        }
        date::look(&cells.shown(row.bytes, span))?.value(order)
    }

    /// Nothing beside the amount is unreadable.
    #[inline]
    pub(super) fn is_clear(&self, cells: &Cells, row: &Row<'_>, day: Option<Date>) -> bool {
        let is_bad = |(column, decimal)| matches!(row.amount(cells, column, decimal), Amount::Bad);
        let date = self.places.date.and_then(|it| row.spans.get(it.0));
        (day.is_some() || !date.is_some_and(|it| cells.is_filled(row.bytes, *it)))
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
        row: &Row<'_>,
        (line, revenue, day): (u32, Money, Option<Date>),
    ) {
        let span = |column: usize| row.spans.get(column).copied();
        let shown = |column: Option<usize>| {
            let span = column.and_then(span);
            span.map_or(Cow::Borrowed(&[][..]), |it| {
                cells.shown_bytes(row.bytes, it)
            })
        };
        let key = shown(Some(self.key));
        let hashed = row.hash.unwrap_or_else(|| hash(&key));
        let at = customers.find(&self.places, line, (&key, hashed), || shown(self.name));
        let order = shown(self.places.order);
        let product = shown(self.places.product);
        let read = |place: Option<(usize, Decimal)>| {
            let (column, decimal) = place?;
            match row.amount(cells, column, decimal) {
                Amount::Read(it) => Some(it),
                Amount::Missing | Amount::Bad => None,
            }
        };
        let added = Added {
            revenue,
            margin: self.places.margin(revenue, read),
            previous: read(self.places.previous),
            orders: read(self.places.orders),
            day,
            order: (!order.is_empty()).then(|| hash(&order)),
            product: customers.product(&product),
        };
        customers.sum(at, &added);
        customers.words(at, &self.places, |column| shown(Some(column)));
    }
}

/// A row as bytes, and what is known of its cells; of cells that it has.
pub(super) struct Row<'r> {
    pub(super) bytes: &'r [u8],
    pub(super) spans: &'r [Span],
    pub(super) read: &'r [Read],
    /// As [`Lane::hash`] gave it.
    pub(super) hash: Option<u64>,
}

/// What counting a cell has read already.
#[derive(Clone, Copy)]
pub(super) enum Read {
    /// Nothing.
    Not,
    Number(Short),
    /// A cell that is no number; its day, if it is one.
    Day(Option<Date>),
}

impl Row<'_> {
    /// The amount in a column.
    #[inline]
    fn amount(&self, cells: &Cells, column: usize, decimal: Decimal) -> Amount {
        let Some(span) = self.spans.get(column) else {
            return Amount::Missing;
        };
        match self.read.get(column) {
            Some(Read::Number(it)) => it.value(decimal).map_or(Amount::Bad, Amount::Read),
            _ => cells.amount(self.bytes, *span, decimal),
        }
    }
}
